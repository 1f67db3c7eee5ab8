"""Lines learned from one publisher's pages: what they are there, whatever the general rules make of them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

import polars as pl

from assets.documents.publisher import publisher_named
from assets.documents.title import ends_sentence, word_count
from warehouse.reference import furniture_file
from warehouse.tables.documents import SegmentKind

COLUMNS = ("publisher", "kind", "line", "documents", "share", "position")
# body: a reviewer found the line to be story; it stays in the file so that it is never proposed again
KINDS = frozenset(
    {
        SegmentKind.NAVIGATION,
        SegmentKind.BOILERPLATE,
        SegmentKind.ATTRIBUTION,
        SegmentKind.BYLINE,
        SegmentKind.CAPTION,
        SegmentKind.BODY,
    }
)
MIN_PROSE_WORDS = 8
LONG_CHARS = 300
NUMBER = re.compile(r"\d(?:[\d.,:]*\d)?")
ANY_NUMBER = "#"  # "12 comments" and "1,204 comments" are one line
TYPEWRITTEN = str.maketrans("‘’“”\u00a0", "''\"\" ")


class Position(StrEnum):
    """Where on a page a learned line is furniture."""

    HEAD = "head"
    TAIL = "tail"
    ANYWHERE = "anywhere"


@dataclass(frozen=True)
class Learned:
    """A line of the table of learned furniture; copies of one story count as one document."""

    publisher: str
    kind: SegmentKind
    line: str
    documents: int
    share: float
    position: Position


Lines = Mapping[str, Learned]  # by pattern
Kinds = Sequence[SegmentKind | None]


def pattern(text: str) -> str:
    """A line with every number masked, so that it is the same on every page."""
    return NUMBER.sub(ANY_NUMBER, " ".join(text.translate(TYPEWRITTEN).split()))


def publisher_key(domain: str | None, publisher: str | None) -> str | None:
    """Under which name the lines of a document are learned: its domain, else its publisher's, else the publisher."""
    known = publisher_named(publisher) if publisher else None
    return domain or (known.domain if known else None) or publisher


def lines_of(domain: str | None, publisher: str | None) -> Lines:
    """Lines learned from the pages of a document's publisher."""
    table = learned_lines(furniture_file())
    known = publisher_named(publisher) if publisher else None
    names = (publisher, known.domain if known else None, domain)
    keys = [name.casefold() for name in names if name] if table else []
    return {line: found for key in keys for line, found in table.get(key, {}).items()}


def marked(texts: Sequence[str], found: Kinds, lines: Lines) -> list[SegmentKind | None]:
    """Kinds of paragraphs with those of learned lines filled in, each only where it was learned to stand."""
    known = [lines.get(pattern(text)) if kind is None else None for text, kind in zip(texts, found, strict=True)]
    prose = [
        index
        for index, (text, kind, line) in enumerate(zip(texts, found, known, strict=True))
        if kind is None and line is None and is_prose(text)
    ]
    head_end, tail_start = (prose[0], prose[-1]) if prose else (len(texts), -1)
    return [
        line.kind if line and _stands(line.position, index < head_end, index > tail_start) else kind
        for index, (kind, line) in enumerate(zip(found, known, strict=True))
    ]


def is_prose(text: str) -> bool:
    """Whether a paragraph reads as a sentence or more."""
    is_closed = ends_sentence(text) or text[-1:] in '"”!?'
    return len(text) > LONG_CHARS or (is_closed and word_count(text[:LONG_CHARS]) >= MIN_PROSE_WORDS)


def _stands(position: Position, is_head: bool, is_tail: bool) -> bool:
    return position is Position.ANYWHERE or (is_head if position is Position.HEAD else is_tail)


@cache
def learned_lines(path: Path) -> Mapping[str, Lines]:
    """Furniture of each publisher in a file, by the publisher's name in small letters; lines found to be story left out."""
    table: dict[str, dict[str, Learned]] = {}
    for line in read_lines(path):
        if line.kind is not SegmentKind.BODY:
            table.setdefault(line.publisher.casefold(), {})[pattern(line.line)] = line
    return table


def read_lines(path: Path) -> list[Learned]:
    """Lines of a file in the form of seeds/reference/furniture.csv.

    Raises:
        ValueError: the file does not exist, or a row cannot be used.
    """
    if not path.is_file():
        raise ValueError(f"{path} does not exist: unset CHANCERY_FURNITURE or write the file with 'chancery furniture'")
    try:
        rows = pl.read_csv(path, infer_schema=False).select(COLUMNS).rows()
    except pl.exceptions.PolarsError as error:
        raise ValueError(f"{path} cannot be read: give the columns {', '.join(COLUMNS)} ({error})") from error
    return [_line(path, number, row) for number, row in enumerate(rows, 2)]


def _line(path: Path, number: int, row: tuple[str | None, ...]) -> Learned:
    publisher, kind, line, documents, share, position = row
    try:
        what, where = SegmentKind(kind or ""), Position(position or Position.ANYWHERE)
        if not publisher or not line or what not in KINDS:
            raise ValueError(f"publisher {publisher!r}, kind {kind!r}, line {line!r}")
        return Learned(publisher, what, line, int(documents or 0), float(share or 0), where)
    except ValueError as error:
        kinds = ", ".join(sorted(KINDS))
        raise ValueError(
            f"{path}, row {number}: {error}; give publisher, line, a kind ({kinds}), a position (head, tail, anywhere)"
        ) from error
