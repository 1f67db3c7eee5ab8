"""The trigger patterns of seeds/reference/event_lexicon.csv: how they are read and where they match.

A pattern is a row of words with single spaces. ``a|b`` is either word; ``<receive>`` any form of a verb (``<leave|depart>``
of either); ``{MEETING}`` any noun of a set, ``{PLACE}`` any place that the text names; ``*`` up to five words that are no
names, prepositions or punctuation; ``?`` after a word makes it optional. Words that only say when, where or how may stand
between any two words.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import (
    DETERMINERS,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    QUOTATION_MARKS,
)
from assets.entities.sentences.phrases import PhraseKind
from assets.entities.word_sets import word_set
from warehouse.reference import reference
from warehouse.tables.entities import PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

PLACE = "{PLACE}"  # "left Lima for"
_GAP_LENGTH = 5
_VAGUE = 0.6
_SURE = 0.9
NOUNS = {
    "MEETING": "meeting meetings talks conversation conversations dialogue dialogues negotiations consultations discussions "
    "summit interview audience encounter encounters session sessions round rounds exchange",
    "TALK": "meeting meetings talks conversation conversations encounter discussions summit",
    "CALL": "call calls videoconference teleconference",
}
_NOUN_WORDS = word_set(" ".join(NOUNS.values()))
_WORD_LIKE = QUOTATION_MARKS | POSSESSIVE_MARKS | {"-"}
_CALL_OPENINGS = frozenset({"phone", "telephone", "video"})
_CALL_NOUNS = word_set("call calls conversation conversations talk talks conference meeting discussion")


class Frame(StrEnum):
    """Where the participants stand around a trigger."""

    SUBJ_OBJ = "subj_obj"  # subject, trigger, object
    SUBJ_ONLY = "subj_only"  # "A and B" trigger
    PASSIVE_BY = "passive_by"  # visitor, trigger, host
    WITH_OBJ = "with_obj"  # subject or owner, trigger, object
    SPEAK = "speak"  # as with_obj, with people only
    CALL_ON = "call_on"  # as with_obj, with a person who is not called on "to" do something
    TALK_WITH = "talk_with"  # as speak, face to face
    AFTER_TALKS = "after_talks"  # "A and B" verb, trigger
    BETWEEN = "between"  # trigger, "A and B"
    OF = "of"  # trigger, "A and B", or "A", "with", "B"
    ANOTHER = "another"  # takes subject and mode of the trigger before it
    MEDIATE = "mediate"  # mediator, trigger, "A and B"
    VISIT = "visit"  # visitor, trigger, place
    ARRIVE = "arrive"  # visitor, trigger, "in" place
    VISIT_OF = "visit_of"  # trigger, visitor, "to" place
    VISIT_NOUN = "visit_noun"  # owner, trigger, place
    ATTEND = "attend"  # attendee, trigger, occasion
    ATTENDED_BY = "attended_by"  # the meeting told before, trigger, attendees
    PRESENT = "present"  # attendees, trigger, attendees
    DELEGATION = "delegation"  # the delegation, trigger, attendees
    REFER = "refer"  # the meeting told before, trigger, place or time
    ACT = "act"  # source, verb, target: found by dependencies
    ACT_NOUN = "act_noun"  # owner, noun, target
    SEEN = "seen"  # no row of the lexicon: the encoder sees the event and who takes part


VISITS = (Frame.VISIT, Frame.ARRIVE, Frame.VISIT_OF, Frame.VISIT_NOUN)
ACTS = (Frame.ACT, Frame.ACT_NOUN)


_NOUN_FRAMES = (
    Frame.ACT_NOUN,
    Frame.WITH_OBJ,
    Frame.BETWEEN,
    Frame.OF,
    Frame.ANOTHER,
    Frame.VISIT_OF,
    Frame.VISIT_NOUN,
)


@dataclass(frozen=True)
class Element:
    """One word of a pattern."""

    words: frozenset[str]  # empty for "*"
    is_optional: bool
    is_call: bool  # "phone call" and the like, of one or two words


@dataclass(frozen=True)
class Trigger:
    """One row of the lexicon."""

    pattern: str
    elements: tuple[Element, ...]
    frame: Frame
    plover_type: PloverType
    mode: str
    host: str | None  # "subject" or "object", where one side receives the other
    is_noun: bool  # "a meeting with": it has an owner, not a subject, and its tense is that of another word
    confidence: float

    @property
    def is_vague(self) -> bool:
        """True for triggers that name no kind of meeting: "discussed", "exchanged views"."""
        return self.confidence <= _VAGUE

    @property
    def is_sure(self) -> bool:
        """True for triggers that mean one type only: they need nobody's second and yield to nobody."""
        return self.confidence >= _SURE


