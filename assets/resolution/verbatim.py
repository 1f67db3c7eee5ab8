"""Quotations in the same words of which one document does not say who spoke.

"... ," a statement read; "... ," the ministry said. A long quotation that another document has almost word for word is the
same statement, unless it is told of two speakers.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

import polars as pl
from rapidfuzz import fuzz

from assets.resolution.paraphrases import Said
from assets.resolution.word_runs import word_runs

RUN = 8  # words in a row that both have; fewer are a phrase of diplomacy
LEAST_ALIKE = 80.0  # rapidfuzz's partial ratio of the two, which may be translations
LONG = 400  # letters that are compared; beyond, it takes long
LARGEST_BLOCK = 20  # quotations with one run; what more of them have is a treaty's words
SAME_NEWS_DAYS = 3  # between the documents


def verbatim(quotations: Sequence[Said]) -> Iterator[tuple[Said, Said]]:
    """Pairs of one statement: each of an unknown speaker with those that one known speaker says in its words."""
    near: dict[int, list[Said]] = defaultdict(list)
    for unknown, known in _near(quotations).iter_rows():
        near[unknown].append(quotations[known])
    for unknown, others in near.items():
        said = quotations[unknown]
        same = [other for other in others if _are_same(said, other)]
        if len({other.speaker for other in same}) == 1:
            yield from ((said, other) for other in same)


def _near(quotations: Sequence[Said]) -> pl.DataFrame:
    """Places of quotations of unknown and of known speakers that share a run of words, sorted."""
    texts = pl.DataFrame(
        [(said.words, _is_unknown(said)) for said in quotations],
        schema={"words": pl.String, "is_unknown": pl.Boolean},
        orient="row",
    ).with_row_index("text_id")
    asked = word_runs(texts.filter("is_unknown"), RUN)
    known = word_runs(texts.filter(~pl.col("is_unknown")), RUN).join(asked, on="run", how="semi")
    few = known.filter(pl.len().over("run") <= LARGEST_BLOCK)
    pairs = asked.join(few, on="run", suffix="_known").select("text_id", "text_id_known")
    return pairs.unique().sort("text_id", "text_id_known")


def _is_unknown(said: Said) -> bool:
    return said.speaker == said.document_id


def _are_same(one: Said, other: Said) -> bool:
    short, long = sorted((one.words, other.words), key=len)
    return _is_same_news(one.told_on, other.told_on) and fuzz.partial_ratio(short[:LONG], long) >= LEAST_ALIKE


def _is_same_news(one: dt.date | None, other: dt.date | None) -> bool:
    return one is None or other is None or abs(one - other).days <= SAME_NEWS_DAYS
