"""Every equation holds in the small world, and each is broken by one statement that makes the world wrong."""

from collections.abc import Iterator

import duckdb
import pytest

from expectations.equation import Scope
from expectations.equations import asset_equations, equations, failures, may_publish, warehouse_checks, written
from expectations.expectation import Severity
from expectations.references import CARRIED, derived
from tests.expectations.example_rows import BODY, DOCUMENT, EVENT, RAW, SHIFT, as_frame, example_rows
from warehouse.connect import in_memory
from warehouse.ddl import create_table
from warehouse.model import full_name
from warehouse.tables import LAYERS, TABLES

# (equation, statement that breaks it, keys of the rows it must then return)
BROKEN = [
    ("alias_is_another_name", "update star.dim_actor set aliases = [name]", [("1" * 16,), ("2" * 16,)]),
    ("amount_of_people_is_whole", "update entities.amount set value = 2.4", [(DOCUMENT,)]),
    ("amount_stands_in_the_body", "update entities.amount set text = 'we'", [(DOCUMENT,)]),
    (
        "argument_is_mentioned_in_the_document",
        "update entities.event_argument set mention_id = repeat('3', 16) where chain_id = repeat('1', 16)",
        [("a" * 16, "1" * 16)],
    ),
    ("article_has_a_landing", "update raw.landing set outcome = 'duplicate'", [(DOCUMENT,)]),
    ("article_id_is_from_its_content", "update raw.article set sha256 = repeat('f', 64)", [(DOCUMENT,)]),
    ("article_is_kept_or_rejected", "delete from documents.document", [(DOCUMENT,)]),
    (
        "article_is_kept_or_rejected",
        f"insert into documents.rejected values ('{DOCUMENT}', 'empty', 'kept as well')",
        [(DOCUMENT,)],
    ),
    (
        "article_is_read_to_its_end",
        f"insert into documents.rejected values ('{DOCUMENT}', 'failed', 'a.txt: ValueError')",
        [(DOCUMENT,)],
    ),
    ("calendar_has_no_gap", "insert into star.dim_date values (20230504, '2023-05-04', 2023, 2, 5, 18, 4)", [("20230504",)]),
    ("calendar_has_no_gap", "update star.dim_date set date_id = 20230503", [("20230503",)]),
    (
        "chain_has_one_document",
        "update entities.mention set chain_id = repeat('1', 16),"
        " document_id = case when mention_id = repeat('2', 16) then repeat('f', 16) else document_id end",
        [("1" * 16,)],
    ),
    ("date_is_in_the_calendar", "update star.dim_document set published_on = '2023-05-03'", [(DOCUMENT,)]),
    ("date_is_in_the_calendar", "update star.fact_event set end_on = '2023-05-03'", [(EVENT,)]),
    ("date_is_in_the_calendar", "update star.dim_date set date = '2023-05-03'", [(DOCUMENT,), (EVENT,)]),
    ("document_has_a_signature", "update documents.document set signature = [1, 2]", [(DOCUMENT,)]),
    (
        "document_has_a_signature",
        "update documents.document set signature = list_transform(range(128), lambda i: -1)",
        [(DOCUMENT,)],
    ),
    ("event_counts_its_accounts", "update star.fact_event set source_count = 2", [(EVENT,)]),
    ("event_counts_its_accounts", "update star.fact_event set document_count = 2", [(EVENT,)]),
    ("event_counts_its_accounts", "delete from star.fact_event_mention", [(EVENT,)]),
    ("event_has_a_participant", "delete from star.bridge_event_participant", [(EVENT,)]),
    ("event_has_evidence", "delete from star.evidence where fact_table = 'fact_event'", [(EVENT,)]),
    ("event_place_is_a_mention", "update entities.event_mention set place_text = 'Quito'", [("a" * 16,)]),
    ("event_place_is_a_mention", "delete from entities.mention where label = 'GPE'", [("a" * 16,)]),
    ("event_sentence_stands_in_the_body", "update entities.event_mention set end_char = end_char - 1", [("a" * 16,)]),
    ("event_sentence_stands_in_the_body", "update entities.raised_topic set end_char = end_char - 1", [("a" * 16,)]),
    (
        "evidence_equals_the_raw_text",
        "update star.evidence set text = 'meet' where fact_table = 'fact_event'",
        [("fact_event", EVENT, "event_type_id", DOCUMENT, str(RAW.index("met")), str(RAW.index("met") + 3))],
    ),
    (
        "evidence_supports_a_fact",
        "delete from star.fact_event",
        [("fact_event", EVENT, "event_type_id", DOCUMENT, str(RAW.index("met")), str(RAW.index("met") + 3))],
    ),
    ("every_stage_reads_something", "update documents.document set word_count = 1000; delete from entities.mention", None),
    (
        "every_stage_reads_something",
        "insert into documents.document select document.* replace (lpad(i::varchar, 16, '0') as document_id)"
        " from documents.document as document, range(200) as r(i); delete from entities.quote",
        None,
    ),
    (
        "meeting_has_two_sides",
        "delete from star.bridge_event_participant where actor_id = repeat('1', 16);"
        " update star.fact_event set place_id = null",
        [(EVENT,)],
    ),
    ("meeting_is_of_the_star", "delete from marts.meeting", [(EVENT,)]),
    ("meeting_is_of_the_star", "update marts.meeting set event_id = repeat('d', 16)", [("d" * 16,), (EVENT,)]),
    ("mention_stands_in_the_body", "update entities.mention set text = 'Caraca' where label = 'GPE'", [("3" * 16,)]),
    ("mention_stands_in_the_body", "update documents.document set body = left(body, 20)", [("3" * 16,)]),
    ("new_landing_brings_its_article", "update raw.article set batch_id = 'b0'", [(DOCUMENT,)]),
    ("pair_of_countries_is_ordered", "update marts.dyad_month set country_a_id = 'VEN'", [("VEN", "VEN", "2023-05-01")]),
    ("pair_of_countries_is_ordered", "update marts.dyad_month set event_count = 2", [("MEX", "VEN", "2023-05-01")]),
    ("pair_of_countries_is_ordered", "update marts.dyad_month set month = '2023-05-02'", [("MEX", "VEN", "2023-05-02")]),
    ("quote_stands_in_the_body", "update entities.quote set text = 'We disagree'", [(DOCUMENT,)]),
    (
        "relation_is_of_two_events",
        f"insert into star.bridge_event_relation values ('{EVENT}', '{EVENT}', 'follows')",
        [(EVENT, EVENT, "follows")],
    ),
    # a gap, an overlap, an end too early, a first character left out, no segment at all
    ("segments_cover_the_raw_text", "delete from documents.segment where kind = 'body'", [(DOCUMENT, str(SHIFT + len(BODY)))]),
    ("segments_cover_the_raw_text", "update documents.segment set raw_end = 17 where kind = 'title'", [(DOCUMENT, str(SHIFT))]),
    (
        "segments_cover_the_raw_text",
        "delete from documents.segment where kind = 'boilerplate'",
        [(DOCUMENT, str(SHIFT))],
    ),
    ("segments_cover_the_raw_text", "delete from documents.segment where kind = 'title'", [(DOCUMENT, str(SHIFT))]),
    ("segments_cover_the_raw_text", "delete from documents.segment", [(DOCUMENT, "None")]),
    ("segments_rebuild_the_body", "update documents.document set body = 'X' || substr(body, 2)", [(DOCUMENT, str(SHIFT))]),
    ("segments_rebuild_the_body", "update documents.document set body = body || ' More.'", [(DOCUMENT, str(SHIFT))]),
    ("segments_rebuild_the_body", "update documents.document set body = left(body, 9)", [(DOCUMENT, str(SHIFT))]),
    ("segments_rebuild_the_body", "update documents.segment set body_start = 9 where kind = 'body'", [(DOCUMENT, str(SHIFT))]),
    ("segments_rebuild_the_body", "delete from documents.segment where kind = 'body'", [(DOCUMENT, "None")]),
    (
        "source_has_one_current_document",
        "insert into star.dim_document select * replace (repeat('f', 16) as document_id, null as url) from star.dim_document",
        [("text",)],
    ),
    (
        "source_has_one_current_document",
        "update star.dim_document set url = 'http://a.example/1'; insert into star.dim_document"
        " select * replace (repeat('f', 16) as document_id, 'other' as source_uri) from star.dim_document",
        [("http://a.example/1",)],
    ),
    (
        "span_maps_to_the_raw_text",
        "update entities.mention set raw_start = 0, raw_end = 7 where label = 'GPE'",
        [("3" * 16, "0", "7")],
    ),
    ("span_maps_to_the_raw_text", "update entities.quote set raw_end = 999", None),
    ("speaker_is_mentioned", "update entities.quote set speaker_chain_id = repeat('9', 16)", [(DOCUMENT,)]),
    ("speaker_is_mentioned", "update entities.raised_topic set raised_by_chain_id = repeat('9', 16)", [("a" * 16,)]),
    ("story_has_one_lead", "update resolution.story set is_story_lead = false", [(DOCUMENT,)]),
    ("superseded_document_has_a_successor", "update star.dim_document set is_current = false", [(DOCUMENT,)]),
    ("time_expression_stands_in_the_body", "update entities.time_expression set text = 'Monday'", [(DOCUMENT,)]),
    ("trigger_stands_in_its_sentence", "update entities.event_mention set trigger_start = 0", [("a" * 16,)]),
    ("word_count_fits_the_body", "update documents.document set word_count = 900", [(DOCUMENT, "900", "11")]),
]  # fmt: skip

