"""Days told inside a quotation: they count from the day on which the words were said, not from the dateline."""

import datetime as dt

from assets.entities.times.day_meanings import NamedWeekday, NearDay
from assets.entities.times.time_meanings import Period
from assets.entities.times.times import Resolution, TimeSpan, resolve
from warehouse.tables.entities import Grain, TimeBasis


def counts_from_speech(span: TimeSpan) -> bool:
    """True for "today" and "tomorrow", which point from the day they are said; so do weekdays and weeks."""
    return isinstance(span.meaning, NearDay | NamedWeekday) or (
        isinstance(span.meaning, Period) and span.meaning.grain in (Grain.DAY, Grain.WEEK)
    )


def resolve_said(
    span: TimeSpan, said_on: dt.date | None, published_on: dt.date | None, dateline_on: dt.date | None
) -> Resolution:
    """Days that ``span`` means inside a quotation said on ``said_on``.

    Where that day is not known "today" stays unresolved: a quotation may be of any day. A weekday seldom is wrong.
    """
    if not counts_from_speech(span):
        return resolve(span, published_on, dateline_on)
    plain = resolve(span, published_on, dateline_on)
    if said_on is not None:
        return resolve(span, None, said_on)._replace(basis=plain.basis)
    if isinstance(span.meaning, NearDay):
        return Resolution(None, None, span.meaning.grain, TimeBasis.UNRESOLVED)
    return plain
