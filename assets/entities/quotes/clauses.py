"""Clauses as the parser gives them: which verb reports some words, and who its subject is."""

from functools import cached_property, lru_cache

from assets.entities.quotes.reporting import inverted_end
from assets.entities.quotes.speech_verbs import REPORTING
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import PREPOSITIONS
from assets.entities.sentences.phrases import PhraseKind
from assets.entities.sentences.subjects import noun_phrase_start, subjects_between

_SUBJECTS = frozenset({"nsubj", "nsubj:outer", "csubj", "nsubj:pass", "obl:agent"})
_ADVERBS = frozenset({",", "also", "later", "then", "too", "further", "has", "have", "had"})
_SHARING = frozenset({"conj", "xcomp", "advcl", "parataxis", "dep"})  # verbs without a subject that share one
_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "must", "can", "shall", "to", "not", "n't"})
_RELATIVES = frozenset({"who", "which", "that"})
_HELPERS = frozenset({"aux", "mark", "advmod"})
_MARKS = frozenset({"punct", "cc", "mark", "case", "det", "dep"})
_BEFORE_QUALITIES = frozenset({"as", "was", "were", "is", "are", "be", "been", "being"})  # it was "fair"
_BEFORE_INVERTED = frozenset({",", '"', "”", "»", "''"})
_STEPS = 10  # words climbed through


@lru_cache(maxsize=1)
def clauses_of(view: DocumentView) -> "Clauses | None":
    """The clauses of a document; None where no parser has read it."""
    return Clauses(view) if view.doc.has_annotation("DEP") else None


