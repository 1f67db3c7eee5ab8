"""Pipeline component that finds sentence boundaries."""

from spacy.language import Language
from spacy.tokens import Doc

from assets.entities.sentences import sentence_starts


class ChancerySentences:
    """Sets sentence starts: abbreviations do not end a sentence, blank lines always do."""

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with sentence starts."""
        starts = sentence_starts([token.text for token in doc], [bool(token.whitespace_) for token in doc])
        for token, is_start in zip(doc, starts, strict=True):
            token.is_sent_start = is_start
        return doc


@Language.factory("chancery_sentences", assigns=["token.is_sent_start"])
def make_sentences(nlp: Language, name: str) -> ChancerySentences:
    """The component ``chancery_sentences``."""
    return ChancerySentences()
