"""What a time expression says, form by form, and the days that this means on a given reference day."""

import datetime as dt
from dataclasses import dataclass

from assets.entities.times.calendar_days import (
    Days,
    Part,
    month_of,
    months_of,
    one_day,
    quarter_of,
    week_of_month,
    years_of,
)
from assets.entities.times.day_meanings import IranianDay, NamedDay, NamedWeekday, NamedWeekend, NearDay, SameDay
from assets.entities.times.tense import Tense
from warehouse.tables.entities import Grain

_MONTHS = 12
_DAYS = 7
_LAST_QUARTER = 4
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@dataclass(frozen=True)
class NamedMonth:
    """A month or a week of it; the year may be left out, or said as last, this or next."""

    month: int
    year: int | None = None
    year_shift: int | None = None
    direction: int | None = None  # "next January" is 1
    part: Part = Part.WHOLE
    week: int | None = None  # "the last week of March" is -1
    grain: Grain = Grain.MONTH

    def explicit(self) -> Days | None:
        """Days meant without a reference day."""
        return self._in(self.year, self.month) if self.year else None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The month before, in or after the reference month; a bare one by the tense of its verb, else the nearest."""
        if self.year_shift is not None:
            return self._in(reference.year + self.year_shift, self.month)
        ahead = (self.month - reference.month) % _MONTHS  # 0 to 11 months on
        if self.direction == 1:
            ahead = ahead or _MONTHS
        elif self.direction == -1 or (self.direction is None and tense is Tense.PAST):
            ahead = ahead - _MONTHS if ahead or self.direction else 0
        elif self.direction == 0:
            ahead = self.month - reference.month
        elif tense is Tense.UNKNOWN and ahead > _MONTHS // 2:
            ahead -= _MONTHS
        year, month = divmod(reference.year * _MONTHS + reference.month - 1 + ahead, _MONTHS)
        return self._in(year, month + 1)

    def _in(self, year: int, month: int) -> Days | None:
        return week_of_month(year, month, self.week) if self.week else month_of(year, month, self.part)


@dataclass(frozen=True)
class NamedMonths:
    """Months in a row: "from January to November"."""

    first: int
    last: int
    year: int | None = None
    grain: Grain = Grain.MONTH

    def explicit(self) -> Days | None:
        """Days meant without a reference day; the year belongs to the last month."""
        return self._ending_in(self.year) if self.year else None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The latest such months that end no later than the reference month; with a future verb the next ones."""
        earlier = self.last <= reference.month
        shift = int(earlier) if tense is Tense.FUTURE else int(earlier) - 1
        return self._ending_in(reference.year + shift)

    def _ending_in(self, year: int) -> Days | None:
        start = month_of(year - (self.first > self.last), self.first, Part.WHOLE)
        end = month_of(year, self.last, Part.WHOLE)
        return Days(start.start_on, end.end_on, Grain.MONTH) if start and end else None


@dataclass(frozen=True)
class NamedYears:
    """A year, a run of years or a decade."""

    year: int
    last_year: int
    part: Part = Part.WHOLE
    grain: Grain = Grain.YEAR

    def explicit(self) -> Days | None:
        """Days meant without a reference day."""
        if self.year > self.last_year:
            return None
        return years_of(self.year, self.last_year, self.part, self.grain)

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The same: a year needs no reference day."""
        return self.explicit()


@dataclass(frozen=True)
class NamedQuarter:
    """A quarter of a year."""

    quarter: int
    year: int | None = None
    year_shift: int | None = None
    grain: Grain = Grain.QUARTER

    def explicit(self) -> Days | None:
        """Days meant without a reference day."""
        return quarter_of(self.year, self.quarter) if self.year else None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The quarter of the year before, of or after the reference day."""
        return quarter_of(reference.year + (self.year_shift or 0), self.quarter)


@dataclass(frozen=True)
class NamedSeason:
    """A season of three months, as in the north; winter belongs to the year in which it begins."""

    season: str
    year: int | None = None
    direction: int | None = None
    year_shift: int | None = None  # "the autumn of this year" is 0
    grain: Grain = Grain.QUARTER

    def explicit(self) -> Days | None:
        """Days meant without a reference day."""
        return months_of(self.year, _SEASONS[self.season], 3, self.grain) if self.year else None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """Last: the latest that is over. Next: the first to come. This: that of the year, or the winter going on."""
        if self.year_shift is not None:
            return months_of(reference.year + self.year_shift, _SEASONS[self.season], 3, self.grain)
        years = (reference.year + shift for shift in (-1, 0, 1))
        seasons = [days for year in years if (days := months_of(year, _SEASONS[self.season], 3, self.grain))]
        if self.direction == -1:
            return max((days for days in seasons if days.end_on < reference), key=_start, default=None)
        if self.direction == 1:
            return min((days for days in seasons if days.start_on > reference), key=_start, default=None)
        current = (days for days in seasons if days.start_on <= reference <= days.end_on)
        return next(current, months_of(reference.year, _SEASONS[self.season], 3, self.grain))


def _start(days: Days) -> dt.date:
    return days.start_on


@dataclass(frozen=True)
class Period:
    """A week, month, quarter or year told as this, last or next; or so many of them ago."""

    grain: Grain
    shift: int
    part: Part = Part.WHOLE

    def explicit(self) -> Days | None:
        """None: it needs a reference day."""
        return None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The period that holds the reference day, moved by the shift."""
        if self.grain is Grain.DAY:
            return one_day(reference + dt.timedelta(days=self.shift))
        if self.grain is Grain.WEEK:
            monday = reference + dt.timedelta(days=_DAYS * self.shift - reference.weekday())
            return Days(monday, monday + dt.timedelta(days=_DAYS - 1), Grain.WEEK)
        return self._by_calendar(reference)

    def _by_calendar(self, reference: dt.date) -> Days | None:
        if self.grain is Grain.MONTH:
            year, month = divmod(reference.year * _MONTHS + reference.month - 1 + self.shift, _MONTHS)
            return month_of(year, month + 1, self.part)
        if self.grain is Grain.QUARTER:
            year, quarter = divmod(
                reference.year * _LAST_QUARTER + (reference.month - 1) // 3 + self.shift, _LAST_QUARTER
            )
            return quarter_of(year, quarter + 1)
        width = 10 if self.grain is Grain.DECADE else 1
        first = (reference.year // width + self.shift) * width
        return years_of(first, first + width - 1, self.part, self.grain)


@dataclass(frozen=True)
class Floating:
    """A time told from something that is not the reference day: "one month after the summit"; or an ambiguous date."""

    grain: Grain

    def explicit(self) -> Days | None:
        """None: what it is told from is not known here."""
        return None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """None: the reference day does not help."""
        return None


@dataclass(frozen=True)
class Beside:
    """The day named last, or one beside it: "the same day", "the next day"."""

    named: "Meaning"
    named_tense: Tense
    shift: int
    grain: Grain = Grain.DAY

    def explicit(self) -> Days | None:
        """Days meant without a reference day."""
        return self._beside(self.named.explicit())

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The day beside the one that the other expression means."""
        return self._beside(self.named.relative(reference, self.named_tense))

    def _beside(self, days: Days | None) -> Days | None:
        if days is None or days.start_on != days.end_on:
            return None
        return one_day(days.start_on + dt.timedelta(days=self.shift))


Meaning = (
    NamedDay
    | IranianDay
    | NamedMonth
    | NamedMonths
    | NamedYears
    | NamedQuarter
    | NamedSeason
    | NamedWeekday
    | NamedWeekend
    | NearDay
    | SameDay
    | Period
    | Floating
    | Beside
)
