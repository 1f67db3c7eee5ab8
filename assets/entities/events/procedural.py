"""Talk about talking: what is said at a lectern to whoever listens, and tells no act of diplomacy."""

from typing import TYPE_CHECKING

from assets.entities.events.denials import NEGATIONS, is_of_manner
from assets.entities.events.event_parts import Event
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import OBLIQUES, SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEAKERS = word_set("i we let ’s 's us")
SINGLE = word_set("i he she you")
TALKING = word_set("talk talks talked talking speak speaks spoke spoken speaking")
TURNING = word_set("go going turn turning move moving get back come coming")
PARTNERS = word_set("with to together between")
BESIDE = word_set("as like")
ASKING = word_set("i")
ASKED = word_set("you couple question questions thing things one this")
TO_YOU = word_set("talk speak get see seen")  # "we'll get to you"
CUSTOMS = word_set("talk speak discuss negotiate consult meet engage")  # "we do not discuss intelligence"
RECALLING = word_set("recall recalls recalled recalling withdrew summoned")  # an own envoy, home
COMMENTS = word_set("comment comments")
A_PAIR = 2


def is_procedural(view: DocumentView, event: Event, token: "Token") -> bool:
    """True for "as we talked about", "we'll go to Chris", "I wanted to ask you about", "we do not negotiate here"."""
    if event.plover_type is PloverType.REQUEST:
        return _is_question_to_you(token) or _is_for_comment(token)
    if event.plover_type is not PloverType.CONSULT:
        return False
    return (
        _is_remark(event, token)
        or _is_to_you(token)
        or _is_turn(view, token)
        or _is_greeting(event, token)
        or _is_of_recall(token)
        or (_is_negated(token) and (is_of_manner(token) or _is_custom(token)))
    )


def _is_question_to_you(token: "Token") -> bool:
    """True for "I wanted to ask you about some reporting", "I wanted to ask a couple of things"."""
    if token.lower_ not in ("ask", "asking", "asked") or not _is_said_by(token, ASKING):
        return False
    children = {child.dep_: child for child in token.children}
    you, aim = children.get("obj") or children.get("iobj"), children.get("xcomp") or children.get("ccomp")
    return aim is None and you is not None and you.lower_ in ASKED


def _is_for_comment(token: "Token") -> bool:
    """True for "did not respond to a request for comment", "were asked for comment": newspapers ask for that."""
    return any(child.lower_ in COMMENTS and child.dep_ in (*OBLIQUES, "obj") for child in token.children)


def _is_remark(event: Event, token: "Token") -> bool:
    """True for "he talked about the jobs numbers", "as we talked about", which is no talk with anybody."""
    if token.lower_ not in TALKING or not token.tag_.startswith("V") or _has_partner(token):
        return False
    subject = next((child for child in token.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return False
    is_aside = token.dep_ in ("advcl", "parataxis") and any(child.lower_ in BESIDE for child in token.children)
    is_one = subject.lower_ in SINGLE or (subject.tag_ in ("NNP", "NN") and not _is_joined(subject))
    has_topic = any(one.lower_ == "about" for child in token.children for one in (child, *child.children))
    return is_aside or (is_one and has_topic)


def _is_to_you(token: "Token") -> bool:
    """True for "we'll talk to you later": said to those who listen."""
    is_meant = any(child.lower_ == "you" and child.dep_ in (*OBLIQUES, "obj") for child in token.children)
    return is_meant and token.lower_ in TO_YOU and _is_said_by(token, SPEAKERS)


def _is_turn(view: DocumentView, token: "Token") -> bool:
    """True for "we'll go to Chris Sherman": the next who may ask."""
    if token.lower_ not in TURNING or not _is_said_by(token, SPEAKERS):
        return False
    return any(child.dep_ in OBLIQUES and view.doc[child.i].ent_type_ == "PERSON" for child in token.children)


def _is_greeting(event: Event, token: "Token") -> bool:
    """True for "Well, folks, welcome", "please welcome the Secretary"."""
    if token.lower_ != "welcome" or len(event.parts) >= A_PAIR:
        return False
    children = {child.dep_: child for child in token.children}
    is_called = any(child.lower_ == "please" for child in token.children)
    return is_called or not ({"obj", "xcomp", *SUBJECTS} & children.keys() or token.dep_ in ("obj", "obl", "xcomp"))


def _is_of_recall(noun: "Token") -> bool:
    """True for "recalled its ambassador for consultations": with nobody but his own ministry."""
    if noun.lower_ not in ("consultation", "consultations"):
        return False
    return any(one.lower_ in RECALLING for one in noun.ancestors)


def _is_custom(verb: "Token") -> bool:
    """True for "we do not discuss intelligence", "they do not negotiate with kidnappers"."""
    is_talk = verb.lower_ in CUSTOMS
    return is_talk and any(child.lower_ in ("do", "does") and child.dep_ == "aux" for child in verb.children)


def _has_partner(token: "Token") -> bool:
    """True for "talked to him", "spoke with", "talked together"."""
    return any(
        one.lower_ in PARTNERS for child in token.children for one in (child, *child.children) if one.dep_ != "mark"
    )


def _is_joined(subject: "Token") -> bool:
    return any(child.dep_ == "conj" for child in subject.children)


def _is_said_by(token: "Token", speakers: frozenset[str]) -> bool:
    """Whether one of these is the subject of a verb, or of what it hangs on: "I wanted to ask"."""
    for verb in (token, token.head, token.head.head):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if subject is not None:
            return subject.lower_ in speakers
        if verb.lower_ == "let":
            return True
        if verb.dep_ not in ("xcomp", "conj"):
            break
    return False


def _is_negated(token: "Token") -> bool:
    """True for a verb that a negation denies, or one above it: "we are not going to negotiate from here"."""
    verbs = (token, token.head) if token.dep_ == "xcomp" else (token,)
    return any(child.lower_ in NEGATIONS for verb in verbs for child in verb.children)
