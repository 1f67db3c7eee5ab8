"""Who takes part in the event that a trigger tells: one function per frame of the lexicon."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from assets.entities.events.event_lexicon import Frame, Match
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.lists import Objects, is_clause_start, is_possessor, objects_from
from assets.entities.sentences.phrase_words import DETERMINERS, POSSESSIVE_MARKS, word_set
from assets.entities.sentences.phrases import Phrase, PhraseKind, is_pair
from assets.entities.sentences.subjects import PROGRAMS, subject_after, subjects_before

_BE = word_set("be is are was were been being")
_OCCASIONS = word_set(
    "summit summits conference forum plenary assembly inauguration ceremony session congress meeting meetings council "
    "symposium dialogue negotiations talks commemoration celebrations funeral parade roundtable workshop conclave"
)
_OCCASION_REACH = 14
_OPENING_LENGTH = 8  # "In addition to attending the summit, her agenda included"
_PLACE_REACH = 12
_PEOPLE = (PhraseKind.PERSON, PhraseKind.TITLE, PhraseKind.PRONOUN, PhraseKind.POSSESSIVE, PhraseKind.GROUP)
_VISIT_ADJECTIVES = word_set("upcoming recent official planned first last next the working state this that previous")
_SUPERLATIVES = word_set("first second third last only most")
_TWO_SIDED = word_set("talks negotiations meeting meetings dialogue session")
_NO_MEDIA = word_set("reporters journalists media press newspaper channel agency")


@dataclass(frozen=True)
class Slots:
    """Who stands on each side of a trigger, and where the words of the event end."""

    subjects: list[Phrase] = field(default_factory=list)
    objects: list[Phrase] = field(default_factory=list)
    has_unnamed: bool = False  # "his counterpart", "senior officials": somebody without a name took part
    place: Phrase | None = None
    is_of_program: bool = False  # "the agenda includes a meeting with": its owner is the person spoken of last
    end: int = 0


def slots_of(view: DocumentView, match: Match, taken: Collection[Phrase], previous: Slots | None) -> Slots | None:
    """Participants of a match; None when the words around it tell no event."""
    if match.trigger.frame is Frame.ANOTHER:
        return _another(view, match, previous)
    reader = _READERS.get(match.trigger.frame)
    return reader(view, match, taken) if reader else None


def _is_gerund_noun(view: DocumentView, match: Match) -> bool:
    """True for "the meeting": a form in -ing that an article makes a noun."""
    word = view.lower[match.start]
    return word.endswith("ing") and match.start > 0 and view.lower[match.start - 1] in DETERMINERS


def _is_passive(view: DocumentView, match: Match) -> bool:
    word = view.lower[match.start]
    before = view.skip_back(match.start - 1, 0)
    return word.endswith("ed") and before >= 0 and view.lower[before] in _BE


def _subjects(
    view: DocumentView, match: Match, taken: Collection[Phrase], end: int, is_noun: bool = False
) -> list[Phrase]:
    """The subject before a trigger; where the trigger stands in an opening phrase, that of the clause after it."""
    found = subjects_before(view, match.start, taken, is_noun)
    opens = match.start - view.sentences[view.sentence_at[match.start]][0] <= _OPENING_LENGTH
    return found or (subject_after(view, end) if opens else [])


def _has_unnamed(objects: Objects) -> bool:
    return any(item.phrase is None or item.phrase.kind is PhraseKind.GROUP for item in objects.items)


def _subj_obj(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    objects = objects_from(view, match.end)
    first = objects.items[0].phrase if objects.items else None
    is_person = bool(objects.items) and (first is None or first.kind in _PEOPLE)
    if not is_person or _is_passive(view, match) or _is_gerund_noun(view, match) or is_clause_start(view, objects.end):
        return None
    subjects = _subjects(view, match, taken, objects.end)
    return Slots(subjects, objects.phrases, _has_unnamed(objects), end=objects.end)


def _subj_only(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    subjects = subjects_before(view, match.start, taken)
    is_purpose = "discuss" in match.trigger.elements[0].words and view.lower[match.start - 1] == "to"
    is_pair = len(subjects) == 1 and _is_pair(view, subjects[0]) and not match.trigger.is_vague
    if (len(subjects) < 2 and not is_pair) or _is_gerund_noun(view, match) or is_purpose:
        return None
    return Slots(subjects, end=match.end)


def _is_pair(view: DocumentView, phrase: Phrase) -> bool:
    """True for "they" and "the two leaders"."""
    words = view.lower[phrase.start : phrase.end]
    return words == ["they"] or (phrase.kind is PhraseKind.GROUP and phrase.chain is None and is_pair(words))


def _passive_by(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    objects = objects_from(view, match.end)
    first = objects.items[0].phrase if objects.items else None
    if not objects.items or (first is not None and first.kind not in _PEOPLE):
        return None
    return Slots(subjects_before(view, match.start, taken), objects.phrases, _has_unnamed(objects), end=objects.end)


def _with_obj(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    objects = objects_from(view, match.end)
    if not objects.items:
        return None
    subjects = _subjects(view, match, taken, objects.end, is_noun=match.trigger.is_noun)
    start = view.sentences[view.sentence_at[match.start]][0]
    is_of_program = not subjects and bool(PROGRAMS.intersection(view.lower[start : match.start]))
    return Slots(subjects, objects.phrases, _has_unnamed(objects), end=objects.end, is_of_program=is_of_program)


def _speak(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    slots = _with_obj(view, match, taken)
    if slots is None or not slots.objects or not all(phrase.kind in _PEOPLE for phrase in slots.objects):
        return None
    is_media = any(word in _NO_MEDIA for phrase in slots.objects for word in view.lower[phrase.start : phrase.end])
    return None if is_media else slots


def _talk_with(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    slots = _speak(view, match, taken)
    return slots if slots is not None and slots.subjects else None


def _call_on(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """A call on a person; "called on the president to resign" is an appeal."""
    slots = _talk_with(view, match, taken)
    if slots is None or view.skip(slots.end, len(view.lower)) >= len(view.lower):
        return slots
    is_appeal = view.lower[view.skip(slots.end, len(view.lower))] in ("to", "for", "not")
    return None if is_appeal else slots


def _after_talks(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """Both who did something after, during or in talks; those whom "with" or "between" names are another frame's."""
    following = view.skip(match.end, len(view.lower))
    if following < len(view.lower) and view.lower[following] in ("with", "between", "of", "about", "on"):
        return None
    subjects = subjects_before(view, match.start, taken)
    is_enough = len(subjects) > 1
    return Slots(subjects, end=match.end) if is_enough else None


