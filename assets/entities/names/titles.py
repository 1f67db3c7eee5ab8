"""Title phrases: "the former Mexican ambassador to the United States", with the country they represent."""

from collections.abc import Iterator
from dataclasses import replace

from assets.entities.names.names import given_names
from assets.entities.names.title_parts import Entities, Place, TitlePhrase
from assets.entities.names.title_words import Title, titles
from assets.entities.names.vocabulary import is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

FORMER = frozenset({"former", "ex", "late", "then", "ousted", "deposed", "erstwhile"})
ADJECTIVES = word_set(
    "acting outgoing interim new incoming current deputy senior top visiting newly elected appointed first "
    "permanent executive prime joint chief caretaker designate honorary distinguished respected veteran "
    "populist leftist conservative right-wing left-wing long-time longtime presidential parliamentary special "
    "constitutional extraordinary plenipotentiary then-foreign principal assistant associate vice"
)
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "my"})
NATIONAL = frozenset({"country", "nation", "state", "republic", "kingdom"})
# Prepositions of the tail: only "of" tells whom a person represents.
LINKS = frozenset({"of", "for", "to", "in", "at", "on", "with"})
PLAIN_TAIL = word_set(
    "republic government state country delegation mission party parliament ministry staff cabinet council "
    "committee nation opposition department organization organisation group commission association court bloc "
    "agency region"
)
REPRESENTING_ABROAD = frozenset({"ambassador", "consul", "special envoy", "diplomatic attaché"})
GOVERNMENT_HEADS = frozenset({"DEU", "AUT"})  # where a chancellor leads the government
SUBORDINATE = frozenset(
    {"vice president", "prime minister", "foreign minister", "deputy foreign minister", "chief of staff"}
)
FOREIGN_CHANCELLORS = word_set(
    "ARG BOL BRA CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRY SLV URY VEN"
)  # where a chancellor is the foreign minister
LONGEST_TAIL = 16


def title_phrases(words: Words, entities: Entities) -> Iterator[TitlePhrase]:
    """Title phrases from left to right; a phrase inside the tail of another counts for itself too."""
    index = 0
    before: TitlePhrase | None = None
    while index < len(words):
        found = _head_at(words, index)
        if found is None or _is_inside_name(entities, index):
            index += 1
            continue
        end, title, is_plural = found
        before = _after(words, before, _phrase(words, entities, index, end, title, is_plural))
        yield before
        index = end


def _after(words: Words, before: TitlePhrase | None, phrase: TitlePhrase) -> TitlePhrase:
    """The phrase with what the one before tells: "Iraqi Deputy Prime Minister and Foreign Minister", "his Vice President"."""
    if before is None or phrase.is_explicit or not words.is_together(before.start, phrase.start):
        return phrase
    if phrase.start == before.end + 1 and words.at(before.end) == "and" and not phrase.has_determiner:
        phrase = replace(phrase, start=before.start, has_determiner=before.has_determiner)
    elif words.at(phrase.start - 1) not in {"his", "her"} or phrase.title not in SUBORDINATE:
        return phrase
    return replace(phrase, country_id=before.country_id or phrase.country_id, is_explicit=before.is_explicit)


def title_of(pattern: str) -> Title | None:
    """The title that roles.csv gives for exactly these words."""
    words = tuple(pattern.lower().split())
    return next((title for known, title in titles().get(words[0], ()) if known == words), None)


def _is_inside_name(entities: Entities, index: int) -> bool:
    """Whether the word stands in an organization or venue: "General Assembly", "Presidential Palace"."""
    return any(
        place.start <= index < place.end and place.label in {"ORG", "FAC", "EVENT"}
        for start in range(max(index - 10, 0), index + 1)
        if (place := entities.by_start.get(start))
    )


