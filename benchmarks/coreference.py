"""Scores of coreference: which names of a document mean the same, under which name, and what stands for a person.

Names are matched end to end, as the pipeline finds them in the articles that the gold set holds: each annotated name
with the found one that overlaps it most in raw text, one to one, whatever the labels. A name that was not found, or
that nobody annotated, stands alone and counts as wrong. Left out are titles of articles (the pipeline reads bodies),
what stands behind the annotated part, and names that belong to no chain (adjectives such as "Peruvian").

``python -m benchmarks.coreference`` prints the scores; ``--errors`` lists what is wrong in the dev split.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from pydantic import BaseModel, ConfigDict
from rich.console import Console

from assets.documents.batches import outcome
from assets.documents.offsets import OffsetMap
from assets.entities import load_pipeline
from assets.entities.extensions import Chain
from assets.entities.word_sets import word_set
from benchmarks.gold import GOLD_FOLDER, Annotation, GoldDocument, Source, sources
from benchmarks.link_scores import Links, Partition, Ratio
from warehouse.tables.documents import SegmentKind

SOURCES = {"written": "names_written.jsonl", "press_releases": "names_press_releases.jsonl"}
CHAINED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP"})
PRONOUNS = word_set(
    "i me my mine myself we you your yours yourself he him his himself she her hers herself it its itself"
)
MIDDLE = 60  # characters of text shown around an error

Span = tuple[int, int]


class GoldChain(BaseModel):
    """A chain of the gold set."""

    model_config = ConfigDict(frozen=True)

    name: str
    kind: str


class Names(BaseModel):
    """The annotated names of one document."""

    model_config = ConfigDict(frozen=True)

    file: str | None = None
    url: str | None = None
    until: int | None
    mentions: tuple[tuple[int, int, str, str | None, Span | None], ...]
    chains: Mapping[str, GoldChain]
    nominal: tuple[tuple[int, int, str], ...] = ()


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
    def links(self) -> Links:
        """Both partitions of the names."""
        return Links(self.gold, self.found)


def scores() -> dict[str, float]:
    """Figures by "source/split/metric", over the gold set that is available here."""
    found: dict[str, float] = {}
    for source in SOURCES:
        for split in ("dev", "test"):
            scored = [each for each in scored_documents() if (each.source, each.split) == (source, split)]
            found.update({f"{source}/{split}/{name}": value for name, value in _metrics(scored) if scored})
    return found


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    return {source.name: source.skipped for source in _sources() if source.skipped}


@cache
def _sources() -> tuple[Source, ...]:
    return tuple(source for source in sources() if source.name in SOURCES)


@cache
def scored_documents() -> tuple[Scored, ...]:
    """Every annotated document that is available here, read and compared."""
    return tuple(
        compared(source.name, gold, names)
        for source in _sources()
        for gold, names in _annotated(source)
        if gold.annotation.language == "en"
    )


def _annotated(source: Source) -> Iterator[tuple[GoldDocument, Names]]:
    by_key = {gold.annotation.key: gold for gold in source.documents}
    if by_key:
        for line in (GOLD_FOLDER / SOURCES[source.name]).read_text(encoding="utf-8").splitlines():
            names = Names.model_validate(json.loads(line))
            yield by_key[str(names.file or names.url)], names


def compared(source: str, gold: GoldDocument, names: Names) -> Scored:
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
    reading = outcome(gold.article)
    if reading.document is None:
        return []
    offsets = OffsetMap.of_segments(reading.segments)
    doc = load_pipeline()(reading.document.body)

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


def _metrics(scored: Sequence[Scored]) -> Iterator[tuple[str, float]]:
    """Name and value of each figure."""
    links = [each.links for each in scored]
    yield "b_cubed_f1", _f1([one.b_cubed() for one in links])
    yield "b_cubed_of_matched_f1", _f1([one.of_matched().b_cubed() for one in links])
    yield "lea_f1", _f1([one.lea() for one in links])
    names = [right for each in scored for right in _named_fully(each).values()]
    yield "fullest_name", sum(names) / len(names) if names else 1.0
    if any(each.nominals for each in scored):
        for kind, is_pronoun in (("titles", False), ("pronouns", True)):
            ratio = Ratio(0, 0, 0, 0)
            for each in scored:
                ratio += _nominals(each, is_pronoun=is_pronoun)
            yield from ((f"{kind}_{name}", value) for name, value in ratio.figures())


def _f1(ratios: Iterable[Ratio]) -> float:
    return sum(ratios, Ratio(0, 0, 0, 0)).f1


def _named_fully(scored: Scored) -> dict[str, bool]:
    """Whether the chain that holds most names of each person bears the annotated fullest name."""
    best = scored.links.turned().majority()
    return {
        chain: chain in best and _plain(scored.chains[int(best[chain])].name) == _plain(name)
        for chain, name in scored.names.items()
    }


def _plain(name: str) -> str:
    """A name without what typography makes of it."""
    return " ".join(name.replace("’", "'").replace("‑", "-").casefold().split())


def _nominals(scored: Scored, is_pronoun: bool) -> Ratio:
    """Titles, or pronouns, found where they are annotated and given to the right person."""
    wanted, found = (
        {span: value for span, value in spans.items() if _is_pronoun(scored, span) == is_pronoun}
        for spans in (scored.nominals, scored.found_nominals)
    )
    right = sum(_is_right(scored, span) for span in found)
    return Ratio(right, len(found), right, len(wanted))


def _is_pronoun(scored: Scored, span: Span) -> bool:
    return scored.text[slice(*span)].casefold() in PRONOUNS


def _is_right(scored: Scored, span: Span) -> bool:
    meant = scored.same.get(str(scored.found_nominals[span]))
    return meant is not None and scored.nominals.get(span) == meant


def errors(scored: Scored) -> Iterator[str]:
    """What is wrong in one document, a line each."""
    yield from scored.links.errors(scored.text)
    for chain, is_right in _named_fully(scored).items():
        if not is_right:
            best = scored.links.turned().majority().get(chain)
            found = scored.chains[int(best)].name if best else None
            yield f"name: wanted {scored.names[chain]!r}, found {found!r}"
    for span in sorted({*scored.nominals, *scored.found_nominals}) if scored.nominals else ():
        yield from _nominal_error(scored, span)


def _nominal_error(scored: Scored, span: Span) -> Iterator[str]:
    wanted, found = scored.nominals.get(span), scored.found_nominals.get(span)
    if found is not None and _is_right(scored, span):
        return
    kind = "pronoun" if _is_pronoun(scored, span) else "title"
    verdict = "missed" if found is None else "not annotated" if wanted is None else "wrong"
    says = f"{scored.names.get(wanted or '')!r}, found {scored.chains[found].name if found is not None else None!r}"
    before, after = scored.text[max(0, span[0] - MIDDLE) : span[0]], scored.text[span[1] : span[1] + MIDDLE]
    around = f"{before}[{scored.text[slice(*span)]}]{after}".replace("\n", " ")
    yield f"{kind} {verdict}: wanted {says}: {around}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores, or the errors of the dev split."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coreference", description="Score coreference.")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in documents of the dev split")
    console = Console()
    if parser.parse_args(arguments).errors:
        lines = [
            line
            for each in scored_documents()
            if each.split == "dev"
            for line in (f"{each.source} {each.key}", *(f"    {line}" for line in errors(each)))
        ]
    else:
        lines = [f"{name}: {value:.4f}" for name, value in scores().items()]
    console.print("\n".join(lines), soft_wrap=True, markup=False, highlight=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
