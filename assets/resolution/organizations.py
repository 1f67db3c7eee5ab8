"""Organizations: chains of several documents that name one organization, by full name or abbreviation."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import polars as pl

from assets.resolution.chains import ChainNames
from assets.resolution.names import SHARED_ORGANIZATION_NAME, country_names, folded, office_name
from assets.resolution.overrides import NO_OVERRIDES, OverrideRule, Overrides
from warehouse.reference import reference
from warehouse.tables.resolution import ResolutionMethod

UNITED_NATIONS = re.compile(r"\bunited nations ")  # whose bodies begin with "UN" as often
MOST_COUNTRY_WORDS = 4  # "bosnia and herzegovina", "united states of america"


def organization_keys(
    chains: Sequence[ChainNames], overrides: Overrides = NO_OVERRIDES
) -> dict[str, tuple[str, ResolutionMethod]]:
    """Key of the organization each chain names, and how it was found."""
    known = known_names()
    learned = _abbreviations(chains)
    keys = {chain.chain_id: _key(chain, known, learned) for chain in chains}
    return _decided(keys, chains, overrides)


def own_organization_key(chain: ChainNames) -> str:
    """Key of the organization a chain names, were its document the only one."""
    return _key(chain, known_names(), {})[0]


def _decided(
    keys: dict[str, tuple[str, ResolutionMethod]], chains: Sequence[ChainNames], overrides: Overrides
) -> dict[str, tuple[str, ResolutionMethod]]:
    """The keys as a user decides: of two names told to be one the first's, of two told apart each its own words."""
    by_name = {folded(name): keys[chain.chain_id][0] for chain in chains for name in reversed(chain.names)}
    same: dict[str, str] = {}
    for first, other in overrides.pairs(OverrideRule.SAME, folded):
        if first in by_name and other in by_name:
            kept, gone = (same.get(by_name[name], by_name[name]) for name in (first, other))
            same = {key: kept if value == gone else value for key, value in same.items()} | {gone: kept}
    own = {name for pair in overrides.pairs(OverrideRule.DIFFERENT, folded) for name in pair}
    for chain in chains:
        name, (key, _) = folded(chain.names[0]), keys[chain.chain_id]
        if name in own:
            keys[chain.chain_id] = (name, ResolutionMethod.OVERRIDE)
        elif same.get(key, key) != key:
            keys[chain.chain_id] = (same[key], ResolutionMethod.OVERRIDE)
    return keys


@cache
def known_names() -> dict[str, str]:
    """Folded name of an organization by each folded name, alias and abbreviation of the reference table."""
    found: dict[str, str] = {}
    for row in reference("organizations").iter_rows(named=True):
        others = [row["abbreviation"], *(row["aliases"] or "").split("|")]
        for name in [row["name"], *others]:
            if name:
                found.setdefault(folded(name), folded(row["name"]))
                found.setdefault(UNITED_NATIONS.sub("un ", folded(name)), folded(row["name"]))
    return found


def _key(chain: ChainNames, known: dict[str, str], learned: dict[str, str]) -> tuple[str, ResolutionMethod]:
    given = next((known[folded(name)] for name in chain.names if folded(name) in known), None)
    name = given or folded(chain.names[0])
    country, rest = _without_country(name)
    rest = known.get(rest, rest)
    rest = rest if rest in _national_names() else office_name(rest)
    if rest in _national_names() and (country is None or country == _national_names()[rest]):
        return rest, ResolutionMethod.GAZETTEER
    if SHARED_ORGANIZATION_NAME.match(rest):
        return f"{rest} {country or chain.country_id or chain.document_id}", ResolutionMethod.DOCUMENT_CONTEXT
    if given:
        return given, ResolutionMethod.GAZETTEER
    if name in learned:
        return learned[name], ResolutionMethod.ABBREVIATION
    return name, ResolutionMethod.EXACT_NAME


def _without_country(name: str) -> tuple[str | None, str]:
    """Country that a folded name begins or ends with, and the rest: 'venezuelan national assembly' is VEN's."""
    words = name.split()
    for length in range(min(MOST_COUNTRY_WORDS, len(words) - 1), 0, -1):
        country = _country_words().get(" ".join(words[:length]))
        if country:
            return country, " ".join(words[length:])
    before, _, last = name.rpartition(" of ")
    country = _country_words().get(last.removeprefix("the "))
    return (country, before) if before and country else (None, name)


@cache
def _country_words() -> dict[str, str]:
    """Country by each folded adjective and name that may stand before the name of one of its bodies."""
    rows = reference("countries").select("demonym", "country_id").reverse().iter_rows()  # the first of two stays
    return country_names() | {folded(demonym): country for demonym, country in rows if demonym}


@cache
def _national_names() -> dict[str, str]:
    """Country of each folded name that only one country's body bears: the Department of State is the American one."""
    rows = reference("organizations").filter(pl.col("country_id").is_not_null())
    return {folded(name): country for name, country in rows.select("name", "country_id").iter_rows()}


def _abbreviations(chains: Sequence[ChainNames]) -> dict[str, str]:
    """Full names by the abbreviations that documents introduce for them, where all documents agree."""
    seen: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        full, *others = chain.names
        for other in others:
            if other.isupper() and len(other) < len(full):
                seen[folded(other)].add(folded(full))
    return {short: names.pop() for short, names in seen.items() if len(names) == 1}
