"""The layers' Parquet files as tables of one DuckDB connection, each under its name ``layer.table``."""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from warehouse.connect import in_memory
from warehouse.ddl import create_table, literal
from warehouse.home import Home
from warehouse.model import Table, full_name
from warehouse.store import batch_file, batch_files
from warehouse.tables import BATCHED_LAYERS, LAYERS, TABLES


def connection(
    home: Home, tables: Iterable[Table] | None = None, batch: str | None = None
) -> duckdb.DuckDBPyConnection:
    """A private database in memory with a view over the files of each table, empty and typed where there are none.

    Args:
        home: the home whose files are read.
        tables: the tables wanted; all when not given.
        batch: when given, tables of the batched layers show the rows of this batch alone.
    """
    database = in_memory()
    for layer in LAYERS:
        database.execute(f"create schema {layer}")
    for table in TABLES if tables is None else tables:
        add(database, table, _files(home, table, batch))
    return database


def add(database: duckdb.DuckDBPyConnection, table: Table, files: list[Path]) -> None:
    """Give the database a view over the files under the table's name, or an empty table when there are none."""
    if not files:
        database.execute(create_table(table))
        return
    names = ", ".join(literal(str(path)) for path in files)
    # a file named batch=x.parquet would otherwise be read as a partition column
    database.execute(
        f"create view {full_name(table)} as select * from read_parquet([{names}], hive_partitioning = false)"
    )


def _files(home: Home, table: Table, batch: str | None) -> list[Path]:
    if batch is None or table.layer not in BATCHED_LAYERS:
        return batch_files(home, table)
    return [path for path in (batch_file(home, table, batch),) if path.is_file()]
