"""Whom "they" means by the verb of saying over it: "Police said they had arrested", "Rey said they had discussed"."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import agents
from assets.entities.events.act_names import names_of
from assets.entities.quotes.speech_verbs import REPORTING
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.sentences.relations import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLURAL = frozenset({"NNS", "NNPS"})
_COLLECTIVE = frozenset({"police"})


@dataclass(frozen=True)
class Speakers:
    """Who says what "they" do, and whether several say it, whom "they" then means."""

    chains: tuple[int, ...] = ()
    are_meant: bool = False


def speakers_of(view: DocumentView, phrase: Phrase) -> Speakers:
    """Who says the clause whose subject a pronoun is: several mean themselves, of one person "they" are he and others."""
    token = view.doc[phrase.start]
    verb = token.head
    is_reported = verb.dep_ == "ccomp" and verb.head.lower_ in REPORTING
    if phrase.kind is not PhraseKind.PRONOUN or token.dep_ not in SUBJECTS or not is_reported:
        return Speakers()
    subjects = agents(verb.head, 0)
    found = [one for subject in subjects for one in names_of(view, subject)]
    chains = tuple(dict.fromkeys(one.chain for one in found if one.chain is not None))
    people = tuple(chain for chain in chains if view.doc._.chains[chain].label == "PERSON")
    is_several = len(people) > 1 or any(_is_several(subject) for subject in subjects)
    return Speakers(chains if is_several else people, is_several)


def _is_several(subject: "Token") -> bool:
    return subject.tag_ in _PLURAL or subject.lower_ in _COLLECTIVE
