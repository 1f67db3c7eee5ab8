"""How an event is told, of both readings: in which mode, and as held, planned, cancelled, denied or possible."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.clause_forms import is_conditional, is_finite_past
from assets.entities.events.corrected_types import is_refused, with_type
from assets.entities.events.denials import FUTURE, is_denied
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_modes import mode_of
from assets.entities.events.event_parts import Event
from assets.entities.events.not_told import is_told
from assets.entities.events.prospects import is_asked_for, is_intended, is_performed, realis_of_plan
from assets.entities.events.questions import is_asked, is_in_question
from assets.entities.events.sentence_times import SPEECH
from assets.entities.quotes.speech_verbs import REPORTING, STATING
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import ACTIVE_SUBJECTS, OBJECTS, OBLIQUES, SUBJECTS
from warehouse.tables.entities import PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

POSSIBLE = frozenset({"may", "might", "could"})
WITHDRAWING = frozenset({"withdrew", "withdrawn"})
PULLING = frozenset({"pulled", "backed", "dropped"})
NOT_HELD_YET = frozenset({"planned", "scheduled", "upcoming", "proposed"})
FALLING, THROUGH = frozenset({"fell", "fallen", "falls"}), frozenset({"through"})
WHEN = frozenset({"when", "while"})
BE = frozenset({"is", "was", "were", "been"})
FORWARD = frozenset({"forward"})
WOULD = frozenset({"would"})
PROMISING = (PloverType.AGREE, PloverType.THREATEN)  # "will support" promises, and the promise is made
LOOKING = frozenset({"look", "looks", "looked", "looking"})
INVITING = frozenset({"invitation", "invitations"})
GIVING = frozenset({"accorded", "given", "receive", "get"})  # "will be accorded a welcome"
ACCEPTING = re.compile(r"accept\w*|welcom\w*")
# what one refuses by not doing it: "did not recognise the statement"
GRANTING = re.compile(r"(?:recogni[sz]|accept|approv|allow|grant|endors|ratif|permit)\w*")
ANY = frozenset({"any"})
CONTINUING = frozenset({"continue", "continues", "continued"})
CHANCES = frozenset({"opportunity", "chance", "pleasure", "honor", "honour", "privilege"})
DUE = frozenset({"should", "must"})
# of verbs the words, not the lemmas, which the model makes up: "cancell"
CALLED_OFF = re.compile(
    r"cancel\w*|postpon\w*|suspend\w*|scrapp?\w*|shelv\w*|adjourn\w*|(?:call\w*|put\w*) off|rul\w+ out"
)
OFF = re.compile(rf"\b(?:{CALLED_OFF.pattern}|delay\w*|no longer)\b")
# money and goods that are still to come
OFFERING = re.compile(r"offer\w*|pledg\w+|promis\w+|vow\w*|announc\w+|unveil\w*|earmark\w*")
DECIDING = re.compile(r"decid\w+|plan(?:s|ned|ning)?|intend\w*|prepar\w+|agree\w*|expect(?:s|ed)|schedul\w*|slated|due")
DOING = re.compile(r"continued|began|begun|started|managed|proceeded|resumed|helped|kept|went")
TRYING = re.compile(DOING.pattern + r"|tried|attempted|sought")
SURE_OF_REALIS = 0.7
_OFF_LATER = re.compile(
    r"\bbut (?:the|that|this|their) (?:meeting|visit|talks|trip|call|session|summit) (?:was|were|has been|had been|have been) "
    r"(?:\w+ )?(?:cancel\w*|postponed|called off|scrapped|suspended|put off)\b"
)
_NOT_HELD = re.compile(
    r"(?P<aside>(?:(?!\b(?:said|that|which)\b)[^;]){0,100}?)"
    r"(?P<when>never|did not|has not|will not|wo n['’]t) (?:take|took|taken) place\b"
)
_SET = re.compile(r", (?:\w+ ){0,2}(?:set|planned|scheduled|announced|called|fixed|due) for\b")


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
    said = _realis_said(view, event, token)
    return _unspoken(token) if said is None and _has_no_word(view, event, token) else said


def _realis_said(view: DocumentView, event: Event, token: "Token") -> Realis | None:
    verb = _verb(token)
    if _is_called_off(view, event, token):
        return Realis.CANCELLED
    if verb is not None and is_conditional(verb):
        return Realis.HYPOTHETICAL
    is_reject = event.plover_type is PloverType.REJECT
    is_refusal = is_reject and (is_refused(token) or GRANTING.fullmatch(token.lower_) is not None)
    if is_denied(token) and not is_refusal:
        return _demanded(event, token) or Realis.NEGATED
    open_realis = None if is_performed(token) else _open_realis(view, event, token)
    if open_realis is not None:
        return open_realis
    if not is_refusal and (_is_ahead(event, token, verb) or _is_announced(event, token)):
        return Realis.PLANNED
    is_held = (
        is_refusal
        or is_performed(token)
        or (verb is not None and (_is_held(event, token, verb) or _is_under_way(verb)))
    )
    return Realis.ASSERTED if is_held else None


def _open_realis(view: DocumentView, event: Event, token: "Token") -> Realis | None:
    """Of what may come about possible; of a meeting what the word over its noun says."""
    is_own = event.plover_type in (PloverType.REQUEST, PloverType.PROTEST)  # who calls for a march plans it
    if _is_possible(view, token, _verb(token)) or (not is_own and is_asked_for(token)):
        return Realis.HYPOTHETICAL
    return realis_of_plan(token) if event.plover_type is PloverType.CONSULT else None


def _has_no_word(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for what is read as denied, called off or asked about where no word of the sentence says so."""
    if event.realis is Realis.CANCELLED:
        return OFF.search(view.words(*view.sentence_of(token.i))) is None
    is_granted = event.realis is Realis.HYPOTHETICAL and is_in_question(view, token)
    return event.realis is Realis.NEGATED or is_granted


