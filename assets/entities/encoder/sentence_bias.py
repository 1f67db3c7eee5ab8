"""What the text itself shows of where sentences start, as odds for the encoder."""

from assets.entities.encoder.doc_words import DocWords
from assets.entities.encoder.windows import SURE
from assets.entities.sentences.sentences import CLOSERS, OPENERS

BLANK_LINE = 2  # line breaks
# Log odds for a start that the rules see. Measured on the dev parts of EWT and GUM: the encoder's starts with it have F1
# 90.8 and 94.1, its own 89.9 and 94.0, those of the rules 83.1 and 93.0; dependencies gain likewise. Odds of 2 are as
# good (90.8, 94.6) but too low for "in the U.S. The delegation left".
RULE = 4.0


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
    return -SURE if words.glued[index] and _is_quoted(words, index) else 0.0


def _is_quoted(words: DocWords, index: int) -> bool:
    """Whether the word closes what stands before it, or follows the mark that its sentence starts with."""
    return words.words[index] in CLOSERS or (words.words[index - 1] in OPENERS and words.starts[index - 1])
