"""The scene of a Doc: its words, entities and title phrases, as the rules for people read them."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assets.entities.names.names import name_end
from assets.entities.names.place_names import country_names
from assets.entities.names.title_parts import Entities, Place, TitlePhrase
from assets.entities.names.titles import title_phrases
from assets.entities.names.words import Words, words_of
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


OPENERS = word_set("in at during after before while when as on upon alongside together with for from since besides")
SUBJECTS_VERBS = word_set(
    "said says told tells was is had has will would also met meets held holds made makes spoke speaks took takes gave gives "
    "calls thanks hopes notes adds urges welcomes went did can could should"
)
# Verbs after which "of" tells no origin: "accused Sol of Peru".
TOLD = word_set(
    "inform informs informed informing notify notifies notified advise advises advised assure assures assured assuring "
    "remind reminds reminded reminding accuse accuses accused accusing warn warns warned warning tell tells told telling "
    "convince convinced apprise apprised suspect suspected"
)


@dataclass(frozen=True)
class Named:
    """A person's name at the words ``[start, end)``."""

    start: int
    end: int
    confidence: float
    title: TitlePhrase | None = None

    def country(self, scene: "Scene") -> str | None:
        """Country that the title represents, or that the name is said to be of: "Spain's Pedro Sánchez"."""
        if self.title and self.title.country_id:
            return self.title.country_id
        owner = scene.entities.by_end.get(self.start - 1) if scene.words.at(self.start - 1) == "'s" else None
        return next((place.country_id for place in (owner, self._after(scene)) if place and place.label == "GPE"), None)

    def _after(self, scene: "Scene") -> Place | None:
        """The place that the name is said to be of; none in "He told Sol of Peru's views", "informed Sol of Peru"."""
        words = scene.words
        start = self.title.start if self.title and self.title.end <= self.start else self.start
        is_told = words.at(start - 1).lower() in TOLD
        place = scene.entities.by_start.get(self.end + 1) if words.at(self.end) == "of" and not is_told else None
        return None if place is None or words.at(place.end) == "'s" else place


@dataclass(frozen=True)
class Scene:
    """What the rules look at: the words, the entities and titles in them."""

    words: Words
    entities: Entities
    stops: frozenset[int]  # words of other entities
    cities: frozenset[int]  # those of them that are single words for cities, and surnames after a title
    phrases: tuple[TitlePhrase, ...]

    @cached_property
    def free_stops(self) -> frozenset[int]:
        """Words of other entities that are no part of a name even after a title."""
        return self.stops - self.cities

    @cached_property
    def phrase_ends(self) -> frozenset[int]:
        """Words right after a title phrase."""
        return frozenset(phrase.end for phrase in self.phrases)

    def is_subject(self, comma: int, end: int) -> bool:
        """Whether the name between a comma and ``end`` is whom a clause with an opening is about.

        "In talks with the minister of Peru, Ana Rey said": nobody there is called a minister.
        """
        words = self.words
        first = words.sentences.index(words.sentences[comma])
        opening, verb = words.lower[first], words.at(end)
        is_opened = opening in OPENERS or opening.endswith("ing")
        is_first = "," not in words.texts[first:comma]
        return is_opened and is_first and (verb in SUBJECTS_VERBS or verb.endswith("ed"))

    def name_end(self, start: int, may_be_capitals: bool = False) -> int:
        """Word after the name that begins at ``start``."""
        return name_end(self.words, start, self.stops, may_be_capitals)


def _is_city(ent: "Span") -> bool:
    return len(ent) == 1 and ent.label_ == "GPE" and ent.kb_id_ not in country_names()


def scene_of(doc: "Doc") -> Scene:
    """The scene of a Doc whose places and organizations are found."""
    words = words_of(doc)
    position = {token: index for index, token in enumerate(words.tokens)}
    places = [
        Place(position[ent.start], position[ent.end - 1] + 1, ent.label_, ent._.country, _is_city(ent))
        for ent in doc.ents
        if ent.label_ != "PERSON"
    ]
    entities = Entities({place.start: place for place in places}, {place.end: place for place in places})
    stops = frozenset(index for place in places for index in range(place.start, place.end))
    cities = frozenset(place.start for place in places if place.is_city)
    return Scene(words, entities, stops, cities, tuple(title_phrases(words, entities)))
