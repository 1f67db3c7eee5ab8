"""Stories: documents that are copies of one text.

Copies are gathered around hubs, never in chains: a document belongs to a story when it is itself a copy of the story's
hub or of most of its texts, so that texts of one template, each a little unlike the next, do not run together. The
result is a function of the set of documents; neither their order nor their batches matter.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import polars as pl

from assets.documents.signature import VALUES
from assets.resolution.candidates import Rows, Signatures, candidates
from warehouse.frames import schema
from warehouse.keys import stable_id
from warehouse.tables.resolution import Story

Comparison = Callable[[pl.DataFrame], pl.Series]
"""Whether each pair of documents (document_id, other_id) are copies."""
NO_HUB = -1
MAJORITY = 0.5  # of the texts of a story that a document was compared with


def stories(documents: pl.DataFrame, are_copies: Comparison) -> pl.DataFrame:
    """Rows of ``resolution.story``.

    The lead of a story is the earliest published, then the longest, then the first by identifier.

    Args:
        documents: document_id, published_on, word_count and signature of ``documents.document``.
        are_copies: compares the bodies of the pairs it is given.
    """
    if documents.is_empty():
        return pl.DataFrame(schema=schema(Story))
    ordered = documents.sort("document_id")
    return _rows(ordered, _hubs_of_copies(ordered, are_copies))


def signature_rows(documents: pl.DataFrame) -> Signatures:
    """Signatures of the documents, one row each."""
    values = documents["signature"].explode(empty_as_null=False, keep_nulls=False).to_numpy()
    return values.reshape(documents.height, VALUES).astype(np.uint32, copy=False)


def _hubs_of_copies(ordered: pl.DataFrame, are_copies: Comparison) -> Rows:
    """Row of each document's hub.

    A document that is a copy of a hub's copy is compared with the hub too: signatures overlook a pair now and then.
    """
    words = ordered["word_count"].to_numpy()
    first = candidates(signature_rows(ordered))
    verdicts = _verdicts(ordered, first, are_copies)
    copies = first[verdicts]
    second = _missing(_hub_pairs(copies, _hubs(copies, words)), first, len(words))
    pairs = np.concatenate([first, second])
    verdicts = np.concatenate([verdicts, _verdicts(ordered, second, are_copies)])
    return _with_majority(_hubs(pairs[verdicts], words), pairs, verdicts)


def _verdicts(ordered: pl.DataFrame, pairs: Rows, are_copies: Comparison) -> npt.NDArray[np.bool_]:
    ids = ordered["document_id"]
    named = pl.DataFrame({"document_id": ids.gather(pairs[:, 0]), "other_id": ids.gather(pairs[:, 1])})
    return are_copies(named).to_numpy()


def _hubs(copies: Rows, words: Rows) -> Rows:
    """Row of each document's hub: the document with the most copies, then the longest, takes its copies first."""
    hubs = np.full(len(words), NO_HUB, dtype=np.int64)
    both = np.concatenate([copies, copies[:, ::-1]])
    both = both[np.lexsort((both[:, 1], both[:, 0]))]
    members, starts, degrees = np.unique(both[:, 0], return_index=True, return_counts=True)
    for place in np.lexsort((members, -words[members], -degrees)):
        member = members[place]
        if hubs[member] == NO_HUB:
            near = both[starts[place] : starts[place] + degrees[place], 1]
            hubs[near[hubs[near] == NO_HUB]] = member
            hubs[member] = member
    alone = hubs == NO_HUB
    hubs[alone] = np.flatnonzero(alone)
    return hubs


def _with_majority(hubs: Rows, pairs: Rows, verdicts: npt.NDArray[np.bool_]) -> Rows:
    """The hubs, when a document left alone joins the story of which it copies most texts it was compared with.

    A copy with two paragraphs added is a copy of the original, not of the hub that has a caption more.
    """
    is_alone = np.bincount(hubs, minlength=len(hubs))[hubs] == 1
    both, twice = np.concatenate([pairs, pairs[:, ::-1]]), np.concatenate([verdicts, verdicts])
    asks = is_alone[both[:, 0]] & ~is_alone[both[:, 1]]
    asked = pl.DataFrame({"row": both[asks, 0], "hub": hubs[both[asks, 1]], "is_copy": twice[asks]})
    best = (
        asked.group_by("row", "hub")
        .agg(pl.col("is_copy").mean().alias("share"), pl.len().alias("texts"))
        .filter(pl.col("share") > MAJORITY)
        .sort("row", "share", "texts", "hub", descending=[False, True, True, False])
        .unique("row", keep="first", maintain_order=True)
    )
    joined = hubs.copy()
    joined[best["row"].to_numpy()] = best["hub"].to_numpy()
    return joined


def _hub_pairs(copies: Rows, hubs: Rows) -> Rows:
    """Each document with the hubs of its copies."""
    met = np.concatenate(
        [np.stack([copies[:, 0], hubs[copies[:, 1]]], 1), np.stack([copies[:, 1], hubs[copies[:, 0]]], 1)]
    )
    return np.sort(met[met[:, 0] != met[:, 1]], axis=1)


def _missing(wanted: Rows, compared: Rows, count: int) -> Rows:
    """Pairs not compared yet."""
    coded = np.setdiff1d(wanted[:, 0] * count + wanted[:, 1], compared[:, 0] * count + compared[:, 1])
    return np.stack(np.divmod(coded, count), axis=1)


def _rows(ordered: pl.DataFrame, hubs: Rows) -> pl.DataFrame:
    told = ordered.select("document_id", "published_on", "word_count", pl.Series("hub", hubs))
    ranked = told.sort("published_on", "word_count", "document_id", descending=[False, True, False], nulls_last=True)
    leads = ranked.group_by("hub").agg(pl.col("document_id").first().alias("lead"))
    ids = pl.Series("story_id", [stable_id("story", lead) for lead in leads["lead"]], dtype=pl.String)
    return (
        told.join(leads.with_columns(ids), on="hub")
        .with_columns((pl.col("document_id") == pl.col("lead")).alias("is_story_lead"))
        .select(schema(Story).names())
        .sort("document_id")
    )
