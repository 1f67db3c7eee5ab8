"""A faster event log: Dagster's SQLite storage without a disk flush for every event.

Dagster opens and closes a connection for each of the few thousand events of a run. SQLite then flushes the disk at
every commit and writes its log back at every close. Here a commit is flushed when the log is written back, and one
idle connection per file keeps a close from being the last one. A power cut can lose the latest events, never the file
(https://www.sqlite.org/pragma.html#pragma_synchronous, "WAL mode is always consistent with synchronous=NORMAL").
"""

import sqlite3
from functools import cache

IDLE: dict[str, sqlite3.Connection] = {}  # one open connection per database file of this process


@cache
def hasten() -> None:
    """Apply to every SQLite connection that SQLAlchemy opens in this process from now on."""
    from sqlalchemy import event
    from sqlalchemy.engine import Engine

    event.listen(Engine, "connect", _on_connect)


def release() -> None:
    """Close the idle connections: SQLite then writes its logs back."""
    while IDLE:
        IDLE.popitem()[1].close()


def _on_connect(connection: sqlite3.Connection, record: object) -> None:
    if not isinstance(connection, sqlite3.Connection):
        return
    connection.execute("pragma synchronous = normal")
    path = next(row[2] for row in connection.execute("pragma database_list"))
    if path and path not in IDLE:
        IDLE[path] = sqlite3.connect(path, check_same_thread=False)
        IDLE[path].execute("select count(*) from sqlite_master").fetchone()
