"""Words of a line and what kinds of words they are."""

import re
from dataclasses import dataclass

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
ENDS_PROSE = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
MIN_PROSE_WORDS = 8
MIN_PROSE_SHARE = 0.15  # of function words; headlines and lists of names have fewer

_FUNCTION = (
    "the of and to in that is was for on with as by at from his her their they it its be are were has have had not this "
    "which who will would said but an or an he she we after between also been during a could there"
)
FUNCTION_WORDS = frozenset(_FUNCTION.split())
_REPORTING = (
    "said says told met is are was were has have had will would added announced called urged agreed held visited asked "
    "noted expressed stressed discussed signed thanked arrived received according"
)
REPORTING_WORDS = frozenset(_REPORTING.split())
_PAGE = (  # words that a page speaks to its reader with
    "you your yours our us click share read subscribe follow sign join comment comments more download watch listen print "
    "email newsletter newsletters please here view copy link login log register donate support cookies app alerts inbox "
    "contact advertise terms privacy policy rights reserved all menu search home next previous"
)
PAGE_WORDS = frozenset(_PAGE.split())
_LIST = (  # they open a list of other stories, of tags, of buttons
    "share related read also more tags comments comment subscribe advertisement previous next most latest"
)
LIST_WORDS = frozenset(_LIST.split())


@dataclass(frozen=True)
class Words:
    """A line taken apart once for all questions asked of it."""

    text: str
    words: tuple[str, ...]
    lower: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many words there are."""
        return len(self.words)

    @property
    def function_share(self) -> float:
        """Share of function words."""
        return self.share_of(FUNCTION_WORDS)

    @property
    def is_prose(self) -> bool:
        """Whether the line is a sentence or more of running text."""
        is_long = self.count >= MIN_PROSE_WORDS and ENDS_PROSE.search(self.text[-20:]) is not None
        return is_long and self.function_share >= MIN_PROSE_SHARE

    @property
    def content(self) -> frozenset[str]:
        """Words long enough to carry a topic."""
        return frozenset(word for word in self.lower if len(word) > 3)

    @property
    def capitalised(self) -> frozenset[str]:
        """Capitalised words long enough to be names, in lower case."""
        return frozenset(word.lower() for word in self.words if word[0].isupper() and len(word) > 3)

    def has(self, lexicon: frozenset[str]) -> bool:
        """Whether any word is of a lexicon."""
        return any(word in lexicon for word in self.lower)

    def share_of(self, lexicon: frozenset[str]) -> float:
        """Share of the words that are of a lexicon."""
        return sum(word in lexicon for word in self.lower) / max(self.count, 1)


def words_of(text: str) -> Words:
    """Words of a line."""
    words = tuple(WORD.findall(text))
    return Words(text, words, tuple(word.lower() for word in words))
