"""A small world in which every expectation and every equation holds: one valid row of each table, made from its model.

One document tells of one meeting: "Ebrard met Arreaza in Caracas." Its rows agree with each other, so that a test
can break one thing and see exactly that found.
"""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

import polars as pl

from warehouse.frames import schema
from warehouse.home import Home
from warehouse.model import Column, Table, columns, full_name
from warehouse.store import WHOLE, write
from warehouse.tables import BATCHED_LAYERS, BY_NAME, TABLES

Value = str | int | float | bool | dt.date | bytes | list[str] | list[int] | None
Record = dict[str, Value]

BATCH = "b1"
DAY = dt.date(2023, 5, 2)
BODY = "Ebrard met Arreaza in Caracas. “We agree”, said Ebrard on Tuesday."
RAW = f"Ministers meet\n{BODY}\nPost with no comments."
SHIFT = RAW.index(BODY)
FILLERS: Mapping[type, Value] = {
    str: "text", int: 1, float: 1.0, bool: True, dt.date: DAY, dt.datetime: dt.datetime.combine(DAY, dt.time()), bytes: b"text"
}  # fmt: skip
PATTERN_EXAMPLES = ("0123456789abcdef", "0" * 64, "MEX", "MX", "en", "GOV")

DECLARED = ("declared_url", "declared_title", "declared_published_at", "declared_publisher", "declared_author")
SHA = "0123456789abcdef" + "0" * 48
DOCUMENT, EVENT = SHA[:16], "e" * 16


def span(text: str, start: str = "start_char", end: str = "end_char") -> Record:
    """Offsets of words in the body and in the raw text."""
    at = BODY.index(text)
    return {start: at, end: at + len(text), "raw_start": at + SHIFT, "raw_end": at + len(text) + SHIFT}


def raw_span(text: str, start: str, end: str) -> Record:
    """Offsets of words in the raw text under other names."""
    return {start: RAW.index(text), end: RAW.index(text) + len(text)}


def evidence(fact_table: str, fact_id: str, field: str, text: str) -> Record:
    """Evidence row for words of the raw text."""
    return {"fact_table": fact_table, "fact_id": fact_id, "field": field, "text": text} | raw_span(
        text, "raw_start", "raw_end"
    )


SENTENCE = "Ebrard met Arreaza in Caracas."
ENDS = {"start_on": DAY, "end_on": DAY, "date_basis": "explicit", "date_id": 20230502, "realis": "asserted"}
MEETING: Record = (
    {
        "event_mention_id": "a" * 16,
        "event_id": EVENT,
        "plover_type": "CONSULT",
        "mode": "meeting",
        "trigger_text": "met",
    }
    | {"sentence_text": SENTENCE, "place_text": "Caracas", "place_mention_id": "3" * 16, "attributed_to_chain_id": None}
    | ENDS
    | span(SENTENCE)
    | raw_span("met", "trigger_start", "trigger_end")
    | raw_span("Tuesday", "date_start", "date_end")
)


def mention(number: str, label: str, text: str, country: str | None = None) -> Record:
    """Mention whose chain is its own."""
    nothing = dict.fromkeys(("role_text", "role_title", "role_start", "role_end", "actor_id", "place_id"))
    return (
        {"mention_id": number * 16, "label": label, "text": text, "chain_id": number * 16, "country_id": country}
        | span(text)
        | nothing
    )


