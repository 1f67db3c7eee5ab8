"""Whose body is meant where its name does not say: "Parliament", "the Foreign Ministry", "the army".

Every piece of evidence is worth a decimal logarithm, as in ``namesakes``: a country with one unit more is ten times as likely.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache

import polars as pl

from assets.resolution.chains import ChainNames
from assets.resolution.names import folded
from warehouse.reference import reference

BESIDE = 80  # characters: "Parliament would vote in May, Angelovski said"
AFTER = 3  # times as far is what follows: the next sentence's, or who visits the body
OFFICER = 3.0  # the chairman of the National Assembly represents its country
GOVERNMENT, DATELINE, PUBLISHER = 2.0, 1.5, 0.5  # a release of the White House; a report from Skopje; one of its papers
USUAL = 3.0  # "the Ministry of External Affairs", as hardly a country but India calls it
CALLED_SO = 1.0  # "the Russian Foreign Ministry", before "the Foreign Ministry"
NEAR, SHARE = 1.0, 1.0  # the country stands right before the name; no other is named
ABROAD = -2.0  # the ministry summoned that country's ambassador
UNKNOWN = 0.5  # a country that the document does not name
LEAST_SHARE = 0.65  # below this the evidence is balanced

# Cities from which a government is reported that are not the capital by law, folded.
SEATS = {
    "colombo": "LKA", "yangon": "MMR", "the hague": "NLD", "la paz": "BOL", "dar es salaam": "TZA", "abidjan": "CIV",
    "cotonou": "BEN",
}  # fmt: skip
FOREIGN_MINISTRY = "foreign ministry"  # by whatever words
DEALT = 16  # characters beside a name
DEALT_WITH = re.compile(r"\b(?:with|against|sanctions on)(?: the)? $", re.IGNORECASE)
ENVOYS = re.compile(r" (?:ambassador|envoy|embassy|charg|diplomat|consul)", re.IGNORECASE)
TELLING = ["GPE", "NORP", "PERSON"]
Body = tuple[str, str]  # document, and the name that bodies of several countries bear
Evidence = tuple[str, float]  # a country with the decimal logarithm of the odds that something gives it


@dataclass(frozen=True)
class Named:
    """A mention that tells of a country."""

    start: int
    end: int
    country_id: str
    officer_of: str | None  # chain of the body whose officer it names
    is_abroad: bool  # named as the other side: "the treaty with India"


def countries_of_bodies(
    bodies: Mapping[Body, Sequence[ChainNames]],
    called: Mapping[Body, Set[str]],
    people: Mapping[str, str],
    mentions: pl.DataFrame,
    documents: pl.DataFrame,
    dealings: Mapping[str, Set[str]],
) -> dict[Body, str]:
    """Country of each body that its document makes likely enough.

    Args:
        bodies: the chains that name each without its country.
        called: countries with which the document names bodies of that name.
        people: country of each chain whose person represents one, by all that documents say.
        mentions: ``entities.mention``.
        documents: ``documents.document``.
        dealings: countries with which each chain deals in the events told.
    """
    homes = _homes(mentions, documents)
    own = {chain.chain_id for chains in bodies.values() for chain in chains}
    wanted = mentions.filter(pl.col("document_id").is_in(sorted({document_id for document_id, _ in bodies})))
    places = _places(wanted, own)
    scenes = _scenes(wanted, people, documents)
    found: dict[Body, str] = {}
    for body, chains in bodies.items():
        document_id, name = body
        forms = {folded(text) for chain in chains for text in chain.names}
        odds: defaultdict[str, float] = defaultdict(float)
        for country, value in (
            *homes[document_id],
            *((country, CALLED_SO) for country in called.get(body, ())),
            *_named(scenes[document_id], {chain.chain_id for chain in chains}),
            *_beside(scenes[document_id], [place for chain in chains for place in places[chain.chain_id]]),
            *_abroad(name, [dealings.get(chain.chain_id, set()) for chain in chains]),
        ):
            odds[country] += value
        usual = {_usual()[form] for form in forms if form in _usual()}
        for country in usual & odds.keys():  # which the document names: the KGB was once another's
            odds[country] += USUAL
        country_id = _likeliest({each: value for each, value in odds.items() if _may_have(each, name, forms)})
        if country_id:
            found[body] = country_id
    return found


def _likeliest(odds: Mapping[str, float]) -> str | None:
    """The country that the evidence speaks for; None where it is balanced."""
    if not odds:
        return None
    best = max(sorted(odds), key=odds.__getitem__)
    total = sum(10.0**value for value in odds.values()) + 10.0**UNKNOWN
    return best if 10.0 ** odds[best] / total >= LEAST_SHARE else None


def _may_have(country: str, name: str, forms: Set[str]) -> bool:
    """Whether a country has a body that is called so.

    The American states have other departments, and other countries have ministries. A congress is theirs whose
    legislature is one, a parliament somebody else's.
    """
    if country == "USA" and (not _is_american(name) or any("ministry" in form for form in forms)):
        return False
    has_congress = (country, "congress") in _national_bodies()
    return ("congress" not in forms or has_congress) and ("parliament" not in forms or not has_congress)


def _is_american(name: str) -> bool:
    """Whether an American text may mean a body of the United States by a name, or by the first words of it."""
    words = name.split()
    return any(("USA", " ".join(words[:length])) in _national_bodies() for length in range(1, len(words) + 1))


@cache
def _national_bodies() -> frozenset[tuple[str, str]]:
    """Countries with the names, in one form, that they have for their bodies: of some a congress, of the USA all."""
    return frozenset(reference("national_bodies").select("country_id", "name").iter_rows())


def _named(scene: Sequence[Named], own: Set[str]) -> Iterator[Evidence]:
    """What the document names: countries, each by its share, and the one whose officers the body has."""
    counts = Counter(named.country_id for named in scene)
    yield from ((country, SHARE * count / len(scene)) for country, count in counts.items())
    yield from ((country, OFFICER) for country in {named.country_id for named in scene if named.officer_of in own})


def _abroad(name: str, dealings: Iterable[Set[str]]) -> Iterator[Evidence]:
    """Against the countries with which a foreign ministry deals: it summons the envoys of others."""
    if name == FOREIGN_MINISTRY:
        yield from ((country, ABROAD) for country in set().union(*dealings))


def _beside(scene: Sequence[Named], places: Iterable[tuple[int, int]]) -> Iterator[Evidence]:
    """What stands beside the names of the body, the nearer the more; not with whom somebody deals."""
    near: dict[str, float] = {}
    starts = [named.start for named in scene]
    for start, end in places:
        for named in scene[bisect_left(starts, start - BESIDE) : bisect_right(starts, end + BESIDE)]:
            if named.is_abroad:
                continue
            apart = max(AFTER * (named.start - end), start - named.end, 0)
            near[named.country_id] = max(near.get(named.country_id, 0.0), NEAR * (1 - apart / BESIDE))
    yield from near.items()


def _places(mentions: pl.DataFrame, chain_ids: Set[str]) -> dict[str, list[tuple[int, int]]]:
    """Where the mentions of chains stand."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    rows = mentions.filter(pl.col("chain_id").is_in(sorted(chain_ids))).select("chain_id", "start_char", "end_char")
    for chain_id, start, end in rows.iter_rows():
        found[chain_id].append((start, end))
    return found


