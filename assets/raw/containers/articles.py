"""Files that are one article: plain text, Markdown, HTML."""

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from assets.raw.containers.compressed import confirm_end
from assets.raw.containers.kinds import Kind
from assets.raw.containers.records import HTML, MARKDOWN, PLAIN, Record, article
from assets.raw.decoding import MAX_ARTICLE_BYTES, too_long

MEDIA_TYPES = {Kind.TEXT: PLAIN, Kind.MARKDOWN: MARKDOWN, Kind.HTML: HTML}
CHUNK_BYTES = 1 << 20


def article_records(stream: BinaryIO, kind: Kind) -> Iterator[Record]:
    """The one article; of a file that is longer than an article may be only hash and size are kept."""
    content = stream.read(MAX_ARTICLE_BYTES + 1)
    if len(content) <= MAX_ARTICLE_BYTES:
        confirm_end(stream)
        yield article(None, content, MEDIA_TYPES[kind])
        return
    digest, size = hashlib.sha256(content), len(content)
    while chunk := stream.read(CHUNK_BYTES):
        digest.update(chunk)
        size += len(chunk)
    confirm_end(stream)
    problem = str(too_long(size))
    yield Record(None, None, MEDIA_TYPES[kind], problem=problem, sha256=digest.hexdigest(), byte_size=size)
