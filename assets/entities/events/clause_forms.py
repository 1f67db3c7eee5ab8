"""In which form an act is told: in the past, or as a statement that is itself the act ("we condemn")."""

from enum import StrEnum
from typing import TYPE_CHECKING

from assets.entities.sentences.relations import SUBJECTS
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_CARRIED = frozenset({"obj", "obl", "nsubj", "nsubj:pass", "nmod", "compound", "amod", "xcomp", "advcl", "conj", "acl"})
_AUXILIARIES = frozenset({"aux", "aux:pass", "cop"})
_BOUND = frozenset({"acl:relcl", "advcl:relcl", "ccomp", "csubj"})
_CONDITIONS = word_set("if unless")
_DUE = word_set("must should")
_SPEAKING = word_set("i we")
_OPEN = word_set("will shall 'll ’ll wo may might could would should to must")  # "would have asked", "to have asked"
_HAVE = word_set("has have had ’ve 've")
_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SHORTEST = 4  # letters; longer words in "-ed" are of the past whatever their tag: "thanked"
_MOST_STEPS = 6


class Form(StrEnum):
    """How a clause tells its act."""

    PAST = "past"
    PRESENT = "present"
    OTHER = "other"  # "has accepted", "had offered", "will grant", "who condemns"


def form_of(trigger: "Token") -> Form:
    """The form of the clause of a trigger; a noun has that of the verb that carries it."""
    return _form(clause_of(trigger))


def clause_of(trigger: "Token") -> "Token":
    """The head of the clause in which a trigger stands, the first of those that are joined."""
    token = trigger
    for _ in range(_MOST_STEPS):
        if token.head == token or _finite(token) or token.dep_ not in _CARRIED:
            break
        token = token.head
    return token


def is_bound(verb: "Token") -> bool:
    """True within a relative clause or one that somebody says: "who condemn", "said that they condemn"."""
    for _ in range(_MOST_STEPS):
        if verb.dep_ in _BOUND or verb.head == verb:
            return verb.dep_ in _BOUND
        verb = verb.head
    return False


def is_conditional(verb: "Token") -> bool:
    """True for "if they meet", "unless they withdraw"."""
    return any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children)


def subject_of(verb: "Token") -> "Token | None":
    """Who does what a clause says; of joined verbs the subject of the first."""
    for _ in range(_MOST_STEPS):
        subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if subject is not None or verb.head == verb or verb.dep_ not in ("conj", "xcomp", "advcl"):
            return subject
        verb = verb.head
    return None


def speaks_for_itself(verb: "Token") -> bool:
    """True where the subject is "we" or "I"."""
    subject = subject_of(verb)
    return subject is not None and subject.lower_ in _SPEAKING


def is_finite_past(verb: "Token") -> bool:
    """True for "asked", "has asked", "was asked", not for "asked" in "the questions asked" or "would have asked"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_.startswith("aux")}
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    if verb.tag_ == "VBD":
        return has_subject
    is_perfect = bool(auxiliaries & {"has", "have", "had", "was", "were"})
    return verb.tag_ == "VBN" and is_perfect and not auxiliaries & _OPEN


def _finite(verb: "Token") -> list["Token"]:
    """Finite words of a clause, in order: the verb and its auxiliaries."""
    words = [child for child in verb.children if child.dep_ in _AUXILIARIES]
    return [one for one in sorted((*words, verb), key=lambda one: one.i) if one.tag_ in _FINITE or _is_bare(one)]


def _is_bare(verb: "Token") -> bool:
    """True for "we remain" and "I hereby prohibit", which look like infinitives."""
    if verb.tag_ != "VB" or any(child.tag_ == "TO" or child.dep_ == "mark" for child in verb.children):
        return False
    has_subject = any(child.dep_ in SUBJECTS for child in verb.children)
    return has_subject or verb.dep_ == "cop" or verb.head.pos_ == "ADV"


def _form(verb: "Token") -> Form:
    words = _finite(verb)
    if not words:
        return Form.OTHER
    first = words[0]
    is_perfect = first.lower_ in _HAVE and first != verb
    if is_perfect:
        is_told = first.lower_ == "had" and verb.dep_ == "ccomp"  # "said that he had invited"
        return Form.PAST if is_told else Form.OTHER
    if first.tag_ == "MD":
        return Form.PRESENT if first.lower_ in _DUE else Form.OTHER
    is_past = first.tag_ == "VBD" or (first.tag_ == "VBP" and first.lower_.endswith("ed") and len(first) > _SHORTEST)
    return Form.PAST if is_past else Form.PRESENT
