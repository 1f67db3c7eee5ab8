"""From raw text to the article and nothing but the article."""

from assets.documents.reading import Reading, read_article, read_document

__all__ = ["Reading", "read_article", "read_document"]
