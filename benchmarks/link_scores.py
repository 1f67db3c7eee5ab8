"""Scores of two groupings of the same things: B-cubed, LEA and pairs, end to end (a thing that only one side has is wrong)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

Span = tuple[int, int]
Partition = Mapping[Span, str]  # group of each span
Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Ratio:
    """Right among found and among wanted; the two can be weighed differently."""

    right_of_found: float
    found: float
    right_of_wanted: float
    wanted: float

    def __add__(self, other: "Ratio") -> "Ratio":
        """Both taken together."""
        return Ratio(
            self.right_of_found + other.right_of_found,
            self.found + other.found,
            self.right_of_wanted + other.right_of_wanted,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 of nothing."""
        return self.right_of_found / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found; 1 of nothing."""
        return self.right_of_wanted / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def figures(self) -> tuple[tuple[str, float], ...]:
        """Precision, recall and their mean by name."""
        return ("precision", self.precision), ("recall", self.recall), ("f1", self.f1)


@dataclass(frozen=True)
class Links(Generic[Thing]):
    """The groups wanted and those found."""

    gold: Mapping[Thing, str]
    found: Mapping[Thing, str]

    def of_matched(self) -> "Links[Thing]":
        """Only what both sides have: the score of grouping alone."""
        both = self.gold.keys() & self.found.keys()
        return Links({span: self.gold[span] for span in both}, {span: self.found[span] for span in both})

    def turned(self) -> "Links[Thing]":
        """With the sides changed."""
        return Links(self.found, self.gold)

    def majority(self) -> dict[str, str]:
        """The wanted group that each group found shares most with."""
        shared: dict[str, Counter[str]] = {}
        for (wanted, found), number in self._shared.items():
            shared.setdefault(found, Counter())[wanted] += number
        return {found: counts.most_common(1)[0][0] for found, counts in shared.items()}

    def b_cubed(self) -> Ratio:
        """For each thing, the share of its group that belongs with it."""
        right_of_found = sum(n * n / self._found_sizes[found] for (_, found), n in self._shared.items())
        right_of_wanted = sum(n * n / self._gold_sizes[wanted] for (wanted, _), n in self._shared.items())
        return Ratio(right_of_found, len(self.found), right_of_wanted, len(self.gold))

    def pairs(self) -> Ratio:
        """Two things of one group, as often as there are such pairs."""
        both, found, wanted = (
            sum(number * (number - 1) / 2 for number in counts.values())
            for counts in (self._shared, self._found_sizes, self._gold_sizes)
        )
        return Ratio(both, found, both, wanted)

    def lea(self) -> Ratio:
        """For each group, the share of its links that the other side has, weighed by its size."""
        return Ratio(
            sum(self.turned()._resolved()),
            sum(self._found_sizes.values()),
            sum(self._resolved()),
            sum(self._gold_sizes.values()),
        )

    def _resolved(self) -> Iterator[float]:
        """Size times share of links of each wanted group; what stands alone is linked to itself."""
        links: Counter[str] = Counter()
        for (wanted, found), number in self._shared.items():
            is_alone = self._gold_sizes[wanted] == 1 and self._found_sizes[found] == 1
            links[wanted] += 1 if is_alone else number * (number - 1) // 2
        for wanted, size in self._gold_sizes.items():
            yield size * links[wanted] / max(size * (size - 1) // 2, 1)

    def errors(self, words: Callable[[Thing], str]) -> Iterator[str]:
        """Groups torn apart and groups run together, by what to call each thing."""
        for verdict, links in (("torn apart", self), ("run together", self.turned())):
            groups: dict[str, dict[str, list[str]]] = {}
            for thing, group in links.gold.items():
                if thing in links.found:
                    groups.setdefault(group, {}).setdefault(links.found[thing], []).append(words(thing))
            for parts in groups.values():
                if len(parts) > 1:
                    yield f"{verdict}: {' | '.join('; '.join(dict.fromkeys(part)) for part in parts.values())}"

    @cached_property
    def _shared(self) -> Counter[tuple[str, str]]:
        return Counter((group, self.found[span]) for span, group in self.gold.items() if span in self.found)

    @cached_property
    def _gold_sizes(self) -> Counter[str]:
        return Counter(self.gold.values())

    @cached_property
    def _found_sizes(self) -> Counter[str]:
        return Counter(self.found.values())
