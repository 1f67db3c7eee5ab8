"""The labels of the encoder as spaCy stores them: hashes of strings, and offsets to heads."""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assets.entities.encoder.labels import ROOT, Labels
from assets.entities.encoder.lemmas import lemma_of
from assets.entities.encoder.model import Reading

if TYPE_CHECKING:
    from spacy.vocab import Vocab

Codes = npt.NDArray[np.uint64]
ATTRIBUTES = ("TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP")
HEAD = ATTRIBUTES.index("HEAD")
SPACE = "_SP"  # tag of white space in spaCy's English pipelines
ROOT_IN_SPACY = "ROOT"  # its iterators look for this one
# Of white space, which without a relation would have no head, and of a word that the encoder takes for a root in a
# sentence that has a surer one.
NO_RELATION = "dep"


class LabelCodes:
    """Tables from the encoder's indexes to spaCy's codes."""

    def __init__(self, vocab: "Vocab", labels: Labels) -> None:
        """Add the labels to the strings of a pipeline."""
        from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]  # compiled, without stubs

        parts = [label.partition("|") for label in labels.universal]
        self.add = vocab.strings.add
        self.lemma_rules = labels.lemma
        self.tags = _codes([self.add(tag) for tag in labels.tag])
        self.parts = _codes([IDS[part] for part, _, _ in parts])
        self.features = _codes([vocab.morphology.add(features) for _, _, features in parts])
        self.relations = _codes([self.add(NO_RELATION if name == ROOT else name) for name in labels.relation])
        self.root = np.uint64(self.add(ROOT_IN_SPACY))
        self.space = _codes([self.add(SPACE), IDS["SPACE"], vocab.morphology.add(""), 0, 0, self.add(NO_RELATION)])

    def of_words(self, words: list[str], reading: Reading) -> Codes:
        """One row of ``ATTRIBUTES`` per word of a window; heads are indexes of words still."""
        lemmas = [
            self.add(lemma_of(word, self.lemma_rules[rule]))
            for word, rule in zip(words, reading.lemma.tolist(), strict=True)
        ]
        is_root = reading.heads == np.arange(len(words))
        relations = np.where(is_root, self.root, self.relations[reading.relations])
        columns = (
            self.tags[reading.tags],
            self.parts[reading.universal],
            self.features[reading.universal],
            _codes(lemmas),
            reading.heads.astype(np.uint64),
            relations,
        )
        return np.stack(columns, axis=1)


def _codes(values: list[int]) -> Codes:
    return np.array(values, dtype=np.uint64)
