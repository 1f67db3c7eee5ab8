"""The files behind the sources a landing is given: found, sized and opened without ever blocking."""

import datetime as dt
import glob
import io
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from urllib.parse import unquote, urlsplit

EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 -- times are stored as UTC without a zone
LOCAL_URL = re.compile(r"(?:file|local)://", re.IGNORECASE)
URL = re.compile(r"[a-z][a-z0-9+.-]*(?:://|::)", re.IGNORECASE)
BUFFER_BYTES = 64 << 10


class SourceNotFoundError(Exception):
    """A source named by the user does not exist or cannot be reached."""


@dataclass(frozen=True)
class Found:
    """A file as its folder shows it, before reading."""

    source_uri: str
    name: str  # of the file, which tells its type
    byte_size: int
    modified_at: dt.datetime | None  # UTC
    open: Callable[[], io.BufferedReader]  # raises OSError where the file cannot be read


def found_files(sources: Sequence[str | Path], outside: Path) -> list[Found]:
    """Files behind the sources, each once, sorted by source_uri; nothing inside the folder ``outside``.

    A source is a file, a folder, a pattern such as ``news/**/*.html``, or a URL of any of these.

    Raises:
        SourceNotFoundError: a source does not exist.
    """
    files: dict[str, Found] = {}
    for source in sources:
        for file in _found_at(source, outside.resolve()):
            files.setdefault(file.source_uri, file)
    return [files[uri] for uri in sorted(files)]


def source_uri(path: Path) -> str:
    """Name of a path that every table can store: bytes that are not UTF-8 become escapes."""
    return os.fsencode(path.as_posix()).decode("utf-8", "backslashreplace")


def _found_at(source: str | Path, outside: Path) -> Iterator[Found]:
    if isinstance(source, str) and LOCAL_URL.match(source):
        source = Path(unquote(urlsplit(source).path))  # the same file as its path names
    if isinstance(source, str) and URL.match(source):
        from assets.raw.remote import remote_files

        yield from remote_files(source)
        return
    for path in _paths(Path(source), outside):
        yield _local(path)


def _local(path: Path) -> Found:
    try:
        status = path.stat()
        size, modified_at = status.st_size, _modified_at(status.st_mtime_ns)
    except OSError:  # a link that leads nowhere
        size, modified_at = 0, None
    return Found(source_uri(path), path.name, size, modified_at, partial(_opened, path))


def _opened(path: Path) -> io.BufferedReader:
    # a pipe without a writer would block a plain open for ever
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError("not a regular file")
    file: io.BufferedReader = io.BufferedReader(io.FileIO(handle), BUFFER_BYTES)
    return file


def _paths(source: Path, outside: Path) -> Iterator[Path]:
    source = source.expanduser()
    if source.is_dir():
        yield from _inside(source.resolve(), outside)
    elif os.path.lexists(source):
        yield source.parent.resolve() / source.name
    elif glob.has_magic(str(source)):
        yield from _matching(source, outside)
    else:
        raise SourceNotFoundError(f"{source} does not exist: name a file or a folder of articles")


def _matching(pattern: Path, outside: Path) -> Iterator[Path]:
    """Files that match a pattern; those in hidden folders, and what is in matching folders, not."""
    matches = [Path(match) for match in sorted(glob.glob(str(pattern), recursive=True))]  # noqa: PTH207 - hidden ones
    files = [path.parent.resolve() / path.name for path in matches if not path.is_dir()]
    if not files:
        raise SourceNotFoundError(f"{pattern} matches no file: name a file, a folder or a pattern of articles")
    yield from (path for path in files if outside not in path.parents)


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


def _modified_at(nanoseconds: int) -> dt.datetime | None:
    try:
        return EPOCH + dt.timedelta(microseconds=nanoseconds // 1000)
    except OverflowError:  # archives restored with a broken clock
        return None
