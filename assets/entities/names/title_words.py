"""The lexicon of titles: what "minister of foreign affairs" and "FM" are called in one word list."""

from dataclasses import dataclass
from functools import cache

from assets.entities.names.gazetteer import alternatives
from assets.entities.word_sets import word_set
from warehouse.reference import reference

# Words that end a title and begin no name of an organization.
PERSONAL = word_set(
    "president presidents minister ministers ambassador ambassadors secretary senator governor chancellor "
    "premier king queen prince princess emir sultan pope sheikh mr mrs ms mr. mrs. ms. dr dr. gen. col. lt. "
    "capt. director spokesperson spokesman spokeswoman chairman chairwoman chairperson chief envoy leader "
    "deputy undersecretary commander adviser advisor representative commissioner mayor judge justice "
    "professor prof. congressman congresswoman speaker consul counselor fm"
) - {"general", "vice", "justice", "chief", "deputy"}
# One-word titles that are common words: a name of two words must follow.
WEAK = word_set(
    "head chief leader director coordinator expert founder aide adviser advisor deputy father chair major "
    "captain commander general doctor scholar reporter anchor activist lawyer attorney editor negotiator "
    "mediator facilitator fm pm mp vp lieutenant justice marshal premier prince secretary minister mayor "
    "speaker brigadier judge official officials cs"
) - {"minister", "secretary", "premier", "general", "judge", "mayor", "speaker", "prince"}
# What stands between a title and a name: "Foreign Minister Dr. X"
HONORIFICS = word_set(
    "sheikh sheikha sir dame lord lady gen dr shri smt mr mrs ms h.e h.h prof sayyid hon amb dato datuk tan seri "
    "cde engr alh alhaji maj brig lt col adm maulana seyyed baroness hon'ble excellency u utama engr eng rev"
) - {"u", "eng", "seri", "tan", "utama", "seyyed"}
# Ranks and dignities that follow an office: "Saudi Foreign Minister Prince Faisal".
RANKS = frozenset(
    {"general", "admiral", "colonel", "captain", "prince", "sheikh", "senator", "ambassador", "bishop", "professor"}
)


@dataclass(frozen=True)
class Title:
    """A kind of office, as roles.csv has it."""

    name: str
    portfolio: str | None
    country_id: str | None  # country the title alone tells: "Secretary of State" is of the USA


@cache
def titles() -> dict[str, tuple[tuple[tuple[str, ...], Title], ...]]:
    """Titles by the first word of their patterns, in lower case, the longest pattern first."""
    found: dict[str, list[tuple[tuple[str, ...], Title]]] = {}
    for row in reference("roles").iter_rows(named=True):
        title = Title(row["title"], row["portfolio"], row["country_id"])
        for pattern in alternatives(row["patterns"]):
            words = _words(pattern)
            found.setdefault(words[0], []).append((words, title))
            plural = _plural(words)
            found.setdefault(plural[0], []).append((plural, title))
    return {first: tuple(sorted(patterns, key=lambda pattern: -len(pattern[0]))) for first, patterns in found.items()}


@cache
def title_words() -> frozenset[str]:
    """Words that name a person's office, in lower case."""
    return frozenset(PERSONAL)


def _words(pattern: str) -> tuple[str, ...]:
    """Words of a pattern as the tokenizer splits them."""
    spaced = pattern.replace("-", " - ").replace(",", " ,").replace("'s", " 's").replace("’s", " 's")
    return tuple(spaced.lower().split())


def _plural(words: tuple[str, ...]) -> tuple[str, ...]:
    """The pattern with its head in the plural: "ministers of defence", "foreign ministers"."""
    head = next(
        (index for index, word in enumerate(words) if word in {"of", "for", "to", "in", "and", "-", ","}), len(words)
    )
    at = max(head - 1, 0)
    head_word = words[at]
    plural = (
        head_word[:-1] + "ies"
        if head_word.endswith("ry")
        else head_word[:-3] + "men"
        if head_word.endswith("man")
        else head_word + "s"
    )
    return (*words[:at], plural, *words[at + 1 :])
