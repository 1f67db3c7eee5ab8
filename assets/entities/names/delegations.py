"""The country of officials whom a sentence lists together, when only some of them are said to be of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assets.entities.names.counterparts import OF_NO_COUNTRY
from assets.entities.names.identities import Person
from assets.entities.names.scenes import Scene
from assets.entities.names.words import Words

SMALLEST_LIST = 3
SIDES = frozenset({"side", "delegation", "team"})
# Words that tie a list of people to the side or the person before them: "is accompanied by", "delegation made up of".
TYING = frozenset(
    {
        "was",
        "were",
        "is",
        "are",
        "headed",
        "led",
        "by",
        "made",
        "up",
        "of",
        "comprising",
        "comprised",
        "composed",
        "the",
    }
    | {
        "including",
        "included",
        "includes",
        "consisting",
        "accompanied",
        "represented",
        "his",
        "her",
        ":",
        "who",
        ",",
        "also",
        "a",
    }
)
SEPARATORS = frozenset({",", "and", "the", "as", "well", "along", "with", "also", "a", "its"})
# Whose country, wherever it is named, is that of the list: others may be guests of whom the list begins with.
ABROAD = frozenset({"ambassador", "consul", "diplomatic attaché"})
# In a pair only these go without a country of their own: "Israeli President Herzog and Prime Minister Netanyahu".
SECOND_OF_PAIR = frozenset({"prime minister", "vice president", "foreign minister", "first lady", "defence minister"})


def with_delegation_countries(scene: Scene, people: Sequence[Person]) -> list[Person]:
    """The people, those without a country given that of the list they stand in, or of the side they are said to be on.

    "... the Interior Minister, Luisa María Alcalde, and the Mexican ambassador to the United States, Esteban
    Moctezuma" lists Mexicans; "on the Greek side by Minister Sol" and "Minister Rey, accompanied by Ambassador Sol"
    tell whose they are.
    """
    return [person for listed in _lists(scene.words, people) for person in _completed(scene, people, listed)]


def _lists(words: Words, people: Sequence[Person]) -> Iterator[list[Person]]:
    """Runs of people between whom nothing stands but commas, "and" and their titles."""
    listed: list[Person] = []
    for person in people:
        if listed and not _is_next(words, listed[-1], person):
            yield listed
            listed = []
        listed.append(person)
    if listed:
        yield listed


def _is_next(words: Words, before: Person, person: Person) -> bool:
    between = words.texts[before.named.end : _start(person)]
    return words.is_together(before.named.start, _start(person)) and (";" in between or SEPARATORS.issuperset(between))


def _start(person: Person) -> int:
    title = person.named.title
    return min(title.start, person.named.start) if title else person.named.start


def _completed(scene: Scene, people: Sequence[Person], listed: list[Person]) -> list[Person]:
    country = _side(scene, people, listed) or _country(listed)
    return [_of_country(person, country) for person in listed] if country else listed


def _side(scene: Scene, people: Sequence[Person], listed: Sequence[Person]) -> str | None:
    """The country of the side or delegation, or of the person led, to which the words before a list tie it."""
    words, at = scene.words, _start(listed[0])
    while words.lower[at - 1] in TYING and words.is_together(at - 1, listed[0].named.start):
        at -= 1
    tied = {*words.lower[at : listed[0].named.start]}
    if "represented" in tied:  # "Peru was represented by Minister Sol and Ambassador Rey"
        sender = scene.entities.by_end.get(at)
        return sender.country_id if sender is not None and sender.label == "GPE" else None
    if words.at(at - 1).lower() in SIDES:
        adjective = scene.entities.by_end.get(at - 1)
        if adjective is not None and adjective.label in {"NORP", "GPE"}:
            return adjective.country_id
    if "accompanied" not in tied and words.at(at - 1).lower() != "delegation":
        return None
    return _led(scene, people, listed, at)


def _led(scene: Scene, people: Sequence[Person], listed: Sequence[Person], at: int) -> str | None:
    """The country of whoever is named last before the word ``at`` in its sentence, else of all in the one before it.

    An ambassador whom the list holds tells it too.
    """
    sentences = scene.words.sentences
    titles = [title for person in listed if (title := person.named.title) and title.is_explicit]
    told = {title.country_id for title in titles if title.country_id}
    if told:
        return told.pop() if len(told) == 1 else None
    countries = {person.name: country for person in people if (country := person.named.country(scene))}
    before = [person for person in people if person.named.end <= at and sentences[person.named.start] == sentences[at]]
    if before:
        return countries.get(before[-1].name)
    earlier = [person for person in people if sentences[person.named.start] == sentences[at] - 1]
    found = {countries[person.name] for person in earlier if person.name in countries}
    return found.pop() if len(found) == 1 else None


def _country(listed: Sequence[Person]) -> str | None:
    """The one country that the titles of a list name in words; None when they name none or several."""
    titles = [person.named.title for person in listed if person.named.title]
    named = {title.country_id for title in titles if title.is_explicit and title.country_id}
    if len(named) != 1 or len(titles) < len(listed):
        return None
    is_pair = len(titles) == 2 and titles[0].is_explicit and titles[1].title in SECOND_OF_PAIR - {titles[0].title}
    is_led = titles[0].is_explicit or any(title.is_explicit and title.title in ABROAD for title in titles)
    return named.pop() if (len(titles) >= SMALLEST_LIST and is_led) or is_pair else None


def _of_country(person: Person, country: str) -> Person:
    title = person.named.title
    if title is None or title.country_id or title.title in OF_NO_COUNTRY:
        return person
    return replace(person, named=replace(person.named, title=replace(title, country_id=country)))
