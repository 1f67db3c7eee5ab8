"""Fit how likely an event is right to what speaks for it: ``python -m benchmarks.event_confidence [--write]``.

A logistic regression on the events that the product reads in the dev split of the annotated articles; ``--write`` puts its
weights into seeds/reference/event_confidence.csv. It prints the share of right events by confidence, the weights fitted
without the document each event is of.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from assets.documents.offsets import OffsetMap
from assets.entities.events import event_reading
from assets.entities.events.events import told_events
from assets.entities.pipeline import load_pipeline
from assets.entities.reading import context_of, published_doc
from benchmarks import documents
from benchmarks.event_pairs import pairs
from benchmarks.fact_gold import Compared, compared
from benchmarks.measures import reliability
from benchmarks.readings import reading
from benchmarks.tables import markdown_table
from warehouse.home import PROJECT

WEIGHTS = PROJECT / "seeds" / "reference" / "event_confidence.csv"
STRENGTH = 1.0  # of the pull of every weight but the constant towards nothing
STEPS = 50  # of Newton's method: it has settled after ten
FOLDS = 10
DIGITS = 3

Matrix = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """An event that was read: its features, whether it is right, and the number of its document."""

    features: dict[str, float]
    is_right: bool
    document: int


def cases() -> Iterator[Case]:
    """The events of the dev split where they are annotated."""
    scored = {document.key: document for document in compared() if document.split == "dev"}
    found = [gold for _, gold in documents.gold_documents("dev") if gold.annotation.key in scored]
    for number, gold in enumerate(found):
        read = reading(gold.article)
        if read.document is not None:
            doc = load_pipeline()(published_doc(read.document))
            told = told_events(doc, context_of(read.document, OffsetMap.of_segments(read.segments)))
            right = _right(scored[gold.annotation.key])
            for event, mention in told:
                if mention.event_mention_id in right:
                    features = event.evidence.features(event.told)
                    yield Case(features, right[mention.event_mention_id], number)


def _right(document: Compared) -> dict[str, bool]:
    """Whether each event found tells one that is annotated."""
    matched = pairs(document)
    return {event.event_mention_id: place in matched.telling for place, event in enumerate(matched.found)}


def fitted(rows: Sequence[Case], names: Sequence[str]) -> Matrix:
    """One weight per feature."""
    inputs = np.array([[case.features[name] for name in names] for case in rows])
    wanted = np.array([case.is_right for case in rows], dtype=np.float64)
    weights = np.zeros(len(names))
    pull = np.diag([0.0 if name == "constant" else STRENGTH for name in names])
    for _ in range(STEPS):
        likely = probabilities(inputs, weights)
        slope = inputs.T @ (wanted - likely) - pull @ weights
        bend = (inputs * (likely * (1.0 - likely))[:, None]).T @ inputs + pull + 1e-6 * np.eye(len(names))
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def probabilities(inputs: Matrix, weights: Matrix) -> Matrix:
    """Of each row of features that its event is right."""
    likely: Matrix = 1.0 / (1.0 + np.exp(-inputs @ weights))
    return likely


def unseen(rows: Sequence[Case], names: Sequence[str]) -> Iterator[tuple[float, bool]]:
    """Confidence and outcome of every event, the weights fitted to other documents."""
    for fold in range(FOLDS):
        weights = fitted([case for case in rows if case.document % FOLDS != fold], names)
        for case in rows:
            if case.document % FOLDS == fold:
                inputs = np.array([[case.features[name] for name in names]])
                yield float(probabilities(inputs, weights)[0]), case.is_right


def main() -> None:
    """Fit, print and write."""
    event_reading.LEAST_BESIDE_MAIN = 0.0
    # what is left out for its confidence is evidence too
    event_reading.LEAST_CONFIDENCE = event_reading.LEAST_BELOW_LEAD = 0.0
    rows = list(cases())
    names = list(rows[0].features)
    header = ["confidence", "number", "mean confidence", "share right"]
    print(markdown_table(header, reliability(unseen(rows, names))))  # noqa: T201  # a command
    weights = fitted(rows, names)
    lines = [
        "feature,weight",
        *(f"{name},{round(float(weight), DIGITS)}" for name, weight in zip(names, weights, strict=True)),
    ]
    print("\n".join(lines))  # noqa: T201
    if "--write" in sys.argv:
        WEIGHTS.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
