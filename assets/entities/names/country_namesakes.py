"""Names that two countries share: "Congolese", "Korean". The text says which is meant by what else it names."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from assets.entities.names.gazetteer import Entry, Match
from warehouse.reference import reference

# Names that the list of countries gives to one of two, by that country and the other.
SHARED = {
    ("COD", "COG"): frozenset({"Congo", "Congolese"}),
    ("KOR", "PRK"): frozenset({"Korean", "Koreans"}),
}


def namesakes_told_apart(found: Iterable[tuple[str, Match]], origin: str | None) -> Iterator[Match]:
    """The matches, a name that two countries share given to the one whose own names the text has more often.

    Args:
        found: known places and peoples, each with its words in the text.
        origin: ISO 3166-1 alpha-3 of the country in which the text was written, when known.
    """
    told = list(found)
    named = Counter(match.entry.country_id for text, match in told if text not in _shared_names())
    named.update([origin] if origin else [])
    for text, match in told:
        other = _others().get((text, match.entry.country_id))
        is_other = other is not None and named[other] > named[match.entry.country_id]
        yield replace(match, entry=_renamed(match.entry, other)) if other is not None and is_other else match


@cache
def _shared_names() -> frozenset[str]:
    return frozenset().union(*SHARED.values())


@cache
def _others() -> Mapping[tuple[str, str | None], str]:
    """The other country of each shared name, by the name and the country that the list gives it to."""
    return {(name, one): other for (one, other), names in SHARED.items() for name in names}


def _renamed(entry: Entry, country_id: str) -> Entry:
    """The entry with the name of another country or of its people."""
    column = "demonym" if entry.label == "NORP" else "name"
    (name,) = reference("countries").filter(country_id=country_id)[column].to_list()
    return replace(entry, name=name, country_id=country_id)
