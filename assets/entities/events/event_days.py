"""The days of events whose own sentence names none, where the document settles them elsewhere."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.clause_forms import Form, clause_of, form_of, subject_of
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.events.event_slots import MAIN
from assets.entities.events.sentence_times import SPEECH
from assets.entities.events.speech_days import is_turn
from assets.entities.sentences.document_view import DocumentView
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Grain, PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 100  # events before and after among which the same event is looked for: a long text takes no longer per event
TOLD_AGAIN = 2  # sides that a retelling shares with the first telling, where both name as many
HELD = frozenset({Realis.ASSERTED, Realis.NEGATED})
_TALKS = word_set(
    "meeting meetings talks session consultations discussion discussions conversation call dialogue negotiations"
)
_OTHERS = word_set("previous last next earlier new future another other upcoming planned second third annual")
_BACK = word_set("the this that their these both two")
_TOGETHER = word_set(
    "they we both two sides parties ministers leaders delegations presidents countries officials diplomats counterparts pair "
    "chancellors secretaries"
)
_TALKED = word_set(
    "discuss review exchange address cover touch talk consult debate examine explore focus dwell negotiate"
)


def with_days(view: DocumentView, told: Sequence[Event]) -> list[Event]:
    """The events, a retelling of a dated event with its day, and what was said at a meeting with that of the meeting."""
    again = [event if event.time else _dated_meeting(event, number, told) for number, event in enumerate(told)]
    held = [event if event.time else _said_at(view, event, number, again) for number, event in enumerate(again)]
    return [event if event.time else _dated_act(view, event, number, held) for number, event in enumerate(held)]


def _dated_meeting(event: Event, number: int, told: Sequence[Event]) -> Event:
    return _dated(event, number, told) if event.plover_type is PloverType.CONSULT else event


def _dated_act(view: DocumentView, event: Event, number: int, told: Sequence[Event]) -> Event:
    """The act with the day of its first telling; "has sanctioned 27 people" sums up more than one act."""
    if event.plover_type is PloverType.CONSULT or form_of(trigger_of(view, event.match)) is Form.OTHER:
        return event
    return _dated(event, number, told)


def _dated(event: Event, number: int, told: Sequence[Event]) -> Event:
    """The event with the time of the nearest telling before it, else after it, that is of the same event."""
    others = [*reversed(told[max(0, number - _REACH) : number]), *told[number + 1 : number + _REACH]]
    tellings = [other for other in others if other.time and is_retelling(event, other)]
    same = next((other for other in tellings if _is_near_day(other)), None) or next(iter(tellings), None)
    return event if same is None else replace(event, time=same.time)


def is_retelling(one: Event, other: Event) -> bool:
    """Whether two tellings are of one event: of the same type and realis, of the same sides as far as both name them."""
    if one.plover_type is not other.plover_type or (one.realis in HELD) != (other.realis in HELD):
        return False
    if one.plover_type is PloverType.CONSULT and (one.mode == "phone") != (other.mode == "phone"):
        return False
    sides, others = _sides(one), _sides(other)
    shared = len(sides & others)
    return shared >= max(1, min(TOLD_AGAIN, len(sides), len(others)))


def _sides(event: Event) -> set[int]:
    mains = {part.chain for part in event.parts if part.participation in MAIN and not part.is_place}
    return mains or {part.chain for part in event.parts}


def _said_at(view: DocumentView, event: Event, number: int, told: Sequence[Event]) -> Event:
    """The event with the time of the meeting told before it, else after it, at which it took place."""
    if (event.quote is not None and not is_turn(view, event.quote)) or _asks(view, event):
        return event
    if event.realis is Realis.PLANNED:
        return _planned(view, event, told[max(0, number - _REACH) : number])
    if event.realis not in HELD or not _is_told_then(view, event):
        return event
    before = [other for other in told[max(0, number - _REACH) : number] if _is_held(view, other)]
    meetings = before or [other for other in told[number + 1 : number + _REACH] if _is_held(view, other)]
    meeting = _meeting_of(view, event, meetings)
    return event if meeting is None else replace(event, time=meeting.time)


def _meeting_of(view: DocumentView, event: Event, meetings: Sequence[Event]) -> Event | None:
    """The meeting told last in which those who do something took part, else the one told most often."""
    doers = {part.chain for part in event.parts if part.participation in MAIN}
    are_together = _are_together(view, event)
    for meeting in reversed(meetings):
        if not are_together and doers & {part.chain for part in meeting.parts}:
            return meeting
    if not meetings:
        return None
    talks = [meeting for meeting in meetings if meeting.mode != "visit"] or meetings
    counts = Counter(meeting.time for meeting in talks)
    main = max(talks, key=lambda meeting: counts[meeting.time])
    present = {part.chain for part in main.parts}
    is_of_countries = bool(set(_countries(view, doers)) & set(_countries(view, present)))
    is_again = event.plover_type is PloverType.CONSULT and (not doers or trigger_of(view, event.match).pos_ == "NOUN")
    return main if is_of_countries or is_again or are_together else None


def _asks(view: DocumentView, event: Event) -> bool:
    start, end = view.sentence_of(event.match.start)
    return "?" in view.lower[max(start, end - 2) : end]


def _planned(view: DocumentView, event: Event, before: Sequence[Event]) -> Event:
    """The event with the days of the journey planned on which it shall take place: "There he will meet Sol"."""
    if event.plover_type is not PloverType.CONSULT:
        return event
    journeys = (other for other in reversed(before) if other.time and other.realis is Realis.PLANNED)
    journey = next((other for other in journeys if other.plover_type is PloverType.CONSULT), None)
    if journey is None or journey.mode != "visit" or not _persons(view, event) & _persons(view, journey):
        return event
    return replace(event, time=journey.time)


def _persons(view: DocumentView, event: Event) -> set[int]:
    doers = {part.chain for part in event.parts if part.participation in MAIN}
    return {chain for chain in doers if view.doc._.chains[chain].label == "PERSON"}


def _is_held(view: DocumentView, event: Event) -> bool:
    """True for a meeting that took place on a day that the text tells."""
    if event.plover_type is not PloverType.CONSULT or event.realis is not Realis.ASSERTED or event.time is None:
        return False
    is_told = event.quote is None or is_turn(view, event.quote)
    is_aside = clause_of(trigger_of(view, event.match)).dep_ == "acl:relcl"  # "Sol, who visited Peru last week, said"
    return is_told and not is_aside and _is_near_day(event)


def _is_near_day(event: Event) -> bool:
    """True for a day or a week, not for a month or a year."""
    return event.time is not None and event.time.meaning.grain in (Grain.DAY, Grain.WEEK)


def _is_told_then(view: DocumentView, event: Event) -> bool:
    """True for acts of speech told in the past ("thanked", not "has thanked"), and for "discussed" and "the talks"."""
    trigger = trigger_of(view, event.match)
    if event.plover_type in SPEECH:
        return form_of(trigger) is Form.PAST
    if event.plover_type is not PloverType.CONSULT or event.mode == "visit":
        return False
    if trigger.pos_ in ("VERB", "AUX"):
        is_telling = trigger.lemma_ in _TALKED or _are_together(view, event) or _goes_on(view, event)
        return form_of(trigger) is Form.PAST and is_telling
    return _is_the(trigger)


def _goes_on(view: DocumentView, event: Event) -> bool:
    """True for "he also met" and "on this occasion"."""
    start, end = view.sentence_of(event.match.start)
    words = view.lower[start:end]
    return "also" in words[: event.match.end - start] or "on this occasion" in " ".join(words)


def _is_the(noun: "Token") -> bool:
    """True for "the talks", not for "the previous talks"."""
    if noun.lower_ not in _TALKS:
        return False
    words = {child.lower_ for child in noun.children}
    return bool(words & _BACK) and not words & _OTHERS


def _countries(view: DocumentView, chains: set[int]) -> Iterator[str]:
    """Countries that chains are, and those that persons represent."""
    for number in chains:
        chain = view.doc._.chains[number]
        if chain.country_id and chain.label in ("PERSON", "GPE"):
            yield chain.country_id


def _are_together(view: DocumentView, event: Event) -> bool:
    """True for "they", "the two", "both sides", "the parties"."""
    subject = subject_of(clause_of(trigger_of(view, event.match)))
    if subject is None:
        return False
    words = {subject.lower_, *(child.lower_ for child in subject.children if child.dep_ in ("det", "nummod"))}
    is_name = subject.pos_ == "PROPN" and not words & {"both", "two"}
    return bool(words & _TOGETHER) and not is_name
