"""Pairs of documents worth comparing, from their signatures, without comparing all with all.

Banding follows Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3: documents whose signatures agree in
all values of one band are candidates. The signature has three sketches, and each has bands of its own width.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.documents.signature import NAMES, NEIGHBOURS, OPENING

Signatures = npt.NDArray[np.uint32]
Rows = npt.NDArray[np.int64]

FIRST = 8  # of a bucket, each document meets the first ones and the one before it: a flood of one template stays linear
SLICE = 100_000  # pairs whose signatures are compared at once: about 100 MB
MIX = np.uint64(0x9E3779B97F4A7C15)  # odd, bits spread: values of a band run into each other by chance alone


@dataclass(frozen=True)
class Sketch:
    """Where a sketch lies in the signature, and how it is cut into bands."""

    start: int
    values: int
    rows: int  # values of a band
    steps: tuple[int, ...]  # each walks through all values once and so gives other bands

    def bands(self) -> Iterator[list[int]]:
        """Columns of each band."""
        for step in self.steps:
            columns = [self.start + place * step % self.values for place in range(self.values)]
            for first in range(0, self.values - self.rows + 1, self.rows):
                yield columns[first : first + self.rows]


# a text cut to a third agrees in a third of the neighbours, a reworded one in a fifth, but in most names
SKETCHES = (
    Sketch(0, NEIGHBOURS, 3, (1, 5)),
    Sketch(NEIGHBOURS, OPENING, 4, (1,)),
    Sketch(NEIGHBOURS + OPENING, NAMES, 6, (1, 5, 11)),
)
MIN_OPENING = 0.5  # cut: the opening alone is the same
MIN_NEIGHBOURS = 0.2  # framed or pasted
MIN_NAMES = 0.4  # reworded: the names agree, and at least some wording does
MIN_WORDING = 0.04


def candidates(signatures: Signatures) -> Rows:
    """Rows of the signatures that may be copies of each other, as sorted pairs of a smaller and a larger row.

    Args:
        signatures: one row per document, in the order of their identifiers, so that the result is of the set alone.
    """
    found = np.unique(np.concatenate([_of_sketch(signatures, sketch) for sketch in SKETCHES]))
    return np.stack(np.divmod(found, max(len(signatures), 1)), axis=1)


def _of_sketch(signatures: Signatures, sketch: Sketch) -> Rows:
    return np.unique(np.concatenate([_alike(signatures, _of_band(signatures, band)) for band in sketch.bands()]))


def _of_band(signatures: Signatures, band: list[int]) -> Rows:
    """Pairs within the buckets of one band: each document with the bucket's first ones and with the one before it."""
    keys = row_keys(signatures, band)
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    places = np.arange(len(ordered))
    is_later = np.zeros(len(ordered), dtype=bool)
    is_later[1:] = ordered[1:] == ordered[:-1]
    firsts = np.maximum.accumulate(np.where(is_later, 0, places)) if len(ordered) else places
    later, firsts = places[is_later], firsts[is_later]
    found = [_coded(order[later - 1], order[later], len(signatures))]
    for number in range(FIRST):
        far = later - firsts > number + 1
        later, firsts = later[far], firsts[far]
        found.append(_coded(order[firsts + number], order[later], len(signatures)))
    return np.concatenate(found)


def _coded(ones: Rows, others: Rows, count: int) -> Rows:
    """Each pair as one number, which sorts and compares fast; a bucket holds its rows in order."""
    return ones * count + others


def row_keys(signatures: Signatures, columns: Sequence[int]) -> npt.NDArray[np.uint64]:
    """One number for the values that each row has in these columns."""
    keys = np.zeros(len(signatures), dtype=np.uint64)
    for column in columns:
        keys = (keys ^ signatures[:, column].astype(np.uint64)) * MIX
        keys ^= keys >> np.uint64(29)
    return keys


def _alike(signatures: Signatures, coded: Rows) -> Rows:
    """Pairs whose whole signatures leave room for a copy."""
    slices = [coded[start : start + SLICE] for start in range(0, len(coded), SLICE)]
    return np.concatenate([coded[:0], *(part[_may_be_copies(signatures, part)] for part in slices)])


def _may_be_copies(signatures: Signatures, coded: Rows) -> npt.NDArray[np.bool_]:
    ones, others = np.divmod(coded, len(signatures))
    equal = signatures[ones] == signatures[others]
    wording = equal[:, :NEIGHBOURS].mean(axis=1)
    opening = equal[:, NEIGHBOURS : NEIGHBOURS + OPENING].mean(axis=1)
    names = equal[:, NEIGHBOURS + OPENING :].mean(axis=1)
    is_reworded: npt.NDArray[np.bool_] = (names >= MIN_NAMES) & (wording >= MIN_WORDING)
    is_cut: npt.NDArray[np.bool_] = (opening >= MIN_OPENING) | (wording >= MIN_NEIGHBOURS)
    return is_reworded | is_cut
