"""Actors: one row per person, organization, country or group that any document names."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import polars as pl

from assets.resolution.chains import ChainNames, chains, most_frequent
from assets.resolution.names import country_names, folded
from assets.resolution.organizations import known_names, organization_keys
from assets.resolution.overrides import NO_OVERRIDES, Overrides
from assets.resolution.people import name_key, person_keys
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
Keyed = tuple[ActorKind, str, ResolutionMethod]


def actors(mentions: pl.DataFrame, overrides: Overrides = NO_OVERRIDES) -> tuple[list[Actor], list[ActorMention]]:
    """Actors named in ``entities.mention``, and the chains tied to them; a user's decisions stand above all evidence."""
    found = chains(mentions)
    keyed = _keyed(found, overrides)
    members: dict[str, list[ChainNames]] = defaultdict(list)
    tied = []
    for chain in found:
        if chain.chain_id not in keyed:
            continue
        kind, key, method = keyed[chain.chain_id]
        actor_id = stable_id("actor", kind, key)
        members[actor_id].append(chain)
        tied.append(
            ActorMention(
                document_id=chain.document_id,
                chain_id=chain.chain_id,
                actor_id=actor_id,
                method=method,
                confidence=CONFIDENCE[method],
            )
        )
    keys = {stable_id("actor", kind, key): (kind, key) for kind, key, _ in keyed.values()}
    called = overrides.called(name_key) | overrides.called(folded)
    return [_actor(actor_id, *keys[actor_id], group, called) for actor_id, group in sorted(members.items())], tied


def _keyed(found: Sequence[ChainNames], overrides: Overrides) -> dict[str, Keyed]:
    """Kind, key and method of each chain that names an actor."""
    people = person_keys([chain for chain in found if chain.label == "PERSON"], overrides)
    organizations = organization_keys([chain for chain in found if chain.label == "ORG"], overrides)
    groups = _groups()
    keyed: dict[str, Keyed] = {chain_id: (ActorKind.PERSON, *tie) for chain_id, tie in people.items()}
    for chain_id, (key, method) in organizations.items():
        keyed[chain_id] = (ActorKind.GROUP if key in groups else ActorKind.ORGANIZATION, key, method)
    names = country_names()
    for chain in found:
        country = chain.label == "GPE" and next((names[folded(n)] for n in chain.names if folded(n) in names), None)
        if country:
            keyed[chain.chain_id] = (ActorKind.COUNTRY, country, ResolutionMethod.COUNTRY_NAME)
    return keyed


def _groups() -> set[str]:
    """Folded names of the organizations that are groups: movements, oppositions, militias."""
    known = known_names()
    rows = reference("organizations").iter_rows(named=True)
    return {known[folded(row["name"])] for row in rows if row["kind"] == "group"}


def _actor(actor_id: str, kind: ActorKind, key: str, group: Sequence[ChainNames], called: Mapping[str, str]) -> Actor:
    everything = {name for chain in group for name in chain.names}
    is_country = kind is ActorKind.COUNTRY
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
