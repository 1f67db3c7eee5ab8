"""Every expectation of every table is broken by a row, and only the expectations of the broken column notice."""

import datetime as dt
import gc
import re
from functools import cache

import polars as pl
import pytest

from expectations.expectation import Expectation, Outcome, Severity
from expectations.rows import Rows
from expectations.structure import structure
from expectations.suites import FURTHER, suite
from expectations.validation import Validation, validate
from tests.expectations.example_rows import DAY, Record, Value, as_frame, example_rows, filler
from warehouse.model import Table, columns, full_name
from warehouse.tables import BY_NAME, TABLES

TABLE_LEVEL = {
    "ExpectTableRowCountToBeBetween",
    "ExpectTableColumnsToMatchOrderedList",
    "ExpectColumnUniqueValueCountToBeBetween",
    "ExpectColumnDistinctValuesToContainSet",
    "ExpectColumnProportionOfNonNullValuesToBeBetween",
    "ExpectColumnValuesToBeUnique",
    "ExpectCompoundColumnsToBeUnique",
}
CONDITION = re.compile(r"(\w+)(?: (==|!=) (.*)|\.(notnull|isnull)\(\))")


def is_of_rows(expectation: Expectation) -> bool:
    """Whether one row alone breaks it."""
    return expectation.kind not in TABLE_LEVEL


def valid_row(table: Table) -> Record:
    rows = example_rows(table)
    return dict(rows[0]) if rows else {column.name: filler(column) for column in columns(table)}


def broken_row(table: Table, expectation: Expectation) -> Record:
    """A row that breaks the expectation and as little else as can be."""
    row = valid_row(table) | condition_values(table, expectation)
    arguments = expectation.arguments
    match expectation.kind:
        case "ExpectColumnPairValuesAToBeGreaterThanB":
            high, low = str(arguments["column_A"]), str(arguments["column_B"])
            return row | dict(zip((high, low), falling(table, low), strict=True))
        case "ExpectColumnValuesToNotBeNull":
            return row | {str(arguments["column"]): None}
        case "ExpectColumnValuesToBeNull":
            column = next(one for one in columns(table) if one.name == arguments["column"])
            return row | {column.name: filler(column)}
        case "ExpectColumnValueLengthsToBeBetween":
            return row | {str(arguments["column"]): ""}
        case "ExpectColumnValuesToBeInSet" | "ExpectColumnValuesToMatchRegex":
            return row | {str(arguments["column"]): "?"}
    return row | {str(arguments["column"]): out_of_bounds(expectation)}


def falling(table: Table, low: str) -> tuple[Value, Value]:
    kind = next(one.type for one in columns(table) if one.name == low)
    return (DAY - dt.timedelta(days=1), DAY) if kind is dt.date else (kind(1), kind(2))


def out_of_bounds(expectation: Expectation) -> Value:
    bound, step = expectation.arguments.get("max_value"), 1
    if bound is None:
        bound, step = expectation.arguments["min_value"], 0 if "strict_min" in expectation.arguments else -1
    return bound + dt.timedelta(days=step) if isinstance(bound, dt.date) else bound + step


def condition_values(table: Table, expectation: Expectation) -> Record:
    """Values for which the expectation's condition is true."""
    condition = CONDITION.fullmatch(str(expectation.arguments.get("row_condition", "")))
    if condition is None:
        return {}
    name, operator, literal, nullness = condition.groups()
    column = next(one for one in columns(table) if one.name == name)
    if nullness:
        return {name: None if nullness == "isnull" else filler(column)}
    wanted = True if literal == "True" else literal.strip('"')
    others = [value for value in column.values or () if value != wanted]
    return {name: wanted if operator == "==" else others[0]}


@cache
def validated(table: Table) -> tuple[list[Record], Validation]:
    """A frame of one valid row and one broken row per expectation, validated once."""
    broken = [broken_row(table, expectation) for expectation in suite(table) if is_of_rows(expectation)]
    rows = [valid_row(table), valid_row(table), *broken]
    frame = as_frame(table, rows)
    return frame.to_dicts(), validate(table, suite(table), Rows(frame, frame.height))


def outcome(table: Table, name: str) -> Outcome:
    return next(one for one in validated(table)[1].outcomes if one.check.name == name)


def fails(table: Table, expectation: Expectation, row: Record) -> bool:
    """Whether a row breaks an expectation, told without Great Expectations."""
    arguments = expectation.arguments
    condition = CONDITION.fullmatch(str(arguments.get("row_condition", "")))
    if condition and not holds(condition, row):
        return False
    value = row[str(arguments.get("column", arguments.get("column_A")))]
    if expectation.kind == "ExpectColumnValuesToNotBeNull":
        return value is None
    if value is None:
        return False
    match expectation.kind:
        case "ExpectColumnValuesToBeNull":
            return True
        case "ExpectColumnPairValuesAToBeGreaterThanB":
            other = row[str(arguments["column_B"])]
            return other is not None and (value < other or (value == other and not arguments["or_equal"]))
        case "ExpectColumnValueLengthsToBeBetween":
            return len(value) < arguments["min_value"]
        case "ExpectColumnValuesToBeInSet":
            return value not in arguments["value_set"]
        case "ExpectColumnValuesToMatchRegex":
            return re.search(arguments["regex"], value) is None
    low, high = arguments.get("min_value"), arguments.get("max_value")
    too_low = low is not None and (value < low or (value == low and bool(arguments.get("strict_min"))))
    return too_low or (high is not None and value > high)


