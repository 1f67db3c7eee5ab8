"""Front matter: the block of fields between two lines of dashes that static site generators put above an article."""

import re
from collections.abc import Mapping

from assets.documents.facts import Declared

BLOCK = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<fields>(?:[^\r\n]{0,2000}\r?\n){1,60}?)---[ \t]*(?:\r?\n|$)")
FIELD = re.compile(r"^(?P<name>[A-Za-z_]{2,30})\s{0,3}:\s{1,3}(?P<value>\S[^\r\n]*)$", re.MULTILINE)
NAMES: Mapping[str, str] = {
    "title": "title",
    "headline": "title",
    "date": "published_at",
    "published": "published_at",
    "pubdate": "published_at",
    "author": "author",
    "byline": "author",
    "site": "publisher",
    "publisher": "publisher",
    "canonical": "url",
    "canonical_url": "url",
    "url": "url",
    "link": "url",
}


def front_matter(raw: str) -> tuple[Declared, int]:
    """What front matter declares, and where it ends; nothing and 0 without it."""
    block = BLOCK.match(raw)
    if block is None:
        return Declared(), 0
    found: dict[str, str] = {}
    for field in FIELD.finditer(block["fields"]):
        name = NAMES.get(field["name"].lower())
        value = field["value"].strip().strip("\"'")
        if name and value and not value.startswith(("[", "{", "|", ">")):
            found.setdefault(name, value)
    return (Declared(**found), block.end()) if found else (Declared(), 0)


def joined(container: Declared, page: Declared) -> Declared:
    """What the container declares, and what the page does where the container is silent."""
    return Declared(
        url=container.url or page.url,
        title=container.title or page.title,
        published_at=container.published_at or page.published_at,
        publisher=container.publisher or page.publisher,
        author=container.author or page.author,
    )
