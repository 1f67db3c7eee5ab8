"""Which pairs of events are related, and how."""

import duckdb
import pytest

from warehouse.sql import query
from warehouse.tables.facts import BridgeEventRelation

Event = tuple[str, str, str, str | None, tuple[str, ...]]  # identifier, mode, realis, day, participants


def relations(
    *events: Event, documents: dict[str, str] | None = None, tellers: dict[str, str | None] | None = None
) -> set[tuple[str, str, str]]:
    """Related pairs of CONSULT events.

    Each is told by an outlet in a document of its own, unless ``documents`` gives one by event, and by nobody it quotes,
    unless ``tellers`` does. Documents of a name that begins with the same letter are of one outlet.
    """
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
        database.execute(
            "create table star.fact_event_mention (event_mention_id text, event_id text, document_id text)"
        )
        database.execute("create table star.dim_document (document_id text, publisher_id text)")
        database.execute("create schema entities")
        database.execute("create table entities.event_mention (event_mention_id text, attributed_to_chain_id text)")
        for mode in sorted({mode for _, mode, _, _, _ in events}):
            database.execute("insert into star.dim_event_type values (?, 'CONSULT', ?)", [mode, mode])
        for event_id, mode, realis, day, people in events:
            database.execute("insert into star.fact_event values (?, ?, ?, ?, ?)", [event_id, mode, realis, day, day])
            told_in, teller = (documents or {}).get(event_id, event_id), (tellers or {}).get(event_id)
            database.execute("insert into star.fact_event_mention values (?, ?, ?)", [event_id, event_id, told_in])
            database.execute("insert into entities.event_mention values (?, ?)", [event_id, teller])
            database.execute(
                "insert into star.dim_document"
                " select $name, $name[1] where $name not in (select document_id from star.dim_document)",
                {"name": told_in},
            )
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


DENIED = ("e2", "meeting", "negated", FIRST, PAIR)


@pytest.mark.parametrize(
    ("denied", "document", "teller", "contradicts"),
    [
        (DENIED, "other", None, True),
        (("e2", "meeting", "negated", None, PAIR), "e1", "Lavrov", True),
        (DENIED, "e2", None, False),
        (DENIED, "e1", None, False),
        (("e2", "meeting", "negated", None, PAIR), "other", None, False),
        (("e2", "meeting", "negated", SECOND, PAIR), "e1", "Lavrov", False),
        (("e2", "phone", "negated", FIRST, PAIR), "other", None, False),
        (("e2", "meeting", "negated", FIRST, ("Bárcena",)), "other", None, False),
        (("e2", "meeting", "negated", FIRST, (*PAIR, "Mayorkas")), "other", None, False),
    ],
    ids=[
        "by another outlet",
        "by somebody quoted",
        "by the same outlet",
        "in the same words",
        "nothing ties them",
        "another day",
        "a call",
        "one side",
        "others too",
    ],
)
def test_what_one_denies_contradicts_what_another_tells(denied, document, teller, contradicts):
    found = relations(
        ("e1", "meeting", "asserted", FIRST, PAIR), denied, documents={"e2": document}, tellers={"e2": teller}
    )
    assert found == ({("e2", "e1", "contradicts")} if contradicts else set())


def test_a_plan_is_realised_or_cancelled():
    found = relations(
        ("e1", "meeting", "planned", FIRST, PAIR),
        ("e2", "meeting", "asserted", FIRST, PAIR),
        ("e3", "meeting", "cancelled", FIRST, PAIR),
    )
    assert found == {("e1", "e2", "realised_by"), ("e1", "e3", "cancelled_by")}
