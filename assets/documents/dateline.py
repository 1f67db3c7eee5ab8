"""The dateline: city, day and agency before the first words of a story."""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from assets.documents.cities import is_city, is_known_city
from assets.documents.dates import DAY, MONTH, calendar_date, day_number, month_number, told_date
from assets.documents.publisher import HOUSE_OPENING, publisher_named
from warehouse.reference import reference

MAX_CHARS = 160  # a dateline with three places, a date and an agency is shorter
NEAR_DAYS = 10  # captions, tweets and time stamps carry dates this close to the dateline's

WORD = r"(?:(?:Saint|St|Ste|Sta|Sto|Mt|Ft|ST|FT)\.|(?:[A-Z]\.){2,4}|[A-Z\u00c0-\u00de][\w'’]*(?:-[\w'’]+){0,3})"
PLACE = (
    rf"{WORD}(?: (?!(?i:{MONTH})\s?\d)"  # "NAIROBI, Kenya Apr 27 –"
    rf"(?:(?:de|del|da|do|of|la|el|al|the|and|es|ed|upon|am|an) ){{0,2}}{WORD}){{0,3}}"
)
DASH = r"(?:\s?(?:-{1,3}|[\u2013\u2014\u2015]{1,2}|\u2212)\s?|\s?:\s|\s\|\s)"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]? )?"
DATELINE = re.compile(
    rf"\(?(?P<city>{PLACE})(?P<region>(?:, ?|/| and | & |; )(?!(?i:{MONTH})){PLACE}){{0,2}}\)?"
    r"(?: \([A-Z][^()]{2,30}\)(?=\s?:\s))?"  # "Jaffna (Sri Lanka): The minister"
    r"(?:(?:[.,] (?P<early>[A-Z]{3,12})|\s\((?P<inside>[A-Z][^()]{1,30})\))?"  # "ASTANA. KAZINFORM. May 3"
    rf"(?:[.,:]|\s?[/|\u2013\u2014-])?\s?(?P<open>\()?(?i:{WEEKDAY})(?P<date>(?i:(?P<month_1>{MONTH})\s?(?P<day_1>{DAY})"
    rf"|(?P<day_2>{DAY})\s?(?P<month_2>{MONTH}))(?:[.,/]? ?(?P<year>\d{{4}}))?"
    rf"|(?P<numeric>\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{4}}))(?(open)\)))?"  # "Lima, Peru—(May 3, 2021) The minister"
    r"(?:\s?\((?P<country>[A-Z][^()]{2,30})\)(?=\s?\())?"  # "N'Djamena (Chad) (AFP) –"
    r"(?:[.,]?\s?[(\[/](?P<source>[A-Z][^()\[\]/]{1,40}|dpa|epa)[)\]/]|(?:[.,]|(?<=\.))\s(?P<bare_source>[A-Z]{2,10}(?:\.[A-Z]{2,3}\b)?"
    r"|Xinhua|Kyodo|Prensa Latina|Trend|Kazinform)|(?<=\d{4}), (?P<house>[A-Z][\w'’.-]*(?: [A-Z][\w'’.-]*){0,3})(?=: ))?"
    rf"(?P<mark>[.,]?{DASH}{{1,2}}|[.,]?\s?$|[.,]\s|\s)"
)
# UrduPoint: "SUVA, (APP - UrduPoint / Pakistan Point News - 29th Mar, 2022 ) :"
CREDITED = re.compile(
    rf"(?P<city>{PLACE}),? \((?P<sources>[A-Z][^()]{{1,60}}) - "
    rf"(?P<day>{DAY}) (?P<month>(?i:{MONTH})),? (?P<year>\d{{4}})\s?\)\s?:?\s?"
)
CITYLESS = re.compile(
    rf"(?:(?:(?P<day>{DAY}) (?P<month>{MONTH})|(?P<month_first>{MONTH}) (?P<day_last>{DAY})),? ?(?P<year>\d{{4}})? ?)?"
    r"\((?P<source>[A-Z][^()|]{1,30}?)(?: \| (?P<city>[A-Z][^()|]{2,20}))?\)\s?"  # "(UTV | COLOMBO) – The"
    r"(?P<dash>(?:--|[-–—])\s)?",
    re.IGNORECASE,
)
# RIA Novosti names itself behind the dash: "MOSCOW, February 6 - RIA Novosti. Russian ..."
SOURCE_BEHIND = re.compile(r"(?P<source>[A-Z][\w ]{1,30}?)\s?(?:\.|[\u2013\u2014:-])\s(?=[A-Z\"“])")
SPACED_DASH = re.compile(r"\s?(?:--|[\u2013\u2014])\s|\s-{1,3}\s|\s\|\s")
MIN_STORY_CHARS = 40  # "Moscow - Beijing relations" is a heading
CITY_STATES = frozenset(
    {"singapore", "luxembourg", "monaco", "djibouti", "san marino", "kuwait", "panama", "guatemala"}
)
SENTENCE_MARKS = tuple('.!?"”')
NEWSROOMS = frozenset({"agency", "state_media", "newspaper"})
# "(SMI)", "(Nile Wire)"
HOUSE = re.compile(r"[A-Z]{2,8}(?:[-/][A-Z]\w{2,15})?|[A-Z][\w'’&.-]*(?: [A-Z][\w'’&.-]*){1,3}")
WEEKDAY_CHARS = 300  # "Nouakchott, 03/04/2022 (SMI) - The minister received this Sunday ..."
PARTICLE_WORDS = "de del da do la el al of the and es ed upon am an"
PARTICLES = frozenset(PARTICLE_WORDS.split())
LABEL_WORDS = (
    "in on at from the by since after before until for as with during breaking update updated watch video"
    " photos analysis exclusive opinion correction question answer read date"
)
LABELS = frozenset(LABEL_WORDS.split())


