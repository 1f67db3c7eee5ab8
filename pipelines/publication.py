"""Publication: a private warehouse file, every blocking check on it, and the swap that makes it the published one."""

import datetime as dt
from collections.abc import Iterator, Sequence

import dagster as dg

from assets.assets import FRESH_FOR, OWNER, home_of, key
from expectations import beside
from expectations.equations import equations, may_publish, warehouse_checks
from expectations.expectation import Outcome, Severity
from warehouse.connect import checked
from warehouse.model import full_name
from warehouse.publish import build_candidate, candidate_path, publish
from warehouse.tables import TABLES

WAREHOUSE = dg.AssetKey(["publication", "warehouse"])
PUBLISHED_FROM = [table for table in TABLES if table.layer in ("star", "marts")]


def check_name(table: str) -> str:
    """Name of the check that holds every equation of a table, given as ``layer.table``."""
    return f"equations_of_{table.replace('.', '_')}"


CHECKED = sorted({full_name(equation.table) for equation in equations()})


@dg.multi_asset(
    name="publication",
    specs=[
        dg.AssetSpec(
            WAREHOUSE,
            deps=[dg.AssetDep(key(table)) for table in PUBLISHED_FROM],
            group_name="publication",
            kinds={"duckdb"},
            owners=[OWNER],
            description="The published warehouse: one DuckDB file of all layers, swapped in whole once every check holds.",
            freshness_policy=dg.FreshnessPolicy.time_window(fail_window=FRESH_FOR),
        )
    ],
    check_specs=[
        dg.AssetCheckSpec(
            check_name(table),
            asset=WAREHOUSE,
            description=f"Every equation of {table} holds of the private file.",
            blocking=True,
        )
        for table in CHECKED
    ],
    required_resource_keys={"home"},
)
def publication(
    context: dg.AssetExecutionContext,
) -> Iterator[dg.AssetCheckResult | dg.MaterializeResult[None]]:
    """Build a private generation, check it whole, publish it; what was published stays when a check fails."""
    home = home_of(context)
    docs = beside.data_docs(home)
    candidate = candidate_path(home, context.run_id, dt.datetime.now(dt.UTC))
    row_counts = build_candidate(home, candidate)
    with checked(candidate) as connection:
        outcomes = warehouse_checks(connection)
    yield from (_result(table, [outcome for outcome in outcomes if outcome.table == table]) for table in CHECKED)
    if not may_publish(outcomes):
        candidate.unlink()
        failed = [f"{outcome.table} {outcome.check.name}" for outcome in outcomes if not outcome.passed]
        raise dg.Failure(f"not published, {len(failed)} checks failed: {', '.join(failed)}", allow_retries=False)
    generation = publish(home, candidate)
    yield dg.MaterializeResult(
        asset_key=WAREHOUSE,
        metadata={
            "path": dg.MetadataValue.path(str(home.published)),
            "generation": generation.name,
            "data docs": dg.MetadataValue.url(docs.result().as_uri()),
            "bytes": generation.stat().st_size,
            "rows": dg.MetadataValue.json(row_counts),
        },
    )


def _result(table: str, outcomes: Sequence[Outcome]) -> dg.AssetCheckResult:
    failed = [outcome for outcome in outcomes if not outcome.passed]
    is_critical = any(outcome.check.severity == Severity.CRITICAL for outcome in failed)
    return dg.AssetCheckResult(
        passed=not failed,
        asset_key=WAREHOUSE,
        check_name=check_name(table),
        severity=dg.AssetCheckSeverity.ERROR if is_critical else dg.AssetCheckSeverity.WARN,
        metadata={
            "equations": len(outcomes),
            "failed": dg.MetadataValue.json(
                {one.check.name: [one.message or one.observed, *map(list, one.failing_keys)] for one in failed}
            ),
        },
    )
