"""Compressed streams, expanded piece by piece within limits."""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import BinaryIO, Protocol

from assets.raw.containers.records import DamagedContainerError

MAX_DEPTH = 4  # records.jsonl.gz in a zip in a zip has three
MAX_MEMBERS = 100_000
MAX_EXPANDED_BYTES = 64 << 30
MAX_BOMBS = 3  # of one file; each costs as much as an honest file of its expanded size
# News text shrinks to a third, a table of repeated templates to a fiftieth; a bomb to a thousandth and less.
MAX_RATIO = 200
RATIO_FREE_BYTES = 64 << 20  # a small file may repeat itself as much as it likes
PIECE = 64 << 10
GZIP_WINDOW = 31  # zlib: a gzip header, the largest window


class BombError(Exception):
    """A file or a member of an archive expands beyond the limits; the message names the limit and the remedy."""


class ExhaustedError(BombError):
    """A file expands beyond what all its members together may: no other of them is read either."""


@dataclass
class Whole:
    """What a landed file has expanded to so far, in all its members."""

    expanded_bytes: int = 0
    members: int = 0
    bombs: int = 0


@dataclass
class Budget:
    """What a landed file, or a member of an archive in it, may still expand to."""

    compressed_bytes: int
    depth: int = 0
    whole: Whole = field(default_factory=Whole)
    expanded_bytes: int = 0

    def spend(self, size: int) -> None:
        """Count expanded bytes.

        Raises:
            BombError: there are too many for the compressed size.
            ExhaustedError: there are too many for any file.
        """
        self.expanded_bytes += size
        self.whole.expanded_bytes += size
        if self.whole.expanded_bytes > MAX_EXPANDED_BYTES:
            raise ExhaustedError(f"it expands to more than {MAX_EXPANDED_BYTES:,} bytes: split it")
        if self.expanded_bytes > max(RATIO_FREE_BYTES, MAX_RATIO * self.compressed_bytes):
            self.whole.bombs += 1
            kind = ExhaustedError if self.whole.bombs > MAX_BOMBS else BombError
            raise kind(f"it expands to more than {MAX_RATIO} times its size: supply it uncompressed if it is text")

    def layer(self) -> "Budget":
        """The same budget one layer of compression further in.

        Raises:
            BombError: there are too many layers.
        """
        if self.depth >= MAX_DEPTH:
            raise BombError(f"archives stand more than {MAX_DEPTH} deep in each other: unpack the outer ones")
        return replace(self, depth=self.depth + 1)

    def member(self, compressed_bytes: int) -> "Budget":
        """Budget of a member of an archive.

        Raises:
            ExhaustedError: there are too many members.
        """
        self.whole.members += 1
        if self.whole.members > MAX_MEMBERS:
            raise ExhaustedError(f"it holds more than {MAX_MEMBERS:,} members: split it")
        return Budget(max(compressed_bytes, 1), self.depth, self.whole)


class Expanded(io.RawIOBase):
    """Bytes that a function gives piece by piece, as a stream that counts them.

    Damage looks like the end at first, so that a buffer hands out what it holds; reading on raises. Whoever takes an
    end for the end reads once more: ``confirm_end``.
    """

    def __init__(self, piece: Callable[[int], bytes], budget: Budget) -> None:
        """Stream of what ``piece(size)`` gives, counted in ``budget``."""
        super().__init__()
        self._piece = piece
        self._budget = budget
        self._damage: Exception | None = None

    def readable(self) -> bool:
        """True."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # narrower than any buffer
        """Fill a buffer; the number of bytes, 0 at the end."""
        if self._damage:
            raise self._damage
        try:
            data = self._piece(len(buffer))
            self._budget.spend(len(data))
        except (DamagedContainerError, BombError, OSError) as error:
            self._damage = error
            return 0
        buffer[: len(data)] = data
        return len(data)


def confirm_end(stream: BinaryIO) -> None:
    """Read once more where a stream seemed to end.

    Raises:
        DamagedContainerError: it was damage.
        BombError: it was a limit.
    """
    stream.read(1)


def expanded(piece: Callable[[int], bytes], budget: Budget) -> io.BufferedReader:
    """Stream of the bytes that ``piece(size)`` gives, at most ``size`` at a time, until it gives none."""
    return io.BufferedReader(Expanded(piece, budget), PIECE)


def gunzipped(stream: BinaryIO, budget: Budget) -> io.BufferedReader:
    """Content of a gzip stream of one or more parts."""
    return expanded(_Gunzip(stream).piece, budget)


def unzstd(stream: BinaryIO, budget: Budget) -> io.BufferedReader:
    """Content of a Zstandard stream of one or more frames; the window of a frame may be 128 MB large."""
    # Arrow's reader knows a cut frame from a whole one; that of zstandard takes both for the end
    from pyarrow import CompressedInputStream, PythonFile

    source = CompressedInputStream(PythonFile(stream, mode="r"), "zstd")

    def piece(size: int) -> bytes:
        try:
            return bytes(source.read(size))
        except OSError as error:  # so Arrow reports damage
            raise DamagedContainerError(f"the Zstandard file is damaged ({error})") from error

    return expanded(piece, budget)


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


class _Gunzip:
    """gzip read in pieces: unlike GzipFile it gives all bytes before the damage."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._parts = 0
        self._waiting = b""
        self._part: _Decompressor | None = None

    def piece(self, size: int) -> bytes:
        """Next bytes, at most ``size``; none at the end."""
        while True:
            data = self._waiting or self._stream.read(PIECE)
            if self._part is None and not self._begins(data):
                return b""
            if not data:
                raise DamagedContainerError("the gzip file ends too early")
            if found := self._expand(data, size):
                return found

    def _begins(self, data: bytes) -> bool:
        """Whether another part begins here; zeros and other bytes behind the last are padding."""
        if not data or (self._parts and not data.startswith(b"\x1f")):
            return False
        self._part = zlib.decompressobj(GZIP_WINDOW)
        self._parts += 1
        return True

    def _expand(self, data: bytes, size: int) -> bytes:
        part = self._part
        if part is None:
            return b""
        try:
            found = part.decompress(data, size)
        except zlib.error as error:
            raise DamagedContainerError(f"the gzip file is damaged ({error})") from error
        self._waiting = part.unconsumed_tail
        if part.eof:
            self._waiting, self._part = part.unused_data, None
        return found
