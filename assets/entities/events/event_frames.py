"""Who takes part in the event that a trigger tells: one function per frame of the lexicon."""

from collections.abc import Callable, Collection

from assets.entities.events.act_frames import act_slots
from assets.entities.events.event_lexicon import Frame, Match
from assets.entities.events.event_slots import Slots
from assets.entities.events.visit_frames import arrive, is_passive, visit, visit_noun, visit_of
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.lists import Objects, is_clause_start, objects_from
from assets.entities.sentences.phrase_words import DETERMINERS, PREPOSITIONS
from assets.entities.sentences.phrases import Phrase, PhraseKind, is_pair
from assets.entities.sentences.subjects import PROGRAMS, subject_after, subjects_before
from assets.entities.word_sets import word_set

_BE = word_set("be is are was were been being")
_OCCASIONS = word_set(
    "summit summits conference forum plenary assembly inauguration ceremony session congress meeting meetings council "
    "symposium dialogue negotiations talks commemoration celebrations funeral parade roundtable workshop conclave"
)
_OTHER_CLAUSE = word_set(", ; . when while after before")
_OCCASION_REACH = 14
_DATELINE_LENGTH = 16
_DASHES = frozenset({"-", "--", "–", "—", ".-", ":"})
_OPENING_LENGTH = 8  # "In addition to attending the summit, her agenda included"
_PEOPLE = (PhraseKind.PERSON, PhraseKind.TITLE, PhraseKind.PRONOUN, PhraseKind.POSSESSIVE, PhraseKind.GROUP)
_TWO_SIDED = word_set("talks negotiations meeting meetings dialogue session")
_AFTER_MEET = word_set("and or to again as when while but where who ahead face behind together last")
_BACK = frozenset({"the", "this", "that"})  # "during the meeting": one told before
_NO_OCCASIONS = frozenset({"press", "news", "media"})
_NO_MEDIA = word_set("reporters journalists media press newspaper channel agency")


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


def _subjects(
    view: DocumentView, match: Match, taken: Collection[Phrase], end: int, is_noun: bool = False
) -> list[Phrase]:
    """The subject before a trigger; where the trigger stands in an opening phrase, that of the clause after it."""
    found = subjects_before(view, match.start, taken, is_noun)
    opens = match.start - _opening(view, match.start) <= _OPENING_LENGTH
    return found or (subject_after(view, end) if opens else [])


def _opening(view: DocumentView, index: int) -> int:
    """Where the words of a sentence begin: after its dateline, "TEHRAN, Jan. 22 (MNA) – In a meeting with"."""
    start = view.sentence_of(index)[0]
    dashes = [at for at in range(start, min(index, start + _DATELINE_LENGTH)) if view.lower[at] in _DASHES]
    return dashes[-1] + 1 if dashes else start


def _has_unnamed(objects: Objects) -> bool:
    return any(item.phrase is None or item.phrase.kind is PhraseKind.GROUP for item in objects.items)


def _subj_obj(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    objects = objects_from(view, match.end)
    first = objects.items[0].phrase if objects.items else None
    is_person = bool(objects.items) and (first is None or first.kind in _PEOPLE)
    if not is_person or is_passive(view, match) or _is_gerund_noun(view, match) or is_clause_start(view, objects.end):
        return None
    subjects = _subjects(view, match, taken, objects.end)
    return Slots(subjects, objects.phrases, _has_unnamed(objects), end=objects.end)


def _subj_only(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    subjects = subjects_before(view, match.start, taken)
    is_purpose = "discuss" in match.trigger.elements[0].words and view.lower[match.start - 1] == "to"
    is_pair = len(subjects) == 1 and _is_pair(view, subjects[0]) and not match.trigger.is_vague
    if _meets_something(view, match):
        return None
    if (len(subjects) < 2 and not is_pair) or _is_gerund_noun(view, match) or is_purpose:
        return None
    return Slots(subjects, end=match.end)


def _meets_something(view: DocumentView, match: Match) -> bool:
    """True for "ready to meet new challenges": a noun follows the bare verb."""
    at = view.skip(match.end, len(view.lower))
    if match.end - match.start > 1 or at >= len(view.lower) or not view.lower[match.start].startswith("me"):
        return False
    word = view.lower[at]
    return word.isalpha() and word not in PREPOSITIONS and word not in _AFTER_MEET


def _is_pair(view: DocumentView, phrase: Phrase) -> bool:
    """True for "they" and "the two leaders"."""
    words = view.lower[phrase.start : phrase.end]
    return words == ["they"] or (phrase.kind is PhraseKind.GROUP and phrase.chain is None and is_pair(words))


def _passive_by(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    objects = objects_from(view, match.end)
    first = objects.items[0].phrase if objects.items else None
    if not objects.items or (first is not None and first.kind not in _PEOPLE) or not _has_passive_subject(view, match):
        return None
    return Slots(subjects_before(view, match.start, taken), objects.phrases, _has_unnamed(objects), end=objects.end)


def _has_passive_subject(view: DocumentView, match: Match) -> bool:
    """True for "was received by" and "Sol, received by"; "the forum hosted by" is no reception of a person."""
    at = view.skip_back(match.start - 1, 0)
    if at < 0:
        return True
    phrase = view.phrase_at(at)
    return view.lower[at] in _BE or view.lower[at] in (",", "and") or (phrase is not None and phrase.is_human)


def _with_obj(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    objects = objects_from(view, match.end)
    if not objects.items:
        return None
    subjects = _subjects(view, match, taken, objects.end, is_noun=match.trigger.is_noun)
    start = view.sentence_of(match.start)[0]
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
    if _BACK.intersection(view.lower[match.start : match.end]):
        return None
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


def _attend(view: DocumentView, match: Match, taken: Collection[Phrase]) -> Slots | None:
    """Attendance of a summit, conference or named occasion."""
    end = view.sentence_of(match.start)[1]
    bodies: list[Phrase] = []
    index = match.end
    while index < min(end, match.end + _OCCASION_REACH) and view.lower[index] not in _OTHER_CLAUSE:
        phrase = view.phrase_at(index)
        if phrase is not None and phrase.kind is PhraseKind.BODY:
            bodies.append(phrase)
        if view.lower[index] in _OCCASIONS or (phrase is not None and phrase.kind is PhraseKind.OCCASION):
            if view.lower[index] in _TWO_SIDED and view.lower[index + 1 : index + 2] in (["with"], ["between"]):
                return None  # "took part in talks with Sol": the talks are the event
            if view.lower[index - 1] in _NO_OCCASIONS:
                return None
            subjects = _subjects(view, match, taken, index)
            return Slots(subjects, bodies, end=index + 1) if subjects else None
        index = phrase.end if phrase is not None else index + 1
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
    Frame.VISIT: visit,
    Frame.ARRIVE: arrive,
    Frame.VISIT_OF: visit_of,
    Frame.VISIT_NOUN: visit_noun,
    Frame.ATTEND: _attend,
    Frame.ACT: lambda view, match, _: act_slots(view, match),
    Frame.ACT_NOUN: lambda view, match, _: act_slots(view, match),
}