@dataclass(frozen=True)
class Dateline:
    """What a dateline says; ``end`` is where the story begins in the text it opens."""

    end: int
    city: str | None  # None where a newspaper opens stories with its own name
    month: int | None
    day: int | None
    year: int | None
    source: str | None  # as written between the parentheses


def dateline(text: str) -> Dateline | None:
    """Dateline that opens a paragraph, or stands alone in it."""
    if (credited := _credited(text)) is not None:
        return credited
    match = DATELINE.match(text[:MAX_CHARS])
    if not match:
        return _without_city(text)
    if match["mark"] == " | " and text[-1:] not in '.!?"”':  # a row of the page: "LONDON | Paris | Berlin"
        return _without_city(text)
    if _is_house(match):
        return Dateline(match.end(), None, None, None, None, match["city"])
    if not (_is_dateline(match, len(text)) or _opens_story(match, text)):
        return _without_city(text)
    year, month, day = _day(match, text)
    behind = _source_behind(text, match)
    return Dateline(
        end=behind.end() if behind else match.end(),
        city=None if _is_country(match["city"]) else city_name(match["city"]),  # EIN: "PERU, June 6 - The"
        month=month,
        day=day,
        year=year,
        source=match["source"]
        or match["bare_source"]
        or match["house"]
        or _early_source(match)
        or _region_source(match)
        or (behind["source"] if behind else None),
    )


def _day(match: re.Match[str], text: str) -> tuple[int | None, int | None, int | None]:
    """Year, month and day of a dateline, as far as it tells them."""
    if match["numeric"]:
        date = told_date(match["numeric"], text[match.end() : match.end() + WEEKDAY_CHARS])
        return (date.year, date.month, date.day) if date else (None, None, None)
    month, day = match["month_1"] or match["month_2"], match["day_1"] or match["day_2"]
    return (
        int(match["year"]) if match["year"] else None,
        month_number(month) if month else None,
        day_number(day) if day else None,
    )


