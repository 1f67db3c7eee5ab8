"""Who or what a noun names: its own phrase, else the nearest names inside its noun phrase.

"Rebels in the Ivory Coast", "thousands of Indonesian students", "the militia based in Trinidad" stand for the people or
the country in their phrase.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.coreference.antecedents import chain_of, mention_near
from assets.entities.events.first_person import FIRST_PERSON
from assets.entities.events.told_sides import means_sides
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.sentences.relations import OWNERS, SUBJECTS
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

INSIDE = (*OWNERS, "nmod", "appos", "flat", "nmod:desc", "conj")
FROM_WHERE = word_set("in from throughout across of at within including")
TEXTS = word_set(
    "agreement deal accord pact treaty memorandum document ceasefire truce contract protocol declaration convention mou"
)
WHERE = word_set("in at within")
DEEPEST = 3  # steps from the head of a noun phrase to the name in it


def names_of(view: DocumentView, token: "Token") -> list[Phrase]:
    """The phrases of a noun and what is joined to it, else the nearest names inside its own phrase."""
    return [phrase for one in (token, *token.conjuncts) for phrase in _names_in(view, one)]


def _names_in(view: DocumentView, token: "Token") -> list[Phrase]:
    if token.lower_ == "behalf":
        return []  # whoever is spoken for is nobody that it is said to
    level = [token]
    for _ in range(DEEPEST + 1):
        joined = [one for token in level for one in (token, *_joined(token))]
        found = [phrase for one in joined if (phrase := _phrase(view, one)) is not None]
        if found:
            return found
        level = [child for one in level for child in one.children if _is_inside(child) and not _is_where(child)]
    own = view.phrase_at(token.i)
    return [own] if own is not None and _means_others(view, own) else []


def _means_others(view: DocumentView, phrase: Phrase) -> bool:
    """True for "we" and "both sides", which mean whoever speaks or was told of before."""
    return view.lower[phrase.start] in FIRST_PERSON or means_sides(view, phrase)


def _joined(token: "Token") -> list["Token"]:
    """What is joined to a word inside a noun phrase: "Peruvian and Cuban officials"."""
    return [child for child in token.children if child.dep_ == "conj"] if token.dep_ in OWNERS else []


def _phrase(view: DocumentView, token: "Token") -> Phrase | None:
    phrase = view.phrase_at(token.i) or _ministry(view, token)
    found = chain_of(view, phrase) if phrase is not None and phrase.kind is not PhraseKind.OCCASION else None
    if phrase is None or found is None:
        return None
    mention = found[1].mention or mention_near(view, found[0], phrase.start)
    return replace(phrase, chain=found[0], mention=mention)


def _ministry(view: DocumentView, token: "Token") -> Phrase | None:
    """The one ministry that a text names, for "the ministry said", "the foreign ministry summoned"."""
    if (
        token.lower_ != "ministry"
        or token.dep_ not in SUBJECTS
        or not any(child.lower_ == "the" for child in token.children)
    ):
        return None
    chains = view.doc._.chains
    kind = "foreign" if any(child.lower_ == "foreign" for child in token.children) else ""
    named = [number for number, chain in enumerate(chains) if chain.label == "ORG" and _is_ministry(chain.name, kind)]
    if len(named) != 1:
        return None
    return Phrase(token.i, token.i + 1, PhraseKind.BODY, named[0], mention_near(view, named[0], token.i))


def _is_ministry(name: str, kind: str) -> bool:
    return "ministry" in name.lower() and kind in name.lower()


def _is_where(child: "Token") -> bool:
    """True for the city in "signed an agreement in the Qatari capital": none of it signs."""
    is_text = child.head.lower_ in TEXTS or child.head.lower_.removesuffix("s") in TEXTS
    return is_text and any(one.dep_ == "case" and one.lower_ in WHERE for one in child.children)


def _is_inside(child: "Token") -> bool:
    """Whether a word says who or where from those are on whom it hangs, not who says so."""
    if any(one.lower_ == "according" for one in child.children):
        return False
    if child.dep_ in INSIDE:
        case = next((one.lower_ for one in child.children if one.dep_ == "case"), "")
        return child.dep_ not in ("nmod", "nmod:desc") or case in FROM_WHERE or case in ("'s", "’s", "'", "")
    return child.dep_ == "acl" or (child.dep_ in ("obl", "obl:agent") and child.head.dep_ == "acl")
