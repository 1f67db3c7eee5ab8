"""What is measured in a process of its own; nothing heavy is imported before its clock runs."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from assets.documents.offsets import OffsetMap
    from warehouse.tables.documents import Document

MODULES = ("spacy", "assets.entities")
STATUS = Path("/proc/self/status")
MEGABYTE = 1024  # of the kilobytes in which Linux counts
BATCH = 64  # documents at once, as the product reads them

Result = TypeVar("Result")


@dataclass(frozen=True)
class Load:
    """What a process takes before it reads at full speed."""

    import_seconds: float
    pipeline_seconds: float
    first_seconds: float  # the first text: models that are loaded with it
    megabytes: float


def cores() -> tuple[int, ...]:
    """Cores that this process may use; all where the system does not tell."""
    if hasattr(os, "sched_getaffinity"):
        return tuple(sorted(os.sched_getaffinity(0)))
    return tuple(range(os.cpu_count() or 1))


def worker(on: Sequence[int]) -> ProcessPoolExecutor:
    """A fresh process on these cores."""
    return ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_pin, initargs=(on,))


def _pin(on: Sequence[int]) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, on)


def loaded(folder: Path | None, text: str) -> Load:
    """Load the pipeline of a folder, without one the project's own, and read a first text."""
    import_seconds, _ = _timed(lambda: [import_module(name) for name in (MODULES[:1] if folder else MODULES)])
    pipeline_seconds, nlp = _timed(lambda: pipeline(folder))
    first_seconds, _ = _timed(lambda: nlp(text))
    return Load(import_seconds, pipeline_seconds, first_seconds, megabytes("VmRSS"))


def megabytes(field: str) -> float:
    """Memory of this process as Linux counts it: VmRSS is now, VmHWM the peak; not a number elsewhere.

    ``resource.getrusage`` would give a process the peak of the one that started it.
    """
    lines = STATUS.read_text(encoding="utf-8").splitlines() if STATUS.exists() else []
    return next((int(line.split()[1]) / MEGABYTE for line in lines if line.startswith(f"{field}:")), float("nan"))


@cache
def pipeline(folder: Path | None) -> "Language":
    """The pipeline of a folder, else the project's own."""
    import spacy

    from assets.entities import load_pipeline

    return spacy.load(folder) if folder else load_pipeline()


def words(texts: Sequence[str]) -> list[int]:
    """Words of each text: the project's tokens that are not white space."""
    return [sum(not token.is_space for token in pipeline(None).make_doc(text)) for text in texts]


def one_by_one(folder: Path | None, text: str) -> float:
    """Seconds to read one text by itself."""
    return _timed(lambda: pipeline(folder)(text))[0]


def in_batches(folder: Path | None, texts: Sequence[str]) -> float:
    """Seconds to read texts one after another."""
    return _timed(lambda: _count(pipeline(folder).pipe(texts, batch_size=BATCH)))[0]


def with_rows(documents: "Sequence[tuple[Document, OffsetMap]]") -> float:
    """Seconds from documents to the rows of the entities tables."""
    from assets.entities import entities_of_many

    return _timed(lambda: _count(entities_of_many(documents)))[0]


def by_component(texts: Sequence[str]) -> dict[str, float]:
    """Seconds of each part of the project's pipeline, in order."""
    nlp = pipeline(None)
    seconds, docs = _timed(lambda: [nlp.make_doc(text) for text in texts])
    found = {"tokenizer": seconds}
    for name, component in nlp.pipeline:
        found[name], docs = _timed(partial(_through, component, docs))
    return found


def _through(component: "Callable[[Doc], Doc]", docs: "list[Doc]") -> "list[Doc]":
    """Docs after a component, in batches where it takes them."""
    batches = getattr(component, "pipe", None)
    return list(batches(docs, batch_size=BATCH)) if batches else [component(doc) for doc in docs]


def _timed(call: Callable[[], Result]) -> tuple[float, Result]:
    begin = time.perf_counter()
    result = call()
    return time.perf_counter() - begin, result


def _count(results: Iterable[object]) -> int:
    """How many there are; none is kept, as in the product."""
    return sum(1 for _ in results)
