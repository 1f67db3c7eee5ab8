"""The rows of a table that SQL fills: its query run over the layers' files and the reference tables."""

import re

import duckdb
import polars as pl

from warehouse.frames import conformed
from warehouse.home import Home
from warehouse.layers import connection
from warehouse.model import Table
from warehouse.reference import reference
from warehouse.sql import query
from warehouse.tables import BY_NAME
from warehouse.version import Run

READ = re.compile(r"\b(?:from|join)\s+(\w+)\.(\w+)")


def rows(home: Home, table: Table, run: Run) -> pl.DataFrame:
    """Rows of a star table or mart, as its SQL file makes them from the stored layers.

    Args:
        home: where the layers' files lie.
        table: the table to make.
        run: the run in progress, which the SQL reads as ``reference.run``.
    """
    with connection(home, sources(table)) as database:
        database.execute("create schema reference")
        for name in _references(table):
            _add_reference(database, name, run)
        return conformed(table, database.sql(query(table)).pl())


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
