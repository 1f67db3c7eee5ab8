"""Blocks of a page: runs of text that no tag breaks, each character traced to the markup."""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from assets.documents.clean import Clean, Piece, clean
from assets.documents.html.tokens import CLOSE, OPEN, Token, tokens
from assets.documents.html.tree import ENDS_LINK, SKIPPED, Element, OpenElements, common, is_block
from assets.documents.published import stamp

KEPT = frozenset({"meta", "link", "time", "html", "abbr", "span", "a", "base"})
HREF = re.compile(r"\bhref\b", re.IGNORECASE)
REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
HEADING = re.compile(r"h[1-6]")
TOLD = re.compile(r"author|publish|pub-?date|entry-date|post-date", re.IGNORECASE)  # elements whose text tells a fact
FACT_TAGS = frozenset({"time", "span", "a", "small", "em", "i", "b", "strong", "cite"})
FACT = re.compile(  # "<span class=date>3 May</span><span class=topic>Rivers</span>" is two lines
    r"<time|class\s?=\s?[\"'][^\"']*(?:date|time|publish|author|byline|posted|updated|credit|caption|topic|reading)",
    re.IGNORECASE,
)
DATED = re.compile(r"(?=[^<]{0,60}\d{4})(?P<text>[^<]{6,60})<")
PARTED = re.compile(r"(?:[|•·] ?)*(?P<text>[^|•·].*?)(?: ?[|•·])*", re.DOTALL)
MAX_PARTED_CHARS = 80
PROSE_TAGS = ("p", "li", "blockquote", "h1", "h2", "h3", "h4")
STORED_SCRIPT = re.compile(r"ld\+json", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """A run of text between two breaks; ``raw[start:end]`` is all of it."""

    start: int
    end: int
    clean: Clean
    element: Element  # innermost that holds all of it
    link_chars: int
    opens_item: bool

    @property
    def text(self) -> str:
        """What the block says, on one line."""
        return self.clean.text

    @cached_property
    def heading(self) -> int:
        """Level of the heading that the block stands in, 0 for none."""
        tags = (element.tag for element in self.element.path()[:4])
        return next((int(tag[1]) for tag in tags if HEADING.fullmatch(tag)), 0)

    @property
    def link_share(self) -> float:
        """Part of the text that is links."""
        return min(self.link_chars / max(len(self.text), 1), 1.0)


@dataclass
class Page:
    """A page read: blocks in order, and the elements that declare something."""

    blocks: list[Block] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)
    data: list[str] = field(default_factory=list)  # contents of JSON-LD scripts
    title: str = ""  # of the title element


def page(raw: str) -> Page:
    """Read a page."""
    return _Reader(raw).page()


@dataclass
class _Run:
    """A run of text as it grows: decoded text and where each stretch of it stands."""

    texts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    element: Element | None = None
    link_chars: int = 0
    opens_item: bool = False

    def add(self, text: str, start: int, end: int) -> None:
        self.pieces.append(Piece(self.length, self.length + len(text), start, end))
        self.texts.append(text)
        self.length += len(text)


