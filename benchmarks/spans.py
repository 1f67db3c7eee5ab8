"""Half-open spans of raw text: what two of them share, and which of two lists belong together."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

Span = tuple[int, int]
Wanted = TypeVar("Wanted")
Found = TypeVar("Found")

MARKUP = re.compile(r"<[^>]*>|&nbsp;|\s+")  # text that weighs nothing: a quotation may run over paragraphs


@dataclass(frozen=True)
class Weights:
    """Characters that are neither markup nor white space before each offset of a text."""

    before: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> "Weights":
        """The weights of a text; those of the text asked for last are kept."""
        return _weights(text)

    def of_span(self, span: Span) -> int:
        """Characters in a span."""
        return max(0, self.before[span[1]] - self.before[span[0]])

    def shared(self, one: Span, other: Span) -> int:
        """Characters in both spans."""
        start, end = max(one[0], other[0]), min(one[1], other[1])
        return self.of_span((start, end)) if start < end else 0

    def is_alike(self, one: Span, other: Span, share: float) -> bool:
        """Whether each span has at least this share of the other."""
        both = self.shared(one, other)
        return both > 0 and both >= share * max(self.of_span(one), self.of_span(other))


@lru_cache(maxsize=4)
def _weights(text: str) -> Weights:
    plain = bytearray(b"\x01") * len(text)
    for found in MARKUP.finditer(text):
        plain[found.start() : found.end()] = bytes(found.end() - found.start())
    return Weights(tuple(accumulate(plain, initial=0)))


def overlap(one: Span, other: Span) -> int:
    """Code points in both spans."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def touches(span: Span, runs: Iterable[Span]) -> bool:
    """Whether a span shares text with any run."""
    return any(overlap(span, run) for run in runs)


def paired(
    wanted: Sequence[Wanted], found: Sequence[Found], rank: Callable[[Wanted, Found], tuple[float, ...] | None]
) -> dict[int, int]:
    """Place in ``wanted`` of each place in ``found`` that belongs to it, one to one, the highest ranks first.

    ``rank`` is None for two that cannot belong together.
    """
    ranked = [
        (value, -at, -place)
        for at, one in enumerate(wanted)
        for place, other in enumerate(found)
        if (value := rank(one, other)) is not None
    ]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, place in sorted(ranked, reverse=True):
        if -place not in pairs and -at not in taken:
            pairs[-place] = -at
            taken.add(-at)
    return pairs
