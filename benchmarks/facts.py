"""Facts: quotations, amounts, time expressions, offices and events of the project's own articles."""

from collections.abc import Iterator

from benchmarks import documents, event_scores, quote_scores, value_scores
from benchmarks.annotated_names import SOURCES
from benchmarks.fact_gold import EVERY, SPLITS, Compared, compared, groups
from benchmarks.measures import reliability
from benchmarks.tables import markdown_table

TYPES = "types"  # figures of each type of event, over all articles of our own
SCORED = (quote_scores, value_scores, event_scores)


def scores() -> dict[str, float]:
    """Figures by "source/split/metric", over the gold set that is available here."""
    found = groups(compared())
    figures = {
        f"{group}/{name}": value
        for group, members in found.items()
        for module in SCORED
        for name, value in module.figures(members)
    }
    return figures | {
        f"{TYPES}/{split}/{name}": value
        for split in SPLITS
        for name, value in event_scores.type_figures(found[f"{EVERY}/{split}"])
    }


def tables() -> dict[str, str]:
    """What is shown beside the figures and never gated, by section: how far confidences can be relied on."""
    header = ["", "confidence", "number", "mean confidence", "share right"]
    rows = [
        [f"{thing}, {split}", *row]
        for thing, module in (("events", event_scores), ("quotations with speaker", quote_scores))
        for split in SPLITS
        for row in reliability(
            pair for document in compared() if document.split == split for pair in module.confidences(document)
        )
    ]
    return {"reliability": markdown_table(header, rows)}


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    skipped = {name: reason for name, reason in documents.unavailable().items() if name in SOURCES}
    return skipped | (dict.fromkeys((EVERY, TYPES), "; ".join(skipped.values())) if skipped else {})


def errors() -> Iterator[str]:
    """What is wrong in documents of the dev split, by document and place."""
    for document in compared():
        lines = list(_errors(document)) if document.split == "dev" else []
        if lines:
            yield "\n    ".join([f"{document.source} {document.key}", *lines])


def _errors(document: Compared) -> Iterator[str]:
    lines = [line for module in SCORED for line in module.errors(document)]
    yield from (line for _, line in sorted(lines))
