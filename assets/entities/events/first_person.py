"""Whom "I" and "we" mean: the speaker, the country for which the speaker talks, the government whose text it is."""

from functools import lru_cache

from assets.entities.events.country_chains import chain_of_country
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.word_sets import word_set

FIRST_PERSON = word_set("i we my our")
PLURAL = word_set("we our")
_SINGULAR = word_set("i my")
_TABLE = 8  # the seven and the European Union
_TOP = 60  # tokens in which a document says what it is
_BYLINE = 90  # characters
_JOINT = word_set("joint trilateral quadrilateral troika coalition")  # statements in which "we" are several countries


def first_person(view: DocumentView, phrase: Phrase, speaker: int | None) -> int | None:
    """The chain that a pronoun of the first person means; None where nobody is known to speak."""
    is_singular = view.lower[phrase.start] in _SINGULAR
    if speaker is not None:
        country = view.doc._.chains[speaker].country_id
        own = chain_of_country(view, country) if country is not None and not is_singular else None
        return speaker if own is None else own
    author = author_of(view)
    if is_singular and author is not None and not _is_on_behalf(view, phrase):
        return author
    country = view.doc._.government or (view.doc._.chains[author].country_id if author is not None else None)
    if country is None or _JOINT.intersection(view.lower[:_TOP]):
        return None
    if is_singular and not _is_on_behalf(view, phrase):
        return None
    own = chain_of_country(view, country)
    return author if own is None else own


@lru_cache(maxsize=1)
def author_of(view: DocumentView) -> int | None:
    """Chain of the official whose name and office are the first line of a text: "Ana Gil, Minister of Trade"."""
    first, last = view.tokens.paragraphs[0]
    phrase = view.phrase_at(0) if last - first <= _BYLINE and view.text[last - 1 : last] not in ".?!:" else None
    if phrase is None or phrase.chain is None or phrase.kind is not PhraseKind.PERSON:
        return None
    return phrase.chain if view.doc._.chains[phrase.chain].roles else None


@lru_cache(maxsize=1)
def joint_speakers(view: DocumentView) -> tuple[int, ...] | None:
    """Chains of those who say who they are: "We, the Foreign Ministers of Peru and Chile"; None where nobody does.

    Of more than a table seats nobody is named each time "we" is said.
    """
    for token in view.doc:
        named = [child for child in token.children if child.dep_ == "appos"] if token.lower_ == "we" else []
        if named and view.quotation_of(token.i) is None and view.lower[token.i + 1] == ",":
            words = [one.i for one in named[0].subtree]
            phrases = view.phrases_between(min(words), max(words) + 1)
            chains = dict.fromkeys(phrase.chain for phrase in phrases if phrase.chain is not None)
            return tuple(chains) if len(chains) <= _TABLE else ()
    return None


def _is_on_behalf(view: DocumentView, phrase: Phrase) -> bool:
    """True for "On behalf of the Government of Peru, I congratulate ..."."""
    start, end = view.sentence_of(phrase.start)
    return "on behalf of" in view.words(start, end)
