"""Layer marts: views an analyst starts from."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import (
    ActorId,
    Confidence,
    CountryId,
    DocumentId,
    EventId,
    OfficeId,
    QuoteId,
    StatementId,
)
from warehouse.model import Row
from warehouse.tables.dimensions import OfficeBasis
from warehouse.tables.entities import Participation, QuoteKind, Realis

StartOn = Annotated[dt.date | None, Field(description="First day of the event; null when no account resolves it.")]
PlaceName = Annotated[str | None, Field(description="Place of the event, most specific first, with its city.")]
PersonName = Annotated[str, Field(min_length=1, description="Name of the actor.")]
DocumentCount = Annotated[int, Field(ge=1, description="Documents that tell it.")]
SourceCount = Annotated[int, Field(ge=1, description="Independent stories that tell it; copies count once.")]


class Mart(Row):
    """Base of the views: each may rightly be empty and is stored as SQL over the star."""

    layer: ClassVar[str] = "marts"
    may_be_empty: ClassVar[bool] = True
    is_view: ClassVar[bool] = True


class Meeting(Mart):
    """One row per meeting, visit or call (PLOVER CONSULT)."""

    table: ClassVar[str] = "meeting"
    primary_key: ClassVar[tuple[str, ...]] = ("event_id",)

    event_id: EventId
    mode: Annotated[str | None, Field(description="Visit, meeting, phone, third_party or multilateral.")]
    realis: Annotated[Realis, Field(description="Whether it is told as having happened.")]
    start_on: StartOn
    date_basis: Annotated[str, Field(description="What the date was resolved against.")]
    place: PlaceName
    country: Annotated[str | None, Field(description="Country of the place.")]
    participants: Annotated[str, Field(description="Names in order of participation, joined by '; '.")]
    participants_and_offices: Annotated[
        str, Field(description="The same names, each with the office named in the text.")
    ]
    document_count: DocumentCount
    source_count: SourceCount
    titles: Annotated[list[str], Field(description="Headlines of the documents that tell it, sorted.")]


class MeetingParticipant(Mart):
    """One row per participant of a meeting."""

    table: ClassVar[str] = "meeting_participant"
    primary_key: ClassVar[tuple[str, ...]] = ("event_id", "actor_id")

    event_id: EventId
    actor_id: ActorId
    start_on: StartOn
    place: PlaceName
    participation: Annotated[Participation, Field(description="The part the actor has in it.")]
    actor: PersonName
    kind: Annotated[str, Field(description="Person, organization, country or group.")]
    role: Annotated[str | None, Field(description="Office the actor is named with.")]
    country_id: Annotated[CountryId | None, Field(description="Country the actor represents there.")]


class DyadMonth(Mart):
    """One row per pair of countries and month in which they share an event."""

    table: ClassVar[str] = "dyad_month"
    primary_key: ClassVar[tuple[str, ...]] = ("country_a_id", "country_b_id", "month")

    country_a_id: Annotated[CountryId, Field(description="First country of the pair in alphabetical order.")]
    country_b_id: Annotated[CountryId, Field(description="Second country of the pair in alphabetical order.")]
    month: Annotated[dt.date, Field(description="First day of the month.")]
    event_count: Annotated[int, Field(ge=1, description="Distinct events the two countries share.")]
    verbal_cooperation: Annotated[int, Field(ge=0, description="Of these, events of verbal cooperation.")]
    material_cooperation: Annotated[int, Field(ge=0, description="Of these, events of material cooperation.")]
    verbal_conflict: Annotated[int, Field(ge=0, description="Of these, events of verbal conflict.")]
    material_conflict: Annotated[int, Field(ge=0, description="Of these, events of material conflict.")]
    cooperation_score: Annotated[float, Field(description="Mean score of the events, -10 to 10.")]


class Itinerary(Mart):
    """One row per person and event with a known place: where a person was, or is to be."""

    table: ClassVar[str] = "itinerary"
    primary_key: ClassVar[tuple[str, ...]] = ("actor_id", "event_id")

    actor_id: ActorId
    event_id: EventId
    actor: PersonName
    start_on: StartOn
    realis: Annotated[Realis, Field(description="Whether it is told as having happened.")]
    place: PlaceName
    country: Annotated[str | None, Field(description="Country of the place.")]
    with_whom: Annotated[str | None, Field(description="Other participants, joined by '; '.")]


class OfficeTimeline(Mart):
    """One row per person and office, with the days it was observed."""

    table: ClassVar[str] = "office_timeline"
    primary_key: ClassVar[tuple[str, ...]] = ("office_id",)

    office_id: OfficeId
    actor: PersonName
    title: Annotated[str, Field(description="Office.")]
    title_text: Annotated[str, Field(description="Title phrase seen most often.")]
    country_id: Annotated[CountryId | None, Field(description="Country the office represents.")]
    valid_from: Annotated[dt.date | None, Field(description="First day listed, else earliest observed.")]
    valid_to: Annotated[dt.date | None, Field(description="Last day listed, else latest observed before a successor.")]
    is_current: Annotated[bool, Field(description="True when listed without an end, or no end was observed.")]
    evidence_count: Annotated[int, Field(ge=0, description="Mentions that show it; none for an office only listed.")]
    basis: Annotated[OfficeBasis, Field(description="Whether documents show it, office_holders.csv lists it, or both.")]


class StatementView(Mart):
    """One row per quotation with its speaker and office."""

    table: ClassVar[str] = "statement"
    primary_key: ClassVar[tuple[str, ...]] = ("quote_id",)

    quote_id: QuoteId
    statement_id: StatementId
    document_id: DocumentId
    speaker: Annotated[str | None, Field(description="Who said it; null when not known.")]
    office: Annotated[str | None, Field(description="Office of the speaker as observed.")]
    speaker_country_id: Annotated[CountryId | None, Field(description="Country of the speaker.")]
    addressee: Annotated[str | None, Field(description="Other participants of the event at which it was said.")]
    topic: Annotated[
        str | None, Field(description="Topics of that event but those that only others raise, joined by '; '.")
    ]
    kind: Annotated[QuoteKind, Field(description="Direct, mixed or indirect.")]
    text: Annotated[str, Field(description="The words quoted.")]
    published_on: Annotated[dt.date | None, Field(description="Day of the document.")]
    title: Annotated[str | None, Field(description="Headline of the document.")]
    confidence: Confidence


class Coverage(Mart):
    """One row per event and document that tells it."""

    table: ClassVar[str] = "coverage"
    primary_key: ClassVar[tuple[str, ...]] = ("event_id", "document_id")

    event_id: EventId
    document_id: DocumentId
    publisher: Annotated[str | None, Field(description="Publisher's name.")]
    publisher_kind: Annotated[str | None, Field(description="Kind of publisher.")]
    published_on: Annotated[dt.date | None, Field(description="Day of the document.")]
    title: Annotated[str | None, Field(description="Headline.")]
    is_copy: Annotated[bool, Field(description="True when another document leads the same story.")]


class AnnouncedNotHeld(Mart):
    """One row per planned meeting that no later document reports as held."""

    table: ClassVar[str] = "announced_not_held"
    primary_key: ClassVar[tuple[str, ...]] = ("event_id",)

    event_id: EventId
    start_on: StartOn
    place: PlaceName
    participants: Annotated[str, Field(description="Names, joined by '; '.")]
    announced_on: Annotated[dt.date | None, Field(description="Earliest day of a document that announces it.")]
    document_count: DocumentCount


class Contested(Mart):
    """One row per account of an event on which accounts disagree."""

    table: ClassVar[str] = "contested"
    primary_key: ClassVar[tuple[str, ...]] = ("event_mention_id",)

    event_id: EventId
    event_mention_id: Annotated[str, Field(description="The account.")]
    document_id: DocumentId
    publisher: Annotated[str | None, Field(description="Publisher's name.")]
    start_on: StartOn
    place: PlaceName
    sentence_text: Annotated[str, Field(description="The sentence as the body has it.")]
