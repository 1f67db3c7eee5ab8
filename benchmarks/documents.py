"""Scores of reading: which characters are body, of which kind each is, and the metadata of each article."""

import datetime as dt
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from assets.documents.batches import outcome
from assets.documents.reading import Reading
from benchmarks.characters import Run, Tally, differences, tally
from benchmarks.gold import Annotation, GoldDocument, Source, sources
from warehouse.tables.documents import RejectionReason, SegmentKind

ENGLISH = "en"
FIELDS: Mapping[str, str] = {  # column of documents.document: its name in an annotation
    "title": "title",
    "published_on": "published_on",
    "published_basis": "published_basis",
    "dateline_city": "dateline_city",
    "dateline_on": "dateline_on",
    "author": "author",
    "wire_source": "wire_source",
    "publisher": "publisher",
    "domain": "domain",
    "url": "url_of_article",
    "language": "language",
}
DATES = ("published_on", "dateline_on")
QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\\": ""})
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")


@dataclass(frozen=True)
class Value:
    """One field of one document: what is wanted and what was found."""

    wanted: str | None
    found: str | None
    is_right: bool


@dataclass(frozen=True)
class Scored:
    """One document read and compared with its annotation."""

    source: str
    key: str
    split: str
    characters: Tally
    values: Mapping[str, Value]
    rejected: str | None


@dataclass
class Ratio:
    """Counts of one thing: right among found and among wanted, and documents where both agree."""

    right: int = 0
    found: int = 0
    wanted: int = 0
    agreed: int = 0
    cases: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 of nothing."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found; 1 of nothing."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def accuracy(self) -> float:
        """Share of documents that have the right value, or rightly none; 1 of nothing."""
        return self.agreed / self.cases if self.cases else 1.0


@dataclass(frozen=True)
class Scores:
    """Scores of a set of documents."""

    documents: int
    rejected: int
    body: Ratio
    body_f1_mean: float
    kinds: Mapping[SegmentKind, Ratio]
    character_accuracy: float
    fields: Mapping[str, Ratio]

    def metrics(self) -> Iterator[tuple[str, float]]:
        """Name and value of each figure that must not fall."""
        yield "documents", self.documents
        yield from (("body_precision", self.body.precision), ("body_recall", self.body.recall))
        yield from (("body_f1", self.body.f1), ("body_f1_mean", self.body_f1_mean))
        yield "character_accuracy", self.character_accuracy
        yield from ((f"{kind}_recall", ratio.recall) for kind, ratio in self.kinds.items() if ratio.wanted)
        for name, ratio in self.fields.items():
            yield from ((f"{name}_accuracy", ratio.accuracy), (f"{name}_precision", ratio.precision))


@dataclass
class _Sums:
    characters: Tally = field(default_factory=Counter)
    fields: dict[str, Ratio] = field(default_factory=lambda: {name: Ratio() for name in FIELDS})


def scores() -> dict[str, float]:
    """Figures by "source/split/metric", over the gold set that is available here."""
    return {
        f"{name}/{metric}": value
        for name, scored in groups(scored_documents()).items()
        for metric, value in summary(scored).metrics()
    }


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    skipped = {source.name: source.skipped for source in _sources() if source.skipped}
    return {**skipped, "all": "; ".join(skipped.values())} if skipped else {}


@cache
def _sources() -> tuple[Source, ...]:
    return tuple(sources())


@cache
def scored_documents() -> tuple[Scored, ...]:
    """Every document of the gold set that is available here, read and scored."""
    return tuple(scored_document(source.name, each) for source in _sources() for each in source.documents)


def groups(scored: Sequence[Scored]) -> dict[str, list[Scored]]:
    """Documents by "source/split", then all of each split, then all."""
    found: dict[str, list[Scored]] = {}
    for document in scored:
        found.setdefault(f"{document.source}/{document.split}", []).append(document)
    for split in sorted({document.split for document in scored}):
        found[f"all/{split}"] = [document for document in scored if document.split == split]
    return {**found, "all/all": list(scored)}


def scored_document(source: str, gold: GoldDocument) -> Scored:
    """One document read and compared."""
    return compared(source, gold, outcome(gold.article))


