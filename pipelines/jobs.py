"""Jobs: landing files, and materialising what landed."""

import dagster as dg
from pydantic import Field

from expectations import beside
from pipelines.landing import inbox_of, land_sources
from pipelines.resources import ChanceryHome
from warehouse.tables import BATCHED_LAYERS, BY_NAME

BATCH = dg.AssetSelection.groups(*BATCHED_LAYERS)
WAREHOUSE = dg.AssetSelection.groups("resolution", "star", "marts", "publication")


@dg.success_hook(required_resource_keys={"home"})
def begin_suites(context: dg.HookContext) -> None:
    """Have the suite of each table that a step has stored whole begin beside the run."""
    for output in context.op_output_values:  # an asset's output is named by its key
        table = BY_NAME.get(output.replace("__", ".", 1))
        if table and table.layer not in BATCHED_LAYERS:
            beside.begin(context.resources.home.home(), table, context.run_id)


refresh_job = dg.define_asset_job(
    "refresh",
    selection=BATCH | WAREHOUSE,
    hooks={begin_suites},
    description="Raw text to published warehouse: a batch's own tables, then everything that reads all batches.",
)


class LandConfig(dg.Config):
    """What to land."""

    sources: list[str] = Field(default=[], description="Files and folders; empty for the inbox folder.")


@dg.op(description="Land new and changed files as batches; the inbox sensor then processes them.")
def land_files(context: dg.OpExecutionContext, config: LandConfig, home: ChanceryHome) -> None:
    """Land the named sources, or the inbox."""
    place = home.home()
    landed = land_sources(place, context.instance, config.sources or [inbox_of(place)])
    context.add_output_metadata({"batches": [batch.batch_id for batch in landed]})


@dg.job(name="land", description="Land files and folders by hand; give their paths in the launchpad.")
def land_job() -> None:
    """One op: landing."""
    land_files()
