"""The day of publication, with how it is known; never a guess."""

import datetime as dt
import re
from dataclasses import dataclass

from assets.documents.cities import is_city
from assets.documents.dates import MONTH, MONTHS_PER_YEAR, DateSpan, calendar_date, date_spans
from assets.documents.furniture import NAMES, author
from assets.documents.publisher import HOUSE_NAME, Publisher, publisher_named

MAX_CHARS = 150
# Words that a time stamp has besides its date.
STAMP_WORD = re.compile(
    r"-0-|\b\d{1,3} (?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?) (?:ago|read)\b"
    r"|\b(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d{2})?\b"
    r"|\beditor\s?:\s?[\w. ]{2,30}|\(\d{1,3} (?:hours?|minutes?|days?|weeks?|months?|years?)[^()]{0,40} ago\)"
    r"|\b(?:(?:first |last |date (?:of )?|originally |this (?:is an archived? )?(?:content|article|page|post|story) (?:was )?)?"
    r"(?:published|posted|updated|modified|created|released|issued"
    r"|publication|edited|revised|update)"
    r"|issue\s?(?:no\.?\s?)?\d{1,6}|vol(?:ume)?\.?\s?[\dIVX]{1,6}|press (?:release|note)|news release|media note|statement|speech"
    r"|www\.[\w.-]{3,40}|by admin(?:istrator)?|pp?\. ?\d{1,3}"
    r"|(?:english|print|online) edition|(?:est\.? ?)?\d{1,2} ?min(?:ute)?s?"
    r"|no\.?\s?:?\s?\d{1,5}(?:/\d{2,4})?|(?:view|read)s?\s?:?\s?\d[\d,. ]{0,9}"
    r"|(?:web|news|digital|online|international|foreign) (?:desk|team)|news"
    r"|source|date|on|at|time|year|hrs?|hours?|ago|by|and|n{4}"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|[ap]\.?m\.?"
    r"|gmt|utc|bst|cet|cest|eet|msk|ist|eat|sast|pkt|jst|kst|sgt|hkt|aest|aedt|trt|cat|wat|wib|ict|pht|phst|myt"
    r"|nzst|nzdt|fjt|azt|gst|irst|ast|brt|art|est|edt|cst|cdt|pst|pdt|et|local|beijing|moscow)\b\.?"
    r"|\bT?\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|\s?[ap]\.?m)?\b|[+-]\d{2}:?\d{2}\b|[|,:;()\[\]•·/–—+.]|(?<![^\W\d_])-|-(?![^\W\d_])",
    re.IGNORECASE,
)
GLUED = re.compile(r"((?:19|20)\d{2})(?=\d{1,2}:\d{2}|Last |Updated|Modified|Published)")  # "25 March 201918:59"
SHORT_YEAR = re.compile(
    rf"(?<![\d:.])(\d{{1,2}}[ -]{MONTH})[ ,-]{{1,2}}([0-4]\d)(?![\d:]|,? \d{{4}})", re.IGNORECASE
)  # "Fri - 10 March 23"
SIGNED = re.compile(rf"(?:\b[Ii]n [A-Z]\w+(?:,? [A-Z]\w+)? )?\b[Bb]y (?P<name>{NAMES})(?:, {NAMES})?\s*$")
NAME_BEHIND = re.compile(rf"\d(?: ?[aApP]\.?[mM]\.?)? [—–-] {NAMES}$")  # "14 March 2023, 09:12 — Jane Doe"
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
DONE = re.compile(  # the last line of a communiqué: "Issued on 28 November 2022 in Entebbe, Uganda"
    r"(?:Done|DONE|Issued|Given)(?: (?:at|in|on|this|the|day)\b,?| [A-Z][\w'’.-]+,?){1,10}[ ,.]{0,3}"
)
# Dawn: "Our Staff Reporter Published May 6, 2023 Updated May 7, 2023 09:13am"
REPORTED = re.compile(r"[A-Z][^.!?:|]{2,60} (?:Published|Posted)$")
MAX_REPORTER_WORDS = 5
FIELD = re.compile(r"\s?\|\s?")
SIGNED_FIELD = re.compile(r"(?:by|source)\b", re.IGNORECASE)
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?!\d)")
MAX_EXTRA_WORDS = 2
IN_BRACKETS = re.compile(r"\([^()]{2,40}\)")  # "(Lake Daily App) 11:07, November 16, 2023"
MAX_RUBRIC_WORDS = 6  # a sentence behind "LIMA, May 2, 2023 (AP) -" has more
PUBLISHED = re.compile(r"\b(?:published|posted|released|issued|date|created|publication)\b", re.IGNORECASE)
UPDATED = re.compile(r"\b(?:updated?|modified|revised|edited)\b", re.IGNORECASE)
URL_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<mark>[-/_]?)(?P<month>\d{2})[-/_]?(?P<day>\d{2})(?!\d)"
    r"|/(?P<year_1>(?:19|20)\d{2})/(?P<month_1>\d{1,2})/(?P<day_1>\d{1,2})(?!\d)"
)
URL_MONTH = re.compile(r"/(?P<year>(?:19|20)\d{2})[/-]?(?P<month>\d{2})/")


