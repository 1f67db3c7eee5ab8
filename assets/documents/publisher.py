"""Publishers and agencies of the reference table, by name or by domain."""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from warehouse.reference import reference

AGENCY = "agency"
COPYRIGHT = re.compile(r"(?:\W*(?:©|\(c\)|copyright)){1,3}\W*(?:\d{4}\W*){0,2}(?P<name>.{2,120})", re.IGNORECASE)
HOST = re.compile(r"[a-z][a-z0-9-]+(?:\.[a-z0-9-]+){1,3}")  # sites that a house had before or has beside
YEAR = re.compile(r"\b(?:by\s)?(?:19|20)\d{2}\b|^\s*by\s")
ADDRESS = re.compile(r"[\w.+-]{1,40}@(?P<host>[\w-]{1,40}(?:\.[\w-]{2,20}){1,4})")


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


def signs(line: str) -> bool:
    """Whether a line is a publisher's name as a signature has it; "Foreign policy" is a heading, not the magazine."""
    words = [word for word in line.split() if len(word) > 3]
    return publisher_named(line) is not None and not line.endswith(".") and not any(map(str.islower, words))


def publisher_in_notice(line: str) -> str | None:
    """Publisher who claims the rights: "Copyright © 2022 People's Daily Online. All Rights Reserved."."""
    match = COPYRIGHT.match(line)
    names = re.split(r"\. |, |\||\b(?:all|rights)\b", match["name"], flags=re.IGNORECASE) if match else []
    found = next((publisher for name in names if (publisher := publisher_named(YEAR.sub("", name)))), None)
    return found.name if found else None


def publisher_of_address(line: str) -> str | None:
    """Publisher whose mail address a line holds: "ejkim@yna.co.kr"."""
    found = (publisher_at(match["host"]) for match in ADDRESS.finditer(line))
    return next((publisher.name for publisher in found if publisher), None)


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
    aliases = {name: publisher for publisher, names in _publishers() for name in names if HOST.fullmatch(name)}
    return aliases | {publisher.domain: publisher for publisher, _ in _publishers() if publisher.domain}
