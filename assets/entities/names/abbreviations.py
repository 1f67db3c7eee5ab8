"""Abbreviations that a text introduces in brackets: "Andean Development Corporation (CAF)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assets.entities.names.vocabulary import FUNCTION_WORDS, is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,3}[A-Z0-9][A-Z0-9/-]{0,8}s?")
NOT_NAMES = word_set(
    "USD EUR GBP GMT UTC LED CEO GDP AI USA US UK UAE PHOTO VIDEO FM PM MP MEP MoU MOU MoUs MOUs FTA FTAs EEZ LoI LOI"
)
# What names of laws, plans and papers end with: they have abbreviations and are no bodies.
NOT_BODIES = word_set(
    "Act Plan Language Agreement Treaty Authorization Line Technology Information Convention Strategy "
    "Framework Protocol Declaration Statement Memorandum Understanding Tax Project System Law Rights Index "
    "Report Week Day Goals Order Policy Product Disease Syndrome Zone Area Time Programme Program Weapons "
    "Intelligence Energy Corridor Missile Mechanism"
)
OFFICES = word_set("Chief Head Director Minister Secretary President Commander")  # "Chief of Army Staff (COAS)"
LOWER_LINKS = word_set("of for and the on in & de del da do la to")
LONGEST = 14


@dataclass(frozen=True)
class Introduction:
    """A name and the abbreviation that stands for it, as word spans."""

    start: int
    end: int
    abbreviation: int  # word of the abbreviation


def introductions(words: Words) -> Iterator[Introduction]:
    """Names of bodies followed by their abbreviation in brackets."""
    for found in _introduced(words):
        if words.texts[found.end - 1] not in NOT_BODIES and words.texts[found.start] not in OFFICES:
            yield found


def abbreviated_things(words: Words) -> frozenset[str]:
    """Abbreviations that stand for no body: those of currencies and papers, and what a text introduces for a law or plan."""
    things = (one for one in _introduced(words) if words.texts[one.end - 1] in NOT_BODIES)
    return NOT_NAMES | {words.texts[one.abbreviation] for one in things}


def _introduced(words: Words) -> Iterator[Introduction]:
    for index in range(1, len(words) - 2):
        if words.texts[index] == "(" and words.texts[index + 2] == ")" and _is_abbreviation(words.texts[index + 1]):
            start = _name_start(words, index, words.texts[index + 1])
            if start is not None:
                yield Introduction(start, index, index + 1)


def _is_abbreviation(word: str) -> bool:
    return word not in NOT_NAMES and ABBREVIATION.fullmatch(word) is not None


def _name_start(words: Words, end: int, abbreviation: str) -> int | None:
    """First word of the shortest capitalised name before ``end`` whose initials give the abbreviation."""
    letters = [letter for letter in abbreviation.upper() if letter.isalpha()]
    for start in range(end - 2, max(end - LONGEST, -1), -1):
        word = words.texts[start]
        if not words.is_together(start, end) or not (
            is_capitalised(word) or word in LOWER_LINKS or word in {"-", ",", "'s"}
        ):
            return None
        if (
            is_capitalised(word)
            and word not in FUNCTION_WORDS
            and word[0].upper() == letters[0]
            and _spells(words, start, end, letters)
        ):
            return start
    return None


def _spells(words: Words, start: int, end: int, letters: list[str]) -> bool:
    """Whether the letters occur in order as initials, with at most one of them found inside a word."""
    initials = [words.texts[index][0].upper() for index in range(start, end) if words.texts[index][0].isalpha()]
    position = 0
    for initial in initials:
        if position < len(letters) and initial == letters[position]:
            position += 1
    return position == len(letters) >= 2
