"""Several people under one title: "Ministers Rey and Sol", "the presidents of Peru, Ana Rey, and Chile, Luis Sol"."""

from collections.abc import Iterator
from dataclasses import replace

from assets.entities.names.scenes import Named, Scene
from assets.entities.names.styles import after_styles
from assets.entities.names.title_parts import Place, TitlePhrase
from assets.entities.names.words import Words


def listed(scene: Scene, phrase: TitlePhrase, end: int) -> Iterator[Named]:
    """Further names under a plural title: "Secretaries Antony Blinken, Alejandro Mayorkas and ..."."""
    while phrase.is_plural and scene.words.at(end) in {",", "and"}:
        start = end + 1 + (scene.words.at(end + 1) == "and")
        stop = scene.name_end(start)
        if stop - start < 1 or not scene.words.is_together(end, stop - 1):
            return
        yield Named(start, stop, 0.9, phrase)
        end = stop


def each_of_its_country(scene: Scene, phrase: TitlePhrase, people: list[Named]) -> Iterator[Named]:
    """The people under one title, each of the country in the same place: "ministers of Peru and Chile, Rey and Sol".

    So too "Peruvian and Chilean ministers Rey and Sol".
    """
    named = _countries_in(scene, phrase) or (_countries_before(scene, phrase) if phrase.is_plural else [])
    countries = [place.country_id for place in named]
    is_parallel = len(countries) == len(people) > 1
    for person, country in zip(people, countries if is_parallel else [phrase.country_id] * len(people), strict=True):
        yield replace(person, title=replace(phrase, country_id=country)) if is_parallel else person


def in_turn(scene: Scene, phrase: TitlePhrase, first: Named | None) -> Iterator[Named]:
    """Holders of one office in several countries, each beside the own country."""
    if first is not None:
        yield from _before_countries(scene, phrase, first)
    if phrase.is_plural:
        yield from _after_countries(scene, phrase)


def _before_countries(scene: Scene, phrase: TitlePhrase, first: Named) -> Iterator[Named]:
    """As in "President Ana Rey of Peru, Luis Sol of Chile and Eva Paz of Bolivia"."""
    place = _country_of(scene, first.end)
    while place is not None:
        start = after_styles(scene.words, _past_joint(scene.words, place.end))
        end = scene.name_end(start)
        country, place = place, _country_of(scene, end)
        if place is None or end - start < 2 or not scene.words.is_together(country.start, place.start):
            return
        yield Named(start, end, 0.9, _of(phrase, place))


def _after_countries(scene: Scene, phrase: TitlePhrase) -> Iterator[Named]:
    """As in "the presidents of Peru, Ana Rey, and Chile, Luis Sol", "of Peru (Ana Rey) and Chile (Luis Sol)"."""
    words, places = scene.words, _countries_in(scene, phrase)
    is_of_one = len(places) == 1 and places[0].end == phrase.end
    is_told = is_of_one and "of" in {
        words.at(places[0].start - 1),
        words.at(places[0].start - 2),
    }  # no "chargé d'affaires in Lima"
    place = places[0] if is_told else None
    while place is not None and words.at(place.end) in {",", "("}:
        start = after_styles(words, place.end + 1)
        end = scene.name_end(start)
        is_closed = words.at(place.end) == "," or words.at(end) == ")"
        if end - start < 2 or not is_closed or not words.is_together(place.start, end - 1):
            return
        yield Named(start, end, 0.9, _of(phrase, place))
        place = _country_at(scene, _past_joint(words, end + (words.at(end) == ")")))


def _of(phrase: TitlePhrase, place: Place) -> TitlePhrase:
    return replace(phrase, country_id=place.country_id, is_explicit=True)


def _countries_in(scene: Scene, phrase: TitlePhrase) -> list[Place]:
    """Countries and cities in the tail of a title."""
    tail = (scene.entities.by_start.get(at) for at in range(phrase.head_end, phrase.end))
    return [place for place in tail if place is not None and place.label == "GPE"]


def _countries_before(scene: Scene, phrase: TitlePhrase) -> list[Place]:
    """Countries joined by "and" or commas before the head of a title."""
    found: list[Place] = []
    at = phrase.head_start
    while (place := scene.entities.by_end.get(at)) is not None and place.label in {"NORP", "GPE"}:
        found.insert(0, place)
        at = place.start - (scene.words.at(place.start - 1) in {"and", ",", "&"})
        at -= at < place.start and scene.words.at(at - 1) == ","
    return found


def _country_of(scene: Scene, at: int) -> Place | None:
    """The country in "of Peru", "of the Gambia"."""
    return _country_at(scene, at + 1) if scene.words.at(at) == "of" else None


def _country_at(scene: Scene, at: int) -> Place | None:
    place = scene.entities.by_start.get(at + (scene.words.at(at) == "the"))
    return place if place is not None and place.label == "GPE" and place.country_id else None


def _past_joint(words: Words, at: int) -> int:
    """The word after the comma and "and" between two items of a list."""
    at += words.at(at) in {",", ";"}
    return at + (words.at(at) in {"and", "&"})
