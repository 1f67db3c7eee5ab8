"""What seeds/reference/event_types.csv says of the types of events."""

from functools import cache

from warehouse.reference import reference
from warehouse.tables.entities import PloverType


def is_mode_of(plover_type: PloverType, mode: str) -> bool:
    """Whether a type of event has a mode."""
    return (plover_type, mode) in _modes()


def planned_type(plover_type: PloverType) -> PloverType:
    """What PLOVER itself codes where an event of a type is still to come: AGREE, THREATEN or the type."""
    return _planned_types()[plover_type]


@cache
def _planned_types() -> dict[PloverType, PloverType]:
    rows = reference("event_types").select("plover_type", "planned_type").iter_rows()
    return {PloverType(told): PloverType(planned) for told, planned in rows}


@cache
def _modes() -> frozenset[tuple[str, str]]:
    return frozenset(reference("event_types").select("plover_type", "mode").drop_nulls().iter_rows())
