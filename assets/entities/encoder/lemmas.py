"""How a lemma is made from its word: characters cut off the end, others added.

A rule is a mark, a number and what is added: ``l3y`` lower-cases "Countries", cuts three characters, adds "y"; ``k0``
keeps the word as it is.
"""

import re

RULE = re.compile(r"([kl])(\d+)(.*)", re.DOTALL)
KEEP = "k0"
SHORT_WORD = 4  # a word this short may have a lemma that shares nothing with it: "is", "be"


def lemma_rule(word: str, lemma: str) -> str:
    """The rule that makes the lemma from the word."""
    is_name = lemma[:1].isupper() and word[:1].isupper()
    base = word if is_name else word.lower()
    common = 0
    while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
        common += 1
    if not common and len(base) > SHORT_WORD:
        return KEEP
    return f"{'k' if base == word else 'l'}{len(base) - common}{lemma[common:]}"


def lemma_of(word: str, rule: str) -> str:
    """The lemma that the rule makes; the word itself where it would leave nothing."""
    match = RULE.fullmatch(rule)
    if match is None:
        return word
    base = word.lower() if match[1] == "l" else word
    return base[: max(0, len(base) - int(match[2]))] + match[3] or word
