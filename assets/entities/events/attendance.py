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


def meeting_meant(view: DocumentView, told: Sequence[Event], sides: Collection[int], at: int) -> Event | None:
    """The meeting of these sides, all or some, that is told again at a token: of those before the one told most."""
    return told_most(
        view, [event for event in told if _is_meeting(event) and set(sides) <= {part.chain for part in event.parts}], at
    )


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


def _is_meeting(event: Event) -> bool:
    is_held = event.mode in ("meeting", "third_party") and event.realis in (Realis.ASSERTED, Realis.PLANNED)
    return is_held and sum(part.participation in MAIN for part in event.parts) > 1


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
