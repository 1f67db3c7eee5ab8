"""Pipeline component that finds sentence boundaries."""

from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from assets.entities.sentences.sentences import sentence_starts

STARTS, CONTINUES = 1, -1  # as spaCy codes them


class ChancerySentences:
    """Sets sentence starts: abbreviations do not end a sentence, blank lines always do."""

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with sentence starts."""
        starts = sentence_starts([token.text for token in doc], [bool(token.whitespace_) for token in doc])
        # All at once: setting token.is_sent_start looks through the whole doc for every token.
        codes = np.where(np.array(starts, dtype=bool), STARTS, CONTINUES).astype("int64").view("uint64")
        return doc.from_array(["SENT_START"], cast(Ints2d, codes.reshape(-1, 1)))


@Language.factory("chancery_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> ChancerySentences:
    """The component ``chancery_sentences``."""
    return ChancerySentences()
