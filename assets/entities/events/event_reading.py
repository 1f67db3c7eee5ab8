"""Events read sentence by sentence: triggers, who took part, and what the sentence says of them."""

import re

from assets.entities.events.attendance import ATTENDANCE, attendance
from assets.entities.events.event_circumstances import attribution_of, place_of, time_of
from assets.entities.events.event_frames import slots_of
from assets.entities.events.event_lexicon import Frame, Match, matches
from assets.entities.events.event_parts import MAIN, Event, Known, Part, parts_of
from assets.entities.events.event_slots import Slots
from assets.entities.events.realis import is_purpose, realis_of
from assets.entities.events.unlisted import speakers_of_meetings
from assets.entities.quotes.quotes import SpokenQuote, spoken_quotes
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import word_set
from assets.entities.sentences.phrases import Phrase
from assets.entities.times.times import TimeSpan
from warehouse.tables.entities import Participation, Realis

_PHONE_WORDS = word_set("phone telephone telephonic videoconference teleconference")
_VISITS = (Frame.VISIT, Frame.ARRIVE, Frame.VISIT_OF, Frame.VISIT_NOUN)
_CLAUSE_OPENERS = word_set("which who whose where while because although that ;")
_PURPOSE = 0.7  # "travelled to Kyiv to meet Sol": told as what for, not as done
_ALONE = 0.6  # one side has no chain: "talks between the Government and the Front"
_AFTER_OTHER = re.compile(r"\b(?:ahead of|after|before|following|prior to)\b[^,]*$")


def events_of(view: DocumentView) -> list[Event]:
    """Events of a document in the order of their triggers."""
    quotes = spoken_quotes(view)
    told: list[Event] = []
    for start, end in view.sentences:
        told += _events_of_sentence(view, start, end, told, quotes)
    return [*told, *speakers_of_meetings(view, quotes, told)]


def _events_of_sentence(
    view: DocumentView, start: int, end: int, told: list[Event], quotes: tuple[SpokenQuote, ...]
) -> list[Event]:
    read = _read_matches(view, matches(view, start, end))
    found: list[Event] = []
    for number, (match, slots) in enumerate(read):
        bounds = _bounds(view, read, number, start, end)
        if match.trigger.frame in ATTENDANCE:
            event = _attendance(view, match, [*told, *found], bounds)
        else:
            event = _event(view, match, slots, bounds, [*told, *found], quotes)
        if event is not None:
            if found and _is_same_talk(found[-1], event):
                found.pop()
            found.append(event)
    return found


def _is_same_talk(one: Event, other: Event) -> bool:
    """True for "discussed" and "in a phone call" of the same two in one sentence."""
    same = {part.chain for part in one.parts} == {part.chain for part in other.parts}
    return same and one.match.trigger.is_vague and other.match.trigger.frame is Frame.AFTER_TALKS


def _read_matches(view: DocumentView, found: list[Match]) -> list[tuple[Match, Slots]]:
    """Matches that have participants, none overlapping another; of two readings of the same words the longer stays."""
    read: list[tuple[Match, Slots]] = []
    taken: set[Phrase] = set()
    for match in found:
        if read and match.start < read[-1][0].end:
            continue
        slots = Slots() if match.trigger.frame in ATTENDANCE else slots_of(view, match, taken, _last_slots(read))
        if slots is not None:
            read.append((match, slots))
            taken.update(slots.objects)
            taken.update([slots.place] if slots.place else [])
    return read


def _last_slots(read: list[tuple[Match, Slots]]) -> Slots | None:
    return read[-1][1] if read else None


def _bounds(view: DocumentView, read: list[tuple[Match, Slots]], number: int, start: int, end: int) -> tuple[int, int]:
    """Tokens in which an event's time and place are looked for: its clause, between the triggers beside it."""
    match, slots = read[number]
    before = read[number - 1][0].end if number else start
    own = [phrase.start for phrase in slots.subjects if before <= phrase.start < match.start]
    if own and view.lower[min(own) - 1] == "where":  # "arrives on Thursday in Caracas, where he will be received"
        own = []
    after = read[number + 1][0].start if number + 1 < len(read) else end
    if number and not own and _AFTER_OTHER.search(view.words(max(before, match.start - 4), match.start)):
        before = match.start
    last = max(match.end, min(slots.end, after))
    closing = next((index for index in range(last, after) if view.lower[index] in _CLAUSE_OPENERS), after)
    return (min(own) if own and number else before), closing


def _attendance(view: DocumentView, match: Match, told: list[Event], bounds: tuple[int, int]) -> Event | None:
    event = attendance(view, match, told)
    if event is None:
        return None
    slots = Slots(end=match.end)
    time, place = time_of(view, match, slots, bounds), place_of(view, match, slots, bounds)
    if match.trigger.frame is Frame.REFER and time is None and place is None:
        return None
    return Event(match, event.parts, event.realis, event.mode, time, place, None, event.confidence)


