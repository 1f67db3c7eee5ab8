"""Windows of text as tensors: word pieces, casing, and what is known of each word."""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

import torch
from torch import Tensor

from assets.entities.encoder.labels import NAME_TAGS, NO_EVENT, REALIS, ROLES, Labels
from assets.entities.encoder.lemmas import lemma_rule
from assets.entities.encoder.windows import MOST_PIECES
from assets.entities.encoder.word_pieces import (
    DIGIT,
    LOWER,
    OTHER,
    PADDING,
    SEPARATOR,
    START,
    TITLE,
    UPPER,
    Pieces,
    casing,
)
from assets.entities.training.corpora import Sentence
from assets.entities.training.labels import allowed_tags, known_places
from warehouse.reference import reference

LONGEST_SENTENCE = 400  # pieces; what is longer is a table
IGNORED = -100
LAYERS = ("tag", "universal", "lemma", "start", "head", "relation")
EVENT_LAYERS = ("event", "realis")
SHARES_OF_LENGTH = (0.25, 0.5, 1.0, 1.0, 1.0)  # a text at reading time may be a headline
LINE_BREAKS = 0.2  # share of sentence starts that get a line break, as lists and headlines have
FLAT = ((0.05, LOWER), (0.08, UPPER), (0.12, TITLE))  # cumulative shares of windows cased all one way


class HasPieces(Protocol):
    """What batches are made of."""

    @property
    def pieces(self) -> list[int]:
        """The word pieces of a window."""


Piecewise = TypeVar("Piecewise", bound=HasPieces)


@dataclass
class Example:
    """A window: pieces between [CLS] and [SEP], and by word what its corpus says."""

    document: str
    pieces: list[int] = field(default_factory=lambda: [START])
    cases: list[int] = field(default_factory=lambda: [OTHER])
    firsts: list[int] = field(default_factory=list)
    names: list[tuple[int, ...]] = field(default_factory=list)  # tags that the word may have
    layers: dict[str, list[int]] = field(default_factory=lambda: {layer: [] for layer in LAYERS + EVENT_LAYERS})
    sentence: list[int] = field(default_factory=list)  # number of the word's sentence
    sentences: list[Sentence] = field(default_factory=list)
    roles: list[tuple[int, int, int]] = field(default_factory=list)  # word of a trigger, word of an argument, role

    def close(self) -> None:
        """Put a separator at the end."""
        self.pieces.append(SEPARATOR)
        self.cases.append(OTHER)


@dataclass(frozen=True)
class Maker:
    """Makes examples of sentences, with the vocabulary and the labels of a model."""

    pieces: Pieces
    labels: Labels

    def examples(self, sentences: Iterable[Sentence], rng: random.Random | None = None) -> list[Example]:
        """Windows of successive sentences of a document; with ``rng`` their lengths and line breaks vary."""
        made: list[Example] = []
        limit = float(MOST_PIECES)
        for sentence in sentences:
            size = sum(len(self.pieces(word)) for word in sentence.words)
            if size > LONGEST_SENTENCE:
                continue
            if not made or made[-1].document != sentence.document or len(made[-1].pieces) + size > limit:
                made.append(Example(sentence.document))
                limit = MOST_PIECES * (rng.choice(SHARES_OF_LENGTH) if rng else 1.0)
            elif sentence.opens or (rng is not None and rng.random() < LINE_BREAKS):
                made[-1].close()
            self._add(made[-1], sentence)
        for example in made:
            example.close()
        return made

    def _add(self, example: Example, sentence: Sentence) -> None:
        base = len(example.firsts)
        for word in sentence.words:
            ids = self.pieces(word)
            example.firsts.append(len(example.pieces))
            example.pieces += ids
            example.cases += [casing(word)] * len(ids)
        example.names += allowed_tags(sentence.words, sentence.names, sentence.scheme, known_places())
        example.sentence += [len(example.sentences)] * len(sentence.words)
        example.sentences.append(sentence)
        for layer, values in (self._layers(sentence, base) | self._event_layers(sentence)).items():
            example.layers[layer] += values
        for event in sentence.events or ():
            for role, first, last in event.arguments:
                pairs = ((base + event.trigger, base + word, ROLES.index(role)) for word in range(first, last))
                example.roles += pairs

    def _layers(self, sentence: Sentence, base: int) -> dict[str, list[int]]:
        """Indexes of the labels of each word; heads are words of the window."""
        if not sentence.heads:
            return {layer: [IGNORED] * len(sentence.words) for layer in LAYERS}
        rules = [lemma_rule(word, lemma) for word, lemma in zip(sentence.words, sentence.lemmas, strict=True)]
        return {
            "tag": _indexes(self.labels.tag, sentence.tags),
            "universal": _indexes(self.labels.universal, sentence.universal),
            "lemma": _indexes(self.labels.lemma, rules),
            "start": [1] + [0] * (len(sentence.words) - 1),
            "head": [base + head for head in sentence.heads],
            "relation": _indexes(self.labels.relation, sentence.relations),
        }

    def _event_layers(self, sentence: Sentence) -> dict[str, list[int]]:
        """By word: what it tells, and whether it is told as done."""
        size = len(sentence.words)
        layers = {"event": [IGNORED if sentence.events is None else 0] * size, "realis": [IGNORED] * size}
        for event in sentence.events or ():
            layers["event"][event.trigger] = self.labels.event.index(event.kind)
            layers["realis"][event.trigger] = REALIS.index(event.realis)
        return layers


