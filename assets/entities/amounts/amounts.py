"""Amounts: money, people, percentages, counts and durations, with their values and units."""

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from assets.entities.amounts.numbers import NUMBER, number_value, scale_of
from assets.entities.times.times import time_spans
from warehouse.keys import stable_id
from warehouse.reference import reference
from warehouse.tables.entities import Amount, AmountKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext

_TO = r"\s*(?(between)(?:\band\b|-|–)|(?:-|–|—|\bto\b|\bor\b))\s*"  # "and" joins the ends only after "between"
_BETWEEN = r"(?P<between>(?<=[Bb]etween\s))?"
_APPROXIMATELY = re.compile(
    r"(?:\b(?:almost|nearly|about|around|approximately|roughly|some|more\s+than|less\s+than|fewer\s+than|over|under|"
    r"at\s+least|at\s+most|up\s+to|close\s+to|as\s+many\s+as|as\s+much\s+as|an\s+estimated|estimated|just\s+over|"
    r"just\s+under|upwards\s+of|no\s+fewer\s+than|no\s+less\s+than|no\s+more\s+than|exceeding|well\s+over)|~)\s*$",
    re.IGNORECASE,
)
_BACKWARD = 24  # longest approximation phrase and a space
_DURATION = "second|minute|hour|day|night|week|month|year|decade"
_PEOPLE = (
    "people|persons|person|individuals|citizens|nationals|residents|inhabitants|civilians|men|women|children|boys|girls|"
    "students|workers|employees|migrants|immigrants|refugees|asylum[\\s-]seekers|displaced|deportees|passengers|tourists|"
    "soldiers|troops|servicemen|military\\s+personnel|police\\s+officers|officers|prisoners|hostages|detainees|victims|"
    "patients|doctors|nurses|journalists|diplomats|delegates|participants|members|voters|protesters|demonstrators|"
    "fighters|militants|rebels|terrorists|peacekeepers|observers|lawmakers|deputies|senators|ministers|ambassadors|"
    "officials|leaders|families|athletes|teachers|farmers|volunteers|compatriots|pilgrims|casualties|deaths|"
    "[A-Z][a-z]+(?:ians|eans|icans|ans|is)"
)
_NOT_COUNTED = (
    "the|a|an|my|our|your|their|his|her|these|those|of|in|on|at|to|for|and|or|from|by|with|as|is|are|was|were|has|had|have|that|which|who|be|been|a\\.m|p\\.m|"
    "million|billion|trillion|thousand|percent|per|points?|others?|more|times|this|his|its|across|always|less|does|plus|"
    "us|series|process|address|access|success|progress|business|news|politics|minus|versus|class|press|cross|focus|status|"
    "consensus|crisis|basis|congress|says|adds|calls|seeks|includes|aims|remains|provides|requires|goes|comes"
)
_ADJECTIVES = rf"(?:(?!(?:{_NOT_COUNTED})\b)(?:[a-z]+(?:-[a-z]+)?|[A-Z][a-z]+(?:ese|ian|an|ish|i)|U\.?S\.?)\s+){{0,2}}?"
# a number that names: "Article 5", "Group of 77", "Flight 370"
_NAMING = re.compile(
    r"\b(?:Article|Section|Chapter|Resolution|resolution|Group of|Agenda|Vision|No\.|Room|Flight|Page|Title|"
    r"Phase|Pillar|Part|Step|Track|Line)\s*$"
)
_ANAPHORIC = re.compile(r"\b(?:the|these|those|both|our|their|his|her|its|all|of)\s*$", re.IGNORECASE)


_COUNTS = (AmountKind.COUNT, AmountKind.PEOPLE)


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
def _currencies() -> dict[str, str | None]:
    """ISO 4217 code by symbol or word; None for words that many countries use, such as peso."""
    codes: dict[str, str | None] = {}
    for code, symbols, words in reference("currencies").select("code", "symbols", "words").iter_rows():
        for name in (symbols or "").split("|") + (words or "").split("|"):
            if name:
                codes[name.lower()] = code
    return codes


@cache
def _symbols() -> str:
    column = reference("currencies")["symbols"].drop_nulls().to_list()
    names = sorted({name for names in column for name in names.split("|")}, key=len, reverse=True)
    return "|".join(rf"\b{re.escape(name)}" if name[0].isalpha() else re.escape(name) for name in names)


