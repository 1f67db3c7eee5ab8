"""Statements: quotations of several documents that repeat the same words of the same speaker."""

import polars as pl

from assets.resolution.names import folded
from warehouse.keys import stable_id
from warehouse.tables.resolution import Statement


def statements(quotes: pl.DataFrame, actor_mentions: pl.DataFrame) -> list[Statement]:
    """Statement of each quotation of ``entities.quote``: the same words, accents and punctuation aside, by one actor."""
    speakers = actor_mentions.select(pl.col("chain_id").alias("speaker_chain_id"), "actor_id")
    rows = quotes.join(speakers, on="speaker_chain_id", how="left").sort("quote_id")
    return [
        Statement(
            quote_id=quote_id,
            document_id=document_id,
            statement_id=stable_id("statement", actor_id or document_id, folded(text)),
        )
        for quote_id, document_id, actor_id, text in rows.select(
            "quote_id", "document_id", "actor_id", "text"
        ).iter_rows()
    ]
