"""Amounts: money, people, percentages, counts and durations, with their values and units."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assets.entities.amounts.currencies import currency_code, currency_symbols, currency_words
from assets.entities.amounts.numbers import NUMBER, number_value, scale_of
from assets.entities.amounts.units import (
    DEMONYM,
    DURATION,
    HARMED,
    MEASURES,
    NOT_COUNTED,
    OF_PEOPLE,
    PEOPLE,
    ROLES,
    singular,
)
from assets.entities.times.times import time_spans
from warehouse.keys import stable_id
from warehouse.tables.amounts import Amount, AmountKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext

# "and" joins the ends only after "between"; "from $9 billion to $15 billion" are two sums
_TO = r"\s*(?(between)(?:\band\b|-|–)|(?(from)(?:-|–)|(?:-|–|—|\bto\b|\bor\b)))\s*"
_BETWEEN = r"(?P<between>(?<=[Bb]etween\s))?(?P<from>(?<=[Ff]rom\s))?"
_APPROXIMATELY = re.compile(
    r"(?:\b(?:almost|nearly|about|around|approximately|roughly|some|more\s+than|less\s+than|fewer\s+than|over|under|"
    r"at\s+least|at\s+most|up\s+to|close\s+to|as\s+many\s+as|as\s+much\s+as|an\s+estimated|estimated|just\s+over|"
    r"just\s+under|upwards\s+of|(?:an\s+)?estimated\s+(?:cost|value|total|population)\s+of|no\s+fewer\s+than|no\s+less\s+than|no\s+more\s+than|exceed(?:ing|ed|s)|surpass(?:ing|ed|es)|well\s+over)|~)\s*(?:\\)?$",
    re.IGNORECASE,
)
_BACKWARD = 28  # longest approximation phrase and a space
# "lasted over three hours" is about three; "28 million over two years" is two
_OVER_A_TIME = re.compile(
    r"(?<!just\s)(?<!little\s)(?<!well\s)(?<!for\s)(?<!lasted\s)(?<!lasting\s)(?<!took\s)(?<!spent\s)(?<!after\s)(?<!of\s)\b[Oo]ver\s*$"
)
# words between number and noun: "four senior officials", "1,000 U.S. companies"
_ADJECTIVE = rf"(?:(?!(?:{NOT_COUNTED})\b)(?:[a-z]+(?:-[a-z]+)?|{OF_PEOPLE})\s+)"
# a number that names: "Article 5", "Group of 77", "Flight 370"
_NAMING = re.compile(
    r"\b(?:Article|Section|Chapter|Resolution|resolution|Group of|Agenda|Vision|No\.|Room|Flight|Page|Title|"
    r"Phase|Pillar|Part|Step|Track|Line)\s*$"
)
_ANAPHORIC = re.compile(r"\b(?:the|these|those|both|our|their|his|her|its|all)\s*$", re.IGNORECASE)


_COUNTS = (AmountKind.COUNT, AmountKind.PEOPLE)
_FEW = 10
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"(?:\w+ty)-second\b", re.IGNORECASE)  # "the sixty-second anniversary"
_MEASURE = re.compile(MEASURES)
_DEMONYM = re.compile(DEMONYM)


@dataclass(frozen=True)
class AmountSpan:
    """An amount in a text, ``text[start:end]``."""

    start: int
    end: int
    text: str
    kind: AmountKind
    value: float
    value_max: float | None
    currency: str | None
    unit: str | None
    is_approximate: bool


def amount_spans(text: str) -> list[AmountSpan]:
    """Amounts of ``text`` in order; none inside a time expression."""
    claimed = bytearray(len(text))  # 1 where a character belongs to a time or an amount already found
    for time in time_spans(text):
        claimed[time.start : time.end] = b"\x01" * (time.end - time.start)
    found: list[AmountSpan] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            if any(claimed[match.start() : match.end()]):
                continue
            span = _amount(kind, match)
            if span is not None:
                found.append(span)
                claimed[span.start : span.end] = b"\x01" * (span.end - span.start)
    return sorted(found, key=lambda span: span.start)


def amount_rows(doc: "Doc", context: "DocumentContext") -> list[Amount]:
    """One row per amount of a document."""
    return [_row(span, context) for span in amount_spans(doc.text)]


def _row(span: AmountSpan, context: "DocumentContext") -> Amount:
    raw_start, raw_end = context.raw_span(span.start, span.end)
    return Amount(
        amount_id=stable_id(context.document_id, "amount", raw_start, raw_end),
        document_id=context.document_id,
        kind=span.kind,
        value=span.value,
        value_max=span.value_max,
        currency=span.currency,
        unit=span.unit,
        is_approximate=span.is_approximate,
        text=span.text,
        start_char=span.start,
        end_char=span.end,
        raw_start=raw_start,
        raw_end=raw_end,
    )


@cache
def _patterns() -> tuple[tuple[AmountKind, re.Pattern[str]], ...]:
    """Pattern of each kind, in the order in which they claim text."""
    symbol = rf"\\?(?P<symbol>{currency_symbols()})\s?"
    value = rf"(?<![\w.,$€£¥₹₦-]){_BETWEEN}(?P<value>{NUMBER})(?:{_TO}(?P<last>{NUMBER}))?"
    nouns = rf"(?P<unit>(?:{_ADJECTIVE}{{0,3}}?)(?:{PEOPLE}))\b"
    sources = (
        (
            AmountKind.MONEY,
            rf"{_BETWEEN}{symbol}(?P<value>{NUMBER})"
            rf"(?:{_TO}(?:{symbol.replace('?P<symbol>', '?:')})?(?P<last>{NUMBER})(?![\d.,]*(?:\d|\s?%|\s+per)))?",
        ),
        (AmountKind.MONEY, rf"{value}\s+(?:of\s+)?(?P<unit>{currency_words()})\b"),
        (
            AmountKind.PERCENT,
            rf"{value}(?:\s?(?P<unit>%)|[\s-](?P<unit_word>percent(?:age\s+points?)?|per\s+cent|pct)\b)",
        ),
        (
            AmountKind.DURATION,
            rf"{value}(?:\s+|-)(?:plus[\s-])?(?:straight\s+|consecutive\s+|long\s+|working\s+)?(?P<unit>{DURATION})s?\b(?!-old|\s+old|\s+of\s+age)",
        ),
        (AmountKind.DURATION, rf"\b(?P<value>an?\s+(?=(?P<unit>{DURATION})\b)\w+\s+and\s+a\s+half)\b"),
        (AmountKind.DURATION, rf"\b(?P<value>half\s+an?)\s+(?P<unit>{DURATION})\b"),
        (AmountKind.DURATION, r"(?<![\w.,-])(?P<value>\d{1,4})(?:st|nd|rd|th)\s+(?P<unit>anniversary)\b"),
        (AmountKind.COUNT, rf"{value}(?:\s+|-)(?:of\s+)?(?P<unit>{MEASURES})\b"),
        (AmountKind.PEOPLE, rf"{value}\s+(?:of\s+)?{nouns}"),
        (AmountKind.PEOPLE, rf"{value}\s+(?:were\s+|are\s+|was\s+)?(?P<harm>{HARMED})\b(?!\s+(?:people|persons))"),
        (
            AmountKind.COUNT,
            rf"{value}\s+(?:of\s+)?(?P<unit>{_ADJECTIVE}{{0,2}}?(?!(?:{NOT_COUNTED}|{DURATION})\b)[a-z]{{2,}}s)\b",
        ),
    )
    return tuple((kind, re.compile(source)) for kind, source in sources)


def _amount(kind: AmountKind, match: re.Match[str]) -> AmountSpan | None:
    groups = match.groupdict()
    value, value_max = _range(match["value"], groups.get("last"))
    unit = _unit(kind, groups)
    if value is None or _is_no_amount(kind, match, value, unit):
        return None
    return AmountSpan(
        start=match.start(),
        end=match.end(),
        text=match.group(),
        kind=kind,
        value=value,
        value_max=value_max,
        currency=_currency(match) if kind is AmountKind.MONEY else None,
        unit=unit,
        is_approximate=_is_approximate(kind, match),
    )


def _is_no_amount(kind: AmountKind, match: re.Match[str], value: float, unit: str | None) -> bool:
    """True for numbers that name, point back, or are too few to be news: "three items", "two diplomats said"."""
    if _names(match) or (kind in _COUNTS and _is_anaphoric(match)):
        return True
    if kind is AmountKind.DURATION:
        return bool(_ORDINAL.match(match.group()))
    if kind not in _COUNTS or match.groupdict().get("harm"):
        return False
    if _YEAR.fullmatch(match["value"]) and not _is_approximate(kind, match):
        return True
    words = (unit or "").split()
    is_measure = bool(_MEASURE.fullmatch(match["unit"]))
    is_few = value < _FEW and not is_measure
    return is_few and (kind is AmountKind.COUNT or words[-1].lower() in ROLES)


def _range(first: str, last: str | None) -> tuple[float | None, float | None]:
    """Values of both ends; "3 to 5 million" gives the first the scale of the last."""
    value, value_max = number_value(first), number_value(last) if last else None
    scale = scale_of(last) if last else None
    if value is not None and scale and not scale_of(first):
        value = number_value(f"{first} {scale}")
    if value is not None and value_max is not None and value_max <= value:
        return value, None
    return value, value_max


def _unit(kind: AmountKind, groups: dict[str, str | None]) -> str | None:
    if kind is AmountKind.MONEY:
        return None
    if kind is AmountKind.PERCENT:
        points = "point" in (groups.get("unit_word") or "")
        return "percentage points" if points else "percent"
    unit = " ".join((groups.get("unit") or groups.get("harm") or "").split())
    if kind is AmountKind.DURATION:
        return "years" if unit == "anniversary" else f"{unit}s"
    if kind is AmountKind.PEOPLE:
        return "people" if _DEMONYM.fullmatch(unit.split()[-1]) else unit
    return singular(unit) if _MEASURE.fullmatch(unit) else unit


def _currency(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    return currency_code(groups.get("symbol") or groups.get("unit") or "", match.string, match.start(), match.end())


def _is_approximate(kind: AmountKind, match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _BACKWARD) : match.start()]
    if kind is AmountKind.DURATION and _OVER_A_TIME.search(before):
        return False
    return bool(_APPROXIMATELY.search(before)) or "plus" in match.group()


def _names(match: re.Match[str]) -> bool:
    return bool(_NAMING.search(match.string[max(0, match.start() - _BACKWARD) : match.start()]))


def _is_anaphoric(match: re.Match[str]) -> bool:
    """True for "the two countries", which points back and counts nothing, and for "of two countries"."""
    before = match.string[max(0, match.start() - _BACKWARD) : match.start()]
    return match["value"].isalpha() and bool(_ANAPHORIC.search(before))
