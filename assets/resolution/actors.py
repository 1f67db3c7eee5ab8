"""Actors: one row per person, organization, country or group that any document names."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache

import polars as pl

from assets.resolution.chains import ChainNames, Sharing, chains, most_frequent
from assets.resolution.dealings import NO_DEALINGS
from assets.resolution.name_bearers import bearer_of, countries_in_titles, kept_apart
from assets.resolution.names import NAMES_KEPT, country_names, folded, name_tokens
from assets.resolution.organizations import (
    bodies_of_states,
    known_names,
    organization_keys,
    own_organization_key,
)
from assets.resolution.overrides import NO_OVERRIDES, Overrides
from assets.resolution.people import Tie, countries_of_people, name_key, own_person_key, person_keys
from assets.resolution.stand_ins import NO_STAND_INS
from assets.resolution.state_bodies import countries_of_bodies
from assets.resolution.told_on import NEVER, days
from warehouse.frames import frame, schema
from warehouse.keys import stable_id
from warehouse.reference import reference
from warehouse.tables.resolution import Actor, ActorKind, ActorMention, ResolutionMethod

CONFIDENCE = {
    ResolutionMethod.EXACT_NAME: 0.95,
    ResolutionMethod.NAME_VARIANT: 0.9,
    ResolutionMethod.GAZETTEER: 0.95,
    ResolutionMethod.COUNTRY_NAME: 0.98,
    ResolutionMethod.ABBREVIATION: 0.9,
    ResolutionMethod.UNIQUE_SURNAME: 0.7,
    ResolutionMethod.DOCUMENT_CONTEXT: 0.6,
    ResolutionMethod.OVERRIDE: 1.0,
}
ActorKey = tuple[ActorKind, str]
Keyed = tuple[ActorKind, str, ResolutionMethod]


def actors(
    mentions: pl.DataFrame,
    documents: pl.DataFrame,
    overrides: Overrides = NO_OVERRIDES,
    stand_ins: Mapping[str, str] = NO_STAND_INS,
    dealings: Mapping[str, Set[str]] = NO_DEALINGS,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Actors named in ``entities.mention``, and the chains tied to them; a user's decisions stand above all evidence.

    An actor is identified by the name under which the first published of its documents knows it: what is published
    later adds names and documents to it, and changes no identifier. Each chain keeps the identifier that its own name
    would give, so that one published before two actors were seen to be one still leads to the actor.

    Args:
        mentions: ``entities.mention``.
        documents: ``documents.document``.
        overrides: what a user decided.
        stand_ins: country of each chain that takes part in an event in its country's place.
        dealings: countries with which each chain deals in the events told.

    Returns:
        ``resolution.actor`` and ``resolution.actor_mention``, each sorted by its key.
    """
    found = chains(mentions)
    known, groups = days(documents), _groups()
    named = [chain for chain in found if chain.label == "PERSON"]
    people = kept_apart(named, person_keys(named, overrides), countries_in_titles(mentions), known)
    placed = _with_countries(found, people, mentions, documents, dealings)
    keyed = _keyed(placed, people, overrides, stand_ins)
    members: dict[ActorKey, list[ChainNames]] = defaultdict(list)
    for chain in placed:
        if chain.chain_id in keyed:
            kind, key, _ = keyed[chain.chain_id]
            members[kind, key].append(chain)
    untold = {chain.chain_id: chain for chain, told in zip(found, placed, strict=True) if told is not chain}
    ids = {
        key: _own_id(untold.get(first.chain_id, first), keyed[first.chain_id], groups)
        for key, group in members.items()
        for first in [_first_named(group, known)]
    }
    called = overrides.called(name_key) | overrides.called(folded)
    rows = (_actor(ids[key], *key, members[key], called) for key in sorted(members, key=lambda key: ids[key]))
    return frame(Actor, rows), _tied([chain for chain in found if chain.chain_id in keyed], keyed, ids)


def _tied(named: Sequence[ChainNames], keyed: Mapping[str, Keyed], ids: Mapping[ActorKey, str]) -> pl.DataFrame:
    """Rows of ``resolution.actor_mention``; made by columns, for there are millions."""
    groups, found = _groups(), [keyed[chain.chain_id] for chain in named]
    return pl.DataFrame(
        {
            "document_id": [chain.document_id for chain in named],
            "chain_id": [chain.chain_id for chain in named],
            "actor_id": [ids[kind, key] for kind, key, _ in found],
            "own_actor_id": [_own_id(chain, each, groups) for chain, each in zip(named, found, strict=True)],
            "method": [method.value for _, _, method in found],
            "confidence": [CONFIDENCE[method] for _, _, method in found],
        },
        schema=schema(ActorMention),
    )


