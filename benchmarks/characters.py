"""Which characters of a raw text are scored, and of which kind each is: pure functions over offsets."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, groupby

from warehouse.tables.documents import SegmentKind

Run = tuple[int, int, SegmentKind]
Tally = Counter[tuple[SegmentKind, SegmentKind]]  # (kind in the gold set, kind found): number of characters

KINDS = tuple(SegmentKind)
CODES = {kind: code for code, kind in enumerate(KINDS)}
UNCOVERED = SegmentKind.BOILERPLATE  # what no run covers is no part of the story
WORDS = re.compile(r"[^\s\u200b-\u200f\u2060-\u2064\ufeff\u00ad]+")
COMMENT_OR_TAG = r"<!--.*?-->|</?[A-Za-z][\w:-]*(?:\s[^<>]*)?/?>"
SPACE_ENTITY = r"&(?:nbsp|ensp|emsp|thinsp|zwj|zwnj|shy|#160|#[xX][aA]0|#8203|#xFEFF);"
UNSEEN_ELEMENT = r"<(?P<unseen>head|script|style|template)\b[^<>]*>.*?</(?P=unseen)\s*>"
HTML_MARKUP = re.compile(
    f"{UNSEEN_ELEMENT}|<![A-Za-z][^<>]*>|{COMMENT_OR_TAG}|{SPACE_ENTITY}", re.DOTALL | re.IGNORECASE
)
# what tags are in HTML: marks of emphasis, escapes, heading and list marks, targets of links; on a line with words only,
# since "###" and "---" alone are lines that a reader sees
LINE_MARK = r"^[ \t]*(?:(?:#{1,6}|>|[-+•‣◦▪·]|\d{1,2}[.)])[ \t]+)+"
TEXT_MARKUP = re.compile(
    rf"{COMMENT_OR_TAG}|{SPACE_ENTITY}|{LINE_MARK}" + r"|[*_\\]+|\]\([^()\s]*\)", re.DOTALL | re.MULTILINE
)
LETTER = re.compile(r"[^\W\d_]")


def tally(text: str, media_type: str, wanted: Iterable[Run], found: Iterable[Run]) -> Tally:
    """Number of scored characters by their kind in the gold set and the kind found."""
    pairs = zip(_kinds(len(text), wanted), _kinds(len(text), found), strict=True)
    counts = Counter(compress(pairs, scored(text, media_type)))
    return Counter({(KINDS[first], KINDS[second]): number for (first, second), number in counts.items()})


def differences(
    text: str, media_type: str, wanted: Sequence[Run], found: Sequence[Run]
) -> Iterator[tuple[SegmentKind, SegmentKind, str]]:
    """Runs of scored characters whose kind is not the one wanted: kind wanted, kind found, text."""
    gold, read = _kinds(len(text), wanted), _kinds(len(text), found)
    positions = compress(range(len(text)), scored(text, media_type))
    for (first, second), run in groupby(positions, key=lambda position: (gold[position], read[position])):
        if first != second:
            places = list(run)
            yield KINDS[first], KINDS[second], text[places[0] : places[-1] + 1]


def scored(text: str, media_type: str) -> bytearray:
    """One for each character that counts: not white space, not invisible, not markup."""
    mask = bytearray(len(text))
    for word in WORDS.finditer(text):
        mask[word.start() : word.end()] = b"\x01" * (word.end() - word.start())
    for start, end in _markup(text, media_type):
        mask[start:end] = bytes(end - start)
    return mask


def _markup(text: str, media_type: str) -> Iterator[tuple[int, int]]:
    if media_type == "text/html":
        yield from (match.span() for match in HTML_MARKUP.finditer(text))
        return
    for match in TEXT_MARKUP.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        if LETTER.search(text, start, end if end >= 0 else len(text)):
            yield match.span()


def _kinds(length: int, runs: Iterable[Run]) -> bytearray:
    """Code of the kind of each character."""
    kinds = bytearray([CODES[UNCOVERED]]) * length
    for start, end, kind in runs:
        kinds[start:end] = bytes([CODES[kind]]) * (end - start)
    return kinds
