"""Pipeline component that marks known countries, peoples, cities, regions and venues."""

from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from assets.entities.components.tokenizer import ChanceryTokenizer
from assets.entities.names.country_namesakes import namesakes_told_apart
from assets.entities.names.gazetteer import Gazetteer, Match, name_tokenizer
from assets.entities.names.overlaps import add_entities
from assets.entities.names.place_names import place_gazetteer
from assets.entities.names.place_patterns import follows_name, in_place_context, is_surname, patterned_places
from assets.entities.names.words import Words, words_of

CITY_CONFIDENCE = 0.8  # countries and capitals are surer


class ChanceryPlaces:
    """Adds GPE, NORP, LOC and FAC entities."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the gazetteer of places."""
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with its places."""
        words = words_of(doc)
        known = [match for match in self.gazetteer.matches(words) if _is_place(words, match)]
        told = namesakes_told_apart(((words.text(match.start, match.end), match) for match in known), doc._.origin)
        add_entities(doc, words, [*told, *patterned_places(words)])
        return doc


def _is_place(words: Words, match: Match) -> bool:
    is_city = match.entry.label == "GPE" and match.entry.confidence <= CITY_CONFIDENCE
    if is_surname(words, match.start, match.end) or (is_city and follows_name(words, match.start, match.end)):
        return False
    return not match.entry.needs_context or in_place_context(words, match.start, match.end)


@Language.factory("chancery_places", assigns=["doc.ents"], default_config={"city_population": 100_000})
def make_places(nlp: Language, name: str, city_population: int) -> ChanceryPlaces:
    """The component ``chancery_places``."""
    return ChanceryPlaces(place_gazetteer(name_tokenizer(cast(ChanceryTokenizer, nlp.tokenizer)), city_population))
