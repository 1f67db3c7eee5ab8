"""The accuracy gate: every score on the gold set, compared with the committed baseline.

``python -m benchmarks.accuracy`` prints the scores and fails when one fell; ``--only names,syntax`` runs these scorers
alone; ``--write`` renews the baseline and the tables in docs/ACCURACY.md; ``--errors`` lists what is wrong in documents
of the dev split, never in those of the test split.

A scorer is one module of this package with ``scores() -> dict[str, float]`` (names like "source/split/metric", more is
better) and, when some of its figures cannot be had everywhere, ``unavailable() -> dict[str, str]``: why, by the first
part of their names. Facts have tables beside these figures, which no gate looks at: how far confidences can be relied on.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console

from benchmarks import documents, facts, identities, names, plover
from benchmarks.figure_tables import (
    CORPUS_NAMES,
    EVENTS,
    LABELS,
    OWN_NAMES,
    PLOVER,
    PLOVER_TYPES,
    VALUES,
    every_metric,
    label_table,
    metric_table,
    others,
)
from benchmarks.tables import fill
from warehouse.home import PROJECT

SCORERS = ("documents", "html", "duplicates", "names", "syntax", "coreference", "facts", "plover", "identities")
BASELINE = Path(__file__).parent / "baseline.json"
REPORT = PROJECT / "docs" / "ACCURACY.md"
TOLERANCE = 0.002  # a rule that costs less than this on one part of the gold set may be worth it on another
DIGITS = 4
SCORE_COLUMNS = {
    "documents": "documents",
    "body P": "body_precision",
    "body R": "body_recall",
    "body F1": "body_f1",
    "mean F1": "body_f1_mean",
    "characters": "character_accuracy",
    "title": "title_accuracy",
    "published": "published_on_accuracy",
    "date P": "published_on_precision",
    "dateline city": "dateline_city_accuracy",
    "dateline day": "dateline_on_accuracy",
    "author": "author_accuracy",
    "wire": "wire_source_accuracy",
    "publisher": "publisher_accuracy",
}
KIND_COLUMNS = {
    kind: f"{kind}_recall"
    for kind in ("title", "dateline", "byline", "caption", "navigation", "embed", "url", "attribution", "boilerplate")
}

IDENTITY_COLUMNS = {
    "things": "things",
    "B-cubed P": "b_cubed_precision",
    "B-cubed R": "b_cubed_recall",
    "B-cubed F1": "b_cubed_f1",
    "pairs P": "pairs_precision",
    "pairs R": "pairs_recall",
    "pairs F1": "pairs_f1",
    "no wrong merge": "wrong_merges_free",
}


def all_scores(scorers: Sequence[str] = SCORERS) -> dict[str, float]:
    """Figures of every scorer there is, by "scorer/name"."""
    return {
        f"{name}/{metric}": round(value, DIGITS)
        for name in scorers
        if find_spec(f"benchmarks.{name}")
        for metric, value in import_module(f"benchmarks.{name}").scores().items()
    }


def unavailable(scorers: Sequence[str] = SCORERS) -> dict[str, str]:
    """Why figures cannot be had here, by the beginning of their names."""
    modules = {name: import_module(f"benchmarks.{name}") for name in scorers if find_spec(f"benchmarks.{name}")}
    return {
        f"{name}/{part}": reason
        for name, module in modules.items()
        for part, reason in getattr(module, "unavailable", dict)().items()
    }


def fallen(
    scores: Mapping[str, float], baseline: Mapping[str, float], skipped: Sequence[str], tolerance: float = TOLERANCE
) -> list[str]:
    """Figures of the baseline that fell by more than the tolerance, or that are gone though nothing is skipped."""
    lines = []
    for name, before in baseline.items():
        if _is_skipped(name, skipped):
            continue
        now = scores.get(name)
        if now is None or now < before - tolerance:
            lines.append(f"{name}: {before:.4f} before, {'gone' if now is None else f'{now:.4f}'} now")
    return lines


def _is_skipped(name: str, skipped: Sequence[str]) -> bool:
    return name.startswith(tuple(f"{part}{mark}" for part in skipped for mark in "/."))


def read_baseline(path: Path = BASELINE) -> dict[str, float]:
    """Committed figures by name."""
    return {str(name): float(value) for name, value in json.loads(path.read_text(encoding="utf-8")).items()}


def renewed(scores: Mapping[str, float], baseline: Mapping[str, float], skipped: Sequence[str]) -> dict[str, float]:
    """The baseline with the figures of today; those that cannot be had here stay."""
    kept = {name: value for name, value in baseline.items() if _is_skipped(name, skipped)}
    had_here = {name: value for name, value in scores.items() if not _is_skipped(name, skipped)}
    return dict(sorted({**kept, **had_here}.items()))


def table(scores: Mapping[str, float], columns: Mapping[str, str]) -> str:
    """One row per source and split of the documents scored."""
    return metric_table(scores, "documents", columns)


def sections(scores: Mapping[str, float]) -> dict[str, str]:
    """The generated tables of docs/ACCURACY.md by the name of their section."""
    return {
        "scores": table(scores, SCORE_COLUMNS),
        "kinds": table(scores, KIND_COLUMNS),
        "names": label_table(scores, "names", OWN_NAMES, LABELS),
        "names in corpora": label_table(scores, "names", CORPUS_NAMES, LABELS),
        "syntax": every_metric(scores, "syntax"),
        "coreference": every_metric(scores, "coreference"),
        "facts": every_metric(scores, "facts", VALUES),
        "events": every_metric(scores, "facts", EVENTS),
        "event types": label_table(scores, "facts", ["types"], PLOVER_TYPES),
        "plover": every_metric(scores, "plover", PLOVER),
        "plover types": label_table(scores, "plover", ["types"], PLOVER_TYPES),
        "identities": metric_table(scores, "identities", IDENTITY_COLUMNS),
        "others": others(scores),
    }


def _say(text: str) -> None:
    Console().print(text, soft_wrap=True, markup=False, highlight=False)


def _report(scores: Mapping[str, float], skipped: Mapping[str, str], scorers: Sequence[str]) -> list[str]:
    """Parts of what is printed."""
    return [
        *(f"{section}\n{text}" for section, text in sections(scores).items() if _has_figures(text)),
        *(f"{section}\n{text}" for section, text in _shown(scorers).items()),
        _silently_wrong() if "documents" in scorers else "",
        "\n".join(f"not scored: {name}* ({reason})" for name, reason in skipped.items()),
    ]


def _shown(scorers: Sequence[str]) -> dict[str, str]:
    """Tables that are never gated, because less may be better."""
    return facts.tables() if "facts" in scorers else {}


def _has_figures(text: str) -> bool:
    """Whether a table has more than its header."""
    return text.count("\n") > 1


def _silently_wrong() -> str:
    """Wrong dates: which ones in the dev split, how many in the test split."""
    scored = documents.scored_documents()
    known = documents.silently_wrong(document for document in scored if document.split == "dev")
    hidden = documents.silently_wrong(document for document in scored if document.split == "test")
    return "\n".join(
        [*(f"silently wrong: {line}" for line in known), f"silently wrong in the test split: {len(hidden)}"]
    )


def _say_errors(scorers: Sequence[str]) -> None:
    """What is wrong in the dev split, by scorer."""
    if "documents" in scorers:
        _say_reading_errors()
    if "names" in scorers:
        _say("\n".join(names.errors()))
    if "facts" in scorers:
        _say("\n".join(facts.errors()))
    if "plover" in scorers:
        _say("\n".join(plover.errors()))
    if "identities" in scorers:
        _say("\n".join(identities.errors()))


def _say_reading_errors() -> None:
    """What is read wrongly, by document and then by kind of error."""
    scored = {document.key: document for document in documents.scored_documents()}
    kinds: Counter[str] = Counter()
    for source, gold in documents.gold_documents("dev"):
        lines = list(documents.errors(gold, scored[gold.annotation.key]))
        kinds.update({re.split("[,:]", line, maxsplit=1)[0] for line in lines})
        if lines:
            _say("\n".join([f"{source} {gold.annotation.key}", *(f"    {line}" for line in lines)]))
    _say("\n".join(["Documents with each kind of error:", *(f"{n:4} {kind}" for kind, n in kinds.most_common())]))


def _gate(scores: Mapping[str, float], skipped: Sequence[str]) -> int:
    lines = fallen(scores, read_baseline(), skipped)
    _say("\n".join(["Fell:", *lines]) if lines else f"Nothing fell by more than {TOLERANCE}.")
    return 1 if lines else 0


def _write(scores: Mapping[str, float], skipped: Sequence[str], scorers: Sequence[str]) -> None:
    before = read_baseline() if BASELINE.exists() else {}
    baseline = renewed(scores, before, skipped)
    BASELINE.write_text(json.dumps(baseline, indent=1) + "\n", encoding="utf-8")
    for section, text in {**sections(baseline), **_shown(scorers)}.items():
        fill(REPORT, section, text)
    _say(f"Wrote {len(baseline)} figures to {BASELINE} and the tables of {REPORT}.")


def _scorers(text: str) -> tuple[str, ...]:
    """Scorers from a list with commas.

    Raises:
        argparse.ArgumentTypeError: there is no scorer of such a name.
    """
    chosen = tuple(name.strip() for name in text.split(","))
    unknown = [name for name in chosen if name not in SCORERS]
    if unknown:
        raise argparse.ArgumentTypeError(f"no scorer {', '.join(map(repr, unknown))}: there are {', '.join(SCORERS)}")
    return chosen


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description="Score the gold set.")
    parser.add_argument("--only", type=_scorers, default=SCORERS, metavar="NAMES", help=f"some of: {','.join(SCORERS)}")
    parser.add_argument("--write", action="store_true", help="renew the baseline and the tables of docs/ACCURACY.md")
    parser.add_argument("--errors", action="store_true", help="list what is wrong in documents of the dev split")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores; 1 when one fell."""
    chosen = _arguments(arguments)
    if chosen.errors:
        _say_errors(chosen.only)
        return 0
    scores, reasons = all_scores(chosen.only), unavailable(chosen.only)
    _say("\n\n".join(part for part in _report(scores, reasons, chosen.only) if part))
    skipped = (*reasons, *(name for name in SCORERS if name not in chosen.only))
    if chosen.write:
        _write(scores, skipped, chosen.only)
        return 0
    return _gate(scores, skipped)


if __name__ == "__main__":
    sys.exit(main())
