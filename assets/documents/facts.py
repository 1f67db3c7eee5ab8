"""What an article says of itself: where and when it was written and published, and by whom."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from urllib.parse import urlsplit

from assets.documents.closing import house_of_itself, writer_of_itself
from assets.documents.dateline import Dateline, city_name
from assets.documents.days import country_of, days, stamps_of
from assets.documents.furniture import author, credited_to, reporter, source_name, url_alone
from assets.documents.head_lines import is_name
from assets.documents.headline import title_publisher, title_text
from assets.documents.masthead import TOLD, house
from assets.documents.newsroom_lines import house_named
from assets.documents.parts import Cut, Part
from assets.documents.published import Stamp, stamp
from assets.documents.publisher import (
    AGENCY,
    Publisher,
    agency_named,
    domain_of,
    house_in_notice,
    is_rubric,
    publisher_at,
    publisher_in_notice,
    publisher_named,
    publisher_of_address,
)
from assets.documents.statements import office_holder
from warehouse.tables.documents import PublishedBasis, SegmentKind

SOCIAL_DOMAINS = frozenset(
    {"t.co", "twitter.com", "x.com", "facebook.com", "instagram.com", "youtube.com", "youtu.be", "t.me", "bit.ly"}
)
NOBODY = frozenset(
    {
        "Agencies",
        "Staff",
        "Reuters Staff",
        "News Agencies",
        "Newsroom",
        "Special Correspondent",
        "Our Correspondent",
        "Agency",
        "News",
    }
    | {
        "Staff Reporter",
        "Staff Writer",
        "Web Desk",
        "News Desk",
        "Editor",
        "Admin",
        "Correspondent",
        "Our Reporter",
        "Web Admin",
    }
    | {
        "Agency Reporter",
        "Our Staff Reporter",
        "Online Desk",
        "Monitoring Desk",
        "Editorial Board",
        "Wire Services",
        "Staff Report",
    }
)  # "by Agencies"
NUMBER = re.compile(r"^\d{1,2}[.)] (?=[A-Z])")  # "1. Officials meet in Tbilisi"
LEAD_PARAGRAPHS = 2
OUTLET = r"[A-Z][\w.-]{1,20}(?: [A-Z][\w.-]{1,20}){0,3}"
PASSES_ON = re.compile(
    rf"(?<!\w)(?P<name>{OUTLET})(?: reports| informs| writes),? (?:citing|referring to|with reference to|quoting) (?:the )?"
    rf"(?P<cited>{OUTLET})"
)
NOTICE_KINDS = (SegmentKind.BOILERPLATE, SegmentKind.BYLINE, SegmentKind.ATTRIBUTION)


@dataclass(frozen=True)
class Declared:
    """What the container says of an article."""

    url: str | None = None
    title: str | None = None
    published_at: str | None = None
    publisher: str | None = None
    author: str | None = None

    def on_one_line(self) -> "Declared":
        """The same facts, each on one line; a blank one is none."""
        return Declared(*(" ".join((fact or "").split()) or None for fact in astuple(self)))


@dataclass(frozen=True)
class Facts:
    """What is known of an article beside its body."""

    title: str | None
    publisher: str | None
    domain: str | None
    author: str | None
    url: str | None
    published_on: dt.date | None
    published_basis: PublishedBasis
    dateline_city: str | None
    dateline_on: dt.date | None
    wire_source: str | None


def facts(raw: str, cut: Cut, declared: Declared, source_uri: str) -> Facts:
    """Facts of an article from its parts and its container."""
    url = (
        declared.url or _url(raw, cut.parts) or (source_uri if source_uri.startswith(("http://", "https://")) else None)
    )
    domain = domain_of(url) if url else None
    stamps = stamps_of(cut.parts)
    writer = declared.author or _author(cut.parts, stamps)
    publisher = (
        _publisher(cut, declared, stamps, domain)
        or house(cut.parts, raw, domain, (writer,))
        or _unlisted(cut.parts)
        or _agency_at_home(cut, stamps)
    )
    when = days(cut.parts, cut.dateline, declared.published_at, url, country_of(publisher, domain))
    title = next((part.clean.text for part in _of(cut.parts, SegmentKind.TITLE)), None)
    return Facts(
        title=declared.title or (_bare_title(title, publisher) if title else None) or None,  # "Title:" holds none
        publisher=publisher,
        domain=domain,
        author=writer,
        url=url,
        published_on=when.published_on,
        published_basis=when.basis,
        dateline_city=cut.dateline.city if cut.dateline else None,
        dateline_on=when.dateline_on,
        wire_source=_wire_source(cut, stamps, publisher),
    )


def _bare_title(title: str, publisher: str | None) -> str:
    """Title without its number in a bulletin before it, and the name of the house behind it."""
    text = NUMBER.sub("", title_text(title))
    before, mark, after = text.rpartition(" - ") if " - " in text else text.rpartition(" | ")
    is_house = bool(mark) and publisher is not None and after.casefold().removeprefix("the ") == publisher.casefold()
    return before if is_house else text


def _of(parts: Sequence[Part], *kinds: SegmentKind) -> list[Part]:
    return [part for part in parts if part.kind in kinds]


def _url(raw: str, parts: Sequence[Part]) -> str | None:
    """URL of the article: the last that stands alone, leads past a home page and not to a social network."""
    lines = (raw[part.start : part.end].strip("*_ ") for part in _of(parts, SegmentKind.URL))
    urls = [url for line in lines if (url := url_alone(line)) and _is_article_url(url)]
    return urls[-1] if urls else None


def _is_article_url(url: str) -> bool:
    domain = domain_of(url)
    return domain is not None and domain not in SOCIAL_DOMAINS and len(_path(url)) > 1


def _path(url: str) -> str:
    return urlsplit(url if "//" in url else f"//{url}").path.strip("/")


def _publisher(cut: Cut, declared: Declared, stamps: Sequence[Stamp], domain: str | None) -> str | None:
    """Publisher's name: as declared, as signed, or as the site's domain tells."""
    if declared.publisher:
        known = publisher_named(declared.publisher)
        return known.name if known else declared.publisher
    site = publisher_at(domain) if domain else None
    signed = _signed(cut.parts)
    if signed and signed.kind != AGENCY:  # an agency's name under another house's story is a credit
        return signed.name
    titles = (title_publisher(part.clean.text) for part in _of(cut.parts, SegmentKind.TITLE))
    named = next((name for name in titles if name), None)
    stamped = next((publisher for line in stamps if (publisher := publisher_named(line.publisher or ""))), None)
    beside = stamped.name if stamped and stamped.kind != AGENCY else None  # "(Xinhua) 09:31" stands on others' pages
    return (
        (site.name if site else None)
        or named
        or beside
        or _dateline_publisher(cut.dateline)
        or _passes_on(cut.parts)
        or _byline_publisher(cut.parts)
        or _noticed(cut.parts)
    )


def _agency_at_home(cut: Cut, stamps: Sequence[Stamp]) -> str | None:
    """Agency that stamps the page or claims it, or that opens a story in which people talk to it, where no house is named."""
    signed = _signed(cut.parts)
    stamped = next((agency for line in stamps if (agency := agency_named(line.publisher or ""))), None)
    if signed or stamped:
        return signed.name if signed else stamped
    lines = (part.clean.text for part in _of(cut.parts, *NOTICE_KINDS))
    claimed = next((agency for line in lines if (agency := agency_named(publisher_in_notice(line) or ""))), None)
    opening = agency_named(cut.dateline.source or "") if cut.dateline else None
    told = (match["name"] for part in _of(cut.parts, SegmentKind.BODY) for match in TOLD.finditer(part.clean.text))
    is_told = opening is not None and any(agency_named(name) == opening for name in told)
    return claimed or (opening if is_told else None)


def _unlisted(parts: Sequence[Part]) -> str | None:
    """House outside the reference table that claims the rights or tells of itself below the story."""
    lines = [part.clean.text for part in _of(parts, *NOTICE_KINDS, SegmentKind.NAVIGATION)]
    return next((name for line in lines if (name := house_in_notice(line) or house_of_itself(line))), None)


def _noticed(parts: Sequence[Part]) -> str | None:
    """Publisher in a copyright notice, a mail address of the newsroom, or a line such as "Published in Dawn"."""
    lines = [part.clean.text for part in _of(parts, *NOTICE_KINDS)]
    houses = (publisher_named(house) for line in lines if (house := house_named(line) or _first_source(line)))
    named = next((house.name for house in houses if house), None)
    told = (publisher_named(house) for line in lines if (house := house_of_itself(line)))
    named = named or next((house.name for house in told if house), None)
    claimed = (publisher_in_notice(line) or publisher_of_address(line) for line in lines)
    return named or next((name for name in claimed if name and not agency_named(name)), None)


def _first_source(line: str) -> str | None:
    """House that names itself before the agencies it used: "Source: Al Jazeera and news agencies"."""
    name, *others = re.split(r"\sand\s", source_name(line) or "", maxsplit=1, flags=re.IGNORECASE)
    return name if others else None


def _signed(parts: Sequence[Part]) -> Publisher | None:
    alone = (part for part in _of(parts, SegmentKind.ATTRIBUTION) if part.clean.text == part.paragraph.text)
    # an agency in parentheses is credited: "(NAN)"
    lines = (publisher_named(part.clean.text) for part in alone if not part.clean.text.startswith("("))
    return next((publisher for publisher in lines if publisher), None)


def _dateline_publisher(found: Dateline | None) -> str | None:
    """Publisher in the dateline's parentheses; an agency there may be credited by anyone."""
    publisher = publisher_named(found.source) if found and found.source else None
    is_own = publisher is not None and found is not None and found.city is None and "." in (found.source or "")
    return publisher.name if publisher and (is_own or publisher.kind != AGENCY) else None  # "NileWire.net - The ..."


