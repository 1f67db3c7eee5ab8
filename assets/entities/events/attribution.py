"""On whose word a text tells an event: whoever is told to say so, where the text does not vouch for it itself."""

from collections.abc import Sequence
from dataclasses import replace

from assets.entities.events.event_parts import Event
from assets.entities.quotes.clauses import clauses_of
from assets.entities.quotes.quotes import SpokenQuote, all_quotes, quotes_around
from assets.entities.sentences.document_view import DocumentView
from warehouse.tables.entities import QuoteKind


def with_attribution(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events, each on the word of whoever says it in the text; without a parser as their sentences tell it."""
    if clauses_of(view) is None:
        return list(events)
    return [replace(event, attributed_to=_teller(view, event)) for event in events]


def _teller(view: DocumentView, event: Event) -> int | None:
    around = quotes_around(view, event.match.start, all_quotes(view))
    return next((one.chain for one in around if one.chain is not None and _is_told(view, event, one)), None)


def _is_told(view: DocumentView, event: Event, quote: SpokenQuote) -> bool:
    """False for the words of those who act themselves, and of a government in its own transcript: it vouches for them."""
    if view.doc._.chains[quote.chain].label == "NORP":
        return False
    if quote.kind is not QuoteKind.DIRECT:
        return True
    return view.doc._.government is None and all(part.chain != quote.chain for part in event.parts)
