"""Publishers and agencies of the reference table, by name or by domain."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from warehouse.reference import reference

AGENCY = "agency"


@dataclass(frozen=True)
class Publisher:
    """A publisher of the reference table."""

    name: str
    domain: str | None
    country_id: str | None
    kind: str


def publisher_named(text: str) -> Publisher | None:
    """Publisher that a text names and names alone."""
    return _by_name().get(_key(text))


def publisher_at(domain: str) -> Publisher | None:
    """Publisher whose site a domain belongs to: its own or one below it."""
    labels = domain.lower().split(".")
    hosts = (".".join(labels[start:]) for start in range(len(labels) - 1))
    return next((found for host in hosts if (found := _by_domain().get(host))), None)


def agency_named(text: str) -> str | None:
    """Name of the news agency that a text names, alone or before a slash or comma: "Xinhua/Li Xin"."""
    publisher = publisher_named(text) or publisher_named(text.partition("/")[0].partition(",")[0])
    return publisher.name if publisher and publisher.kind == AGENCY else None


def domain_of(url: str) -> str | None:
    """Host of a URL without 'www.'; None when the URL is malformed."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def _key(text: str) -> str:
    return " ".join(text.split()).strip(" .*_()[]/|-–—").casefold()


@cache
def _publishers() -> tuple[tuple[Publisher, tuple[str, ...]], ...]:
    table = reference("publishers").select("name", "domain", "aliases", "country_id", "kind")
    return tuple(
        (Publisher(name, domain, country_id, kind), (name, *(aliases or "").split("|")))
        for name, domain, aliases, country_id, kind in table.iter_rows()
    )


@cache
def _by_name() -> dict[str, Publisher]:
    return {_key(name): publisher for publisher, names in _publishers() for name in names if name}


@cache
def _by_domain() -> dict[str, Publisher]:
    return {publisher.domain: publisher for publisher, _ in _publishers() if publisher.domain}
