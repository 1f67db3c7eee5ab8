"""JSON files: one object, a list of objects, or objects one behind the other, read without holding the file."""

import io
import json
import re
from collections.abc import Iterator

from assets.raw.containers.characters import characters
from assets.raw.containers.fields import FieldNames
from assets.raw.containers.json_lines import json_line_records, json_record, too_long_record
from assets.raw.containers.records import MAX_RECORD_BYTES, DamagedContainerError, Record, rejected
from warehouse.tables.documents import RejectionReason

CHUNK_CHARS = 64 << 10
WEIGHT = re.compile(r"[^\s,]")
ONE_PER_LINE = re.compile(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")
LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[")


def json_records(stream: io.BufferedReader, names: FieldNames) -> Iterator[Record]:
    """A record per object of the file's list; lines of objects are read one by one."""
    if ONE_PER_LINE.match(stream.peek(CHUNK_CHARS)):
        return json_line_records(stream, names)
    return _records(_Values(characters(stream)), names)


def is_list(head: bytes) -> bool:
    """Whether a file that is named as lines holds a list over many lines."""
    first, mark, _ = head.partition(b"\n")
    return LIST.match(first) is not None and (not mark or not first.rstrip().endswith(b"]"))


def _records(values: "_Values", names: FieldNames) -> Iterator[Record]:
    for position, (value, size) in enumerate(values, start=1):
        if size > MAX_RECORD_BYTES:
            yield rejected(position, RejectionReason.TOO_LONG, too_long_record(f"record {position}"))
        else:
            yield json_record(position, value, names)


class _Values:
    """Values of a JSON file one by one: those of its list, or those that follow each other."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._buffer = ""
        self._at = 0
        self._at_end = False
        self._decoder = json.JSONDecoder()

    def __iter__(self) -> Iterator[tuple[object, int]]:
        is_open = self._next() == "["
        self._at += is_open
        while mark := self._next():
            if is_open and mark == "]":
                return
            yield self._value()
        if is_open:
            raise DamagedContainerError("the list has no end, the file was cut off")

    def _next(self) -> str:
        """Move to the next character of weight and return it; "" at the end."""
        while True:
            if match := WEIGHT.search(self._buffer, self._at):
                self._at = match.start()
                return match.group()
            self._at = len(self._buffer)
            if self._at_end:
                return ""
            self._more(CHUNK_CHARS)

    def _value(self) -> tuple[object, int]:
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except (ValueError, RecursionError) as error:
                held = len(self._buffer) - self._at
                if self._at_end or isinstance(error, RecursionError) or held > MAX_RECORD_BYTES:
                    raise DamagedContainerError(f"what follows is not JSON ({error})") from error
            else:
                if end < len(self._buffer) or self._at_end:  # a number may go on in the next chunk
                    size, self._at = end - self._at, end
                    return value, size
            self._more(max(CHUNK_CHARS, len(self._buffer) - self._at))  # doubling keeps repeated attempts cheap

    def _more(self, size: int) -> None:
        chunk = self._text.read(size)
        self._at_end = not chunk and not self._text.read(1)  # the second raises where the end is damage
        self._buffer, self._at = self._buffer[self._at :] + chunk, 0
