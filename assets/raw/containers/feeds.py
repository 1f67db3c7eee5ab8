"""RSS and Atom: one record per entry."""

import io
import re
from collections.abc import Iterator
from typing import Protocol

from assets.raw.containers.compressed import confirm_end
from assets.raw.containers.fields import media_type
from assets.raw.containers.records import (
    HTML,
    DamagedContainerError,
    Declared,
    Record,
    article,
    one_line,
    rejected,
    text_bytes,
)
from warehouse.tables.documents import RejectionReason

MAX_FEED_BYTES = 10_000_000  # the parser holds the whole feed, and takes seconds per million bytes of broken XML
ROOT_END = re.compile(rb"</(?:\w+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
ENTRY_START = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>]", re.IGNORECASE)
ENTRY_END = re.compile(rb"</(?:\w+:)?(?:item|entry)\s*>", re.IGNORECASE)
HTML_TYPES = ("text/html", "application/xhtml+xml")


class Entry(Protocol):
    """What feedparser gives for an entry, as far as it is read here."""

    def get(self, name: str, default: object = None, /) -> object:
        """Value of a field."""


def feed_records(stream: io.BufferedReader) -> Iterator[Record]:
    """A record per entry, with its full content where the feed has it, else with its summary.

    Raises:
        DamagedContainerError: the feed is too long, or is cut off behind the last record.
    """
    from feedparser import parse

    source = stream.read(MAX_FEED_BYTES + 1)
    if len(source) > MAX_FEED_BYTES:
        raise DamagedContainerError(f"the feed has more than {MAX_FEED_BYTES:,} bytes", "split it")
    confirm_end(stream)
    # as a stream: text would be taken for the address or the name of a feed; markup stays as it is
    feed = parse(io.BytesIO(source), sanitize_html=False, resolve_relative_uris=False)
    is_cut = not ROOT_END.search(source)
    is_whole = not is_cut or len(ENTRY_START.findall(source)) <= len(ENTRY_END.findall(source))
    entries = feed.entries if is_whole else feed.entries[:-1]
    house = one_line(_text(feed.feed.get("publisher")))
    for position, entry in enumerate(entries, start=1):
        yield _checked(position, entry, house, is_rss=str(feed.get("version", "")).startswith("rss"))
    if is_cut:
        raise DamagedContainerError("the feed has no end, it was cut off")


def _checked(position: int, entry: Entry, house: str | None, *, is_rss: bool) -> Record:
    try:
        return _record(position, entry, house, is_rss=is_rss)
    except (LookupError, ValueError) as error:  # feedparser fails on reading a link without an address
        detail = f"entry {position} cannot be read ({type(error).__name__}: {error}): supply the page it links to"
        return rejected(position, RejectionReason.UNREADABLE, detail)


def _record(position: int, entry: Entry, house: str | None, *, is_rss: bool) -> Record:
    content, kind = _content(entry)
    if not content.strip():
        detail = f"entry {position} has neither content nor summary: supply the page it links to"
        return rejected(position, RejectionReason.EMPTY, detail)
    data = text_bytes(content)
    declared = Declared(
        url=one_line(_text(entry.get("link"))),
        title=one_line(_text(entry.get("title"))),
        # RSS has no time of update: feedparser puts dc:date there. In Atom an update is no publication.
        published_at=one_line(_text(entry.get("published")) or (_text(entry.get("updated")) if is_rss else None)),
        publisher=_part(entry, "source", "title") or one_line(_text(entry.get("publisher"))) or house,
        author=_author(entry),
    )
    return article(position, data, HTML if kind in HTML_TYPES and b"<" in data else media_type(data), declared)


def _content(entry: Entry) -> tuple[str, str]:
    """Longest content of an entry, or its summary, and the type it declares."""
    found = [entry.get("summary_detail")]
    contents = entry.get("content")
    if isinstance(contents, list):
        found += contents
    parts = [(str(part.get("value") or ""), str(part.get("type"))) for part in found if isinstance(part, dict)]
    return max(parts, key=lambda part: len(part[0]), default=("", ""))


def _author(entry: Entry) -> str | None:
    name = _part(entry, "author_detail", "name") or one_line(_text(entry.get("author")))
    return None if name and "@" in name else name


def _part(entry: Entry, name: str, part: str) -> str | None:
    inner = entry.get(name)
    return one_line(_text(inner.get(part))) if isinstance(inner, dict) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
