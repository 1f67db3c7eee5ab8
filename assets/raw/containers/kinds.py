"""What a file is: by its name, and by its first bytes where the name lies or says nothing."""

import re
from enum import Enum, auto
from pathlib import PurePosixPath

from assets.raw.containers.markup import HEAD_BYTES, is_feed, is_page, is_page_or_fragment, sniffed_text


class Kind(Enum):
    """Containers that can be read."""

    TEXT = auto()
    MARKDOWN = auto()
    HTML = auto()
    JSON = auto()
    JSON_LINES = auto()
    CSV = auto()
    PARQUET = auto()
    FEED = auto()
    WARC = auto()
    MAIL = auto()
    MAILBOX = auto()
    GZIP = auto()
    ZSTD = auto()
    ZIP = auto()


EXTENSIONS = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".json": Kind.JSON,
    ".jsonl": Kind.JSON_LINES,
    ".ndjson": Kind.JSON_LINES,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".parquet": Kind.PARQUET,
    ".rss": Kind.FEED,
    ".atom": Kind.FEED,
    ".xml": Kind.FEED,
    ".warc": Kind.WARC,
    ".eml": Kind.MAIL,
    ".mbox": Kind.MAILBOX,
    ".gz": Kind.GZIP,
    ".zst": Kind.ZSTD,
    ".zip": Kind.ZIP,
}
SUPPORTED = ", ".join(EXTENSIONS)
COMPRESSED = {Kind.GZIP, Kind.ZSTD, Kind.ZIP}
ARTICLES = {Kind.TEXT, Kind.MARKDOWN, Kind.HTML}
BINARY = {*COMPRESSED, Kind.PARQUET}

MAGIC = (
    (re.compile(rb"\x1f\x8b\x08"), Kind.GZIP),
    (re.compile(rb"\x28\xb5\x2f\xfd|[\x50-\x5f]\x2a\x4d\x18"), Kind.ZSTD),
    (re.compile(rb"PK(?:\x03\x04|\x05\x06)"), Kind.ZIP),
    (re.compile(rb"PAR1[\x00-\x08\x0e-\x1a\x80-\xff]"), Kind.PARQUET),  # "PAR1 is how the report begins." is text
    (re.compile(rb"WARC/\d\.\d\r?\n"), Kind.WARC),
)
MAIL_HEADER = re.compile(rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID|From|Date|Subject): ", re.I)
MAILBOX_START = re.compile(rb"From \S{1,300} .{0,60}\d\d:\d\d")
CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")


def kind_of(name: str, head: bytes) -> Kind | None:
    """Kind of a file from its name and first bytes; None when nothing here reads it."""
    suffix = PurePosixPath(name).suffix.lower()
    named, seen = EXTENSIONS.get(suffix), _by_content(head)
    if named is None:
        return _unnamed(head, seen) if not suffix else seen if seen is not Kind.ZIP else None  # .docx is a zip
    if named in COMPRESSED and seen is not named:
        # servers expand "page.html.gz" on the way and leave its name; what is left of one still counts as one
        return seen or (kind_of(inner_name(name), head) if head and not CONTROL.search(head) else named)
    if seen in BINARY or seen is Kind.WARC:
        return seen
    return _marked(named, head, seen)


def inner_name(name: str) -> str:
    """Name of what is compressed in a file: "page.html.gz" holds "page.html"."""
    path = PurePosixPath(name)
    return path.stem if EXTENSIONS.get(path.suffix.lower()) in COMPRESSED else path.name


def _by_content(head: bytes) -> Kind | None:
    kind = next((kind for magic, kind in MAGIC if magic.match(head)), None)
    if kind:
        return kind
    text = sniffed_text(head)
    return Kind.FEED if is_feed(text) else Kind.HTML if is_page(text) else None


def _unnamed(head: bytes, seen: Kind | None) -> Kind | None:
    if seen:
        return seen
    if MAILBOX_START.match(head):
        return Kind.MAILBOX
    if len(MAIL_HEADER.findall(head[:HEAD_BYTES])) > 2 and MAIL_HEADER.match(head):
        return Kind.MAIL
    return Kind.TEXT


def _marked(named: Kind, head: bytes, seen: Kind | None) -> Kind | None:
    """Kind of a file of text, told from what its markup is."""
    if named is Kind.FEED:
        return seen if seen in (Kind.FEED, Kind.HTML) else None if _opens_as_xml(head) else named
    if named in (Kind.TEXT, Kind.HTML) and seen is Kind.FEED:
        return seen
    if named is Kind.TEXT and is_page_or_fragment(sniffed_text(head)):
        return Kind.HTML
    return Kind.HTML if named is Kind.MARKDOWN and seen is Kind.HTML else named


def _opens_as_xml(head: bytes) -> bool:
    return sniffed_text(head).lstrip().startswith("<")
