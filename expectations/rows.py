"""The rows that a table's suite is run on."""

from dataclasses import dataclass

import polars as pl

from expectations.suites import suite
from warehouse.home import Home
from warehouse.model import Table
from warehouse.store import WHOLE, batch_file

# Above this every nth row is validated: a million rows take Great Expectations about ten seconds. Keys, references
# and all other equations are checked in SQL on every row.
MOST_VALIDATED = 1_000_000


@dataclass(frozen=True)
class Rows:
    """Rows to validate, and how many the table holds."""

    data: pl.DataFrame  # the table's columns; those that no expectation reads are all null
    total: int


def stored_rows(home: Home, table: Table, batch: str = WHOLE, most: int = MOST_VALIDATED) -> Rows:
    """Rows of one batch of a table.

    Raises:
        FileNotFoundError: the batch was never written; materialise it first.
    """
    path = batch_file(home, table, batch)
    if not path.is_file():
        raise FileNotFoundError(
            f"{path} does not exist: materialise {table.layer}/{table.table} for batch {batch} first"
        )
    rows = pl.scan_parquet(path, hive_partitioning=False)
    total = int(rows.select(pl.len()).collect().item())
    return Rows(_sample(_read_columns(table, rows), total, most).collect(), total)


def _read_columns(table: Table, rows: pl.LazyFrame) -> pl.LazyFrame:
    """The same columns, without the values that nothing reads: the raw text of a batch can be gigabytes."""
    read = frozenset(table.primary_key).union(*(expectation.columns for expectation in suite(table)))
    unread = [name for name in rows.collect_schema().names() if name not in read]
    return rows.with_columns(pl.lit(None, dtype=pl.Boolean).alias(name) for name in unread)


def _sample(rows: pl.LazyFrame, total: int, most: int) -> pl.LazyFrame:
    return rows if total <= most else rows.gather_every(-(-total // most))
