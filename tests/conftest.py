"""One full build of the seeds, which every test of the whole reads."""

import os
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from pipelines.build import Build, build
from pipelines.cli import seed_articles
from pipelines.instance import environment
from warehouse.connect import published
from warehouse.home import Home


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


def run_build(home: Home, *sources: Path, refresh: bool = False) -> Build:
    """Build as the command line does."""
    before = dict(os.environ)
    os.environ.update(environment(home))
    try:
        return build(home, sources, refresh=refresh, on_progress=lambda what, done, total: None)
    finally:
        os.environ.clear()
        os.environ.update(before)
