"""Subjects: who stands before a verb or owns a noun, coordinated names included, without a parser."""

from collections.abc import Collection

from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.lists import is_possessor, item_at
from assets.entities.sentences.phrase_words import AUXILIARIES, DETERMINERS, PREPOSITIONS, TAKING_OBJECT
from assets.entities.sentences.phrases import Phrase, PhraseKind, title_words
from assets.entities.word_sets import word_set

PROGRAMS = word_set("agenda schedule program programme itinerary tour trip visit stay delegation")
_SUBORDINATING = word_set("after before when while because although")
_NOMINATIVE = word_set("he she they it we i")
_LEADING = word_set("led headed")
_RELATIVES = word_set("who that which")
_DAYS_LONG = word_set("day week hour month two-day three-day four-day day-long week-long one-day")
_PLAIN_WORDS = 2  # words between an owner and its noun: "his first official visit"


def noun_phrase_start(view: DocumentView, phrase: Phrase) -> int:
    """First token of the words that belong to a phrase from the left: "his Mexican counterpart, Marcelo Ebrard"."""
    index = phrase.start
    while index > 0:
        before = view.phrase_at(index - 1)
        if before is not None and before.kind in (PhraseKind.DEMONYM, PhraseKind.POSSESSIVE):
            index = before.start
        elif (
            view.lower[index - 1] in DETERMINERS
            or view.lower[index - 1] in title_words()
            or (view.lower[index - 1] == "," and index > 1 and view.lower[index - 2] in title_words())
        ):
            index -= 1
        else:
            break
    return index


def subjects_before(view: DocumentView, index: int, taken: Collection[Phrase], is_noun: bool = False) -> list[Phrase]:
    """Phrases coordinated as the subject of the verb, or owner of the noun, at token ``index``; empty when none is near."""
    start = view.sentence_of(index)[0]
    return subjects_between(view, start, index, taken, is_noun)


def subjects_between(
    view: DocumentView, start: int, index: int, taken: Collection[Phrase] = (), is_noun: bool = False
) -> list[Phrase]:
    """As ``subjects_before``, in a clause that begins at token ``start``."""
    relative = _antecedent_of_relative(view, index, start)
    if relative is not None:
        return [relative]
    quotation = view.quotation_of(index)
    position = index - 1
    while position >= start:
        phrase = view.phrase_at(position)
        if view.quotation_of(position) != quotation:
            position -= 1
        elif view.lower[position] in (";", ":") or (not is_noun and _opens_clause(view, position, index)):
            return []
        elif phrase is None:
            position -= 1
        elif phrase in taken or not _can_be_subject(view, phrase, index, is_noun):
            position = phrase.start - 1
        else:
            found = _with_coordinated(view, phrase, start)
            if len(found) > 2 and view.lower[noun_phrase_start(view, found[0]) - 1] == "as":
                return found[1:]  # "As close NATO Allies, the United States and Iceland"
            if len(found) == 1 or not _is_governed(view, found[0]):
                return found
            position = found[0].start - 1  # "for the summit along with Egypt, Iraq and Jordan to discuss"
    return []


def _opens_clause(view: DocumentView, position: int, verb: int) -> bool:
    """True for "after" of "resigned after regional leaders met": who resigned did not meet."""
    is_open = view.lower[position] in _SUBORDINATING and "," not in view.lower[position:verb]
    following = view.lower[position + 1]  # "after he left" goes on with whoever was named
    return is_open and following not in _NOMINATIVE and not following.endswith("ing")


def subject_after(view: DocumentView, index: int) -> list[Phrase]:
    """Subject of the main clause after an opening phrase: "During a meeting with Rodríguez, Lavrov said"."""
    end = view.sentence_of(index - 1)[1]
    while index < end and view.lower[index] != ",":
        index += 1
    item = item_at(view, index + 1, end)
    if item is not None and item.phrase is not None:
        return [item.phrase]
    owner = view.phrase_at(index + 1)  # "In addition to attending the summit, her agenda included"
    return [owner] if owner is not None and owner.kind is PhraseKind.POSSESSIVE else []


