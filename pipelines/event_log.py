"""Dagster's SQLite event log with its connections kept open.

The storage that Dagster ships makes an engine and a connection for each of the few thousand events of a run: SQL is
compiled anew, and the disk is flushed at every commit and every close. The files here are the same and either class
reads what the other wrote; a commit is flushed when SQLite writes its log back. A power cut can lose the latest events,
never the file ("WAL mode is always consistent with synchronous=NORMAL", https://www.sqlite.org/pragma.html).
"""

import sqlite3
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

import dagster as dg
from dagster._core.storage.event_log import SqliteEventLogStorage
from dagster._serdes import ConfigurableClassData
from sqlalchemy import create_engine, event
from sqlalchemy.engine import Connection, Engine

OPEN_FILES = 16  # there is one file per run; the UI looks at many
BUSY_SECONDS = 30  # how long a writer waits for another


class Config(TypedDict):
    """What dagster.yaml gives."""

    base_dir: str


class EventLog(SqliteEventLogStorage):
    """One file per run and an index of all, as Dagster lays them out under the instance's folder."""

    def __init__(self, base_dir: str, inst_data: ConfigurableClassData | None = None) -> None:
        """Open the log of the instance whose folder is ``base_dir``."""
        self._engines: OrderedDict[str, Engine] = OrderedDict()
        self._tables: set[str] = set()
        super().__init__(base_dir=str(Path(base_dir) / "history" / "runs"), inst_data=inst_data)

    @classmethod
    def config_type(cls) -> dict[str, object]:
        """Fields of dagster.yaml."""
        return {"base_dir": dg.StringSource}

    @classmethod
    def from_config_value(cls, inst_data: ConfigurableClassData | None, config_value: Config) -> "EventLog":  # type: ignore[override]
        """The log that dagster.yaml describes."""
        return cls(inst_data=inst_data, **config_value)

    def has_table(self, table_name: str) -> bool:
        """Whether the index has a table; Dagster asks at every asset check, and no table ever goes."""
        if table_name not in self._tables and super().has_table(table_name):
            self._tables.add(table_name)
        return table_name in self._tables

    @contextmanager
    def _connect(self, shard: str) -> Iterator[Connection]:
        with self._db_lock:
            engine = self._engine(shard)
            if shard not in self._initialized_dbs:
                self._initdb(engine)
                self._initialized_dbs.add(shard)
            with engine.connect() as connection, connection.begin():
                yield connection

    def _engine(self, shard: str) -> Engine:
        if shard not in self._engines:
            arguments = {"timeout": BUSY_SECONDS, "check_same_thread": False}
            self._engines[shard] = create_engine(self.conn_string_for_shard(shard), connect_args=arguments)
            event.listen(self._engines[shard], "connect", _flush_less)
        self._engines.move_to_end(shard)
        if len(self._engines) > OPEN_FILES:
            self._engines.popitem(last=False)[1].dispose()
        return self._engines[shard]

    def dispose(self) -> None:
        """Close every connection: SQLite then writes its logs back."""
        while self._engines:
            self._engines.popitem()[1].dispose()
        super().dispose()


def _flush_less(connection: sqlite3.Connection, record: object) -> None:
    connection.execute("pragma synchronous = normal")