def _demanded(event: Event, token: "Token") -> Realis | None:
    """What "should not be detained" is: a demand that is made, or an act that is advised against."""
    if not _has_child(token, DUE, "aux"):
        return None
    return Realis.ASSERTED if event.plover_type is PloverType.REQUEST else Realis.HYPOTHETICAL


def _unspoken(token: "Token") -> Realis:
    """What an event is whose sentence denies, calls off or asks about something else."""
    verb = _verb(token)
    if _has_child(token, ANY):
        return Realis.HYPOTHETICAL
    is_ahead = verb is not None and (_has_child(verb, FUTURE, "aux") or verb.head.lower_ == "going")
    return Realis.PLANNED if is_ahead else Realis.ASSERTED


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
    if _is_dropped(view.words(event.match.end, end)):
        return True
    if token.tag_.startswith("V"):
        return _OFF_LATER.search(view.words(event.match.end, end)) is not None
    verb = token.head
    if _is_left_out(token) or (token.dep_ in SUBJECTS and verb.lower_ in FALLING and _has_child(verb, THROUGH)):
        return True
    is_passive = token.dep_ in SUBJECTS and verb.lower_.endswith(("ed", "off")) and _has_child(verb, BE)
    if token.dep_ not in OBJECTS and not is_passive:
        return False
    words = [verb.lower_, *(child.lower_ for child in verb.children if child.dep_ == "compound:prt")]
    is_off = CALLED_OFF.fullmatch(" ".join(words)) is not None
    return is_off and verb.dep_ != "advcl" and not (_has_child(verb, FUTURE | POSSIBLE) or is_denied(verb))


def _is_left_out(noun: "Token") -> bool:
    """True for "pulled out of a planned meeting", "withdrew from the talks": they were not to come about with him."""
    verb = noun.head
    leads = {child.lower_ for child in noun.children if child.dep_ == "case"}
    words = {verb.lower_, *(child.lower_ for child in verb.children if child.dep_ in ("compound:prt", "advmod"))}
    is_leaving = (words & WITHDRAWING and (leads & {"from"})) or (words & PULLING and "out" in words | leads)
    return bool(is_leaving) and _has_child(noun, NOT_HELD_YET) and is_finite_past(verb)


