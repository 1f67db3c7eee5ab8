"""Whose officials are meant where no title names the country: "Minister Sol said", "President Paz flew home"."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property

from assets.entities.names.identities import Person
from assets.entities.names.leaders import country_of_leader
from assets.entities.names.scenes import Scene
from assets.entities.names.title_parts import TitlePhrase
from warehouse.reference import reference

# Offices of the United States, where a member of the cabinet is a secretary and no minister.
AMERICAN = frozenset(
    {"secretary", "assistant secretary", "deputy assistant secretary", "senator", "ambassador", "vice president"}
    | {"member of parliament", "committee chair"}
)
MINISTERIAL = frozenset({"prime minister", "alternate prime minister", "chancellor", "king", "queen", "crown prince"})
HEADS = frozenset(
    {"president", "prime minister", "foreign minister", "defence minister", "vice president", "foreign secretary"}
)
# Offices that a text of one country names without the country, as it does its ministers.
OF_STATE = frozenset(
    {"foreign secretary", "permanent secretary", "minister of state", "national security adviser", "intelligence chief"}
    | {"opposition leader"}
)
# Offices that go without the country only in the country where the text is written.
OF_HOME = frozenset(
    {"general", "admiral", "chief of general staff", "chief of staff", "commander", "police chief", "attorney general"}
    | {"chief justice", "speaker of parliament", "joint secretary", "adviser", "secretary", "spokesperson", "senator"}
    | {"member of parliament", "central bank governor", "secretary of the security council", "deputy minister"}
    | {"head of department", "director general", "diplomat", "committee chair"}
)
# Of these a text of the United States names many of other countries.
DOUBTFUL = frozenset({"ambassador", "member of parliament", "committee chair"})
OPENING = 2  # sentences that tell whose text it is
LEAST = 2  # times a country's own bodies are named before a text counts as its own
SUBJECT = 4  # sentences in which a text names its own officials first
ARRIVING = frozenset({"in", "to", "visited", "visiting", "visits", "visit"})
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
        self.titles = [title for person in people if (title := person.named.title)]
        self.told: list[tuple[str, TitlePhrase]] = []  # offices of which the text has told the country so far
        self.held = [(person.name, title) for person in people if (title := person.named.title) and title.country_id]

    @cached_property
    def home(self) -> str | None:
        """The country whose government speaks, by its bodies and offices named without their country; None if unsure."""
        if self.speaking:
            return self.speaking
        return _leading(Counter(self._own()))

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
    def own_country(self) -> str | None:
        """The country in which a text was written; where nobody tells, the one whose officials it names without it.

        "Minister Sol received Peruvian Foreign Minister Paz in Quito": of the countries that no title names, Ecuador is
        the one most named.
        """
        if self.origin or self._begins_abroad():
            return self.origin
        foreign = {title.country_id for _, title in self.held if title.is_explicit}
        others = Counter({key: n for key, n in self.scene.entities.countries.items() if key not in foreign})
        return _leading(others) if foreign else None

    def _begins_abroad(self) -> bool:
        """Whether the first official that a text names is said to be of a country, or none is named early."""
        first = next((title for title in self.titles if _is_national(title)), None)
        return first is None or first.country_id is not None or self.scene.words.sentences[first.start] >= SUBJECT

    @cached_property
    def only(self) -> str | None:
        """The one country that a text names at all."""
        countries = self.scene.entities.countries
        return next(iter(countries)) if len(countries) == 1 else None

    def is_taken(self, country: str, title: str, name: str) -> bool:
        """Whether somebody else is said to hold the office for the country."""
        return title in HEADS and any(
            held.title == title and held.country_id == country and other != name and not held.is_former
            for other, held in (*self.held, *self.told)
        )

    def near(self, phrase: TitlePhrase) -> str | None:
        """The one foreign country that the sentence names before a title; where it names none, the sentence before it.

        Not so in a list: "attended by Foreign Minister Sol; Ana Rey, Minister of Trade; ..." are those at home.
        """
        words = self.scene.words
        if words.at(phrase.head_end - 1).lower() == "chancellor":
            return None  # at home in texts on Latin America: "China received the chancellor"
        here, before = self._named_before(phrase)
        is_listed = any(
            words.is_together(title.start, phrase.start) for title in self.titles if title.end < phrase.start
        )
        found = (here or (before if self.home and not is_listed else set())) - {self.home}
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

    def own(self, phrase: TitlePhrase, name: str) -> str | None:
        """The country in which the text was written, where the sentence names no other whose official it may be."""
        if phrase.title in MINISTERIAL and self._is_told_abroad():
            return None
        here, _ = self._named_before(phrase)
        others = {country for country in here if not self.is_taken(country, phrase.title, name)}
        return self.own_country if self.home in {None, self.own_country} and others <= {self.own_country} else None

    def _is_told_abroad(self) -> bool:
        """Whether the country's officials go by it, as where a guest's press writes: "the Crown Prince met the Saudi King"."""
        return any(title.is_explicit and title.country_id == self.own_country for _, title in self.held)

    def visited(self, phrase: TitlePhrase) -> str | None:
        """The one foreign country where the sentence says that somebody is: "Sol arrived in Lima and met President Rey"."""
        words, by_start = self.scene.words, self.scene.entities.by_start
        here = [by_start[at] for at in range(max(phrase.start - REACH, 0), phrase.start) if at in by_start]
        found = {place for place in here if place.label == "GPE" and words.is_together(place.start, phrase.start)}
        is_there = all(words.at(place.start - 1).lower() in ARRIVING for place in found)
        countries = {place.country_id for place in found}
        return countries.pop() if is_there and self.origin and len(countries) == 1 else None

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
            and country != self.home
            and not _lacks(country, "president")
            and not self.is_taken(country, "president", "")
            for country, number in countries.items()
        )


def _leading(named: Counter[str]) -> str | None:
    """The country named often enough, and far more often than the next."""
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < LEAST:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] >= LEAST * ranked[1][1] else None


def with_governments(
    scene: Scene, people: Sequence[Person], speaking: str | None = None, origin: str | None = None
) -> list[Person]:
    """The people, those whose title names no country given the one that the text tells; none where it is not sure."""
    told = Governments(scene, people, speaking, origin)
    found: dict[str, set[str]] = {}
    introduced: set[str] = set()
    for person in people:
        country = _country(told, person, person.name not in introduced)
        introduced |= {person.name} if person.named.title else set()
        if country is not None and person.named.title:
            found.setdefault(person.name, set()).add(country)
            told.told.append((person.name, replace(person.named.title, country_id=country)))
    settled = {name: next(iter(countries)) for name, countries in found.items() if len(countries) == 1}
    return [_of(scene, person, settled.get(person.name)) for person in people]


def _is_untold(title: TitlePhrase, office: str) -> bool:
    return title.title == office and title.country_id is None and title.body is None and not title.is_former


def _of(scene: Scene, person: Person, country: str | None) -> Person:
    title = person.named.title
    if title is None or title.country_id or country is None or not _has_country(scene, title):
        return person
    return replace(person, named=replace(person.named, title=replace(title, country_id=country)))


def _is_ministerial(title: TitlePhrase) -> bool:
    return title.title.endswith("minister") or title.title in MINISTERIAL


def _is_national(title: TitlePhrase) -> bool:
    is_of_state = _is_ministerial(title) or title.title in AMERICAN | OF_STATE or title.title == "president"
    return title.body is None and is_of_state


def _has_country(scene: Scene, title: TitlePhrase) -> bool:
    """Whether an office is of a country: of none of its bodies but a ministry that goes without it, "the Foreign Office"."""
    body = scene.entities.by_start.get(title.body[0]) if title.body else None
    is_ministry = body is not None and body.country_id is None and _is_ministry(scene.words.text(body.start, body.end))
    return _is_national(title) or (title.title in OF_HOME and (title.body is None or is_ministry))


def _is_ministry(name: str) -> bool:
    words = name.lower().split()
    return "ministry" in {words[0], words[-1]} or name in {"Foreign Office", "FO", "MoFA", "Presidency"}


def _country(told: Governments, person: Person, is_introduced: bool) -> str | None:
    title = person.named.title
    if title is None or title.country_id or not _has_country(told.scene, title):
        return None
    may_be = (_only(told, title), *_among(told, person.name, title, is_introduced))
    return next((country for country in may_be if country and _is_open(told, country, title, person.name)), None)


def _is_open(told: Governments, country: str, title: TitlePhrase, name: str) -> bool:
    """Whether a country has the office, and nobody else is said to hold it."""
    head = told.scene.words.at(title.head_start).lower()
    can_be = (country == "USA" and head == "secretary") or _can_be(country, title.title)
    is_known = country_of_leader(name, {title.title}) in {None, country}
    return can_be and is_known and not told.is_taken(country, title.title, name)


def _only(told: Governments, title: TitlePhrase) -> str | None:
    """The only country named; a president or senator may be another country's, which every reader knows."""
    is_usual = (_is_ministerial(title) or told.only == "USA") and told.is_named_before(title)
    return told.only if is_usual or told.only == told.home else None


