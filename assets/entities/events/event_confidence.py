"""How likely an event is right, of what its two readings say.

A logistic regression fitted to the events of the annotated articles of the dev split (``python -m
benchmarks.event_confidence``); its weights are data in seeds/reference/event_confidence.csv.
"""

import math
from dataclasses import dataclass
from functools import cache

from warehouse.reference import reference
from warehouse.tables.entities import PloverType, Realis

FLOOR = 0.01  # a probability is never taken for surer than this


@dataclass(frozen=True)
class Evidence:
    """What speaks for an event."""

    seen: float = 0.0  # probability that the encoder gives its type, 0 where it sees nothing
    listed: float = 0.0  # confidence of the lexicon's row with its participants, 0 where none tells it
    is_disputed: bool = False  # the lexicon and the encoder see different types
    depth: float = 0.0  # how far below the main clause it is told, in steps
    is_odd: bool = False  # its verb stands in no row of the lexicon for its type: "inaugurate" for a sanction

    def features(self, told: "Told") -> dict[str, float]:
        """The features by name."""
        common = {
            "constant": 1.0,
            "seen": log_odds(self.seen),
            "listed": self.listed,
            "seen and listed": float(self.listed > 0) * log_odds(self.seen),
            "disputed": float(self.is_disputed),
            "odd verb": float(self.is_odd),
            "odd verb and seen": float(self.is_odd) * log_odds(self.seen),
            "one participant": float(len(told.participants) == 1),
            "more participants": float(len(told.participants) > 1),
            "surest participant": max(told.participants, default=0.0),
            "asserted": float(told.realis is Realis.ASSERTED),
            "quoted": float(told.is_quoted),
            "depth": self.depth,
        }
        return common | {kind.value: float(told.plover_type is kind) for kind in PloverType}

    def confidence(self, told: "Told") -> float:
        """Probability from 0 to 1."""
        weights = _weights()
        total = sum(weights[name] * value for name, value in self.features(told).items())
        return 1.0 / (1.0 + math.exp(-total))


@dataclass(frozen=True)
class Told:
    """What an event is, as far as its being right depends on it."""

    plover_type: PloverType
    realis: Realis
    participants: tuple[float, ...]  # confidence of each, the country that is merely visited left out
    is_quoted: bool


def log_odds(probability: float) -> float:
    """Logarithm of the odds, bounded."""
    bounded = min(max(probability, FLOOR), 1.0 - FLOOR)
    return math.log(bounded / (1.0 - bounded))


@cache
def _weights() -> dict[str, float]:
    rows = reference("event_confidence").select("feature", "weight").iter_rows()
    return {feature: float(weight) for feature, weight in rows}
