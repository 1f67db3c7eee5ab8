"""Probabilities of what each line is: multinomial logistic regression over its features.

The weights are a table of reference data, ``line_weights.csv``, that ``python -m benchmarks.line_model --write`` makes
from the gold set; a person can read in it what speaks for a line being story, title or neither.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assets.documents.lines.features import Features, line_features, page_of
from assets.documents.paragraphs import Paragraph
from warehouse.reference import reference

WEIGHTS = "line_weights"
MAX_LINES = 3_000  # a transcript of a day has 2,000; a hundred thousand lines would take half a minute


@dataclass(frozen=True)
class LineOdds:
    """Probabilities that a line is part of the story, its title, or neither; they sum to 1."""

    body: float
    title: float
    other: float


def line_odds(paragraphs: Sequence[Paragraph]) -> list[LineOdds]:
    """Odds of each line of a page; none of a text longer than any page."""
    if len(paragraphs) > MAX_LINES:
        return []
    weights = _weights()
    return [_odds(found, weights) for found in line_features(page_of(paragraphs))]


def _odds(found: Features, weights: Mapping[str, LineOdds]) -> LineOdds:
    known = [(weights[name], value) for name, value in found.items() if name in weights]
    body = math.exp(sum(weight.body * value for weight, value in known))
    title = math.exp(sum(weight.title * value for weight, value in known))
    other = math.exp(sum(weight.other * value for weight, value in known))
    total = body + title + other
    return LineOdds(body / total, title / total, other / total)


@cache
def _weights() -> Mapping[str, LineOdds]:
    """Weight of each feature for each kind of line."""
    return {
        feature: LineOdds(float(body), float(title), float(other))
        for feature, body, title, other in reference(WEIGHTS).select("feature", "body", "title", "other").iter_rows()
    }
