"""Which pairs of events are related, and how."""

import duckdb
import pytest

from warehouse.sql import query
from warehouse.tables.facts import BridgeEventRelation

Event = tuple[str, str, str, str | None, tuple[str, ...]]  # identifier, mode, realis, day, participants


def relations(*events: Event, documents: dict[str, str] | None = None) -> set[tuple[str, str, str]]:
    """Related pairs of CONSULT events, each told in a document of its own unless ``documents`` gives one by event."""
    with duckdb.connect() as database:
        database.execute("create schema star")
        database.execute("create table star.dim_event_type (event_type_id text, plover_type text, mode text)")
        database.execute(
            "create table star.fact_event (event_id text, event_type_id text, realis text, start_on date, end_on date)"
        )
        database.execute(
            "create table star.bridge_event_participant"
            " (event_id text, actor_id text, participation text, country_id text)"
        )
        database.execute("create table star.fact_event_mention (event_id text, document_id text)")
        for mode in sorted({mode for _, mode, _, _, _ in events}):
            database.execute("insert into star.dim_event_type values (?, 'CONSULT', ?)", [mode, mode])
        for event_id, mode, realis, day, people in events:
            database.execute("insert into star.fact_event values (?, ?, ?, ?, ?)", [event_id, mode, realis, day, day])
            told_in = (documents or {}).get(event_id, event_id)
            database.execute("insert into star.fact_event_mention values (?, ?)", [event_id, told_in])
            for name in people:
                database.execute(
                    "insert into star.bridge_event_participant values (?, ?, 'source', null)", [event_id, name]
                )
        return set(database.execute(query(BridgeEventRelation)).fetchall())


PAIR = ("Bárcena", "Blinken")
FIRST, SECOND, THIRD = "2023-10-16", "2023-10-20", "2023-11-02"


def test_a_meeting_follows_the_last_one_of_the_same_two():
    found = relations(
        ("e1", "meeting", "asserted", FIRST, PAIR),
        ("e2", "phone", "asserted", SECOND, PAIR),
        ("e3", "meeting", "asserted", THIRD, (*PAIR, "Mayorkas")),
    )
    assert found == {("e2", "e1", "follows"), ("e3", "e2", "follows")}


@pytest.mark.parametrize(
    "other",
    [
        ("e2", "meeting", "asserted", FIRST, PAIR),
        ("e2", "meeting", "asserted", None, PAIR),
        ("e2", "meeting", "planned", SECOND, PAIR),
        ("e2", "meeting", "asserted", SECOND, ("Bárcena", "Mayorkas")),
    ],
    ids=["the same day", "no day", "not yet held", "another pair"],
)
def test_what_follows_nothing(other):
    assert relations(("e1", "meeting", "asserted", FIRST, PAIR), other) == set()


@pytest.mark.parametrize(
    ("denied", "documents", "contradicts"),
    [
        (("e2", "meeting", "negated", FIRST, PAIR), {}, True),
        (("e2", "meeting", "negated", None, PAIR), {"e2": "e1"}, True),
        (("e2", "meeting", "negated", None, PAIR), {}, False),
        (("e2", "meeting", "negated", SECOND, PAIR), {"e2": "e1"}, False),
        (("e2", "phone", "negated", FIRST, PAIR), {}, False),
        (("e2", "meeting", "negated", FIRST, ("Bárcena",)), {}, False),
    ],
    ids=["the same day", "one document", "nothing ties them", "another day", "a call", "one side"],
)
def test_what_is_denied_contradicts_what_is_told(denied, documents, contradicts):
    found = relations(("e1", "meeting", "asserted", FIRST, PAIR), denied, documents=documents)
    assert found == ({("e2", "e1", "contradicts")} if contradicts else set())


def test_a_plan_is_realised_or_cancelled():
    found = relations(
        ("e1", "meeting", "planned", FIRST, PAIR),
        ("e2", "meeting", "asserted", FIRST, PAIR),
        ("e3", "meeting", "cancelled", FIRST, PAIR),
    )
    assert found == {("e1", "e2", "realised_by"), ("e1", "e3", "cancelled_by")}
