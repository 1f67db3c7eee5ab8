"""What the command line shows of a build: a progress bar while it runs, a table when it is done."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from assets.raw.containers.fields import UnknownFieldError, field_names
from assets.raw.sources import SourceNotFoundError
from assets.resolution.holder_table import HolderTable
from pipelines.build import Build, build
from pipelines.errors import UsageError
from warehouse.connect import published
from warehouse.home import Home

COUNTS = """
select
    (select count(*) from star.dim_document where is_current) as documents,
    (select count(*) from star.dim_document where not is_current) as superseded,
    (select count(*) from documents.rejected) as rejected,
    (select count(*) from star.dim_actor where kind = 'person') as people,
    (select count(*) from star.dim_actor where kind in ('organization', 'group')) as organizations,
    (select count(*) from star.dim_place) as places,
    (select count(*) from star.fact_event) as events,
    (select count(*) from star.fact_quote) as quotations,
    (select count(*) from star.evidence) as evidence
"""
REJECTED = """
select article.source_uri, rejected.detail
from documents.rejected as rejected
inner join raw.article as article using (article_id)
where article.batch_id in (select unnest(?))
order by article.source_uri
limit 20
"""


def build_with_progress(
    home: Home, sources: Sequence[str | Path], *, refresh: bool, console: Console, fields: Sequence[str] = ()
) -> Build:
    """Build with a progress bar on ``console``; ``fields`` are pairs such as "text=story_body".

    Raises:
        UsageError: a source does not exist, or a pair maps no field.
    """
    with Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed}/{task.total}"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    ) as progress:
        bar = progress.add_task("landing", total=None)

        def advance(what: str, done: int, total: int) -> None:
            progress.update(bar, description=what, completed=done, total=total)

        try:
            return build(home, sources, refresh=refresh, on_progress=advance, names=field_names(fields))
        except (SourceNotFoundError, UnknownFieldError) as error:
            raise UsageError(str(error)) from error


def print_summary(home: Home, done: Build, console: Console) -> None:
    """Print what was read, kept, rejected, found and checked, and where the warehouse is."""
    rows = [("read", _read(done))]
    if home.published.exists():
        rows += _counts(home)
    rows.append(("checked", _checked(done)))
    rows.append(("warehouse", str(home.published) if home.published.exists() else "nothing published yet"))
    lines = [f"{name:10} {value}" for name, value in rows]
    for line in [*lines, *_rejections(home, done), *_failures(home, done)]:
        console.print(line, soft_wrap=True, highlight=False, markup=False)


def _read(done: Build) -> str:
    new = sum(batch.new for batch in done.landed)
    duplicate = sum(batch.duplicate for batch in done.landed)
    unreadable = sum(batch.unreadable for batch in done.landed)
    if not new + duplicate + unreadable:
        return "nothing new"
    parts = (
        [f"{new} new articles"]
        + [f"{duplicate} copies"] * bool(duplicate)
        + [f"{unreadable} unreadable"] * bool(unreadable)
    )
    return ", ".join(parts) + f" in {len(done.landed)} batches"


def _counts(home: Home) -> list[tuple[str, str]]:
    with published(home) as connection:
        counts = connection.sql(COUNTS).pl().row(0, named=True)
    found = ("people", "organizations", "places", "events", "quotations")
    return [
        ("kept", f"{counts['documents']} documents, {counts['superseded']} superseded"),
        ("rejected", f"{counts['rejected']} articles"),
        ("found", ", ".join(f"{counts[name]} {name}" for name in found)),
        ("evidence", f"{counts['evidence']} spans of raw text"),
    ]


def _checked(done: Build) -> str:
    if not done.runs:
        return "nothing to check"
    passed = sum(run.checks_passed for run in done.runs)
    failed = sum(len(run.failed_checks) for run in done.runs)
    warnings = sum(len(run.warnings) for run in done.runs)
    return f"{passed} checks passed, {failed} failed, {warnings} warnings"


def _rejections(home: Home, done: Build) -> list[str]:
    if not home.published.exists() or not done.landed:
        return []
    with published(home) as connection:
        rows = connection.execute(REJECTED, [[batch.batch_id for batch in done.landed]]).fetchall()
    return [f"rejected: {detail}" for _, detail in rows]


def _failures(home: Home, done: Build) -> list[str]:
    lines = [f"warning: {problem}" for problem in HolderTable.read(home.office_holders).problems]
    lines += [f"warning: {name}" for run in done.runs for name in run.warnings]
    lines += [f"failed: {name}" for run in done.runs for name in run.failed_checks]
    return lines + [f"run {run.run_id} failed: {run.error}" for run in done.runs if run.error]
