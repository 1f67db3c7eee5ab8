"""What a quotation is: its words, who speaks them, and how sure that is."""

from dataclasses import dataclass

from warehouse.tables.entities import QuoteKind


@dataclass(frozen=True)
class SpokenQuote:
    """Words ``[start, end)`` of the body that somebody is quoted with."""

    start: int
    end: int
    kind: QuoteKind
    cue: str | None
    chain: int | None  # place of the speaker in doc._.chains
    confidence: float
    is_again: bool = False  # by "he" or "the diplomat", whom nothing else tells: whoever was quoted before
