"""Star tables written by DuckDB."""

import datetime as dt

import polars as pl
import pytest

from assets.star import queries
from warehouse.connect import MEMORY, checked, in_memory, writable
from warehouse.frames import schema
from warehouse.home import Home
from warehouse.tables.dimensions import DimCountry, DimTopic
from warehouse.version import Run

RUN = Run("run", "code", "model", dt.datetime(2026, 1, 1))


@pytest.mark.parametrize("table", [DimCountry, DimTopic])
def test_a_table_is_stored_with_its_types_and_sorted_by_its_key(tmp_path, table):
    path = queries.fill(Home(tmp_path / "the desk's home"), table, RUN)
    rows = pl.read_parquet(path)
    assert rows.schema == schema(table)
    assert rows.height > 10
    assert rows.equals(rows.sort(table.primary_key))
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_sql_without_a_column_of_the_table_is_an_error_that_names_it_and_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.setattr(queries, "query", lambda table: "select 'x' as topic_id;")
    with pytest.raises(Exception, match="context"):
        queries.fill(Home(tmp_path), DimTopic, RUN)
    assert not list(tmp_path.rglob("*.parquet"))
    assert not list(tmp_path.rglob("*.tmp"))


def test_how_much_a_step_may_hold_can_be_set(monkeypatch):
    monkeypatch.setenv("CHANCERY_MEMORY", "3GB")
    with in_memory() as connection:
        (limit,) = connection.execute("select current_setting('memory_limit')").fetchone()
    assert limit == "2.7 GiB"


def test_what_builds_holds_little_memory_and_spills_outside_the_working_folder(tmp_path):
    asked = "select current_setting('memory_limit'), current_setting('temp_directory')"
    folders = set()
    path = tmp_path / "x.duckdb"
    for opened in (in_memory, lambda: writable(path), lambda: checked(path)):
        with opened() as connection:
            limit, folder = connection.execute(asked).fetchone()
        assert float(limit.split()[0]) < 1000, (limit, MEMORY)
        folders.add(folder)
    assert len(folders) == 3
    assert not any(folder.startswith((".", str(tmp_path))) for folder in folders)
