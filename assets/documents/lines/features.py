"""What the model is told of each line: its form, its words, its place, its neighbours, what it shares with the story.

None of it comes from the rules of layout, so that the two can be wrong in different places.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from assets.documents.lines.words import LIST_WORDS, PAGE_WORDS, REPORTING_WORDS, TERMINAL, Words, words_of
from assets.documents.paragraphs import Paragraph

MAX_CHARS = 1_500  # more of a paragraph says no more, and a line of a megabyte must not take seconds
LENGTHS = ((0, 0), (1, 2), (3, 5), (6, 9), (10, 15), (16, 25), (26, 10**9))  # words
POSSESSIVE = re.compile(r"['’].*")
NEAR = 3  # lines up and down that make its surroundings
MAX_LIST_OPENING = 7  # words
MAX_TITLE_WORDS = 9  # that carry a topic
MAX_STAMP_WORDS = 10  # "Published: Friday, 3 March 2023 09:15 GMT"
HEAD_LINES = 60  # no title stands further down

FORMS: Mapping[str, re.Pattern[str]] = {
    "sentence within": re.compile(r"[a-z)”\"][.!?] [A-Z“\"]"),
    "mark of the web": re.compile(r"[|©•→←»›@#▶★✉]|https?:|www\."),
    "clock": re.compile(r"\d{1,2}[:.]\d\d\b"),
    "year": re.compile(r"\b(?:19|20)\d\d\b"),
    "enumerated": re.compile(r"^(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s"),
    "speaker": re.compile(r"^[A-Z][A-Z. '’-]{1,30}:\s"),
    "opens with a dash": re.compile(r"^[—–-]"),
    "opens with by": re.compile(r"^by\b", re.IGNORECASE),
    "opens with a quotation": re.compile(r"^[\"“«‘]"),
    "ends in a dash": re.compile(r"(?:--|—)\s*$"),
    "ends in a bracket": re.compile(r"\)$"),
    "ends in a colon": re.compile(r":\s*$"),
    "ends in a semicolon or comma": re.compile(r"[;,]\s*$"),
    "ends a sentence": TERMINAL,
    "a name": re.compile(r"^[A-Z\u00c0-\u00de]\S*(?: [A-Z\u00c0-\u00de]\S*){1,3}$"),
    "bar": re.compile(r"\|"),
    "slash": re.compile(r"/"),
    "quotation": re.compile(r"[\"“”«»]"),
    "of this page": re.compile(
        r"\b(?:this|the) (?:article|story|post|page|site|website|interview|report)\b", re.IGNORECASE
    ),
    "of a picture": re.compile(
        r"\b(?:photos?|pic|images?|pictures?|getty|credit|file|courtesy|screenshot|reuters|afp|epa|handout|via)\b",
        re.IGNORECASE,
    ),
    "shows somebody": re.compile(
        r"\b(?:shakes?|poses?|attends?|speaks?|arrives|greets|during|seen|pictured|left|right)\b"
    ),
}
ZONED = ("prose", "ends a sentence", "reports", "function share", "quotation", "of a picture", "page words", "length")
Features = dict[str, float]


@dataclass(frozen=True)
class Page:
    """The lines of a page and where its story lies, by the first and the last line of prose."""

    paragraphs: Sequence[Paragraph]
    lines: Sequence[Words]

    @cached_property
    def is_prose(self) -> list[bool]:
        """Of each line, whether it is running text."""
        return [line.is_prose for line in self.lines]

    @cached_property
    def first(self) -> int:
        """Index of the first line of prose; the number of lines when there is none."""
        return self.is_prose.index(True) if any(self.is_prose) else len(self.lines)

    @cached_property
    def last(self) -> int:
        """Index of the last line of prose, -1 when there is none."""
        return max((index for index, is_prose in enumerate(self.is_prose) if is_prose), default=-1)

    @cached_property
    def story_words(self) -> Counter[str]:
        """In how many lines of prose each word stands."""
        return Counter(
            word for line, prose in zip(self.lines, self.is_prose, strict=True) if prose for word in line.content
        )

    @cached_property
    def printings(self) -> Counter[str]:
        """How often each line stands on the page."""
        return Counter(line.text.lower() for line in self.lines)

    def zone(self, index: int) -> str:
        """Where a line stands: above, in or below the story."""
        return "above" if index < self.first else "below" if index > self.last else "within"

    @cached_property
    def most_telling(self) -> int | None:
        """Index of the line above the story that shares most with it for its length: the title, as a rule."""
        above = range(min(self.first, HEAD_LINES))
        return max(above, key=self._telling, default=None)

    def _telling(self, index: int) -> float:
        line = self.lines[index]
        return self.told(index, line.content) * min(len(line.content), MAX_TITLE_WORDS)

    def told(self, index: int, words: frozenset[str]) -> float:
        """Share of the words that other lines of prose have."""
        own = 1 if self.is_prose[index] else 0
        return sum(self.story_words[word] > own for word in words) / max(len(words), 1)


def page_of(paragraphs: Sequence[Paragraph]) -> Page:
    """The page that paragraphs make."""
    return Page(paragraphs, [words_of(_shortened(paragraph.text)) for paragraph in paragraphs])


def line_features(page: Page) -> list[Features]:
    """Features of each line; those that are 0 are left out."""
    return [_nonzero(_all_of(page, index)) for index in range(len(page.lines))]


def _all_of(page: Page, index: int) -> Features:
    found: Features = {"any line": 1.0}
    for part in (_form, _vocabulary, _place, _surroundings, _shared):
        found.update(part(page, index))
    zone = page.zone(index)
    found.update({f"{name} {zone}": found.get(name, 0.0) for name in ZONED})
    return found


def _form(page: Page, index: int) -> Iterator[tuple[str, float]]:
    line, paragraph = page.lines[index], page.paragraphs[index]
    text = line.text
    yield from ((name, float(pattern.search(text) is not None)) for name, pattern in FORMS.items())
    yield "length", min(math.log1p(line.count), 5) / 2
    yield from ((f"{low} words and more", float(low <= line.count <= high)) for low, high in LENGTHS)
    yield "prose", float(line.is_prose)
    yield "opens in lower case", float(text[:1].islower())
    yield "capitals", float(line.count > 0 and text == text.upper())
    yield "capitalised share", sum(word[0].isupper() for word in line.words[1:]) / max(line.count - 1, 1)
    yield "digit share", 3 * sum(map(str.isdigit, text)) / max(len(text), 1)
    yield "heading", float(paragraph.heading > 0)
    yield "item", float(paragraph.is_item)
    yield "after a blank line", float(paragraph.after_blank)


def _vocabulary(page: Page, index: int) -> Iterator[tuple[str, float]]:
    line = page.lines[index]
    yield "function share", line.function_share
    yield "no function word", float(line.function_share == 0)
    yield "reports", float(line.has(REPORTING_WORDS))
    yield "page words", min(line.share_of(PAGE_WORDS) * line.count, 3) / 2
    yield "share of page words", line.share_of(PAGE_WORDS)
    yield from ((f"'{POSSESSIVE.sub('', word)}'", 0.5) for word in set(line.lower) if len(word) > 1)
    yield from ((f"opens with '{word}'", 0.7) for word in line.lower[:1])


def _place(page: Page, index: int) -> Iterator[tuple[str, float]]:
    zone = page.zone(index)
    distance = {"above": page.first - index, "below": index - page.last}.get(zone, 0)
    yield zone, 1.0
    yield "distance", min(distance, 8) / 4
    yield f"next to the story {zone}", float(distance == 1)
    yield "first line", float(index == 0)
    yield "among the first three", float(index < NEAR)
    yield "most telling above the story", float(page.most_telling == index)
    yield "printed twice", float(page.printings[page.lines[index].text.lower()] > 1)


def _surroundings(page: Page, index: int) -> Iterator[tuple[str, float]]:
    count = len(page.lines)
    near = range(max(0, index - NEAR), min(count, index + NEAR + 1))
    yield "other than prose around", min(sum(not page.is_prose[other] for other in near), 7) / 4
    if index:
        yield from _neighbour("before", page.lines[index - 1])
        yield "item before", float(page.paragraphs[index - 1].is_item)
    if index + 1 < count:
        yield from _neighbour("after", page.lines[index + 1])


def _neighbour(side: str, line: Words) -> Iterator[tuple[str, float]]:
    yield f"prose {side}", float(line.is_prose)
    yield f"short line {side}", float(line.count < 6)
    yield f"length of line {side}", min(line.count, 30) / 30
    opens_list = line.count <= MAX_LIST_OPENING and any(word in LIST_WORDS for word in line.lower)
    yield f"list words {side}", float(opens_list)
    is_dated = line.count < MAX_STAMP_WORDS and any(FORMS[name].search(line.text) for name in ("year", "clock"))
    yield f"stamp {side}", float(is_dated)
    names = ("ends in a colon", "ends in a semicolon or comma", "enumerated", "opens with by", "of a picture")
    yield from ((f"{name} {side}", float(FORMS[name].search(line.text) is not None)) for name in names)


def _shared(page: Page, index: int) -> Iterator[tuple[str, float]]:
    line, zone = page.lines[index], page.zone(index)
    words = page.told(index, line.content)
    names = page.told(index, line.capitalised) if line.capitalised else 0.5
    yield from (("words of the story", words), (f"words of the story {zone}", words))
    yield from (("names of the story", names), (f"names of the story {zone}", names))


def _shortened(text: str) -> str:
    """A line without the middle that says no more."""
    return text if len(text) <= MAX_CHARS else f"{text[: MAX_CHARS - 100]} {text[-100:]}"


def _nonzero(found: Features) -> Features:
    return {name: value for name, value in found.items() if value}
