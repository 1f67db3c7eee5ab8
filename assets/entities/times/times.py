"""Time expressions: where a text names a day, week, month or year, and which days it means."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from assets.entities.quotes.quotations import Quotations
from assets.entities.times.calendar_days import Days, Part
from assets.entities.times.tense import Tense, tense_at
from assets.entities.times.time_meanings import (
    Floating,
    Meaning,
    NamedDay,
    NamedMonth,
    NamedMonths,
    NamedQuarter,
    NamedWeekday,
    NamedYears,
    NearDay,
    Period,
)
from assets.entities.times.time_patterns import MONTHS, NUMBERS, ORDINALS, PATTERNS, WEEKDAYS
from warehouse.keys import stable_id
from warehouse.tables.entities import Grain, TimeBasis, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext

_YEARS_PER_DECADE = 10
_MONTHS_PER_YEAR = 12
_DIRECTIONS = {"last": -1, "past": -1, "this": 0, "current": 0, "the": 0, "next": 1, "coming": 1, "upcoming": 1}
_NEAR_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


@dataclass(frozen=True)
class TimeSpan:
    """A time expression in a text, ``text[start:end]``, and what it says."""

    start: int
    end: int
    text: str
    meaning: Meaning
    tense: Tense


class Resolution(NamedTuple):
    """Days that a time expression means, and how that is known."""

    start_on: dt.date | None
    end_on: dt.date | None
    grain: Grain
    basis: TimeBasis


@lru_cache(maxsize=1)  # dates, amounts, chains and events ask for those of one text in turn
def time_spans(text: str) -> list[TimeSpan]:
    """Time expressions of ``text`` in order; of two that overlap the one whose form is listed first stays."""
    found: list[TimeSpan] = []
    claimed = bytearray(len(text))  # 1 where a character belongs to an expression already found
    for form, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = _bounds(match)
            meaning = _READERS[form](match)
            if meaning and not any(claimed[start:end]):
                claimed[start:end] = b"\x01" * (end - start)
                found.append(TimeSpan(start, end, text[start:end], meaning, tense_at(text, start, end)))
    return sorted(found, key=lambda span: span.start)


def resolve(span: TimeSpan, published_on: dt.date | None, dateline_on: dt.date | None) -> Resolution:
    """Days that ``span`` means: as it says, else told from the dateline, else from the day of publication.

    With neither known a relative expression stays unresolved; there is no other fallback.
    """
    explicit = span.meaning.explicit()
    if explicit:
        return Resolution(explicit.start_on, explicit.end_on, explicit.grain, TimeBasis.EXPLICIT)
    reference = dateline_on or published_on
    days = _relative(span, reference) if reference else None
    if days is None:
        return Resolution(None, None, span.meaning.grain, TimeBasis.UNRESOLVED)
    basis = TimeBasis.RELATIVE_TO_DATELINE if dateline_on else TimeBasis.RELATIVE_TO_PUBLICATION
    return Resolution(days.start_on, days.end_on, days.grain, basis)


def time_rows(doc: "Doc", context: "DocumentContext") -> list[TimeExpression]:
    """One row per time expression of a document, resolved against its dateline, else its day of publication.

    "Today" in a quotation stays unresolved: it counts from the day on which it was said.
    """
    quotations = Quotations(doc.text)
    return [_row(span, context, quotations.at(span.start) is not None) for span in time_spans(doc.text)]


def _relative(span: TimeSpan, reference: dt.date) -> Days | None:
    try:
        return span.meaning.relative(reference, span.tense)
    except OverflowError:  # "4000 years ago"
        return None


def _row(span: TimeSpan, context: "DocumentContext", is_quoted: bool) -> TimeExpression:
    is_open = is_quoted and isinstance(span.meaning, NearDay)
    resolution = resolve(span, None if is_open else context.published_on, None if is_open else context.dateline_on)
    raw_start, raw_end = context.raw_span(span.start, span.end)
    return TimeExpression(
        time_id=stable_id(context.document_id, "time", raw_start, raw_end),
        document_id=context.document_id,
        text=span.text,
        start_on=resolution.start_on,
        end_on=resolution.end_on,
        grain=resolution.grain,
        basis=resolution.basis,
        start_char=span.start,
        end_char=span.end,
        raw_start=raw_start,
        raw_end=raw_end,
    )


def _bounds(match: re.Match[str]) -> tuple[int, int]:
    start, end = match.span("words" if "words" in match.re.groupindex else 0)
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
    if "early" in words or "beginning" in words or "start" in words:
        return Part.BEGINNING
    if "mid" in words:
        return Part.MIDDLE
    return Part.END if "late" in words or "end" in words else Part.WHOLE


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
        month=month,
        day=int(match["day"]),
        year=_number(match, "year"),
        year_shift=_direction(match),
        weekday=WEEKDAYS.index(weekday) if weekday else None,
        last_month=_month(match, "last_month"),
        last_day=_number(match, "last_day"),
    )


def _month_of_year(match: re.Match[str]) -> Meaning | None:
    month = _month(match)
    if month is None:
        return None
    return NamedMonth(month, _number(match, "year"), year_shift=_direction(match), part=_part(match))


def _named_month(match: re.Match[str]) -> Meaning | None:
    month = _month(match)
    return NamedMonth(month, direction=_direction(match), part=_part(match)) if month else None


def _named_months(match: re.Match[str]) -> Meaning | None:
    first, last = _month(match), _month(match, "last_month")
    return NamedMonths(first, last, _number(match, "year")) if first and last else None


def _quarter(match: re.Match[str]) -> Meaning:
    return NamedQuarter(ORDINALS[match["quarter"].lower()], _number(match, "year"), _direction(match))


def _decade(match: re.Match[str]) -> Meaning:
    first = int(match["year"])
    return NamedYears(first, first + _YEARS_PER_DECADE - 1, _part(match), Grain.DECADE)


def _years(match: re.Match[str]) -> Meaning:
    return NamedYears(int(match["year"]), _number(match, "last_year") or int(match["year"]), _part(match))


def _weekday(match: re.Match[str]) -> Meaning:
    return NamedWeekday(WEEKDAYS.index(match["weekday"]), _direction(match))


def _near_day(match: re.Match[str]) -> Meaning:
    return NearDay(_NEAR_DAYS.get(" ".join(match["word"].lower().split()), 0))


def _period(match: re.Match[str]) -> Meaning | None:
    if match["which"].lower() == "the" and not match["part"]:  # "the week" alone points nowhere
        return None
    return Period(Grain(match["unit"]), _direction(match) or 0, _part(match))


def _ago(match: re.Match[str]) -> Meaning:
    grain = Grain(match["unit"])
    count_word = match["count"].lower().split()
    count = NUMBERS["couple"] if "couple" in count_word else NUMBERS.get(count_word[0]) or int(count_word[0])
    if match["side"] == "ago":
        return Period(grain, -count)
    return Period(grain, count) if "now" in match["side"] else Floating(grain)


_READERS: dict[str, Callable[[re.Match[str]], Meaning | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "day_first": _named_day,
    "month_first": _named_day,
    "months": _named_months,
    "month_of_year": _month_of_year,
    "month_named": _named_month,
    "month_bare": _named_month,
    "quarter": _quarter,
    "decade": _decade,
    "years": _years,
    "year": _years,
    "weekday": _weekday,
    "near_day": _near_day,
    "period": _period,
    "ago": _ago,
}
