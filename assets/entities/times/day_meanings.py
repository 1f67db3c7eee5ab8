"""What an expression says that names a day, and the day that this means on a given reference day."""

import datetime as dt
from dataclasses import dataclass

from assets.entities.times.calendar_days import Days, day_of, iranian_day, one_day
from assets.entities.times.tense import Tense
from warehouse.tables.entities import Grain

_MONTHS = 12
_DAYS = 7
_SATURDAY = 5
_NEAR = dt.timedelta(days=60)


def _is_against(distance: dt.timedelta, tense: Tense) -> bool:
    """True for days far on the other side than the tense tells."""
    if tense is Tense.FUTURE:
        return distance < -_NEAR
    return tense is Tense.PAST and distance > _NEAR


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
        """Days meant in the year that brings them nearest to the reference day, on the side that a clear tense tells.

        A weekday named with them must agree. Near days may lie on either side: "was to have met on May 8".
        """
        if self.year_shift is not None:
            return self._in(reference.year + self.year_shift)
        candidates = [days for year in (-1, 0, 1) if (days := self._in(reference.year + year))]
        agreeing = [days for days in candidates if self.weekday in (None, days.start_on.weekday())]
        told = [days for days in agreeing or candidates if not _is_against(days.start_on - reference, tense)]
        return min(told or candidates, key=lambda days: abs(days.start_on - reference), default=None)

    def _in(self, year: int) -> Days | None:
        last_month = self.last_month or self.month
        start = day_of(year - (self.month > last_month), self.month, self.day)  # "28 December to 3 January 2024"
        end = day_of(year, last_month, self.last_day or self.day)
        return Days(start, end, Grain.DAY) if start and end and start <= end else None


@dataclass(frozen=True)
class IranianDay:
    """A day of the Iranian solar calendar: 1396/03/24."""

    year: int
    month: int
    day: int
    grain: Grain = Grain.DAY

    def explicit(self) -> Days | None:
        """Days meant without a reference day."""
        day = iranian_day(self.year, self.month, self.day)
        return one_day(day) if day else None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The same: the year is told."""
        return self.explicit()


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
        """Last and next exclude the reference day; otherwise it counts, and the tense tells which way to look.

        "This Thursday" without a verb is the Thursday of the same week.
        """
        ahead = (self.weekday - reference.weekday()) % _DAYS
        if self.direction == 0 and tense is Tense.UNKNOWN:
            return one_day(reference + dt.timedelta(days=self.weekday - reference.weekday()))
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
class NamedWeekend:
    """Saturday and Sunday."""

    direction: int | None = None
    grain: Grain = Grain.DAY

    def explicit(self) -> Days | None:
        """None: a weekend alone is no date."""
        return None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """The weekend that holds the reference day or follows it; the one before when it is told as past."""
        saturday = reference + dt.timedelta(days=_SATURDAY - reference.weekday())
        is_over = self.direction == -1 or (tense is Tense.PAST and self.direction != 1 and saturday > reference)
        weeks = -1 if is_over else int(self.direction == 1)
        saturday += dt.timedelta(days=_DAYS * weeks)
        return Days(saturday, saturday + dt.timedelta(days=1), Grain.DAY)


@dataclass(frozen=True)
class SameDay:
    """The same day so many months before: "five years ago today"."""

    months: int
    grain: Grain = Grain.DAY

    def explicit(self) -> Days | None:
        """None: it needs a reference day."""
        return None

    def relative(self, reference: dt.date, tense: Tense) -> Days | None:
        """That day, where the month has one."""
        year, month = divmod(reference.year * _MONTHS + reference.month - 1 - self.months, _MONTHS)
        day = day_of(year, month + 1, reference.day)
        return one_day(day) if day else None
