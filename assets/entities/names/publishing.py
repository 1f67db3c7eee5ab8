"""Where a document comes from: the government that published it, the country in which it was written."""

from functools import cache

from assets.documents.days import country_of
from assets.documents.publisher import publisher_named
from warehouse.reference import reference

# How governments call their part of a country's domain: "foreign.gov.xx", "gob.xx".
GOVERNMENTAL = frozenset({"gov", "gob", "gouv", "gub", "gc", "govt", "go"})
LONGEST_CODE = 2


def government_of(domain: str | None, publisher: str | None = None) -> str | None:
    """Country whose government publishes, alpha-3; None where neither the domain nor the publisher is a government's."""
    house = publisher_named(publisher) if publisher else None
    if house is not None and house.kind == "government":
        return house.country_id
    parts = (domain or "").lower().split(".")
    for start in range(len(parts) - 1):
        known = _governments().get(".".join(parts[start:]))
        if known:
            return known
    if parts[-1] in {"gov", "mil"}:
        return "USA"
    is_governmental = len(parts) > LONGEST_CODE - 1 and parts[-2] in GOVERNMENTAL
    return _countries().get(parts[-1]) if is_governmental else None


def origin_of(
    publisher: str | None, domain: str | None, dateline_city: str | None, wire_source: str | None = None
) -> str | None:
    """Country of a publisher that writes at home; None where the dateline is a capital abroad, as agencies write.

    Where the publisher is not known an agency that writes from its own capital tells as much.
    """
    told, capital = country_of(publisher, domain), _capitals().get((dateline_city or "").casefold())
    if told is None and capital is not None:
        told = country_of(wire_source, None)
        return told if capital == told else None
    is_home = capital == told if publisher in _worldwide() else capital in {None, told}
    return told if is_home else None


@cache
def _capitals() -> dict[str, str]:
    rows = reference("countries").iter_rows(named=True)
    return {row["capital"].casefold(): row["country_id"] for row in rows if row["capital"]}


@cache
def _governments() -> dict[str, str]:
    rows = reference("publishers").iter_rows(named=True)
    return {row["domain"]: row["country_id"] for row in rows if row["kind"] == "government" and row["country_id"]}


@cache
def _countries() -> dict[str, str]:
    rows = reference("countries").iter_rows(named=True)
    return {row["alpha_2"].lower(): row["country_id"] for row in rows if row["alpha_2"]} | {"uk": "GBR"}


@cache
def _worldwide() -> frozenset[str]:
    """Houses that write for the whole world: a minister without a country is of their seat only under its dateline."""
    return frozenset(reference("worldwide_publishers")["name"])