@dataclass(frozen=True)
class Match:
    """Tokens ``[start, end)`` that a trigger matches."""

    trigger: Trigger
    start: int
    end: int


def trigger_of(view: DocumentView, match: Match) -> "Token":
    """The word of a trigger that carries the others."""
    return view.doc[match.start : match.end].root


@cache
def triggers() -> tuple[Trigger, ...]:
    """The lexicon in the order of its file."""
    columns = ("trigger", "frame", "plover_type", "mode", "hosts", "confidence")
    return tuple(
        Trigger(
            pattern=pattern,
            elements=_elements(pattern),
            frame=Frame(frame),
            plover_type=PloverType(kind),
            mode=mode or "",
            host=host,
            is_noun=Frame(frame) in _NOUN_FRAMES and not pattern.startswith("<"),
            confidence=float(confidence),
        )
        for pattern, frame, kind, mode, host, confidence in reference("event_lexicon").select(columns).iter_rows()
    )


def matches(view: DocumentView, start: int, end: int) -> list[Match]:
    """Every trigger match that begins in tokens ``[start, end)``, by place, then longest, then in lexicon order."""
    found: list[tuple[int, int, int, Match]] = []
    for index in range(start, end):
        is_noun = _is_noun(view, index)
        for rank, trigger in _starting_with().get(view.lower[index], ()):
            if is_noun and trigger.pattern.startswith("<"):
                continue
            stop = _match(view, index, end, trigger.elements)
            if stop is not None:
                found.append((index, -stop, rank, Match(trigger, index, stop)))
    return [match for *_, match in sorted(found, key=lambda entry: entry[:3])]


def _is_noun(view: DocumentView, index: int) -> bool:
    """True for "a meeting with", "for talks with", which are spelled like forms of verbs."""
    token = view.doc[index]
    if token.tag_:
        return token.tag_.startswith("NN")
    before = view.lower[index - 1] if index else ""
    is_governed = before in DETERMINERS or before in POSSESSIVE_MARKS or before in PREPOSITIONS - {"to"}
    return is_governed and view.lower[index] in _NOUN_WORDS


def verb_forms(base: str) -> frozenset[str]:
    """Forms of a verb: receive, receives, received, receiving; where a consonant may double, with and without."""
    stems = {base.removesuffix("e")} if base.endswith("e") else {base, *_doubled(base)}
    past = {base[:-1] + "ied"} if _ends_in_y(base) else {stem + "ed" for stem in stems}
    third = (
        base[:-1] + "ies" if _ends_in_y(base) else base + ("es" if base.endswith(("s", "x", "ch", "sh", "z")) else "s")
    )
    regular = {base, third, *(stem + "ing" for stem in stems)}
    return frozenset(regular | _irregular().get(base, past))


@cache
def forms_of(bases: frozenset[str]) -> frozenset[str]:
    """Forms of some verbs: the lemmas of the tree are guesses."""
    return frozenset().union(*(verb_forms(base) for base in bases))


def _doubled(base: str) -> set[str]:
    """Of a verb that ends in a consonant after one vowel, the stem with that consonant twice: bann."""
    is_short = len(base) > 2 and base[-1] in "bdgklmnprt" and base[-2] in "aeiou" and base[-3] not in "aeiou"
    return {base + base[-1]} if is_short else set()


def _ends_in_y(base: str) -> bool:
    return base.endswith("y") and base[-2] not in "aeiou"


