"""The day on which the words of a quotation were said, where the document tells it."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from assets.entities.events.event_parts import Event
from assets.entities.quotes.quotes import SpokenQuote
from assets.entities.sentences.document_view import DocumentView
from assets.entities.times.times import TimeSpan, resolve
from warehouse.tables.entities import Grain, Realis

if TYPE_CHECKING:
    from assets.entities.context import DocumentContext

_CUE_REACH = 80  # characters between a quotation and the day of its cue: '", Sol said in Lima on Monday'


def said_on(
    view: DocumentView, quote: SpokenQuote, told: Sequence[Event], context: "DocumentContext"
) -> dt.date | None:
    """The day told with the cue of a quotation, else that of the nearest event in which its speaker took part."""
    time = words_of_saying(view, quote, told, context)
    return _day(time, context) if time is not None else None


def words_of_saying(
    view: DocumentView, quote: SpokenQuote, told: Sequence[Event], context: "DocumentContext"
) -> TimeSpan | None:
    """The time expression that tells the day on which the words of a quotation were said."""
    return _time_of_cue(view, quote, context) or _time_of_event(view, quote, told, context)


def is_turn(view: DocumentView, quote: SpokenQuote) -> bool:
    """True for a turn of a transcript, which stands in no quotation marks: "today" is the day of the transcript."""
    return view.quotation_of(_token_at(view, quote.start)) is None


def _token_at(view: DocumentView, position: int) -> int:
    return min(view.tokens.token_from(position), len(view.lower) - 1)


def _day(time: TimeSpan, context: "DocumentContext") -> dt.date | None:
    """The single day that a time expression means."""
    resolution = resolve(time, context.published_on, context.dateline_on)
    is_day = resolution.grain is Grain.DAY and resolution.start_on == resolution.end_on
    return resolution.start_on if is_day else None


def _time_of_cue(view: DocumentView, quote: SpokenQuote, context: "DocumentContext") -> TimeSpan | None:
    """Monday of '..., Sol said on Monday'."""
    start, end = view.sentence_of(_token_at(view, quote.end))
    if quote.cue is None:
        return None
    for first, _, time in view.times_between(start, end):
        is_near = abs(time.start - quote.end) < _CUE_REACH or 0 < quote.start - time.end < _CUE_REACH
        if is_near and view.quotation_of(first) is None and _day(time, context):
            return time
    return None


def _time_of_event(
    view: DocumentView, quote: SpokenQuote, told: Sequence[Event], context: "DocumentContext"
) -> TimeSpan | None:
    """The time of the event nearest to the quotation that its speaker took part in."""
    near: list[tuple[int, int, TimeSpan]] = []
    for event in told:
        takes_part = any(part.chain == quote.chain for part in event.parts)
        is_held = event.realis is Realis.ASSERTED and event.quote is None
        if takes_part and is_held and event.time is not None and _day(event.time, context):
            near.append((abs(view.doc[event.match.start].idx - quote.start), event.match.start, event.time))
    return min(near, key=lambda entry: entry[:2])[2] if near else None
