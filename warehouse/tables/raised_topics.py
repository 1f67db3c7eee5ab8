"""Layer entities: who brings which topic up at an event."""

from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import (
    ChainId,
    Confidence,
    DocumentId,
    EndChar,
    EventMentionId,
    RawEnd,
    RawStart,
    StartChar,
)
from warehouse.model import Row


class RaisedTopic(Row):
    """One row per topic that one side brings up at an event, and sentence in which it does."""

    layer: ClassVar[str] = "entities"
    table: ClassVar[str] = "raised_topic"
    primary_key: ClassVar[tuple[str, ...]] = ("event_mention_id", "context", "raised_by_chain_id", "raw_start")
    references: ClassVar[dict[str, str]] = {"event_mention_id": "entities.event_mention.event_mention_id"}
    may_be_empty: ClassVar[bool] = True

    event_mention_id: EventMentionId
    document_id: DocumentId
    context: Annotated[str, Field(min_length=1, description="PLOVER context, for example migration.")]
    raised_by_chain_id: Annotated[ChainId, Field(description="Chain of whoever brings it up.")]
    topic_text: Annotated[str, Field(min_length=1, description="Keyword of the topic, as the body has it.")]
    cue_text: Annotated[
        str | None, Field(description="Word that says so, for example 'raised' or 'said'; null for bare quotations.")
    ]
    sentence_text: Annotated[str, Field(min_length=1, description="The sentence as the body has it.")]
    start_char: StartChar
    end_char: EndChar
    raw_start: RawStart
    raw_end: RawEnd
    confidence: Confidence
