"""MinHash signature of a body: three sketches in which copies of one text agree and other texts do not.

A copy may be cut, framed by new paragraphs, reworded or translated twice. What survives differs: the opening when the
tail is cut, neighbouring content words when paragraphs are added, names and numbers when every sentence is reworded.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rensa import RMinHash

NEIGHBOURS = 48  # values over pairs of neighbouring content words of the whole body
OPENING = 16  # values over the same pairs of the opening alone
NAMES = 64  # values over names and numbers
VALUES = NEIGHBOURS + OPENING + NAMES
OPENING_WORDS = 40  # content words, about 75 words: the rest of a text cut to a third still holds them
STEM_CHARS = 5  # "organised" and "organization", "Mexico's" and "Mexican" become one
SEED = 20231017  # any constant; another one makes every stored signature incomparable
FUNCTION_WORDS_TEXT = """
    a about across added after against all also am amid among an and any are as at be been before being between both but
    by can could did do does during each for from had has have having he her here him his how i if in into is it its just
    may me might more most must my no nor not of on only onto or other our over own s said same say saying says shall she
    should so some such t than that the their them then there these they this those through to told toward towards under
    upon us very was we were what when where which while who whom whose why will with within without would yet you your
"""
FUNCTION_WORDS = frozenset(FUNCTION_WORDS_TEXT.split())
TOKEN = re.compile(r"[^\W_]+(?:[.,]\d+)*|[.!?:\"“”\n]")


@dataclass(frozen=True)
class ContentWords:
    """Content words of a body in their order."""

    stems: tuple[str, ...]  # lower case, without accents, cut to their first letters; numbers whole
    is_specific: tuple[bool, ...]  # a number, or a capital letter within a sentence

    @property
    def specifics(self) -> set[str]:
        """Names and numbers."""
        return {stem for stem, specific in zip(self.stems, self.is_specific, strict=True) if specific}


def content_words(body: str) -> ContentWords:
    """Content words of a body."""
    stems: list[str] = []
    specific: list[bool] = []
    starts = True
    for token in TOKEN.findall(_without_accents(body)):
        if not token[0].isalnum():
            starts = True
            continue
        low, number = token.lower(), token[0].isdigit()
        if number or (len(low) > 1 and low not in FUNCTION_WORDS):
            stems.append(low if number else low[:STEM_CHARS])
            specific.append(number or (not starts and token[0].isupper()))
        starts = False
    return ContentWords(tuple(stems), tuple(specific))


def neighbours(stems: Sequence[str]) -> set[str]:
    """Pairs of neighbouring content words, whichever stands first; the words themselves when there are no pairs."""
    pairs = {f"{one} {other}" if one < other else f"{other} {one}" for one, other in pairwise(stems)}
    return pairs or set(stems)


def signature(body: str) -> list[int]:
    """128 unsigned 32-bit values: neighbours of the body, neighbours of its opening, names and numbers."""
    words = content_words(body)
    pairs = neighbours(words.stems)
    return [
        *_sketch(pairs, NEIGHBOURS),
        *_sketch(neighbours(words.stems[:OPENING_WORDS]), OPENING),
        # a text without names is compared by its words: no two texts may agree in what neither has
        *_sketch(words.specifics or pairs, NAMES),
    ]


def _sketch(features: Iterable[str], values: int) -> list[int]:
    hashes = RMinHash(num_perm=values, seed=SEED)
    hashes.update(list(features) or [""])
    return list(hashes.digest())


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return "".join(char for char in apart if not unicodedata.combining(char))
