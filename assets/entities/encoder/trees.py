"""Heads that form a tree in every sentence: cycles are broken where it costs least."""

from math import ceil, log2

import numpy as np
import numpy.typing as npt

Indexes = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]
OTHER_SENTENCE = -1e3  # arcs into another sentence score lower


def as_trees(heads: Indexes, arcs: Scores) -> Indexes:
    """The heads without cycles; a word that is its own head is the root of its sentence.

    Args:
        heads: the best head of each word, one root in each sentence.
        arcs: score of each head (column) of each word (row).
    """
    top = _tops(heads)
    if (heads[top] == top).all():
        return heads
    heads = heads.copy()
    while not (hangs := heads[top] == top).all():
        cycle = _cycle(heads, int(top[~hangs][0]))
        gains = np.where(hangs[None, :], arcs[cycle] - arcs[cycle, heads[cycle]][:, None], -np.inf)
        member, head = np.unravel_index(int(gains.argmax()), gains.shape)
        heads[cycle[member]] = head
        top = _tops(heads)
    return heads


def _tops(heads: Indexes) -> Indexes:
    """The root above each word, or a word of the cycle it leads into."""
    top = heads
    for _ in range(ceil(log2(len(heads) + 1)) + 1):
        top = top[top]
    return top


def _cycle(heads: Indexes, word: int) -> Indexes:
    """The words of the cycle that ``word`` is in."""
    found = [word]
    while (head := int(heads[found[-1]])) != word:
        found.append(head)
    return np.array(found)
