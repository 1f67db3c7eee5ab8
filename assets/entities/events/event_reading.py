"""Events read sentence by sentence: triggers, who took part, and what the sentence says of them."""

import re
from dataclasses import replace

from assets.entities.events.act_lexicon import acts_of
from assets.entities.events.attendance import ATTENDANCE, attendance
from assets.entities.events.attribution import with_attribution
from assets.entities.events.company import with_company
from assets.entities.events.event_circumstances import attribution_of, place_of, time_of
from assets.entities.events.event_confidence import Evidence
from assets.entities.events.event_frames import slots_of
from assets.entities.events.event_lexicon import ACTS, VISITS, Frame, Match, matches
from assets.entities.events.event_parts import Event, Known, Part, parts_of
from assets.entities.events.event_slots import MAIN, Slots
from assets.entities.events.hosting import with_hosts
from assets.entities.events.implied_targets import with_implied_targets
from assets.entities.events.main_act import main_acts, with_main
from assets.entities.events.merged_events import event_of, merged, with_sides
from assets.entities.events.realis import is_purpose, realis_of
from assets.entities.events.seen_events import LEAST, Seen, match_of, seen_events
from assets.entities.events.told_as import settled
from assets.entities.events.told_twice import without_repeats
from assets.entities.events.unlisted import speakers_of_meetings
from assets.entities.quotes.quotes import SpokenQuote, quotes_around, spoken_quotes
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase
from assets.entities.times.times import TimeSpan
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType, Realis

_PHONE_WORDS = word_set("phone telephone telephonic videoconference teleconference")
_PHONE, _SPOKEN = "phone", frozenset({"phone", "meeting"})  # modes
_TALKS = re.compile(r"\b(?:talks?|talked|talking|conversations?|discussions?|spoke)\b")
_CLAUSE_OPENERS = word_set("which who whose where while because although that ;")
LEAST_CONFIDENCE, LEAST_BELOW_LEAD = 0.5, 0.65  # half of what is less sure is wrong
LEAD = 5  # sentences
LEAST_BESIDE_MAIN = 0.6  # of what is told beside the main act of its sentence, which is wrong more often than it seems
_BEFORE = 60  # events told before, of which "they" and "the meeting" may speak
_OPENING = 3  # sentences above the report that it sums up
_PURPOSE = 0.7  # "travelled to Kyiv to meet Sol": told as what for, not as done
_ALONE = 0.6  # one side has no chain: "talks between the Government and the Front"
_AFTER_OTHER = re.compile(r"\b(?:ahead of|after|before|following|prior to)\b[^,]*$")


def events_of(view: DocumentView) -> list[Event]:
    """Events of a document in the order of their triggers."""
    quotes = spoken_quotes(view)
    told: list[Event] = []
    for sentence in view.sentences:
        told += _told_in(view, sentence, told, quotes)
    told = _with_opening(view, told, quotes)
    told = with_attribution(view, with_company(view, with_hosts(view, told)))
    told += speakers_of_meetings(view, quotes, told)
    kept = [event for event in told if event.confidence >= _least(view, event)]
    read = with_main(view, with_implied_targets(view, sorted(kept, key=lambda event: event.match.start)))
    return [event for event in read if event.is_main or event.confidence >= LEAST_BESIDE_MAIN]


def _least(view: DocumentView, event: Event) -> float:
    """Confidence from which an event is told: in the lead, which tells the news, more likely right than wrong."""
    return LEAST_CONFIDENCE if view.sentence_at[event.match.start] < LEAD else LEAST_BELOW_LEAD


def _told_in(
    view: DocumentView, sentence: tuple[int, int], before: list[Event], quotes: tuple[SpokenQuote, ...]
) -> list[Event]:
    """The events of a sentence, after those told before."""
    told, first = list(before), len(before)
    seen = {one.token: one for one in seen_events(view, *sentence)}
    _tell_listed(view, sentence, seen, told, quotes)
    _tell_seen(view, seen, told, quotes)
    read = settled(view, sorted(told[first:], key=lambda event: event.match.start), told[:first])
    return without_repeats(view, main_acts(view, sentence, read))


