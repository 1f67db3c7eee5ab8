"""What is measured, each in fresh processes: on one core, but for the processes that read at once."""

from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from assets.documents.offsets import OffsetMap
from benchmarks.reading_speed import plain, worker
from benchmarks.reading_speed.texts import documents, groups, pieces
from benchmarks.reading_speed.worker import Load
from warehouse.tables.documents import Document

OURS, ROWS, PLAIN = "Chancery", "Chancery, rows too", "plain spaCy"
ROUNDS = 5
LENGTHS: Mapping[str, int] = {"headline": 10, "300 words": 300, "1,000 words": 1_000, "10,000 words": 10_000}
PROCESSES = (1, 2)
WARM_UP = 1_000  # words that a process reads before its speed counts: tables that are made on first use
LEARNED = 20  # articles whose sentences the plain pipeline learns from

Pair = tuple[Document, OffsetMap]


@dataclass(frozen=True)
class Round:
    """Texts that every pipeline read in turn."""

    words: int
    seconds: Mapping[str, float]


@dataclass(frozen=True)
class Latency:
    """Texts of one length, read one by one."""

    length: str
    words: int  # of all together
    seconds: Mapping[str, Sequence[float]]


@dataclass(frozen=True)
class Figures:
    """Everything that was measured."""

    source: str
    words: int
    components: Mapping[str, float]  # seconds for all words
    loads: Mapping[str, Load]
    peaks: Mapping[str, float]
    rounds: Sequence[Round]
    latencies: Sequence[Latency]
    together: Mapping[int, Sequence[float]]  # words per second of each process, by how many read at once


@dataclass(frozen=True)
class Reader:
    """A pipeline in a process of its own."""

    pool: ProcessPoolExecutor
    folder: Path | None = None
    has_rows: bool = False

    def loaded(self, text: str) -> Load:
        """Load it and read a first text."""
        return self.pool.submit(worker.loaded, self.folder, text).result()

    def batch(self, pairs: Sequence[Pair]) -> float:
        """Seconds for documents one after another."""
        if self.has_rows:
            return self.pool.submit(worker.with_rows, pairs).result()
        return self.pool.submit(worker.in_batches, self.folder, _bodies(pairs)).result()

    def single(self, text: str) -> float:
        """Seconds for one text."""
        return self.pool.submit(worker.one_by_one, self.folder, text).result()

    def peak(self) -> float:
        """The most memory that its process has had."""
        return self.pool.submit(worker.megabytes, "VmHWM").result()


def measured(count: int, lengths: Mapping[str, int] = LENGTHS, processes: Sequence[int] = PROCESSES) -> Figures:
    """All figures over as many articles.

    Raises:
        ValueError: fewer than one is wanted.
    """
    source, pairs = documents(count)
    texts = _bodies(pairs)
    singles = {name: pieces(texts, length, count) for name, length in lengths.items()}
    with TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        with _one_core() as pool:
            _warmed(Reader(pool), texts)
            components = pool.submit(worker.by_component, texts).result()
            words = pool.submit(worker.words, texts).result()
            single_words = {key: pool.submit(worker.words, given).result() for key, given in singles.items()}
            pool.submit(plain.write, folder, texts[:LEARNED]).result()
        readers = {
            OURS: Reader(stack.enter_context(_one_core())),
            ROWS: Reader(stack.enter_context(_one_core()), has_rows=True),
            PLAIN: Reader(stack.enter_context(_one_core()), folder),
        }
        loads = {key: reader.loaded(next(iter(singles.values()))[0]) for key, reader in readers.items()}
        for reader in readers.values():
            _warmed(reader, texts)
        rounds = [_round(readers, group) for group in groups(list(zip(pairs, words, strict=True)), ROUNDS)]
        latencies = [_latency(readers, key, given, sum(single_words[key])) for key, given in singles.items()]
        peaks = {key: reader.peak() for key, reader in readers.items()}
    together = {number: _together(number, texts, sum(words)) for number in processes if number <= len(worker.cores())}
    return Figures(source, sum(words), components, loads, peaks, rounds, latencies, together)


def _bodies(pairs: Sequence[Pair]) -> list[str]:
    return [document.body for document, _ in pairs]


def _warmed(reader: Reader, texts: Sequence[str]) -> None:
    for text in pieces(texts, WARM_UP, 1):
        reader.single(text)


def _one_core() -> ProcessPoolExecutor:
    return worker.worker(worker.cores()[-1:])


def _round(readers: Mapping[str, Reader], group: Sequence[tuple[Pair, int]]) -> Round:
    pairs = [pair for pair, _ in group]
    return Round(sum(words for _, words in group), {key: reader.batch(pairs) for key, reader in readers.items()})


def _latency(readers: Mapping[str, Reader], length: str, texts: Sequence[str], words: int) -> Latency:
    """Each text read by one pipeline, then by the other."""
    compared = {key: reader for key, reader in readers.items() if not reader.has_rows}
    seconds: dict[str, list[float]] = {key: [] for key in compared}
    for text in texts:
        for key, reader in compared.items():
            seconds[key].append(reader.single(text))
    return Latency(length, words, seconds)


def _together(number: int, texts: Sequence[str], words: int) -> list[float]:
    """Words per second of each of as many processes at once, which share as many cores."""
    with ExitStack() as stack:
        pools = [stack.enter_context(worker.worker(worker.cores()[-number:])) for _ in range(number)]
        for load in [pool.submit(worker.loaded, None, texts[0]) for pool in pools]:
            load.result()
        reads = [pool.submit(worker.in_batches, None, texts) for pool in pools]
        return [words / read.result() for read in reads]
