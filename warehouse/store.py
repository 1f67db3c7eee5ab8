"""Parquet files of the layers: one per table and batch, written whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import polars as pl

from warehouse.frames import conformed, schema, sorted_by_key
from warehouse.home import Home
from warehouse.model import Table

WHOLE = "all"  # stands in the place of a batch for tables that are not partitioned
MADE_BY = "chancery.made_by"  # key of the file's metadata


def write(home: Home, table: Table, data: pl.DataFrame, batch: str = WHOLE, made_by: str | None = None) -> Path:
    """Store one batch of a table, replacing what the batch held, and return the file; it keeps what it was made by."""
    target = batch_file(home, table, batch)
    write_parquet(sorted_by_key(table, conformed(table, data)), target, made_by)
    return target


def write_parquet(data: pl.DataFrame, target: Path, made_by: str | None = None) -> None:
    """Write a file whole."""
    with replacing(target) as temporary:
        data.write_parquet(temporary, compression="zstd", metadata={MADE_BY: made_by} if made_by else None)


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A temporary name to write to, which takes the target's place in the end: a reader or a kill never sees half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.replace(target)
    finally:
        temporary.unlink(missing_ok=True)


def made_by(path: Path) -> str | None:
    """What the rows of a file were made by, as it was said when they were written."""
    return pl.read_parquet_metadata(path).get(MADE_BY)


def read(home: Home, table: Table, batch: str) -> pl.DataFrame:
    """Rows of one batch of a table.

    Raises:
        FileNotFoundError: the batch was never written; materialise it first.
    """
    path = batch_file(home, table, batch)
    if not path.is_file():
        raise FileNotFoundError(
            f"{path} does not exist: materialise {table.layer}/{table.table} for batch {batch} first"
        )
    return pl.read_parquet(path)


def read_all(home: Home, table: Table, columns: list[str] | None = None) -> pl.DataFrame:
    """Rows of every batch of a table, of some columns or all; no rows when none was written."""
    files = batch_files(home, table)
    empty = pl.DataFrame(schema=schema(table)).select(columns or pl.all())
    return pl.read_parquet(files, columns=columns) if files else empty


def batch_file(home: Home, table: Table, batch: str = WHOLE) -> Path:
    """Path of one batch of a table."""
    return home.table(table.layer, table.table) / f"batch={batch}.parquet"


def batch_files(home: Home, table: Table) -> list[Path]:
    """Paths of all batches of a table, sorted."""
    return sorted(home.table(table.layer, table.table).glob("batch=*.parquet"))
