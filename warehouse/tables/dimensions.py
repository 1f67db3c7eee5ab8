"""Layer star: the dimensions."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import (
    ActorId,
    BatchId,
    CountryId,
    DocumentId,
    EventTypeId,
    OfficeId,
    PlaceId,
    PublisherId,
    RoleId,
    RunId,
    Sha256,
    SourceUri,
    StoryId,
    TopicId,
)
from warehouse.model import Row
from warehouse.tables.documents import PublishedBasis
from warehouse.tables.entities import PloverType
from warehouse.tables.resolution import ActorKind, PlaceKind

DateId = Annotated[int, Field(ge=10000101, le=99991231, description="Calendar day as yyyymmdd.")]


class PublisherKind(StrEnum):
    """What a publisher is."""

    STATE_MEDIA = "state_media"
    AGENCY = "agency"
    GOVERNMENT = "government"
    NEWSPAPER = "newspaper"
    IGO = "igo"
    OTHER = "other"


class DimDate(Row):
    """One row per calendar day from the first to the last that any fact or document names."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_date"
    primary_key: ClassVar[tuple[str, ...]] = ("date_id",)
    may_be_empty: ClassVar[bool] = True

    date_id: DateId
    date: Annotated[dt.date, Field(description="The day.")]
    year: Annotated[int, Field(description="Calendar year.")]
    quarter: Annotated[int, Field(ge=1, le=4, description="Quarter, 1 to 4.")]
    month: Annotated[int, Field(ge=1, le=12, description="Month, 1 to 12.")]
    iso_week: Annotated[int, Field(ge=1, le=53, description="ISO 8601 week, 1 to 53.")]
    weekday: Annotated[int, Field(ge=1, le=7, description="ISO 8601 weekday, Monday 1 to Sunday 7.")]


class DimCountry(Row):
    """One row per ISO 3166-1 country."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_country"
    primary_key: ClassVar[tuple[str, ...]] = ("country_id",)

    country_id: CountryId
    alpha_2: Annotated[str, Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2.")]
    name: Annotated[str, Field(min_length=1, description="English short name.")]
    demonym: Annotated[str | None, Field(description="Adjective for the country; null for places without one.")]
    capital: Annotated[str | None, Field(description="Capital or seat of government.")]
    region: Annotated[str | None, Field(description="Region of the world.")]


class DimPlace(Row):
    """One row per place: country, region, city or venue."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_place"
    primary_key: ClassVar[tuple[str, ...]] = ("place_id",)
    references: ClassVar[dict[str, str]] = {
        "country_id": "star.dim_country.country_id",
        "parent_place_id": "star.dim_place.place_id",
    }
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


class DimPublisher(Row):
    """One row per publisher."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_publisher"
    primary_key: ClassVar[tuple[str, ...]] = ("publisher_id",)
    references: ClassVar[dict[str, str]] = {"country_id": "star.dim_country.country_id"}
    may_be_empty: ClassVar[bool] = True

    publisher_id: PublisherId
    name: Annotated[str, Field(min_length=1, description="Name.")]
    domain: Annotated[str | None, Field(description="Host of its site without 'www.'.")]
    country_id: Annotated[
        CountryId | None, Field(description="Country of its seat; null when not in the reference table.")
    ]
    kind: Annotated[PublisherKind, Field(description="State media, agency, government, newspaper, IGO or other.")]


class DimDocument(Row):
    """One row per document, whether current or superseded."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_document"
    primary_key: ClassVar[tuple[str, ...]] = ("document_id",)
    references: ClassVar[dict[str, str]] = {
        "document_id": "documents.document.document_id",
        "publisher_id": "star.dim_publisher.publisher_id",
        "dateline_place_id": "star.dim_place.place_id",
    }
    may_be_empty: ClassVar[bool] = True

    document_id: DocumentId
    source_uri: SourceUri
    url: Annotated[str | None, Field(description="The article's own URL.")]
    title: Annotated[str | None, Field(description="Headline; null when the text has none.")]
    author: Annotated[str | None, Field(description="Author from the byline.")]
    publisher_id: Annotated[PublisherId | None, Field(description="Publisher; null when not known.")]
    wire_source: Annotated[str | None, Field(description="Agency credited for the text.")]
    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="Language of the body, ISO 639 code.")]
    published_on: Annotated[dt.date | None, Field(description="Day of publication; null rather than guessed.")]
    published_basis: Annotated[PublishedBasis, Field(description="How published_on is known.")]
    dateline_place_id: Annotated[PlaceId | None, Field(description="City of the dateline, when it is a known one.")]
    word_count: Annotated[int, Field(ge=1, description="Words in the body.")]
    story_id: StoryId
    is_story_lead: Annotated[bool, Field(description="True for the one document that stands for the story.")]
    is_current: Annotated[bool, Field(description="False once a newer version of the same source or url has landed.")]
    sha256: Sha256
    batch_id: BatchId


