"""The story as JSON-LD holds it, for pages that show it by script alone."""

import re
from collections.abc import Iterator

from assets.documents.clean import Piece, clean
from assets.documents.html.markup import Block, traced
from assets.documents.html.tree import Element

STORY = re.compile(r"\"articleBody\"\s{0,20}:\s{0,20}\"")
PLAIN = re.compile(r"[^\"\\]+")
ESCAPE = re.compile(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.)", re.DOTALL)
SIMPLE = {"n": "\n", "r": "\n", "t": " ", "b": "", "f": " "}
BREAK = re.compile(r"\n|<(?:/p|br ?/?|/div|/li|/h[1-6])>", re.IGNORECASE)


def listed_blocks(raw: str) -> list[Block]:
    """Paragraphs of the longest story that the page's data hold."""
    stories = (_decoded(raw, match.end()) for match in STORY.finditer(raw))
    text, pieces = max(stories, key=lambda story: len(story[0]), default=("", []))
    element = Element("article", None, "")
    found = (traced(clean(text, start, end), pieces) for start, end in _paragraphs(text))
    return [
        Block(mended.raw_start, max(piece.raw_end for piece in mended.pieces), mended, element, 0, opens_item=False)
        for mended in found
        if mended.text
    ]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _decoded(raw: str, start: int) -> tuple[str, list[Piece]]:
    """Text of the JSON string whose content begins at ``start``, and where each stretch of it stands."""
    texts: list[str] = []
    pieces: list[Piece] = []
    length, position = 0, start
    while match := PLAIN.match(raw, position) or ESCAPE.match(raw, position):
        text = _unescaped(match.group())
        pieces.append(Piece(length, length + len(text), match.start(), match.end()))
        texts.append(text)
        length, position = length + len(text), match.end()
    return "".join(texts), pieces


def _unescaped(text: str) -> str:
    if not text.startswith("\\"):
        return text
    if text[1] == "u" and len(text) > 2:
        codes = bytes.fromhex(text.replace("\\u", ""))
        return codes.decode("utf-16-be", "replace")
    return SIMPLE.get(text[1], text[1])
