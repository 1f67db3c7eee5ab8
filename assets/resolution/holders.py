"""Who is meant by an office without a name: whoever is known to have held it on the day of the document.

Known are those whom other documents name with the office, and those whom a user's table lists for that day.
"""

import datetime as dt
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

import polars as pl

from assets.resolution.actors import actors
from assets.resolution.dealings import NO_DEALINGS
from assets.resolution.holder_table import NO_HOLDERS, HolderTable
from assets.resolution.listed_offices import chain_of_line, listed_mentions, listed_offices
from assets.resolution.offices import offices
from assets.resolution.overrides import NO_OVERRIDES, Overrides
from assets.resolution.stand_ins import NO_STAND_INS
from assets.resolution.told_on import days
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.reference import reference
from warehouse.tables.entities import Label, Mention, RoleStatus
from warehouse.tables.resolution import ActorMention, ListedOffice, ResolutionMethod

NEAR_DAYS = 30  # from the nearest day on which somebody is named with the office, nobody else being named so near
SPELL_DAYS = 365  # at most between two days on which the same person is, and nobody in between
CONFIDENCE = {ResolutionMethod.OFFICE_HOLDER: 0.75, ResolutionMethod.LISTED_HOLDER: 0.85}
BY_SURNAME = (ResolutionMethod.UNIQUE_SURNAME, ResolutionMethod.DOCUMENT_CONTEXT)
HEADS = 2  # rank up to which a country or body has one holder of an office at a time
PORTFOLIOS = 3  # rank of ministers: one of each portfolio
FOREIGN_AFFAIRS = "foreign affairs"  # one office by whatever words; an energy minister may sit beside one of mines
HIGH_SECTORS = ("GOV", "IGO")
LESSER = re.compile(r"\b(?:deputy|vice|assistant|under|associate|alternate)\b", re.IGNORECASE)
WORD = re.compile(r"[^\W\d_]{4,}")
STEM = 5  # letters: "finance", "financial"
COMMON = frozenset({"minis", "secre", "depar", "state", "repub"})  # stems of words that tell no portfolio

OfficeKey = tuple[str, str]  # role, country or body


@dataclass(frozen=True)
class Held:
    """Somebody in an office, from one day to another: as named on one day, or as listed."""

    actor_id: str
    title_text: str
    start_on: dt.date
    end_on: dt.date
    is_full_name: bool = True  # not by a surname that others bear too
    own_actor_id: str | None = None  # of a listed one: the identifier that the name in the list gives


@dataclass(frozen=True)
class Resolved:
    """Actors, the chains tied to them, and the listed spells of those among them."""

    actors: pl.DataFrame  # resolution.actor
    mentions: pl.DataFrame  # resolution.actor_mention
    listed: pl.DataFrame  # resolution.listed_office


def actors_and_holders(
    mentions: pl.DataFrame,
    office_mentions: pl.DataFrame,
    documents: pl.DataFrame,
    overrides: Overrides = NO_OVERRIDES,
    table: HolderTable = NO_HOLDERS,
    stand_ins: Mapping[str, str] = NO_STAND_INS,
    dealings: Mapping[str, Set[str]] = NO_DEALINGS,
) -> Resolved:
    """Actors named in ``entities.mention``, or meant by an office, with the chains and offices tied to them.

    Args:
        mentions: ``entities.mention``.
        office_mentions: ``entities.office_mention``.
        documents: ``documents.document``.
        overrides: what a user decided.
        table: whom a user lists.
        stand_ins: country of each chain that takes part in an event in its country's place.
        dealings: countries with which each chain deals in the events told.
    """
    names = frame(Mention, listed_mentions(table))  # each line is a document of its own, published after all others
    found, tied = actors(pl.concat([mentions, names]), documents, overrides, stand_ins, dealings)
    is_line = pl.col("document_id").is_in(names["document_id"].implode())
    is_body = pl.col("chain_id").is_in(office_mentions["role_organization_chain_id"].implode())
    asked = tied.filter(is_line | is_body).iter_rows(named=True)
    by_chain = {row["chain_id"]: ActorMention.model_validate(row) for row in asked}
    own = tied.filter(~is_line)
    listed = list(listed_offices(table, by_chain))
    observed = _observed(offices(mentions, own, documents), _by_full_name(mentions, own))
    meant = _meant(office_mentions, observed, _by_office(listed, by_chain), by_chain, days(documents))
    all_tied = pl.concat([own, frame(ActorMention, meant)]).sort("chain_id")
    is_known = pl.col("actor_id").is_in(all_tied["actor_id"].implode())
    return Resolved(found.filter(is_known), all_tied, frame(ListedOffice, listed).filter(is_known))


