"""Who is named together with whom: people of like names in the same company are hardly two."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

LEAST_SHARED = 1  # person named beside both
KNOWN_EVERYWHERE = 20  # documents: whoever more of them name is everybody's company
MOST_DOCUMENTS = 50  # of a person, whose company is known by then


@dataclass(frozen=True)
class Person:
    """What all chains of one full name together say."""

    key: str  # folded words of the name
    countries: frozenset[str]
    roles: frozenset[str]
    documents: frozenset[str]


class Company:
    """The people named in the documents that name somebody."""

    def __init__(self, people: Sequence[Person], cluster: Mapping[str, str]) -> None:
        """Args: everybody by full name, and the name that stands for each of those seen to be one person's."""
        self._cluster = cluster
        self._named: dict[str, set[str]] = defaultdict(set)
        for person in people:
            if len(person.documents) <= KNOWN_EVERYWHERE:
                for document_id in person.documents:
                    self._named[document_id].add(cluster[person.key])

    def is_shared(self, one: Person, other: Person) -> bool:
        """Whether the same people are named beside both, who are not named everywhere."""
        return (
            len((self._of(one) & self._of(other)) - {self._cluster[one.key], self._cluster[other.key]}) >= LEAST_SHARED
        )

    def _of(self, person: Person) -> set[str]:
        documents = sorted(person.documents)[:MOST_DOCUMENTS]
        return set().union(*(self._named[document_id] for document_id in documents if document_id in self._named))
