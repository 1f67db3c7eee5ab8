"""The rows of a batch, read from its manifest."""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from assets.raw.decoding import Decoded, Problem, decode
from assets.raw.manifest import DECLARED, manifest_file, scan_manifests
from warehouse.frames import schema
from warehouse.home import Home
from warehouse.tables.raw import Article, Landing, LandingOutcome


@dataclass(frozen=True)
class _Entry:
    """One row of a manifest."""

    landing: Landing
    declared: dict[str, str | None]
    sha256: str | None
    media_type: str
    charset: str | None
    content: bytes | None
    problem: str | None


def read_manifest(home: Home, batch_id: str) -> pl.DataFrame:
    """Manifest of a batch: the columns of raw.landing, and what is needed to make its articles again.

    Raises:
        FileNotFoundError: the batch was never landed.
    """
    path = manifest_file(home, batch_id)
    if not path.is_file():
        raise FileNotFoundError(f"{path} does not exist: batch {batch_id} was never landed in this home")
    return scan_manifests([path]).collect()


def landings(manifest: pl.DataFrame) -> list[Landing]:
    """Rows of raw.landing of a batch."""
    return [_landing(row) for row in manifest.select(schema(Landing).names()).iter_rows()]


def articles(manifest: pl.DataFrame) -> list[Article]:
    """Rows of raw.article of a batch: its new contents, decoded, and its sources that gave no bytes."""
    kept = manifest.filter(pl.col("outcome") != LandingOutcome.DUPLICATE.value)
    return [_article(entry) for entry in _entries(kept)]


def _entries(manifest: pl.DataFrame) -> Iterator[_Entry]:
    extra = manifest.select("sha256", "media_type", "charset", "content", "problem").iter_rows()
    declared = manifest.select(DECLARED).iter_rows(named=True)
    for landing, values, fields in zip(landings(manifest), extra, declared, strict=True):
        yield _Entry(landing, fields, *values)


def _landing(row: tuple[object, ...]) -> Landing:
    return Landing.model_validate(dict(zip(schema(Landing).names(), row, strict=True)))


def _article(entry: _Entry) -> Article:
    is_text = entry.content is not None and entry.problem is None
    reading = decode(entry.content or b"", entry.charset) if is_text else None
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
        problem=problem,
        **entry.declared,
    )
