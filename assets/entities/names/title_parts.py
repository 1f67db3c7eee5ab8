"""What title phrases are made of: the entities around them and the phrase itself."""

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cached_property

from assets.entities.names.words import Words
from warehouse.tables.entities import RoleStatus

NATIONAL = frozenset({"country", "nation", "state", "republic", "kingdom"})


@dataclass(frozen=True)
class Place:
    """An entity that a title phrase can hold, by its words."""

    start: int
    end: int
    label: str
    country_id: str | None
    is_city: bool = False


@dataclass(frozen=True)
class TitlePhrase:
    """A title phrase over the words ``[start, end)``, without its determiner."""

    start: int
    end: int
    head_start: int
    head_end: int
    title: str
    portfolio: str | None
    country_id: str | None
    status: RoleStatus
    has_determiner: bool
    is_plural: bool
    is_explicit: bool  # the text names the country
    body: tuple[int, int] | None = None  # words of the institution it is an office of: "OAS"

    @property
    def is_former(self) -> bool:
        """Whether the office is held no more."""
        return self.status is RoleStatus.FORMER


@dataclass(frozen=True)
class Entities:
    """Entities found before people are looked for, by first and by last word."""

    by_start: Mapping[int, Place]
    by_end: Mapping[int, Place]

    @cached_property
    def countries(self) -> Counter[str]:
        """How often each country is named."""
        return Counter(place.country_id for place in self.by_start.values() if place.country_id)

    def is_about(self, country_ids: Set[str], share: float) -> bool:
        """Whether at least ``share`` of the countries named, the United States apart, are among these."""
        among = sum(self.countries[country_id] for country_id in country_ids)
        return among > 0 and among >= share * (self.countries.total() - self.countries["USA"])

    def country_before(self, words: Words, index: int) -> str | None:
        """Country named last before ``index``, in its sentence first, else in the sentence before."""
        for position in range(index - 1, max(index - 80, -1), -1):
            place = self.by_start.get(position)
            if words.sentences[index] - words.sentences[position] > 1:
                return None
            if place and place.label == "GPE" and place.country_id:
                return place.country_id
        return None
