"""Where a story ends: labels such as "Related news" and "3 Comments", end marks, and what stands behind them."""

import re
from collections.abc import Iterator, Sequence

from assets.documents.html.markup import Block
from assets.documents.html.sizes import is_prose
from assets.documents.title import ends_sentence, word_count

MAX_TAIL_SHARE = 0.35
MIN_STORY_CHARS = 300  # above a label, for what is below it to be no part of the story
MAX_LABEL_WORDS = 9
MAX_LINKED_TAIL = 0.45  # "Discuss on Hacker News. Spotted a typo? Edit this page."
MIN_COPIES = 3
MIN_LINKS_BETWEEN = 10  # a column of links parts the story from the lines at the foot of the page
KINDS_OF_LINK = (
    r"(?:news|stories|story|articles?|posts?|reads?|reading|viewed|popular|shared|headlines|videos?|content|coverage"
    r"|links|topics|picks?|choice|entries|updates|resources)"
)
TAIL_LABEL = re.compile(  # "Next steps" and "More than a game" are headings of a story
    r"(?:related|recommended|trending|popular|latest|sponsored|promoted|tags?|topics?|categories|comments?|advertisement"
    r"|newsletter|share|keep reading|from our partners|around the web|contact us)(?: now| today| for you| content)?\s?:?"
    r"|(?:(?:related|recommended|more|most|latest|trending|popular|top|other|further|similar|recent|featured|our|the|all"
    rf"|today['’]s|new|editor['’]?s?['’]?) ){{1,3}}(?:\w+ )?{KINDS_OF_LINK}\b.{{0,40}}"
    r"|more (?:from|on|about|in|by|like) .{1,60}|you (?:may|might) .{0,60}|(?:read|see|watch|up) (?:also|next|more)\b.{0,60}"
    r"|also (?:read|on)\b.{0,60}|what to (?:read|watch) next.{0,20}|don['’]?t miss.{0,40}|in case you missed.{0,20}"
    r"|share (?:this|on|via)\b.{0,40}|follow (?:us|me)\b.{0,60}|about (?:the )?(?:author|writer|contributor)s?\b.{0,40}"
    r"|(?:leave|post|add|write) (?:a|your) (?:comment|reply).{0,40}|join the (?:conversation|discussion).{0,20}"
    r"|sign up\b.{0,60}|subscribe\b.{0,60}|filed under\b.{0,60}|posted in\b.{0,60}|copyright\b.{0,60}"
    r"|(?:previous|next) (?:article|post|story)\b.{0,80}|stay (?:informed|connected|up to date)\b.{0,40}",
    re.IGNORECASE,
)
COMMENTS_LABEL = re.compile(
    r"(?:\d+ |all |reader |readers['’] |user |view |show |your |latest |top )*(?:comments?|replies)(?: \(?\d+\)?)?\s?:?"
    r"|\d+ (?:thoughts?|responses?|comments?|replies)\b.{0,200}|discussion about this post"
    r"|(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)\b.{0,40}|join the (?:conversation|discussion)\b.{0,40}",
    re.IGNORECASE,
)
END_MARK = re.compile(r"#(?: ?#){1,4}|\W{0,4}30\W{0,4}|\W{0,3}(?:ENDS?|Ends|Enditem)\W{0,3}")  # of a release


def is_heading(block: Block) -> bool:
    """Whether a block stands out as a heading does; old pages print headings in bold."""
    return block.heading > 0 or any(element.tag in ("b", "strong") for element in block.element.path()[:3])


def story_end(blocks: Sequence[Block], chosen: Sequence[bool], linked: float) -> int:
    """Index of the first block behind the story; ``linked`` is the part of a block that makes it a link."""
    end = _marked_end(blocks, chosen)
    end = _end_before_links(blocks, chosen[:end], linked)
    inside = [index for index in range(end) if chosen[index]]
    while len(inside) > 1 and _is_loose(blocks[inside[-1]]):
        end = inside.pop()
    return end


def copy_start(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    """Index behind the story where a second printing of it begins: pages hold one for telephones."""
    prose = [index for index, block in enumerate(blocks) if chosen[index] and is_prose(block)]
    first: dict[str, int] = {}
    for index in prose:
        first.setdefault(blocks[index].text, index)
    copies = [index for index in prose if first[blocks[index].text] < index]
    behind = sum(index >= copies[0] for index in prose) if copies else 0
    if len(copies) < MIN_COPIES or 2 * len(copies) < behind:
        return len(blocks)
    return max(index for index in prose if index < copies[0]) + 1


def _marked_end(blocks: Sequence[Block], chosen: Sequence[bool]) -> int:
    total = left = sum(_chars(blocks, chosen))
    for index, block in enumerate(blocks):
        is_late, is_told = left <= MAX_TAIL_SHARE * total, total - left >= MIN_STORY_CHARS
        is_comments = is_heading(block) and COMMENTS_LABEL.fullmatch(block.text) is not None
        is_label = (is_late or is_told) and _is_tail_label(block, chosen[index])
        behind = (
            [other for other, is_in in zip(blocks[index + 1 :], chosen[index + 1 :], strict=True) if is_in]
            if is_label
            else []
        )
        if (
            (is_late and END_MARK.fullmatch(block.text))
            or (is_told and is_comments)
            or (is_label and _is_foreign(block, behind, is_late))
        ):
            return index
        left -= len(block.text) if chosen[index] else 0
    return len(blocks)


def _is_tail_label(block: Block, is_chosen: bool) -> bool:
    is_label = word_count(block.text) <= MAX_LABEL_WORDS and TAIL_LABEL.fullmatch(block.text) is not None
    return is_label and not ends_sentence(block.text.rstrip(":")) and (is_heading(block) or is_chosen)


def _is_foreign(label: Block, behind: Sequence[Block], is_late: bool) -> bool:
    """Whether nothing behind a label reads as more of the story, or the label is a heading of the page."""
    if is_late and (is_heading(label) or not any(map(is_prose, behind))):
        return True
    return is_heading(label) and not any(block.link_share == 0 and is_prose(block) for block in behind)


def _end_before_links(blocks: Sequence[Block], chosen: Sequence[bool], linked: float) -> int:
    """Where a column of links begins that only a few lines at the foot of the page follow."""
    total = left = sum(_chars(blocks, chosen))
    run = 0
    for index, is_in in enumerate(chosen):
        if is_in and run >= MIN_LINKS_BETWEEN and left <= MAX_TAIL_SHARE / 2 * total:
            return index
        left -= len(blocks[index].text) if is_in else 0
        run = 0 if is_in else run + (blocks[index].link_share >= linked)
    return len(chosen)


def _is_loose(block: Block) -> bool:
    """Whether the last block is a heading with nothing below it, or a line of links."""
    is_empty = block.heading > 1 and not is_prose(block) and not ends_sentence(block.text)
    return is_empty or (block.link_share > MAX_LINKED_TAIL and not block.opens_item)


def _chars(blocks: Sequence[Block], chosen: Sequence[bool]) -> Iterator[int]:
    return (len(block.text) for block, is_in in zip(blocks, chosen, strict=False) if is_in)
