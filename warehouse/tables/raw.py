"""Layer raw: what landed, unaltered."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import ArticleId, BatchId, LandedAt, Sha256, SourceUri
from warehouse.model import Row


class LandingOutcome(StrEnum):
    """What a landing found at a source."""

    NEW = "new"
    DUPLICATE = "duplicate"
    UNREADABLE = "unreadable"


class Landing(Row):
    """One row per sighting of a source (file or record) whose content was new or changed when its batch landed."""

    layer: ClassVar[str] = "raw"
    table: ClassVar[str] = "landing"
    primary_key: ClassVar[tuple[str, ...]] = ("landing_id",)
    references: ClassVar[dict[str, str]] = {"article_id": "raw.article.article_id"}

    landing_id: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$", description="Sighting: batch and source together.")]
    batch_id: BatchId
    source_uri: SourceUri
    article_id: ArticleId
    outcome: Annotated[
        LandingOutcome,
        Field(
            description="new: first sight of this article; duplicate: seen before; unreadable: no article could be read."
        ),
    ]
    byte_size: Annotated[int, Field(ge=0, description="Size in bytes: of the file, or of the record's content.")]
    modified_at: Annotated[
        dt.datetime | None, Field(description="Modification time of the file, UTC, when it has one.")
    ]
    landed_at: LandedAt


class Article(Row):
    """One row per distinct article landed: a file's content, or a record's content and what its container declares."""

    layer: ClassVar[str] = "raw"
    table: ClassVar[str] = "article"
    primary_key: ClassVar[tuple[str, ...]] = ("article_id",)
    may_be_empty: ClassVar[bool] = True

    article_id: ArticleId
    sha256: Annotated[
        Sha256 | None, Field(description="SHA-256 of the content's bytes, hexadecimal; null when none were read.")
    ]
    batch_id: BatchId
    source_uri: SourceUri
    media_type: Annotated[str, Field(description="Media type: of the file, or of the record's content.")]
    byte_size: Annotated[int, Field(ge=0, description="Size in bytes.")]
    encoding: Annotated[
        str | None, Field(description="Character encoding the text was decoded from; null when not text.")
    ]
    text: Annotated[
        str | None,
        Field(description="Decoded text, unaltered (line ends too); null when the bytes are not readable text."),
    ]
    landed_at: LandedAt
    declared_url: Annotated[str | None, Field(description="URL the container gives for the record.")]
    declared_title: Annotated[str | None, Field(description="Title the container gives for the record.")]
    declared_published_at: Annotated[
        str | None, Field(description="Publication time the container gives, as written there.")
    ]
    declared_publisher: Annotated[str | None, Field(description="Publisher the container gives for the record.")]
    declared_author: Annotated[str | None, Field(description="Author the container gives for the record.")]
    problem: Annotated[
        str | None,
        Field(description="Reason code and detail, 'reason: detail', when no text could be read; null otherwise."),
    ]
