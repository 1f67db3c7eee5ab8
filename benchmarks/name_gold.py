"""Names of the project's own articles: those that are marked, and those that the product finds where it is scored."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks import documents
from benchmarks.annotated_names import SOURCES, names_in
from benchmarks.corpora import Span
from benchmarks.gold import GOLD_FOLDER, GoldDocument
from benchmarks.readings import entities
from warehouse.tables.documents import SegmentKind
from warehouse.tables.entities import Mention

LABELS = ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")
VALUE_LABELS = ("DATE", "MONEY", "QUANTITY")  # marked in the written articles only
SPLITS = ("dev", "test")
# What raw text may have at the borders of a name that is none of it: a tag, the space between lines, the "\" of "\$".
EDGE = re.compile(r"^(?:<[^>]*>|\s|\\)+|(?:<[^>]*>|\s|\\)+$")

# The product's phrase begins with the country or body that the office is of ("Qatar's foreign minister"), the gold's
# behind it; in raw text "'s " takes as much as "&#8217;s ".
OWNERS = frozenset({"NORP", "GPE", "ORG"})
LONGEST_POSSESSIVE = 10

RawSpan = tuple[int, int]


@dataclass(frozen=True)
class Names:
    """Names of one document in raw offsets, and the title phrase of each person that has one."""

    spans: frozenset[Span]
    roles: frozenset[tuple[RawSpan, RawSpan]]  # (person, phrase)


@dataclass(frozen=True)
class Marked:
    """What a person marked in one document."""

    key: str
    sha256: str
    until: int | None
    names: Names


@dataclass(frozen=True)
class Compared:
    """One document: what is wanted and what was found where it is scored."""

    source: str
    gold: GoldDocument
    labels: tuple[str, ...]
    wanted: Names
    found: Names

    def errors(self) -> list[str]:
        """Names missed and invented, in the order of the text."""
        missed = [(span, "missed") for span in self.wanted.spans - self.found.spans]
        invented = [(span, "invented") for span in self.found.spans - self.wanted.spans]
        return [
            f"{verdict} {label}: {' '.join(self.gold.text[start:end].split())!r}"
            for (start, end, label), verdict in sorted([*missed, *invented])
        ]


@cache
def compared() -> tuple[Compared, ...]:
    """Every document whose names are marked and that is available here, read."""
    marked = {each.key: each for source in SOURCES for each in marked_names(GOLD_FOLDER / f"names_{source}.jsonl")}
    return tuple(
        comparison(source, gold, marked[gold.annotation.key])
        for split in SPLITS
        for source, gold in documents.gold_documents(split)
        if source in SOURCES
    )


def comparison(source: str, gold: GoldDocument, marked: Marked) -> Compared:
    """One document read and compared with the names marked in it.

    Raises:
        ValueError: the names are of another text.
    """
    if gold.annotation.sha256 != marked.sha256:
        raise ValueError(f"{marked.key}: the names are of another text: mark them again")
    labels = LABELS + (VALUE_LABELS if source == "written" else ())
    scored = [
        (start, min(end, marked.until or end))
        for start, end, kind in gold.annotation.segments
        if kind is SegmentKind.BODY
    ]
    found = _within(scored, labels, _names(gold.text, entities(gold.article).mentions))
    wanted = _within(scored, labels, marked.names)
    return Compared(source, gold, labels, wanted, Names(found.spans, _without_owners(found.roles, marked.names)))


def marked_names(path: Path) -> Iterator[Marked]:
    """Annotations of a file of names, in order."""
    for names in names_in(path):
        spans = frozenset((start, end, label) for start, end, label, *_ in names.mentions)
        roles = frozenset(((start, end), role) for start, end, _, _, role in names.mentions if role)
        yield Marked(names.key, names.sha256, names.until, Names(spans, roles))


def _names(text: str, mentions: Iterable[Mention]) -> Names:
    spans, roles = set(), set()
    for mention in mentions:
        start, end = _trimmed(text, mention.raw_start, mention.raw_end)
        spans.add((start, end, mention.label.value))
        if mention.role_start is not None and mention.role_end is not None:
            roles.add(((start, end), _trimmed(text, mention.role_start, mention.role_end)))
    return Names(frozenset(spans), frozenset(roles))


def _trimmed(text: str, start: int, end: int) -> RawSpan:
    """The span without markup at its borders."""
    inner = text[start:end]
    lead = EDGE.match(inner)
    start += lead.end() if lead else 0
    return start, start + len(EDGE.sub("", text[start:end]))


def _without_owners(roles: Iterable[tuple[RawSpan, RawSpan]], marked: Names) -> frozenset[tuple[RawSpan, RawSpan]]:
    """Title phrases without the country or body before them, where that alone makes them longer than the gold's."""
    wanted = dict(marked.roles)
    return frozenset(
        (person, wanted[person] if person in wanted and _is_owned(phrase, wanted[person], marked) else phrase)
        for person, phrase in roles
    )


def _is_owned(found: RawSpan, wanted: RawSpan, marked: Names) -> bool:
    """Whether the phrase found is the one wanted with its owner: "Armenian Foreign Minister"."""
    return found[1] == wanted[1] and any(
        label in OWNERS and found[0] <= start and end <= wanted[0] <= end + LONGEST_POSSESSIVE
        for start, end, label in marked.spans
    )


def _within(scored: Iterable[RawSpan], labels: tuple[str, ...], names: Names) -> Names:
    """Names of the labels scored that touch text in which names are marked, with their roles."""
    runs = [run for run in scored if run[0] < run[1]]
    spans = frozenset(span for span in names.spans if span[2] in labels and _touches(span[0], span[1], runs))
    people = {(start, end) for start, end, label in spans if label == "PERSON"}
    return Names(spans, frozenset(role for role in names.roles if role[0] in people))


def _touches(start: int, end: int, runs: Iterable[RawSpan]) -> bool:
    return any(start < high and low < end for low, high in runs)
