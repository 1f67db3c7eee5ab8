"""The files behind the sources a landing is given: found, sized and read without ever blocking."""

import datetime as dt
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from assets.raw.decoding import MAX_ARTICLE_BYTES

EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 -- times are stored as UTC without a zone
CHUNK_BYTES = 1 << 20


class SourceNotFoundError(Exception):
    """A source named by the user does not exist."""


@dataclass(frozen=True)
class Found:
    """A file as its folder shows it, before reading."""

    source_uri: str
    path: Path
    byte_size: int
    modified_at: dt.datetime | None  # UTC


@dataclass(frozen=True)
class Bytes:
    """What reading a file gave."""

    sha256: str
    byte_size: int
    content: bytes | None  # null when larger than an article may be


def found_files(sources: Sequence[str | Path], outside: Path) -> list[Found]:
    """Files behind the sources, each once, sorted by source_uri; nothing inside the folder ``outside``.

    Raises:
        SourceNotFoundError: a source does not exist.
    """
    paths = {source_uri(path): path for source in sources for path in _paths(Path(source), outside.resolve())}
    return [_found(uri, paths[uri]) for uri in sorted(paths)]


def source_uri(path: Path) -> str:
    """Name of a path that every table can store: bytes that are not UTF-8 become escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def read(path: Path) -> Bytes:
    """SHA-256, size and, up to the largest article, content of a regular file.

    Raises:
        OSError: the file cannot be read, or is a pipe, device or folder.
    """
    # a pipe without a writer would block a plain open for ever
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("not a regular file")
        content = file.read(MAX_ARTICLE_BYTES + 1)
        digest, size = hashlib.sha256(content), len(content)
        while size > MAX_ARTICLE_BYTES and (chunk := file.read(CHUNK_BYTES)):
            digest.update(chunk)
            size += len(chunk)
    return Bytes(digest.hexdigest(), size, content if size <= MAX_ARTICLE_BYTES else None)


def _paths(source: Path, outside: Path) -> Iterator[Path]:
    source = source.expanduser()
    if source.is_dir():
        yield from _inside(source.resolve(), outside)
    elif os.path.lexists(source):
        yield source.parent.resolve() / source.name
    else:
        raise SourceNotFoundError(f"{source} does not exist: name a file or a folder of articles")


def _inside(folder: Path, outside: Path) -> Iterator[Path]:
    """Files below a folder and subfolders that cannot be listed; hidden ones ignored, each folder entered once."""
    entered: set[tuple[int, int]] = set()
    unlisted: list[Path] = []

    def note(error: OSError) -> None:
        unlisted.append(Path(error.filename))

    for parent, folders, names in os.walk(folder, followlinks=True, onerror=note):
        real = Path(parent).stat()
        if (real.st_dev, real.st_ino) in entered or Path(parent).resolve() == outside:
            folders.clear()  # a link back up, or our own data
            continue
        entered.add((real.st_dev, real.st_ino))
        folders[:] = sorted(_visible(folders))
        yield from (Path(parent) / name for name in _visible(names))
    yield from unlisted


def _visible(names: Iterable[str]) -> list[str]:
    return [name for name in names if not name.startswith(".")]


def _found(uri: str, path: Path) -> Found:
    try:
        status = path.stat()
    except OSError:  # a link that leads nowhere
        return Found(uri, path, 0, None)
    return Found(uri, path, status.st_size, _modified_at(status.st_mtime_ns))


def _modified_at(nanoseconds: int) -> dt.datetime | None:
    try:
        return EPOCH + dt.timedelta(microseconds=nanoseconds // 1000)
    except OverflowError:  # archives restored with a broken clock
        return None
