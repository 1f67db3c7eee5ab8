"""Runs of calendar days: a day, weeks of a month, a month, a quarter, a season, years, or a half of them."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from warehouse.tables.entities import Grain

_MONTHS = 12
_DAYS_OF_WEEK = 7
_HALF_MONTH = 15
_SUMMER_HALF = 186  # days of the first six months of the Iranian year, 31 each
_LONG_MONTH, _SHORT_MONTH = 31, 30
_LEAP_OF_33 = frozenset({1, 5, 9, 13, 17, 22, 26, 30})  # leap years of the Iranian calendar, modulo 33


class Part(StrEnum):
    """Half of a period. "Early May" and "the end of May" are May: how far they reach nobody can tell."""

    WHOLE = "whole"
    FIRST_HALF = "first half"
    SECOND_HALF = "second half"


@dataclass(frozen=True)
class Days:
    """Days meant, first and last, and how precisely."""

    start_on: dt.date
    end_on: dt.date
    grain: Grain


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """The day, or None when the month has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:  # 30 February
        return None


def iranian_day(year: int, month: int, day: int) -> dt.date | None:
    """The day that the Iranian solar calendar writes so: 1396/03/24 is 14 June 2017."""
    first = dt.date(2016, 3, 20)  # 1 Farvardin 1395
    leap_days = sum(one % 33 in _LEAP_OF_33 for one in range(min(year, 1395), max(year, 1395)))
    past = 365 * (year - 1395) + (leap_days if year >= 1395 else -leap_days)
    halves = _SUMMER_HALF + _SHORT_MONTH * (month - 7) if month > 6 else _LONG_MONTH * (month - 1)
    longest = _LONG_MONTH if month <= 6 else _SHORT_MONTH
    return first + dt.timedelta(days=past + halves + day - 1) if 1 <= day <= longest else None


def one_day(day: dt.date) -> Days:
    """A single day."""
    return Days(day, day, Grain.DAY)


def months_of(year: int, first: int, number: int, grain: Grain) -> Days | None:
    """So many months from the ``first`` of a year on; they may run into the next year."""
    last_year, last = divmod(year * _MONTHS + first + number - 2, _MONTHS)
    if not dt.MINYEAR <= year <= last_year <= dt.MAXYEAR:
        return None
    end_on = dt.date(last_year, last + 1, calendar.monthrange(last_year, last + 1)[1])
    return Days(dt.date(year, first, 1), end_on, grain)


def month_of(year: int, month: int, part: Part) -> Days | None:
    """A month, or the half of it that is meant."""
    days = months_of(year, month, 1, Grain.MONTH)
    if days is None or part is Part.WHOLE:
        return days
    if part is Part.FIRST_HALF:
        return Days(days.start_on, dt.date(year, month, _HALF_MONTH), Grain.MONTH)
    return Days(dt.date(year, month, _HALF_MONTH + 1), days.end_on, Grain.MONTH)


def week_of_month(year: int, month: int, week: int) -> Days | None:
    """Seven days of a month: the first from its first day on, the last (-1) to its last day."""
    days = months_of(year, month, 1, Grain.WEEK)
    if days is None:
        return None
    if week < 0:
        return Days(days.end_on - dt.timedelta(days=_DAYS_OF_WEEK - 1), days.end_on, Grain.WEEK)
    start_on = days.start_on + dt.timedelta(days=_DAYS_OF_WEEK * (week - 1))
    return Days(start_on, min(days.end_on, start_on + dt.timedelta(days=_DAYS_OF_WEEK - 1)), Grain.WEEK)


def years_of(first: int, last: int, part: Part, grain: Grain) -> Days | None:
    """Years from ``first`` to ``last``, or the half of them that is meant."""
    if not dt.MINYEAR <= first <= last <= dt.MAXYEAR:
        return None
    months = (last - first + 1) * _MONTHS
    if part is Part.WHOLE:
        return months_of(first, 1, months, grain)
    later = months // 2 if part is Part.SECOND_HALF else 0
    return months_of(first + later // _MONTHS, later % _MONTHS + 1, months // 2, grain)


def quarter_of(year: int, quarter: int) -> Days | None:
    """A quarter of a year."""
    return months_of(year, 3 * quarter - 2, 3, Grain.QUARTER)
