"""Which blocks of a page are the article: trafilatura's choice, mended by what the markup tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assets.documents.html.ending import MAX_TAIL_SHARE, TAIL_LABEL, copy_start, story_end
from assets.documents.html.evidence import (
    PULL_QUOTE,
    box_kind,
    is_hidden,
    is_standfirst,
    is_weak_byline,
    is_weak_navigation,
)
from assets.documents.html.main_text import held, main_text, words
from assets.documents.html.markup import Block
from assets.documents.html.sizes import Sizes, densest, is_paragraph, is_prose
from assets.documents.html.teasers import LINKED, teasers
from assets.documents.title import ends_sentence, word_count
from warehouse.tables.documents import SegmentKind

MAX_BOX_SHARE = 0.35  # a box with more of the story in it is no furniture, whatever it is called
MIN_FOUND_SHARE = 0.4  # of the prose in the densest container, else trafilatura missed the story
MIN_KEPT_SHARE = 0.3
MIN_LISTED_SHARE = 0.8  # of the story that JSON-LD holds, for it to tell where the story begins and ends
QUOTES = tuple('"”’!?')
MAX_FILLED = 1.5
NEAR_LEVELS = 3  # page builders put a picture and the paragraphs behind it into boxes beside the first
MAX_META_WORDS = 14
CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}\b|\b\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}\b")
READING_TIME = re.compile(r"\b\d{1,3}[ -]?min(?:ute)?s?[ -]read\b", re.IGNORECASE)


@dataclass(frozen=True)
class Choice:
    """What a block is: the story, or furniture of some kind."""

    is_story: bool
    kind: SegmentKind | None  # what the markup tells of it; None when nothing
    is_fragment: bool = False  # of a record, without the furniture of a site


class _Extraction:
    """The choice as it is made, step by step."""

    def __init__(self, raw: str, blocks: Sequence[Block], title: int | None, listed: str) -> None:
        self._is_listed_whole = ends_sentence(listed.strip()) or listed.strip()[-1:] in QUOTES
        self.blocks = blocks
        self.title = title
        self._teasers = teasers(blocks)
        self.chosen = self._without_teasers(self._first_choice(raw))
        self._sizes = Sizes(self._of(self.chosen))
        self._common = self._sizes.common_names(MAX_BOX_SHARE)
        self._boxes: dict[int, SegmentKind | None] = {}
        self.kinds = [
            self._kind(block) or (SegmentKind.NAVIGATION if index in self._teasers else None)
            for index, block in enumerate(blocks)
        ]
        self.main = self._sizes.container()
        self._near: frozenset[int | str] = frozenset()
        self.listed = held(blocks, listed) if listed else [False] * len(blocks)

    def _of(self, chosen: Sequence[bool]) -> list[Block]:
        return [block for block, is_in in zip(self.blocks, chosen, strict=True) if is_in]

    def _first_choice(self, raw: str) -> list[bool]:
        """Trafilatura's choice; the densest container's prose when it found too little of that."""
        visible = [not any(map(is_hidden, block.element.path())) for block in self.blocks]
        column = densest([block for block, is_shown in zip(self.blocks, visible, strict=True) if is_shown])
        prose = [
            is_prose(block) and is_shown and column in block.element.path()
            for block, is_shown in zip(self.blocks, visible, strict=True)
        ]
        wanted = sum(len(block.text) for block in self._of(prose))
        for favor_recall in (False, True):
            chosen = held(self.blocks, main_text(raw, favor_recall))
            read = [block for block in self._of(chosen) if is_prose(block)]
            if any(chosen) and sum(len(block.text) for block in read) >= MIN_FOUND_SHARE * wanted:
                return chosen
        if not any(prose):
            return [is_prose(block) for block in self.blocks]
        return [
            is_in or (is_paragraph(block) and is_shown and column in block.element.path())
            for block, is_in, is_shown in zip(self.blocks, prose, visible, strict=True)
        ]

    def _without_teasers(self, chosen: list[bool]) -> list[bool]:
        kept = [is_in and index not in self._teasers for index, is_in in enumerate(chosen)]
        if sum(len(block.text) for block in self._of(kept)) >= MIN_KEPT_SHARE * sum(
            len(block.text) for block in self._of(chosen)
        ):
            return kept
        self._teasers = frozenset()
        return chosen

    def _kind(self, block: Block) -> SegmentKind | None:
        """What the innermost telling box around a block holds."""
        for element in block.element.path():
            if self._sizes.share(element) > MAX_BOX_SHARE:
                return None
            if id(element) not in self._boxes:
                self._boxes[id(element)] = box_kind(element, self._common)
            if kind := self._boxes[id(element)]:
                return kind
        return None

    def prune(self) -> None:
        """Leave out what stands in boxes of furniture, and links and labels outside the story's container."""
        kept = [
            is_in and kind is None and not self._is_stray(index)
            for index, (is_in, kind) in enumerate(zip(self.chosen, self.kinds, strict=True))
        ]
        before = sum(len(block.text) for block in self._of(self.chosen))
        if sum(len(block.text) for block in self._of(kept)) >= MIN_KEPT_SHARE * before:
            self.chosen = kept

    def _is_stray(self, index: int) -> bool:
        block = self.blocks[index]
        if block.link_share >= LINKED and not _is_listed_link(block) and not self._opens_section(index):
            return True
        is_outside = self.main is not None and self.main not in block.element.path()
        if is_outside and not is_prose(block):
            return True
        around = block.element.path()[:2]
        is_short = word_count(block.text) <= MAX_META_WORDS and not ends_sentence(block.text)
        is_meta = (any(map(is_weak_byline, around)) or self._is_clock(index)) and not block.heading
        is_tag = block.link_share > 0 and any(map(is_weak_navigation, around))
        is_tag |= READING_TIME.search(block.text) is not None
        return is_short and not block.opens_item and (is_meta or is_tag)

    def _opens_section(self, index: int) -> bool:
        """Whether a linked heading stands above a paragraph of the story, as in a list of ten books."""
        after = self.blocks[index + 1 : index + 2]
        is_followed = bool(after) and self.chosen[index + 1] and is_prose(after[0])
        return self.blocks[index].heading > 1 and is_followed and self.chosen[index]

    def _is_clock(self, index: int) -> bool:
        """Whether a line above the story tells when it was put there: "News, 9/6/2021"."""
        if not CLOCK.search(self.blocks[index].text):
            return False
        above = range((self.title or 0) if (self.title or 0) < index else 0, index)
        return not any(self.chosen[other] and is_prose(self.blocks[other]) for other in above)

    def fill(self) -> None:
        """Take in what trafilatura left out within the story: paragraphs, headings and items between its own."""
        inside = [index for index, is_in in enumerate(self.chosen) if is_in]
        if not inside:
            return
        self._near = frozenset(
            place for index in inside if is_prose(self.blocks[index]) for place in _places(self.blocks[index])
        )
        self._extend(inside)
        before, known = self._chars(), list(self.chosen)
        for index in range(inside[0], inside[-1]):
            self.chosen[index] = self.chosen[index] or self._belongs(index)
        if self._chars() > MAX_FILLED * before:  # trafilatura's paragraphs lie about in columns of other stories
            self.chosen = known
        for index in reversed(range(inside[0], inside[-1])):
            self.chosen[index] = self.chosen[index] or self._heads(index)

    def _belongs(self, index: int) -> bool:
        block = self.blocks[index]
        if self.kinds[index] is not None or not self._is_open(block):
            return False
        if self.listed[index] or (is_prose(block) and bool(_places(block) & self._near)):
            return True
        is_label = TAIL_LABEL.fullmatch(block.text) is not None
        is_item = block.opens_item and block.heading < 2
        return is_item and not is_label and self.chosen[index - 1] and block.link_share < LINKED

    def _heads(self, index: int) -> bool:
        """Whether a heading stands above a part of the story."""
        block = self.blocks[index]
        is_told = self.kinds[index] is None and self._is_open(block) and TAIL_LABEL.fullmatch(block.text) is None
        return block.heading > 1 and self.chosen[index + 1] and is_told and index != self.title

    def _is_open(self, block: Block) -> bool:
        """Whether a block stands in the story's container, for all to see."""
        path = block.element.path()
        return self.main in path and not any(map(is_hidden, path))

    def _extend(self, inside: list[int]) -> None:
        """Paragraphs before the first and behind the last that stand as the others do."""
        prose = [self.blocks[index] for index in inside if is_prose(self.blocks[index])]
        usual = {self._place(block) for block in prose}
        for step, start in ((1, inside[-1] + 1), (-1, inside[0] - 1)):
            index = start
            while 0 <= index < len(self.blocks) and (index != self.title or step > 0) and self._goes_on(index, usual):
                self.chosen[index] = self.chosen[index] or self.kinds[index] is None
                index += step

    def _goes_on(self, index: int, usual: set[tuple[str, ...]]) -> bool:
        block = self.blocks[index]
        is_passed = self.kinds[index] in (SegmentKind.CAPTION, SegmentKind.EMBED)  # a picture between paragraphs
        is_story = is_prose(block) and self.kinds[index] is None and not _is_hidden(block)
        is_near = bool(_places(block) & self._near)
        return is_passed or (is_story and is_near and self._place(block) in usual)

    def _place(self, block: Block) -> tuple[str, ...]:
        """Tags around a block, from the innermost; empty when it stands far from the story's container."""
        path = block.element.path()
        wide = self.main.path()[:NEAR_LEVELS] if self.main else []
        return tuple(element.tag for element in path) if any(element in path for element in wide) else ()

    def trim(self) -> None:
        """Leave out what stands above the headline, behind a label such as "Related news", or outside JSON-LD's text."""
        self._trim_head()
        self._trim_listed()
        self.trim_tail()
        self._trim_pull_quotes()

    def _trim_head(self) -> None:
        if self.title is None:
            return
        above = self._of([is_in and index < (self.title or 0) for index, is_in in enumerate(self.chosen)])
        if sum(len(block.text) for block in above) <= MAX_TAIL_SHARE * self._chars():
            self.chosen = [is_in and index > self.title for index, is_in in enumerate(self.chosen)]

    def _trim_listed(self) -> None:
        both = [is_in and is_listed for is_in, is_listed in zip(self.chosen, self.listed, strict=True)]
        if (
            not self._is_listed_whole
            or not any(both)
            or sum(len(block.text) for block in self._of(both)) < MIN_LISTED_SHARE * self._chars()
        ):
            return
        last = max(index for index, is_in in enumerate(both) if is_in)
        self.chosen = [is_in and index <= last for index, is_in in enumerate(self.chosen)]

    def trim_tail(self) -> None:
        """Leave out what stands behind the end of the story."""
        copy = copy_start(self.blocks, self.chosen)
        self.chosen = [is_in and index < copy for index, is_in in enumerate(self.chosen)]
        end = story_end(self.blocks, self.chosen, LINKED)
        self.chosen = [*self.chosen[:end], *([False] * (len(self.chosen) - end))]

    def _trim_pull_quotes(self) -> None:
        quotes = [
            index
            for index, block in enumerate(self.blocks)
            if self.chosen[index] and any(PULL_QUOTE.search(element.marks) for element in block.element.path()[:4])
        ]
        for index in quotes:
            quote = " ".join(words(self.blocks[index].text))
            others = (
                " ".join(words(block.text)) for at, block in enumerate(self.blocks) if at != index and self.chosen[at]
            )
            if any(quote in other for other in others):
                self.chosen[index] = False

    def _chars(self) -> int:
        return sum(len(block.text) for block in self._of(self.chosen))

    def add_standfirst(self) -> None:
        """Take in the lead under the headline when the markup names it."""
        first = next((index for index, is_in in enumerate(self.chosen) if is_in), None)
        if self.title is None or first is None:
            return
        for index in range(self.title + 1, first):
            block = self.blocks[index]
            is_named = any(map(is_standfirst, block.element.path()[:3])) or self._is_under_title(index)
            is_fit = is_named and self.kinds[index] is None and block.link_share < LINKED and not _is_hidden(block)
            if is_fit and word_count(block.text) > MAX_META_WORDS // 2:
                self.chosen[index] = True

    def _is_under_title(self, index: int) -> bool:
        """Whether a heading below the headline tells more of the story."""
        block = self.blocks[index]
        is_near = self.title is not None and index <= self.title + 2
        return is_near and block.heading > 1 and TAIL_LABEL.fullmatch(block.text) is None


def choices(raw: str, blocks: Sequence[Block], title: int | None, listed: str) -> list[Choice]:
    """What each block of a page is; ``listed`` is the story as JSON-LD holds it, empty when it holds none."""
    work = _Extraction(raw, blocks, title, listed)
    work.prune()
    work.trim_tail()
    work.fill()
    work.trim()
    work.add_standfirst()
    return [Choice(is_in, kind) for is_in, kind in zip(work.chosen, work.kinds, strict=True)]


def _places(block: Block) -> frozenset[int | str]:
    """Where a block stands: the elements around it, themselves and by their names."""
    around = block.element.path()[1:NEAR_LEVELS]
    return frozenset(key for element in around for key in (id(element), element.marks) if key)


def _is_hidden(block: Block) -> bool:
    return any(map(is_hidden, block.element.path()))


def _is_listed_link(block: Block) -> bool:
    """Whether a link is an item of a list in the story, or a sentence: "He said so in the statement."."""
    return is_prose(block) or (block.opens_item and ends_sentence(block.text))
