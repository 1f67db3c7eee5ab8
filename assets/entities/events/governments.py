"""Whom "the Government" means where the text does not say of which country."""

from collections import Counter
from collections.abc import Sequence

from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import country_names

_CLEARLY = 2  # times as many mentions as any other country


def government(view: DocumentView, others: Sequence[int], hosts: Sequence[int]) -> int | None:
    """Chain of the country whose "the Government" a text speaks of.

    The country of the other side, else of whoever received in the event told before, else the one spoken of most.
    """
    chains = view.doc._.chains
    countries = [chains[chain].country_id for chain in (*others, *hosts)]
    country = next((one for one in countries if one), None) or _main_country(view)
    if country is None:
        return None
    own = [number for number, chain in enumerate(chains) if chain.country_id == country]
    return next((number for number in own if chains[number].name.lower() in country_names()), None)


def _main_country(view: DocumentView) -> str | None:
    counts = Counter[str]()
    for chain in view.doc._.chains:
        if chain.country_id:
            counts[chain.country_id] += len(chain.mentions)
    most = counts.most_common(2)
    is_clear = len(most) == 1 or (len(most) > 1 and most[0][1] >= _CLEARLY * most[1][1])
    return most[0][0] if most and is_clear else None