def _is_dropped(after: str) -> bool:
    """True for a meeting that was set and is not held: "will not take place", ", announced for May, never took place"."""
    not_held = _NOT_HELD.match(after)
    return not_held is not None and (
        not_held["when"].startswith("wi") or _SET.search(not_held["aside"] or "") is not None
    )


def _is_possible(view: DocumentView, token: "Token", verb: "Token | None") -> bool:
    """True for "if they meet", "may be held", and for what a question asks about."""
    if is_in_question(view, token) and is_asked(view, token):
        return True
    return verb is not None and _has_child(verb, POSSIBLE, "aux")


def _is_ahead(event: Event, token: "Token", verb: "Token | None") -> bool:
    """True for "looked forward to a summit", "accepted an invitation to visit", "said that Japan would invite"."""
    if token.dep_ in OBLIQUES and token.head.lower_ in LOOKING:
        return _has_child(token.head, FORWARD)
    if verb is None or event.plover_type in PROMISING or (verb is not token and token.dep_ in ACTIVE_SUBJECTS):
        return False
    if any(child.dep_ == "advcl" and is_conditional(child) for child in verb.children):
        return False
    if verb.dep_ == "acl" and verb.head.lower_ in INVITING:
        return ACCEPTING.fullmatch(verb.head.head.lower_) is not None
    if verb is token and event.plover_type not in SPEECH and _is_decided(verb):
        return True
    is_given = token.dep_ in OBJECTS and verb.lower_ in GIVING
    is_reported = verb.dep_ == "ccomp" and verb.head.lower_ in REPORTING and verb.head.tag_ == "VBD"
    is_said_to_come = is_reported and _has_child(verb, WOULD, "aux")
    is_open = is_given or event.realis is Realis.HYPOTHETICAL
    return is_said_to_come or (is_open and _has_child(verb, FUTURE, "aux"))


def _is_decided(verb: "Token") -> bool:
    """True for "will expel", "decided to expel": what somebody will do he has not done."""
    is_aim = verb.dep_ == "xcomp" and DECIDING.fullmatch(verb.head.lower_) is not None
    return _has_child(verb, FUTURE, "aux") or is_aim or is_intended(verb)


def _is_announced(event: Event, token: "Token") -> bool:
    """True for "said that it would expel them", "offered its troops": what somebody says that he will do or give."""
    if event.plover_type is PloverType.AID and OFFERING.fullmatch(token.lower_):
        return True
    is_said = token.dep_ == "ccomp" and token.head.lower_ in STATING and token.tag_.startswith("V")
    auxiliaries = {child.lower_ for child in token.children if child.dep_ == "aux"}
    return is_said and "would" in auxiliaries and "have" not in auxiliaries


def _is_held(event: Event, token: "Token", verb: "Token") -> bool:
    """True for "called for a march next week", "repeated an offer": what is said is said, whatever it is about."""
    is_finite = is_finite_past(verb)
    if verb is token:
        return is_finite or _is_done(event, verb)
    return is_finite and event.plover_type in SPEECH and token.dep_ in OBJECTS


def _is_under_way(verb: "Token") -> bool:
    """True for "continues to meet", "had an opportunity in Rome to speak"."""
    upper = verb.head
    if verb.dep_ == "xcomp" and upper.lower_ in CONTINUING:
        return upper.tag_ in ("VBZ", "VBP", "VBD") and not _has_child(upper, FUTURE)
    return verb.dep_ == "acl" and upper.lower_ in CHANCES and upper.head.lower_ == "had"


def _is_done(event: Event, verb: "Token") -> bool:
    """True for "continued to send arms", and for "tried to kill him", which is an assault whatever came of it."""
    head = verb.head
    if verb.dep_ == "acl":
        return event.plover_type is PloverType.ASSAULT and head.lower_ in ("attempt", "attempts", "bid", "plot")
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and _has_child(verb, WHEN):  # "urged them to act when attending"
        return True
    doing = TRYING if event.plover_type is PloverType.ASSAULT else DOING
    return verb.dep_ == "xcomp" and doing.fullmatch(head.lower_) is not None and is_finite_past(head)


def _has_child(token: "Token", words: frozenset[str], relation: str = "") -> bool:
    return any(child.lower_ in words and child.dep_.startswith(relation) for child in token.children)
