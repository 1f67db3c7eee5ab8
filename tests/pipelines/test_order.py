"""Any order and any split of batches gives the same dataset."""

import datetime as dt
import shutil

import pytest

from assets.raw.landing import land
from pipelines.cli import seed_articles
from tests.conftest import run_build
from warehouse.connect import published
from warehouse.home import Home
from warehouse.model import columns, full_name
from warehouse.tables import TABLES

# when and in which batch something landed is the history of a home, not the dataset
HISTORY = {"batch_id", "landed_at", "landing_id", "source_uri", "modified_at"}
HISTORY_TABLES = {"star.dim_run"}


def dataset(home):
    """Sorted rows of every table without its history."""
    found = {}
    with published(home) as connection:
        for table in TABLES:
            names = ", ".join(column.name for column in columns(table) if column.name not in HISTORY)
            if full_name(table) not in HISTORY_TABLES:
                rows = connection.execute(f"select {names} from {full_name(table)}").fetchall()
                found[full_name(table)] = sorted(map(repr, rows))
    return found


@pytest.mark.parametrize("split", [[[4, 2], [0, 3, 1]], [[1], [3], [0, 2, 4]]], ids=["two batches", "three batches"])
def test_the_dataset_does_not_depend_on_batches(built, tmp_path, split):
    articles = sorted(seed_articles().iterdir())
    home, inbox = Home(tmp_path / "home"), tmp_path / "inbox"
    inbox.mkdir()
    for hour, batch in enumerate(split):
        for index in batch:
            shutil.copy(articles[index], inbox)
        assert len(land(home, [inbox], dt.datetime(2026, 1, 1, hour))) == 1
    done = run_build(home, inbox)
    assert done.succeeded
    assert len(done.runs) == len(split) + 1
    expected, found = dataset(built[0]), dataset(home)
    assert [name for name in expected if expected[name] != found[name]] == []
