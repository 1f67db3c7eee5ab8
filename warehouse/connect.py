"""The only door to DuckDB."""

import os
import tempfile
from importlib.resources import files
from pathlib import Path
from uuid import uuid4

import duckdb

from warehouse.home import Home

# DuckDB would try to fetch a missing extension from its own server; everything we need is built in
Settings = dict[str, str | bool | int | float | list[str]]
OFFLINE: Settings = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
CLOSED: Settings = {"enable_external_access": False, "lock_configuration": True}
# DuckDB lets a query write over a file that is open, read-only or not, unless no file can be reached at all;
# that goes for its temporary files too, so a query has the memory and no more
SEALED: Settings = {
    "temp_directory": "",
    "enable_external_access": False,
    "disabled_filesystems": "LocalFileSystem",
    "lock_configuration": True,
}


MEMORY_VARIABLE = "CHANCERY_MEMORY"
MEMORY = (
    "1GB"  # that a step of a build may hold in DuckDB unless the variable says otherwise; more goes to temporary files
)


class WarehouseMissingError(Exception):
    """What is to be opened has not been published in this home yet."""


def in_memory() -> duckdb.DuckDBPyConnection:
    """A private database in memory, with the macros that our SQL uses."""
    return _with_macros(_quiet(duckdb.connect(":memory:", config=OFFLINE | _sparing())))


def writable(path: Path) -> duckdb.DuckDBPyConnection:
    """A private database file, for the one process that builds it."""
    return _quiet(duckdb.connect(str(path), config=OFFLINE | _sparing()))


def checked(path: Path) -> duckdb.DuckDBPyConnection:
    """A private database file to read, for the process that checks it before it is published."""
    return _with_macros(_quiet(duckdb.connect(str(path), read_only=True, config=OFFLINE | _sparing())))


def another(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """One more connection to the same database, for another thread."""
    return _with_macros(_quiet(connection.cursor()))


def read_only(path: Path) -> duckdb.DuckDBPyConnection:
    """A database file to read, closed to files, network and extensions, with its settings locked; it has the macros too."""
    return _with_macros(duckdb.connect(str(path), read_only=True, config=OFFLINE | CLOSED))


def published(home: Home) -> duckdb.DuckDBPyConnection:
    """The published warehouse of a home, read-only and locked down.

    The link is resolved first: DuckDB keeps databases by path within a process, and the link moves.

    Raises:
        WarehouseMissingError: nothing was published yet.
    """
    return read_only(_newest(home, 1)[0])


def sealed(home: Home, *, with_before: bool = False) -> duckdb.DuckDBPyConnection:
    """The published warehouse for queries that anybody writes: they read it and reach nothing else.

    It is the default database, ``chancery``; the generation published before it is, when asked for, ``before``.

    Raises:
        WarehouseMissingError: nothing was published yet, or nothing before the current generation.
    """
    connection = _with_macros(duckdb.connect(":memory:", config=OFFLINE))
    for name, path in zip(("chancery", "before"), _newest(home, 2 if with_before else 1), strict=False):
        connection.execute(f"attach ? as {name} (read_only)", [str(path)])
    connection.execute("use chancery")
    for setting, value in SEALED.items():
        connection.execute(f"set {setting} = '{value}'")
    return connection


def _sparing() -> Settings:
    """Little memory, and a folder of its own for what exceeds it, made when needed and removed with the connection."""
    folder = Path(tempfile.gettempdir()) / f"chancery-{uuid4().hex}"
    return {"memory_limit": os.environ.get(MEMORY_VARIABLE, MEMORY), "temp_directory": str(folder)}


def _quiet(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    connection.execute("set enable_progress_bar = false")  # it would print over ours, and into logs
    return connection


def _with_macros(connection: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    connection.execute((files("warehouse") / "sql" / "macros.sql").read_text(encoding="utf-8"))
    return connection


def _newest(home: Home, count: int) -> list[Path]:
    found = home.generations[:count]
    if not found:
        raise WarehouseMissingError(f"no warehouse in {home.warehouse}: run 'chancery build' first")
    if len(found) < count:
        raise WarehouseMissingError(
            f"no generation before {found[0].name} is kept in {home.warehouse}: add articles, or give --refresh,"
            " and run 'chancery build' again"
        )
    return found
