"""Whom "they", "the two ministers" and "both sides" mean: the sides of an event told before."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from assets.entities.events.country_chains import chain_of_country, is_country_chain
from assets.entities.events.event_slots import MAIN
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind, is_of_counted, is_pair
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType

if TYPE_CHECKING:
    from assets.entities.events.event_parts import Event
    from assets.entities.extensions import Chain

DELEGATIONS = word_set(
    "delegation delegates parliamentarians lawmakers legislators senators visitors team group mission"
)
_COUNTRIES = word_set("countries nations governments states")
_ANY = word_set("sides side parties delegations")
_STATES = word_set("sides side parties")  # in what they agree, say and do, not in who meets
_TWO = word_set("two both neither either each")
_THREE = word_set("three")
_LEAST = 2
_NEAR = 2.5  # as many tellings is one in the sentence before worth
_OF_PEOPLE = 2.0  # as many is one of people worth
_OF_EQUALS = 1.5  # as many is one of those who hold the same office worth
_OF_TITLE = 6.0  # and where their title is said: "the two ministers" are not a minister and a premier
_SAME_OFFICE = ("secretary of state", "foreign minister")  # of the United States, and of others
_PEOPLE = word_set("leaders officials diplomats statesmen counterparts dignitaries secretaries")
_MINISTERS = ("minister", "secretary")  # a secretary of state is one
_TITLES = {"presidents": ("president",), **dict.fromkeys(("ministers", "premiers", "chancellors"), _MINISTERS)}

Named = tuple[tuple[int, ...], int]  # those named together, and at which token


def means_sides(view: DocumentView, phrase: Phrase) -> bool:
    """True for "they", "the two leaders", "the ministers": several who were named before.

    "The foreign ministers of the region" are others.
    """
    words = view.lower[phrase.start : phrase.end]
    if phrase.kind is PhraseKind.PRONOUN:
        return words[0] == "they"
    is_group = phrase.kind is PhraseKind.GROUP and phrase.chain is None
    is_group &= is_pair(words) or is_of_counted(view.lower, phrase.end)
    is_of_others = view.lower[phrase.end : phrase.end + 1] == ["of"] and not is_of_counted(view.lower, phrase.end)
    return is_group and (not is_of_others or bool(_TWO.intersection(words)))


def sides_meant(
    view: DocumentView, words: Sequence[str], told: Sequence["Event"], others: Sequence[int], at: int, is_talk: bool
) -> tuple[int, ...]:
    """Chains of those whom such words at a token mean; ``others`` take part beside them: "Sol and her counterparts".

    They are the sides of whom the text has told most, those of the sentence before told of sooner than others, in a talk
    those who met; where nobody met, whoever did what was told last. The "sides" of an act, unless they talk, are the
    states, where one is named.
    """
    spoken_of = _just_told(view, words, told, others, at)
    if spoken_of:
        return spoken_of
    met = [one for one in told if is_talk and one.plover_type is PloverType.CONSULT]
    are_told = any(_fits(view, _sides(view, one, words), words, others) for one in met)
    named = [(_sides(view, one, words), one.match.start) for one in (met if are_told else told)]
    counterparts = [pair for pair in _counterparts(view) if pair[1] < at and words[-1] in _TITLES]
    sides = (
        _most_told(view, words, [*counterparts, *named], others, at)
        if any(_fits(view, each, words, others) for each, _ in named)
        else _who_acted(view, words, told, others) or _most_told(view, words, counterparts, others, at)
    )
    states = _countries(view, sides) if words[-1] in _STATES and not is_talk else ()
    is_named = any(is_country_chain(view, state) for state in states)
    are_two = len(states) == _LEAST and _TWO.intersection(words)
    return states if is_named and (len(states) == len(sides) or are_two) else sides


def _most_told(
    view: DocumentView, words: Sequence[str], named: Sequence[Named], others: Sequence[int], at: int
) -> tuple[int, ...]:
    """The likeliest of those named together of whom such words may speak."""
    weights: dict[tuple[int, ...], float] = {}
    last: dict[tuple[int, ...], int] = {}
    for number, (sides, start) in enumerate(named):
        if _fits(view, sides, words, others):
            key = tuple(sorted(sides))
            nearness = _NEAR if view.sentence_at[at] - view.sentence_at[start] <= 1 else 1.0
            weights[key] = weights.get(key, 0.0) + nearness * _weight(view, sides, words)
            last[key] = number
    best = max(weights, key=lambda key: (weights[key], last[key]), default=None)
    return named[last[best]][0] if best is not None else ()


def _just_told(
    view: DocumentView, words: Sequence[str], told: Sequence["Event"], others: Sequence[int], at: int
) -> tuple[int, ...]:
    """Those who met in the sentence before, for "they": of earlier meetings more may be told."""
    if list(words) != ["they"]:
        return ()
    for event in reversed(told):
        if (
            view.sentence_at[at] - view.sentence_at[event.match.start] > 1
            or event.plover_type is not PloverType.CONSULT
        ):
            continue
        sides = _sides(view, event, words)
        if _fits(view, sides, words, others):
            return sides
    return ()


def other_side(view: DocumentView, chain: int, title: str, told: Sequence["Event"]) -> int | None:
    """The one of such a title with whom somebody met last: "Sol and the minister", where no name is told again."""
    for event in reversed(told):
        sides = _sides(view, event, ("sides",))
        others = [side for side in sides if side != chain]
        if len(others) == 1 and chain in sides and _are_people(view, others):
            return others[0] if _may_be(view.doc._.chains[others[0]], (title,)) else None
    return None


def _who_acted(
    view: DocumentView, words: Sequence[str], told: Sequence["Event"], others: Sequence[int]
) -> tuple[int, ...]:
    """The two people who each did what was told last: "Sol accepted the plan. Rey asked for time. The two ministers"."""
    acting: dict[int, None] = {}
    for event in reversed(told):
        sources = [part.chain for part in event.parts if part.participation in MAIN]
        if len(sources) == 1 and _are_people(view, sources):
            acting.setdefault(sources[0])
        if len(acting) == _LEAST:
            break
    sides = tuple(acting)
    countries = {view.doc._.chains[chain].country_id for chain in sides}
    return sides if len(countries) == _LEAST and _TWO.intersection(words) and _fits(view, sides, words, others) else ()


def delegation_meant(view: DocumentView, words: Sequence[str], told: Sequence["Event"]) -> tuple[int, ...]:
    """Chains that "the delegation", "the parliamentarians" mean: whoever came with the delegation told of last."""
    if len(words) < _LEAST or words[0] != "the" or words[-1] not in DELEGATIONS:
        return ()
    for event in reversed(told):
        start, end = view.sentence_of(event.match.start)
        guests = [part.chain for part in event.parts if part.participation is Participation.VISITOR]
        if guests and "delegation" in view.lower[start:end]:
            return tuple(guests)
    return ()


def _are_people(view: DocumentView, sides: Sequence[int]) -> bool:
    return all(view.doc._.chains[chain].label == "PERSON" for chain in sides)


def _weight(view: DocumentView, sides: Sequence[int], words: Sequence[str]) -> float:
    """How likely such sides are meant."""
    if not _are_people(view, sides):
        return 1.0
    equality = _OF_TITLE if words[-1] in _TITLES else _OF_EQUALS
    return _OF_PEOPLE * (equality if _are_equals(view, sides) else 1.0)


@lru_cache(maxsize=1)
def _counterparts(view: DocumentView) -> tuple[Named, ...]:
    """Two people of one office in two countries whom a sentence names, and where: "at Sol's invitation, Rey visited"."""
    people: dict[int, dict[int, int]] = {}
    for number, chain in enumerate(view.doc._.chains):
        if chain.label == "PERSON" and chain.roles:
            for start, _ in chain.mentions:
                people.setdefault(view.sentence_at[start], {}).setdefault(number, start)
    found = []
    for named in people.values():
        sides = tuple(named)
        if len(sides) == _LEAST and _are_equals(view, sides) and _are_of_several(view, sides):
            found.append((sides, max(named.values())))
    return tuple(found)


def _are_equals(view: DocumentView, sides: Sequence[int]) -> bool:
    """True for those who hold an office in common."""
    offices = [
        {(one.title.replace(*_SAME_OFFICE), one.portfolio) for one in view.doc._.chains[chain].roles} for chain in sides
    ]
    return bool(set.intersection(*offices))


def _are_of_several(view: DocumentView, people: Sequence[int]) -> bool:
    """True for sides each of another country."""
    return len({view.doc._.chains[chain].country_id for chain in people} - {None}) == len(people)


def _sides(view: DocumentView, event: "Event", words: Sequence[str]) -> tuple[int, ...]:
    sides = [part.chain for part in event.parts if part.participation in MAIN and not part.is_place]
    if len(sides) == 1:  # "Sol thanked Rey"
        sides += [part.chain for part in event.parts if part.participation is Participation.TARGET]
        are_states = words[-1] in _ANY and all(is_country_chain(view, side) for side in sides)
        is_fit = words[-1] in _COUNTRIES or are_states or _are_people(view, sides)
        sides = sides if is_fit and _are_of_several(view, sides) else sides[:1]
    return _countries(view, sides) if words[-1] in _COUNTRIES else tuple(sides)


def _fits(view: DocumentView, sides: Sequence[int], words: Sequence[str], others: Sequence[int]) -> bool:
    """True for sides of the number and the kind that words tell."""
    wanted = 2 if _TWO.intersection(words) else 3 if _THREE.intersection(words) else None
    number = len(_countries(view, sides)) if words[-1] in _ANY else len(sides)  # Sol is one side, Rey and Gil the other
    if len(sides) < _LEAST or wanted not in (None, len(sides), number) or not set(others) <= set(sides):
        return False
    if words[-1] in _COUNTRIES or words[-1] in _ANY:
        return True
    chains = [view.doc._.chains[chain] for chain in sides if chain not in others]
    if words[-1] in _PEOPLE:
        return all(chain.label == "PERSON" for chain in chains)
    if words[-1] not in _TITLES:
        return True
    titles = ("prime minister",) if "prime" in words else _TITLES[words[-1]]
    people = [chain for chain in chains if chain.label == "PERSON"]  # "her Chilean counterpart" is named by the country
    are_offices = all(chain.label in ("PERSON", "GPE", "NORP") for chain in chains)
    return bool(people) and are_offices and all(_may_be(chain, titles) for chain in people)


def _may_be(chain: "Chain", titles: Sequence[str]) -> bool:
    return not chain.roles or any(title in role.title for role in chain.roles for title in titles)


def _countries(view: DocumentView, sides: Sequence[int]) -> tuple[int, ...]:
    """The countries of those who met."""
    known = [view.doc._.chains[chain].country_id for chain in sides]
    chains = [chain_of_country(view, country) for country in dict.fromkeys(known) if country is not None]
    return tuple(chain for chain in chains if chain is not None)
