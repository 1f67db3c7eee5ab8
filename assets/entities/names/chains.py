"""Chains: all mentions of one entity in a document, with the title phrases that mean it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assets.entities.extensions import Chain, Role
from assets.entities.names.names import name_key
from assets.entities.names.scenes import Scene, scene_of
from assets.entities.names.title_parts import TitlePhrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

CHAINED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})
DIPLOMATS = frozenset(
    {"foreign minister", "deputy foreign minister", "ambassador", "special envoy", "consul", "negotiator"}
)
LEADERS = frozenset(
    {"president", "prime minister", "king", "chancellor", "supreme leader", "opposition leader", "party leader"}
)


@dataclass
class Gathered:
    """The mentions of one entity while they are being gathered."""

    name: str
    label: str
    spans: list["Span"] = field(default_factory=list)
    nominals: list[tuple[int, int]] = field(default_factory=list)
    nominal_country: str | None = None

    @property
    def roles(self) -> tuple[Role, ...]:
        """Roles that the mentions carry."""
        return tuple(span._.role for span in self.spans if span._.role is not None)

    @property
    def country_id(self) -> str | None:
        """Country that the entity is, lies in or represents."""
        countries = [span._.country for span in self.spans]
        return next((country for country in countries if country), self.nominal_country)

    def chain(self) -> Chain:
        """The finished chain."""
        mentions = tuple((span.start, span.end) for span in self.spans)
        return Chain(self.name, self.label, mentions, tuple(self.nominals), self.country_id, self.roles)


def chains_of(doc: "Doc") -> tuple[Chain, ...]:
    """The chains of a Doc in the order of their first mentions."""
    gathered: dict[tuple[str, str], Gathered] = {}
    for span in doc.ents:
        if span.label_ in CHAINED:
            name = span.kb_id_ or " ".join(span.text.split())
            key = (span.label_, " ".join(name_key(name)) or name)
            gathered.setdefault(key, Gathered(name, span.label_)).spans.append(span)
    people = [each for (label, _), each in gathered.items() if label == "PERSON"]
    if people:
        _add_nominals(doc, people)
    return tuple(each.chain() for each in gathered.values())


def _add_nominals(doc: "Doc", people: list[Gathered]) -> None:
    """Give each title phrase that stands for a person to the person it means."""
    scene = scene_of(doc)
    attached = {role.start_char for person in people for role in person.roles}
    for phrase in scene.phrases:
        span = scene.words.span(doc, phrase.start, phrase.end)
        if span.start_char in attached or not phrase.has_determiner or phrase.is_plural or _is_generic(scene, phrase):
            continue
        person = _meant(people, phrase, span.start)
        if person is not None:
            start = (
                scene.words.tokens[phrase.start - 1]
                if scene.words.at(phrase.start - 1).lower() == "the"
                else span.start
            )
            person.nominals.append((start, span.end))
            person.nominal_country = person.nominal_country or phrase.country_id


def _is_generic(scene: Scene, phrase: TitlePhrase) -> bool:
    """A person introduced as new, somebody's counterpart, or the holder of the office in general."""
    return scene.words.at(phrase.start - 1).lower() in {"a", "an", "his", "her", "their", "my", "our"}


def _meant(people: Iterable[Gathered], phrase: TitlePhrase, position: int) -> Gathered | None:
    """The person named last before ``position`` whose office fits the phrase; sure of the country before unsure."""
    fitting = [person for person in people if any(fits(role, phrase) for role in person.roles)]
    named = [person for person in fitting if person.spans[0].start < position] or fitting
    if phrase.country_id:
        same = [person for person in named if person.country_id == phrase.country_id]
        named = same or [person for person in named if person.country_id is None]
    return max(named, key=lambda person: _last_before(person, position), default=None)


def _last_before(person: Gathered, position: int) -> int:
    return max((span.start for span in person.spans if span.start < position), default=-1)


def fits(role: Role, phrase: TitlePhrase) -> bool:
    """Whether a title phrase can mean somebody who holds the role."""
    if role.is_former != phrase.is_former and phrase.is_former:
        return False
    generic = {
        "minister": role.title.endswith("minister"),
        "diplomat": role.title in DIPLOMATS,
        "leader": role.title in LEADERS,
        "secretary": role.title.startswith("secretary") or role.title.endswith("secretary"),
        "deputy minister": role.title.startswith("deputy"),
    }
    is_us_minister = {role.title, phrase.title} == {"foreign minister", "secretary of state"}
    return generic.get(phrase.title, False) or role.title == phrase.title or is_us_minister