# what must not be called broken
SOUND = [
    # U+00A0 in the raw text stands as a space in the body
    (
        "segments_rebuild_the_body",
        "update documents.document set body = replace(body, 'on Tuesday', 'on\u00a0Tuesday')",
    ),
    # "Â" before a space is a U+00A0 misread, and U+008A is "Š" in windows-1252
    ("segments_rebuild_the_body", "update raw.article set text = replace(replace(text, 'on ', 'onÂ'), '“', '')"),
    ("quote_stands_in_the_body", "update entities.quote set text = 'We — agree'"),
    # a name cut in two by page furniture is longer in the raw text
    ("span_maps_to_the_raw_text", "update entities.mention set raw_end = raw_end + 9 where label = 'GPE'"),
    ("meeting_has_two_sides", "delete from star.bridge_event_participant where actor_id = repeat('1', 16)"),
    (
        "superseded_document_has_a_successor",
        "update star.dim_document set is_current = false; insert into raw.landing select * replace"
        " (repeat('f', 16) as landing_id, repeat('f', 16) as article_id) from raw.landing",
    ),
    ("new_landing_brings_its_article", "update raw.landing set outcome = 'duplicate', batch_id = 'b2'"),
]


@pytest.fixture(scope="module")
def small_world() -> Iterator[duckdb.DuckDBPyConnection]:
    with in_memory() as connection:
        for layer in LAYERS:
            connection.execute(f"create schema {layer}")
        for table in TABLES:
            connection.execute(create_table(table))
            connection.register("rows", as_frame(table, example_rows(table)).to_arrow())
            connection.execute(f"insert into {full_name(table)} by name select * from rows")
        yield connection


