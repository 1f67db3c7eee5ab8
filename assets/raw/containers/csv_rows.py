"""CSV and TSV: one record per row under a header."""

import csv
import io
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from assets.raw.containers.characters import characters, lines
from assets.raw.containers.fields import FieldNames, missing_text, record_of
from assets.raw.containers.records import MAX_RECORD_BYTES, DamagedContainerError, Record, rejected, text_bytes
from warehouse.tables.documents import RejectionReason

DELIMITERS = MappingProxyType({",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"})


def csv_records(stream: io.BufferedReader, names: FieldNames) -> Iterator[Record]:
    """A record per data row; a row that does not fit the header is rejected by itself, a table without text whole.

    Raises:
        DamagedContainerError: a line is too long to be a row.
    """
    csv.field_size_limit(MAX_RECORD_BYTES)
    source = _lines(characters(stream))
    first = next(source, "")
    delimiter = max(DELIMITERS, key=first.count)
    header = next(csv.reader([first], delimiter=delimiter), [])
    columns = [text_bytes(name).decode("utf-8", "replace").strip() for name in header]
    problem = missing_text(columns, names) if columns else None
    if problem:
        yield rejected(None, RejectionReason.NOT_TEXT, problem)
        return
    rows = csv.reader(source, delimiter=delimiter)
    number = 0
    while (row := _row(rows)) is not None:
        if row:  # a blank line is no row
            number += 1
            yield _record(number, row, columns, names)


def _row(rows: "Iterator[list[str]]") -> list[str] | csv.Error | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        return error


def _record(number: int, row: Sequence[str] | csv.Error, columns: Sequence[str], names: FieldNames) -> Record:
    if isinstance(row, csv.Error):
        detail = f"row {number} cannot be read ({row}): close its quotation marks"
        return rejected(number, RejectionReason.UNREADABLE, detail)
    if len(row) != len(columns):
        detail = f"row {number} has {len(row)} values for {len(columns)} columns: put quotation marks around values"
        return rejected(number, RejectionReason.UNREADABLE, detail)
    return record_of(number, dict(zip(columns, row, strict=True)), names)


def _lines(text: io.TextIOWrapper) -> Iterator[str]:
    for line in lines(text, MAX_RECORD_BYTES):
        if len(line) == MAX_RECORD_BYTES:
            raise DamagedContainerError(
                f"a line has more than {MAX_RECORD_BYTES:,} characters", "give one row per line"
            )
        yield line
