"""Pipeline component that marks time expressions as DATE entities."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from assets.entities.times.times import time_spans


class ChanceryTimes:
    """Adds a DATE entity per time expression; entities already there stay."""

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with DATE entities."""
        taken = {token.i for ent in doc.ents for token in ent}
        added: list[Span] = []
        for time in time_spans(doc.text):
            span = doc.char_span(time.start, time.end, label="DATE", alignment_mode="expand")
            if span is not None and not taken.intersection(range(span.start, span.end)):
                taken.update(range(span.start, span.end))
                added.append(span)
        doc.set_ents([*doc.ents, *added])
        return doc


@Language.factory("chancery_times", assigns=["doc.ents"])
def make_times(nlp: Language, name: str) -> ChanceryTimes:
    """The component ``chancery_times``."""
    return ChanceryTimes()
