"""Pipeline component that gathers the mentions of each entity into a chain."""

from spacy.language import Language
from spacy.tokens import Doc

from assets.entities.names.chains import chains_of


class ChanceryChains:
    """Sets ``doc._.chains``."""

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with its chains."""
        doc._.chains = chains_of(doc)
        return doc


@Language.factory("chancery_chains", requires=["doc.ents"])
def make_chains(nlp: Language, name: str) -> ChanceryChains:
    """The component ``chancery_chains``."""
    return ChanceryChains()
