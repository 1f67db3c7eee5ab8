"""Scores of resolution: who and what is the same across the articles written for the gold set.

All documents of the gold set are resolved together, press releases too, which have other people. Scored are the annotated
people and organizations by document, and the events and quotations that are found: B-cubed and pairs of the same. What is
in one document alone must stay alone. Across documents identities_written.jsonl tells what is the same.

Groups of articles that tell the same events (group_gold.py) are resolved together, apart from these, and scored alike,
their stories too. No two people of a group may have one actor: namesakes stand in them.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import polars as pl

from assets.entities import Entities
from assets.resolution.accounts import DENIED, HELD
from assets.resolution.actors import actors
from assets.resolution.copying import Text, is_copy
from assets.resolution.events import events
from assets.resolution.places import cities_of_mentions, places
from assets.resolution.stand_ins import stand_ins
from assets.resolution.statements import statements
from assets.resolution.stories import stories
from benchmarks import documents, event_pairs, group_gold, quote_scores
from benchmarks.annotated_names import AnnotatedNames, annotated_names
from benchmarks.fact_gold import SPLITS, Compared, compared
from benchmarks.gold import GOLD_FOLDER
from benchmarks.group_gold import EVENT, ORGANIZATION, PERSON, STATEMENT, STORY, ReadArticle, read_articles
from benchmarks.link_scores import Links
from benchmarks.readings import reading
from benchmarks.spans import overlap
from warehouse.frames import frame
from warehouse.tables.documents import Document
from warehouse.tables.entities import EventArgument, EventMention, Mention, Quote
from warehouse.tables.resolution import Place, PlaceMention

SOURCE, EVERY = "written", "all"
KINDS = (PERSON, ORGANIZATION, EVENT, STATEMENT)
Thing = tuple[str, str]  # document, and what names a chain, event or quotation there


@dataclass(frozen=True)
class Resolved:
    """What everything found stands for: identifiers across documents by those within."""

    actors: Mapping[str, str]  # of chains
    events: Mapping[str, str]  # of event mentions
    statements: Mapping[str, str]  # of quotations


def scores() -> dict[str, float]:
    """Figures by "kind/split/metric", over the gold set that is available here; those of groups by "groups_kind"."""
    written = {
        f"{kind}/{split}/{name}": value
        for kind in KINDS
        for split in (*SPLITS, EVERY)
        for name, value in _figures(_links(kind, split))
    }
    return written | {
        f"groups_{kind}/{split}/{name}": value
        for kind in group_gold.KINDS
        for split in SPLITS
        for name, value in _group_figures(kind, split)
    }


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names: without the press releases others remain."""
    skipped = documents.unavailable()
    return dict.fromkeys(KINDS, "; ".join(skipped.values())) if skipped else {}


def errors() -> Iterator[str]:
    """What is torn apart and what is run together among documents of the dev split, then among its groups."""
    for kind in KINDS:
        words = _words(kind)
        called = {thing: f"{text} ({thing[0].rpartition('/')[2]})" for thing, text in words.items()}
        yield from (f"{kind} {line}" for line in _links(kind, "dev").errors(called.__getitem__))
    for kind in group_gold.KINDS:
        yield from (f"groups_{kind} {line}" for line in _group_links(kind, "dev").errors(_called))


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
    if kind == EVENT:
        for one, other in event_pairs.pairs(document).matched():
            when = "done" if one.realis in (HELD, DENIED) else "ahead"  # planned and held are two, which are related
            yield (document.key, one.id), one.same_as or one.id, when, resolved.events[other.event_mention_id]
    elif kind == STATEMENT:
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
    if kind == EVENT:
        return {
            (each.key, one.id): f"{one.type} {each.words(one.trigger)!r}"
            for each in _written()
            for one in each.wanted.events
        }
    if kind == STATEMENT:
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


def _group_figures(kind: str, split: str) -> Iterator[tuple[str, float]]:
    links = _group_links(kind, split)
    yield from _figures(links)
    if kind == PERSON and links.gold:
        names = {_group_of(thing) for thing in links.gold}
        yield "wrong_merges_free", 1 - len(_wrong_merges(links)) / len(names)


def _wrong_merges(links: Links[Thing]) -> set[str]:
    """Groups in which one actor stands for two people."""
    people: dict[tuple[str, str], set[str]] = {}
    for thing, person in links.gold.items():
        if thing in links.found:
            people.setdefault((_group_of(thing), links.found[thing]), set()).add(person)
    return {group for (group, _), several in people.items() if len(several) > 1}


