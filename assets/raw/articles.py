"""The rows of a batch, read from its manifest."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from assets.raw.decoding import Decoded, Problem, decode
from assets.raw.landing import manifest_file
from warehouse.frames import schema
from warehouse.home import Home
from warehouse.tables.raw import Article, Landing, LandingOutcome


@dataclass(frozen=True)
class _Entry:
    """One row of a manifest."""

    landing: Landing
    sha256: str | None
    media_type: str
    content: bytes | None
    problem: str | None


def read_manifest(home: Home, batch_id: str) -> pl.DataFrame:
    """Manifest of a batch: the columns of raw.landing, and sha256, media_type, content and problem.

    Raises:
        FileNotFoundError: the batch was never landed.
    """
    path = manifest_file(home, batch_id)
    if not path.is_file():
        raise FileNotFoundError(f"{path} does not exist: batch {batch_id} was never landed in this home")
    return pl.read_parquet(path)


def landings(manifest: pl.DataFrame) -> list[Landing]:
    """Rows of raw.landing of a batch."""
    return [_landing(row) for row in manifest.select(schema(Landing).names()).iter_rows()]


def articles(manifest: pl.DataFrame) -> list[Article]:
    """Rows of raw.article of a batch: its new contents, decoded, and its sources that gave no bytes."""
    kept = manifest.filter(pl.col("outcome") != LandingOutcome.DUPLICATE.value)
    return [_article(entry) for entry in _entries(kept)]


def _entries(manifest: pl.DataFrame) -> Iterator[_Entry]:
    extra = manifest.select("sha256", "media_type", "content", "problem").iter_rows()
    for landing, values in zip(landings(manifest), extra, strict=True):
        yield _Entry(landing, *values)


def _landing(row: tuple[object, ...]) -> Landing:
    return Landing.model_validate(dict(zip(schema(Landing).names(), row, strict=True)))


def _article(entry: _Entry) -> Article:
    reading = decode(entry.content) if entry.content is not None and entry.problem is None else None
    text = reading if isinstance(reading, Decoded) else None
    problem = str(reading) if isinstance(reading, Problem) else entry.problem
    return Article(
        article_id=entry.landing.article_id,
        sha256=entry.sha256,
        batch_id=entry.landing.batch_id,
        source_uri=entry.landing.source_uri,
        media_type=entry.media_type,
        byte_size=entry.landing.byte_size,
        encoding=text.encoding if text else None,
        text=text.text if text else None,
        landed_at=entry.landing.landed_at,
        declared_url=None,
        declared_title=None,
        declared_published_at=None,
        declared_publisher=None,
        declared_author=None,
        problem=problem,
    )
