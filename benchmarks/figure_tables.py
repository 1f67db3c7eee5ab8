"""Figures as Markdown tables: one table per scorer that has many."""

from collections.abc import Mapping, Sequence

from benchmarks.tables import markdown_table

LABELS = ("person", "org", "gpe", "loc", "fac", "norp", "event", "date", "money", "quantity", "names", "role")
PLOVER_TYPES = (
    *("agree", "consult", "support", "concede", "cooperate", "aid", "retreat", "request"),
    *("accuse", "reject", "threaten", "protest", "sanction", "mobilize", "coerce", "assault"),
)
VALUES = ("quotes_", "amounts_", "times_", "offices_")  # beginnings of the figures of facts but events
EVENTS = ("events_",)
PLOVER = ("records", "type_", "any_type_", "source_", "target_", "countries_")
MEASURES = ("precision", "recall", "f1")
OWN_NAMES, CORPUS_NAMES = ("own", "written", "press_releases"), ("ewt", "politics")
# A scorer whose figures are in tables of their own is not listed with the others.
TABLED = ("documents", "names", "syntax", "coreference", "facts", "plover", "identities")


def metric_table(scores: Mapping[str, float], scorer: str, columns: Mapping[str, str]) -> str:
    """One row per source and split; ``columns`` are the metrics by what heads their column."""
    rows = [
        [group, *(_figure(scores, f"{scorer}/{group}/{metric}") for metric in columns.values())]
        for group in _groups(scores, scorer)
    ]
    return markdown_table(["source/split", *columns], rows)


def every_metric(scores: Mapping[str, float], scorer: str, beginnings: tuple[str, ...] = ("",)) -> str:
    """One row per metric of a scorer whose name begins so, one column per source and split that has any."""
    shown = {
        name: value
        for name, value in scores.items()
        if name.startswith(f"{scorer}/") and name.rpartition("/")[2].startswith(beginnings)
    }
    groups = _groups(shown, scorer)
    names = list(dict.fromkeys(name.rpartition("/")[2] for name in shown))
    rows = [[name, *(_figure(shown, f"{scorer}/{group}/{name}") for group in groups)] for name in names]
    return markdown_table(["", *groups], rows)


def label_table(scores: Mapping[str, float], scorer: str, sources: Sequence[str], labels: Sequence[str]) -> str:
    """One row per label, one column per source and split: precision, recall and F1 in hundredths."""
    groups = [group for source in sources for group in _groups(scores, scorer) if group.startswith(f"{source}/")]
    rows = [[label, *(_measured(scores, f"{scorer}/{group}/{label}") for group in groups)] for label in labels]
    return markdown_table(["P / R / F1", *groups], [row for row in rows if any(row[1:])])


def others(scores: Mapping[str, float]) -> str:
    """Figures of the scorers that have no table of their own, one a row."""
    tabled = tuple(f"{scorer}/" for scorer in TABLED)
    rows = [[name, f"{value:.4f}"] for name, value in scores.items() if not name.startswith(tabled)]
    return markdown_table(["figure", "value"], rows)


def _groups(scores: Mapping[str, float], scorer: str) -> list[str]:
    """Each "source/split" of a scorer, in the order of its figures."""
    names = [name.split("/") for name in scores if name.startswith(f"{scorer}/")]
    return list(dict.fromkeys("/".join(parts[1:-1]) for parts in names))


def _measured(scores: Mapping[str, float], name: str) -> str:
    """The measures of one label; nothing where it is not scored, a dash for the precision of nothing."""
    values = [scores.get(f"{name}_{measure}") for measure in MEASURES]
    shown = ["-" if value is None else f"{100 * value:.1f}" for value in values]
    return "" if values[-1] is None else " / ".join(shown)


def _figure(scores: Mapping[str, float], name: str) -> str:
    if name not in scores:
        return ""
    return f"{scores[name]:.0f}" if name.endswith(("/documents", "/records")) else f"{scores[name]:.4f}"
