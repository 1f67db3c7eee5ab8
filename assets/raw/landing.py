"""New and changed files become batches: one manifest each, with the bytes of what is new."""

import datetime as dt
import hashlib
import mimetypes
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from filelock import FileLock

from assets.raw.decoding import too_long
from assets.raw.sources import Bytes, Found, found_files, read
from warehouse.frames import schema
from warehouse.home import Home
from warehouse.keys import content_id, stable_id
from warehouse.store import write_parquet
from warehouse.tables.documents import RejectionReason
from warehouse.tables.raw import Landing, LandingOutcome

MAX_FILES = 500  # a batch is the unit of a rerun: a minute or two of work
MAX_BYTES = 64 << 20  # what one batch holds in memory
LOCK_NAME = "landing.lock"

TEXT_TYPES = {".txt": "text/plain", ".text": "text/plain", ".md": "text/markdown", ".markdown": "text/markdown"}
OTHER_TYPE = "application/octet-stream"

MANIFEST_SCHEMA = pl.Schema(
    {
        **schema(Landing),
        "sha256": pl.String(),
        "media_type": pl.String(),
        "content": pl.Binary(),
        "problem": pl.String(),
    }
)


@dataclass(frozen=True)
class LandedBatch:
    """A batch and how many sources it holds of each outcome."""

    batch_id: str
    new: int
    duplicate: int
    unreadable: int


@dataclass(frozen=True)
class Sighting:
    """What a landing found at one source."""

    found: Found
    outcome: LandingOutcome
    article_id: str
    byte_size: int
    sha256: str | None
    content: bytes | None
    problem: str | None


@dataclass(frozen=True)
class Last:
    """The last recorded sighting of a source."""

    byte_size: int
    modified_at: dt.datetime | None
    sha256: str | None


def land(
    home: Home,
    sources: Sequence[str | Path],
    now: dt.datetime,
    max_files: int = MAX_FILES,
    max_bytes: int = MAX_BYTES,
) -> list[LandedBatch]:
    """Record every new or changed file behind the sources, in batches of bounded size.

    Raises:
        SourceNotFoundError: a source does not exist; nothing was landed.
    """
    home.landing.mkdir(parents=True, exist_ok=True)
    # two landings at once would both call the same content new
    with FileLock(home.path / LOCK_NAME):
        sightings = _sightings(home, found_files(sources, home.path))
        return [_write(home, batch, _utc(now)) for batch in _batches(sightings, max_files, max_bytes)]


def manifest_file(home: Home, batch_id: str) -> Path:
    """Path of a batch's manifest."""
    return home.landing / f"{batch_id}.parquet"


def _sightings(home: Home, found: Sequence[Found]) -> Iterator[Sighting]:
    """Sightings worth recording, in the order of their sources."""
    known, last = _known(home, found)
    for file in found:
        sighting = _sighting(file, last.get(file.source_uri), known)
        if sighting:
            known.add(sighting.article_id)
            yield sighting


def _known(home: Home, found: Sequence[Found]) -> tuple[set[str], dict[str, Last]]:
    """Ids of all articles ever recorded, and the last sighting of each found source; contents stay unread."""
    files = sorted(home.landing.glob("*.parquet"))
    if not files:
        return set(), {}
    manifests = pl.scan_parquet(files)
    known = set(manifests.select("article_id").unique().collect().to_series().to_list())
    last = (
        manifests.select("source_uri", "byte_size", "modified_at", "sha256", "landed_at", "batch_id")
        .join(
            pl.LazyFrame({"source_uri": [file.source_uri for file in found]}, schema={"source_uri": pl.String}),
            on="source_uri",
            how="semi",
        )
        .sort("landed_at", "batch_id")
        .unique("source_uri", keep="last", maintain_order=True)
        .select("source_uri", "byte_size", "modified_at", "sha256")
        .collect()
    )
    return known, {uri: Last(size, modified, sha256) for uri, size, modified, sha256 in last.iter_rows()}


