"""Teasers of other articles: boxes of one form in a row, each with a linked headline and little else."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from assets.documents.html.markup import Block
from assets.documents.html.tree import Element
from assets.documents.title import word_count

LINKED = 0.6
MIN_TEASERS = 3
MIN_HEADLINE_WORDS = 3
MAX_TEASER_WORDS = 80  # the books of a list are told of at more length
MIN_LINES, MIN_LINK_SHARE = 5, 0.15
MAX_LEVELS = 8
ROWS = frozenset({"tr", "td", "th", "tbody", "table", "p", "body", "html", "#page"})
READ_MORE = re.compile(r"(?:read|continue|see|view|learn|full|more|find)\b.{0,40}", re.IGNORECASE)


def teasers(blocks: Sequence[Block]) -> frozenset[int]:
    """Which blocks stand in teasers; a list whose links lead to several sites is no list of teasers."""
    boxes = _Boxes(blocks)
    rows: dict[tuple[int, str], list[Element]] = {}
    for index in boxes.headlines:
        if (box := boxes.around(blocks[index])) and box.parent:
            rows.setdefault((id(box.parent), box.tag), []).append(box)
    found = {id(box) for row in rows.values() if boxes.is_row(row) for box in row}
    boxed = (index for index, block in enumerate(blocks) if any(id(box) in found for box in block.element.path()))
    return frozenset((*boxed, *_lines(blocks)))


def _lines(blocks: Sequence[Block]) -> Iterator[int]:
    """Teasers of one block each: boxes in a row that all hold a link and a line of text."""
    rows: dict[tuple[int, str], list[int]] = {}
    for index, block in enumerate(blocks):
        is_box = block.element.tag == "div" and word_count(block.text[:1000]) <= MAX_TEASER_WORDS
        if is_box and block.link_share >= MIN_LINK_SHARE:
            rows.setdefault((id(block.element.parent), block.element.marks), []).append(index)
    return (index for row in rows.values() if len(row) >= MIN_LINES for index in row)


class _Boxes:
    """What the elements of a page hold: headlines with a link, words, blocks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.headlines = [index for index, block in enumerate(blocks) if _is_headline(block)]
        self._headlines = Counter(self._elements(blocks, self.headlines))
        self._blocks = Counter(self._elements(blocks, range(len(blocks))))
        self._words: Counter[int] = Counter()
        self._hosts: dict[int, str] = {}
        for block in blocks:
            count = word_count(block.text)
            self._words.update({id(element): count for element in block.element.path()})
        for index in self.headlines:
            self._hosts.update({id(element): _host(blocks[index]) for element in blocks[index].element.path()})

    @staticmethod
    def _elements(blocks: Sequence[Block], indexes: Sequence[int]) -> Iterator[int]:
        return (id(element) for index in indexes for element in blocks[index].element.path())

    def around(self, block: Block) -> Element | None:
        """The widest element with this headline and no other, when it has the form of a teaser."""
        box = None
        for element in block.element.path()[:MAX_LEVELS]:
            if self._headlines[id(element)] > 1 or self._words[id(element)] > MAX_TEASER_WORDS:
                break
            box = element
        is_fit = box is not None and box.tag not in ROWS and self._blocks[id(box)] > 1
        return box if is_fit else None

    def is_row(self, boxes: Sequence[Element]) -> bool:
        """Whether boxes are teasers of one site."""
        return len(boxes) >= MIN_TEASERS and len({self._hosts[id(box)] for box in boxes}) == 1


def _is_headline(block: Block) -> bool:
    is_linked = block.link_share >= LINKED and word_count(block.text) >= MIN_HEADLINE_WORDS
    return is_linked and not READ_MORE.fullmatch(block.text)


def _host(block: Block) -> str:
    """Site that a headline's link leads to; empty for the page's own."""
    links = (element.attributes.get("href", "") for element in block.element.path()[:3] if element.tag == "a")
    try:
        return urlsplit(next(links, "")).netloc.casefold()
    except ValueError:
        return ""
