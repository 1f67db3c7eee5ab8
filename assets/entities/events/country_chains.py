"""The chains that stand for a country: its name, its people, "the Government"."""

from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache

from assets.entities.names.accents import without_accents
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, PhraseKind, country_names
from warehouse.reference import reference

SEATS_OF_ORGANIZATIONS = frozenset({"Brussels"})  # which decides more often than its country does
_CLEARLY = 2  # times as many mentions as any other country


def government(view: DocumentView, others: Sequence[int], hosts: Sequence[int]) -> int | None:
    """Chain of the country whose "the Government" a text speaks of.

    The country of the other side, else of whoever received in the event told before, else the one spoken of most.
    """
    chains = view.doc._.chains
    countries = [chains[chain].country_id for chain in (*others, *hosts)]
    country = next((one for one in countries if one), None) or _main_country(view)
    return chain_of_country(view, country) if country is not None else None


def chain_of_country(view: DocumentView, country: str) -> int | None:
    """The chain that names a country, else that of its people: "the Colombian minister"."""
    return _by_country(view).get(country)


@lru_cache(maxsize=1)
def _by_country(view: DocumentView) -> dict[str, int]:
    named: dict[str, int] = {}
    people: dict[str, int] = {}
    for number, chain in enumerate(view.doc._.chains):
        if chain.country_id and is_country_chain(view, number):
            named.setdefault(chain.country_id, number)
        elif chain.country_id and chain.label == "NORP":
            people.setdefault(chain.country_id, number)
    return people | named


@cache
def capitals() -> frozenset[tuple[str, str]]:
    """Names of the capitals that can stand for their country, each with its country."""
    rows = reference("countries").select("capital", "country_id").drop_nulls().iter_rows()
    return frozenset((name, country) for name, country in rows if name not in SEATS_OF_ORGANIZATIONS)


def chain_of_visited(view: DocumentView, place: Phrase | None, country: str) -> int | None:
    """The chain of a country visited, else of its capital where that is the place: "arrived in Lima"."""
    chain = chain_of_country(view, country)
    if chain is not None or place is None:
        return chain
    return place.chain if (view.doc[place.start : place.end].text, country) in capitals() else None


def country_meant(view: DocumentView, phrase: Phrase) -> int | None:
    """The chain of the country that "Peruvian" or "Peruvian officials" stand for, where the text names it too."""
    if phrase.chain is None or view.doc._.chains[phrase.chain].label != "NORP":
        return None
    country = view.doc._.chains[phrase.chain].country_id
    is_people = phrase.kind is PhraseKind.DEMONYM and view.doc[phrase.end - 1].tag_ in ("NNS", "NNPS")
    chain = chain_of_country(view, country) if country is not None and not is_people else None
    return chain if chain is not None and is_country_chain(view, chain) else None


def is_country_chain(view: DocumentView, chain: int) -> bool:
    """True for the chain of a country itself."""
    name = view.doc._.chains[chain].name.lower().removeprefix("the ")
    return name in country_names() or without_accents(name) in country_names()  # "Việt Nam"


def _main_country(view: DocumentView) -> str | None:
    counts = Counter[str]()
    for chain in view.doc._.chains:
        if chain.country_id:
            counts[chain.country_id] += len(chain.mentions)
    most = counts.most_common(2)
    is_clear = len(most) == 1 or (len(most) > 1 and most[0][1] >= _CLEARLY * most[1][1])
    return most[0][0] if most and is_clear else None
