"""Suites judged in a second process, while the run makes the next tables.

Great Expectations takes seconds to import and a fraction of one for each table however few its rows. All of that runs
beside the run: a table's suite begins when the table is stored, its check step waits for what comes of it.
"""

import datetime as dt
import multiprocessing
import os
import signal
import threading
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing.util import Finalize
from pathlib import Path

from expectations.data_docs import build_data_docs
from expectations.expectation import Outcome
from expectations.outcomes import suite_outcomes
from expectations.validation import great_expectations
from warehouse.home import Home
from warehouse.model import Table, full_name
from warehouse.store import WHOLE

_begun: dict[tuple[str, str], Future[list[Outcome]]] = {}  # by run and table


def begin(home: Home, table: Table, run_id: str) -> None:
    """Have the suite of a table that a run has stored whole begin."""
    _begun[run_id, full_name(table)] = _judged(home, table, WHOLE)


def outcomes(home: Home, table: Table, run_id: str, batch: str = WHOLE) -> list[Outcome]:
    """What comes of the suite on a batch of a table, begun before or not."""
    begun = _begun.pop((run_id, full_name(table)), None) if batch == WHOLE else None
    try:
        return (begun or _judged(home, table, batch)).result()
    except BrokenProcessPool:  # ended from outside, for example for its memory: the run does not end with it
        _second.cache_clear()
        return suite_outcomes(home, table, dt.datetime.now(tz=dt.UTC), batch)


def data_docs(home: Home) -> Future[Path]:
    """The index page of the site of all results kept, being built."""
    return _second().submit(build_data_docs, home)


def _judged(home: Home, table: Table, batch: str) -> Future[list[Outcome]]:
    return _second().submit(suite_outcomes, home, table, dt.datetime.now(tz=dt.UTC), batch)


@cache
def _second() -> ProcessPoolExecutor:
    # spawned, not forked: a fork leaves the threads of polars and DuckDB behind in whatever state they are
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_prepare)
    # a run in a process of multiprocessing closes the queues at its end, then waits for those who read them: end them first
    Finalize(None, pool.shutdown, exitpriority=100)
    return pool


def _prepare() -> None:
    """End when the run ends, even if it is killed; leave an interruption to it; import what takes long."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    great_expectations()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
