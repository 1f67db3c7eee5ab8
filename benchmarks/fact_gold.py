"""Facts of the project's own articles: those that are annotated, and those that the product reads out of the same text.

Scored is the body, as far as it is annotated. Titles are left out: the product reads facts in the body alone. A fact that
is annotated in the body and was lost with its line is missed.
"""

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from pydantic import BaseModel, ConfigDict

from assets.entities import Entities
from benchmarks import documents
from benchmarks.annotated_names import SOURCES, AnnotatedNames, annotated_names
from benchmarks.gold import GOLD_FOLDER, GoldDocument
from benchmarks.readings import entities
from benchmarks.spans import Span, Weights, overlap, touches
from warehouse.tables.documents import SegmentKind
from warehouse.tables.entities import Mention

EVERY = "own"  # all articles of our own together
SPLITS = ("dev", "test")


class _Marked(BaseModel):
    """What a person marked."""

    model_config = ConfigDict(frozen=True)


class GoldArgument(_Marked):
    """A participant of an event; chain null where the names have none."""

    chain: str | None
    text: Span
    participation: str


class GoldEvent(_Marked):
    """An event as one sentence tells it."""

    id: str
    type: str
    mode: str | None
    alt_types: tuple[str, ...]
    realis: str
    trigger: Span
    sentence: Span
    arguments: tuple[GoldArgument, ...]
    start_on: str | None
    end_on: str | None
    place: Span | None
    attributed_to: str | None
    main: bool
    same_as: str | None

    @property
    def types(self) -> frozenset[str]:
        """Types that are right."""
        return frozenset((self.type, *self.alt_types))


class GoldQuote(_Marked):
    """A quotation with its speaker and the words that report it."""

    id: str
    kind: str
    span: Span
    speaker: str | None
    cue: Span | None


class GoldAmount(_Marked):
    """An amount of money, people, percent, things or time."""

    kind: str
    value: float
    value_max: float | None
    currency: str | None
    unit: str | None
    is_approximate: bool
    span: Span


class GoldTime(_Marked):
    """A time expression with the days it means, as YYYY, YYYY-MM or YYYY-MM-DD."""

    span: Span
    start_on: str | None
    end_on: str | None
    basis: str


class GoldOffice(_Marked):
    """An office of a person, at the first title."""

    person: str
    title: Span
    role: str
    country: str | None
    status: str


class Facts(_Marked):
    """Facts of one document."""

    file: str | None = None
    url: str | None = None
    sha256: str
    until: int | None
    events: tuple[GoldEvent, ...]
    not_events: tuple[Span, ...]
    quotes: tuple[GoldQuote, ...]
    amounts: tuple[GoldAmount, ...]
    times: tuple[GoldTime, ...]
    offices: tuple[GoldOffice, ...]


@dataclass(frozen=True, eq=False)
class Compared:
    """One document: what is wanted and what was found where it is scored."""

    source: str
    split: str
    key: str
    text: str
    wanted: Facts
    found: Entities
    mentions: Mapping[str, Mention]  # every mention of the document by its identifier
    meant: Mapping[str, frozenset[str]]  # the annotated chains that each chain found may stand for
    names: Mapping[str, str]  # fullest name of each annotated chain

    @property
    def weights(self) -> Weights:
        """How much text lies before each offset."""
        return Weights.of(self.text)

    def words(self, span: Span) -> str:
        """The text of a span in one line, without markup."""
        return " ".join(re.sub(r"<[^>]*>|&nbsp;", " ", self.text[slice(*span)]).split())

    def is_meant(self, chain_id: str | None, wanted: str | None) -> bool:
        """Whether a chain found stands for the annotated one; none for none."""
        if chain_id is None or wanted is None:
            return chain_id is None and wanted is None
        return wanted in self.meant.get(chain_id, ())

    def name_of(self, chain_id: str | None) -> str | None:
        """The fullest mention of a chain found, for people to read."""
        names = [mention.text for mention in self.mentions.values() if mention.chain_id == chain_id]
        return " ".join(max(names, key=len).split()) if names else chain_id


