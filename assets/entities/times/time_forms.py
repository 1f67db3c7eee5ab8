"""What each form of time expression says: from the words that a pattern matched to their meaning."""

import re
from collections.abc import Callable

from assets.entities.times.calendar_days import Part
from assets.entities.times.day_meanings import IranianDay, NamedDay, NamedWeekday, NamedWeekend, NearDay, SameDay
from assets.entities.times.tense import Tense
from assets.entities.times.time_meanings import (
    Beside,
    Floating,
    Meaning,
    NamedMonth,
    NamedMonths,
    NamedQuarter,
    NamedSeason,
    NamedYears,
    Period,
)
from assets.entities.times.time_patterns import HOLIDAYS, MONTHS, NUMBERS, ORDINALS, PATTERNS, WEEKDAYS, WEEKS
from warehouse.tables.entities import Grain

_YEARS_PER_DECADE = 10
_MONTHS_PER_YEAR = 12
_DAYS_PER_WEEK = 7
_DIRECTIONS = {"last": -1, "past": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1, "upcoming": 1}
_NEAR_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}
# "the Immigration Act of 1952" is a name
_NAMED_BY_YEAR = re.compile(
    r"\b(?:Act|Law|Code|Treaty|Convention|Charter|Accords?|Agreements?|Pact|Protocol|Constitution|Declaration|Resolution)"
    r"\s+of\s+$"
)
_SIDES = {"next": 1, "following": 1, "same": 0, "previous": -1, "preceding": -1}
_OVER = re.compile(r"\b(?:over|within|throughout|across)\s+(?:the\s+)?$")
_THE = re.compile(r"\bthe\s+$")
_REACH = 30


def forms(text: str) -> list[tuple[int, int, Meaning]]:
    """Start, end and meaning of each match of a pattern, in the order of the patterns; they may overlap."""
    found: list[tuple[int, int, Meaning]] = []
    for form, pattern in PATTERNS:
        for match in pattern.finditer(text):
            meaning = _READERS[form](match)
            if meaning:
                found.append((*_bounds(match), meaning))
    return found


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("words" if _word(match, "words") else 0)
    while match.string[start].isspace():
        start += 1
    return start, end


def _word(match: re.Match[str], name: str) -> str | None:
    word: str | None = match.groupdict().get(name)
    return word


def _number(match: re.Match[str], name: str) -> int | None:
    word = _word(match, name)
    return int(word) if word else None


def _month(match: re.Match[str], name: str = "month") -> int | None:
    word = _word(match, name)
    return MONTHS[word.rstrip(".")] if word else None


def _direction(match: re.Match[str]) -> int | None:
    word = _word(match, "which")
    return _DIRECTIONS[word.lower().split()[-1]] if word else None


def _part(match: re.Match[str]) -> Part:
    words = (_word(match, "part") or "").lower()
    if "half" not in words:
        return Part.WHOLE
    return Part.FIRST_HALF if "first" in words else Part.SECOND_HALF


def _week(match: re.Match[str]) -> int | None:
    words = (_word(match, "part") or "").lower().split()
    return next((WEEKS[word] for word in words if word in WEEKS), None) if "week" in words else None


def _before(match: re.Match[str]) -> str:
    start = _bounds(match)[0]
    return match.string[max(0, start - _REACH) : start]


