"""The command line: ``chancery build``, ``ui``, ``sql``, ``show``, ``export``, ``doctor``, ``evaluate``, ``furniture``.

Exit codes: 0 success, 1 a run or a check failed, 2 bad usage (a source, home or query that cannot be used).
"""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from warehouse.home import Home, default_home

FAILED = 1
USAGE = 2

app = typer.Typer(
    name="chancery",
    help="From raw English news text about diplomacy to a checked DuckDB star schema.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
HomeOption = Annotated[
    Path | None, typer.Option("--home", help="Home folder. Default: CHANCERY_HOME, else data/ in the project.")
]


@app.command()
def build(
    sources: Annotated[
        list[str] | None,
        typer.Argument(help="Files, folders, patterns ('news/**/*.html') or URLs of articles. Default: the seeds."),
    ] = None,
    home: HomeOption = None,
    field: Annotated[
        list[str] | None,
        typer.Option("--field", help="Name of a field in the records: text=story_body. May be given again."),
    ] = None,
    refresh: Annotated[bool, typer.Option("--refresh", help="Process every batch again, not only new ones.")] = False,
) -> None:
    """Land articles, process them, check every table and publish the warehouse."""
    from pipelines.instance import environment
    from pipelines.summary import build_with_progress, print_summary

    place = _home(home)
    _check_model()
    os.environ.update(environment(place))
    chosen = sources or [str(seed_articles())]
    outcome = build_with_progress(place, chosen, refresh=refresh, console=_errors(), fields=field or ())
    print_summary(place, outcome, Console())
    if not outcome.succeeded:
        raise typer.Exit(FAILED)


@app.command()
def ui(
    home: HomeOption = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 3000,
) -> None:
    """Open the Dagster UI on a home: lineage, runs, checks, the daily schedule and the inbox sensor."""
    from pipelines.instance import environment

    place = _home(home)
    arguments = ["dagster", "dev", "-m", "pipelines.definitions", "-h", host, "-p", str(port)]
    os.execvpe(  # noqa: S606 - our own interpreter, no shell
        sys.executable, [sys.executable, "-m", *arguments], environment(place)
    )


@app.command()
def sql(
    query: Annotated[str, typer.Argument(help="One SQL statement.")],
    home: HomeOption = None,
    before: Annotated[
        bool,
        typer.Option(
            "--before",
            help="Read the build published before this one too, as before.star.fact_event beside star.fact_event.",
        ),
    ] = False,
    output: Annotated[str, typer.Option("--format", help="table, markdown, csv or json.")] = "table",
) -> None:
    """Query the published warehouse, read-only, without access to files or network."""
    from pipelines.query import answer

    typer.echo(answer(_home(home), query, output, with_before=before))


@app.command()
def show(
    identifier: Annotated[str, typer.Argument(help="Identifier of an event, quotation, mention, amount or office.")],
    home: HomeOption = None,
) -> None:
    """Show a fact with the raw text that supports it, in context."""
    from pipelines.query import shown

    typer.echo(shown(_home(home), identifier))


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Folder to write; made when missing.")],
    home: HomeOption = None,
    output: Annotated[str, typer.Option("--format", help="parquet or csv.")] = "parquet",
) -> None:
    """Write every table and view of the published warehouse as one file each."""
    from pipelines.query import exported

    files = exported(_home(home), folder, output)
    typer.echo(f"{len(files)} files in {folder}")


@app.command()
def doctor(home: HomeOption = None) -> None:
    """Check the installation and a home; say what is wrong and what to do."""
    from pipelines.doctor import findings

    found = findings(_home(home))
    for finding in found:
        typer.echo(f"{'ok  ' if finding.is_good else 'FAIL'} {finding.text}")
    if not all(finding.is_good for finding in found):
        raise typer.Exit(FAILED)


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Gold annotations, JSON Lines.")],
    home: HomeOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every miss and every invention.")] = False,
) -> None:
    """Score the published warehouse against gold annotations of its articles."""
    from pipelines.scores import scored

    typer.echo(scored(_home(home), gold, errors=errors))


@app.command()
def furniture(
    home: HomeOption = None,
    publisher: Annotated[str | None, typer.Option(help="Domain or name of one publisher. Default: all.")] = None,
    min_documents: Annotated[int, typer.Option(min=2, help="Stories of a publisher that must have a line.")] = 5,
    min_share: Annotated[float, typer.Option(min=0, max=1, help="Share of its stories that must have it.")] = 0.2,
    write: Annotated[bool, typer.Option("--write", help="Write the table; without it the changes are shown.")] = False,
    to: Annotated[Path | None, typer.Option(help="Table to change. Default: the one in use.")] = None,
) -> None:
    """Learn the furniture of each publisher's pages from a home: propose lines, or write them for review."""
    from pipelines.furniture import learned

    typer.echo(learned(_home(home), publisher, min_documents, min_share, target=to, is_written=write))


def seed_articles() -> Path:
    """Folder of the five articles that ship with the project."""
    import seeds

    return Path(seeds.__path__[0]) / "articles"


def main() -> None:
    """Run the command line; an error that names its remedy is shown as one line."""
    from pipelines.errors import UsageError

    try:
        app()
    except UsageError as error:
        typer.echo(f"chancery: {error}", err=True)
        sys.exit(USAGE)


def _home(path: Path | None) -> Home:
    home = Home(path.expanduser().resolve()) if path else default_home()
    if home.path.exists() and not home.path.is_dir():
        from pipelines.errors import UsageError

        raise UsageError(f"{home.path} is a file: give a folder as --home or CHANCERY_HOME")
    return home


def _check_model() -> None:
    """Complain about a language model that is not there before anything is read."""
    from assets.entities.chosen_model import chosen_model, model_problem
    from pipelines.errors import UsageError

    chosen = chosen_model()
    problem = model_problem(chosen) if chosen else None
    if problem:
        raise UsageError(problem)


def _errors() -> Console:
    return Console(stderr=True)
