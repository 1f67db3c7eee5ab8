"""Organizations: chains of several documents that name one organization, by full name or abbreviation."""

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache

import polars as pl

from assets.resolution.chains import ChainNames
from assets.resolution.names import NAMES_KEPT, SHARED_ORGANIZATION_NAME, country_names, folded, office_name
from assets.resolution.overrides import NO_OVERRIDES, OverrideRule, Overrides
from assets.resolution.state_bodies import Body
from warehouse.reference import reference
from warehouse.tables.resolution import ResolutionMethod

UNITED_NATIONS = re.compile(r"\bunited nations ")  # whose bodies begin with "UN" as often
# of which a country has many, or words of a longer name
NO_NAMES = frozenset({"ministry", "department", "department of", "embassy", "police", "police department"})
NATIONAL = ["agency", "ministry", "party"]  # kinds of organizations that are a country's
# what a seat or a name in the country's own language stands for, by the note of the reference table
PLAIN_NAMES = {
    "parliament": "parliament",
    "foreign ministry": "foreign ministry",
    "seat of the foreign ministry": "foreign ministry",
}
MOST_COUNTRY_WORDS = 4  # "bosnia and herzegovina", "united states of america"


def organization_keys(
    chains: Sequence[ChainNames], overrides: Overrides = NO_OVERRIDES
) -> dict[str, tuple[str, ResolutionMethod]]:
    """Key of the organization each chain names, and how it was found."""
    learned = _abbreviations(chains)
    keys = {chain.chain_id: _key(chain, learned) for chain in chains}
    return _decided(keys, chains, overrides)


def bodies_of_states(chains: Sequence[ChainNames]) -> tuple[dict[Body, list[ChainNames]], dict[Body, set[str]]]:
    """Chains of the bodies that documents name without their country, and the countries with which they name others."""
    bare: dict[Body, list[ChainNames]] = defaultdict(list)
    called: dict[Body, set[str]] = defaultdict(set)
    for chain in chains:
        rest, country, _ = _name(chain.names, chain.country_id)
        told = country or chain.country_id
        if told:
            called[chain.document_id, rest].add(told)
        elif _is_shared(rest) and rest not in NO_NAMES:
            bare[chain.document_id, rest].append(chain)
    return bare, called


def own_organization_key(chain: ChainNames) -> str:
    """Key of the organization a chain names, were its document the only one."""
    return _key(chain, {})[0]


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


def _key(chain: ChainNames, learned: dict[str, str]) -> tuple[str, ResolutionMethod]:
    rest, country, given = _name(chain.names, chain.country_id)
    name = given or folded(chain.names[0])
    if rest in _national_names() and (country is None or country == _national_names()[rest]):
        return rest, ResolutionMethod.GAZETTEER
    if _is_shared(rest):
        return f"{rest} {country or chain.country_id or chain.document_id}", ResolutionMethod.DOCUMENT_CONTEXT
    if given:
        return given, ResolutionMethod.GAZETTEER
    if name in learned:
        return learned[name], ResolutionMethod.ABBREVIATION
    return name, ResolutionMethod.EXACT_NAME


@lru_cache(maxsize=NAMES_KEPT)
def _name(names: tuple[str, ...], country_id: str | None) -> tuple[str, str | None, str | None]:
    """Name of a body without its country, that country, and the name by which the reference table has it."""
    known = known_names()
    given = next((known[folded(name)] for name in names if folded(name) in known), None)
    country, rest = _without_country(given or folded(names[0]))
    rest = known.get(rest, rest)
    seat, of = _seats().get(rest, (None, None))
    if seat and (country or country_id) in (None, of):
        return seat, of, seat
    return rest if rest in _national_names() else office_name(rest), country, given


def _is_shared(name: str) -> bool:
    """Whether bodies of several countries bear the name."""
    is_national = name in _national_names()
    return not is_national and (name in _names_of_many() or SHARED_ORGANIZATION_NAME.match(name) is not None)


@cache
def _names_of_many() -> frozenset[str]:
    """Folded names of the reference table that bodies of several countries bear: the Labour Party."""
    rows = reference("organizations").filter(pl.col("country_id").is_null(), pl.col("kind").is_in(NATIONAL))
    return frozenset(known_names()[folded(name)] for name in rows["name"])


@cache
def _seats() -> dict[str, tuple[str, str]]:
    """Name and country of each body by the folded names of its seat and in its own language: Itamaraty, the Knesset."""
    rows = reference("metonyms").filter(pl.col("country_id").is_not_null(), pl.col("kind") == "ORG")
    first: dict[tuple[str, str], str] = {}
    found: dict[str, tuple[str, str]] = {}
    for name, country, note in rows.select("name", "country_id", "note").iter_rows():
        body = first.setdefault((country, note), folded(name))  # Duma, State Duma
        found[folded(name)] = (PLAIN_NAMES.get(note, body), country)
    return found


def _without_country(name: str) -> tuple[str | None, str]:
    """Country that a folded name begins or ends with, and the rest: 'venezuelan national assembly' is VEN's."""
    words = name.split()
    for length in range(min(MOST_COUNTRY_WORDS, len(words) - 1), 0, -1):
        country = country_words().get(" ".join(words[:length]))
        if country:
            return country, " ".join(words[length:])
    for at in range(1, len(words) - 1):
        country = country_words().get(" ".join(words[at + 1 :]).removeprefix("the "))
        if words[at] == "of" and country:  # "of the Republic of Chad" before "of Chad"
            return country, " ".join(words[:at])
    return None, name


@cache
def country_words() -> dict[str, str]:
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
