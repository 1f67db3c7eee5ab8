"""The days of an article: when it was published and what day its dateline has; known or null, never guessed."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assets.documents.dateline import Dateline, dateline_date
from assets.documents.dates import WEEKDAY, calendar_date, date_spans, declared_date, is_day_first, read_date
from assets.documents.parts import Part
from assets.documents.published import Stamp, stamp, url_date, url_month
from assets.documents.publisher import publisher_named
from warehouse.reference import reference
from warehouse.tables.documents import PublishedBasis, SegmentKind

DATED_KINDS = (
    SegmentKind.CAPTION,
    SegmentKind.EMBED,
    SegmentKind.BYLINE,
    SegmentKind.ATTRIBUTION,
    SegmentKind.BOILERPLATE,
)
SOON_DAYS = 7  # after which most pages change no more
NEAR_DAYS = 3  # 03/04/2022 beside "April 3, 2022", or an update of the next day
MONTH_FIRST = frozenset({"USA", "PHL", "FSM", "MHL", "PLW", "PRI", "GUM", "ASM", "MNP", "VIR"})
# Countries that write both orders, or the year first and other orders for foreigners.
BOTH_ORDERS = frozenset(
    {
        "CAN",
        "CHN",
        "TWN",
        "HKG",
        "JPN",
        "KOR",
        "PRK",
        "MNG",
        "HUN",
        "LTU",
        "SWE",
        "IRN",
        "AFG",
        "ZAF",
        "KEN",
        "GHA",
        "PAN",
        "BTN",
    }
)
BRIEFING = re.compile(
    r"\b(?:briefing|press conference|transcript|readout|press availability|remarks|noon)\b.{0,200}(?: on|[–—(,-]|:) ?$",
    re.IGNORECASE,
)
# Turkey's ministry: "No: 291, 14 November 2023, Regarding ..."; digests: "Corridor Watch – Weekly – Oct 5, 2022"
NUMBERED = re.compile(
    r"(?:press release |statement |note |communiqu[eé] )?(?:no|nr)\b[.:]{0,2} ?[\d/-]{1,9},? ?[(–—-]? ?$", re.IGNORECASE
)
PERIODICAL = re.compile(
    r"\b(?:daily|weekly|fortnightly|newsletter|digest|bulletin|round-?up|monitor|situation report|sitrep|flash update)"
    r"(?: (?:report|update|review|brief|news|edition|issue|(?:no\.? ?|#)?\d{1,4}))?(?: [–—|-] |, ?| \()$",
    re.IGNORECASE,
)
PRINTED = re.compile(r"(?:published|appeared) in [^,.]{2,40}, ?$", re.IGNORECASE)
WEEKDAY_BEFORE = re.compile(WEEKDAY.pattern + r",? $", re.IGNORECASE)
LEAD_CHARS = 300
WEATHER_LINES = 3  # "12.7" / "C" / "London" / "Monday, May 16, 2022" is the day of the page's visitor
TEMPERATURE = re.compile(r"[-−]?\d{1,2}(?:\.\d)? ?(?:°\s?[CF]?|[CF]\b)(?: [A-Z][\w'’-]{2,20}){0,3}|°?C")
CODES_OF_COUNTRIES = {"uk": "GBR", "eu": None, "tv": None, "co": None, "io": None, "ai": None, "me": None, "fm": None}


@dataclass(frozen=True)
class Days:
    """Day of publication, how it is known, and day of the dateline."""

    published_on: dt.date | None
    basis: PublishedBasis
    dateline_on: dt.date | None


def days(
    parts: Sequence[Part], opening: Dateline | None, published_at: str | None, url: str | None, country_id: str | None
) -> Days:
    """Days of an article from its lines, its container's time stamp, its URL and its publisher's country."""
    order = _order(parts, country_id)
    declared = declared_date(published_at or "", order)
    linked = url_date(url or "")
    stamps = stamps_of(parts)
    sure = [date for date in (declared, linked, _told_day(parts, opening), *_dates_around(parts)) if date]
    stamped = [(line, _read(line.readings, order, sure + _same_days(line.readings, opening))) for line in stamps]
    known = sure + [date for _, date in stamped if date]
    dateline_on = _dateline_on(opening, known, url)
    # "Updated: 4 May" alone does not tell the day of publication
    rivals = _rivals(parts)
    above = stamps_of(_above_title(parts))  # "Wednesday, 8 February 2017, 11:06" is the hour of the page's visitor
    ranked = sorted(
        (pair for pair in stamped if not pair[0].is_update and pair[0] not in rivals),
        key=lambda pair: (not pair[0].is_labelled, pair[0] in above),
    )
    witnesses = (
        (declared, PublishedBasis.DECLARED),
        (
            next((date for _, date in ranked if date), None) or _title_date(parts) or _printed_on(parts),
            PublishedBasis.TEXT,
        ),
        (dateline_on, PublishedBasis.DATELINE),
        (linked, PublishedBasis.URL),
    )
    published_on, basis = next(((date, basis) for date, basis in witnesses if date), (None, PublishedBasis.UNKNOWN))
    return Days(published_on, basis, dateline_on)


def stamps_of(parts: Sequence[Part]) -> list[Stamp]:
    """Stamps of the article itself: a bare date behind a link below the story, or behind the weather, is none."""
    bodies = [index for index, part in enumerate(parts) if part.kind is SegmentKind.BODY]
    last = bodies[-1] if bodies else len(parts)
    found: list[Stamp] = []
    is_below_link = False
    for index, part in enumerate(parts):
        is_below_link |= index > last and part.kind is SegmentKind.NAVIGATION
        line = stamp(part.clean.text) if part.kind is SegmentKind.BYLINE else None
        above = parts[max(index - WEATHER_LINES, 0) : index]
        is_visitors = any(TEMPERATURE.fullmatch(other.clean.text) for other in above)
        if line and (line.is_labelled or not (is_below_link or is_visitors)):
            found.append(line)
    return found


def _rivals(parts: Sequence[Part]) -> Sequence[Stamp]:
    """Bare dates of several days on one side of the title: those of other articles in a list are among them."""
    first = next((index for index, part in enumerate(parts) if part.kind is SegmentKind.BODY), len(parts))
    title = len(_above_title(parts))
    sides = (stamps_of(parts[:title]), stamps_of(parts[title:first]))
    bare = [[line for line in side if not line.is_labelled and line.date] for side in sides]
    return [line for side in bare if len({line.date for line in side}) > 1 for line in side]


def _above_title(parts: Sequence[Part]) -> Sequence[Part]:
    """Parts above the headline; none without one."""
    title = next((index for index, part in enumerate(parts) if part.kind is SegmentKind.TITLE), 0)
    return parts[:title]


def country_of(publisher: str | None, domain: str | None) -> str | None:
    """Country of a publisher, or of the last label of its domain."""
    known = publisher_named(publisher) if publisher else None
    if known and known.country_id:
        return known.country_id
    label = domain.rpartition(".")[2].lower() if domain else ""
    if label in CODES_OF_COUNTRIES or len(label) != 2:
        return CODES_OF_COUNTRIES.get(label)
    codes = reference("countries").select("alpha_2", "country_id").iter_rows()
    return next((str(country_id) for code, country_id in codes if code and code.lower() == label), None)


def _order(parts: Sequence[Part], country_id: str | None) -> bool | None:
    """Whether numeric dates have the day first: as others on the page show, else as the country writes them."""
    shown = is_day_first("\n".join(part.clean.text for part in parts))
    shown = _order_of_update(parts) if shown is None else shown
    if shown is not None or country_id is None or country_id in BOTH_ORDERS:
        return shown
    return country_id not in MONTH_FIRST


def _order_of_update(parts: Sequence[Part]) -> bool | None:
    """The order in which a page was updated soon after its day: "Published 03/10/2022, last updated 03/11/2022"."""
    for part in parts:
        spans = date_spans(part.clean.text) if part.kind is SegmentKind.BYLINE else []
        if len(spans) != 2 or any(len(span.readings) < 2 for span in spans):  # published and updated, each open
            continue
        published, updated = (span.readings for span in spans)
        soon = [order for order in (True, False) if 0 <= _gap(published, updated, order) <= SOON_DAYS]
        if len(soon) == 1:
            return soon[0]
    return None


def _gap(first: tuple[dt.date, ...], last: tuple[dt.date, ...], order: bool) -> int:
    """Days between two numeric dates read in one order; negative where either has no such reading."""
    one, other = read_date(first, order), read_date(last, order)
    return (other - one).days if one and other else -1


def _read(readings: tuple[dt.date, ...], order: bool | None, sure: Sequence[dt.date]) -> dt.date | None:
    """The reading that stands alone, that a sure date is close to, or that the order of the page gives."""
    near = [date for date in readings if any(abs((date - other).days) <= NEAR_DAYS for other in sure)]
    return near[0] if len(near) == 1 else read_date(readings, order)


def _dates_around(parts: Sequence[Part]) -> Iterator[dt.date]:
    """Full dates around the story, which tell the year of a dateline without one."""
    for part in parts:
        if part.kind in DATED_KINDS:
            yield from (span.date for span in date_spans(part.clean.text) if span.date)


def _told_day(parts: Sequence[Part], opening: Dateline | None) -> dt.date | None:
    """Day of a dateline that the lead tells in full: "CAIRO, May 16 (MENA) - The minister met Tuesday 16/05/2023 ..."."""
    lead = next((part.clean.text[:LEAD_CHARS] for part in parts if part.kind is SegmentKind.BODY), "")
    told = (span for span in date_spans(lead) if WEEKDAY_BEFORE.search(lead[: span.start]))
    days_told = (date for span in told for date in span.readings if date in _same_days(span.readings, opening))
    return next(days_told, None)


def _printed_on(parts: Sequence[Part]) -> dt.date | None:
    """Day of the paper that a line names: "Published in Dawn, October 12th, 2023"."""
    for part in parts:
        spans = date_spans(part.clean.text) if part.kind is SegmentKind.ATTRIBUTION else []
        if len(spans) == 1 and PRINTED.fullmatch(part.clean.text[: spans[0].start]):
            return spans[0].date
    return None


def _same_days(readings: tuple[dt.date, ...], opening: Dateline | None) -> list[dt.date]:
    """Day of the dateline in the years of a date's readings: "LUANDA, July 5" below 05/07/2023."""
    if opening is None or opening.month is None or opening.day is None:
        return []
    days_then = (calendar_date(reading.year, opening.month, opening.day) for reading in readings)
    return [date for date in days_then if date]