def _credited(text: str) -> Dateline | None:
    """Dateline with the agencies and the day in its parentheses."""
    match = CREDITED.match(text[:MAX_CHARS])
    names = re.split(r" [/-] ", match["sources"]) if match else []
    source = next((name for name in names if publisher_named(name)), None)
    if match is None or source is None:
        return None
    month, day = month_number(match["month"]), day_number(match["day"])
    return Dateline(match.end(), city_name(match["city"]), month, day, int(match["year"]), source)


def _without_city(text: str) -> Dateline | None:
    """Dateline with an agency and no city: "(Reuters) - ", "18 July 2022 (MIA) - ", "Dec 9 (Reuters) - "."""
    if (opening := HOUSE_OPENING.match(text[:MAX_CHARS])) and text[-1:] in SENTENCE_MARKS:
        return Dateline(opening.end(), None, None, None, None, source=opening["source"])
    match = CITYLESS.match(text[:MAX_CHARS])
    publisher = publisher_named(match["source"]) if match else None
    is_house = publisher is not None and publisher.kind in NEWSROOMS  # "(MENAFN) The minister met ..."
    city = match["city"] if match and is_city(match["city"] or "") else None
    if match is None or not (is_house or city) or (match["dash"] is None and text[-1:] not in SENTENCE_MARKS):
        return None
    behind = dateline(text[match.end() : MAX_CHARS]) if match["dash"] else None
    if behind and behind.city:  # "(ANSA) - LIMA, JUN 24 - The"
        return replace(behind, end=match.end() + behind.end, source=match["source"])
    month, day = match["month"] or match["month_first"], match["day"] or match["day_last"]
    return Dateline(
        end=match.end(),
        city=city_name(city) if city else None,
        month=month_number(month) if month else None,
        day=day_number(day) if day else None,
        year=int(match["year"]) if match["year"] else None,
        source=match["source"],
    )


def city_alone(text: str) -> Dateline | None:
    """Dateline of a line that holds a city, and perhaps its country, and nothing else; "East Room" holds none."""
    city = text.partition(",")[0].removesuffix(" D.C.").removesuffix(" DC")
    if not is_city(city) or city.casefold() in LABELS:
        return None
    return Dateline(end=len(text), city=city_name(city), month=None, day=None, year=None, source=None)


def city_name(text: str) -> str:
    """City as a name: "Rio de Janeiro" for "RIO DE JANEIRO"; the first of two for "WASHINGTON/BEIJING"."""
    if not text.isupper():
        return text.strip(" .")
    words = text.strip(" .").split(" ")
    return " ".join(
        word.lower() if at and word.lower() in PARTICLES else _capitalised(word) for at, word in enumerate(words)
    )


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
    if city.split(" ")[0].casefold() in LABELS and not is_city(city):  # The Hague is one
        return False
    if match["source"] or match["bare_source"] or _region_source(match):
        return _is_credited(match, is_dash)
    if match["date"] and not is_alone:
        is_sure = match["year"] is not None or is_city(city)
        is_stop = mark.strip() == "." and is_sure  # Trend: "BAKU, Azerbaijan, May 3. The"
        # "Lima (May 3, 2021) The minister", not "Lima (May 3, 2021) was"
        is_closed = match["open"] is not None and is_city(city) and match.string[match.end() :][:1].isupper()
        return is_dash or is_stop or is_closed
    # Anadolu has the city alone on the line above the story, ministries end with "Oslo, 3 May 2023"
    is_placed = city.isupper() and _is_spaced(match) and not _is_country(city)
    return (is_dash or is_alone) and (is_placed or match["date"] is not None) and is_city(city)


def _is_spaced(match: re.Match[str]) -> bool:
    """Whether a space stands beside the mark: "INDIA–SRI LANKA" is a pair of countries."""
    return " " in match["mark"] or not match["mark"].strip(" .,") or match.end() == len(match.string)


def _is_country(name: str) -> bool:
    """Whether a name in capitals is the rubric of a country and not a city's."""
    return name.casefold() in _countries() - CITY_STATES


