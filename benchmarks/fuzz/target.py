"""One input sent through the reader the way its route says, and held against what must be true of any reading."""

import datetime as dt
import tempfile
from collections.abc import Sequence
from pathlib import Path

from assets.documents import Reading, read_article, read_document
from assets.raw.articles import articles, landings, read_manifest
from assets.raw.decoding import Decoded, decode
from assets.raw.landing import land
from benchmarks.fuzz.inputs import FIELD_MARK, Route, route_of
from benchmarks.fuzz.invariants import BrokenInvariantError, check
from warehouse.frames import frame
from warehouse.home import Home
from warehouse.tables.raw import Article

NOW = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
IN_MEMORY = Path("/dev/shm")  # noqa: S108 -- writing thousands of small files to a disk takes longer than reading them
DECLARED = ("declared_url", "declared_title", "declared_published_at", "declared_publisher", "declared_author")


def target(data: bytes) -> Sequence[Reading]:
    """Readings of the articles in an input.

    Raises:
        BrokenInvariantError: a reading is not what every reading must be.
    """
    route, payload = route_of(data)
    if route.suffix:
        return _landed(payload, route.suffix)
    if route is Route.DECLARED:
        return [_declared(payload)]
    return [_page(payload) if route is Route.PAGE else _bytes(payload)]


def _bytes(payload: bytes) -> Reading:
    reading = read_document(payload, source_uri="/inbox/a.txt")
    decoded = decode(payload)
    check(decoded.text if isinstance(decoded, Decoded) else "", reading)
    return reading


def _page(payload: bytes) -> Reading:
    text = payload.decode("utf-8", "replace")
    reading = read_document(text, source_uri="/inbox/a.html", media_type="text/html")
    check(text, reading)
    return reading


def _declared(payload: bytes) -> Reading:
    text, *rest = (field.decode("utf-8", "replace") for field in payload.split(FIELD_MARK))
    reading = read_document(text, **dict(zip(DECLARED, rest, strict=False)))
    check(text, reading)
    return reading


def _landed(payload: bytes, suffix: str) -> Sequence[Reading]:
    """Readings of the records of a file, from its landing on."""
    with tempfile.TemporaryDirectory(dir=IN_MEMORY if IN_MEMORY.is_dir() else None) as folder:
        file = Path(folder) / f"a{suffix}"
        file.write_bytes(payload)
        home = Home(Path(folder) / "home")
        manifests = [read_manifest(home, landed.batch_id) for landed in land(home, [file], NOW)]
        rows = [row for manifest in manifests for row in articles(manifest)]
        landed = [row for manifest in manifests for row in landings(manifest)]
    if {row.article_id for row in rows} != {row.article_id for row in landed}:
        raise BrokenInvariantError("every landed record gives an article")
    frame(Article, rows)
    return [_checked(row) for row in rows]


def _checked(row: Article) -> Reading:
    if (row.text is None) == (row.problem is None):
        raise BrokenInvariantError("a record has a text or a problem, never both")
    reading = read_article(row)
    check(row.text or "", reading)
    return reading
