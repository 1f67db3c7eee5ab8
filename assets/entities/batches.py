"""A batch of documents read into the rows of the entities layer."""

from collections.abc import Mapping, Sequence

import polars as pl

from assets.documents.offsets import OffsetMap
from assets.entities.reading import Entities, entities_of_many
from warehouse.model import Row, Table
from warehouse.tables.amounts import Amount
from warehouse.tables.documents import Document, Segment
from warehouse.tables.entities import EventArgument, EventMention, Mention, Quote, TimeExpression
from warehouse.tables.office_mentions import OfficeMention
from warehouse.tables.raised_topics import RaisedTopic


def read_batch(documents: pl.DataFrame, segments: pl.DataFrame) -> Mapping[Table, Sequence[Row]]:
    """Rows of every entities table for the documents of a batch."""
    maps = _offset_maps(segments)
    pairs = ((Document.model_validate(row), maps[row["document_id"]]) for row in documents.iter_rows(named=True))
    return _rows(list(entities_of_many(pairs)))


def _offset_maps(segments: pl.DataFrame) -> dict[str, OffsetMap]:
    """Offset map of each document."""
    grouped: dict[str, list[Segment]] = {}
    for row in segments.iter_rows(named=True):
        grouped.setdefault(row["document_id"], []).append(Segment.model_validate(row))
    return {document_id: OffsetMap.of_segments(group) for document_id, group in grouped.items()}


def _rows(read: Sequence[Entities]) -> Mapping[Table, Sequence[Row]]:
    return {
        Mention: [row for one in read for row in one.mentions],
        Quote: [row for one in read for row in one.quotes],
        Amount: [row for one in read for row in one.amounts],
        TimeExpression: [row for one in read for row in one.time_expressions],
        EventMention: [row for one in read for row in one.event_mentions],
        EventArgument: [row for one in read for row in one.event_arguments],
        RaisedTopic: [row for one in read for row in one.raised_topics],
        OfficeMention: [row for one in read for row in one.office_mentions],
    }