def _between(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    objects = objects_from(view, match.end, is_pair=True)
    return Slots([], objects.phrases, _has_unnamed(objects), end=objects.end) if len(objects.items) > 1 else None


def _of(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    first = objects_from(view, match.end)
    if not first.items or not all(phrase.is_human for phrase in first.phrases):
        return None
    if len(first.items) > 1:
        return Slots([], first.phrases, end=first.end)
    at = view.skip(first.end, len(view.lower))
    second = objects_from(view, at + 1) if at < len(view.lower) and view.lower[at] == "with" else Objects((), at)
    return Slots(first.phrases, second.phrases, _has_unnamed(second), end=second.end) if second.items else None


def _another(view: DocumentView, match: Match, previous: Slots | None) -> Slots | None:
    objects = objects_from(view, match.end)
    if previous is None or not objects.items:
        return None
    return Slots(previous.subjects, objects.phrases, _has_unnamed(objects), end=objects.end)


def _mediate(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    objects = objects_from(view, match.end, is_pair=True)
    return (
        Slots(subjects_before(view, match.start, taken), objects.phrases, end=objects.end)
        if len(objects.items) > 1
        else None
    )


def _visit(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """A visit to a country or city, or to a person; factories and exhibitions are no places of the gazetteer."""
    objects = objects_from(view, match.end)
    subjects = _visitors(view, match, taken)
    if not objects.phrases or not subjects or _is_passive(view, match) or _is_superlative(view, match):
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


def _arrive(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    subjects = subjects_before(view, match.start, taken)
    place = _first_place(view, match.end)
    return Slots(subjects, place=place, end=place.end) if subjects and place else None


def _visit_of(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    visitors = objects_from(view, match.end)
    place = _first_place(view, visitors.end)
    return Slots(visitors.phrases, place=place, end=place.end) if visitors.phrases and place else None


def _visit_noun(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
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


def _attend(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """Attendance of a summit, conference or named occasion."""
    end = view.sentences[view.sentence_at[match.start]][1]
    bodies: list[Phrase] = []
    index = match.end
    while index < min(end, match.end + _OCCASION_REACH) and view.lower[index] not in ",;.":
        phrase = view.phrase_at(index)
        if phrase is not None and phrase.kind is PhraseKind.BODY:
            bodies.append(phrase)
        if view.lower[index] in _OCCASIONS or (phrase is not None and phrase.kind is PhraseKind.OCCASION):
            if view.lower[index] in _TWO_SIDED and view.lower[index + 1 : index + 2] in (["with"], ["between"]):
                return None  # "took part in talks with Sol": the talks are the event
            subjects = _subjects(view, match, taken, index)
            return Slots(subjects, bodies, end=index + 1) if subjects else None
        index = phrase.end if phrase is not None else index + 1
    return None


def _first_place(view: DocumentView, index: int) -> Phrase | None:
    """First place after "in", "at" or "to" near token ``index`` of its sentence."""
    end = view.sentences[view.sentence_at[min(index, len(view.lower)) - 1]][1]
    for at in range(index, min(end, index + _PLACE_REACH)):
        phrase = view.phrase_at(at)
        if view.lower[at] in (",", ";") and phrase is None:
            return None
        if phrase is not None and phrase.kind is PhraseKind.PLACE:
            return phrase
        if phrase is not None and phrase.is_human:
            return None
    return None


_READERS: dict[Frame, Callable[[DocumentView, Match, Collection[Phrase]], Slots | None]] = {
    Frame.SUBJ_OBJ: _subj_obj,
    Frame.SUBJ_ONLY: _subj_only,
    Frame.PASSIVE_BY: _passive_by,
    Frame.WITH_OBJ: _with_obj,
    Frame.SPEAK: _speak,
    Frame.TALK_WITH: _talk_with,
    Frame.CALL_ON: _call_on,
    Frame.AFTER_TALKS: _after_talks,
    Frame.BETWEEN: _between,
    Frame.OF: _of,
    Frame.MEDIATE: _mediate,
    Frame.VISIT: _visit,
    Frame.ARRIVE: _arrive,
    Frame.VISIT_OF: _visit_of,
    Frame.VISIT_NOUN: _visit_noun,
    Frame.ATTEND: _attend,
}
