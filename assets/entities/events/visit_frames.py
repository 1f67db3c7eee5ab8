"""Who travels and where to, for the triggers that tell a visit."""

from collections.abc import Collection

from assets.entities.events.event_lexicon import Match
from assets.entities.events.event_slots import Slots
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.lists import Objects, is_possessor, objects_from
from assets.entities.sentences.phrase_words import POSSESSIVE_MARKS
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.sentences.subjects import subjects_before
from assets.entities.word_sets import word_set

_BE = word_set("be is are was were been being")
_PLACE_REACH = 12
_VISIT_ADJECTIVES = word_set("upcoming recent official planned first last next the working state this that previous")
_SUPERLATIVES = word_set("first second third last only most")


def visit(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """A visit to a country or city, or to a person; factories and exhibitions are no places of the gazetteer."""
    if view.phrase_at(match.start) is not None:
        return None  # "the visiting minister"
    objects = objects_from(view, match.end)
    subjects = _visitors(view, match, taken)
    if not objects.phrases or not subjects or is_passive(view, match) or _is_superlative(view, match):
        return None
    first = objects.phrases[0]
    if first.kind is PhraseKind.PLACE and view.doc[first.end - 1].ent_type_ == "FAC":
        return None
    if first.kind is PhraseKind.PLACE:
        return Slots(subjects, _other_places(objects), place=first, end=objects.end)
    is_person = first.kind in (PhraseKind.PERSON, PhraseKind.TITLE) and match.end - match.start == 1
    return Slots(subjects, objects.phrases, end=objects.end) if is_person else None


def _visitors(view: DocumentView, match: Match, taken: Collection[Phrase]) -> list[Phrase]:
    if not _has_owner(view, match):
        return subjects_before(view, match.start, taken)
    owners = subjects_before(view, match.start, taken, is_noun=True)
    return [owner for owner in owners if owner.kind is PhraseKind.POSSESSIVE or is_possessor(view, owner.end)]


def _has_owner(view: DocumentView, match: Match) -> bool:
    """True for "the Secretary's upcoming travel to": the word is a noun, and only its owner can be the visitor."""
    before = view.lower[match.start - 1] if match.start else ""
    owner = view.phrase_at(match.start - 1)
    index = match.start - 1
    while index > 0 and view.lower[index] in _VISIT_ADJECTIVES:
        index -= 1
    return (
        (before in _VISIT_ADJECTIVES and view.lower[index] not in ("a", "an"))
        or before in POSSESSIVE_MARKS
        or (owner is not None and owner.kind is PhraseKind.POSSESSIVE)
    )


def _is_superlative(view: DocumentView, match: Match) -> bool:
    """True for "the first U.S. president to visit Cuba": it describes somebody, it tells no visit."""
    before = view.lower[max(0, match.start - 8) : match.start]
    return "to" in before[-1:] and any(word in _SUPERLATIVES or word.endswith("est") for word in before)


def arrive(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """An arrival: the first place after the trigger."""
    subjects = subjects_before(view, match.start, taken)
    place = _first_place(view, match.end)
    return Slots(subjects, place=place, end=place.end) if subjects and place else None


def visit_of(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """A visit told with "of" or "by": "the visit of Sol to Peru"."""
    visitors = objects_from(view, match.end)
    place = _first_place(view, _after_home(view, visitors.end))
    return Slots(visitors.phrases, place=place, end=place.end) if visitors.phrases and place else None


def _after_home(view: DocumentView, index: int) -> int:
    """Token after the country that a visitor is of: "the visit by President Sol of Chile to Peru"."""
    at = index + 1 + (view.lower[index + 1 : index + 2] == ["the"])
    home = view.phrase_at(at) if view.lower[index : index + 1] == ["of"] and at < len(view.lower) else None
    return home.end if home is not None and home.kind is PhraseKind.PLACE else index


def visit_noun(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """A visit whose owner is the visitor: "Sol's visit to Peru"."""
    objects = objects_from(view, match.end)
    place = objects.phrases[0] if objects.phrases else None
    if place is None or place.kind is not PhraseKind.PLACE:
        return None
    subjects = (
        _visitors(view, match, taken)
        if _has_owner(view, match)
        else subjects_before(view, match.start, taken, is_noun=True)
    )
    return Slots(subjects, _other_places(objects), place=place, end=objects.end) if subjects else None


def _other_places(objects: Objects) -> list[Phrase]:
    """Countries and cities after the first: "visited Germany and France"."""
    return [phrase for phrase in objects.phrases[1:] if phrase.kind is PhraseKind.PLACE]


def _first_place(view: DocumentView, index: int) -> Phrase | None:
    """First place after "in", "at" or "to" near token ``index`` of its sentence."""
    end = view.sentence_of(min(index, len(view.lower)) - 1)[1]
    for at in range(index, min(end, index + _PLACE_REACH)):
        phrase = view.phrase_at(at)
        if view.lower[at] in (",", ";") and phrase is None:
            return None
        if phrase is not None and phrase.kind is PhraseKind.PLACE and not is_origin(view, phrase):
            return phrase
        if phrase is not None and phrase.is_human:
            return None
    return None


def is_origin(view: DocumentView, place: Phrase) -> bool:
    """True for "arrived by train from Lviv": no event takes place where one comes from."""
    return view.lower[place.start - 1 - (view.lower[place.start - 1] == "the")] == "from"


def is_passive(view: DocumentView, match: Match) -> bool:
    """True for "was visited": the trigger is the passive of its verb."""
    word = view.lower[match.start]
    before = view.skip_back(match.start - 1, 0)
    return word.endswith("ed") and before >= 0 and view.lower[before] in _BE
