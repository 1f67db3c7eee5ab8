"""One encoder and what is read off it: names, tags, lemma rules, sentence starts, heads and relations."""

import torch
from torch import Tensor, nn
from transformers import BertModel

CASES = 7  # lower, upper, title, mixed, digit, other, and none for the padding
ARC, RELATION = 192, 96  # width of the spaces in which words look for heads, and pairs for relations
DROPOUT = 0.15
FORBIDDEN = -1e4  # a score that no softmax lets through, and that int8 and float16 can hold


class Reader(nn.Module):
    """Heads over the first piece of each word; ``sizes`` is the number of labels of each.

    The encoder is uncased: a learned embedding of each word's casing gives the case back.
    """

    def __init__(self, encoder: BertModel, sizes: dict[str, int]) -> None:
        """Take a pretrained encoder; everything else begins at random."""
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.case = nn.Embedding(CASES, width, padding_idx=CASES - 1)
        nn.init.normal_(self.case.weight, std=0.02)
        self.dropout = nn.Dropout(DROPOUT)
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in sizes.items() if name != "relation"})
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


def _with_one(tensor: Tensor) -> Tensor:
    return torch.cat([tensor, torch.ones_like(tensor[..., :1])], -1)


def _projection(width: int, size: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(width, size), nn.GELU())
