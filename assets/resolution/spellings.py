"""Full names that may be one person's though they are written otherwise.

Transliterations ("Sherif El-Mansoury", "Sharif Al-Mansouri"), the surname first ("HIROSAWA Kenji"), parts joined or parted
("Shen Guo-liang"), the second surname left out ("Mercedes Olazábal Tirado"). Which of them are the same person, what is
known of them decides: see people.py.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from assets.resolution.names import PARTICLES

Name = tuple[str, ...]  # folded words
SOUNDS = (  # letters that transliterations write in more than one way
    ("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "j"), ("ck", "k"), ("kh", "h"),
    ("ph", "f"), ("gh", "g"), ("gue", "ge"), ("gui", "gi"), ("qu", "k"), ("q", "k"), ("w", "v"), ("x", "ks"),
    ("tz", "z"), ("ts", "z"),
)  # fmt: skip
HARD_C = re.compile(r"c(?!h)")
REPEATED = re.compile(r"(.)\1+")
VOWELS = re.compile(r"[aeiouy]+")
LEAST_LETTERS = 8  # of names that are the same when all their parts are joined
LEAST_CONSONANTS = 4
LEAST_ALIKE, VERY_ALIKE = 0.85, 0.93  # similarity of each part of a transliterated name
LARGEST_BLOCK = 200  # names compared with each other; more than so many have nothing in common but a fashion


class Likeness(IntEnum):
    """How two names are alike, the surer the higher."""

    SHORTENED = 1
    SOUNDING = 2
    NEARLY_SAME = 3  # but for a letter or two
    SAME_LETTERS = 4


def alike(names: Iterable[Name]) -> Iterator[tuple[Name, Name, Likeness]]:
    """Pairs of names, as folded words, that may be one person's; the first of a pair is the shorter, or sorts first.

    Names are compared within blocks only, so that the work grows with their number.
    """
    ordered = sorted({name for name in names if len(name) > 1})
    found: dict[tuple[Name, Name], Likeness] = {}
    for likeness, key, is_alike in (
        (Likeness.SAME_LETTERS, _letters, _always),
        (Likeness.SAME_LETTERS, _parts, _always),
        (Likeness.NEARLY_SAME, _sounds, _is_nearly_same),
        (Likeness.SOUNDING, _sounds, _sounds_alike),
        (Likeness.SHORTENED, _opening, _is_shortened),
    ):
        for one, other in _within(ordered, key):
            if is_alike(one, other):
                found.setdefault((one, other), likeness)
    yield from ((one, other, likeness) for (one, other), likeness in sorted(found.items()))


def _within(names: Iterable[Name], key: Callable[[Name], str]) -> Iterator[tuple[Name, Name]]:
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if shared := key(name):
            blocks[shared].append(name)
    for block in blocks.values():
        for one, other in combinations(block[:LARGEST_BLOCK], 2):
            yield (one, other) if len(one) <= len(other) else (other, one)


def _letters(name: Name) -> str:
    joined = "".join(name)
    return joined if len(joined) >= LEAST_LETTERS else ""


def _parts(name: Name) -> str:
    return " ".join(sorted(name)) if sum(map(len, name)) >= LEAST_LETTERS else ""


def _sounds(name: Name) -> str:
    sounds = [sound_of(word) for word in _without_particles(name)]
    return " ".join(sounds) if len(sounds) > 1 and sum(map(len, sounds)) >= LEAST_CONSONANTS else ""


def _opening(name: Name) -> str:
    return " ".join(name[:2])


def sound_of(word: str) -> str:
    """The consonants of a folded word as most transliterations agree on them; an opening vowel counts as one."""
    for written, sound in SOUNDS:
        word = word.replace(written, sound)
    word = REPEATED.sub(r"\1", HARD_C.sub("k", word))
    return ("*" if word[:1] in "aeiouy" else "") + VOWELS.sub("", word)


def _without_particles(name: Name) -> list[str]:
    return [word for word in name if word not in PARTICLES]


def _always(one: Name, other: Name) -> bool:
    return one != other


def _sounds_alike(one: Name, other: Name, least: float = LEAST_ALIKE) -> bool:
    words = zip(_without_particles(one), _without_particles(other), strict=True)
    return all(JaroWinkler.similarity(word, like) >= least for word, like in words)


def _is_nearly_same(one: Name, other: Name) -> bool:
    return _sounds_alike(one, other, VERY_ALIKE)


def _is_shortened(one: Name, other: Name) -> bool:
    return len(one) < len(other) and other[: len(one)] == one
