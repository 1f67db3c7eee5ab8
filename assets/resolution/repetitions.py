"""Quotations of one speaker in the same words, or of which one holds the other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import polars as pl
from rapidfuzz import fuzz

from assets.resolution.paraphrases import Said
from assets.resolution.word_runs import word_runs

RUN = 3  # words in a row: quotations are compared where they share one
LEAST_WORDS = 4  # of the shorter quotation; "very good" is said often
LEAST_ALIKE = 90.0  # rapidfuzz's partial ratio: the shorter stands in the longer but for a word
LEAST_SHARED = 0.5  # of the runs of the shorter: one changed word takes three of them away
LONG = 400  # letters: beyond, comparing letters takes long and half of the runs are proof enough
RAREST = 6  # runs of a quotation by which others are found
LARGEST_BLOCK = 20  # quotations that share a run of words; one more often said is a phrase of the speaker's


def repetitions(said: Sequence[Said]) -> Iterator[tuple[str, str]]:
    """Pairs of one speaker's quotations, by their identifiers."""
    by_words: dict[tuple[str, str], list[str]] = defaultdict(list)
    for one in said:
        by_words[one.speaker, one.words].append(one.quote_id)
    for same in by_words.values():
        yield from ((same[0], other) for other in same[1:])
    texts = sorted(by_words)
    yield from ((by_words[texts[one]][0], by_words[texts[other]][0]) for one, other in _alike(texts))


def _alike(texts: Sequence[tuple[str, str]]) -> Iterator[tuple[int, int]]:
    """Places of two texts of one speaker of which one holds the other."""
    found = pl.DataFrame(texts, schema={"speaker": pl.String, "words": pl.String}, orient="row").with_row_index(
        "text_id"
    )
    is_enough = pl.col("words").str.count_matches(" ") + 1 >= LEAST_WORDS
    runs = word_runs(found.filter(is_enough), RUN).join(found.select("text_id", "speaker"), on="text_id")
    number = dict(runs.group_by("text_id").len().iter_rows())
    shared = (
        runs.with_columns(bearers=pl.len().over("speaker", "run"))
        .filter(pl.col("bearers") > 1)
        .with_columns(block=pl.struct("speaker", "run").rank("dense"))
        .sort("text_id", "bearers", "run")
    )
    blocks = {text_id: frozenset(of_text) for text_id, of_text in shared.group_by("text_id").agg("block").iter_rows()}
    for one, other in _candidates(shared.select("text_id", "bearers", "block")).iter_rows():
        short, long = sorted((one, other), key=lambda text_id: len(texts[text_id][1]))
        if len(blocks[short] & blocks[long]) >= LEAST_SHARED * number[short] and _holds(
            texts[short][1], texts[long][1]
        ):
            yield one, other


def _candidates(shared: pl.DataFrame) -> pl.DataFrame:
    """Pairs to compare, sorted: by the runs of each text that the fewest have; a text that holds it has them too."""
    rarest = shared.filter(pl.col("bearers") <= LARGEST_BLOCK).group_by("text_id", maintain_order=True).head(RAREST)
    pairs = rarest.join(shared, on="block", suffix="_other").filter(pl.col("text_id") != pl.col("text_id_other"))
    both = ["text_id", "text_id_other"]
    return (
        pairs.select(pl.min_horizontal(both).alias("one"), pl.max_horizontal(both).alias("other"))
        .unique()
        .sort("one", "other")
    )


def _holds(short: str, long: str) -> bool:
    """Whether the longer of two texts that share runs holds the shorter letter by letter, where that is short."""
    return len(short) > LONG or fuzz.partial_ratio(short, long) >= LEAST_ALIKE