def with_holders(arguments: pl.DataFrame, actor_mentions: pl.DataFrame) -> pl.DataFrame:
    """``entities.event_argument`` with the chain of an office in place of its country's, where its holder is known."""
    is_known = pl.col("office_chain_id").is_in(actor_mentions["chain_id"].implode())
    return arguments.with_columns(pl.when(is_known).then("office_chain_id").otherwise("chain_id").alias("chain_id"))


def holder_on(named: Sequence[Held], day: dt.date) -> set[str]:
    """Who held an office on a day, going by the days on which people are named with it; several where that is open.

    Args:
        named: who is named with the office, by day.
        day: the day in question.
    """
    starts = [one.start_on for one in named]
    near = dt.timedelta(days=NEAR_DAYS)
    beside = {one.actor_id for one in named[bisect_left(starts, day - near) : bisect_right(starts, day + near)]}
    at = bisect_left(starts, day)
    if beside or not 0 < at < len(named):
        return beside
    last, following = starts[at - 1], starts[at]
    around = {one.actor_id for one in named if one.start_on in (last, following)}
    return around if (following - last).days <= SPELL_DAYS else set()


@cache
def single_roles() -> Mapping[str, bool]:
    """Roles that one person at a time holds in a country or body, and whether the words of the title tell which office."""
    roles = reference("roles").with_columns(pl.col("rank").cast(pl.Int64)).filter(pl.col("sector").is_in(HIGH_SECTORS))
    return {
        row["title"]: row["rank"] > HEADS and row["portfolio"] != FOREIGN_AFFAIRS
        for row in roles.iter_rows(named=True)
        if row["rank"] <= HEADS or (row["rank"] == PORTFOLIOS and row["portfolio"])
        if not LESSER.search(row["title"])
    }


def _meant(
    office_mentions: pl.DataFrame,
    observed: Mapping[OfficeKey, Sequence[Held]],
    listed: Mapping[OfficeKey, Sequence[Held]],
    by_chain: Mapping[str, ActorMention],
    known: Mapping[str, dt.date],
) -> list[ActorMention]:
    """The mentions of offices tied to the one person who held them on the day of their document."""
    rows = []
    for row in office_mentions.iter_rows(named=True):
        day, key = known.get(row["document_id"]), _key(row, by_chain)
        if (
            day is None
            or key is None
            or row["role_status"] != RoleStatus.CURRENT
            or _is_of_the_past(row["earliest_year"], day)
        ):
            continue
        named = [one for one in observed.get(key, ()) if _is_one_office(row, one)]
        lists = [one for one in listed.get(key, ()) if _is_one_office(row, one) and one.start_on <= day <= one.end_on]
        by_full_name = {one.actor_id for one in named if one.is_full_name}
        actor_id, method = _only(holder_on(named, day), by_full_name, {one.actor_id for one in lists})
        if actor_id is not None:
            own = next((one.own_actor_id for one in lists if one.own_actor_id), None)
            rows.append(
                ActorMention(
                    document_id=row["document_id"],
                    chain_id=row["chain_id"],
                    actor_id=actor_id,
                    own_actor_id=own or actor_id,
                    method=method,
                    confidence=CONFIDENCE[method],
                )
            )
    return rows


def _is_of_the_past(year: int | None, day: dt.date) -> bool:
    """Whether the sentence speaks of a year before that of the document."""
    return year is not None and year < day.year


