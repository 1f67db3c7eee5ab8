"""The structural suite of a table, read from its row model: rows, columns, keys, closed sets, patterns, bounds."""

from annotated_types import MinLen

from expectations.expectation import Argument, Expectation, Severity
from warehouse.model import Column, Table, columns
from warehouse.tables import BATCHED_LAYERS

# A batch is bounded and an article has a few hundred mentions: more rows mean that a join multiplied them.
MOST_ROWS_OF_BATCH = 20_000_000
MOST_ROWS_OF_WHOLE = 2_000_000_000


def structure(table: Table) -> tuple[Expectation, ...]:
    """Expectations that follow from the row model, the row count first."""
    whole = (row_count(table), _columns_match(table), _primary_key(table))
    return whole + tuple(part for column in columns(table) for part in _of_column(table, column))


def row_count(table: Table) -> Expectation:
    """How many rows there may be: an empty table passes every expectation about its columns."""
    least = 0 if table.may_be_empty else 1
    most = MOST_ROWS_OF_BATCH if table.layer in BATCHED_LAYERS else MOST_ROWS_OF_WHOLE
    return _critical(
        "row_count",
        "ExpectTableRowCountToBeBetween",
        f"At least {least} rows; more than {most:,} would mean that a join multiplied them.",
        min_value=least,
        max_value=most,
    )


def _columns_match(table: Table) -> Expectation:
    names = tuple(column.name for column in columns(table))
    why = "Every consumer reads these columns by name and order."
    return _critical("columns", "ExpectTableColumnsToMatchOrderedList", why, column_list=names)


def _primary_key(table: Table) -> Expectation:
    why = f"One row per {', '.join(table.primary_key)}: joins on it must not multiply rows."
    if len(table.primary_key) == 1:
        return _critical("primary_key_is_unique", "ExpectColumnValuesToBeUnique", why, column=table.primary_key[0])
    return _critical("primary_key_is_unique", "ExpectCompoundColumnsToBeUnique", why, column_list=table.primary_key)


def _of_column(table: Table, column: Column) -> list[Expectation]:
    found = []
    if not column.is_nullable:
        found.append(
            _critical(f"{column.name}_is_not_null", "ExpectColumnValuesToNotBeNull", _why(column), column=column.name)
        )
    if column.is_list:  # Great Expectations compares no lists
        return found
    return found + [
        expectation
        for expectation in (_in_set(column), _matches(column), _between(column), _not_blank(table, column))
        if expectation is not None
    ]


def _in_set(column: Column) -> Expectation | None:
    if column.values is None:
        return None
    return _critical(
        f"{column.name}_is_in_set",
        "ExpectColumnValuesToBeInSet",
        _why(column),
        column=column.name,
        value_set=column.values,
    )


def _matches(column: Column) -> Expectation | None:
    if column.pattern is None:
        return None
    return _critical(
        f"{column.name}_matches",
        "ExpectColumnValuesToMatchRegex",
        _why(column),
        column=column.name,
        regex=column.pattern,
    )


def _between(column: Column) -> Expectation | None:
    bounds = {"min_value": column.minimum, "max_value": column.maximum}
    given: dict[str, Argument] = {name: bound for name, bound in bounds.items() if bound is not None}
    if not given:
        return None
    return _critical(
        f"{column.name}_is_within_bounds", "ExpectColumnValuesToBeBetween", _why(column), column=column.name, **given
    )


def _not_blank(table: Table, column: Column) -> Expectation | None:
    limits = table.model_fields[column.name].metadata
    least = next((limit.min_length for limit in limits if isinstance(limit, MinLen)), None)
    if least is None or column.type is not str:
        return None
    return _critical(
        f"{column.name}_is_not_empty",
        "ExpectColumnValueLengthsToBeBetween",
        _why(column),
        column=column.name,
        min_value=least,
    )


def _why(column: Column) -> str:
    return f"The row model declares it: {column.description}"


def _critical(name: str, kind: str, why: str, **arguments: Argument) -> Expectation:
    return Expectation(name=name, why=why, severity=Severity.CRITICAL, kind=kind, arguments=arguments)
