"""Offices that a person has by several titles in one document: the fuller one says what the shorter ones mean."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assets.entities.names.identities import Person
from assets.entities.names.title_parts import TitlePhrase

SHORT = frozenset({"secretary", "minister", "deputy minister", "assistant secretary"})


def with_fuller_offices(people: Sequence[Person]) -> list[Person]:
    """The people, "Secretary Blinken" holding the office of "Secretary of State Antony Blinken"."""
    held: dict[str, list[TitlePhrase]] = {}
    for person in people:
        if person.named.title:
            held.setdefault(person.name, []).append(person.named.title)
    return [_completed(person, held.get(person.name, ())) for person in people]


def _completed(person: Person, held: Iterable[TitlePhrase]) -> Person:
    title = person.named.title
    if title is None or title.is_former or title.is_plural:
        return person
    fuller = next((other for other in held if _tells_more(other, title)), None)
    if fuller is None:
        return person
    full = replace(
        title,
        title=fuller.title,
        portfolio=fuller.portfolio,
        country_id=title.country_id or fuller.country_id,
        is_explicit=title.is_explicit or fuller.is_explicit,
    )
    return replace(person, named=replace(person.named, title=full))


def _tells_more(other: TitlePhrase, title: TitlePhrase) -> bool:
    """Whether another phrase of the same person names the country, or the portfolio that a short title leaves out."""
    if other.is_former or (title.country_id and other.country_id not in {None, title.country_id}):
        return False
    if title.title == other.title:
        return title.country_id is None and other.country_id is not None
    return (
        title.title in SHORT and other.title.endswith((title.title, "secretary of state")) and _same_rank(other, title)
    )


def _same_rank(other: TitlePhrase, title: TitlePhrase) -> bool:
    """Whether neither is the deputy of the other, and neither leads a government."""
    ranks = ("deputy", "assistant", "under", "prime", "first")
    return [other.title.startswith(rank) for rank in ranks] == [title.title.startswith(rank) for rank in ranks]
