"""Events that the encoder sees in a word: of which type, who took part, when, where and on whose word."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from assets.entities.events.event_lexicon import Frame, Match, Trigger
from assets.entities.extensions import FoundEvent
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import POSSESSIVE_MARKS
from assets.entities.sentences.phrases import PLACES, Phrase, PhraseKind
from assets.entities.times.times import TimeSpan
from warehouse.tables.entities import Participation, PloverType, Realis

LEAST = 0.15  # probability from which a word tells an event without the lexicon's word for it
LEAST_BESIDE = 0.05  # and with it
LEAST_ROLE = 0.5
Circumstance = TypeVar("Circumstance", TimeSpan, Phrase)
ALIKE = 0.05  # by which two of them may differ
LEAST_CIRCUMSTANCE = 0.35  # of a time or place: there are few to choose from
_LABEL_REACH = 2  # tokens before the name in the label of a turn


@dataclass(frozen=True)
class Seen:
    """What the encoder says of one event; phrases are those of the sentence."""

    token: int
    plover_type: PloverType
    mode: str | None
    probability: float  # that the token tells an event of the type
    realis: Realis
    realis_probability: float
    roles: tuple[tuple[Phrase, Participation, float], ...]
    place: Phrase | None
    time: TimeSpan | None
    found: FoundEvent

    def as_type(self, view: DocumentView, plover_type: PloverType) -> "Seen":
        """What it says should the event be of another type."""
        return seen_at(view, self.token, self.found, plover_type.value)


def seen_events(view: DocumentView, start: int, end: int) -> Iterator[Seen]:
    """What the encoder sees in the tokens ``[start, end)`` of a sentence."""
    found: dict[int, FoundEvent] = view.doc._.found_events or {}
    for token in range(start, end):
        if token in found:
            seen = seen_at(view, _whole_word(view, token), found[token])
            if seen.probability >= LEAST_BESIDE:
                yield seen


def _whole_word(view: DocumentView, token: int) -> int:
    """The token that carries the word in which a token stands: "chaired" of "co-chaired"."""
    if view.lower[token + 1 : token + 2] != ["-"] or token + 2 >= len(view.doc):
        return token
    first, last = view.doc[token], view.doc[token + 2]
    return last.i if last.pos_ == "VERB" and (first.head == last or last.head == first) else token


def seen_at(view: DocumentView, token: int, found: FoundEvent, plover_type: str | None = None) -> Seen:
    """What the encoder sees in a token; of the likeliest type unless one is given."""
    plover_type = plover_type or max(found.types, key=lambda kind: found.types[kind])
    realis = max(found.realis, key=lambda kind: found.realis[kind])
    start, end = view.sentence_of(token)
    phrases = view.phrases_between(start, end)
    return Seen(
        token,
        PloverType(plover_type),
        found.modes.get(plover_type),
        found.types.get(plover_type, 0.0),
        Realis(realis),
        found.realis[realis],
        tuple(_without_owners(view, list(_roles(view, phrases, found)))),
        _place(phrases, token, found),
        _time(view, token, found),
        found,
    )


def _roles(
    view: DocumentView, phrases: list[Phrase], found: FoundEvent
) -> Iterator[tuple[Phrase, Participation, float]]:
    for phrase in phrases:
        if _is_label(view, phrase):
            continue
        by_role = {part: _probability(phrase, found, part) for part in Participation}
        role = max(by_role, key=lambda one: by_role[one])
        taking_part = sum(by_role.values())
        if taking_part >= LEAST_ROLE:
            yield phrase, role, taking_part


def _is_label(view: DocumentView, phrase: Phrase) -> bool:
    """True for the speaker of a turn: "MR SOL: ..."."""
    starts = phrase.start - view.sentence_of(phrase.start)[0]
    return starts <= _LABEL_REACH and view.lower[phrase.end : phrase.end + 1] == [":"]


def _without_owners(
    view: DocumentView, roles: list[tuple[Phrase, Participation, float]]
) -> Iterator[tuple[Phrase, Participation, float]]:
    """The roles without "Peru" in "Peru's Foreign Ministry", where the ministry takes part."""
    starts = {phrase.start for phrase, *_ in roles}
    for phrase, participation, probability in roles:
        is_owner = view.words(phrase.end, phrase.end + 1) in POSSESSIVE_MARKS and phrase.end + 1 in starts
        if not is_owner:
            yield phrase, participation, probability


def _probability(phrase: Phrase, found: FoundEvent, role: str) -> float:
    """Mean over the tokens of the name, of a phrase without one over all."""
    start, end = phrase.mention or (phrase.start, phrase.end)
    return sum(found.roles.get(token, {}).get(role, 0.0) for token in range(start, end)) / (end - start)


def _place(phrases: list[Phrase], token: int, found: FoundEvent) -> Phrase | None:
    places = [phrase for phrase in phrases if phrase.kind in PLACES]
    return _likeliest([(_probability(place, found, "place"), _distance(token, place.start), place) for place in places])


def _time(view: DocumentView, token: int, found: FoundEvent) -> TimeSpan | None:
    return _likeliest(
        [
            (
                max(found.roles.get(one, {}).get("date", 0.0) for one in range(first, last)),
                _distance(token, first),
                time,
            )
            for first, last, time in view.times_between(*view.sentence_of(token))
        ]
    )


def _distance(token: int, other: int) -> tuple[bool, int]:
    """How far a time or place stands from an event; what is told of one mostly stands behind it."""
    return other < token, abs(other - token)


def _likeliest(circumstances: list[tuple[float, tuple[bool, int], Circumstance]]) -> Circumstance | None:
    """The likeliest of times or places, of those about as likely the nearest: "his visits to Lima in May and in June"."""
    best = max((probability for probability, *_ in circumstances), default=0.0)
    alike = [entry for entry in circumstances if entry[0] >= max(best - ALIKE, LEAST_CIRCUMSTANCE)]
    return min(alike, key=lambda entry: entry[1])[2] if alike else None


def match_of(seen: Seen) -> Match:
    """The match of an event that no row of the lexicon tells."""
    return Match(_trigger(seen.plover_type, seen.mode or "", round(seen.probability, 3)), seen.token, seen.token + 1)


@cache
def _trigger(plover_type: PloverType, mode: str, confidence: float) -> Trigger:
    return Trigger("", (), Frame.SEEN, plover_type, mode, host=None, is_noun=False, confidence=confidence)


def is_named(phrase: Phrase) -> bool:
    """True for phrases that name somebody by themselves."""
    return phrase.kind not in (PhraseKind.PRONOUN, PhraseKind.POSSESSIVE, PhraseKind.GROUP)
