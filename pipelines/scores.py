"""Scores as the command line shows them."""

from pathlib import Path

from pipelines.errors import UsageError
from pipelines.evaluation import evaluate, read_gold
from pipelines.query import opened
from warehouse.home import Home


def scored(home: Home, gold: Path, *, errors: bool) -> str:
    """Precision and recall of each kind of thing, and on request what was missed and what was invented.

    Raises:
        UsageError: the gold file cannot be read, or nothing was published.
    """
    try:
        articles = read_gold(gold)
    except (OSError, ValueError) as error:
        raise UsageError(f"gold file {gold} cannot be read: {error}") from error
    with opened(home) as connection:
        scores = evaluate(connection, articles)
    lines = [f"{'':34} precision  recall  right  found  wanted"]
    for name, score in scores.items():
        counts = f"{score.right:6} {score.found:6} {score.wanted:7}"
        lines.append(f"{name:34} {score.precision:9.2f} {score.recall:7.2f} {counts}")
        lines += [f"    {line}" for line in score.wrong if errors]
    return "\n".join(lines)
