"""Full names that may be one person's though they are written otherwise.

Transliterations ("Sherif El-Mansoury", "Sharif Al-Mansouri"), the surname first ("HIROSAWA Kenji"), parts joined or parted
("Shen Guo-liang"), the second surname left out ("Mercedes Olazábal Tirado"). Which of them are the same person, what is
known of them decides: see people.py. The sounds are wider than those of names within one document
(coreference/name_forms.py), where nothing but the name speaks.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from enum import IntEnum
from itertools import combinations, islice, product

from rapidfuzz.distance import OSA, JaroWinkler

from assets.entities.names.names import PATRONYMICS
from assets.resolution.names import PARTICLES

Name = tuple[str, ...]  # folded words
SOUNDS = (  # letters that transliterations write in more than one way
    ("tch", "ch"), ("tsch", "ch"), ("sch", "sh"), ("dzh", "j"), ("dj", "j"), ("zh", "z"), ("gj", "g"), ("ck", "k"), ("kh", "h"),
    ("ph", "f"), ("gh", "g"), ("gue", "ge"), ("gui", "gi"), ("qu", "k"), ("q", "k"), ("w", "v"), ("x", "ks"),
    ("tz", "z"), ("ts", "z"),
)  # fmt: skip
# Letters that stand for two sounds: "Araghchi" and "Araqchi", "Ceyhun" and "Jeyhun", "Nacer" and "Nasser", "Lukachenko".
AMBIGUOUS = (
    (re.compile("(?<!t)ch"), ("ch", "sh")),
    (re.compile("gh"), ("g", "k")),
    (re.compile("c(?=[eiy])"), ("s", "z")),
    (re.compile(r"(?<=\w)x(?=\w)"), ("x", "h")),  # "Baxtiyor", of Bakhtiyor
)
MOST_READINGS = 8  # of a name
HARD_C = re.compile(r"c(?!h)")
SERVANT = re.compile(r"abd[aeiou]{1,2}l(?=\w{4})")  # "Abdulfattah", of "Abdel Fattah"
ARTICLE = re.compile(r"[ae]l(?=[^aeiouy]\w{4})")  # "Albusaidi"
REPEATED = re.compile(r"(.)\1+")
SILENT = re.compile(r"(?<=[aeiou])j(?![aeiou])")  # Ivajlo
VOWELS = re.compile(r"[aeiouy]+")
LEAST_LETTERS = 8  # of names that are the same when all their parts are joined
LEAST_MISSPELLED = 6  # letters of a word in which one may be wrong
LEAST_CONSONANTS, MANY_CONSONANTS = 4, 7
MOST_PARTS = 6  # of a name
TO_FATHER = 3  # words of "Mohammed bin Zayed"
LEAST_ALIKE, VERY_ALIKE = 0.85, 0.92  # similarity of each part of a transliterated name
LARGEST_BLOCK = 200  # names compared with each other; more than so many have nothing in common but a fashion


class Likeness(IntEnum):
    """How two names are alike, the surer the higher."""

    SHORTENED = 1  # parts left out at an end
    FAR = 2  # sounding the same, in far other vowels
    WITHOUT_MIDDLE = 3
    WITHOUT_FAMILY = 4  # the father's name still told
    SOUNDING = 5
    NEARLY_SAME = 6  # but for a letter or two
    SAME_LETTERS = 7


def alike(names: Iterable[Name]) -> Iterator[tuple[Name, Name, Likeness]]:
    """Pairs of names, as folded words, that may be one person's; the first of a pair is the shorter, or sorts first.

    Names are compared within blocks only, so that the work grows with their number.
    """
    ordered = sorted({name for name in names if len(name) > 1})
    found: dict[tuple[Name, Name], Likeness] = {}
    for likeness, keys, is_alike in (
        (Likeness.SAME_LETTERS, _letters, _always),
        (Likeness.NEARLY_SAME, _sounds, _is_nearly_same),
        (Likeness.SOUNDING, _sounds, _sounds_alike),
        (Likeness.SOUNDING, _letters_of_words, _is_transposed),
        (Likeness.FAR, _sounds, _is_long),
        (Likeness.FAR, _without_a_letter, _is_misspelled),
        (Likeness.WITHOUT_FAMILY, _pairs_of_sounds, _lacks_family),
        (Likeness.WITHOUT_MIDDLE, _pairs_of_sounds, _lacks_middle),
        (Likeness.SHORTENED, _pairs_of_sounds, _is_shortened),
    ):
        for one, other in _within(ordered, keys):
            if (one, other) not in found and is_alike(one, other) and not _is_of_wife(one, other):
                found[one, other] = likeness
    yield from ((one, other, likeness) for (one, other), likeness in sorted(found.items()))


def _within(names: Iterable[Name], keys: Callable[[Name], Iterable[str]]) -> Iterator[tuple[Name, Name]]:
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for key in keys(name):
            blocks[key].append(name)
    for block in blocks.values():
        for one, other in combinations(block[:LARGEST_BLOCK], 2):
            yield (one, other) if _size(one) <= _size(other) else (other, one)


def _size(name: Name) -> int:
    return len(_without_particles(name))


def _letters(name: Name) -> Iterator[str]:
    """The name without blanks, and its parts in the order of the alphabet, but where a father's stands among them."""
    if sum(map(len, name)) >= LEAST_LETTERS:
        yield "".join(name)
        if PATRONYMICS.isdisjoint(name):  # "Abdulaziz bin Salman" is a son of "Salman bin Abdulaziz"
            yield " ".join(sorted(name))


