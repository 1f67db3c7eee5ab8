"""Time and memory of finding copies as documents grow: ``python -m benchmarks.stories_scaling [documents ...]``.

Signatures are generated: unrelated documents agree in about one value of a hundred, one document in five is a copy of
an earlier one, and one in a hundred is written on one template. Bodies are a few words, so that the time is that of
finding pairs, gathering stories and reading and writing files; a body of 500 words takes about 2 ms more to compare.
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

import numpy as np
import numpy.typing as npt
import polars as pl
from rich.console import Console

from assets.documents.signature import VALUES
from assets.resolution.candidates import Signatures
from assets.resolution.comparisons import stories_of
from warehouse.frames import schema
from warehouse.home import Home
from warehouse.keys import stable_id
from warehouse.store import write
from warehouse.tables.documents import Document

Given = ParamSpec("Given")
Result = TypeVar("Result")
Integers = npt.NDArray[np.int64]
SIZES = (10_000, 100_000, 1_000_000)
BATCH = 10_000
ADDED = 1_000
COMMON_SHARE, COMMON_VALUES = 0.3, 10  # of a column: two documents agree by chance in 0.3 * 0.3 / 10 of the values
COPY_SHARE, COPY_KEPT = 0.2, 0.7
TEMPLATE_SHARE, TEMPLATE_KEPT = 0.01, 0.6
MEGABYTE = 1024  # of the kilobytes in which Linux counts


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    seconds: float
    peak_megabytes: float
    documents: int
    stories: int


def main(sizes: tuple[int, ...]) -> None:
    """Print what each size costs, from nothing and after a small batch has been added."""
    console = Console()
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            home = Home(Path(folder))
            _apart(generate, home, 0, size)
            whole = _apart(cost, home)
            _apart(generate, home, size, ADDED)
            added = _apart(cost, home)
        for name, spent in (("from nothing", whole), (f"{ADDED:,} added", added)):
            console.print(_line(f"{size:>9,} {name:14}", spent), highlight=False, soft_wrap=True)


def generate(home: Home, known: int, count: int) -> None:
    """Write ``count`` generated documents after ``known`` ones."""
    for start in range(known, known + count, BATCH):
        write(home, Document, _documents(start, min(BATCH, known + count - start)), f"{start:09}")


def cost(home: Home) -> Cost:
    """Find the stories of a home and keep them, in a process of its own."""
    begin = time.perf_counter()
    rows = stories_of(home)
    seconds = time.perf_counter() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return Cost(seconds, peak, rows.height, rows["story_id"].n_unique())


def _documents(start: int, count: int) -> pl.DataFrame:
    chance = np.random.default_rng(start)
    signatures = _unrelated(chance, count)
    origin = np.arange(count)
    copies = np.flatnonzero((chance.random(count) < COPY_SHARE) & (origin > 0))
    for copy in copies:
        origin[copy] = origin[chance.integers(copy)]
    kept = chance.random((len(copies), VALUES)) < COPY_KEPT
    signatures[copies] = np.where(kept, signatures[origin[copies]], signatures[copies])
    on_template = np.flatnonzero(chance.random(count) < TEMPLATE_SHARE)
    template = np.random.default_rng(0).integers(2**32, size=VALUES, dtype=np.uint32)
    kept = chance.random((len(on_template), VALUES)) < TEMPLATE_KEPT
    signatures[on_template] = np.where(kept, template, signatures[on_template])
    return _frame(start, origin, signatures)


def _unrelated(chance: np.random.Generator, count: int) -> Signatures:
    values = chance.integers(2**32, size=(count, VALUES), dtype=np.uint32)
    common = chance.integers(COMMON_VALUES, size=(count, VALUES), dtype=np.uint32)
    return np.where(chance.random((count, VALUES)) < COMMON_SHARE, common, values)


def _frame(start: int, origin: Integers, signatures: Signatures) -> pl.DataFrame:
    rows = pl.DataFrame(
        {
            "document_id": [stable_id(start + place) for place in range(len(origin))],
            "body": [f"talks in house{start + place} ended" for place in origin],
            "signature": pl.Series(signatures.astype(np.int64)).arr.to_list(),
        }
    )
    others = [pl.lit(None, kind).alias(name) for name, kind in schema(Document).items() if name not in rows.columns]
    return rows.with_columns(others).with_columns(pl.lit(4, pl.Int64).alias("word_count"))


def _apart(function: Callable[Given, Result], *given: Given.args, **named: Given.kwargs) -> Result:
    """Run in a fresh process, whose peak memory is that of the function."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(function, *given, **named).result()


def _line(name: str, spent: Cost) -> str:
    each = spent.seconds / spent.documents * 1e6
    return (
        f"{name} {spent.seconds:8.1f} s {each:8.1f} us a document {spent.peak_megabytes:8.0f} MB "
        f"{spent.stories:>9,} stories of {spent.documents:,}"
    )


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
