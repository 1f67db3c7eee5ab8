"""Words of an act in a sentence that says how things are: habits, long states, programmes, figures of speech."""

import re
from functools import cache
from typing import TYPE_CHECKING

from assets.entities.events.denials import NEGATIONS
from assets.entities.events.event_parts import Event
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import ACTIVE_SUBJECTS, OBLIQUES, SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.reference import reference
from warehouse.tables.entities import PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

HABITUAL = word_set("frequent regular routine periodic occasional")
HABITUALLY = word_set("regularly routinely typically usually often always whenever")
AGES = word_set("years decades generations centuries")
PERFECT = word_set("has have ’s 's ’ve 've")
RECEIVING = word_set("receive receives received receiving")
HOSTING = word_set("host hosts hosted hosting")
DEGREE = re.compile(r"(?:[A-Z]\.){2,}|[BMJ]\.?[A-Z]+\.?|Ph\.?D\.?|MBA")
HELP = word_set("help assistance support backing")
FIRES = word_set("fire fires")
PUTTING_OUT = ("fight", "fought", "battl", "combat", "tackl")
STRUGGLES = ("fight", "fought", "struggl")


@cache
def _nouns(kind: str) -> frozenset[str]:
    """Nouns for what no person meets: things ``received`` or ``hosted``, ``abstract`` aims of struggle, a ``programme``."""
    return frozenset(noun for noun, what in reference("generic_nouns").iter_rows() if what == kind)


def is_generic(view: DocumentView, event: Event, token: "Token") -> bool:
    """Whether the words of an event say how things are rather than what somebody did."""
    match event.plover_type:
        case PloverType.CONSULT:
            is_row = view.lower[event.match.end - 1] == "from"  # "received a call from Sol", "a courtesy call from Rey"
            is_other = event.mode != "phone" and not is_row and _is_thing(token)
        case PloverType.ASSAULT:
            is_other = _is_metaphor(token)
        case PloverType.AID | PloverType.AGREE:
            is_other = _is_of_programme(token) or _is_by_the_way(token)
        case _:
            is_other = False
    return is_other or _is_habit(event, token) or _is_since_long(token)


def _is_thing(token: "Token") -> bool:
    """True for "received her J.D. from", "hosts 900,000 refugees", "the frequent discussions": no meeting is told."""
    if token.tag_.startswith("N"):
        return any(child.lower_ in HABITUAL for child in token.children)
    what = next((child for child in token.children if child.dep_ == "obj"), None)
    if what is None:
        return False
    if token.lower_ in RECEIVING:
        return what.text in _nouns("received") or DEGREE.fullmatch(what.text) is not None
    return token.lower_ in HOSTING and what.lower_ in _nouns("hosted")


def _is_metaphor(token: "Token") -> bool:
    """True for "fights for democracy", "combats corruption", "the attacks on abortion rights": nobody is hit."""
    targets = [child for child in token.children if child.dep_ in ("obj", "obl", "nmod", "nsubj:pass")]
    is_for = token.lower_.startswith(STRUGGLES) and any(_has_case(one, "for") for one in targets)
    is_fire = token.lower_.startswith(PUTTING_OUT) and any(
        one.lower_ in FIRES for one in targets
    )  # not "opened fire on"
    return is_for or is_fire or any(one.lower_ in _nouns("abstract") for one in targets)


def _is_of_programme(token: "Token") -> bool:
    """True for "the Rescue Plan is helping schools": a programme described, not help given by somebody."""
    verb = token.head if token.dep_ == "xcomp" else token
    return any(child.dep_ in ACTIVE_SUBJECTS and child.lower_ in _nouns("programme") for child in verb.children)


def _is_by_the_way(token: "Token") -> bool:
    """True for "drew it up with the help of Peru": of another act, which somebody helped with."""
    is_of_somebody = any(_has_case(child, "of") or _has_case(child, "from") for child in token.children)
    return token.lower_ in HELP and token.dep_ in OBLIQUES and _has_case(token, "with") and is_of_somebody


def _is_habit(event: Event, token: "Token") -> bool:
    """True for "regularly authorizes exports", "whenever a citizen is arrested": what is done time and again."""
    words = {child.lower_ for child in token.children if child.dep_ in ("advmod", "mark")}
    return token.tag_.startswith("V") and event.realis is not Realis.PLANNED and bool(words & HABITUALLY)


def _is_since_long(token: "Token") -> bool:
    """True for "has long provided", "for decades the army has killed": how things are, not what happened."""
    is_of_head = token.dep_ == "conj" and not any(child.dep_ in SUBJECTS for child in token.children)
    children = [child for each in ((token, token.head) if is_of_head else (token,)) for child in each.children]
    words = {child.lower_ for child in children}
    if not words & PERFECT or words & NEGATIONS:
        return False
    is_long = any(child.lower_ == "long" and child.dep_ == "advmod" for child in children)
    return is_long or any(child.lower_ in AGES and _has_case(child, "for") for child in children)


def _has_case(noun: "Token", preposition: str) -> bool:
    return any(child.dep_ == "case" and child.lower_ == preposition for child in noun.children)
