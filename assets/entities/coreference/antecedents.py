"""Whom a phrase means, as the rules for events and quotations ask: pronouns resolved once, for all of them."""

from bisect import bisect_right
from collections.abc import Collection
from typing import TYPE_CHECKING

from assets.entities.coreference.discourse import Discourse
from assets.entities.coreference.genders import FEMININE
from assets.entities.coreference.pronouns import Kind, Pronoun, Resolver, third_person
from assets.entities.sentences.phrases import Phrase, PhraseKind

if TYPE_CHECKING:
    from assets.entities.sentences.document_view import DocumentView


def resolver_of(view: "DocumentView") -> Resolver:
    """The pronouns of a document as its chains have them; of chains made without pronouns they are found here."""
    if view.resolver is None:
        chains = view.doc._.chains
        view.resolver = Resolver(Discourse(view.doc, chains))
        known = {start: number for number, chain in enumerate(chains) for start, _ in chain.pronouns}
        if known:
            view.resolver.resolved.update(known)
        else:
            view.resolver.resolve(third_person(view.resolver.discourse))
    return view.resolver


def chain_of(view: "DocumentView", phrase: Phrase, excluded: Collection[int] = ()) -> tuple[int, Phrase] | None:
    """The chain that a phrase means and the phrase that names it, pronouns resolved; None when it is not known.

    "I" and "we" inside a quotation mean its speaker, whom the caller knows: they are None here.
    """
    if phrase.kind not in (PhraseKind.PRONOUN, PhraseKind.POSSESSIVE):
        return (phrase.chain, phrase) if phrase.chain is not None else None
    if view.lower[phrase.start] not in ("he", "she", "him", "his", "her"):
        return None
    chain = resolver_of(view).resolved.get(phrase.start)
    if chain is None or chain in excluded:
        return None
    return chain, _named(view, chain, phrase.start)


def person_before(view: "DocumentView", index: int, excluded: Collection[int] = ()) -> Phrase | None:
    """The person most present at a token, whom "his" would mean there: whose "agenda" it is. None when it is not clear."""
    pronoun = Pronoun(index, Kind.POSSESSIVE, view.lower[index] in FEMININE)
    chain = resolver_of(view).antecedent(pronoun, excluded)
    return _named(view, chain, index) if chain is not None else None


def mention_near(view: "DocumentView", chain: int, index: int) -> tuple[int, int]:
    """The mention of a chain nearest before a token, else its first."""
    mentions: tuple[tuple[int, int], ...] = view.doc._.chains[chain].mentions  # in order
    return mentions[max(0, bisect_right(mentions, index, key=lambda mention: mention[0]) - 1)]


def _named(view: "DocumentView", chain: int, index: int) -> Phrase:
    mention = mention_near(view, chain, index)
    phrase = view.phrase_at(mention[0])
    return phrase if phrase is not None else Phrase(*mention, PhraseKind.PERSON, chain, mention)