@dataclass(frozen=True)
class Stamp:
    """A line that says when the article was published or updated."""

    readings: tuple[dt.date, ...]  # of 03/04/2022: day first, month first
    is_labelled: bool  # says "Published", "Date:" ...
    is_update: bool
    publisher: str | None  # named beside the date: "Xinhua | 2023-05-03"
    author: str | None

    @property
    def date(self) -> dt.date | None:
        """The date, where there is but one reading."""
        return self.readings[0] if len(self.readings) == 1 else None


def stamp(text: str) -> Stamp | None:
    """Stamp that a line is: a date and nothing but words that stamps have, a publisher or a byline."""
    if len(text) > MAX_CHARS:
        return None
    text = SHORT_YEAR.sub(r"\1 20\2", GLUED.sub(r"\1 ", text))
    spans = date_spans(text)
    if not spans or _is_range(text, spans):
        return None
    rest = _outside(text, spans)
    signed = SIGNED.search(rest)  # "On September 28, 2021 4:27 am In News by Jane Doe, Abuja"
    rest = f"{rest[: signed.start()]} By {signed['name']}" if signed else rest
    name = " ".join(STAMP_WORD.sub(" ", rest).split())
    publisher, writer = _publisher(rest, name), author(f"By {name}")
    # "By Jane Doe, 3 May 2023"; Anadolu: "Jane Doe | 03.05.2023"
    is_signed = signed is not None or re.match(r"\W*by\b", rest, re.IGNORECASE) is not None or "|" in text
    # Dawn: "Jane Doe Published May 6, 2023"
    is_signed |= NAME_BEHIND.search(text) is not None and CLOCK.search(text) is not None
    is_signed |= text.startswith(name) and PUBLISHED.match(text[len(name) :].lstrip()) is not None
    is_byline = writer is not None and is_signed and not is_city(name)
    # Yonhap: "All News 10:12 October 17, 2023"; the time of day is not told in prose beside a full date
    is_short = len(name.split()) <= MAX_EXTRA_WORDS or IN_BRACKETS.match(text) is not None
    is_clocked = CLOCK.search(rest) is not None and is_short
    # "Lake Gazette Online, Tuesday 18 Apr 2023"; without the weekday it may be a title: "Press Briefing, October 11, 2023"
    is_house = text.startswith(name) and WEEKDAY.search(rest) is not None and HOUSE_NAME.fullmatch(name) is not None
    is_done = len(spans) == 1 and DONE.fullmatch(" ".join(_outside(text, spans).split())) is not None
    if name and not (publisher or is_byline or is_clocked or is_house or is_done or _is_reported(text, spans, name)):
        return _field_stamp(text)
    labels = list(PUBLISHED.finditer(text))
    return Stamp(
        readings=_published(spans, labels[0].end() if labels else 0),
        is_labelled=is_done or bool(labels or UPDATED.search(text)),
        is_update=bool(UPDATED.search(text[: spans[0].start])) and not labels,
        publisher=publisher.name if publisher and "source" not in text.casefold() else None,
        author=(writer if is_byline and not publisher else None) or _before_bar(text),
    )


