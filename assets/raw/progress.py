"""Which containers a landing has read to their end, so that the next one need not read them again."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

from assets.raw.containers.fields import FieldNames
from assets.raw.sources import Found
from warehouse.home import Home

FILE_NAME = "read.jsonl"
READERS_VERSION = 1  # raise it when a reader finds other records: every container is then read again
SLACK = 1000  # lines of containers that changed since, above which the file is written anew


class ReadContainers:
    """Containers read to their end: size and modification time then, and the field names they were read with.

    The file gains lines while a landing goes on; a line that a kill cut short only makes one container read again.
    """

    def __init__(self, home: Home, names: FieldNames) -> None:
        """What earlier landings in a home read, and read with the same field names."""
        self._path = home.landing / FILE_NAME
        self._names = f"{READERS_VERSION} {names.fingerprint()}"
        lines = _lines(self._path)
        self._states = dict(lines)
        if len(lines) > 2 * len(self._states) + SLACK:
            self._rewrite()

    def holds(self, file: Found) -> bool:
        """Whether a file is as it was when it was last read to its end."""
        return file.modified_at is not None and self._states.get(file.source_uri) == self._state(file)

    def add(self, files: Sequence[Found]) -> None:
        """Note files that were read to their end, after all they gave was written."""
        states = {file.source_uri: self._state(file) for file in files if file.modified_at is not None}
        if states:
            self._states |= states
            with self._path.open("a", encoding="utf-8") as stream:
                stream.write("\n" + _text(states.items()))  # a cut line stays by itself

    def _state(self, file: Found) -> str:
        return f"{file.byte_size} {file.modified_at} {self._names}"

    def _rewrite(self) -> None:
        temporary = self._path.with_suffix(".tmp")
        temporary.write_text(_text(self._states.items()), encoding="utf-8")
        temporary.replace(self._path)


def _text(states: Iterable[tuple[str, str]]) -> str:
    return "".join(json.dumps(state, ensure_ascii=False) + "\n" for state in states)


def _lines(path: Path) -> list[tuple[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", errors="replace") as stream:
        return [pair for line in stream if (pair := _pair(line))]


def _pair(line: str) -> tuple[str, str] | None:
    try:
        values = json.loads(line)
    except ValueError:
        return None
    return (str(values[0]), str(values[1])) if isinstance(values, list) and len(values) == 2 else None
