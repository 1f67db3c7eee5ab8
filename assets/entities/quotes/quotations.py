"""Text between quotation marks, paragraph by paragraph, whatever marks are used and however badly they are set."""

import re
from bisect import bisect_right
from dataclasses import dataclass

_OPENERS = frozenset("“«„‟")
_CLOSERS = frozenset({"”", "»", "’’"})
_MARKS = re.compile(r'["“”«»„‟]|\'\'|``|’’')
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
# Speech in single marks, as British papers set it: an apostrophe has no stop before it.
_SINGLE = re.compile(r"(?<![\w’'])[‘'](?P<said>(?=\w)[^‘\n]{8,1200}?[,.?!…])[’'](?!\w)")
# words that follow a closing mark even when the space stands on the wrong side of it: 'intervention, "he added'
_GLUED_CUE = re.compile(
    r"\s*(?:he|she|they|[A-Z]\w+)\s+(?:said|added|stressed|noted|told|explained|concluded|affirmed|continued|pointed)\b|[.,;]?\s*(?:$|\n)"
)
# the cue that ends a paragraph whose quotation was never closed: '"We will wait, stressed the diplomat.'
_OPEN_CUE = re.compile(
    r",\s+(?:(?:said|says|stressed|added|noted|told|explained|affirmed|stated)\s+(?:the\s+)?[^\W\d_][^,.;\n]{1,60}"
    r"|(?:he|she|the\s[^,.;\n]{1,30}|[A-Z][\w\s-]{1,30})\s(?:said|says|stressed|added|noted|explained|affirmed|stated))\.?\s*$"
)


@dataclass(frozen=True)
class Quotation:
    """Quoted words ``text[start:end]`` without their marks; ``outer`` bounds include them."""

    start: int
    end: int
    outer_start: int
    outer_end: int
    paragraph: int
    is_closed: bool


class Quotations:
    """The quotations of a text, and whether a point lies in one."""

    def __init__(self, text: str) -> None:
        """Read the quotations of ``text``."""
        self.all = quotations(text)
        self._starts = [quotation.start for quotation in self.all]

    def at(self, position: int) -> Quotation | None:
        """The quotation around a position, or None."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or position >= self.all[index].end:
            return None
        return self.all[index]


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Bounds of the paragraphs of ``text``: runs between blank lines."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def quotations(text: str) -> list[Quotation]:
    """Quotations of ``text`` in order. One whose closing mark is missing ends with its paragraph."""
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs(text)):
        goes_on = bool(found) and found[-1].paragraph == number - 1 and not found[-1].is_closed
        found += _in_paragraph(text, start, end, number, goes_on)
    return found


def _in_paragraph(text: str, start: int, end: int, number: int, goes_on: bool) -> list[Quotation]:
    """Quotations of a paragraph; with ``goes_on`` the one before it was left open and may close in this one."""
    if not goes_on and _MARKS.search(text, start, end) is None:
        single = _SINGLE.finditer(text, start, end)
        return [Quotation(*one.span("said"), *one.span(), number, is_closed=True) for one in single]
    found: list[Quotation] = []
    opened: int | None = None
    after_mark = 0
    for mark in _MARKS.finditer(text, start, end):
        if opened is None:
            if _only_closes(text, mark):
                if goes_on and not found:
                    found.append(Quotation(start, mark.start(), start, mark.end(), number, is_closed=True))
            elif not _is_inch(text, mark.start()):
                opened, after_mark = mark.start(), mark.end()
        elif _opens_anew(text, mark, end):
            found.append(
                Quotation(
                    after_mark, _trimmed(text, after_mark, mark.start()), opened, mark.start(), number, is_closed=False
                )
            )
            opened, after_mark = mark.start(), mark.end()
        else:
            found.append(Quotation(after_mark, mark.start(), opened, mark.end(), number, is_closed=True))
            opened = None
    if opened is not None:
        cue = _OPEN_CUE.search(text, after_mark, end)
        last = cue.start() + 1 if cue else end
        found.append(Quotation(after_mark, _trimmed(text, after_mark, last), opened, last, number, is_closed=False))
    return [_tight(text, quotation) for quotation in found if text[quotation.start : quotation.end].strip()]


def _opens_anew(text: str, mark: re.Match[str], end: int) -> bool:
    """True for an opening mark met while a quotation is open: the one before was never closed."""
    if mark.group() in _CLOSERS:
        return False
    if mark.group() in _OPENERS:
        return True
    before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return before.isspace() and after.isupper() and not _GLUED_CUE.match(text, mark.end(), end)


def _only_closes(text: str, mark: re.Match[str]) -> bool:
    """True for a mark that opens nothing: it stands right behind a comma or full stop and a space follows it."""
    behind = text[mark.start() - 1 : mark.start()] if mark.start() else ""
    return mark.group() in _CLOSERS or (behind != "" and behind in ",.!?" and text[mark.end() : mark.end() + 1] == " ")


def _is_inch(text: str, position: int) -> bool:
    return position > 0 and text[position - 1].isdigit() and text[position + 1 : position + 2] in ("", " ", ".", ",")


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _tight(text: str, quotation: Quotation) -> Quotation:
    start = quotation.start
    while text[start].isspace():
        start += 1
    end = _trimmed(text, start, quotation.end)
    return Quotation(start, end, quotation.outer_start, quotation.outer_end, quotation.paragraph, quotation.is_closed)
