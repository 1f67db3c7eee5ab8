"""On whose word a text tells an event: whoever is told to say so, where the text does not vouch for it itself."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.quotes.clauses import Clauses, clauses_of
from assets.entities.quotes.quotes import SpokenQuote, all_quotes, quotes_around
from assets.entities.quotes.speech_verbs import STATING
from assets.entities.quotes.who_speaks import speaker_of
from assets.entities.sentences.document_view import DocumentView
from warehouse.tables.entities import QuoteKind

if TYPE_CHECKING:
    from spacy.tokens import Token

MOST_STEPS = 12  # from a word of an event up to the verb of saying over it


def with_attribution(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events, each on the word of whoever says it in the text; without a parser as their sentences tell it."""
    clauses = clauses_of(view)
    if clauses is None:
        return list(events)
    tellers = ((event, _teller(view, event)) for event in events)
    return [
        replace(event, attributed_to=_over(view, clauses, event) if teller is None else teller)
        for event, teller in tellers
    ]


def _teller(view: DocumentView, event: Event) -> int | None:
    around = quotes_around(view, event.match.start, all_quotes(view))
    return next((one.chain for one in around if one.chain is not None and _is_told(view, event, one)), None)


def _over(view: DocumentView, clauses: Clauses, event: Event) -> int | None:
    """Who says it by the verb of saying over it, where its words are no quotation of their own; nobody of himself."""
    if quotes_around(view, event.match.start, all_quotes(view)):
        return None
    token = trigger_of(view, event.match)
    for _ in range(MOST_STEPS):
        subject = _saying(view, clauses, token)
        if subject is not None:
            chain = speaker_of(view, clauses, subject)[0]
            return chain if all(part.chain != chain for part in event.parts) else None
        token = token.head
    return None


def _saying(view: DocumentView, clauses: Clauses, verb: "Token") -> int | None:
    """Who says the clause of a verb: "Gil said that they met", "According to Gil, they met"."""
    if verb.dep_ == "ccomp" and verb.head.lower_ in STATING and view.quotation_of(verb.head.i) is None:
        return clauses.subject(verb.head.i)
    cited = (child for child in verb.children if any(case.lower_ == "according" for case in child.children))
    return next((child.i for child in cited), None)


def _is_told(view: DocumentView, event: Event, quote: SpokenQuote) -> bool:
    """False for the words of those who act themselves, and of a government in its own transcript: it vouches for them."""
    if view.doc._.chains[quote.chain].label == "NORP":
        return False
    if quote.kind is not QuoteKind.DIRECT:
        return True
    return view.doc._.government is None and all(part.chain != quote.chain for part in event.parts)
