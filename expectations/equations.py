"""The equations there are, and running them.

A written equation is one file of ``warehouse/sql/checks``: its header comment says why it must hold and, where they
differ from the defaults, its severity and scope. Keys, references and carried rows are derived from the row models.
"""

import re
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.resources import files

import duckdb

from expectations.equation import Equation, Scope, equation
from expectations.expectation import SHOWN_KEYS, Outcome, Severity
from expectations.references import derived
from warehouse.connect import another
from warehouse.model import Table, full_name

HEADER = re.compile(r"^-- ?(.*)$", re.MULTILINE)
FIELD = re.compile(r"^(severity|scope): (\w+)$")


@cache
def equations() -> tuple[Equation, ...]:
    """Every equation: the written ones and those that follow from the row models."""
    return derived() + written()


@cache
def written() -> tuple[Equation, ...]:
    """The equations of the SQL files, by name."""
    folder = files("warehouse") / "sql" / "checks"
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".sql")), key=lambda path: path.name)
    return tuple(_of_file(path.name.removesuffix(".sql"), path.read_text(encoding="utf-8")) for path in paths)


def asset_equations(table: Table) -> tuple[Equation, ...]:
    """Equations checked when the table is materialised."""
    return tuple(one for one in equations() if one.table is table and one.scope != Scope.PUBLICATION)


def failures(connection: duckdb.DuckDBPyConnection, checked: Equation) -> Outcome:
    """What comes of an equation on a connection in which each of its tables exists as ``layer.table``."""
    query = f"select *, count(*) over () from (\n{checked.sql.rstrip().rstrip(';')}\n) limit {SHOWN_KEYS}"
    table = full_name(checked.table)
    try:
        cursor = connection.execute(query)
    except duckdb.Error as error:  # a column or table is missing: that is a finding, not the end of the other checks
        return Outcome(checked, table, passed=False, message=str(error))
    rows = cursor.fetchall()
    count = int(rows[0][-1]) if rows else 0
    return Outcome(
        checked,
        table,
        passed=not rows,
        observed=f"{count} rows fail",
        failing_count=count,
        key_columns=tuple(str(column[0]) for column in cursor.description[:-1]),
        failing_keys=tuple(tuple(str(value) for value in row[:-1]) for row in rows),
    )


def warehouse_checks(connection: duckdb.DuckDBPyConnection) -> list[Outcome]:
    """What comes of everything that must hold of a private candidate file before it is published."""
    # two at once: many read the documents, of which a hundred thousand are one part of work to DuckDB
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda one: failures(another(connection), one), equations()))


def may_publish(outcomes: list[Outcome]) -> bool:
    """Whether none of the failed checks is critical."""
    return all(outcome.passed or outcome.check.severity != Severity.CRITICAL for outcome in outcomes)


def _of_file(name: str, sql: str) -> Equation:
    lines = HEADER.findall(sql.split("\nwith ", maxsplit=1)[0].split("\nselect", maxsplit=1)[0])
    fields = {match[1]: match[2] for line in lines if (match := FIELD.match(line))}
    why = " ".join(line for line in lines if not FIELD.match(line))
    scope = Scope(fields["scope"]) if "scope" in fields else None
    return equation(name, sql, why, Severity(fields.get("severity", Severity.CRITICAL)), scope)