def _sighting(file: Found, last: Last | None, known: set[str]) -> Sighting | None:
    """Find out what is at a source; None when that is on record."""
    if last and last.sha256 and (last.byte_size, last.modified_at) == (file.byte_size, file.modified_at):
        return None
    try:
        data = read(file.path)
    except OSError as error:
        return _unreadable(file, error, known)
    return None if last and last.sha256 == data.sha256 else _readable(file, data, known)


def _unreadable(file: Found, error: OSError, known: set[str]) -> Sighting | None:
    article_id = stable_id("unreadable", file.source_uri)
    if article_id in known:
        return None
    problem = f"{RejectionReason.UNREADABLE.value}: {error.strerror or error}: make the file readable or remove it"
    return Sighting(file, LandingOutcome.UNREADABLE, article_id, file.byte_size, None, None, problem)


def _readable(file: Found, data: Bytes, known: set[str]) -> Sighting:
    article_id = content_id(data.sha256)
    if article_id in known:
        return Sighting(file, LandingOutcome.DUPLICATE, article_id, data.byte_size, data.sha256, None, None)
    problem = _problem(file, data)
    return Sighting(file, LandingOutcome.NEW, article_id, data.byte_size, data.sha256, data.content, problem)


def _problem(file: Found, data: Bytes) -> str | None:
    if file.path.suffix.lower() not in TEXT_TYPES:
        suffix, known = file.path.suffix or "no extension", ", ".join(TEXT_TYPES)
        return f"{RejectionReason.UNSUPPORTED_TYPE.value}: {suffix}: supply the article as one of {known}"
    return str(too_long(data.byte_size)) if data.content is None else None


def _batches(sightings: Iterable[Sighting], max_files: int, max_bytes: int) -> Iterator[list[Sighting]]:
    batch: list[Sighting] = []
    size = 0
    for sighting in sightings:
        weight = len(sighting.content or b"")
        if batch and (len(batch) >= max_files or size + weight > max_bytes):
            yield batch
            batch, size = [], 0
        batch.append(sighting)
        size += weight
    if batch:
        yield batch


def _write(home: Home, batch: Sequence[Sighting], landed_at: dt.datetime) -> LandedBatch:
    batch_id = _batch_id(home, batch, landed_at)
    rows = [_row(sighting, batch_id, landed_at) for sighting in batch]
    write_parquet(pl.DataFrame(rows, schema=MANIFEST_SCHEMA, orient="row"), manifest_file(home, batch_id))
    counts = Counter(sighting.outcome for sighting in batch)
    return LandedBatch(
        batch_id=batch_id,
        new=counts[LandingOutcome.NEW],
        duplicate=counts[LandingOutcome.DUPLICATE],
        unreadable=counts[LandingOutcome.UNREADABLE],
    )


def _batch_id(home: Home, batch: Sequence[Sighting], landed_at: dt.datetime) -> str:
    lines = sorted(f"{sighting.found.source_uri}\n{sighting.sha256 or ''}" for sighting in batch)
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()[:8]
    first = f"{landed_at:%Y%m%dT%H%M%S}Z-{digest}"
    batch_id, number = first, 2
    while manifest_file(home, batch_id).exists():  # a file changed to and fro within one second
        batch_id, number = f"{first}-{number}", number + 1
    return batch_id


def _row(sighting: Sighting, batch_id: str, landed_at: dt.datetime) -> tuple[object, ...]:
    """Values in the order of MANIFEST_SCHEMA."""
    uri = sighting.found.source_uri
    return (
        stable_id(batch_id, uri),
        batch_id,
        uri,
        sighting.article_id,
        sighting.outcome.value,
        sighting.byte_size,
        sighting.found.modified_at,
        landed_at,
        sighting.sha256,
        _media_type(sighting.found.path),
        sighting.content,
        sighting.problem,
    )


def _media_type(path: Path) -> str:
    return TEXT_TYPES.get(path.suffix.lower()) or mimetypes.guess_type(path.name)[0] or OTHER_TYPE


def _utc(now: dt.datetime) -> dt.datetime:
    """Same moment in UTC, without a zone, as every table stores it."""
    return now.astimezone(dt.UTC).replace(tzinfo=None) if now.tzinfo else now
