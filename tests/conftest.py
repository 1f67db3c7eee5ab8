"""One full build of the seeds, which every test of the whole reads."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipelines.build import Build, build
from pipelines.cli import seed_articles
from pipelines.instance import environment
from warehouse.connect import published
from warehouse.home import Home

# the meeting at Miraflores Palace again, with one more who attended it
DEPARTURE = """Mexican foreign minister leaves Venezuela

CARACAS, October 18, 2023 (Prensa Regional) -- Venezuelan President Nicolás Maduro received Mexican Foreign Minister \
Alicia Bárcena at the Miraflores Palace in Caracas on Monday, the presidency said.

The meeting was attended by the Mexican ambassador to Venezuela, Leopoldo Ruiz.
"""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Home, Build]:
    """A home in which the five seeds were built, and what the build did."""
    home = Home(tmp_path_factory.mktemp("seeds"))
    return home, run_build(home, seed_articles())


@pytest.fixture(scope="session")
def seeds(built: tuple[Home, Build]) -> Iterator[duckdb.DuckDBPyConnection]:
    """The published warehouse of the seeds."""
    with published(built[0]) as connection:
        yield connection


@pytest.fixture(scope="session")
def grown(built: tuple[Home, Build], tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A home of two generations: the seeds, then one article more and a name that the user decided."""
    folder = tmp_path_factory.mktemp("grown")
    home = Home(shutil.copytree(built[0].path, folder / "home", symlinks=True))
    home.overrides.write_text("rule,name,other\nname,Cai Wei,Wei Cai\n", encoding="utf-8")
    (folder / "departure.txt").write_text(DEPARTURE, encoding="utf-8")
    assert run_build(home, folder / "departure.txt").succeeded
    return home


def run_build(home: Home, *sources: Path, refresh: bool = False) -> Build:
    """Build as the command line does."""
    before = dict(os.environ)
    os.environ.update(environment(home))
    try:
        return build(home, sources, refresh=refresh, on_progress=lambda what, done, total: None)
    finally:
        os.environ.clear()
        os.environ.update(before)
