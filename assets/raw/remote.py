"""Sources that a URL names, through fsspec: s3://, gs://, memory://, zip://... as far as their packages are installed."""

import datetime as dt
import io
import re
from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from assets.raw.sources import BUFFER_BYTES, Found, SourceNotFoundError

if TYPE_CHECKING:
    from fsspec.spec import AbstractFileSystem

PASSWORD = re.compile(r"//[^/@]*@")
MAGIC = re.compile(r"[*?\[]")
MODIFIED_KEYS = ("mtime", "LastModified", "last_modified", "updated", "created")


def remote_files(url: str) -> Iterator[Found]:
    """Files that a URL names: a file, those below a folder, or those that match a pattern.

    Raises:
        SourceNotFoundError: there is no such file, no package for the protocol, or no way to reach it.
    """
    shown = PASSWORD.sub("//", url)  # source_uri goes into every table
    try:
        from fsspec.core import url_to_fs

        filesystem, root = url_to_fs(url)
        paths = _paths(filesystem, root)
    except ImportError as error:
        raise SourceNotFoundError(f"{shown} needs a package that is not installed: {error}") from error
    except FileNotFoundError as error:
        raise SourceNotFoundError(f"{shown} does not exist: name a file, a folder or a pattern of articles") from error
    except Exception as error:  # each protocol has its own
        raise SourceNotFoundError(f"{shown} cannot be reached ({error}): check the URL and your credentials") from error
    if not paths:
        raise SourceNotFoundError(f"{shown} matches no file: name a file, a folder or a pattern of articles")
    for path, info in paths.items():
        yield _found(filesystem, path, info, _uri(shown, root, path))


def _paths(filesystem: "AbstractFileSystem", root: str) -> dict[str, Mapping[str, object]]:
    if MAGIC.search(root) and not filesystem.exists(root):
        found = filesystem.glob(root, detail=True)
    elif filesystem.isdir(root):
        found = filesystem.find(root, detail=True)
    else:
        return {root: filesystem.info(root)}
    base = MAGIC.split(root)[0].rpartition("/")[0] if MAGIC.search(root) else root
    return {path: info for path, info in found.items() if info.get("type") == "file" and _is_visible(path, base)}


def _is_visible(path: str, base: str) -> bool:
    return not any(part.startswith(".") for part in path.removeprefix(base).split("/"))


def _uri(url: str, root: str, path: str) -> str:
    """URL of one file among those that ``url`` names; what is chained behind "::" stays."""
    first, mark, rest = url.partition("::")
    if path == root:
        return url
    if MAGIC.search(root):
        first = MAGIC.split(first)[0].rpartition("/")[0]
        root = MAGIC.split(root)[0].rpartition("/")[0]
    slash = "" if first.endswith("/") else "/"
    return f"{first}{slash}{path.removeprefix(root).lstrip('/')}{mark}{rest}"


def _found(filesystem: "AbstractFileSystem", path: str, info: Mapping[str, object], uri: str) -> Found:
    size = info.get("size")
    return Found(
        source_uri=uri,
        name=path.rstrip("/").rpartition("/")[2].partition("?")[0],
        byte_size=int(size) if isinstance(size, int | float) else 0,
        modified_at=_modified_at(info),
        open=partial(_opened, filesystem, path),
    )


def _modified_at(info: Mapping[str, object]) -> dt.datetime | None:
    value = next((info[key] for key in MODIFIED_KEYS if info.get(key)), None)
    if isinstance(value, int | float):
        value = dt.datetime.fromtimestamp(value, dt.UTC)
    if not isinstance(value, dt.datetime):
        return None
    return value.astimezone(dt.UTC).replace(tzinfo=None) if value.tzinfo else value


def _opened(filesystem: "AbstractFileSystem", path: str) -> io.BufferedReader:
    try:
        return io.BufferedReader(filesystem.open(path, "rb"), BUFFER_BYTES)
    except OSError:
        raise
    except Exception as error:  # each protocol has its own
        raise OSError(str(error)) from error
