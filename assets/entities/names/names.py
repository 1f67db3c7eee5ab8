"""Names of people: where a run of name words begins and ends, and whether it is a name at all."""

import re
from functools import cache

from assets.entities.names.accents import without_accents
from assets.entities.names.vocabulary import CAPITAL_PARTICLES, GENERATIONS, NOT_NAMES, PARTICLES, SURNAMES_TOO
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set
from warehouse.reference import reference

NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.])*")
INITIAL = re.compile(r"(?:[A-Z]\.)+|[A-Z]")
SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|ü))"
)
PINYIN = re.compile(rf"{SYLLABLE}{{1,3}}", re.IGNORECASE)
NO_SYLLABLE = word_set(
    "led based born style era who she he it and the a an as is was has with for in on at to of by from"
)
SYLLABLES_TOO = frozenset({"in", "an", "on", "he", "so"})  # "Moon Jae-in"
LONGEST_PINYIN = 12
VIETNAMESE_WORD = 7
KOREAN_WORD = 7
LONGEST = 7  # words of a name
# First names of a row that are English words: "He Lifeng" wherever it stands, "To Lam" and "Per Holm" after a title.
SHORT_SURNAMES = frozenset({"He", "To", "So", "An", "Do", "Per"})
MONTHS_TOO = frozenset({"Jan", "Jun", "June", "April", "August"})  # "Jan Lipavský", "Zhai Jun"
INITIALS = 2  # letters of "AK Abdul Karim"
LEARNED = frozenset({"Dr", "Dr.", "Mr", "Mr.", "Mrs", "Ms", "Prof"})
SHORTEST_CAPITALS = 3  # "KAMIKAWA Yoko"
ARTICLES = word_set("al el as ash ad an ar at az")  # of Arabic surnames
INSIDE = frozenset({"Sheikh"})  # "Hassan Sheikh Mohamud"


@cache
def given_names() -> frozenset[str]:
    """Known given names, with and without accents."""
    return _names("given")


@cache
def _names(kind: str) -> frozenset[str]:
    rows = reference("given_names").filter(kind=kind)["name"].to_list()
    return frozenset([*rows, *(without_accents(name) for name in rows)])


@cache
def is_woman_by_name() -> dict[str, bool]:
    """Given names that are women's or men's, not both, with whether they are women's; with and without accents."""
    rows = reference("given_names").filter(kind="given").drop_nulls("gender").select("name", "gender").iter_rows()
    return {form: gender == "f" for name, gender in rows for form in (name, without_accents(name))}


@cache
def eastern_surnames() -> dict[str, str]:
    """Surnames that come before the given name, with their culture."""
    rows = reference("given_names").filter(kind="surname").select("name", "culture").iter_rows()
    return {form: culture for name, culture in rows for form in (without_accents(name), name)}


def is_name_word(word: str) -> bool:
    """Whether the word can be part of a person's name."""
    word = word.removeprefix("ʻ")  # ʻAkilisi
    if not word[:1].isupper() or word in NOT_NAMES or word.capitalize() in NOT_NAMES:
        return False
    return NAME_WORD.fullmatch(word) is not None and (len(word) > 1 or word.isalpha())


def name_end(
    words: Words, start: int, stops: frozenset[int], may_be_capitals: bool = False, is_titled: bool = False
) -> int:
    """Word after the name that begins at ``start``; ``start`` itself when no name begins there.

    ``stops`` are words that belong to other entities. Words all in capitals are abbreviations unless
    ``may_be_capitals``. After a title ("General Secretary To Lam") a surname may be an English word.
    """
    end, last = start, start
    if _is_short_surname(words, start, stops, is_titled):
        end = last = start + 1
    elif is_titled and _has_article(words, start):
        end = last = start + 3
    while end - start < LONGEST and end < len(words) and words.is_together(start, end):
        step = _step(words, start, end, stops, may_be_capitals)
        if step == 0:
            break
        end += step
        last = end
    return last if (last > start and not INITIAL.fullmatch(words.texts[last - 1])) or last - start > 1 else start


def _has_article(words: Words, start: int) -> bool:
    """Whether a surname begins with its article in small letters: "President al-Assad"."""
    is_article = words.at(start) in ARTICLES and words.at(start + 1) == "-"
    return is_article and all(words.glued[start : start + 2]) and is_name_word(words.at(start + 2))


def _is_short_surname(words: Words, start: int, stops: frozenset[int], is_titled: bool) -> bool:
    given = words.at(start + 1)
    if words.at(start) not in SHORT_SURNAMES or start + 1 in stops or not is_name_word(given):
        return False
    return is_titled or (
        words.at(start) == "He" and not words.in_headline(start) and PINYIN.fullmatch(given) is not None
    )


def _step(words: Words, start: int, end: int, stops: frozenset[int], may_be_capitals: bool) -> int:
    """How many words go on with the name at ``end``: 0 when it stops."""
    word, is_first = words.texts[end], start == end
    if end in stops:
        return 0
    if not is_first and (word in {"-", ".", "'"} or (word.lower() in PARTICLES and not word.isupper())):
        return _joint(words, start, end, stops)
    if is_first and word in CAPITAL_PARTICLES:
        return int(is_name_word(words.at(end + 1)) or words.at(end + 1) == "-")
    if not is_first and (word in GENERATIONS or (word in SURNAMES_TOO and words.texts[start] in given_names())):
        return 1
    if word in MONTHS_TOO or word in INSIDE:
        return int(_is_name_too(words, start, end))
    return int(is_name_word(word) and (may_be_capitals or not _is_abbreviation(word) or _is_surname(words, start, end)))


