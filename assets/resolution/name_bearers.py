"""People of exactly one name whom their titles put into two countries: one Ana Paz is Peru's minister, one Chile's."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

import polars as pl

from assets.entities.names.leaders import country_of_leader
from assets.resolution.chains import ChainNames
from assets.resolution.names import folded
from assets.resolution.organizations import country_words
from assets.resolution.people import NameKey, Tie
from assets.resolution.told_on import NEVER
from warehouse.tables.resolution import ResolutionMethod

LEAST_SHARE = 0.2  # of the documents whose titles name a country; what fewer say is a slip


def countries_in_titles(mentions: pl.DataFrame) -> dict[str, str]:
    """Country of each chain of ``entities.mention`` whose title names it: "Sri Lanka's Foreign Minister"."""
    titled = (
        mentions.lazy()
        .filter(
            pl.col("label") == "PERSON",
            *(pl.col(name).is_not_null() for name in ("role_title", "role_text", "country_id")),
        )
        .select("chain_id", "role_text", "country_id")
        .collect()
    )
    told: dict[str, set[str]] = defaultdict(set)
    for chain_id, role_text, country_id in titled.iter_rows():
        if _is_named(role_text, country_id):
            told[chain_id].add(country_id)
    return {chain_id: min(countries) for chain_id, countries in told.items() if len(countries) == 1}


def kept_apart(
    chains: Iterable[ChainNames], ties: Mapping[str, Tie], titled: Mapping[str, str], days: Mapping[str, dt.date]
) -> dict[str, Tie]:
    """The ties of people, those of one name apart where titles name several countries; a known leader is one person.

    The first published keeps the key. A chain that tells no country is whom most documents mean.

    Args:
        chains: those of people.
        ties: key of the person that each names, as far as names tell.
        titled: country of each chain whose title names it.
        days: day on which each document was published.
    """
    named: dict[NameKey, list[ChainNames]] = defaultdict(list)
    for chain in chains:
        if ties[chain.chain_id][1] is not ResolutionMethod.OVERRIDE:
            named[ties[chain.chain_id][0]].append(chain)
    apart = dict(ties)
    for key, group in named.items():
        countries = _countries(group, titled)
        if len(countries) > 1 and country_of_leader(key, {role for chain in group for role in chain.roles}) is None:
            bearers = {chain.chain_id: _country(chain, countries, titled) for chain in group}
            first = min(group, key=lambda chain: (days.get(chain.document_id, NEVER), chain.chain_id))
            for chain_id, country in bearers.items():
                if country != bearers[first.chain_id]:
                    apart[chain_id] = (f"{key} ({country})", ties[chain_id][1])
    return apart


def _countries(group: Sequence[ChainNames], titled: Mapping[str, str]) -> list[str]:
    """Countries of the people who bear a name, that of most titles first."""
    counts = Counter(titled[chain.chain_id] for chain in group if chain.chain_id in titled)
    often = [country for country, count in counts.items() if count >= LEAST_SHARE * counts.total()]
    return sorted(often, key=lambda country: (-counts[country], country))


def _country(chain: ChainNames, countries: Sequence[str], titled: Mapping[str, str]) -> str:
    told = titled.get(chain.chain_id, chain.country_id)
    return told if told and told in countries else countries[0]


def bearer_of(name: NameKey, key: NameKey) -> NameKey:
    """A name with what marks its bearer in the key of a person who shares a name with another."""
    _, bracket, country = key.partition(" (")
    return f"{name}{bracket}{country}"


@cache
def _is_named(title: str, country_id: str) -> bool:
    words = f" {folded(title)} "
    return any(f" {word} " in words for word, country in country_words().items() if country == country_id)
