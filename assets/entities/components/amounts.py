"""Pipeline component that marks amounts as MONEY and QUANTITY entities."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from assets.entities.amounts.amounts import amount_spans
from warehouse.tables.entities import AmountKind


class ChanceryAmounts:
    """Adds a MONEY or QUANTITY entity per amount; entities already there stay."""

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with MONEY and QUANTITY entities."""
        taken = {token.i for ent in doc.ents for token in ent}
        added: list[Span] = []
        for amount in amount_spans(doc.text):
            label = "MONEY" if amount.kind is AmountKind.MONEY else "QUANTITY"
            span = doc.char_span(amount.start, amount.end, label=label, alignment_mode="expand")
            if span is not None and not taken.intersection(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                added.append(span)
        doc.set_ents([*doc.ents, *added])
        return doc


@Language.factory("chancery_amounts", assigns=["doc.ents"])
def make_amounts(nlp: Language, name: str) -> ChanceryAmounts:
    """The component ``chancery_amounts``."""
    return ChanceryAmounts()
