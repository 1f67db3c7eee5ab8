"""Places known by the words around them: "<Name> Airport", "in <Name>", "<Name> Province"."""

from collections.abc import Iterator

from assets.entities.names.gazetteer import Entry, Match
from assets.entities.names.names import given_names
from assets.entities.names.vocabulary import FUNCTION_WORDS, NOT_NAMES, is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

FACILITIES = word_set(
    "Palace Airport Airfield Embassy Consulate Hall Square Stadium Hotel Castle Cathedral Mosque Church "
    "Basilica Bridge Residence Monument Memorial Museum Theatre Theater Residency Mansion Shrine Cemetery "
    "Complex Prison Barracks Avenue Boulevard Street Refinery Pipeline Terminal Gate Tower Plaza Station "
    "Auditorium"
)
REGIONS = word_set("Province Oblast Prefecture Governorate County Region District Krai Voivodeship Canton")
WATERS = word_set("Sea Ocean Bay Strait Straits River Island Islands Peninsula Desert Valley Mountains Canal Basin")
OF_HEADS = word_set("Gulf Strait Straits Bay Cape Sea Isle Port")
BEFORE_NAMES = word_set("Lake Mount Cape Fort")
PLACE_PREPOSITIONS = word_set("in at near from to outside around towards toward via into")
LONGEST = 6


def in_place_context(words: Words, start: int, end: int) -> bool:
    """Whether the surroundings say that a name is a place: "in Nice", "Santiago, Chile", "the city of Split"."""
    before, after = words.at(start - 1), words.at(end)
    if is_capitalised(after) and words.is_together(start, end) and after not in FACILITIES:
        return False  # "in Houston Stewart's book"
    if before == "of" and words.at(start - 2).lower() in {"city", "town", "port", "capital", "province", "state"}:
        return True
    if before in PLACE_PREPOSITIONS:
        return words.at(start - 2).lower() != "according"
    return words.starts_sentence(start) and after == "," and _is_dateline(words, end)


def is_surname(words: Words, start: int, end: int) -> bool:
    """Whether a given name right before makes the place a surname: "John Bolton", "Michael Jordan"."""
    before = words.at(start - 1)
    is_name = before in given_names() or (len(before) == 2 and before[0].isupper() and before[1] == ".")
    return end - start == 1 and is_name and words.is_together(start - 1, start)


def follows_name(words: Words, start: int, end: int) -> bool:
    """Whether a capitalised word right before makes the place part of a name: "Ali Bagheri Kani"."""
    before = words.at(start - 1)
    is_name = is_capitalised(before) and not before.isupper() and before not in NOT_NAMES
    return end - start == 1 and is_name and words.is_together(start - 1, start) and not words.in_headline(start)


def _is_dateline(words: Words, end: int) -> bool:
    """Whether a date or a dash stands near: "SANTIAGO, July 3 (Xinhua) --"."""
    return any(words.at(index) in {"--", "—", "–"} for index in range(end, end + 10))


def patterned_places(words: Words) -> Iterator[Match]:
    """Places named by their kind."""
    for index, word in enumerate(words.texts):
        if words.in_headline(index):
            continue
        if word in FACILITIES or word in WATERS or word in REGIONS:
            start = _start_before(words, index)
            if start < index:
                yield _match(words, start, index + 1, word)
        if word in OF_HEADS and words.at(index + 1) == "of" and is_capitalised(words.at(index + 2)):
            yield _match(words, index, _end_after(words, index + 2), word)
        if word in BEFORE_NAMES and is_capitalised(words.at(index + 1)) and words.is_together(index, index + 1):
            yield _match(words, index, index + 2, word)


def _match(words: Words, start: int, end: int, kind: str) -> Match:
    label = "FAC" if kind in FACILITIES else "GPE" if kind in REGIONS else "LOC"
    return Match(start, end, Entry(words.text(start, end), label, None, 0.75))


def _start_before(words: Words, index: int) -> int:
    """First of the capitalised words that lead up to ``index``."""
    start = index
    while index - start < LONGEST and words.is_together(start - 1, index) and _continues(words, start - 1):
        start -= 1
    while start < index and (words.at(start) in {"-", "'s", "&"} or words.at(start) in FUNCTION_WORDS):
        start += 1
    return start


def _continues(words: Words, index: int) -> bool:
    word = words.at(index)
    if word == "-":
        return words.glued[index] and words.glued[index - 1]
    return is_capitalised(word) and word not in FUNCTION_WORDS


def _end_after(words: Words, index: int) -> int:
    end = index + 1
    while words.is_together(index, end) and is_capitalised(words.at(end)) and end - index < LONGEST:
        end += 1
    return end
