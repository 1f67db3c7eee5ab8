"""Organizations: chains of several documents that name one organization, by full name or abbreviation."""

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import polars as pl

from assets.resolution.chains import ChainNames
from assets.resolution.names import SHARED_ORGANIZATION_NAME, folded
from warehouse.reference import reference
from warehouse.tables.resolution import ResolutionMethod


def organization_keys(chains: Sequence[ChainNames]) -> dict[str, tuple[str, ResolutionMethod]]:
    """Key of the organization each chain names, and how it was found."""
    known = known_names()
    learned = _abbreviations(chains)
    return {chain.chain_id: _key(chain, known, learned) for chain in chains}


def known_names() -> dict[str, str]:
    """Folded name of an organization by each folded name, alias and abbreviation of the reference table."""
    found: dict[str, str] = {}
    for row in reference("organizations").iter_rows(named=True):
        others = [row["abbreviation"], *(row["aliases"] or "").split("|")]
        for name in [row["name"], *others]:
            if name:
                found.setdefault(folded(name), folded(row["name"]))
    return found


def _key(chain: ChainNames, known: dict[str, str], learned: dict[str, str]) -> tuple[str, ResolutionMethod]:
    given = next((known[folded(name)] for name in chain.names if folded(name) in known), None)
    name = given or folded(chain.names[0])
    if SHARED_ORGANIZATION_NAME.match(name) and name not in _national_names():
        return f"{name} {chain.country_id or chain.document_id}", ResolutionMethod.DOCUMENT_CONTEXT
    if given:
        return given, ResolutionMethod.GAZETTEER
    if name in learned:
        return learned[name], ResolutionMethod.ABBREVIATION
    return name, ResolutionMethod.EXACT_NAME


@cache
def _national_names() -> frozenset[str]:
    """Folded names that only one country's body bears: the Department of State is the American one."""
    rows = reference("organizations").filter(pl.col("country_id").is_not_null())
    return frozenset(folded(name) for name in rows["name"])


def _abbreviations(chains: Sequence[ChainNames]) -> dict[str, str]:
    """Full names by the abbreviations that documents introduce for them, where all documents agree."""
    seen: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        full, *others = chain.names
        for other in others:
            if other.isupper() and len(other) < len(full):
                seen[folded(other)].add(folded(full))
    return {short: names.pop() for short, names in seen.items() if len(names) == 1}
