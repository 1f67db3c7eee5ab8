"""Layer star: the facts, the bridges and the evidence."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import (
    ActorId,
    AmountId,
    Confidence,
    CountryId,
    DocumentId,
    EventId,
    EventMentionId,
    EventTypeId,
    MentionId,
    PlaceId,
    QuoteId,
    RawEnd,
    RawStart,
    RoleId,
    StatementId,
    TopicId,
)
from warehouse.model import Row
from warehouse.tables.amounts import AmountKind
from warehouse.tables.dimensions import DateId
from warehouse.tables.entities import Label, Participation, QuoteKind, Realis, TimeBasis

TO_DOCUMENT = {"document_id": "star.dim_document.document_id"}
TO_EVENT = {"event_id": "star.fact_event.event_id"}


class EventRelation(StrEnum):
    """How one event stands to another."""

    PART_OF = "part_of"
    FOLLOWS = "follows"
    REALISED_BY = "realised_by"
    CANCELLED_BY = "cancelled_by"
    CONTRADICTS = "contradicts"


class FactMention(Row):
    """One row per entity mention."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "fact_mention"
    primary_key: ClassVar[tuple[str, ...]] = ("mention_id",)
    references: ClassVar[dict[str, str]] = TO_DOCUMENT | {
        "actor_id": "star.dim_actor.actor_id",
        "place_id": "star.dim_place.place_id",
        "country_id": "star.dim_country.country_id",
    }
    may_be_empty: ClassVar[bool] = True

    mention_id: MentionId
    document_id: DocumentId
    label: Annotated[Label, Field(description="Entity type.")]
    actor_id: Annotated[ActorId | None, Field(description="Actor meant; null when the mention is not of an actor.")]
    place_id: Annotated[PlaceId | None, Field(description="Place meant; null when the mention is not of a place.")]
    country_id: Annotated[CountryId | None, Field(description="Country meant or represented.")]
    text: Annotated[str, Field(min_length=1, description="The mention as the body has it.")]
    raw_start: RawStart
    raw_end: RawEnd
    confidence: Confidence


class FactEventMention(Row):
    """One row per event as one sentence of a document tells it."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "fact_event_mention"
    primary_key: ClassVar[tuple[str, ...]] = ("event_mention_id",)
    references: ClassVar[dict[str, str]] = (
        TO_DOCUMENT
        | TO_EVENT
        | {
            "event_type_id": "star.dim_event_type.event_type_id",
            "place_id": "star.dim_place.place_id",
        }
    )
    may_be_empty: ClassVar[bool] = True

    event_mention_id: EventMentionId
    event_id: EventId
    document_id: DocumentId
    event_type_id: EventTypeId
    realis: Annotated[Realis, Field(description="Whether the event is told as having happened.")]
    trigger_text: Annotated[str, Field(min_length=1, description="Words that tell the event.")]
    sentence_text: Annotated[str, Field(min_length=1, description="The sentence as the body has it.")]
    raw_start: RawStart
    raw_end: RawEnd
    start_on: Annotated[dt.date | None, Field(description="First day of the event; null when unresolved.")]
    end_on: Annotated[dt.date | None, Field(description="Last day of the event; null when unresolved.")]
    date_basis: Annotated[TimeBasis, Field(description="What the date was resolved against.")]
    place_id: Annotated[PlaceId | None, Field(description="Where; null when the sentence names no known place.")]
    confidence: Confidence


class FactEvent(Row):
    """One row per real-world event, told by one or more documents."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "fact_event"
    primary_key: ClassVar[tuple[str, ...]] = ("event_id",)
    references: ClassVar[dict[str, str]] = {
        "event_type_id": "star.dim_event_type.event_type_id",
        "date_id": "star.dim_date.date_id",
        "place_id": "star.dim_place.place_id",
    }
    may_be_empty: ClassVar[bool] = True

    event_id: EventId
    event_type_id: EventTypeId
    realis: Annotated[Realis, Field(description="Strongest reading: asserted over planned over the rest.")]
    start_on: Annotated[dt.date | None, Field(description="First day; null when no account resolves it.")]
    end_on: Annotated[dt.date | None, Field(description="Last day; null when no account resolves it.")]
    date_id: Annotated[DateId | None, Field(description="First day as yyyymmdd; null when no account resolves it.")]
    date_basis: Annotated[TimeBasis, Field(description="What the date was resolved against.")]
    place_id: Annotated[PlaceId | None, Field(description="Most specific place told; null when none is.")]
    document_count: Annotated[int, Field(ge=1, description="Documents that tell it.")]
    source_count: Annotated[int, Field(ge=1, description="Independent stories that tell it; copies count once.")]
    is_contested: Annotated[bool, Field(description="True when accounts disagree on date or city.")]
    confidence: Confidence


