"""Layer resolution: what several documents say together; independent of batches and their order."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import (
    ActorId,
    ChainId,
    Confidence,
    CountryId,
    DocumentId,
    EventId,
    EventMentionId,
    MentionId,
    PlaceId,
    QuoteId,
    RoleId,
    StatementId,
    StoryId,
)
from warehouse.model import Row
from warehouse.tables.entities import RoleStatus


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    ORGANIZATION = "organization"
    COUNTRY = "country"
    GROUP = "group"


class PlaceKind(StrEnum):
    """What a place is."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    VENUE = "venue"


class ResolutionMethod(StrEnum):
    """How a mention was tied to its actor or place."""

    EXACT_NAME = "exact_name"
    NAME_VARIANT = "name_variant"  # transliterated otherwise, in another order, without the second surname
    UNIQUE_SURNAME = "unique_surname"
    ABBREVIATION = "abbreviation"
    COUNTRY_NAME = "country_name"
    GAZETTEER = "gazetteer"
    DOCUMENT_CONTEXT = "document_context"
    OFFICE_HOLDER = "office_holder"  # named without a name: who held the office that day, as other documents tell
    LISTED_HOLDER = "listed_holder"  # the same, as office_holders.csv lists it
    OVERRIDE = "override"  # a user says so


Method = Annotated[ResolutionMethod, Field(description="How the mention was tied.")]


class Story(Row):
    """One row per document: the story it tells, which copies of one text share; another account of the event does not."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "story"
    primary_key: ClassVar[tuple[str, ...]] = ("document_id",)
    references: ClassVar[dict[str, str]] = {"document_id": "documents.document.document_id"}
    may_be_empty: ClassVar[bool] = True

    document_id: DocumentId
    story_id: StoryId
    is_story_lead: Annotated[
        bool,
        Field(description="True for the one document that stands for the story: the earliest published, then longest."),
    ]


class Actor(Row):
    """One row per person, organization, country or group that any document names."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "actor"
    primary_key: ClassVar[tuple[str, ...]] = ("actor_id",)
    may_be_empty: ClassVar[bool] = True

    actor_id: ActorId
    kind: Annotated[ActorKind, Field(description="What the actor is.")]
    name: Annotated[str, Field(min_length=1, description="Fullest name found, in its most frequent spelling.")]
    aliases: Annotated[list[str], Field(description="Other names found, sorted.")]
    country_id: Annotated[CountryId | None, Field(description="Country the actor is or represents, by most evidence.")]


class ActorMention(Row):
    """One row per coreference chain tied to an actor."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "actor_mention"
    primary_key: ClassVar[tuple[str, ...]] = ("chain_id",)
    references: ClassVar[dict[str, str]] = {
        "document_id": "documents.document.document_id",
        "actor_id": "resolution.actor.actor_id",
    }
    may_be_empty: ClassVar[bool] = True

    document_id: DocumentId
    chain_id: ChainId
    actor_id: ActorId
    own_actor_id: Annotated[
        ActorId,
        Field(
            description="Identifier that the name of this chain alone would give; another one than actor_id says that "
            "the two were merged: an identifier published before still leads to its actor."
        ),
    ]
    method: Method
    confidence: Confidence


class Place(Row):
    """One row per place that any document names."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "place"
    primary_key: ClassVar[tuple[str, ...]] = ("place_id",)
    references: ClassVar[dict[str, str]] = {"parent_place_id": "resolution.place.place_id"}
    may_be_empty: ClassVar[bool] = True

    place_id: PlaceId
    name: Annotated[str, Field(min_length=1, description="Name.")]
    kind: Annotated[PlaceKind, Field(description="Country, region, city or venue.")]
    country_id: Annotated[
        CountryId | None, Field(description="Country the place lies in; null for a region of several.")
    ]
    latitude: Annotated[float | None, Field(ge=-90, le=90, description="Degrees north; null when not known.")]
    longitude: Annotated[float | None, Field(ge=-180, le=180, description="Degrees east; null when not known.")]
    geonames_id: Annotated[
        int | None, Field(ge=1, description="GeoNames identifier; null when the place has none here.")
    ]
    parent_place_id: Annotated[
        PlaceId | None, Field(description="Place that contains this one: venue in city, city in country.")
    ]


