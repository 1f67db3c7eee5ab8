"""Pipeline component that takes over the names which a chosen spaCy pipeline has found."""

import warnings

from spacy.language import Language
from spacy.tokens import Doc, Span

from assets.entities.extensions import FoundName
from assets.entities.names.organization_patterns import EVENT_HEADS

LABEL_OF = {
    **{label: label for label in ("PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT")},
    **{"PER": "PERSON", "ORGANIZATION": "ORG", "LOCATION": "LOC"},
}
# Times and amounts are left to our rules; for the others the product has no label.
LEFT_OUT = frozenset({"DATE", "TIME", "MONEY", "QUANTITY", "PERCENT", "CARDINAL", "ORDINAL"}) | frozenset(
    {"LAW", "LANGUAGE", "PRODUCT", "WORK_OF_ART"}
)
MIXED = "MISC"  # CoNLL: peoples, events, works
CONFIDENCE = 0.8  # spaCy's recognisers give none
ARTICLES = frozenset({"the", "a", "an"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})


class ChanceryLabels:
    """Moves the entities of a Doc to ``doc._.found_names``, in our labels and within our borders."""

    def __init__(self, has_states: bool) -> None:
        """Take whether states have a label of their own (GPE); without it most places (LOC) are states and cities."""
        self.label_of = LABEL_OF if has_states else LABEL_OF | {"LOC": "GPE", "LOCATION": "GPE"}
        self._unknown: set[str] = set()

    def __call__(self, doc: Doc) -> Doc:
        """The same doc without entities and with found names."""
        names = (self._name(ent) for ent in doc.ents)
        doc._.found_names = tuple(name for name in names if name is not None)
        doc.set_ents([])
        return doc

    def _name(self, ent: Span) -> FoundName | None:
        label = self._label(ent)
        start, end = _borders(ent)
        return FoundName(start, end, label, CONFIDENCE) if label and start < end else None

    def _label(self, ent: Span) -> str | None:
        """Our label; None for what we do not mark. What MISC means is told by its last word, if at all."""
        if ent.label_ == MIXED:
            return "EVENT" if ent[-1].text in EVENT_HEADS else None
        label = self.label_of.get(ent.label_)
        if label is None and ent.label_ not in LEFT_OUT | self._unknown:
            self._unknown.add(ent.label_)
            known = ", ".join(sorted(LABEL_OF))
            warnings.warn(f"names labelled {ent.label_!r} are dropped: labels known are {known}, {MIXED}", stacklevel=2)
        return label


def _borders(ent: Span) -> tuple[int, int]:
    """Tokens of a name without article, possessive and white space: OntoNotes has them inside."""
    start, end = ent.start, ent.end
    while start < end and (ent.doc[start].is_space or ent.doc[start].lower_ in ARTICLES):
        start += 1
    while start < end and (ent.doc[end - 1].is_space or ent.doc[end - 1].text in POSSESSIVES):
        end -= 1
    return start, end


@Language.factory("chancery_labels", requires=["doc.ents"], assigns=["doc.ents"])
def make_labels(nlp: Language, name: str) -> ChanceryLabels:
    """The component ``chancery_labels``, after those that find names in the chosen pipeline."""
    finders = [pipe for other, pipe in nlp.pipeline if "doc.ents" in nlp.get_pipe_meta(other).assigns]
    return ChanceryLabels(has_states=any("GPE" in getattr(finder, "labels", ()) for finder in finders))
