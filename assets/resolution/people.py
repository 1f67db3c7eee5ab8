"""People: chains of several documents that name one person."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from assets.resolution.chains import ChainNames
from assets.resolution.clusters import representatives
from assets.resolution.names import is_shorter_form, name_tokens
from warehouse.tables.resolution import ResolutionMethod

NameKey = str  # folded words of a name, joined by spaces


def person_keys(chains: Sequence[ChainNames]) -> dict[str, tuple[NameKey, ResolutionMethod]]:
    """Key of the person each chain names, and how it was found.

    A full name joins its shorter forms; a surname alone joins the only person of that surname who does not
    represent another country, and else stays a person of its own.
    """
    tokens = {chain.chain_id: name_tokens(chain.names[0]) for chain in chains}
    full = {" ".join(words) for words in tokens.values() if len(words) > 1}
    merged = _longest(representatives(full, _shorter_forms(full)))
    countries = _countries(chains, tokens, merged)
    by_surname = _by_surname(set(merged.values()))
    return {chain.chain_id: _key(chain, tokens[chain.chain_id], merged, by_surname, countries) for chain in chains}


def _key(
    chain: ChainNames,
    words: tuple[str, ...],
    merged: dict[NameKey, NameKey],
    by_surname: dict[str, set[NameKey]],
    countries: dict[NameKey, set[str]],
) -> tuple[NameKey, ResolutionMethod]:
    name = " ".join(words)
    if len(words) > 1:
        return merged[name], ResolutionMethod.EXACT_NAME
    bearers = [
        key
        for key in by_surname[name]
        if not chain.country_id or chain.country_id in (countries[key] or {chain.country_id})
    ]
    if len(bearers) == 1:
        return bearers[0], ResolutionMethod.UNIQUE_SURNAME
    return f"{name} {chain.country_id or chain.document_id}", ResolutionMethod.DOCUMENT_CONTEXT


def _shorter_forms(full: set[NameKey]) -> Iterator[tuple[NameKey, NameKey]]:
    by_ends: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for key in full:
        words = tuple(key.split())
        by_ends[words[0], words[-1]].append(words)
    for group in by_ends.values():
        for short in group:
            for long in group:
                if is_shorter_form(short, long):
                    yield " ".join(short), " ".join(long)


def _longest(cluster: dict[NameKey, NameKey]) -> dict[NameKey, NameKey]:
    """Each name with the longest name of its cluster."""
    members: dict[NameKey, list[NameKey]] = defaultdict(list)
    for key, root in cluster.items():
        members[root].append(key)
    return {key: min(members[root], key=lambda name: (-len(name), name)) for key, root in cluster.items()}


def _countries(
    chains: Sequence[ChainNames], tokens: dict[str, tuple[str, ...]], merged: dict[NameKey, NameKey]
) -> dict[NameKey, set[str]]:
    """Countries each full name is seen to represent."""
    found: dict[NameKey, set[str]] = defaultdict(set)
    for chain in chains:
        key = merged.get(" ".join(tokens[chain.chain_id]))
        if key and chain.country_id:
            found[key].add(chain.country_id)
    return found


def _by_surname(full: set[NameKey]) -> dict[str, set[NameKey]]:
    """Full names by each word that may stand for them alone.

    The last word; in three words or more the one before it too (Spanish double surnames); in two the first too
    (Chinese, Korean and Vietnamese names begin with the surname).
    """
    bearers: dict[str, set[NameKey]] = defaultdict(set)
    for key in full:
        for word in key.split()[-2:]:
            bearers[word].add(key)
    return bearers
