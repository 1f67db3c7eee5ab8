"""Whether a text is HTML, and whether XML is a feed."""

import re

HEAD_BYTES = 4096
PREAMBLE = r"(?:\s|\ufeff|<\?[^>]{0,300}\?>|<!--(?:[^-]|-(?!->)){0,2000}-->)*"
PAGE = re.compile(PREAMBLE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
FEED = re.compile(
    PREAMBLE + r"(?:<!doctype[^>\[]{0,300}(?:\[[^\]]{0,3000}\])?>\s*)?<(?:\w{1,20}:)?(?:rss|feed|rdf)\b", re.IGNORECASE
)
BLOCKS = "p|div|h[1-6]|ul|ol|li|table|tr|td|blockquote|article|section|main|figure|figcaption|header|footer|span|pre"
INLINE = "a|b|i|em|strong|u|font|small|sup|sub"
# a fragment opens with a tag that HTML has: "<Name> said" is prose
FRAGMENT = re.compile(rf"\s*<(?:{BLOCKS}|{INLINE}|img|br|hr)(?:\s[^<>]*)?/?>", re.IGNORECASE)
TAG = re.compile(rf"</(?:{BLOCKS}|{INLINE})\s*>|<br\s*/?>|<(?:img|p|div)(?:\s[^<>]*)?/?>", re.IGNORECASE)
SAMPLE_CHARS = 100_000


def is_page(head: str) -> bool:
    """Whether a text opens as an HTML page does."""
    return PAGE.match(head) is not None


def is_page_or_fragment(head: str) -> bool:
    """Whether a text opens as an HTML page does, or with a tag."""
    return is_page(head) or (FRAGMENT.match(head) is not None and TAG.search(head) is not None)


def is_feed(head: str) -> bool:
    """Whether XML opens as RSS, Atom or RDF does."""
    return FEED.match(head) is not None


def has_markup(text: str) -> bool:
    """Whether a field holds HTML: a page, or text with tags that only HTML has: "<p>They met.</p>"."""
    sample = text[:SAMPLE_CHARS]
    return "<" in sample and (is_page(sample) or TAG.search(sample) is not None)


def sniffed_text(head: bytes) -> str:
    """Beginning of a file, good enough to tell markup: ASCII characters stay in any encoding, UTF-16 too."""
    return head[:HEAD_BYTES].replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xfe\xff").decode("latin-1")
