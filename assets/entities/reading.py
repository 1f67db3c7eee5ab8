"""From documents to the rows of the entities tables."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.documents.offsets import OffsetMap
from assets.entities.amounts.amounts import amount_rows
from assets.entities.context import DocumentContext
from assets.entities.coreference.unnamed_offices import office_rows
from assets.entities.events.events import event_rows, told_events
from assets.entities.events.raised_topics import raised_topic_rows
from assets.entities.names.mentions import mention_rows
from assets.entities.names.publishing import government_of, origin_of
from assets.entities.pipeline import load_pipeline
from assets.entities.quotes.quotes import quote_rows
from assets.entities.times.times import time_rows
from warehouse.keys import content_id
from warehouse.tables.amounts import Amount
from warehouse.tables.documents import Document
from warehouse.tables.entities import EventArgument, EventMention, Mention, Quote, TimeExpression
from warehouse.tables.office_mentions import OfficeMention
from warehouse.tables.raised_topics import RaisedTopic

if TYPE_CHECKING:
    from spacy.tokens import Doc

BATCH_SIZE = 64  # documents the pipeline takes at once


@dataclass(frozen=True)
class Entities:
    """Rows of the entities tables."""

    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    amounts: tuple[Amount, ...] = ()
    time_expressions: tuple[TimeExpression, ...] = ()
    event_mentions: tuple[EventMention, ...] = ()
    event_arguments: tuple[EventArgument, ...] = ()
    raised_topics: tuple[RaisedTopic, ...] = ()
    office_mentions: tuple[OfficeMention, ...] = ()


def read_text(text: str, published_on: dt.date | None = None) -> Entities:
    """Rows for one text, which is its own raw text and body."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    context = DocumentContext(content_id(sha256), OffsetMap.identity(len(text)), published_on)
    return _entities(load_pipeline()(_encodable(text)), context)


def entities_of(document: Document, offsets: OffsetMap) -> Entities:
    """Rows for one document."""
    return _entities(load_pipeline()(published_doc(document)), context_of(document, offsets))


def entities_of_many(documents: Iterable[tuple[Document, OffsetMap]]) -> Iterator[Entities]:
    """Rows for each document, in order."""
    pairs = ((published_doc(document), context_of(document, offsets)) for document, offsets in documents)
    for doc, context in load_pipeline().pipe(pairs, as_tuples=True, batch_size=BATCH_SIZE):
        yield _entities(doc, context)


def published_doc(document: Document) -> "Doc":
    """The text of a document, with the government that published it."""
    doc = load_pipeline().make_doc(_encodable(document.body))
    doc._.government = government_of(document.domain, document.publisher)
    doc._.origin = origin_of(document.publisher, document.domain, document.dateline_city, document.wire_source)
    return doc


def _encodable(text: str) -> str:
    """The text with "?" for every lone surrogate: spaCy refuses them, and offsets must not move."""
    return text.encode("utf-8", "replace").decode("utf-8")


def context_of(document: Document, offsets: OffsetMap) -> DocumentContext:
    """What reading the rows of a document needs beside its text."""
    return DocumentContext(
        document.document_id, offsets, document.published_on, document.dateline_on, document.dateline_city
    )


def _entities(doc: "Doc", context: DocumentContext) -> Entities:
    events, arguments = event_rows(doc, context)
    return Entities(
        mentions=tuple(mention_rows(doc, context)),
        quotes=tuple(quote_rows(doc, context)),
        amounts=tuple(amount_rows(doc, context)),
        time_expressions=tuple(time_rows(doc, context)),
        event_mentions=tuple(events),
        event_arguments=tuple(arguments),
        raised_topics=tuple(raised_topic_rows(doc, context, told_events(doc, context))),
        office_mentions=tuple(office_rows(doc, context)),
    )
