"""Polars frames whose schema is the row model's."""

import datetime as dt
from collections.abc import Iterable, Sequence
from itertools import islice

import polars as pl

from warehouse.model import Column, Row, Table, columns

POLARS_TYPES: dict[type, pl.DataType] = {
    str: pl.String(),
    int: pl.Int64(),
    float: pl.Float64(),
    bool: pl.Boolean(),
    dt.date: pl.Date(),
    dt.datetime: pl.Datetime("us"),
    bytes: pl.Binary(),
}

ROWS_AT_ONCE = 50_000  # of which each is a dictionary for a moment: ten times the room of a row of a frame


def schema(table: Table) -> pl.Schema:
    """Polars schema of a table."""
    return pl.Schema({column.name: _data_type(column) for column in columns(table)})


def frame(table: Table, rows: Iterable[Row]) -> pl.DataFrame:
    """Frame of shape (rows, columns of the table); the rows must be of that table, and may be made as they are asked for."""
    kinds, remaining = schema(table), iter(rows)
    parts = [pl.DataFrame(schema=kinds)]
    while part := [row.model_dump(mode="python") for row in islice(remaining, ROWS_AT_ONCE)]:
        parts.append(pl.DataFrame(part, schema=kinds, orient="row"))
    return pl.concat(parts)


def conformed(table: Table, data: pl.DataFrame) -> pl.DataFrame:
    """The same data with the table's columns, order and types.

    Raises:
        polars.exceptions.ColumnNotFoundError: a column of the table is missing.
    """
    return data.select([pl.col(name).cast(kind) for name, kind in schema(table).items()])


def sorted_by_key(table: Table, data: pl.DataFrame) -> pl.DataFrame:
    """The same rows in the order of the table's primary key."""
    keys: Sequence[str] = table.primary_key
    return data.sort(list(keys), nulls_last=True)


def _data_type(column: Column) -> pl.DataType:
    kind = POLARS_TYPES[column.type]
    return pl.List(kind) if column.is_list else kind
