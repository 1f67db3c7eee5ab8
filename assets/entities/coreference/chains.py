"""Chains: all mentions of one entity in a document, with the titles, descriptions and pronouns that mean it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from assets.entities.coreference.bodies import Body, short_names
from assets.entities.coreference.people import people_among
from assets.entities.extensions import Chain, Role
from assets.entities.names.names import name_key
from warehouse.reference import reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

CHAINED = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT"})
SHORTENED = frozenset({"ORG", "GPE"})  # labels whose long and short names are looked for


@dataclass
class Gathered:
    """The mentions of one entity while they are being gathered."""

    name: str
    label: str
    spans: list["Span"] = field(default_factory=list)

    @property
    def country_id(self) -> str | None:
        """Country that the entity is, lies in or represents."""
        return next((span._.country for span in self.spans if span._.country), None)

    def chain(self) -> Chain:
        """The chain of the names alone."""
        spans = sorted(self.spans, key=lambda span: span.start)
        roles: tuple[Role, ...] = tuple(span._.role for span in spans if span._.role is not None)
        return Chain(self.name, self.label, tuple((span.start, span.end) for span in spans), (), self.country_id, roles)


def named_chains(doc: "Doc") -> tuple[Chain, ...]:
    """The chains of the names of a Doc, in the order of their first mentions."""
    spans = [span for span in doc.ents if span.label_ in CHAINED]
    people = people_among([span for span in spans if span.label_ == "PERSON"])
    gathered = [
        *(Gathered(person.name, "PERSON", person.spans) for person in people),
        *_joined(_by_name(span for span in spans if span.label_ != "PERSON")),
    ]
    return tuple(sorted((each.chain() for each in gathered), key=lambda chain: chain.mentions[0]))


def _by_name(spans: Iterable["Span"]) -> list[Gathered]:
    """Mentions with one name, or one name that the lists of names have for them."""
    gathered: dict[tuple[str, str], Gathered] = {}
    for span in spans:
        name = span.kb_id_ or " ".join(span.text.split())
        key = (span.label_, " ".join(name_key(name.replace("’", "'"))) or name)
        gathered.setdefault(key, Gathered(name, span.label_)).spans.append(span)
    return list(gathered.values())


def _joined(gathered: Sequence[Gathered]) -> list[Gathered]:
    """The entities, those with a short name given to the one of the fuller name."""
    kept = [each for each in gathered if each.label not in SHORTENED]
    for label in sorted(SHORTENED):
        of_label = [each for each in gathered if each.label == label]
        bodies = [_body(each) for each in of_label]
        fuller = short_names(bodies)
        fuller = {number: fuller.get(meant, meant) for number, meant in _in_brackets(of_label, bodies)} | fuller
        for number, meant in fuller.items():
            of_label[meant].spans += of_label[number].spans
        kept += [each for number, each in enumerate(of_label) if number not in fuller]
    return kept


def _in_brackets(gathered: Sequence[Gathered], bodies: Sequence[Body]) -> Iterator[tuple[int, int]]:
    """Abbreviations in brackets behind one name, whose letters its words need not have: "State Agency (DANS)"."""
    by_end = {span.end: number for number, each in enumerate(gathered) for span in each.spans}
    for number, (each, body) in enumerate(zip(gathered, bodies, strict=True)):
        if each.label != "ORG" or body.is_known:
            continue
        before = {by_end[span.start - 1] for span in each.spans if span.start - 1 in by_end and _is_in_brackets(span)}
        others = before - {number}
        if len(others) == 1:
            yield number, others.pop()


def _is_in_brackets(span: "Span") -> bool:
    """Whether a span is an abbreviation and stands in brackets by itself."""
    doc = span.doc
    is_abbreviation = len(span) == 1 and span.text.isupper() and span.start > 0 and span.end < len(doc)
    return is_abbreviation and doc[span.start - 1].text == "(" and doc[span.end].text == ")"


def _body(gathered: Gathered) -> Body:
    written = dict.fromkeys(" ".join(span.text.split()) for span in gathered.spans)
    starts = tuple(span.start for span in gathered.spans)
    is_known = gathered.name in listed_bodies()
    return Body(gathered.name, is_known, gathered.country_id, starts, tuple(written))


@cache
def listed_bodies() -> frozenset[str]:
    """Names of bodies that the list of organizations has."""
    return frozenset(reference("organizations")["name"].to_list())
