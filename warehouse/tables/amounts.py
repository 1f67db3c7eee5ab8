"""Layer entities: how much of what a document tells."""

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from warehouse.columns import AmountId, DocumentId, EndChar, RawEnd, RawStart, StartChar
from warehouse.model import Row


class AmountKind(StrEnum):
    """What is counted."""

    MONEY = "money"
    PEOPLE = "people"
    PERCENT = "percent"
    COUNT = "count"
    DURATION = "duration"


class Amount(Row):
    """One row per amount (money, people, percent, count, duration) in a document."""

    layer: ClassVar[str] = "entities"
    table: ClassVar[str] = "amount"
    primary_key: ClassVar[tuple[str, ...]] = ("amount_id",)
    references: ClassVar[dict[str, str]] = {"document_id": "documents.document.document_id"}
    may_be_empty: ClassVar[bool] = True

    amount_id: AmountId
    document_id: DocumentId
    kind: Annotated[AmountKind, Field(description="What is counted.")]
    value: Annotated[float, Field(description="Value in the unit, multipliers applied (2.4 billion is 2400000000).")]
    value_max: Annotated[float | None, Field(description="Upper end of a range; null when there is none.")]
    currency: Annotated[
        str | None,
        Field(pattern=r"^[A-Z]{3}$", description="Currency of money, ISO 4217; null when it cannot be known."),
    ]
    unit: Annotated[str | None, Field(description="What is counted, for example migrants, percent, hours.")]
    is_approximate: Annotated[bool, Field(description="True for 'almost', 'more than', 'about' and the like.")]
    text: Annotated[str, Field(min_length=1, description="The amount as the body has it.")]
    start_char: StartChar
    end_char: EndChar
    raw_start: RawStart
    raw_end: RawEnd
