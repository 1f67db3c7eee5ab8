"""Pipeline component that gathers what means one entity into a chain: names, titles, descriptions, pronouns."""

from spacy.language import Language
from spacy.tokens import Doc

from assets.entities.coreference.resolving import resolve


class ChanceryChains:
    """Sets ``doc._.chains``."""

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with its chains."""
        resolve(doc)
        return doc


@Language.factory("chancery_chains", requires=["doc.ents"])
def make_chains(nlp: Language, name: str) -> ChanceryChains:
    """The component ``chancery_chains``."""
    return ChanceryChains()