MENTIONS = [mention("1", "PERSON", "Ebrard"), mention("2", "PERSON", "Arreaza"), mention("3", "GPE", "Caracas", "MEX")]
QUOTE: Record = {"kind": "direct", "text": "We agree", "speaker_chain_id": "1" * 16} | span("“We agree”")
PLACE: Record = {"place_id": "4" * 16, "kind": "city", "parent_place_id": None}
ACTORS: list[Record] = [{"actor_id": "1" * 16, "aliases": ["Marcelo"]}, {"actor_id": "2" * 16, "aliases": []}]
PAIR: Record = {"country_a_id": "MEX", "country_b_id": "VEN", "month": dt.date(2023, 5, 1)}
EXACT: dict[str, list[Record]] = {
    "raw.landing": [{"outcome": "new"}],
    "raw.article": [{"text": RAW, "problem": None} | dict.fromkeys(DECLARED)],
    "documents.document": [{"body": BODY, "word_count": len(BODY.split()), "signature": [7] * 128, "published_on": DAY}],
    "documents.segment": [
        {"kind": "title", "raw_start": 0, "raw_end": SHIFT, "body_start": None, "body_end": None},
        {"kind": "body"} | span(BODY, "body_start", "body_end"),
        {"kind": "boilerplate", "raw_start": SHIFT + len(BODY), "raw_end": len(RAW), "body_start": None, "body_end": None},
    ],
    "documents.rejected": [],
    "entities.mention": MENTIONS,
    "entities.quote": [QUOTE],
    "entities.amount": [{"kind": "people", "currency": None, "text": "We"} | span("We")],
    "entities.time_expression": [{"basis": "explicit", "text": "Tuesday"} | span("Tuesday")],
    "entities.event_mention": [MEETING],
    "entities.event_argument": [
        {"event_mention_id": "a" * 16, "chain_id": number * 16, "mention_id": number * 16, "office_chain_id": None}
        for number in "12"
    ],
    "entities.raised_topic": [
        {"event_mention_id": "a" * 16, "context": "migration", "raised_by_chain_id": "1" * 16, "sentence_text": SENTENCE}
        | span(SENTENCE)
    ],
    "entities.office_mention": [{"text": "Ebrard", "chain_id": "8" * 16, "role_organization_chain_id": None} | span("Ebrard")],
    "resolution.actor": ACTORS,
    "resolution.actor_mention": [{"chain_id": number * 16, "actor_id": number * 16} for number in "12"],
    "resolution.place": [PLACE],
    "resolution.place_mention": [{"mention_id": "3" * 16, "place_id": "4" * 16}],
    "resolution.dateline_place": [{"place_id": "4" * 16}],
    "resolution.event_mention": [MEETING],
    "resolution.listed_office": [{"line": 2, "actor_id": "1" * 16, "organization_actor_id": None, "end_on": None}],
    "resolution.office": [{"mention_id": "1" * 16, "actor_id": "1" * 16, "organization_actor_id": None}],
    "star.dim_date": [{"date_id": 20230502, "date": DAY, "year": 2023, "month": 5, "quarter": 2, "weekday": 2}],
    "star.dim_place": [PLACE],
    "star.dim_document": [{"published_on": DAY, "dateline_place_id": "4" * 16}],
    "star.dim_actor": ACTORS,
    "star.dim_office": [
        {"actor_id": "1" * 16, "organization_actor_id": None, "valid_to": None, "office_id": "6" * 16, "is_current": True}
    ],
    "star.dim_event_type": [{"plover_type": "CONSULT", "mode": "meeting", "quad_class": "verbal cooperation"}],
    "star.fact_mention": MENTIONS,
    "star.fact_event_mention": [MEETING | {"place_id": "4" * 16}],
    "star.fact_event": [{"event_id": EVENT, "place_id": "4" * 16, "document_count": 1, "source_count": 1} | ENDS],
    "star.fact_quote": [QUOTE | {"speaker_actor_id": "1" * 16, "event_id": EVENT}],
    "star.fact_amount": [{"kind": "people", "currency": None, "text": "We", "event_id": EVENT} | span("We")],
    "star.bridge_event_participant": [
        {"event_id": EVENT, "actor_id": number * 16, "role_id": None} for number in "12"
    ],
    "star.bridge_event_topic": [{"event_id": EVENT}],
    "star.bridge_event_relation": [],
    "star.evidence": [
        evidence("fact_event", EVENT, "event_type_id", "met"),
        evidence("fact_mention", "1" * 16, "text", "Ebrard"),
    ],
    "marts.meeting": [{"event_id": EVENT}],
    "marts.dyad_month": [
        PAIR
        | {"event_count": 1, "verbal_cooperation": 1, "material_cooperation": 0, "verbal_conflict": 0, "material_conflict": 0}
    ],
}  # fmt: skip


def filler(column: Column) -> Value:
    """A value that the column's own constraints allow."""
    if column.is_list:
        return []
    if column.values is not None:
        return column.values[0]
    if column.pattern is not None:
        return next(example for example in PATTERN_EXAMPLES if re.match(column.pattern, example))
    if column.minimum is not None:
        return column.type(column.minimum)
    return BATCH if column.name == "batch_id" else FILLERS[column.type]


def example_rows(table: Table) -> list[Record]:
    """The rows of a table in the small world."""
    filled = {column.name: filler(column) for column in columns(table)}
    if "sha256" in filled:
        filled["sha256"] = SHA
    exact = EXACT.get(full_name(table), [{}])
    return [filled | {name: value for name, value in row.items() if name in filled} for row in exact]


def as_frame(table: Table, rows: list[Record]) -> pl.DataFrame:
    """Rows as a frame of the table's types."""
    return pl.DataFrame(rows, schema=schema(table), orient="row")


def example_home(path: Path, changed: Mapping[str, list[Record]] | None = None) -> Home:
    """A home with the small world's stored tables, those in ``changed`` holding other rows."""
    home = Home(path)
    for table in TABLES:
        rows = (changed or {}).get(full_name(table), example_rows(table))
        write(home, table, as_frame(table, rows), BATCH if table.layer in BATCHED_LAYERS else WHOLE)
    return home


def rows_of(name: str) -> list[Record]:
    """The rows of a table by its name, ``layer.table``."""
    return example_rows(BY_NAME[name])
