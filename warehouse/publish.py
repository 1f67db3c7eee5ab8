"""Publishing: a private versioned file is built and checked, then one atomic rename makes it the warehouse.

Readers open the link ``chancery.duckdb`` and keep the generation they opened; nothing published is ever edited.
"""

import datetime as dt
from pathlib import Path

import duckdb

from warehouse.connect import writable
from warehouse.ddl import create_table, create_view
from warehouse.home import STEM, Home
from warehouse.model import Table, full_name
from warehouse.sql import query
from warehouse.store import batch_files
from warehouse.tables import LAYERS, TABLES

KEPT_GENERATIONS = 3  # the current one and two to go back to


def candidate_path(home: Home, run_id: str, now: dt.datetime) -> Path:
    """Path of a new private generation; names sort by time."""
    return home.warehouse / f"{STEM}{now:%Y%m%dT%H%M%S%f}-{run_id[:8]}.building"


def build_candidate(home: Home, path: Path) -> dict[str, int]:
    """Build the private file from the layers' Parquet files and return the rows of each table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    with writable(path) as connection:
        for layer in LAYERS:
            connection.execute(f"create schema {layer}")
        for table in TABLES:
            _fill(connection, home, table)
        return {full_name(table): _row_count(connection, table) for table in TABLES}


def publish(home: Home, candidate: Path) -> Path:
    """Make a checked candidate the published warehouse, remove what is older than the generations kept, return it."""
    # what a killed build leaves is never named as a generation
    generation = candidate.rename(candidate.with_suffix(".duckdb"))
    link = generation.with_suffix(".link")
    link.unlink(missing_ok=True)
    link.symlink_to(generation.name)
    link.replace(home.published)
    sweep(home)
    return generation


def sweep(home: Home) -> list[Path]:
    """Remove old generations and what killed builds left behind; return what was removed."""
    kept = home.generations[:KEPT_GENERATIONS]
    # a newer file may be the private file of a build that is still running
    removed = [path for path in home.warehouse.glob(f"{STEM}*") if path.name < kept[-1].name]
    for path in removed:
        path.unlink(missing_ok=True)
    return removed


def _fill(connection: duckdb.DuckDBPyConnection, home: Home, table: Table) -> None:
    if table.is_view:
        connection.execute(create_view(table, query(table)))
        return
    connection.execute(create_table(table))
    files = [str(path) for path in batch_files(home, table)]
    if files:
        connection.execute(
            f"insert into {full_name(table)} by name select * from read_parquet(?, hive_partitioning = false)", [files]
        )


def _row_count(connection: duckdb.DuckDBPyConnection, table: Table) -> int:
    row = connection.execute(f"select count(*) from {full_name(table)}").fetchone()
    return int(row[0]) if row else 0
