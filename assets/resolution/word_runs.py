"""Runs of words that texts share: what two of them have in common is found without comparing each with each."""

import polars as pl


def word_runs(texts: pl.DataFrame, length: int) -> pl.DataFrame:
    """Every run of ``length`` words of each text, once.

    Args:
        texts: ``text_id`` and ``words``, parted by single spaces.
        length: words of a run.

    Returns:
        ``text_id`` and ``run``, its words parted by spaces; of texts with fewer words none. In no order.
    """
    words = texts.select("text_id", word=pl.col("words").str.split(" ")).explode("word")
    run = pl.concat_str([pl.col("word").shift(-place) for place in range(length)], separator=" ")
    is_within = pl.col("text_id") == pl.col("text_id").shift(1 - length)
    return words.lazy().with_columns(run=run).filter(is_within).select("text_id", "run").unique().collect()
