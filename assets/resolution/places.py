"""Places: mentions tied to a country, a region, a city with coordinates, or a venue under its city."""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from assets.resolution.gazetteer import City, cities_named
from assets.resolution.names import country_names, folded
from warehouse.keys import stable_id
from warehouse.reference import reference
from warehouse.tables.resolution import DatelinePlace, Place, PlaceKind, PlaceMention, ResolutionMethod

VENUE_REACH = 40  # characters: "at the Miraflores Palace, in Caracas", not the next sentence's city


@dataclass(frozen=True)
class PlaceResolution:
    """What the place mentions of all documents resolve to."""

    places: list[Place]
    mentions: list[PlaceMention]
    datelines: list[DatelinePlace]


@dataclass(frozen=True)
class _Named:
    """One mention of a place."""

    mention_id: str
    document_id: str
    label: str
    name: str
    start: int
    end: int
    country_id: str | None


def places(mentions: pl.DataFrame, documents: pl.DataFrame) -> PlaceResolution:
    """Places named in ``entities.mention`` and in the datelines of ``documents.document``."""
    named = _named(mentions)
    datelines = [
        (row[0], row[1])
        for row in documents.select("document_id", "dateline_city").sort("document_id").iter_rows()
        if row[1]
    ]
    resolver = _Resolver([*(item.name for item in named), *(city for _, city in datelines)])
    tied = [
        mention for previous, item in _with_next_city(named, resolver) if (mention := resolver.mention(previous, item))
    ]
    cities = [(document_id, resolver.city(city, None)) for document_id, city in datelines]
    lines = [DatelinePlace(document_id=document_id, place_id=place.place_id) for document_id, place in cities if place]
    return PlaceResolution(places=resolver.found(), mentions=tied, datelines=lines)


def _named(mentions: pl.DataFrame) -> list[_Named]:
    rows = mentions.filter(pl.col("label").is_in(["GPE", "LOC", "FAC"])).sort("document_id", "start_char")
    selected = rows.select("mention_id", "document_id", "label", "text", "start_char", "end_char", "country_id")
    return [_Named(*row) for row in selected.iter_rows()]


def _with_next_city(named: Sequence[_Named], resolver: "_Resolver") -> list[tuple[Place | None, _Named]]:
    """Each mention with the city that follows it within reach, if any."""
    pairs: list[tuple[Place | None, _Named]] = []
    for index, item in enumerate(named):
        following = named[index + 1] if index + 1 < len(named) else None
        near = (
            following is not None
            and item.label == "FAC"
            and following.document_id == item.document_id
            and following.label == "GPE"
            and following.start - item.end <= VENUE_REACH
        )
        pairs.append((resolver.city(following.name, following.country_id) if near and following else None, item))
    return pairs


class _Resolver:
    """Finds places by name and remembers each it has given."""

    def __init__(self, names: Sequence[str]) -> None:
        self._countries = country_names()
        self._country_rows = {row["country_id"]: row for row in reference("countries").iter_rows(named=True)}
        self._venues = {folded(row["name"]): row for row in reference("venues").iter_rows(named=True)}
        venue_cities = [row["city"] for row in self._venues.values() if row["city"]]
        self._cities = cities_named([*names, *venue_cities])
        self._found: dict[str, Place] = {}

    def found(self) -> list[Place]:
        """Every place given so far, sorted."""
        return [self._found[key] for key in sorted(self._found)]

    def mention(self, following: Place | None, item: _Named) -> PlaceMention | None:
        """The mention tied to its place, None when no place of that name is known."""
        place, method = self._place(following, item)
        if place is None:
            return None
        return PlaceMention(
            mention_id=item.mention_id,
            document_id=item.document_id,
            place_id=place.place_id,
            method=method,
            confidence=0.95 if method is ResolutionMethod.COUNTRY_NAME else 0.8,
        )

    def country(self, country_id: str) -> Place:
        """A country's place."""
        name = self._country_rows[country_id]["name"]
        return self._keep(
            Place(
                place_id=stable_id("place", "country", country_id),
                name=name,
                kind=PlaceKind.COUNTRY,
                country_id=country_id,
                latitude=None,
                longitude=None,
                geonames_id=None,
                parent_place_id=None,
            )
        )

    def city(self, name: str, country_id: str | None) -> Place | None:
        """The city of that name in that country; without a country the most populous one."""
        if folded(name) in self._countries and not self._is_city_state(name):
            return None
        candidates = self._cities.get(folded(name), [])
        inside = [city for city in candidates if city.country_id == country_id]
        chosen = (inside or ([] if country_id else candidates))[:1]
        return self._city_place(chosen[0]) if chosen else None

    def _place(self, following: Place | None, item: _Named) -> tuple[Place | None, ResolutionMethod]:
        country = self._countries.get(folded(item.name))
        if country and item.label == "GPE":
            return self.country(country), ResolutionMethod.COUNTRY_NAME
        if item.label == "GPE":
            return self.city(item.name, item.country_id), ResolutionMethod.GAZETTEER
        if item.label == "FAC":
            return self._venue(following, item)
        return self._region(item), ResolutionMethod.GAZETTEER

    def _venue(self, following: Place | None, item: _Named) -> tuple[Place, ResolutionMethod]:
        known = self._venues.get(folded(item.name))
        city = following
        if known and known["city"] and (following is None or following.country_id == known["country_id"]):
            city = self.city(known["city"], known["country_id"]) or following
        country_id = city.country_id if city else (known["country_id"] if known else item.country_id)
        parent = city or (self.country(country_id) if country_id else None)
        place = Place(
            place_id=stable_id("place", "venue", folded(item.name), parent.place_id if parent else ""),
            name=item.name,
            kind=PlaceKind.VENUE,
            country_id=country_id,
            latitude=city.latitude if city else None,
            longitude=city.longitude if city else None,
            geonames_id=None,
            parent_place_id=parent.place_id if parent else None,
        )
        return self._keep(place), ResolutionMethod.GAZETTEER if known else ResolutionMethod.DOCUMENT_CONTEXT

    def _region(self, item: _Named) -> Place:
        return self._keep(
            Place(
                place_id=stable_id("place", "region", folded(item.name)),
                name=item.name,
                kind=PlaceKind.REGION,
                country_id=item.country_id,
                latitude=None,
                longitude=None,
                geonames_id=None,
                parent_place_id=None,
            )
        )

    def _city_place(self, city: City) -> Place:
        return self._keep(
            Place(
                place_id=stable_id("place", "city", city.geonames_id),
                name=city.name,
                kind=PlaceKind.CITY,
                country_id=city.country_id,
                latitude=city.latitude,
                longitude=city.longitude,
                geonames_id=city.geonames_id,
                parent_place_id=self.country(city.country_id).place_id,
            )
        )

    def _is_city_state(self, name: str) -> bool:
        row = self._country_rows[self._countries[folded(name)]]
        return folded(row["capital"] or "") == folded(name)

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
