"""Pipeline component that marks organizations and named events."""

from collections.abc import Iterable, Iterator
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from assets.entities.components.tokenizer import ChanceryTokenizer
from assets.entities.names.abbreviations import introductions
from assets.entities.names.gazetteer import Entry, Gazetteer, Match, name_tokenizer
from assets.entities.names.organization_names import organization_gazetteer
from assets.entities.names.organization_patterns import EVENT_HEADS, Surroundings, patterned_organizations
from assets.entities.names.overlaps import add_entities, existing_matches
from assets.entities.names.title_words import title_words
from assets.entities.names.vocabulary import is_capitalised
from assets.entities.names.words import Words, words_of


class ChanceryOrganizations:
    """Adds ORG and EVENT entities."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take the gazetteer of organizations."""
        self.gazetteer = gazetteer

    def __call__(self, doc: Doc) -> Doc:
        """The same doc with its organizations."""
        words = words_of(doc)
        around = Surroundings(_places(doc, words), title_words())
        found = [*self.gazetteer.matches(words), *patterned_organizations(words, around)]
        found += [*_with_people(words, found, around), *_named_events(words, found), *_social_networks(words)]
        found += list(_introduced(words, found))
        add_entities(doc, words, found)
        return doc


def _places(doc: Doc, words: Words) -> dict[int, tuple[int, str, str | None]]:
    """Places by their first word."""
    return {
        match.start: (match.end, match.entry.label, match.entry.country_id) for match in existing_matches(doc, words)
    }


def _with_people(words: Words, found: list[Match], around: Surroundings) -> Iterator[Match]:
    """Known names together with the people or country right before: "Chinese Foreign Ministry"."""
    starts = {
        place[0]: (first, place[2])
        for first, place in around.places.items()
        if place[2] and place[1] in {"NORP", "GPE"}
    }
    for match in found:
        first, country = starts.get(match.start, (None, None))
        is_adjective = first is not None and words.is_together(first, match.start)
        if first is not None and is_adjective and match.entry.country_id is None and match.entry.label == "ORG":
            name = f"{words.text(first, match.start)} {match.entry.name}"
            yield Match(first, match.end, Entry(name, "ORG", country, match.entry.confidence))


def _named_events(words: Words, found: list[Match]) -> Iterator[Match]:
    """Meetings named after the body that meets: "Group of 77 plus China Summit"."""
    for match in found:
        is_event = words.at(match.end) in EVENT_HEADS and words.is_together(match.start, match.end)
        if is_event and match.entry.label == "ORG":
            name = words.text(match.start, match.end + 1)
            yield Match(match.start, match.end + 1, Entry(name, "EVENT", match.entry.country_id, 0.85))


def _social_networks(words: Words) -> Iterator[Match]:
    """The network whose name is one letter: "on the social network X"."""
    for index, word in enumerate(words.texts):
        if (
            word == "X"
            and words.at(index - 1) in {"network", "platform", "on"}
            and not is_capitalised(words.at(index + 1))
        ):
            yield Match(index, index + 1, Entry("X", "ORG", None, 0.8))


def _introduced(words: Words, found: list[Match]) -> Iterator[Match]:
    """Names with an abbreviation in brackets, and the abbreviation wherever it stands."""
    known = {words.texts[match.start]: match.entry for match in found if match.end - match.start == 1}
    introduced = list(introductions(words))
    places: dict[str, list[int]] = {words.texts[introduction.abbreviation]: [] for introduction in introduced}
    for index, word in enumerate(words.texts):
        if word in places:
            places[word].append(index)
    ends: dict[int, list[Match]] = {}
    for match in found:
        ends.setdefault(match.end, []).append(match)
    for introduction in introduced:
        abbreviation = words.texts[introduction.abbreviation]
        entry = known.get(abbreviation) or _named(
            words, introduction.start, introduction.end, ends.get(introduction.end, ())
        )
        yield Match(introduction.start, introduction.end, entry)
        yield from (Match(index, index + 1, entry) for index in places.pop(abbreviation, ()))


def _named(words: Words, start: int, end: int, found: Iterable[Match]) -> Entry:
    covering = [match for match in found if match.start <= start and match.entry.label == "ORG"]
    country = next((match.entry.country_id for match in covering), None)
    return Entry(words.text(start, end), "ORG", country, 0.85, is_guess=True)


@Language.factory("chancery_organizations", requires=["doc.ents"], assigns=["doc.ents"])
def make_organizations(nlp: Language, name: str) -> ChanceryOrganizations:
    """The component ``chancery_organizations``."""
    return ChanceryOrganizations(organization_gazetteer(name_tokenizer(cast(ChanceryTokenizer, nlp.tokenizer))))
