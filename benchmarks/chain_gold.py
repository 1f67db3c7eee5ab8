"""Chains of the gold set: those that are annotated, and those that the pipeline finds in the same documents.

Names are matched end to end, as the pipeline finds them in the articles that the gold set holds: each annotated name
with the found one that overlaps it most in raw text, one to one, whatever the labels.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assets.documents.offsets import OffsetMap
from assets.entities import load_pipeline
from assets.entities.extensions import Chain
from benchmarks.annotated_names import SOURCES, AnnotatedNames, Span, annotated_names
from benchmarks.gold import Annotation, GoldDocument, Source, sources
from benchmarks.link_scores import Links, Partition
from benchmarks.readings import reading
from warehouse.tables.documents import SegmentKind

CHAINED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})


@dataclass(frozen=True)
class Found:
    """A chain as the pipeline finds it, in raw offsets."""

    name: str
    label: str
    mentions: tuple[Span, ...]
    nominals: tuple[Span, ...]


@dataclass(frozen=True)
class Scored:
    """One document with what was wanted and what was found."""

    source: str
    split: str
    key: str
    text: str
    gold: Partition  # chain of each annotated name that stands in the body
    found: Partition  # number of the chain of each name found, by the annotated name it matches, else by itself
    names: Mapping[str, str]  # fullest name of each person annotated in the body
    chains: tuple[Found, ...]
    nominals: Mapping[Span, str]  # pronouns and titles annotated
    found_nominals: Mapping[Span, int]

    @property
    def same(self) -> Mapping[str, str]:
        """The annotated chain that each chain found has most names of."""
        return self.links.majority()

    @property
    def links(self) -> Links[Span]:
        """Both partitions of the names."""
        return Links(self.gold, self.found)


@cache
def annotated_sources() -> tuple[Source, ...]:
    """The sources whose chains are annotated."""
    return tuple(source for source in sources() if source.name in SOURCES)


@cache
def scored_documents() -> tuple[Scored, ...]:
    """Every annotated document that is available here, read and compared."""
    return tuple(
        compared(source.name, gold, names)
        for source in annotated_sources()
        for gold, names in _annotated(source)
        if gold.annotation.language == "en"
    )


def _annotated(source: Source) -> Iterator[tuple[GoldDocument, AnnotatedNames]]:
    by_key = {gold.annotation.key: gold for gold in source.documents}
    if by_key:
        yield from ((by_key[key], names) for key, names in annotated_names(source.name).items())


def compared(source: str, gold: GoldDocument, names: AnnotatedNames) -> Scored:
    """One document read, its chains set beside those annotated."""
    spoken = _spoken_spans(gold.annotation, names.until or len(gold.text))
    wanted = {(start, end): chain for start, end, _, chain, _ in names.mentions if _within((start, end), spoken)}
    chains = tuple(_within_chain(chain, spoken) for chain in chains_found(gold))
    number_of = {span: number for number, chain in enumerate(chains) for span in chain.mentions}
    matched = matches(list(wanted), list(number_of))
    named = {span: chain for span, chain in wanted.items() if chain}
    found = {
        matched.get(span, span): str(number)
        for span, number in number_of.items()
        if matched.get(span, span) not in wanted or matched.get(span, span) in named
    }
    people = {chain for chain in named.values() if names.chains[chain].kind == "person"}
    return Scored(
        source=source,
        split=gold.annotation.split,
        key=gold.annotation.key,
        text=gold.text,
        gold=named,
        found=found,
        names={chain: names.chains[chain].name for chain in sorted(people)},
        chains=chains,
        nominals={(start, end): chain for start, end, chain in names.nominal if _within((start, end), spoken)},
        found_nominals={
            span: at for at, chain in enumerate(chains) if chain.label == "PERSON" for span in chain.nominals
        },
    )


def _spoken_spans(annotation: Annotation, until: int) -> list[Span]:
    """The body up to where it is annotated."""
    return [(start, min(end, until)) for start, end, kind in annotation.segments if kind is SegmentKind.BODY]


def _within(span: Span, runs: Iterable[Span]) -> bool:
    return any(low <= span[0] < high for low, high in runs)


def _within_chain(chain: Found, runs: Sequence[Span]) -> Found:
    mentions, nominals = (
        tuple(span for span in spans if _within(span, runs)) for spans in (chain.mentions, chain.nominals)
    )
    return Found(chain.name, chain.label, mentions, nominals)


def chains_found(gold: GoldDocument) -> list[Found]:
    """Chains that the pipeline finds in an article, in raw offsets; none where the article was rejected."""
    read = reading(gold.article)
    if read.document is None:
        return []
    offsets = OffsetMap.of_segments(read.segments)
    doc = load_pipeline()(read.document.body)

    def raw(span: Span) -> Span:
        return offsets.raw_span(doc[span[0]].idx, doc[span[1] - 1].idx + len(doc[span[1] - 1]))

    chains: Iterable[Chain] = doc._.chains
    return [
        Found(chain.name, chain.label, tuple(map(raw, chain.mentions)), tuple(map(raw, _standing_for(chain))))
        for chain in chains
        if chain.label in CHAINED
    ]


def _standing_for(chain: Chain) -> tuple[Span, ...]:
    """Titles and pronouns that mean the chain."""
    return (*chain.nominals, *chain.pronouns)


def matches(wanted: Sequence[Span], found: Sequence[Span]) -> dict[Span, Span]:
    """The annotated name that each name found is taken for: of those it overlaps the most alike, one to one."""
    pairs = [(_overlap(one, other), one, other) for one, other in _overlapping(sorted(wanted), sorted(found))]
    matched: dict[Span, Span] = {}
    for _, one, other in sorted(pairs, key=lambda pair: (-pair[0], pair[1:])):
        if other not in matched and one not in matched.values():
            matched[other] = one
    return matched


def _overlapping(wanted: Sequence[Span], found: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    for one in wanted:
        yield from ((one, other) for other in found if other[0] < one[1] and one[0] < other[1])


def _overlap(one: Span, other: Span) -> float:
    """Shared characters as a part of all that either covers."""
    return (min(one[1], other[1]) - max(one[0], other[0])) / (max(one[1], other[1]) - min(one[0], other[0]))
