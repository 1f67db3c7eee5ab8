"""The heavy steps of resolution: each reads what is stored of all documents and writes its tables.

They know nothing of Dagster, so that a process of its own for each begins fast (assets.apart).
"""

import polars as pl

from assets.resolution.dealings import dealings
from assets.resolution.events import events
from assets.resolution.holder_table import HolderTable
from assets.resolution.holders import actors_and_holders, with_holders
from assets.resolution.overrides import Overrides
from assets.resolution.places import cities_of_mentions, places
from assets.resolution.stand_ins import stand_ins
from assets.resolution.statements import statements
from warehouse.frames import frame
from warehouse.home import Home
from warehouse.model import Table
from warehouse.store import read_all, write
from warehouse.tables.documents import Document
from warehouse.tables.entities import EventArgument, EventMention, Mention, Quote
from warehouse.tables.office_mentions import OfficeMention
from warehouse.tables.resolution import (
    Actor,
    ActorMention,
    DatelinePlace,
    EventMentionEvent,
    ListedOffice,
    Place,
    PlaceMention,
    Statement,
    Story,
)

DATES = ["document_id", "published_on", "dateline_on", "dateline_city"]  # of documents, without their bodies


def write_actors(home: Home) -> int:
    """Write actors and who is meant where; return how many lines of the list of office holders cannot be used."""
    table = HolderTable.read(home.office_holders)
    mentions = read_all(home, Mention)
    arguments = read_all(home, EventArgument, ["event_mention_id", "mention_id", "participation"])
    found = actors_and_holders(
        mentions,
        read_all(home, OfficeMention),
        read_all(home, Document, [*DATES, "publisher", "wire_source", "body"]),
        Overrides.read(home.overrides),
        table,
        stand_ins(read_all(home, EventMention, ["event_mention_id", "plover_type", "mode"]), arguments, mentions),
        dealings(arguments, mentions),
    )
    _write(home, {Actor: found.actors, ActorMention: found.mentions, ListedOffice: found.listed})
    return len(table.problems)


def write_places(home: Home) -> None:
    """Write places and which mentions and datelines mean them."""
    scenes = read_all(home, EventMention, ["place_mention_id"])["place_mention_id"].drop_nulls()
    found = places(read_all(home, Mention), read_all(home, Document, DATES), scenes.to_list())
    mentions, datelines = frame(PlaceMention, found.mentions), frame(DatelinePlace, found.datelines)
    _write(home, {Place: frame(Place, found.places), PlaceMention: mentions, DatelinePlace: datelines})


def write_events(home: Home) -> None:
    """Write which accounts tell of one event."""
    rows = events(
        read_all(home, EventMention),
        with_holders(read_all(home, EventArgument), read_all(home, ActorMention)),
        read_all(home, ActorMention),
        read_all(home, Actor),
        cities_of_mentions(read_all(home, PlaceMention), read_all(home, Place)),
        read_all(home, Document, DATES),
        read_all(home, Story, ["document_id", "story_id"]),
    )
    _write(home, {EventMentionEvent: rows})


def write_statements(home: Home) -> None:
    """Write which quotations repeat one statement."""
    rows = statements(
        read_all(home, Quote),
        read_all(home, ActorMention),
        read_all(home, EventMentionEvent),
        read_all(home, Document, [*DATES, "publisher"]),
    )
    _write(home, {Statement: rows})


def _write(home: Home, rows: dict[Table, pl.DataFrame]) -> None:
    for table, data in rows.items():
        write(home, table, data)
