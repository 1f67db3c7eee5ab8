"""What comes of the suite and the equations of one table, as its asset checks report it."""

import datetime as dt
from collections.abc import Sequence

from expectations.data_docs import keep
from expectations.equation import Equation, Scope
from expectations.equations import failures
from expectations.expectation import Outcome
from expectations.rows import stored_rows
from expectations.suites import suite
from expectations.validation import validate
from warehouse.home import Home
from warehouse.layers import connection
from warehouse.model import Table
from warehouse.store import WHOLE


def suite_outcomes(home: Home, table: Table, now: dt.datetime, batch: str = WHOLE) -> list[Outcome]:
    """Outcomes of a table's suite on the rows of a batch, kept for Data Docs too."""
    validation = validate(table, suite(table), stored_rows(home, table, batch))
    keep(home, table, batch, validation, now)
    return list(validation.outcomes)


def equation_outcomes(home: Home, checked: Sequence[Equation], batch: str = WHOLE) -> list[Outcome]:
    """Outcomes of equations on the stored files: on those of the batch alone where the equation holds of each batch."""
    by_batch = [one for one in checked if one.scope == Scope.BATCH]
    whole = [one for one in checked if one.scope != Scope.BATCH]
    return _outcomes(home, by_batch, batch) + _outcomes(home, whole, None)


def _outcomes(home: Home, checked: list[Equation], batch: str | None) -> list[Outcome]:
    if not checked:
        return []
    tables = {table for one in checked for table in one.tables}
    with connection(home, tables, batch) as database:
        return [failures(database, one) for one in checked]
