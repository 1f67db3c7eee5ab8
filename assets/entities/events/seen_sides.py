"""Who takes part in what the encoder sees, where the sentence's grammar names somebody whom it passes over."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import LIGHT, acting, agents, partners
from assets.entities.events.act_names import names_of
from assets.entities.events.first_person import FIRST_PERSON
from assets.entities.events.seen_events import Seen
from assets.entities.events.told_sides import means_sides
from assets.entities.events.told_twice import TALKING
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase
from assets.entities.sentences.relations import OBLIQUES, OWNERS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

    from assets.entities.events.event_parts import Part

Role = tuple[Phrase, Participation, float]
_MEDIATING = re.compile(
    r"\b(?:mediat|broker|facilitat|auspices|good offices|guarant|arbitrat|shuttl|through|via|help|envoy)"
)
_ACTING = frozenset(Participation) - {Participation.TARGET}
_TO_HIMSELF = (Participation.SOURCE, Participation.TARGET)
_DISCLOSING = word_set(
    "disclosed discloses disclosing revealed reveals revealing announced announces confirmed confirms reported reports "
    "described describes hailed hails praised praises criticised criticized condemned denounced slammed mentioned"
)
_INSIDE = frozenset({*OWNERS, "nmod", "conj", "appos", "flat"})
_VISIT, _SIDES = "visit", 2
_POSSESSIVES, _VISITS = frozenset({"his", "her"}), frozenset({"visit", "trip", "tour", "stay"})
_SURE_OF_SUBJECT, _SURE_OF_JOINED = 0.7, 0.8


def roles_of(view: DocumentView, seen: Seen) -> list[Role]:
    """The roles that the encoder gives, with who is joined to them by "and", and the subject where nobody acts."""
    trigger = view.doc[seen.token]
    guest = _guest_of(view, trigger)
    if guest is not None:
        return list(_of_guest(seen, guest))
    telling = _telling(view, trigger) if seen.plover_type is PloverType.CONSULT else []
    read = [role for role in _of_mediated(view, seen) if role[0] not in telling]
    roles = list(_of_represented(view, [*read, *_joined(view, read)]))
    roles += [(one, Participation.SOURCE, _SURE_OF_SUBJECT) for one in _by_grammar(view, seen, trigger, roles)]
    return roles


def _of_mediated(view: DocumentView, seen: Seen) -> Iterator[Role]:
    """The roles; where no word speaks of mediating, nobody mediates: who seems to takes part in a talk, in no other act."""
    is_mediated = _MEDIATING.search(view.words(*view.sentence_of(seen.token))) is not None
    for phrase, participation, probability in seen.roles:
        if is_mediated or participation is not Participation.MEDIATOR:
            yield phrase, participation, probability
        elif seen.plover_type is PloverType.CONSULT:
            yield phrase, Participation.SOURCE, probability


def _telling(view: DocumentView, trigger: "Token") -> list[Phrase]:
    """Who only tells of a meeting: "The spokesman disclosed the meeting", not "Sol announced a meeting with Rey"."""
    is_told = trigger.dep_ == "obj" and trigger.head.lower_ in _DISCLOSING
    is_somebodys = any(child.dep_ in OBLIQUES or child.dep_ in OWNERS for child in trigger.children)
    return acting(view, trigger.head) if is_told and not is_somebodys else []


def _by_grammar(view: DocumentView, seen: Seen, trigger: "Token", roles: Sequence[Role]) -> list[Phrase]:
    """The subject where nobody acts, and of a talk of one whoever it is with."""
    sides = [phrase for phrase, participation, _ in roles if participation in _ACTING]
    is_lone = len(sides) < _SIDES and not any(means_sides(view, phrase) for phrase in sides)
    is_talk = seen.plover_type is PloverType.CONSULT and seen.mode != _VISIT and is_lone
    found: list[Phrase] = []
    is_told = trigger.dep_ == "obj" and trigger.head.lower_ in _DISCLOSING
    if not is_told and (not sides or (is_talk and not _is_topic(trigger))):
        found += acting(view, trigger)
    if is_talk:
        is_vague = trigger.lower_ in TALKING  # "discussed the conflict with Chad": people only
        found += [one for one in partners(view, trigger) if one.is_human or not is_vague]
        found += _owner_told_later(view, trigger)
    return [one for one in found if one not in {phrase for phrase, *_ in roles}]


def _owner_told_later(view: DocumentView, trigger: "Token") -> list[Phrase]:
    """Whose talks they are where the name follows: "In his talks with Rey, Sol said"."""
    is_owned = any(child.lower_ in _POSSESSIVES for child in trigger.children) and trigger.lower_ not in _VISITS
    verb = trigger.head
    if not is_owned or trigger.dep_ not in OBLIQUES or verb.pos_ != "VERB":
        return []
    later = [token for token in agents(verb, 0) if token.i > trigger.i]
    named = (phrase for token in later for phrase in names_of(view, token))
    return [phrase for phrase in named if phrase.is_human][:1]


def _is_topic(trigger: "Token") -> bool:
    """True for the meeting in "discussed the meeting", which others may have held."""
    return trigger.dep_ in LIGHT and trigger.head.lower_ in TALKING


def _guest_of(view: DocumentView, trigger: "Token") -> Phrase | None:
    """Whose title begins with the word: "the visiting minister, Ana Sol"."""
    phrase = view.phrase_at(trigger.i) if trigger.lower_ == "visiting" else None
    return phrase if phrase is not None and phrase.is_human else None


def _of_guest(seen: Seen, guest: Phrase) -> Iterator[Role]:
    """The roles of "Gil told the visiting minister, Ana Sol": she is the visitor, and her own country no host."""
    yield guest, Participation.VISITOR, _SURE_OF_JOINED
    for phrase, participation, probability in seen.roles:
        if participation is Participation.HOST and phrase != guest:
            yield phrase, participation, probability


def _of_represented(view: DocumentView, roles: Sequence[Role]) -> Iterator[Role]:
    """The roles; for whom somebody speaks acts, unless who speaks is named: "On behalf of Peru, I congratulate"."""
    represented = {phrase for phrase, *_ in roles if _is_represented(view, phrase)}
    is_named_speaker = any(
        participation in _ACTING and phrase not in represented and view.lower[phrase.start] not in FIRST_PERSON
        for phrase, participation, _ in roles
    )
    for phrase, participation, probability in roles:
        if phrase not in represented:
            yield phrase, participation, probability
        elif not is_named_speaker:
            yield phrase, Participation.SOURCE, probability


def _is_represented(view: DocumentView, phrase: Phrase) -> bool:
    token = view.doc[phrase.start : phrase.end].root
    while token.dep_ in _INSIDE and token.head.lower_ != "behalf":
        token = token.head
    return token.head.lower_ == "behalf"


def _joined(view: DocumentView, roles: Sequence[Role]) -> Iterator[Role]:
    """Whoever is joined by "and" to one with a role and has none: "Sol and Rey agreed"."""
    taken = {phrase for phrase, *_ in roles}
    for phrase, participation, probability in roles:
        for token in view.doc[phrase.start : phrase.end].root.conjuncts:
            other = view.phrase_at(token.i)
            if other is not None and other not in taken and other.kind is phrase.kind:
                taken.add(other)
                yield other, participation, probability * _SURE_OF_JOINED


def without_own(view: DocumentView, parts: Sequence["Part"], trigger: "Token", plover_type: PloverType) -> list["Part"]:
    """The participants without the country of a minister who acts, or the minister whose country does.

    Nobody promises to himself: whose commitment somebody reaffirms is no target of it.
    """
    subjects = {token.i for token in agents(trigger)}
    people = [part for part in parts if view.doc._.chains[part.chain].label == "PERSON"]
    is_promise = plover_type in (PloverType.AGREE, PloverType.SUPPORT)
    dropped: set[int] = set()
    for person in people:
        country = view.doc._.chains[person.chain].country_id
        for other in parts:
            is_own = other not in people and view.doc._.chains[other.chain].country_id == country is not None
            if is_own and other.participation is person.participation:
                dropped.add(person.chain if _is_among(other.mention, subjects) else other.chain)
            if is_own and is_promise and (person.participation, other.participation) == _TO_HIMSELF:
                dropped.add(other.chain)
    return [part for part in parts if part.chain not in dropped]


def _is_among(mention: tuple[int, int], tokens: set[int]) -> bool:
    return any(token in tokens for token in range(*mention))