class PlaceMention(Row):
    """One row per mention of a place that was tied to one."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "place_mention"
    primary_key: ClassVar[tuple[str, ...]] = ("mention_id",)
    references: ClassVar[dict[str, str]] = {
        "mention_id": "entities.mention.mention_id",
        "place_id": "resolution.place.place_id",
    }
    may_be_empty: ClassVar[bool] = True

    mention_id: MentionId
    document_id: DocumentId
    place_id: PlaceId
    method: Method
    confidence: Confidence


class DatelinePlace(Row):
    """One row per document whose dateline names a known city."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "dateline_place"
    primary_key: ClassVar[tuple[str, ...]] = ("document_id",)
    references: ClassVar[dict[str, str]] = {
        "document_id": "documents.document.document_id",
        "place_id": "resolution.place.place_id",
    }
    may_be_empty: ClassVar[bool] = True

    document_id: DocumentId
    place_id: PlaceId


class EventMentionEvent(Row):
    """One row per event mention: the real-world event it tells."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "event_mention"
    primary_key: ClassVar[tuple[str, ...]] = ("event_mention_id",)
    references: ClassVar[dict[str, str]] = {"event_mention_id": "entities.event_mention.event_mention_id"}
    may_be_empty: ClassVar[bool] = True

    event_mention_id: EventMentionId
    document_id: DocumentId
    event_id: EventId
    own_event_id: Annotated[
        EventId,
        Field(description="Identifier that this account alone would give: one published before leads to its event."),
    ]


class Statement(Row):
    """One row per quotation: the statement it repeats."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "statement"
    primary_key: ClassVar[tuple[str, ...]] = ("quote_id",)
    references: ClassVar[dict[str, str]] = {"quote_id": "entities.quote.quote_id"}
    may_be_empty: ClassVar[bool] = True

    quote_id: QuoteId
    document_id: DocumentId
    statement_id: StatementId


class Office(Row):
    """One row per mention in which a person is named with an office."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "office"
    primary_key: ClassVar[tuple[str, ...]] = ("mention_id",)
    references: ClassVar[dict[str, str]] = {
        "mention_id": "entities.mention.mention_id",
        "actor_id": "resolution.actor.actor_id",
        "organization_actor_id": "resolution.actor.actor_id",
    }
    may_be_empty: ClassVar[bool] = True

    mention_id: MentionId
    document_id: DocumentId
    actor_id: ActorId
    role_id: RoleId
    country_id: Annotated[CountryId | None, Field(description="Country the office represents.")]
    organization_actor_id: Annotated[
        ActorId | None, Field(description="Organization that the title names; null when it names none.")
    ]
    title_text: Annotated[str, Field(min_length=1, description="Title phrase as the text has it.")]
    is_former: Annotated[bool, Field(description="True when the text says former or ex-.")]
    status: Annotated[
        RoleStatus | None, Field(description="Whether the office is held: current, former, acting or elect.")
    ] = None
    observed_on: Annotated[dt.date | None, Field(description="Day of the document; null when it has no date.")]


class ListedOffice(Row):
    """One row per line of office_holders.csv whose holder a document names or means."""

    layer: ClassVar[str] = "resolution"
    table: ClassVar[str] = "listed_office"
    primary_key: ClassVar[tuple[str, ...]] = ("line",)
    references: ClassVar[dict[str, str]] = {"actor_id": "resolution.actor.actor_id"}
    may_be_empty: ClassVar[bool] = True

    line: Annotated[int, Field(ge=2, description="Line of the file.")]
    actor_id: ActorId
    role_id: RoleId
    country_id: Annotated[CountryId | None, Field(description="Country of the office; null for that of a body.")]
    organization_actor_id: Annotated[
        ActorId | None, Field(description="Institution of the office; null when the line names none.")
    ]
    title_text: Annotated[str, Field(min_length=1, description="Title as the line has it.")]
    start_on: Annotated[dt.date, Field(description="First day in office.")]
    end_on: Annotated[dt.date | None, Field(description="Last day in office; null while it is held.")]
    source: Annotated[str | None, Field(description="Where the user has it from; null when the line does not say.")]
