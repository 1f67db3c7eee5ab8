"""Whether one text is a copy of another, judged on the two bodies.

Two calls of one minister are told in the same words of his office and differ in whom he called; a copy may share hardly
a phrase and yet names the same people and numbers throughout. So names and numbers decide, wording supports.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from assets.documents.signature import content_words, neighbours

RUN_WORDS = 6  # content words in a row, about a dozen words: who shares them has copied
MIN_LENGTH_SHARE = 0.2  # an alert is no copy of the long report that opens with its sentence
MIN_NAMES_KEPT = 0.8  # names and numbers of the shorter text that the longer one has
MIN_RUNS_KEPT = 0.8  # pasted: this share of the shorter text lies in runs of the longer one
MIN_RUNS_KEPT_LATER = 0.9  # an order amended after weeks keeps eight parts in ten of its old text
MIN_NAMES_REWORDED = 0.88  # reworded: calls with two neighbours on one day agree in more than eight names of ten
MIN_PAIRS_KEPT = 0.25  # reworded: fewer common neighbours, and another hand wrote it
MIN_OTHER_NAMES = 0.6  # reworded: names of the longer text in the shorter one
WORDS_OF_SHORT, WORDS_OF_LONG = 60, 150  # content words: between them the share below falls
COMMON_OF_SHORT, COMMON_OF_LONG = 0.75, 0.6  # reworded: share of words common to both, of either text
MAX_REPLACED = 0.03  # names and numbers that stand in the place of others, of those of the shorter text
WEEKDAYS = frozenset({"monda", "tuesd", "wedne", "thurs", "frida", "satur", "sunda"})  # first letters, as below
MONTHS = frozenset(
    {"janua", "febru", "march", "april", "may", "june", "july", "augus", "septe", "octob", "novem", "decem"}
)
SPELLING_CHARS = 3  # "Mahrouqi" and "Mahruqi" are spellings of one name
SAME_NEWS = dt.timedelta(days=2)  # later, an office writes in the same words about something else
# "told Reuters" becomes "told AFP": the first letters of agencies, which stand in each other's places in copies
AGENCIES = frozenset(
    {"aa", "afp", "anado", "ani", "ansa", "ap", "dpa", "efe", "ians", "inter", "irna", "kyodo", "pti", "reute", "spa",
     "tass", "upi", "wam", "xinhu", "yonha"}
)  # fmt: skip


@dataclass(frozen=True)
class Text:
    """A body as copies are compared."""

    published_on: dt.date | None
    stems: tuple[str, ...]
    words: frozenset[str]
    pairs: frozenset[str]
    specifics: frozenset[str]
    slots: dict[tuple[str, str, str], str | None] = field(repr=False)  # name or number between two given words

    @classmethod
    def of(cls, body: str, published_on: dt.date | None) -> "Text":
        """The text of a document."""
        read = content_words(body)
        return cls(
            published_on,
            read.stems,
            frozenset(read.stems),
            frozenset(neighbours(read.stems)),
            frozenset(read.specifics),
            _slots(read.stems, read.is_specific),
        )


def is_copy(one: Text, other: Text) -> bool:
    """Whether two texts are copies of one another; the order of the two does not matter."""
    short, long = sorted((one, other), key=lambda text: (len(text.stems), text.stems))
    if short.stems == long.stems or len(short.stems) < max(MIN_LENGTH_SHARE * len(long.stems), 1):
        return short.stems == long.stems != ()
    if _share(short.specifics, long.words) < MIN_NAMES_KEPT or _is_replaced(short, long):
        return False
    pasted = _run_share(short.stems, long.stems)
    if not _is_same_news(short, long):
        return pasted >= MIN_RUNS_KEPT_LATER
    return pasted >= MIN_RUNS_KEPT or _is_reworded(short, long)


def _is_reworded(short: Text, long: Text) -> bool:
    common = min(_share(short.words, long.words), _share(long.words, short.words))
    return (
        common >= _needed_common(len(short.stems))
        and _share(short.pairs, long.pairs) >= MIN_PAIRS_KEPT
        and _share(short.specifics, long.words) >= MIN_NAMES_REWORDED
        and _share(long.specifics, short.words) >= MIN_OTHER_NAMES
    )


def _needed_common(length: int) -> float:
    """In few words two calls of one office can agree by chance."""
    part = (length - WORDS_OF_SHORT) / (WORDS_OF_LONG - WORDS_OF_SHORT)
    return COMMON_OF_SHORT + (COMMON_OF_LONG - COMMON_OF_SHORT) * min(max(part, 0.0), 1.0)


def _is_same_news(one: Text, other: Text) -> bool:
    if one.published_on is None or other.published_on is None:
        return True
    return abs(one.published_on - other.published_on) <= SAME_NEWS


def _is_replaced(short: Text, long: Text) -> bool:
    """Whether the texts have names or numbers in each other's places: another counterpart, day or sum."""
    allowed = MAX_REPLACED * len(short.specifics) if _is_same_news(short, long) else 0
    return len(set(_replaced(short, long))) > allowed


def _replaced(short: Text, long: Text) -> Iterator[str]:
    for place, name in short.slots.items():
        other = long.slots.get(place)
        if name and other and name not in long.words and other not in short.words and not _is_same_name(name, other):
            yield name


def _is_same_name(name: str, other: str) -> bool:
    if name in AGENCIES and other in AGENCIES:
        return True
    if len(WEEKDAYS & {name, other}) == 1 and all(one in WEEKDAYS or _is_of_date(one) for one in (name, other)):
        return True  # "On Saturday" in a paper's copy for the office's "On July 21"
    return name[:SPELLING_CHARS] == other[:SPELLING_CHARS] and not name[0].isdigit()


def _is_of_date(stem: str) -> bool:
    return stem in MONTHS or stem[0].isdigit()


def _slots(stems: tuple[str, ...], specific: tuple[bool, ...]) -> dict[tuple[str, str, str], str | None]:
    """Name or number by its surroundings; None where the same surroundings hold several."""
    slots: dict[tuple[str, str, str], str | None] = {}
    padded = ("", "", *stems, "", "")
    for position, stem in enumerate(stems, start=2):
        if specific[position - 2]:
            for place in (
                ("before", padded[position - 2], padded[position - 1]),
                ("after", padded[position + 1], padded[position + 2]),
                ("around", padded[position - 1], padded[position + 1]),
            ):
                slots[place] = None if slots.get(place, stem) != stem else stem
    return slots


def _run_share(short: tuple[str, ...], long: tuple[str, ...]) -> float:
    """Share of the shorter text's runs that the longer one has."""
    length = min(RUN_WORDS, len(short))
    runs = {short[start : start + length] for start in range(len(short) - length + 1)}
    others = {long[start : start + length] for start in range(len(long) - length + 1)}
    return len(runs & others) / len(runs)


def _share(part: frozenset[str], whole: frozenset[str]) -> float:
    return len(part & whole) / len(part) if part else 1.0
