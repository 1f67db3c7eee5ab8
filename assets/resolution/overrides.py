"""What a user decides of actors: which names are one, which never, and what an actor is called.

The file ``overrides.csv`` of a home has the columns ``rule``, ``name`` and ``other``, and any others for notes. ``same``:
both names are one actor's, also an alias that shares no word with the name. ``different``: they are never one. ``name``:
whoever is called ``name`` is to be called ``other``. Names are compared without case and accents.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

COLUMNS = ("rule", "name", "other")


class OverrideRule(StrEnum):
    """What a row of the file decides."""

    SAME = "same"
    DIFFERENT = "different"
    NAME = "name"


class OverrideError(ValueError):
    """A file that cannot be followed; the message names the line and the remedy."""


@dataclass(frozen=True)
class Override:
    """One decision."""

    rule: OverrideRule
    name: str
    other: str


@dataclass(frozen=True)
class Overrides:
    """The decisions of a user; none by default."""

    rows: tuple[Override, ...] = ()

    @classmethod
    def read(cls, path: Path) -> "Overrides":
        """The decisions of a file; none where there is no file.

        Raises:
            OverrideError: a row has no known rule or lacks a name. Nothing is resolved then: to pass over a correction
                silently would publish what its author knows to be wrong.
        """
        if not path.is_file():
            return cls()
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            if missing := [column for column in COLUMNS if column not in (reader.fieldnames or ())]:
                raise OverrideError(
                    f"{path} has no column {', '.join(missing)}: give {', '.join(COLUMNS)} in its first line"
                )
            return cls(tuple(_row(path, reader.line_num, row) for row in reader if any(row.values())))

    def pairs(self, rule: OverrideRule, key: Callable[[str], str]) -> list[tuple[str, str]]:
        """Both names of each row of a rule, as ``key`` writes them."""
        return [(key(row.name), key(row.other)) for row in self.rows if row.rule is rule]

    def called(self, key: Callable[[str], str]) -> dict[str, str]:
        """What to call whoever has a name, by that as ``key`` writes it."""
        return {key(row.name): row.other for row in self.rows if row.rule is OverrideRule.NAME}


NO_OVERRIDES = Overrides()


def _row(path: Path, line: int, row: dict[str, str]) -> Override:
    rule, name, other = ((row[column] or "").strip() for column in COLUMNS)
    if rule not in tuple(OverrideRule) or not name or not other:
        raise OverrideError(f"{path}, line {line}: give {', '.join(OverrideRule)} and two names, or delete the line")
    return Override(OverrideRule(rule), name, other)
