"""What the word over an event says of it: that it is prepared, intended, asked for, or was where something was done.

"Announced talks with Peru", "a visit is being prepared", "open to talks", "urged Chad to sign" tell what has not come
about; "said at the summit" what took place.
"""

import re
from typing import TYPE_CHECKING

from assets.entities.events.clause_forms import clause_of, is_finite_past
from assets.entities.events.denials import FUTURE, is_denied
from assets.entities.sentences.relations import SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

PLANNING = word_set(
    "announce announces announced announcing schedule schedules scheduled scheduling plan planned planning"
)
AGREEING = word_set("agree agrees agreed agreeing")
PREPARED = word_set("prepared coordinated arranged organised organized worked planned negotiated scheduled")
PREPARING = word_set("preparing coordinating arranging organising organizing planning")
READY = word_set("open ready prepared willing")
STAGES = word_set("development preparation works pipeline agenda")
AIMS = word_set("intention intentions desire hope hopes wish plan plans")
DEMANDING = re.compile(r"demand\w*|requir\w+|insist\w*|urg\w+|propos\w+|recommend\w*|request\w*")
SET = word_set("planned scheduled expected due slated")
HELD = word_set("held convened concluded")
AT = word_set("at during after following")
AHEAD = word_set("ahead")
DURING = word_set("during throughout in at")
BESIDE = word_set("sidelines margins")
NOT_YET = word_set("planned scheduled upcoming proposed next possible")
RULE = word_set("rule rules ruled ruling")
ASKING = re.compile(
    r"press(?:ed|es|ing)?|urg\w+|ask(?:ed|s|ing)?|want(?:ed|s|ing)?|call(?:ed|s|ing)|demand\w*|implor\w+|lobb\w+"
)
CALLING = word_set("call calls called calling appeal appeals appealed appealing push pushes pushed pushing")
# who does these speaks of what should come about: "called for a decision at the summit"
PERFORMED = word_set(
    "thank congratulate commend welcome praise applaud salute recognize recognise acknowledge express convey extend "
    "reiterate reaffirm underscore stress condemn urge appeal call apologize apologise"
)
WANTING = word_set("want wanted like wish")
SPEAKING = word_set("i we")
WISHING = word_set("called urged asked invited proposed offered expected hoped planned wanted looked sought")


def realis_of_plan(noun: "Token") -> Realis | None:
    """The realis of a meeting by the word over its noun; None where that leaves it open."""
    if not noun.tag_.startswith("N"):
        return None
    if _is_prepared(noun) or _is_still_ahead(noun):
        return Realis.PLANNED
    if _is_thinkable(noun):
        return Realis.HYPOTHETICAL
    return Realis.ASSERTED if _was_scene(noun) or _has_gone_on(noun) else None


def is_performed(verb: "Token") -> bool:
    """True for "I want to thank him", "we would like to congratulate Peru": whoever says so does it."""
    wish = verb.head
    if verb.dep_ != "xcomp" or verb.lower_ not in PERFORMED or wish.lower_ not in WANTING:
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in SPEAKING for child in wish.children) and not is_denied(wish)


def is_intended(verb: "Token") -> bool:
    """True for "his intention to meet her"."""
    return verb.tag_.startswith("V") and verb.dep_ == "acl" and verb.head.lower_ in AIMS


def is_asked_for(token: "Token") -> bool:
    """True for "pressed Chad to ratify", "called for sanctions": what is asked for has not come about."""
    while token.dep_ == "conj" and token.tag_ == "VB" and token.head.tag_ == "VB":  # "urged to yield and pull out"
        token = token.head
    head = token.head
    if token.tag_.startswith("V"):
        is_aim = token.dep_ in ("xcomp", "advcl", "ccomp") and _has(token, {"to"})
        is_demanded = token.dep_ == "ccomp" and DEMANDING.fullmatch(head.lower_) is not None
        return is_demanded or (is_aim and ASKING.fullmatch(head.lower_) is not None)
    return token.dep_ == "obl" and head.lower_ in CALLING and _has(token, {"for"})


def _is_prepared(noun: "Token") -> bool:
    """True for "announced talks", "is preparing a visit", "agreed on a meeting", "the visit is in preparation", "due"."""
    verb = noun.head
    if noun.dep_ == "obj":
        return verb.lower_ in PLANNING | AGREEING | PREPARING
    if noun.dep_ == "obl":
        return verb.lower_ in AGREEING and _has(noun, {"on", "upon", "to"})
    if noun.dep_ not in SUBJECTS:
        return False
    is_under_way = verb.lower_ in PREPARED and _has(verb, {"being"})
    is_set = verb.lower_ in SET and not is_denied(noun)
    return is_set or is_under_way or (verb.lower_ in STAGES and _has(verb, {"in", "under", "on"}))


def _is_still_ahead(noun: "Token") -> bool:
    """True for "met ahead of the summit", "further visits planned", "will sign it during the visit"."""
    if noun.dep_ == "obl" and (noun.head.lower_ == "ahead" or _has(noun, AHEAD)):
        return True
    if noun.dep_ not in SUBJECTS and any(child.dep_ == "acl" and child.lower_ in SET for child in noun.children):
        return True
    is_scene = noun.dep_ == "obl" and _has(noun, DURING)
    return is_scene and _has(noun.head, FUTURE | {"would"}) and not is_denied(noun.head)


def _has_gone_on(noun: "Token") -> bool:
    """True for "the talks have proved fruitful", and for "met him on the sidelines of the summit"."""
    if any(child.lower_ in NOT_YET for child in noun.children):
        return False
    if noun.dep_ == "nmod" and noun.head.lower_ in BESIDE:
        return is_finite_past(clause_of(noun))
    return noun.dep_ == "nsubj" and noun.head.lower_ not in WISHING and is_finite_past(noun.head)


def _is_thinkable(noun: "Token") -> bool:
    """True for "open to talks", "did not rule out a meeting"."""
    head = noun.head
    if noun.dep_ == "obl":
        return head.lower_ in READY and _has(noun, {"to", "for"})
    is_ruled_out = noun.dep_ == "obj" and head.lower_ in RULE and _has(head, {"out"})
    return is_ruled_out and _has(head, {"not", "n't", "n’t", "never"})


def _was_scene(noun: "Token") -> bool:
    """True for "said at the summit", "left after talks", "the talks were held": what was done there was done."""
    verb = noun.head
    if noun.dep_ == "nsubj:pass" and verb.lower_ in HELD:
        return is_finite_past(verb) and not is_denied(noun)
    is_scene = noun.dep_ == "obl" and _has(noun, AT) and not _has(noun, {"before"})
    is_wish = verb.lower_ in WISHING and not _has(verb, {"off"})  # "called off after talks"
    return is_scene and not is_wish and is_finite_past(verb)


def _has(token: "Token", words: "frozenset[str] | set[str]") -> bool:
    return any(child.lower_ in words for child in token.children)
