"""Events of a document before they become rows: what happened, who took part, and which words say so."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from assets.entities.coreference.antecedents import chain_of, mention_near, person_before
from assets.entities.events.country_chains import country_meant, government
from assets.entities.events.event_circumstances import is_country
from assets.entities.events.event_confidence import Evidence, Told
from assets.entities.events.event_lexicon import ACTS, VISITS, Frame, Match
from assets.entities.events.event_slots import Slots
from assets.entities.events.first_person import FIRST_PERSON, PLURAL, first_person, joint_speakers
from assets.entities.events.reported_speakers import speakers_of
from assets.entities.events.told_sides import delegation_meant, means_sides, sides_meant
from assets.entities.quotes.quotes import SpokenQuote
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.times.times import TimeSpan
from warehouse.tables.entities import Participation, PloverType, Realis

PARTICIPATIONS = {
    **dict.fromkeys(VISITS, (Participation.VISITOR, Participation.HOST)),
    **dict.fromkeys(ACTS, (Participation.SOURCE, Participation.TARGET)),
    Frame.ATTEND: (Participation.ATTENDEE, Participation.SOURCE),
    Frame.MEDIATE: (Participation.MEDIATOR, Participation.SOURCE),
}
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
    evidence: Evidence = field(default_factory=Evidence)
    quote: SpokenQuote | None = None  # the quotation that tells it
    is_main: bool = False  # what its sentence is mainly about
    ranked: float | None = None  # confidence by its place among the events of its sentence

    @property
    def plover_type(self) -> PloverType:
        """Its type, which its trigger says."""
        return self.match.trigger.plover_type

    @property
    def confidence(self) -> float:
        """How likely it is right, from 0 to 1."""
        return self.evidence.confidence(self.told) if self.ranked is None else self.ranked

    @property
    def told(self) -> Told:
        """What its confidence depends on."""
        participants = tuple(part.confidence for part in self.parts if not part.is_place)
        return Told(self.plover_type, self.realis, participants, self.quote is not None)


@dataclass(frozen=True)
class Known:
    """Whom words without a name mean."""

    speaker: int | None = None  # "I"
    hosts: tuple[int, ...] = ()  # who received in it, whose is "the Government"
    told: tuple[Event, ...] = ()  # events before, among whose sides "they" are looked for
    is_talk: bool = True  # whether they meet or talk


def parts_of(view: DocumentView, match: Match, slots: Slots, known: Known) -> tuple[Part, ...]:
    """Participants of an event with their parts."""
    frame, host = match.trigger.frame, match.trigger.host
    first, second = _participations(frame, host)
    receiving = [phrase for phrase in slots.objects if _may_take_part(view, frame, phrase)]
    objects = list(as_parts(view, receiving, second, known, ()))
    named = {part.chain for part in objects}
    subjects = list(as_parts(view, slots.subjects, first, known, named))
    is_talk = match.trigger.is_noun and match.trigger.plover_type is PloverType.CONSULT
    if is_talk and len(objects) == 1 and any(means_sides(view, phrase) for phrase in slots.subjects):
        # "Sol called Rey and Gil. In the talks with Gil, the parties agreed": Sol and Gil
        subjects = [part for part in subjects if part.chain not in named][:1]
    if slots.is_of_program:
        subjects = list(as_parts(view, _owner(view, match, named), first, known, named))
    hosts = list(_host_country(view, slots)) if frame in VISITS else []
    return _distinct([*subjects, *hosts, *objects])


def _may_take_part(view: DocumentView, frame: Frame, phrase: Phrase) -> bool:
    """False for the cities of a visit: countries visited receive the visitor, cities are only places."""
    return frame not in VISITS or phrase.kind is not PhraseKind.PLACE or is_country(view, phrase)


def _owner(view: DocumentView, match: Match, excluded: Iterable[int]) -> list[Phrase]:
    person = person_before(view, match.start, tuple(excluded))
    return [person] if person is not None else []


def _participations(frame: Frame, host: str | None) -> tuple[Participation, Participation]:
    """Parts of subjects and of objects."""
    if host is not None and frame not in PARTICIPATIONS:
        sides = (Participation.HOST, Participation.VISITOR)
        return sides if host == "subject" else (sides[1], sides[0])
    return PARTICIPATIONS.get(frame, (Participation.SOURCE, Participation.SOURCE))


def as_parts(
    view: DocumentView,
    phrases: Sequence[Phrase],
    participation: Participation,
    known: Known,
    excluded: Iterable[int],
) -> Iterable[Part]:
    """Participants that phrases mean, pronouns and "the two leaders" resolved; ``excluded`` chains no pronoun means."""
    for phrase in phrases:
        confidence = 1.0 - _UNSURE.get(phrase.kind, 0.0)
        for one in (*_joined_before(view, phrase), phrase):
            for chain, mention in _meant(view, one, phrases, known, excluded):
                yield Part(chain, participation, mention or mention_near(view, chain, one.start), confidence)


def _joined_before(view: DocumentView, phrase: Phrase) -> Iterator[Phrase]:
    """The peoples joined to that of a group: "Israeli, Palestinian and Jordanian officials"."""
    at = phrase.start
    while phrase.kind is PhraseKind.GROUP and phrase.mention is not None and phrase.mention[0] == phrase.start:
        last = at - (2 if view.lower[at - 2 : at] == [",", "and"] else 1)
        before = view.phrase_at(last - 1) if last > 0 and view.lower[last] in (",", "and") else None
        if before is None or before.kind is not PhraseKind.DEMONYM:
            return
        yield before
        at = before.start


def _meant(
    view: DocumentView, phrase: Phrase, phrases: Sequence[Phrase], known: Known, excluded: Iterable[int]
) -> Iterable[tuple[int, tuple[int, int] | None]]:
    """Chains that a phrase means, with its mention of them where it has one."""
    words = view.lower[phrase.start : phrase.end]
    if phrase.kind in (PhraseKind.PRONOUN, PhraseKind.POSSESSIVE) and words[0] in FIRST_PERSON:
        return [(chain, None) for chain in _speaking(view, phrase, known)]
    if means_sides(view, phrase):
        return [(chain, None) for chain in _several(view, phrase, phrases, known)]
    if words == ["the", "government"]:
        country = government(view, [one.chain for one in phrases if one.chain is not None], known.hosts)
        return [(country, None)] if country is not None else []
    if phrase.kind is PhraseKind.GROUP and phrase.chain is None:
        return [(chain, None) for chain in delegation_meant(view, words, known.told)]
    found = chain_of(view, phrase, tuple(excluded))
    country = country_meant(view, phrase)
    if country is not None:
        return [(country, None)]
    return [(found[0], found[1].mention)] if found is not None else []


def _several(view: DocumentView, phrase: Phrase, phrases: Sequence[Phrase], known: Known) -> tuple[int, ...]:
    """Chains that "they" and "the two sides" mean: the several who say so, else the sides told before."""
    speaking = speakers_of(view, phrase)
    if speaking.are_meant:
        return speaking.chains
    others = [*(one.chain for one in phrases if one.chain is not None), *speaking.chains]
    words = view.lower[phrase.start : phrase.end]
    return sides_meant(view, words, known.told, others, phrase.start, known.is_talk)


def _speaking(view: DocumentView, phrase: Phrase, known: Known) -> tuple[int, ...]:
    """Chains that "I" and "we" mean."""
    is_plural = view.lower[phrase.start] in PLURAL
    joint = joint_speakers(view) if known.speaker is None and is_plural else None
    chain = first_person(view, phrase, known.speaker) if joint is None else None
    return joint or (() if chain is None else (chain,))


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
