"""Whether the words of a sentence deny that an event took place, or only something about it.

A negation denies what stands in its reach: "did not meet", "no plans to meet", "denied that they had met". It leaves
alone what is taken for granted ("the meeting between Sol and Gil did not change that"), and what it only qualifies
("not only met", "not because we met", "is not happening in a vacuum"). What verbs make of the act that they govern
stands in seeds/reference/denial_verbs.csv.
"""

from functools import cache
from typing import TYPE_CHECKING

from assets.entities.events.event_lexicon import forms_of, verb_forms
from assets.entities.sentences.relations import OBJECTS, SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.reference import reference

if TYPE_CHECKING:
    from spacy.tokens import Token

NEGATIONS = word_set("not n't n’t never")
NOBODY = word_set("no neither none nobody nor")
# a negation before these denies that it is all, or the only reason
QUALIFIERS = word_set("only just merely simply solely because least so")
FUTURE = word_set("will shall 'll ’ll wo")
MANNERS = word_set("vacuum isolation void public media press podium advance detail haste")
RESTLESS = word_set("hesitate hesitates waver wavers rest relent forget tire shy stop stopped")  # "will not hesitate"
DEFINITE = word_set("the this that these those his her its their our my your")
OF_VERBS = ("xcomp", "ccomp")
BEING = word_set("be have do")
READY = word_set("able ready willing prepared due set scheduled supposed likely position aware")
TAKEN = word_set("held convened scheduled planned arranged reached imposed")
PLANS = word_set("plan plans intention intentions need desire talk prospect chance decision")
REPORTS = word_set("report reports claim claims rumour rumours rumor rumors allegation allegations")


@cache
def verbs(act: str) -> frozenset[str]:
    """Forms of the verbs that say of an act that it ``is held``, ``takes place``, ``is refused`` or ``is dismissed``.

    What ``hangs on`` a verb is denied with it.
    """
    rows = reference("denial_verbs").iter_rows()
    return forms_of(frozenset(verb for verb, said in rows if said == act))


def is_denied(token: "Token") -> bool:
    """True for a trigger that is told not to have come about."""
    if token.lower_ in RESTLESS:
        return False
    if _has(token, NOBODY, ("det", "cc", "cc:preconj", "advmod")) or _has(token, {"without"}, ("mark", "case")):
        return True
    if _is_predicate(token) and (_is_negated(token) or _has_nobody(token)):
        return not is_qualified(token)
    if _is_short_of(token):
        return True
    if token.dep_ == "conj" and _has(token, {"or", "nor"}, ("cc",)):
        return is_denied(token.head)
    return _is_denied_above(token)


def _is_short_of(token: "Token") -> bool:
    """True for "stopped short of urging them to leave"."""
    above = [token.head, token.head.head]
    is_short = any(one.lower_ in verb_forms("stop") and _has(one, {"short"}) for one in above)
    return token.tag_ == "VBG" and is_short


def is_qualified(verb: "Token") -> bool:
    """True where a negation leaves the act of its verb alone: "not only met", "do not negotiate in public"."""
    negation = next((child for child in verb.children if child.lower_ in NEGATIONS), None)
    if negation is None:
        return False
    following = verb.doc[negation.i + 1] if negation.i + 1 < len(verb.doc) else negation
    if following.lower_ == "because" and following.head == verb:  # "not because we seek a conflict": we seek none
        return False
    if following.lower_ in QUALIFIERS or _has(verb, {"more", "just", "only"}, ("advmod", "obj")):
        return True
    return is_of_manner(verb) or any(_is_beside(child, verb) for child in verb.children)


def is_of_manner(verb: "Token") -> bool:
    """True for "in public", "in a vacuum", "from the podium", "from here"."""
    return any(
        child.lower_ in MANNERS or (child.lower_ == "here" and _has(child, {"from"}))
        for child in verb.children
        if child.dep_ in ("obl", "advmod", "obj")
    )


def _is_beside(child: "Token", verb: "Token") -> bool:
    """True for what a negation is about in "not meeting despite our differences", "did not meet until Friday"."""
    if child.dep_ not in ("obl", "advcl", "obl:unmarked"):
        return False
    is_ahead = _has(verb, FUTURE, ("aux",))
    return _has(child, {"despite"}, ("case", "mark")) or (not is_ahead and _has(child, {"until"}, ("case", "mark")))


