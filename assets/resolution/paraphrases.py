"""Quotations that translate one statement in other words.

"Our coast is not a gift that somebody else can wrap", "our coast is no present for others to wrap": two outlets that
translate one sentence share its rare words. Asked are one speaker, two outlets, and an event that both documents tell:
who speaks every day says much the same of a matter on the next.
"""

import datetime as dt
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

STEM, SHORTEST = 5, 4  # letters: of a word so many tell it, shorter words say little
LEAST_WORDS, FEWEST = 2, 3  # words shared, and words of the one that says less
LEAST_SHARED = 0.4  # of the weight of the words of both
LARGEST_BLOCK = 50  # quotations of one speaker with one word; a word more often used is the speaker's own


@dataclass(frozen=True)
class Said:
    """One quotation."""

    quote_id: str
    document_id: str
    speaker: str
    words: str  # folded
    told_on: dt.date | None
    publisher: str | None = None
    events: frozenset[str] = frozenset()  # that its document tells

    @cached_property
    def stems(self) -> frozenset[str]:
        """Beginnings of the words that say something."""
        return frozenset(word[:STEM] for word in self.words.split() if len(word) >= SHORTEST)


def paraphrases(quotations: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Pairs of one statement: each quotation with the likest of another outlet."""
    weights = _weights(quotations)
    by_speaker: dict[str, list[Said]] = defaultdict(list)
    for said in quotations:
        by_speaker[said.speaker].append(said)
    for group in by_speaker.values():
        yield from _of_one_speaker(group, weights)


def _weights(quotations: Sequence[Said]) -> dict[str, float]:
    """How much each stem says: the more, the fewer quotations have it."""
    words = pl.LazyFrame({"words": [said.words for said in quotations]}, schema={"words": pl.String})
    stems = (
        words.with_row_index()
        .with_columns(word=pl.col("words").str.split(" "))
        .explode("word")
        .filter(pl.col("word").str.len_chars() >= SHORTEST)
        .select("index", stem=pl.col("word").str.slice(0, STEM))
    )
    used = stems.unique().group_by("stem").len().collect()
    return {stem: math.log(1 + len(quotations) / count) for stem, count in used.iter_rows()}


def _of_one_speaker(group: Sequence[Said], weights: Mapping[str, float]) -> Iterator[tuple[Said, Said]]:
    told_twice = _of_two_outlets(group)
    comparable = [said for said in group if not said.events.isdisjoint(told_twice)]
    if not comparable:
        return
    used = Counter(stem for said in group for stem in said.stems)
    blocks: dict[str, list[Said]] = defaultdict(list)
    for said in comparable:
        for stem in said.stems:
            if used[stem] <= LARGEST_BLOCK:
                blocks[stem].append(said)
    for said in comparable:
        near = {
            other.quote_id: other
            for stem in said.stems
            for other in blocks.get(stem, ())
            if _is_of_other_outlet(said, other) and said.events & other.events
        }
        alike = [(_likeness(said, other, weights), quote_id) for quote_id, other in near.items()]
        best = max(alike, default=(0.0, ""))
        if best[0] >= LEAST_SHARED:
            yield said, near[best[1]]


def _of_two_outlets(group: Sequence[Said]) -> frozenset[str]:
    """Events that two outlets tell, whatever outlet a document without one is of."""
    tellers: dict[str, set[str]] = defaultdict(set)
    for document_id, publisher, events in {(said.document_id, said.publisher, said.events) for said in group}:
        for event in events:
            tellers[event].add(publisher or document_id)
    return frozenset(event for event, found in tellers.items() if len(found) > 1)


def _is_of_other_outlet(one: Said, other: Said) -> bool:
    """Whether two documents may be of two publishers."""
    return one.document_id != other.document_id and (one.publisher is None or one.publisher != other.publisher)


def _likeness(one: Said, other: Said, weights: Mapping[str, float]) -> float:
    """Share of the weight of the words of both that they have in common, from 0 to 1."""
    shared = one.stems & other.stems
    if len(shared) < LEAST_WORDS or min(len(one.stems), len(other.stems)) < FEWEST:
        return 0.0
    whole = sum(weights[stem] for each in (one, other) for stem in sorted(each.stems))
    return 2 * sum(weights[stem] for stem in sorted(shared)) / whole
