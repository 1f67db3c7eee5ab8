"""Turns of a transcript ("FOREIGN MINISTER LAVROV: ..."): paragraph by paragraph, with the speaker of each label."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from assets.entities.names.accents import without_accents
from assets.entities.quotes.spoken import SpokenQuote
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import PhraseKind, title_words
from assets.entities.word_sets import word_set
from warehouse.tables.entities import QuoteKind

_LABEL = re.compile(r"(?P<label>[^\W\d_](?:[^:\n.]|\.(?!\s+[a-z])){1,70}?)\s?:(?=\s*\S)(?!//)\s*")
_ASKED = re.compile(
    r"(?:Q(?:UESTION)?|Q\d|Question|QUESTIONER|REPORTER|Reporter|JOURNALIST|Journalist|JORNALISTA|PERIODISTA|PARTICIPANT"
    r"|OPERATOR|AUDIENCE|INTERVIEWER|Interviewer|PREGUNTA|PRESS|MEDIA)(?: MEMBERS?)?\b(?:\s?\([^)\n]{1,60}\))?"
    r"(?::|(?<=^Q)(?=\s)|(?<=\nQ)(?=\s))\s*"
)
_STAGE = re.compile(r"[(\[][^)\]]*[)\]]\.?$")
_CLOSING = re.compile(r"(?:[#*\-–—_]\s*){2,}$|END\b|\d{1,2}:\d\d\s*[ap]\.?m", re.IGNORECASE)
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_OFFICES = word_set(
    "mr mrs ms dr mr. mrs. ms. dr. amb amb. ambassador secretary official moderator spokesperson spokesman spokeswoman "
    "interpreter translator voice staff minister president chancellor representative"
)
_MARKS = '"“”«»„'
_HEADING = 60  # characters; shorter lines without a full stop are no speech
_HEADINGS = 4  # lines above the only turn
_PREAMBLE = 400  # characters before the first label of a document that is a transcript
_PREAMBLE_SHARE = 0.1
_LABEL_WORDS = 9


@dataclass(frozen=True)
class Turn:
    """A labelled paragraph: where its label and its words start; nobody's where a journalist asks."""

    paragraph: int
    words: int  # first character after the label
    label: str | None  # None for those who ask
    chain: int | None = None


class Transcript:
    """The labelled turns of a document."""

    def __init__(self, view: DocumentView) -> None:
        """Find the turns of a document."""
        self.view = view
        self.paragraphs = view.tokens.paragraphs

    def quotes(self) -> list[SpokenQuote]:
        """One quotation per paragraph of a turn, in order; of those who only ask none."""
        found: list[SpokenQuote] = []
        ends = [*(turn.paragraph for turn in self.turns[1:]), len(self.paragraphs)]
        for turn, end in zip(self.turns, ends, strict=bool(self.turns)):
            if turn.label is not None:
                found += self._of_turn(turn, end)
        return found

    def _of_turn(self, turn: Turn, end: int) -> Iterator[SpokenQuote]:
        yield from self._quote(turn.words, self.paragraphs[turn.paragraph][1], turn, turn.label)
        for first, last in self.paragraphs[turn.paragraph + 1 : end] if self.is_whole else ():
            line = self.view.text[first:last].strip()
            if _CLOSING.match(line):
                return
            if not _STAGE.match(line) and (len(line) > _HEADING or line[-1:] in '.?!…”"'):
                yield from self._quote(first, last, turn, None)

    def _quote(self, start: int, end: int, turn: Turn, cue: str | None) -> Iterator[SpokenQuote]:
        text = self.view.text
        if text[start : start + 1] in _MARKS and text[end - 1 : end] in _MARKS:
            start, end = start + 1, end - 1
        if text[start:end].strip():
            yield SpokenQuote(start, end, QuoteKind.DIRECT, cue, turn.chain, 0.9)

    @cached_property
    def is_whole(self) -> bool:
        """Whether the document is a transcript from its start, not an article with some answers in it."""
        start = self.paragraphs[self.turns[0].paragraph][0] if self.turns else 0
        return start <= max(_PREAMBLE, _PREAMBLE_SHARE * len(self.view.text))

    @cached_property
    def turns(self) -> list[Turn]:
        """The labelled paragraphs; none where there is but one label that may be a heading."""
        found = [turn for number in range(len(self.paragraphs)) for turn in self._turn(number)]
        times = Counter(turn.label for turn in found)
        known = {turn.label for turn in found if turn.chain is not None or turn.label is None or _is_office(turn.label)}
        kept = [turn for turn in found if turn.label in known or (times[turn.label] > 1 and known)]
        is_single = len(kept) == 1 and kept[0].label is not None and kept[0].label.isupper() and self._opens(kept[0])
        spoken = [turn for turn in kept if turn.label is not None]
        return kept if spoken and (len(kept) > 1 or is_single) else []

    def _opens(self, turn: Turn) -> bool:
        """Whether a document begins with a turn, with nothing but lines of a heading above: who, where."""
        above = self.paragraphs[: turn.paragraph]
        return len(above) <= _HEADINGS and all(last - first <= _HEADING for first, last in above)

    def _turn(self, number: int) -> Iterator[Turn]:
        text, (start, end) = self.view.text, self.paragraphs[number]
        asked = _ASKED.match(text, start, end)
        if asked is not None:
            yield Turn(number, asked.end(), None)
            return
        found = _LABEL.match(text, start, end)
        if found is None or len(found["label"].split()) > _LABEL_WORDS:
            return
        label = found["label"]
        chain, is_name = self._bearer(start, label)
        if is_name or _PARENTHESES.sub("", label).isupper():
            yield Turn(number, found.end(), label, chain)

    def _bearer(self, start: int, label: str) -> tuple[int | None, bool]:
        """Chain of the person whom a label names, and whether the label is a name and nothing else."""
        bare = _PARENTHESES.sub("", label).strip()
        last = self.view.tokens.token_from(start + len(bare)) - 1
        phrase = self.view.phrase_at(last) if last >= 0 else None
        if phrase is not None and phrase.kind is PhraseKind.PERSON and phrase.chain is not None:
            first = self.view.tokens.token_from(start)
            return self._fuller(phrase.chain, bare), phrase.start == first
        return self._by_surname.get(_surname(bare)), False

    def _fuller(self, chain: int, label: str) -> int:
        """The chain of the full name that a label's surname belongs to, where the label is a chain of its own."""
        is_bare = " " not in self.view.doc._.chains[chain].name.strip()
        return self._by_surname.get(_surname(label), chain) if is_bare else chain

    @cached_property
    def _by_surname(self) -> dict[str, int]:
        """The only person of each surname, or the only one with a full name, called as in "FOREIGN MINISTER LAVROV"."""
        chains = self.view.doc._.chains
        named: dict[str, list[int]] = {}
        for index, chain in enumerate(chains):
            if chain.label == "PERSON":
                named.setdefault(_surname(chain.name), []).append(index)
        full = {surname: [at for at in found if " " in chains[at].name] for surname, found in named.items()}
        return {surname: only[0] for one in (named, full) for surname, only in one.items() if len(only) == 1}


def _surname(name: str) -> str:
    return without_accents(name.rsplit(maxsplit=1)[-1]).casefold() if name.strip() else ""


def _is_office(label: str) -> bool:
    return not (_OFFICES | title_words()).isdisjoint(_PARENTHESES.sub("", label).lower().split())
