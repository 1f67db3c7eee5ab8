"""Where a document comes from: the government that published it, the country in which it was written."""

from functools import cache

from assets.documents.days import country_of
from warehouse.reference import reference

# How governments call their part of a country's domain: "foreign.gov.xx", "gob.xx".
GOVERNMENTAL = frozenset({"gov", "gob", "gouv", "gub", "gc", "govt", "go"})
LONGEST_CODE = 2


def government_of(domain: str | None) -> str | None:
    """Country whose government publishes on a domain, alpha-3; None where the domain is no government's."""
    parts = (domain or "").lower().split(".")
    for start in range(len(parts) - 1):
        known = _governments().get(".".join(parts[start:]))
        if known:
            return known
    if parts[-1] in {"gov", "mil"}:
        return "USA"
    is_governmental = len(parts) > LONGEST_CODE - 1 and parts[-2] in GOVERNMENTAL
    return _countries().get(parts[-1]) if is_governmental else None


def origin_of(publisher: str | None, domain: str | None, dateline_city: str | None) -> str | None:
    """Country of a publisher that writes at home; None where the dateline is a capital abroad, as agencies write."""
    told = country_of(publisher, domain)
    return told if _capitals().get((dateline_city or "").casefold(), told) == told else None


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