def _passes_on(parts: Sequence[Part]) -> str | None:
    """House that names itself in its lead, before another whose news it passes on: "News.az reports citing TASS"."""
    leads = [part.clean.text for part in _of(parts, SegmentKind.BODY)][:LEAD_PARAGRAPHS]
    for match in (match for lead in leads for match in PASSES_ON.finditer(lead)):
        publisher, cited = publisher_named(match["name"]), publisher_named(match["cited"])
        is_agency = publisher is not None and publisher.kind == AGENCY  # "Reuters reports citing a source" says anybody
        if publisher and not is_rubric(match["name"]) and (not is_agency or (cited and cited != publisher)):
            return publisher.name
    return None


def _byline_publisher(parts: Sequence[Part]) -> str | None:
    """Publisher in the author's place: "Author: Granma"."""
    names = (author(part.clean.text) for part in _of(parts, SegmentKind.BYLINE))
    houses = (publisher_named(name) for name in names if name)
    return next((publisher.name for publisher in houses if publisher and publisher.kind != AGENCY), None)


def _author(parts: Sequence[Part], stamps: Sequence[Stamp]) -> str | None:
    lines = [part.clean.text for part in _of(parts, SegmentKind.BYLINE)]
    names = [author(line) or reporter(line) for line in lines] + [line.author for line in stamps]
    names += [office_holder(line) for line in lines]
    names += [line for line in lines if is_name(line) and not stamp(line) and not line.startswith("By ")]
    names += [writer_of_itself(part.clean.text) for part in _of(parts, SegmentKind.BOILERPLATE)]
    found = next((name for name in names if name and not publisher_named(name) and name not in NOBODY), None)
    return city_name(found) if found else None  # "BY JANE DOE"