def _is_predicate(token: "Token") -> bool:
    """True for a verb, and for "not willing"; what is "not a visit of friendship" is a visit nevertheless."""
    is_stated = (token.tag_.startswith("J") or token.lower_.endswith("ing")) and not _has(token, {"a", *DEFINITE})
    return token.tag_.startswith("V") or (is_stated and any(child.dep_ == "cop" for child in token.children))


def _is_negated(verb: "Token") -> bool:
    """True for "did not meet", "has yet to meet", "is no longer meeting"."""
    is_first = verb.lower_ in forms_of(BEING)  # "there was not", while "committed not to allow" denies what follows
    if any(child.lower_ in NEGATIONS and (is_first or child.i < verb.i) for child in verb.children):
        return True
    return any(child.lower_ == "longer" and _has(child, {"no"}) for child in verb.children)


def _has_nobody(verb: "Token") -> bool:
    """True for "nobody met", "neither side has accepted", "none of them came"."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    return any(child.lower_ in NOBODY or _has(child, NOBODY, ("det",)) for child in subjects)


def _is_denied_above(token: "Token") -> bool:
    """Whether the word that a trigger hangs on denies it: "refused to meet", "had no meeting", "no plans to meet"."""
    head, relation = token.head, token.dep_
    if relation in SUBJECTS and (head.lower_ in verbs("takes place") | TAKEN or head.lower_ in verb_forms("be")):
        return (_is_negated(head) or _has_nobody(head)) and not is_qualified(head)
    if relation in OF_VERBS:
        return _is_denied_by_verb(head)
    if relation in OBJECTS or head.lower_ == "aware":
        return _is_denied_object(token, head)
    if relation == "advcl" and _has(token, {"to"}, ("mark",)):  # "they are not here to negotiate"
        return head.lower_ not in RESTLESS and _is_negated(head) and not is_qualified(head)
    if relation in ("nmod", "acl"):
        return _is_denied_by_noun(head)
    return False


def _is_denied_by_verb(verb: "Token") -> bool:
    """True for "refused to", "denied having", "is not going to", "does not plan to", "has yet to"."""
    is_negated = (_is_negated(verb) or _has_nobody(verb)) and not is_qualified(verb)
    if verb.lower_ in verbs("is refused") or verb.lower_ == "unable":
        return not is_negated
    if verb.lower_ in verb_forms("have"):
        return is_negated or _has(verb, {"yet"}, ("advmod",))
    if verb.lower_ not in verbs("hangs on") | READY:
        return False
    return is_negated or (verb.dep_ in OF_VERBS and _is_denied_by_verb(verb.head))


def _is_denied_object(noun: "Token", verb: "Token") -> bool:
    """True for "did not hold talks", "does not expect a meeting", "ruled out any meeting"."""
    is_negated = (_is_negated(verb) or _has_nobody(verb)) and not is_qualified(verb)
    if verb.lower_ in verb_forms("rule") and _has(verb, {"out"}):
        return not is_negated and not _has(noun, DEFINITE)
    if verb.lower_ not in verbs("is held") | TAKEN | {"aware"}:
        return False
    if verb.lower_.endswith("ing") and _has(verb, {"without"}, ("mark", "case")):  # "left without holding talks"
        return True
    is_open = not _has(noun, DEFINITE) or verb.lower_ in verb_forms("attend") | verb_forms("hold") | TAKEN
    return is_open and (is_negated or (verb.dep_ in OF_VERBS and _is_denied_by_verb(verb.head)))


def _is_denied_by_noun(noun: "Token") -> bool:
    """True for "no plans for a meeting", "had no intention to meet", "dismissed the reports of a meeting"."""
    if noun.lower_ in REPORTS:
        return noun.dep_ in OBJECTS and noun.head.lower_ in verbs("is dismissed")
    return noun.lower_ in PLANS and (_has(noun, NOBODY, ("det",)) or _is_denied_above(noun))


def _has(token: "Token", words: "frozenset[str] | set[str]", relations: tuple[str, ...] = ()) -> bool:
    return any(child.lower_ in words and (not relations or child.dep_ in relations) for child in token.children)
