"""Whose officials are meant where no title names the country: "Minister Sol said", "President Paz flew home"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from assets.entities.names.identities import Person
from assets.entities.names.scenes import Scene
from assets.entities.names.title_parts import TitlePhrase
from assets.entities.word_sets import word_set

# Offices of the United States, where a member of the cabinet is a secretary and no minister.
AMERICAN = frozenset(
    {"secretary", "assistant secretary", "deputy assistant secretary", "senator", "ambassador", "vice president"}
    | {"member of parliament", "committee chair"}
)
MINISTERIAL = frozenset({"prime minister", "alternate prime minister", "chancellor", "king", "queen", "crown prince"})
HEADS = frozenset({"president", "prime minister", "foreign minister", "defence minister", "vice president"})
# Where no president is head of state, and where no prime minister governs.
WITHOUT_PRESIDENT = word_set(
    "AUS BEL BHR BHS BRN CAN DNK ESP GBR JAM JOR JPN KHM KWT LUX MAR MYS NLD NOR NZL OMN PNG QAT SAU SWE THA VAT"
)
WITHOUT_PREMIER = word_set(
    "ARG BOL BRA CHE CHL COL CRI CYP DOM ECU GTM HND IDN IRN MEX NIC PAN PHL PRY SLV TKM URY USA VEN"
)
# Of these a text of the United States names many of other countries.
DOUBTFUL = frozenset({"ambassador", "member of parliament", "committee chair"})
OPENING = 2  # sentences that tell whose text it is
LEAST = 2  # times a country's own bodies are named before a text counts as its own
REACH = 40  # words between a country and a title without one


class Governments:
    """What a text tells of the governments it names."""

    def __init__(self, scene: Scene, people: Sequence[Person], speaking: str | None, origin: str | None) -> None:
        """Take the people of a scene with their offices, whose government published it, and where it was written."""
        self.scene = scene
        self.origin = origin
        self.speaking = speaking
        self.presidents = {
            person.name for person in people if (title := person.named.title) and _is_untold(title, "president")
        }
        self.held = [(person.name, title) for person in people if (title := person.named.title) and title.country_id]

    @cached_property
    def home(self) -> str | None:
        """The country whose government speaks, by its bodies and offices named without their country; None if unsure."""
        if self.speaking:
            return self.speaking
        named = Counter(self._own())
        ranked = named.most_common(2)
        if not ranked or ranked[0][1] < LEAST:
            return None
        return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= LEAST * ranked[1][1] else None

    def _own(self) -> Iterator[str]:
        words = self.scene.words
        for place in self.scene.entities.by_start.values():
            is_owned = words.at(place.start - 1) == "'s"
            if place.label in {"ORG", "FAC"} and place.country_id and not is_owned:
                yield place.country_id
        for _, title in self.held:
            if not title.is_explicit and title.country_id:
                yield title.country_id

    @cached_property
    def only(self) -> str | None:
        """The one country that a text names at all."""
        countries = self.scene.entities.countries
        return next(iter(countries)) if len(countries) == 1 else None

    def is_taken(self, country: str, title: str, name: str) -> bool:
        """Whether somebody else is said to hold the office for the country."""
        return title in HEADS and any(
            held.title == title and held.country_id == country and other != name and not held.is_former
            for other, held in self.held
        )

    def near(self, phrase: TitlePhrase) -> str | None:
        """The one foreign country that the sentence names before a title; where it names none, the sentence before it."""
        if self.scene.words.at(phrase.head_end - 1).lower() == "chancellor":
            return None  # at home in texts on Latin America: "China received the chancellor"
        here, before = self._named_before(phrase)
        found = (here or (before if self.home else set())) - {self.home}
        return next(iter(found)) if len(found) == 1 else None

    def _named_before(self, phrase: TitlePhrase) -> tuple[set[str], set[str]]:
        """Countries that the sentence names before a title, and those that the sentence before it names."""
        words, entities, index = self.scene.words, self.scene.entities, phrase.start
        named: tuple[set[str], set[str]] = (set(), set())
        for at in range(max(index - REACH, 0), index):
            place = entities.by_start.get(at)
            apart = words.sentences[index] - words.sentences[at]
            if place and place.country_id and place.end <= index and apart < len(named):
                named[apart].add(place.country_id)
        return named

    def own(self, phrase: TitlePhrase) -> str | None:
        """The country in which the text was written, where the sentence names no other before a title."""
        here, _ = self._named_before(phrase)
        return self.origin if self.home in {None, self.origin} and here <= {self.origin} else None

    def is_named_before(self, phrase: TitlePhrase) -> bool:
        """Whether any country is named before a title: whoever "met the Israeli president" may be of another country."""
        return any(at < phrase.start and place.country_id for at, place in self.scene.entities.by_start.items())

    def is_of_home(self, phrase: TitlePhrase) -> bool:
        """Whether a president is the one of the government that speaks: no other is named so, nor a foreign country by."""
        here, _ = self._named_before(phrase)
        is_first = self.scene.words.sentences[phrase.start] < OPENING
        return len(self.presidents) == 1 and here <= {self.home} and (is_first or not self._has_rival())

    def _has_rival(self) -> bool:
        """Whether a text speaks of another country that has presidents, and names none: "President Putin"."""
        countries = self.scene.entities.countries
        return any(
            number >= LEAST
            and country not in {self.home, *WITHOUT_PRESIDENT}
            and not self.is_taken(country, "president", "")
            for country, number in countries.items()
        )


def with_governments(
    scene: Scene, people: Sequence[Person], speaking: str | None = None, origin: str | None = None
) -> list[Person]:
    """The people, those whose title names no country given the one that the text tells; none where it is not sure."""
    told = Governments(scene, people, speaking, origin)
    found: dict[str, set[str]] = {}
    for person in people:
        country = _country(told, person)
        if country is not None:
            found.setdefault(person.name, set()).add(country)
    settled = {name: next(iter(countries)) for name, countries in found.items() if len(countries) == 1}
    return [_of(person, settled.get(person.name)) for person in people]


def _is_untold(title: TitlePhrase, office: str) -> bool:
    return title.title == office and title.country_id is None and title.body is None and not title.is_former


def _of(person: Person, country: str | None) -> Person:
    title = person.named.title
    if title is None or title.country_id or country is None or not _is_national(title):
        return person
    return replace(person, named=replace(person.named, title=replace(title, country_id=country)))


def _is_ministerial(title: TitlePhrase) -> bool:
    return title.title.endswith("minister") or title.title in MINISTERIAL


def _is_national(title: TitlePhrase) -> bool:
    return title.body is None and (_is_ministerial(title) or title.title in AMERICAN or title.title == "president")


def _country(told: Governments, person: Person) -> str | None:
    title = person.named.title
    if title is None or title.country_id or not _is_national(title):
        return None
    country = _only(told, title) or _among(told, title)
    if country is None or not _can_be(country, title.title) or told.is_taken(country, title.title, person.name):
        return None
    return country


def _only(told: Governments, title: TitlePhrase) -> str | None:
    """The only country named; a president or senator may be another country's, which every reader knows."""
    is_usual = (_is_ministerial(title) or told.only == "USA") and told.is_named_before(title)
    return told.only if is_usual or told.only == told.home else None


def _among(told: Governments, title: TitlePhrase) -> str | None:
    """The country of a title where a text names several."""
    if title.title == "president":
        return told.home if told.is_of_home(title) else None
    if _is_ministerial(title):
        return told.near(title) or (told.home if told.speaking != "USA" and told.speaking else told.own(title))
    is_sure = title.title not in DOUBTFUL or (told.speaking == "USA" and title.title != "ambassador")
    return "USA" if told.home == "USA" and is_sure else None


def _can_be(country: str, title: str) -> bool:
    """Whether a country has such an office."""
    if title == "president":
        return country not in WITHOUT_PRESIDENT
    if country == "USA":
        return not title.endswith("minister") and title not in MINISTERIAL
    if title == "chancellor":
        return country in {"DEU", "AUT"}
    return title != "prime minister" or country not in WITHOUT_PREMIER
