"""What the product reads in articles of the gold set, each article once for all scorers that ask."""

from functools import cache

from assets.documents.batches import outcome
from assets.documents.offsets import OffsetMap
from assets.documents.reading import Reading
from assets.entities import Entities, entities_of
from warehouse.tables.raw import Article


@cache
def reading(article: Article) -> Reading:
    """The document of an article, or why it was rejected."""
    return outcome(article)


@cache
def entities(article: Article) -> Entities:
    """The rows of entities of an article; none where it was rejected."""
    read = reading(article)
    if read.document is None:
        return Entities()
    return entities_of(read.document, OffsetMap.of_segments(read.segments))