def holds(condition: re.Match[str], row: Record) -> bool:
    name, operator, literal, nullness = condition.groups()
    if nullness:
        return (row[name] is None) == (nullness == "isnull")
    wanted = True if literal == "True" else literal.strip('"')
    # a null is unequal to everything, as in pandas
    return (row[name] == wanted) == (operator == "==")


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_a_suite_begins_with_the_row_count(table: Table):
    assert suite(table)[0].name == "row_count"
    assert suite(table)[0].arguments["min_value"] == (0 if table.may_be_empty else 1)


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_names_are_unique_and_reasons_given(table: Table):
    names = [expectation.name for expectation in suite(table)]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z0-9_]+", name) for name in names)
    assert all(expectation.why.endswith(".") for expectation in suite(table))


def test_further_expectations_are_of_tables_there_are():
    assert set(FURTHER) <= set(BY_NAME)


def test_structure_is_critical():
    assert {one.severity for table in TABLES for one in structure(table)} == {Severity.CRITICAL}


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_each_expectation_finds_exactly_the_rows_that_break_it(table: Table):
    rows, _ = validated(table)
    for expectation in filter(is_of_rows, suite(table)):
        found = outcome(table, expectation.name)
        broken = [row for row in rows if fails(table, expectation, row)]
        assert broken, f"no row breaks {expectation.name}"
        assert not found.passed, expectation.name
        assert found.failing_count == len(broken), expectation.name
        assert set(found.failing_keys) <= {key(table, row) for row in broken}, expectation.name


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_two_rows_of_one_key_are_found(table: Table):
    found = outcome(table, "primary_key_is_unique")
    assert not found.passed
    assert key(table, validated(table)[0][0]) in found.failing_keys


def key(table: Table, row: Record) -> tuple[str, ...]:
    return tuple("<NA>" if row[name] is None else str(row[name]) for name in table.primary_key)


def counted(table: Table, total: int) -> dict[str, bool]:
    """Which row counts hold of a table with this many rows, without making them."""
    counts = [one for one in suite(table) if one.kind == "ExpectTableRowCountToBeBetween"]
    frame = as_frame(table, [valid_row(table)]).head(total)
    return {one.check.name: one.passed for one in validate(table, counts, Rows(frame, total)).outcomes}


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_an_empty_table_and_a_multiplied_one_are_found(table: Table):
    most = suite(table)[0].arguments["max_value"]
    assert counted(table, 0)["row_count"] is table.may_be_empty
    assert not counted(table, int(most) + 1)["row_count"]


@pytest.mark.parametrize("name", ["star.dim_country", "star.dim_role", "star.dim_topic"])
def test_a_cut_reference_file_is_found(name: str):
    assert counted(BY_NAME[name], 3) == {"row_count": True, "row_count_is_plausible": False}
    assert all(counted(BY_NAME[name], 249).values())


SHARE = "ExpectColumnProportionOfNonNullValuesToBeBetween"
OF_MANY_ROWS = (SHARE, "ExpectColumnUniqueValueCountToBeBetween", "ExpectColumnDistinctValuesToContainSet")


def of_many_rows(table: Table) -> list[Expectation]:
    """Expectations that speak of a share or of the values of a whole column, and that of the columns."""
    kinds = (*OF_MANY_ROWS, "ExpectTableColumnsToMatchOrderedList")
    return [one for one in suite(table) if one.kind in kinds]


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_monotony_gaps_and_columns_out_of_order_are_found(table: Table):
    expectations = of_many_rows(table)
    gaps = {str(one.arguments["column"]): None for one in expectations if one.kind == SHARE}
    most_needed = max(one.needs_rows for one in expectations)
    frame = as_frame(table, [valid_row(table) | gaps] * max(most_needed, 1))
    frame = frame.select(frame.columns[::-1])
    outcomes = validate(table, expectations, Rows(frame, frame.height)).outcomes
    assert [one.check.name for one in outcomes if one.passed] == []


def test_of_the_rows_judged_nothing_is_kept():
    table, odd = BY_NAME["star.dim_topic"], 1237
    frame = as_frame(table, [valid_row(table)] * odd)
    assert len(validate(table, suite(table), Rows(frame, odd)).outcomes) == len(suite(table))
    gc.collect()
    frames = [one for one in gc.get_objects() if type(one).__name__ == "DataFrame" and type(one) is not pl.DataFrame]
    assert [one.shape for one in frames if len(one) == odd] == []


def test_a_share_of_a_few_rows_is_not_judged():
    table = BY_NAME["documents.document"]
    frame = as_frame(table, [valid_row(table) | {"title": None}])
    shares = [one for one in suite(table) if one.name == "title_is_mostly_known"]
    (found,) = validate(table, shares, Rows(frame, 1)).outcomes
    assert found.passed
    assert found.message == "not judged: 1 rows, a share says something from 50"
