"""Title phrases: "the former Mexican ambassador to the United States", with the country they represent."""

from collections.abc import Iterator
from dataclasses import replace

from assets.entities.names.office_functions import by_function
from assets.entities.names.title_heads import head_at
from assets.entities.names.title_parts import NATIONAL, Entities, Place, TitlePhrase
from assets.entities.names.title_tails import SERVING, tail_of
from assets.entities.names.title_words import Title, title_words, titles
from assets.entities.names.vocabulary import CALENDAR, FUNCTION_WORDS, NOT_NAMES, is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set
from warehouse.tables.entities import RoleStatus

FORMER = frozenset({"former", "ex", "late", "then", "ousted", "deposed", "erstwhile", "onetime", "one-time", "retired"})
ACTING = frozenset({"acting", "caretaker", "interim", "ad interim", "transitional"})
ELECT = frozenset({"elect", "designate", "incoming"})
ADJECTIVES = word_set(
    "acting outgoing interim new incoming current deputy senior top visiting newly elected appointed first "
    "permanent executive prime joint chief caretaker designate honorary distinguished respected veteran "
    "populist leftist conservative right-wing left-wing long-time longtime presidential parliamentary special "
    "constitutional extraordinary plenipotentiary then-foreign principal assistant associate vice "
    "nuclear climate powerful reclusive junta security trade military economic political humanitarian"
)
DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "my"})
SUBORDINATE = frozenset(
    {"vice president", "prime minister", "foreign minister", "deputy foreign minister", "chief of staff"}
)
FORCES = frozenset({"army", "navy", "police"})
SENT = frozenset({"special representative", "special envoy", "representative"})
ENVOYS = frozenset({"ambassador", "consul general", "charge d'affaires"})
# what an envoy is beside: "Ambassador and Head of Delegation"
HEADING = frozenset({"head", "permanent representative"})
LONGEST_MODIFIERS = 16
LONGEST_ABBREVIATION = 6
UNTOLD = frozenset({"secretary", "minister", "president", "spokesperson"})
# Of two offices of one person, the one that says what the person does in diplomacy.
FOREIGN_OFFICES = frozenset({"foreign minister", "high representative"})


def title_phrases(words: Words, entities: Entities) -> Iterator[TitlePhrase]:
    """Title phrases from left to right; a phrase inside the tail of another counts for itself too."""
    index = 0
    before: TitlePhrase | None = None
    while index < len(words):
        found = head_at(words, index, entities)
        if found is None or _is_inside_name(words, entities, index, found[0]):
            index += 1
            continue
        end, title, is_plural = found
        end += 2 * (words.at(end) == "-" and words.at(end + 1) in {"elect", "designate"})
        before = _after(words, before, _phrase(words, entities, index, end, title, is_plural))
        yield before
        index = end


def _after(words: Words, before: TitlePhrase | None, phrase: TitlePhrase) -> TitlePhrase:
    """The phrase with what the one before tells: "Iraqi Deputy Prime Minister and Foreign Minister", "his Vice President"."""
    if before is None or not words.is_together(before.start, phrase.start):
        return phrase
    if _is_joined(words, before, phrase):
        return _joined(before, phrase)
    is_of_body = phrase.title == "secretary-general"  # of "the representative of President Sol" Sol is the president
    if before.title in SENT and is_of_body and phrase.start < before.end == phrase.head_start:
        return _sent_by(before, phrase)
    if before.title in SERVING and _is_served(words, before, phrase):
        return replace(before, end=phrase.end, country_id=before.country_id or phrase.country_id)
    if phrase.is_explicit or words.at(phrase.start - 1) not in {"his", "her"} or phrase.title not in SUBORDINATE:
        return phrase
    return replace(phrase, country_id=before.country_id or phrase.country_id, is_explicit=before.is_explicit)


def _is_served(words: Words, before: TitlePhrase, phrase: TitlePhrase) -> bool:
    """Whether the second phrase names whom the first one serves: "Adviser to the Prime Minister of Kenya"."""
    between = words.lower[before.head_end : phrase.start]
    return len(between) == 2 and between[0] in {"to", "for", "of"} and between[1] == "the"


def _is_joined(words: Words, before: TitlePhrase, phrase: TitlePhrase) -> bool:
    """Whether two phrases are the offices of one person: "Deputy Prime Minister and Foreign Minister of Jordan"."""
    joint = words.at(before.end)
    is_next = phrase.start == before.end + 1 and joint in {"and", "/", "–", "—", "-", "&"} and not phrase.has_determiner
    if before.title in UNTOLD and not before.is_explicit:
        return False  # "the Secretary and President Ghani"
    if before.title in ENVOYS and phrase.portfolio != before.portfolio and phrase.title not in HEADING:
        return False  # "the US Ambassador and Chief Justice Sol" are two
    return is_next and not (before.is_explicit and phrase.is_explicit) and before.is_plural == phrase.is_plural


def _joined(before: TitlePhrase, phrase: TitlePhrase) -> TitlePhrase:
    main = before if before.title in FOREIGN_OFFICES and phrase.title not in FOREIGN_OFFICES else phrase
    if before.title in ENVOYS and phrase.title in HEADING:
        main = before  # "Ambassador and Head of the Delegation of the European Union"
    named = before if before.is_explicit else phrase if phrase.is_explicit else main
    return replace(
        phrase,
        start=before.start,
        has_determiner=before.has_determiner,
        title=main.title,
        portfolio=main.portfolio,
        country_id=named.country_id or main.country_id,
        is_explicit=named.is_explicit,
    )


