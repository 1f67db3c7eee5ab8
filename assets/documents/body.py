"""The body of an article from its parts, and the segments that trace every character of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assets.documents.clean import Piece
from assets.documents.parts import Part
from assets.documents.title import UNFINISHED, is_complete, word_count
from warehouse.tables.documents import Segment, SegmentKind

PARAGRAPH_BREAK = "\n\n"
MIN_BROKEN_WORDS = 8  # shorter lines without a full stop are headings
MIN_RUNNING_WORDS = 5
MAX_FRAGMENT_WORDS = 4
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
    texts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    before: Part | None = None
    for part in (part for part in parts if part.kind is SegmentKind.BODY):
        if before is not None:
            is_joined = continues(before, part)
            texts.append(" " if is_joined else PARAGRAPH_BREAK)
            if is_joined:
                pieces.append(_space(raw, length, before.end, part.start))
            length += len(texts[-1])
        pieces += [_moved(piece, length) for piece in part.clean.pieces]
        texts.append(part.clean.text)
        length += len(part.clean.text)
        before = part
    return Body("".join(texts), tuple(pieces))


def continues(first: Part, second: Part) -> bool:
    """Whether a paragraph break stands within a sentence: "Francisco Arias" / "Cárdenas."."""
    text, after = first.clean.text, second.clean.text
    if second.paragraph.is_item or first.paragraph.heading or second.paragraph.heading:
        return False
    words = word_count(text[-200:])
    if UNFINISHED.search(text[-12:]) and words >= MIN_RUNNING_WORDS:
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


def _space(raw: str, position: int, start: int, end: int) -> Piece:
    """The piece of a space that stands for the break between two parts."""
    gap = raw[start:end]
    offset = next((index for index, character in enumerate(gap) if character.isspace()), 0)
    return Piece(position, position + 1, start + offset, start + offset + 1)


def _moved(piece: Piece, by: int) -> Piece:
    return Piece(piece.start + by, piece.end + by, piece.raw_start, piece.raw_end)
