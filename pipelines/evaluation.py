"""Scores of a published warehouse against gold annotations of its articles.

A gold file is JSON Lines, one object per article: file, title, published_date, publisher, dateline_city, people,
events, quotes and amounts, as in tests/gold/seeds.jsonl. An article is found by the end of its source_uri.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

import duckdb

QUOTE_PREFIX = 40  # gold quotations stop at 80 characters; typography near the end differs


class GoldActor(TypedDict):
    """A participant."""

    actor: str


class GoldPerson(TypedDict):
    """A person named in the article."""

    name: str


class GoldEvent(TypedDict):
    """An event of the article."""

    type: str
    sources: list[GoldActor]
    targets: list[GoldActor]
    date: str | None
    background: bool


class GoldQuote(TypedDict):
    """A quotation."""

    text: str
    speaker: str
    direct: bool


class GoldAmount(TypedDict):
    """An amount."""

    value: float


class GoldArticle(TypedDict):
    """One annotated article."""

    file: str
    title: str | None
    published_date: str | None
    publisher: str | None
    dateline_city: str | None
    people: list[GoldPerson]
    events: list[GoldEvent]
    quotes: list[GoldQuote]
    amounts: list[GoldAmount]


@dataclass
class Score:
    """Counts of one thing scored; examples of what went wrong."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 of nothing."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found; 1 of nothing."""
        return self.right / self.wanted if self.wanted else 1.0

    def add(self, article: str, found: set[str], wanted: set[str]) -> None:
        """Count one article's sets."""
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)
        self.wrong += [f"{article}: missed {item}" for item in sorted(wanted - found)]
        self.wrong += [f"{article}: invented {item}" for item in sorted(found - wanted)]


def read_gold(path: Path) -> list[GoldArticle]:
    """Articles of a gold file.

    Raises:
        ValueError: a line is not a JSON object with a file name; the message names the line.
    """
    articles = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            article = json.loads(line)
            article["file"]
        except (ValueError, TypeError, KeyError) as error:
            raise ValueError(f"{path}, line {number}: give one JSON object with a 'file' per line ({error})") from error
        articles.append(article)
    return articles


def evaluate(connection: duckdb.DuckDBPyConnection, gold: Sequence[GoldArticle]) -> dict[str, Score]:
    """Score of each kind of thing over the articles of ``gold`` that the warehouse has.

    Metadata, dates and amounts count as found where the warehouse gives a value; an abstention is a miss, not an error.
    """
    scores: dict[str, Score] = {}
    for article in gold:
        document_id = _document_id(connection, article["file"])
        if document_id is None:
            scores.setdefault("articles", Score()).add(article["file"], set(), {"the article itself"})
            continue
        for name, found, wanted in _compared(connection, document_id, article):
            scores.setdefault(name, Score()).add(article["file"], found, wanted)
    return scores


Comparison = tuple[str, set[str], set[str]]


def _compared(connection: duckdb.DuckDBPyConnection, document_id: str, gold: GoldArticle) -> Iterable[Comparison]:
    yield from _metadata(connection, document_id, gold)
    yield _people(connection, document_id, gold)
    yield from _meetings(connection, document_id, gold)
    yield from _quotes(connection, document_id, gold)
    values = _column(connection, "select value from star.fact_amount where document_id = ?", document_id)
    yield "amounts", {f"{float(value):g}" for value in values}, {f"{amount['value']:g}" for amount in gold["amounts"]}


def _metadata(connection: duckdb.DuckDBPyConnection, document_id: str, gold: GoldArticle) -> Iterable[Comparison]:
    row = connection.execute(
        "select title, published_on::varchar, publisher, dateline_city from documents.document where document_id = ?",
        [document_id],
    ).fetchone()
    wanted = (gold["title"], gold["published_date"], gold["publisher"], gold["dateline_city"])
    for name, found, right in zip(
        ("title", "published_on", "publisher", "dateline_city"), row or (), wanted, strict=True
    ):
        yield name, {str(found)} if found else set(), {right} if right else set()


def _people(connection: duckdb.DuckDBPyConnection, document_id: str, gold: GoldArticle) -> Comparison:
    """People by name; a shorter form that stands for exactly one of those wanted is that one."""
    names = _column(
        connection,
        "select distinct actor.name from star.fact_mention as mention inner join star.dim_actor as actor "
        "using (actor_id) where mention.document_id = ? and mention.label = 'PERSON'",
        document_id,
    )
    wanted = {words_of(person["name"]) for person in gold["people"]}
    return "people", {matched(words_of(name), wanted) for name in names}, wanted


