"""The trigger patterns of seeds/reference/event_lexicon.csv: how they are read and where they match.

A pattern is a row of words with single spaces. ``a|b`` is either word; ``<receive>`` any form of a verb (``<leave|depart>``
of either); ``{MEETING}`` any noun of a set; ``*`` up to five words that are no names, prepositions or punctuation;
``?`` after a word makes it optional. Words that only say when, where or how may stand between any two words.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import POSSESSIVE_MARKS, PREPOSITIONS, QUOTATION_MARKS, word_set
from assets.entities.sentences.phrases import PhraseKind
from warehouse.reference import reference
from warehouse.tables.entities import PloverType

_GAP_LENGTH = 5
_VAGUE = 0.6
_IRREGULAR = {
    "meet": "meet meets met",
    "hold": "hold holds held holding",
    "have": "have has had having",
    "speak": "speak speaks spoke spoken speaking",
    "sit": "sit sits sat sitting",
    "pay": "pay pays paid paying",
    "make": "make makes made making",
    "give": "give gives gave given giving",
    "wrap": "wrap wraps wrapped wrapping",
    "take": "take takes took taken taking",
    "fly": "fly flies flew flown flying",
    "leave": "leave leaves left leaving",
    "begin": "begin begins began begun beginning",
    "confer": "confer confers conferred conferring",
    "travel": "travel travels traveled travelled traveling travelling",
    "talk": "talk talked talking",
    "be": "be is are was were been being",
    "undertake": "undertake undertakes undertook undertaken undertaking",
}
NOUNS = {
    "MEETING": "meeting meetings talks conversation conversations dialogue dialogues negotiations consultations discussions "
    "summit interview audience encounter encounters session sessions round rounds exchange",
    "TALK": "meeting meetings talks conversation conversations encounter discussions summit",
    "CALL": "call calls videoconference teleconference",
}
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


_NOUN_FRAMES = (Frame.WITH_OBJ, Frame.BETWEEN, Frame.OF, Frame.ANOTHER, Frame.VISIT_OF, Frame.VISIT_NOUN)


@dataclass(frozen=True)
class Element:
    """One word of a pattern."""

    words: frozenset[str]  # empty for "*"
    is_optional: bool
    is_call: bool  # "phone call" and the like, of one or two words


@dataclass(frozen=True)
class Trigger:
    """One row of the lexicon."""

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


@dataclass(frozen=True)
class Match:
    """Tokens ``[start, end)`` that a trigger matches."""

    trigger: Trigger
    start: int
    end: int


@cache
def triggers() -> tuple[Trigger, ...]:
    """The lexicon in the order of its file."""
    columns = ("trigger", "frame", "plover_type", "mode", "hosts", "confidence")
    return tuple(
        Trigger(
            elements=_elements(pattern),
            frame=Frame(frame),
            plover_type=PloverType(kind),
            mode=mode,
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
        for rank, trigger in _starting_with().get(view.lower[index], ()):
            stop = _match(view, index, end, trigger.elements)
            if stop is not None:
                found.append((index, -stop, rank, Match(trigger, index, stop)))
    return [match for *_, match in sorted(found, key=lambda entry: entry[:3])]


def verb_forms(base: str) -> frozenset[str]:
    """Forms of a verb: receive, receives, received, receiving."""
    if base in _IRREGULAR:
        return word_set(_IRREGULAR[base])
    stem = base.removesuffix("e")
    s_form = base + "es" if base.endswith(("s", "x", "ch", "sh")) else base + "s"
    return frozenset({base, s_form, stem + "ed", stem + "ing"})


@cache
def _starting_with() -> dict[str, tuple[tuple[int, Trigger], ...]]:
    by_word: dict[str, list[tuple[int, Trigger]]] = {}
    for rank, trigger in enumerate(triggers()):
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
        forms = frozenset().union(*(verb_forms(base) for base in word.strip("<>").split("|")))
        return Element(forms, is_optional, is_call=False)
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
    is_name = phrase is not None and phrase.kind not in (PhraseKind.DEMONYM, PhraseKind.POSSESSIVE)
    word = view.lower[index]
    return not is_name and word not in PREPOSITIONS and (word[0].isalnum() or word in _WORD_LIKE)


def _length(view: DocumentView, index: int, end: int, element: Element) -> int:
    """How many tokens ``element`` takes at ``index``; 0 when it does not match."""
    if index >= end:
        return 0
    if element.is_call and view.lower[index] in _CALL_OPENINGS:
        return 2 if index + 1 < end and view.lower[index + 1] in _CALL_NOUNS else 0
    return int(view.lower[index] in element.words)
