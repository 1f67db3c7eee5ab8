"""Topics of a sentence: PLOVER contexts whose keywords it holds, from seeds/reference/topics.csv."""

import re
from functools import cache

from warehouse.reference import reference


def topics_of(sentence_text: str) -> list[str]:
    """Contexts of a sentence, in the order of the topics table; a keyword counts as a whole word or words."""
    return [context for context, keywords in _keywords() if keywords.search(sentence_text)]


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
