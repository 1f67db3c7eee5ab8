"""Calendar dates with a year, as articles write them."""

import datetime as dt
import re
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

FIRST_YEAR, LAST_YEAR = 1900, 2100  # years outside are numbers, not years of an article

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
MONTH_STARTS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"\b(?P<month_1>{MONTH})\s?(?P<day_1>{DAY})\s?,?\s?(?P<year_1>\d{{4}})\b"
    rf"|\b(?P<day_2>{DAY})(?:\s?of)?[\s-]?(?P<month_2>{MONTH})[\s,-]{{0,2}}(?P<year_2>\d{{4}})\b"
    r"|(?<![\d./-])(?P<year_3>\d{4})[-/.](?P<month_3>\d{1,2})[-/.](?P<day_3>\d{1,2})(?!\d)"
    r"|(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)(?P<year_4>\d{4})\b",
    re.IGNORECASE,
)
MONTHS_PER_YEAR = 12


@dataclass(frozen=True)
class DateSpan:
    """A date and where it stands in the text it was found in."""

    start: int
    end: int
    date: dt.date


def date_spans(text: str) -> list[DateSpan]:
    """Full dates in a text; impossible and ambiguous ones are left out."""
    found = ((match, _date(match)) for match in DATE.finditer(text))
    return [DateSpan(match.start(), match.end(), date) for match, date in found if date]


def dates(text: str) -> list[dt.date]:
    """Full dates in a text, in order."""
    return [span.date for span in date_spans(text)]


def declared_date(text: str) -> dt.date | None:
    """Date of a container's time stamp: ISO 8601, the form of mails and feeds, or in words."""
    found = dates(text)
    if found:
        return found[0]
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


def _date(match: re.Match[str]) -> dt.date | None:
    for number in ("1", "2"):
        if name := match[f"month_{number}"]:
            return calendar_date(int(match[f"year_{number}"]), month_number(name), day_number(match[f"day_{number}"]))
    if match["year_3"]:
        return calendar_date(int(match["year_3"]), int(match["month_3"]), int(match["day_3"]))
    return _numeric(int(match["first"]), int(match["second"]), int(match["year_4"]), match["mark"])


def _numeric(first: int, second: int, year: int, mark: str) -> dt.date | None:
    if mark == "." or first > MONTHS_PER_YEAR or first == second:  # dots are written day first everywhere
        return calendar_date(year, second, first)
    if second > MONTHS_PER_YEAR:
        return calendar_date(year, first, second)
    return None  # 03/04/2022 is two dates
