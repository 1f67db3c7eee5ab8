"""The pipeline to compare with: spaCy's own parts in the size of its small English pipeline.

One shared ``tok2vec`` of spaCy's default (HashEmbedCNN, width 96, depth 4) under a tagger, a parser and a name finder
with as many labels as OntoNotes has. It learns for some seconds from what the project's pipeline reads, so that its
parser and name finder move as trained ones do, no more: it is as fast as a trained one, and what it finds is worthless.
"""

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LABELS = {"tagger": 50, "parser": 45, "ner": 18}
SHARED = {"model": {"tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}}}
PASSAGES, SENTENCES, LONGEST = 100, 3, 120  # of several sentences, so that ends of sentences occur
PASSES, BATCH = 5, 10


def write(folder: Path, texts: Sequence[str]) -> None:
    """Make the pipeline and keep it in a folder, as an installed one lies in its own."""
    import spacy
    from spacy.tokens import DocBin
    from thinc.api import fix_random_seed

    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    passages = list(DocBin(docs=list(islice(_passages(texts), PASSAGES))).get_docs(nlp.vocab))
    for name, size in LABELS.items():
        component = nlp.add_pipe(name, config=SHARED)
        for label in padded(_labels(name, passages), size):
            component.add_label(label)  # type: ignore[attr-defined]  # what add_pipe returns is declared a function
    _train(nlp, passages)
    nlp.to_disk(folder)


def padded(labels: Iterable[str], size: int) -> list[str]:
    """Labels, and invented ones where they are fewer than ``size``: the more labels, the more is computed."""
    known = sorted(set(labels))[:size]
    return [*known, *(f"label{number}" for number in range(len(known), size))]


def _passages(texts: Sequence[str]) -> "Iterable[Doc]":
    """Some sentences at a time, as the project's pipeline reads them."""
    from assets.entities import load_pipeline

    for doc in map(load_pipeline(), texts):
        sentences = list(doc.sents)
        for first in range(0, len(sentences), SENTENCES):
            last = sentences[first : first + SENTENCES][-1]
            passage = doc[sentences[first].start : last.end]
            if len(passage) <= LONGEST:
                yield passage.as_doc()


def _labels(name: str, docs: "Sequence[Doc]") -> set[str]:
    """Labels of the passages that one component learns."""
    if name == "ner":
        return {ent.label_ for doc in docs for ent in doc.ents}
    return {token.tag_ if name == "tagger" else token.dep_ for doc in docs for token in doc} - {""}


def _train(nlp: "Language", passages: "Sequence[Doc]") -> None:
    from spacy.tokens import Doc
    from spacy.training import Example

    examples = [Example(Doc(nlp.vocab, [token.text for token in doc]), doc) for doc in passages]
    optimizer = nlp.initialize(lambda: examples)
    for start in PASSES * list(range(0, len(examples), BATCH)):
        nlp.update(examples[start : start + BATCH], sgd=optimizer)
