"""Calendar dates with a year, as articles write them."""

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from functools import cache

from warehouse.reference import reference

FIRST_YEAR, LAST_YEAR = 1900, 2100  # years outside are numbers, not years of an article

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
MONTH_STARTS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
YEAR = r"(?:\d{4}|['’]\d{2})"
DATE = re.compile(
    rf"(?<![^\W\d_])(?P<month_1>{MONTH})\s?(?P<day_1>{DAY})\s?[,،/]?\s?(?P<year_1>{YEAR})\b"
    rf"|\b(?P<day_2>{DAY})(?:\s?of)?[\s./-]{{0,2}}(?P<month_2>{MONTH})[\s,،./-]{{0,2}}(?P<year_2>{YEAR})\b"
    # years of Juche begin with 1912: "www.kcna.kp (Juche112.6.7.)"
    r"|\bJuche ?(?P<year_7>\d{2,3})\. ?(?P<month_7>\d{1,2})\. ?(?P<day_7>\d{1,2})\b"
    # the date-time group of the wires: "KUNA 171523 Apr 23NNNN"
    rf"|(?<!\d)(?P<day_6>\d{{2}})[0-2]\d[0-5]\d(?:Z|\s?GMT)?\s(?P<month_6>{MONTH})\s?(?P<year_6>\d\d)(?=\Z|\s|N{{4}})"
    r"|(?<![\d./-])(?P<year_3>\d{4})(?P<mark_3>[-/.]|\. )(?P<month_3>\d{1,2})(?P=mark_3)(?P<day_3>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<year_5>\d{4})\s?年\s?(?P<month_5>\d{1,2})\s?月\s?(?P<day_5>\d{1,2})\s?日"
    r"|(?<![\d./-])(?P<first>\d{1,2})\s?(?P<mark>[./-])\s?(?P<second>\d{1,2})\s?(?P=mark)\s?(?P<year_4>\d{4})(?!\d)"
    r"|(?<![\d./-])(?P<short>\d{1,2}/\d{1,2}/\d{2})(?![\d/])"  # "05/25/23", where it can be read in one way only
    r"|(?<![\d./-])(?P<dotted>\d{1,2}\.\d{1,2}\.\d{2})(?=,?\s\d{1,2}:\d{2})",  # "15.04.24 14:07"
    re.IGNORECASE,
)
# "26. oktobar 2023", "26 de octubre de 2023" on the English pages of a house that writes another language
ABROAD = re.compile(
    r"(?<![\d./-])(?P<day>\d{1,2})[.º]?\s(?:de\s)?(?P<month>[^\W\d_]{3,12})[.,]?\s(?:del?\s)?(?P<year>\d{4})(?!\d)"
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)
MONTHS_PER_YEAR, LAST_DAY = 12, 31
JUCHE_YEAR_0 = 1911
LAST_SHORT_YEAR = 50  # '23 is 2023, '99 is 1999


@dataclass(frozen=True)
class DateSpan:
    """A date and where it stands in the text it was found in; 03/04/2022 has two readings, day first and month first."""

    start: int
    end: int
    readings: tuple[dt.date, ...]

    @property
    def date(self) -> dt.date | None:
        """The date, where there is but one reading."""
        return self.readings[0] if len(self.readings) == 1 else None


def date_spans(text: str) -> list[DateSpan]:
    """Full dates in a text; impossible ones are left out."""
    found = [(match, _readings(match)) for match in DATE.finditer(text)]
    found += [(match, (date,)) for match in ABROAD.finditer(text) if (date := _date_abroad(match))]
    spans = [DateSpan(match.start(), match.end(), readings) for match, readings in found if readings]
    return sorted(spans, key=lambda span: span.start)


def dates(text: str) -> list[dt.date]:
    """Full dates in a text that can be read in one way only, in order."""
    return [span.date for span in date_spans(text) if span.date]


def is_day_first(text: str) -> bool | None:
    """Whether the numeric dates of a text have the day first; None when they do not tell or contradict each other."""
    orders = {
        int(match["first"]) > MONTHS_PER_YEAR
        for match in DATE.finditer(text)
        if match["mark"] in ("/", "-") and MONTHS_PER_YEAR < max(int(match["first"]), int(match["second"])) <= LAST_DAY
    }
    return orders.pop() if len(orders) == 1 else None


