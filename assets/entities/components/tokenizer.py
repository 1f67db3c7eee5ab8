"""spaCy's English tokenizer with the splits that diplomatic text needs."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.lang.en import English
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs

INFIXES = (
    r"(?<=[A-Z]\.)[-–/](?=[A-Za-z])",  # U.S.-Mexico, U.N.-led
    r"(?<=[A-Za-z])[/](?=[A-Z])",  # Biden/Harris
    r"(?<=[A-Za-zÀ-ž\d)”])[–—](?=[A-Za-zÀ-ž“])",  # Moscow–Beijing
    r"(?<=[A-Za-zÀ-ž])[,:](?=[“”«\"])",  # said,“We
    r"(?<=[A-Za-zÀ-ž,:])[“”«\"](?=[A-Za-zÀ-ž])",
)
# Styles before names that spaCy does not know; cut from their stop they seem to end a sentence.
STYLES = ("Amb.", "Hon.", "Eng.", "Engr.", "Alh.", "Cde.")
# spaCy peels a stretch without spaces one character at a time and looks at all the rest of it for each: a rule of
# 20,000 quotation marks took 40 seconds. Longer stretches are cut; no word or address of a text is longer.
LONGEST_STRETCH = 250
LONG_STRETCH = re.compile(rf"\S{{{LONGEST_STRETCH + 1}}}")
PIECE = re.compile(rf"\S{{1,{LONGEST_STRETCH}}}")


class ChanceryTokenizer:
    """spaCy's tokenizer, kept linear in the length of a text."""

    def __init__(self, tokenizer: "Tokenizer") -> None:
        """Take the tokenizer that splits text of ordinary shape."""
        self.tokenizer = tokenizer

    @property
    def exceptions(self) -> Iterable[str]:
        """Words that are divided though no mark stands in them: "cannot"."""
        return self.tokenizer.rules  # type: ignore[no-any-return]

    def __call__(self, text: str) -> Doc:
        """The words of a text."""
        if LONG_STRETCH.search(text) is None:
            return self.tokenizer(text)  # type: ignore[no-any-return]
        return Doc.from_docs([self.tokenizer(piece) for piece in _pieces(text)], ensure_whitespace=False) or Doc(
            self.tokenizer.vocab
        )


def _pieces(text: str) -> Iterator[str]:
    """The text in parts, cut inside stretches that are too long."""
    start = 0
    for match in LONG_STRETCH.finditer(text):
        if match.start() >= start:
            start_of_rest = match.start()
            while (piece := PIECE.match(text, start_of_rest)) is not None:
                yield text[start : piece.end()]
                start = start_of_rest = piece.end()
    if start < len(text):
        yield text[start:]


def make_tokenizer() -> "Callable[[Language], ChanceryTokenizer]":
    """Maker of the tokenizer."""
    from spacy.tokenizer import Tokenizer

    def tokenizer(nlp: Language) -> ChanceryTokenizer:
        usual = English.Defaults
        made = Tokenizer(
            nlp.vocab,
            rules=usual.tokenizer_exceptions | {style: [{ORTH: style}] for style in STYLES},
            prefix_search=compile_prefix_regex([*(usual.prefixes or ()), "/"]).search,  # /TASS/
            suffix_search=compile_suffix_regex([*(usual.suffixes or ()), "/"]).search,
            infix_finditer=compile_infix_regex([*(usual.infixes or ()), *INFIXES]).finditer,
            token_match=usual.token_match,
            url_match=usual.url_match,
        )
        return ChanceryTokenizer(made)

    return tokenizer


registry.tokenizers.register("chancery.Tokenizer.v1", func=make_tokenizer)
