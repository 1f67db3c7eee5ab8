"""What can be expected of a table, and what came of checking it; known to no library."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Argument = str | int | float | dt.date | tuple[str, ...]

SHOWN_KEYS = 20  # failing rows named in a result; the count is always exact


class Severity(StrEnum):
    """What a failure means."""

    CRITICAL = "critical"  # the next step would be wrong: it does not run
    WARNING = "warning"  # somebody should look


@dataclass(frozen=True)
class Check:
    """Anything that must hold of a table, and why."""

    name: str  # what the UI shows; letters, digits and underscores
    why: str
    severity: Severity


@dataclass(frozen=True)
class Expectation(Check):
    """A check of the rows of one table, run by Great Expectations."""

    kind: str  # class in great_expectations.expectations
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    needs_rows: int = 0  # with fewer rows a share says nothing, and the check is not judged

    @property
    def columns(self) -> frozenset[str]:
        """Columns whose values the expectation reads."""
        named: set[str] = set()
        for argument in ("column", "column_A", "column_B", "row_condition"):
            # a condition begins with its column: published_basis == "unknown"
            named |= set(re.findall(r"^\w+", str(self.arguments.get(argument, ""))))
        if self.kind == "ExpectCompoundColumnsToBeUnique":
            named |= set(_names(self.arguments["column_list"]))
        return frozenset(named)


@dataclass(frozen=True)
class Outcome:
    """What came of one check."""

    check: Check
    table: str  # layer.table
    passed: bool
    observed: str = ""  # the number or set that was compared
    failing_count: int = 0
    key_columns: tuple[str, ...] = ()  # what failing rows are named by
    failing_keys: tuple[tuple[str, ...], ...] = ()  # of at most SHOWN_KEYS failing rows
    message: str = ""  # why the check could not run, or was not judged


def _names(argument: Argument) -> tuple[str, ...]:
    return argument if isinstance(argument, tuple) else (str(argument),)
