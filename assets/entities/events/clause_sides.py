"""Sides that the noun phrases and clauses of an act give: whom one urges, whose invitation it is, who is condemned.

"Urged Sol to thank Peru" is said to Sol alone; "condemned the attack on Peru" blames whoever attacked.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.event_slots import MAIN
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import OBLIQUES, SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

_INVITATIONS = word_set("invitation invitations request requests")
_ATTACKS = word_set(
    "attack attacks strike strikes assault assaults bombing bombings aggression raid raids shelling killing invasion"
)
_CONDEMNING = word_set("condemn condemns condemned condemning denounce denounced denouncing deplore deplored deplores")
_REPORTING = word_set(
    "witness witnessed witnesses saw reported reports detected observed confirmed confirms denied denies"
)
_ON = word_set("on against of")
_DISAPPROVAL = "disapprove"
_CLAUSES = ("ccomp", "xcomp")


def with_clause_sides(view: DocumentView, event: Event) -> Event:
    """The event with its participants on the sides that the clauses and noun phrases of its trigger give them."""
    trigger = trigger_of(view, event.match)
    if not trigger.tag_:  # tests of single rules have no syntax
        return event
    addressed = _addressed(trigger) if event.plover_type is PloverType.REQUEST else []
    parts = [_of_giver(view, _to_addressed(view, part, addressed), trigger) for part in event.parts]
    outside = {*_told_to_do(view, parts, addressed, trigger), *_attacked(view, event), *_beside(view, event, trigger)}
    outside |= set(_condemning(view, event, trigger))
    return replace(event, parts=tuple(part for part in parts if part.chain not in outside))


def _root(view: DocumentView, part: Part) -> "Token":
    token: Token = view.doc[part.mention[0] : part.mention[1]].root
    return token


def _addressed(trigger: "Token") -> list["Token"]:
    """Whom a verb of asking is said to: "urged Sol to accept", whichever way the tree has it."""
    if trigger.pos_ != "VERB":
        return []
    clauses = [child for child in trigger.children if child.dep_ in _CLAUSES and _is_infinitive(child)]
    objects = [child for child in trigger.children if child.dep_ in ("obj", "iobj")] if clauses else []
    heads = objects or [child for clause in clauses for child in clause.children if child.dep_ in SUBJECTS]
    return [one for head in heads for one in (head, *head.conjuncts)]


def _is_infinitive(clause: "Token") -> bool:
    return any(child.lower_ == "to" and child.dep_ in ("mark", "aux") for child in clause.children)


def _to_addressed(view: DocumentView, part: Part, addressed: list["Token"]) -> Part:
    is_addressed = _root(view, part) in addressed
    return replace(part, participation=Participation.TARGET) if is_addressed else part


def _told_to_do(view: DocumentView, parts: list[Part], addressed: list["Token"], trigger: "Token") -> Iterator[int]:
    """Of whom it is asked what is asked of another: Peru in "urged Sol to thank Peru"."""
    if not any(_root(view, part) in addressed for part in parts):
        return
    clauses = [child for child in trigger.children if child.dep_ in _CLAUSES]
    for part in parts:
        token = _root(view, part)
        is_inside = any(clause.is_ancestor(token) for clause in clauses)
        if part.participation is Participation.TARGET and is_inside and token not in addressed:
            yield part.chain


def _of_giver(view: DocumentView, part: Part, trigger: "Token") -> Part:
    """Whose invitation it is: "the invitation of the president of the country, Sol", "extended to Rey by Sol"."""
    if trigger.lower_ not in _INVITATIONS or part.participation is not Participation.TARGET:
        return part
    token = _root(view, part)
    givers = [child for child in trigger.children if child.dep_ in OBLIQUES and _has_case(child, "of")]
    givers += [
        one for clause in trigger.children if clause.dep_ == "acl" for one in clause.children if _has_case(one, "by")
    ]
    is_given = any(giver == token or giver.is_ancestor(token) for giver in givers)
    return replace(part, participation=Participation.SOURCE) if is_given else part


def _has_case(token: "Token", word: str) -> bool:
    return any(child.dep_ == "case" and child.lower_ == word for child in token.children)


def _attacked(view: DocumentView, event: Event) -> Iterator[int]:
    """Who was attacked is not whom one accuses of it: "condemned the attack on Peruvian bases"."""
    is_disapproval = event.plover_type is PloverType.ACCUSE and event.mode == _DISAPPROVAL
    for part in event.parts if is_disapproval else ():
        token = _root(view, part)
        while token.dep_ in ("amod", "compound", "nmod:poss", "flat"):
            token = token.head
        is_victim = token.head.lower_ in _ATTACKS and any(_has_case(token, word) for word in _ON)
        if part.participation is Participation.TARGET and token.dep_ in OBLIQUES and is_victim:
            yield part.chain


def _beside(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Whoever else the sentence names where talks are "between Peru and Chile"."""
    if event.plover_type is not PloverType.CONSULT or trigger.pos_ != "NOUN":
        return
    sides = [child for child in trigger.children if child.dep_ in OBLIQUES and _has_case(child, "between")]
    mains = [part for part in event.parts if part.participation in MAIN and not part.is_place]
    inside = {
        part.chain
        for part in mains
        if any(one == _root(view, part) or one.is_ancestor(_root(view, part)) for one in sides)
    }
    yield from (part.chain for part in mains if len(inside) > 1 and part.chain not in inside)


def _condemning(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Whoever condemns an attack did not attack: "We condemn this attack", "NATO witnessed an incursion"."""
    is_object = trigger.pos_ == "NOUN" and trigger.dep_ == "obj" and event.plover_type is PloverType.ASSAULT
    is_condemned = is_object and trigger.head.lower_ in _CONDEMNING
    is_reported = is_object and trigger.head.lower_ in _REPORTING
    start, end = view.sentence_of(trigger.i)
    for part in event.parts if is_condemned or is_reported else ():
        is_acting = part.participation in MAIN and (is_condemned or part.participation is not Participation.TARGET)
        # Of "a Russian incursion" Russia may be named in another sentence.
        is_here = is_condemned or start <= part.mention[0] < end
        if is_acting and is_here and not trigger.is_ancestor(_root(view, part)):
            yield part.chain
