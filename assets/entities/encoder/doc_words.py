"""The words of a Doc as the encoder takes them: without white space, with the line breaks before them."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\u0085\u2028\u2029]")


@dataclass(frozen=True)
class DocWords:
    """Parallel lists, one item per token that is not white space."""

    words: list[str] = field(default_factory=list)
    tokens: list[int] = field(default_factory=list)  # index of each word in the Doc
    starts: list[bool] = field(default_factory=list)  # a sentence starts by rule
    breaks: list[int] = field(default_factory=list)  # line breaks right before
    glued: list[bool] = field(default_factory=list)  # no space before


def doc_words(doc: "Doc") -> DocWords:
    """The words of a Doc whose sentences are set."""
    found, breaks, is_start, is_glued = DocWords(), 0, False, False
    for token in doc:
        is_start = is_start or bool(token.is_sent_start)
        if token.is_space:
            breaks += len(LINE_BREAK.findall(token.text))
            is_glued = False
            continue
        found.words.append(token.text)
        found.tokens.append(token.i)
        found.starts.append(is_start)
        found.breaks.append(breaks)
        found.glued.append(is_glued)
        breaks, is_start, is_glued = 0, False, not token.whitespace_
    return found
