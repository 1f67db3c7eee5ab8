"""Who a text has spoken of, and how present each person is at a point of it: by place in the sentence and nearness."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from typing import TYPE_CHECKING

from assets.entities.names.title_words import titles
from assets.entities.sentences.phrase_words import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    SAYING,
    TAKING_OBJECT,
    WEAK_SAYING,
)
from assets.entities.sentences.relations import SUBJECTS
from assets.entities.sentences.token_lists import token_lists
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from assets.entities.extensions import Chain, Role

SUBORDINATING = word_set("after before since until as than like")  # prepositions that begin clauses too
HUMANS = word_set(
    "spokesman spokeswoman spokesperson source official man woman journalist reporter diplomat aide lawmaker"
)
SINGULAR = word_set("a an the one another this that his her its their our")
VERBS_AFTER = AUXILIARIES | SAYING | WEAK_SAYING | TAKING_OBJECT
TOLD = word_set("told tells telling assured assures")  # "said Gil" is Gil's, "told Gil" another's
OBJECT_RELATIONS = frozenset({"obj", "iobj", "xcomp", "ccomp"})
PASSED_ON = frozenset({"appos", "flat", "conj", "compound", "nmod:desc"})  # relations that leave the part to the head
LONGEST_TITLE = 12  # tokens between a title and its name
DASHES = frozenset({"-", "–", "—", "•", "*", '"', "“", "”", "'"})


class Part(IntEnum):
    """What a mention is in its clause, the more present the higher."""

    OBLIQUE = 1
    POSSESSOR = 2
    OBJECT = 3
    SUBJECT = 5


@dataclass(frozen=True)
class Mention:
    """Words ``[start, end)`` that stand for a person: a chain, or somebody without a name."""

    start: int
    end: int
    chain: int | None
    part: Part


class Discourse:
    """A document as pronouns look back at it."""

    def __init__(self, doc: "Doc", chains: Iterable["Chain"]) -> None:
        """Take a Doc and its chains of names, with the titles that mean them."""
        self.doc = doc
        self.chains = tuple(chains)
        self.tokens = token_lists(doc)
        self.lower, self.sentence_at = self.tokens.lower, self.tokens.sentence_at
        self._parts: dict[tuple[int, int], Part] = {}
        self._has_relations = doc.has_annotation("DEP")
        self._labels = {at: ent.label_ for ent in doc.ents for at in range(ent.start, ent.end)}

    def with_chains(self, chains: Iterable["Chain"]) -> "Discourse":
        """The same document with chains that more words mean; itself where nothing is new."""
        known = tuple(chains)
        if known == self.chains:
            return self
        found = copy(self)
        found.chains = known
        for name in ("mentions", "starts"):
            found.__dict__.pop(name, None)
        return found

    @cached_property
    def mentions(self) -> list[Mention]:
        """Words that stand for a person, in order."""
        return sorted(self._mentions(), key=lambda mention: mention.start)

    @cached_property
    def starts(self) -> list[int]:
        """First tokens of the mentions, in order."""
        return [mention.start for mention in self.mentions]

    def sentence(self, index: int) -> tuple[int, int]:
        """Token span of the sentence of a token."""
        return self.tokens.sentences[self.sentence_at[index]]

    def label_at(self, index: int) -> str:
        """Label of the name that a token is part of; empty where it is of none."""
        return self._labels.get(index, "")

    def quotation_at(self, index: int) -> int | None:
        """Where the quotation begins that a token stands in; None outside quotations."""
        found = self.tokens.quotation_of(index)
        return found.start if found is not None else None

    def before(self, index: int) -> Iterator[Mention]:
        """Mentions that end before a token, the nearest first."""
        for at in range(bisect_left(self.starts, index) - 1, -1, -1):
            if self.mentions[at].end <= index:
                yield self.mentions[at]

    def between(self, start: int, end: int) -> list[Mention]:
        """Mentions that begin in a stretch of tokens."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _mentions(self) -> Iterator[Mention]:
        taken: set[int] = set()
        for number, chain in enumerate(self.chains):
            if chain.label != "PERSON":
                continue
            for start, end in (*map(self._with_title, chain.mentions), *chain.nominals):
                taken.update(range(start, end))
                if self._is_label(start, end):
                    continue
                yield Mention(start, end, number, self.part_of(start, end))
        for index in self._unnamed(taken):
            part = self.part_of(index, index + 1)
            if part is Part.SUBJECT:
                yield Mention(index, index + 1, None, part)

    def _is_label(self, start: int, end: int) -> bool:
        """Whether the words name who speaks in a transcript: "MR GIL:" names nobody that the text speaks of."""
        return self.lower[end : end + 1] == [":"] and start - self.sentence(start)[0] <= 1

    def _with_title(self, mention: tuple[int, int]) -> tuple[int, int]:
        role: Role | None = self.doc[mention[0] : mention[1]]._.role
        if role is None:
            return mention
        start, end = self.tokens.token_from(role.start_char), self.tokens.token_from(role.end_char)
        is_near = start >= mention[0] - LONGEST_TITLE and end <= mention[1] + LONGEST_TITLE
        return (min(start, mention[0]), max(end, mention[1])) if is_near else mention

    def _unnamed(self, taken: set[int]) -> Iterator[int]:
        """Nouns for one person whom no name goes with: "a spokesman", "the opposition leader"."""
        humans = HUMANS | _titles_of_one_word()
        for index, word in enumerate(self.lower):
            if word not in humans or index in taken:
                continue
            first = self._noun_phrase_start(index)
            before, after = (first - 1, index + 1) if first else (0, index + 1)
            before -= self.lower[before] == ","
            after += self.lower[after : after + 1] == [","]
            is_beside_name = before in taken or after in taken
            if not is_beside_name and not SINGULAR.isdisjoint(self.lower[first:index]):
                yield index

    def part_of(self, start: int, end: int) -> Part:
        """The part that the words ``[start, end)`` have in their clause, by their relation where a parser gives it."""
        if (start, end) not in self._parts:
            self._parts[start, end] = self._part_of(start, end)
        return self._parts[start, end]

    def _part_of(self, start: int, end: int) -> Part:
        head = _head(self.doc[start:end].root) if self._has_relations else None
        if head is not None and head.dep_:
            return _part_of_relation(head)
        if self.lower[end : end + 1] and self.lower[end] in POSSESSIVE_MARKS:
            return Part.POSSESSOR
        return self._part_by_words(self._noun_phrase_start(start), end)

    def _part_by_words(self, first: int, end: int) -> Part:
        before = self.lower[first - 1] if first > self.sentence(first)[0] else ""
        is_before_verb = self._is_verb_after(end)
        if before in PREPOSITIONS and not (before in SUBORDINATING and is_before_verb):
            return Part.OBLIQUE
        if before in SAYING:
            return Part.OBJECT if before in TOLD else Part.SUBJECT
        if before in TAKING_OBJECT or (before.endswith("ed") and not is_before_verb):
            return Part.OBJECT
        is_first = not before or before in DASHES
        return Part.SUBJECT if is_first or is_before_verb or before == "," else Part.OBJECT

    def _is_verb_after(self, end: int) -> bool:
        """Whether a verb follows, what stands between commas left out: "Gil, the minister, said"."""
        if self.lower[end : end + 1] == [","]:
            stop = next(
                (at for at in range(end + 1, min(end + LONGEST_TITLE, len(self.lower))) if self.lower[at] == ","), end
            )
            end = stop + 1
        word = self.lower[end] if end < len(self.lower) else ""
        return word in VERBS_AFTER or (word.endswith("ed") and self.tokens.texts[end].islower())

    def _noun_phrase_start(self, index: int) -> int:
        """First token of the article, adjectives and titles before a word."""
        first = index
        while first > 0 and self.sentence_at[first - 1] == self.sentence_at[index] and self._is_modifier(first - 1):
            first -= 1
        return first

    def _is_modifier(self, at: int) -> bool:
        word = self.lower[at]
        label, after = self.label_at(at), self.lower[at + 1]
        is_owner = label in {"GPE", "ORG"} and (after in POSSESSIVE_MARKS or after in _titles_of_one_word())
        is_noun = word in _titles_of_one_word() or label == "NORP" or is_owner or word in POSSESSIVE_MARKS
        return word in DETERMINERS or is_noun or word in {"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."}


def _head(token: "Token") -> "Token":
    """The word whose part in the clause an appositive or a member of a list shares."""
    steps = 0
    while token.dep_ in PASSED_ON and token.head.i != token.i and steps < LONGEST_TITLE:
        token, steps = token.head, steps + 1
    return token


def _part_of_relation(token: "Token") -> Part:
    if token.dep_ in SUBJECTS:
        return Part.SUBJECT
    if token.dep_ == "nmod:poss":
        return Part.POSSESSOR
    return Part.OBJECT if token.dep_ in OBJECT_RELATIONS else Part.OBLIQUE


@cache
def _titles_of_one_word() -> frozenset[str]:
    """Titles of one person that are one word, in lower case."""
    words = {words[0] for patterns in titles().values() for words, _ in patterns if len(words) == 1}
    return frozenset(word for word in words if not word.endswith(("s", "men")) or word.endswith("ss"))