def _antecedent_of_relative(view: DocumentView, index: int, start: int) -> Phrase | None:
    """The person before "who met": whoever stands last before it."""
    position = _verb_group_start(view, index, start)
    if position < start or view.lower[position] not in _RELATIVES:
        return None
    position -= 1
    while position > start and (view.lower[position] == "," or position in view.adverbial):
        position -= 1
    phrase = view.phrase_at(position)
    if phrase is None or not (phrase.is_human or phrase.kind in (PhraseKind.GROUP, PhraseKind.PLACE, PhraseKind.BODY)):
        return None
    owner = view.phrase_at(phrase.start - 2) if view.lower[phrase.start - 1] in ("of", "from") else None
    return owner if owner is not None and owner.kind is PhraseKind.PERSON else phrase


def _verb_group_start(view: DocumentView, index: int, start: int) -> int:
    """Token before the auxiliaries and adverbs of the verb at ``index``."""
    position = index - 1
    while position >= start and (
        view.lower[position] in AUXILIARIES or position in view.adverbial or view.doc[position].is_space
    ):
        if view.phrase_at(position) is not None and position not in view.adverbial:
            break
        position -= 1
    return position


def _can_be_subject(view: DocumentView, phrase: Phrase, index: int, is_noun: bool) -> bool:
    if phrase.kind in (PhraseKind.DEMONYM, PhraseKind.OCCASION) or view.lower[phrase.start] == "him":
        return False
    if phrase.kind is PhraseKind.POSSESSIVE:
        return is_noun and (
            phrase.end == index or view.lower[phrase.end] in PROGRAMS or index - phrase.end <= _PLAIN_WORDS
        )
    if is_possessor(view, phrase.end):
        return is_noun and _plain_words(view, phrase.end, index) <= 1 + _PLAIN_WORDS
    if _is_governed(view, phrase):
        return False
    return phrase.is_human or _stands_before_verb(view, phrase, index)


def _plain_words(view: DocumentView, start: int, end: int) -> int:
    """Words between an owner and its noun, those of "two-day" not counted."""
    lengths = [at for at in range(start, end) if view.lower[at] in _DAYS_LONG]
    return end - start - sum(3 if view.lower[at - 1] == "-" else 1 for at in lengths)


def _stands_before_verb(view: DocumentView, phrase: Phrase, index: int) -> bool:
    """True for a country or body right before its verb, unless it says where: "visiting Brussels, Belgium to attend"."""
    owner = view.phrase_at(phrase.start - 2) if phrase.start > 1 and view.lower[phrase.start - 1] == "," else None
    if (owner is not None and owner.kind is PhraseKind.PLACE) or phrase.start in view.adverbial:
        return False
    return _verb_group_start(view, index, phrase.end) < phrase.end


def _is_governed(view: DocumentView, phrase: Phrase) -> bool:
    """True for the object of a preposition or verb, but of the leader for whom a delegation stands: "led by Sol"."""
    before = noun_phrase_start(view, phrase) - 1
    if before > 0 and view.lower[before] == "by" and view.lower[before - 1] in _LEADING:
        return False
    return before >= 0 and (view.lower[before] in PREPOSITIONS or view.lower[before] in TAKING_OBJECT)


def _with_coordinated(view: DocumentView, last: Phrase, start: int) -> list[Phrase]:
    """The phrase with those joined to it from the left by "and" and, before that, commas."""
    found = [last]
    while True:
        index = noun_phrase_start(view, found[0]) - 1
        is_joined = index > start and view.lower[index] in ("and", "&")
        is_listed = index > start and view.lower[index] == "," and len(found) > 1
        if not (is_joined or is_listed):
            return found
        index -= 1
        if view.lower[index] == ",":
            index -= 1
        before = _owner_of_affiliation(view, index)
        if before is None or not _same_sort(before, last):
            return found
        found.insert(0, before)


def _owner_of_affiliation(view: DocumentView, index: int) -> Phrase | None:
    """The phrase that ends at ``index``; for "Rodríguez of Cuba" the person."""
    phrase = view.phrase_at(index)
    if phrase is None or phrase.is_human or phrase.start < 2:
        return phrase
    at = phrase.start - 1 - (view.lower[phrase.start - 1] == "the")
    owner = view.phrase_at(at - 1) if at > 0 and view.lower[at] in ("of", "from") else None
    return owner if owner is not None and owner.kind is PhraseKind.PERSON else phrase


def _same_sort(one: Phrase, other: Phrase) -> bool:
    persons = (PhraseKind.PERSON, PhraseKind.TITLE, PhraseKind.PRONOUN, PhraseKind.GROUP)
    bodies = (PhraseKind.PLACE, PhraseKind.BODY, PhraseKind.GROUP)
    return any(one.kind in sort and other.kind in sort for sort in (persons, bodies))
