"""Whoever of another country is named by it alone: "his Kenyan host", "her Sri Lankan counterpart"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from assets.entities.coreference.discourse import Discourse
from assets.entities.sentences.phrase_words import POSSESSIVE_MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assets.entities.extensions import Chain

_EQUALS = frozenset({"counterpart", "colleague"})
_OPPOSITES = _EQUALS | {"host", "guest"}
_OWNERS = frozenset({"his", "her", "the", "their"})
_SAME_OFFICE = {"secretary of state": "foreign minister"}
_NAME_REACH = 7  # tokens between "his Kenyan host," and the name that follows it


def opposites(discourse: Discourse, resolved: "Mapping[int, int]") -> Iterator[tuple[int, tuple[int, int]]]:
    """Chain and words of those who are told by their country: the one person of an office there who was named before.

    A counterpart holds the office of the other, whom ``resolved`` tells by the token of "his".
    """
    for index, word in enumerate(discourse.lower):
        if word not in _OPPOSITES or discourse.label_at(index - 1) not in ("NORP", "GPE"):
            continue
        start, country = _country_before(discourse, index)
        if start == 0 or country is None or _is_named(discourse, index + 1):
            continue
        owner = resolved.get(start - 1)
        if discourse.lower[start - 1] in _OWNERS:
            meant = _meant(discourse, index, country, owner, is_equal=word in _EQUALS)
            if meant is not None:
                yield meant, (start - 1, index + 1)


def _country_before(discourse: Discourse, index: int) -> tuple[int, str | None]:
    """First token of the country's name before a word, and the country."""
    end = index - (discourse.lower[index - 1] in POSSESSIVE_MARKS)
    for chain in discourse.chains:
        for first, last in chain.mentions:
            if last == end and chain.label in ("NORP", "GPE"):
                return first, chain.country_id
    return 0, None


def _is_named(discourse: Discourse, start: int) -> bool:
    """Whether the name follows: "his Kenyan host, President Uhuru Kenyatta"."""
    stop = min(start + _NAME_REACH, discourse.sentence(start - 1)[1])
    for at in range(start, stop):
        if discourse.label_at(at) == "PERSON":
            return True
        if at > start and discourse.lower[at] in (",", ";"):
            return False
        if discourse.doc[at].pos_ in ("VERB", "AUX", "ADP", "SCONJ", "CCONJ"):
            return False
    return False


def _meant(discourse: Discourse, index: int, country: str, owner: int | None, *, is_equal: bool) -> int | None:
    named = [
        number
        for number, chain in enumerate(discourse.chains)
        if chain.label == "PERSON"
        and chain.country_id == country
        and number != owner
        and chain.roles
        and chain.mentions[0][0] < index
    ]
    if is_equal:
        offices = _offices(discourse.chains[owner]) if owner is not None else set()
        named = [number for number in named if _offices(discourse.chains[number]) & offices]
    return named[0] if len(named) == 1 else None


def _offices(chain: "Chain") -> set[str]:
    return {_SAME_OFFICE.get(role.title, role.title) for role in chain.roles}
