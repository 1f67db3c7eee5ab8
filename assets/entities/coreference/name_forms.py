"""Forms of a personal name: whether "Lopez", "A. López" and "Andres Lopez Obrador" can be one person."""

import re
from functools import cache, lru_cache

from assets.entities.names.names import PATRONYMICS, given_names, name_key
from assets.entities.word_sets import word_set
from warehouse.reference import reference

Form = tuple[str, ...]  # words of a name, in lower case, without accents

# How one sound is written in several ways when it is carried over into Latin letters.
SPELLINGS = (
    ("tch", "c"),
    ("sch", "s"),
    ("kh", "h"),
    ("gh", "g"),
    ("zh", "j"),
    ("ch", "c"),
    ("ph", "f"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ei", "i"),
    ("ey", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("ck", "k"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
    ("gu", "g"),
    ("dj", "j"),
)
REPEATED = re.compile(r"(.)\1+")
VOWELS = re.compile(r"(?<=.)[aeiou]")
LIKE_VOWELS = ({"a", "e"}, {"a", "u"}, {"e", "i"}, {"o", "u"})
LEAST_SKELETON = 3  # consonants that tell a name: "Behruz" is "Behrouz", "Mori" is not "Mara"
LEAST_TYPO = 6  # letters of a word in which one may be wrong: "Arizmedi"
REMEMBERED = 4096  # words of a few documents
PARTICLE_KEYS = word_set("de del la las los van von der den bin bint ibn ben al el da dos do di du e y")


def form_of(name: str) -> Form:
    """The words of a name for comparing, initials without their stops: "A. López" is ("a", "lopez")."""
    words = (word.strip(".,").replace("-", "") for word in name_key(name.replace("’", "'").removesuffix("'s")))
    return tuple(word for word in words if word)


def can_be(short: Form, full: Form) -> bool:
    """Whether a name can stand for the bearer of a fuller one, or of one as long, spelled in another way."""
    if not short or len(short) > len(full):
        return False
    if short == full or (len(full) == 2 and short == full[::-1]):  # "Kishida Fumio" is Fumio Kishida
        return True
    if len(short) == 1:
        return _is_part(short[0], full)
    if len(short) == len(full) > 1 and sum(one != other for one, other in zip(short, full, strict=True)) > 1:
        words = zip(short[1:], full[1:], strict=True)
        return _is_same_given(short[0], full[0]) and all(_is_same_sound(*pair) or _is_given(*pair) for pair in words)
    return _stands_in(short, full)


def _is_part(word: str, full: Form) -> bool:
    """Whether a lone word is one of the words of a name; a misspelled one must be long."""
    return any(len(word) > 1 and word not in PARTICLE_KEYS and _is_word(word, other) for other in full)


def _stands_in(short: Form, full: Form) -> bool:
    """Whether the words of a short name follow one another in the full one, the given one perhaps shortened."""
    at, is_sure = 0, False
    for number, word in enumerate(short):
        fits = _is_word if number or at else _is_same_given
        while at < len(full) and not (fits(word, full[at]) or (number == 0 and _is_given(word, full[at]))):
            fits = _is_word
            at += 1
        if at == len(full) or (number == 0 < at and len(short) > 1 and full[at - 1] in PATRONYMICS):
            return False  # of "Omar bin Saleh al-Basri" Saleh al-Basri is the father
        is_sure = is_sure or (len(word) > 1 and word not in PARTICLE_KEYS)
        at += 1
    return is_sure


def _is_same_given(word: str, other: str) -> bool:
    """Whether two spellings are of one given name: "Mohamed" and "Muhammad", not "Armando" and "Armindo"."""
    if word == other or _is_given(word, other):
        return True
    if _is_same_sound(word, other):
        return _have_like_vowels(word, other)
    return is_typo(word, other) and (len(word) != len(other) or sorted(word) == sorted(other))


def _have_like_vowels(word: str, other: str) -> bool:
    """Whether two spellings differ in no vowels but those that are taken for each other: "Khalid", "Khaled"."""
    one, two = (VOWELS.findall(REPEATED.sub(r"\1", _as_sounds(name))) for name in (word, other))
    pairs = zip(one, two, strict=False)
    return len(one) == len(two) and all(vowel == like or {vowel, like} in LIKE_VOWELS for vowel, like in pairs)


def _is_given(word: str, full: str) -> bool:
    """Whether a word is the initial or a pet name of a given name: "J" and "Joe" of "Joseph"."""
    if len(word) == 1 or len(full) == 1:
        return word[0] == full[0]
    return _nicknames().get(word, word) == _nicknames().get(full, full)


@cache
def _nicknames() -> dict[str, str]:
    return dict(reference("nicknames").iter_rows())


def _is_word(word: str, other: str) -> bool:
    return word == other or _is_same_sound(word, other) or is_typo(word, other)


def _is_same_sound(word: str, other: str) -> bool:
    """Whether two spellings are of one name: "Cherniakov" and "Chernyakov", not "Mario" and "María"."""
    if word == other:
        return True
    if min(len(word), len(other)) < LEAST_SKELETON + 1 or _are_two_names(word, other):
        return False
    return len(skeleton(word)) >= LEAST_SKELETON and skeleton(word) == skeleton(other) and _vowel_ends(word, other)


def _vowel_ends(word: str, other: str) -> bool:
    """Whether both end alike: the "-a" of a wife's surname is a difference, that of "Lukashenka" is not."""
    return word.endswith("a") == other.endswith("a") or {word[-1], other[-1]} == {"a", "o"}


def _are_two_names(word: str, other: str) -> bool:
    """Whether both are known given names of their own."""
    is_known = word.capitalize() in given_names() and other.capitalize() in given_names()
    return is_known and {word[-1], other[-1]} & {"a", "o"} != set()


@lru_cache(maxsize=REMEMBERED)
def skeleton(word: str) -> str:
    """The consonants of a word as they sound, with its first letter."""
    return REPEATED.sub(r"\1", VOWELS.sub("", REPEATED.sub(r"\1", _as_sounds(word))))


def _as_sounds(word: str) -> str:
    for written, sound in SPELLINGS:
        word = word.replace(written, sound)
    return word


def is_typo(word: str, other: str) -> bool:
    """Whether one long word is the other with a letter wrong, left out or out of order; never "Petrova" of "Petrov"."""
    if min(len(word), len(other)) < LEAST_TYPO or word[0] != other[0] or _are_two_names(word, other):
        return False
    return _vowel_ends(word, other) and not deletions(word).isdisjoint(deletions(other)) and _is_near(word, other)


def _is_near(word: str, other: str) -> bool:
    """Whether two words that share a deletion differ by one letter, or by two that stand the wrong way round."""
    if abs(len(word) - len(other)) == 1:
        return True
    wrong = [at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two]
    is_turned = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and word[wrong[0]] == other[wrong[1]]
    return len(word) == len(other) and (len(wrong) == 1 or is_turned)


@lru_cache(maxsize=REMEMBERED)
def deletions(word: str) -> frozenset[str]:
    """The word, and the word without each of its letters."""
    return frozenset({word, *(word[:at] + word[at + 1 :] for at in range(len(word)))})


def keys_of(form: Form) -> frozenset[str]:
    """What two names share if one can stand for the other: nobody need compare every name with every other."""
    found: set[str] = set()
    for word in form:
        if word not in PARTICLE_KEYS and len(word) > 1:
            found |= {word, f"~{skeleton(word)}"}
            found |= deletions(word) if len(word) >= LEAST_TYPO else set()
    return frozenset(found)
