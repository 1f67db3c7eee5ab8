"""Tails of title phrases: "of Mexico", "to the United States", "for Arms Control and International Security"."""

from dataclasses import dataclass, replace

from assets.entities.names.names import given_names, is_name_word
from assets.entities.names.styles import EXCELLENCY
from assets.entities.names.title_heads import LINKS, head_at
from assets.entities.names.title_parts import NATIONAL, Entities, Place
from assets.entities.names.title_words import HONORIFICS, Title
from assets.entities.names.vocabulary import CALENDAR, NOT_NAMES, PARTICLES, is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

PLAIN_TAIL = word_set(
    "republic government state country delegation mission party parliament ministry staff cabinet council "
    "committee nation opposition department organization organisation group commission association court bloc "
    "agency region talks meeting military army junta presidency coalition alliance movement"
)
# Further affairs of a ministry: "Minister of Foreign Affairs and European Integration".
AFFAIRS = word_set(
    "affairs relations integration cooperation trade commerce business expatriates emigrants diaspora development commonwealth "
    "worship migration mobility tourism culture security defence defense immigration international european african "
    "arab regional human religious foreign economic external immigration citizenship safety communications transport "
    "works infrastructure energy water land lands environment agriculture fisheries forestry labour labor employment "
    "youth sport sports social planning investment industry innovation science technology education health "
    "justice resources conservation sanitation"
)
ARTICLES = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "my"})
JOINTS = frozenset({"and", "&", "-"})
SPEAKING = frozenset({"spokesperson", "deputy spokesperson"})
SERVING = SPEAKING | {"adviser", "chief of staff", "special envoy", "special representative", "representative"}
LONGEST_TAIL = 16


@dataclass(frozen=True)
class Tail:
    """The words that follow the head of a title phrase, and what they tell."""

    end: int
    country_id: str | None = None  # the country represented
    kind: str = ""  # a word on the kind of office: "of a body", "diplomacy", "foreign ministry"
    body: tuple[int, int] | None = None  # words of the institution whose office it is
    is_regional: bool = False  # "for Asia", "for Near Eastern Affairs"


def tail_of(words: Words, entities: Entities, index: int, end: int, title: Title) -> Tail:
    """The tail after the head at the words ``[index, end)``."""
    kind = "chancellor" if words.at(index).lower().startswith("chancellor") else ""
    to_place = end - (words.at(end - 1) in LINKS)  # some titles are told by their preposition: "high commissioner to"
    tail = Tail(_affairs_end(words, index, to_place), kind=kind)
    while words.at(tail.end) in LINKS and words.is_together(index, tail.end + 1) and tail.end - index < LONGEST_TAIL:
        step = _step(words, entities, tail.end + 1)
        if step is None or (title.name in SERVING and _is_person_served(words, tail.end)):
            break
        tail = _with_step(words, entities, replace(tail), words.at(tail.end), step, title)
    return tail if tail.end > end else _set_off_body(words, entities, replace(tail, end=max(tail.end, end)), index)


def _is_person_served(words: Words, index: int) -> bool:
    """Whether the office of somebody named follows: "adviser to Peruvian President Ana Sol", not "to the President"."""
    is_link = words.at(index) in {"to", "for"} and words.at(index + 1).lower() not in ARTICLES
    heads = (head_at(words, at) for at in (index + 1, index + 2) if is_link and at < len(words))
    return any(head is not None and is_capitalised(words.at(head[0])) for head in heads)


def _affairs_end(words: Words, index: int, end: int) -> int:
    """Word after the further affairs of a minister: "of Foreign Affairs and Trade", "of Home Affairs, Water and Land"."""
    if words.at(end - 1) != "Affairs" and LINKS.isdisjoint(words.lower[index:end]):
        return end
    at = last = end
    while (start := _past_joint(words, at)) > at:
        is_last = words.at(start - 1) != ","
        at = start
        while is_capitalised(words.at(at)) and words.at(at).lower() in AFFAIRS:
            at += 1
        if at == start:
            break
        last = at if is_last else last
    return last


def _past_joint(words: Words, at: int) -> int:
    at += words.at(at) == ","
    return at + (words.at(at) in {"and", "&"})


def _set_off_body(words: Words, entities: Entities, tail: Tail, index: int) -> Tail:
    """The tail with the body after a comma: "Bo Lee, Administrator, Federal Emergency Management Agency"."""
    body = entities.by_start.get(tail.end + 1)
    if words.at(tail.end) != "," or body is None or body.label != "ORG" or not is_capitalised(words.at(index)):
        return tail
    is_closed = words.at(body.end) in {".", ";", ",", ")", ""} or not words.is_together(tail.end, body.end)
    is_list = words.at(body.end) == "," and is_capitalised(words.at(body.end + 1))
    return replace(tail, end=body.end, body=(body.start, body.end)) if is_closed and not is_list else tail


