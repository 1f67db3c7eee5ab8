"""Which of several places of one name a document means.

Every piece of evidence is worth a decimal logarithm: a city of ten times the people, or one unit more, is ten times as likely.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from math import log10

from assets.resolution.divisions import Division, countries_of_states, divisions_named
from assets.resolution.gazetteer import City, NamedCity, Spelling
from assets.resolution.names import country_names

SEAT = 1.0  # a capital, or where diplomats meet, is written of like a city of ten times its people
COUNTRY = 9.0  # a country is hardly ever less known than what shares its name: Georgia
DIVISION, DIVISION_OF_CITY = 6.0, 3.0  # the second where a large city of its country has its name: Washington
LARGE = 5.5  # prior of a city that is meant rather than the state of its name
UNKNOWN = 3.5  # a place that GeoNames does not have among its cities, or no place at all
SPELLING = {Spelling.NAME: 0.0, Spelling.SHORT: -1.0, Spelling.OTHER: -2.0, Spelling.CODE: -3.0}

TOLD = 4.0  # "Tripoli, Lebanon"
HOLDS = 5.0  # "Seattle, Washington", for the second
ELSEWHERE = 5.0  # "Geneva, Ohio": a town too small to be among the cities; "in Geneva, Iran" says nothing of the kind
NAMED, SHARE, NEAR = 1.0, 1.0, 0.7  # the document names the country; nothing but it; beside the city
MOST = 2.2  # who means a namesake a hundred times lesser says so: the Colombian minister in Madrid
# Americans say in which state a city lies unless all know it, and others name their country in news of any
NAMED_OF_STATES, SHARE_OF_STATES = 0.5, 0.5
NAMED_DIVISION = 0.8  # "Texas" in a document that names Paris
SIBLING, MOST_SIBLINGS = 1.5, 2  # another state of the country, for a state

LEAST_SHARE = 0.6  # below this the evidence is balanced
SURE = 0.95


@dataclass(frozen=True)
class Candidate:
    """A place that a name may mean: a city, a region, else a country."""

    prior: float
    country_id: str
    city: City | None = None
    division: Division | None = None

    @property
    def is_country(self) -> bool:
        """Whether it is the country itself."""
        return self.city is None and self.division is None

    @property
    def code(self) -> str | None:
        """The state or province that it is or lies in."""
        return self.city.division if self.city else self.division.code if self.division else None

    def is_in(self, where: Division) -> bool:
        """Whether it is or lies in a country or region."""
        return self.country_id == where.country_id and where.code in {None, self.code}


@dataclass(frozen=True)
class Evidence:
    """What a document says around a name."""

    told: Set[Division] = frozenset()  # what stands behind the name: "Tripoli, Lebanon"
    holds: Set[Division] = frozenset()  # where the cities may lie behind which it stands: "Atlanta, Georgia"
    shares: Mapping[str, float] = field(default_factory=dict)  # of the countries named, those of each
    near: Mapping[str, float] = field(default_factory=dict)  # the same beside the name
    divisions: Set[Division] = frozenset()  # states and provinces named


@dataclass(frozen=True)
class Choice:
    """The place meant, with the odds for it among all of its name."""

    candidate: Candidate
    share: float


def candidates(key: str, cities: Sequence[NamedCity]) -> tuple[Candidate, ...]:
    """All places of a name, given as its key."""
    towns = [_city(named) for named in cities]
    country_id = country_names().get(key)
    regions = [_division(division, towns) for division in divisions_named(key) if division.country_id != country_id]
    countries = [Candidate(COUNTRY, country_id)] if country_id else []
    return (*countries, *regions, *towns)


def choice(found: Sequence[Candidate], evidence: Evidence) -> Choice | None:
    """The most likely place; None where the evidence is balanced, or speaks for a place that is not among them."""
    scores = [candidate.prior + _context(candidate, evidence) for candidate in found]
    is_told = any(_is_told(each, evidence) for each in found)
    is_elsewhere = any(where.code for where in evidence.told) and not is_told and all(each.city for each in found)
    odds = [10.0**score for score in [*scores, UNKNOWN + (ELSEWHERE if is_elsewhere else 0.0)]]
    at = max(range(len(odds)), key=odds.__getitem__)
    share = odds[at] / sum(odds)
    return Choice(found[at], share) if at < len(found) and share >= LEAST_SHARE else None


def _context(candidate: Candidate, evidence: Evidence) -> float:
    country_id, division = candidate.country_id, candidate.division
    told = (TOLD if candidate.city else HOLDS) if _is_told(candidate, evidence) else 0.0
    share = evidence.shares.get(country_id, 0.0)
    if country_id not in countries_of_states():
        named = NAMED + SHARE * share if share else 0.0
        return told + min(named + NEAR * evidence.near.get(country_id, 0.0), MOST)
    named = NAMED_OF_STATES + SHARE_OF_STATES * share if share else 0.0
    inside = [where for where in evidence.divisions if where.country_id == country_id]
    if division:
        return told + named + SIBLING * min(len(inside), MOST_SIBLINGS)
    return told + named + (NAMED_DIVISION if any(where.code == candidate.code for where in inside) else 0.0)


def _is_told(candidate: Candidate, evidence: Evidence) -> bool:
    if candidate.city is None:
        return any(candidate.is_in(where) and where.code == candidate.code for where in evidence.holds)
    return any(candidate.is_in(where) for where in evidence.told)


def _city(named: NamedCity) -> Candidate:
    city = named.city
    prior = log10(max(city.population, 1)) + SEAT * city.is_seat + SPELLING[named.spelling]
    return Candidate(prior, city.country_id, city)


def _division(division: Division, cities: Sequence[Candidate]) -> Candidate:
    has_city = any(city.prior >= LARGE and city.country_id == division.country_id for city in cities)
    return Candidate(DIVISION_OF_CITY if has_city else DIVISION, division.country_id, division=division)
