"""Assets of the star layer: one per table, each the result of the SQL file of its name."""

import datetime as dt
from collections.abc import Iterator

import dagster as dg

from assets.assets import home_of, materialised, spec
from assets.entities.version import model_version
from assets.star.queries import fill, sources
from warehouse.model import Table
from warehouse.tables import TABLES
from warehouse.version import Run, code_version

KINDS = {"duckdb", "sql"}


def table_asset(table: Table) -> dg.AssetsDefinition:
    """The asset of a table that SQL over earlier tables fills."""

    @dg.multi_asset(
        name=f"{table.layer}_{table.table}",
        specs=[spec(table, deps=sources(table), kinds=KINDS)],
        required_resource_keys={"home"},
    )
    def filled(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
        home = home_of(context)
        yield materialised(table, fill(home, table, run_of(context)))

    return filled


def run_of(context: dg.AssetExecutionContext) -> Run:
    """The run in progress."""
    started = context.instance.get_run_stats(context.run_id).start_time
    at = dt.datetime.fromtimestamp(started, dt.UTC) if started else dt.datetime.now(dt.UTC)
    return Run(context.run_id, code_version(), model_version(), at.replace(tzinfo=None))


STAR = [table_asset(table) for table in TABLES if table.layer == "star"]
