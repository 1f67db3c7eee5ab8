"""Statements: quotations, of one document or of several, that give the same words of the same speaker."""

import datetime as dt

import polars as pl

from assets.resolution.clusters import representatives
from assets.resolution.names import folded
from assets.resolution.paraphrases import Said, paraphrases
from assets.resolution.repetitions import repetitions
from assets.resolution.told_on import NEVER, told_on
from assets.resolution.verbatim import verbatim
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.tables.resolution import Statement


def statements(
    quotes: pl.DataFrame, actor_mentions: pl.DataFrame, event_mentions: pl.DataFrame, documents: pl.DataFrame
) -> pl.DataFrame:
    """Statement of each quotation of ``entities.quote``: like words, accents and punctuation aside, by one actor.

    A quotation that another has whole is the same statement, and one that another outlet translates in other words
    where it tells the same event. Without a known speaker a quotation is its document's own, unless another document
    has it word for word.
    The first published quotation identifies the statement.

    Args:
        quotes: ``entities.quote``.
        actor_mentions: ``resolution.actor_mention``.
        event_mentions: ``resolution.event_mention``.
        documents: ``documents.document``.

    Returns:
        ``resolution.statement``, sorted by its key.
    """
    said = _said(quotes, actor_mentions, event_mentions, documents)
    alike = [*paraphrases(said), *verbatim(said)]
    same = [*repetitions(said), *((one.quote_id, other.quote_id) for one, other in alike)]
    cluster = representatives((one.quote_id for one in said), same)
    first: dict[str, tuple[dt.date, str]] = {}
    for one in said:
        root, own = cluster[one.quote_id], (one.told_on or NEVER, one.quote_id)
        first[root] = min(first.get(root, own), own)
    rows = (
        Statement(
            quote_id=one.quote_id,
            document_id=one.document_id,
            statement_id=stable_id("statement", first[cluster[one.quote_id]][1]),
        )
        for one in said
    )
    return frame(Statement, rows)


def _said(
    quotes: pl.DataFrame, actor_mentions: pl.DataFrame, event_mentions: pl.DataFrame, documents: pl.DataFrame
) -> list[Said]:
    """Quotations sorted by quote_id."""
    speakers = actor_mentions.select(pl.col("chain_id").alias("speaker_chain_id"), "actor_id")
    told = event_mentions.group_by("document_id").agg("event_id")
    rows = (
        quotes.join(speakers, on="speaker_chain_id", how="left")
        .join(documents.select("document_id", "publisher").join(told_on(documents), on="document_id"), on="document_id")
        .sort("quote_id")
        .select("quote_id", "document_id", "actor_id", "text", "told_on", "publisher")
    )
    events = {document_id: frozenset(found) for document_id, found in told.iter_rows()}
    return [
        Said(
            quote_id,
            document_id,
            actor_id or document_id,
            folded(text),
            day,
            publisher,
            events.get(document_id, frozenset()),
        )
        for quote_id, document_id, actor_id, text, day, publisher in rows.iter_rows()
    ]
