"""The inbox: a folder whose new and changed files land by themselves, by sensor and by schedule."""

import datetime as dt
import os
from collections.abc import Sequence

import dagster as dg

from assets.assets import key
from assets.entities.version import model_version
from pipelines.jobs import refresh_job
from pipelines.landing import inbox_of, land_sources, waiting_batches
from pipelines.publication import WAREHOUSE
from pipelines.resources import ChanceryHome
from warehouse.tables import BATCHED_LAYERS, TABLES

SENSOR_SECONDS = 30
DEFAULT_TIME = "06:00"
TIME_VARIABLE = "CHANCERY_DAILY_AT"
BATCH_KEYS = [key(table) for table in TABLES if table.layer in BATCHED_LAYERS]
WAREHOUSE_KEYS = [*(key(table) for table in TABLES if table.layer not in BATCHED_LAYERS), WAREHOUSE]


def daily_cron() -> str:
    """Cron expression of the daily run, from CHANCERY_DAILY_AT ("HH:MM", UTC).

    Raises:
        ValueError: the variable is not a time of day.
    """
    text = os.environ.get(TIME_VARIABLE, DEFAULT_TIME)
    try:
        at = dt.time.fromisoformat(text)
    except ValueError as error:
        raise ValueError(f"{TIME_VARIABLE} is {text!r}: give a time of day such as 06:00") from error
    return f"{at.minute} {at.hour} * * *"


def run_requests(batches: Sequence[str], day: str) -> list[dg.RunRequest]:
    """One run per batch, then one that resolves, fills the star and publishes; runs go one at a time, in order."""
    rebuild = dg.RunRequest(run_key=f"warehouse after {day}", asset_selection=WAREHOUSE_KEYS)
    return [
        *(
            dg.RunRequest(run_key=f"{batch} {day}", partition_key=batch, asset_selection=BATCH_KEYS)
            for batch in batches
        ),
        rebuild,
    ]


@dg.sensor(
    name="inbox",
    job=refresh_job,
    minimum_interval_seconds=SENSOR_SECONDS,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Lands new and changed files of the inbox folder and processes each batch.",
)
def inbox_sensor(context: dg.SensorEvaluationContext, home: ChanceryHome) -> dg.SensorResult | dg.SkipReason:
    """Land what is new in the inbox; then one run per batch and one that publishes."""
    place = home.home()
    land_sources(place, context.instance, [inbox_of(place)])
    asked = set((context.cursor or "").split())
    waiting = waiting_batches(place, context.instance)
    batches = [batch for batch in waiting if batch not in asked]
    if not batches:
        return dg.SkipReason(f"nothing new in {place.inbox}")
    # a batch whose run failed waits for the daily run or a person: asking again at once would fail again
    # a key asks once: a batch that another model is to read anew has a key of its own
    requests = run_requests(batches, f"{batches[-1]} {model_version()}")
    return dg.SensorResult(run_requests=requests, cursor=" ".join(waiting))


@dg.schedule(
    name="daily",
    job=refresh_job,
    cron_schedule=daily_cron(),
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Every day: land the inbox, process what waits, publish. CHANCERY_DAILY_AT sets the time, UTC.",
)
def daily_schedule(context: dg.ScheduleEvaluationContext, home: ChanceryHome) -> list[dg.RunRequest]:
    """Land what is new in the inbox, process what waits, and publish."""
    place = home.home()
    land_sources(place, context.instance, [inbox_of(place)])
    return run_requests(waiting_batches(place, context.instance), f"{context.scheduled_execution_time:%Y-%m-%d}")
