"""What the text itself shows of where sentences start, as odds for the encoder."""

from assets.entities.encoder.doc_words import DocWords
from assets.entities.encoder.windows import SURE
from assets.entities.names.title_words import title_words
from assets.entities.sentences.sentences import CLOSERS, OPENERS, STARTERS

BLANK_LINE = 2  # line breaks
# Log odds for a start that the rules see. Measured on the dev parts of EWT and GUM: the encoder's starts with it have F1
# 90.8 and 94.1, its own 89.9 and 94.0, those of the rules 83.1 and 93.0; dependencies gain likewise. Odds of 2 are as
# good (90.8, 94.6) but too low for "in the U.S. The delegation left".
RULE = 4.0  # taken off where a name goes on
LONGEST_HEAD = 4  # words of "First Vice Foreign Minister"
LONGEST_TITLE = 16  # of "Under Secretary of State for Civilian Security, Democracy, and Human Rights"
IN_TITLES = frozenset({"of", "for", "on", "the", "and", "&", ",", "(", ")"})


def line_ends(words: DocWords) -> list[bool]:
    """By word: whether the line before it ends for good: at a blank line, or where the rules see a start.

    In text wrapped at a fixed width most line breaks say nothing, and showing them to the encoder cost three points
    of LAS.
    """
    return [
        breaks >= BLANK_LINE or (breaks > 0 and is_start)
        for is_start, breaks in zip(words.starts, words.breaks, strict=True)
    ]


def sentence_bias(words: DocWords, ends: list[bool]) -> list[float]:
    """By word: what is added to the log odds that a sentence starts there; after the end of a line one always does."""
    return [SURE if is_end else _bias(words, index) for index, is_end in enumerate(ends)]


def _bias(words: DocWords, index: int) -> float:
    if words.starts[index]:
        return RULE
    if words.glued[index] and _is_quoted(words, index):
        return -SURE
    return -RULE if _goes_on(words, index) else 0.0


def _is_quoted(words: DocWords, index: int) -> bool:
    """Whether the word closes what stands before it, or follows the mark that its sentence starts with."""
    return words.words[index] in CLOSERS or (words.words[index - 1] in OPENERS and words.starts[index - 1])


def _goes_on(words: DocWords, index: int) -> bool:
    """Whether a line goes on with a title or its name: "for Political Affairs | Ana Sol", "In Peru, | Secretary Sol"."""
    word = words.words[index]
    if words.breaks[index] or not word[0].isupper() or word.lower() in STARTERS:
        return False
    if words.words[index - 1] in {",", ")"} and _has_title(words, range(index, index + LONGEST_HEAD), frozenset()):
        return True
    return _has_title(words, range(index - 1, index - LONGEST_TITLE, -1), IN_TITLES)


def _has_title(words: DocWords, run: range, between: frozenset[str]) -> bool:
    """Whether a word for an office stands among the capitalised words of a line, nothing but ``between`` before it."""
    for at in run:
        word = words.words[at] if 0 <= at < len(words.words) else ""
        if word.lower() in title_words():
            return True
        if not (word[:1].isupper() or word in between) or words.breaks[at]:
            return False
    return False
