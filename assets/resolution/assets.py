"""Assets of the resolution layer: what all documents say together."""

from collections.abc import Iterator

import dagster as dg

from assets.apart import apart
from assets.assets import home_of, reported, spec, stored
from assets.resolution.comparisons import stories_of
from assets.resolution.offices import offices
from assets.resolution.steps import DATES, write_actors, write_events, write_places, write_statements
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

KINDS = {"polars", "parquet"}
HOME = {"home"}


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
    home = home_of(context)
    unused = apart(write_actors, home)
    yield from reported(
        home, (Actor, ActorMention, ListedOffice), counts={ListedOffice: {"lines that cannot be used": unused}}
    )


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
    home = home_of(context)
    apart(write_places, home)
    yield from reported(home, (Place, PlaceMention, DatelinePlace))


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
    home = home_of(context)
    apart(write_events, home)
    yield from reported(home, (EventMentionEvent,))


@dg.multi_asset(
    name="statements",
    specs=[spec(Statement, deps=[Quote, ActorMention, EventMentionEvent, Document], kinds=KINDS)],
    required_resource_keys=HOME,
)
def statement(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Tie quotations that repeat one statement."""
    home = home_of(context)
    apart(write_statements, home)
    yield from reported(home, (Statement,))