def _outside(text: str, spans: list[DateSpan]) -> str:
    """What a line says outside its dates."""
    return "".join(text[end:start] for end, start in _gaps([(span.start, span.end) for span in spans], len(text)))


def _is_reported(text: str, spans: list[DateSpan], name: str) -> bool:
    """Whether a desk and two labelled dates, or a date and an hour, are all that a line holds."""
    is_short = text.startswith(name) and len(name.split()) <= MAX_REPORTER_WORDS
    is_timed = CLOCK.search(text) is not None or (len(spans) > 1 and UPDATED.search(text) is not None)
    return is_short and is_timed and REPORTED.fullmatch(text[: spans[0].start].rstrip(" :")) is not None


def _field_stamp(text: str) -> Stamp | None:
    """Stamp in one field of a line: "By the network | 4 Oct 2023 (updated: 5 Oct 2023)", "Date: 4/10/2023 | Read at source"."""
    fields = FIELD.split(text)
    is_signed = any(SIGNED_FIELD.match(field) for field in fields)
    stamps = (stamp(field) for field in fields if len(fields) > 1 and date_spans(field))
    sure = [line for line in stamps if line and (line.is_labelled or is_signed)]
    return min(sure, key=lambda line: line.is_update, default=None)


def _is_range(text: str, spans: list[DateSpan]) -> bool:
    """Whether a line counts from one day to another, as the calendar of an archive does: "05 Dec 2003 - 11 Feb 2008"."""
    is_pair = len(spans) == 2 and text[spans[0].end : spans[1].start].strip() in ("-", "–", "—", "to")
    return is_pair and spans[0].readings != spans[1].readings


def _publisher(rest: str, name: str) -> Publisher | None:
    """Publisher beside the date, alone or among rubrics: "KYODO NEWS - Mar 21, 2023 | All, World, Japan"."""
    is_short = len(name.split()) <= MAX_RUBRIC_WORDS and not rest.endswith(".")
    names = (name, *re.split(r"\s[-–—]\s|[|,/]", rest)) if is_short else (name,)
    return next((publisher for part in names if (publisher := publisher_named(part))), None)


def url_date(url: str) -> dt.date | None:
    """Date in the path of a URL: /2022/03/03/, /20220303/, t20220303_1.html."""
    for match in URL_DATE.finditer(url):
        year, month, day = (match["year"], match["month"], match["day"]) if match["year"] else match.group(5, 6, 7)
        if date := calendar_date(int(year), int(month), int(day)):
            return date
    return None


def url_month(url: str) -> tuple[int, int] | None:
    """Year and month in the path of a URL: /2022/03/story."""
    match = URL_MONTH.search(url)
    return (int(match["year"]), int(match["month"])) if match and 1 <= int(match["month"]) <= MONTHS_PER_YEAR else None


def _published(spans: list[DateSpan], label_end: int) -> tuple[dt.date, ...]:
    """Readings of the first date after the label, else of the first of the line."""
    return next((span.readings for span in spans if span.start >= label_end), spans[0].readings)


def _before_bar(text: str) -> str | None:
    """Author before the first bar: "Jane Doe | Pristina | BIRN | January 20, 2023"."""
    name, bar, _ = text.partition(" | ")
    writer = author(f"By {name}") if bar and 2 <= len(name.split()) <= MAX_RUBRIC_WORDS else None
    return writer if writer and not publisher_named(name) and not is_city(name) else None


def _gaps(spans: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), length]
    return list(zip(ends, starts, strict=True))