def _title_date(parts: Sequence[Part]) -> dt.date | None:
    """Date behind the title of a briefing or a periodical, or the number of a release: "Press Briefing – October 11, 2023"."""
    title = next((part.clean.text for part in parts if part.kind is SegmentKind.TITLE), "")
    spans = date_spans(title)
    if len(spans) != 1:
        return None
    before, after = title[: spans[0].start], title[spans[0].end :]
    is_last = not after.strip(" ).]") and (BRIEFING.search(before) or PERIODICAL.search(before))
    is_numbered = NUMBERED.fullmatch(before) and after[:1] in tuple(",):")
    return spans[0].date if is_last or is_numbered else None


def _dateline_on(opening: Dateline | None, known: Sequence[dt.date], url: str | None) -> dt.date | None:
    if opening is None:
        return None
    return dateline_date(opening, known) or _in_month(opening, url_month(url or ""))


def _in_month(opening: Dateline, published: tuple[int, int] | None) -> dt.date | None:
    """Day of a dateline in the month its URL names or the month before: Dec. 30 under /2023/01/."""
    if published is None or opening.month is None or opening.day is None or opening.year is not None:
        return None
    for year in (published[0], published[0] - 1):
        months = published[0] * 12 + published[1] - year * 12 - opening.month
        if months in (0, 1):
            return calendar_date(year, opening.month, opening.day)
    return None
