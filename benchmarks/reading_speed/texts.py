"""Texts that speed is measured on, and how they are dealt out."""

import re
from collections.abc import Sequence
from itertools import cycle, islice
from math import ceil
from typing import TypeVar

from assets.documents.batches import outcome
from assets.documents.offsets import OffsetMap
from benchmarks.gold import sources
from warehouse.tables.documents import Document

WORD = re.compile(r"\S+\s*")
Item = TypeVar("Item")


def documents(count: int) -> tuple[str, list[tuple[Document, OffsetMap]]]:
    """As many articles of the gold set as wanted, repeated where they are fewer, and what they are.

    Raises:
        ValueError: fewer than one is wanted.
    """
    if count < 1:
        raise ValueError(f"{count} documents: at least one is needed")
    pool = {source.name: source.documents for source in sources()}
    name = "press releases" if pool["press_releases"] else "seeds and articles written for the project"
    readings = [outcome(gold.article) for gold in pool["press_releases"] or (*pool["seeds"], *pool["written"])]
    read = [(each.document, OffsetMap.of_segments(each.segments)) for each in readings if each.document]
    return name, list(islice(cycle(read), count))


def groups(items: Sequence[Item], count: int) -> list[list[Item]]:
    """Items dealt out to ``count`` groups, fewer where there are fewer items."""
    return [list(items[start::count]) for start in range(min(count, len(items)))]


def pieces(texts: Sequence[str], length: int, at_most: int) -> list[str]:
    """Texts of ``length`` words between white space, cut out of all texts; repeated where not even one fills."""
    found = [word for text in texts for word in WORD.findall(f"{text}\n\n")]
    found *= ceil(length / len(found)) if found else 0
    starts = range(0, len(found) - length + 1, length)[:at_most]
    return ["".join(found[start : start + length]).strip() for start in starts]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that at least this share of them does not exceed.

    Raises:
        ValueError: there are no values.
    """
    if not values:
        raise ValueError("no values: measure at least one document")
    return sorted(values)[max(ceil(share * len(values)), 1) - 1]
