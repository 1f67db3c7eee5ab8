"""Who says "I": the speaker of the quotation; and whom "he" does not mean there."""

from typing import TYPE_CHECKING

from assets.entities.coreference.pronouns import third_person
from assets.entities.quotes.quotes import spoken_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assets.entities.coreference.pronouns import Resolver
    from assets.entities.sentences.document_view import DocumentView

FIRST = frozenset({"i", "me", "my", "mine", "myself"})
SURE = 0.6  # of the speaker


def resolve_speech(view: "DocumentView", resolver: "Resolver") -> None:
    """Give "I" to whoever speaks, and find anew whom "he" means in speech: not the speaker."""
    speakers = dict(_speakers(view))
    resolver.resolve([at for at in third_person(resolver.discourse) if at in speakers], speakers)
    resolver.resolved.update(
        {
            at: chain
            for at, chain in speakers.items()
            if view.lower[at] in FIRST and (view.lower[at] != "i" or view.tokens.texts[at] == "I")
        }
    )


def _speakers(view: "DocumentView") -> "Iterator[tuple[int, int]]":
    """Tokens of the quotations with the chain of the person who speaks."""
    for quote in spoken_quotes(view):
        is_known = quote.chain is not None and quote.confidence >= SURE
        if is_known and quote.chain is not None and view.doc._.chains[quote.chain].label == "PERSON":
            span = view.doc.char_span(quote.start, quote.end, alignment_mode="expand")
            if span is not None:
                yield from ((at, quote.chain) for at in range(span.start, span.end))