def _wire_source(cut: Cut, stamps: Sequence[Stamp], publisher: str | None) -> str | None:
    """Agency credited: in a line of its own, behind the last words, in the dateline, or beside the time stamp."""
    lines = [part.clean.text for part in _of(cut.parts, SegmentKind.ATTRIBUTION)]
    credited = [name for line in lines if (name := source_name(line))] + list(cut.sources)
    credited += [cut.dateline.source] if cut.dateline and cut.dateline.source else []
    for part in _of(cut.parts, SegmentKind.BYLINE):
        credited += [name for name in (credited_to(part.clean.text), author(part.clean.text)) if name]
    signed = [name for line in lines if (name := agency_named(line)) and name != publisher]
    signed += [name for line in stamps if (name := agency_named(line.publisher or "")) and name != publisher]
    known = next((name for credit in credited if (name := agency_named(credit))), signed[0] if signed else None)
    return known or _unlisted_agency(cut.dateline, publisher)


def _unlisted_agency(found: Dateline | None, publisher: str | None) -> str | None:
    """Agency outside the table that a dateline names, unless the house only names itself: "(GNS)" in Gulf News Service."""
    source = found.source if found else None
    if source is None or found is None or found.city is None or publisher_named(source):
        return None
    initials = "".join(word[0] for word in (publisher or "").split() if word[0].isupper())
    is_own = publisher is not None and source.casefold() in (publisher.casefold(), initials.casefold())
    return None if is_own else source