def _among(told: Governments, name: str, title: TitlePhrase, is_introduced: bool) -> Iterator[str | None]:
    """Countries of a title where a text names several, the likeliest first; one named before it introduces an official."""
    if title.title == "president":
        yield told.home if told.is_of_home(title) else told.visited(title)
    elif _is_ministerial(title) or title.title in OF_STATE:
        is_secretary = told.scene.words.at(title.head_start).lower() == "secretary"
        yield "USA" if told.speaking == "USA" and is_secretary else None
        yield told.near(title) if is_introduced else None
        yield told.speaking or told.own(title, name)
    elif title.title not in DOUBTFUL or (told.speaking == "USA" and title.title != "ambassador"):
        yield "USA" if told.home == "USA" and title.title in AMERICAN else None
    if title.title in OF_HOME:
        yield told.own(title, name)


def _can_be(country: str, title: str) -> bool:
    """Whether a country has such an office."""
    if _lacks(country, title):
        return False
    if country == "USA":
        return not title.endswith("minister") and title not in MINISTERIAL
    return title != "chancellor" or country in {"DEU", "AUT"}


def _lacks(country: str, title: str) -> bool:
    """Whether no president is head of state of a country, or no prime minister governs it."""
    return (country, title) in _absent_offices()


@cache
def _absent_offices() -> frozenset[tuple[str, str]]:
    return frozenset(reference("absent_offices").select("country_id", "title").iter_rows())
