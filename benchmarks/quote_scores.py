"""Scores of quotations: found, of the right kind, by the right speaker, with the right words of reporting.

A direct quotation is found when it and what the product takes for direct or mixed speech share at least four fifths of
each other; several pieces on either side count together, for one splits at paragraphs where the other does not. Mixed and
indirect ones are found when each has at least half of the other. What is found in a turn of an unnamed questioner is not
scored: nobody marked these.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.documents import Ratio
from benchmarks.fact_gold import Compared, GoldQuote
from benchmarks.measures import count_case, share
from benchmarks.spans import Span, Weights, paired, touches
from warehouse.tables.entities import Quote, QuoteKind

SPOKEN = (QuoteKind.DIRECT, QuoteKind.MIXED)
WHOLE, HALF = 0.8, 0.5  # share of each other that direct quotations must have, and all others
ASKING = "QUESTION|Q|REPORTER|JOURNALIST|JORNALISTA|JOURNALISTE|PERIODISTA|PARTICIPANT|OPERATOR"
TURN = re.compile(  # the label before a turn of a transcript, in text or HTML; "JORNALISTA (TV Zimbo):"
    rf"(?:^|[>\n])\s*(?:(?P<asked>(?:{ASKING})\b)|[A-Z][A-Z .,'’-]{{3,60}}(?:\([^)\n]{{1,60}}\))?:)"
)


@dataclass(frozen=True)
class QuotePairs:
    """The quotations of a document beside those found: places in ``found`` by places in ``wanted``."""

    wanted: tuple[GoldQuote, ...]
    found: tuple[Quote, ...]  # those that are scored
    direct: Mapping[int, tuple[int, ...]]
    others: Mapping[int, int]  # mixed and indirect, kinds compared

    def pieces(self) -> Iterator[tuple[GoldQuote, tuple[Quote, ...]]]:
        """Each quotation that was found, with the pieces it was found in."""
        for at, one in enumerate(self.wanted):
            places = self.direct.get(at, ()) if one.kind == QuoteKind.DIRECT else tuple(self._other(at))
            if places:
                yield one, tuple(self.found[place] for place in places)

    def _other(self, at: int) -> Iterator[int]:
        if at in self.others:
            yield self.others[at]

    def right(self, kind: QuoteKind) -> set[int]:
        """Places of the quotations found of a kind that are right."""
        direct = {place for places in self.direct.values() for place in places}
        return {place for place in direct | set(self.others.values()) if self.found[place].kind is kind}


@cache
def pairs(document: Compared) -> QuotePairs:
    """The quotations of a document, matched."""
    wanted = document.wanted.quotes
    found = tuple(quote for quote in document.found.quotes if not _is_question(document, quote))
    weights = document.weights
    direct = _direct(weights, wanted, found)
    taken = {place for places in direct.values() for place in places}

    def rank(one: GoldQuote, other: Quote) -> tuple[float, ...] | None:
        kinds = SPOKEN if one.kind == QuoteKind.MIXED else (QuoteKind.INDIRECT,)
        is_open = one.kind != QuoteKind.DIRECT and other.kind in kinds and found.index(other) not in taken
        span = _span(other)
        if not is_open or not weights.is_alike(one.span, span, HALF):
            return None
        return (weights.shared(one.span, span) / max(weights.of_span(one.span), weights.of_span(span)),)

    others = {at: place for place, at in paired(wanted, found, rank).items()}
    return QuotePairs(wanted, found, direct, others)


def _direct(weights: Weights, wanted: Sequence[GoldQuote], found: Sequence[Quote]) -> dict[int, tuple[int, ...]]:
    """Direct quotations that are found, each with its pieces."""
    asked = {at: one.span for at, one in enumerate(wanted) if one.kind == QuoteKind.DIRECT}
    given = {place: _span(other) for place, other in enumerate(found) if other.kind in SPOKEN}
    matched: dict[int, tuple[int, ...]] = {}
    for at, span in asked.items():
        pieces = _pieces(weights, span, given)
        if pieces:
            matched[at] = pieces
    for place, span in given.items():
        for at in _pieces(weights, span, asked):
            matched.setdefault(at, (place,))
    return matched


def _pieces(weights: Weights, whole: Span, spans: Mapping[int, Span]) -> tuple[int, ...]:
    """Places of the spans that lie in ``whole`` with most of their text, where together they are most of it."""
    inside = {place: weights.shared(whole, span) for place, span in spans.items()}
    places = tuple(place for place, shared in inside.items() if shared > HALF * weights.of_span(spans[place]))
    shared, size = sum(inside[place] for place in places), sum(weights.of_span(spans[place]) for place in places)
    is_same = bool(places) and shared >= WHOLE * max(size, weights.of_span(whole))
    return places if is_same else ()


def _span(quote: Quote) -> Span:
    return quote.raw_start, quote.raw_end


def _is_question(document: Compared, quote: Quote) -> bool:
    """Whether it stands in a turn of a questioner, and nothing annotated in it."""
    labels = list(TURN.finditer(document.text, 0, quote.raw_start))
    is_asked = bool(labels) and bool(labels[-1]["asked"])
    return is_asked and not touches(_span(quote), (one.span for one in document.wanted.quotes))


def metrics(scored: Sequence[Compared]) -> dict[str, Ratio]:
    """Counts of each figure."""
    counts = {
        name: Ratio()
        for name in ("direct", "mixed", "indirect", "quotes_direct_speaker", "quotes_others_speaker", "cue")
    }
    for document in scored:
        matched = pairs(document)
        for kind in QuoteKind:
            count = counts[kind.value]
            count.wanted += sum(one.kind == kind for one in matched.wanted)
            count.found += sum(other.kind is kind for other in matched.found)
            count.right += len(matched.right(kind))
            count.agreed += sum(one.kind == kind for one, _ in matched.pieces())
        for one, pieces in matched.pieces():
            is_direct = one.kind == QuoteKind.DIRECT
            _add_speaker(
                document, counts["quotes_direct_speaker" if is_direct else "quotes_others_speaker"], one, pieces
            )
            count_case(counts["cue"], is_cue_right(document, one, pieces))
    return counts


def figures(scored: Sequence[Compared]) -> Iterator[tuple[str, float]]:
    """Name and value of each figure."""
    counts = metrics(scored)
    for kind in QuoteKind:
        count = counts[kind.value]
        if count.wanted:
            recall = count.agreed / count.wanted
            precision = count.precision if count.found else 0.0
            both = recall + precision
            yield f"quotes_{kind.value}_recall", recall
            yield f"quotes_{kind.value}_f1", 2 * recall * precision / both if both else 0.0
        if count.found:
            yield f"quotes_{kind.value}_precision", count.precision
    for name in ("quotes_direct_speaker", "quotes_others_speaker"):
        if counts[name].wanted:
            yield f"{name}_accuracy", counts[name].recall
        if counts[name].found:
            yield f"{name}_precision", counts[name].precision
    yield from share("quotes_cue_accuracy", counts["cue"])


def _add_speaker(document: Compared, count: Ratio, one: GoldQuote, pieces: Sequence[Quote]) -> None:
    """A speaker is found where the product names one, and wanted where the annotation does."""
    count.wanted += one.speaker is not None
    count.found += any(piece.speaker_chain_id for piece in pieces)
    count.right += one.speaker is not None and is_speaker_right(document, one, pieces)


def is_speaker_right(document: Compared, one: GoldQuote, pieces: Sequence[Quote]) -> bool:
    """Whether every piece is said by the speaker who is annotated; by nobody where none is."""
    return all(document.is_meant(piece.speaker_chain_id, one.speaker) for piece in pieces)


def is_cue_right(document: Compared, one: GoldQuote, pieces: Sequence[Quote]) -> bool:
    """Whether the first piece has a word of the annotated cue; no cue where the quotation only goes on."""
    found = pieces[0].cue_text
    if one.cue is None or found is None:
        return one.cue is None and found is None
    return bool(_words(found) & _words(document.words(one.cue)))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold()))


def confidences(document: Compared) -> Iterator[tuple[float, bool]]:
    """Confidence of each quotation found, and whether there is one and its speaker is right."""
    matched = pairs(document)
    right = {
        piece.quote_id
        for one, pieces in matched.pieces()
        for piece in pieces
        if document.is_meant(piece.speaker_chain_id, one.speaker)
    }
    yield from ((quote.confidence, quote.quote_id in right) for quote in matched.found)


def errors(document: Compared) -> Iterator[tuple[int, str]]:
    """Place and line of each error."""
    matched = pairs(document)
    found = {one.id for one, _ in matched.pieces()}
    for one in matched.wanted:
        if one.id not in found:
            name = document.names.get(one.speaker or "")
            yield one.span[0], f"quote missed, {one.kind}, by {name}: {_shortened(document.words(one.span))!r}"
    for kind in QuoteKind:
        for place, quote in enumerate(matched.found):
            if quote.kind is kind and place not in matched.right(kind):
                yield quote.raw_start, f"quote invented, {kind.value}: {_shortened(quote.text)!r}"
    for one, pieces in matched.pieces():
        quoted = _shortened(document.words(one.span))
        if not is_speaker_right(document, one, pieces):
            names = [document.name_of(piece.speaker_chain_id) for piece in pieces]
            wanted = document.names.get(one.speaker or "")
            yield one.span[0], f"speaker wrong, {one.kind}: wanted {wanted!r}, found {names}: {quoted!r}"
        if not is_cue_right(document, one, pieces):
            cue = document.words(one.cue) if one.cue else None
            yield one.span[0], f"cue wrong: wanted {cue!r}, found {pieces[0].cue_text!r}: {quoted!r}"


def _shortened(text: str, limit: int = 110) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit // 2]} … {text[-limit // 2 :]}"
