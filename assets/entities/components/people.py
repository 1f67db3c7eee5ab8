"""Pipeline component that marks people and the title phrases attached to them."""

from spacy.language import Language
from spacy.tokens import Doc

from assets.entities.extensions import Role
from assets.entities.names.delegations import with_delegation_countries
from assets.entities.names.gazetteer import Entry, Match
from assets.entities.names.governments import with_governments
from assets.entities.names.identities import Person, people_of
from assets.entities.names.offices import with_fuller_offices
from assets.entities.names.overlaps import add_entities
from assets.entities.names.people import named_people
from assets.entities.names.scenes import Scene, scene_of
from assets.entities.names.title_parts import TitlePhrase


class ChanceryPeople:
    """Adds PERSON entities with their roles; the knowledge-base id is the fullest name in the document."""

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with its people."""
        scene = scene_of(doc)
        people = with_delegation_countries(scene, people_of(scene, named_people(scene)))
        people = with_governments(scene, with_fuller_offices(people), doc._.government, doc._.origin)
        add_entities(doc, scene.words, [_match(doc, scene, person) for person in people])
        return doc


def _match(doc: Doc, scene: Scene, person: Person) -> Match:
    named = person.named
    role = _role(doc, scene, named.title) if named.title else None
    entry = Entry(person.name, "PERSON", named.country(scene), named.confidence)
    return Match(named.start, named.end, entry, role)


def _role(doc: Doc, scene: Scene, phrase: TitlePhrase) -> Role:
    span = scene.words.span(doc, phrase.start, phrase.end)
    body = scene.words.span(doc, *phrase.body) if phrase.body else None
    return Role(
        text=span.text,
        start_char=span.start_char,
        end_char=span.end_char,
        title=phrase.title,
        country_id=phrase.country_id,
        status=phrase.status,
        portfolio=phrase.portfolio,
        body=(body.start_char, body.end_char) if body is not None else None,
    )


@Language.factory("chancery_people", requires=["doc.ents"], assigns=["doc.ents"])
def make_people(nlp: Language, name: str) -> ChanceryPeople:
    """The component ``chancery_people``."""
    return ChanceryPeople()
