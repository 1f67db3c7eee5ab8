"""The triggers of acts in seeds/reference/event_lexicon.csv, compiled once into a spaCy matcher.

Acts are what one side does to another: everything but meetings and visits, which ``event_lexicon`` matches. The patterns
are written alike: ``a|b`` is either word; ``<accuse>`` any form of a verb (``<arrest|detain>`` of either); ``*`` up to
four words that are no verbs; ``?`` after a word makes it optional.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from assets.entities.events.event_lexicon import ACTS, Frame, Match, Trigger, forms_of, triggers
from assets.entities.sentences.token_lists import token_lists
from warehouse.tables.entities import PloverType

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

GAP = "{0,7}"
REACH = 20  # tokens of the longest pattern with its gaps
VERBS = ["VERB", "AUX"]
BREAKS = [
    "after",
    "before",
    "during",
    "following",
    "amid",
    "until",
    "despite",
    "because",
]  # "called off after talks with"
MARKS = [",", ".", ":", "``", "''", "-LRB-", "-RRB-"]  # a hyphen is none: "its long-threatened invasion"
NOT_VERBS = ["NOUN", "PROPN", "ADP", "ADJ"]  # "their demands", "a united front"
# a noun by its tag or by its part of speech: the model may doubt one of "its invasion of"
NOUNS = ({"TAG": {"IN": ["NN", "NNS", "NNP", "NNPS"]}}, {"POS": {"IN": ["NOUN", "PROPN"]}})
HYPHENATED = re.compile(r"[a-z]+-[a-z]+")
TokenPattern = dict[str, object]


@lru_cache(maxsize=1)
def acts_of(doc: "Doc") -> Mapping[int, list[Match]]:
    """Matches of a document by the number of their first token; of two from one token the longer, then surer comes first."""
    by_word, lower = _matchers(doc.vocab), token_lists(doc).lower
    found: dict[int, list[Match]] = {}
    for start, word in enumerate(lower):
        if word in by_word:
            matcher, known = by_word[word]
            stops = ((key, end) for key, first, end in matcher(doc[start : start + REACH]) if first == 0)
            matches = [Match(known[key], start, start + end) for key, end in stops]
            if matches:
                found[start] = sorted(matches, key=lambda match: (-match.end, -match.trigger.confidence))
    return found


@lru_cache(maxsize=2)
def _matchers(vocab: "Vocab") -> dict[str, tuple["Matcher", dict[int, Trigger]]]:
    """A matcher for every word with which a pattern begins: hundreds of patterns at every token would be slow."""
    from spacy.matcher import Matcher

    made: dict[str, tuple[Matcher, dict[int, Trigger]]] = {}
    for number, trigger in enumerate(trigger for trigger in triggers() if trigger.frame in ACTS):
        patterns = token_patterns(trigger.pattern, trigger.frame)
        name = f"{trigger.frame} {number}"
        for word in first_words(trigger.pattern):
            matcher, known = made.setdefault(word, (Matcher(vocab), {}))
            matcher.add(name, patterns, greedy="LONGEST")
            known[vocab.strings.add(name)] = trigger
    return made


@cache
def words_of(plover_type: PloverType) -> frozenset[str]:
    """The lower-case words of all patterns that tell a type."""
    of_type = (trigger for trigger in triggers() if trigger.plover_type is plover_type)
    return frozenset().union(*(element.words for trigger in of_type for element in trigger.elements))


def first_words(pattern: str) -> frozenset[str]:
    """The lower-case words with which a pattern can begin."""
    words = _words(pattern.split(" ", maxsplit=1)[0])
    return words | {word.split("-")[0] for word in words}


def _words(word: str) -> frozenset[str]:
    bases = frozenset(word.strip("<>").split("|"))
    return forms_of(bases) if word.startswith("<") else bases


def token_patterns(pattern: str, frame: Frame) -> list[list[TokenPattern]]:
    """A row's pattern in the words of spaCy's matcher, in each way that it may be written."""
    ways = product(*(_ways(word) for word in pattern.split(" ")))
    written = [[token for tokens in way for token in tokens] for way in ways]
    if frame is Frame.ACT_NOUN:
        return [[parts[0] | noun, *parts[1:]] for parts in written for noun in NOUNS]
    return written


def _ways(word: str) -> list[list[TokenPattern]]:
    """How a word of a pattern may be written: "cease-fire" are three tokens."""
    ways: list[list[TokenPattern]] = [[_token_pattern(word)]]
    for compound in filter(HYPHENATED.fullmatch, word.split("|")):
        one, other = compound.split("-")
        ways.append([{"LOWER": one}, {"LOWER": "-"}, {"LOWER": other}])
    return ways


def _token_pattern(word: str) -> TokenPattern:
    if word == "*":
        return {"POS": {"NOT_IN": VERBS}, "TAG": {"NOT_IN": MARKS}, "LOWER": {"NOT_IN": BREAKS}, "OP": GAP}
    is_optional, word = word.endswith("?"), word.removesuffix("?")
    made: TokenPattern = {"LOWER": {"IN": sorted(_words(word))}}
    if word.startswith("<"):
        made["POS"] = {"NOT_IN": NOT_VERBS}
    return made | ({"OP": "?"} if is_optional else {})
