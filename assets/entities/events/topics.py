"""Topics of a sentence: PLOVER contexts whose keywords it holds, from seeds/reference/topics.csv."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from warehouse.reference import reference


@dataclass(frozen=True)
class TopicWord:
    """A keyword of a topic in a text, over the characters ``[start, end)``."""

    context: str
    start: int
    end: int


def topics_of(sentence_text: str) -> list[str]:
    """Contexts of a sentence, in the order of the topics table; a keyword counts as a whole word or words."""
    return [context for context, keywords in _keywords() if keywords.search(sentence_text)]


def topic_words(text: str) -> Iterator[TopicWord]:
    """Every keyword of a text, topic by topic."""
    for context, keywords in _keywords():
        for match in keywords.finditer(text):
            yield TopicWord(context, match.start(), match.end())


@cache
def _keywords() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = reference("topics").select("context", "keywords").iter_rows()
    return tuple((context, _pattern(keywords)) for context, keywords in rows)


def _pattern(keywords: str) -> re.Pattern[str]:
    """Any of the keywords; those in lower case match in any case, names and abbreviations only as they are written."""
    words = sorted(keywords.split("|"), key=len, reverse=True)
    plain = "|".join(_spaced(word) for word in words if word.islower())
    named = "|".join(_spaced(word) for word in words if not word.islower())
    alternatives = [rf"(?i:{plain})" if plain else "", named]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(part for part in alternatives if part)})(?![\w-])")


def _spaced(keyword: str) -> str:
    return re.escape(keyword).replace(r"\ ", r"\s+")
