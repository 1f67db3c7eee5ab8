"""What a page says of its article in JSON-LD."""

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

ARTICLE_TYPE = re.compile(r"(?:article|blogposting|newsarticle|report|liveblogposting|socialmediaposting)\Z", re.I)
MAX_CHARS = 2_000_000
MAX_NODES = 2_000
WRAPPED = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*.*?\*/|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*$", re.DOTALL)
OPENED = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
TAG = re.compile(r"<[^<>]{1,300}>")


@dataclass(frozen=True)
class LinkedArticle:
    """An article described in JSON-LD; what is not said is empty."""

    headline: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    body: str = ""


def linked_article(scripts: Sequence[str]) -> LinkedArticle:
    """The article that the scripts of a page describe; an empty one when they describe none."""
    found = [_article(node) for script in scripts for node in _nodes(_parsed(script)) if _is_article(node)]
    return max(found, key=lambda one: (bool(one.published), bool(one.headline)), default=LinkedArticle())


def _parsed(script: str) -> Json:
    text = WRAPPED.sub("", script.strip())[:MAX_CHARS]
    try:
        found: Json = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return found


def _nodes(data: Json) -> Iterator[dict[str, Json]]:
    """Objects that speak of the page itself; lists of other articles are not opened."""
    waiting: list[Json] = [data]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, list):
            waiting += node
        elif isinstance(node, dict):
            yield node
            waiting += [node[name] for name in OPENED if name in node]


def _is_article(node: dict[str, Json]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and ARTICLE_TYPE.search(name) for name in names)


def _article(node: dict[str, Json]) -> LinkedArticle:
    return LinkedArticle(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished")),
        authors=tuple(_names(node.get("author"))),
        publisher=next(iter(_names(node.get("publisher"), is_any=True)), ""),
        url=_text(node.get("url")) or _page_url(node.get("mainEntityOfPage")),
        body=_text(node.get("articleBody")),
    )


def _names(value: Json, is_any: bool = False) -> Iterator[str]:
    """Names of people; of anything with ``is_any``."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield _text(one)
        elif isinstance(one, dict) and (is_any or one.get("@type") != "Organization"):
            names = one.get("name")
            for name in names if isinstance(names, list) else [names]:
                if text := _text(name):
                    yield text


def _page_url(value: Json) -> str:
    return _text(value.get("@id")) if isinstance(value, dict) else _text(value)


def _text(value: Json) -> str:
    return html.unescape(TAG.sub(" ", html.unescape(value))).strip() if isinstance(value, str) else ""
