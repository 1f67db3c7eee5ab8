"""The checks as Dagster runs them: by batch, with keys and numbers, stopping what comes after."""

import datetime as dt
from pathlib import Path

import dagster as dg
import pytest

from expectations.checks import asset_key, build_checks, table_checks
from expectations.data_docs import OUTSIDE, build_data_docs, keep, kept_results, offline
from expectations.equations import asset_equations
from expectations.outcomes import equation_outcomes, suite_outcomes
from expectations.rows import stored_rows
from expectations.suites import suite
from expectations.validation import LONGEST_VALUE, validate
from tests.expectations.example_rows import BATCH, BODY, DOCUMENT, as_frame, example_home, rows_of
from warehouse.home import Home
from warehouse.store import write
from warehouse.tables import BATCHED_LAYERS, BY_NAME, TABLES

BATCHES = dg.DynamicPartitionsDefinition(name="batches")
NOW = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
TABLE = BY_NAME["documents.segment"]


class HomeFolder(dg.ConfigurableResource):
    """The resource as the pipelines define it."""

    path: str

    def home(self) -> Home:
        return Home(Path(self.path))


def materialized(home: Home, name: str, partition: str | None) -> dg.ExecuteInProcessResult:
    """One table's asset, its checks, and an asset that must not run on wrong rows."""
    table = BY_NAME[name]
    partitions = BATCHES if partition else None

    @dg.asset(key=asset_key(table), partitions_def=partitions)
    def stored() -> None: ...

    @dg.asset(deps=[stored], partitions_def=partitions)
    def after() -> None: ...

    with dg.DagsterInstance.ephemeral() as instance:
        instance.add_dynamic_partitions("batches", [BATCH, "b2"])
        return dg.materialize(
            [stored, after, table_checks(table, BATCHES)],
            partition_key=partition,
            instance=instance,
            resources={"home": HomeFolder(path=str(home.path))},
            raise_on_error=False,
        )


def shown(result: dg.ExecuteInProcessResult) -> dict[str, dg.AssetCheckEvaluation]:
    return {one.check_name: one for one in result.get_asset_check_evaluations()}


def test_a_batch_is_checked_alone_and_each_check_is_shown(tmp_path):
    home = example_home(tmp_path)
    write(home, TABLE, as_frame(TABLE, [row | {"raw_end": 0} for row in rows_of("documents.segment")]), "b2")
    result = materialized(home, "documents.segment", BATCH)
    found = shown(result)
    assert result.success
    assert set(found) == {one.name for one in (*suite(TABLE), *asset_equations(TABLE))}
    assert all(one.passed for one in found.values())


def test_a_failed_check_shows_its_rows_and_stops_what_comes_after(tmp_path):
    broken = [row | {"kind": "advert"} for row in rows_of("documents.segment")]
    result = materialized(example_home(tmp_path, {"documents.segment": broken}), "documents.segment", BATCH)
    found = shown(result)["kind_is_in_set"]
    assert not result.success
    assert not result.asset_materializations_for_node("after")
    assert found.severity == dg.AssetCheckSeverity.ERROR
    assert found.metadata["failing rows"].value == 3
    assert found.metadata["observed"].value == "3 of 3 rows fail"
    assert found.metadata["failing keys"].value.records[0].data == {"document_id": DOCUMENT, "raw_start": "0"}
    assert found.metadata["data docs"].value.endswith("docs/index.html#documents.segment")


def test_a_warning_stops_nothing(tmp_path):
    broken = [row | {"text": "other words"} for row in rows_of("entities.quote")]
    result = materialized(example_home(tmp_path, {"entities.quote": broken}), "entities.quote", BATCH)
    found = shown(result)["quote_stands_in_the_body"]
    assert result.success
    assert (found.passed, found.severity) == (False, dg.AssetCheckSeverity.WARN)
    assert found.metadata["failing keys"].value.records[0].data == {"quote_id": DOCUMENT}


def test_a_table_that_is_not_batched_is_checked_whole(tmp_path):
    assert materialized(example_home(tmp_path), "star.fact_event", None).success


def test_checks_and_assets_load_as_one_project():
    assets = [
        dg.AssetSpec(
            asset_key(table),
            deps=[asset_key(earlier) for earlier in TABLES[max(0, i - 2) : i]],
            partitions_def=BATCHES if table.layer in BATCHED_LAYERS else None,
        )
        for i, table in enumerate(TABLES)
    ]
    dg.Definitions.validate_loadable(
        dg.Definitions(assets=assets, asset_checks=build_checks(BATCHES), resources={"home": HomeFolder(path="")})
    )


