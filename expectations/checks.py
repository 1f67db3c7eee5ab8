"""Dagster asset checks: one operation per table, one result per check, so that the UI shows each with its rows."""

import warnings
from collections.abc import Iterator
from typing import Protocol, cast

import dagster as dg

from expectations import beside
from expectations.data_docs import index_page
from expectations.equation import Equation
from expectations.equations import asset_equations
from expectations.expectation import Check, Outcome, Severity
from expectations.outcomes import equation_outcomes
from expectations.suites import suite
from warehouse.home import Home
from warehouse.model import Table, full_name
from warehouse.store import WHOLE
from warehouse.tables import BATCHED_LAYERS, TABLES

# checks wait until no asset can be made: their suites are judged beside meanwhile
LAST = {"dagster/priority": "-1"}
SEVERITIES = {Severity.CRITICAL: dg.AssetCheckSeverity.ERROR, Severity.WARNING: dg.AssetCheckSeverity.WARN}


class HomeResource(Protocol):
    """What the resource ``home`` must offer."""

    def home(self) -> Home:
        """The home whose files are checked."""


def build_checks(batches: dg.PartitionsDefinition[str]) -> list[dg.AssetChecksDefinition]:
    """The checks of every table; those of the batched layers are partitioned by ``batches`` and read one batch.

    They need a resource ``home`` with a method ``home()``.
    """
    return [table_checks(table, batches) for table in TABLES]


def table_checks(table: Table, batches: dg.PartitionsDefinition[str]) -> dg.AssetChecksDefinition:
    """The checks of one table, named after it."""
    partitions = batches if table.layer in BATCHED_LAYERS else None
    specs = [
        *(_spec(table, check, partitions) for check in suite(table)),
        *(_spec(table, check, partitions, _others(check)) for check in asset_equations(table)),
    ]

    @dg.multi_asset_check(
        name=f"check_{table.layer}_{table.table}",
        description=f"Everything that must be true of {full_name(table)}.",
        specs=specs,
        required_resource_keys={"home"},
        op_tags=LAST,
    )
    def run(context: dg.AssetCheckExecutionContext) -> Iterator[dg.AssetCheckResult]:
        home = cast(HomeResource, context.resources.home).home()
        batch = context.partition_key if partitions is not None else WHOLE
        judged = beside.outcomes(home, table, context.run.run_id, batch)
        for outcome in (*judged, *equation_outcomes(home, asset_equations(table), batch)):
            yield _result(home, table, outcome)

    return run


def asset_key(table: Table) -> dg.AssetKey:
    """Key of the asset that the table is."""
    return dg.AssetKey([table.layer, table.table])


def _spec(
    table: Table, check: Check, partitions: dg.PartitionsDefinition[str] | None, others: tuple[dg.AssetKey, ...] = ()
) -> dg.AssetCheckSpec:
    with warnings.catch_warnings():
        # partitioned checks are marked a preview in Dagster 1.13: without them a batch could not be checked again alone
        warnings.simplefilter("ignore", dg.PreviewWarning)
        return dg.AssetCheckSpec(
            name=check.name,
            asset=asset_key(table),
            description=check.why,
            blocking=check.severity == Severity.CRITICAL,
            additional_deps=others,
            partitions_def=partitions,
        )


def _others(equation: Equation) -> tuple[dg.AssetKey, ...]:
    """Assets beside its own that must be there before the equation is checked."""
    return tuple(asset_key(table) for table in equation.tables if table is not equation.table)


def outcome_metadata(home: Home, outcome: Outcome) -> dict[str, dg.MetadataValue]:
    """What the UI shows of an outcome."""
    metadata: dict[str, dg.MetadataValue] = {"failing rows": dg.MetadataValue.int(outcome.failing_count)}
    if outcome.observed:
        metadata["observed"] = dg.MetadataValue.text(outcome.observed)
    if outcome.message:
        metadata["message"] = dg.MetadataValue.text(outcome.message)
    if outcome.failing_keys:
        metadata["failing keys"] = _key_table(outcome)
    if not outcome.passed:
        metadata["data docs"] = dg.MetadataValue.url(f"{index_page(home).as_uri()}#{outcome.table}")
    return metadata


def _result(home: Home, table: Table, outcome: Outcome) -> dg.AssetCheckResult:
    return dg.AssetCheckResult(
        passed=outcome.passed,
        asset_key=asset_key(table),
        check_name=outcome.check.name,
        severity=SEVERITIES[outcome.check.severity],
        metadata=outcome_metadata(home, outcome),
    )


def _key_table(outcome: Outcome) -> dg.MetadataValue:
    names = outcome.key_columns
    return dg.MetadataValue.table(
        records=[dg.TableRecord(dict(zip(names, key, strict=True))) for key in outcome.failing_keys],
        schema=dg.TableSchema(columns=[dg.TableColumn(name) for name in names]),
    )
