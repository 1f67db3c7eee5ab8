"""WARC: one record per page that a crawl fetched."""

import io
from collections.abc import Iterator
from email.message import Message
from typing import TYPE_CHECKING

from assets.raw.containers.markup import is_page, sniffed_text
from assets.raw.containers.records import (
    HTML,
    MARKDOWN,
    PLAIN,
    DamagedContainerError,
    Declared,
    Record,
    article,
    rejected,
)
from assets.raw.decoding import MAX_ARTICLE_BYTES
from warehouse.tables.documents import RejectionReason

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeaders

PAGES = ("response", "resource", "conversion")  # conversion: the text of a page, as WET files have it
TYPES = {"text/html": HTML, "application/xhtml+xml": HTML, "text/plain": PLAIN, "text/markdown": MARKDOWN}
CRAWL_FILES = ("/robots.txt", "/ads.txt", "/humans.txt", "/security.txt")
CHUNK_BYTES = 64 << 10
PLAIN_CODINGS = ("", "identity", "gzip", "x-gzip", "deflate")


def warc_records(stream: io.BufferedReader) -> Iterator[Record]:
    """A record per page fetched with status 200; requests, redirects, images and scripts are passed over.

    WARC-Date is when the page was fetched, not when it was published, and is left out.

    Raises:
        DamagedContainerError: the file is damaged behind the last record.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        # HTTP headers are parsed here: a broken one would end the iteration
        for position, record in enumerate(ArchiveIterator(stream, no_record_parse=True), start=1):
            found = _record(position, record) if record.rec_type in PAGES else None
            _drain(record, position)
            if found:
                yield found
    except ArchiveLoadFailed as error:
        raise DamagedContainerError(f"the WARC is damaged ({str(error).strip().splitlines()[0]})") from error


def _record(position: int, record: "ArcWarcRecord") -> Record | None:
    from warcio.statusandheaders import StatusAndHeadersParserException

    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        headers = record.http_headers = _http_headers(record)
    except (StatusAndHeadersParserException, EOFError, ValueError) as error:
        detail = f"record {position} ({url}) has broken HTTP headers ({error}): fetch the page again"
        return rejected(position, RejectionReason.UNREADABLE, detail)
    if headers is not None and headers.get_statuscode() != "200":
        return None
    header = Message()
    content_type = (
        record.rec_headers.get_header("Content-Type") if headers is None else headers.get_header("Content-Type")
    )
    header["Content-Type"] = content_type or ""
    kind = TYPES.get(header.get_content_type())
    if (kind is None and content_type) or (url or "").split("?")[0].endswith(CRAWL_FILES):
        return None
    return _page(position, record, url, kind if content_type else None, header)


def _http_headers(record: "ArcWarcRecord") -> "StatusAndHeaders | None":
    from warcio.statusandheaders import StatusAndHeadersParser

    is_http = "application/http" in (record.content_type or "") or record.format == "arc"
    if record.rec_type != "response" or not is_http:
        return None
    return StatusAndHeadersParser(["HTTP/"], verify=False).parse(record.raw_stream)


def _page(position: int, record: "ArcWarcRecord", url: str | None, kind: str | None, header: Message) -> Record | None:
    headers = record.http_headers
    coding = (headers.get_header("Content-Encoding", "") if headers else "").strip().lower()
    content = record.content_stream().read(MAX_ARTICLE_BYTES + 1)
    if kind is None and not is_page(sniffed_text(content)):
        return None
    if coding not in PLAIN_CODINGS and b"\x00" in content[:1000]:
        detail = f"record {position} ({url}) is compressed as '{coding}': fetch it again with gzip or none"
        return rejected(position, RejectionReason.UNREADABLE, detail)
    charset = header.get_param("charset")
    is_html = kind == HTML or is_page(sniffed_text(content))
    declared = Declared(url=url.strip("<> ") if url else None)
    return article(
        position, content, HTML if is_html else kind or PLAIN, declared, charset if isinstance(charset, str) else None
    )


def _drain(record: "ArcWarcRecord", position: int) -> None:
    """Read what is left of a record; one that ends before its declared length was cut off with the file.

    Raises:
        DamagedContainerError: it was.
    """
    if record.rec_headers.get_header("Content-Length") is None and record.format == "warc":
        raise DamagedContainerError(f"record {position} has no length")
    while record.raw_stream.read(CHUNK_BYTES):
        pass
    missing = getattr(record.raw_stream, "limit", 0)
    if missing:
        raise DamagedContainerError(f"record {position} ends {missing:,} bytes too early")
