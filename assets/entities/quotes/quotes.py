"""Quotations with their speakers: in marks, in the turns of a transcript, and what somebody is told to have said."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from assets.entities.quotes.clauses import clauses_of
from assets.entities.quotes.indirect import indirect_quotes
from assets.entities.quotes.marked import marked_quotes
from assets.entities.quotes.spoken import SpokenQuote
from assets.entities.quotes.turns import Transcript
from assets.entities.sentences.document_view import DocumentView, view_of
from assets.entities.sentences.token_lists import token_lists
from warehouse.keys import stable_id
from warehouse.tables.entities import Quote, QuoteKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext

_REACH = 600  # characters between a quotation and the next by the same speaker
_BETWEEN = 60  # characters between what was told and the words quoted: a cue with a name
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_MOST_NESTED = 4  # quotations one inside another
_AGAIN = 0.6  # confidence of a speaker who is only whoever spoke before
__all__ = ["SpokenQuote", "all_quotes", "quote_rows", "quotes_around", "spoken_quotes"]


def quote_rows(doc: "Doc", context: "DocumentContext") -> list[Quote]:
    """One row per quotation of a document, with its speaker where the text tells."""
    return [_row(doc, quote, context) for quote in all_quotes(view_of(doc))]


@lru_cache(maxsize=1)
def spoken_quotes(view: DocumentView) -> tuple[SpokenQuote, ...]:
    """Words quoted as they were said, in order, read once for all who ask; indirect speech is not among them."""
    return tuple(quote for quote in all_quotes(view) if quote.kind is not QuoteKind.INDIRECT)


def quotes_around(view: DocumentView, token: int, quotes: Sequence[SpokenQuote]) -> list[SpokenQuote]:
    """The quotations in which a token stands, the innermost first; ``quotes`` are in order."""
    position = view.tokens.offsets[token]
    last = bisect_right(quotes, position, key=lambda quote: quote.start)
    return [quote for quote in reversed(quotes[max(0, last - _MOST_NESTED) : last]) if position < quote.end]


@lru_cache(maxsize=1)
def all_quotes(view: DocumentView) -> tuple[SpokenQuote, ...]:
    """Every quotation in order, indirect speech too."""
    turns = Transcript(view).quotes()
    spoken = sorted([*marked_quotes(view, turns), *turns], key=lambda quote: quote.start)
    clauses = clauses_of(view)
    indirect = indirect_quotes(view, clauses, spoken) if clauses is not None else []
    return tuple(_with_same_speakers(view, [*spoken, *indirect]))


def _with_same_speakers(view: DocumentView, quotes: Iterable[SpokenQuote]) -> list[SpokenQuote]:
    """The quotations in order; what nobody but "he" is told to say is said by the person quoted shortly before."""
    found: list[SpokenQuote] = []
    person: SpokenQuote | None = None
    for read in sorted(quotes, key=lambda quote: quote.start):
        is_again = read.chain is None and read.is_again and person is not None and read.start - person.end < _REACH
        quote = replace(read, chain=person.chain, confidence=_AGAIN) if is_again and person is not None else read
        if found and _goes_on(view, found[-1], read):
            quote = replace(read, chain=found[-1].chain, confidence=_AGAIN)
        found.append(quote)
        if quote.chain is not None and view.doc._.chains[quote.chain].label == "PERSON":
            person = quote
    return found


def _goes_on(view: DocumentView, said: SpokenQuote, quote: SpokenQuote) -> bool:
    """Whether speech without any cue follows what somebody was told to have said: 'X is ready, said Gil. "We wait."'."""
    if quote.kind is not QuoteKind.DIRECT or quote.cue is not None or quote.chain is not None or said.chain is None:
        return False
    between = view.text[said.end : quote.start]
    return (
        said.kind is QuoteKind.INDIRECT
        and len(between) <= _BETWEEN
        and len(_SENTENCE_END.findall(between)) <= 1
        and between.rstrip("\"“«„'` ")[-1:] in ".\n"
    )


def _row(doc: "Doc", quote: SpokenQuote, context: "DocumentContext") -> Quote:
    raw_start, raw_end = context.raw_span(quote.start, quote.end)
    chain = doc._.chains[quote.chain] if quote.chain is not None else None
    return Quote(
        quote_id=stable_id(context.document_id, "quote", raw_start, raw_end),
        document_id=context.document_id,
        kind=quote.kind,
        text=token_lists(doc).text[quote.start : quote.end],
        cue_text=quote.cue,
        speaker_chain_id=context.chain_id(chain, doc) if chain is not None else None,
        start_char=quote.start,
        end_char=quote.end,
        raw_start=raw_start,
        raw_end=raw_end,
        confidence=quote.confidence,
    )
