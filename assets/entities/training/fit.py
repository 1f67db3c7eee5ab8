"""Fitting the weights: the loss over what each corpus knows, and two stages of steps.

The first stage reads the open corpora, the second the texts of our genre beside them, with ever smaller steps.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor
from torch.nn import functional
from transformers import BertConfig, BertModel

from assets.entities.encoder.labels import REALIS, ROLES, Labels
from assets.entities.training.corpora import Sentence
from assets.entities.training.examples import IGNORED, Example, Maker, batches, tensors
from assets.entities.training.network import FORBIDDEN, Reader

PIECES = 3000  # of a batch, padding included
ENCODER_RATE, HEADS_RATE = 1.2e-4, 1.2e-3
WARM_UP = 0.1  # of the first stage
NAMES_WEIGHT, WORD_WEIGHT = 3.0, 0.4  # of the names, and of each of tags, features, lemma rules and starts
LONGEST_GRADIENT = 1.0
REPORT_EVERY = 50  # steps


@dataclass(frozen=True)
class Stage:
    """Passes over sentences; the learning rate falls from one share of its full value to another."""

    name: str
    sentences: Sequence[Sentence]
    epochs: float
    first_rate: float
    last_rate: float
    warm_up: float = 0.0  # share of the steps in which the rate rises from nothing


def new_reader(weights: Path, labels: Labels, sizes_of_names: int) -> Reader:
    """A reader whose encoder has the pretrained weights of a folder (config.json, model.safetensors)."""
    config = BertConfig.from_json_file(str(weights / "config.json"))
    config.attention_probs_dropout_prob = 0.0  # half the time of a step on a CPU goes to its random numbers
    encoder = BertModel(config, add_pooling_layer=False)
    state = load_file(str(weights / "model.safetensors"))
    missing = encoder.load_state_dict(
        {name.removeprefix("bert."): value for name, value in state.items()}, strict=False
    )
    if missing.missing_keys:
        raise ValueError(f"{weights}: the encoder lacks {missing.missing_keys}; it must be a BERT with safetensors")
    sizes = {"tag": len(labels.tag), "universal": len(labels.universal), "lemma": len(labels.lemma)}
    sizes |= {"relation": len(labels.relation), "event": len(labels.event), "realis": len(REALIS), "role": len(ROLES)}
    kinds = [kind.partition(".")[0] for kind in labels.event]
    types = list(dict.fromkeys(kinds))
    return Reader(encoder, {"name": sizes_of_names, **sizes, "start": 2}, [types.index(kind) for kind in kinds])


def fit(reader: Reader, maker: Maker, stage: Stage, seed: int, report: Callable[[str], None]) -> None:
    """Fit the reader to the sentences of a stage."""
    rng = random.Random(seed)  # noqa: S311  # order of the examples
    torch.manual_seed(seed)
    steps = max(1, round(len(batches(maker.examples(stage.sentences), PIECES)) * stage.epochs))
    optimizer, schedule = _optimizer(reader, stage, steps)
    step, begun, running = 0, time.monotonic(), 0.0
    while step < steps:
        for batch in batches(maker.examples(stage.sentences, rng), PIECES, rng)[: steps - step]:
            loss = _step(reader, batch, optimizer, rng)
            schedule.step()
            step += 1
            running = loss if step == 1 else 0.98 * running + 0.02 * loss
            if step % REPORT_EVERY == 0 or step == steps:
                report(f"{stage.name} {step}/{steps} loss {running:.3f} {time.monotonic() - begun:.0f} s")


def _optimizer(
    reader: Reader, stage: Stage, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    slow = list(reader.encoder.parameters())
    fast = [value for name, value in reader.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": slow, "lr": ENCODER_RATE}, {"params": fast, "lr": HEADS_RATE}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)

    def rate(step: int) -> float:
        falling = stage.first_rate + (stage.last_rate - stage.first_rate) * step / steps
        return min((step + 1) / max(1.0, stage.warm_up * steps), falling)

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, rate)


def _step(reader: Reader, batch: list[Example], optimizer: torch.optim.Optimizer, rng: random.Random) -> float:
    reader.train()
    loss = loss_of(reader, tensors(batch, rng))
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(reader.parameters(), LONGEST_GRADIENT)
    optimizer.step()
    return float(loss.item())


def loss_of(reader: Reader, batch: dict[str, Tensor]) -> Tensor:
    """The loss of a batch: of names where something is known of them, of syntax where there are trees."""
    words = reader.words(batch["pieces"], batch["cases"], batch["mask"], batch["firsts"])
    total = words.new_zeros(())
    known = batch["word_mask"] & ~batch["names"].all(-1)
    if known.any():
        total = total + NAMES_WEIGHT * _names_loss(reader, words, batch["names"])[known].mean()
    if (batch["head"] != IGNORED).any():
        total = total + WORD_WEIGHT * _words_loss(reader, words, batch) + _trees_loss(reader, words, batch)
    return total


def _names_loss(reader: Reader, words: Tensor, allowed: Tensor) -> Tensor:
    """By word: how unlikely the tags are that it may have, taken together."""
    log = functional.log_softmax(reader.heads["name"](words), -1)
    return -torch.logsumexp(log.masked_fill(~allowed, FORBIDDEN), -1)


def _words_loss(reader: Reader, words: Tensor, batch: dict[str, Tensor]) -> Tensor:
    losses = [_cross_entropy(reader.heads[name](words), batch[name]) for name in ("tag", "universal", "lemma", "start")]
    return torch.stack(losses).sum()


def _trees_loss(reader: Reader, words: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Of heads, which lie in the word's own sentence, and of the relations to the true heads."""
    is_same = batch["sentence"].unsqueeze(1) == batch["sentence"].unsqueeze(2)
    arcs = reader.arcs(words).masked_fill(~(is_same & batch["word_mask"].unsqueeze(1)), FORBIDDEN)
    relations = reader.relations(words, batch["head"].clamp(min=0))
    return _cross_entropy(arcs, batch["head"]) + _cross_entropy(relations, batch["relation"])


def _cross_entropy(scores: Tensor, gold: Tensor) -> Tensor:
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=IGNORED)
