"""The day of what was said and done at a meeting, where the meeting has one and the sentence none."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assets.entities.events.clause_forms import Form, clause_of, form_of, speaks_for_itself, subject_of
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.events.event_slots import MAIN
from assets.entities.events.sentence_times import ENDING, SPEECH, lasts
from assets.entities.events.speech_days import is_turn
from assets.entities.sentences.document_view import DocumentView
from assets.entities.times.times import Resolution, TimeSpan, resolve
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Grain, PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

    from assets.entities.context import DocumentContext

REACH = 100  # events before and after among which one is looked for: a long text takes no longer per event
HELD = frozenset({Realis.ASSERTED, Realis.NEGATED})
_TALKS = word_set(
    "meeting meetings talks session consultations discussion discussions conversation call dialogue negotiations "
    "summit exchange deliberations audience round conference gathering forum"
)
_CALLS = word_set("call conversation")
_ANOTHER = word_set("previous last next earlier future another other upcoming recent every mutual frequent")
_RECALLED = word_set("recall recalls recalled recalling remember remembers remembered remembering")
_LAST = word_set("last previously")
_FURTHER = word_set("new planned first second third annual regular")
_BACK = word_set("the this that their these both two his her its each")
_AT = word_set("at during in throughout on")
_TOGETHER = word_set(
    "they we all both two sides parties ministers leaders delegations presidents countries officials diplomats counterparts pair "
    "chancellors secretaries participants attendees delegates interlocutors"
)
_ANNOUNCED = word_set(
    "announce announces announced announcing pledge pledges pledged pledging unveils unveiled unveiling"
)
_RETURNING = word_set("return returns returned returning")
_TALKED = word_set(
    "discussed reviewed exchanged addressed covered touched talked consulted debated examined explored focused focussed "
    "dwelt dwelled negotiated"
)


@dataclass(frozen=True)
class Calendar:
    """The days that the times of one document mean, told from its own day."""

    context: "DocumentContext"

    def days(self, time: TimeSpan) -> Resolution:
        """First and last day, where they are known."""
        return resolve(time, self.context.published_on, self.context.dateline_on)

    def is_ahead(self, time: TimeSpan | None) -> bool:
        """True for days after the day of the document."""
        start = self.days(time).start_on if time is not None else None
        return self._now is not None and start is not None and start > self._now

    def is_over(self, time: TimeSpan | None) -> bool:
        """True for days before the day of the document."""
        end = self.days(time).end_on if time is not None else None
        return self._now is not None and end is not None and end < self._now

    @property
    def _now(self) -> dt.date | None:
        return self.context.dateline_on or self.context.published_on

    def is_near_day(self, event: Event) -> bool:
        """True for a day or a week, not for a month or a year."""
        return event.time is not None and event.time.meaning.grain in (Grain.DAY, Grain.WEEK)


def said_at(view: DocumentView, told: Sequence[Event], number: int, calendar: Calendar) -> Event:
    """The event with the time of the meeting told before it, else after it, at which it took place."""
    event = told[number]
    if is_quoted(view, event) or _asks(view, event) or _is_at_another(trigger_of(view, event.match)):
        return event
    if event.realis is Realis.PLANNED and not is_announced(trigger_of(view, event.match)):
        return _planned(view, event, told[max(0, number - REACH) : number], calendar)
    if event.realis not in (*HELD, Realis.PLANNED) or not _is_told_then(view, event):
        return event
    before = [other for other in told[max(0, number - REACH) : number] if _is_held(view, other, calendar)]
    meetings = before or [other for other in told[number + 1 : number + REACH] if _is_held(view, other, calendar)]
    talks = [one for one in meetings if one.plover_type is PloverType.CONSULT]
    meetings = talks if talks or event.plover_type is not PloverType.CONSULT else meetings
    meeting = _meeting_of(view, event, meetings)
    return event if meeting is None else replace(event, time=_day_within(event, meeting, meetings, calendar).time)


def is_announced(verb: "Token") -> bool:
    """True for "announced", of aid that is told as planned."""
    return verb.pos_ == "VERB" and verb.lower_ in _ANNOUNCED


def is_quoted(view: DocumentView, event: Event) -> bool:
    """True for what a quotation tells; 'the sides "reaffirmed their commitment"' the sentence tells itself."""
    if event.quote is None or is_turn(view, event.quote):
        return False
    subject = subject_of(clause_of(trigger_of(view, event.match)))
    return subject is None or view.quotation_of(subject.i) == view.quotation_of(event.match.start)


def _meeting_of(view: DocumentView, event: Event, meetings: Sequence[Event]) -> Event | None:
    """The meeting told last in which those who do something took part, else the one told most often."""
    doers = {part.chain for part in event.parts if part.participation in MAIN}
    trigger = trigger_of(view, event.match)
    if trigger.pos_ == "PROPN":  # "the Strategic Dialogue" is none that has another name
        meetings = [meeting for meeting in meetings if trigger_of(view, meeting.match).text == trigger.text]
    if trigger.lower_ in _CALLS:
        meetings = [meeting for meeting in meetings if meeting.mode == "phone"][-1:] or meetings
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
    is_of_countries = bool(set(countries_of(view, doers)) & set(countries_of(view, present)))
    is_again = event.plover_type is PloverType.CONSULT and (not doers or trigger.pos_ == "NOUN")
    return main if is_of_countries or is_again or are_together or _is_at_meeting(trigger) else None


def _day_within(event: Event, meeting: Event, meetings: Sequence[Event], calendar: Calendar) -> Event:
    """The meeting on the one day of a visit on which those who speak met, where only one is told."""
    if meeting.time is None or (event.plover_type is PloverType.CONSULT and event.mode == "visit"):
        return meeting
    first, last, *_ = calendar.days(meeting.time)
    if first is None or last is None or first == last:
        return meeting
    within: dict[object, Event] = {}
    for other in meetings:
        if other.time is not None and other.mode != "visit":
            start, end, *_ = calendar.days(other.time)
            if start is not None and start == end and first <= start <= last:
                within[start] = other
    return next(iter(within.values())) if len(within) == 1 else meeting


def _asks(view: DocumentView, event: Event) -> bool:
    start, end = view.sentence_of(event.match.start)
    return "?" in view.lower[max(start, end - 2) : end]


def _planned(view: DocumentView, event: Event, before: Sequence[Event], calendar: Calendar) -> Event:
    """The event with the days of the journey planned on which it shall take place: "There he will meet Sol"."""
    if event.plover_type is not PloverType.CONSULT:
        return event
    planned = (other for other in reversed(before) if other.time and other.realis is Realis.PLANNED)
    journeys = (other for other in planned if not is_ending(view, other))
    journey = next((other for other in journeys if other.plover_type is PloverType.CONSULT), None)
    if journey is None or journey.mode != "visit" or not _travellers(view, event) & _travellers(view, journey):
        return event
    if calendar.is_over(journey.time):  # "arrived on Monday on a two-day visit": they may meet on the second
        return event
    return replace(event, time=journey.time)


def _travellers(view: DocumentView, event: Event) -> set[int]:
    return persons_of(view, {part.chain for part in event.parts if part.participation in MAIN})


def persons_of(view: DocumentView, chains: set[int]) -> set[int]:
    """The persons among the chains."""
    return {chain for chain in chains if view.doc._.chains[chain].label == "PERSON"}


def _is_held(view: DocumentView, event: Event, calendar: Calendar) -> bool:
    """True for a meeting that took place on a day that the text tells, and for an accord reached on one."""
    is_accord = event.plover_type is PloverType.AGREE and event.mode == "accord"
    if event.realis is not Realis.ASSERTED or not (event.plover_type is PloverType.CONSULT or is_accord):
        return False
    is_told = (event.quote is None or is_turn(view, event.quote)) and not is_aside(trigger_of(view, event.match))
    is_told = is_told and not is_ending(view, event)
    return is_told and calendar.is_near_day(event) and not calendar.is_ahead(event.time) and not lasts(view, event)


def _is_told_then(view: DocumentView, event: Event) -> bool:
    """True for acts of speech told in the past ("thanked", not "has thanked"), and for "discussed" and "the talks"."""
    trigger = trigger_of(view, event.match)
    if event.plover_type in SPEECH or is_announced(trigger):
        is_own_turn = event.quote is not None and speaks_for_itself(clause_of(trigger))  # "I thanked him", of some day
        return form_of(trigger) is Form.PAST and not is_own_turn and not _is_earlier(trigger)
    if event.plover_type is not PloverType.CONSULT or event.mode == "visit":
        return False
    if trigger.pos_ in ("VERB", "AUX"):
        is_telling = trigger.lower_ in _TALKED or _are_together(view, event) or goes_on(view, event)
        return form_of(trigger) is Form.PAST and (is_telling or _is_at_meeting(trigger) or _joins(trigger))
    return _is_the(trigger) or (not event.parts and _is_of_nobody(trigger))


def _is_earlier(trigger: "Token") -> bool:
    """True in "called off after they had asked for more time"."""
    marks = (child.lower_ for child in clause_of(trigger).children if child.dep_ == "mark")
    return any(mark in ("after", "since") for mark in marks)


def goes_on(view: DocumentView, event: Event) -> bool:
    """True for "he also met" and "on this occasion"."""
    start, end = view.sentence_of(event.match.start)
    words = view.lower[start:end]
    return "also" in words[: event.match.end - start] or "on this occasion" in " ".join(words)


def _is_the(noun: "Token") -> bool:
    """True for "the talks", not for "the previous talks"."""
    if noun.lower_ not in _TALKS:
        return False
    words = {child.lower_ for child in noun.children}
    return bool(words & _BACK) and not words & _FURTHER and not is_another(noun)


def is_ending(view: DocumentView, event: Event) -> bool:
    """True in "concluded a three-day visit on Monday" and "will return on Monday": they met on a day before."""
    words = {clause_of(trigger_of(view, event.match)).lower_, *view.lower[event.match.start : event.match.end]}
    return event.mode == "visit" and not words.isdisjoint(ENDING | _RETURNING)


def is_aside(trigger: "Token") -> bool:
    """True in "Sol, who visited Peru last week, said"."""
    return clause_of(trigger).dep_ == "acl:relcl"


def is_another(noun: "Token") -> bool:
    """True for "the previous talks", "recalled his meetings with Sol" and "since they last met"."""
    if noun.pos_ == "VERB":
        return any(child.lower_ in _LAST and child.dep_ == "advmod" for child in noun.children)
    is_recalled = noun.dep_ == "obj" and noun.head.lower_ in _RECALLED
    is_other = is_recalled or any(child.lower_ in _ANOTHER for child in noun.children)
    return noun.pos_ in ("NOUN", "PROPN") and is_other


def _is_of_nobody(noun: "Token") -> bool:
    """True for "Consultations lasted an hour" and "an exchange of views took place"."""
    is_other = is_another(noun) or any(child.dep_ == "nummod" or child.lower_ in _FURTHER for child in noun.children)
    is_subject = noun.dep_ in ("nsubj", "nsubj:pass") and form_of(noun) is Form.PAST
    return noun.lower_ in _TALKS and noun.pos_ == "NOUN" and is_subject and not is_other


def _is_at_meeting(trigger: "Token") -> bool:
    """True for what was done "during the meeting", and for "welcomed Sol and thanked her during the meeting"."""
    return any(child.lower_ in _TALKS and _is_the(child) for child in _occasions(trigger))


def _is_at_another(trigger: "Token") -> bool:
    """True for what was done "during the recent visit"."""
    return any(is_another(child) for child in _occasions(trigger))


def _occasions(trigger: "Token") -> Iterator["Token"]:
    """The nouns at which something was done: "during the meeting", "at the talks"."""
    verb = clause_of(trigger)
    for one in (verb, *(child for child in verb.children if child.dep_ == "conj")):
        for child in one.children:
            if child.dep_ == "obl" and any(case.dep_ == "case" and case.lower_ in _AT for case in child.children):
                yield child


def _joins(verb: "Token") -> bool:
    """True for "attended the talks"."""
    return any(child.dep_ == "obj" and _is_the(child) for child in verb.children)


def countries_of(view: DocumentView, chains: set[int]) -> Iterator[str]:
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
    if subject.lower_ == "it" and subject.head.tag_ == "VBN":  # "It was agreed"
        return True
    words = {subject.lower_, *(child.lower_ for child in subject.children if child.dep_ in ("det", "nummod"))}
    is_name = subject.pos_ == "PROPN" and not words & {"both", "two"}
    return bool(words & _TOGETHER) and not is_name
