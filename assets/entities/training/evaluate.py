"""Figures of a reader on annotated sentences, before the product's rules have their say; for watching a training.

The figures of the product are those of ``python -m benchmarks.accuracy``.
"""

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor

from assets.entities.encoder.lemmas import lemma_of
from assets.entities.encoder.names import name_spans
from assets.entities.training.corpora import Sentence
from assets.entities.training.examples import Example, Maker, tensors
from assets.entities.training.graph import Graph
from assets.entities.training.labels import ALLOWED, spans
from assets.entities.training.network import Reader

COARSE = {"PERSON": "PERSON", "ORG": "ORG", "GPE": "place", "LOC": "place", "FAC": "place"}
Spans = set[tuple[int, int, str]]


@torch.no_grad()
def figures(reader: Reader, maker: Maker, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Strict F1 of names, and accuracies of syntax with the encoder's own sentences, in percent."""
    reader.eval()
    graph, count = Graph(reader), Counter[str]()
    for example in maker.examples(sentences):
        inputs = tensors([example])
        bias = torch.zeros(inputs["firsts"].shape)
        outputs = [output[0] for output in graph(inputs["pieces"], inputs["cases"], inputs["firsts"], bias)]
        _count_names(count, example, outputs[0])
        _count_syntax(count, example, outputs[1:], maker)
    return _percentages(count)


def _count_names(count: Counter[str], example: Example, log: Tensor) -> None:
    if not any(sentence.names for sentence in example.sentences):
        return
    starts = np.diff(np.array(example.sentence), prepend=-1) > 0
    found = {(n.start, n.end, COARSE[n.label]) for n in name_spans(log.numpy(), starts) if n.label in COARSE}
    gold: Spans = set()
    for number, sentence in enumerate(example.sentences):
        base = example.sentence.index(number)
        gold |= {(base + start, base + end, label) for start, end, label in _coarse(sentence)}
    for label in set(COARSE.values()):
        sizes = {"gold": gold, "found": found, "right": gold & found}
        count.update({f"{label} {name}": sum(span[2] == label for span in each) for name, each in sizes.items()})


def _coarse(sentence: Sentence) -> Spans:
    """The names of people, organizations and places of a sentence."""
    result: Spans = set()
    for start, end, label in spans(sentence.names):
        kinds = {COARSE.get(name, "") for name in ALLOWED[sentence.scheme].get(label, frozenset())}
        if len(kinds) == 1 and "" not in kinds:
            result.add((start, end, kinds.pop()))
    return result


def _count_syntax(count: Counter[str], example: Example, read: Sequence[Tensor], maker: Maker) -> None:
    tags, universal, lemmas, starts, heads, relations = (output.tolist() for output in read[:6])
    for number, sentence in enumerate(example.sentences):
        base = example.sentence.index(number)
        for word, relation in enumerate(sentence.relations):
            at = base + word
            is_start = starts[at] > 0 or at == 0
            is_head_right = heads[at] == base + sentence.heads[word]
            count["words"] += 1
            count["XPOS"] += maker.labels.tag[tags[at]] == sentence.tags[word]
            count["UPOS"] += _upos(maker.labels.universal[universal[at]]) == _upos(sentence.universal[word])
            count["lemma"] += lemma_of(sentence.words[word], maker.labels.lemma[lemmas[at]]) == sentence.lemmas[word]
            count["UAS"] += is_head_right
            count["LAS"] += is_head_right and maker.labels.relation[relations[at]] == relation
            count.update(
                {"sentences gold": word == 0, "sentences found": is_start, "sentences right": is_start and word == 0}
            )


def _upos(value: str) -> str:
    return value.split("|", maxsplit=1)[0]


def _percentages(count: Counter[str]) -> dict[str, float]:
    for name in ("gold", "found", "right"):
        count[f"names {name}"] = sum(count[f"{label} {name}"] for label in set(COARSE.values()))
    result = {
        f"{kind} F1": round(200 * count[f"{kind} right"] / (count[f"{kind} gold"] + count[f"{kind} found"]), 1)
        for kind in ("names", *sorted(set(COARSE.values())), "sentences")
        if count[f"{kind} gold"]
    }
    accuracies = ("XPOS", "UPOS", "lemma", "UAS", "LAS") if count["words"] else ()
    return result | {name: round(100 * count[name] / count["words"], 1) for name in accuracies}
