"""Paragraphs of a raw text: lines that belong together, joined."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import pairwise

from assets.documents.clean import Clean, clean
from assets.documents.dates import DAY, MONTH
from assets.documents.furniture import stands_alone
from assets.documents.joints import vocabulary

LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
NOTHING = re.compile(r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*")
RULE = re.compile(r"\s*(?:[-–—_*=#~+•.]\s?){3,}\s*")
# Marks that open a paragraph: headings, quoted lines, bullets. "5 - 3" and "-30" open none: a space must follow.
OPENING = re.compile(
    r"[\s\x00\u200b\ufeff]*(?:#{1,6}(?=[\s*_])|>{1,3}(?=\s|\w)"
    r"|[-+*•·▪▫●○◦‣∙■□►▶»✓✔➤⁃◆★➢\uf0b7\uf0a7](?=\s)|[•●▪■►▶\uf0b7\uf0a7](?=\S))"
)
LABEL = re.compile(
    r"\s*(?:title|headline|subject|date|published|updated|author|by|source|url|link|publisher|language|lang|tags"
    r"|summary"
    r"|description|category|categories|section|place|location|keywords|layout|slug|id|type)\s?:",
    re.IGNORECASE,
)
# "published 19 October 2023 year, at 15:20" in small letters under a headline
STAMPED = re.compile(rf"\s*(?:published|posted|updated)(?: on)? (?:{DAY} {MONTH}|{MONTH} {DAY})", re.IGNORECASE)
# Page extractors put the day they found before the first words: " date 2023-10-28 LIMA: The minister ..."
HEAD_STAMP = re.compile(r"[\s\ufeff]{0,20}date:?[ \t]{1,3}\d{4}-\d{2}-\d{2}(?=[ \t]{1,9}\S)", re.IGNORECASE)
MIN_BROKEN_CHARS = 30  # a line that goes on in the next is not shorter than half a column
BROKEN_WORD = re.compile(r"[^\W\d_][-\u2010\u00ad][ \t]?$")  # "the foreign minis-" / "ter"
MAX_OPENINGS = 4  # "> - ## heading" has three
BULLETS = frozenset("-+*•·▪▫●○◦‣∙■□►▶»✓✔➤⁃◆★➢\uf0b7\uf0a7")

WRAP_COLUMNS = range(50, 121)  # widths at which programs break lines
MIN_WRAPPED_LINES = 3
MIN_WRAPPED_SHARE = 0.7
TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]*_]*\s*$")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, heading, list item or lone line; ``raw[start:end]`` is all of it, its clean text what it says."""

    start: int
    end: int
    clean: Clean
    heading: int  # number of '#' that open it, 0 for none
    is_item: bool  # opened by a bullet
    is_rule: bool
    after_blank: bool  # a blank line stands before it

    @property
    def text(self) -> str:
        """What the paragraph says, on one line, without markup."""
        return self.clean.text


@dataclass(frozen=True)
class _Line:
    start: int
    end: int
    after_blank: bool


def paragraphs(raw: str) -> list[Paragraph]:
    """Paragraphs of a text in order; white space alone is in none."""
    lines = _lines(raw)
    columns = _wrap_columns(raw, lines)
    words = vocabulary(raw)
    return [_paragraph(raw, group, words) for group in _groups(raw, lines, columns)]


def _lines(raw: str) -> list[_Line]:
    """Lines that hold something; the day before the first words is one of its own."""
    lines: list[_Line] = []
    previous_end = -1
    stamp = HEAD_STAMP.match(raw)
    if stamp:
        lines.append(_Line(0, stamp.end(), after_blank=True))
    for match in LINE.finditer(raw, stamp.end() if stamp else 0):
        if not NOTHING.fullmatch(match.group()):
            gap = raw[previous_end : match.start()] if previous_end >= 0 else "\n\n"
            lines.append(_Line(match.start(), match.end(), gap.replace("\r\n", "\n").count("\n") > 1))
            previous_end = match.end()
    return lines


def _wrap_columns(raw: str, lines: list[_Line]) -> int | None:
    """Width at which the text was hard-wrapped, or None: almost every line could not have held the next word."""
    width = max((line.end - line.start for line in lines if " " in raw[line.start : line.end].strip()), default=0)
    followed = [(line, after) for line, after in pairwise(lines) if not after.after_blank]
    full = sum(_is_full(raw, line, after, width) for line, after in followed)
    is_wrapped = full >= MIN_WRAPPED_LINES and full >= len(followed) * MIN_WRAPPED_SHARE
    return width if width in WRAP_COLUMNS and is_wrapped else None


def _is_full(raw: str, line: _Line, after: _Line, width: int) -> bool:
    words = raw[after.start : min(after.end, after.start + width)].split(maxsplit=1)
    return line.end - line.start + 1 + len(words[0] if words else "") > width


def _groups(raw: str, lines: list[_Line], columns: int | None) -> Iterator[list[_Line]]:
    group: list[_Line] = []
    for line in lines:
        if group and not _continues(raw, group[-1], line, columns):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _continues(raw: str, line: _Line, after: _Line, columns: int | None) -> bool:
    """Whether a line goes on in the line after it."""
    if after.after_blank:
        return False
    first, second = raw[line.start : line.end], raw[after.start : after.end]
    if OPENING.match(second) or LABEL.match(second) or _is_lone(first) or _is_lone(second):
        return False
    if columns is not None and _is_full(raw, line, after, columns):
        return True
    if BROKEN_WORD.search(first[-4:]) and second.lstrip()[:1].isalnum():
        return True
    is_long = len(first) >= MIN_BROKEN_CHARS
    is_open = is_long and second.lstrip()[:1].islower() and not TERMINAL.search(first[-10:])
    return is_open and not STAMPED.match(second)


def _is_lone(line: str) -> bool:
    return bool(RULE.fullmatch(line)) or stands_alone(line.strip().strip("*_ "))


def _paragraph(raw: str, lines: list[_Line], words: AbstractSet[str]) -> Paragraph:
    start, end = lines[0].start, lines[-1].end
    marks, content = _opening(raw, start, end)
    is_rule = len(lines) == 1 and RULE.fullmatch(raw, start, end) is not None
    return Paragraph(
        start=start,
        end=end,
        clean=Clean("", ()) if is_rule else clean(raw, content, end, words),
        heading=marks.count("#"),
        is_item=bool(BULLETS & set(marks)),
        is_rule=is_rule,
        after_blank=lines[0].after_blank,
    )


def _opening(raw: str, start: int, end: int) -> tuple[str, int]:
    """Marks that open a paragraph and where its content begins."""
    marks = ""
    for _ in range(MAX_OPENINGS):
        match = OPENING.match(raw, start, end)
        if not match:
            break
        marks += match.group().strip()
        start = match.end()
    return marks, start
