"""The build: land, process each batch, resolve, check, publish; through Dagster, so that the UI shows the runs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import dagster as dg

from assets.raw.containers.fields import FieldNames
from assets.raw.landing import LandedBatch
from pipelines.instance import instance_of
from pipelines.landing import batches, land_sources, pending_batches
from warehouse.home import Home


@dataclass(frozen=True)
class RunOutcome:
    """What came of one Dagster run."""

    batch: str | None  # None for the run that reads all batches
    run_id: str
    succeeded: bool
    checks_passed: int
    failed_checks: tuple[str, ...]
    warnings: tuple[str, ...]
    error: str | None


@dataclass(frozen=True)
class Build:
    """What a build did."""

    landed: tuple[LandedBatch, ...]
    runs: tuple[RunOutcome, ...]

    @property
    def succeeded(self) -> bool:
        """Whether every run did."""
        return all(run.succeeded for run in self.runs)


def build(
    home: Home,
    sources: Sequence[str | Path],
    *,
    refresh: bool,
    on_progress: Callable[[str, int, int], None],
    names: FieldNames | None = None,
) -> Build:
    """Bring a home's warehouse up to date with its sources.

    Args:
        home: the home to build.
        sources: files, folders, patterns and URLs to land.
        refresh: process every batch again, as after a change of the code.
        on_progress: called before each run with what it does, how many runs are done, and how many there are.
        names: where the fields of an article stand in records; by default as CHANCERY_FIELDS says.

    Raises:
        assets.raw.sources.SourceNotFoundError: a source does not exist.
    """
    with instance_of(home) as instance:
        landed = land_sources(home, instance, sources, names)
        todo = batches(home) if refresh else pending_batches(home)
        if not todo and not _is_outdated(home):
            return Build(tuple(landed), ())
        runs = []
        for done, batch in enumerate([*todo, None]):
            on_progress(f"batch {batch}" if batch else "resolution, star, marts, publication", done, len(todo) + 1)
            runs.append(run(home, instance, batch))
        return Build(tuple(landed), tuple(runs))


def _is_outdated(home: Home) -> bool:
    """Whether nothing is published yet, or the user has decided something since."""
    if not home.published.exists():
        return True
    published_at = home.published.stat().st_mtime
    decided = (home.overrides, home.office_holders)
    return any(file.exists() and file.stat().st_mtime > published_at for file in decided)


def run(home: Home, instance: dg.DagsterInstance, batch: str | None) -> RunOutcome:
    """Process one batch, or resolve and publish what all batches hold."""
    # definitions import every stage; a build with nothing to do never gets here
    from pipelines.definitions import defs
    from pipelines.inbox import BATCH_KEYS, WAREHOUSE_KEYS

    result = defs.resolve_job_def("refresh").execute_in_process(
        instance=instance,
        partition_key=batch,
        asset_selection=BATCH_KEYS if batch else WAREHOUSE_KEYS,
        raise_on_error=False,
        run_config={
            "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            "resources": {"home": {"config": {"path": str(home.path)}}},
        },
    )
    return _outcome(result, batch)


def _outcome(result: dg.ExecuteInProcessResult, batch: str | None) -> RunOutcome:
    checks = result.get_asset_check_evaluations()
    failed = [check for check in checks if not check.passed]
    errors = [_error(event) for event in result.all_events if event.is_step_failure or event.is_run_failure]
    return RunOutcome(
        batch=batch,
        run_id=result.run_id,
        succeeded=result.success,
        checks_passed=len(checks) - len(failed),
        failed_checks=tuple(_name(check) for check in failed if check.severity is dg.AssetCheckSeverity.ERROR),
        warnings=tuple(_name(check) for check in failed if check.severity is dg.AssetCheckSeverity.WARN),
        error=None if result.success else "; ".join(errors),
    )


def _error(event: dg.DagsterEvent) -> str:
    """What failed and why: a step's own exception names the file and the remedy."""
    error = event.step_failure_data.error if event.is_step_failure else None
    return f"{event.message} {(error.cause or error).message.strip()}" if error else event.message or ""


def _name(check: dg.AssetCheckEvaluation) -> str:
    return f"{check.asset_key.to_user_string()} {check.check_name}"
