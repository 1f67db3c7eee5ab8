"""The exact map between the body and the raw text it was taken from."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from warehouse.tables.documents import Segment


@dataclass(frozen=True)
class OffsetMap:
    """Pieces of body and the raw text each stands for, in order; offsets count code points.

    Inside a piece of equal length on both sides offsets move together; inside any other piece they go to its ends.
    """

    pieces: tuple[tuple[int, int, int, int], ...]  # (body_start, body_end, raw_start, raw_end)

    @classmethod
    def of_segments(cls, segments: Iterable[Segment]) -> Self:
        """Map of a document from its segments."""
        mapped = [
            (segment.body_start, segment.body_end, segment.raw_start, segment.raw_end)
            for segment in segments
            if segment.body_start is not None and segment.body_end is not None
        ]
        return cls(tuple(sorted(mapped)))

    @classmethod
    def identity(cls, length: int) -> Self:
        """Map of a text that is its own raw text."""
        return cls(((0, length, 0, length),))

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Smallest raw span that covers the body span ``[start, end)``.

        Raises:
            ValueError: the span is empty or lies outside every piece.
        """
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end) - 1
        if start >= end or first > last:
            raise ValueError(f"body span {start}:{end} has no raw text behind it")
        return _raw_start(self.pieces[first], start), _raw_end(self.pieces[last], end)

    def body_span(self, raw_start: int, raw_end: int) -> tuple[int, int]:
        """Smallest body span that the raw span ``[raw_start, raw_end)`` stands behind; raw text left out adds nothing.

        Raises:
            ValueError: the span is empty or none of it is in the body.
        """
        first = bisect_right(self._raw_ends, raw_start)
        last = bisect_left(self._raw_starts, raw_end) - 1
        if raw_start >= raw_end or first > last:
            raise ValueError(f"raw span {raw_start}:{raw_end} has no text of the body in it")
        low, high = self._by_raw[first], self._by_raw[last]
        return _raw_start(_turned(low), raw_start), _raw_end(_turned(high), raw_end)

    @cached_property
    def _by_raw(self) -> list[tuple[int, int, int, int]]:
        return sorted(self.pieces, key=lambda piece: piece[2:])

    @cached_property
    def _raw_starts(self) -> list[int]:
        return [piece[2] for piece in self._by_raw]

    @cached_property
    def _raw_ends(self) -> list[int]:
        return [piece[3] for piece in self._by_raw]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece[0] for piece in self.pieces]

    @cached_property
    def _ends(self) -> list[int]:
        return [piece[1] for piece in self.pieces]


def _raw_start(piece: tuple[int, int, int, int], start: int) -> int:
    body_start, body_end, raw_start, raw_end = piece
    moves_together = body_end - body_start == raw_end - raw_start
    return raw_start + max(start - body_start, 0) if moves_together else raw_start


def _raw_end(piece: tuple[int, int, int, int], end: int) -> int:
    body_start, body_end, raw_start, raw_end = piece
    moves_together = body_end - body_start == raw_end - raw_start
    return raw_end - max(body_end - end, 0) if moves_together else raw_end


def _turned(piece: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
    return (*piece[2:], *piece[:2])
