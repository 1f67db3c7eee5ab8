"""Columns that several tables share, each described once."""

import datetime as dt
from typing import Annotated

from pydantic import Field

ID_PATTERN = r"^[0-9a-f]{16}$"
SHA256_PATTERN = r"^[0-9a-f]{64}$"
ALPHA_3_PATTERN = r"^[A-Z]{3}$"

Sha256 = Annotated[str, Field(pattern=SHA256_PATTERN, description="SHA-256 of the article's bytes, hexadecimal.")]
ArticleId = Annotated[
    str,
    Field(
        pattern=ID_PATTERN,
        description="Article: the first 16 hexadecimal characters of the SHA-256 of its bytes; when its container "
        "declares fields, of that SHA-256 and the fields; of its source when no bytes could be read.",
    ),
]
DocumentId = Annotated[
    str, Field(pattern=ID_PATTERN, description="Document; equal to the article_id it was read from.")
]
BatchId = Annotated[str, Field(min_length=1, description="Batch in which the article landed; a Dagster partition key.")]
SourceUri = Annotated[
    str,
    Field(min_length=1, description="Where the article came from: path or URL, with #n for record n of a container."),
]
LandedAt = Annotated[dt.datetime, Field(description="When the batch landed, UTC.")]

StartChar = Annotated[int, Field(ge=0, description="First code point of the span in documents.document.body.")]
EndChar = Annotated[int, Field(ge=0, description="Code point after the last of the span in documents.document.body.")]
RawStart = Annotated[int, Field(ge=0, description="First code point of the span in raw.article.text.")]
RawEnd = Annotated[int, Field(ge=0, description="Code point after the last of the span in raw.article.text.")]

Confidence = Annotated[
    float,
    Field(
        ge=0.0,
        le=1.0,
        description="How sure the rule is, 0 to 1; ordinal, not yet calibrated to a share of right rows.",
    ),
]

MentionId = Annotated[str, Field(pattern=ID_PATTERN, description="Entity mention.")]
ChainId = Annotated[
    str,
    Field(pattern=ID_PATTERN, description="Coreference chain: all mentions of one entity within one document."),
]
OfficeChainId = Annotated[
    str | None,
    Field(
        pattern=ID_PATTERN,
        description="Office without a name in whose place a country or people takes part: its holder does, where known.",
    ),
]
QuoteId = Annotated[str, Field(pattern=ID_PATTERN, description="Quotation.")]
AmountId = Annotated[str, Field(pattern=ID_PATTERN, description="Amount.")]
TimeId = Annotated[str, Field(pattern=ID_PATTERN, description="Time expression.")]
EventMentionId = Annotated[
    str, Field(pattern=ID_PATTERN, description="Event as one sentence of one document tells it.")
]
EventId = Annotated[str, Field(pattern=ID_PATTERN, description="Real-world event, told by one or more documents.")]
StatementId = Annotated[
    str, Field(pattern=ID_PATTERN, description="The same statement across quotations, documents and translations.")
]
StoryId = Annotated[
    str, Field(pattern=ID_PATTERN, description="Cluster of near-duplicate documents: copies of one text share it.")
]
ActorId = Annotated[str, Field(pattern=ID_PATTERN, description="Person, organization, country or group.")]
PlaceId = Annotated[str, Field(pattern=ID_PATTERN, description="Place.")]
PublisherId = Annotated[str, Field(pattern=ID_PATTERN, description="Publisher.")]
RoleId = Annotated[str, Field(pattern=ID_PATTERN, description="Kind of office.")]
OfficeId = Annotated[str, Field(pattern=ID_PATTERN, description="One actor holding one office, as observed.")]
EventTypeId = Annotated[str, Field(pattern=ID_PATTERN, description="PLOVER type and mode.")]
TopicId = Annotated[str, Field(pattern=ID_PATTERN, description="PLOVER context.")]
RunId = Annotated[str, Field(min_length=1, description="Dagster run that wrote the published generation.")]
CountryId = Annotated[str, Field(pattern=ALPHA_3_PATTERN, description="Country, ISO 3166-1 alpha-3.")]
