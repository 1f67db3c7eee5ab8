"""JSON Lines: one record per line."""

import io
import json
from collections.abc import Iterator

from assets.raw.containers.characters import characters, lines
from assets.raw.containers.fields import FieldNames, record_of
from assets.raw.containers.records import MAX_RECORD_BYTES, Record, rejected
from warehouse.tables.documents import RejectionReason

Value = object


def json_line_records(stream: io.BufferedReader, names: FieldNames) -> Iterator[Record]:
    """A record per line that is not blank; a line that is no object is rejected by itself."""
    parts = lines(characters(stream), MAX_RECORD_BYTES)
    for number, line in enumerate(parts, start=1):
        if len(line) == MAX_RECORD_BYTES and not line.endswith("\n"):
            next((part for part in parts if part.endswith("\n")), None)
            yield rejected(number, RejectionReason.TOO_LONG, too_long_record(f"line {number}"))
        elif line.strip():
            yield _record(number, line, names)


def json_record(position: int, value: Value, names: FieldNames) -> Record:
    """Record of a JSON value, which should be an object."""
    if isinstance(value, dict):
        return record_of(position, value, names)
    detail = f"record {position} is no JSON object but {_kind(value)}: give each article as one object with its fields"
    return rejected(position, RejectionReason.UNREADABLE, detail)


def too_long_record(what: str) -> str:
    """Detail of a record that is longer than is read into memory."""
    return f"{what} has more than {MAX_RECORD_BYTES:,} characters: give one article per record"


def _record(number: int, line: str, names: FieldNames) -> Record:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:  # brackets a thousand deep
        detail = f"line {number} is not JSON ({_reason(error)}): write one JSON object per line"
        return rejected(number, RejectionReason.UNREADABLE, detail)
    return json_record(number, value, names)


def _reason(error: Exception) -> str:
    return f"{error.msg}, character {error.pos + 1}" if isinstance(error, json.JSONDecodeError) else str(error)


def _kind(value: Value) -> str:
    if value is None:
        return "null"
    return "a list" if isinstance(value, list) else "a string" if isinstance(value, str) else "a number"
