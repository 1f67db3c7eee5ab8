"""Measure how fast the pipeline reads: ``python -m benchmarks.reading_speed [--documents N] [--write]``.

``--write`` renews the figures in docs/SPEED.md.
"""

import argparse
import sys
from collections.abc import Sequence

from rich.console import Console

from benchmarks.reading_speed.measures import measured
from benchmarks.reading_speed.report import Table, conditions, tables
from benchmarks.tables import fill
from warehouse.home import PROJECT

REPORT = PROJECT / "docs" / "SPEED.md"
SECTION = "speed"
DOCUMENTS = 80


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and write where wanted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading_speed", description="Measure reading speed.")
    parser.add_argument("--documents", type=_count, default=DOCUMENTS, metavar="N", help="articles (default 80)")
    parser.add_argument("--write", action="store_true", help=f"renew the figures in docs/{REPORT.name}")
    chosen = parser.parse_args(arguments)
    figures = measured(chosen.documents)
    said, found = conditions(figures, chosen.documents), tables(figures)
    _print(said, found)
    if chosen.write:
        fill(REPORT, SECTION, "\n\n".join(["\n".join(said), *(table.markdown() for table in found)]))
    return 0


def _count(given: str) -> int:
    if not given.isdecimal() or int(given) < 1:
        raise argparse.ArgumentTypeError(f"{given!r}: give a whole number from 1")
    return int(given)


def _print(said: Sequence[str], found: Sequence[Table]) -> None:
    console = Console()
    console.print("\n".join(said), highlight=False, markup=False, soft_wrap=True)
    for table in found:
        console.print(table.rich())


if __name__ == "__main__":
    sys.exit(main())
