"""The words of a Doc as the rules read them: without white space, with straight apostrophes."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "\u00ad": "", "\u200b": ""})
HEADLINE_SHARE = 0.75  # share of long words capitalised above which a sentence is set in title case
HEADLINE_WORDS = 4
LOWER_IN_HEADLINES = frozenset({"about", "after", "against", "amid", "among", "between", "during", "under", "without"})


@dataclass(frozen=True)
class Words:
    """Parallel tuples, one item per token that is not white space."""

    texts: tuple[str, ...]
    tokens: tuple[int, ...]  # index of each word in the Doc
    glued: tuple[bool, ...]  # no space between this word and the next
    sentences: tuple[int, ...]  # number of the sentence each word is in
    headlines: frozenset[int]  # sentences set in title case

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.lower() for word in self.texts)

    def __len__(self) -> int:
        return len(self.texts)

    def at(self, index: int) -> str:
        """The word at ``index``; empty outside the text."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def starts_sentence(self, index: int) -> bool:
        """Whether the word is the first of its sentence."""
        return index == 0 or self.sentences[index] != self.sentences[index - 1]

    def is_together(self, first: int, last: int) -> bool:
        """Whether both words stand in one sentence."""
        return first >= 0 and last < len(self.texts) and self.sentences[first] == self.sentences[last]

    def in_headline(self, index: int) -> bool:
        """Whether the word stands in a sentence set in title case."""
        return self.sentences[index] in self.headlines

    def text(self, start: int, end: int) -> str:
        """The words ``[start, end)`` with single spaces where the text has space."""
        parts = [
            self.texts[index] + ("" if self.glued[index] or index == end - 1 else " ") for index in range(start, end)
        ]
        return "".join(parts)

    def span(self, doc: "Doc", start: int, end: int, label: str = "", name: str = "") -> "Span":
        """Span of the Doc over the words ``[start, end)``; ``name`` becomes its knowledge-base id."""
        from spacy.tokens import Span

        return Span(doc, self.tokens[start], self.tokens[end - 1] + 1, label=label, kb_id=name)


def words_of(doc: "Doc") -> Words:
    """The words of a Doc whose sentences are set."""
    texts: list[str] = []
    tokens: list[int] = []
    glued: list[bool] = []
    sentences: list[int] = []
    sentence = -1
    for token in doc:
        if token.is_sent_start or sentence < 0:
            sentence += 1
        if token.is_space:
            if glued:
                glued[-1] = False
            continue
        texts.append(token.text.translate(STRAIGHT))
        tokens.append(token.i)
        glued.append(not token.whitespace_)
        sentences.append(sentence)
    return Words(tuple(texts), tuple(tokens), tuple(glued), tuple(sentences), _headlines(texts, sentences))


def _headlines(texts: list[str], sentences: list[int]) -> frozenset[int]:
    """Sentences without a final full stop in which nearly every long word is capitalised."""
    grouped: dict[int, list[str]] = {}
    for text, sentence in zip(texts, sentences, strict=True):
        grouped.setdefault(sentence, []).append(text)
    return frozenset(sentence for sentence, words in grouped.items() if _is_headline(words))


def _is_headline(words: list[str]) -> bool:
    long_words = [word for word in words if len(word) > 3 and word[0].isalpha()]
    if len(long_words) < HEADLINE_WORDS or words[0][0].islower() or words[-1] in {".", "!", '"', "”", ":"}:
        return False
    if any(word[0].islower() and len(word) > 4 and word not in LOWER_IN_HEADLINES for word in words):
        return False
    return sum(word[0].isupper() for word in long_words) >= HEADLINE_SHARE * len(long_words)
