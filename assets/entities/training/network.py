"""One encoder and what is read off it: names, tags, lemma rules, sentence starts, heads and relations."""

from collections.abc import Iterable
from copy import deepcopy

import torch
from torch import Tensor, nn
from transformers import BertModel

CASES = 7  # lower, upper, title, mixed, digit, other, and none for the padding
ARC, RELATION = 192, 96  # width of the spaces in which words look for heads, and pairs for relations
SHARED = 4  # layers of the encoder that events share with names and trees; the layers above have a copy for events
EVENT, ROLE = 256, 128  # width of the layer before the kinds of events, and of the space of triggers and arguments
EVENT_HEADS = ("event", "realis")
DROPOUT = 0.15
FORBIDDEN = -1e4  # a score that no softmax lets through, and that int8 and float16 can hold


class Reader(nn.Module):
    """Heads over the first piece of each word; ``sizes`` is the number of labels of each.

    The encoder is uncased: a learned embedding of each word's casing gives the case back.
    """

    types: Tensor  # by kind of event: the number of its type

    def __init__(self, encoder: BertModel, sizes: dict[str, int], types: list[int]) -> None:
        """Take a pretrained encoder; everything else begins at random."""
        super().__init__()
        self.register_buffer("types", torch.tensor(types), persistent=False)
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.event_layers = nn.ModuleList(deepcopy(layer) for layer in encoder.encoder.layer[SHARED:])
        self.case = nn.Embedding(CASES, width, padding_idx=CASES - 1)
        nn.init.normal_(self.case.weight, std=0.02)
        self.dropout = nn.Dropout(DROPOUT)
        plain = {name: size for name, size in sizes.items() if name not in ("relation", "role", *EVENT_HEADS)}
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in plain.items()})
        self.event_heads = nn.ModuleDict(
            {name: nn.Sequential(_projection(width, EVENT), nn.Linear(EVENT, sizes[name])) for name in EVENT_HEADS}
        )
        self.trigger, self.argument = _projection(width, ROLE), _projection(width, ROLE)
        self.role = nn.Parameter(torch.zeros(ROLE + 1, sizes["role"] * (ROLE + 1)))
        nn.init.xavier_uniform_(self.role)
        self.arc_child, self.arc_head = _projection(width, ARC), _projection(width, ARC)
        self.rel_child, self.rel_head = _projection(width, RELATION), _projection(width, RELATION)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.rel = nn.Parameter(torch.zeros(RELATION + 1, sizes["relation"] * (RELATION + 1)))
        nn.init.xavier_uniform_(self.rel)
        nn.init.xavier_uniform_(self.arc)

    def words(self, pieces: Tensor, cases: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """(batch, words, width) of (batch, pieces) pieces, cases and mask; firsts (batch, words) index pieces."""
        embedded = self.encoder.embeddings.word_embeddings(pieces) + self.case(cases)
        hidden = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        chosen = torch.gather(hidden, 1, firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return self.dropout(chosen)

    def copy_layers(self) -> None:
        """Let the layers of events begin as those of names and trees are."""
        for own, layer in zip(self.event_layers, self.encoder.encoder.layer[SHARED:], strict=True):
            own.load_state_dict(layer.state_dict())

    def shared(self, pieces: Tensor, cases: Tensor, mask: Tensor | None = None) -> Tensor:
        """(batch, pieces, width) after the layers that events share with the rest; without a mask nothing is padded."""
        embeddings, places = self.encoder.embeddings, torch.arange(pieces.shape[1], device=pieces.device)
        embedded = embeddings.word_embeddings(pieces) + self.case(cases)
        embedded = embedded + embeddings.position_embeddings(places) + embeddings.token_type_embeddings.weight[0]
        added = None if mask is None else padding(mask)
        return through(self.encoder.encoder.layer[:SHARED], embeddings.LayerNorm(embedded), added)

    def told_words(self, shared: Tensor, mask: Tensor, firsts: Tensor) -> Tensor:
        """(batch, words, width) as the layers of events see them."""
        hidden = through(self.event_layers, shared, padding(mask))
        chosen = torch.gather(hidden, 1, firsts.unsqueeze(-1).expand(-1, -1, hidden.shape[-1]))
        return self.dropout(chosen)

    def arcs(self, words: Tensor) -> Tensor:
        """(batch, children, heads): score of each head of each word; a root is its own head."""
        child, head = self.dropout(self.arc_child(words)), self.dropout(self.arc_head(words))
        return _with_one(child) @ self.arc @ head.transpose(1, 2)

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """(batch, words, relations): score of each relation of each word to the head given."""
        chosen = torch.gather(words, 1, heads.unsqueeze(-1).expand(-1, -1, words.shape[-1]))
        child = _with_one(self.dropout(self.rel_child(words)))
        head = _with_one(self.dropout(self.rel_head(chosen)))
        sides = (child @ self.rel).unflatten(-1, (-1, RELATION + 1))
        return (sides @ head.unsqueeze(-1)).squeeze(-1)

    def roles(self, triggers: Tensor, words: Tensor) -> Tensor:
        """(batch, triggers, words, roles): score of each role of each word in the event of each trigger."""
        trigger = _with_one(self.dropout(self.trigger(triggers)))
        argument = _with_one(self.dropout(self.argument(words)))
        sides = (trigger @ self.role).unflatten(-1, (-1, ROLE + 1))
        return torch.einsum("btrd,bwd->btwr", sides, argument)


def padding(mask: Tensor) -> Tensor:
    """What is added to the attention so that nothing looks at padding."""
    return (1.0 - mask[:, None, None, :].float()) * FORBIDDEN


def through(layers: Iterable[nn.Module], hidden: Tensor, added: Tensor | None = None) -> Tensor:
    """What flows out of layers of the encoder."""
    for layer in layers:
        output = layer(hidden) if added is None else layer(hidden, added)
        hidden = output[0] if isinstance(output, tuple) else output
    return hidden


def _with_one(tensor: Tensor) -> Tensor:
    return torch.cat([tensor, torch.ones_like(tensor[..., :1])], -1)


def _projection(width: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, size), nn.GELU())
