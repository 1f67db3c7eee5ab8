"""Words as the encoder takes them in: word pieces without case, and a class of casing for each word."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

UNKNOWN, START, SEPARATOR = 100, 101, 102  # [UNK], [CLS] and [SEP] in the vocabulary
MOST_PIECES = 12  # of a word; an address or a formula has more, and says no more with them
LOWER, UPPER, TITLE, MIXED, DIGIT, OTHER, PADDING = range(7)
CASES = 7
WORDS_KEPT = 100_000  # their pieces: about 30 MB

Pieces = Callable[[str], tuple[int, ...]]


def casing(word: str) -> int:
    """The class of a word's casing, which its pieces have lost."""
    if any(letter.isdigit() for letter in word):
        return DIGIT
    if word.islower():
        return LOWER
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if word[:1].isupper() and word[1:].islower():
        return TITLE
    return MIXED if any(letter.isalpha() for letter in word) else OTHER


def piece_reader(path: Path) -> Pieces:
    """Reader of a word's pieces, by the vocabulary at ``path``; pieces of words met before are remembered."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_padding()
    tokenizer.no_truncation()

    @lru_cache(maxsize=WORDS_KEPT)
    def pieces(word: str) -> tuple[int, ...]:
        ids = tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES]
        return tuple(ids) or (UNKNOWN,)

    return pieces
