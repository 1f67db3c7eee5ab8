"""Bodies compared pair by pair, each pair once: verdicts are kept beside the stories and read again by the next run.

A verdict depends on the two documents alone, so that stories from kept verdicts are those from comparing all anew. Of
the bodies only those of pairs that were never compared are read.
"""

import datetime as dt
import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import polars as pl

from assets.documents import signature as signature_module
from assets.documents.signature import VALUES
from assets.resolution import copying
from assets.resolution.candidates import row_keys
from assets.resolution.copying import Text, is_copy
from assets.resolution.stories import signature_rows, stories
from warehouse.home import Home
from warehouse.store import batch_files, write_parquet
from warehouse.tables.documents import Document

META = pl.Schema(
    {
        "document_id": pl.String(),
        "published_on": pl.Date(),
        "word_count": pl.Int64(),
        "signature": pl.List(pl.UInt32()),  # half the room of the column as it is stored
    }
)
PAIR = ("document_id", "other_id")
PAIRS_AT_ONCE = 50_000  # their bodies are in memory together: about 300 MB of news
DAY_FACTOR, SIZE_FACTOR = 0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F  # odd, bits spread
TEXTS_AT_ONCE = 1_000  # read into words; about 200 MB
VERDICTS = pl.Schema(
    {
        "document_id": pl.String(),
        "other_id": pl.String(),
        "state": pl.UInt64(),  # of both documents: a changed body or date is compared again
        "is_copy": pl.Boolean(),
    }
)


class Comparisons:
    """Verdicts on pairs of a home's documents: those kept, and those made now."""

    def __init__(self, home: Home, documents: pl.DataFrame) -> None:
        """Args: the home, and document_id, published_on, word_count and signature of its documents."""
        self._files = batch_files(home, Document)
        self._file = _verdict_file(home)
        self._states = _states(documents)
        self._kept = pl.read_parquet(self._file) if self._file.is_file() else pl.DataFrame(schema=VERDICTS)
        self._used = pl.DataFrame(schema=VERDICTS)

    def __call__(self, pairs: pl.DataFrame) -> pl.Series:
        """Whether each pair are copies."""
        stated = self._stated(pairs)
        known = stated.join(self._kept, on=[*PAIR, "state"], how="left", maintain_order="left")
        new = known.filter(pl.col("is_copy").is_null())
        parts = [part.with_columns(self._verdicts(part)) for part in new.iter_slices(PAIRS_AT_ONCE)]
        made = pl.concat([pl.DataFrame(schema=VERDICTS), *(part.select(VERDICTS.names()) for part in parts)])
        full = known.drop("is_copy").join(
            pl.concat([known.drop_nulls("is_copy"), made]), on=[*PAIR, "state"], how="left", maintain_order="left"
        )
        self._used = pl.concat([self._used, full.select(VERDICTS.names())])
        return full["is_copy"]

    def keep(self) -> None:
        """Write down the verdicts of this run; those of pairs that are candidates no more, or of old rules, go."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        write_parquet(self._used.sort(PAIR), self._file)
        for other in self._file.parent.glob("rules=*.parquet"):
            if other != self._file:
                other.unlink(missing_ok=True)

    def _stated(self, pairs: pl.DataFrame) -> pl.DataFrame:
        one, other = self._states, self._states.rename({"document_id": "other_id", "state": "other_state"})
        joined = pairs.join(one, on="document_id", how="left", maintain_order="left").join(
            other, on="other_id", how="left", maintain_order="left"
        )
        return joined.select(*PAIR, (pl.col("state") ^ (pl.col("other_state") * 3)).alias("state"))

    def _verdicts(self, pairs: pl.DataFrame) -> pl.Series:
        """Verdicts on new pairs, each text read into words as seldom as memory allows."""
        bodies = self._bodies(pairs)

        @lru_cache(maxsize=TEXTS_AT_ONCE)
        def text(document_id: str) -> Text:
            return Text.of(*bodies[document_id])

        found = [is_copy(text(one), text(other)) for one, other in pairs.select(PAIR).iter_rows()]
        return pl.Series("is_copy", found, dtype=pl.Boolean)

    def _bodies(self, pairs: pl.DataFrame) -> dict[str, tuple[str, dt.date | None]]:
        wanted = pl.concat([pairs["document_id"], pairs["other_id"].alias("document_id")]).unique()
        rows = (
            pl.scan_parquet(self._files)
            .join(wanted.to_frame().lazy(), on="document_id", how="semi")
            .select("document_id", "body", "published_on")
            .collect(engine="streaming")
        )
        return {document_id: (body, day) for document_id, body, day in rows.iter_rows()}


def stories_of(home: Home) -> pl.DataFrame:
    """Rows of ``resolution.story`` for the documents of a home."""
    documents = pl.concat([pl.DataFrame(schema=META), *_meta(home)]).sort("document_id")
    compare = Comparisons(home, documents)
    rows = stories(documents, compare)
    compare.keep()
    return rows


def _states(documents: pl.DataFrame) -> pl.DataFrame:
    """A number for what a verdict depends on: the body, as its signature and length tell it, and the day."""
    body = row_keys(signature_rows(documents), range(VALUES))
    day = pl.col("published_on").to_physical().fill_null(-1).cast(pl.Int64).cast(pl.UInt64, wrap_numerical=True)
    size = pl.col("word_count").cast(pl.UInt64)
    state = pl.Series("state", body) ^ (day * DAY_FACTOR) ^ (size * SIZE_FACTOR)
    return documents.select("document_id", state.alias("state"))


def _meta(home: Home) -> Iterator[pl.DataFrame]:
    """Documents without their bodies, file by file."""
    for file in batch_files(home, Document):
        yield pl.read_parquet(file, columns=META.names()).cast(META)


def _verdict_file(home: Home) -> Path:
    """File of the verdicts that the present rules gave; other rules, another file."""
    digest = hashlib.sha256()
    for file in (__file__, signature_module.__file__, copying.__file__):
        digest.update(Path(str(file)).read_bytes())
    return home.table("resolution", "story_comparison") / f"rules={digest.hexdigest()[:16]}.parquet"
