"""The country of officials whom a sentence lists together, when only some of them are said to be of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assets.entities.names.identities import Person
from assets.entities.names.people import OF_NO_COUNTRY
from assets.entities.names.words import Words

SMALLEST_LIST = 3
SEPARATORS = frozenset({",", "and", "the", "as", "well", "along", "with", "also", "a", "its"})
# Whose country, wherever it is named, is that of the list: others may be guests of whom the list begins with.
ABROAD = frozenset({"ambassador", "consul", "diplomatic attaché"})
# In a pair only these go without a country of their own: "Israeli President Herzog and Prime Minister Netanyahu".
SECOND_OF_PAIR = frozenset({"prime minister", "vice president", "foreign minister", "first lady", "defence minister"})


def with_delegation_countries(words: Words, people: Sequence[Person]) -> list[Person]:
    """The people, those without a country given that of the list they stand in.

    "... the Interior Minister, Luisa María Alcalde, and the Mexican ambassador to the United States, Esteban
    Moctezuma" lists Mexicans.
    """
    return [person for listed in _lists(words, people) for person in _completed(listed)]


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
    title = person.named.title
    start = min(title.start, person.named.start) if title else person.named.start
    between = words.texts[before.named.end : start]
    return words.is_together(before.named.start, start) and (";" in between or SEPARATORS.issuperset(between))


def _completed(listed: list[Person]) -> list[Person]:
    country = _country(listed)
    return [_of_country(person, country) for person in listed] if country else listed


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
