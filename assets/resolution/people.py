"""People: chains of several documents that name one person."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from assets.resolution.chains import ChainNames
from assets.resolution.clusters import representatives
from assets.resolution.company import Company, Person
from assets.resolution.names import initials_of, is_part, name_tokens
from assets.resolution.overrides import NO_OVERRIDES, OverrideRule, Overrides
from assets.resolution.spellings import Likeness, alike
from assets.resolution.surnames import bearers_by_surname, meant_by_surname
from warehouse.tables.resolution import ResolutionMethod

NameKey = str  # folded words of a name, joined by spaces
Tie = tuple[NameKey, ResolutionMethod]
SHORTER = (Likeness.SHORTENED, Likeness.WITHOUT_MIDDLE, Likeness.WITHOUT_FAMILY)
ROUNDS = 2  # what the first joins may leave a shorter name one longer name only, and more company
MOST_SAY = 0.7  # of the documents that say which country somebody represents
MANY = 2  # first initials beside one surname


def name_key(name: str) -> NameKey:
    """The words by which two spellings of a full name are compared."""
    return " ".join(name_tokens(name))


def person_keys(chains: Sequence[ChainNames], overrides: Overrides = NO_OVERRIDES) -> dict[str, Tie]:
    """Key of the person each chain names, and how it was found.

    A full name joins its shorter forms. A surname alone joins the one person of that surname who may be meant: not of
    another country, in the same office where several remain, and far more written about where several still do. Else
    it stays a person of its own.
    """
    tokens = {chain.chain_id: name_tokens(chain.names[0]) for chain in chains}
    full = {" ".join(words) for words in tokens.values() if len(words) > 1}
    same = _given(overrides, full)
    apart = overrides.pairs(OverrideRule.DIFFERENT, name_key)
    named = _longest(representatives(full, [*same, *sorted(_shorter_forms(full))], apart))
    merged = _with_spellings(named, _people(chains, tokens, named), apart)
    by_surname = bearers_by_surname(_people(chains, tokens, merged))
    decided = {name for pair in same for name in pair}
    ties = {name: (key, _method(name in decided, key == named[name])) for name, key in merged.items()}
    keys = {chain.chain_id: _key(chain, tokens[chain.chain_id], ties, by_surname) for chain in chains}
    return keys | _known_by_one_word(chains, tokens, by_surname) | _by_alias(chains, overrides, ties)


def countries_of_people(chains: Sequence[ChainNames], ties: Mapping[str, Tie]) -> dict[str, str]:
    """Country of each chain whose person represents one, by what all chains of the person say."""
    told: dict[NameKey, Counter[str]] = defaultdict(Counter)
    for chain in chains:
        if chain.country_id and chain.chain_id in ties:
            told[ties[chain.chain_id][0]][chain.country_id] += 1
    most = {key: counts.most_common(1)[0] for key, counts in told.items()}
    sure = {key: country for key, (country, count) in most.items() if count >= MOST_SAY * told[key].total()}
    return {chain_id: sure[key] for chain_id, (key, _) in ties.items() if key in sure}


def own_person_key(chain: ChainNames) -> NameKey:
    """Key of the person a chain names, were its document the only one."""
    name = name_key(chain.names[0])
    return name if " " in name else f"{_with_initials(chain, name)} {chain.country_id or chain.document_id}"


def _with_initials(chain: ChainNames, surname: str) -> NameKey:
    return f"{initials_of(chain.names[0])} {surname}".strip()


def _method(is_decided: bool, is_own: bool) -> ResolutionMethod:
    """How a full name was tied, whose actor is called by a form of it or by another spelling."""
    if is_decided:
        return ResolutionMethod.OVERRIDE
    return ResolutionMethod.EXACT_NAME if is_own else ResolutionMethod.NAME_VARIANT


def _by_alias(chains: Sequence[ChainNames], overrides: Overrides, ties: dict[NameKey, Tie]) -> dict[str, Tie]:
    """Key of the chains that go by one word which a user says is somebody's."""
    pairs = overrides.pairs(OverrideRule.SAME, name_key)
    known = {alias: ties[name] for alias, name in [*pairs, *((name, alias) for alias, name in pairs)] if name in ties}
    return {
        chain.chain_id: (known[key][0], ResolutionMethod.OVERRIDE)
        for chain in chains
        if (key := name_key(chain.names[0])) in known and " " not in key
    }


