"""The rows of a table that SQL fills: its query run over the layers' files and the reference tables."""

import re
from pathlib import Path

import duckdb

from warehouse.ddl import data_type, literal
from warehouse.home import Home
from warehouse.layers import connection
from warehouse.model import Table, columns
from warehouse.reference import reference
from warehouse.sql import query
from warehouse.store import batch_file, replacing
from warehouse.tables import BY_NAME
from warehouse.version import Run

READ = re.compile(r"\b(?:from|join)\s+(\w+)\.(\w+)")


def fill(home: Home, table: Table, run: Run) -> Path:
    """Store a star table or mart as its SQL file makes it from the stored layers, and return its file.

    DuckDB writes the file itself, sorted by the primary key: no table has to fit into memory.

    Args:
        home: where the layers' files lie.
        table: the table to make.
        run: the run in progress, which the SQL reads as ``reference.run``.

    Raises:
        duckdb.BinderException: the SQL gives no column of one of the table's names.
    """
    made = ", ".join(f"cast({column.name} as {data_type(column)}) as {column.name}" for column in columns(table))
    keys = ", ".join(f"{name} nulls last" for name in table.primary_key)
    target = batch_file(home, table)
    with connection(home, sources(table)) as database, replacing(target) as temporary:
        database.execute("create schema reference")
        for name in _references(table):
            _add_reference(database, name, run)
        database.execute(
            f"copy (select {made} from ({query(table).rstrip().rstrip(';')}) order by {keys})"
            f" to {literal(str(temporary))} (format parquet, compression zstd)"
        )
    return target


def sources(table: Table) -> list[Table]:
    """Tables that the SQL of a table reads, sorted by name."""
    return [BY_NAME[name] for name in sorted(_reads(table)) if name in BY_NAME]


def _references(table: Table) -> list[str]:
    return sorted(name.removeprefix("reference.") for name in _reads(table) if name.startswith("reference."))


def _reads(table: Table) -> set[str]:
    return {f"{schema}.{name}" for schema, name in READ.findall(query(table))}


def _add_reference(database: duckdb.DuckDBPyConnection, name: str, run: Run) -> None:
    data = run.frame() if name == "run" else reference(name)
    database.register("given", data)
    database.execute(f"create table reference.{name} as select * from given")
    database.unregister("given")
