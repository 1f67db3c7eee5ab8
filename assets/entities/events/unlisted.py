"""Who took part in a meeting though no sentence lists them."""

from collections.abc import Sequence

from assets.entities.coreference.antecedents import mention_near
from assets.entities.events.attendance import meeting_told
from assets.entities.events.event_confidence import Evidence
from assets.entities.events.event_lexicon import Frame, Match, Trigger, triggers
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.event_slots import MAIN
from assets.entities.quotes.quotes import SpokenQuote
from assets.entities.sentences.document_view import DocumentView
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, QuoteKind, Realis

_MEETINGS = word_set("meeting talks conversation dialogue encounter conversations")
_WE = word_set("we our us")
_SURENESS = 0.5


def speakers_of_meetings(view: DocumentView, quotes: Sequence[SpokenQuote], told: Sequence[Event]) -> list[Event]:
    """The meeting told before, with whoever says "we" of "the meeting" in a quotation: the speaker was there."""
    found = []
    known = {part.chain for event in told if event.quote is None for part in event.parts}
    for quote in quotes:
        trigger = _meeting_word(view, quote)
        if trigger is None or quote.chain is None or quote.kind is not QuoteKind.DIRECT:
            continue
        if quote.chain in known:
            continue
        meeting = meeting_told([event for event in told if event.match.start < trigger and event.quote is None])
        if meeting is None or meeting.realis is not Realis.ASSERTED:
            continue
        mains = [part for part in meeting.parts if part.participation in MAIN]
        parts = [Part(one.chain, one.participation, mention_near(view, one.chain, trigger), 0.5) for one in mains]
        speaker = Part(quote.chain, Participation.ATTENDEE, mention_near(view, quote.chain, trigger), _SURENESS)
        match = Match(_refer(), trigger, trigger + 1)
        found.append(
            Event(
                match,
                (*parts, speaker),
                Realis.ASSERTED,
                meeting.mode,
                attributed_to=quote.chain,
                evidence=Evidence(listed=_SURENESS),
                quote=quote,
            )
        )
    return found


def _meeting_word(view: DocumentView, quote: SpokenQuote) -> int | None:
    """Token of "the meeting" in a quotation whose "we" is said of the same sentence."""
    inside = [
        token.i for token in view.doc.char_span(quote.start, quote.end, alignment_mode="expand") or () if token.is_alpha
    ]
    for index in inside:
        is_meeting = view.lower[index] in _MEETINGS and index > 0 and view.lower[index - 1] in ("the", "this", "our")
        if is_meeting:
            start, end = view.sentence_of(index)
            if _WE.intersection(view.lower[max(start, inside[0]) : min(end, inside[-1] + 1)]):
                return index
    return None


def _refer() -> Trigger:
    return next(trigger for trigger in triggers() if trigger.frame is Frame.REFER)
