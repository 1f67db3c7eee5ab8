"""Runs of calendar days: a day, a month, a quarter, years, or a third of them."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from warehouse.tables.entities import Grain

_MONTHS = 12
_THIRD_OF_MONTH = 10


class Part(StrEnum):
    """Third of a period that a text points to: "early May", "mid-2023", "the end of next January"."""

    WHOLE = "whole"
    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"


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


def one_day(day: dt.date) -> Days:
    """A single day."""
    return Days(day, day, Grain.DAY)


def month_of(year: int, month: int, part: Part) -> Days | None:
    """A month, or the third of it that is meant."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    last = calendar.monthrange(year, month)[1]
    first, last = {
        Part.WHOLE: (1, last),
        Part.BEGINNING: (1, _THIRD_OF_MONTH),
        Part.MIDDLE: (_THIRD_OF_MONTH + 1, 2 * _THIRD_OF_MONTH),
        Part.END: (2 * _THIRD_OF_MONTH + 1, last),
    }[part]
    return Days(dt.date(year, month, first), dt.date(year, month, last), Grain.MONTH)


def years_of(first: int, last: int, part: Part, grain: Grain) -> Days | None:
    """Years from ``first`` to ``last``, or the third of them that is meant."""
    if not dt.MINYEAR <= first <= last <= dt.MAXYEAR:
        return None
    months = (last - first + 1) * _MONTHS
    start, end = {
        Part.WHOLE: (0, months),
        Part.BEGINNING: (0, months // 3),
        Part.MIDDLE: (months // 3, 2 * months // 3),
        Part.END: (2 * months // 3, months),
    }[part]
    last_month = end - 1
    end_year, end_month = first + last_month // _MONTHS, last_month % _MONTHS + 1
    end_on = dt.date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])
    return Days(dt.date(first + start // _MONTHS, start % _MONTHS + 1, 1), end_on, grain)


def quarter_of(year: int, quarter: int) -> Days | None:
    """A quarter of a year."""
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return None
    end_month = 3 * quarter
    return Days(
        dt.date(year, end_month - 2, 1),
        dt.date(year, end_month, calendar.monthrange(year, end_month)[1]),
        Grain.QUARTER,
    )
