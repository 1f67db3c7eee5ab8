"""Events that a document tells: meetings, visits, calls, talks, summits, sentence by sentence."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from assets.entities.events.attendance import ATTENDANCE, attendance
from assets.entities.events.event_circumstances import attribution_of, place_of, time_of
from assets.entities.events.event_frames import Slots, slots_of
from assets.entities.events.event_lexicon import Frame, Match, matches
from assets.entities.events.event_parts import Event, Part, parts_of
from assets.entities.events.realis import realis_of
from assets.entities.quotes.quotes import SpokenQuote, spoken_quotes
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import word_set
from assets.entities.sentences.phrases import Phrase
from assets.entities.times.times import Resolution, resolve
from warehouse.keys import stable_id
from warehouse.tables.entities import EventArgument, EventMention, Grain, Participation, Realis, TimeBasis

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext

_PHONE_WORDS = word_set("phone telephone telephonic videoconference teleconference")
_VISITS = (Frame.VISIT, Frame.ARRIVE, Frame.VISIT_OF, Frame.VISIT_NOUN)
_CLAUSE_OPENERS = word_set("which who whose where while because although that ;")
_VAGUE = 0.6  # confidence of triggers that name no kind of meeting: "discussed", "exchanged views"
_ALONE = 0.6  # only one side is named: "met with senior officials"
_AFTER_OTHER = re.compile(r"\b(?:ahead of|after|before|following|prior to)\b[^,]*$")
_UNDATED = Resolution(None, None, Grain.DAY, TimeBasis.UNRESOLVED)


def event_rows(doc: "Doc", context: "DocumentContext") -> tuple[list[EventMention], list[EventArgument]]:
    """One row per event as one sentence tells it, and one per participant of each."""
    view = DocumentView(doc)
    mentions: dict[str, EventMention] = {}
    arguments: dict[tuple[str, str], EventArgument] = {}
    for event in events_of(view):
        mention = _mention(view, event, context)
        if mention.event_mention_id in mentions:
            continue
        mentions[mention.event_mention_id] = mention
        for part in event.parts:
            argument = _argument(view, mention.event_mention_id, part, context)
            arguments.setdefault((argument.event_mention_id, argument.chain_id), argument)
    return list(mentions.values()), list(arguments.values())


def events_of(view: DocumentView) -> list[Event]:
    """Events of a document in the order of their triggers."""
    quotes = spoken_quotes(view)
    told: list[Event] = []
    for start, end in view.sentences:
        told += _events_of_sentence(view, start, end, told, quotes)
    return told


def _events_of_sentence(
    view: DocumentView, start: int, end: int, told: list[Event], quotes: list[SpokenQuote]
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
            found.append(event)
    return found


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
    quotes: list[SpokenQuote],
) -> Event | None:
    speaker = _speaker(view, match, quotes)
    parts = parts_of(view, match, slots, speaker, _participants_before(told))
    if not _is_enough(match, slots, parts):
        return None
    place = place_of(view, match, slots, bounds)
    attributed_to = speaker if view.quotation_of(match.start) else attribution_of(view, match, slots)
    return Event(
        match=match,
        parts=parts,
        realis=realis_of(view, match, slots, _planned_before(view, match, told)),
        mode=_mode_told(match, parts, told) or _mode(view, match, slots, place, bounds),
        time=time_of(view, match, slots, (max(bounds[0], match.start), bounds[1]))
        or time_of(view, match, slots, bounds),
        place=place,
        attributed_to=attributed_to,
        confidence=_confidence(match, parts),
    )


def _planned_before(view: DocumentView, match: Match, told: list[Event]) -> int | None:
    """End of the trigger of a planned event earlier in the same sentence: "to be received by X, followed by talks with Y"."""
    if not told or told[-1].realis is not Realis.PLANNED:
        return None
    last = told[-1].match
    return last.end if view.sentence_at[last.start] == view.sentence_at[match.start] else None


def _participants_before(told: list[Event]) -> tuple[int, ...]:
    return (
        tuple(part.chain for part in told[-1].parts if part.participation is not Participation.ATTENDEE) if told else ()
    )


def _speaker(view: DocumentView, match: Match, quotes: list[SpokenQuote]) -> int | None:
    position = view.doc[match.start].idx
    return next((quote.chain for quote in quotes if quote.start <= position < quote.end), None)


def _is_enough(match: Match, slots: Slots, parts: tuple[Part, ...]) -> bool:
    """Two participants make a meeting, one of them unnamed at most; a visit needs a visitor and where or to whom."""
    if match.trigger.frame in _VISITS:
        has_visitor = any(part.participation is Participation.VISITOR for part in parts)
        return has_visitor and (slots.place is not None or len(parts) > 1)
    if match.trigger.frame is Frame.ATTEND:
        return bool(parts)
    if match.trigger.frame is Frame.MEDIATE:
        return sum(part.participation is Participation.SOURCE for part in parts) > 1
    is_two_sided = bool(slots.subjects) or match.trigger.frame is Frame.BETWEEN
    return len(parts) > 1 or (len(parts) == 1 and slots.has_unnamed and is_two_sided)


def _mode_told(match: Match, parts: tuple[Part, ...], told: list[Event]) -> str | None:
    """The mode of the event before, where "A and B discussed" goes on with the call or meeting of the same two."""
    if match.trigger.frame is not Frame.SUBJ_ONLY or match.trigger.confidence > _VAGUE or not told:
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
    return round(match.trigger.confidence * sureness * alone, 2)


def _mention(view: DocumentView, event: Event, context: "DocumentContext") -> EventMention:
    doc, match = view.doc, event.match
    sentence = _sentence_span(view, match)
    trigger = doc[match.start : match.end]
    trigger_start, trigger_end = context.raw_span(trigger.start_char, trigger.end_char)
    raw_start, raw_end = context.raw_span(*sentence)
    resolution = resolve(event.time, context.published_on, context.dateline_on) if event.time else _UNDATED
    date_start, date_end = context.raw_span(event.time.start, event.time.end) if event.time else (None, None)
    attributed = doc._.chains[event.attributed_to] if event.attributed_to is not None else None
    return EventMention(
        event_mention_id=stable_id(context.document_id, "event", trigger_start, trigger_end, match.trigger.plover_type),
        document_id=context.document_id,
        plover_type=match.trigger.plover_type,
        mode=event.mode,
        realis=_realis(event, resolution, context),
        trigger_text=trigger.text,
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        sentence_text=doc.text[sentence[0] : sentence[1]],
        start_char=sentence[0],
        end_char=sentence[1],
        raw_start=raw_start,
        raw_end=raw_end,
        start_on=resolution.start_on,
        end_on=resolution.end_on,
        date_basis=resolution.basis,
        date_start=date_start,
        date_end=date_end,
        place_text=_text(view, event.place),
        place_mention_id=_place_mention_id(view, event.place, context),
        attributed_to_chain_id=context.chain_id(attributed, doc) if attributed is not None else None,
        confidence=event.confidence,
    )


def _realis(event: Event, resolution: Resolution, context: "DocumentContext") -> Realis:
    """An event told as held on a day still to come is planned: "Xi meets Biden next Wednesday"."""
    reference = context.dateline_on or context.published_on
    if event.realis is Realis.ASSERTED and reference and resolution.start_on and resolution.start_on > reference:
        return Realis.PLANNED
    return event.realis


def _sentence_span(view: DocumentView, match: Match) -> tuple[int, int]:
    """Characters of the sentence without the white space around it."""
    start, end = view.sentences[view.sentence_at[match.start]]
    while start < end - 1 and view.doc[start].is_space:
        start += 1
    while end > start + 1 and view.doc[end - 1].is_space:
        end -= 1
    return view.doc[start].idx, view.doc[end - 1].idx + len(view.doc[end - 1])


def _text(view: DocumentView, place: Phrase | None) -> str | None:
    return view.doc[place.start : place.end].text if place is not None else None


def _place_mention_id(view: DocumentView, place: Phrase | None, context: "DocumentContext") -> str | None:
    if place is None or place.mention is None:
        return None
    return next(
        (context.mention_id(ent) for ent in view.doc.ents if (ent.start, ent.end) == place.mention),
        None,
    )


def _argument(view: DocumentView, event_mention_id: str, part: Part, context: "DocumentContext") -> EventArgument:
    doc = view.doc
    return EventArgument(
        event_mention_id=event_mention_id,
        chain_id=context.chain_id(doc._.chains[part.chain], doc),
        participation=part.participation,
        mention_id=_ent_mention_id(view, part.mention, context),
        confidence=round(part.confidence, 2),
    )


def _ent_mention_id(view: DocumentView, mention: tuple[int, int], context: "DocumentContext") -> str:
    matching: Iterable[str] = (context.mention_id(ent) for ent in view.doc.ents if (ent.start, ent.end) == mention)
    found = next(iter(matching), None)
    if found is None:
        raise ValueError(f"chain mention at tokens {mention} is no entity of the document: chains must span doc.ents")
    return found