@cache
def _irregular() -> dict[str, set[str]]:
    """Forms that no rule gives, by the verb."""
    rows = reference("irregular_verbs").select("verb", "forms").iter_rows()
    return {verb: set(forms.split("|")) for verb, forms in rows}


@cache
def _starting_with() -> dict[str, tuple[tuple[int, Trigger], ...]]:
    by_word: dict[str, list[tuple[int, Trigger]]] = {}
    for rank, trigger in enumerate(triggers()):
        if trigger.frame in ACTS:  # act_lexicon matches these
            continue
        for word in _first_words(trigger.elements):
            by_word.setdefault(word, []).append((rank, trigger))
    return {word: tuple(entries) for word, entries in by_word.items()}


def _first_words(elements: tuple[Element, ...]) -> frozenset[str]:
    first = elements[0]
    words = first.words | (_CALL_OPENINGS if first.is_call else frozenset())
    return words | _first_words(elements[1:]) if first.is_optional else words


@cache
def _elements(pattern: str) -> tuple[Element, ...]:
    return tuple(_element(word) for word in pattern.split(" "))


def _element(word: str) -> Element:
    is_optional = word.endswith("?")
    word = word.removesuffix("?")
    if word == "*":
        return Element(frozenset(), is_optional=False, is_call=False)
    if word.startswith("<"):
        return Element(forms_of(frozenset(word.strip("<>").split("|"))), is_optional, is_call=False)
    if word == PLACE:
        return Element(frozenset({PLACE}), is_optional, is_call=False)
    if word.startswith("{"):
        return Element(word_set(NOUNS[word.strip("{}")]), is_optional, is_call=word == "{CALL}")
    return Element(frozenset(word.split("|")), is_optional, is_call=False)


def _match(view: DocumentView, index: int, end: int, elements: tuple[Element, ...]) -> int | None:
    """Token after the match of ``elements`` from ``index``, or None."""
    if not elements:
        return index
    element, rest = elements[0], elements[1:]
    if not element.words:
        return _match_gap(view, index, end, rest)
    for at in dict.fromkeys((index, view.skip(index, end), _after_mark(view, index, end))):
        length = _length(view, at, end, element)
        if length:
            stop = _match(view, at + length, end, rest)
            if stop is not None:
                return stop
    return _match(view, index, end, rest) if element.is_optional else None


def _after_mark(view: DocumentView, index: int, end: int) -> int:
    """Token after a quotation mark: 'held "a fruitful meeting" with'."""
    return index + 1 if index < end and view.lower[index] in QUOTATION_MARKS else index


def _match_gap(view: DocumentView, index: int, end: int, rest: tuple[Element, ...]) -> int | None:
    for _ in range(_GAP_LENGTH + 1):
        stop = _match(view, index, end, rest)
        if stop is not None or index >= end or not _may_be_stepped_over(view, index):
            return stop
        index = view.skip(index, end) if index in view.adverbial else index + 1
    return None


def _may_be_stepped_over(view: DocumentView, index: int) -> bool:
    if index in view.adverbial:
        return True
    phrase = view.phrase_at(index)
    is_owner = phrase is not None and view.lower[phrase.end : phrase.end + 1] in (
        ["'s"],
        ["’s"],
    )  # "voiced Peru's anger"
    is_name = phrase is not None and phrase.kind not in (PhraseKind.DEMONYM, PhraseKind.POSSESSIVE) and not is_owner
    word = view.lower[index]
    return not is_name and word not in PREPOSITIONS and (word[0].isalnum() or word in _WORD_LIKE)


def _length(view: DocumentView, index: int, end: int, element: Element) -> int:
    """How many tokens ``element`` takes at ``index``; 0 when it does not match."""
    if index >= end:
        return 0
    if PLACE in element.words:
        phrase = view.phrase_at(index)
        return phrase.end - index if phrase is not None and phrase.kind is PhraseKind.PLACE else 0
    if element.is_call and view.lower[index] in _CALL_OPENINGS:
        return 2 if index + 1 < end and view.lower[index + 1] in _CALL_NOUNS else 0
    return int(view.lower[index] in element.words)
