"""Which of the lines above a story is its headline: what mastheads, menus and dates have in common is held against them."""

import re
from collections.abc import Sequence

from assets.documents.dates import DAY, MONTH, date_spans
from assets.documents.furniture import MENU
from assets.documents.paragraphs import Paragraph
from assets.documents.publisher import is_rubric, publisher_named
from assets.documents.title import HEADLINE_VERBS, SPEAKER, WORD, ends_sentence, is_title_case, same_title, word_count

STORY_PARAGRAPHS = 6  # the words of a headline come again in the first paragraphs
MAX_STORY_CHARS = 4_000
MIN_CONTENT_LETTERS = 4
MIN_SHARED = 0.25  # of a headline's words come in the story's first paragraphs
OTHER_SHARE = 0.34  # a line with less than a third of that is about something else
STEM_LETTERS = 5  # "appoints" above "appointed"
MAX_RUBRIC_WORDS, MAX_HOUSE_WORDS, MAX_HOUSE_CHARS = 4, 6, 60
MAX_LINE_CHARS = 400
GLUED_CHARS = 20  # of a headline glued to the way to it
MAX_OFF_TOPIC_WORDS = 8
TAIL_PARAGRAPHS = 8
COMMON_WORDS = (
    "about after again against also around back been before between down first from have here into just last latest more"
    " most news next other over said says some such than that their them then there they this those through time today"
    " under until upon week were what when where which while will with would year your"
)
COMMON = frozenset(COMMON_WORDS.split())
TITLE_LABEL = re.compile(r"(?:title|headline|subject)\s?:\s?", re.IGNORECASE)
DOMAIN = re.compile(r"[A-Za-z][\w-]*(?:\.[\w-]{2,}){1,3}")  # "... - Xinhua | English.news.cn"
GLUED_HOUSE = re.compile(r"(?<=[a-z\d.])-(?P<name>[A-Z][\w.]{2,20}(?: [A-Z][\w.]{1,20}){0,3})$")  # "... talks-Xinhua"
WIRE_MARK = re.compile(r"^\((?:\d(?:st|nd|rd|th) )?(?:LEAD|LD|URGENT|UPDATE)\) ")  # Yonhap: "(2nd LD) S. Korea ..."
# Turkey's ministry numbers and dates its headlines: "No: 291, 14 November 2023, Regarding ..."
NUMBERED = re.compile(
    rf"No[.:]{{1,2}} ?[\d/-]{{1,9}}, (?:{DAY} {MONTH}|{MONTH} {DAY}),? \d{{4}}, (?=[A-Z])", re.IGNORECASE
)
BAR = re.compile(r"\s(?:::|[|•·»›>/]|--)\s|(?<=\w)[/»›] ")
ISSUE = re.compile(r"\b(?:issue|edition|vol(?:ume)?|no)\b\.? ?\d|\bedition\b[.:]", re.IGNORECASE)


def best_headline(paragraphs: Sequence[Paragraph], candidates: Sequence[int], first: int) -> int:
    """Index of the headline among lines that read as one: the first that nothing speaks against.

    ``first`` is where the story begins. Where something speaks against each, the one with most words of the story.
    """
    if len(candidates) == 1:
        return candidates[0]
    story = _story_words(paragraphs, first)
    shares = {index: _shared(paragraphs[index].text, story) for index in candidates}
    best = max(shares.values())
    for index in candidates:
        is_other = best >= MIN_SHARED and shares[index] < best * OTHER_SHARE
        if not is_other and not _is_masthead(paragraphs, index):
            return index
    return max(candidates, key=lambda index: (shares[index], -index))


def _story_words(paragraphs: Sequence[Paragraph], first: int) -> set[str]:
    text = " ".join(paragraph.text for paragraph in paragraphs[first : first + STORY_PARAGRAPHS])
    return _content(text[:MAX_STORY_CHARS])


def _shared(text: str, story: set[str]) -> float:
    words = _content(text)
    return len(words & story) / len(words) if words else 0.0


def _content(text: str) -> set[str]:
    words = (word for word in WORD.findall(text.casefold()) if len(word) >= MIN_CONTENT_LETTERS)
    return {word[:STEM_LETTERS] for word in words if word not in COMMON}


