"""Entities of a Doc without overlaps: a titled person first, then the longer of two, of equals the surer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from assets.entities.names.gazetteer import Entry, Match
from assets.entities.names.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


def add_entities(doc: "Doc", words: Words, added: Iterable[Match]) -> None:
    """Add matches to the entities of ``doc``, dropping what a better one covers.

    Extension attributes belong to a stretch of text, not to a span object: they are set once the entities are settled.
    """
    ranked = sorted([*existing_matches(doc, words), *added], key=_rank)
    taken: set[int] = set()
    kept: list[tuple[Span, Match]] = []
    for match in ranked:
        if taken.isdisjoint(range(match.start, match.end)):
            taken.update(range(match.start, match.end))
            kept.append((words.span(doc, match.start, match.end, match.entry.label, match.entry.name), match))
    doc.set_ents(sorted((span for span, _ in kept), key=lambda span: span.start))
    for span, match in kept:
        span._.country, span._.confidence, span._.role = match.entry.country_id, match.entry.confidence, match.role
        span._.is_guess = match.entry.is_guess


def existing_matches(doc: "Doc", words: Words) -> list[Match]:
    """The entities that ``doc`` has, by their words."""
    position = {token: index for index, token in enumerate(words.tokens)}
    return [
        Match(
            position[ent.start],
            position[ent.end - 1] + 1,
            Entry(ent.kb_id_, ent.label_, ent._.country, ent._.confidence, ent._.is_guess),
            ent._.role,
        )
        for ent in doc.ents
    ]


def _rank(match: Match) -> tuple[bool, int, float, int]:
    """Order in which matches win: titled people, then the longest, then the surest.

    "Secretary Washington" is nobody's city; "Venezuelan National Assembly" beats "National Assembly".
    """
    return (match.role is None, match.start - match.end, -match.entry.confidence, match.start)
