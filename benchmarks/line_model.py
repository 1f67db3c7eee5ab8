"""Train the model of lines on the gold set: ``python -m benchmarks.line_model [--write]``.

It prints what the model finds of articles it was not trained on (ten folds, whole articles left out). Only the dev split
is read. HTML articles are left out, for their markup tells more than their lines; press releases are read as text. Needs
scikit-learn: ``pip install scikit-learn``; nothing at run time does.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from assets.documents.batches import outcome
from assets.documents.lines.features import Features, line_features, page_of
from assets.documents.paragraphs import Paragraph, paragraphs
from benchmarks.gold import GoldDocument, files_of, sources
from benchmarks.tables import markdown_table
from warehouse.home import PROJECT
from warehouse.tables.documents import SegmentKind

if TYPE_CHECKING:
    import numpy as np

WEIGHTS = PROJECT / "seeds" / "reference" / "line_weights.csv"
CLASSES = ("body", "other", "title")
STRENGTH = 1.0  # inverse of the regularisation: 0.3 and 3 gave the same F1 to within 0.002
MIN_LINES = 3  # a feature seen in fewer lines is chance
DIGITS = 3
MAX_CLEAN_CHARS = 6_000  # of a press release: a transcript has a thousand lines, and they are all alike
FOLDS = 10


@dataclass(frozen=True)
class Line:
    """A line of a gold article: its features, its class, and how many characters of it are story or not."""

    article: int
    features: Features
    kind: str
    body: int
    other: int


def training_documents() -> list[GoldDocument]:
    """The dev split of the gold set, and articles that rules were written with: good for practice, not for scores."""
    scored = [gold for source in sources() for gold in source.documents if gold.annotation.split == "dev"]
    return [*scored, *files_of("practice").documents, *clean_texts()]


def clean_texts() -> list[GoldDocument]:
    """Press releases of the dev split as text: what a page without furniture looks like, so that it is left alone."""
    releases = next(source for source in sources() if source.name == "press_releases").documents
    return [_as_text(gold) for gold in releases if gold.annotation.split == "dev"]


def _as_text(gold: GoldDocument) -> GoldDocument:
    """The title and the body of a release, up to a length."""
    reading = outcome(gold.article)
    title = gold.annotation.title or ""
    body = reading.document.body[:MAX_CLEAN_CHARS].rpartition("\n\n")[0] if reading.document else ""
    text, start = f"{title}\n\n{body}", len(title) + 2
    spans = ((0, len(title), SegmentKind.TITLE), (start, len(text), SegmentKind.BODY))
    annotation = gold.annotation.model_copy(update={"segments": spans, "media_type": "text/plain"})
    return replace(gold, annotation=annotation, article=gold.article.model_copy(update={"text": text}))


def lines(documents: Sequence[GoldDocument]) -> list[Line]:
    """Lines of articles that are text."""
    texts = [gold for gold in documents if gold.annotation.media_type != "text/html"]
    return [line for number, gold in enumerate(texts) for line in _lines(number, gold)]


def _lines(number: int, gold: GoldDocument) -> Iterator[Line]:
    found = paragraphs(gold.text)
    kinds = _kinds_of_characters(gold)
    for paragraph, features in zip(found, line_features(page_of(found)), strict=True):
        yield _line(number, paragraph, features, Counter(kinds[paragraph.start : paragraph.end]))


def _line(number: int, paragraph: Paragraph, features: Features, counts: Counter[str]) -> Line:
    del counts[""]
    kind = counts.most_common(1)[0][0] if counts else "other"
    body = counts["body"]
    return Line(number, features, kind, body, counts.total() - body)


def _kinds_of_characters(gold: GoldDocument) -> list[str]:
    """Class of each character of the raw text; empty for white space."""
    kinds = ["" if character.isspace() else "other" for character in gold.text]
    for start, end, kind in gold.annotation.segments:
        name = kind.value if kind in (SegmentKind.BODY, SegmentKind.TITLE) else "other"
        kinds[start:end] = [name if character else "" for character in kinds[start:end]]
    return kinds


def weights(train: Sequence[Line]) -> dict[str, dict[str, float]]:
    """Weight of each feature for each class."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for line in train for name in line.features)
    vectors = DictVectorizer()
    matrix = vectors.fit_transform([_kept(line.features, seen) for line in train])
    model = LogisticRegression(C=STRENGTH, max_iter=3000, fit_intercept=False)
    model.fit(matrix, [line.kind for line in train])
    columns = {name: model.coef_[list(model.classes_).index(name)] for name in CLASSES}
    return {
        feature: {name: round(float(columns[name][position]), DIGITS) for name in CLASSES}
        for position, feature in enumerate(vectors.get_feature_names_out())
    }