def _iso(match: re.Match[str]) -> Meaning:
    return NamedDay(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _numeric(match: re.Match[str]) -> Meaning:
    """Day first with dots; with slashes only where one order is possible, since 06/02/2020 is written both ways."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if first == second or (second <= _MONTHS_PER_YEAR and (match["mark"] == "." or first > _MONTHS_PER_YEAR)):
        return NamedDay(year=year, month=second, day=first)
    if match["mark"] == "/" and second > _MONTHS_PER_YEAR >= first:
        return NamedDay(year=year, month=first, day=second)
    return Floating(Grain.DAY)


def _named_day(match: re.Match[str]) -> Meaning | None:
    month, weekday = _month(match), _word(match, "weekday")
    if month is None:
        return None
    return NamedDay(
        month=_month(match, "first_month") or month,
        day=int(match["day"]),
        year=_number(match, "year"),
        year_shift=_direction(match),
        weekday=WEEKDAYS.index(weekday) if weekday else None,
        last_month=_month(match, "last_month") or (month if _word(match, "first_month") else None),
        last_day=_number(match, "last_day"),
    )


def _month_of_year(match: re.Match[str]) -> Meaning | None:
    month = _month(match)
    if month is None:
        return None
    return NamedMonth(month, _number(match, "year"), year_shift=_direction(match), part=_part(match), week=_week(match))


def _iranian(match: re.Match[str]) -> Meaning:
    return IranianDay(year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _season(match: re.Match[str]) -> Meaning:
    return NamedSeason(match["season"].lower(), _number(match, "year"), _direction(match))


def _season_of(match: re.Match[str]) -> Meaning:
    return NamedSeason(match["season"].lower(), year_shift=_direction(match))


def _weekend(match: re.Match[str]) -> Meaning:
    return NamedWeekend(_direction(match))


def _holiday(match: re.Match[str]) -> Meaning:
    words = " ".join(match["holiday"].lower().replace("’", "'").split()).replace("christmas day", "christmas")
    month, day = HOLIDAYS[words]
    return NamedDay(month=month, day=day)


def _beside(match: re.Match[str]) -> Meaning:
    """The day that it stands beside is put in once the expressions before it are known."""
    return Beside(Floating(Grain.DAY), Tense.UNKNOWN, _SIDES[match["side"]])


def _fiscal(match: re.Match[str]) -> Meaning:
    """Left open: fiscal years begin on different days."""
    return Floating(Grain.YEAR)


def _named_month(match: re.Match[str]) -> Meaning | None:
    month = _month(match)
    if month is None:
        return None
    return NamedMonth(month, direction=_direction(match), part=_part(match), week=_week(match))


def _named_months(match: re.Match[str]) -> Meaning | None:
    first, last = _month(match), _month(match, "last_month")
    return NamedMonths(first, last, _number(match, "year")) if first and last else None


def _quarter(match: re.Match[str]) -> Meaning:
    return NamedQuarter(ORDINALS[match["quarter"].lower()], _number(match, "year"), _direction(match))


def _decade(match: re.Match[str]) -> Meaning:
    first = int(match["year"])
    return NamedYears(first, first + _YEARS_PER_DECADE - 1, _part(match), Grain.DECADE)


def _years(match: re.Match[str]) -> Meaning | None:
    if _NAMED_BY_YEAR.search(_before(match)):
        return None
    return NamedYears(int(match["year"]), _number(match, "last_year") or int(match["year"]), _part(match))


def _weekday(match: re.Match[str]) -> Meaning:
    return NamedWeekday(WEEKDAYS.index(match["weekday"]), _direction(match))


def _near_day(match: re.Match[str]) -> Meaning:
    return NearDay(_NEAR_DAYS.get(" ".join(match["word"].lower().split()), 0))


def _period(match: re.Match[str]) -> Meaning | None:
    if match["which"].lower() == "the" and not match["part"]:  # "the week" alone points nowhere
        return None
    is_span = bool(_OVER.search(_before(match))) or match["which"].lower() == "past"  # "over the last year"
    is_long = match["unit"] == "decade" and bool(_THE.search(_before(match)))  # "to guide us through the next decade"
    if is_span or is_long:
        return None
    return Period(Grain(match["unit"]), _direction(match) or 0, _part(match))


def _ago(match: re.Match[str]) -> Meaning | None:
    """A count of days, weeks, ... back or on. "Three weeks after the talks" counts weeks, it is a duration."""
    grain = Grain(match["unit"])
    count_word = match["count"].lower().split()
    count = NUMBERS["couple"] if "couple" in count_word else NUMBERS.get(count_word[0]) or int(count_word[0])
    if match["side"] in ("before", "after") and count != 1:
        return None
    if match["side"] == "ago":
        return _ago_today(grain, count) if match["today"] else Period(grain, -count)
    return Period(grain, count) if "now" in match["side"] else Floating(grain)


def _ago_today(grain: Grain, count: int) -> Meaning:
    """The very day: "five years ago today"."""
    if grain in (Grain.DAY, Grain.WEEK):
        return NearDay(-count * (_DAYS_PER_WEEK if grain is Grain.WEEK else 1))
    return SameDay(
        count * {Grain.MONTH: 1, Grain.YEAR: _MONTHS_PER_YEAR}.get(grain, _MONTHS_PER_YEAR * _YEARS_PER_DECADE)
    )


_READERS: dict[str, Callable[[re.Match[str]], Meaning | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_first": _named_day,
    "month_first": _named_day,
    "months": _named_months,
    "month_of_year": _month_of_year,
    "month_named": _named_month,
    "month_bare": _named_month,
    "iranian": _iranian,
    "season_of": _season_of,
    "season": _season,
    "weekend": _weekend,
    "holiday": _holiday,
    "beside": _beside,
    "fiscal": _fiscal,
    "quarter": _quarter,
    "decade": _decade,
    "years": _years,
    "year": _years,
    "weekday": _weekday,
    "near_day": _near_day,
    "period": _period,
    "ago": _ago,
}
