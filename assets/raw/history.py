"""What earlier landings saw: which articles are known, and what was last seen at each source."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from assets.raw.manifest import manifest_files, scan_manifests
from assets.raw.sources import Found
from warehouse.home import Home


@dataclass(frozen=True)
class Last:
    """The last recorded sighting of a file that is one article."""

    article_id: str
    byte_size: int
    modified_at: dt.datetime | None
    sha256: str | None


@dataclass(frozen=True)
class History:
    """What is on record when a landing begins."""

    known: set[str]  # articles ever recorded; the landing adds its own
    files: Mapping[str, Last]  # by source_uri
    containers: Mapping[str, pl.DataFrame]  # by source_uri of the container: suffix and article of its records

    def records(self, container_uri: str) -> Mapping[str, str]:
        """Article last seen at each record of a container, by what stands behind the container's path."""
        rows = self.containers.get(container_uri)
        return {} if rows is None else dict(rows.select("suffix", "article_id").iter_rows())


def history(home: Home, found: Sequence[Found]) -> History:
    """What is on record of the files found; contents stay unread."""
    files = manifest_files(home)
    if not files:
        return History(set(), {}, {})
    manifests = scan_manifests(files)
    known = set(manifests.select("article_id").unique().collect().to_series().to_list())
    last = _last(manifests, [file.source_uri for file in found])
    whole = last.filter(pl.col("suffix") == "")
    parts = last.filter(pl.col("suffix") != "").select("container_uri", "suffix", "article_id")
    return History(
        known,
        {
            uri: Last(article_id, size, modified, sha256)
            for uri, article_id, size, modified, sha256 in whole.select(
                "container_uri", "article_id", "byte_size", "modified_at", "sha256"
            ).iter_rows()
        },
        {str(key[0]): rows for key, rows in parts.partition_by("container_uri", as_dict=True).items()},
    )


def _last(manifests: pl.LazyFrame, container_uris: Sequence[str]) -> pl.DataFrame:
    """Last sighting of each source in the containers."""
    wanted = pl.LazyFrame({"container_uri": container_uris}, schema={"container_uri": pl.String})
    suffix = pl.col("source_uri").str.slice(pl.col("container_uri").str.len_chars())
    return (
        manifests.select(
            "source_uri", "container_uri", "article_id", "byte_size", "modified_at", "sha256", "landed_at", "batch_id"
        )
        .with_columns(pl.coalesce("container_uri", "source_uri").alias("container_uri"))
        .join(wanted, on="container_uri", how="semi")
        .sort("landed_at", "batch_id")
        .unique("source_uri", keep="last", maintain_order=True)
        .select("container_uri", suffix.alias("suffix"), "article_id", "byte_size", "modified_at", "sha256")
        .collect()
    )
