"""Tags and text of a page, each with its exact place; broken markup gives tokens too, in linear time."""

import re
from collections.abc import Iterator
from typing import NamedTuple

OPEN, CLOSE, TEXT = "open", "close", "text"
NAME = re.compile(r"[a-zA-Z][^\s/>]{0,60}")
MARK = re.compile(r"[>\"']")
PAGE_TAG = re.compile(r"</head|<body[\s>]|<(?:div|p|article|main|table|h1)[\s>]", re.IGNORECASE)
MAX_BROKEN_TAGS = 3  # each costs a scan to the end of the page; quotes of pages with more mean nothing
RAW_TEXT = frozenset({"script", "style", "textarea", "iframe", "noembed", "noframes", "xmp", "title"})


class Token(NamedTuple):
    """A start tag, an end tag or a run of text; ``raw[start:end]`` is all of it."""

    kind: str
    name: str  # of the tag in small letters, empty for text
    start: int
    end: int


class _Scanner:
    """Searches that remember what stands nowhere behind them, so that no page is scanned twice in vain."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self._missing: set[str] = set()
        self._broken_tags = 0

    def find(self, mark: str, start: int) -> int:
        """First place of a mark at or behind ``start``, or -1."""
        if mark in self._missing:
            return -1
        place = self.raw.find(mark, start)
        if place < 0:
            self._missing.add(mark)
        return place

    def tag_end(self, start: int) -> int:
        """Place behind the '>' that ends the tag whose name ends at ``start``, or -1; quoted values may hold '>'."""
        place = start
        while self._broken_tags < MAX_BROKEN_TAGS and (match := MARK.search(self.raw, place)):
            if match.group() == ">":
                return match.end()
            closing = self.find(match.group(), match.end()) if self._opens_value(match.start()) else -1
            place = closing + 1 if closing >= 0 else match.end()
        self._broken_tags += 1
        return self.find(">", start) + 1 or -1

    def element_end(self, name: str, start: int) -> int:
        """Place of the end tag of an element whose content is no markup.

        Without one a script goes on to the next tag of a page, and any other element to the next tag of all: browsers
        let an open title swallow the article.
        """
        if name in self._missing:
            return self._open_end(name, start)
        match = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(self.raw, start)
        if match is None:
            self._missing.add(name)
        return match.start() if match else self._open_end(name, start)

    def _open_end(self, name: str, start: int) -> int:
        if name != "script":
            place = self.find("<", start)
            return place if place >= 0 else len(self.raw)
        match = PAGE_TAG.search(self.raw, start)
        return match.start() if match else len(self.raw)

    def _opens_value(self, place: int) -> bool:
        return self.raw[max(place - 8, 0) : place].rstrip().endswith("=")  # <p class=John's> holds no quoted value


def tokens(raw: str) -> Iterator[Token]:
    """Tokens of a page in order; comments and declarations give none."""
    scanner = _Scanner(raw)
    position = text_start = 0
    while (place := scanner.find("<", position)) >= 0:
        token_end, found = _markup(scanner, place)
        if token_end < 0:  # a lone "<" is text
            position = place + 1
            continue
        if text_start < place:
            yield Token(TEXT, "", text_start, place)
        if found:
            yield found
        position = text_start = token_end
        if found and found.kind == OPEN and found.name in RAW_TEXT and raw[token_end - 2] != "/":
            position = text_start = scanner.element_end(found.name, token_end)
            yield Token(TEXT, found.name, token_end, position)
    if text_start < len(raw):
        yield Token(TEXT, "", text_start, len(raw))


def _markup(scanner: _Scanner, place: int) -> tuple[int, Token | None]:
    """End of the markup that begins at ``place``, -1 when none does, and its token."""
    raw = scanner.raw
    if raw.startswith("<!--", place):
        end = scanner.find("-->", place + 4)
        # a comment without an end would swallow the article: it ends at the next '>'
        return (end + 3, None) if end >= 0 else (scanner.find(">", place) + 1 or -1, None)
    if raw.startswith(("<!", "<?"), place):
        return scanner.find(">", place) + 1 or -1, None
    is_close = raw.startswith("</", place)
    name = NAME.match(raw, place + 1 + is_close)
    end = scanner.tag_end(name.end()) if name and scanner.find(">", place) >= 0 else -1
    if name is None or end < 0:
        return -1, None
    return end, Token(CLOSE if is_close else OPEN, name.group().lower(), place, end)
