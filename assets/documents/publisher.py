"""Publishers and agencies of the reference table, by name or by domain."""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from warehouse.reference import reference

AGENCY, IGO = "agency", "igo"
RUBRICS = frozenset(
    {
        "foreign affairs",
        "foreign policy",
        "global news",
        "stuff",
        "mint",
        "time",
        "today",
        "new age",
        "the wire",
        "the print",
    }
    | {"tt"}  # the initials of a writer, or of a country
    | {"the local", "the edition", "the bulletin", "orient", "news first", "business day", "island times", "the nation"}
    | {
        "united nations",
        "european commission",
        "european parliament",
        "council of europe",
        "african union",
        "world bank",
    }
    | {"defense news", "nation", "state department", "department of state", "white house", "the white house", "kremlin"}
)
COPYRIGHT = re.compile(r"(?:\W*(?:©|\(c\)|copyright)){1,3}\W*(?:\d{4}\W*){0,2}(?P<name>.{2,120})", re.IGNORECASE)
HOST = re.compile(r"[a-z][a-z0-9-]+(?:\.[a-z0-9-]+){1,3}")  # sites that a house had before or has beside
SITE_LABEL = re.compile(
    r"(?:site(?:[_ ]name)?|publication|publisher|newspaper|outlet)\s?:\s?(?P<name>.{3,60})", re.IGNORECASE
)
# two to six capitalised words and no person: photographers claim rights as "© Jane Doe/TASS"
HOUSE_NAME = re.compile(
    r"(?=.*\b(?:News|Times|Post|Herald|Daily|Journal|Press|Agency|Media|Radio|Television|TV|Tribune|Gazette"
    r"|Chronicle|Observer"
    r"|Monitor|Standard|Courier|Mail|Guardian|Review|Affairs|Today|Independent|Star|Sun|Voice|Broadcasting|Network"
    r"|Ministry|Bulletin"
    r"|Government|Embassy|Commission|Union|Foundation|Institute|Magazine|Express|Telegraph|Globe|Mirror|Nation"
    r"|Reporter|Weekly)\b)"
    r"(?:The )?[A-Z][\w'’.&-]*(?: (?:of|and|the|for|[A-Z&][\w'’.&-]*)){1,6}"
)
HOUSE_OPENING = re.compile(  # "NileWire.net - The minister", "Nile News – The minister"
    r"(?P<source>[A-Z][\w-]{2,30}\.(?:[Nn]et|com|org|info|news|am|az|ua|ge)|[A-Z]\w{1,20} News(?: Agency)?)"
    r"(?: [-–—]|--) (?=[A-Z\"“])"
)
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
    publisher = publisher_named(line)
    if publisher is None or is_rubric(line) or (publisher.kind == IGO and " " not in line):  # "NATO" heads a chapter
        return False
    return not line.endswith(".") and not any(map(str.islower, words))


def is_rubric(line: str) -> bool:
    """Whether a publisher's name is a heading of others as well: "Foreign Affairs"."""
    return _key(line) in RUBRICS


def publisher_in_notice(line: str) -> str | None:
    """Publisher who claims the rights: "Copyright © 2022 People's Daily Online. All Rights Reserved."."""
    found = next((publisher for name in _claimants(line) if (publisher := publisher_named(name))), None)
    return found.name if found else None


def house_in_notice(line: str) -> str | None:
    """Name of a house outside the table that claims the rights: "© 2023 Nordic Affairs", "the site: Nordic Affairs"."""
    label = SITE_LABEL.fullmatch(line)
    names = [label["name"].strip("\"' ")] if label else [name.strip(" .") for name in _claimants(line)]
    return next((name for name in names if HOUSE_NAME.fullmatch(name)), None)


def _claimants(line: str) -> list[str]:
    """Names in a copyright notice, without years."""
    match = COPYRIGHT.match(line.rpartition("|")[2].strip() if "|" in line else line)
    names = re.split(r"\. |, |\||\b(?:all|rights)\b", match["name"], flags=re.IGNORECASE) if match else []
    return [YEAR.sub("", name) for name in names]


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
