"""On whose word a text tells an event: whoever is told to say so, where the text does not vouch for it itself."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from assets.entities.events.event_parts import Event
from assets.entities.quotes.clauses import clauses_of
from assets.entities.quotes.indirect import indirect_quotes
from assets.entities.quotes.quotes import SpokenQuote, spoken_quotes
from assets.entities.sentences.document_view import DocumentView
from warehouse.tables.entities import QuoteKind

_MOST_NESTED = 4  # quotations one inside another


def with_attribution(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events, each on the word of whoever says it in the text; without a parser as their sentences tell it."""
    clauses = clauses_of(view)
    if clauses is None:
        return list(events)
    spoken = spoken_quotes(view)
    quotes = sorted([*spoken, *indirect_quotes(view, clauses, list(spoken))], key=lambda quote: quote.start)
    return [replace(event, attributed_to=_teller(view, event, quotes)) for event in events]


def _teller(view: DocumentView, event: Event, quotes: Sequence[SpokenQuote]) -> int | None:
    position = view.doc[event.match.start].idx
    last = bisect_right(quotes, position, key=lambda quote: quote.start)
    inside = [quote for quote in quotes[max(0, last - _MOST_NESTED) : last] if position < quote.end]
    for quote in reversed(inside):
        if quote.chain is not None and _is_told(view, event, quote):
            return quote.chain
    return None


def _is_told(view: DocumentView, event: Event, quote: SpokenQuote) -> bool:
    """False for the words of those who act themselves, and of a government in its own transcript: it vouches for them."""
    if view.doc._.chains[quote.chain].label == "NORP":
        return False
    if quote.kind is not QuoteKind.DIRECT:
        return True
    return view.doc._.government is None and all(part.chain != quote.chain for part in event.parts)
