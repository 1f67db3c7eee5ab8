"""Whom "he", "her" and "himself" mean: the person most present where they stand; nobody when two are about as present."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from assets.entities.coreference.discourse import Discourse, Mention, Part
from assets.entities.coreference.genders import FEMININE, THIRD, genders_of
from assets.entities.sentences.phrase_words import PREPOSITIONS, SAYING
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from assets.entities.extensions import Chain

SUBJECTS = frozenset({"he", "she"})
REFLEXIVES = frozenset({"himself", "herself"})
STYLES = frozenset({"highness", "majesty", "excellency", "honour", "honor", "eminence", "holiness", "excellencies"})
BOUNDARIES = word_set(", ; : that who which when while because although whom where after before if - – —")
NOT_NOUNS = (
    PREPOSITIONS
    | SAYING
    | word_set(". , ; : ! ? ) and or but who that which when while because if as so not the a an this that is was")
)

FURTHEST = 6  # sentences back
MOST_SEEN = 40  # mentions looked back at
STEP = 2.0  # what a sentence of distance costs
STRANGER = 4.0  # spoken of inside a quotation that the pronoun does not stand in
OTHER_GENDER = 2.5  # weak: translated text says "he" of a woman
SAME_WOMAN = 3.0  # "she" tells more than "he": most people in the news are men
CO_ARGUMENT = 8.0  # "Gil thanked him": another than Gil
NAMED_LATER = 6.0  # "he met Gil": another than Gil
RELATIVE = 4.0  # "Gil, who cancelled his trip"
SAME_CLAUSE = 1.0
AGAIN = 0.4  # each further mention in this sentence and the one before
MOST_AGAIN = 0.8
ECHO = 0.5  # what a pronoun that was resolved counts less than a name
MARGIN = 0.6  # by less than this nobody is more present than another
LEAST = -2.0
FRONTED = 6  # tokens from the beginning of a sentence within which "In his speech, Gil" looks forward
PARTICIPLE = 14  # the same after a participle: "Speaking on Monday at the end of his visit, Gil"
RELATIVE_REACH = 10


class Kind(StrEnum):
    """What a pronoun is in its clause."""

    SUBJECT = "subject"
    OBJECT = "object"
    POSSESSIVE = "possessive"
    REFLEXIVE = "reflexive"


@dataclass(frozen=True)
class Pronoun:
    """A pronoun at a token."""

    at: int
    kind: Kind
    is_feminine: bool


class Resolver:
    """Resolves the pronouns of a document from left to right; each counts as a mention for those after it."""

    def __init__(self, discourse: Discourse) -> None:
        """Take the discourse."""
        self.discourse = discourse
        self.genders = genders_of(discourse)
        self.resolved: dict[int, int] = {}  # chain of each pronoun by token

    def with_chains(self, chains: Sequence["Chain"]) -> "Resolver":
        """The same pronouns among chains that more words mean; itself where nothing is new."""
        discourse = self.discourse.with_chains(chains)
        if discourse is self.discourse:
            return self
        found = Resolver(discourse)
        found.resolved = self.resolved
        return found

    def resolve(self, tokens: Sequence[int], speakers: dict[int, int] | None = None) -> None:
        """Resolve the pronouns at the tokens; ``speakers`` says who speaks at a token, who is not "he" there."""
        for at in tokens:
            speaker = (speakers or {}).get(at)
            chain = self.antecedent(pronoun_at(self.discourse, at), () if speaker is None else (speaker,))
            self.resolved.pop(at, None)
            if chain is not None:
                self.resolved[at] = chain

    def antecedent(self, pronoun: Pronoun, excluded: Collection[int] = ()) -> int | None:
        """The chain that a pronoun means, or None."""
        first = self.discourse.sentence(pronoun.at)[0]
        if pronoun.kind is Kind.SUBJECT and first < pronoun.at and self._is_same_word(first, pronoun.at):
            return self.resolved.get(first)  # "He questioned the statements by Sol: ..., he added"
        ahead = _ahead(self.discourse, pronoun)
        if ahead is not None and ahead not in excluded:
            return ahead
        scores: dict[int | None, float] = {}
        seen: dict[int | None, int] = {}
        candidates = list(self._candidates(pronoun.at))
        others = {*excluded, *self._co_arguments(pronoun, candidates)}
        for mention in candidates:
            if mention.chain in others:
                continue
            score = self._score(pronoun, mention)
            scores[mention.chain] = max(score, scores.get(mention.chain, score))
            is_near = self.discourse.sentence_at[pronoun.at] - self.discourse.sentence_at[mention.start] <= 1
            seen[mention.chain] = seen.get(mention.chain, 0) + is_near
        ranked = sorted(
            ((score + min(MOST_AGAIN, AGAIN * max(seen[chain] - 1, 0)), chain) for chain, score in scores.items()),
            key=lambda pair: -pair[0],
        )
        if not ranked or ranked[0][0] < LEAST:
            return None
        best = ranked[0][1]
        woman = self._only_woman() if pronoun.is_feminine and self._is_he(best) else None
        if woman is not None and woman not in excluded:
            return woman
        return None if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN else best

    def _co_arguments(self, pronoun: Pronoun, candidates: Sequence[Mention]) -> set[int | None]:
        """Whom "him" is not, wherever else they are named: who acts on him, "She thanked him"."""
        if pronoun.kind is not Kind.OBJECT:
            return set()
        here = self.discourse.sentence_at[pronoun.at]
        near = (one for one in candidates if self.discourse.sentence_at[one.start] == here)
        return {one.chain for one in near if self._near(pronoun, one, 0) == -CO_ARGUMENT}

    def _is_same_word(self, first: int, other: int) -> bool:
        return self.discourse.lower[first] == self.discourse.lower[other]

    def _is_he(self, chain: int | None) -> bool:
        """Whether a "he" before was resolved to the chain: "her agenda" is another's then, however far she stands."""
        lower = self.discourse.lower
        return any(found == chain and lower[at] not in FEMININE for at, found in self.resolved.items())

    def _only_woman(self) -> int | None:
        """The one chain that every "she" before means; None where there is none or several."""
        lower = self.discourse.lower
        women = {chain for at, chain in self.resolved.items() if lower[at] in FEMININE}
        return women.pop() if len(women) == 1 else None

    def _candidates(self, at: int) -> Iterator[Mention]:
        """Mentions and resolved pronouns before a token, the nearest first."""
        text = self.discourse
        first = text.sentence_at[at] - FURTHEST
        for number, mention in enumerate(text.before(at)):
            if number == MOST_SEEN or text.sentence_at[mention.start] < first:
                break
            yield mention
        start = text.tokens.sentence_starts[max(first, 0)]
        for token in range(max(start, at - MOST_SEEN * 5), at):
            if token in self.resolved:
                part = _PARTS[pronoun_at(text, token).kind]
                yield Mention(token, token + 1, self.resolved[token], part)

    def _score(self, pronoun: Pronoun, mention: Mention) -> float:
        text = self.discourse
        distance = text.sentence_at[pronoun.at] - text.sentence_at[mention.start]
        score = float(mention.part) - STEP * distance - (ECHO if mention.start in self.resolved else 0.0)
        inside = text.quotation_at(mention.start)
        if inside is not None and inside != text.quotation_at(pronoun.at):
            score -= STRANGER
        score += self._gender(pronoun, mention.chain) + self._near(pronoun, mention, distance)
        return score - (NAMED_LATER if self._is_named_later(pronoun, mention.chain) else 0.0)

    def _gender(self, pronoun: Pronoun, chain: int | None) -> float:
        known = self.genders.get(chain) if chain is not None else None
        if known is None:
            return 0.0
        return (SAME_WOMAN if known else 0.0) if known == pronoun.is_feminine else -OTHER_GENDER

    def _near(self, pronoun: Pronoun, mention: Mention, distance: int) -> float:
        """What standing in one sentence, and in one clause, adds or takes away."""
        if distance:
            return 0.0
        between = self.discourse.lower[mention.end : pronoun.at]
        if pronoun.kind is Kind.OBJECT and mention.part is Part.SUBJECT and between[1:2] != ["who"]:
            between = between[between[:1] == [","] :]  # "Sol, the host, thanked him": the comma ends the name
        is_relative = between[:1] == ["who"] or between[:2] == [",", "who"]
        if is_relative and pronoun.kind is not Kind.OBJECT:
            return RELATIVE if len(between) <= RELATIVE_REACH and "," not in between[2:] else 0.0
        if not is_relative and not (BOUNDARIES | SAYING).isdisjoint(between):
            return 0.0
        if pronoun.kind is Kind.OBJECT:
            return -CO_ARGUMENT if is_relative or mention.part in (Part.SUBJECT, Part.OBJECT) else 0.0
        if pronoun.kind is Kind.REFLEXIVE:
            return CO_ARGUMENT if mention.part is Part.SUBJECT else 0.0
        return SAME_CLAUSE

    def _is_named_later(self, pronoun: Pronoun, chain: int | None) -> bool:
        """Whether the clause goes on to name the person: "he met Gil" and "his guest, Gil" are said of others."""
        text = self.discourse
        if pronoun.kind not in {Kind.SUBJECT, Kind.POSSESSIVE}:
            return False
        end = text.sentence(pronoun.at)[1]
        for mention in text.between(pronoun.at + 1, end):
            words = text.lower[pronoun.at + 1 : mention.start]
            if not {"that", "who", ";", ":"}.isdisjoint(words) or not SAYING.isdisjoint(words):
                return False
            if mention.chain == chain:
                return True
        return False


