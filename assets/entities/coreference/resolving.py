"""The chains of a document with everything that stands for their entities: titles, descriptions, pronouns."""

from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.coreference.chains import named_chains
from assets.entities.coreference.countries import with_countries
from assets.entities.coreference.descriptions import with_companions, with_descriptions
from assets.entities.coreference.discourse import Discourse
from assets.entities.coreference.pronouns import Resolver, third_person
from assets.entities.coreference.speakers import resolve_speech
from assets.entities.coreference.titles import with_titles
from assets.entities.sentences.document_view import view_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

    from assets.entities.extensions import Chain


def resolve(doc: "Doc") -> None:
    """Set the chains of a Doc: names first, then titles and descriptions, pronouns, and what is said in quotations."""
    discourse = Discourse(doc, with_countries(doc, with_titles(doc, named_chains(doc))))
    resolver = Resolver(discourse.with_chains(with_descriptions(discourse)))
    resolver.resolve(third_person(discourse))
    resolver = resolver.with_chains(with_companions(resolver.discourse, resolver.resolved))
    doc._.chains = with_pronouns(resolver.discourse.chains, resolver.resolved)
    view = view_of(doc)
    view.resolver = resolver
    resolve_speech(view, resolver)
    doc._.chains = with_pronouns(doc._.chains, resolver.resolved)


def with_pronouns(chains: "tuple[Chain, ...]", resolved: "Mapping[int, int]") -> "tuple[Chain, ...]":
    """The chains with the pronouns that mean them, by token."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for at in sorted(resolved):
        spans.setdefault(resolved[at], []).append((at, at + 1))
    return tuple(replace(chain, pronouns=tuple(spans.get(number, ()))) for number, chain in enumerate(chains))