def _letters_of_words(name: Name) -> Iterator[str]:
    if sum(map(len, name)) >= LEAST_LETTERS:
        yield " ".join("".join(sorted(word)) for word in name)


def _without_a_letter(name: Name) -> Iterator[str]:
    """The name with each letter of a long word left out, and as it is."""
    yield " ".join(name)
    for at, word in enumerate(name):
        for letter in range(len(word) if len(word) >= LEAST_MISSPELLED else 0):
            yield " ".join((*name[:at], word[:letter] + word[letter + 1 :], *name[at + 1 :]))


def _sounds(name: Name) -> Iterator[str]:
    sounds = _sounds_of(name)
    if len(sounds) > 1 and sum(map(len, sounds)) >= LEAST_CONSONANTS:
        readings = product(*(sorted(_readings(word)) for word in _without_particles(name)))
        yield from {" ".join(reading) for reading in islice(readings, MOST_READINGS)}


def _pairs_of_sounds(name: Name) -> Iterator[str]:
    yield from {f"{one} {other}" for one, other in combinations(_sounds_of(name)[:MOST_PARTS], 2)}


def _sounds_of(name: Name) -> list[str]:
    return [sound_of(word) for word in _without_particles(name)]


def sound_of(word: str) -> str:
    """The consonants of a folded word as most transliterations agree on them; an opening vowel counts as one."""
    for written, sound in SOUNDS:
        word = word.replace(written, sound)
    word = REPEATED.sub(r"\1", HARD_C.sub("k", SILENT.sub("", word).replace("j", "z")))
    return ("*" if word[:1] in "aeiouy" else "") + VOWELS.sub("", word)


def _readings(word: str) -> set[str]:
    """The consonants of a word, where its letters stand for two sounds as either."""
    forms = {word}
    for letters, sounds in AMBIGUOUS:
        forms = {letters.sub(sound, form) for form in forms for sound in sounds}
    return {sound_of(form) for form in forms}


def _without_particles(name: Name) -> list[str]:
    """The words that tell names apart: "Abdulfattah el-Sisi" and "Abdel Fattah Al-Sisi" have the same."""
    words = [word for word in name if word not in PARTICLES]
    return [part for at, word in enumerate(words) for part in _parts(word if at == 0 else ARTICLE.sub("", word, 1))]


def _parts(word: str) -> list[str]:
    if word in {"abd", "abdel", "abdal", "abdoul"}:
        return ["abdul"]
    servant = SERVANT.match(word)
    return ["abdul", word[servant.end() :]] if servant else [word]


def _always(one: Name, other: Name) -> bool:
    return one != other


def _sounds_alike(one: Name, other: Name, least: float = LEAST_ALIKE) -> bool:
    words = zip(_without_particles(one), _without_particles(other), strict=True)
    return all(JaroWinkler.similarity(word, like) >= least for word, like in words)


def _is_nearly_same(one: Name, other: Name) -> bool:
    return _sounds_alike(one, other, VERY_ALIKE)


def _is_transposed(one: Name, other: Name) -> bool:
    """Whether two neighbouring letters within one part have changed places: "Dobreva", "Dorbeva"."""
    return len(one) == len(other) and sum(OSA.distance(word, like) for word, like in zip(one, other, strict=True)) == 1


def _is_misspelled(one: Name, other: Name) -> bool:
    """Whether one letter of one long word is wrong: "Rodríguez", "Rodriquez"."""
    pairs = [pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]]
    if len(one) != len(other) or len(pairs) != 1:
        return False
    word, like = pairs[0]
    is_long = min(len(word), len(like)) >= LEAST_MISSPELLED
    return is_long and OSA.distance(word, like) == 1


def _is_of_wife(one: Name, other: Name) -> bool:
    """Whether a part of one name is the feminine of the other's: "Petrova", of "Petrov"."""
    pairs = (sorted(pair, key=len) for pair in zip(one, other, strict=False))
    return len(one) == len(other) and any(long == f"{short}a" and short[-1] != "a" for short, long in pairs)


def _is_long(one: Name, _other: Name) -> bool:
    return sum(map(len, _sounds_of(one))) >= MANY_CONSONANTS


def _lacks_middle(one: Name, other: Name) -> bool:
    """Whether one name is the other's first and last part, and perhaps some between."""
    short, long = ((words[0], words[-1]) for words in (_without_particles(one), _without_particles(other)))
    return _is_shortened(one, other) and _sounds_of(short) == _sounds_of(long) and _sounds_alike(short, long)


def _lacks_family(one: Name, other: Name) -> bool:
    """Whether one name is the other's up to the father's: "Mohammed bin Zayed", of Mohammed bin Zayed Al Nahyan."""
    short, long = sorted((one, other), key=len)
    is_whole = len(short) == TO_FATHER and short[1] in PATRONYMICS and long[1] == short[1]
    return is_whole and _sounds_of(short) == _sounds_of(long)[: len(_sounds_of(short))] and len(short) < len(long)


def _is_shortened(one: Name, other: Name) -> bool:
    """Whether the parts of one name sound like some of the other's, in their order."""
    short, long = sorted((_sounds_of(one), _sounds_of(other)), key=len)
    remaining = iter(long)
    return 1 < len(short) < len(long) and all(sound in remaining for sound in short)
