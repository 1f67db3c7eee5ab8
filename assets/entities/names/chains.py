"""Chains: all mentions of one entity in a document, with the title phrases that mean it."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assets.entities.extensions import Chain, Role
from assets.entities.names.names import name_key
from assets.entities.names.nominals import Holder, nominals_of
from assets.entities.names.scenes import scene_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

CHAINED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})


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
    holders = [Holder(tuple(each.spans), each.roles, each.country_id) for each in people]
    for nominal in nominals_of(doc, scene_of(doc), holders):
        person = people[nominal.holder]
        person.nominals.append((nominal.start, nominal.end))
        person.nominal_country = person.nominal_country or nominal.country_id
