"""The manifest of a batch: what landed, with the bytes of what is new; enough to process the batch again."""

from pathlib import Path

import polars as pl

from warehouse.frames import schema
from warehouse.home import Home
from warehouse.tables.raw import Landing

DECLARED = ("declared_url", "declared_title", "declared_published_at", "declared_publisher", "declared_author")
MANIFEST_SCHEMA = pl.Schema(
    {
        **schema(Landing),
        "container_uri": pl.String(),  # the file in which the source stands
        "sha256": pl.String(),
        "media_type": pl.String(),
        "charset": pl.String(),  # as a HTTP header or a mail part declares it
        "content": pl.Binary(),
        "problem": pl.String(),
        **dict.fromkeys(DECLARED, pl.String()),
    }
)


def manifest_file(home: Home, batch_id: str) -> Path:
    """Path of a batch's manifest."""
    return home.landing / f"{batch_id}.parquet"


def manifest_files(home: Home) -> list[Path]:
    """Paths of all manifests, sorted."""
    return sorted(home.landing.glob("*.parquet"))


def scan_manifests(files: list[Path]) -> pl.LazyFrame:
    """Rows of manifests; columns that an older one lacks are null."""
    return pl.scan_parquet(files, schema=MANIFEST_SCHEMA, missing_columns="insert", extra_columns="ignore")
