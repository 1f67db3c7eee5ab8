"""Running a suite with Great Expectations: our expectations in, our outcomes out.

Great Expectations takes seconds to import: this happens on the first validation of a process.
"""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

from expectations.expectation import SHOWN_KEYS, Argument, Expectation, Outcome
from expectations.rows import Rows
from warehouse.model import Table, full_name

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    from great_expectations.core import ExpectationSuite, ExpectationSuiteValidationResult, ExpectationValidationResult
    from great_expectations.data_context.data_context.ephemeral_data_context import EphemeralDataContext

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

LONGEST_VALUE = 80  # failing rows show keys and a glimpse, not whole bodies
DATA_SOURCE = "chancery"
ROW_COUNT = "ExpectTableRowCountToBeBetween"


@dataclass(frozen=True)
class Validation:
    """One run of a suite: its outcomes, and the result as Great Expectations writes it."""

    outcomes: tuple[Outcome, ...]
    result: str  # JSON of the suite's result, values cut to LONGEST_VALUE


def validate(table: Table, expectations: Sequence[Expectation], rows: Rows) -> Validation:
    """What comes of the expectations on rows of a table, in their order."""
    judged = [expectation for expectation in expectations if rows.total >= expectation.needs_rows]
    result = _run(table, judged, _frame(rows.data))
    if rows.total > rows.data.height:
        _count_all(judged, rows.total, result)
    found = _by_name(result)
    outcomes = tuple(_outcome(table, one, found.get(one.name), rows.total) for one in expectations)
    written: Json = result.to_json_dict()  # type: ignore[no-untyped-call]  # the library leaves it unhinted
    return Validation(outcomes, json.dumps(_short(written)))


def _frame(rows: "pl.DataFrame") -> "pd.DataFrame":
    """The rows for the library, which asks full columns of plain numbers at once, all others value by value."""
    frame = rows.to_pandas(use_pyarrow_extension_array=True)
    plain = [name for name, column in rows.to_dict().items() if column.dtype.is_numeric() and not column.null_count()]
    return frame.assign(**{name: rows[name].to_numpy() for name in plain})


def gx_suite(table: Table, expectations: Iterable[Expectation]) -> "ExpectationSuite":
    """The expectations as a suite of Great Expectations, each with our name in its meta."""
    great_expectations()
    from great_expectations import expectations as kinds
    from great_expectations.core import ExpectationSuite

    converted = [
        getattr(kinds, expectation.kind)(
            **_arguments(expectation),
            severity=str(expectation.severity),
            meta={"name": expectation.name, "notes": {"format": "string", "content": [expectation.why]}},
        )
        for expectation in expectations
    ]
    return ExpectationSuite(name=full_name(table), expectations=converted)


def _arguments(expectation: Expectation) -> Mapping[str, Argument | list[str]]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in expectation.arguments.items()}


def _run(table: Table, expectations: Sequence[Expectation], data: "pd.DataFrame") -> "ExpectationSuiteValidationResult":
    sources = _context().data_sources
    asset = sources.add_pandas(DATA_SOURCE).add_dataframe_asset(full_name(table))
    try:
        batch = asset.add_batch_definition_whole_dataframe("rows").get_batch(batch_parameters={"dataframe": data})
        return batch.validate(
            gx_suite(table, expectations),
            result_format={
                "result_format": "SUMMARY",
                "unexpected_index_column_names": [key for key in table.primary_key if key in data.columns],
                "partial_unexpected_count": SHOWN_KEYS,
            },
        )
    finally:
        sources.delete(DATA_SOURCE)  # it holds all data that it has seen


def _count_all(expectations: Sequence[Expectation], total: int, result: "ExpectationSuiteValidationResult") -> None:
    """Judge the row counts of a sampled table by its rows and not by the sample's."""
    for expectation in expectations:
        if expectation.kind == ROW_COUNT:
            part = _by_name(result)[expectation.name]
            least, most = (float(str(expectation.arguments.get(end, total))) for end in ("min_value", "max_value"))
            part.result["observed_value"] = total
            part.success = least <= total <= most
    result.success = all(part.success for part in result.results)


def _by_name(result: "ExpectationSuiteValidationResult") -> dict[str, "ExpectationValidationResult"]:
    """Results come grouped by column, not in the order of the suite: only the name tells which is which."""
    return {str(part.expectation_config.meta["name"]): part for part in result.results if part.expectation_config}


def _outcome(table: Table, expectation: Expectation, part: "ExpectationValidationResult | None", total: int) -> Outcome:
    if part is None:
        message = f"not judged: {total} rows, a share says something from {expectation.needs_rows}"
        return Outcome(expectation, full_name(table), passed=True, message=message)
    failing = part.result.get("unexpected_count") or 0
    return Outcome(
        expectation,
        full_name(table),
        passed=bool(part.success),
        observed=_observed(part),
        failing_count=int(failing),
        key_columns=table.primary_key,
        failing_keys=_failing_keys(table, part),
        message=_exception(part),
    )


def _observed(part: "ExpectationValidationResult") -> str:
    if "unexpected_count" in part.result:
        return f"{part.result['unexpected_count']} of {part.result['element_count']} rows fail"
    return str(part.result.get("observed_value", ""))


def _failing_keys(table: Table, part: "ExpectationValidationResult") -> tuple[tuple[str, ...], ...]:
    listed = part.result.get("partial_unexpected_index_list") or []
    rows = [row for row in listed if isinstance(row, dict)]
    return tuple(tuple(str(row.get(key)) for key in table.primary_key) for row in rows[:SHOWN_KEYS])


def _exception(part: "ExpectationValidationResult") -> str:
    """Text of the exception that kept the expectation from being judged, for example a missing column."""
    info = part.exception_info or {}
    # one exception per metric when a metric failed, the plain fields otherwise
    raised = [metric for metric in info.values() if isinstance(metric, dict)] or [info]
    messages = {str(one["exception_message"]): None for one in raised if one.get("exception_message")}
    return "; ".join(messages)


def _short(value: Json) -> Json:
    if isinstance(value, str):
        return value if len(value) <= LONGEST_VALUE else value[:LONGEST_VALUE] + "…"
    if isinstance(value, list):
        return [_short(part) for part in value]
    if isinstance(value, dict):
        return {name: None if name == "exception_traceback" else _short(part) for name, part in value.items()}
    return value


@cache
def _context() -> "EphemeralDataContext":
    """The one context of this process, kept nowhere and without progress bars."""
    gx = great_expectations()
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context: EphemeralDataContext = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    return context


def great_expectations() -> ModuleType:
    """The library, imported with its reports to its makers switched off."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx

    return gx