class Clauses:
    """Heads and relations of a document as lists."""

    def __init__(self, view: DocumentView) -> None:
        """Take the tree of the Doc of ``view``."""
        self.view = view
        self.lower = view.lower
        self.heads: list[int] = [token.head.i for token in view.doc]
        self.relations: list[str] = [token.dep_ for token in view.doc]
        self.children: list[list[int]] = [[] for _ in self.heads]
        for at, head in enumerate(self.heads):
            if head != at:
                self.children[head].append(at)

    @cached_property
    def edges(self) -> list[tuple[int, int]]:
        """First token of what hangs on each token, and the token after it."""
        return [(token.left_edge.i, token.right_edge.i + 1) for token in self.view.doc]

    def subject(self, verb: int) -> int | None:
        """The word that is the subject of a verb, shared ones too; for "who said" the word before "who"."""
        own = self.subjects.get(verb)
        is_after = own is not None and own > verb and self.lower[verb].endswith("ing")  # "said, adding that Gil would"
        if own is not None and self.relations[own] != "nsubj:pass" and not is_after:
            return own
        finders = (self._inverted, self._beside, self._taken, self._shared, self._before)
        return next((at for find in finders if (at := find(verb)) is not None), None)

    def _inverted(self, verb: int) -> int | None:
        """Whoever a sentence ends with, the person named there first: "..., said the spokesman Ana Gil"."""
        end = inverted_end(self.view, verb + 1) if self.lower[max(verb - 1, 0)] in _BEFORE_INVERTED else None
        if end is None:
            return None
        phrases = (self.view.phrase_at(at) for at in range(verb + 1, end))
        people = (phrase.end - 1 for phrase in phrases if phrase is not None and phrase.kind is PhraseKind.PERSON)
        return next(people, end - 1)

    def _shared(self, verb: int) -> int | None:
        """The subject that a verb shares with the one it hangs on; "said, adding" has that of "said"."""
        if verb > 1 and self.lower[verb - 1] == "," and self.lower[verb - 2] in REPORTING:
            return self.subject(verb - 2)
        at = verb
        for _ in range(_STEPS):
            if self.relations[at] in ("acl", "acl:relcl"):
                return self.heads[at]
            if self.relations[at] not in _SHARING:
                return None
            at = self.heads[at]
            if self.lower[verb - 1] == "as" and at in self.patients:  # "Gil was quoted as saying"
                return self.patients[at]
            if at in self.subjects:
                return self.subjects[at]
        return None

    @cached_property
    def patients(self) -> dict[int, int]:
        """Subjects of passive verbs and objects of others: "media quoted Gil as saying"."""
        objects = {self.heads[at]: at for at, relation in enumerate(self.relations) if relation == "obj"}
        return objects | {self.heads[at]: at for at, relation in enumerate(self.relations) if relation == "nsubj:pass"}

    def _before(self, verb: int) -> int | None:
        """The subject by the words before a verb, where the parser has found none."""
        found = subjects_between(self.view, self.view.sentence_of(verb)[0], verb)
        return found[0].end - 1 if found else None

    @cached_property
    def subjects(self) -> dict[int, int]:
        """Subjects by verb; agents of passive ones, and the word before "who" and "which"."""
        found: dict[int, int] = {}
        for at, relation in enumerate(self.relations):
            if relation in _SUBJECTS and self.heads[at] != at:
                verb = self.heads[at]
                is_relative = self.lower[at] in _RELATIVES and self.relations[verb] == "acl:relcl"
                if relation == "obl:agent" or verb not in found or at < verb:
                    found[verb] = self.heads[verb] if is_relative else at
        return found

    def _beside(self, verb: int) -> int | None:
        """The phrase right before or after a verb, where the parser has given it to another: "..., Ana Gil said"."""
        before = verb - 1 - (self.lower[verb - 1] in _ADVERBS)
        named = self._apposed.get(verb - (self.lower[verb - 1] == ","))
        if named is not None:
            return named
        if self.lower[max(before, 0)] == ")":  # "the Public Relations Office (PRO) said"
            before = next(
                (at - 1 for at in range(before, max(before - _STEPS, 0), -1) if self.lower[at] == "("), before
            )
        phrase = self.view.phrase_at(before) if before >= 0 else None
        if phrase is None and self.lower[max(before, 0)] == ",":
            phrase = self.view.phrase_at(verb + 1) if verb + 1 < len(self.lower) else None
        if phrase is None or phrase.kind in (PhraseKind.POSSESSIVE, PhraseKind.DEMONYM):
            return None
        start = noun_phrase_start(self.view, phrase)
        is_governed = phrase.end <= verb and start > 0 and self.lower[start - 1] in PREPOSITIONS
        return None if is_governed else phrase.end - 1

    @cached_property
    def _apposed(self) -> dict[int, int]:
        """Last tokens of the names whose office follows, by the token after it: "Ana Gil, the president of Peru, said"."""
        ends: dict[int, int] = {}
        for ent in self.view.doc.ents:
            role = ent._.role
            if role is not None and role.start_char > ent.end_char:
                ends[self.view.tokens.token_from(role.end_char)] = ent.end - 1
        return ends

    def _taken(self, verb: int) -> int | None:
        """The subject that the parser has given to what is said: "The minister, who is ill, said that Peru will wait"."""
        for content in self.children[verb] if self.relations[verb] != "conj" else ():
            if self.relations[content] == "ccomp":
                low = content if content < verb else -1
                found = [at for at in self.children[content] if self.relations[at] in _SUBJECTS and low < at < verb]
                if found:
                    return found[-1]
        return None

    def is_report(self, verb: int) -> bool:
        """Whether a word is a verb that tells what was said, not what will be or was not."""
        return self._is_verb(verb) and self._is_finite(verb) and self.is_said(verb)

    def has_subject(self, verb: int) -> bool:
        """Whether a verb has a subject of its own."""
        return verb in self.subjects or self._beside(verb) is not None

    def is_said(self, verb: int) -> bool:
        """False for what is not said: "will say", "did not say", "to say"."""
        return not any(
            self.lower[child] in _MODALS for child in self.children[verb] if self.relations[child] in _HELPERS
        )

    def reporting_verb(self, start: int, end: int) -> tuple[int, bool] | None:
        """The verb that reports tokens ``[start, end)``: the nearest above them, and whether they hang on it."""
        top = at = self._top(start, end)
        for _ in range(_STEPS):
            verb = self._verb_at(at, start, end)
            if verb is not None:
                before = self.lower[start - 2] if start > 1 else ""
                return verb, self.heads[top] == verb or before in _BEFORE_QUALITIES
            if self.heads[at] == at:
                return None
            at = self.heads[at]
        return None

    def _top(self, start: int, end: int) -> int:
        """The word of ``[start, end)`` on which the first of the others hang."""
        words = [at for at in range(start, end) if self.relations[at] not in _MARKS] or [start]
        at = words[0]
        for _ in range(end - start):
            if not start <= self.heads[at] < end or self.heads[at] == at:
                break
            at = self.heads[at]
        return at

    def _verb_at(self, at: int, start: int, end: int) -> int | None:
        """The reporting verb that a word is, or that is set beside it: '"...", he joked'."""
        for verb in (at, *self._set_beside.get(at, [])):
            is_outside = not start <= verb < end and self.view.quotation_of(verb) is None
            is_report = self.lower[verb] in REPORTING and self._is_finite(verb) and self._is_verb(verb)
            if is_outside and is_report and not self._is_reduced(verb):
                return verb
        return None

    @cached_property
    def _set_beside(self) -> dict[int, list[int]]:
        """Reporting words set beside each word: '"...", he joked'."""
        found: dict[int, list[int]] = {}
        for at, relation in enumerate(self.relations):
            if relation in ("parataxis", "dep") and self.lower[at] in REPORTING:
                found.setdefault(self.heads[at], []).append(at)
        return found

    def _is_verb(self, at: int) -> bool:
        return not self.is_noun(at) and self.view.doc[at].pos_ != "ADJ"

    def says_more(self, verb: int) -> bool:
        """True for "Sol stated that Peru will wait": what Sol says follows, not what stands before."""
        return any(child > verb and self.relations[child] in ("ccomp", "obj", "xcomp") for child in self.children[verb])

    def is_noun(self, at: int) -> bool:
        """True for "the United States" and "the reports", which report nothing."""
        return self.view.doc[at].pos_ in ("NOUN", "PROPN")

    def _is_reduced(self, verb: int) -> bool:
        """True for "statements considered hostile": nobody is told to consider them so."""
        return self.relations[verb] == "acl" and self.lower[verb].endswith("ed")

    def _is_finite(self, verb: int) -> bool:
        """False for "to explain"."""
        return not any(self.lower[child] == "to" for child in self.children[verb] if self.relations[child] == "mark")
