"""New and changed articles become batches: one manifest each, with the bytes of what is new."""

import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl
from filelock import FileLock

from assets.raw.containers.fields import FieldNames
from assets.raw.containers.reading import records
from assets.raw.containers.records import Record, rejected
from assets.raw.history import History, Last, history
from assets.raw.manifest import MANIFEST_SCHEMA, manifest_file
from assets.raw.progress import ReadContainers
from assets.raw.sources import Found, found_files
from warehouse.home import Home
from warehouse.keys import record_id, stable_id
from warehouse.store import write_parquet
from warehouse.tables.documents import RejectionReason
from warehouse.tables.raw import LandingOutcome

MAX_ARTICLES = 500  # a batch is the unit of a rerun: a minute or two of work
MAX_BYTES = 64 << 20  # what one batch holds in memory
LOCK_NAME = "landing.lock"


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
    record: Record
    outcome: LandingOutcome
    article_id: str
    sha256: str | None
    byte_size: int

    @property
    def source_uri(self) -> str:
        """Where the article came from."""
        return self.found.source_uri + self.record.suffix

    @property
    def content(self) -> bytes | None:
        """Bytes to keep: those of the first sighting."""
        return self.record.content if self.outcome is LandingOutcome.NEW else None


@dataclass(frozen=True)
class End:
    """A file was read to its end."""

    found: Found


def land(
    home: Home,
    sources: Sequence[str | Path],
    now: dt.datetime,
    max_files: int = MAX_ARTICLES,
    max_bytes: int = MAX_BYTES,
    names: FieldNames = FieldNames(),  # noqa: B008 -- frozen
) -> list[LandedBatch]:
    """Record every new or changed article behind the sources, in batches of bounded size.

    Raises:
        SourceNotFoundError: a source does not exist; nothing was landed.
    """
    home.landing.mkdir(parents=True, exist_ok=True)
    # two landings at once would both call the same content new
    with FileLock(home.path / LOCK_NAME):
        done = ReadContainers(home, names)
        found = [file for file in found_files(sources, home.path) if not done.holds(file)]
        landed = []
        for batch, ended in _batches(_sightings(found, history(home, found), names), max_files, max_bytes):
            if batch:
                landed.append(_write(home, batch, _utc(now)))
            done.add(ended)
        return landed


def _sightings(found: Sequence[Found], past: History, names: FieldNames) -> Iterator[Sighting | End]:
    """Sightings worth recording, in the order of their sources, and the end of each container."""
    for file in found:
        last = past.files.get(file.source_uri)
        if not (last and last.sha256 and (last.byte_size, last.modified_at) == (file.byte_size, file.modified_at)):
            yield from _of_file(file, last, past, names)


def _of_file(file: Found, last: Last | None, past: History, names: FieldNames) -> Iterator[Sighting | End]:
    before = past.records(file.source_uri)
    is_on_record, is_passing = False, False
    for record in _records(file, names):
        sighting = _sighting(file, record, past.known)
        recent = before.get(record.suffix) if record.suffix else last.article_id if last else None
        is_passing = is_passing or record.is_passing
        is_new = sighting.outcome is not LandingOutcome.UNREADABLE or sighting.article_id not in past.known
        if recent != sighting.article_id and is_new:
            past.known.add(sighting.article_id)
            # the next landing tells a file that is one article by its last sighting
            is_on_record = not record.suffix and sighting.byte_size == file.byte_size and sighting.sha256 is not None
            yield sighting
    if not (is_on_record or is_passing):
        yield End(file)


def _records(file: Found, names: FieldNames) -> Iterator[Record]:
    try:
        stream = file.open()
    except OSError as error:
        detail = f"{error.strerror or error}: make the file readable or remove it"
        yield replace(rejected(None, RejectionReason.UNREADABLE, detail), is_passing=True)
        return
    with stream:
        yield from records(file.name, stream, file.byte_size, names)


def _sighting(file: Found, record: Record, known: set[str]) -> Sighting:
    if record.content is None and record.sha256 is None:
        article_id = stable_id("unreadable", file.source_uri + record.suffix)
        size = file.byte_size if not record.suffix else 0
        return Sighting(file, record, LandingOutcome.UNREADABLE, article_id, None, size)
    content = record.content or b""
    sha256 = record.sha256 or hashlib.sha256(content).hexdigest()
    article_id = record_id(sha256, record.declared.values())
    outcome = LandingOutcome.DUPLICATE if article_id in known else LandingOutcome.NEW
    return Sighting(file, record, outcome, article_id, sha256, record.byte_size or len(content))


def _batches(
    items: Iterable[Sighting | End], max_files: int, max_bytes: int
) -> Iterator[tuple[list[Sighting], list[Found]]]:
    """Batches of bounded size, each with the files whose last sighting it or an earlier one holds."""
    batch: list[Sighting] = []
    ended: list[Found] = []
    size = 0
    for item in items:
        if isinstance(item, End):
            ended.append(item.found)
            continue
        weight = len(item.content or b"")
        if batch and (len(batch) >= max_files or size + weight > max_bytes):
            yield batch, ended
            batch, ended, size = [], [], 0
        batch.append(item)
        size += weight
    if batch or ended:
        yield batch, ended


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
    lines = sorted(f"{sighting.source_uri}\n{sighting.article_id if sighting.sha256 else ''}" for sighting in batch)
    digest = hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    first = f"{landed_at:%Y%m%dT%H%M%S}Z-{digest}"
    batch_id, number = first, 2
    while manifest_file(home, batch_id).exists():  # a file changed to and fro within one second
        batch_id, number = f"{first}-{number}", number + 1
    return batch_id


def _row(sighting: Sighting, batch_id: str, landed_at: dt.datetime) -> tuple[object, ...]:
    """Values in the order of MANIFEST_SCHEMA."""
    record = sighting.record
    return (
        stable_id(batch_id, sighting.source_uri),
        batch_id,
        sighting.source_uri,
        sighting.article_id,
        sighting.outcome.value,
        sighting.byte_size,
        sighting.found.modified_at,
        landed_at,
        sighting.found.source_uri,
        sighting.sha256,
        record.media_type,
        record.charset,
        sighting.content,
        record.problem,
        *record.declared.values(),
    )


def _utc(now: dt.datetime) -> dt.datetime:
    """Same moment in UTC, without a zone, as every table stores it."""
    return now.astimezone(dt.UTC).replace(tzinfo=None) if now.tzinfo else now
