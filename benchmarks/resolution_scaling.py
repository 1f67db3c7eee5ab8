"""Time and memory of resolving and publishing: ``python -m benchmarks.resolution_scaling [--home DIR] [documents ...]``.

With ``--home`` the documents that a home has are resolved and published once more; without it homes of the given
numbers of generated documents (recombined.py). Each is one Dagster run in a process of its own, with all its checks.
"""

import multiprocessing
import os
import re
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import ParamSpec, TypeVar

from rich.console import Console

from benchmarks.recombined import generate
from warehouse.connect import published
from warehouse.home import Home

Given = ParamSpec("Given")
Result = TypeVar("Result")
SIZES = (1_000, 10_000, 100_000)
MEGABYTE = 2**20
SAMPLE_SECONDS = 0.5
HELD = re.compile(r"^Pss:\s+(\d+)", re.MULTILINE)  # kilobytes, of Linux
USER = 11  # place of the processor's time in /proc/PID/stat, counted from behind the name
LONGEST_STEPS = 6


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    documents: int
    seconds: float
    processor_seconds: float  # of the run and of the processes it starts
    peak_megabytes: float  # of all of them together
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
    from pipelines.build import run
    from pipelines.instance import environment, instance_of

    os.environ.update(environment(home))
    with instance_of(home) as instance, watched() as watch:
        begin = time.perf_counter()
        outcome = run(home, instance, None)
        seconds = time.perf_counter() - begin
        stats = instance.get_run_step_stats(outcome.run_id)
    took = sorted(
        ((one.step_key, (one.end_time or 0) - (one.start_time or 0)) for one in stats), key=lambda one: -one[1]
    )
    documents = 0
    if outcome.succeeded:
        with published(home) as connection:
            row = connection.execute("select count(*) from star.dim_document").fetchone()
            documents = row[0] if row else 0
    return Cost(
        documents,
        seconds,
        watch.processor_seconds,
        watch.peak_bytes / MEGABYTE,
        outcome.error,
        tuple(took[:LONGEST_STEPS]),
    )


@dataclass
class Watch:
    """What a process and those it starts have taken so far, as far as samples show."""

    peak_bytes: int = 0
    seconds_of: dict[int, float] = field(default_factory=dict)  # processor seconds of each process, at its last sample

    @property
    def processor_seconds(self) -> float:
        """Of all processes."""
        return sum(self.seconds_of.values())

    def sample(self) -> None:
        """Add what the processes take now; memory that several share counts once, in parts."""
        held = 0
        for folder in _processes(os.getpid()):
            try:
                held += int(HELD.findall((folder / "smaps_rollup").read_text())[0]) * 1024
                spent = (folder / "stat").read_text().rpartition(")")[2].split()[USER : USER + 2]
            except OSError:  # it has ended
                continue
            self.seconds_of[int(folder.name)] = sum(map(int, spent)) / os.sysconf("SC_CLK_TCK")
        self.peak_bytes = max(self.peak_bytes, held)


def _processes(pid: int) -> Iterator[Path]:
    """Folders under ``/proc`` of a process and of those it started, and so on."""
    folder = Path("/proc") / str(pid)
    yield folder
    for file in folder.glob("task/*/children"):
        try:
            started = file.read_text().split()
        except OSError:
            continue
        for child in started:
            yield from _processes(int(child))


@contextmanager
def watched() -> Iterator[Watch]:
    """Samples of this process and of those it starts, until the end."""
    watch, is_over = Watch(), threading.Event()

    def sampled() -> None:
        while not is_over.wait(SAMPLE_SECONDS):
            watch.sample()

    thread = threading.Thread(target=sampled)
    thread.start()
    try:
        yield watch
    finally:
        is_over.set()
        thread.join()
        watch.sample()


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
