"""What a time expression says, form by form, and the days that this means on a given reference day."""

import datetime as dt
from dataclasses import dataclass

from assets.entities.times.calendar_days import Days, Part, day_of, month_of, one_day, quarter_of, years_of
from assets.entities.times.tense import Tense
from warehouse.tables.entities import Grain

_MONTHS = 12
_DAYS = 7
_LAST_QUARTER = 4


@dataclass(frozen=True)
class NamedDay:
    """A day of a month, or several in a row; the year may be left out."""

    month: int
    day: int
    year: int | None = None
    year_shift: int | None = None  # "October 17 of last year" is -1
    weekday: int | None = None
    last_month: int | None = None
    last_day: int | None = None
    grain: Grain = Grain.DAY

    def explicit(self) -> Days | None:
        """Days meant without a reference day."""
        return self._in(self.year) if self.year else None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """Days meant in the year that brings them nearest to the reference day; a weekday named with it must agree."""
        if self.year_shift is not None:
            return self._in(reference.year + self.year_shift)
        candidates = [days for year in (-1, 0, 1) if (days := self._in(reference.year + year))]
        agreeing = [days for days in candidates if self.weekday in (None, days.start_on.weekday())]
        return min(agreeing or candidates, key=lambda days: abs(days.start_on - reference), default=None)

    def _in(self, year: int) -> Days | None:
        start = day_of(year, self.month, self.day)
        end = day_of(year, self.last_month or self.month, self.last_day or self.day)
        return Days(start, end, Grain.DAY) if start and end and start <= end else None


@dataclass(frozen=True)
class NamedMonth:
    """A month; the year may be left out, or said as last, this or next."""

    month: int
    year: int | None = None
    year_shift: int | None = None
    direction: int | None = None  # "next January" is 1
    part: Part = Part.WHOLE
    grain: Grain = Grain.MONTH

    def explicit(self) -> Days | None:
        """Days meant without a reference day."""
        return month_of(self.year, self.month, self.part) if self.year else None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The month before, in or after the reference month; a bare one by the tense of its verb, else the nearest."""
        if self.year_shift is not None:
            return month_of(reference.year + self.year_shift, self.month, self.part)
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
        return month_of(year, month + 1, self.part)


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
class NamedWeekday:
    """A day of the week."""

    weekday: int
    direction: int | None = None
    grain: Grain = Grain.DAY

    def explicit(self) -> Days | None:
        """None: a weekday alone is no date."""
        return None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """Last and next exclude the reference day; otherwise it counts, and the tense tells which way to look."""
        ahead = (self.weekday - reference.weekday()) % _DAYS
        if self.direction == 1:
            ahead = ahead or _DAYS
        elif self.direction == -1 or (tense is not Tense.FUTURE and ahead):
            ahead -= _DAYS
        return one_day(reference + dt.timedelta(days=ahead))


@dataclass(frozen=True)
class NearDay:
    """Today, yesterday, tomorrow."""

    shift: int
    grain: Grain = Grain.DAY

    def explicit(self) -> Days | None:
        """None: it needs a reference day."""
        return None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The day so many days on."""
        return one_day(reference + dt.timedelta(days=self.shift))


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


Meaning = NamedDay | NamedMonth | NamedMonths | NamedYears | NamedQuarter | NamedWeekday | NearDay | Period | Floating
