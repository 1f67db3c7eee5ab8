"""Layer documents: the article and nothing but the article, each character traced to the raw text."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import ArticleId, DocumentId, RawEnd, RawStart
from warehouse.model import Row


class PublishedBasis(StrEnum):
    """How the publication date is known."""

    DECLARED = "declared"
    TEXT = "text"
    DATELINE = "dateline"
    URL = "url"
    INFERRED = "inferred"
    UNKNOWN = "unknown"


class SegmentKind(StrEnum):
    """What a run of raw text is."""

    TITLE = "title"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    BYLINE = "byline"
    NAVIGATION = "navigation"
    EMBED = "embed"
    URL = "url"
    ATTRIBUTION = "attribution"
    BOILERPLATE = "boilerplate"
    BLANK = "blank"


class RejectionReason(StrEnum):
    """Why an article was not kept."""

    EMPTY = "empty"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    TOO_LONG = "too_long"
    NOT_TEXT = "not_text"
    UNSUPPORTED_TYPE = "unsupported_type"
    UNREADABLE = "unreadable"
    LANGUAGE = "language"
    BOILERPLATE_ONLY = "boilerplate_only"
    TOO_SLOW = "too_slow"
    FAILED = "failed"


class Document(Row):
    """One row per article kept."""

    layer: ClassVar[str] = "documents"
    table: ClassVar[str] = "document"
    primary_key: ClassVar[tuple[str, ...]] = ("document_id",)
    references: ClassVar[dict[str, str]] = {"document_id": "raw.article.article_id"}
    may_be_empty: ClassVar[bool] = True

    document_id: DocumentId
    title: Annotated[str | None, Field(description="Headline, without markup; null when the text has none.")]
    body: Annotated[
        str, Field(min_length=1, description="Article text without page furniture; paragraphs end in a blank line.")
    ]
    publisher: Annotated[str | None, Field(description="Publisher's name, from the text, URL or container.")]
    domain: Annotated[str | None, Field(description="Host of the article's URL without 'www.'.")]
    author: Annotated[str | None, Field(description="Author from the byline.")]
    url: Annotated[str | None, Field(description="The article's own URL.")]
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="Language of the body, ISO 639 code.")]
    published_on: Annotated[dt.date | None, Field(description="Day of publication; null rather than guessed.")]
    published_basis: Annotated[PublishedBasis, Field(description="How published_on is known.")]
    dateline_city: Annotated[str | None, Field(description="City named in the dateline.")]
    dateline_on: Annotated[
        dt.date | None, Field(description="Day of the dateline; null when its year cannot be known.")
    ]
    wire_source: Annotated[str | None, Field(description="Agency credited for the text.")]
    word_count: Annotated[int, Field(ge=1, description="Words in the body.")]
    signature: Annotated[
        list[int],
        Field(
            description="MinHash, 128 unsigned 32-bit values: 48 of neighbouring content words of the body, 16 of those of "
            "its opening, 64 of its names and numbers. The share of equal values estimates how much two texts have in common."
        ),
    ]


class Segment(Row):
    """One row per run of raw text; together the segments of a document cover its raw text without gaps."""

    layer: ClassVar[str] = "documents"
    table: ClassVar[str] = "segment"
    primary_key: ClassVar[tuple[str, ...]] = ("document_id", "raw_start")
    references: ClassVar[dict[str, str]] = {"document_id": "documents.document.document_id"}
    may_be_empty: ClassVar[bool] = True

    document_id: DocumentId
    raw_start: RawStart
    raw_end: RawEnd
    kind: Annotated[SegmentKind, Field(description="What this run of raw text is.")]
    body_start: Annotated[int | None, Field(ge=0, description="First code point in the body; null when not body.")]
    body_end: Annotated[
        int | None, Field(ge=0, description="Code point after the last in the body; null when not body.")
    ]


class Rejected(Row):
    """One row per article not kept, with the reason."""

    layer: ClassVar[str] = "documents"
    table: ClassVar[str] = "rejected"
    primary_key: ClassVar[tuple[str, ...]] = ("article_id",)
    references: ClassVar[dict[str, str]] = {"article_id": "raw.article.article_id"}
    may_be_empty: ClassVar[bool] = True

    article_id: ArticleId
    reason: Annotated[RejectionReason, Field(description="Reason code.")]
    detail: Annotated[str, Field(min_length=1, description="What was found in which source, and the remedy.")]