def _head_at(words: Words, index: int) -> tuple[int, Title, bool] | None:
    for pattern, title in titles().get(words.texts[index].lower(), ()):
        end = index + len(pattern)
        if len(pattern) == 1 and words.texts[index] in given_names() and words.at(end) != "of":
            continue  # Hossein Amir-Abdollahian is no emir
        if words.is_together(index, end - 1) and tuple(word.lower() for word in words.texts[index:end]) == pattern:
            return end, title, _is_plural(words.texts[index:end])
    return None


def _is_plural(pattern: tuple[str, ...]) -> bool:
    head = next((index for index, word in enumerate(pattern) if word.lower() in LINKS), len(pattern)) - 1
    word = pattern[max(head, 0)].lower()
    return word.endswith(("men", "women")) or (word.endswith("s") and not word.endswith(("ss", "charge d'affaires")))


def _phrase(words: Words, entities: Entities, index: int, end: int, title: Title, is_plural: bool) -> TitlePhrase:
    start, country_before, is_former = _modifiers(words, entities, index)
    tail_end, country_after, kind = _tail(words, entities, index, end, title)
    country = country_before or country_after
    phrase = TitlePhrase(
        start=start,
        end=tail_end,
        head_start=index,
        head_end=end,
        title=title.name,
        portfolio=title.portfolio,
        country_id=country or title.country_id,
        is_former=is_former,
        has_determiner=words.at(start - 1).lower() in DETERMINERS | {"'s"},
        is_plural=is_plural,
        is_explicit=country is not None,
    )
    return _specified(phrase, kind, entities, index)


def _specified(phrase: TitlePhrase, tail: str, entities: Entities, index: int) -> TitlePhrase:
    """The phrase with the title that its tail or country makes of it."""
    if tail == "chancellor" and _heads_government(phrase, entities):
        return replace(phrase, title="chancellor", portfolio=None)
    body = entities.by_end.get(index)
    if phrase.title == "president" and body and body.label == "ORG" and not body.country_id:
        return replace(phrase, title="chairman")  # "European Council President"
    if phrase.title == "deputy minister" and "foreign" in tail:
        return replace(phrase, title="deputy foreign minister", portfolio="foreign affairs")
    if phrase.title == "head" and "diplomacy" in tail:
        return replace(phrase, title="foreign minister", portfolio="foreign affairs")
    if phrase.title == "president" and tail.startswith("of a body"):
        return replace(phrase, title="chairman", country_id=None)
    return phrase


def _heads_government(phrase: TitlePhrase, entities: Entities) -> bool:
    """Whether a chancellor leads a government, as in Germany; in Latin America a chancellor is a foreign minister."""
    if phrase.country_id:
        return phrase.country_id in GOVERNMENT_HEADS
    named = {place.country_id for place in entities.by_start.values()}
    return not GOVERNMENT_HEADS.isdisjoint(named) or named.isdisjoint(FOREIGN_CHANCELLORS)


def _modifiers(words: Words, entities: Entities, index: int) -> tuple[int, str | None, bool]:
    """Where the phrase starts, the country its modifiers name, and whether the office is a former one."""
    start, country, is_former = index, None, False
    while words.is_together(start - 1, index) and index - start < LONGEST_TAIL:
        place = entities.by_end.get(start)
        word = words.texts[start - 1].lower()
        if place and place.label in {"NORP", "GPE", "ORG"} and not _is_apart(words, place, start):
            start, country = place.start, country or place.country_id
        elif word in ADJECTIVES or word in FORMER or (word == "-" and words.at(start - 2).lower() == "ex"):
            is_former = is_former or word in FORMER
            start -= 1
        elif word == "'s" and (owner := _owner(words, entities, start - 1)):
            start, country = owner[0], country or owner[1]
            break
        else:
            break
    return start, country, is_former


def _is_apart(words: Words, place: Place, start: int) -> bool:
    """A country's name right before a title is a modifier only as an abbreviation or adjective-like name."""
    return (
        place.label == "GPE"
        and words.at(place.start - 1) in {"in", "from", "to", "at"}
        and words.at(place.end) != "'s"
        and start == place.end
        and len(words.text(place.start, place.end)) > 4
    )


