"""What trafilatura takes for the main text of a page, as evidence: which blocks it holds, never its own string."""

import re
from collections.abc import Sequence

from assets.documents.html.markup import Block

SHINGLE_WORDS = 4
MIN_SHARE = 0.5  # trafilatura drops links and notes from within a paragraph, never half of it
MAX_PAGE_CHARS = 1_500_000  # larger pages take it minutes; the densest container is told without it
MAX_NEIGHBOUR_DISTANCE = 4
WORD = re.compile(r"[^\W_]+")
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def main_text(raw: str, favor_recall: bool = False) -> str:
    """Main text of a page; empty when none was found."""
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from trafilatura import bare_extraction

    if len(raw) > MAX_PAGE_CHARS:
        return ""
    try:
        found = bare_extraction(
            UNREADABLE.sub(" ", raw), include_comments=False, with_metadata=False, favor_recall=favor_recall
        )
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError):
        return ""  # broken pages meet assertions of the parsers below; the markup itself tells then
    text = getattr(found, "text", None)
    return text if isinstance(text, str) else ""


def held(blocks: Sequence[Block], text: str) -> list[bool]:
    """Whether each block stands in a text, by its words in fours; shorter ones by the lines of the text."""
    shingles = set(_shingles(words(text)))
    lines = {tuple(words(cell)) for line in text.splitlines() for cell in (line, *line.split("|"))}
    found = [_share(words(block.text), shingles) for block in blocks]
    result = [share is not None and share >= MIN_SHARE for share in found]
    for index, block in enumerate(blocks):
        if found[index] is None and tuple(words(block.text)) in lines:
            result[index] = _is_among(result, index)
    return result


def words(text: str) -> list[str]:
    """Words of a text in small letters."""
    return WORD.findall(text.casefold())


def _share(found: list[str], shingles: set[tuple[str, ...]]) -> float | None:
    own = _shingles(found)
    return sum(shingle in shingles for shingle in own) / len(own) if own else None


def _shingles(found: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(found[start:] for start in range(SHINGLE_WORDS)), strict=False))


def _is_among(result: Sequence[bool], index: int) -> bool:
    """Whether the block before is in, or blocks close before and behind; a short line may stand anywhere on the page."""
    before = result[max(index - MAX_NEIGHBOUR_DISTANCE, 0) : index]
    return any(before[-1:]) or (any(before) and any(result[index + 1 : index + 1 + MAX_NEIGHBOUR_DISTANCE]))
