"""Text without markup, invisible characters and broken encodings, each character traced to the raw text."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assets.documents.joints import DOUBLED, GLUED, HYPHEN, is_address, keeps_hyphen
from assets.documents.misread import MISREAD, plain_form, reread, stray_character

INVISIBLE = "\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe"
ENTITY = r"(?:[a-zA-Z]{2,8}|\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6})"
TAG = (
    r"(?:a|abbr|article|b|blockquote|br|cite|div|em|figcaption|figure|font|h[1-6]|hr|i|img|li|ol|p|section|small|span"
    r"|strong|sub|sup|table|tbody|td|th|tr|u|ul)"
)
ODDITY = re.compile(
    rf"(?P<hyphen>{HYPHEN})|(?P<doubled>{DOUBLED})"
    r"|(?P<space>\s{2,}|[^\S ])"
    rf"|(?P<invisible>[{INVISIBLE}]+)"
    r"|(?P<escape>\\(?=[\\`*_{}\[\]()#+\-.!$<>|~&\"']))"
    rf"|(?P<tag></?{TAG}(?:\s[^<>]{{0,1000}})?/?>|&lt;/?{TAG}(?:\s[^<>&]{{0,300}})?\s?/?&gt;)"
    rf"|(?P<entity>&(?:amp;){{0,3}}{ENTITY};|&nbsp(?![\w;]))"  # "&amp;nbsp;" was escaped twice
    r"|(?P<image>!\[[^\[\]\n]{0,300}\]\([^()\s]{0,1000}\))"
    r"|(?P<link>\[(?=[^\[\]\n]{1,300}\]\(\S{1,1000}\))|(?<=[^\[\]\n])\]\((?:https?://|/|mailto:)[^()\s]{1,1000}\))"
    r"|(?P<emphasis>(?<!\S)\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<!\w)_{1,2}(?=[^\W_])|(?<=[\w.,;:!?)])_{1,2}(?!\w))"
    rf"|(?P<misread>{MISREAD})"
    r"|(?P<decomposed>[^\W\d_][\u0300-\u036f]{1,4}|[\ufb00-\ufb06]|[\uff01-\uff5e]|[\U0001d400-\U0001d7ff])"
    rf"|(?P<glued>{GLUED})"
    r"|(?P<stray>[\x80-\x84\x86-\x9f\ud800-\udfff])"
)
MAX_ESCAPES = 4
MAX_LINE_HEAD = 70
PLACE_AND_HOUSE = re.compile(r"[A-Z][^_]{2,60}[A-Z)]")  # Syria's agency: "LATAKIA, SANA_ The minister ..."
DROPPED = re.compile(f"[{INVISIBLE}]+")


@dataclass(frozen=True)
class Piece:
    """A run of clean text and the raw text it stands for."""

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def moves_together(self) -> bool:
        """Whether each clean character stands for one raw character."""
        return self.end - self.start == self.raw_end - self.raw_start


@dataclass(frozen=True)
class Clean:
    """Clean text of a stretch of raw text; what stands in no piece was left out."""

    text: str
    pieces: tuple[Piece, ...]

    def part(self, start: int, end: int) -> "Clean":
        """Clean text ``[start, end)``; both must lie at character boundaries of the pieces."""
        first = max(bisect_right(self.pieces, start, key=lambda piece: piece.start) - 1, 0)
        cut: list[Piece] = []
        for piece in self.pieces[first:]:
            if piece.start >= end:
                break
            if piece.end > start:
                cut.append(_cut(piece, start, end))
        return Clean(self.text[start:end], tuple(cut))

    @property
    def raw_start(self) -> int:
        """First raw character that any clean character stands for."""
        return self.pieces[0].raw_start

    @property
    def raw_end(self) -> int:
        """Raw character after the last that any clean character stands for."""
        return self.pieces[-1].raw_end


def _cut(piece: Piece, start: int, end: int) -> Piece:
    low, high = max(piece.start, start), min(piece.end, end)
    if not piece.moves_together:
        return Piece(low - start, high - start, piece.raw_start, piece.raw_end)
    shift = piece.raw_start - piece.start
    return Piece(low - start, high - start, low + shift, high + shift)


def clean(raw: str, start: int, end: int, words: AbstractSet[str] = frozenset()) -> Clean:
    """Clean text of ``raw[start:end]``: no markup, every run of white space one space, none at the ends.

    ``words`` are the words of the whole text: they tell whether a hyphen at the end of a line belongs to its word.
    """
    writer = _Writer()
    position = start
    for match in ODDITY.finditer(raw, start, end):
        writer.copy(raw, position, match.start())
        _write(writer, match, words)
        position = match.end()
    writer.copy(raw, position, end)
    return writer.clean()


def _write(writer: "_Writer", match: re.Match[str], words: AbstractSet[str]) -> None:
    """Write what an oddity stands for; markup and invisible characters stand for nothing."""
    kind, text, raw, start = str(match.lastgroup), match.group(), match.string, match.start()
    if kind in ("space", "tag"):  # a tag separates words: "one<br>two"
        writer.space(start)
    elif kind == "hyphen" and keeps_hyphen(raw, start, match.end(), words):
        writer.copy(raw, start, start + 1)
    elif kind == "emphasis" and text == "_" and _is_dash(raw, start):
        writer.add(" – ", start, match.end())
    elif kind == "glued":  # the mark stands for itself and the space that is missing behind it
        writer.add(text if is_address(raw, start) else f"{text} ", start, match.end())
    elif kind in RESTORERS:
        writer.add(RESTORERS[kind](text), start, match.end())


def _is_dash(raw: str, start: int) -> bool:
    """Whether an underscore stands for the dash of a dateline: no other opens its line, and a sentence follows."""
    line = raw[max(start - MAX_LINE_HEAD, 0) : start].rpartition("\n")[2]
    return PLACE_AND_HOUSE.fullmatch(line.strip()) is not None and raw[start + 1 : start + 2] in ("", " ")


def _unescaped(text: str) -> str:
    for _ in range(MAX_ESCAPES):
        text = html.unescape(text)
    return DROPPED.sub("", text)


RESTORERS: dict[str, Callable[[str], str]] = {
    "entity": _unescaped,
    "misread": reread,
    "decomposed": plain_form,
    "stray": stray_character,
}


class _Writer:
    """Collects clean text and its pieces; joins pieces that touch on both sides."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[Piece] = []
        self._length = 0
        self._after_space = True  # white space that opens a stretch is dropped

    def copy(self, raw: str, start: int, end: int) -> None:
        """Add raw text as it stands, but for a space after a space."""
        if start < end and self._after_space and raw[start] == " ":
            start += 1
        if start < end:
            self._append(raw[start:end], start, end)

    def space(self, raw_start: int) -> None:
        """Add one space for the white space that begins at ``raw_start``."""
        if not self._after_space:
            self._append(" ", raw_start, raw_start + 1)

    def add(self, text: str, raw_start: int, raw_end: int) -> None:
        """Add text that stands for other raw text."""
        if text.isspace():
            self.space(raw_start)
        elif text:
            self._append(text, raw_start, raw_end)

    def _append(self, text: str, raw_start: int, raw_end: int) -> None:
        piece = Piece(self._length, self._length + len(text), raw_start, raw_end)
        last = self._pieces[-1] if self._pieces else None
        if last and last.raw_end == raw_start and last.moves_together and piece.moves_together:
            piece = Piece(last.start, piece.end, last.raw_start, raw_end)
            self._pieces.pop()
        self._pieces.append(piece)
        self._texts.append(text)
        self._length += len(text)
        self._after_space = text[-1] == " "

    def clean(self) -> Clean:
        """What was written, without a last space."""
        whole = Clean("".join(self._texts), tuple(self._pieces))
        return whole.part(0, len(whole.text.rstrip())) if whole.text.endswith(" ") else whole