@cache
def _currency_words() -> str:
    column = reference("currencies")["words"].drop_nulls().to_list()
    names = sorted({name for names in column for name in names.split("|")}, key=len, reverse=True)
    codes = [code for code in reference("currencies")["code"].drop_nulls().to_list() if len(code) == 3]
    return "|".join([re.escape(name).replace(r"\ ", r"\s+") + "s?" for name in names] + codes)


@cache
def _patterns() -> tuple[tuple[AmountKind, re.Pattern[str]], ...]:
    """Pattern of each kind, in the order in which they claim text."""
    symbol = rf"\\?(?P<symbol>{_symbols()})\s?"
    value = rf"(?<![\w.,-]){_BETWEEN}(?P<value>{NUMBER})(?:{_TO}(?P<last>{NUMBER}))?"
    nouns = rf"(?P<unit>{_ADJECTIVES}(?:{_PEOPLE}))\b"
    sources = (
        (
            AmountKind.MONEY,
            rf"{_BETWEEN}{symbol}(?P<value>{NUMBER})(?:{_TO}(?:{symbol.replace('?P<symbol>', '?:')})?(?P<last>{NUMBER}))?",
        ),
        (AmountKind.MONEY, rf"{value}\s+(?:of\s+)?(?P<unit>{_currency_words()})\b"),
        (
            AmountKind.PERCENT,
            rf"{value}(?:\s?(?P<unit>%)|[\s-](?P<unit_word>percent(?:age\s+points?)?|per\s+cent|pct)\b)",
        ),
        (
            AmountKind.DURATION,
            rf"{value}(?:\s+|-)(?:straight\s+|consecutive\s+|long\s+|working\s+)?(?P<unit>{_DURATION})s?\b(?!-old|\s+old|\s+of\s+age)",
        ),
        (AmountKind.DURATION, r"(?<![\w.,-])(?P<value>\d{1,4})(?:st|nd|rd|th)\s+(?P<unit>anniversary)\b"),
        (AmountKind.PEOPLE, rf"{value}\s+(?:of\s+)?{nouns}"),
        (
            AmountKind.COUNT,
            rf"{value}\s+(?:of\s+)?(?P<unit>{_ADJECTIVES}(?!(?:{_NOT_COUNTED}|{_DURATION})\b)(?:[a-z]{{2,}}s|km|kg))\b",
        ),
    )
    return tuple((kind, re.compile(source)) for kind, source in sources)


def _amount(kind: AmountKind, match: re.Match[str]) -> AmountSpan | None:
    groups = match.groupdict()
    value, value_max = _range(match["value"], groups.get("last"))
    unit = _unit(kind, groups)
    if value is None or _names(match) or (kind in _COUNTS and _is_anaphoric(match)):
        return None
    return AmountSpan(
        start=match.start(),
        end=match.end(),
        text=match.group(),
        kind=kind,
        value=value,
        value_max=value_max,
        currency=_currency(groups) if kind is AmountKind.MONEY else None,
        unit=unit,
        is_approximate=_is_approximate(match),
    )


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
    unit = " ".join((groups.get("unit") or "").split())
    if kind is AmountKind.DURATION:
        return "years" if unit == "anniversary" else f"{unit}s"
    return unit


def _currency(groups: dict[str, str | None]) -> str | None:
    name = " ".join((groups.get("symbol") or groups.get("unit") or "").lower().split())
    codes = _currencies()
    return codes.get(name) or codes.get(name.removesuffix("s"))


def _is_approximate(match: re.Match[str]) -> bool:
    return bool(_APPROXIMATELY.search(match.string[max(0, match.start() - _BACKWARD) : match.start()]))


def _names(match: re.Match[str]) -> bool:
    return bool(_NAMING.search(match.string[max(0, match.start() - _BACKWARD) : match.start()]))


def _is_anaphoric(match: re.Match[str]) -> bool:
    """True for "the two countries", which points back and counts nothing, and for "of two countries"."""
    before = match.string[max(0, match.start() - _BACKWARD) : match.start()]
    return match["value"].isalpha() and bool(_ANAPHORIC.search(before))
