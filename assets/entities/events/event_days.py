"""The days of events whose own sentence names none, where the document settles them elsewhere."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from assets.entities.events.clause_forms import Form, clause_of, form_of, speaks_for_itself
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.events.event_slots import MAIN
from assets.entities.events.meeting_days import (
    HELD,
    REACH,
    Calendar,
    countries_of,
    goes_on,
    is_another,
    is_aside,
    is_ending,
    persons_of,
    said_at,
)
from assets.entities.events.sentence_times import is_aim
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase
from assets.entities.times.times import Resolution
from warehouse.tables.entities import PloverType, Realis

TOLD_AGAIN = 2  # sides that a retelling shares with the first telling, where both name as many
_MUTUAL = (PloverType.CONSULT, PloverType.SUPPORT, PloverType.AGREE)  # who expels is not who was expelled


def with_days(view: DocumentView, told: Sequence[Event], calendar: Calendar) -> list[Event]:
    """The events, a retelling of a dated event with its day, and what was said at a meeting with that of the meeting."""
    again = [event if event.time else _dated_meeting(view, told, number, calendar) for number, event in enumerate(told)]
    # the day on which "the visiting minister" came is not the one on which she signed
    own = [one if one.mode == "visit" else other for one, other in zip(told, again, strict=True)]
    held = [event if event.time else said_at(view, own, number, calendar) for number, event in enumerate(again)]
    return [event if event.time else _dated_act(view, held, number, calendar) for number, event in enumerate(held)]


def _dated_meeting(view: DocumentView, told: Sequence[Event], number: int, calendar: Calendar) -> Event:
    event = told[number]
    if event.plover_type is not PloverType.CONSULT or is_another(trigger_of(view, event.match)):
        return event
    return _dated(view, told, number, calendar)


def _dated_act(view: DocumentView, told: Sequence[Event], number: int, calendar: Calendar) -> Event:
    """The act with the day of its first telling; "has sanctioned 27 people" sums up more than one act.

    "We welcome" is no retelling: it is done as it is said.
    """
    event, trigger = told[number], trigger_of(view, told[number].match)
    form = form_of(trigger)
    is_done_by_saying = form is Form.PRESENT and speaks_for_itself(clause_of(trigger))
    if event.plover_type is PloverType.CONSULT or form is Form.OTHER or is_done_by_saying:
        return event
    return _dated(view, told, number, calendar)


def _dated(view: DocumentView, told: Sequence[Event], number: int, calendar: Calendar) -> Event:
    """The event with the time of the nearest telling before it, else after it, that is of the same event."""
    event = told[number]
    others = list(reversed(told[max(0, number - REACH) : number]))
    if not goes_on(view, event):  # "she also met Gil" follows the day told before it
        others += told[number + 1 : number + REACH]
    told_again = [other for other in others if other.time and is_retelling(view, event, other)]
    tellings = [other for other in told_again if not _is_other(view, event, other)]
    if event.realis in HELD:
        tellings = [other for other in tellings if not calendar.is_ahead(other.time)]
    elif event.realis is Realis.PLANNED:
        tellings = [other for other in tellings if not calendar.is_over(other.time)]
    trigger = trigger_of(view, event.match)
    if trigger.pos_ == "PROPN":  # "the Strategic Dialogue" rather is the one of that name than "the meeting" beside it
        tellings.sort(key=lambda other: trigger_of(view, other.match).text != trigger.text)
    is_visit = event.mode == "visit"  # "arrived" may be of another day than "met"
    alike = [other for other in tellings if (other.mode == "visit") == is_visit]
    near = [other for other in (*alike, *tellings) if calendar.is_near_day(other)]
    same = next((other for other in near if not _is_against(view, event, other, calendar)), None)
    return event if same is None else replace(event, time=same.time)


def _is_against(view: DocumentView, event: Event, other: Event, calendar: Calendar) -> bool:
    """Whether a sentence names days, none of them the other's: "after she landed on Monday, she visited the palace"."""
    named = [calendar.days(time) for *_, time in view.times_between(*view.sentence_of(event.match.start))]
    days = {day.start_on for day in named if day.start_on is not None and day.start_on == day.end_on}
    same = calendar.days(other.time) if other.time is not None else None
    return bool(days) and same is not None and not any(_is_within(day, same) for day in days)


def _is_within(day: dt.date, days: Resolution) -> bool:
    return days.start_on is not None and days.end_on is not None and days.start_on <= day <= days.end_on


def _is_other(view: DocumentView, event: Event, other: Event) -> bool:
    """True for another's day: of a meeting elsewhere, of "they last met", of a meeting that of "who arrived on Monday"."""
    trigger = trigger_of(view, other.match)
    is_aim_of = is_aim(clause_of(trigger), trigger_of(view, event.match))
    is_arrival = other.mode == "visit" and event.mode != "visit" and (is_aside(trigger) or is_aim_of)
    is_end = is_ending(view, other) and not is_ending(view, event)
    return is_arrival or is_end or is_another(trigger) or _is_elsewhere(view, event, other)


def is_retelling(view: DocumentView, one: Event, other: Event) -> bool:
    """Whether two tellings are of one event: of the same type and realis, of the same sides as far as both name them."""
    if one.plover_type is not other.plover_type or (one.realis in HELD) != (other.realis in HELD):
        return False
    if one.plover_type is PloverType.CONSULT and (one.mode == "phone") != (other.mode == "phone"):
        return False
    if one.plover_type is PloverType.SUPPORT and one.mode != other.mode:  # to thank for a treaty is not to sign it
        return False
    sides, others = _sides(one), _sides(other)
    shared = len(sides & others)
    is_of_countries = one.plover_type in _MUTUAL and _is_of_countries(view, sides, others)
    return is_of_countries or shared >= max(1, min(TOLD_AGAIN, len(sides), len(others)))


def _is_of_countries(view: DocumentView, sides: set[int], others: set[int]) -> bool:
    """True in "Peru and Chile signed it on Monday. Ministers Sol and Gil signed it", not where others stand for a country."""
    countries = set(countries_of(view, sides))
    if len(countries) < TOLD_AGAIN or countries != set(countries_of(view, others)):
        return False
    one, other = (set(countries_of(view, persons_of(view, only))) for only in (sides - others, others - sides))
    return one.isdisjoint(other)


def _is_elsewhere(view: DocumentView, event: Event, other: Event) -> bool:
    """True for meetings in two countries, and for one with nobody of the country that the other is a visit to."""
    here, there = _country(view, event.place), _country(view, other.place)
    if here is not None and there is not None:
        return here != there
    visit, meeting = (event, other) if event.mode == "visit" else (other, event)
    if visit.mode != "visit" or meeting.mode == "visit":
        return False
    of_sides = {view.doc._.chains[chain].country_id for chain in _sides(meeting)} - {None}
    goal = _country(view, visit.place)
    return goal is not None and bool(of_sides) and goal not in of_sides


def _country(view: DocumentView, place: Phrase | None) -> str | None:
    return view.doc._.chains[place.chain].country_id if place is not None and place.chain is not None else None


def _sides(event: Event) -> set[int]:
    mains = {part.chain for part in event.parts if part.participation in MAIN and not part.is_place}
    return mains or {part.chain for part in event.parts}
