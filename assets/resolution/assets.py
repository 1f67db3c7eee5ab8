"""Assets of the resolution layer: what all documents say together."""

from collections.abc import Iterator

import dagster as dg
import polars as pl

from assets.apart import apart
from assets.assets import frames, home_of, spec, stored
from assets.resolution.comparisons import stories_of
from assets.resolution.events import events
from assets.resolution.holder_table import HolderTable
from assets.resolution.holders import actors_and_holders, with_holders
from assets.resolution.offices import offices
from assets.resolution.overrides import Overrides
from assets.resolution.places import cities_of_mentions, places
from assets.resolution.stand_ins import stand_ins
from assets.resolution.statements import statements
from warehouse.home import Home
from warehouse.model import Table
from warehouse.store import read_all
from warehouse.tables.documents import Document
from warehouse.tables.entities import EventArgument, EventMention, Mention, Quote
from warehouse.tables.office_mentions import OfficeMention
from warehouse.tables.resolution import (
    Actor,
    ActorMention,
    DatelinePlace,
    EventMentionEvent,
    ListedOffice,
    Office,
    Place,
    PlaceMention,
    Statement,
    Story,
)

Stored = list[dg.MaterializeResult[None]]

KINDS = {"polars", "parquet"}
HOME = {"home"}
DATES = ["document_id", "published_on", "dateline_on", "dateline_city"]  # of documents, without their bodies


@dg.multi_asset(name="stories", specs=[spec(Story, deps=[Document], kinds=KINDS)], required_resource_keys=HOME)
def story(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Gather the copies of one text; only pairs that were never compared are read."""
    home = home_of(context)
    yield from stored(home, {Story: stories_of(home)})


@dg.multi_asset(
    name="actors",
    specs=[
        spec(table, deps=[Mention, OfficeMention, EventMention, EventArgument, Document], kinds=KINDS)
        for table in (Actor, ActorMention, ListedOffice)
    ],
    required_resource_keys=HOME,
)
def actor(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Tie the chains of all documents to actors, and their offices without a name to whoever held them."""
    yield from apart(_actors, home_of(context))


def _actors(home: Home) -> Stored:
    table = HolderTable.read(home.office_holders)
    mentions = read_all(home, Mention)
    found = actors_and_holders(
        mentions,
        read_all(home, OfficeMention),
        read_all(home, Document, [*DATES, "publisher", "wire_source"]),
        Overrides.read(home.overrides),
        table,
        stand_ins(
            read_all(home, EventMention, ["event_mention_id", "plover_type", "mode"]),
            read_all(home, EventArgument, ["event_mention_id", "mention_id", "participation"]),
            mentions,
        ),
    )
    rows: dict[Table, pl.DataFrame] = {Actor: found.actors, ActorMention: found.mentions, ListedOffice: found.listed}
    return list(stored(home, rows, counts={ListedOffice: {"lines that cannot be used": len(table.problems)}}))


@dg.multi_asset(
    name="places",
    specs=[
        spec(table, deps=[Mention, EventMention, Document], kinds=KINDS)
        for table in (Place, PlaceMention, DatelinePlace)
    ],
    required_resource_keys=HOME,
)
def place(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Tie the place mentions of all documents to places."""
    yield from apart(_places, home_of(context))


def _places(home: Home) -> Stored:
    scenes = read_all(home, EventMention, ["place_mention_id"])["place_mention_id"].drop_nulls()
    found = places(read_all(home, Mention), read_all(home, Document, DATES), scenes.to_list())
    rows = frames({Place: found.places, PlaceMention: found.mentions, DatelinePlace: found.datelines})
    return list(stored(home, rows))


@dg.multi_asset(
    name="offices",
    specs=[spec(Office, deps=[Mention, ActorMention, Document], kinds=KINDS)],
    required_resource_keys=HOME,
)
def office(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Observe who is named with which office."""
    home = home_of(context)
    observed = offices(read_all(home, Mention), read_all(home, ActorMention), read_all(home, Document, DATES))
    yield from stored(home, {Office: observed})


@dg.multi_asset(
    name="events",
    specs=[
        spec(
            EventMentionEvent,
            deps=[EventMention, EventArgument, ActorMention, Actor, Place, PlaceMention, Story, Document],
            kinds=KINDS,
        )
    ],
    required_resource_keys=HOME,
)
def event_mention(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Tie the accounts of all documents to events."""
    yield from apart(_events, home_of(context))


def _events(home: Home) -> Stored:
    rows = events(
        read_all(home, EventMention),
        with_holders(read_all(home, EventArgument), read_all(home, ActorMention)),
        read_all(home, ActorMention),
        read_all(home, Actor),
        cities_of_mentions(read_all(home, PlaceMention), read_all(home, Place)),
        read_all(home, Document, DATES),
        read_all(home, Story, ["document_id", "story_id"]),
    )
    return list(stored(home, {EventMentionEvent: rows}))


@dg.multi_asset(
    name="statements",
    specs=[spec(Statement, deps=[Quote, ActorMention, EventMentionEvent, Document], kinds=KINDS)],
    required_resource_keys=HOME,
)
def statement(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Tie quotations that repeat one statement."""
    yield from apart(_statements, home_of(context))


def _statements(home: Home) -> Stored:
    rows = statements(
        read_all(home, Quote),
        read_all(home, ActorMention),
        read_all(home, EventMentionEvent),
        read_all(home, Document, [*DATES, "publisher"]),
    )
    return list(stored(home, {Statement: rows}))
