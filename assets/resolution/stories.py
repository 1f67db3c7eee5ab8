"""Stories: clusters of near-duplicate documents, from the MinHash signatures of their bodies.

Banding follows Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3: documents that share a band are
candidates, and the share of equal values in two signatures estimates the Jaccard similarity of the texts.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from assets.resolution.clusters import representatives
from warehouse.keys import stable_id
from warehouse.tables.resolution import Story

BAND_ROWS = 4  # 32 bands of 4: a pair at 0.7 is missed once in 5,000 times
SAME_STORY = 0.7  # copies with a new headline or a cut tail score above, other reports of the event far below


def stories(documents: pl.DataFrame) -> list[Story]:
    """Story of each document.

    Args:
        documents: ``documents.document`` with document_id, published_on, word_count and signature.

    The lead is the earliest published, then the longest, then the first by identifier.
    """
    ordered = documents.sort("document_id")
    ids = ordered["document_id"].to_list()
    cluster = representatives(ids, _near_duplicates(ids, ordered["signature"].to_list()))
    leads = _leads(ordered, cluster)
    return [
        Story(
            document_id=document_id,
            story_id=stable_id("story", leads[cluster[document_id]]),
            is_story_lead=leads[cluster[document_id]] == document_id,
        )
        for document_id in ids
    ]


def _near_duplicates(ids: list[str], signatures: list[list[int]]) -> Iterator[tuple[str, str]]:
    if len(ids) < 2:
        return
    matrix = np.array(signatures, dtype=np.uint32)
    for one, other in _candidates(matrix):
        if np.mean(matrix[one] == matrix[other]) >= SAME_STORY:
            yield ids[one], ids[other]


def _candidates(matrix: np.ndarray) -> set[tuple[int, int]]:
    """Pairs to compare: each document with the first and the previous one of every band it shares."""
    pairs: set[tuple[int, int]] = set()
    for band in range(0, matrix.shape[1], BAND_ROWS):
        buckets: dict[bytes, tuple[int, int]] = {}
        for row, key in enumerate(map(bytes, np.ascontiguousarray(matrix[:, band : band + BAND_ROWS]))):
            if key in buckets:
                first, previous = buckets[key]
                pairs.update({(first, row), (previous, row)})
                buckets[key] = (first, row)
            else:
                buckets[key] = (row, row)
    return pairs


def _leads(ordered: pl.DataFrame, cluster: dict[str, str]) -> dict[str, str]:
    """Lead document of each cluster."""
    ranked = ordered.with_columns(pl.col("document_id").replace_strict(cluster).alias("cluster")).sort(
        "published_on", "word_count", "document_id", descending=[False, True, False], nulls_last=True
    )
    firsts = ranked.group_by("cluster", maintain_order=True).agg(pl.col("document_id").first())
    return dict(firsts.iter_rows())