def _group_of(thing: Thing) -> str:
    return thing[0].partition(" ")[0]


def _called(thing: Thing) -> str:
    """What to call a thing of a group."""
    return f"{thing[1].partition(' ')[2]!r} ({thing[0]})"


def _group_links(kind: str, split: str) -> Links[Thing]:
    """The things of a kind in groups of a split: grouped as annotated, and as found."""
    rows = [row for article in _group_articles() if article.group.split == split for row in _of_article(article, kind)]
    return Links(
        {thing: group for thing, group, _ in rows},
        {thing: identifier for thing, _, identifier in rows if identifier is not None},
    )


def _of_article(article: ReadArticle, kind: str) -> Iterator[tuple[Thing, str, str | None]]:
    """Things of an article, named by where they stand: what they are as annotated, and as found."""
    group, resolved = article.group, _resolved_groups()
    if kind == STORY:
        headline = group.texts[article.number].partition("\n")[0]
        story = _group_stories().get(article.document.document_id) if article.document else None
        yield (article.key, f"0 {headline}"), f"{group.name} {group.stories[article.number]}", story
        return
    stands_for = {EVENT: resolved.events, STATEMENT: resolved.statements}.get(kind, resolved.actors)
    for same, member, found in article.found_at(kind):
        if found is not None or kind not in (EVENT, STATEMENT):
            # organizations are real: the European Union of two groups is one
            name = same.name if kind == ORGANIZATION else f"{group.name} {same.name}"
            yield (article.key, f"{member.span[0]} {member.words}"), name, stands_for.get(found or "")


@cache
def _group_articles() -> tuple[ReadArticle, ...]:
    return tuple(article for group in group_gold.groups() for article in read_articles(group))


@cache
def _resolved_groups() -> Resolved:
    """Everything found in the groups, resolved as the assets do it."""
    return _resolution(
        [article.found for article in _group_articles()],
        [article.document for article in _group_articles() if article.document],
    )


@cache
def _group_stories() -> dict[str, str]:
    """Story of each document of the groups."""
    rows = _stories([article.document for article in _group_articles() if article.document])
    return dict(rows.select("document_id", "story_id").iter_rows())


def _stories(read: Sequence[Document]) -> pl.DataFrame:
    """``resolution.story`` of documents."""
    texts = {one.document_id: Text.of(one.body, one.published_on) for one in read}
    return stories(
        frame(Document, read),
        lambda pairs: pl.Series(
            [is_copy(texts[one], texts[other]) for one, other in pairs.iter_rows()], dtype=pl.Boolean
        ),
    )


@cache
def _resolved() -> Resolved:
    """Everything found in the gold set, resolved as the assets do it."""
    read = [replace(each.found, mentions=tuple(each.mentions.values())) for each in compared()]
    return _resolution(read, list(_read_documents()))


def _resolution(read: Sequence[Entities], documents_read: Sequence[Document]) -> Resolved:
    """What everything found in documents stands for, all of them together."""
    mentions = frame(Mention, [row for each in read for row in each.mentions])
    told = frame(EventMention, [row for each in read for row in each.event_mentions])
    arguments = frame(EventArgument, [row for each in read for row in each.event_arguments])
    quotes = frame(Quote, [row for each in read for row in each.quotes])
    texts = frame(Document, documents_read)
    actor, tied = actors(mentions, texts, stand_ins=stand_ins(told, arguments, mentions))
    where = places(mentions, texts)
    cities = cities_of_mentions(frame(PlaceMention, where.mentions), frame(Place, where.places))
    joined = events(told, arguments, tied, actor, cities, texts, _stories(documents_read))
    repeated = statements(quotes, tied, joined, texts)
    return Resolved(
        actors=dict(tied.select("chain_id", "actor_id").iter_rows()),
        events=dict(joined.select("event_mention_id", "event_id").iter_rows()),
        statements=dict(repeated.select("quote_id", "statement_id").iter_rows()),
    )


def _read_documents() -> Iterator[Document]:
    """The rows of the documents whose facts are annotated."""
    keys = {document.key for document in compared()}
    for split in SPLITS:
        for _, gold in documents.gold_documents(split):
            row = reading(gold.article).document
            if gold.annotation.key in keys and row is not None:
                yield row
