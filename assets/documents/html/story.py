"""A page read as an article: its blocks as paragraphs, each with its kind."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assets.documents.caption_lines import is_caption
from assets.documents.facts import Declared
from assets.documents.furniture import kind_alone
from assets.documents.head_lines import is_name
from assets.documents.html.evidence import box_kind, is_hidden, is_weak_byline
from assets.documents.html.extraction import Choice, choices
from assets.documents.html.linked_data import linked_article
from assets.documents.html.listed_body import listed_blocks
from assets.documents.html.markup import Block, Page, page
from assets.documents.html.metadata import declared_by, marked_author, marked_date, title_block
from assets.documents.html.shape import shaped_parts
from assets.documents.html.teasers import LINKED
from assets.documents.layout import kinds
from assets.documents.learned import Lines, pattern
from assets.documents.paragraphs import RULE, Paragraph
from assets.documents.published import stamp
from assets.documents.title import ends_sentence, word_count
from warehouse.tables.documents import SegmentKind

MAX_HEAD_BLOCKS = 15
STORY_OPENING = 3  # blocks of the story among which the date and the author's name may stand
MAX_STAMPS_ABOVE = 4
MAX_TAIL_BLOCKS = 6
MAX_BLOCKS = 50_000  # an article has fewer; what stands behind them is no part of one
MIN_PROSE_WORDS = 25  # furniture with a full stop is shorter
MIN_LISTED_CHARS = 400
MIN_SHOWN_SHARE = 0.4  # of the story that JSON-LD holds
FURNITURE = (SegmentKind.NAVIGATION, SegmentKind.BOILERPLATE, SegmentKind.CAPTION)


@dataclass(frozen=True)
class Story:
    """Paragraphs of an article and what the page and its container declare of it.

    ``kinds(has_title, learned)`` tells what each paragraph is; ``learned`` are lines known of its publisher.
    """

    paragraphs: list[Paragraph]
    declared: Declared
    kinds: Callable[[bool, Lines | None], list[SegmentKind]]


def story(raw: str, container: Declared, is_whole: bool) -> Story:
    """Read a page; a fragment, such as a release in a record, has no furniture of a site around it."""
    found = page(raw)
    declared = declared_by(found, container)
    blocks = found.blocks[:MAX_BLOCKS]
    title = title_block(blocks, declared.title)
    listed = linked_article(found.data).body if is_whole else ""
    chosen = choices(raw, blocks, title, listed) if is_whole else _fragment(blocks)
    shown = sum(len(block.text) for block, choice in zip(blocks, chosen, strict=True) if choice.is_story)
    if len(listed) >= MIN_LISTED_CHARS and shown < MIN_SHOWN_SHARE * len(listed):
        blocks, chosen = _with_listed(raw, blocks, title)
    marked = [index for index, choice in enumerate(chosen) if choice.is_story]
    if marked:
        declared = _near_story(found, blocks, marked, title, declared)
    read = _Read(blocks, chosen, title, declared.title)
    return Story(read.paragraphs, declared, read.kinds)


def _near_story(
    found: Page, blocks: Sequence[Block], marked: Sequence[int], title: int | None, declared: Declared
) -> Declared:
    """What is declared, with the date and the author that elements around the story name."""
    top = title if title is not None and title < marked[0] else max(marked[0] - MAX_HEAD_BLOCKS, 0)
    opening, end = blocks[marked[:STORY_OPENING][-1]].start, blocks[marked[-1]].end
    above = blocks[max(top - MAX_STAMPS_ABOVE, 0)].start
    return replace(
        declared,
        published_at=declared.published_at or marked_date(found, blocks[top].start, opening, end),
        author=declared.author or marked_author(found, above, opening, end, declared.publisher),
    )


def _fragment(blocks: Sequence[Block]) -> list[Choice]:
    found = [next((kind for box in block.element.path() if (kind := box_kind(box))), None) for block in blocks]
    hidden = [any(map(is_hidden, block.element.path())) for block in blocks]
    return [
        Choice(kind is None and not is_out, kind, is_fragment=True) for kind, is_out in zip(found, hidden, strict=True)
    ]


def _with_listed(raw: str, blocks: Sequence[Block], title: int | None) -> tuple[list[Block], list[Choice]]:
    """Blocks of the page, only its headline of use, and those of the story in its data."""
    told = [(block, Choice(index == title, None)) for index, block in enumerate(blocks)]
    told += [(block, Choice(is_story=True, kind=None)) for block in listed_blocks(raw)]
    told.sort(key=lambda one: one[0].start)
    return [block for block, _ in told], [choice for _, choice in told]


def _paragraph(block: Block) -> Paragraph:
    return Paragraph(
        start=block.start,
        end=block.end,
        clean=block.clean,
        heading=block.heading,
        is_item=block.opens_item,
        is_rule=RULE.fullmatch(block.text) is not None,
        after_blank=True,
    )


class _Read:
    """The blocks of a page with what was chosen of them."""

    def __init__(
        self, blocks: Sequence[Block], chosen: Sequence[Choice], title: int | None, declared_title: str | None
    ) -> None:
        self.paragraphs = [_paragraph(block) for block in blocks]
        self._blocks, self._chosen = blocks, chosen
        self._title, self._declared_title = title, declared_title

    def kinds(self, has_title: bool, learned: Lines | None) -> list[SegmentKind]:
        """Kind of each block: the lines around the story are read as those of a text are."""
        title = self._title if has_title else None
        near = _near(self._blocks, self._chosen, title)
        found = kinds(
            [self.paragraphs[index] for index in near], self._declared_title, has_title, learned, by_form=False
        )
        read = dict(zip(near, found, strict=True))
        shaped = shaped_parts(self._blocks, [choice.is_story for choice in self._chosen], self._declared_title)
        return [
            SegmentKind.TITLE
            if index == title
            else _settled(self._blocks[index], choice, _told(read.get(index), index in shaped), learned)
            for index, choice in enumerate(self._chosen)
        ]


def _near(blocks: Sequence[Block], chosen: Sequence[Choice], title: int | None) -> list[int]:
    """The headline, the story, and the lines between and behind them."""
    inside = [index for index, choice in enumerate(chosen) if choice.is_story]
    if not inside:
        return [title] if title is not None else []
    first, last = inside[0], inside[-1]
    top = title if title is not None and title < first else max(first - MAX_HEAD_BLOCKS // 2, 0)
    head = range(top, inside[:STORY_OPENING][-1])  # the byline may stand below the lead
    tail: list[int] = []
    for index in range(last + 1, min(last + 1 + MAX_TAIL_BLOCKS, len(blocks))):
        if chosen[index].kind or blocks[index].link_share >= LINKED:
            break
        tail.append(index)
    open_head = [index for index in head if index == title or _may_tell(blocks[index], chosen[index])]
    above = range(max(head.start - MAX_STAMPS_ABOVE, 0), head.start)  # Blogger prints the day above the headline
    stamps = [index for index in above if stamp(blocks[index].text) and blocks[index].link_share < LINKED]
    return sorted({*stamps, *open_head[:MAX_HEAD_BLOCKS], *inside, *tail})


def _may_tell(block: Block, choice: Choice) -> bool:
    is_byline = choice.kind is SegmentKind.BYLINE or any(map(is_weak_byline, block.element.path()[:3]))
    return (choice.kind is None and block.link_share < LINKED) or is_byline


def _settled(block: Block, choice: Choice, read: SegmentKind | None, learned: Lines | None) -> SegmentKind:
    """Kind of a block from the markup and from its words."""
    if not choice.is_story:
        return _outside(block, choice, read)
    is_known = learned is not None and pattern(block.text) in learned
    if read in FURNITURE and not is_known and _is_plain_prose(block):
        return SegmentKind.BODY
    is_headline = read is SegmentKind.NAVIGATION and kind_alone(block.text) is None
    is_listed = choice.is_fragment and block.opens_item  # what the papers said, each with its link
    if is_headline and (is_listed or block.link_share < LINKED / 2):  # other stories are linked, headings are not
        return SegmentKind.BODY
    return read or SegmentKind.BODY


def _told(read: SegmentKind | None, is_shaped: bool) -> SegmentKind | None:
    """Kind by the words, which say little of a cell of a table or of a step of a recipe: "872", "Summary"."""
    return SegmentKind.BODY if is_shaped and read in (SegmentKind.NAVIGATION, SegmentKind.BOILERPLATE) else read


def _is_plain_prose(block: Block) -> bool:
    """Whether words that furniture has too stand in a paragraph of the story."""
    is_long = word_count(block.text) >= MIN_PROSE_WORDS and ends_sentence(block.text)
    is_long &= "@" not in block.text  # "Media who plan to attend must register at press@..."
    return is_long and block.link_share < LINKED / 2 and not is_caption(block.text)


def _outside(block: Block, choice: Choice, read: SegmentKind | None) -> SegmentKind:
    if read is None:  # far from the story a date is another story's
        is_told = choice.kind is not None and choice.kind is not SegmentKind.BYLINE
        return choice.kind if choice.kind and is_told else _furniture(block)
    if read is not SegmentKind.BODY:
        return read
    is_writer = any(map(is_weak_byline, block.element.path()[:3])) and is_name(block.text)
    return SegmentKind.BYLINE if is_writer else choice.kind or _furniture(block)


def _furniture(block: Block) -> SegmentKind:
    return SegmentKind.NAVIGATION if block.link_share >= LINKED / 2 else SegmentKind.BOILERPLATE
