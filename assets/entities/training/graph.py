"""What runs at reading time as one graph: everything but the repair of cycles."""

import torch
from torch import Tensor, nn
from torch.nn import functional

from assets.entities.training.network import FORBIDDEN, SHARED, Reader, through

IMPOSSIBLE = 1e9  # below the score of any root


class Graph(nn.Module):
    """The reader on one window of whole words without padding, decided: the scores stay inside.

    Sentences come from the graph's own starts, heads lie within their sentence, and of the words that could be the
    root of a sentence the likeliest is, so that the relations are of the heads that hold.
    """

    inputs = ("pieces", "cases", "firsts", "bias")
    outputs = (
        "names",
        "tags",
        "universal",
        "lemma",
        "starts",
        "heads",
        "relations",
        "arcs",
        "events",
        "realis",
        "roles",
    )

    def __init__(self, reader: Reader) -> None:
        """Take a trained reader."""
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, cases: Tensor, firsts: Tensor, bias: Tensor) -> tuple[Tensor, ...]:
        """The outputs in their order; ``bias`` is added to the log odds that a sentence starts at a word.

        Args:
            pieces: (1, pieces) word pieces with [CLS] and [SEP].
            cases: (1, pieces) class of casing of each.
            firsts: (1, words) place of each word's first piece.
            bias: (1, words) log odds.
        """
        shared = self.reader.shared(pieces, cases)
        words = self._words(through(self.reader.encoder.encoder.layer[SHARED:], shared), firsts)
        heads = self.reader.heads
        names = functional.log_softmax(heads["name"](words), -1)
        chosen = [heads[name](words).argmax(-1) for name in ("tag", "universal", "lemma")]
        start = heads["start"](words)
        starts = start[..., 1] - start[..., 0] + bias
        arcs = self._arcs(words, starts > 0)
        governors = arcs.argmax(-1)
        relations = self.reader.relations(words, governors).argmax(-1)
        told = self._words(through(self.reader.event_layers, shared), firsts)
        events, realis = (functional.softmax(head(told), -1) for head in self.reader.event_heads.values())
        roles = functional.softmax(self.reader.roles(told, told), -1)
        return names, *chosen, starts, governors, relations, arcs, events, realis, roles

    def _words(self, hidden: Tensor, firsts: Tensor) -> Tensor:
        return torch.gather(hidden, 1, firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))

    def _arcs(self, words: Tensor, is_start: Tensor) -> Tensor:
        """(1, words, words): log probability of each head of each word; exactly one word a sentence has itself."""
        sentence = torch.cumsum(is_start.long(), 1)
        is_other = sentence.unsqueeze(1) != sentence.unsqueeze(2)
        arcs = torch.log_softmax(self.reader.arcs(words).masked_fill(is_other, FORBIDDEN), -1)
        of_root = torch.diagonal(arcs, dim1=1, dim2=2)
        best = of_root.unsqueeze(1).masked_fill(is_other, -IMPOSSIBLE).amax(-1)
        is_root = of_root >= best
        places = torch.arange(words.shape[1], device=words.device)
        is_own = (places.unsqueeze(0) == places.unsqueeze(1)).unsqueeze(0)
        arcs = arcs.masked_fill(is_own & ~is_root.unsqueeze(-1), FORBIDDEN)
        return arcs.masked_fill(is_own & is_root.unsqueeze(-1), 1.0)  # above every log probability