def _kept(features: Features, seen: Counter[str]) -> Features:
    return {name: value for name, value in features.items() if seen[name] >= MIN_LINES}


def probabilities(found: dict[str, dict[str, float]], features: Features) -> "np.ndarray":
    """Probability of each class."""
    import numpy as np

    known = [(found[name], value) for name, value in features.items() if name in found]
    scores = np.array([sum(weight[name] * value for weight, value in known) for name in CLASSES])
    powers = np.exp(scores - scores.max())
    return np.asarray(powers / powers.sum())


def cross_validated(every: Sequence[Line]) -> list["np.ndarray"]:
    """Probabilities of each line by a model that saw no line of its article."""
    result: dict[int, np.ndarray] = {}
    for fold in range(FOLDS):
        found = weights([line for line in every if line.article % FOLDS != fold])
        held = [(number, line) for number, line in enumerate(every) if line.article % FOLDS == fold]
        result.update({number: probabilities(found, line.features) for number, line in held})
    return [result[number] for number in range(len(every))]


def report(every: Sequence[Line], found: Sequence["np.ndarray"]) -> str:
    """Precision and recall of body characters when lines below a probability are left out, and share of titles found."""
    rows = []
    for least in (0.1, 0.2, 0.3, 0.5):
        kept = [line for line, odds in zip(every, found, strict=True) if odds[CLASSES.index("body")] >= least]
        right, wrong = sum(line.body for line in kept), sum(line.other for line in kept)
        rows.append([f"{least}", f"{right / (right + wrong):.4f}", f"{right / sum(line.body for line in every):.4f}"])
    return (
        markdown_table(["least probability", "precision", "recall"], rows)
        + f"\ntitles found: {_titles(every, found):.3f}"
    )


def _titles(every: Sequence[Line], found: Sequence["np.ndarray"]) -> float:
    """Share of the articles with a title where the line most like one is it."""
    right, count = 0, 0
    column = CLASSES.index("title")
    for article in {line.article for line in every}:
        own = [number for number, line in enumerate(every) if line.article == article]
        if any(every[number].kind == "title" for number in own):
            best = max(own, key=lambda number: found[number][column])
            right, count = right + (every[best].kind == "title"), count + 1
    return right / max(count, 1)


def write(path: Path, found: dict[str, dict[str, float]]) -> None:
    """Write the weights, the most telling first."""
    ordered = sorted(found.items(), key=lambda item: (-abs(item[1]["body"]), item[0]))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["feature", *CLASSES])
        writer.writerows([feature, *(weight[name] for name in CLASSES)] for feature, weight in ordered)


def main() -> None:
    """Cross-validate, and on request train on all and write the weights."""
    every = lines(training_documents())
    console = Console(soft_wrap=True)
    console.print(f"{len(every)} lines of {len({line.article for line in every})} articles")
    console.print(report(every, cross_validated(every)))
    if "--write" in sys.argv[1:]:
        found = weights(every)
        write(WEIGHTS, found)
        console.print(f"{len(found)} weights written to {WEIGHTS}")


if __name__ == "__main__":
    main()
