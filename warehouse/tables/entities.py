"""Layer entities: what one document says, each item with its span."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import (
    ChainId,
    Confidence,
    CountryId,
    DocumentId,
    EndChar,
    EventMentionId,
    MentionId,
    OfficeChainId,
    QuoteId,
    RawEnd,
    RawStart,
    StartChar,
    TimeId,
)
from warehouse.model import Row


class Label(StrEnum):
    """Entity types, named as in OntoNotes."""

    PERSON = "PERSON"
    ORG = "ORG"
    GPE = "GPE"
    LOC = "LOC"
    FAC = "FAC"
    NORP = "NORP"
    EVENT = "EVENT"
    DATE = "DATE"
    MONEY = "MONEY"
    QUANTITY = "QUANTITY"


class QuoteKind(StrEnum):
    """How the words are reported."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


class Grain(StrEnum):
    """Precision of a resolved time."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


class TimeBasis(StrEnum):
    """What a time expression was resolved against."""

    EXPLICIT = "explicit"
    RELATIVE_TO_PUBLICATION = "relative_to_publication"
    RELATIVE_TO_DATELINE = "relative_to_dateline"
    UNRESOLVED = "unresolved"


class PloverType(StrEnum):
    """The sixteen event types of PLOVER."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Realis(StrEnum):
    """Whether the event is told as having happened."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    NEGATED = "negated"
    HYPOTHETICAL = "hypothetical"


class Participation(StrEnum):
    """The part an actor has in an event."""

    SOURCE = "source"
    TARGET = "target"
    HOST = "host"
    VISITOR = "visitor"
    ATTENDEE = "attendee"
    MEDIATOR = "mediator"


class RoleStatus(StrEnum):
    """Whether an office is held on the day of the document."""

    CURRENT = "current"
    FORMER = "former"
    ACTING = "acting"
    ELECT = "elect"


class Mention(Row):
    """One row per entity mention in a document."""

    layer: ClassVar[str] = "entities"
    table: ClassVar[str] = "mention"
    primary_key: ClassVar[tuple[str, ...]] = ("mention_id",)
    references: ClassVar[dict[str, str]] = {"document_id": "documents.document.document_id"}
    may_be_empty: ClassVar[bool] = True

    mention_id: MentionId
    document_id: DocumentId
    label: Annotated[Label, Field(description="Entity type.")]
    text: Annotated[str, Field(min_length=1, description="The mention as the body has it.")]
    start_char: StartChar
    end_char: EndChar
    raw_start: RawStart
    raw_end: RawEnd
    chain_id: ChainId
    role_text: Annotated[str | None, Field(description="Title phrase attached to a person, as the text has it.")] = None
    role_title: Annotated[
        str | None, Field(description="Office that role_text names, as seeds/reference/roles.csv calls it.")
    ] = None
    role_portfolio: Annotated[str | None, Field(description="What the office is about: foreign affairs.")] = None
    role_organization: Annotated[
        str | None, Field(description="Institution whose office it is, as the body has it: the OAS, Pemex.")
    ] = None
    role_organization_chain_id: Annotated[
        ChainId | None, Field(description="Chain of that institution, where it is a mention.")
    ] = None
    role_status: Annotated[
        RoleStatus | None, Field(description="Whether the office is held: current, former, acting or elect.")
    ] = None
    role_is_former: Annotated[bool, Field(description="True when role_text says former, ex- or late.")] = False
    role_start: Annotated[int | None, Field(ge=0, description="First code point of role_text in raw.article.text.")] = (
        None
    )
    role_end: Annotated[
        int | None, Field(ge=0, description="Code point after the last of role_text in raw.article.text.")
    ] = None
    country_id: Annotated[CountryId | None, Field(description="Country meant or, by who is in office, represented.")]
    confidence: Confidence


class Quote(Row):
    """One row per quotation in a document."""

    layer: ClassVar[str] = "entities"
    table: ClassVar[str] = "quote"
    primary_key: ClassVar[tuple[str, ...]] = ("quote_id",)
    references: ClassVar[dict[str, str]] = {"document_id": "documents.document.document_id"}
    may_be_empty: ClassVar[bool] = True

    quote_id: QuoteId
    document_id: DocumentId
    kind: Annotated[QuoteKind, Field(description="Direct, mixed or indirect.")]
    text: Annotated[str, Field(min_length=1, description="The words quoted, without the quotation marks.")]
    cue_text: Annotated[str | None, Field(description="Reporting words, for example 'said'.")]
    speaker_chain_id: Annotated[ChainId | None, Field(description="Chain of the speaker; null when not known.")]
    start_char: StartChar
    end_char: EndChar
    raw_start: RawStart
    raw_end: RawEnd
    confidence: Confidence


class TimeExpression(Row):
    """One row per time expression in a document."""

    layer: ClassVar[str] = "entities"
    table: ClassVar[str] = "time_expression"
    primary_key: ClassVar[tuple[str, ...]] = ("time_id",)
    references: ClassVar[dict[str, str]] = {"document_id": "documents.document.document_id"}
    may_be_empty: ClassVar[bool] = True

    time_id: TimeId
    document_id: DocumentId
    text: Annotated[str, Field(min_length=1, description="The expression as the body has it.")]
    start_on: Annotated[dt.date | None, Field(description="First day meant; null when unresolved.")]
    end_on: Annotated[dt.date | None, Field(description="Last day meant; null when unresolved.")]
    grain: Annotated[Grain | None, Field(description="Precision of the expression; null when it has none.")]
    basis: Annotated[TimeBasis, Field(description="What the expression was resolved against.")]
    start_char: StartChar
    end_char: EndChar
    raw_start: RawStart
    raw_end: RawEnd


class EventMention(Row):
    """One row per event as one sentence of a document tells it."""

    layer: ClassVar[str] = "entities"
    table: ClassVar[str] = "event_mention"
    primary_key: ClassVar[tuple[str, ...]] = ("event_mention_id",)
    references: ClassVar[dict[str, str]] = {"document_id": "documents.document.document_id"}
    may_be_empty: ClassVar[bool] = True

    event_mention_id: EventMentionId
    document_id: DocumentId
    plover_type: Annotated[PloverType, Field(description="PLOVER event type.")]
    mode: Annotated[str | None, Field(description="PLOVER mode, for example visit, meeting, phone.")]
    realis: Annotated[Realis, Field(description="Whether the event is told as having happened.")]
    trigger_text: Annotated[str, Field(min_length=1, description="Words that tell the event.")]
    trigger_start: Annotated[int, Field(ge=0, description="First code point of the trigger in raw.article.text.")]
    trigger_end: Annotated[
        int, Field(ge=0, description="Code point after the last of the trigger in raw.article.text.")
    ]
    sentence_text: Annotated[str, Field(min_length=1, description="The sentence as the body has it.")]
    start_char: StartChar
    end_char: EndChar
    raw_start: RawStart
    raw_end: RawEnd
    start_on: Annotated[dt.date | None, Field(description="First day of the event; null when unresolved.")]
    end_on: Annotated[dt.date | None, Field(description="Last day of the event; null when unresolved.")]
    date_basis: Annotated[TimeBasis, Field(description="What the date was resolved against.")]
    date_start: Annotated[int | None, Field(ge=0, description="First code point of the date in raw.article.text.")]
    date_end: Annotated[int | None, Field(ge=0, description="Code point after the date words in raw.article.text.")]
    place_text: Annotated[str | None, Field(description="Where, as the body has it; the most specific place named.")]
    place_mention_id: Annotated[MentionId | None, Field(description="Mention that place_text is.")]
    topics: Annotated[list[str], Field(description="PLOVER contexts the sentence speaks of, sorted.")] = []
    is_main: Annotated[
        bool,
        Field(description="Whether its sentence is mainly about it; of the others it tells beside, why, or of what."),
    ]
    attributed_to_chain_id: Annotated[
        ChainId | None, Field(description="Who says so; null when the document itself does.")
    ]
    confidence: Confidence


class EventArgument(Row):
    """One row per chain taking part in an event mention."""

    layer: ClassVar[str] = "entities"
    table: ClassVar[str] = "event_argument"
    primary_key: ClassVar[tuple[str, ...]] = ("event_mention_id", "chain_id")
    references: ClassVar[dict[str, str]] = {
        "event_mention_id": "entities.event_mention.event_mention_id",
        "mention_id": "entities.mention.mention_id",
        "office_chain_id": "entities.office_mention.chain_id",
    }
    may_be_empty: ClassVar[bool] = True

    event_mention_id: EventMentionId
    chain_id: ChainId
    participation: Annotated[Participation, Field(description="The part the actor has in the event.")]
    mention_id: Annotated[MentionId, Field(description="Mention in or nearest to the sentence that fills the part.")]
    office_chain_id: OfficeChainId = None
    confidence: Confidence
