"""A Doc as plain lists, read from spaCy once: the rules look at each word many times."""

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assets.entities.quotes.quotations import Quotation, Quotations, paragraphs

if TYPE_CHECKING:
    from spacy.tokens import Doc

SENTENCE_LENGTH = 300  # tokens


@lru_cache(maxsize=1)
def token_lists(doc: "Doc") -> "TokenLists":
    """The lists of a Doc whose sentences are set; all who read one document after its names share them."""
    return TokenLists(doc)


class TokenLists:
    """What never changes of a Doc once it is read: its words, their places, its sentences and quotations."""

    def __init__(self, doc: "Doc") -> None:
        """Read the tokens of ``doc``."""
        self.text: str = doc.text
        self.texts: list[str] = []
        self.lower: list[str] = []
        self.offsets: list[int] = []  # first character of each token
        self.sentence_at: list[int] = []  # number of the sentence of each token
        self.sentence_starts: list[int] = []  # first token of each sentence
        for index, token in enumerate(doc):
            self.texts.append(token.text)
            self.lower.append(token.lower_)
            self.offsets.append(token.idx)
            if index == 0 or token.is_sent_start is True or index - self.sentence_starts[-1] == SENTENCE_LENGTH:
                self.sentence_starts.append(index)
            self.sentence_at.append(len(self.sentence_starts) - 1)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Token spans of the sentences; one without end, a table run together, is cut so that reading stays linear."""
        return list(zip(self.sentence_starts, [*self.sentence_starts[1:], len(self.texts)], strict=False))

    @cached_property
    def quotations(self) -> Quotations:
        """The quotations of the text."""
        return Quotations(self.text)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Bounds of the paragraphs, in characters."""
        return paragraphs(self.text)

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.paragraphs]

    def paragraph_of(self, position: int) -> tuple[int, int]:
        """Bounds of the paragraph in which a character stands."""
        return self.paragraphs[bisect_right(self._paragraph_starts, position) - 1]

    def quotation_of(self, index: int) -> Quotation | None:
        """The quotation a token stands in, or None."""
        return self.quotations.at(self.offsets[index])

    def token_from(self, position: int) -> int:
        """First token at or after a character."""
        return bisect_left(self.offsets, position)
