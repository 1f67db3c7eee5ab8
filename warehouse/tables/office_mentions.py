"""Layer entities: offices that a document names without their holders."""

from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import (
    ChainId,
    Confidence,
    CountryId,
    DocumentId,
    EndChar,
    RawEnd,
    RawStart,
    StartChar,
)
from warehouse.model import Row
from warehouse.tables.entities import RoleStatus


class OfficeMention(Row):
    """One row per mention of an office whose holder the document does not name: "the Ukrainian Foreign Minister"."""

    layer: ClassVar[str] = "entities"
    table: ClassVar[str] = "office_mention"
    primary_key: ClassVar[tuple[str, ...]] = ("chain_id",)
    references: ClassVar[dict[str, str]] = {"document_id": "documents.document.document_id"}
    may_be_empty: ClassVar[bool] = True

    chain_id: ChainId
    document_id: DocumentId
    text: Annotated[str, Field(min_length=1, description="The title phrase as the body has it.")]
    start_char: StartChar
    end_char: EndChar
    raw_start: RawStart
    raw_end: RawEnd
    role_title: Annotated[str, Field(description="Office, as seeds/reference/roles.csv calls it.")]
    country_id: Annotated[CountryId | None, Field(description="Country that the phrase names.")]
    role_organization_chain_id: Annotated[
        ChainId | None, Field(description="Chain of the institution that the phrase names, where it is a mention.")
    ]
    role_status: Annotated[RoleStatus, Field(description="Whether the phrase says current or acting.")]
    earliest_year: Annotated[int | None, Field(description="Earliest year that its sentence names; null when none.")]
    confidence: Confidence
