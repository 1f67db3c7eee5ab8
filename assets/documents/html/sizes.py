"""How much text each element of a page holds, and which element holds the story."""

from collections.abc import Iterator, Sequence

from assets.documents.html.markup import Block
from assets.documents.html.tree import Element
from assets.documents.title import ends_sentence, word_count

MAX_PATH = 60  # elements above stand around the whole page
MIN_PROSE_WORDS = 10
MAX_PROSE_LINKS = 0.35
MIN_STORY_SHARE = 0.95
LONG_CHARS = 140  # no label or headline is as long
UPWARD = (1.0, 0.6, 0.3)  # what a paragraph counts for the element around it, and those above


def is_prose(block: Block) -> bool:
    """Whether a block reads as a sentence or more, and not as a list of links."""
    text = block.text
    is_sentence = ends_sentence(text) or text[-1:] in "\"”’'?!)»" or len(text) > LONG_CHARS
    return block.link_share <= MAX_PROSE_LINKS and is_sentence and word_count(text[:2000]) >= MIN_PROSE_WORDS


def is_paragraph(block: Block) -> bool:
    """Whether the markup makes a block a paragraph or an item, and it is more than a label."""
    is_marked = block.element.tag in ("p", "li") and block.link_share <= MAX_PROSE_LINKS
    return is_marked and word_count(block.text[:2000]) >= MIN_PROSE_WORDS


class Sizes:
    """Characters of some blocks that each element holds."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        """Count the characters of these blocks."""
        self._chars: dict[int, int] = {}
        self._elements: dict[int, Element] = {}
        self._names: dict[str, int] = {}
        self.total = 0
        for block in blocks:
            self.total += len(block.text)
            for element in block.element.path()[:MAX_PATH]:
                self._chars[id(element)] = self._chars.get(id(element), 0) + len(block.text)
                self._elements[id(element)] = element
            for name in {name for element in block.element.path()[:MAX_PATH] for name in element.marks.split()}:
                self._names[name] = self._names.get(name, 0) + len(block.text)

    def share(self, element: Element) -> float:
        """Part of all the characters that stand in an element."""
        return self._chars.get(id(element), 0) / max(self.total, 1)

    def common_names(self, share: float) -> frozenset[str]:
        """Classes and ids around more than a part of the text: "elementor-widget" around each of its paragraphs."""
        return frozenset(name for name, chars in self._names.items() if chars > share * self.total)

    def container(self, share: float = MIN_STORY_SHARE) -> Element | None:
        """Innermost element that holds this part of the text."""
        wide = (self._elements[key] for key, chars in self._chars.items() if chars >= share * self.total)
        return max(wide, key=lambda element: element.depth, default=None)


def densest(blocks: Sequence[Block]) -> Element | None:
    """Element around the most prose, as a reader finds the column of the story."""
    scores: dict[int, float] = {}
    elements: dict[int, Element] = {}
    for block in blocks:
        if is_prose(block):
            for element, weight in _above(block):
                scores[id(element)] = scores.get(id(element), 0.0) + weight * len(block.text)
                elements[id(element)] = element
    best = max(scores, key=lambda key: (scores[key], elements[key].depth), default=None)
    return elements[best] if best is not None else None


def _above(block: Block) -> Iterator[tuple[Element, float]]:
    path = [element for element in block.element.path() if element.tag not in ("#page", "html")]
    boxes = [element for element in path if element.tag not in ("p", "span", "b", "strong", "em", "i", "font", "a")]
    yield from zip(boxes, UPWARD, strict=False)