def _first_named(group: Sequence[ChainNames], known: Mapping[str, dt.date]) -> ChainNames:
    """The first published chain of an actor, one with a full name before all that have a surname alone."""
    return min(
        group,
        key=lambda chain: (
            chain.label == "PERSON" and len(name_tokens(chain.names[0])) == 1,
            known.get(chain.document_id, NEVER),
            chain.chain_id,
        ),
    )


def _own_id(chain: ChainNames, keyed: Keyed, groups: Set[str]) -> str:
    """Identifier of the actor that a chain names, were it the only one of that name."""
    kind, key, method = keyed
    if kind is ActorKind.PERSON:
        key = bearer_of(own_person_key(chain), key)
    elif kind in (ActorKind.ORGANIZATION, ActorKind.GROUP) and method is not ResolutionMethod.OVERRIDE:
        key = own_organization_key(chain)
        kind = ActorKind.GROUP if key in groups else ActorKind.ORGANIZATION
    return _actor_id(kind, key)


@lru_cache(maxsize=NAMES_KEPT)
def _actor_id(kind: ActorKind, key: str) -> str:
    return stable_id("actor", kind, key)


def _with_countries(
    found: Sequence[ChainNames],
    people: Mapping[str, Tie],
    mentions: pl.DataFrame,
    documents: pl.DataFrame,
    dealings: Mapping[str, Set[str]],
) -> list[ChainNames]:
    """The chains, those of parliaments and ministries without a country given the one that their documents tell."""
    bare, called = bodies_of_states([chain for chain in found if chain.label == "ORG"])
    countries = countries_of_bodies(bare, called, countries_of_people(found, people), mentions, documents, dealings)
    told = {chain.chain_id: country for body, country in countries.items() for chain in bare[body]}
    return [replace(chain, country_id=told[chain.chain_id]) if chain.chain_id in told else chain for chain in found]


def _keyed(
    found: Sequence[ChainNames], people: Mapping[str, Tie], overrides: Overrides, stand_ins: Mapping[str, str]
) -> dict[str, Keyed]:
    """Kind, key and method of each chain that names an actor."""
    organizations = organization_keys([chain for chain in found if chain.label == "ORG"], overrides)
    groups = _groups()
    same = Sharing()
    keyed: dict[str, Keyed] = {chain_id: same((ActorKind.PERSON, *tie)) for chain_id, tie in people.items()}
    for chain_id, (key, method) in organizations.items():
        keyed[chain_id] = same((ActorKind.GROUP if key in groups else ActorKind.ORGANIZATION, key, method))
    names = country_names()
    for chain in found:
        country = chain.label == "GPE" and next((names[folded(n)] for n in chain.names if folded(n) in names), None)
        if country:
            keyed[chain.chain_id] = same((ActorKind.COUNTRY, country, ResolutionMethod.COUNTRY_NAME))
        elif chain.chain_id in stand_ins:
            keyed[chain.chain_id] = same((ActorKind.COUNTRY, stand_ins[chain.chain_id], ResolutionMethod.GAZETTEER))
    return keyed


def _groups() -> set[str]:
    """Folded names of the organizations that are groups: movements, oppositions, militias."""
    known = known_names()
    rows = reference("organizations").iter_rows(named=True)
    return {known[folded(row["name"])] for row in rows if row["kind"] == "group"}


def _actor(actor_id: str, kind: ActorKind, key: str, group: Sequence[ChainNames], called: Mapping[str, str]) -> Actor:
    is_country = kind is ActorKind.COUNTRY
    everything = {name for chain in group for name in chain.names if not is_country or folded(name) in country_names()}
    name = _country_name(key) if is_country else called.get(key) or _fullest_name(group)
    return Actor(
        actor_id=actor_id,
        kind=kind,
        name=name,
        aliases=sorted(everything - {name}),
        country_id=key if is_country else most_frequent(chain.country_id for chain in group if chain.country_id),
    )


def _fullest_name(group: Sequence[ChainNames]) -> str:
    """The name of most words, of several the most frequent; capitals only where no text writes it otherwise."""
    spellings = Counter(chain.names[0] for chain in group)
    name = min(
        spellings, key=lambda text: (-len(folded(text).split()), text.isupper(), -spellings[text], -len(text), text)
    )
    is_shouted = name.isupper() and group[0].label == "PERSON"  # the speakers of a transcript: PSAKI
    return name.title() if is_shouted else name


def _country_name(country_id: str) -> str:
    rows = reference("countries").filter(pl.col("country_id") == country_id)
    return str(rows["name"].item())
