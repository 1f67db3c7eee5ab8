"""What holds of the reading of any article whatever."""

import datetime as dt
from collections.abc import Sequence

from assets.documents import Reading
from assets.documents.offsets import OffsetMap
from warehouse.frames import frame
from warehouse.tables.documents import Document, PublishedBasis, Rejected, Segment, SegmentKind

FIRST_DAY, LAST_DAY = dt.date(1900, 1, 1), dt.date(2100, 12, 31)
GAPS = ("", "\n\n")
MAX_MAPPED_WORDS = 2_000  # of a longer body the first: a million words take minutes and teach nothing more


class BrokenInvariantError(Exception):
    """A reading is not what every reading must be."""


def check(raw: str, reading: Reading) -> None:
    """Hold a reading against its raw text.

    Raises:
        BrokenInvariantError: it breaks an invariant, which the message names.
    """
    _require((reading.document is None) != (reading.rejected is None), "a document or a rejection, never both")
    if reading.rejected is not None:
        _require(reading.segments == (), "a rejected article has no segments")
        _require(": " in reading.rejected.detail, "a rejection names its source and the remedy")
        frame(Rejected, [reading.rejected])
        return
    if reading.document is not None:
        _check_document(reading.document)
        _check_cover(raw, reading.segments)
        _check_pieces(raw, reading.document.body, reading.segments)
        _check_words(raw, reading.document.body, reading.segments)
        frame(Document, [reading.document])
        frame(Segment, reading.segments)


def _check_document(document: Document) -> None:
    names = (document.title, document.author, document.publisher, document.wire_source, document.dateline_city)
    _require(all(name is None or name.strip() for name in names), "what is known of a document is not blank")
    _require(all(name is None or "\n" not in name for name in names), "what is known of a document is one line")
    _require(document.body.strip() == document.body, "a body has no blank ends")
    is_known = document.published_on is not None
    _require(is_known == (document.published_basis is not PublishedBasis.UNKNOWN), "a basis stands for a day")
    days = (document.published_on, document.dateline_on)
    _require(all(day is None or FIRST_DAY <= day <= LAST_DAY for day in days), "days are of a year of news")
    _require(len(document.signature) == 128, "a signature has 128 values")


def _check_cover(raw: str, segments: Sequence[Segment]) -> None:
    ends = [0, *(segment.raw_end for segment in segments)]
    _require([segment.raw_start for segment in segments] == ends[:-1], "segments follow each other without gap")
    _require(ends[-1] == len(raw), "segments reach the end of the raw text")
    _require(all(segment.raw_start < segment.raw_end for segment in segments), "no segment is empty")
    for segment in segments:
        is_body = segment.kind is SegmentKind.BODY
        _require((segment.body_start is not None) == is_body, "a body segment, and no other, has a span in the body")
        text = raw[segment.raw_start : segment.raw_end]
        _require(
            segment.kind is not SegmentKind.BLANK or not any(map(str.isalnum, text)), "blank segments hold no letter"
        )


def _check_pieces(raw: str, body: str, segments: Sequence[Segment]) -> None:
    last = 0
    for segment in segments:
        if segment.body_start is None or segment.body_end is None:
            continue
        _require(last <= segment.body_start < segment.body_end <= len(body), "pieces stand in the body in order")
        _require(body[last : segment.body_start] in GAPS, "only paragraph breaks stand between pieces")
        last = segment.body_end
        said, meant = body[segment.body_start : segment.body_end], raw[segment.raw_start : segment.raw_end]
        is_moved = len(said) == len(meant) and any(
            was != now for now, was in zip(said, meant, strict=True) if _is_plain(was)
        )
        _require(not is_moved, "a piece as long as its raw text has its letters")  # as the check on the tables has it
    _require(last == len(body), "pieces reach the end of the body")


def _check_words(raw: str, body: str, segments: Sequence[Segment]) -> None:
    offsets = OffsetMap.of_segments(segments)
    start = 0
    for word in body.split(maxsplit=MAX_MAPPED_WORDS)[:MAX_MAPPED_WORDS]:
        start = body.index(word, start)
        low, high = offsets.raw_span(start, start + len(word))
        _require(0 <= low < high <= len(raw), "the evidence of a word lies in the raw text")
        start += len(word)


def _is_plain(character: str) -> bool:
    """Whether no repair of misread letters exchanges a character."""
    return character.isascii() and character.isalnum()


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise BrokenInvariantError(what)
