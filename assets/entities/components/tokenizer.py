"""spaCy's English tokenizer with the splits that diplomatic text needs."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from spacy.lang.en import English
from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]  # compiled, without stubs

INFIXES = (
    r"(?<=[A-Z]\.)[-–/](?=[A-Za-z])",  # U.S.-Mexico, U.N.-led
    r"(?<=[A-Za-z])[/](?=[A-Z])",  # Biden/Harris
    r"(?<=[A-Za-zÀ-ž\d])[–—](?=[A-Za-zÀ-ž])",  # Moscow–Beijing
)


def make_tokenizer() -> "Callable[[Language], Tokenizer]":
    """Maker of the tokenizer."""

    def tokenizer(nlp: Language) -> "Tokenizer":
        made: Tokenizer = English().tokenizer
        made.prefix_search = compile_prefix_regex([*(English.Defaults.prefixes or ()), "/"]).search  # /TASS/
        made.suffix_search = compile_suffix_regex([*(English.Defaults.suffixes or ()), "/"]).search
        made.infix_finditer = compile_infix_regex([*(English.Defaults.infixes or ()), *INFIXES]).finditer
        return made

    return tokenizer


registry.tokenizers.register("chancery.Tokenizer.v1", func=make_tokenizer)
