"""Who takes part in what the encoder sees, where the sentence's grammar names somebody whom it passes over."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import acting, agents
from assets.entities.events.seen_events import Seen
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase
from warehouse.tables.entities import Participation

if TYPE_CHECKING:
    from spacy.tokens import Token

    from assets.entities.events.event_parts import Part

Role = tuple[Phrase, Participation, float]
_ACTING = frozenset(Participation) - {Participation.TARGET}
_SURE_OF_SUBJECT, _SURE_OF_JOINED = 0.7, 0.8


def roles_of(view: DocumentView, seen: Seen) -> list[Role]:
    """The roles that the encoder gives, with who is joined to them by "and", and the subject where nobody acts."""
    roles = [*seen.roles, *_joined(view, seen.roles)]
    if not any(participation in _ACTING for _, participation, _ in roles):
        taken = {phrase for phrase, *_ in roles}
        subjects = (one for one in acting(view, view.doc[seen.token]) if one not in taken)
        roles += [(one, Participation.SOURCE, _SURE_OF_SUBJECT) for one in subjects]
    return roles


def _joined(view: DocumentView, roles: Sequence[Role]) -> Iterator[Role]:
    """Whoever is joined by "and" to one with a role and has none: "Sol and Rey agreed"."""
    taken = {phrase for phrase, *_ in roles}
    for phrase, participation, probability in roles:
        for token in view.doc[phrase.start : phrase.end].root.conjuncts:
            other = view.phrase_at(token.i)
            if other is not None and other not in taken and other.kind is phrase.kind:
                taken.add(other)
                yield other, participation, probability * _SURE_OF_JOINED


def without_own(view: DocumentView, parts: Sequence["Part"], trigger: "Token") -> list["Part"]:
    """The participants without the country of a minister who acts, or the minister whose country does."""
    subjects = {token.i for token in agents(trigger)}
    people = [part for part in parts if view.doc._.chains[part.chain].label == "PERSON"]
    dropped: set[int] = set()
    for person in people:
        country = view.doc._.chains[person.chain].country_id
        for other in parts:
            is_own = other not in people and view.doc._.chains[other.chain].country_id == country is not None
            if is_own and other.participation is person.participation:
                dropped.add(person.chain if _is_among(other.mention, subjects) else other.chain)
    return [part for part in parts if part.chain not in dropped]


def _is_among(mention: tuple[int, int], tokens: set[int]) -> bool:
    return any(token in tokens for token in range(*mention))
