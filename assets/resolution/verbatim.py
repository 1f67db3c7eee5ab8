"""Quotations in the same words of which one document does not say who spoke.

"... ," a statement read; "... ," the ministry said. A long quotation that another document has almost word for word is the
same statement, unless it is told of two speakers.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from assets.resolution.paraphrases import Said

RUN = 8  # words in a row that both have; fewer are a phrase of diplomacy
LEAST_ALIKE = 80.0  # rapidfuzz's partial ratio of the two, which may be translations
LONG = 400  # letters that are compared; beyond, it takes long
LARGEST_BLOCK = 20  # quotations with one run; what more of them have is a treaty's words
SAME_NEWS_DAYS = 3  # between the documents

Run = tuple[str, ...]


def verbatim(quotations: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Pairs of one statement: each of an unknown speaker with those that one known speaker says in its words."""
    unknown = [said for said in quotations if _is_unknown(said)]
    asked = {run for said in unknown for run in _runs(said)}
    blocks: dict[Run, list[Said]] = defaultdict(list)
    for said in quotations:
        if not _is_unknown(said):
            for run in _runs(said) & asked:
                blocks[run].append(said)
    for said in unknown:
        near = {
            other.quote_id: other
            for run in _runs(said)
            if len(blocks.get(run, ())) <= LARGEST_BLOCK
            for other in blocks.get(run, ())
        }
        same = [other for _, other in sorted(near.items()) if _are_same(said, other)]
        if len({other.speaker for other in same}) == 1:
            yield from ((said, other) for other in same)


def _runs(said: Said) -> frozenset[Run]:
    words = said.words.split()
    return frozenset(tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1))


def _is_unknown(said: Said) -> bool:
    return said.speaker == said.document_id


def _are_same(one: Said, other: Said) -> bool:
    short, long = sorted((one.words, other.words), key=len)
    return _is_same_news(one.told_on, other.told_on) and fuzz.partial_ratio(short[:LONG], long) >= LEAST_ALIKE


def _is_same_news(one: dt.date | None, other: dt.date | None) -> bool:
    return one is None or other is None or abs(one - other).days <= SAME_NEWS_DAYS