def _opens_story(match: re.Match[str], text: str) -> bool:
    """Whether a well-known city in small letters and a dash open a sentence: "Geneva – The Special Envoy ..."."""
    story = text[match.end() :]
    is_sentence = len(story) >= MIN_STORY_CHARS and (story[:1].isupper() or story[:1] in "\"“'‘") and " " in story
    is_bare = not (match["date"] or match["source"] or match["bare_source"])
    known = is_bare and is_known_city(match["city"])
    # Gulf and Indian dailies write "Muscat: His Majesty ..."; headlines do so too, but without a full stop
    is_colon = match["mark"].strip() == ":" and text[-1:] in '.!?"”'
    return known and is_sentence and (is_colon or SPACED_DASH.fullmatch(match["mark"]) is not None)


def _is_house(match: re.Match[str]) -> bool:
    """Whether a house opens the story with its own name in capitals: "HAVANA TIMES – The ..."."""
    is_bare = not (match["date"] or match["source"] or match["bare_source"] or match["region"])
    name = match["city"]
    return (
        is_bare
        and name.isupper()
        and " " in name
        and SPACED_DASH.fullmatch(match["mark"]) is not None
        and publisher_named(name) is not None
    )


def _source_behind(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """Agency named between the dateline's dash and the story."""
    if match["source"] or match["bare_source"] or not match["date"]:
        return None
    found = SOURCE_BEHIND.match(text, match.end())
    publisher = publisher_named(found["source"]) if found else None
    return found if publisher and publisher.kind in NEWSROOMS else None


def _is_credited(match: re.Match[str], is_dash: bool) -> bool:
    """Whether the agency of a dateline is one."""
    if match["source"] is None:
        publisher = publisher_named(match["bare_source"] or _region_source(match) or "")
        is_ended = is_dash or match["mark"].strip() == "."
        is_ended |= match["date"] is not None and match.end() == len(match.string)  # "Baku, June 28, AZERTAC"
        is_house = publisher is not None and publisher.kind in NEWSROOMS  # "ASTANA. KAZINFORM The President"
        is_ended |= is_house and match["city"].isupper() and match.string.startswith(". ", match.end("city"))
        return publisher is not None and is_ended
    is_sure = match["date"] is not None or (
        match["city"].isupper() and is_city(match["city"])
    )  # "ERBIL (Zagros Wire) –"
    return (is_dash or match["date"] is not None) and _is_newsroom(match["source"], is_sure)


def _early_source(match: re.Match[str]) -> str | None:
    """Agency named before the day: "ASTANA. KAZINFORM. April 13", "Mogadishu (SONNA) Thursday, August 15"."""
    early = match["early"] or match["inside"]
    is_acronym = early is not None and early.isupper() and early.casefold() not in _countries()
    return early if is_acronym or publisher_named(early or "") else None


def _region_source(match: re.Match[str]) -> str | None:
    """Agency where a region could stand: "Tehran, IRNA –"."""
    region = (match["region"] or "").strip(" ,/&;")
    return region if publisher_named(region) else None


def _is_newsroom(source: str, is_sure: bool) -> bool:
    """Whether parentheses name a newsroom; in a sure dateline any acronym does, else "Bureau of Investigation (FBI)" would."""
    publisher = publisher_named(source)
    is_known = publisher is not None and publisher.kind in NEWSROOMS
    is_house = HOUSE.fullmatch(source) is not None and source.casefold() not in _countries()
    return is_known or (is_sure and (publisher is not None or is_house))


def _capitalised(word: str) -> str:
    parts = word.split("-")
    return "-".join(
        part.lower() if index and part.lower() in {"au", "de", "la", "sur"} else part.capitalize()
        for index, part in enumerate(parts)
    )


@cache
def _countries() -> frozenset[str]:
    return frozenset(str(name).casefold() for name in reference("countries")["name"])
