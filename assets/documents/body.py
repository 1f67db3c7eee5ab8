"""The body of an article from its parts, and the segments that trace every character of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from assets.documents.clean import Piece
from assets.documents.joints import repeats_word
from assets.documents.parts import Part
from assets.documents.title import is_complete, is_unfinished, word_count
from warehouse.tables.documents import Segment, SegmentKind

PARAGRAPH_BREAK = "\n\n"
MIN_BROKEN_WORDS = 8  # shorter lines without a full stop are headings
MIN_RUNNING_WORDS = 5
MAX_FRAGMENT_WORDS = 4
BROKEN_WORD = re.compile(r"[^\W\d_]{2}-$")
FRAGMENT_END = re.compile(r"[.!?][\"”’)]?$")


@dataclass(frozen=True)
class Body:
    """Body text and the raw text behind it."""

    text: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    kind: SegmentKind
    body_start: int | None = None
    body_end: int | None = None


def body(raw: str, parts: Sequence[Part]) -> Body:
    """Body of an article: paragraphs with a blank line between, broken ones mended."""
    writer = _Writer()
    before: Part | None = None
    for index, part in enumerate(parts):
        if part.kind is not SegmentKind.BODY:
            continue
        blank = _blank(raw, parts, index)
        joint = _joint(before, part, blank is not None) if before else _Joint.START
        if blank is not None and joint in (_Joint.SPACE, _Joint.DOUBLED):
            writer.space(blank)
        elif joint is _Joint.PARAGRAPH:
            writer.add(PARAGRAPH_BREAK, ())
        elif joint is _Joint.HYPHEN:
            writer.drop_last()
        dropped = len(repeats_word(before.clean.text, part.clean.text)) + 1 if before and joint is _Joint.DOUBLED else 0
        kept = part.clean.part(dropped, len(part.clean.text)) if dropped else part.clean
        writer.add(kept.text, kept.pieces)
        before = part
    return Body("".join(writer.texts), tuple(writer.pieces))


class _Joint(Enum):
    """What stands between two paragraphs in the body."""

    START = "nothing"
    PARAGRAPH = "a blank line"
    SPACE = "a space: the sentence goes on"
    HYPHEN = "nothing, and the hyphen before it goes: a word goes on"
    DOUBLED = "a space, and the word printed on both sides goes once"


def _joint(first: Part, second: Part, has_blank: bool) -> _Joint:
    text, after = first.clean.text, second.clean.text
    is_plain = not (second.paragraph.is_item or first.paragraph.heading or second.paragraph.heading)
    if (
        is_plain
        and after[:1].islower()
        and BROKEN_WORD.search(text[-4:])
        and word_count(text[-200:]) >= MIN_RUNNING_WORDS
    ):
        return _Joint.HYPHEN
    if not (has_blank and continues(first, second)):
        return _Joint.PARAGRAPH
    return _Joint.DOUBLED if repeats_word(text, after) else _Joint.SPACE


class _Writer:
    """Collects the body and its pieces."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.pieces: list[Piece] = []
        self._length = 0

    def add(self, text: str, pieces: Sequence[Piece]) -> None:
        """Add text and the raw text it stands for."""
        self.pieces += [_moved(piece, self._length) for piece in pieces]
        self.texts.append(text)
        self._length += len(text)

    def space(self, raw_start: int) -> None:
        """Add the space that stands for the break between two paragraphs."""
        self.pieces.append(Piece(self._length, self._length + 1, raw_start, raw_start + 1))
        self.texts.append(" ")
        self._length += 1

    def drop_last(self) -> None:
        """Drop the last character and what it stands for."""
        self.texts[-1] = self.texts[-1][:-1]
        self._length -= 1
        last = self.pieces.pop()
        if last.start < self._length:
            raw_end = last.raw_end - 1 if last.moves_together else last.raw_end
            self.pieces.append(Piece(last.start, self._length, last.raw_start, raw_end))


def continues(first: Part, second: Part) -> bool:
    """Whether a paragraph break stands within a sentence: "Francisco Arias" / "Cárdenas."."""
    text, after = first.clean.text, second.clean.text
    if second.paragraph.is_item or first.paragraph.heading or second.paragraph.heading:
        return False
    words = word_count(text[-200:])
    if is_unfinished(text) and words >= MIN_RUNNING_WORDS:
        return True
    if is_complete(text) or words < MIN_RUNNING_WORDS:
        return False
    is_fragment = bool(FRAGMENT_END.search(after)) and word_count(after[:100]) <= MAX_FRAGMENT_WORDS
    return after[:1].islower() or (is_fragment and words >= MIN_BROKEN_WORDS)


def segments(raw: str, document_id: str, parts: Sequence[Part], found: Body) -> tuple[Segment, ...]:
    """Segments that cover the raw text without gaps."""
    spans = [_Span(piece.raw_start, piece.raw_end, SegmentKind.BODY, piece.start, piece.end) for piece in found.pieces]
    spans += [_Span(part.start, part.end, part.kind) for part in parts if part.kind is not SegmentKind.BODY]
    spans.sort(key=lambda span: span.start)
    return tuple(
        Segment(
            document_id=document_id,
            raw_start=span.start,
            raw_end=span.end,
            kind=span.kind,
            body_start=span.body_start,
            body_end=span.body_end,
        )
        for span in _filled(raw, spans)
    )


def _filled(raw: str, spans: Sequence[_Span]) -> Iterator[_Span]:
    position = 0
    for span in spans:
        yield from _gap(raw, position, span.start)
        yield span
        position = span.end
    yield from _gap(raw, position, len(raw))


def _gap(raw: str, start: int, end: int) -> Iterator[_Span]:
    """White space, and the markup within it."""
    text = raw[start:end]
    inner_start = start + len(text) - len(text.lstrip())
    inner_end = max(inner_start, start + len(text.rstrip()))
    for low, high, kind in (
        (start, inner_start, SegmentKind.BLANK),
        (inner_start, inner_end, SegmentKind.BOILERPLATE),
        (inner_end, end, SegmentKind.BLANK),
    ):
        if low < high:
            yield _Span(low, high, kind)


def _blank(raw: str, parts: Sequence[Part], index: int) -> int | None:
    """Raw character of no part that may stand for a space before the part: white space if possible, else of a tag.

    Between two parts of the body may stand others, and the white space within those is theirs.
    """
    found: int | None = None
    while index:
        start, end = parts[index - 1].end, parts[index].start
        found = next((at for at in range(start, end) if raw[at].isspace()), start if start < end else found)
        index -= 1
        if parts[index].kind is SegmentKind.BODY:
            break
    return found


def _moved(piece: Piece, by: int) -> Piece:
    return Piece(piece.start + by, piece.end + by, piece.raw_start, piece.raw_end)
