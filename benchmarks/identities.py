"""Scores of resolution: who and what is the same across the articles written for the gold set.

All documents of the gold set are resolved together, press releases too, which have other people. Scored are the annotated
people and organizations by document, and the events and quotations that are found: B-cubed and pairs of the same. What is
in one document alone must stay alone. Across documents identities_written.jsonl tells what is the same.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assets.resolution.actors import actors
from assets.resolution.events import events
from assets.resolution.places import cities_of_mentions, places
from assets.resolution.statements import statements
from benchmarks import documents, event_pairs, quote_scores
from benchmarks.annotated_names import AnnotatedNames, annotated_names
from benchmarks.fact_gold import SPLITS, Compared, compared
from benchmarks.gold import GOLD_FOLDER
from benchmarks.link_scores import Links
from benchmarks.readings import reading
from benchmarks.spans import overlap
from warehouse.frames import frame
from warehouse.tables.documents import Document
from warehouse.tables.entities import EventArgument, EventMention, Mention, Quote
from warehouse.tables.resolution import Actor, ActorMention, Place, PlaceMention

SOURCE, EVERY = "written", "all"
DONE = ("asserted", "negated")
KINDS = ("person", "organization", "event", "statement")
Thing = tuple[str, str]  # document, identifier of a chain, event or quotation


@dataclass(frozen=True)
class Resolved:
    """What everything found stands for: identifiers across documents by those within."""

    actors: Mapping[str, str]  # of chains
    events: Mapping[str, str]  # of event mentions
    statements: Mapping[str, str]  # of quotations
    names: Mapping[str, str]  # of actors


def scores() -> dict[str, float]:
    """Figures by "kind/split/metric", over the gold set that is available here."""
    return {
        f"{kind}/{split}/{name}": value
        for kind in KINDS
        for split in (*SPLITS, EVERY)
        for name, value in _figures(_links(kind, split))
    }


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names: without the press releases others remain."""
    skipped = documents.unavailable()
    return dict.fromkeys(KINDS, "; ".join(skipped.values())) if skipped else {}


def errors() -> Iterator[str]:
    """What is torn apart and what is run together among documents of the dev split."""
    for kind in KINDS:
        links, words = _links(kind, "dev"), _words(kind)
        for verdict, side in (("torn apart", links), ("run together", links.turned())):
            for group in dict.fromkeys(side.gold.values()):
                parts: dict[str, list[str]] = {}
                for thing in (one for one, other in side.gold.items() if other == group and one in side.found):
                    parts.setdefault(side.found[thing], []).append(f"{words[thing]} ({thing[0].rpartition('/')[2]})")
                if len(parts) > 1:
                    yield f"{kind} {verdict}: {' | '.join('; '.join(dict.fromkeys(part)) for part in parts.values())}"


def _figures(links: Links[Thing]) -> Iterator[tuple[str, float]]:
    if links.gold:
        yield "things", len(links.gold)
        yield from ((f"b_cubed_{name}", value) for name, value in links.b_cubed().figures())
        yield from ((f"pairs_{name}", value) for name, value in links.pairs().figures())


def _links(kind: str, split: str) -> Links[Thing]:
    """The things of a kind in documents of a split: grouped as annotated, and as found."""
    wanted: dict[Thing, str] = {}
    found: dict[Thing, str] = {}
    same = _same(kind)
    for document in _written():
        if split in (EVERY, document.split):
            for thing, group, when, identifier in _of_document(document, kind):
                wanted[thing] = same.get((document.key, group), f"{document.key} {group}") + when
                if identifier is not None:
                    found[thing] = identifier
    return Links(wanted, found)


def _of_document(document: Compared, kind: str) -> Iterator[tuple[Thing, str, str, str | None]]:
    """Things of a document: the group in which it has them, when it was, and what they are found to stand for."""
    resolved = _resolved()
    if kind == "event":
        for one, other in event_pairs.pairs(document).matched():
            when = "done" if one.realis in DONE else "ahead"  # planned and held are two, which are related
            yield (document.key, one.id), one.same_as or one.id, when, resolved.events[other.event_mention_id]
    elif kind == "statement":
        for quote, pieces in quote_scores.pairs(document).pieces():
            yield (document.key, quote.id), quote.id, "", resolved.statements[pieces[0].quote_id]
    else:
        names = _names()[document.key]
        for chain, value in names.chains.items():
            if value.kind == kind:
                identifier = resolved.actors.get(_chain_found(document, names, chain) or "")
                yield (document.key, chain), chain, "", identifier


def _chain_found(document: Compared, names: AnnotatedNames, chain: str) -> str | None:
    """The chain found that has most mentions of an annotated one."""
    spans = [(start, end) for start, end, _, other, _ in names.mentions if other == chain]
    shared = Counter(
        mention.chain_id
        for mention in document.mentions.values()
        if any(overlap(span, (mention.raw_start, mention.raw_end)) for span in spans)
    )
    return min(shared, key=lambda key: (-shared[key], key)) if shared else None


def _words(kind: str) -> dict[Thing, str]:
    """What to call each thing."""
    if kind == "event":
        return {
            (each.key, one.id): f"{one.type} {each.words(one.trigger)!r}"
            for each in _written()
            for one in each.wanted.events
        }
    if kind == "statement":
        return {(each.key, one.id): each.words(one.span)[:60] for each in _written() for one in each.wanted.quotes}
    return {(key, chain): value.name for key, names in _names().items() for chain, value in names.chains.items()}


@cache
def _same(kind: str) -> dict[Thing, str]:
    """Name of the identity that each thing has by the annotation."""
    rows = map(json.loads, (GOLD_FOLDER / "identities_written.jsonl").read_text(encoding="utf-8").splitlines())
    return {(file, name): row["name"] for row in rows if row["kind"] == kind for file, name in row["members"]}


@cache
def _names() -> dict[str, AnnotatedNames]:
    return annotated_names(SOURCE)


def _written() -> Sequence[Compared]:
    return [document for document in compared() if document.source == SOURCE]


@cache
def _resolved() -> Resolved:
    """Everything found in the gold set, resolved as the assets do it."""
    read = compared()
    mentions = frame(Mention, [row for each in read for row in each.mentions.values()])
    told = frame(EventMention, [row for each in read for row in each.found.event_mentions])
    arguments = frame(EventArgument, [row for each in read for row in each.found.event_arguments])
    quotes = frame(Quote, [row for each in read for row in each.found.quotes])
    texts = frame(Document, _read_documents())
    found, tied = actors(mentions)
    actor, actor_mentions = frame(Actor, found), frame(ActorMention, tied)
    where = places(mentions, texts)
    cities = cities_of_mentions(frame(PlaceMention, where.mentions), frame(Place, where.places))
    return Resolved(
        actors={row.chain_id: row.actor_id for row in tied},
        events={
            row.event_mention_id: row.event_id for row in events(told, arguments, actor_mentions, actor, cities, texts)
        },
        statements={row.quote_id: row.statement_id for row in statements(quotes, actor_mentions)},
        names=dict(actor.select("actor_id", "name").iter_rows()),
    )


def _read_documents() -> Iterator[Document]:
    """The rows of the documents whose facts are annotated."""
    keys = {document.key for document in compared()}
    for split in SPLITS:
        for _, gold in documents.gold_documents(split):
            row = reading(gold.article).document
            if gold.annotation.key in keys and row is not None:
                yield row
