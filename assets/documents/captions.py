"""Captions: those that a page prints twice, and those known by what stands around them."""

import re
from collections.abc import Sequence

from assets.documents.caption_lines import CAPTION, CAPTION_ANYCASE
from assets.documents.head_lines import is_short_caption
from assets.documents.paragraphs import Paragraph
from assets.documents.published import stamp
from assets.documents.title import ends_sentence, word_count
from warehouse.tables.documents import SegmentKind

POSTED = re.compile(r"[—–-] .{2,60}\(@\w{1,30}\)")  # the last line of an embedded post
HASHTAG = re.compile(r"[#@]\w{2,}|pic\.(?:twitter|x)\.com|https?://t\.co/")
HEAD_PARAGRAPHS = 40  # menus above an article are this long at most

CREDIT_ONLY = re.compile(r"\W{0,2}(?:photo|image|picture|photograph|foto|credit|©)", re.IGNORECASE)
MAX_CREDIT_WORDS, MIN_CAPTION_WORDS = 10, 4

Kinds = list[SegmentKind | None]


def captions(paragraphs: Sequence[Paragraph], found: Kinds, _declared_title: str | None) -> Kinds:
    """Captions printed a second time without their credit."""
    known = {_without_credit(paragraphs[index].text) for index, kind in enumerate(found) if kind is SegmentKind.CAPTION}
    known.discard("")
    return [
        SegmentKind.CAPTION
        if kind is None
        and (
            _plain(paragraphs[index].text) in known
            or _is_enclosed(paragraphs, found, index)
            or _is_above_credit(paragraphs, found, index)
        )
        else kind
        for index, kind in enumerate(found)
    ]


def embeds(paragraphs: Sequence[Paragraph], found: Kinds, _declared_title: str | None) -> Kinds:
    """Text of an embedded post above the line with its author: "... #ECOWAS" / "— Ana Gómez (@ana) May 3, 2023"."""
    result = list(found)
    for index in range(1, len(paragraphs)):
        is_author = found[index] is SegmentKind.EMBED and POSTED.match(paragraphs[index].text) is not None
        is_close = not paragraphs[index].after_blank or HASHTAG.search(paragraphs[index - 1].text) is not None
        if is_author and is_close and result[index - 1] is None:
            result[index - 1] = SegmentKind.EMBED
    return result


def _is_enclosed(paragraphs: Sequence[Paragraph], found: Kinds, index: int) -> bool:
    """Whether a line stands between the credit of a picture and the time stamp above the story."""
    if not 0 < index < min(len(found) - 1, HEAD_PARAGRAPHS) or not is_short_caption(paragraphs[index].text):
        return False
    return found[index - 1] is SegmentKind.CAPTION and stamp(paragraphs[index + 1].text) is not None


def _is_above_credit(paragraphs: Sequence[Paragraph], found: Kinds, index: int) -> bool:
    """Whether a line without a full stop stands right above the credit of a picture: "..." / "Image: Jane Doe"."""
    if index + 1 >= len(found) or found[index + 1] is not SegmentKind.CAPTION or paragraphs[index].heading:
        return False
    text, credit = paragraphs[index].text, paragraphs[index + 1].text
    is_credit = CREDIT_ONLY.match(credit) is not None and word_count(credit) <= MAX_CREDIT_WORDS
    return is_credit and is_short_caption(text) and word_count(text) > MIN_CAPTION_WORDS and not ends_sentence(text)


def _without_credit(caption: str) -> str:
    match = CAPTION.search(caption) or CAPTION_ANYCASE.search(caption)
    return _plain(caption[: match.start()]) if match else ""


def _plain(text: str) -> str:
    return text.strip(" .|([-–—").casefold()
