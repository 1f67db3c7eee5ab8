"""Names of places, each looked up once: what it may mean, and what it tells without any context."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from assets.resolution.divisions import Division, divisions_named, state_coded
from assets.resolution.gazetteer import cities_named, place_key
from assets.resolution.names import country_names
from assets.resolution.namesakes import Candidate, Choice, Evidence, candidates, choice
from warehouse.reference import reference

LEAST_MISSPELLED = 6  # letters of a country's name in which one may be wrong
PLAIN = 0.9  # share from which a city tells its country by its name alone


@dataclass(frozen=True)
class Read:
    """A mention's text as it is looked up."""

    key: str
    told: frozenset[Division]  # Virginia in "Blackstone, Virginia"


class PlaceNames:
    """What the names of all documents may mean."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Look the texts up, and the part of each before its comma."""
        distinct = set(texts)
        hosts = reference("venues")["city"].drop_nulls().to_list()
        self._cities = cities_named([*distinct, *(text.partition(",")[0] for text in distinct), *hosts])
        self._candidates: dict[str, tuple[Candidate, ...]] = {}
        self._holders: dict[str, frozenset[Division]] = {}
        self._spellings = _spellings()
        self._misspelled: dict[tuple[str, str], bool] = {}
        self._alone: dict[str, Choice | None] = {}
        self._telling: dict[str, Division | None] = {}
        self._read = {text: self._reading(text) for text in distinct}

    def read(self, text: str) -> Read:
        """The text's name and what it says the place lies in."""
        return self._read[text]

    def candidates(self, key: str) -> tuple[Candidate, ...]:
        """All places that a name may mean."""
        if key not in self._candidates:
            self._candidates[key] = candidates(key, self._cities.get(key, ()))
        return self._candidates[key]

    def telling(self, key: str) -> Division | None:
        """The country, and the state, that the name alone tells of; None where it could be of several."""
        if key not in self._telling:
            self._telling[key] = self._told(key)
        return self._telling[key]

    def holders(self, key: str) -> frozenset[Division]:
        """The countries and regions of that name, in which cities lie: both of Georgia."""
        if key not in self._holders:
            country_id = country_names().get(key)
            found = [each for each in divisions_named(key) if each.country_id != country_id]
            self._holders[key] = frozenset([*found, Division(country_id, None)] if country_id else found)
        return self._holders[key]

    def alone(self, key: str) -> Choice | None:
        """What a name means where nothing else is known."""
        if key not in self._alone:
            self._alone[key] = choice(self.candidates(key), Evidence())
        return self._alone[key]

    def city_of(self, name: str, country_id: str) -> Choice | None:
        """The city of that name in a country."""
        inside = [each for each in self.candidates(place_key(name)) if each.city and each.country_id == country_id]
        return choice(inside, Evidence())

    def is_misspelled(self, key: str, country_id: str) -> bool:
        """Whether a name is the country's but for a letter: "America" beside "American", "Afganistan", "U.S"."""
        plain = key.replace(" ", "")
        if (key, country_id) not in self._misspelled:
            near = (name for name in self._spellings[country_id] if min(len(name), len(plain)) >= LEAST_MISSPELLED)
            self._misspelled[key, country_id] = plain in self._spellings[country_id] or any(
                Levenshtein.distance(plain, name, score_cutoff=1) <= 1 for name in near
            )
        return self._misspelled[key, country_id]

    def _reading(self, text: str) -> Read:
        coded = state_coded(text)  # "Newark, NJ" in two mentions
        key = place_key(coded.name if coded else text)
        name, _, outer = text.partition(",")
        if outer and not self.candidates(key):
            state = state_coded(outer.strip())
            return Read(place_key(name), frozenset({state}) if state else self.holders(place_key(outer)))
        return Read(key, frozenset())

    def _told(self, key: str) -> Division | None:
        if len(self.holders(key)) > 1:
            return None
        alone = self.alone(key)
        if alone is None or (alone.candidate.city and alone.share < PLAIN):
            return None
        return alone.candidate.division or Division(alone.candidate.country_id, None)


def _spellings() -> dict[str, set[str]]:
    """Names of each country and its people, without spaces."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, country_id in country_names().items():
        found[country_id].add(name.replace(" ", ""))
    for demonym, country_id in reference("countries").select("demonym", "country_id").drop_nulls().iter_rows():
        found[country_id].add(place_key(demonym).replace(" ", ""))
    return found