def _known_by_one_word(
    chains: Sequence[ChainNames], tokens: dict[str, tuple[str, ...]], by_surname: dict[str, list[Person]]
) -> dict[str, Tie]:
    """Key of the chains whose one word no full name bears: one person while they represent one country at most.

    Of several countries it is one who goes by the same initials and office in all: "S. Jaishankar", the minister.
    """
    alone: dict[str, list[ChainNames]] = defaultdict(list)
    for chain in chains:
        words = tokens[chain.chain_id]
        if len(words) == 1 and not by_surname[words[0]]:
            alone[words[0]].append(chain)
    return {
        chain.chain_id: (key, ResolutionMethod.EXACT_NAME)
        for word, bearers in alone.items()
        for key, group in _by_initials(word, bearers)
        for chain in (group if len({one.country_id for one in group if one.country_id}) <= 1 else _of_one_office(group))
    }


def _by_initials(surname: str, bearers: Sequence[ChainNames]) -> list[tuple[NameKey, list[ChainNames]]]:
    """The chains of a surname; where their initials are several people's, those of each, and of the bare surname none."""
    first: dict[str, list[ChainNames]] = defaultdict(list)
    for chain in bearers:
        first[initials_of(chain.names[0])[:1]].append(chain)
    told = sorted(initial for initial in first if initial)
    if len(told) < MANY:
        return [(surname, list(bearers))]
    return [(f"{initial} {surname}", first[initial]) for initial in told]


def _of_one_office(group: Sequence[ChainNames]) -> Sequence[ChainNames]:
    """The chains of one surname that have initials, where these and the office are the same in all that tell an office."""
    with_initials = [chain for chain in group if initials_of(chain.names[0])]
    full = [chain for chain in with_initials if chain.roles]
    is_one = len({initials_of(chain.names[0]) for chain in with_initials}) == 1
    return with_initials if is_one and full and frozenset.intersection(*(chain.roles for chain in full)) else []


def _key(
    chain: ChainNames, words: tuple[str, ...], ties: dict[NameKey, Tie], by_surname: dict[str, list[Person]]
) -> Tie:
    name = " ".join(words)
    if len(words) > 1:
        return ties[name]
    meant = meant_by_surname(chain, by_surname[name])
    if meant:
        return meant.key, ResolutionMethod.UNIQUE_SURNAME
    return own_person_key(chain), ResolutionMethod.DOCUMENT_CONTEXT


def _given(overrides: Overrides, full: set[NameKey]) -> list[tuple[NameKey, NameKey]]:
    """Pairs of full names that a user says are one, of those that the documents have."""
    return [
        (one, other) for one, other in overrides.pairs(OverrideRule.SAME, name_key) if one in full and other in full
    ]


def _with_spellings(
    merged: dict[NameKey, NameKey], people: Sequence[Person], apart: Sequence[tuple[NameKey, NameKey]]
) -> dict[NameKey, NameKey]:
    """The longest name of each name, other spellings of one person's name taken together."""
    by_words = {tuple(person.key.split()): person for person in people}
    pairs = [(by_words[one], by_words[other], likeness) for one, other, likeness in alike(by_words)]
    pairs.sort(key=lambda pair: (-pair[2], pair[0].key, pair[1].key))  # the surest join first
    kept_apart = [(merged[one], merged[other]) for one, other in apart if one in merged and other in merged]
    # nor through a third: one of no known country may be either of two
    kept_apart += [(one.key, other.key) for one, other, _ in pairs if _are_two(one, other)]
    keys = [person.key for person in people]
    cluster = {key: key for key in keys}
    for _ in range(ROUNDS):
        longer, company = _longer(pairs, cluster), Company(people, cluster)
        sure = [
            (one.key, other.key)
            for one, other, likeness in pairs
            if _is_same(one, other, likeness, company) and (likeness not in SHORTER or longer[one.key] == 1)
        ]
        cluster = representatives(keys, sure, kept_apart)
    longest = _longest(cluster)
    return {name: longest[key] for name, key in merged.items()}


