"""To whom an act is done by the clauses that hang on it: "unless Chad withdraws", "is willing to help defend Chad"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import agents, patients
from assets.entities.events.act_names import names_of
from assets.entities.events.clause_forms import is_conditional
from assets.entities.events.event_circumstances import is_country
from assets.entities.events.event_parts import Event
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.sentences.relations import OBLIQUES
from assets.entities.word_sets import word_set
from warehouse.tables.entities import PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

OF_DEEDS = frozenset({PloverType.AGREE, PloverType.THREATEN, PloverType.REJECT})
MOST_VERBS = 4
TOWARDS = word_set("against on upon to at from over with for into")
BESIDE = word_set(  # "signed it with the participation of Sol"
    "participation presence attendance help assistance support backing mediation blessing"
)
GATHERINGS = word_set("meeting summit conference briefing talks session ceremony forum event")  # "announced it at"


def cased(head: "Token") -> Iterator[tuple["Token", str]]:
    """What hangs on a word by a preposition, with that; not where it is said, nor who else helped with it."""
    for child in head.children:
        case = next((one.lower_ for one in child.children if one.dep_ == "case"), "")
        is_beside = child.lower_ in BESIDE and case in ("with", "in")
        is_where = child.lower_ in GATHERINGS and case == "at"
        if child.dep_ in OBLIQUES and case and not (is_beside or is_where):
            yield child, case


def conditioned(view: DocumentView, trigger: "Token") -> list[Phrase]:
    """Whom a threat or demand is put to by its condition: "unless Chad withdraws", "demanded that Chad withdraw"."""
    clauses = [child for child in trigger.children if child.dep_ in ("advcl", "ccomp", "xcomp")]
    clauses += [one for child in clauses for one in child.children if one.dep_ == "advcl"]
    return [
        phrase
        for clause in clauses
        if clause.dep_ == "ccomp" or is_conditional(clause) or _is_for(clause)
        for token in agents(clause, 0)
        for phrase in names_of(view, token)
    ]


def _is_for(clause: "Token") -> bool:
    """True for "pressed for Chad to withdraw"."""
    return any(child.dep_ == "mark" and child.lower_ == "for" for child in clause.children)


def meant_later(view: DocumentView, event: Event, trigger: "Token") -> list[Phrase]:
    """Whom that is done to which somebody promises, threatens or refuses: "is willing to help defend Chad"."""
    if event.plover_type not in OF_DEEDS:
        return []
    verbs = [trigger]
    for verb in verbs[:MOST_VERBS]:
        below = (child for head in (verb, *patients(verb)) for child in head.children)
        verbs += [child for child in below if child.dep_ == "xcomp" or _is_purpose(child)]
    for verb in verbs[1 : MOST_VERBS + 1]:
        objects = patients(verb)
        near = [token for head in (*objects, verb) for token, case in cased(head) if case in TOWARDS]
        near += [token for head in near for token, case in cased(head) if case in TOWARDS]
        named = (phrase for token in (*objects, *near) for phrase in names_of(view, token))
        found = [phrase for phrase in named if phrase.kind is not PhraseKind.PLACE or is_country(view, phrase)]
        if found:
            return found
    return []


def _is_purpose(clause: "Token") -> bool:
    return clause.dep_ in ("advcl", "acl") and any(child.lower_ == "to" for child in clause.lefts)