def _with_step(
    words: Words, entities: Entities, tail: Tail, link: str, step: tuple[Place | None, int], title: Title
) -> Tail:
    """The tail with one more preposition and what follows it."""
    place, end = step
    tail = replace(tail, end=end)
    link = "of" if title.name in SPEAKING else link  # "spokesperson for the Peruvian Foreign Ministry"
    if place and place.label == "ORG" and link in {"of", "in", "at"}:
        tail = replace(tail, body=tail.body or (place.start, place.end))
    if link in {"for", "of"} and place and (place.label in {"LOC", "NORP"} or (link == "for" and place.label == "GPE")):
        tail = replace(tail, is_regional=place.label != "NORP" or end > place.end)
    if link != "of":
        return tail
    if place is None:
        text = words.text(end - 1, end).lower()
        if text in NATIONAL:
            return replace(tail, country_id=tail.country_id or entities.country_before(words, end - 1))
        is_of_state = text == "government"
        return tail if is_of_state else replace(tail, kind=tail.kind or _plain_kind(text))
    tail = replace(tail, country_id=tail.country_id or place.country_id)
    if place.label == "ORG":
        body = words.text(place.start, place.end).lower()
        tail = replace(tail, kind=tail.kind or (body if "foreign" in body else _body_kind(body)))
    if words.at(end) == "diplomacy":
        return replace(tail, kind="diplomacy", end=end + 1)
    return tail


def _plain_kind(text: str) -> str:
    return "diplomacy" if text == "diplomacy" else _body_kind(text)


def _body_kind(body: str) -> str:
    legislatures = ("parliament", "national assembly", "senate", "chamber of deputies", "house of representatives")
    return "of a parliament" if body.endswith(legislatures) else "of a body"


def _step(words: Words, entities: Entities, index: int) -> tuple[Place | None, int] | None:
    """What follows a preposition of the tail: an entity, capitalised words, or a plain word like "republic"."""
    if words.at(index).lower() in ARTICLES:
        index += 1
    if words.at(index) in EXCELLENCY | CALENDAR:
        return None  # "the envoy of H.E. Ana Rey, President of Peru", "called on the President of Peru on Tuesday"
    place = entities.by_start.get(index)
    if place and words.at(place.end) == "'s":
        return _owned_body(words, entities, place)
    if place and place.label in {"GPE", "LOC", "ORG", "NORP", "FAC"}:
        return place, _place_end(words, entities, place)
    if words.at(index).lower() in PLAIN_TAIL | {"diplomacy"} and words.at(index + 1) != "-":
        return None, index + 1
    if is_capitalised(words.at(index)) and words.at(index - 1) != "to":
        end = _capitals_end(words, entities, index)
        return (None, end) if end > index else None
    return None


def _owned_body(words: Words, entities: Entities, owner: Place) -> tuple[Place | None, int] | None:
    """As in "Russia's Security Council": the body with its owner's country; nothing when no body follows."""
    for start in (owner.end + 1, owner.end + 2):
        body = entities.by_start.get(start)
        if body and body.label == "ORG" and is_capitalised(words.at(owner.end + 1)):
            return replace(body, country_id=owner.country_id), body.end
    return None


def _place_end(words: Words, entities: Entities, place: Place) -> int:
    """End of "Asia, the Middle East and Oceania", "African Affairs", "the Russian delegation"."""
    if place.label in {"NORP", "LOC"} and words.is_together(place.start, place.end):
        if words.at(place.end).lower() in PLAIN_TAIL and place.label == "NORP":
            return place.end + 1
        if words.at(place.end) in NOT_NAMES and is_capitalised(words.at(place.end)):
            return max(_capitals_end(words, entities, place.start), place.end)
        if words.at(place.end) in JOINTS and (other := entities.by_start.get(place.end + 1)) and other.label == "NORP":
            return max(_capitals_end(words, entities, place.start), place.end)  # "European and Eurasian Affairs"
    return _list_end(words, entities, place)


def _list_end(words: Words, entities: Entities, place: Place) -> int:
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
    """Word after the capitalised words that name a portfolio; a person's name after them is left out."""
    end = index
    while words.is_together(index, end) and end - index < LONGEST_TAIL:
        following = _following(words, entities, end) if end > index else end
        if following < 0 or (following == end > index and begins_name(words, index, end)):
            break
        place = entities.by_start.get(following)
        end = place.end if place else following + 1
    return end


def _following(words: Words, entities: Entities, end: int) -> int:
    """The next word that belongs to a portfolio, past "and" or a comma; -1 when none does."""
    at = end
    if words.at(end) == "," and _is_list(words, end + 1):
        at = end + 1 + (words.at(end + 1) == "and")
    elif words.at(end) in JOINTS:
        at = end + 1 + (words.at(end + 1) == "the")
    word = words.at(at)
    is_title = word != "" and (
        head_at(words, at, entities) is not None or (word.lower().rstrip(".") in HONORIFICS or word == "Eng.")
    )
    return at if is_capitalised(word) and not is_title else -1


def _is_list(words: Words, at: int) -> bool:
    """Whether a comma joins parts of a portfolio: "Democracy, Human Rights, and Labor"."""
    if words.at(at) == "and":
        return words.at(at + 1) in NOT_NAMES and is_capitalised(words.at(at + 1))
    has_more = any(words.at(at + step) in {"and", "&"} for step in (1, 2, 3))
    return words.at(at) in NOT_NAMES and is_capitalised(words.at(at)) and has_more


def begins_name(words: Words, index: int, at: int) -> bool:
    """Whether a person's name begins at ``at``, inside capitalised words that began at ``index``."""
    if not is_name_word(words.at(at)) or at == index or words.at(at - 1) in JOINTS:
        return False
    following = words.at(at + 1)
    goes_on = is_name_word(following) or following in PARTICLES or following == "-" or "." in following
    return goes_on and (words.at(at) in given_names() or words.at(at - 1) in NOT_NAMES)
