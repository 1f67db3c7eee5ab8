"""Members of a ZIP archive, also of one that was cut off before its directory."""

import io
import shutil
import struct
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from assets.raw.containers.compressed import PIECE, Budget, confirm_end, expanded
from assets.raw.containers.records import DamagedContainerError

OFFICE_MEMBERS = ("[Content_Types].xml", "mimetype")  # .docx and .odt under another name
IS_ENCRYPTED = 0x1
SPOOLED_BYTES = 16 << 20
LOCAL_HEADER = struct.Struct("<4sHHHHHIIIHH")
MEMBER = b"PK\x03\x04"
STORED, DEFLATED = 0, 8
NAME_IS_UTF8 = 0x800
SIZE_FOLLOWS = 0x8
READABLE = ((STORED, False), (DEFLATED, False), (DEFLATED, True))  # an open-ended stored member has no visible end
MAX_TRAILER = 28  # sizes behind a member, and the mark of the next
ZIP_ERRORS = (BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error)
CUT_OFF = "the archive was cut off"


@dataclass(frozen=True)
class Member:
    """A file in an archive; ``stream`` is None where ``problem`` says why it cannot be read."""

    name: str
    budget: Budget
    stream: io.BufferedReader | None
    problem: str | None = None


def zip_members(stream: BinaryIO, budget: Budget) -> Iterator[Member]:
    """Files of an archive in its order, hidden ones left out; each must be read before the next.

    Raises:
        ExhaustedError: there are too many.
        DamagedContainerError: the archive is an office document, or cut off behind the last member.
    """
    source = seekable(stream)
    try:
        archive = ZipFile(source)
    except ZIP_ERRORS as error:
        source.seek(0)
        yield from _members_before_damage(source, budget)
        raise DamagedContainerError(f"the ZIP archive is damaged ({error})") from error
    if set(OFFICE_MEMBERS) & set(archive.namelist()):
        raise DamagedContainerError("the file is an office document", "supply the article as text or HTML")
    seen: Counter[str] = Counter()
    for info in archive.infolist():
        if not info.is_dir() and (name := _visible_name(info.filename)):
            seen[name] += 1  # archives may hold two files of one name
            unique = f"{name}~{seen[name]}" if seen[name] > 1 else name
            yield _member(archive, info, unique, budget.member(info.compress_size))


def seekable(stream: BinaryIO) -> BinaryIO:
    """The stream itself, or a copy on disk that can be read from anywhere."""
    if stream.seekable():
        return stream
    # closed with the last reference; a member of a member lives no longer than it is read
    copy = tempfile.SpooledTemporaryFile(SPOOLED_BYTES)  # noqa: SIM115
    shutil.copyfileobj(stream, copy, 1 << 20)
    confirm_end(stream)
    copy.seek(0)
    return copy  # type: ignore[return-value] # has every method of a binary file


def _visible_name(path: str) -> str | None:
    parts = [part for part in path.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    is_hidden = not parts or any(part.startswith((".", "__MACOSX")) for part in parts)
    return None if is_hidden else "/".join(parts)


def _member(archive: ZipFile, info: ZipInfo, name: str, budget: Budget) -> Member:
    if info.flag_bits & IS_ENCRYPTED:
        return Member(name, budget, None, "it is encrypted: supply it without a password")
    try:
        return Member(name, budget, expanded(_guarded(archive.open(info)), budget))
    except ZIP_ERRORS as error:
        return Member(name, budget, None, f"it cannot be unpacked ({error}): pack the archive again")


def _guarded(stream: IO[bytes]) -> Callable[[int], bytes]:
    def piece(size: int) -> bytes:
        try:
            return stream.read(size)
        except (BadZipFile, zlib.error, EOFError) as error:
            raise DamagedContainerError(f"the member is damaged ({error})") from error

    return piece


def _members_before_damage(source: BinaryIO, budget: Budget) -> Iterator[Member]:
    """Members as their own headers describe them, up to the damage, which the last one may hold."""
    while len(header := source.read(LOCAL_HEADER.size)) == LOCAL_HEADER.size:
        signature, _, flags, method, _, _, _, size, _, name_size, extra_size = LOCAL_HEADER.unpack(header)
        is_open_ended = bool(flags & SIZE_FOLLOWS)
        if signature != MEMBER or flags & IS_ENCRYPTED or (method, is_open_ended) not in READABLE:
            return
        name = _visible_name(source.read(name_size).decode("utf-8" if flags & NAME_IS_UTF8 else "cp437", "replace"))
        source.seek(extra_size, io.SEEK_CUR)
        content = _Inflated(source) if method == DEFLATED else _Stored(source, size)
        if name:
            inner = budget.member(size or budget.compressed_bytes)
            yield Member(name, inner, expanded(content.piece, inner))
        while content.piece(PIECE):  # what its reader left
            pass
        _to_next_member(source, content.end)


def _to_next_member(source: BinaryIO, end: int) -> None:
    source.seek(end)
    gap = source.read(MAX_TRAILER).find(MEMBER)  # sizes may stand between two members
    source.seek(end + max(gap, 0))


class _Stored:
    """A member that is not compressed."""

    def __init__(self, source: BinaryIO, size: int) -> None:
        self._source = source
        self.end = source.tell() + size

    def piece(self, size: int) -> bytes:
        """Next bytes; none at the end."""
        left = self.end - self._source.tell()
        data = self._source.read(min(size, left))
        if left and not data:
            raise DamagedContainerError(CUT_OFF)
        return data


class _Inflated:
    """A compressed member, which tells by itself where it ends."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        self.end = 0

    def piece(self, size: int) -> bytes:
        """Next bytes; none at the end."""
        while not self._inflate.eof:
            data = self._inflate.unconsumed_tail or self._source.read(PIECE)
            if not data:
                raise DamagedContainerError(CUT_OFF)
            try:
                found = self._inflate.decompress(data, size)
            except zlib.error as error:
                raise DamagedContainerError(f"the member is damaged ({error})") from error
            self.end = self._source.tell() - len(self._inflate.unused_data)
            if found:
                return found
        return b""