def test_a_batch_that_was_never_written_says_so(tmp_path):
    with pytest.raises(FileNotFoundError, match="materialise documents/segment for batch b9 first"):
        suite_outcomes(example_home(tmp_path), TABLE, NOW, "b9")


def test_a_missing_column_is_named(tmp_path):
    rows = stored_rows(example_home(tmp_path), TABLE, BATCH)
    changed = type(rows)(rows.data.drop("kind"), rows.total)
    outcomes = {one.check.name: one for one in validate(TABLE, suite(TABLE), changed).outcomes}
    assert not outcomes["columns"].passed
    assert 'column "kind" in BatchData does not exist' in outcomes["kind_is_in_set"].message
    assert outcomes["raw_start_is_before_raw_end"].passed


def test_a_duplicate_landing_finds_its_article_in_an_earlier_batch(tmp_path):
    table = BY_NAME["raw.landing"]
    home = example_home(tmp_path)
    again = {"landing_id": "f" * 16, "outcome": "duplicate", "batch_id": "b2"}
    write(home, table, as_frame(table, [rows_of("raw.landing")[0] | again]), "b2")
    write(home, BY_NAME["raw.article"], as_frame(BY_NAME["raw.article"], []), "b2")
    assert [
        one.check.name
        for one in equation_outcomes(home, asset_equations(BY_NAME["raw.article"]), "b2")
        if not one.passed
    ] == []


def test_columns_that_nothing_reads_are_not_loaded(tmp_path):
    rows = stored_rows(example_home(tmp_path), BY_NAME["resolution.actor"])
    assert rows.data.columns[:4] == ["actor_id", "kind", "name", "aliases"]
    dated = stored_rows(example_home(tmp_path), BY_NAME["star.dim_document"])
    assert dated.data["title"].is_null().all()
    assert dated.data["source_uri"].to_list() == ["text"]


def test_a_large_table_is_sampled_and_its_rows_are_all_counted(tmp_path):
    table = BY_NAME["entities.mention"]
    home = example_home(tmp_path)
    rows = stored_rows(home, table, BATCH, most=2)
    outcomes = validate(table, suite(table), rows).outcomes
    assert (rows.data.height, rows.total) == (2, 3)
    assert outcomes[0].observed == "3"
    assert all(one.passed for one in outcomes)


def test_the_site_shows_the_last_result_of_each_batch_and_opens_offline(tmp_path):
    home = example_home(tmp_path)
    suite_outcomes(home, TABLE, NOW, BATCH)
    rows = stored_rows(home, TABLE, BATCH)
    broken = type(rows)(rows.data.with_columns(kind=rows.data["kind"].replace("title", "x" * 500)), rows.total)
    for minute in range(7):
        keep(home, TABLE, f"c{minute}", validate(TABLE, suite(TABLE), broken), NOW + dt.timedelta(minutes=minute))
    keep(home, TABLE, "c6", validate(TABLE, suite(TABLE), rows), NOW + dt.timedelta(minutes=9))
    index = build_data_docs(home).read_text(encoding="utf-8")
    pages = list((home.docs / "site").rglob("*.html"))
    assert [(one.batch, one.failed) for one in kept_results(home)] == [("c6", 0), *((f"c{i}", 1) for i in (5, 4, 3, 2))]
    assert all((home.docs / link).is_file() for link in index.split('"') if link.startswith("site/"))
    assert len([page for page in pages if "validations" in page.parts]) == 5
    styles = (home.docs / "site").rglob("*.css")
    assert not any(OUTSIDE.search(page.read_text(encoding="utf-8")) for page in (*pages, *styles))
    assert not any("x" * (LONGEST_VALUE + 1) in page.read_text(encoding="utf-8") for page in pages)
    assert BODY not in index


@pytest.mark.parametrize(
    "page",
    [
        '<link rel="stylesheet" href="https://cdn.example/a.css"></head>',
        '<script src="https://cdn.example/a.js" integrity="x"></script></head>',
        '<img\n class="logo"\n src="https://cdn.example/logo.png?dataContextId=1"/></head>',
        "<style>a { background: url('https://cdn.example/a.png') 0 0; }</style></head>",
    ],
)
def test_nothing_is_fetched_from_elsewhere(page: str):
    assert "cdn.example" not in offline(page)


def test_links_that_are_only_followed_stay():
    assert 'href="https://greatexpectations.io"' in offline('<a href="https://greatexpectations.io">x</a></head>')
