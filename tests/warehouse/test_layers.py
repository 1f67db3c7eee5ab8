"""The layers' files as tables of one connection."""

from tests.expectations.example_rows import BATCH, example_home, rows_of
from warehouse.home import Home
from warehouse.layers import connection
from warehouse.model import columns
from warehouse.store import read, write
from warehouse.tables import BY_NAME, TABLES

ARTICLE = BY_NAME["raw.article"]
DOCUMENT = BY_NAME["star.dim_document"]


def count(home: Home, table: str, batch: str | None = None) -> int:
    with connection(home, batch=batch) as database:
        row = database.execute(f"select count(*) from {table}").fetchone()
    return row[0] if row else -1


def test_a_home_without_files_has_empty_typed_tables(tmp_path):
    with connection(Home(tmp_path)) as database:
        for table in TABLES:
            found = database.execute(f"select * from {table.layer}.{table.table}")
            assert [column[0] for column in found.description] == [column.name for column in columns(table)]
            assert found.fetchall() == []


def test_all_batches_are_one_table_and_a_batch_can_be_had_alone(tmp_path):
    home = example_home(tmp_path)
    write(home, ARTICLE, read(home, ARTICLE, BATCH), "b2")
    assert count(home, "raw.article") == 2
    assert count(home, "raw.article", BATCH) == 1
    assert count(home, "raw.article", "b3") == 0


def test_a_table_that_is_not_batched_is_whole_whatever_the_batch(tmp_path):
    assert count(example_home(tmp_path), "star.dim_document", "b3") == len(rows_of("star.dim_document"))


def test_the_batch_in_the_name_of_a_file_is_no_column(tmp_path):
    with connection(example_home(tmp_path), [ARTICLE, DOCUMENT]) as database:
        names = [column[0] for column in database.execute("select * from raw.article").description]
    assert names == [column.name for column in columns(ARTICLE)]


def test_only_the_tables_asked_for_are_there(tmp_path):
    with connection(example_home(tmp_path), [ARTICLE]) as database:
        assert database.execute("select count(*) from duckdb_views() where not internal").fetchone() == (1,)


def test_a_folder_with_a_quote_in_its_name_can_be_read(tmp_path):
    assert count(example_home(tmp_path / "o'neill's"), "raw.article") == 1
