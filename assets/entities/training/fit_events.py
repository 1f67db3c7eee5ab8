"""Fitting what reads events: layers and heads of their own above layers that stay as names and trees made them.

What flows out of the shared layers never changes, so that it is computed once.
"""

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional

from assets.entities.training.corpora import Sentence
from assets.entities.training.examples import IGNORED, Example, Maker, batches, tensors
from assets.entities.training.network import FORBIDDEN, Reader

PIECES = 1200  # of a batch, padding included: events are few, and need many steps
VARIANTS = 2  # of the windows into which the texts are cut
LAYERS_RATE, HEADS_RATE = 2e-4, 1e-3
WARM_UP, LAST_RATE = 0.03, 0.02  # share of the steps, and of the rate at the end
EVENT_WEIGHT, MODE_WEIGHT, REALIS_WEIGHT, ROLE_WEIGHT = 4.0, 1.0, 0.5, 2.0
TOLD_WEIGHT = 2.0  # of words that tell an event: most tell nothing
LONGEST_GRADIENT = 1.0
REPORT_EVERY = 100  # steps
NEW = ("event_layers.", "event_heads.", "trigger.", "argument.", "role")  # parameters that are fitted


@dataclass(frozen=True)
class Seen:
    """A window and what flows out of the shared layers for it."""

    example: Example
    shared: Tensor  # (pieces, width)

    @property
    def pieces(self) -> list[int]:
        """Its pieces, for the making of batches."""
        return self.example.pieces


def fit_events(
    reader: Reader, maker: Maker, sentences: Sequence[Sentence], epochs: int, seed: int, report: Callable[[str], None]
) -> None:
    """Fit the events' own layers and heads to sentences whose events are marked."""
    rng = random.Random(seed)  # noqa: S311  # order of the examples
    torch.manual_seed(seed)
    variants = [_seen(reader, maker.examples(sentences, rng)) for _ in range(VARIANTS)]
    steps = sum(len(batches(variants[epoch % VARIANTS], PIECES)) for epoch in range(epochs))
    optimizer = _optimizer(reader)
    step, begun, running = 0, time.monotonic(), 0.0
    for epoch in range(epochs):
        for batch in batches(variants[epoch % VARIANTS], PIECES, rng):
            _set_rate(optimizer, step / steps)
            loss = _step(reader, batch, optimizer)
            step += 1
            running = loss if step == 1 else 0.98 * running + 0.02 * loss
            if step % REPORT_EVERY == 0:
                report(f"events {step}/{steps} loss {running:.3f} {time.monotonic() - begun:.0f} s")


@torch.no_grad()
def _seen(reader: Reader, examples: list[Example]) -> list[Seen]:
    reader.eval()
    found: list[Seen] = []
    for batch in batches(examples, 4 * PIECES):
        inputs = tensors(batch)
        shared = reader.shared(inputs["pieces"], inputs["cases"], inputs["mask"]).half()
        found += [Seen(one, row[: len(one.pieces)].clone()) for one, row in zip(batch, shared, strict=True)]
    return found


def _optimizer(reader: Reader) -> torch.optim.Optimizer:
    chosen = {name: value for name, value in reader.named_parameters() if name.startswith(NEW)}
    slow = [value for name, value in chosen.items() if name.startswith("event_layers.")]
    fast = [value for name, value in chosen.items() if not name.startswith("event_layers.")]
    groups = [
        {"params": slow, "lr": LAYERS_RATE, "full": LAYERS_RATE},
        {"params": fast, "lr": HEADS_RATE, "full": HEADS_RATE},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _set_rate(optimizer: torch.optim.Optimizer, done: float) -> None:
    share = min(done / WARM_UP, 1.0 - (1.0 - LAST_RATE) * done)
    for group in optimizer.param_groups:
        group["lr"] = group["full"] * max(share, 1e-3)


def _step(reader: Reader, batch: list[Seen], optimizer: torch.optim.Optimizer) -> float:
    reader.train()
    inputs = tensors([one.example for one in batch])
    shared = torch.nn.utils.rnn.pad_sequence([one.shared.float() for one in batch], batch_first=True)
    loss = events_loss(reader, reader.told_words(shared, inputs["mask"], inputs["firsts"]), inputs)
    optimizer.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_([p for g in optimizer.param_groups for p in g["params"]], LONGEST_GRADIENT)
    optimizer.step()
    return float(loss.item())


def events_loss(reader: Reader, words: Tensor, batch: dict[str, Tensor]) -> Tensor:
    """Of what each word tells, first its type and then its mode; of the events marked, realis and roles."""
    scores = reader.event_heads["event"](words)
    known = batch["event"] != IGNORED
    types = torch.logsumexp(_by_type(functional.log_softmax(scores, -1), reader.types), -1)
    gold = batch["event"][known]
    weights = torch.where(gold > 0, TOLD_WEIGHT, 1.0)
    unlikely = functional.nll_loss(types[known], reader.types[gold], reduction="none")
    total = EVENT_WEIGHT * (unlikely * weights).mean() + MODE_WEIGHT * functional.cross_entropy(scores[known], gold)
    rows, places = torch.nonzero(batch["event"] > 0, as_tuple=True)
    if len(rows) == 0:
        return total
    realis = reader.event_heads["realis"](words[rows, places])
    total = total + REALIS_WEIGHT * functional.cross_entropy(realis, batch["realis"][rows, places])
    roles = reader.roles(words[rows, places].unsqueeze(1), words[rows]).squeeze(1)
    is_same = batch["sentence"][rows] == batch["sentence"][rows, places].unsqueeze(-1)
    return total + ROLE_WEIGHT * functional.cross_entropy(roles[is_same], batch["roles"][rows, places][is_same])


def _by_type(scores: Tensor, types: Tensor) -> Tensor:
    """(..., types, kinds) of (..., kinds): the score of each kind under its type, nothing elsewhere."""
    is_own = types.unsqueeze(0) == torch.arange(int(types.max()) + 1).unsqueeze(1)
    return scores.unsqueeze(-2).masked_fill(~is_own, FORBIDDEN)