def _is_name_too(words: Words, start: int, end: int) -> bool:
    """Whether a month or dignity is a name here, by the given name or surname beside it."""
    word = words.texts[end]
    if word in INSIDE or start == end:
        is_first = word not in INSIDE and word in given_names()
        return (is_first or (end > start and words.texts[start] in given_names())) and is_name_word(words.at(end + 1))
    return end == start + 1 and words.texts[start] in eastern_surnames()


def _is_surname(words: Words, start: int, end: int) -> bool:
    """Whether capitals set off a surname, or are initials: "KAMIKAWA Yoko", "Emmanuel MACRON"."""
    word, after = words.texts[end], words.at(end + 1)
    if start == end and len(word) == INITIALS and words.at(end - 1) in LEARNED:
        return word.isalpha() and is_name_word(after)  # "Dr AK Abdul Karim"
    if len(word) < SHORTEST_CAPITALS or not word.isalpha():
        return False
    if start == end:
        return after in given_names() and words.is_together(end, end + 1)
    return words.texts[end - 1] in given_names() and not words.texts[end - 1].isupper()


def _joint(words: Words, start: int, end: int, stops: frozenset[int]) -> int:
    """How many words a hyphen, the stop of an initial or a particle carries on with."""
    word = words.texts[end]
    if word == "-":
        is_inside = words.glued[end - 1] and words.glued[end]
        is_syllable = words.at(end + 1) in SYLLABLES_TOO and end - start > 1 and words.at(start) in eastern_surnames()
        return 2 if is_inside and (is_syllable or _can_follow_hyphen(words.at(end + 1))) else 0
    if word == "'":  # "Mohammed Shia' Al-Sudani"
        return int(
            words.glued[end - 1] and words.at(end + 1) in CAPITAL_PARTICLES | {"al", "el"} and not words.glued[end]
        )
    if word == ".":
        return int(INITIAL.fullmatch(words.at(end - 1)) is not None)
    return _particles(words, start, end, stops)


def _is_abbreviation(word: str) -> bool:
    return len(word) > 1 and word.isupper() and not INITIAL.fullmatch(word)


def _can_follow_hyphen(word: str) -> bool:
    return word[:1].isalpha() and (word[:1].isupper() or len(word) <= 6) and word not in NO_SYLLABLE


def _particles(words: Words, start: int, end: int, stops: frozenset[int]) -> int:
    """Particles and the name word after them: "de la Torre", "bin Salman", "al-Assad", "Ortega y Gasset"."""
    for count in (1, 2, 3):
        position = end + count
        word = words.at(position)
        if word == "-" and words.glued[position - 1]:
            return count + 2 if is_name_word(words.at(position + 1)) else 0
        if word.lower() not in PARTICLES or (is_name_word(word) and word not in CAPITAL_PARTICLES):
            is_name = is_name_word(word) and position not in stops and words.is_together(start, position)
            return count + 1 if (is_name and words.at(end) not in {"e", "y"}) or (is_name and end - start > 1) else 0
    return 0


def has_given_name(words: Words, start: int, end: int) -> bool:
    """Whether the run begins with a known given name and goes on."""
    return end - start > 1 and words.texts[start] in given_names() and words.at(start + 1) != "."


def is_eastern_name(words: Words, start: int, end: int) -> bool:
    """Whether the run is a surname-first name: "Wang Yi", "Kim Jong-un", "Pham Minh Chinh"."""
    culture = eastern_surnames().get(words.texts[start])
    rest = words.texts[start + 1 : end]
    if culture is None or not rest:
        return False
    if culture == "Vietnamese":
        return 1 <= len(rest) <= 3 and all(len(word) < VIETNAMESE_WORD for word in rest)
    if len(rest) == 3 and rest[1] == "-":
        return True
    if culture == "Korean" and len(rest) == 2:
        return all(word.isalpha() and len(word) < KOREAN_WORD for word in rest)
    return len(rest) == 1 and len(rest[0]) <= LONGEST_PINYIN and PINYIN.fullmatch(without_accents(rest[0])) is not None


def name_key(text: str) -> tuple[str, ...]:
    """The words of a name for comparing: lower case, without accents, brackets and the article "al-"."""
    folded = without_accents(text).lower().replace("(", "").replace(")", "").replace("'", "")
    return tuple(word.removeprefix("al-").removeprefix("el-") for word in folded.split() if word not in GENERATION_KEYS)


PATRONYMICS = frozenset({"bin", "ibn", "bint"})
GENERATION_KEYS = frozenset({"jr.", "jr", "sr.", "sr"})


def is_part_of(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the words of ``part`` stand in ``whole`` one after the other."""
    return any(whole[at : at + len(part)] == part and not _is_father(whole, at, len(part)) for at in range(len(whole)))


def parts_of(whole: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The runs of words of a name: every ``part`` that ``is_part_of`` finds in it."""
    count = len(whole)
    return {
        whole[start:end]
        for start in range(count)
        for end in range(start + 1, count + 1)
        if not _is_father(whole, start, end - start)
    }


def _is_father(whole: tuple[str, ...], start: int, count: int) -> bool:
    """Whether a part of a name is the father's: of "Omar bin Saleh bin Zaid" Saleh bin Zaid is another person."""
    return start > 0 and count > 1 and whole[start - 1] in PATRONYMICS