@pytest.fixture
def world(small_world: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """The small world, put right again after each test."""
    small_world.execute("begin transaction")
    yield small_world
    small_world.execute("rollback")


def named(name: str):
    return next(one for one in equations() if one.name == name)


def test_every_equation_holds_in_the_small_world(world):
    outcomes = warehouse_checks(world)
    assert [(one.check.name, one.failing_keys, one.message) for one in outcomes if not one.passed] == []
    assert may_publish(outcomes)


@pytest.mark.parametrize(("name", "statement", "keys"), BROKEN)
def test_a_written_equation_finds_what_breaks_it(world, name, statement, keys):
    world.execute(statement)
    found = failures(world, named(name))
    assert not found.passed
    assert not found.message
    if keys is not None:
        assert sorted(found.failing_keys) == sorted(keys)
        assert found.failing_count == len(keys)


@pytest.mark.parametrize(("name", "statement"), SOUND)
def test_a_written_equation_leaves_what_is_right(world, name, statement):
    world.execute(statement)
    assert failures(world, named(name)).failing_keys == ()


def test_every_written_equation_is_broken_by_a_case():
    assert {name for name, _, _ in BROKEN} == {one.name for one in written()}


@pytest.mark.parametrize("table", [table for table in TABLES if example_rows(table)], ids=full_name)
def test_a_key_in_two_batches_is_found(world, table):
    world.execute(f"insert into {full_name(table)} select * from {full_name(table)}")
    found = failures(world, named(f"{table.layer}_{table.table}_key_is_unique_in_all_rows"))
    assert found.failing_count == len(example_rows(table))


REFERENCES = [(table, column, target) for table in TABLES for column, target in table.references.items()]


@pytest.mark.parametrize(("table", "column", "target"), REFERENCES)
def test_a_reference_into_nothing_is_found(world, table, column, target):
    target_table, _ = target.rsplit(".", 1)
    if not example_rows(table):
        world.register("rows", as_frame(table, [_filled(table)]).to_arrow())
        world.execute(f"insert into {full_name(table)} by name select * from rows")
    world.execute(
        f"update {full_name(table)} set {column} = case when typeof({column}) = 'BIGINT' then '10000101' else 'none' end"
    )
    found = failures(world, named(f"{table.layer}_{table.table}_{column}_refers_to_{target_table.replace('.', '_')}"))
    assert found.failing_count >= 1


@pytest.mark.parametrize("pair", CARRIED, ids=lambda pair: f"{full_name(pair.source)} to {full_name(pair.target)}")
def test_a_row_lost_or_invented_on_the_way_is_found(world, pair):
    source, target = (f"{table.layer}_{table.table}" for table in (pair.source, pair.target))
    count = len(example_rows(pair.source))
    world.execute(f"update {full_name(pair.target)} set {pair.column} = lpad({pair.column}[1], 16, 'f')")
    assert failures(world, named(f"{source}_reaches_{target}")).failing_count == count
    assert failures(world, named(f"{target}_is_from_{source}")).failing_count == count


def test_an_equation_whose_table_is_missing_fails_with_the_reason(world):
    world.execute("drop table star.evidence")
    found = failures(world, named("event_has_evidence"))
    assert not found.passed
    assert "evidence does not exist" in found.message


def test_a_critical_failure_stops_publication_and_a_warning_does_not(world):
    world.execute("update entities.quote set text = 'We disagree'")
    assert may_publish([failures(world, named("quote_stands_in_the_body"))])
    world.execute("update raw.article set text = 'other'")
    assert not may_publish([failures(world, named("evidence_equals_the_raw_text"))])


@pytest.mark.parametrize("text", ["🤦🏼‍♂️ met 🇨🇺", "Caf\u0065\u0301 met", "a\u00a0b\u200bmet", "\r\nmet", "𝕏 met"])
def test_offsets_count_code_points_whatever_the_characters(world, text):
    start = text.index("met")
    world.execute("update raw.article set text = ?", [text])
    world.execute("update star.evidence set text = 'met', raw_start = ?, raw_end = ?", [start, start + 3])
    assert failures(world, named("evidence_equals_the_raw_text")).passed
    world.execute("update star.evidence set raw_start = raw_start - 1, raw_end = raw_end - 1")
    assert not failures(world, named("evidence_equals_the_raw_text")).passed


def test_an_equation_belongs_to_the_last_of_its_tables():
    for one in equations():
        positions = [TABLES.index(table) for table in one.tables]
        assert TABLES.index(one.table) == max(positions)


def test_names_are_unique_and_reasons_given():
    names = [one.name for one in equations()]
    assert len(names) == len(set(names))
    assert all(one.why.endswith((".", ").")) and "severity" not in one.why for one in equations())


def test_every_equation_is_an_asset_check_or_checked_at_publication():
    carried = {one.name for table in TABLES for one in asset_equations(table)}
    assert {one.name for one in equations()} - carried == {
        one.name for one in derived() if one.scope == Scope.PUBLICATION
    }


def test_severity_is_read_from_the_header():
    assert named("word_count_fits_the_body").severity == Severity.WARNING
    assert named("evidence_equals_the_raw_text").severity == Severity.CRITICAL


def _filled(table):
    from tests.expectations.example_rows import filler
    from warehouse.model import columns

    return {column.name: filler(column) for column in columns(table)}
