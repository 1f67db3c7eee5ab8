"""Time expressions: where a text names a day, week, month or year, and which days it means."""

import datetime as dt
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from assets.entities.quotes.quotations import Quotation, Quotations
from assets.entities.times.calendar_days import Days
from assets.entities.times.day_meanings import NamedDay, NamedWeekday, NearDay
from assets.entities.times.tense import Tense, is_called_off, tense_of_time
from assets.entities.times.time_forms import forms
from assets.entities.times.time_meanings import Beside, Meaning, NamedMonth
from warehouse.keys import stable_id
from warehouse.tables.entities import Grain, TimeBasis, TimeExpression

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext

_APPOSED = re.compile(r"\s*(?:,|\(|is|on|–|-)\s*")
_CUE_REACH = 120  # characters between a quotation and the day on which it was said: '", Sol said in Lima on Monday'
_LONG_AGO = 366


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
    for start, end, meaning in forms(text):
        if not any(claimed[start:end]):
            claimed[start:end] = b"\x01" * (end - start)
            found.append(TimeSpan(start, end, text[start:end], meaning, _tense(text, start, end, meaning)))
    return _anchored(text, _joined(text, sorted(found, key=lambda span: span.start)))


def _tense(text: str, start: int, end: int, meaning: Meaning) -> Tense:
    """A month for which something was planned and called off may lie on either side: the nearest is meant."""
    tense = tense_of_time(text, start, end)
    if tense is Tense.FUTURE and isinstance(meaning, NamedMonth) and is_called_off(text, start, end):
        return Tense.UNKNOWN
    return tense


def _joined(text: str, spans: list[TimeSpan]) -> list[TimeSpan]:
    """The spans, where those that lean on the one before mean its day: "tomorrow, Friday", "Monday ... the next day"."""
    joined: list[TimeSpan] = []
    named: dict[bool, TimeSpan] = {}  # the last span that names a day, among those to come and among the others
    for span in spans:
        is_ahead = span.tense is Tense.FUTURE
        joined.append(_leaning(text, span, named[is_ahead]) if is_ahead in named else span)
        if isinstance(span.meaning, NamedDay | NamedWeekday | NearDay):
            named[is_ahead] = joined[-1]
    return joined


def _anchored(text: str, spans: list[TimeSpan]) -> list[TimeSpan]:
    """The spans, where the text itself says which day "today" is: "tomorrow, Monday, February 7"."""
    told = {
        number: (named, near.meaning.shift)
        for number, (near, named) in enumerate(pairwise(spans))
        if isinstance(near.meaning, NearDay)
        and _is_one_day(named.meaning)
        and _APPOSED.fullmatch(text, near.end, named.start)
    }
    if not told:
        return spans
    quotations = Quotations(text)
    outside = [anchor for number, anchor in told.items() if not quotations.at(spans[number].start)]
    whole = outside[0] if len({(named.meaning, shift) for named, shift in outside}) == 1 else None
    anchors = (told.get(number) or (None if quotations.at(span.start) else whole) for number, span in enumerate(spans))
    return [_counted(span, anchor) for span, anchor in zip(spans, anchors, strict=True)]


def _is_one_day(meaning: Meaning) -> bool:
    return isinstance(meaning, NamedDay) and meaning.last_day is None


def _counted(span: TimeSpan, anchor: tuple[TimeSpan, int] | None) -> TimeSpan:
    """The span, if it is told from today, told from a day named with another that is."""
    if anchor is None or not isinstance(span.meaning, NearDay):
        return span
    named, shift = anchor
    return replace(span, meaning=Beside(named.meaning, named.tense, span.meaning.shift - shift))


def _leaning(text: str, span: TimeSpan, named: TimeSpan) -> TimeSpan:
    if isinstance(span.meaning, Beside):
        return replace(span, meaning=Beside(named.meaning, named.tense, span.meaning.shift))
    if isinstance(span.meaning, NamedWeekday) and _is_apposed(text, named, span):
        return replace(span, meaning=named.meaning)
    return span


def _is_apposed(text: str, named: TimeSpan, span: TimeSpan) -> bool:
    """True for Friday in "tomorrow, Friday"; "today" is no better known than the weekday beside it."""
    is_other_day = isinstance(named.meaning, NearDay) and named.meaning.shift != 0
    return is_other_day and bool(_APPOSED.fullmatch(text, named.end, span.start))


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

    "Today" in a quotation counts from the day that is told beside it: '"We leave tomorrow," he said on Monday'.
    """
    quotations, spans = Quotations(doc.text), time_spans(doc.text)
    outside = [span for span in spans if quotations.at(span.start) is None]
    return [_row(span, quotations.at(span.start), outside, context) for span in spans]


def _relative(span: TimeSpan, reference: dt.date) -> Days | None:
    try:
        return span.meaning.relative(reference, span.tense)
    except OverflowError:  # "4000 years ago"
        return None


def _resolved(
    span: TimeSpan, quotation: Quotation | None, outside: list[TimeSpan], context: "DocumentContext"
) -> Resolution:
    """Days that ``span`` means; those of "today" in an old quotation stay open."""
    plain = resolve(span, context.published_on, context.dateline_on)
    if quotation is None or not isinstance(span.meaning, NearDay):
        return plain
    reference = context.dateline_on or context.published_on
    said = _said(quotation, outside)
    if said is None or reference is None:
        return plain
    days = resolve(said, context.published_on, context.dateline_on)
    if days.start_on is None or days.start_on != days.end_on or (reference - days.start_on).days > _LONG_AGO:
        return Resolution(None, None, Grain.DAY, TimeBasis.UNRESOLVED)
    return resolve(span, None, days.start_on)._replace(basis=plain.basis)


def _said(quotation: Quotation, outside: list[TimeSpan]) -> TimeSpan | None:
    """The time expression nearest to a quotation that can tell the day of its words."""
    near = [
        (min(abs(span.start - quotation.outer_end), abs(quotation.outer_start - span.end)), span)
        for span in outside
        if span.tense is not Tense.FUTURE and isinstance(span.meaning, NamedDay | NamedWeekday | NearDay)
    ]
    distance, span = min(near, key=lambda entry: entry[0], default=(_CUE_REACH, None))
    return span if distance < _CUE_REACH else None


def _row(
    span: TimeSpan, quotation: Quotation | None, outside: list[TimeSpan], context: "DocumentContext"
) -> TimeExpression:
    resolution = _resolved(span, quotation, outside, context)
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