def _indexes(known: Sequence[str], values: Sequence[str]) -> list[int]:
    index = {value: number for number, value in enumerate(known)}
    return [index.get(value, IGNORED) for value in values]


def labels_of(sentences: Sequence[Sentence]) -> Labels:
    """The labels that the sentences have often enough to be learned."""
    parsed = [sentence for sentence in sentences if sentence.heads]
    rules = (lemma_rule(word, lemma) for s in parsed for word, lemma in zip(s.words, s.lemmas, strict=True))
    return Labels(
        tag=_frequent((tag for s in parsed for tag in s.tags), 1),
        universal=_frequent((value for s in parsed for value in s.universal), 3),
        lemma=_frequent(rules, 2),
        relation=_frequent((relation for s in parsed for relation in s.relations), 3),
        event=event_labels(),
    )


def event_labels() -> tuple[str, ...]:
    """The types of events, each without and with its modes."""
    rows = reference("event_types").select("plover_type", "mode").iter_rows()
    return (NO_EVENT, *(f"{kind}.{mode}" if mode else kind for kind, mode in rows))


def _frequent(values: Iterable[str], at_least: int) -> tuple[str, ...]:
    return tuple(sorted(value for value, count in Counter(values).items() if count >= at_least))


def batches(examples: Sequence[Piecewise], pieces: int, rng: random.Random | None = None) -> list[list[Piecewise]]:
    """Batches of at most so many pieces, padding included, of examples of like length; with ``rng`` shuffled."""
    ordered = sorted(examples, key=lambda example: len(example.pieces) + (rng.random() * 8 if rng else 0))
    made: list[list[Piecewise]] = []
    for example in ordered:
        if not made or (len(made[-1]) + 1) * len(example.pieces) > pieces:
            made.append([])
        made[-1].append(example)
    if rng:
        rng.shuffle(made)
    return made


def tensors(batch: Sequence[Example], rng: random.Random | None = None) -> dict[str, Tensor]:
    """A batch by name: (examples, pieces) or (examples, words); ``names`` has a third axis of allowed tags."""
    rows, pieces = len(batch), max(len(example.pieces) for example in batch)
    words = max(len(example.firsts) for example in batch)
    made = {
        "pieces": torch.zeros(rows, pieces, dtype=torch.long),
        "cases": torch.full((rows, pieces), PADDING),
        "mask": torch.zeros(rows, pieces, dtype=torch.long),
        "firsts": torch.zeros(rows, words, dtype=torch.long),
        "word_mask": torch.zeros(rows, words, dtype=torch.bool),
        "names": torch.zeros(rows, words, len(NAME_TAGS), dtype=torch.bool),
        "sentence": torch.full((rows, words), -1),
        **{layer: torch.full((rows, words), IGNORED) for layer in LAYERS + EVENT_LAYERS},
        "roles": torch.zeros(rows, words, words, dtype=torch.long),
    }
    for row, example in enumerate(batch):
        _fill(made, row, example, _cases(example.cases, rng))
    return made


def _fill(made: dict[str, Tensor], row: int, example: Example, cases: list[int]) -> None:
    pieces, words = len(example.pieces), len(example.firsts)
    made["pieces"][row, :pieces] = torch.tensor(example.pieces)
    made["cases"][row, :pieces] = torch.tensor(cases)
    made["mask"][row, :pieces] = 1
    made["firsts"][row, :words] = torch.tensor(example.firsts)
    made["word_mask"][row, :words] = True
    made["sentence"][row, :words] = torch.tensor(example.sentence)
    pairs = torch.tensor([(word, tag) for word, tags in enumerate(example.names) for tag in tags])
    made["names"][row, pairs[:, 0], pairs[:, 1]] = True
    for layer, values in example.layers.items():
        made[layer][row, :words] = torch.tensor(values)
    for trigger, word, role in example.roles:
        made["roles"][row, trigger, word] = role


def _cases(cases: list[int], rng: random.Random | None) -> list[int]:
    """The casing of a window; now and then all one way, as headlines and hasty messages are."""
    drawn = rng.random() if rng else 1.0
    flat = next((case for share, case in FLAT if drawn < share), None)
    return cases if flat is None else [flat if case < DIGIT else case for case in cases]
