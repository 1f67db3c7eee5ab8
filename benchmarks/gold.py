"""The gold set: articles that a person annotated, with the raw text each annotation is of."""

import datetime as dt
import gzip
import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from assets.raw.decoding import Problem, decode
from warehouse.home import PROJECT
from warehouse.keys import content_id
from warehouse.tables.documents import PublishedBasis, SegmentKind
from warehouse.tables.raw import Article

GOLD_FOLDER = PROJECT / "tests" / "gold"
SHARED_VARIABLE = "CHANCERY_SHARED"
PRESS_RELEASES = Path("corpora") / "us_press_releases.jsonl.gz"
TEST_SHARE = 3  # one document in three, by the hash of its key, is scored and never read for errors
LANDED_AT = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)  # long before any article: a date taken from the run is wrong


class Annotation(BaseModel):
    """What one article holds: its runs of text by kind, in raw offsets, and its metadata."""

    model_config = ConfigDict(frozen=True)

    file: str | None
    url: str | None
    sha256: str
    media_type: str
    segments: tuple[tuple[int, int, SegmentKind], ...]
    title: str | None
    author: str | None
    publisher: str | None
    domain: str | None
    wire_source: str | None
    url_of_article: str | None
    language: str
    published_on: dt.date | None
    published_basis: PublishedBasis
    dateline_city: str | None
    dateline_on: dt.date | None
    also_right: Mapping[str, tuple[str, ...]] = {}  # other values that are right: what is known from elsewhere only
    form: str | None = None
    notes: str | None = None

    @property
    def key(self) -> str:
        """What names the article: its file, or the URL of a press release."""
        return self.file or self.url or self.sha256

    @property
    def split(self) -> str:
        """The part of the gold set: "test" or "dev"."""
        is_test = int(hashlib.sha256(self.key.encode()).hexdigest()[:8], 16) % TEST_SHARE == 0
        return "test" if is_test else "dev"


@dataclass(frozen=True)
class GoldDocument:
    """An annotation and the article it is of, as it lands."""

    annotation: Annotation
    article: Article

    @property
    def text(self) -> str:
        """The raw text."""
        return self.article.text or ""


@dataclass(frozen=True)
class Source:
    """Articles of one origin; without them, why they cannot be scored here."""

    name: str
    documents: tuple[GoldDocument, ...]
    skipped: str | None = None


class Release(BaseModel):
    """A press release as the corpus holds it."""

    url: str
    title: str
    published: str
    publisher: str
    html: str


def sources(folder: Path = GOLD_FOLDER, shared: Path | None = None) -> list[Source]:
    """The gold set by origin; press releases need the corpus under ``shared``."""
    return [
        replace(files_of("seeds_documents", folder), name="seeds"),
        files_of("written", folder),
        files_of("text", folder),
        _from_corpus("press_releases", folder / "press_releases.jsonl", shared or shared_folder()),
    ]


def shared_folder() -> Path:
    """Folder of the corpora: what the environment names, else ``shared`` beside the project."""
    return Path(os.environ.get(SHARED_VARIABLE) or PROJECT.parent / "shared")


def annotations(path: Path) -> list[Annotation]:
    """Annotations of a file, in order.

    Raises:
        ValueError: a line is no annotation; the message names it.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            found.append(Annotation.model_validate_json(line))
        except ValueError as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
    return found


def document(annotation: Annotation, content: bytes, declared: Release | None = None) -> GoldDocument:
    """The article of an annotation from its bytes.

    Raises:
        ValueError: the text is not the one annotated.
    """
    decoded = decode(content)
    if isinstance(decoded, Problem):
        raise ValueError(f"{annotation.key}: {decoded.detail}")
    if hashlib.sha256(decoded.text.encode()).hexdigest() != annotation.sha256:
        raise ValueError(f"{annotation.key}: the text is not the one annotated: annotate it again")
    article = Article(
        article_id=content_id(annotation.sha256),
        sha256=annotation.sha256,
        batch_id="gold",
        source_uri=annotation.key,
        media_type=annotation.media_type,
        byte_size=len(content),
        encoding=decoded.encoding,
        text=decoded.text,
        landed_at=LANDED_AT,
        declared_url=declared.url if declared else None,
        declared_title=declared.title if declared else None,
        declared_published_at=declared.published if declared else None,
        declared_publisher=declared.publisher if declared else None,
        declared_author=None,
        problem=None,
    )
    return GoldDocument(annotation, article)


def files_of(name: str, folder: Path = GOLD_FOLDER) -> Source:
    """The annotated articles of one file of the gold folder."""
    path = folder / f"{name}.jsonl"
    if not path.exists():
        return Source(name, (), f"there is no {path}")
    found = annotations(path)
    return Source(name, tuple(document(each, (path.parent / str(each.file)).read_bytes()) for each in found))


def _from_corpus(name: str, path: Path, shared: Path) -> Source:
    corpus = shared / PRESS_RELEASES
    if not corpus.exists():
        return Source(name, (), f"there is no {corpus}: {SHARED_VARIABLE} names the folder of the corpora")
    found = annotations(path)
    releases = _releases(corpus, {str(annotation.url) for annotation in found})
    return Source(name, tuple(_released(annotation, releases) for annotation in found))


def _released(annotation: Annotation, releases: Mapping[str, Release]) -> GoldDocument:
    release = releases[str(annotation.url)]
    return document(annotation, release.html.encode(), release)


def _releases(corpus: Path, urls: set[str]) -> dict[str, Release]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        records: Sequence[Release] = [Release.model_validate_json(line) for line in lines]
    return {record.url: record for record in records if record.url in urls}