class _Reader:
    def __init__(self, raw: str) -> None:
        self._raw = raw
        self._page = Page()
        self._elements = OpenElements()
        self._run = _Run()
        self._skipped = 0
        self._in_link = False
        self._is_item = False
        self._last_ends: dict[str, int] = {}

    def page(self) -> Page:
        for token in tokens(self._raw):
            if token.kind == OPEN:
                self._open(token)
            elif token.kind == CLOSE:
                self._close(token)
            elif token.name or self._elements.last.is_skipped:
                self._keep_data(token)
            else:
                self._text(token.start, token.end)
        self._flush()
        return self._page

    def _open(self, token: Token) -> None:
        source = self._raw[token.start : token.end]
        is_fact = self._is_fact(token, source)
        if is_fact or is_block(token.name):
            self._flush()
            self._is_item |= token.name == "li"
        if token.name == "a" or token.name in ENDS_LINK:
            self._in_link = token.name == "a" and HREF.search(source) is not None
        has_end = token.name not in SKIPPED or self._has_end(token)
        element = self._elements.open(token.name, source, token.start, has_end)
        element.breaks = is_fact
        if token.name in KEPT or "itemprop" in source.lower():
            self._page.elements.append(element)
            if token.name == "time" or TOLD.search(source):
                element.texts = []

    def _close(self, token: Token) -> None:
        last = self._elements.last
        if is_block(token.name) or (last.breaks and last.tag == token.name):
            self._flush()
        if token.name == "a":
            self._in_link = False
        if token.name != "br":
            self._elements.close(token.name)

    def _has_end(self, token: Token) -> bool:
        """Whether an end tag of this name stands anywhere behind a start tag."""
        if token.name not in self._last_ends:
            self._last_ends[token.name] = self._small.rfind(f"</{token.name}")
        return self._last_ends[token.name] >= token.start

    @cached_property
    def _small(self) -> str:
        """The page in small letters, each where it stood."""
        small = self._raw.lower()
        return small if len(small) == len(self._raw) else self._raw  # "İ" becomes two

    def _is_fact(self, token: Token, source: str) -> bool:
        """Whether an element tells who wrote or when, beside others that do, and is no part of a sentence."""
        if token.name not in FACT_TAGS or any(map(self._elements.is_open, PROSE_TAGS)):
            return False
        if not FACT.search(source):  # "<span>News ID: 84201</span> <span>Jun 12, 2022</span>"
            dated = DATED.match(self._raw, token.end)
            return dated is not None and stamp(dated["text"].strip()) is not None
        return token.name == "time" or not any(element.breaks for element in self._elements.last.path()[:4])

    def _keep_data(self, token: Token) -> None:
        text = self._raw[token.start : token.end]
        if token.name == "title" and not self._page.title:
            self._page.title = " ".join(html.unescape(text).split())
        elif token.name == "script" and STORED_SCRIPT.search(self._elements.last.attributes.get("type", "")):
            self._page.data.append(text)

    def _text(self, start: int, end: int) -> None:
        run, before = self._run, self._run.length
        position = start
        for match in REFERENCE.finditer(self._raw, start, end):
            if position < match.start():
                run.add(self._raw[position : match.start()], position, match.start())
            run.add(html.unescape(match.group()), match.start(), match.end())
            position = match.end()
        if position < end:
            run.add(self._raw[position:end], position, end)
        for element in self._elements.last.path()[:4]:
            if element.texts is not None:
                element.texts.append("".join(run.texts)[before:])
        if not self._raw[start:end].isspace():
            self._place(run, run.length - before)

    def _place(self, run: _Run, length: int) -> None:
        """Note which element a stretch of text stands in."""
        last = self._elements.last
        run.element = common(run.element, last) if run.element else last
        run.link_chars += length if self._in_link and self._elements.is_open("a") else 0  # </p> ends an open link too
        run.opens_item, self._is_item = run.opens_item or self._is_item, False

    def _flush(self) -> None:
        run, self._run = self._run, _Run()
        if run.element is None:
            return
        text = "".join(run.texts)
        mended = _without_marks(traced(clean(text, 0, len(text)), run.pieces))
        if mended.text.strip():  # "| |" holds nothing
            end = max(piece.raw_end for piece in mended.pieces)
            start = mended.raw_start
            self._page.blocks.append(Block(start, end, mended, run.element, run.link_chars, run.opens_item))


def _without_marks(mended: Clean) -> Clean:
    """Text without the strokes that part it from its neighbours: "Jane Doe |"."""
    inner = PARTED.fullmatch(mended.text) if len(mended.text) <= MAX_PARTED_CHARS else None
    return mended.part(inner.start("text"), inner.end("text")) if inner else mended


def traced(mended: Clean, pieces: list[Piece]) -> Clean:
    """Clean text of decoded text, its pieces moved from the decoded text to the markup."""
    moved = tuple(_joined(part for piece in mended.pieces for part in _moved(piece, pieces)))
    return Clean(mended.text, moved)


def _moved(piece: Piece, pieces: list[Piece]) -> Iterator[Piece]:
    first = bisect_right(pieces, piece.raw_start, key=lambda under: under.start) - 1
    last = bisect_right(pieces, piece.raw_end - 1, key=lambda under: under.start) - 1
    if not piece.moves_together:
        yield Piece(piece.start, piece.end, _place(pieces[first], piece.raw_start), _end(pieces[last], piece.raw_end))
        return
    for under in pieces[first : last + 1]:
        low, high = max(under.start, piece.raw_start), min(under.end, piece.raw_end)
        shift = piece.start - piece.raw_start
        if low < high:  # "&#2;" stands for nothing
            yield Piece(low + shift, high + shift, _place(under, low), _end(under, high))


def _place(under: Piece, offset: int) -> int:
    return under.raw_start + offset - under.start if under.moves_together else under.raw_start


def _end(under: Piece, offset: int) -> int:
    return under.raw_end - (under.end - offset) if under.moves_together else under.raw_end


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Pieces, those that touch on both sides as one."""
    last: Piece | None = None
    for piece in pieces:
        if last and piece.raw_start < last.raw_end:  # two characters of one reference: "&NotEqualTilde;"
            last = Piece(last.start, piece.end, last.raw_start, max(last.raw_end, piece.raw_end))
            continue
        touches = last is not None and last.raw_end == piece.raw_start
        if last and touches and last.moves_together and piece.moves_together:
            last = Piece(last.start, piece.end, last.raw_start, piece.raw_end)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last
