"""Sides that the noun phrases and clauses of an act give: whom one urges, whose invitation it is, who is condemned.

"Urged Sol to thank Peru" is said to Sol alone; "condemned the attack on Peru" blames whoever attacked.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import agents
from assets.entities.events.act_names import names_of
from assets.entities.events.act_sides import SURENESS
from assets.entities.events.country_chains import country_meant
from assets.entities.events.event_lexicon import forms_of, trigger_of
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
    "attack attacks strike strikes airstrike airstrikes assault assaults bombing bombings aggression raid raids "
    "shelling killing invasion"
)
_MEASURES = word_set(
    "sanction sanctions embargo blockade measure measures threat threats act acts action actions policy policies "
    "provocation provocations campaign crime crimes violence war accusations allegations tariffs"
)
_CONDEMNING = word_set(
    "condemn denounce deplore reject slam criticize criticise censure oppose protest blast decry repudiate"
)
_REPORTING = word_set(
    "witness witnessed witnesses saw reported reports detected observed confirmed confirms denied denies"
)
_ON = word_set("on against of in near at")
_OF, _BY, _BETWEEN = frozenset({"of"}), frozenset({"by"}), frozenset({"between"})
_FROM = word_set("from by")
_RECEIVING = word_set("received receives got accepted accepts")
_SENT_BY = frozenset({"from"})
_SUFFERING = word_set("face suffer endure undergo incur")
_AGAINST = word_set("on against toward towards")
_RECALLING = word_set("recall withdraw")
_OWN = word_set("its their his her our")
_DEEDS = frozenset(
    {
        PloverType.ASSAULT,
        PloverType.SANCTION,
        PloverType.COERCE,
        PloverType.THREATEN,
        PloverType.MOBILIZE,
        PloverType.PROTEST,
    }
)
_BACKED = word_set("backed supported sponsored aligned linked allied armed trained funded")
_PARTISANS = word_set(
    "protester protesters demonstrator demonstrators supporters activists rebels forces fighters militants militia "
    "militias separatists groups group crowd mob insurgents coalition camp"
)
_POSTED = word_set("to from in")
_DISAPPROVAL = "disapprove"
_CLAUSES = ("ccomp", "xcomp")


def with_clause_sides(view: DocumentView, event: Event) -> Event:
    """The event with its participants on the sides that the clauses and noun phrases of its trigger give them."""
    trigger = trigger_of(view, event.match)
    if not trigger.tag_:  # tests of single rules have no syntax
        return event
    addressed = _addressed(trigger) if event.plover_type is PloverType.REQUEST else []
    parts = [_of_giver(view, _to_addressed(view, part, addressed), trigger) for part in event.parts]
    if trigger.dep_ == "obj" and trigger.head.lower_ in forms_of(_SUFFERING):
        parts = _suffered(view, parts, trigger)
    if event.plover_type is PloverType.ASSAULT and trigger.lower_ in _ATTACKS:
        attackers = _attackers(view, trigger)
        parts = [replace(one, participation=Participation.SOURCE) if one.chain in attackers else one for one in parts]
    if event.plover_type in _DEEDS:
        parts = [replace(one, participation=Participation.TARGET) if _is_against(view, one) else one for one in parts]
    outside = {*_told_to_do(view, parts, addressed, trigger), *_attacked(view, event), *_beside(view, event, trigger)}
    outside |= {*_condemning(view, event, trigger), *_sided_with(view, event)}
    kept = tuple(part for part in parts if part.chain not in outside)
    return _with_posts(view, replace(event, parts=kept), trigger)


def _attackers(view: DocumentView, attack: "Token") -> set[int | None]:
    """Whose attack it is: "condemned the Peruvian airstrikes", "Peru's strikes"."""
    owners = [child for child in attack.lefts if child.dep_ in ("amod", "nmod:poss")]
    phrases = [phrase for owner in owners if (phrase := view.phrase_at(owner.i)) is not None]
    return {one for phrase in phrases for one in (phrase.chain, country_meant(view, phrase)) if one is not None}


def _suffered(view: DocumentView, parts: list[Part], noun: "Token") -> list[Part]:
    """The parts of what somebody suffers: "faced suspension from the Union" is done by the Union."""
    near = [child for head in (noun, noun.head) for child in head.children if _has_case(child, _FROM)]
    acting = {phrase.chain for token in near for phrase in names_of(view, token)}
    sides = {True: Participation.SOURCE, False: Participation.TARGET}
    return [replace(part, participation=sides[part.chain in acting]) for part in parts]


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
    """Whose invitation it is: "the invitation of the president of the country, Sol", "extended by Sol", "from Sol to Rey"."""
    token = _root(view, part)
    is_received = trigger.dep_ == "obj" and trigger.head.lower_ in _RECEIVING
    if trigger.lower_ in _INVITATIONS and is_received and token.head == trigger.head and token.dep_ in SUBJECTS:
        return replace(part, participation=Participation.TARGET)
    if trigger.lower_ not in _INVITATIONS or part.participation is not Participation.TARGET:
        return part
    near = [*trigger.children, *(trigger.head.children if trigger.dep_ == "obj" else ())]
    givers = [child for child in trigger.children if child.dep_ in OBLIQUES and _has_case(child, _OF)]
    givers += [child for child in near if child.dep_ in OBLIQUES and _has_case(child, _SENT_BY)]
    givers += [
        one for clause in trigger.children if clause.dep_ == "acl" for one in clause.children if _has_case(one, _BY)
    ]
    is_given = any(giver == token or giver.is_ancestor(token) for giver in givers)
    return replace(part, participation=Participation.SOURCE) if is_given else part


def _has_case(token: "Token", words: frozenset[str]) -> bool:
    return any(child.dep_ == "case" and child.lower_ in words for child in token.children)


def _attacked(view: DocumentView, event: Event) -> Iterator[int]:
    """Who suffers is not whom one accuses of it: "condemned the attack on Peruvian bases", "rejected anti-Peru acts"."""
    is_disapproval = event.plover_type is PloverType.ACCUSE and event.mode == _DISAPPROVAL
    for part in event.parts if is_disapproval or event.plover_type is PloverType.REJECT else ():
        token = _root(view, part)
        while token.dep_ in ("amod", "compound", "nmod:poss", "flat", "conj"):
            token = token.head
        against = _ON if token.head.lower_ in _ATTACKS else _AGAINST
        is_on = token.dep_ in OBLIQUES and _has_case(token, against)
        is_victim = is_on and token.head.lower_ in _ATTACKS | _MEASURES
        if part.participation is Participation.TARGET and (is_victim or _is_against(view, part)):
            yield part.chain


def _is_against(view: DocumentView, part: Part) -> bool:
    """True for Peru in "anti-Peru measures"."""
    return view.lower[max(part.mention[0] - 2, 0) : part.mention[0]] == ["anti", "-"]


def _sided_with(view: DocumentView, event: Event) -> Iterator[int]:
    """Those for or against whom others act: "pro-Erdogan supporters", "Iran-backed rebels", "anti-China protesters"."""
    for part in event.parts:
        start, end = part.mention
        before = view.lower[max(start - 2, 0) : start]
        behind = view.lower[end : end + 2]
        is_backer = len(behind) > 1 and behind[0] == "-" and behind[1] in _BACKED
        is_foe = before == ["anti", "-"] and not _PARTISANS.isdisjoint(behind)
        if before == ["pro", "-"] or is_backer or is_foe:
            yield part.chain


def _with_posts(view: DocumentView, event: Event, trigger: "Token") -> Event:
    """A recall with the country where the envoy served as target, not the envoy: "recalled its envoy to Peru, Sol"."""
    envoy = next((child for child in trigger.children if child.dep_ == "obj"), None)
    if envoy is None or event.plover_type is not PloverType.SANCTION or trigger.lower_ not in forms_of(_RECALLING):
        return event
    posts = [child for head in (envoy, trigger) for child in head.children if _has_case(child, _POSTED)]
    if not posts or not any(child.lower_ in _OWN for child in envoy.children):
        return event
    others = (part for part in event.parts if not envoy.is_ancestor(_root(view, part)))
    acting = tuple(part for part in others if part.participation is not Participation.TARGET)
    known = {part.chain for part in acting}
    targets = [part for part in _places_at(view, {token.i for token in posts}) if part.chain not in known]
    return replace(event, parts=(*acting, *targets)) if targets else event


def _places_at(view: DocumentView, tokens: set[int]) -> Iterator[Part]:
    """The places named at some tokens, also within a title: "its ambassador to Peru, Ana Sol"."""
    for number, chain in enumerate(view.doc._.chains):
        mention = next((one for one in chain.mentions if tokens.intersection(range(*one))), None)
        if mention is not None and chain.label == "GPE":
            yield Part(number, Participation.TARGET, mention, SURENESS)


def _beside(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Whoever else the sentence names where talks are "between Peru and Chile"."""
    if event.plover_type is not PloverType.CONSULT or trigger.pos_ != "NOUN":
        return
    sides = [child for child in trigger.children if child.dep_ in OBLIQUES and _has_case(child, _BETWEEN)]
    mains = [part for part in event.parts if part.participation in MAIN and not part.is_place]
    inside = {
        part.chain
        for part in mains
        if any(one == _root(view, part) or one.is_ancestor(_root(view, part)) for one in sides)
    }
    yield from (part.chain for part in mains if len(inside) > 1 and part.chain not in inside)


def _condemning(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Whoever condemns an attack did not attack: "We condemn this attack", "NATO witnessed an incursion"."""
    is_object = trigger.pos_ == "NOUN" and trigger.dep_ == "obj" and event.plover_type in _DEEDS
    is_condemned = is_object and trigger.head.lower_ in forms_of(_CONDEMNING)
    is_reported = event.plover_type is PloverType.ASSAULT and is_object and trigger.head.lower_ in _REPORTING
    start, end = view.sentence_of(trigger.i)
    subjects = [child for child in trigger.head.children if child.dep_ in SUBJECTS] or agents(trigger.head)
    named = {phrase.chain for token in subjects for phrase in names_of(view, token)}
    for part in event.parts if is_condemned or is_reported else ():
        is_acting = part.participation in MAIN and (is_condemned or part.participation is not Participation.TARGET)
        # Of "a Russian incursion" Russia may be named in another sentence.
        is_here = is_condemned or start <= part.mention[0] < end
        is_condemning = part.chain in named or event.plover_type is PloverType.ASSAULT
        if is_acting and is_here and is_condemning and not trigger.is_ancestor(_root(view, part)):
            yield part.chain