_PARTS = {
    Kind.SUBJECT: Part.SUBJECT,
    Kind.OBJECT: Part.OBJECT,
    Kind.POSSESSIVE: Part.POSSESSOR,
    Kind.REFLEXIVE: Part.OBLIQUE,
}


def third_person(discourse: Discourse) -> list[int]:
    """Tokens of the pronouns for one other person."""
    lower = discourse.lower
    return [
        at
        for at, word in enumerate(lower)
        if word in THIRD and not discourse.label_at(at) and STYLES.isdisjoint(lower[at + 1 : at + 3])
    ]


def pronoun_at(discourse: Discourse, at: int) -> Pronoun:
    """The pronoun at a token."""
    word = discourse.lower[at]
    return Pronoun(at, _kind(discourse, at, word), word in FEMININE)


def _kind(discourse: Discourse, at: int, word: str) -> Kind:
    if word in SUBJECTS:
        return Kind.SUBJECT
    if word in REFLEXIVES:
        return Kind.REFLEXIVE
    if word == "him":
        return Kind.OBJECT
    return Kind.POSSESSIVE if word in {"his", "hers"} or _is_owner(discourse, at) else Kind.OBJECT


def _is_owner(discourse: Discourse, at: int) -> bool:
    """Whether "her" owns what follows: "her visit", not "met her in Lima"."""
    token = discourse.doc[at]
    if token.dep_:
        return token.dep_ == "nmod:poss"
    following = discourse.lower[at + 1] if at + 1 < len(discourse.lower) else "."
    return following[0].isalpha() and following not in NOT_NOUNS


def _ahead(discourse: Discourse, pronoun: Pronoun) -> int | None:
    """The subject after a fronted phrase: "For his part, Gil said", "In her speech, the minister said"."""
    start, end = discourse.sentence(pronoun.at)
    while start < pronoun.at and not discourse.lower[start][:1].isalnum():
        start += 1
    first = discourse.lower[start]
    reach = FRONTED if first in PREPOSITIONS or first == "as" else PARTICIPLE if first.endswith("ing") else 0
    if pronoun.kind is not Kind.POSSESSIVE or pronoun.at - start > reach:
        return None
    comma = next((at for at in range(pronoun.at, end) if discourse.lower[at] == ","), end)
    if discourse.between(start, comma):
        return None
    subject = next(iter(discourse.between(comma + 1, min(comma + 1 + FRONTED, end))), None)
    return subject.chain if subject is not None and subject.part is Part.SUBJECT else None
