"""Names that the clauses around an act put outside it: "Peru accused Chile of raids", "expelled after Sol met Rey"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import MOST_STEPS, agents
from assets.entities.events.act_names import names_of
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.event_slots import MAIN
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import OBLIQUES, SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKS = frozenset({PloverType.CONSULT, PloverType.COOPERATE})
_DONE_TO = frozenset({"obj", "iobj", "nsubj:pass", "obl"})
_JOINED = frozenset({"conj", "parataxis"})
_ACCUSING = word_set(
    "accuse accuses accused accusing accusation suspect suspects suspected blame blames blamed blaming"
)
_DEEDS = frozenset({PloverType.ASSAULT, PloverType.COERCE, PloverType.SANCTION})
_TELLING = word_set("told tells telling informed")
_AFTER = word_set("after following over amid despite since")
_OWN = word_set("its their his her")
_MEETINGS = word_set("meeting talks conversation call discussion discussions audience consultations")
_COMPLAINING = word_set("complain complains complained complaint complaints")


def of_other_clauses(view: DocumentView, event: Event, trigger: "Token") -> set[int]:
    """Chains that take part in what other clauses of the sentence tell, not in an act."""
    outside = set(_told(view, event))
    if event.plover_type in _TALKS:
        return outside
    outside |= {*_done_elsewhere(view, event, trigger), *_accusing(view, event, trigger)}
    outside |= {*_complained_to(view, event, trigger), *_met(view, event, trigger)}
    return outside | {*_answering(view, event, trigger), *_summoned(view, event, trigger)}


def _told(view: DocumentView, event: Event) -> Iterator[int]:
    """The agency that somebody tells it: "sources told Reuters"."""
    for part in event.parts if len(event.parts) > 1 else ():
        root = view.doc[part.mention[0] : part.mention[1]].root
        is_body = view.doc._.chains[part.chain].label == "ORG"
        if is_body and root.dep_ in _DONE_TO and root.head.lower_ in _TELLING:
            yield part.chain


def _done_elsewhere(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """To whom another verb with a subject of its own is done: "The expulsion came after Sol met Rey"."""
    above = {trigger, *trigger.ancestors}
    start, end = view.sentence_of(trigger.i)
    for part in event.parts:
        root = _carried(view, part)
        verb = root.head
        is_object = verb.pos_ == "VERB" and root.dep_ in _DONE_TO and start <= root.i < end
        is_own_clause = any(child.dep_ in SUBJECTS for child in verb.children)
        is_below = (
            verb.dep_ != "acl:relcl"
            and trigger.is_ancestor(verb)
            and not (verb.dep_ in _JOINED and verb.head == trigger)
        )
        is_other = is_object and is_own_clause and verb not in above and not is_below
        if is_other and part.participation is Participation.TARGET:
            yield part.chain


def _carried(view: DocumentView, part: Part) -> "Token":
    """The noun that a verb carries in whose phrase a participant's name is."""
    token: Token = view.doc[part.mention[0] : part.mention[1]].root
    while token.head.pos_ in ("NOUN", "PROPN") and token.head != token:
        token = token.head
    return token


def _accusing(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Who accuses somebody of the act: Peru in "Peru accused Chile of sending troops"."""
    verb = next((one for one in trigger.ancestors if one.lower_ in _ACCUSING and one.pos_ == "VERB"), None)
    if verb is None or event.plover_type is PloverType.ACCUSE:
        return
    accusers = {phrase.chain for token in agents(verb) for phrase in names_of(view, token)}
    yield from (part.chain for part in event.parts if part.chain in accusers and part.participation in MAIN)


def _met(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Whom somebody met who then says something alone: "In a meeting with Rey, Sol praised the plan"."""
    acting = {phrase.chain for token in agents(trigger, 0) for phrase in names_of(view, token)}
    if event.plover_type is PloverType.AGREE or trigger.pos_ != "VERB" or not acting:
        return
    start = view.sentence_of(trigger.i)[0]
    for part in event.parts:
        root = view.doc[part.mention[0] : part.mention[1]].root
        above = [root, *root.ancestors][:MOST_STEPS]
        is_partner = any(one.lower_ in _MEETINGS and one.dep_ in OBLIQUES and one.head == trigger for one in above)
        is_before = start <= root.i < trigger.i and part.chain not in acting
        if is_partner and is_before and part.participation is not Participation.TARGET:
            yield part.chain


def _answering(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Who does something after a deed, which is another's: Peru in "Peru rebuked Chile after the arrest of Sol"."""
    cases = {child.lower_ for child in trigger.children if child.dep_ == "case"}
    is_own = any(child.lower_ in _OWN for child in trigger.children)
    is_cause = trigger.pos_ == "NOUN" and trigger.dep_ == "obl" and not cases.isdisjoint(_AFTER)
    if event.plover_type not in _DEEDS or not is_cause or is_own:
        return
    acting = {phrase.chain for token in agents(trigger.head) for phrase in names_of(view, token)}
    for part in event.parts:
        is_acting = part.participation in MAIN and part.chain in acting
        if is_acting and not trigger.is_ancestor(view.doc[part.mention[0] : part.mention[1]].root):
            yield part.chain


def _summoned(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """Whom somebody summons to protest to them: the envoy in "Peru summoned the envoy, Sol, to lodge a protest"."""
    if event.plover_type is not PloverType.ACCUSE or not trigger.head.lower_.startswith("summon"):
        return
    objects = [child for child in trigger.head.children if child.dep_ in _DONE_TO]
    summoned = {phrase.chain for token in objects for phrase in names_of(view, token)}
    yield from (part.chain for part in event.parts if part.chain in summoned and part.participation in MAIN)


def _complained_to(view: DocumentView, event: Event, trigger: "Token") -> Iterator[int]:
    """To whom somebody complains of another: "complained to the Security Council", "filed a complaint to"."""
    words = [trigger, *(child for child in trigger.children if child.dep_ == "obj")]
    if event.plover_type is not PloverType.ACCUSE or not any(one.lower_ in _COMPLAINING for one in words):
        return
    nouns = [child for one in words for child in one.children if child.dep_ in OBLIQUES]
    told = [one for one in nouns if any(case.dep_ == "case" and case.lower_ == "to" for case in one.children)]
    for part in event.parts:
        token: Token = view.doc[part.mention[0] : part.mention[1]].root
        if any(token == one or one.is_ancestor(token) for one in told):
            yield part.chain
