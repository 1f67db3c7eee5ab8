"""Whether the words around a point of a sentence speak of the past or of what is to come, without a parser."""

import re
from enum import StrEnum


class Tense(StrEnum):
    """Time of the verb that governs a point of a text."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_BREAK = re.compile(r"\n\s*\n|[.!?][\"”’»)]*\s+(?=[\"“«(]?[A-Z])|;\s")
# not a break: "Oct. 16", "Mr. Price", "U.S. Embassy"
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)

_ADVERBS = r"(?:\s+(?:also|not|then|jointly|be|have|been|\w{2,12}ly))*"
_FUTURE = (
    rf"\b(?:will|shall|won't|won’t)\b{_ADVERBS}(?:\s+[a-z]+)?"
    rf"|\b(?:is|are|was|were|be|been|being)(?:\s+\w{{2,12}}ly)?\s+(?:expected|scheduled|due|set|slated|planned|going|about|poised|supposed|to)"
    rf"\b(?:\s+(?:for|to))?{_ADVERBS}(?:\s+[a-z]+)?"
    rf"|\b(?:expects?|plans?|intends?|hopes?|prepar(?:es?|ing)|planning|wants?|agreed|pledged|promised|expected|scheduled|due|set|slated|planned)"
    rf"\s+(?:to|for)\b{_ADVERBS}(?:\s+[a-z]+)?"
    r"|\b(?:expected|scheduled|slated|planned|upcoming|forthcoming|ahead of)\b"
    r"|\b\w+['’]ll\b(?:\s+[a-z]+)?"
)
_ABANDONED = r"\bhad\s+(?:been\s+)?(?:planned|scheduled|expected|hoped|intended|wanted)\b(?:\s+to\s+[a-z]+)?"
_PAST = (
    r"\b(?:was|were|had|did|said|told|met|held|spoke|took|went|came|made|began|gave|paid|sat|saw|wrote|left|led|"
    r"became|has|have|got|won|lost|sent|brought|thought|ran|flew|broke|rose|fell|grew)\b"
    r"|\b(?!need|speed|succeed|proceed|hundred|united|indeed|armed|limited|advanced|detailed)[a-z]{2,14}ed\b"
)
_VERB = re.compile(rf"(?P<past>{_ABANDONED})|(?P<future>{_FUTURE})|{_PAST}")


def sentence_bounds(text: str, position: int) -> tuple[int, int]:
    """Rough bounds of the sentence around ``position``: enough to look for its verb."""
    start = max(0, position - 600)
    for match in _BREAK.finditer(text, start, position):
        if not _ABBREVIATION.search(text, max(0, match.start() - 6), match.start() + 1):
            start = match.end()
    following = _BREAK.search(text, position)
    while following and _ABBREVIATION.search(text, max(0, following.start() - 6), following.start() + 1):
        following = _BREAK.search(text, following.end())
    end = following.start() + 1 if following else len(text)
    return start, min(end, position + 600)


def tense_at(text: str, start: int, end: int) -> Tense:
    """Tense of the verb nearest before ``[start, end)`` in its sentence, else of the first one after it.

    "will visit Cuba next week, the ministry said on Tuesday": Tuesday is governed by "said", next week by "will".
    """
    first, last = sentence_bounds(text, start)
    before = None
    for match in _VERB.finditer(text, first, start):
        before = match
    verb = before or _VERB.search(text, end, max(last, end))
    if verb is None:
        return Tense.UNKNOWN
    return Tense.FUTURE if verb.group("future") else Tense.PAST
