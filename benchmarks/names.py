"""Names: strict spans and labels, on the project's own articles and on sentences of corpora.

On our own articles a name is right when its raw characters and its label are those of the annotation. Scored is the
body, as far as it is annotated: what the product finds in a caption, a byline or behind ``until`` is neither right nor
wrong, for nobody marked names there; a name that is marked in the body and was lost with its line is missed. Names of
titles are left out: the product reads names in the body alone.

On corpora gold words are read and the label is PERSON, ORG or LOC (any place). What the corpus calls something else
(elections, works) counts for nothing, nor does what is found in it alone; peoples and events count for nothing at all.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assets.entities import load_pipeline
from benchmarks import corpora, documents, name_gold
from benchmarks.annotated_names import SOURCES
from benchmarks.corpora import Span, Text
from benchmarks.documents import Ratio
from benchmarks.name_gold import Compared

EVERY = "own"  # all articles of our own together
NAMES, ROLE = "names", "role"  # people, organizations and places together; the title phrase with its person
PLACES = frozenset({"GPE", "LOC", "FAC"})
COARSE: Mapping[str, str] = {"PERSON": "PERSON", "ORG": "ORG", **dict.fromkeys(PLACES, "LOC")}
COARSE_LABELS = ("PERSON", "ORG", "LOC")
LABEL_OF: Mapping[str, str] = {  # labels of the corpora that name what we name; all others are ignored
    **{"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"},
    **{"person": "PERSON", "politician": "PERSON", "organisation": "ORG", "politicalparty": "ORG"},
    **{"country": "LOC", "location": "LOC"},
}


@dataclass(frozen=True)
class Corpus:
    """A corpus with names: its documents and the files they are in."""

    texts: Callable[[], tuple[Text, ...]]
    files: tuple[Path, ...]


CORPORA: Mapping[str, Corpus] = {
    "ewt": Corpus(corpora.ewt_lines, (corpora.EWT_SYNTAX, corpora.EWT_NAMES)),
    "politics": Corpus(corpora.politics, (corpora.POLITICS,)),
}

Counts = dict[str, Ratio]


def scores() -> dict[str, float]:
    """Precision, recall and F1 by label, named source/split/label_metric."""
    counts: dict[str, Counts] = {}
    for document in name_gold.compared():
        for source in (document.source, EVERY):
            group = counts.setdefault(f"{source}/{document.gold.annotation.split}", {})
            count_document(group, document)
    for name, corpus in CORPORA.items():
        if not corpora.missing(*corpus.files):
            counts[f"{name}/dev"] = _corpus_counts(corpus.texts())
    return {
        f"{group}/{label}_{metric}": value
        for group, ratios in counts.items()
        for label, ratio in ratios.items()
        for metric, value in _metrics(ratio)
    }


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    skipped = {name: reason for name, reason in documents.unavailable().items() if name in SOURCES}
    every = {EVERY: "; ".join(skipped.values())} if skipped else {}
    absent = {name: corpora.missing(*corpus.files) for name, corpus in CORPORA.items()}
    return skipped | every | {name: reason for name, reason in absent.items() if reason}


def errors() -> Iterator[str]:
    """Names that are missed or invented in our own articles of the dev split, by document."""
    for document in name_gold.compared():
        lines = document.errors() if document.gold.annotation.split == "dev" else []
        if lines:
            yield "\n    ".join([f"{document.source} {document.gold.annotation.key}", *lines])


def count_document(counts: Counts, document: Compared) -> None:
    """Add one of our own articles to the counts of each label."""
    wanted, found = document.wanted.spans, document.found.spans
    for label in document.labels:
        _add(counts, label, _of(wanted, label), _of(found, label))
    _add(counts, NAMES, coarse(wanted), coarse(found))
    _add(counts, ROLE, document.wanted.roles, document.found.roles)


def coarse(spans: Iterable[Span]) -> frozenset[Span]:
    """People, organizations and places, all places under one label."""
    return frozenset((start, end, COARSE[label]) for start, end, label in spans if label in COARSE)


def count_text(counts: Counts, gold: Iterable[Span], system: Iterable[Span]) -> None:
    """Add one document of a corpus to the counts of each label."""
    marked = set(gold)
    wanted = frozenset((start, end, LABEL_OF[label]) for start, end, label in marked if label in LABEL_OF)
    ignored = _words(span for span in marked if span[2] not in LABEL_OF) - _words(wanted)
    counted = _words(wanted)
    found = frozenset(
        span
        for span in coarse(system)
        if not ignored.intersection(range(*span[:2])) or counted.intersection(range(*span[:2]))
    )
    for label in COARSE_LABELS:
        _add(counts, label, _of(wanted, label), _of(found, label))
    _add(counts, NAMES, wanted, found)


def _corpus_counts(texts: tuple[Text, ...]) -> Counts:
    counts: Counts = {}
    for text, doc in corpora.read(load_pipeline(), texts):
        number = corpora.word_numbers(doc)
        found = [(number[ent.start], number[ent.end - 1] + 1, ent.label_) for ent in doc.ents]
        count_text(counts, text.names, found)
    return counts


def _metrics(ratio: Ratio) -> Iterator[tuple[str, float]]:
    """Name and value of each figure; of nothing there is no precision to hold later."""
    if ratio.found:
        yield "precision", ratio.precision
    yield from (("recall", ratio.recall), ("f1", ratio.f1))


def _of(spans: Iterable[Span], label: str) -> frozenset[Span]:
    return frozenset(span for span in spans if span[2] == label)


def _words(spans: Iterable[Span]) -> set[int]:
    return {number for start, end, _ in spans for number in range(start, end)}


def _add(counts: Counts, label: str, wanted: frozenset[object], found: frozenset[object]) -> None:
    ratio = counts.setdefault(label.lower(), Ratio())
    ratio.right += len(wanted & found)
    ratio.found += len(found)
    ratio.wanted += len(wanted)