def _scenes(
    mentions: pl.DataFrame, people: Mapping[str, str], documents: pl.DataFrame
) -> defaultdict[str, list[Named]]:
    """What each document names that tells of a country, in the order of the text.

    Ambassadors do not: they are summoned to the ministries of others.
    """
    rows = (
        mentions.filter(pl.col("label").is_in(TELLING), pl.col("role_title").ne_missing("ambassador"))
        .select("document_id", "start_char", "end_char", "chain_id", "country_id", "role_organization_chain_id")
        .sort("document_id", "start_char")
    )
    place = {document_id: at for at, document_id in enumerate(documents["document_id"])}
    body_of = lru_cache(maxsize=1)(lambda document_id: documents["body"][place[document_id]])
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for document_id, start, end, chain_id, country, officer_of in rows.iter_rows():
        told = people.get(chain_id) or country
        if told:
            is_abroad = _is_abroad(body_of(document_id), start, end)
            found[document_id].append(Named(start, end, told, officer_of, is_abroad))
    return found


def _is_abroad(body: str, start: int, end: int) -> bool:
    """Whether a name is of the other side: "the treaty with India", "sanctions on Peru", "the Peruvian envoy"."""
    before, behind = body[max(0, start - DEALT) : start], body[end : end + DEALT]
    return DEALT_WITH.search(before) is not None or ENVOYS.match(behind) is not None


def _homes(mentions: pl.DataFrame, documents: pl.DataFrame) -> defaultdict[str, list[Evidence]]:
    """Who published each document and where it was written."""
    cities, publishers = _cities(mentions), _publishers()
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    columns = ["document_id", "dateline_city", "publisher", "wire_source"]
    for document_id, city, *published_by in documents.select(columns).iter_rows():
        if city and folded(city) in cities:
            found[document_id].append((cities[folded(city)], DATELINE))
        found[document_id] += [
            publishers[folded(name)] for name in published_by if name and folded(name) in publishers
        ][:1]
    return found


def _cities(mentions: pl.DataFrame) -> dict[str, str]:
    """Countries of seats of government, and of the other places by what most mentions of each say."""
    counts = (
        mentions.filter(pl.col("label") == "GPE", pl.col("country_id").is_not_null())
        .group_by("text", "country_id")
        .len()
        .sort("len", "text", "country_id", descending=[False, True, True])
    )
    named = {folded(text): country for text, country, _ in counts.iter_rows()}
    capitals = reference("countries").select("capital", "country_id").drop_nulls().reverse().iter_rows()
    return named | {folded(capital): country for capital, country in capitals} | SEATS


@cache
def _publishers() -> dict[str, tuple[str, float]]:
    """Country of each publisher, with the odds that a body of no named country is its own."""
    rows = reference("publishers").filter(pl.col("country_id").is_not_null())
    return {
        folded(name): (country, GOVERNMENT if kind == "government" else PUBLISHER)
        for name, country, kind in rows.select("name", "country_id", "kind").iter_rows()
    }


@cache
def _usual() -> dict[str, str]:
    """Country that is mostly meant by each folded name that bodies of several bear."""
    return {folded(name): country for name, country in reference("shared_names").iter_rows()}
