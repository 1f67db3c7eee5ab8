"""Events of a document before they become rows: what happened, who took part, and which words say so."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assets.entities.coreference.antecedents import chain_of, person_before
from assets.entities.events.event_circumstances import is_country
from assets.entities.events.event_lexicon import Frame, Match
from assets.entities.events.event_slots import Slots
from assets.entities.events.governments import government
from assets.entities.quotes.quotes import SpokenQuote
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind, is_pair
from assets.entities.times.times import TimeSpan
from warehouse.tables.entities import Participation, Realis

_VISITS = (Frame.VISIT, Frame.ARRIVE, Frame.VISIT_OF, Frame.VISIT_NOUN)
_SURE_OF_GOVERNMENT = 0.6
MAIN = (Participation.SOURCE, Participation.HOST, Participation.VISITOR)  # those between whom an event took place
_UNSURE = {PhraseKind.PRONOUN: 0.15, PhraseKind.POSSESSIVE: 0.15, PhraseKind.PLACE: 0.1, PhraseKind.BODY: 0.1}


@dataclass(frozen=True)
class Part:
    """One participant: its chain, the part it has, and the token span that names it."""

    chain: int
    participation: Participation
    mention: tuple[int, int]
    confidence: float
    is_place: bool = False  # the country that receives a visitor


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
    quote: SpokenQuote | None = None  # the quotation that tells it


@dataclass(frozen=True)
class Known:
    """Whom words without a name mean."""

    speaker: int | None = None  # "I"
    sides: tuple[int, ...] = ()  # "they", "the two leaders": the sides of the event told before
    hosts: tuple[int, ...] = ()  # who received in it, whose is "the Government"


def parts_of(view: DocumentView, match: Match, slots: Slots, known: Known) -> tuple[Part, ...]:
    """Participants of an event with their parts."""
    frame, host = match.trigger.frame, match.trigger.host
    first, second = _participations(frame, host)
    receiving = [phrase for phrase in slots.objects if _may_take_part(view, frame, phrase)]
    objects = list(_resolved(view, receiving, second, known, ()))
    named = {part.chain for part in objects}
    subjects = list(_resolved(view, slots.subjects, first, known, named))
    if slots.is_of_program:
        subjects = list(_resolved(view, _owner(view, match, named), first, known, named))
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
    phrases: Sequence[Phrase],
    participation: Participation,
    known: Known,
    excluded: Iterable[int],
) -> Iterable[Part]:
    for phrase in phrases:
        word = view.lower[phrase.start]
        confidence = 1.0 - _UNSURE.get(phrase.kind, 0.0)
        if phrase.kind in (PhraseKind.PRONOUN, PhraseKind.POSSESSIVE) and word in ("i", "we", "my", "our"):
            if known.speaker is not None:
                yield Part(known.speaker, participation, mention_near(view, known.speaker, phrase.start), confidence)
        elif (phrase.kind is PhraseKind.PRONOUN and word == "they") or _is_pair_told(view, phrase):
            for chain in known.sides:
                yield Part(chain, participation, mention_near(view, chain, phrase.start), confidence)
        elif view.lower[phrase.start : phrase.end] == ["the", "government"]:
            others = [one.chain for one in phrases if one.chain is not None]
            country = government(view, others, known.hosts)
            if country is not None:
                yield Part(country, participation, mention_near(view, country, phrase.start), _SURE_OF_GOVERNMENT)
        else:
            found = chain_of(view, phrase, tuple(excluded))
            if found is not None:
                mention = found[1].mention or mention_near(view, found[0], phrase.start)
                yield Part(found[0], participation, mention, confidence)


def _is_pair_told(view: DocumentView, phrase: Phrase) -> bool:
    words = view.lower[phrase.start : phrase.end]
    return phrase.kind is PhraseKind.GROUP and phrase.chain is None and is_pair(words)


def mention_near(view: DocumentView, chain: int, index: int) -> tuple[int, int]:
    """The mention of a chain nearest before a token, else its first."""
    mentions: tuple[tuple[int, int], ...] = view.doc._.chains[chain].mentions
    before = [mention for mention in mentions if mention[0] <= index]
    return before[-1] if before else mentions[0]


def _host_country(view: DocumentView, slots: Slots) -> Iterable[Part]:
    """The country visited receives the visitor; a city is only the place."""
    place = slots.place
    if place is not None and place.chain is not None and place.mention and is_country(view, place):
        yield Part(place.chain, Participation.HOST, place.mention, 0.8, is_place=True)


def _distinct(parts: list[Part]) -> tuple[Part, ...]:
    """One part per chain, the first that the sentence gives it."""
    kept: dict[int, Part] = {}
    for part in parts:
        kept.setdefault(part.chain, part)
    return tuple(kept.values())
