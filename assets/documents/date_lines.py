"""Which lines tell the day of their article: the dates of a chronology and of other articles stand alone too."""

import re
from collections.abc import Sequence

from assets.documents.paragraphs import Paragraph
from assets.documents.published import Stamp, stamp
from assets.documents.title import is_ended, word_count
from warehouse.tables.documents import SegmentKind

HEAD_PARAGRAPHS = 40  # menus above an article are this long at most; its title is not looked for below
TAIL_PARAGRAPHS = 4
MIN_PROSE_WORDS, MIN_ENTRY_WORDS = 12, 5
# Labels of lists of other articles; "Latest news" and "More" may stand above the page's own.
LIST_LABEL = re.compile(
    r"(?:most|related|recommended|trending|popular|see also|you may|you might)\b.{0,40}", re.IGNORECASE
)


def date_lines(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None], story: int) -> set[int]:
    """Indices of date lines: with a label anywhere, without one at the head or the tail.

    ``story`` is the first paragraph that reads as prose.
    """
    lines = [stamp(paragraph.text) for paragraph in paragraphs]
    bare = {index for index, line in enumerate(lines) if line and not line.is_labelled}
    # a caption or a plea above the only date of a page reads as the start of the story
    is_only = len({line.readings for index in bare if (line := lines[index])}) == 1
    head = max(story + 1, _prose_start(paragraphs, story) if is_only else 0)
    result = {index for index, line in enumerate(lines) if line and line.is_labelled}
    for index in sorted(bare - _chronology(paragraphs, lines, bare) - _listed(paragraphs, found, bare)):
        is_at_end = index <= head or index >= len(paragraphs) - TAIL_PARAGRAPHS
        before = index - 1
        # printed twice
        is_repeated = 0 < index < HEAD_PARAGRAPHS and (found[before] is SegmentKind.BYLINE or before in result)
        if is_at_end or is_repeated:
            result.add(index)
    return result


def _chronology(paragraphs: Sequence[Paragraph], lines: Sequence[Stamp | None], bare: set[int]) -> set[int]:
    """Bare dates of several days between paragraphs of prose."""
    entries = {
        index
        for index in bare
        if 0 < index < len(lines) - 1
        and _is_prose(paragraphs[index - 1], MIN_ENTRY_WORDS)
        and _is_prose(paragraphs[index + 1], MIN_ENTRY_WORDS)
    }
    days = {line.readings for index in entries if (line := lines[index])}
    return entries if len(days) > 1 else set()


def _listed(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None], bare: set[int]) -> set[int]:
    """Bare dates below the headlines of a list: "Most read" / "Storm closes harbour" / "2 February 2021"."""
    result: set[int] = set()
    for label, kind in enumerate(found):
        if kind is SegmentKind.NAVIGATION and LIST_LABEL.fullmatch(paragraphs[label].text.strip(" :")):
            index = label + 2
            while index in bare:
                result.add(index)
                index += 2
    return result


def _prose_start(paragraphs: Sequence[Paragraph], story: int) -> int:
    """First of two paragraphs of prose that follow each other, from where the story may begin; else that place."""
    is_prose = [_is_prose(paragraph, MIN_PROSE_WORDS) for paragraph in paragraphs[: HEAD_PARAGRAPHS + 1]]
    pairs = (index for index in range(story, len(is_prose) - 1) if is_prose[index] and is_prose[index + 1])
    return next(pairs, story)


def _is_prose(paragraph: Paragraph, least: int) -> bool:
    return word_count(paragraph.text[:300]) >= least and is_ended(paragraph.text)