def _with_opening(view: DocumentView, told: list[Event], quotes: tuple[SpokenQuote, ...]) -> list[Event]:
    """The events, those above the first meeting read again with it: "Both ministers agreed", says the line on top."""
    meeting = next((event for event in told if sum(part.participation in MAIN for part in event.parts) > 1), None)
    start = view.sentence_of(meeting.match.start)[0] if meeting is not None else 0
    opening = [sentence for sentence in view.sentences[: _OPENING + 1] if sentence[0] < start]
    if meeting is None or len(opening) > _OPENING:
        return told
    again: list[Event] = []
    for sentence in opening:
        again += _told_in(view, sentence, [meeting, *again], quotes)
    return again + [event for event in told if event.match.start >= start]


def _tell_listed(
    view: DocumentView,
    sentence: tuple[int, int],
    seen: dict[int, Seen],
    told: list[Event],
    quotes: tuple[SpokenQuote, ...],
) -> None:
    """Add the events of a sentence that the lexicon tells, with what the encoder sees of them, which leaves ``seen``."""
    read = _read_matches(view, _matches(view, *sentence))
    first = len(told)
    for number, (match, slots) in enumerate(read):
        bounds = _bounds(view, read, number, *sentence)
        is_attendance = match.trigger.frame in ATTENDANCE
        event = (
            _attendance(view, match, told, bounds)
            if is_attendance
            else _event(view, match, slots, bounds, told, quotes)
        )
        if event is None:
            continue
        if len(told) > first and _is_same_talk(told[-1], event):
            told.pop()
        same = [seen.pop(token) for token in range(match.start, match.end) if token in seen]
        if same and not is_attendance:
            listed = event.plover_type
            best = max(same, key=lambda one: (one.plover_type is listed, one.probability))
            event = merged(view, event, best, _known(view, event.match, told, quotes))
        told.append(event)


def _tell_seen(view: DocumentView, seen: dict[int, Seen], told: list[Event], quotes: tuple[SpokenQuote, ...]) -> None:
    """Add the events of a sentence that only the encoder sees."""
    for one in seen.values():
        if one.probability >= LEAST:
            quote = quote_at(view, one.token, quotes)
            event = event_of(view, one, _known(view, match_of(one), told, quotes))
            told.append(replace(with_sides(view, event, told[-_BEFORE:]), quote=quote))


def _known(view: DocumentView, match: Match, told: list[Event], quotes: tuple[SpokenQuote, ...]) -> Known:
    quote = quote_at(view, match.start, quotes)
    is_talk = match.trigger.plover_type is PloverType.CONSULT
    return Known(quote.chain if quote else None, _hosts_before(told), tuple(told[-_BEFORE:]), is_talk)


def _matches(view: DocumentView, start: int, end: int) -> list[Match]:
    """Matches of the whole lexicon in a sentence, by place, the longer first."""
    acts = acts_of(view.doc)
    found = matches(view, start, end)
    found += [match for token in range(start, end) for match in acts.get(token, ()) if match.end <= end]
    return sorted(found, key=lambda match: (match.start, -match.end))


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
    time, place = time_of(view, match, bounds), place_of(view, match, slots, bounds)
    if match.trigger.frame is Frame.REFER and time is None and place is None:
        return None
    return replace(event, time=time, place=place, attributed_to=None)