def _only(observed: set[str], by_full_name: set[str], listed: set[str]) -> tuple[str | None, ResolutionMethod]:
    """The one who is meant, and who says so; nobody where two may be. A list decides between those whom documents name.

    Whom no document calls by the full name in the office may be somebody else of that surname.
    """
    if listed:
        is_sure = len(listed) == 1 and (not observed or listed <= observed)
        return (min(listed) if is_sure else None), ResolutionMethod.LISTED_HOLDER
    is_sure = len(observed) == 1 and observed <= by_full_name
    return (min(observed) if is_sure else None), ResolutionMethod.OFFICE_HOLDER


def _key(office: Mapping[str, str | None], by_chain: Mapping[str, ActorMention]) -> OfficeKey | None:
    """Role and country, else role and body, of a mention of an office that one person at a time holds."""
    body = by_chain.get(office["role_organization_chain_id"] or "")
    return _office(office["role_title"], office["country_id"], body.actor_id if body else None)


def _office(role: str | None, country_id: str | None, body: str | None) -> OfficeKey | None:
    """A secretary-general is of a body, whatever the country; others are of a country, else of a body."""
    is_of_body = role in _roles_of_bodies()
    where = body if is_of_body else country_id or body
    return (role, where) if role in single_roles() and role and where else None


@cache
def _roles_of_bodies() -> frozenset[str]:
    return frozenset(reference("roles").filter(pl.col("sector") == "IGO")["title"])


def _is_one_office(office: Mapping[str, str | None], held: Held) -> bool:
    """Whether the words of both titles may be of one office: no deputy's, and of a minister of the same matters."""
    text = office["text"] or ""
    if LESSER.search(held.title_text) or LESSER.search(text):
        return False
    is_told = single_roles()[office["role_title"] or ""]
    return not is_told or bool(_matters(text) & _matters(held.title_text))


def _matters(title: str) -> set[str]:
    """Beginnings of the words that tell what a minister is minister of."""
    words = WORD.findall(title.lower().replace("defence", "defense").replace("treasury", "finance"))
    return {word[:STEM] for word in words} - COMMON


def _by_full_name(mentions: pl.DataFrame, tied: pl.DataFrame) -> set[str]:
    """Mentions of people whom their document calls by more than a surname that others may bear."""
    chains = tied.filter(~pl.col("method").is_in(BY_SURNAME))["chain_id"]
    return set(mentions.filter(pl.col("chain_id").is_in(chains.implode()))["mention_id"])


def _observed(rows: pl.DataFrame, by_full_name: set[str]) -> dict[OfficeKey, list[Held]]:
    """Who is named with each office, by day."""
    held: dict[OfficeKey, list[Held]] = defaultdict(list)
    titles = {stable_id("role", title): title for title in single_roles()}
    in_office = rows.filter(
        ~pl.col("is_former"),
        pl.col("status").fill_null(RoleStatus.CURRENT) != RoleStatus.ELECT,
        pl.col("observed_on").is_not_null(),
        pl.col("role_id").is_in(list(titles)),
    )
    for row in in_office.sort("observed_on", "mention_id").iter_rows(named=True):
        key = _office(titles[row["role_id"]], row["country_id"], row["organization_actor_id"])
        if key is not None:
            day, is_full_name = row["observed_on"], row["mention_id"] in by_full_name
            held[key].append(Held(row["actor_id"], row["title_text"], day, day, is_full_name))
    return held


def _by_office(rows: Sequence[ListedOffice], by_chain: Mapping[str, ActorMention]) -> dict[OfficeKey, list[Held]]:
    """Who is listed for each office."""
    titles = {stable_id("role", title): title for title in single_roles()}
    held: dict[OfficeKey, list[Held]] = defaultdict(list)
    for row in rows:
        key = _office(titles.get(row.role_id), row.country_id, row.organization_actor_id)
        if key is not None:
            own = by_chain[chain_of_line(row.line, Label.PERSON)].own_actor_id
            end_on = row.end_on or dt.date.max
            held[key].append(Held(row.actor_id, row.title_text, row.start_on, end_on, own_actor_id=own))
    return held