MEETINGS = """
select event.event_id, event.start_on::varchar as start_on, list(actor.name) as names
from star.fact_event as event
inner join star.dim_event_type as type using (event_type_id)
inner join star.bridge_event_participant as participant using (event_id)
inner join star.dim_actor as actor using (actor_id)
where type.plover_type = 'CONSULT'
    and event.event_id in (select event_id from star.fact_event_mention where document_id = ?)
group by event.event_id, event.start_on
order by event.event_id
"""


def _meetings(connection: duckdb.DuckDBPyConnection, document_id: str, gold: GoldArticle) -> Iterable[Comparison]:
    """Meetings and visits: a gold one is found when an event shares two of its participants, or all of fewer."""
    told = connection.execute(MEETINGS, [document_id]).fetchall()
    everyone = {words_of(person["name"]) for person in gold["people"]}
    found = {event_id: (day, {matched(words_of(name), everyone) for name in names}) for event_id, day, names in told}
    wanted = [event for event in gold["events"] if event["type"] == "CONSULT"]
    pairs = {}
    for number, event in enumerate(wanted):
        people = {words_of(actor["actor"]) for actor in [*event["sources"], *event["targets"]]}
        best = max(found, key=lambda event_id: len(found[event_id][1] & people), default=None)
        if best is not None and len(found[best][1] & people) >= min(2, len(people)):
            pairs[number] = best
    told_right = {f"told {event_id}" for event_id in pairs.values()}
    yield "meetings told that are in the gold", {f"told {event_id}" for event_id in found}, told_right
    main = {number for number, event in enumerate(wanted) if not event.get("background")}
    yield "meetings of the gold", {_label(wanted[n]) for n in main & pairs.keys()}, {_label(wanted[n]) for n in main}
    for number, event_id in sorted(pairs.items()):
        event, (day, people) = wanted[number], found[event_id]
        gold_people = {words_of(actor["actor"]) for actor in [*event["sources"], *event["targets"]]}
        if number in main:
            yield "participants", people, gold_people
            yield "meeting dates", {day} if day else set(), {event["date"]} if event["date"] else set()


def _quotes(connection: duckdb.DuckDBPyConnection, document_id: str, gold: GoldArticle) -> Iterable[Comparison]:
    rows = connection.execute(
        "select quote.text, speaker.name from star.fact_quote as quote "
        "left join star.dim_actor as speaker on speaker.actor_id = quote.speaker_actor_id "
        "where quote.document_id = ? and quote.kind <> 'indirect'",
        [document_id],
    ).fetchall()
    everyone = {words_of(person["name"]) for person in gold["people"]}
    found = {_opening(text): matched(words_of(name), everyone) if name else None for text, name in rows}
    wanted = {_opening(quote["text"]): words_of(quote["speaker"]) for quote in gold["quotes"] if quote["direct"]}
    yield "quotations", set(found), set(wanted)
    both = found.keys() & wanted.keys()
    yield (
        "speakers of quotations found",
        {f"{text}: {found[text]}" for text in both if found[text]},
        {f"{text}: {wanted[text]}" for text in both},
    )


def words_of(name: str) -> str:
    """A name without accents, case, punctuation and initials."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return " ".join(word for word in re.findall(r"\w+", plain.lower()) if len(word) > 1)


def matched(name: str, wanted: set[str]) -> str:
    """The wanted name that ``name`` is, or is part of and of no other; else ``name`` itself."""
    if name in wanted:
        return name
    whole = [other for other in wanted if set(name.split()) <= set(other.split())]
    return whole[0] if len(whole) == 1 else name


def _label(event: GoldEvent) -> str:
    return " - ".join(actor["actor"] for actor in [*event["sources"], *event["targets"]])


def _opening(text: str) -> str:
    return " ".join(text.split())[:QUOTE_PREFIX].rstrip(",. ")


def _document_id(connection: duckdb.DuckDBPyConnection, file: str) -> str | None:
    row = connection.execute(
        "select document_id from star.dim_document where ends_with(source_uri, ?) and is_current", [file]
    ).fetchone()
    return str(row[0]) if row else None


def _column(connection: duckdb.DuckDBPyConnection, query: str, document_id: str) -> list[str]:
    return [str(row[0]) for row in connection.execute(query, [document_id]).fetchall()]
