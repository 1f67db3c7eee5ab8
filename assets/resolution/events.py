"""Events: accounts of several sentences and documents that tell one real-world event.

Accounts are compared only within blocks of the same kind of event and a shared pair of main participants, so that the
work grows with the accounts, not with their square. Two dated accounts of different days stay two events.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

import polars as pl

from assets.resolution.clusters import representatives
from warehouse.keys import stable_id
from warehouse.tables.resolution import EventMentionEvent

MAIN_PARTICIPANTS = 12  # a pair is a block key: of a summit's participants the first by identifier are enough
SAME_NEWS_DAYS = 10  # an undated account joins another document's event only when published this close to it
FAMILIES = {"visit": "visit", "phone": "phone"}  # other modes of one type may name the same event


@dataclass(frozen=True)
class Account:
    """One event as one sentence tells it."""

    event_mention_id: str
    document_id: str
    family: tuple[str, str, bool]  # type, kind of mode, whether it is told as having happened
    start_on: dt.date | None
    end_on: dt.date | None
    city_id: str | None
    published_on: dt.date | None
    actors: frozenset[str]  # main participants; of fewer than two also those present


def events(
    told: pl.DataFrame,
    arguments: pl.DataFrame,
    actor_mentions: pl.DataFrame,
    place_cities: pl.DataFrame,
    documents: pl.DataFrame,
) -> list[EventMentionEvent]:
    """Event of each account.

    Args:
        told: ``entities.event_mention``.
        arguments: ``entities.event_argument``.
        actor_mentions: ``resolution.actor_mention``.
        place_cities: mention_id and city_id of each mention of a city or of a venue with a city.
        documents: ``documents.document``.
    """
    found = _accounts(told, arguments, actor_mentions, place_cities, documents)
    by_id = {account.event_mention_id: account for account in found}
    pairs = list(_same_events(found))
    pairs += _one_sided(found, representatives(by_id, pairs))
    cluster = representatives(by_id, pairs)
    first = _first_told(found, cluster)
    return [
        EventMentionEvent(
            event_mention_id=key, document_id=by_id[key].document_id, event_id=stable_id("event", first[cluster[key]])
        )
        for key in sorted(by_id)
    ]


def _accounts(
    told: pl.DataFrame,
    arguments: pl.DataFrame,
    actor_mentions: pl.DataFrame,
    place_cities: pl.DataFrame,
    documents: pl.DataFrame,
) -> list[Account]:
    # who was merely present at one meeting may have had another with one of its principals
    is_main = pl.col("participation") != "attendee"
    takers = (
        arguments.join(actor_mentions.select("chain_id", "actor_id"), on="chain_id")
        .group_by("event_mention_id")
        .agg(pl.col("actor_id").filter(is_main).unique().alias("main"), pl.col("actor_id").unique().alias("all"))
        .with_columns(pl.when(pl.col("main").list.len() > 1).then("main").otherwise("all").alias("actor_id"))
    )
    days = documents.select("document_id", pl.coalesce("published_on", "dateline_on").alias("published_on"))
    cities = place_cities.rename({"mention_id": "place_mention_id"})
    rows = (
        told.join(takers, on="event_mention_id", how="left")
        .join(days, on="document_id", how="left")
        .join(cities, on="place_mention_id", how="left")
        .sort("event_mention_id")
    )
    return [
        Account(
            event_mention_id=row["event_mention_id"],
            document_id=row["document_id"],
            family=(row["plover_type"], FAMILIES.get(row["mode"], ""), row["realis"] == "asserted"),
            start_on=row["start_on"],
            end_on=row["end_on"],
            city_id=row["city_id"],
            published_on=row["published_on"],
            actors=frozenset(row["actor_id"] or ()),
        )
        for row in rows.iter_rows(named=True)
    ]


def _same_events(found: Sequence[Account]) -> Iterator[tuple[str, str]]:
    """Pairs of accounts of one event: first within each document, then across documents."""
    for block in _blocks(found).values():
        yield from _within_documents(block)
        yield from _across_documents(block)


def _blocks(found: Iterable[Account]) -> dict[tuple[object, ...], list[Account]]:
    blocks: dict[tuple[object, ...], list[Account]] = defaultdict(list)
    for account in found:
        main = sorted(account.actors)[:MAIN_PARTICIPANTS]
        for pair in combinations(main, 2):
            blocks[account.family, pair].append(account)
    return blocks


def _within_documents(block: Sequence[Account]) -> Iterator[tuple[str, str]]:
    """A document that tells of two people meeting twice without two dates or two places means one meeting."""
    by_document: dict[str, list[Account]] = defaultdict(list)
    for account in block:
        by_document[account.document_id].append(account)
    for accounts in by_document.values():
        anchors = _by_day(accounts)
        yield from _joined(accounts, anchors, lambda one, other: True)


def _across_documents(block: Sequence[Account]) -> Iterator[tuple[str, str]]:
    """Accounts of the same day, and undated ones with the only event of their news days."""
    yield from _joined(block, _by_day(block), _are_same_news)


def _one_sided(found: Sequence[Account], cluster: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Accounts that name one side only, with the one event of their document in which it takes part."""
    told: dict[tuple[object, ...], list[Account]] = defaultdict(list)
    for account in found:
        if len(account.actors) > 1:
            for actor in account.actors:
                told[account.document_id, account.family, actor].append(account)
    for account in found:
        if len(account.actors) == 1:
            others = told[(account.document_id, account.family, *account.actors)]
            possible = {cluster[one.event_mention_id] for one in others if _is_compatible(one, account)}
            if len(possible) == 1:
                yield account.event_mention_id, possible.pop()


