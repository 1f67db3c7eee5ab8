"""Places: mentions tied to a country, a region, a city with coordinates, or a venue under its city."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import polars as pl

from assets.resolution.divisions import divisions_named, is_called_region
from assets.resolution.gazetteer import City
from assets.resolution.names import folded
from assets.resolution.namesakes import SURE, Choice
from assets.resolution.place_context import Named, Scene
from assets.resolution.place_names import PlaceNames
from warehouse.keys import stable_id
from warehouse.reference import reference
from warehouse.tables.resolution import DatelinePlace, Place, PlaceKind, PlaceMention, ResolutionMethod

VENUE_REACH = 40  # characters: "at the Miraflores Palace, in Caracas", not the next sentence's city
LABELS = ["GPE", "LOC", "FAC", "NORP"]  # a people tells of its country

KNOWN_VENUE, VENUE_NEAR_CITY, VENUE_ALONE = 0.9, 0.8, 0.6
REGION, MISSPELLED = 0.8, 0.8


@dataclass(frozen=True)
class PlaceResolution:
    """What the place mentions of all documents resolve to."""

    places: list[Place]
    mentions: list[PlaceMention]
    datelines: list[DatelinePlace]


@dataclass(frozen=True)
class _Tie:
    """A place with how it was found and how sure that is."""

    place: Place
    method: ResolutionMethod
    confidence: float


def places(mentions: pl.DataFrame, documents: pl.DataFrame, scenes: Collection[str] = frozenset()) -> PlaceResolution:
    """Places named in ``entities.mention`` and in the datelines of ``documents.document``.

    A name of several places means the one that its document speaks for; where that is balanced it is tied to none.

    Args:
        mentions: ``entities.mention``.
        documents: ``documents.document``.
        scenes: identifiers of the mentions where an event took place; a body among them is a venue: the White House.
    """
    named = _named(mentions, scenes)
    told = documents.filter(pl.col("dateline_city").is_not_null()).select("document_id", "dateline_city")
    datelines: dict[str, str] = dict(told.sort("document_id").iter_rows())
    names = PlaceNames([*(item.text for item in named), *datelines.values()])
    resolver = _Resolver(names)
    tied: list[PlaceMention] = []
    lines: list[DatelinePlace] = []
    of_documents = {
        document_id: list(items) for document_id, items in groupby(named, key=lambda item: item.document_id)
    }
    for document_id in sorted({*of_documents, *datelines}):
        items = of_documents.get(document_id, [])
        scene = Scene(names, items, datelines.get(document_id))
        tied += resolver.mentions(items, scene)
        if place := resolver.city(scene.dateline()):
            lines.append(DatelinePlace(document_id=document_id, place_id=place.place_id))
    return PlaceResolution(places=resolver.found(), mentions=tied, datelines=lines)


def _named(mentions: pl.DataFrame, scenes: Collection[str]) -> list[Named]:
    is_venue = (pl.col("label") == "ORG") & pl.col("mention_id").is_in(list(scenes))
    labelled = mentions.with_columns(label=pl.when(is_venue).then(pl.lit("FAC")).otherwise("label"))
    rows = labelled.filter(pl.col("label").is_in(LABELS)).sort("document_id", "start_char")
    selected = rows.select("mention_id", "document_id", "label", "text", "start_char", "end_char", "country_id")
    return [Named(*row) for row in selected.iter_rows()]


def _seats() -> pl.DataFrame:
    """Seats of government, by name, with the capital they stand in: "White House", "State Department"."""
    is_seat = (pl.col("kind") == "ORG") & pl.col("note").str.contains("seat of|ministry|house|parliament")
    capitals = reference("countries").select("country_id", city="capital")
    return reference("metonyms").filter(is_seat).join(capitals, on="country_id").select("name", "city", "country_id")


class _Resolver:
    """Gives each mention its place and remembers each place it has given."""

    def __init__(self, names: PlaceNames) -> None:
        self._names = names
        self._country_names = dict(reference("countries").select("country_id", "name").iter_rows())
        known = pl.concat([_seats(), reference("venues").select("name", "city", "country_id")])
        self._venues = {folded(row["name"]): row for row in known.iter_rows(named=True)}
        self._found: dict[str, Place] = {}
        self._country = cache(self._new_country)  # each place is named many times
        self._region = cache(self._new_region)
        self._city_place = cache(self._new_city)

    def found(self) -> list[Place]:
        """Every place given so far, sorted."""
        return [self._found[key] for key in sorted(self._found)]

    def mentions(self, items: Sequence[Named], scene: Scene) -> list[PlaceMention]:
        """One document's mentions that have a place."""
        return [
            PlaceMention(
                mention_id=item.mention_id,
                document_id=item.document_id,
                place_id=tie.place.place_id,
                method=tie.method,
                confidence=tie.confidence,
            )
            for index, item in enumerate(items)
            if (tie := self._tie(items, index, scene))
        ]

    def city(self, found: Choice | None) -> Place | None:
        """The place of a choice that is a city."""
        return self._city_place(found.candidate.city) if found and found.candidate.city else None

    def _tie(self, items: Sequence[Named], index: int, scene: Scene) -> _Tie | None:
        item = items[index]
        if item.label == "GPE":
            return self._named_place(item, scene.choice(index))
        if item.label == "LOC":
            return _Tie(self._located_region(item), ResolutionMethod.GAZETTEER, REGION)
        return self._venue(item, self._next_city(items, index, scene)) if item.label == "FAC" else None

    def _named_place(self, item: Named, found: Choice | None) -> _Tie | None:
        key = self._names.read(item.text).key
        countries = {each.country_id for each in self._names.candidates(key)}
        if not countries and is_called_region(item.text) and item.country_id:
            return _Tie(self._region(item.text, item.country_id), ResolutionMethod.GAZETTEER, REGION)
        if not countries and item.country_id and self._names.is_misspelled(key, item.country_id):
            return _Tie(self._country(item.country_id), ResolutionMethod.COUNTRY_NAME, MISSPELLED)
        if found is None or (item.country_id and item.country_id not in countries):
            return None
        candidate, confidence = found.candidate, round(min(found.share, SURE), 3)
        if candidate.is_country:
            return _Tie(self._country(candidate.country_id), ResolutionMethod.COUNTRY_NAME, confidence)
        alone = self._names.alone(key)
        is_usual = alone is not None and alone.candidate == candidate
        method = ResolutionMethod.GAZETTEER if is_usual else ResolutionMethod.DOCUMENT_CONTEXT
        name = candidate.division.name if candidate.division else item.text
        place = self._city_place(candidate.city) if candidate.city else self._region(name, candidate.country_id)
        return _Tie(place, method, confidence)

    def _located_region(self, item: Named) -> Place:
        """A region in its country, in none where it lies in several."""
        known = [each for each in divisions_named(item.text) if item.country_id in {None, each.country_id}]
        if len(known) != 1:
            return self._region(item.text, item.country_id)
        return self._region(known[0].name, known[0].country_id)

    def _next_city(self, items: Sequence[Named], index: int, scene: Scene) -> Place | None:
        """The city named within reach behind a venue."""
        after = next((at for at in range(index + 1, len(items)) if items[at].label != "NORP"), None)
        if after is None or items[after].label != "GPE" or items[after].start - items[index].end > VENUE_REACH:
            return None
        return self.city(scene.choice(after))

    def _venue(self, item: Named, following: Place | None) -> _Tie:
        known = self._venues.get(folded(item.text))
        city = following
        if known and known["city"] and (following is None or following.country_id == known["country_id"]):
            city = self.city(self._names.city_of(known["city"], known["country_id"])) or following
        country_id = city.country_id if city else (known["country_id"] if known else item.country_id)
        parent = city or (self._country(country_id) if country_id else None)
        place = Place(
            place_id=stable_id("place", "venue", folded(item.text), parent.place_id if parent else ""),
            name=item.text,
            kind=PlaceKind.VENUE,
            country_id=country_id,
            latitude=city.latitude if city else None,
            longitude=city.longitude if city else None,
            geonames_id=None,
            parent_place_id=parent.place_id if parent else None,
        )
        method = ResolutionMethod.GAZETTEER if known else ResolutionMethod.DOCUMENT_CONTEXT
        return _Tie(self._keep(place), method, KNOWN_VENUE if known else VENUE_NEAR_CITY if city else VENUE_ALONE)

    def _new_country(self, country_id: str) -> Place:
        return self._keep(
            Place(
                place_id=stable_id("place", "country", country_id),
                name=self._country_names[country_id],
                kind=PlaceKind.COUNTRY,
                country_id=country_id,
                latitude=None,
                longitude=None,
                geonames_id=None,
                parent_place_id=None,
            )
        )

    def _new_region(self, name: str, country_id: str | None) -> Place:
        """A region, one for each country of that name: the states of Punjab."""
        return self._keep(
            Place(
                place_id=stable_id("place", "region", folded(name), *([country_id] if country_id else [])),
                name=name,
                kind=PlaceKind.REGION,
                country_id=country_id,
                latitude=None,
                longitude=None,
                geonames_id=None,
                parent_place_id=self._country(country_id).place_id if country_id else None,
            )
        )

    def _new_city(self, city: City) -> Place:
        return self._keep(
            Place(
                place_id=stable_id("place", "city", city.geonames_id),
                name=city.name,
                kind=PlaceKind.CITY,
                country_id=city.country_id,
                latitude=city.latitude,
                longitude=city.longitude,
                geonames_id=city.geonames_id,
                parent_place_id=self._country(city.country_id).place_id,
            )
        )

    def _keep(self, place: Place) -> Place:
        """The place as first seen by name: venues and regions are named as most documents spell them, first in order."""
        kept = self._found.get(place.place_id)
        if kept is None or place.name < kept.name:
            self._found[place.place_id] = place
        return place


def cities_of_mentions(mentions: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    """Columns mention_id and city_id, one row per mention of a city or of a venue whose city is known."""
    cities = found.filter(pl.col("kind") == "city")["place_id"]
    city_id = pl.coalesce(
        pl.when(pl.col("place_id").is_in(cities.implode())).then("place_id"),
        pl.when(pl.col("parent_place_id").is_in(cities.implode())).then("parent_place_id"),
    )
    joined = mentions.join(found.select("place_id", "parent_place_id"), on="place_id")
    return joined.select("mention_id", city_id.alias("city_id")).drop_nulls()