def _owner(words: Words, entities: Entities, apostrophe: int) -> tuple[int, str | None] | None:
    """Start and country of the owner in "Russia's", "the country's"."""
    place = entities.by_end.get(apostrophe)
    if place:
        return place.start, place.country_id
    if words.at(apostrophe - 1).lower() in NATIONAL:
        return apostrophe - 1, entities.country_before(words, apostrophe - 1)
    return None


def _tail(words: Words, entities: Entities, index: int, end: int, title: Title) -> tuple[int, str | None, str]:
    """End of the phrase after "of Mexico", "to the United States"; the country it represents; a word on its kind."""
    country: str | None = None
    kind = "chancellor" if words.at(index).lower().startswith("chancellor") else ""
    while words.at(end) in LINKS and words.is_together(index, end + 1) and end - index < LONGEST_TAIL:
        link = words.at(end)
        step = _tail_step(words, entities, end + 1, title)
        if step is None:
            break
        place, end = step
        text = words.text(end - 1, end).lower()
        if place and link == "of" and title.name != "adviser":
            country = country or place.country_id
        if place and place.label == "ORG" and link == "of":
            body = words.text(place.start, place.end).lower()
            kind = kind or (body if "foreign" in body else "of a body")
        if place is None and link == "of" and text not in NATIONAL | {"government"}:
            kind = kind or ("diplomacy" if text == "diplomacy" else "of a body")
        if place and words.at(end) == "diplomacy":
            kind, end = "diplomacy", end + 1
        if place is None and text in NATIONAL and link == "of":
            country = country or entities.country_before(words, index)
    return end, country, kind


def _tail_step(words: Words, entities: Entities, index: int, title: Title) -> tuple[Place | None, int] | None:
    """What follows a preposition of the tail: an entity, capitalised words, or a plain word like "republic"."""
    if words.at(index).lower() in DETERMINERS:
        index += 1
    place = entities.by_start.get(index)
    if place and words.at(place.end) == "'s":
        return _owned_body(words, entities, place)
    if place and place.label in {"GPE", "LOC", "ORG", "NORP", "FAC"}:
        return place, _list_end(words, entities, place)
    if words.at(index).lower() in PLAIN_TAIL | {"diplomacy"} and words.at(index + 1) != "-":
        return None, index + 1
    if is_capitalised(words.at(index)) and words.at(index - 1) != "to":
        return None, _capitals_end(words, entities, index)
    return None


def _owned_body(words: Words, entities: Entities, owner: Place) -> tuple[Place | None, int] | None:
    """As in "Russia's Security Council": the body with its owner's country; nothing when no body follows."""
    body = entities.by_start.get(owner.end + 1)
    if body is None or body.label != "ORG":
        return None
    return replace(body, country_id=owner.country_id), body.end


def _list_end(words: Words, entities: Entities, place: Place) -> int:
    """End of "Asia, the Middle East and Oceania"."""
    end = place.end
    while place.label in {"LOC", "GPE"} and words.at(end) in {",", "and"}:
        following = end + 1 + (words.at(end + 1) in {"the", "and"})
        following += words.at(following) == "the"
        item = entities.by_start.get(following)
        if item is None or item.label not in {"LOC", "GPE"} or not words.is_together(place.start, following):
            break
        if words.at(end) == "," and words.at(item.end) not in {",", "and"}:
            break
        end = item.end
    return end


def _capitals_end(words: Words, entities: Entities, index: int) -> int:
    end = index + 1
    while words.is_together(index, end) and end - index < LONGEST_TAIL:
        if is_capitalised(words.at(end)) and _head_at(words, end) is None:
            end += 1
        elif (
            words.at(end) in {"and", "-", "&"}
            and is_capitalised(words.at(end + 1))
            and _head_at(words, end + 1) is None
        ):
            end += 2
        else:
            break
    return end
