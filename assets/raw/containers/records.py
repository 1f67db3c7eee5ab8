"""What every reader yields: one record per article, with what its container says of it, or why there is none."""

import hashlib
import re
from dataclasses import dataclass

from assets.raw.decoding import MAX_ARTICLE_BYTES, Decoded, decode, too_long
from warehouse.tables.documents import RejectionReason

PLAIN = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
UNREAD = "application/octet-stream"

MAX_RECORD_BYTES = 4 * MAX_ARTICLE_BYTES  # a JSON line has escapes and other fields beside its text

HALF_CHARACTER = re.compile(r"[\ud800-\udc7f\udd00-\udfff]")  # \udc80 to \udcff stand for bytes that are not UTF-8


class DamagedContainerError(Exception):
    """A container cannot be read from here on; the message says why and what to do."""

    def __init__(self, problem: str, remedy: str = "supply the file again, whole") -> None:
        """Error whose message is the problem and the remedy."""
        super().__init__(f"{problem}: {remedy}")


@dataclass(frozen=True)
class Declared:
    """What a container says of one of its records; empty values are None."""

    url: str | None = None
    title: str | None = None
    published_at: str | None = None
    publisher: str | None = None
    author: str | None = None

    def values(self) -> tuple[str | None, ...]:
        """The fields in the order in which they enter an article's identity."""
        return (self.url, self.title, self.published_at, self.publisher, self.author)


NOTHING_DECLARED = Declared()


@dataclass(frozen=True)
class Record:
    """One article of a container, or the reason why a record gave none."""

    position: int | None  # 1-based; None where the container is one article
    content: bytes | None
    media_type: str = PLAIN
    declared: Declared = NOTHING_DECLARED
    charset: str | None = None  # as a HTTP header or a mail part declares it
    problem: str | None = None  # 'reason: detail'
    sha256: str | None = None  # of content that is too long to keep
    byte_size: int | None = None  # likewise
    member: str = ""  # "/name" of the archive's member, from the outermost archive on
    is_passing: bool = False  # the trouble may be over at the next landing: a lost connection

    @property
    def suffix(self) -> str:
        """What stands behind the path of the container in the record's source_uri."""
        return self.member + (f"#{self.position}" if self.position else "")


def article(
    position: int | None,
    content: bytes,
    media_type: str = PLAIN,
    declared: Declared = NOTHING_DECLARED,
    charset: str | None = None,
) -> Record:
    """Record of an article; one that is too long keeps its hash and not its content."""
    if len(content) <= MAX_ARTICLE_BYTES:
        return Record(position, content, media_type, declared, charset)
    problem, digest = str(too_long(len(content))), hashlib.sha256(content).hexdigest()
    return Record(position, None, media_type, declared, charset, problem, digest, len(content))


def rejected(position: int | None, reason: RejectionReason, detail: str) -> Record:
    """Record that is no article.

    Its bytes are not kept: they would give it the identity of an article of the same bytes in another container.
    """
    storable = detail.encode("utf-8", "backslashreplace").decode()  # it may name a field that is not UTF-8
    return Record(position, None, UNREAD, problem=f"{reason.value}: {storable}")


def text_bytes(value: str) -> bytes:
    """UTF-8 of a string read with ``surrogateescape``: bytes that were not UTF-8 come out as they were."""
    try:
        return value.encode()
    except UnicodeEncodeError:
        joined = value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        return HALF_CHARACTER.sub("\ufffd", joined).encode("utf-8", "surrogateescape")


def one_line(value: str | None) -> str | None:
    """A declared value in one line without half characters; None for nothing."""
    line = " ".join((value or "").split())
    if line.isascii() or not re.search(r"[\ud800-\udfff]", line):
        return line or None
    decoded = decode(text_bytes(line))
    return decoded.text if isinstance(decoded, Decoded) else None