class FactQuote(Row):
    """One row per quotation."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "fact_quote"
    primary_key: ClassVar[tuple[str, ...]] = ("quote_id",)
    references: ClassVar[dict[str, str]] = TO_DOCUMENT | TO_EVENT | {"speaker_actor_id": "star.dim_actor.actor_id"}
    may_be_empty: ClassVar[bool] = True

    quote_id: QuoteId
    document_id: DocumentId
    speaker_actor_id: Annotated[ActorId | None, Field(description="Who said it; null when not known.")]
    kind: Annotated[QuoteKind, Field(description="Direct, mixed or indirect.")]
    text: Annotated[str, Field(min_length=1, description="The words quoted, without the quotation marks.")]
    cue_text: Annotated[str | None, Field(description="Reporting words, for example 'said'.")]
    statement_id: StatementId
    event_id: Annotated[EventId | None, Field(description="Event at which it was said; null when not known.")]
    raw_start: RawStart
    raw_end: RawEnd
    confidence: Confidence


class FactAmount(Row):
    """One row per amount of money, people, percent, things or time."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "fact_amount"
    primary_key: ClassVar[tuple[str, ...]] = ("amount_id",)
    references: ClassVar[dict[str, str]] = TO_DOCUMENT | TO_EVENT
    may_be_empty: ClassVar[bool] = True

    amount_id: AmountId
    document_id: DocumentId
    kind: Annotated[AmountKind, Field(description="What is counted.")]
    value: Annotated[float, Field(description="Value in the unit, multipliers applied.")]
    value_max: Annotated[float | None, Field(description="Upper end of a range; null when there is none.")]
    currency: Annotated[str | None, Field(pattern=r"^[A-Z]{3}$", description="Currency of money, ISO 4217.")]
    unit: Annotated[str | None, Field(description="What is counted, for example migrants.")]
    is_approximate: Annotated[bool, Field(description="True for 'almost', 'more than' and the like.")]
    text: Annotated[str, Field(min_length=1, description="The amount as the body has it.")]
    event_id: Annotated[EventId | None, Field(description="Event the amount belongs to; null when not known.")]
    raw_start: RawStart
    raw_end: RawEnd


class BridgeEventParticipant(Row):
    """One row per actor taking part in an event."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "bridge_event_participant"
    primary_key: ClassVar[tuple[str, ...]] = ("event_id", "actor_id")
    references: ClassVar[dict[str, str]] = TO_EVENT | {
        "actor_id": "star.dim_actor.actor_id",
        "role_id": "star.dim_role.role_id",
        "country_id": "star.dim_country.country_id",
    }
    may_be_empty: ClassVar[bool] = True

    event_id: EventId
    actor_id: ActorId
    participation: Annotated[Participation, Field(description="The part the actor has in the event.")]
    role_id: Annotated[
        RoleId | None, Field(description="Office the actor is named with in the documents of the event.")
    ]
    country_id: Annotated[CountryId | None, Field(description="Country the actor represents there.")]
    confidence: Confidence


class BridgeEventTopic(Row):
    """One row per topic of an event and country that brings it up.

    A topic that nobody is known to bring up, because all discuss it or no one is named, has one row without a country.
    """

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "bridge_event_topic"
    primary_key: ClassVar[tuple[str, ...]] = ("event_id", "topic_id", "raised_by_country_id")
    references: ClassVar[dict[str, str]] = TO_EVENT | {
        "topic_id": "star.dim_topic.topic_id",
        "raised_by_country_id": "star.dim_country.country_id",
    }
    may_be_empty: ClassVar[bool] = True

    event_id: EventId
    topic_id: TopicId
    raised_by_country_id: Annotated[
        CountryId | None,
        Field(description="Country that brings it up, by whoever speaks for it; null when nobody alone is known to."),
    ]
    confidence: Confidence


class BridgeEventRelation(Row):
    """One row per related pair of events."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "bridge_event_relation"
    primary_key: ClassVar[tuple[str, ...]] = ("event_id", "related_event_id", "relation")
    references: ClassVar[dict[str, str]] = TO_EVENT | {"related_event_id": "star.fact_event.event_id"}
    may_be_empty: ClassVar[bool] = True

    event_id: EventId
    related_event_id: Annotated[EventId, Field(description="The other event.")]
    relation: Annotated[EventRelation, Field(description="How event_id stands to related_event_id.")]


class Evidence(Row):
    """One row per field of a fact and span of raw text that supports it."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "evidence"
    primary_key: ClassVar[tuple[str, ...]] = ("fact_table", "fact_id", "field", "document_id", "raw_start", "raw_end")
    references: ClassVar[dict[str, str]] = TO_DOCUMENT
    may_be_empty: ClassVar[bool] = True

    fact_table: Annotated[str, Field(min_length=1, description="Table of the fact, for example fact_event.")]
    fact_id: Annotated[str, Field(min_length=1, description="Identifier of the fact in that table.")]
    field: Annotated[str, Field(min_length=1, description="Column of the fact that the span supports.")]
    document_id: DocumentId
    raw_start: RawStart
    raw_end: RawEnd
    text: Annotated[str, Field(min_length=1, description="The raw text of the span, character for character.")]
    method: Annotated[str, Field(min_length=1, description="What found it: the table of the entities layer.")]
    confidence: Confidence
