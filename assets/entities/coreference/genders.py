"""Which of the people of a document are women, by the words that say so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assets.entities.coreference.discourse import Discourse
from assets.entities.names.names import is_woman_by_name
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from assets.entities.extensions import Chain

FEMININE = frozenset({"she", "her", "hers", "herself"})
THIRD = FEMININE | {"he", "him", "his", "himself"}
FEMALE_TITLES = word_set(
    "ms mrs ms. mrs. miss madam lady queen princess chairwoman spokeswoman congresswoman businesswoman baroness sister "
    "sheikha dame senora señora"
)
MALE_TITLES = word_set("mr mr. sir lord king prince chairman spokesman congressman businessman emir sultan señor pope")


def genders_of(discourse: Discourse) -> dict[int, bool]:
    """Whether each chain is shown to be a woman's: by the words before it, by a "she" of nobody else, by the given name."""
    found: dict[int, bool] = {}
    for mention in discourse.mentions:
        if mention.chain is not None:
            words = discourse.lower[max(0, mention.start - 2) : mention.end]
            is_female, is_male = (not words_of.isdisjoint(words) for words_of in (FEMALE_TITLES, MALE_TITLES))
            if is_female != is_male:
                found.setdefault(mention.chain, is_female)
    return {**_by_given_name(discourse.chains), **_with_pronouns(discourse, found)}


def _by_given_name(chains: Sequence["Chain"]) -> dict[int, bool]:
    """The genders that names of several words tell: of "KAMIKAWA Yoko" a woman's."""
    found = {}
    for at, chain in enumerate(chains):
        words = chain.name.split() if chain.label == "PERSON" else []
        told = [is_woman_by_name()[word] for word in map(str.capitalize, words) if word in is_woman_by_name()]
        if len(words) > 1 and told:
            found[at] = told[0]
    return found


def _with_pronouns(discourse: Discourse, found: dict[int, bool]) -> dict[int, bool]:
    """The genders with those that a sentence shows by naming one person alone before "he" or "she"."""
    shown: dict[int, list[bool]] = {}
    for at, word in enumerate(discourse.lower):
        if word in THIRD:
            start = discourse.sentence(at)[0]
            people = {mention.chain for mention in discourse.between(start, at)}
            chain = next(iter(people)) if len(people) == 1 else None
            if chain is not None and chain not in found:
                shown.setdefault(chain, []).append(word in FEMININE)
    agreed = {chain: signs[0] for chain, signs in shown.items() if len(set(signs)) == 1}
    return {**agreed, **found}
