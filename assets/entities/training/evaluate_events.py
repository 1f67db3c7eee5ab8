"""Figures of what reads events on texts that were kept out of training, before rules and lexicon have their say."""

from collections import Counter
from collections.abc import Sequence

import torch
from torch import Tensor

from assets.entities.encoder.labels import NO_ROLE, ROLES
from assets.entities.training.corpora import Sentence
from assets.entities.training.examples import Maker, tensors
from assets.entities.training.network import Reader

LEAST = 0.5  # probability of a type from which a word counts as telling an event


@torch.no_grad()
def event_figures(reader: Reader, maker: Maker, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Precision and recall of typed triggers, and of gold triggers realis and the words of each role, in percent."""
    reader.eval()
    count = Counter[str]()
    for example in maker.examples(sentences):
        batch = tensors([example])
        shared = reader.shared(batch["pieces"], batch["cases"], batch["mask"])
        words = reader.told_words(shared, batch["mask"], batch["firsts"])
        gold = batch["event"][0]
        triggers = torch.nonzero(gold > 0).squeeze(-1)
        _count_types(count, _types(reader, words), reader.types[gold.clamp(min=0)])
        realis = reader.event_heads["realis"](words)[0, triggers].argmax(-1)
        count["realis right"] += int((realis == batch["realis"][0, triggers]).sum())
        roles = reader.roles(words[:, triggers], words)[0].argmax(-1)
        is_same = batch["sentence"][0] == batch["sentence"][0, triggers].unsqueeze(-1)
        _count_roles(count, roles[is_same], batch["roles"][0, triggers][is_same])
    return _percentages(count)


def _types(reader: Reader, words: Tensor) -> Tensor:
    """(words,): the likeliest type of each word, none where it is not likely."""
    kinds = torch.softmax(reader.event_heads["event"](words)[0], -1)
    types = torch.zeros(len(kinds), int(reader.types.max()) + 1).index_add_(1, reader.types, kinds)
    likelihood, best = types[:, 1:].max(-1)
    return torch.where(likelihood >= LEAST, best + 1, 0)


def _count_types(count: Counter[str], found: Tensor, gold: Tensor) -> None:
    count.update(
        {
            "types found": int((found > 0).sum()),
            "types gold": int((gold > 0).sum()),
            "types right": int(((found == gold) & (gold > 0)).sum()),
            "triggers right": int(((found > 0) & (gold > 0)).sum()),
        }
    )


def _count_roles(count: Counter[str], found: Tensor, gold: Tensor) -> None:
    for number, role in enumerate(ROLES):
        is_found, is_gold = found == number, gold == number
        sizes = {"found": is_found, "gold": is_gold, "right": is_found & is_gold}
        count.update({f"{role} {name}": int(each.sum()) for name, each in sizes.items()})


def _percentages(count: Counter[str]) -> dict[str, float]:
    result = {
        "events": count["types gold"],
        "triggers F1": _f1(count["triggers right"], count["types found"], count["types gold"]),
        "types precision": _share(count["types right"], count["types found"]),
        "types recall": _share(count["types right"], count["types gold"]),
        "realis": _share(count["realis right"], count["types gold"]),
    }
    for role in ROLES:
        if role != NO_ROLE:
            result[f"{role} F1"] = _f1(count[f"{role} right"], count[f"{role} found"], count[f"{role} gold"])
    return result


def _f1(right: int, found: int, gold: int) -> float:
    return _share(2 * right, found + gold)


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
