"""Styles of address: what stands between an office and a name, as in "President, His Excellency Dr. Sol"."""

from assets.entities.names.title_heads import head_at
from assets.entities.names.title_words import HONORIFICS, RANKS
from assets.entities.names.vocabulary import is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

DIGNITIES = word_set(
    "excellency majesty highness holiness eminence grace royal serene hon honourable honorable right rt most"
)
OWNERS = word_set("His Her Their The the")
SHORT = word_set("HE HH HM HRH")  # as capitals only: He Lifeng
EXCELLENCY = word_set("HE HH H.E H.H H.E. H.H.")
PAIRS = {"H": {"E", "H", "M"}, "Datuk": {"Seri", "Sri"}, "Dato": {"Seri", "Sri"}, "Tan": {"Sri"}}
RETIRED = word_set("rtd retd ret retired")
QUOTES = frozenset({"'", '"', "“"})


def after_styles(words: Words, start: int) -> int:
    """Where the name begins after "Sheikh", "Gen. (Rtd)", "the Most Hon.", "(COAS) General"."""
    if words.at(start) == "(" and words.at(start + 2) == ")" and words.at(start + 1).isupper():
        start += 3
    while (end := _style_end(words, start)) > start:
        start = end + (words.at(end) == ".")
    is_letter = words.at(start) in QUOTES and start + 1 < len(words) and words.glued[start]
    return start + (is_letter and is_capitalised(words.at(start + 1)))  # Prime Minister 'Aisake Eke


def is_retired(words: Words, at: int) -> bool:
    """Whether a bracket says that an officer has left the service: "General (Rtd.) Sol"."""
    return words.at(at) == "(" and words.at(at + 1).lower().rstrip(".") in RETIRED


def _style_end(words: Words, start: int) -> int:
    """Word after one style of address; ``start`` where none stands."""
    word = words.at(start)
    if is_retired(words, start):
        return next((at + 1 for at in (start + 2, start + 3) if words.at(at) == ")"), start)
    if word in OWNERS or word.lower().rstrip(".") in DIGNITIES:
        return _dignity_end(words, start)
    if not is_capitalised(word):
        return start
    if words.at(start + 1) in PAIRS.get(word.rstrip("'"), ()):  # "Prime Minister H E Ana Sol"
        return start + 2
    if word in SHORT or word == "Eng." or word.lower().rstrip(".") in HONORIFICS:
        return start + 1
    rank = head_at(words, start)
    return rank[0] if rank and rank[1].name in RANKS and not rank[2] else start


def _dignity_end(words: Words, start: int) -> int:
    """Word after "His Excellency", "the Rt. Hon", "Honourable"; ``start`` after a bare "the" or "his"."""
    end = first = start + (words.at(start) in OWNERS)
    while is_capitalised(words.at(end)) and words.at(end).lower().rstrip(".") in DIGNITIES:
        end += 1
        end += words.at(end) == "." and words.at(end + 1).lower() in DIGNITIES
    return end if end > first else start
