"""Containers as the world sends them, each with the same three stories, made in memory."""

import csv
import gzip
import io
import json
import zipfile

from assets.raw.containers.fields import FieldNames
from assets.raw.containers.reading import records

STORIES = (
    ("Ministers meet in Lima", "The foreign ministers of Peru and Chile met in Lima.", "https://example.org/a"),
    ("Envoy visits Oslo", "The envoy of Ghana visited Oslo and spoke of trade.", "https://example.org/b"),
    ("Talks end in Doha", "Talks on the border ended in Doha without a result.", "https://example.org/c"),
)
DAY = "2023-10-17T09:30:00Z"


def fields(story):
    title, text, url = story
    return {"title": title, "text": text, "url": url, "published": DAY, "publisher": "Example", "author": "Ann Lee"}


def json_lines(stories=STORIES):
    return b"".join(json.dumps(fields(story)).encode() + b"\n" for story in stories)


def json_list(stories=STORIES):
    return json.dumps([fields(story) for story in stories], indent=1).encode()


def csv_table(stories=STORIES, delimiter=","):
    out = io.StringIO()
    table = csv.DictWriter(out, fields(stories[0]), delimiter=delimiter)
    table.writeheader()
    table.writerows(map(fields, stories))
    return out.getvalue().encode()


def parquet(stories=STORIES):
    import polars as pl

    out = io.BytesIO()
    pl.DataFrame([fields(story) for story in stories]).write_parquet(out)
    return out.getvalue()


def rss(stories=STORIES):
    items = "".join(
        f"<item><title>{title}</title><link>{url}</link><pubDate>Tue, 17 Oct 2023 09:30:00 GMT</pubDate>"
        f"<description>Short.</description><content:encoded><![CDATA[<p>{text}</p>]]></content:encoded></item>"
        for title, text, url in stories
    )
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">'
        f"<channel><title>World news</title>{items}</channel></rss>"
    ).encode()


def atom(stories=STORIES):
    entries = "".join(
        f'<entry><title>{title}</title><link href="{url}"/><published>{DAY}</published><updated>2024-01-01T00:00:00Z'
        f'</updated><author><name>Ann Lee</name></author><summary type="html">&lt;p&gt;{text}&lt;/p&gt;</summary></entry>'
        for title, text, url in stories
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>World</title>{entries}</feed>'.encode()


def page(text, charset="utf-8"):
    return f"<!DOCTYPE html><html><body><p>{text}</p></body></html>".encode(charset)


def warc(pages, *, is_gzip=False):
    """A WARC of (url, status, content type, body); a request stands before each response."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=is_gzip)
    for url, status, kind, body in pages:
        headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        request = StatusAndHeaders("GET / HTTP/1.1", [("Host", "example.org")], is_http_request=True)
        writer.write_record(writer.create_warc_record(url, "request", http_headers=request))
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=headers))
    return out.getvalue()


def story_warc(*, is_gzip=False):
    return warc([(url, "200 OK", "text/html", page(text)) for _, text, url in STORIES], is_gzip=is_gzip)


def mail(story=STORIES[0], extra=""):
    title, text, _ = story
    return (
        f"From: Example Press <press@example.org>\r\nTo: a@example.org\r\nSubject: {title}\r\n{extra}"
        "Date: Tue, 17 Oct 2023 09:30:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=x\r\n"
        f"\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n--x\r\n"
        f"Content-Type: text/html; charset=utf-8\r\n\r\n<p>{text}</p>\r\n--x--\r\n"
    ).encode()


def mailbox(stories=STORIES):
    return b"\n".join(
        b"From a@example.org Tue Oct 17 09:30:00 2023\n" + mail(story).replace(b"\r\n", b"\n") for story in stories
    )


def zipped(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def zstd(content):
    from pyarrow import compress

    return compress(content, codec="zstd", asbytes=True)


def read(name, content, *given):
    """All records of a file."""
    stream = io.BufferedReader(io.BytesIO(content))
    return list(records(name, stream, len(content), FieldNames(given)))


def texts(found):
    return [record.content.decode() for record in found if record.problem is None]


def problems(found):
    return [(record.suffix, record.problem) for record in found if record.problem is not None]


def story_texts(*, is_html=False, start=0, end=3):
    return [f"<p>{text}</p>" if is_html else text for _, text, _ in STORIES[start:end]]


CONTAINERS = {
    "a.jsonl": (json_lines(), False),
    "a.ndjson": (json_lines(), False),
    "a.json": (json_list(), False),
    "lines.json": (json_lines(), False),
    "list.jsonl": (json_list(), False),
    "a.csv": (csv_table(), False),
    "semicolon.csv": (csv_table(delimiter=";"), False),
    "a.tsv": (csv_table(delimiter="\t"), False),
    "a.parquet": (parquet(), False),
    "a.rss": (rss(), True),
    "a.atom": (atom(), True),
    "a.xml": (atom(), True),
    "a.jsonl.gz": (gzip.compress(json_lines()), False),
    "a.csv.zst": (zstd(csv_table()), False),
    "a.parquet.gz": (gzip.compress(parquet()), False),
    "a.rss.gz": (gzip.compress(rss()), True),
}
