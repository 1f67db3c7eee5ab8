"""Pipeline component that adds the names which the encoder sees to those that the rules have marked."""

from spacy.language import Language
from spacy.tokens import Doc

from assets.entities.components.organizations import ChanceryOrganizations
from assets.entities.components.places import ChanceryPlaces
from assets.entities.names.gazetteer import Gazetteer
from assets.entities.names.merging import merged
from assets.entities.names.overlaps import add_entities, existing_matches
from assets.entities.names.words import words_of


class ChanceryEncoderNames:
    """Merges ``doc._.found_names`` into the entities."""

    def __init__(self, gazetteers: list[Gazetteer]) -> None:
        """Take the lists in which a found name may stand."""
        self.gazetteers = gazetteers

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with its names."""
        if doc._.found_names:
            words = words_of(doc)
            matches = merged(words, existing_matches(doc, words), doc._.found_names, self.gazetteers)
            doc.set_ents([])
            add_entities(doc, words, matches)
        return doc


@Language.factory("chancery_encoder_names", requires=["doc.ents"], assigns=["doc.ents"])
def make_encoder_names(nlp: Language, name: str) -> ChanceryEncoderNames:
    """The component ``chancery_encoder_names``; its lists are those of the components before it."""
    known = (pipe for _, pipe in nlp.pipeline if isinstance(pipe, ChanceryPlaces | ChanceryOrganizations))
    return ChanceryEncoderNames([pipe.gazetteer for pipe in known])
