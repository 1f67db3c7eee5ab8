"""Syntax: tags, features, lemmas, dependencies and sentence ends, on whole documents of gold words.

Nothing but the words, the spaces between them and the borders of paragraphs is handed to the pipeline. A head is right
when it is the same word of the document, so that a sentence cut in two costs its arcs. Relations are Universal
Dependencies with their subtypes; the language-specific tags (XPOS) are those of the Penn Treebank.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assets.entities import load_pipeline
from benchmarks import corpora
from benchmarks.corpora import Text
from benchmarks.documents import Ratio

if TYPE_CHECKING:
    from spacy.tokens import Doc

PROBE = "The ministers met in Oslo."
NO_PARSER = "the pipeline in use sets no dependencies"
PUNCTUATION = "punct"
ROOT = "root"

Counts = Counter[str]


@dataclass(frozen=True)
class Treebank:
    """A treebank and the file it is in."""

    texts: Callable[[], tuple[Text, ...]]
    file: Path


@dataclass(frozen=True)
class Analysis:
    """What is said of one word: a root is its own head, heads are numbers of words in the document."""

    xpos: str
    upos: str
    features: frozenset[str]
    lemma: str
    head: int | None
    relation: str


TREEBANKS: Mapping[str, Treebank] = {
    "ewt": Treebank(corpora.ewt, corpora.EWT_SYNTAX),
    "gum": Treebank(corpora.gum, corpora.GUM_SYNTAX),
}


def scores() -> dict[str, float]:
    """Share of words with each thing right, and F1 of sentences, named treebank/dev/metric."""
    return {
        f"{name}/dev/{metric}": value
        for name, treebank in TREEBANKS.items()
        if name not in unavailable()
        for metric, value in metrics(treebank.texts())
    }


@cache
def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    reasons = {name: corpora.missing(each.file) or _no_parser() for name, each in TREEBANKS.items()}
    return {name: reason for name, reason in reasons.items() if reason}


def metrics(texts: tuple[Text, ...]) -> Iterator[tuple[str, float]]:
    """Name and value of each figure over some documents."""
    counts: Counts = Counter()
    sentences = Ratio()
    for text, doc in corpora.read(load_pipeline(), texts):
        count_words(counts, list(gold(text)), list(found(doc)))
        _count_sentences(sentences, _spans(text.starts, len(text.words)), _spans(_starts(doc), len(text.words)))
    for metric in ("uas", "las", "xpos", "upos", "features", "lemma"):
        yield metric, counts[metric] / counts["words"]
    yield "las_without_punctuation", counts["las_of_words"] / counts["no_punctuation"]
    yield "sentence_f1", sentences.f1


def count_words(counts: Counts, wanted: Iterable[Analysis], analysed: Iterable[Analysis]) -> None:
    """Add the words of one document to the counts of what is right."""
    for right, ours in zip(wanted, analysed, strict=True):
        is_word = right.relation != PUNCTUATION
        has_head = ours.head == right.head
        has_arc = has_head and ours.relation == right.relation
        counts.update(
            words=1,
            no_punctuation=is_word,
            uas=has_head,
            las=has_arc,
            las_of_words=has_arc and is_word,
            xpos=ours.xpos == right.xpos,
            upos=ours.upos == right.upos,
            features=ours.features == right.features,
            lemma=ours.lemma == right.lemma,
        )


def gold(text: Text) -> Iterator[Analysis]:
    """What the treebank says of each word."""
    for first, sentence in zip(text.starts, text.sentences, strict=True):
        for word in sentence.words:
            features = _features(word.features)
            yield Analysis(word.xpos, word.upos, features, word.lemma, first + word.head, word.relation)


def found(doc: "Doc") -> Iterator[Analysis]:
    """What the pipeline says of each word; spaCy writes the relation of a root in capitals."""
    number = corpora.word_numbers(doc)
    for token in doc:
        if token.i in number:
            relation = ROOT if token.dep_ == "ROOT" else token.dep_
            features = _features(str(token.morph))
            yield Analysis(token.tag_, token.pos_, features, token.lemma_, number.get(token.head.i), relation)


def _features(text: str) -> frozenset[str]:
    """Features apart; several values of one are in no order."""
    pairs = (feature.partition("=") for feature in text.split("|") if feature)
    return frozenset(f"{name}={','.join(sorted(values.split(',')))}" for name, _, values in pairs)


def _no_parser() -> str | None:
    return None if load_pipeline()(PROBE).has_annotation("DEP") else NO_PARSER


def _starts(doc: "Doc") -> list[int]:
    """Number of the first word of each sentence."""
    number = corpora.word_numbers(doc)
    starts: list[int] = []
    for sentence in doc.sents:
        words = [number[token.i] for token in sentence if token.i in number]
        starts += words[:1]
    return starts


def _spans(starts: Iterable[int], words: int) -> set[tuple[int, int]]:
    firsts = list(starts)
    return set(zip(firsts, [*firsts[1:], words], strict=True))


def _count_sentences(ratio: Ratio, wanted: set[tuple[int, int]], analysed: set[tuple[int, int]]) -> None:
    ratio.right += len(wanted & analysed)
    ratio.found += len(analysed)
    ratio.wanted += len(wanted)