def declared_date(text: str, day_first: bool | None = None) -> dt.date | None:
    """Date of a container's time stamp: ISO 8601, the form of mails and feeds, or in words."""
    found = date_spans(text)
    if found:
        return read_date(found[0].readings, day_first)
    try:
        stamp = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return calendar_date(stamp.year, stamp.month, stamp.day)


def calendar_date(year: int, month: int, day: int) -> dt.date | None:
    """The date, or None when the calendar has no such day or the year is absurd."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_number(name: str) -> int:
    """Number of a month from its name or abbreviation.

    Raises:
        ValueError: no month begins so.
    """
    return MONTH_STARTS.index(name[:3].lower()) + 1


def day_number(text: str) -> int:
    """Number of a day: 17 for "17th"."""
    return int(re.sub(r"\D", "", text))


def read_date(readings: tuple[dt.date, ...], day_first: bool | None) -> dt.date | None:
    """The date among the readings of one, or None when nothing tells which it is."""
    if len(readings) == 2:
        return None if day_first is None else readings[0 if day_first else 1]
    return readings[0] if readings else None


def told_date(text: str, story: str) -> dt.date | None:
    """A numeric date whose order the weekday told in the story settles: 03/04/2022 above "this Sunday"."""
    readings = next((span.readings for span in date_spans(text)), ())
    days = {WEEKDAYS.index(match.group().casefold()) for match in WEEKDAY.finditer(story)}
    told = [date for date in readings if date.weekday() in days]
    return told[0] if len(told) == 1 else read_date(readings, None)


def _date_abroad(match: re.Match[str]) -> dt.date | None:
    """The date whose month has another language's name; "jun" and "mart" are not left to the English pattern."""
    month = _months_abroad().get(match["month"].casefold())
    return calendar_date(int(match["year"]), month, int(match["day"])) if month else None


@cache
def _months_abroad() -> dict[str, int]:
    return {str(name): int(month) for name, month in reference("months").iter_rows()}


def _readings(match: re.Match[str]) -> tuple[dt.date, ...]:
    if match["short"]:
        return _short(*map(int, match["short"].split("/")))
    if match["dotted"]:
        day, month, year = map(int, match["dotted"].split("."))
        return _numeric(day, month, 2000 + year, ".")
    if match["first"]:
        return _numeric(int(match["first"]), int(match["second"]), int(match["year_4"]), match["mark"])
    date = _date(match)
    return (date,) if date else ()


def _short(first: int, second: int, third: int) -> tuple[dt.date, ...]:
    """The date of three numbers of two digits that only one order makes one."""
    found = {
        calendar_date(2000 + year, month, day)
        for year, month, day in ((third, first, second), (third, second, first), (first, second, third))
    } - {None}
    return tuple(date for date in found if date) if len(found) == 1 else ()


def _date(match: re.Match[str]) -> dt.date | None:
    for number in ("1", "2", "6"):
        if name := match[f"month_{number}"]:
            year, day = _year(match[f"year_{number}"]), day_number(match[f"day_{number}"])
            return calendar_date(year, month_number(name), day)
    if match["year_7"]:
        year = JUCHE_YEAR_0 + int(match["year_7"])
        return calendar_date(year, int(match["month_7"]), int(match["day_7"]))
    number = "3" if match["year_3"] else "5"
    return calendar_date(int(match[f"year_{number}"]), int(match[f"month_{number}"]), int(match[f"day_{number}"]))


def _year(text: str) -> int:
    year = int(text.lstrip("'’"))
    if len(text.lstrip("'’")) == 4:
        return year
    return year + (2000 if year <= LAST_SHORT_YEAR else 1900)


def _numeric(first: int, second: int, year: int, mark: str) -> tuple[dt.date, ...]:
    day_first, month_first = calendar_date(year, second, first), calendar_date(year, first, second)
    if mark == "." or day_first == month_first:  # dots are written day first everywhere
        return (day_first,) if day_first else ()
    return tuple(date for date in (day_first, month_first) if date)