def _event(
    view: DocumentView,
    match: Match,
    slots: Slots,
    bounds: tuple[int, int],
    told: list[Event],
    quotes: tuple[SpokenQuote, ...],
) -> Event | None:
    quote = quote_at(view, match.start, quotes)
    speaker = quote.chain if quote else None
    parts = parts_of(view, match, slots, _known(view, match, told, quotes))
    if not _is_enough(match, slots, parts):
        return None
    place = place_of(view, match, slots, bounds)
    time = time_of(view, match, (max(bounds[0], match.start), bounds[1])) or time_of(view, match, bounds)
    planned = _planned_before(view, match, told)
    realis = realis_of(view, match, slots, planned.match.end if planned else None)
    if planned is not None and realis is Realis.PLANNED and match.trigger.frame not in VISITS:
        time, place = time or planned.time, place or planned.place
    mode = (_mode_told(view, match, parts, told) if place is None else None) or _mode(view, match, slots, place, bounds)
    if mode == _PHONE:  # "met Sol in Lima and held a video call with Rey": Lima is the meeting's
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
        evidence=Evidence(listed=_confidence(match, parts) * (_PURPOSE if is_purpose(view, match, slots) else 1.0)),
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
    start, end = view.sentence_of(match.start)
    if "the same day" not in view.words(start, end):
        return None
    return next((event.time for event in reversed(told) if event.time is not None), None)


def _hosts_before(told: list[Event]) -> tuple[int, ...]:
    """Whoever received in the event told last that had a host."""
    for event in reversed(told):
        hosts = tuple(part.chain for part in event.parts if part.participation is Participation.HOST)
        if hosts:
            return hosts
    return ()


def quote_at(view: DocumentView, token: int, quotes: tuple[SpokenQuote, ...]) -> SpokenQuote | None:
    """The innermost quotation in which a token stands."""
    return next(iter(quotes_around(view, token, quotes)), None)


def _is_enough(match: Match, slots: Slots, parts: tuple[Part, ...]) -> bool:
    """Two participants make a meeting, one of them unnamed at most; a visit needs a visitor and where or to whom."""
    if match.trigger.frame in VISITS:
        has_visitor = any(part.participation is Participation.VISITOR for part in parts)
        return has_visitor and (slots.place is not None or len(parts) > 1)
    if match.trigger.frame is Frame.ATTEND or match.trigger.frame in ACTS:
        return bool(parts)
    if match.trigger.frame is Frame.MEDIATE:
        return sum(part.participation is Participation.SOURCE for part in parts) > 1
    if match.trigger.host is not None:
        roles = {part.participation for part in parts}
        return {Participation.HOST, Participation.VISITOR} <= roles
    return len(parts) > 1 or (len(parts) == 1 and slots.has_unnamed and match.trigger.frame is Frame.BETWEEN)


def _mode_told(view: DocumentView, match: Match, parts: tuple[Part, ...], told: list[Event]) -> str | None:
    """The mode of the event before, where "A and B discussed" or "in the talks with B" goes on with the same two's call."""
    chains = {part.chain for part in parts}
    if match.trigger.frame is Frame.SUBJ_ONLY and match.trigger.is_vague and told:
        is_same = chains == {part.chain for part in told[-1].parts}
        return told[-1].mode if is_same and told[-1].plover_type is match.trigger.plover_type else None
    if len(chains) > 1 and _TALKS.search(view.words(match.start, match.end)):
        same = (one for one in reversed(told) if chains <= {part.chain for part in one.parts} and one.mode in _SPOKEN)
        return _PHONE if (before := next(same, None)) and before.mode == _PHONE else None
    return None


def _mode(view: DocumentView, match: Match, slots: Slots, place: Phrase | None, bounds: tuple[int, int]) -> str:
    """The trigger's mode, unless the words around it say by phone, or a conversation has a place."""
    words = set(view.lower[match.start : max(slots.end, bounds[1])])
    if match.trigger.mode == "meeting" and words & _PHONE_WORDS:
        return _PHONE
    if match.trigger.frame is Frame.SPEAK and place is not None and not words & _PHONE_WORDS:
        return "meeting"
    return match.trigger.mode


def _confidence(match: Match, parts: tuple[Part, ...]) -> float:
    sureness = min((part.confidence for part in parts), default=0.5)
    alone = _ALONE if len(parts) == 1 and match.trigger.frame not in (*VISITS, *ACTS, Frame.ATTEND) else 1.0
    return match.trigger.confidence * sureness * alone
