"""The only door to DuckDB."""

from pathlib import Path

import duckdb

from warehouse.home import Home

# DuckDB would try to fetch a missing extension from its own server; everything we need is built in
Settings = dict[str, str | bool | int | float | list[str]]
OFFLINE: Settings = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
CLOSED: Settings = {"enable_external_access": False, "lock_configuration": True}


class WarehouseMissingError(Exception):
    """Nothing has been published in this home yet."""


def in_memory() -> duckdb.DuckDBPyConnection:
    """A private database in memory."""
    return duckdb.connect(":memory:", config=OFFLINE)


def writable(path: Path) -> duckdb.DuckDBPyConnection:
    """A private database file, for the one process that builds it."""
    return duckdb.connect(str(path), config=OFFLINE)


def read_only(path: Path) -> duckdb.DuckDBPyConnection:
    """A database file to read, closed to files, network and extensions, with its settings locked."""
    return duckdb.connect(str(path), read_only=True, config=OFFLINE | CLOSED)


def published(home: Home) -> duckdb.DuckDBPyConnection:
    """The published warehouse of a home, read-only and locked down.

    The link is resolved first: DuckDB keeps databases by path within a process, and the link moves.

    Raises:
        WarehouseMissingError: nothing was published yet.
    """
    if not home.published.exists():
        raise WarehouseMissingError(f"no warehouse in {home.warehouse}: run 'chancery build' first")
    return read_only(home.published.resolve())
