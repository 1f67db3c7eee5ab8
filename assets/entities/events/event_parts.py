"""Events of a document before they become rows: what happened, who took part, and which words say so."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from assets.entities.events.event_circumstances import is_country
from assets.entities.events.event_frames import Slots
from assets.entities.events.event_lexicon import Frame, Match
from assets.entities.sentences.coreference import chain_of, person_before
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.times.times import TimeSpan
from warehouse.tables.entities import Participation, Realis

_VISITS = (Frame.VISIT, Frame.ARRIVE, Frame.VISIT_OF, Frame.VISIT_NOUN)
_UNSURE = {PhraseKind.PRONOUN: 0.15, PhraseKind.POSSESSIVE: 0.15, PhraseKind.PLACE: 0.1, PhraseKind.BODY: 0.1}


@dataclass(frozen=True)
class Part:
    """One participant: its chain, the part it has, and the token span that names it."""

    chain: int
    participation: Participation
    mention: tuple[int, int]
    confidence: float


@dataclass(frozen=True)
class Event:
    """An event as one sentence tells it."""

    match: Match
    parts: tuple[Part, ...]
    realis: Realis
    mode: str
    time: TimeSpan | None = None
    place: Phrase | None = None
    attributed_to: int | None = None
    confidence: float = 0.5
    unnamed: bool = field(default=False)


def parts_of(
    view: DocumentView, match: Match, slots: Slots, speaker: int | None, told: tuple[int, ...]
) -> tuple[Part, ...]:
    """Participants of an event with their parts.

    ``speaker`` is whom "I" means, ``told`` are the participants of the event told before, whom "they" means.
    """
    frame, host = match.trigger.frame, match.trigger.host
    first, second = _participations(frame, host)
    receiving = [phrase for phrase in slots.objects if _may_take_part(view, frame, phrase)]
    objects = list(_resolved(view, receiving, second, speaker, told, ()))
    named = {part.chain for part in objects}
    subjects = list(_resolved(view, slots.subjects, first, speaker, told, named))
    if slots.is_of_program:
        subjects = list(_resolved(view, _owner(view, match, named), first, speaker, told, named))
    hosts = list(_host_country(view, slots)) if frame in _VISITS else []
    return _distinct([*subjects, *hosts, *objects])


def _may_take_part(view: DocumentView, frame: Frame, phrase: Phrase) -> bool:
    """False for the cities of a visit: countries visited receive the visitor, cities are only places."""
    return frame not in _VISITS or phrase.kind is not PhraseKind.PLACE or is_country(view, phrase)


def _owner(view: DocumentView, match: Match, excluded: Iterable[int]) -> list[Phrase]:
    person = person_before(view, match.start, tuple(excluded))
    return [person] if person is not None else []


def _participations(frame: Frame, host: str | None) -> tuple[Participation, Participation]:
    """Parts of subjects and of objects."""
    if frame in _VISITS:
        return Participation.VISITOR, Participation.HOST
    if frame is Frame.ATTEND:
        return Participation.ATTENDEE, Participation.SOURCE
    if frame is Frame.MEDIATE:
        return Participation.MEDIATOR, Participation.SOURCE
    if host == "subject":
        return Participation.HOST, Participation.VISITOR
    if host == "object":
        return Participation.VISITOR, Participation.HOST
    return Participation.SOURCE, Participation.SOURCE


def _resolved(
    view: DocumentView,
    phrases: Iterable[Phrase],
    participation: Participation,
    speaker: int | None,
    told: tuple[int, ...],
    excluded: Iterable[int],
) -> Iterable[Part]:
    for phrase in phrases:
        word = view.lower[phrase.start]
        confidence = 1.0 - _UNSURE.get(phrase.kind, 0.0)
        if phrase.kind in (PhraseKind.PRONOUN, PhraseKind.POSSESSIVE) and word in ("i", "we", "my", "our"):
            if speaker is not None:
                yield Part(speaker, participation, _mention_near(view, speaker, phrase.start), confidence)
        elif phrase.kind is PhraseKind.PRONOUN and word == "they":
            for chain in told:
                yield Part(chain, participation, _mention_near(view, chain, phrase.start), confidence)
        else:
            found = chain_of(view, phrase, tuple(excluded))
            if found is not None:
                mention = found[1].mention or _mention_near(view, found[0], phrase.start)
                yield Part(found[0], participation, mention, confidence)


def _mention_near(view: DocumentView, chain: int, index: int) -> tuple[int, int]:
    """The mention of a chain nearest to a token, of those before it when there are any."""
    mentions: tuple[tuple[int, int], ...] = view.doc._.chains[chain].mentions
    before = [mention for mention in mentions if mention[0] <= index]
    return before[-1] if before else mentions[0]


def mention_near(view: DocumentView, chain: int, index: int) -> tuple[int, int]:
    """The mention of a chain nearest before a token, else its first."""
    return _mention_near(view, chain, index)


def _host_country(view: DocumentView, slots: Slots) -> Iterable[Part]:
    """The country visited receives the visitor; a city is only the place."""
    place = slots.place
    if place is not None and place.chain is not None and place.mention and is_country(view, place):
        yield Part(place.chain, Participation.HOST, place.mention, 0.8)


def _distinct(parts: list[Part]) -> tuple[Part, ...]:
    """One part per chain, the first that the sentence gives it."""
    kept: dict[int, Part] = {}
    for part in parts:
        kept.setdefault(part.chain, part)
    return tuple(kept.values())
