"""What each rule is worth: the gold set scored with one rule of the documents stage switched off at a time.

``python -m benchmarks.ablation`` prints what body, title and dates lose without each rule; ``--write`` puts the table into
docs/ACCURACY.md. It takes some minutes.
"""

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context

from rich.console import Console
from rich.progress import track

from benchmarks.accuracy import REPORT
from benchmarks.documents import Scored, gold_documents, scored_document, summary
from benchmarks.gold import GoldDocument
from benchmarks.switches import Switch, switched_off, switches
from benchmarks.tables import fill, markdown_table

SECTION = "ablation"
MAX_CHARS = 2_000  # a transcript of 60,000 characters takes as long as thirty articles and tells as much as one
MIN_LOSS = 0.0005
MAX_REJECTED = 0.5
PROCESSES = 2
METRICS = {
    "body F1": "body_f1",
    "mean F1": "body_f1_mean",
    "characters": "character_accuracy",
    "title": "title_accuracy",
    "published": "published_on_accuracy",
    "dateline city": "dateline_city_accuracy",
    "dateline day": "dateline_on_accuracy",
    "author": "author_accuracy",
    "publisher": "publisher_accuracy",
}


@dataclass(frozen=True)
class Worth:
    """What is lost without one rule, by metric; a gain is negative."""

    name: str
    lost: Mapping[str, float]
    rejected: float

    @property
    def breaks(self) -> bool:
        """Whether nothing works without it, so that it is no rule but what the rules stand on."""
        return self.rejected > MAX_REJECTED

    @property
    def matters(self) -> bool:
        """Whether any figure moves without the rule."""
        return any(abs(loss) >= MIN_LOSS for loss in self.lost.values())


def worth(name: str) -> Worth:
    """What is lost without the rule of this name."""
    switch = _switches()[name]
    with switched_off(switch):
        scored = _scored()
    figures, before = dict(summary(scored).metrics()), _before()
    lost = {metric: before[metric] - figures[metric] for metric in METRICS.values()}
    return Worth(name, lost, sum(document.rejected is not None for document in scored) / len(scored))


def report(found: Iterable[Worth]) -> str:
    """Table of the rules that matter, most worth first, and the names of the others."""
    known = [each for each in found if not each.breaks]
    rows = sorted((each for each in known if each.matters), key=_order)
    table = markdown_table(["without", *METRICS], [[f"`{each.name}`", *_cells(each)] for each in rows])
    idle = ", ".join(f"`{each.name}`" for each in known if not each.matters)
    return f"{table}\n\nNothing moves on this set without each of: {idle}."


def main(arguments: Sequence[str] | None = None) -> int:
    """Print or write the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.ablation", description="What each rule is worth.")
    parser.add_argument("--write", action="store_true", help="put the table into docs/ACCURACY.md")
    parser.add_argument("--only", default="", help="only rules whose name holds this text")
    chosen = parser.parse_args(arguments)
    names = [switch.name for switch in switches() if chosen.only in switch.name]
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        found = list(track(pool.map(worth, names), total=len(names), console=Console(stderr=True)))
    text = report(found)
    Console().print(text, soft_wrap=True, markup=False, highlight=False)
    if chosen.write:
        fill(REPORT, SECTION, text)
    return 0


def _order(each: Worth) -> tuple[float, str]:
    return (-sum(each.lost.values()), each.name)


def _cells(each: Worth) -> list[str]:
    return [f"{-loss:+.4f}" if abs(loss) >= MIN_LOSS / 10 else "" for loss in (each.lost[m] for m in METRICS.values())]


@cache
def _switches() -> dict[str, Switch]:
    return {switch.name: switch for switch in switches()}


@cache
def _documents() -> tuple[tuple[str, GoldDocument], ...]:
    return tuple((source, gold) for source, gold in gold_documents("dev") if len(gold.text) <= MAX_CHARS)


@cache
def _before() -> dict[str, float]:
    return dict(summary(_scored()).metrics())


def _scored() -> list[Scored]:
    return [scored_document(source, gold) for source, gold in _documents()]


if __name__ == "__main__":
    sys.exit(main())
