"""Parquet: one record per row."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from assets.raw.containers.fields import COMMON_NAMES, FieldNames, missing_text, record_of
from assets.raw.containers.records import DamagedContainerError, Record, rejected
from warehouse.tables.documents import RejectionReason

if TYPE_CHECKING:
    import pyarrow as pa

ROWS_AT_ONCE = 64  # rows may hold whole pages


def parquet_records(stream: BinaryIO, names: FieldNames) -> Iterator[Record]:
    """A record per row, of which only the columns that an article has are read.

    Raises:
        DamagedContainerError: the file is damaged.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(stream, pre_buffer=False)
        columns = list(file.schema_arrow.names)
        problem = missing_text(columns, names)
        if problem:
            yield rejected(None, RejectionReason.NOT_TEXT, problem)
            return
        position = 0
        for batch in file.iter_batches(ROWS_AT_ONCE, columns=_wanted(columns, names)):
            for row in _as_bytes(batch).to_pylist():
                position += 1
                yield record_of(position, row, names)
    except (pa.ArrowException, OSError) as error:  # Arrow reports damage as either
        raise DamagedContainerError(f"the Parquet file is damaged ({error})") from error


def _as_bytes(batch: "pa.RecordBatch") -> "pa.RecordBatch":
    """The batch with its strings as bytes: one that is not UTF-8 would take its whole batch with it."""
    import pyarrow as pa

    plain = (pa.string(), pa.large_string())
    columns = [column.cast(pa.large_binary()) if column.type in plain else column for column in batch.columns]
    return pa.RecordBatch.from_arrays(columns, names=batch.schema.names)


def _wanted(columns: list[str], names: FieldNames) -> list[str]:
    known = {name.casefold().partition(".")[0] for field in COMMON_NAMES for name in names.names(field)}
    known |= {name.casefold() for field in COMMON_NAMES for name in names.names(field)}
    return [name for name in columns if name.casefold() in known]
