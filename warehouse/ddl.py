"""Data definition: DDL with types, NOT NULL and comments, generated from the row models.

Keys, closed sets and bounds are not in the DDL: DuckDB would raise on insert before an expectation can report.
"""

import datetime as dt

from warehouse.model import Column, Table, columns, full_name

DUCKDB_TYPES: dict[type, str] = {
    str: "varchar",
    int: "bigint",
    float: "double",
    bool: "boolean",
    dt.date: "date",
    dt.datetime: "timestamp",
    bytes: "blob",
}


def create_table(table: Table) -> str:
    """Statements that create an empty table with its comments; the schema must exist."""
    lines = ",\n".join(f"    {_definition(column)}" for column in columns(table))
    return f"create table {full_name(table)} (\n{lines}\n);\n{comments(table, 'table')}"


def create_view(table: Table, query: str) -> str:
    """Statements that create a mart as a view over ``query``, with its comments."""
    return f"create view {full_name(table)} as\n{query.rstrip().rstrip(';')};\n{comments(table, 'view')}"


def comments(table: Table, kind: str) -> str:
    """Statements that comment a table or view and each of its columns."""
    head = f"comment on {kind} {full_name(table)} is {literal(description(table))};\n"
    lines = (
        f"comment on column {full_name(table)}.{column.name} is {literal(column.description)};\n"
        for column in columns(table)
    )
    return head + "".join(lines)


def description(table: Table) -> str:
    """What one row of the table is, on one line."""
    return " ".join((table.__doc__ or "").split())


def data_type(column: Column) -> str:
    """DuckDB type of a column."""
    return DUCKDB_TYPES[column.type] + ("[]" if column.is_list else "")


def literal(text: str) -> str:
    """A text as SQL writes it."""
    return "'" + text.replace("'", "''") + "'"


def _definition(column: Column) -> str:
    return f"{column.name} {data_type(column)}" + ("" if column.is_nullable else " not null")
