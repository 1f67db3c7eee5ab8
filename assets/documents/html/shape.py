"""Parts of a story that their markup tells: cells of a table, items of a list, headings above paragraphs."""

from collections import Counter
from collections.abc import Sequence

from assets.documents.html.ending import COMMENTS_LABEL, TAIL_LABEL
from assets.documents.html.markup import Block
from assets.documents.html.sizes import is_prose
from assets.documents.html.tree import Element
from assets.documents.title import same_title, word_count

MIN_PARTS = 2
MAX_CELL_WORDS = 60  # longer cells are columns of a page laid out in tables


def shaped_parts(blocks: Sequence[Block], chosen: Sequence[bool], title: str | None) -> frozenset[int]:
    """Indexes of such parts with more of the story below them."""
    prose = [index for index, block in enumerate(blocks) if chosen[index] and is_prose(block)]
    inside = [index for index in range(prose[-1] if prose else 0) if chosen[index] and not blocks[index].link_chars]
    holders = {index: _holder(blocks[index]) for index in inside}
    parts = Counter(id(holder) for holder in holders.values() if holder)
    many = {index for index, holder in holders.items() if holder and parts[id(holder)] >= MIN_PARTS}
    headings = {index for index in inside if chosen[index + 1] and _is_section(blocks[index], title)}
    return frozenset(many | headings)


def _holder(block: Block) -> Element | None:
    """The row of a cell, the list of an item."""
    path = block.element.path()[:5]
    for element in path:
        if element.tag == "tr":
            return element if word_count(block.text) <= MAX_CELL_WORDS else None
        if element.tag in ("ul", "ol"):
            return element if block.opens_item else None
    return None


def _is_section(block: Block, title: str | None) -> bool:
    is_label = any(label.fullmatch(block.text) for label in (TAIL_LABEL, COMMENTS_LABEL))
    is_label |= title is not None and same_title(block.text, title)
    return block.heading > 1 and not is_label
