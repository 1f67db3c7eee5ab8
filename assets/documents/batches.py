"""A batch of articles read into the rows of the documents layer."""

from collections.abc import Mapping, Sequence

import polars as pl

from assets.documents.reading import read_article
from warehouse.model import Row, Table
from warehouse.tables.documents import Document, Rejected, Segment
from warehouse.tables.raw import Article


def read_batch(articles: pl.DataFrame) -> Mapping[Table, Sequence[Row]]:
    """Documents, segments and rejections of ``raw.article`` rows; every article gives a document or a rejection."""
    readings = [read_article(Article.model_validate(row)) for row in articles.iter_rows(named=True)]
    return {
        Document: [reading.document for reading in readings if reading.document],
        Segment: [segment for reading in readings for segment in reading.segments],
        Rejected: [reading.rejected for reading in readings if reading.rejected],
    }
