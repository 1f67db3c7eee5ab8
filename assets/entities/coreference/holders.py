"""The people of a document whose offices it tells, and which of them a title phrase means."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assets.entities.extensions import Role
from assets.entities.names.title_parts import TitlePhrase
from assets.entities.sentences.token_lists import token_lists
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

DIPLOMATS = frozenset(
    {
        "foreign minister", "deputy foreign minister", "ambassador", "special envoy", "consul", "negotiator",
        "diplomat", "secretary of state", "diplomatic attaché", "chargé d'affaires", "permanent representative",
        "special representative", "assistant foreign minister",
    }
)  # fmt: skip
LEADERS = frozenset(
    {
        "president",
        "prime minister",
        "king",
        "chancellor",
        "supreme leader",
        "opposition leader",
        "party leader",
        "leader",
    }
)
# Words that open a clause of its own: "Gil met the minister" and "Gil said the minister left" are not of Gil.
OPENING = word_set(', ; : ( ) " “ ” - – — who which whose when while because although whom where after before if as')
PRESIDING = frozenset({"speaker of parliament", "chairman"})  # some of them are called president
LAST_NAMED = frozenset({"diplomat", "official"})


@dataclass(frozen=True)
class Holder:
    """A person whom a title phrase may mean."""

    spans: tuple["Span", ...]
    roles: tuple[Role, ...]
    country_id: str | None

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """First tokens of the mentions, in order."""
        return tuple(span.start for span in self.spans)

    def last_before(self, position: int) -> int:
        """First token of the last mention before ``position``; -1 when there is none."""
        at = bisect_left(self.starts, position)
        return self.starts[at - 1] if at else -1

    def last_end(self, position: int) -> int:
        """Token after that mention."""
        return self.spans[bisect_left(self.starts, position) - 1].end


class Holders:
    """People as a text names them, and the countries that its title phrases tell of them."""

    def __init__(self, doc: "Doc", holders: Sequence[Holder]) -> None:
        """Take the people of ``doc``."""
        self.holders = holders
        self.tokens = token_lists(doc)
        self.countries = {at: holder.country_id for at, holder in enumerate(holders) if holder.country_id}
        self._unknown = sorted(start for holder in holders if not holder.roles for start in holder.starts)

    def meant(self, fitting: Sequence[int], phrase: TitlePhrase, position: int) -> int | None:
        """The holder whom a phrase at the token ``position`` means, of those whom it fits; None where it is not sure."""
        at = self._named_last(self._of_country(fitting, phrase), phrase, position)
        if at is None or self._is_of_another(at, phrase, position):
            return None
        if phrase.is_explicit and phrase.country_id is not None:
            self.countries.setdefault(at, phrase.country_id)
        return at

    def _named_last(self, fitting: Sequence[int], phrase: TitlePhrase, position: int) -> int | None:
        """The holder named last before ``position``; nobody when two are named together, or none is."""
        named = sorted((self.holders[at].last_before(position), at) for at in fitting)
        before = [(start, at) for start, at in named if start >= 0]
        # Whom somebody speaks of is not who speaks: '"I hope to meet Minister Sol," the minister said'.
        before = [one for one in before if self._is_heard(one[0], position)] or before
        if not before:
            return fitting[0] if len(fitting) == 1 and phrase.is_explicit else None
        # Of two presidents in one sentence neither is "the president"; "the diplomat" is the one named last.
        if len(before) > 1 and phrase.title not in LAST_NAMED and self._are_together(before[-2][0], before[-1][0]):
            return None
        return before[-1][1]

    def _is_heard(self, start: int, position: int) -> bool:
        """Whether a mention stands in no quotation, or in that of the phrase."""
        inside = self.tokens.quotation_of(start)
        return inside is None or inside == self.tokens.quotation_of(position)

    def _of_country(self, fitting: Sequence[int], phrase: TitlePhrase) -> list[int]:
        """Those who fit and represent the country named; else the only one who fits and is of no known country.

        "President Duda" is not "the President of the United States", even where no other president is named.
        """
        if phrase.country_id is None:
            return list(fitting)
        same = [at for at in fitting if self.countries.get(at) == phrase.country_id]
        unknown = [at for at in fitting if at not in self.countries]
        if not phrase.is_explicit:  # "the Secretary of State" is of no other country than his title tells
            return same or unknown
        is_only = len(unknown) == 1 and phrase.end == phrase.head_end
        return same or (unknown if is_only else [])

    def _is_of_another(self, at: int, phrase: TitlePhrase, position: int) -> bool:
        """Whether the phrase rather means somebody else than the holder who fits it."""
        start = self.holders[at].last_before(position)
        if start < 0:
            return False
        is_unsure = phrase.title in LAST_NAMED and self._is_unknown_between(start, position)
        return is_unsure or self._is_in_clause(at, start, position) or self._has_namesake(at, phrase, start)

    def _is_unknown_between(self, start: int, position: int) -> bool:
        """Whether somebody whose office is not told is named in between: "the diplomat" may be that person."""
        return bisect_left(self._unknown, position) > bisect_right(self._unknown, start)

    def _is_in_clause(self, at: int, start: int, position: int) -> bool:
        """Whether the clause that names the holder goes on to the phrase: "Gil arrived with the minister"."""
        words = self.tokens.lower[self.holders[at].last_end(position) : position]
        return self._are_together(start, position) and bool(words) and OPENING.isdisjoint(words)

    def _has_namesake(self, at: int, phrase: TitlePhrase, start: int) -> bool:
        """Whether somebody named together with the holder is called so too: the President of the Senate."""
        if phrase.title != "president" or phrase.is_explicit:
            return False
        others = (each for number, each in enumerate(self.holders) if number != at)
        presiding = (each for each in others if any(role.title in PRESIDING for role in each.roles))
        called = (each for each in presiding if any("president" in role.text.lower() for role in each.roles))
        return any(self._are_together(start, first) for each in called for first in each.starts)

    def _are_together(self, first: int, second: int) -> bool:
        """Whether both tokens stand in one sentence."""
        return self.tokens.sentence_at[first] == self.tokens.sentence_at[second]
