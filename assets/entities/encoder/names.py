"""Names from the probabilities of their tags."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.entities.encoder.labels import NAME_TAGS

LogProbabilities = npt.NDArray[np.float32]
Indexes = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
NEVER = np.float32(-1e4)
# A place is one to the encoder long before it knows of which kind: the likeliest kind stands for all three.
PLACES = [[NAME_TAGS.index(f"{mark}-{label}") for label in ("GPE", "LOC", "FAC")] for mark in "BI"]
INSIDE = np.array([tag.startswith("I-") for tag in NAME_TAGS])
KIND = np.array([0, *(1 + number // 2 for number in range(len(NAME_TAGS) - 1))])  # B- and I- of a label alike
# log probability of each tag (column) after each other (row): an I- goes on with a name of its own label only
FOLLOWS = np.where(INSIDE[None, :] & (KIND[:, None] != KIND[None, :]), NEVER, np.float32(0.0))


@dataclass(frozen=True)
class NameSpan:
    """A name over the words ``[start, end)`` of a window."""

    start: int
    end: int
    label: str
    confidence: float


def name_spans(log: LogProbabilities, starts: Flags) -> Iterator[NameSpan]:
    """The names of the likeliest tags; none goes on over the start of a sentence.

    The confidence of a name is the lowest probability among its tags, and that of the name ending where it does:
    the tags of a name are right or wrong together, so that their product would be far too low.
    """
    log = with_places_together(log)
    log[np.ix_(starts, INSIDE)] = NEVER
    tags = likeliest_tags(log)
    kinds, inside = KIND[tags], INSIDE[tags]
    chosen = np.exp(log[np.arange(len(tags)), tags])
    for start in np.flatnonzero((kinds > 0) & ~inside):
        end = int(start) + 1
        while end < len(tags) and inside[end]:
            end += 1
        going_on = np.exp(log[end, 2 * kinds[start]]) if end < len(tags) else 0.0
        confidence = min(float(chosen[start:end].min()), 1.0 - float(going_on))
        yield NameSpan(int(start), end, NAME_TAGS[tags[start]][2:], confidence)


def with_places_together(log: LogProbabilities) -> LogProbabilities:
    """The log probabilities, with those of the three kinds of places added up under the likeliest of them."""
    log = log.copy()
    words = np.arange(len(log))
    for tags in PLACES:
        kinds = log[:, tags]
        log[words, np.array(tags)[kinds.argmax(-1)]] = np.logaddexp.reduce(kinds, axis=-1)
    return log


def likeliest_tags(log: LogProbabilities) -> Indexes:
    """The likeliest sequence of tags in which every I- follows its own B- or I- (Viterbi)."""
    best: Indexes = log.argmax(-1)
    before = np.concatenate([[0], best[:-1]])
    if (FOLLOWS[before, best] == 0).all():  # the likeliest tag of each word is the likeliest sequence where it is one
        return best
    score, back = log[0] + FOLLOWS[0], np.zeros(log.shape, dtype=np.int64)
    for word in range(1, len(log)):
        paths = score[:, None] + FOLLOWS
        back[word] = paths.argmax(0)
        score = paths.max(0) + log[word]
    best[-1] = score.argmax()
    for word in range(len(log) - 1, 0, -1):
        best[word - 1] = back[word, best[word]]
    return best
