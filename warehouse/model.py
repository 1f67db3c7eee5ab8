"""The row model: what one table is, column by column, from which everything else about it is derived."""

import datetime as dt
import types
import typing
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from annotated_types import Ge, Le
from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

Scalar = type[str] | type[int] | type[float] | type[bool] | type[dt.date] | type[dt.datetime] | type[bytes]
SCALARS: tuple[type, ...] = (str, int, float, bool, dt.date, dt.datetime, bytes)


@dataclass(frozen=True)
class Column:
    """One column as the row model declares it."""

    name: str
    description: str
    type: type  # one of SCALARS
    is_list: bool
    is_nullable: bool
    values: tuple[str, ...] | None  # members of the closed set, when the column has one
    pattern: str | None
    minimum: float | None
    maximum: float | None


class Row(BaseModel):
    """Base of every row model; the class docstring says what one row is."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    layer: ClassVar[str]
    table: ClassVar[str]
    primary_key: ClassVar[tuple[str, ...]]
    references: ClassVar[dict[str, str]] = {}  # column -> "layer.table.column" it points into
    may_be_empty: ClassVar[bool] = False  # true where a batch of copies or rejected files rightly yields no row
    is_view: ClassVar[bool] = False


Table = type[Row]


def full_name(table: Table) -> str:
    """Name of a table in SQL, ``layer.table``."""
    return f"{table.layer}.{table.table}"


def columns(table: Table) -> tuple[Column, ...]:
    """Columns of a table in their order.

    Raises:
        TypeError: a column has no description or a type that no layer can store.
    """
    return tuple(_column(table, name, info) for name, info in table.model_fields.items())


def _column(table: Table, name: str, info: FieldInfo) -> Column:
    if not info.description:
        raise TypeError(f"{full_name(table)}.{name} has no description: declare it as Annotated[..., Field(...)]")
    kind, is_list, is_nullable, inner = _unwrap(info.annotation)
    limits = [*info.metadata, *(limit for outer in inner for limit in outer.metadata)]
    values = tuple(member.value for member in kind) if issubclass(kind, StrEnum) else None
    stored = str if values is not None else kind
    if stored not in SCALARS:
        raise TypeError(f"{full_name(table)}.{name} has type {kind}, which is none of {SCALARS}")
    return Column(
        name=name,
        description=info.description,
        type=stored,
        is_list=is_list,
        is_nullable=is_nullable,
        values=values,
        pattern=next((limit.pattern for limit in limits if getattr(limit, "pattern", None)), None),
        minimum=next((_number(limit.ge) for limit in limits if isinstance(limit, Ge)), None),
        maximum=next((_number(limit.le) for limit in limits if isinstance(limit, Le)), None),
    )


def _unwrap(annotation: object) -> tuple[type, bool, bool, list[FieldInfo]]:
    """Scalar type inside an annotation, whether it is listed, whether it may be null, and the fields inside it."""
    is_list = is_nullable = False
    inner: list[FieldInfo] = []
    while not isinstance(annotation, type) or typing.get_origin(annotation) is list:
        origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
        if origin in (typing.Union, types.UnionType):
            is_nullable = True
            annotation = next(part for part in arguments if part is not types.NoneType)
        elif origin is list:
            is_list = True
            annotation = arguments[0]
        elif origin is typing.Annotated:
            inner += [part for part in arguments[1:] if isinstance(part, FieldInfo)]
            annotation = arguments[0]
        else:
            raise TypeError(f"{annotation!r} is not a plain column type")
    return annotation, is_list, is_nullable, inner


def _number(bound: object) -> float:
    return float(typing.cast(float, bound))
