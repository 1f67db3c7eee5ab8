"""The day on which the words of a quotation were said, where the document tells it."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assets.entities.events.event_parts import Event
from assets.entities.quotes.quotes import SpokenQuote
from assets.entities.sentences.document_view import DocumentView
from assets.entities.times.times import resolve
from warehouse.tables.entities import Grain, Realis

if TYPE_CHECKING:
    from assets.entities.context import DocumentContext

_CUE_REACH = 80  # characters between a quotation and the day of its cue: '", Sol said in Lima on Monday'


def said_on(
    view: DocumentView, quote: SpokenQuote, told: Sequence[Event], context: "DocumentContext"
) -> dt.date | None:
    """The day told with the cue of a quotation, else that of the nearest event in which its speaker took part."""
    return _day_of_cue(view, quote, context) or _day_of_event(view, quote, told, context)


def _day_of_cue(view: DocumentView, quote: SpokenQuote, context: "DocumentContext") -> dt.date | None:
    """Monday of '..., Sol said on Monday'."""
    token = min(bisect_left(view.doc, quote.end, key=lambda one: one.idx), len(view.doc) - 1)
    start, end = view.sentences[view.sentence_at[token]]
    if quote.cue is None:
        return None
    for first, last, time in view.time_tokens:
        is_near = abs(time.start - quote.end) < _CUE_REACH or 0 < quote.start - time.end < _CUE_REACH
        if start <= first and last <= end and is_near and view.quotation_of(first) is None:
            resolution = resolve(time, context.published_on, context.dateline_on)
            if resolution.grain is Grain.DAY and resolution.start_on == resolution.end_on:
                return resolution.start_on
    return None


def _day_of_event(
    view: DocumentView, quote: SpokenQuote, told: Sequence[Event], context: "DocumentContext"
) -> dt.date | None:
    """The day of the event nearest to the quotation that its speaker took part in."""
    near: list[tuple[int, dt.date]] = []
    for event in told:
        takes_part = any(part.chain == quote.chain for part in event.parts)
        is_held = event.realis is Realis.ASSERTED and event.quote is None
        if not takes_part or not is_held or event.time is None:
            continue
        resolution = resolve(event.time, context.published_on, context.dateline_on)
        if resolution.grain is Grain.DAY and resolution.start_on and resolution.start_on == resolution.end_on:
            near.append((abs(view.doc[event.match.start].idx - quote.start), resolution.start_on))
    return min(near)[1] if near else None