def compared(source: str, gold: GoldDocument, reading: Reading) -> Scored:
    """A reading compared with the annotation; nothing is found where the article was rejected."""
    annotation, rejected = gold.annotation, reading.rejected
    is_english = annotation.language == ENGLISH
    characters = (
        tally(gold.text, annotation.media_type, annotation.segments, _runs(reading)) if is_english else Counter()
    )
    names = FIELDS if is_english else ("language",)
    return Scored(
        source=source,
        key=annotation.key,
        split=annotation.split,
        characters=characters,
        values={name: _value(annotation, reading, name) for name in names},
        rejected=f"{rejected.reason}: {rejected.detail}" if rejected else None,
    )


def summary(scored: Iterable[Scored]) -> Scores:
    """Scores of documents taken together."""
    documents, sums, means = list(scored), _Sums(), []
    for document in documents:
        sums.characters.update(document.characters)
        if document.characters:
            means.append(_kind(document.characters, SegmentKind.BODY).f1)
        for name, value in document.values.items():
            _add(sums.fields[name], value)
    same = sum(number for (wanted, found), number in sums.characters.items() if wanted == found)
    return Scores(
        documents=len(documents),
        rejected=sum(document.rejected is not None for document in documents),
        body=_kind(sums.characters, SegmentKind.BODY),
        body_f1_mean=sum(means) / len(means) if means else 1.0,
        kinds={kind: _kind(sums.characters, kind) for kind in SegmentKind if kind is not SegmentKind.BLANK},
        character_accuracy=same / sums.characters.total() if sums.characters else 1.0,
        fields=sums.fields,
    )


def errors(gold: GoldDocument, scored: Scored) -> Iterator[str]:
    """What is wrong in one document, a line each."""
    if scored.rejected:
        yield f"rejected: {scored.rejected}"
    for name, value in scored.values.items():
        if not value.is_right:
            verdict = "missed" if value.found is None else "wrong"
            yield f"{name} {verdict}: wanted {value.wanted!r}, found {value.found!r}"
    if not scored.rejected and scored.characters:
        runs = _runs(outcome(gold.article))
        for wanted, found, text in differences(gold.text, gold.annotation.media_type, gold.annotation.segments, runs):
            yield f"{wanted} read as {found}, {len(text)} characters: {_shortened(text)!r}"


def silently_wrong(scored: Iterable[Scored]) -> list[str]:
    """Dates that were found and are not right, which is worse than none."""
    return [
        f"{document.key}: {name} wanted {value.wanted}, found {value.found}"
        for document in scored
        for name, value in document.values.items()
        if name in DATES and value.found is not None and not value.is_right
    ]


def gold_documents(split: str) -> Iterator[tuple[str, GoldDocument]]:
    """Documents of one split with the name of their source."""
    for source in _sources():
        yield from ((source.name, each) for each in source.documents if each.annotation.split == split)


def _runs(reading: Reading) -> list[Run]:
    return [(segment.raw_start, segment.raw_end, segment.kind) for segment in reading.segments]


def _value(annotation: Annotation, reading: Reading, name: str) -> Value:
    wanted = _text(getattr(annotation, FIELDS[name]))
    found = _text(getattr(reading.document, name)) if reading.document else _language_of(reading, name, wanted)
    right = {_normal(value) for value in (wanted, *annotation.also_right.get(name, ()))}
    return Value(wanted, found, _normal(found) in right)


def _language_of(reading: Reading, name: str, wanted: str | None) -> str | None:
    """Language of a rejected text: the reason names it in quotation marks."""
    rejected = reading.rejected
    is_language = name == "language" and rejected is not None and rejected.reason is RejectionReason.LANGUAGE
    return wanted if is_language and rejected and f"'{wanted}'" in rejected.detail else None


def _text(value: object) -> str | None:
    return value.isoformat() if isinstance(value, dt.date) else None if value is None else str(value)


def _normal(value: str | None) -> str | None:
    """A value without what typography makes of it: a curly quotation mark is no error."""
    if value is None:
        return None
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", value)).translate(QUOTES).casefold()
    return " ".join(text.split()).rstrip("./")


def _add(ratio: Ratio, value: Value) -> None:
    is_found = value.found is not None
    ratio.cases += 1
    ratio.agreed += value.is_right
    ratio.found += is_found
    ratio.wanted += value.wanted is not None or (is_found and value.is_right)
    ratio.right += value.is_right and is_found


def _kind(characters: Tally, kind: SegmentKind) -> Ratio:
    return Ratio(
        right=characters[kind, kind],
        found=sum(number for (_, found), number in characters.items() if found is kind),
        wanted=sum(number for (wanted, _), number in characters.items() if wanted is kind),
    )


def _shortened(text: str, limit: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else f"{text[: limit // 2]} … {text[-limit // 2 :]}"