def _longer(pairs: Sequence[tuple[Person, Person, Likeness]], cluster: dict[NameKey, NameKey]) -> Counter[NameKey]:
    """How many people each name is a shorter one of."""
    found = {(one.key, cluster[other.key]) for one, other, likeness in pairs if likeness in SHORTER}
    return Counter(short for short, long in found if cluster[short] != long) + Counter(
        {short for short, long in found if cluster[short] == long}
    )


def _is_same(one: Person, other: Person, likeness: Likeness, company: Company) -> bool:
    """Whether two people of like names are one: never where one document names both, or they are of two countries.

    A name that only sounds the same needs the same country or office, and no other office, a shorter one the same office; or
    the same company and no other office. In far other vowels it needs two of these.
    """
    if _are_two(one, other):
        return False
    if likeness >= Likeness.NEARLY_SAME:
        return True
    has_office = any(_is_one_office(role, like) for role in one.roles for like in other.roles)
    has_country = bool(one.countries & other.countries)
    has_other_office = bool(one.roles and other.roles) and not has_office
    has_company = not has_other_office and company.is_shared(one, other)
    if likeness is Likeness.FAR:
        return has_office + has_country + has_company > 1
    if has_company:
        return True
    if likeness is Likeness.SHORTENED:
        return has_office
    return has_office or (has_country and not has_other_office)


def _are_two(one: Person, other: Person) -> bool:
    """Whether two people are not one, however alike their names: one document names both, or they are of two countries."""
    return bool(one.documents & other.documents) or _differ(one.countries, other.countries)


def _is_one_office(one: str, other: str) -> bool:
    """Whether two titles may name one office, of which one says less: "minister" and "foreign minister"."""
    some, others = set(one.split()), set(other.split())
    return (some <= others or others <= some) and ("deputy" in some) == ("deputy" in others)


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether both are known and have nothing in common."""
    return bool(one and other) and not one & other


def _shorter_forms(full: set[NameKey]) -> Iterator[tuple[NameKey, NameKey]]:
    """Names with longer ones whose middle they leave out; none where two may be meant, as father and son."""
    holders: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for key in sorted(full):
        words = tuple(key.split())
        for word in set(words[1:]):
            holders[words[0], word].append(words)
    for key in full:
        short = tuple(key.split())
        longer = sorted((long for long in holders[short[0], short[-1]] if is_part(short, long)), key=len)
        if all(is_part(one, other) for one, other in pairwise(longer)):
            yield from ((key, " ".join(long)) for long in longer if long[-1] == short[-1])


def _longest(cluster: dict[NameKey, NameKey]) -> dict[NameKey, NameKey]:
    """Each name with the longest name of its cluster."""
    members: dict[NameKey, list[NameKey]] = defaultdict(list)
    for key, root in cluster.items():
        members[root].append(key)
    return {key: min(members[root], key=lambda name: (-len(name), name)) for key, root in cluster.items()}


def _people(
    chains: Sequence[ChainNames], tokens: dict[str, tuple[str, ...]], merged: dict[NameKey, NameKey]
) -> list[Person]:
    """Everybody named in full."""
    of_person: dict[NameKey, list[ChainNames]] = defaultdict(list)
    for chain in chains:
        if len(tokens[chain.chain_id]) > 1:
            of_person[merged[" ".join(tokens[chain.chain_id])]].append(chain)
    return [
        Person(
            key=key,
            countries=frozenset(chain.country_id for chain in group if chain.country_id),
            roles=frozenset(role for chain in group for role in chain.roles),
            documents=frozenset(chain.document_id for chain in group),
        )
        for key, group in of_person.items()
    ]
