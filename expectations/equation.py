"""What must be true of whole tables together, as SQL that returns the keys of the rows for which it is not."""

import re
from dataclasses import dataclass
from enum import StrEnum

from expectations.expectation import Check, Severity
from warehouse.model import Table, full_name
from warehouse.tables import BATCHED_LAYERS, LAYERS, TABLES

COMMENT = re.compile(r"--.*$", re.MULTILINE)
TABLE_NAME = re.compile(rf"\b(?:{'|'.join(LAYERS)})\.[a-z_]+")


class Scope(StrEnum):
    """Where an equation is checked as an asset check; before publication each is checked on everything."""

    BATCH = "batch"  # it holds of every batch by itself: checked on the batch that was written, whatever came before
    WHOLE = "whole"  # it speaks of all rows: checked on all files
    PUBLICATION = "publication"  # of all rows, and too costly to repeat at every batch


@dataclass(frozen=True)
class Equation(Check):
    """A check of one or more tables in SQL; it holds when the query returns no row."""

    sql: str
    tables: tuple[Table, ...]  # in the order of TABLES
    scope: Scope

    @property
    def table(self) -> Table:
        """The table whose asset carries the check: the last of its tables to be filled."""
        return self.tables[-1]

    @property
    def is_blocking(self) -> bool:
        """Whether what comes next must wait for it."""
        return self.severity == Severity.CRITICAL


def equation(name: str, sql: str, why: str, severity: Severity, scope: Scope | None = None) -> Equation:
    """Equation whose tables are those that its SQL names.

    Without a scope it is checked by batch when all its tables are batched, else on the whole.
    """
    named = set(TABLE_NAME.findall(COMMENT.sub("", sql)))
    tables = tuple(table for table in TABLES if full_name(table) in named)
    by_batch = all(table.layer in BATCHED_LAYERS for table in tables)
    return Equation(name, why, severity, sql, tables, scope or (Scope.BATCH if by_batch else Scope.WHOLE))