def _by_day(accounts: Iterable[Account]) -> dict[dt.date, list[Account]]:
    """Accounts of one known day, by that day."""
    days: dict[dt.date, list[Account]] = defaultdict(list)
    for account in accounts:
        if account.start_on and account.start_on == account.end_on:
            days[account.start_on].append(account)
    return days


def _joined(
    accounts: Sequence[Account], days: dict[dt.date, list[Account]], are_near: Callable[[Account, Account], bool]
) -> Iterator[tuple[str, str]]:
    for group in days.values():
        for other in group[1:]:
            if _is_compatible(group[0], other):
                yield group[0].event_mention_id, other.event_mention_id
    undated = sorted(
        (account for account in accounts if account.start_on is None or account.start_on != account.end_on),
        key=lambda account: (account.published_on or dt.date.min, account.event_mention_id),
    )
    for account in undated:
        dated = [
            group[0] for group in days.values() if are_near(group[0], account) and _is_compatible(group[0], account)
        ]
        if len(dated) == 1:
            yield dated[0].event_mention_id, account.event_mention_id
    for one, other in pairwise(undated):
        if are_near(one, other) and _is_compatible(one, other):
            yield one.event_mention_id, other.event_mention_id


def _is_compatible(one: Account, other: Account) -> bool:
    """Whether day ranges overlap where both are known, and cities do not differ where both are known."""
    if one.start_on and one.end_on and other.start_on and other.end_on:
        if one.start_on > other.end_on or other.start_on > one.end_on:
            return False
        if one.start_on == one.end_on == other.start_on == other.end_on:
            return True  # the same people on the same day: a different city is a contested account, not another meeting
    return not (one.city_id and other.city_id and one.city_id != other.city_id)


def _are_same_news(one: Account, other: Account) -> bool:
    if one.document_id == other.document_id:
        return True
    told_on = [account.published_on or account.start_on for account in (one, other)]
    if told_on[0] is None or told_on[1] is None:
        return False
    return abs((told_on[0] - told_on[1]).days) <= SAME_NEWS_DAYS


def _first_told(found: Sequence[Account], cluster: dict[str, str]) -> dict[str, str]:
    """Earliest published account of each cluster: later documents do not change the event's identifier."""
    first: dict[str, tuple[dt.date, str]] = {}
    for account in found:
        key = (account.published_on or dt.date.max, account.event_mention_id)
        root = cluster[account.event_mention_id]
        first[root] = min(first.get(root, key), key)
    return {root: key[1] for root, key in first.items()}
