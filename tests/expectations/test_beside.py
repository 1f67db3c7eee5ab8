import os
import signal

import pytest

from expectations import beside
from tests.expectations.example_rows import BATCH, example_home
from warehouse.store import WHOLE, batch_file
from warehouse.tables.documents import Segment
from warehouse.tables.resolution import Actor


def test_a_suite_judges_what_was_stored_when_it_began(tmp_path):
    home = example_home(tmp_path)
    beside.begin(home, Actor, "a run")
    beside._begun["a run", "resolution.actor"].result()
    batch_file(home, Actor, WHOLE).unlink()
    assert all(one.passed for one in beside.outcomes(home, Actor, "a run"))
    with pytest.raises(FileNotFoundError, match="materialise resolution/actor"):  # of another run nothing has begun
        beside.outcomes(home, Actor, "another run")


def test_the_run_goes_on_when_the_second_process_is_killed(tmp_path):
    home = example_home(tmp_path)
    assert beside.outcomes(home, Segment, "a run", BATCH)
    for process in beside._second()._processes.values():
        os.kill(process.pid, signal.SIGKILL)
        process.join()
    assert all(one.passed for one in beside.outcomes(home, Segment, "a run", BATCH))
    assert beside.data_docs(home).result().is_file()