def _is_masthead(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line is the head of the page and not of the story: a row of rubrics, an edition, the house's name."""
    text = paragraphs[index].text[:MAX_LINE_CHARS]
    parts = [part for part in BAR.split(text) if part.strip()]
    is_row = len(parts) > 1 and all(word_count(part) <= MAX_RUBRIC_WORDS for part in parts)
    is_edition = ISSUE.search(text) is not None or (bool(date_spans(text)) and not _has_verb(text))
    is_strapline = " -- " in text and not _has_verb(text)
    return is_row or is_edition or is_strapline or _is_house(paragraphs, index)


def _is_house(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a line is a name that the notices below the story have too: "Caribbean Boundary Secretariat"."""
    text = paragraphs[index].text
    is_plain_name = 2 <= word_count(text) <= MAX_HOUSE_WORDS and is_title_case(text) and not _has_verb(text)
    below = paragraphs[max(len(paragraphs) - TAIL_PARAGRAPHS, index + 1) :]
    return is_plain_name and any(text.casefold() in paragraph.text.casefold() for paragraph in below)


def _has_verb(text: str) -> bool:
    return any(word.lower() in HEADLINE_VERBS for word in WORD.findall(text)[1:])


def is_off_topic(paragraphs: Sequence[Paragraph], index: int, first: int) -> bool:
    """Whether a short line between headline and story has none of the story's words, as a standfirst would."""
    text = paragraphs[index].text
    is_short = (
        word_count(text) <= MAX_OFF_TOPIC_WORDS and not paragraphs[index].heading and not paragraphs[index].is_item
    )
    return (
        is_short
        and not ends_sentence(text)
        and not SPEAKER.match(text)
        and _shared(text, _story_words(paragraphs, first)) == 0
    )


def inner_headline(text: str) -> str:
    """Headline between the names of the site and its rubrics: "Tide | Kenya, Seychelles agree on line | National news"."""
    parts = [part.strip() for part in BAR.split(text[:MAX_LINE_CHARS]) if part.strip()]
    longest = max(parts, key=word_count, default=text)
    others = [part for part in parts if part is not longest]
    is_framed = bool(others) and all(word_count(part) <= MAX_RUBRIC_WORDS for part in others)
    return longest if is_framed and word_count(longest) > MAX_RUBRIC_WORDS else text


def title_text(text: str) -> str:
    """A title without the label before it and the publisher behind it."""
    text = NUMBERED.sub("", WIRE_MARK.sub("", text), count=1)
    label = TITLE_LABEL.match(text)
    text = text[label.end() :].strip("\"'") if label else text
    before, mark, after = _last_part(text)
    while mark and (
        publisher_named(after) or MENU.fullmatch(after) or DOMAIN.fullmatch(after)
    ):  # "... | News | teleSUR English"
        text = before
        before, mark, after = _last_part(text)
    return inner_headline(text)


def title_publisher(text: str) -> str | None:
    """Publisher behind a title: "Lavrov arrives in Havana - Prensa Latina"."""
    before, mark, after = _last_part(text)
    while mark:
        publisher = publisher_named(after)
        if publisher and not is_rubric(after):
            return publisher.name
        before, mark, after = _last_part(before)
    return None


def _last_part(text: str) -> tuple[str, str, str]:
    glued = GLUED_HOUSE.search(text[-MAX_HOUSE_CHARS:])
    if glued and publisher_named(glued["name"]) and not is_rubric(glued["name"]):
        return text[: -len(glued.group())], "-", glued["name"]
    parts = re.split(r" ([|\u2013\u2014-]) ", text)
    return (text, "", "") if len(parts) < 3 else (text[: -len(parts[-1]) - 3], parts[-2], parts[-1])


def is_repeated_in(text: str, other: str) -> bool:
    """Whether a line ends with the headline of another: "India News / India / India, Maldives agree on troops"."""
    parts = BAR.split(other[:MAX_LINE_CHARS])
    start = other.find(text[:GLUED_CHARS]) if other.startswith("Home") else -1
    is_glued = start > 0 and text.startswith(other[start:].rstrip(".… "))  # "HomeWorldIndia, Maldives agree on ..."
    before = other.removesuffix(text).strip()  # "Press Releases India, Maldives agree on troops"
    is_glued |= before != other and MENU.fullmatch(before) is not None
    is_way = is_glued or (len(parts) > 1 and same_title(parts[-1], text))
    return is_way and word_count(text) > MAX_RUBRIC_WORDS
