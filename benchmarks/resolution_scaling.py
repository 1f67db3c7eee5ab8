"""Time and memory of resolving and publishing: ``python -m benchmarks.resolution_scaling [--home DIR] [documents ...]``.

With ``--home`` the documents that a home has are resolved and published once more; without it homes of the given
numbers of generated documents (recombined.py). Each is one Dagster run in a process of its own, with all its checks.
"""

import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec, TypeVar

from rich.console import Console

from benchmarks.recombined import generate
from warehouse.connect import published
from warehouse.home import Home

Given = ParamSpec("Given")
Result = TypeVar("Result")
SIZES = (1_000, 10_000, 100_000)
MEGABYTE = 1024  # of the kilobytes in which Linux counts
LONGEST_STEPS = 6


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    documents: int
    seconds: float
    processor_seconds: float
    peak_megabytes: float
    error: str | None
    steps: tuple[tuple[str, float], ...]  # seconds of the longest, longest first


def main(arguments: list[str]) -> None:
    """Print what each home costs."""
    console = Console()
    if arguments[:1] == ["--home"]:
        _print(console, _apart(cost, Home(Path(arguments[1]))))
        return
    for size in map(int, arguments) if arguments else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            home = Home(Path(folder))
            _apart(generate, home, size)
            _print(console, _apart(cost, home))


def cost(home: Home) -> Cost:
    """Resolve and publish all that a home has, in a process of its own."""
    import os

    from pipelines.build import run
    from pipelines.instance import environment, instance_of

    os.environ.update(environment(home))
    with instance_of(home) as instance:
        begin, begin_processor = time.perf_counter(), time.process_time()
        outcome = run(home, instance, None)
        seconds, processor_seconds = time.perf_counter() - begin, time.process_time() - begin_processor
        stats = instance.get_run_step_stats(outcome.run_id)
    took = sorted(
        ((one.step_key, (one.end_time or 0) - (one.start_time or 0)) for one in stats), key=lambda one: -one[1]
    )
    documents = 0
    if outcome.succeeded:
        with published(home) as connection:
            row = connection.execute("select count(*) from star.dim_document").fetchone()
            documents = row[0] if row else 0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return Cost(documents, seconds, processor_seconds, peak, outcome.error, tuple(took[:LONGEST_STEPS]))


def _apart(function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Run in a fresh process, whose peak memory is that of the function."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *given, **named).result()


def _print(console: Console, spent: Cost) -> None:
    if spent.error:
        console.print(spent.error, style="red", soft_wrap=True)
    longest = ", ".join(f"{name} {seconds:.1f}" for name, seconds in spent.steps)
    console.print(
        f"{spent.documents:>9,} documents {spent.seconds:8.1f} s ({spent.processor_seconds:.1f} s of processor)"
        f" {spent.peak_megabytes:8.0f} MB; longest: {longest}",
        highlight=False,
        soft_wrap=True,
    )


if __name__ == "__main__":
    main(sys.argv[1:])