@cache
def compared() -> tuple[Compared, ...]:
    """Every document whose facts are annotated and that is available here, read."""
    facts = {each.file or each.url: each for source in SOURCES for each in _facts(source)}
    names = {source: annotated_names(source) for source in SOURCES}
    return tuple(
        comparison(source, gold, facts[key], names[source][key], entities(gold.article))
        for split in SPLITS
        for source, gold in documents.gold_documents(split)
        if source in SOURCES and (key := gold.annotation.key) in facts
    )


def groups(scored: Iterable[Compared]) -> dict[str, list[Compared]]:
    """Documents by "source/split", then those of all sources by split."""
    found: dict[str, list[Compared]] = {f"{source}/{split}": [] for source in (*SOURCES, EVERY) for split in SPLITS}
    for document in scored:
        for source in (document.source, EVERY):
            found[f"{source}/{document.split}"].append(document)
    return {name: members for name, members in found.items() if members}


def comparison(source: str, gold: GoldDocument, facts: Facts, names: AnnotatedNames, found: Entities) -> Compared:
    """One document read, beside the facts annotated in it.

    Raises:
        ValueError: the facts are of another text.
    """
    annotation = gold.annotation
    if annotation.sha256 != facts.sha256:
        raise ValueError(f"{annotation.key}: the facts are of another text: mark them again")
    scored = [
        (start, min(end, facts.until or end)) for start, end, kind in annotation.segments if kind is SegmentKind.BODY
    ]
    runs = [run for run in scored if run[0] < run[1]]
    return Compared(
        source=source,
        split=annotation.split,
        key=annotation.key,
        text=gold.text,
        wanted=_facts_within(facts, runs),
        found=_found_within(found, runs),
        mentions={mention.mention_id: mention for mention in found.mentions},
        meant=chains_meant(names, found.mentions),
        names={chain: value.name for chain, value in names.chains.items()},
    )


def chains_meant(names: AnnotatedNames, mentions: Iterable[Mention]) -> dict[str, frozenset[str]]:
    """The annotated chains that share most mentions with each chain found."""
    named = [((start, end), chain) for start, end, _, chain, _ in names.mentions if chain]
    shared: dict[str, Counter[str]] = {}
    for mention in mentions:
        counts = shared.setdefault(mention.chain_id, Counter())
        counts.update(chain for span, chain in named if overlap(span, (mention.raw_start, mention.raw_end)))
    return {
        chain_id: frozenset(chain for chain, number in counts.items() if number == max(counts.values()))
        for chain_id, counts in shared.items()
    }


def _facts(source: str) -> Iterator[Facts]:
    for line in (GOLD_FOLDER / f"facts_{source}.jsonl").read_text(encoding="utf-8").splitlines():
        yield Facts.model_validate(json.loads(line))


def _facts_within(facts: Facts, runs: Sequence[Span]) -> Facts:
    return facts.model_copy(
        update={
            "events": tuple(each for each in facts.events if touches(each.trigger, runs)),
            "not_events": tuple(each for each in facts.not_events if touches(each, runs)),
            "quotes": tuple(each for each in facts.quotes if touches(each.span, runs)),
            "amounts": tuple(each for each in facts.amounts if touches(each.span, runs)),
            "times": tuple(each for each in facts.times if touches(each.span, runs)),
            "offices": tuple(each for each in facts.offices if touches(each.title, runs)),
        }
    )


def _found_within(found: Entities, runs: Sequence[Span]) -> Entities:
    events = tuple(each for each in found.event_mentions if touches((each.trigger_start, each.trigger_end), runs))
    known = {each.event_mention_id for each in events}
    return replace(
        found,
        mentions=tuple(each for each in found.mentions if touches((each.raw_start, each.raw_end), runs)),
        quotes=tuple(each for each in found.quotes if touches((each.raw_start, each.raw_end), runs)),
        amounts=tuple(each for each in found.amounts if touches((each.raw_start, each.raw_end), runs)),
        time_expressions=tuple(
            each for each in found.time_expressions if touches((each.raw_start, each.raw_end), runs)
        ),
        event_mentions=events,
        event_arguments=tuple(each for each in found.event_arguments if each.event_mention_id in known),
    )
