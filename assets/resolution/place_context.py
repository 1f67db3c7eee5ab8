"""What one document says around the names of its places: countries and states, how often and how near."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assets.resolution.divisions import Division
from assets.resolution.namesakes import Candidate, Choice, Evidence, choice
from assets.resolution.place_names import PlaceNames, Read

BESIDE = 80  # characters: "the northern Lebanese city of Tripoli"
BETWEEN = 2  # characters between a city and what it lies in: "Tripoli, Lebanon", "Tripoli (Lebanon)"
PLACES = frozenset({"GPE", "LOC"})
OF_DATELINE = 2  # a dateline says where all of the story is told


@dataclass(frozen=True)
class Named:
    """One mention of a place or a people."""

    mention_id: str
    document_id: str
    label: str
    text: str
    start: int
    end: int
    country_id: str | None


class Scene:
    """One document's mentions of places and peoples, in the order of the text."""

    def __init__(self, names: PlaceNames, items: Sequence[Named], dateline: str | None) -> None:
        """Count what the document names; a name says nothing about itself."""
        self._names = names
        self._items = items
        self._reads = [names.read(item.text) for item in items]
        self._dateline = names.read(dateline) if dateline else None
        self._entries = self._countries_named()
        self._starts = [start for start, _, _ in self._entries]
        self._counts = Counter(country_id for _, _, country_id in self._entries)
        self._own: dict[str, Counter[str]] = defaultdict(Counter)
        for _, key, country_id in self._entries:
            self._own[key][country_id] += 1
        self._states = self._states_named()
        self._told, self._holds = self._neighbours()
        self._told_of, self._holds_of = self._by_name(self._told), self._by_name(self._holds)
        self._places = self._by_key()
        self._choices: dict[tuple[str, frozenset[Division], frozenset[Division]], Choice | None] = {}

    def choice(self, index: int) -> Choice | None:
        """What the mention at ``index`` means; one name means one place unless the words behind it say otherwise."""
        key = self._reads[index].key
        told = self._told.get(index) or self._agreed(self._told_of, key)
        holds = self._holds.get(index) or self._agreed(self._holds_of, key)
        return self._chosen(key, told, holds)

    def dateline(self) -> Choice | None:
        """The city of the dateline."""
        if self._dateline is None:
            return None
        key = self._dateline.key
        told = self._dateline.told or self._agreed(self._told_of, key)
        found = [each for each in self._names.candidates(key) if each.city]
        country = next((each.country_id for each in self._names.candidates(key) if each.is_country), None)
        if country and not told:  # "Kuwait", "Singapore": the capital of that name and no other city
            found = [each for each in found if each.country_id == country and each.city and each.city.is_seat]
        return choice(found, self._evidence(key, told, frozenset()))

    def _chosen(self, key: str, told: frozenset[Division], holds: frozenset[Division]) -> Choice | None:
        memory = (key, told, holds)
        if memory not in self._choices:
            self._choices[memory] = choice(self._meant(key, told), self._evidence(key, told, holds))
        return self._choices[memory]

    def _meant(self, key: str, told: frozenset[Division]) -> Sequence[Candidate]:
        """Candidates of a name; the cities called like a country are meant only where their state is told."""
        found = self._names.candidates(key)
        if told or not any(each.is_country for each in found):
            return found
        return [each for each in found if each.city is None]

    def _evidence(self, key: str, told: frozenset[Division], holds: frozenset[Division]) -> Evidence:
        others = self._counts - self._own[key] if key in self._own else self._counts
        states = frozenset(state for state, keys in self._states.items() if keys != {key})
        return Evidence(told, holds, _shares(others), _shares(self._beside(key)), states)

    def _beside(self, key: str) -> Counter[str]:
        spans = [(self._items[index].start, self._items[index].end) for index in self._places.get(key, ())]
        found: Counter[str] = Counter()
        for start, end in spans or [(0, 0)]:
            first, last = bisect_left(self._starts, start - BESIDE), bisect_right(self._starts, end + BESIDE)
            found.update(country_id for _, other, country_id in self._entries[first:last] if other != key)
        return found

    def _agreed(self, said: Mapping[str, set[frozenset[Division]]], key: str) -> frozenset[Division]:
        """What is said once of a name and never otherwise."""
        found = said.get(key, set())
        return next(iter(found)) if len(found) == 1 else frozenset()

    def _by_name(self, said: Mapping[int, frozenset[Division]]) -> dict[str, set[frozenset[Division]]]:
        found: dict[str, set[frozenset[Division]]] = defaultdict(set)
        for index, where in said.items():
            found[self._reads[index].key].add(where)
        return found

    def _countries_named(self) -> list[tuple[int, str, str]]:
        """Start, key and country of each name that tells one."""
        found = [
            (item.start, read.key, country_id)
            for item, read in zip(self._items, self._reads, strict=True)
            if (country_id := self._country_told(item, read))
        ]
        telling = self._names.telling(self._dateline.key) if self._dateline else None
        if self._dateline and telling:
            found[:0] = [(0, self._dateline.key, telling.country_id)] * OF_DATELINE
        return found

    def _country_told(self, item: Named, read: Read) -> str | None:
        if item.label == "NORP":
            return item.country_id
        if item.label not in PLACES:
            return None
        telling = self._names.telling(read.key)
        return telling.country_id if telling else (item.country_id if item.label == "LOC" else None)

    def _states_named(self) -> dict[Division, set[str]]:
        """States and provinces, each with the names that tell it."""
        found: dict[Division, set[str]] = defaultdict(set)
        for item, read in zip(self._items, self._reads, strict=True):
            telling = self._names.telling(read.key) if item.label in PLACES else None
            for state in (*([telling] if telling else []), *read.told):
                if state.code:
                    found[state].add(read.key)
        return found

    def _neighbours(self) -> tuple[dict[int, frozenset[Division]], dict[int, frozenset[Division]]]:
        """By mention: what it is told to lie in, and what the city before it lies in."""
        told = {index: read.told for index, read in enumerate(self._reads) if read.told}
        holds: dict[int, frozenset[Division]] = {}
        places = [index for index, item in enumerate(self._items) if item.label in PLACES]
        for before, after in pairwise(places):
            outer = self._names.holders(self._reads[after].key)
            if self._items[after].start - self._items[before].end != BETWEEN or not outer:
                continue
            cities = [each for each in self._names.candidates(self._reads[before].key) if each.city]
            inside = frozenset(where for where in outer if any(each.is_in(where) for each in cities))
            telling = self._names.telling(self._reads[after].key)
            if inside or (telling and telling in outer):  # "in Geneva, Washington and Moscow" tells of no state
                told.setdefault(before, outer)
            if inside:
                holds[after] = inside
        return told, holds

    def _by_key(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for index, (item, read) in enumerate(zip(self._items, self._reads, strict=True)):
            if item.label in PLACES:
                found[read.key].append(index)
        return found


def _shares(counts: Mapping[str, int]) -> dict[str, float]:
    total = sum(counts.values())
    return {country_id: count / total for country_id, count in counts.items() if count > 0}
