"""On which days an event took place, and which words say so."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from assets.entities.events.clause_forms import Form, clause_of, form_of, is_bound, speaks_for_itself, subject_of
from assets.entities.events.event_days import with_days
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.events.meeting_days import Calendar, is_announced, is_quoted
from assets.entities.events.sentence_places import own_place
from assets.entities.events.sentence_times import SPEECH, lasts, own_time
from assets.entities.events.speech_days import is_turn, said_on, words_of_saying
from assets.entities.sentences.document_view import DocumentView
from assets.entities.times.said_days import resolve_said
from assets.entities.times.tense import Tense
from assets.entities.times.times import Resolution, TimeSpan, resolve
from warehouse.tables.entities import Grain, PloverType, Realis, TimeBasis

if TYPE_CHECKING:
    from assets.entities.context import DocumentContext

UNDATED = Resolution(None, None, Grain.DAY, TimeBasis.UNRESOLVED)
DONE = (Realis.ASSERTED, Realis.NEGATED)
_BY_STATEMENT = SPEECH | {PloverType.SANCTION}  # what a government does by the statement in which it says so


class EventDate(NamedTuple):
    """Days of an event, and the body span of the words that date it."""

    resolution: Resolution
    words: tuple[int, int] | None = None


def with_own_days(view: DocumentView, told: Sequence[Event], context: "DocumentContext") -> list[Event]:
    """The events with the time expressions that date them, found in their sentences, else in the document."""
    own = [replace(event, time=_timely(view, event, context), place=own_place(view, event)) for event in told]
    return with_days(view, own, Calendar(context))


def _timely(view: DocumentView, event: Event, context: "DocumentContext") -> TimeSpan | None:
    """The time of an event, which for what was done is no day to come, and for who is still to meet no day past."""
    time = own_time(view, event)
    calendar = Calendar(context)
    is_verb = trigger_of(view, event.match).pos_ == "VERB"  # what a noun tells may be planned
    is_speech = event.plover_type in SPEECH
    if event.realis is Realis.PLANNED and event.plover_type is PloverType.CONSULT:
        return None if is_verb and calendar.is_over(time) else time
    if time is None or event.realis not in DONE:
        return time
    is_of_topic = time.meaning.grain is Grain.YEAR and time.meaning.explicit() is None  # "agreed to vote this year"
    is_promised = is_speech and (is_of_topic or time.tense is Tense.FUTURE)
    return None if is_promised or (calendar.is_ahead(time) and (is_verb or is_speech)) else time


def date_of(view: DocumentView, event: Event, told: list[Event], context: "DocumentContext") -> EventDate:
    """Days of an event; what somebody says counts from the day of saying it."""
    if event.time is not None:
        resolution = _until_now(view, event, _resolution(view, event, event.time, told, context), context)
        return EventDate(resolution, (event.time.start, event.time.end))
    if is_quoted(view, event):
        return _of_saying(view, event, told, context)
    return _of_issue(view, event, context)


def _resolution(
    view: DocumentView, event: Event, time: TimeSpan, told: list[Event], context: "DocumentContext"
) -> Resolution:
    quote = event.quote
    if quote is None or is_turn(view, quote) or not quote.start <= time.start < quote.end:
        return resolve(time, context.published_on, context.dateline_on)
    day = said_on(view, quote, told, context)
    return resolve_said(time, day, context.published_on, context.dateline_on)


def _until_now(view: DocumentView, event: Event, days: Resolution, context: "DocumentContext") -> Resolution:
    """The days up to the one of the text: "since May", and of "this week" those by which it had been done."""
    now = context.dateline_on or context.published_on
    start, end = days.start_on, days.end_on
    if lasts(view, event):
        return days._replace(end_on=now) if now and start and start <= now else UNDATED
    if event.realis is not Realis.ASSERTED or days.grain is not Grain.WEEK or not (now and start and end):
        return days
    return days._replace(end_on=now) if start <= now < end else days


def _of_saying(view: DocumentView, event: Event, told: list[Event], context: "DocumentContext") -> EventDate:
    """The day of words that are themselves the act: '"We reject this," Sol said on Monday'."""
    if event.quote is None or event.plover_type not in SPEECH or not _is_done_by_saying(view, event):
        return EventDate(UNDATED)
    time = words_of_saying(view, event.quote, told, context)
    if time is None:
        return EventDate(UNDATED)
    return EventDate(resolve(time, context.published_on, context.dateline_on), (time.start, time.end))


def _of_issue(view: DocumentView, event: Event, context: "DocumentContext") -> EventDate:
    """The day on which a statement is issued, for what it does by its own words: "we condemn", "the Troika calls on".

    Its words are those of the act, which stand in the present tense. A day that is not known is no day.
    """
    day = context.dateline_on or context.published_on
    is_by_statement = event.plover_type in _BY_STATEMENT or _is_announced(view, event)
    if day is None or not is_by_statement or view.quotation_of(event.match.start) is not None:
        return EventDate(UNDATED)
    if event.plover_type is PloverType.SANCTION and view.doc[event.match.start].pos_ not in ("VERB", "AUX"):
        return EventDate(UNDATED)
    if not _is_done_by_saying(view, event) or not (_is_of_government(view) or _speaks(view, event)):
        return EventDate(UNDATED)
    basis = TimeBasis.RELATIVE_TO_DATELINE if context.dateline_on else TimeBasis.RELATIVE_TO_PUBLICATION
    trigger = view.doc[event.match.start : event.match.end]
    return EventDate(Resolution(day, day, Grain.DAY, basis), (trigger.start_char, trigger.end_char))


def _is_done_by_saying(view: DocumentView, event: Event) -> bool:
    trigger = trigger_of(view, event.match)
    verb = clause_of(trigger)
    has_subject = subject_of(verb) is not None  # not "Thank you to all"
    has_mark = any(child.dep_ == "mark" for child in verb.children)
    is_aside = verb.dep_ == "advcl" and has_mark  # "While we seek a return,"
    is_done = event.realis in DONE or _is_announced(view, event)
    return is_done and has_subject and form_of(trigger) is Form.PRESENT and not (is_aside or is_bound(verb))


def _is_announced(view: DocumentView, event: Event) -> bool:
    """True for "we are announcing $38 million in aid", told as planned."""
    is_aid = event.plover_type is PloverType.AID and event.realis is Realis.PLANNED
    return is_aid and is_announced(clause_of(trigger_of(view, event.match)))


def _is_of_government(view: DocumentView) -> bool:
    """Whether a government publishes the text, which speaks for itself in it."""
    return view.doc._.government is not None


def _speaks(view: DocumentView, event: Event) -> bool:
    return speaks_for_itself(clause_of(trigger_of(view, event.match)))
