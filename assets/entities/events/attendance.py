"""Sentences that tell who else was at the meeting just told: "The meeting was attended by ...", "... were present"."""

from collections.abc import Collection, Sequence

from assets.entities.coreference.antecedents import mention_near
from assets.entities.events.event_confidence import Evidence
from assets.entities.events.event_lexicon import Frame, Match
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.event_slots import MAIN
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import PhraseKind
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, Realis

ATTENDANCE = (Frame.ATTENDED_BY, Frame.PRESENT, Frame.DELEGATION, Frame.REFER)
_MEETING_WORDS = word_set(
    "meeting meetings talks conversation conversations dialogue encounter audience event summit session"
)
MEETINGS = ("meeting", "third_party")
MULTILATERAL = "multilateral"
NEAR = 2.5  # as many tellings is one in the sentence before worth
_SUMMITS = frozenset({"summit", "conference", "forum", "assembly"})


def attendance(view: DocumentView, match: Match, told: list[Event]) -> Event | None:
    """The event told before, with those whom this sentence names as present; None when there is none to add to."""
    meeting = meeting_told(told)
    if meeting is None or not _is_about_meeting(view, match):
        return None
    attendees = [] if match.trigger.frame is Frame.REFER else _attendees(view, match)
    mains = [part for part in meeting.parts if part.participation in MAIN]
    known = {part.chain for part in mains}
    attendees = [part for part in attendees if part.chain not in known]
    if not attendees and match.trigger.frame is not Frame.REFER:
        return None
    index = match.start
    parts = [Part(part.chain, part.participation, mention_near(view, part.chain, index), 0.6) for part in mains]
    return Event(
        match, (*parts, *attendees), meeting.realis, meeting.mode, evidence=Evidence(listed=match.trigger.confidence)
    )


def meeting_told(told: Sequence[Event]) -> Event | None:
    """The nearest event before that was a meeting of at least two sides."""
    return next((event for event in reversed(told) if _is_meeting(event)), None)


def meeting_meant(
    view: DocumentView, told: Sequence[Event], sides: Collection[int], event: Event, modes: Collection[str]
) -> Event | None:
    """The meeting of these sides, all or some, that an event tells again: of those of some modes the one told most.

    A side that is a country or its ministry is that of its minister.
    """
    meetings = (
        one for one in told if _is_meeting(one, modes) and _are_sides(view, sides, one) and not _is_of_one(view, one)
    )
    return told_most(view, list(meetings), event.match.start)


def stands_for(view: DocumentView, one: int, other: int) -> bool:
    """True for two chains of whom one speaks for the other: the same, or a country or ministry and its minister."""
    first, second = (view.doc._.chains[chain] for chain in (one, other))
    return one == other or (
        first.country_id == second.country_id is not None and "PERSON" in {first.label, second.label}
    )


def _is_of_one(view: DocumentView, event: Event) -> bool:
    """True for a country and its own envoy: who meets is somebody else."""
    mains = [part.chain for part in event.parts if part.participation in MAIN]
    return (
        len(mains) > 1
        and all(stands_for(view, mains[0], one) for one in mains[1:])
        and not all(view.doc._.chains[one].label == "PERSON" for one in mains)
    )


def _are_sides(view: DocumentView, sides: Collection[int], event: Event) -> bool:
    return all(any(stands_for(view, side, part.chain) for part in event.parts) for side in sides)


def told_most(view: DocumentView, meetings: Sequence[Event], at: int) -> Event | None:
    """Of the meetings told before a token the last telling of the one told most, those just before counting more."""
    weights: dict[frozenset[int], float] = {}
    last: dict[frozenset[int], Event] = {}
    for event in meetings:
        key = frozenset(part.chain for part in event.parts if part.participation in MAIN)
        is_near = view.sentence_at[at] - view.sentence_at[event.match.start] <= 1
        weights[key] = weights.get(key, 0.0) + (NEAR if is_near else 1.0)
        last[key] = event
    best = max(weights, key=lambda key: (weights[key], last[key].match.start), default=None)
    return last[best] if best is not None else None


def _is_meeting(event: Event, modes: Collection[str] = MEETINGS) -> bool:
    is_held = event.mode in modes and event.realis in (Realis.ASSERTED, Realis.PLANNED)
    least = 1 if event.mode == MULTILATERAL else 2
    return is_held and sum(part.participation in MAIN for part in event.parts) >= least


def _is_about_meeting(view: DocumentView, match: Match) -> bool:
    """True when the sentence speaks of "the meeting", or of a delegation; "attended by" needs it as its subject."""
    start, end = view.sentence_of(match.start)
    if match.trigger.frame is Frame.DELEGATION:
        return True
    if match.trigger.frame is Frame.REFER:
        return _has_article(view, match, start)
    if match.trigger.frame is Frame.PRESENT and any(
        word in ("present",) for word in view.lower[match.start : match.end]
    ):
        return _is_short_of_other_places(view, start, end)
    return bool(_MEETING_WORDS.intersection(view.lower[start:end])) and not _SUMMITS.intersection(
        view.lower[start : match.start]
    )


def _has_article(view: DocumentView, match: Match, start: int) -> bool:
    return any(view.lower[index] in ("the", "this") for index in range(max(start, match.start - 4), match.start))


def _is_short_of_other_places(view: DocumentView, start: int, end: int) -> bool:
    """True when somebody was present at the meeting or nowhere named: "present at the ceremony" is something else."""
    words = set(view.lower[start:end])
    return bool(words & _MEETING_WORDS) or not words & {
        "ceremony",
        "conference",
        "parade",
        "funeral",
        "inauguration",
        "market",
    }


def _attendees(view: DocumentView, match: Match) -> list[Part]:
    """Everybody whom the sentence names outside quotations; for "attended by" and delegations only after the trigger."""
    start, end = view.sentence_of(match.start)
    first = match.end if match.trigger.frame in (Frame.ATTENDED_BY, Frame.DELEGATION) else start
    found: dict[int, Part] = {}
    for phrase in view.phrases_between(first, end):
        inside = view.quotation_of(phrase.start) is None
        is_person = phrase.kind in (PhraseKind.PERSON, PhraseKind.TITLE) and phrase.chain is not None
        if inside and is_person and phrase.chain is not None:
            mention = phrase.mention or mention_near(view, phrase.chain, phrase.start)
            found.setdefault(phrase.chain, Part(phrase.chain, Participation.ATTENDEE, mention, 0.9))
    return list(found.values())
