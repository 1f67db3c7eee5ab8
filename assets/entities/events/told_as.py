"""How an event is told, of both readings: in which mode, and as held, planned, cancelled, denied or possible."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.clause_forms import is_conditional
from assets.entities.events.corrected_types import with_type
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_modes import mode_of
from assets.entities.events.event_parts import Event
from assets.entities.events.not_told import is_told
from assets.entities.events.sentence_times import SPEECH
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import OBJECTS, SUBJECTS
from warehouse.tables.entities import PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
NO = frozenset({"no", "neither", "none", "nobody"})
POSSIBLE = frozenset({"may", "might", "could"})
FUTURE = frozenset({"will", "shall", "'ll", "’ll", "wo"})
# of verbs the words, not the lemmas, which the model makes up: "cancell"
CALLED_OFF = re.compile(
    r"cancel\w*|postpon\w*|suspend\w*|scrapp?\w*|shelv\w*|adjourn\w*|(?:call\w*|put\w*) off|rul\w+ out"
)
TAKING_PLACE = re.compile(r"took|takes?|taken|happen\w*|occur\w*|materiali[sz]\w*")
SURE_OF_REALIS = 0.7
_OFF_LATER = re.compile(
    r"\bbut (?:the|that|this|their) (?:meeting|visit|talks|trip|call|session|summit) (?:was|were|has been|had been|have been) "
    r"(?:\w+ )?(?:cancel\w*|postponed|called off|scrapped|suspended|put off)\b"
)


def joined_realis(listed: Realis, seen: Realis, probability: float) -> Realis:
    """What the encoder sees, where it is sure of it, else what the lexicon's reading tells."""
    return seen if probability >= SURE_OF_REALIS else listed


def settled(view: DocumentView, events: Sequence[Event], before: Sequence[Event]) -> list[Event]:
    """The events of a sentence with the mode and realis that its words settle, after those told ``before``."""
    told = list(before)
    for event in (with_type(view, one) for one in events if is_told(view, one)):
        one = replace(event, realis=sure_realis(view, event) or event.realis)
        told.append(replace(one, mode=mode_of(view, one, told)))
    return told[len(before) :]


def sure_realis(view: DocumentView, event: Event) -> Realis | None:
    """The realis that the syntax around a trigger leaves no doubt of; None where it does."""
    token = trigger_of(view, event.match)
    if not token.tag_:  # tests of single rules have no syntax
        return None
    verb = _verb(token)
    if _is_called_off(view, event, token):
        return Realis.CANCELLED
    if _is_denied(token, verb):
        return Realis.NEGATED
    if _is_possible(view, token, verb):
        return Realis.HYPOTHETICAL
    if verb is not None and _is_held(event, token, verb):
        return Realis.ASSERTED
    return None


def _verb(token: "Token") -> "Token | None":
    """The verb that says whether an event came about: its trigger, or what its noun is subject or object of."""
    if token.tag_.startswith("V"):
        return token
    head = token.head
    return head if head.tag_.startswith("V") and token.dep_ in SUBJECTS | OBJECTS else None


def _is_called_off(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "the meeting was cancelled", "called off the talks", "was to meet him but the meeting was cancelled"."""
    if event.plover_type is not PloverType.CONSULT:
        return False
    end = view.sentence_of(token.i)[1]
    if token.tag_.startswith("V"):
        return _OFF_LATER.search(view.words(event.match.end, end)) is not None
    if token.dep_ not in OBJECTS:
        return False
    verb = token.head
    words = [verb.lower_, *(child.lower_ for child in verb.children if child.dep_ == "compound:prt")]
    is_off = CALLED_OFF.fullmatch(" ".join(words)) is not None
    return is_off and verb.dep_ != "advcl" and not _has_child(verb, NEGATIONS | FUTURE | POSSIBLE)


def _is_denied(token: "Token", verb: "Token | None") -> bool:
    """True for "did not meet", "no meeting took place", "the meeting never took place", "neither side has accepted"."""
    if token.tag_.startswith("N") and _has_child(token, NO):
        return True
    if verb is None:
        return False
    is_of_it = verb is token or (TAKING_PLACE.fullmatch(verb.lower_) is not None and token.dep_ in SUBJECTS)
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    is_nobody = any(child.lower_ in NO or _has_child(child, NO) for child in subjects)
    return is_of_it and (_has_child(verb, NEGATIONS) or is_nobody)


def _is_possible(view: DocumentView, token: "Token", verb: "Token | None") -> bool:
    """True for "if they meet", "may be held", and for what a question asks about."""
    end = view.sentence_of(token.i)[1]
    if "?" in view.lower[token.i : end]:
        return True
    return verb is not None and (is_conditional(verb) or _has_child(verb, POSSIBLE, "aux"))


def _is_held(event: Event, token: "Token", verb: "Token") -> bool:
    """True for "called for a march next week", "repeated an offer": what is said is said, whatever it is about."""
    is_finite = _is_finite_past(verb)
    if verb is token:
        return is_finite
    return is_finite and event.plover_type in SPEECH and token.dep_ in OBJECTS


def _is_finite_past(verb: "Token") -> bool:
    """True for "asked", "has asked", "was asked", not for "asked" in "the questions asked" or "would have asked"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    if verb.tag_ == "VBD":
        return has_subject
    is_perfect = bool(auxiliaries & {"has", "have", "had", "was", "were"})
    return (
        verb.tag_ == "VBN" and is_perfect and not auxiliaries & (FUTURE | POSSIBLE | {"would", "should", "to", "must"})
    )


def _has_child(token: "Token", words: frozenset[str], relation: str = "") -> bool:
    return any(child.lower_ in words and child.dep_.startswith(relation) for child in token.children)
