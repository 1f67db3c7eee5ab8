"""Figures as tables, for the terminal and for docs/SPEED.md."""

import datetime as dt
import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from math import isnan
from pathlib import Path
from statistics import median

from rich.table import Table as RichTable

from benchmarks.reading_speed.measures import OURS, PLAIN, Figures
from benchmarks.reading_speed.texts import percentile
from benchmarks.reading_speed.worker import cores
from benchmarks.tables import markdown_table

PACKAGES = ("spacy", "onnxruntime", "tokenizers", "numpy")
PROCESSORS = Path("/proc/cpuinfo")


@dataclass(frozen=True)
class Table:
    """A table with its title; the first column is text, the others are figures."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]

    def markdown(self) -> str:
        """As it stands in a document."""
        return f"### {self.title}\n\n{markdown_table(self.header, self.rows)}"

    def rich(self) -> RichTable:
        """As it is printed."""
        table = RichTable(title=self.title, title_justify="left")
        for number, name in enumerate(self.header):
            table.add_column(name, justify="right" if number else "left")
        for row in self.rows:
            table.add_row(*(cell.replace("`", "") for cell in row))
        return table


def conditions(figures: Figures, count: int) -> list[str]:
    """Where and on what the figures were measured, a line each."""
    versions = [f"{name} {found}" for name in PACKAGES if (found := _version(name))]
    return [
        f"- {dt.datetime.now(dt.UTC):%Y-%m-%d}, `python -m benchmarks.reading_speed --documents {count} --write`",
        f"- {_processor()}, {len(cores())} cores, {platform.system()}, Python {platform.python_version()}",
        f"- {', '.join(versions)}",
        f"- {count} {figures.source}, {figures.words:,} words",
    ]


def tables(figures: Figures) -> list[Table]:
    """Every table, in order."""
    return [_speed(figures), _components(figures), _latency(figures), _load(figures), _together(figures)]


def _speed(figures: Figures) -> Table:
    rows = []
    for name in figures.loads:
        speeds = [one.words / one.seconds[name] for one in figures.rounds]
        ratios = [one.seconds[PLAIN] / one.seconds[name] for one in figures.rounds]
        overall = figures.words / sum(one.seconds[name] for one in figures.rounds)
        rows.append([name, f"{overall:,.0f}", _range(speeds, ",.0f"), f"{median(ratios):.2f}", _range(ratios, ".2f")])
    header = ["batches on one core", "words/s", "rounds", "times plain spaCy", "rounds "]
    return Table("Batches", header, rows)


def _components(figures: Figures) -> Table:
    total = sum(figures.components.values())
    rows = [
        [f"`{name}`", f"{figures.words / seconds:,.0f}", f"{seconds / total:.1%}"]
        for name, seconds in {**figures.components, "all": total}.items()
    ]
    return Table("Components", ["component", "words/s", "share of time"], rows)


def _latency(figures: Figures) -> Table:
    rows = []
    for one in figures.latencies:
        ours, plain = one.seconds[OURS], one.seconds[PLAIN]
        spread = [*_middle_and_high(ours), *_middle_and_high(plain)]
        rows.append([one.length, str(len(ours)), *spread, f"{one.words / sum(ours):,.0f}"])
    header = ["one document", "documents", "median ms", "p95 ms", "spaCy median ms", "spaCy p95 ms", "words/s"]
    return Table("One document at a time", header, rows)


def _load(figures: Figures) -> Table:
    rows = [
        [
            name,
            *(f"{seconds:.1f}" for seconds in (one.import_seconds, one.pipeline_seconds, one.first_seconds)),
            *map(_megabytes, (one.megabytes, figures.peaks[name])),
        ]
        for name, one in figures.loads.items()
    ]
    return Table("Loading and memory", ["process", "import s", "load s", "first text s", "MB then", "MB at most"], rows)


def _together(figures: Figures) -> Table:
    alone = sum(figures.together[min(figures.together)]) / min(figures.together)
    rows = [
        [str(number), _range(speeds, ",.0f"), f"{sum(speeds):,.0f}", f"{sum(speeds) / alone:.2f}"]
        for number, speeds in figures.together.items()
    ]
    return Table("Processes at once", ["processes, as many cores", "words/s of each", "words/s", "times one"], rows)


def _range(values: Sequence[float], form: str) -> str:
    low, high = f"{min(values):{form}}", f"{max(values):{form}}"
    return low if low == high else f"{low} to {high}"


def _middle_and_high(seconds: Sequence[float]) -> Iterable[str]:
    return (f"{value * 1000:,.1f}" for value in (median(seconds), percentile(seconds, 0.95)))


def _megabytes(value: float) -> str:
    return "" if isnan(value) else f"{value:,.0f}"


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _processor() -> str:
    """The model of the processor, as the system names it."""
    lines = PROCESSORS.read_text(encoding="utf-8").splitlines() if PROCESSORS.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or platform.machine()
