"""The words of a text in windows: what the encoder reads in one go.

A window holds whole sentences as the rules see them. It is read alone, so that what it says never depends on its
neighbours; words of a long text therefore cost what words of a short one do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from assets.entities.encoder.word_pieces import OTHER, SEPARATOR, START, Pieces, casing

MOST_PIECES = 160  # in a window
LONGEST_SENTENCE = 320  # pieces; what is longer is a table or a list, and is cut
SURE = 100.0  # added to the odds that a sentence starts here: no logit outweighs it


@dataclass
class Window:
    """Pieces between [CLS] and [SEP], and where among them each word begins."""

    pieces: list[int] = field(default_factory=lambda: [START])
    cases: list[int] = field(default_factory=lambda: [OTHER])
    firsts: list[int] = field(default_factory=list)
    bias: list[float] = field(default_factory=list)  # by word: added to the odds that a sentence starts there
    words: list[int] = field(default_factory=list)  # by word: its place in the text

    def add(self, word: int, pieces: Sequence[int], case: int, bias: float, is_line_end: bool) -> None:
        """Put the next word at the end; the end of a line before it shows as a separator."""
        if is_line_end and self.words:
            self._add_piece(SEPARATOR, OTHER)
        self.firsts.append(len(self.pieces))
        self.pieces.extend(pieces)
        self.cases.extend([case] * len(pieces))
        self.bias.append(bias if self.words else SURE)
        self.words.append(word)

    def close(self) -> "Window":
        """The window with its last separator."""
        self._add_piece(SEPARATOR, OTHER)
        return self

    def _add_piece(self, piece: int, case: int) -> None:
        self.pieces.append(piece)
        self.cases.append(case)


def windows(
    words: Sequence[str], starts: Sequence[bool], ends: Sequence[bool], bias: Sequence[float], pieces: Pieces
) -> Iterator[Window]:
    """Windows over the words of a text.

    Args:
        words: the words; white space is not among them.
        starts: whether a sentence starts at each word, by rule.
        ends: whether a line ends for good before each word; a separator then shows it.
        bias: what is added to the odds that the encoder sees a sentence start at each word.
        pieces: the pieces of a word.
    """
    read = [pieces(word) for word in words]
    window = Window()
    sizes = [len(ids) + is_end for ids, is_end in zip(read, ends, strict=True)]
    for first, last in _runs(starts, sizes):
        size = sum(sizes[first:last])
        if window.words and len(window.pieces) + size > MOST_PIECES:
            yield window.close()
            window = Window()
        for index in range(first, last):
            window.add(index, read[index], casing(words[index]), bias[index], ends[index])
    if window.words:
        yield window.close()


def _runs(starts: Sequence[bool], sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sentences as half-open ranges of words, those that are too long in parts."""
    first, size = 0, 0
    for index, is_start in enumerate(starts):
        if index > first and (is_start or size + sizes[index] > LONGEST_SENTENCE):
            yield first, index
            first, size = index, 0
        size += sizes[index]
    if starts:
        yield first, len(starts)