def _event(
    view: DocumentView,
    match: Match,
    slots: Slots,
    bounds: tuple[int, int],
    told: list[Event],
    quotes: tuple[SpokenQuote, ...],
) -> Event | None:
    quote = _quote_of(view, match, quotes)
    speaker = quote.chain if quote else None
    parts = parts_of(view, match, slots, Known(speaker, _participants_before(told), _hosts_before(told)))
    if not _is_enough(match, slots, parts):
        return None
    place = place_of(view, match, slots, bounds)
    time = time_of(view, match, slots, (max(bounds[0], match.start), bounds[1])) or time_of(view, match, slots, bounds)
    planned = _planned_before(view, match, told)
    realis = realis_of(view, match, slots, planned.match.end if planned else None)
    if planned is not None and realis is Realis.PLANNED and match.trigger.frame not in _VISITS:
        time, place = time or planned.time, place or planned.place
    mode = _mode_told(match, parts, told) or _mode(view, match, slots, place, bounds)
    if mode == "phone":  # "met Sol in Lima and held a video call with Rey": Lima is the meeting's
        place = None
    attributed_to = speaker if view.quotation_of(match.start) else attribution_of(view, match, slots)
    return Event(
        match=match,
        parts=parts,
        realis=realis,
        mode=mode,
        time=time or _same_day(view, match, told),
        place=place,
        attributed_to=attributed_to,
        confidence=_confidence(match, parts) * (_PURPOSE if is_purpose(view, match, slots) else 1.0),
        quote=quote,
    )


def _planned_before(view: DocumentView, match: Match, told: list[Event]) -> Event | None:
    """The planned event told before in the same sentence: "to be received by X, followed by talks with Y"."""
    if not told or told[-1].realis is not Realis.PLANNED:
        return None
    is_same = view.sentence_at[told[-1].match.start] == view.sentence_at[match.start]
    return told[-1] if is_same else None


def _same_day(view: DocumentView, match: Match, told: list[Event]) -> TimeSpan | None:
    """The day of the event before, for "On the same day, Li also met Sol"."""
    start, end = view.sentences[view.sentence_at[match.start]]
    if "the same day" not in view.words(start, end):
        return None
    return next((event.time for event in reversed(told) if event.time is not None), None)


def _participants_before(told: list[Event]) -> tuple[int, ...]:
    """The sides of the event told last, for "they" and "the two leaders"."""
    for event in reversed(told):
        sides = tuple(part.chain for part in event.parts if part.participation in MAIN and not part.is_place)
        if len(sides) > 1:
            return sides
    return ()


def _hosts_before(told: list[Event]) -> tuple[int, ...]:
    """Whoever received in the event told last that had a host."""
    for event in reversed(told):
        hosts = tuple(part.chain for part in event.parts if part.participation is Participation.HOST)
        if hosts:
            return hosts
    return ()


def _quote_of(view: DocumentView, match: Match, quotes: tuple[SpokenQuote, ...]) -> SpokenQuote | None:
    position = view.doc[match.start].idx
    return next((quote for quote in quotes if quote.start <= position < quote.end), None)


def _is_enough(match: Match, slots: Slots, parts: tuple[Part, ...]) -> bool:
    """Two participants make a meeting, one of them unnamed at most; a visit needs a visitor and where or to whom."""
    if match.trigger.frame in _VISITS:
        has_visitor = any(part.participation is Participation.VISITOR for part in parts)
        return has_visitor and (slots.place is not None or len(parts) > 1)
    if match.trigger.frame is Frame.ATTEND:
        return bool(parts)
    if match.trigger.frame is Frame.MEDIATE:
        return sum(part.participation is Participation.SOURCE for part in parts) > 1
    if match.trigger.host is not None:
        roles = {part.participation for part in parts}
        return {Participation.HOST, Participation.VISITOR} <= roles
    return len(parts) > 1 or (len(parts) == 1 and slots.has_unnamed and match.trigger.frame is Frame.BETWEEN)


def _mode_told(match: Match, parts: tuple[Part, ...], told: list[Event]) -> str | None:
    """The mode of the event before, where "A and B discussed" goes on with the call or meeting of the same two."""
    if match.trigger.frame is not Frame.SUBJ_ONLY or not match.trigger.is_vague or not told:
        return None
    same = {part.chain for part in parts} == {part.chain for part in told[-1].parts}
    return told[-1].mode if same else None


def _mode(view: DocumentView, match: Match, slots: Slots, place: Phrase | None, bounds: tuple[int, int]) -> str:
    """The trigger's mode, unless the words around it say by phone, or a conversation has a place."""
    words = set(view.lower[match.start : max(slots.end, bounds[1])])
    if match.trigger.mode == "meeting" and words & _PHONE_WORDS:
        return "phone"
    if match.trigger.frame is Frame.SPEAK and place is not None and not words & _PHONE_WORDS:
        return "meeting"
    return match.trigger.mode


def _confidence(match: Match, parts: tuple[Part, ...]) -> float:
    sureness = min((part.confidence for part in parts), default=0.5)
    alone = _ALONE if len(parts) == 1 and match.trigger.frame not in (*_VISITS, Frame.ATTEND) else 1.0
    return match.trigger.confidence * sureness * alone
