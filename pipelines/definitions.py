"""Everything Dagster loads: assets, checks, jobs, the schedule, the sensor, resources."""

import warnings

import dagster as dg

from assets.assets import BATCHES
from assets.documents.assets import documents
from assets.entities.assets import entities
from assets.marts.assets import MARTS
from assets.raw.assets import raw
from assets.resolution import assets as resolution
from assets.star.assets import STAR
from expectations.checks import build_checks
from pipelines.inbox import daily_schedule, inbox_sensor
from pipelines.jobs import land_job, refresh_job
from pipelines.publication import publication
from pipelines.resources import ChanceryHome

RESOLUTION = [
    resolution.story,
    resolution.actor,
    resolution.place,
    resolution.office,
    resolution.event_mention,
    resolution.statement,
]

with warnings.catch_warnings():
    # links to the code are in beta; the versions are pinned
    warnings.simplefilter("ignore", dg.BetaWarning)
    ASSETS = dg.with_source_code_references([raw, documents, entities, *RESOLUTION, *STAR, *MARTS, publication])

defs = dg.Definitions(
    assets=ASSETS,
    asset_checks=build_checks(BATCHES),
    jobs=[refresh_job, land_job],
    schedules=[daily_schedule],
    sensors=[inbox_sensor],
    resources={"home": ChanceryHome()},
    # a process per step would import everything again for each: minutes instead of seconds
    executor=dg.in_process_executor,
)
