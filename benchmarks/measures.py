"""Figures of counts: precision, recall and F1 by name, and how far confidences can be relied on."""

from collections.abc import Iterable, Iterator

from benchmarks.documents import Ratio

TENTHS = 10


def measures(name: str, ratio: Ratio) -> Iterator[tuple[str, float]]:
    """Precision, recall and F1 of what was wanted; of nothing found there is no precision, of nothing wanted no recall."""
    if ratio.found:
        yield f"{name}_precision", ratio.precision
    if ratio.wanted:
        yield from ((f"{name}_recall", ratio.recall), (f"{name}_f1", ratio.f1 if ratio.found else 0.0))


def share(name: str, ratio: Ratio) -> Iterator[tuple[str, float]]:
    """A share of cases; nothing where there is none."""
    if ratio.cases:
        yield name, ratio.accuracy


def count_case(ratio: Ratio, is_right: bool) -> None:
    """Count one case of a share."""
    ratio.cases += 1
    ratio.agreed += is_right


def reliability(confidences: Iterable[tuple[float, bool]]) -> list[list[str]]:
    """One row per tenth of confidence that occurs: how many, their mean confidence, and the share that is right."""
    members: dict[int, list[tuple[float, bool]]] = {}
    for confidence, is_right in confidences:
        members.setdefault(min(int(confidence * TENTHS + 1e-9), TENTHS - 1), []).append((confidence, is_right))
    return [
        [
            f"{tenth / TENTHS:.1f} to {(tenth + 1) / TENTHS:.1f}",
            str(len(group)),
            f"{sum(confidence for confidence, _ in group) / len(group):.3f}",
            f"{sum(is_right for _, is_right in group) / len(group):.3f}",
        ]
        for tenth, group in sorted(members.items())
    ]
