"""Who held which office, as documents show it and a user lists it; and who takes part in the place of an office."""

import datetime as dt
from collections.abc import Mapping, Sequence

import duckdb
import polars as pl

from assets.star.queries import sources
from tests.expectations.example_rows import Record, as_frame
from warehouse.connect import in_memory
from warehouse.model import Table, full_name
from warehouse.sql import query
from warehouse.tables.dimensions import DimOffice
from warehouse.tables.facts import BridgeEventParticipant, Evidence

ROLE: Record = {
    "role_id": "fm",
    "title": "foreign minister",
    "sector": "GOV",
    "rank": 3,
    "portfolio": "foreign affairs",
}


def filled(table: Table, given: Mapping[str, Sequence[Record]]) -> pl.DataFrame:
    """What the SQL of a table makes of rows of the tables that it reads; of those not given there are none."""
    with in_memory() as database:
        for source in sources(table):
            data = as_frame(source, list(given.get(full_name(source), ())))
            _add(database, source, data)
        return database.sql(query(table)).pl()


def _add(database: duckdb.DuckDBPyConnection, source: Table, data: pl.DataFrame) -> None:
    database.execute(f"create schema if not exists {source.layer}")
    database.register("rows", data.to_arrow())
    database.execute(f"create table {full_name(source)} as select * from rows")
    database.unregister("rows")


def observed(person: str, day: dt.date) -> Record:
    office = {"actor_id": person, "role_id": "fm", "country_id": "MEX", "title_text": "Foreign Minister"}
    return office | {"is_former": False, "status": "current", "observed_on": day}


def listed(person: str, start: dt.date, end: dt.date | None, line: int = 2) -> Record:
    office = {"actor_id": person, "role_id": "fm", "country_id": "MEX", "title_text": "Canciller"}
    return office | {"line": line, "start_on": start, "end_on": end, "source": "gazette"}


def timeline(offices: Sequence[Record], lines: Sequence[Record]) -> list[tuple[object, ...]]:
    tables = {"resolution.office": offices, "resolution.listed_office": lines, "star.dim_role": [ROLE]}
    columns = ("actor_id", "valid_from", "valid_to", "is_current", "evidence_count", "basis", "source")
    return filled(DimOffice, tables).select(columns).sort("actor_id").rows()


FIRST, SECOND, THIRD = dt.date(2023, 7, 1), dt.date(2023, 8, 1), dt.date(2024, 10, 1)


def test_what_documents_show_is_observed():
    found = timeline([observed("Ebrard", FIRST), observed("Bárcena", SECOND)], [])
    assert found == [
        ("Bárcena", SECOND, None, True, 1, "observed", None),
        ("Ebrard", FIRST, FIRST, False, 1, "observed", None),
    ]


def test_what_a_user_lists_stands_beside_it_with_its_source():
    found = timeline([observed("Ebrard", FIRST)], [listed("Bárcena", SECOND, THIRD), listed("Fuente", THIRD, None, 3)])
    assert found == [
        ("Bárcena", SECOND, THIRD, False, 0, "listed", "gazette"),
        ("Ebrard", FIRST, FIRST, False, 1, "observed", None),
        ("Fuente", THIRD, None, True, 0, "listed", "gazette"),
    ]


def test_a_list_says_from_when_to_when_an_observed_office_was_held():
    found = timeline([observed("Bárcena", SECOND)], [listed("Bárcena", FIRST, THIRD)])
    assert found == [("Bárcena", FIRST, THIRD, False, 1, "observed_and_listed", "gazette")]


def meeting(*, is_known: bool) -> dict[str, list[Record]]:
    """Blinken met "the Mexican foreign minister" without a name, who is known to be Bárcena, or is not."""
    tied = [("Blinken", "Blinken"), ("Mexico", "Mexico")] + [("the minister", "Bárcena")] * is_known
    actors = [("Blinken", "person", "USA"), ("Mexico", "country", "MEX"), ("Bárcena", "person", "MEX")]
    return {
        "entities.event_mention": [{"event_mention_id": "e", "document_id": "d", "plover_type": "CONSULT"}],
        "entities.mention": [
            {"mention_id": name, "document_id": "d", "raw_start": at, "raw_end": at + 1}
            for at, name in enumerate(("Blinken", "Mexico"))
        ],
        "entities.office_mention": [
            {
                "chain_id": "the minister",
                "document_id": "d",
                "role_title": "foreign minister",
                "country_id": "MEX",
                "raw_start": 4,
                "raw_end": 14,
            }
        ],
        "entities.event_argument": [
            {"chain_id": "Blinken", "office_chain_id": None, "participation": "source"},
            {"chain_id": "Mexico", "office_chain_id": "the minister", "participation": "host"},
        ],
        "resolution.event_mention": [{"event_mention_id": "e", "event_id": "E"}],
        "resolution.actor_mention": [{"chain_id": chain, "actor_id": actor} for chain, actor in tied],
        "star.dim_actor": [{"actor_id": name, "kind": kind, "country_id": country} for name, kind, country in actors],
        "star.dim_role": [ROLE],
        "raw.article": [{"article_id": "d", "text": "0123456789abcdefgh"}],
    }


def participants(given: dict[str, list[Record]]) -> list[tuple[object, ...]]:
    told = [{"event_mention_id": "e", "mention_id": row["chain_id"]} | row for row in given["entities.event_argument"]]
    rows = filled(BridgeEventParticipant, given | {"entities.event_argument": told})
    evidence = given | {"entities.event_argument": told, "star.bridge_event_participant": rows.to_dicts()}
    shown = filled(Evidence, evidence).filter(pl.col("fact_table") == "bridge_event_participant")
    spans = dict(shown.select("fact_id", "text").rows())
    columns = rows.select("actor_id", "participation", "role_id", "country_id")
    return sorted((*row, spans[f"E:{row[0]}"]) for row in columns.rows())


def test_whoever_held_the_office_takes_part_and_its_words_are_the_evidence():
    assert participants(meeting(is_known=True)) == [
        ("Blinken", "source", None, "USA", "0"),
        ("Bárcena", "host", "fm", "MEX", "456789abcd"),
    ]


def test_the_country_takes_part_where_nobody_knows_who_held_the_office():
    assert participants(meeting(is_known=False)) == [
        ("Blinken", "source", None, "USA", "0"),
        ("Mexico", "host", None, "MEX", "1"),
    ]