def _sent_by(before: TitlePhrase, phrase: TitlePhrase) -> TitlePhrase:
    """The envoy of whoever the second phrase names: "Special Representative of the UN Secretary-General for Sahel"."""
    return replace(
        before,
        end=phrase.end,
        country_id=before.country_id or phrase.country_id,
        is_explicit=before.is_explicit or phrase.is_explicit,
        body=before.body or phrase.body,
    )


def title_of(pattern: str) -> Title | None:
    """The title that roles.csv gives for exactly these words."""
    words = tuple(pattern.lower().split())
    return next((title for known, title in titles().get(words[0], ()) if known == words), None)


def _is_inside_name(words: Words, entities: Entities, index: int, end: int) -> bool:
    """Whether the head stands in an organization or venue: "General Assembly"; not in "the COAS", "the Army Chief"."""
    return any(
        place.start <= index < place.end
        and place.label in {"ORG", "FAC", "EVENT"}
        and not (place.start == index and (place.end == end or words.lower[index] in FORCES))
        for start in range(max(index - 10, 0), index + 1)
        if (place := entities.by_start.get(start))
    )


def _phrase(words: Words, entities: Entities, index: int, end: int, title: Title, is_plural: bool) -> TitlePhrase:
    start, country_before = _modifiers(words, entities, index)
    tail = tail_of(words, entities, index, end, title)
    country_before = country_before or _sender(words, entities, start, tail.end, title)
    country, body = country_before or tail.country_id, _body_before(entities, start, index)
    phrase = TitlePhrase(
        start=start,
        end=tail.end,
        head_start=index,
        head_end=end,
        title=title.name,
        portfolio=title.portfolio,
        country_id=country or (title.country_id if body is None else None),  # "the Taliban's supreme leader"
        status=_status(words, start, index, end),
        has_determiner=words.at(start - 1).lower() in DETERMINERS | {"'s"},
        is_plural=is_plural,
        is_explicit=country is not None,
        body=tail.body or body,
    )
    return by_function(words, entities, phrase, tail)


def _sender(words: Words, entities: Entities, start: int, end: int, title: Title) -> str | None:
    """Country of "its ambassador to Peru": the last one named before that is not the one that receives."""
    if words.at(start - 1) != "its" or title.name not in ENVOYS:
        return None
    host = entities.by_end.get(end)
    before = (entities.by_start.get(at) for at in range(start - 1, -1, -1) if words.is_together(at, start))
    countries = (place.country_id for place in before if place is not None and place.label == "GPE")
    return next((found for found in countries if found and (host is None or found != host.country_id)), None)


def _body_before(entities: Entities, start: int, index: int) -> tuple[int, int] | None:
    """The institution named before the head: "OAS Secretary General"."""
    places = (entities.by_end[end] for end in range(index, start, -1) if end in entities.by_end)
    return next(((place.start, place.end) for place in places if place.label == "ORG"), None)


def _status(words: Words, start: int, index: int, end: int) -> RoleStatus:
    """Whether the office is held, by the words before its head and by the head: "president-elect"."""
    before = {word.lower() for word in words.texts[start:index]}
    head = {word.lower() for word in words.texts[index:end]}
    if FORMER & before:
        return RoleStatus.FORMER
    if ELECT & (before | head):
        return RoleStatus.ELECT
    return RoleStatus.ACTING if ACTING & (before | head) else RoleStatus.CURRENT


def _modifiers(words: Words, entities: Entities, index: int) -> tuple[int, str | None]:
    """Where the phrase starts, and the country its modifiers name."""
    start, country, has_people = index, None, False
    while words.is_together(start - 1, index) and index - start < LONGEST_MODIFIERS:
        place = entities.by_end.get(start)
        word = words.texts[start - 1].lower()
        if place and place.label in {"NORP", "GPE", "ORG"} and not _is_apart(words, place, start):
            if has_people:
                break  # "ANKARA Turkish President": a dateline
            start, country, has_people = place.start, country or place.country_id, place.label != "ORG"
        elif word in ADJECTIVES or word in FORMER or (word == "-" and words.at(start - 2).lower() in FORMER):
            start -= 1
        elif _is_possessive(words, start - 1) and (owner := _owner(words, entities, start - 1)):
            start, country = owner[0], country or owner[1]
            break
        elif place is None and _is_of_office(words, start - 1, index):
            start -= 1
        else:
            break
    return start, country


def _is_possessive(words: Words, at: int) -> bool:
    """Whether the word is the mark of an owner: "Peru's", "the United Nations'"."""
    return words.texts[at] == "'s" or (words.texts[at] in {"'", "’"} and words.at(at - 1).endswith("s"))


def _is_of_office(words: Words, at: int, head: int) -> bool:
    """Whether a capitalised word belongs to the name of an office: "Communications Director", "the FCT minister"."""
    word = words.texts[at]
    if words.in_headline(head) or not is_capitalised(word) or word in FUNCTION_WORDS | CALENDAR:
        return False
    is_abbreviation = (
        word.isalpha() and word.isupper() and 2 <= len(word) <= LONGEST_ABBREVIATION and not words.texts[head].isupper()
    )
    return is_abbreviation or (word in NOT_NAMES and word.lower() not in title_words())


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
    owner = words.at(apostrophe - 1).lower()
    if owner in NATIONAL:
        return apostrophe - 1, entities.country_before(words, apostrophe - 1)
    return (apostrophe - 1, None) if owner in {"president", "minister", "premier", "king", "ministry"} else None