class DimActor(Row):
    """One row per person, organization, country or group."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_actor"
    primary_key: ClassVar[tuple[str, ...]] = ("actor_id",)
    references: ClassVar[dict[str, str]] = {"country_id": "star.dim_country.country_id"}
    may_be_empty: ClassVar[bool] = True

    actor_id: ActorId
    kind: Annotated[ActorKind, Field(description="What the actor is.")]
    name: Annotated[str, Field(min_length=1, description="Fullest name found, in its most frequent spelling.")]
    aliases: Annotated[list[str], Field(description="Other names found, sorted.")]
    country_id: Annotated[CountryId | None, Field(description="Country the actor is or represents, by most evidence.")]
    first_seen_on: Annotated[dt.date | None, Field(description="Earliest day of a document that names it.")]
    last_seen_on: Annotated[dt.date | None, Field(description="Latest day of a document that names it.")]
    document_count: Annotated[int, Field(ge=1, description="Documents that name it.")]


class DimRole(Row):
    """One row per kind of office."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_role"
    primary_key: ClassVar[tuple[str, ...]] = ("role_id",)

    role_id: RoleId
    title: Annotated[str, Field(min_length=1, description="Office, for example foreign minister.")]
    portfolio: Annotated[str | None, Field(description="What the office is about, for example foreign affairs.")]
    rank: Annotated[
        int, Field(ge=1, le=9, description="Protocol rank: 1 head of state or government, larger is lower.")
    ]
    sector: Annotated[str, Field(pattern=r"^[A-Z]{3}$", description="PLOVER sector code, for example GOV.")]


class OfficeBasis(StrEnum):
    """Who says that somebody holds an office."""

    OBSERVED = "observed"
    LISTED = "listed"
    BOTH = "observed_and_listed"


class DimOffice(Row):
    """One row per actor holding one office, as observed or as office_holders.csv lists it (slowly changing, type 2)."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_office"
    primary_key: ClassVar[tuple[str, ...]] = ("office_id",)
    references: ClassVar[dict[str, str]] = {
        "actor_id": "star.dim_actor.actor_id",
        "role_id": "star.dim_role.role_id",
        "country_id": "star.dim_country.country_id",
        "organization_actor_id": "star.dim_actor.actor_id",
    }
    may_be_empty: ClassVar[bool] = True

    office_id: OfficeId
    actor_id: ActorId
    role_id: RoleId
    country_id: Annotated[CountryId | None, Field(description="Country the office represents.")]
    organization_actor_id: Annotated[
        ActorId | None, Field(description="Organization of the office; null when not known.")
    ]
    title_text: Annotated[str, Field(min_length=1, description="Title phrase seen most often.")]
    valid_from: Annotated[
        dt.date | None, Field(description="First day listed, else earliest observed; null when no document has a date.")
    ]
    valid_to: Annotated[
        dt.date | None,
        Field(description="Last day listed, else latest observed before a successor; null while current."),
    ]
    is_current: Annotated[
        bool, Field(description="True when listed without an end, or when no successor and no 'former' was observed.")
    ]
    evidence_count: Annotated[int, Field(ge=0, description="Mentions that show it; none for an office only listed.")]
    basis: Annotated[OfficeBasis, Field(description="Whether documents show it, office_holders.csv lists it, or both.")]
    source: Annotated[str | None, Field(description="Source that the list gives; null when not listed or not given.")]


class DimEventType(Row):
    """One row per PLOVER type and mode."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_event_type"
    primary_key: ClassVar[tuple[str, ...]] = ("event_type_id",)

    event_type_id: EventTypeId
    plover_type: Annotated[PloverType, Field(description="PLOVER event type.")]
    mode: Annotated[str | None, Field(description="Mode; null for the type without one.")]
    quad_class: Annotated[
        str,
        Field(description="verbal or material cooperation or conflict, for example 'verbal cooperation'."),
    ]
    plover_score: Annotated[
        float, Field(ge=-10, le=10, description="Conflict -10 to cooperation 10; our scale, see docs.")
    ]
    planned_type: Annotated[
        PloverType,
        Field(
            description="What PLOVER itself codes where an event of the type is still to come: cooperation as AGREE, "
            "conflict as THREATEN."
        ),
    ]
    description: Annotated[str, Field(min_length=1, description="What the type and mode are.")]


class DimTopic(Row):
    """One row per PLOVER context."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_topic"
    primary_key: ClassVar[tuple[str, ...]] = ("topic_id",)

    topic_id: TopicId
    context: Annotated[str, Field(min_length=1, description="PLOVER context, for example migration.")]
    label: Annotated[str, Field(min_length=1, description="The context in words.")]


class DimRun(Row):
    """One row per pipeline run that wrote the published rows."""

    layer: ClassVar[str] = "star"
    table: ClassVar[str] = "dim_run"
    primary_key: ClassVar[tuple[str, ...]] = ("run_id",)

    run_id: RunId
    code_version: Annotated[str, Field(min_length=1, description="Version of the code, with the hash of its sources.")]
    model_version: Annotated[str, Field(min_length=1, description="Name and version of the language pipeline.")]
    started_at: Annotated[dt.datetime, Field(description="When the run started, UTC.")]
    input_sha256: Annotated[Sha256, Field(description="SHA-256 of the sorted SHA-256 values of all articles.")]
