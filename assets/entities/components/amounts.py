"""Pipeline component that marks amounts as MONEY and QUANTITY entities."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from assets.entities.amounts.amounts import amount_spans
from warehouse.tables.amounts import AmountKind


class ChanceryAmounts:
    """Adds a MONEY or QUANTITY entity per amount; entities already there stay."""

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with MONEY and QUANTITY entities."""
        taken = {token: ent for ent in doc.ents for token in range(ent.start, ent.end)}
        inside: set[Span] = set()
        added: list[Span] = []
        for amount in amount_spans(doc.text):
            label = "MONEY" if amount.kind is AmountKind.MONEY else "QUANTITY"
            span = doc.char_span(amount.start, amount.end, label=label, alignment_mode="expand")
            if span is None:
                continue
            there = {taken[token] for token in range(span.start, span.end) if token in taken}
            if all(_is_currency(ent, span) for ent in there):
                inside |= there
                taken |= dict.fromkeys(range(span.start, span.end), span)
                added.append(span)
        doc.set_ents([*(ent for ent in doc.ents if ent not in inside), *added])
        return doc


def _is_currency(ent: Span, amount: Span) -> bool:
    """Whether a name belongs to an amount: the country of "500,000 US dollars"."""
    is_inside = amount.start <= ent.start and ent.end <= amount.end
    return is_inside and amount.label_ == "MONEY" and ent.label_ in {"GPE", "NORP"}


@Language.factory("chancery_amounts", assigns=["doc.ents"])
def make_amounts(nlp: Language, name: str) -> ChanceryAmounts:
    """The component ``chancery_amounts``."""
    return ChanceryAmounts()
