"""What a question asks about, and what it takes for granted."""

from typing import TYPE_CHECKING

from assets.entities.events.clause_forms import is_conditional
from assets.entities.events.denials import DEFINITE, TAKEN, verbs
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import OBJECTS, SUBJECTS
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

TAGS = word_set("right correct yes huh")  # "they imposed sanctions, right?"
OPEN = word_set("why when where who what how")
PAST = word_set("did was were has have had")
GRANTED = ("acl:relcl", "appos")  # "the munitions, which have been banned"
THOUGHT_OF = word_set("possible potential proposed")
MOVED = word_set("moved cancelled canceled postponed delayed confirmed")
_OF_NOUNS = ("nmod", "nmod:poss", "obl", "conj", "compound")


def is_in_question(view: DocumentView, token: "Token") -> bool:
    """True for a word before the question mark of its sentence, unless only a quotation after it asks."""
    end = view.sentence_of(token.i)[1]
    mark = next((at for at in range(token.i, end) if view.lower[at] == "?"), None)
    if mark is None:
        return False
    quoted = view.quotation_of(mark)
    return quoted is None or quoted == view.quotation_of(token.i)


def is_asked(view: DocumentView, token: "Token") -> bool:
    """True for an act that a question is about: "did they meet?", not for "after they met, did they agree?"."""
    mark = view.lower.index("?", token.i)
    if view.lower[mark - 1] in TAGS and view.lower[mark - 2] == ",":
        return False
    return not (_is_granted_noun(token) or _is_granted_clause(token))


def _is_granted_noun(token: "Token") -> bool:
    """True for "during the meeting", "the status of those talks", not for "will the meeting take place"."""
    while token.tag_.startswith("N") and not any(child.lower_ in THOUGHT_OF for child in token.children):
        if any(child.lower_ in DEFINITE or child.dep_ == "nmod:poss" for child in token.children):
            events = verbs("is held") | verbs("takes place") | TAKEN | MOVED
            return token.dep_ not in SUBJECTS | OBJECTS or token.head.lower_ not in events
        if token.dep_ not in _OF_NOUNS:
            break
        token = token.head
    return False


def _is_granted_clause(token: "Token") -> bool:
    """True within "which have been banned", "when he met him", and for what is known of "why did they meet"."""
    while token.head != token:
        if token.dep_ in GRANTED or (token.dep_ in ("acl", "advcl") and not _is_aim(token)):
            return True
        token = token.head
    is_open = any(child.lower_ in OPEN for child in token.children)
    is_past = token.tag_ == "VBD" or any(
        child.lower_ in PAST and child.dep_.startswith("aux") for child in token.children
    )
    return is_open and is_past


def _is_aim(verb: "Token") -> bool:
    """True for "to meet him", "if they meet"."""
    return is_conditional(verb) or any(child.lower_ == "to" and child.dep_ == "mark" for child in verb.children)
