"""The day on which each document tells what it tells."""

import datetime as dt

import polars as pl

NEVER = dt.date.max  # of a document without a day: after all others


def told_on(documents: pl.DataFrame) -> pl.DataFrame:
    """Columns document_id and told_on, of ``documents.document``: the dateline's day stands in for the publication day."""
    return documents.select("document_id", pl.coalesce("published_on", "dateline_on").alias("told_on"))


def days(documents: pl.DataFrame) -> dict[str, dt.date]:
    """Day of each document that has one."""
    return dict(told_on(documents).drop_nulls().iter_rows())
