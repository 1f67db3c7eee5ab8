"""Landing for every door alike: files become batches, batches become partitions and run requests."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import dagster as dg

from assets.assets import BATCHES
from assets.entities.assets import TABLES as READ_BY_MODEL
from assets.entities.version import model_version
from assets.raw.containers.fields import FieldNames, field_names
from assets.raw.landing import LandedBatch, land
from warehouse.home import Home
from warehouse.model import Table
from warehouse.store import batch_file, made_by
from warehouse.tables import BATCHED_LAYERS, TABLES

IN_PROGRESS = [dg.DagsterRunStatus.QUEUED, dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED]
PARTITION_TAG = "dagster/partition"


def land_sources(
    home: Home, instance: dg.DagsterInstance, sources: Sequence[str | Path], names: FieldNames | None = None
) -> list[LandedBatch]:
    """Land what is new or changed in the sources and make each batch a partition.

    Without ``names`` the fields of records stand where CHANCERY_FIELDS says.

    Raises:
        assets.raw.sources.SourceNotFoundError: a source does not exist.
        assets.raw.containers.fields.UnknownFieldError: CHANCERY_FIELDS maps no field.
    """
    now = dt.datetime.now(dt.UTC).replace(tzinfo=None)
    landed = land(home, sources, now, names=names or field_names())
    register(home, instance)
    return landed


def register(home: Home, instance: dg.DagsterInstance) -> None:
    """Make every batch of the home a partition: also those that a kill left unregistered, or another machine landed."""
    known = set(instance.get_dynamic_partitions(str(BATCHES.name)))
    missing = [batch for batch in batches(home) if batch not in known]
    if missing:
        instance.add_dynamic_partitions(str(BATCHES.name), missing)


def batches(home: Home) -> list[str]:
    """Identifiers of all batches that ever landed, oldest first."""
    return sorted(path.stem for path in home.landing.glob("*.parquet"))


def pending_batches(home: Home) -> list[str]:
    """Batches that lack a table (new ones, and those whose run failed or was killed) or that another model has read."""
    tables = [table for table in TABLES if table.layer in BATCHED_LAYERS]
    model = model_version()
    return [batch for batch in batches(home) if not all(_is_there(home, table, batch, model) for table in tables)]


def _is_there(home: Home, table: Table, batch: str, model: str) -> bool:
    path = batch_file(home, table, batch)
    return path.is_file() and (table not in READ_BY_MODEL or made_by(path) == model)


def waiting_batches(home: Home, instance: dg.DagsterInstance) -> list[str]:
    """Pending batches that no queued or running run has taken."""
    runs = instance.get_runs(dg.RunsFilter(statuses=IN_PROGRESS))
    taken = {run.tags.get(PARTITION_TAG) for run in runs}
    return [batch for batch in pending_batches(home) if batch not in taken]


def inbox_of(home: Home) -> Path:
    """The inbox folder, made on first use."""
    home.inbox.mkdir(parents=True, exist_ok=True)
    return home.inbox
