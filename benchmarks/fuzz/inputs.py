"""Random inputs: soups of fragments, mutated articles and pages, and containers of them, well made and broken."""

import csv
import gzip
import io
import json
import random
import zipfile
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from enum import IntEnum
from functools import cache
from html import escape
from pathlib import Path

from benchmarks.fuzz.fragments import ENCODINGS, FURNITURE, HTML, MARKS, PROSE

SEEDS = Path(__file__).parents[2] / "seeds" / "articles"
FIELD_MARK = b"\x1f"  # between an article and what its container declares of it
QUICK_WEIGHT = 4  # landing a file takes longer than reading it
BIG_SHARE = 0.0005  # a megabyte takes seconds to read
BIG_BYTES = 1_000_000
MAX_SEED_CHARS = 6_000


class Route(IntEnum):
    """How an input reaches the reader; the first byte of an input names it."""

    TEXT = 0
    DECLARED = 1
    PAGE = 2
    FILE_TXT = 3
    FILE_MD = 4
    FILE_HTML = 5
    FILE_JSONL = 6
    FILE_CSV = 7
    FILE_RSS = 8
    FILE_WARC = 9
    FILE_EML = 10
    FILE_GZ = 11
    FILE_ZIP = 12

    @property
    def suffix(self) -> str | None:
        """Extension of the file that is landed; None when the reader is called directly."""
        name = self.name.lower()
        return "." + {"file_gz": "jsonl.gz"}.get(name, name.removeprefix("file_")) if name.startswith("file_") else None


def input_of(route: Route, payload: bytes) -> bytes:
    """Input that takes this route."""
    return bytes([route]) + payload


def route_of(data: bytes) -> tuple[Route, bytes]:
    """Route of an input and what is sent along it; any bytes are an input."""
    return Route(data[0] % len(Route)) if data else Route.TEXT, data[1:]


def random_input(chance: random.Random, routes: Sequence[Route]) -> bytes:
    """An input; the same state of ``chance`` gives the same input."""
    route = chance.choices(routes, [QUICK_WEIGHT if route.suffix is None else 1 for route in routes])[0]
    payload = MAKERS.get(route, _article_bytes)(chance)
    if chance.random() < BIG_SHARE and payload:
        payload = (payload * (BIG_BYTES // len(payload) + 1))[:BIG_BYTES]
    if chance.random() < 0.4:
        payload = mutated(chance, payload)
    return input_of(route, payload)


def mutated(chance: random.Random, data: bytes) -> bytes:
    """The same bytes with a few accidents: cut, doubled, moved, overwritten, torn."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        start = chance.randrange(len(result) + 1)
        end = min(len(result), start + chance.choice((0, 1, 2, 8, 64, 512)))
        result[start:end] = _accident(chance, bytes(result[start:end]))
    return bytes(result)


def _accident(chance: random.Random, part: bytes) -> bytes:
    kind = chance.randrange(6)
    if kind == 0:
        return b""
    if kind == 1:
        return part * chance.choice((2, 3, 50))
    if kind == 2:
        return chance.randbytes(chance.choice((1, 2, 4, 16)))
    if kind == 3:
        return part[::-1]
    if kind == 4:
        return bytes(byte ^ (1 << chance.randrange(8)) for byte in part[:8]) + part[8:]
    return part + chance.choice(MARKS + HTML + FURNITURE).encode()


@cache
def _seeds() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8")[:MAX_SEED_CHARS] for path in sorted(SEEDS.glob("*.txt")))


def article(chance: random.Random) -> str:
    """Text of an article: a soup of fragments, or a seed with fragments thrown in."""
    if chance.random() < 0.1:
        return _with_fragments(chance, chance.choice(_seeds()))
    if chance.random() < 0.1:
        return "".join(chr(_code_point(chance)) for _ in range(chance.randrange(200)))
    pools = chance.choice(((PROSE, FURNITURE, MARKS), (PROSE, MARKS), (MARKS,), (PROSE, FURNITURE, MARKS, HTML)))
    return "".join(chance.choice(chance.choice(pools)) for _ in range(chance.choice((1, 5, 20, 60))))


def _code_point(chance: random.Random) -> int:
    point = chance.randrange(chance.choice((0x80, 0x250, 0x3000, 0x110000)))
    return point if not 0xD800 <= point <= 0xDFFF else 0xFFFD


def _with_fragments(chance: random.Random, text: str) -> str:
    for _ in range(chance.randrange(12)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(chance.choice((PROSE, FURNITURE, MARKS, HTML))) + text[at:]
    return text


def page(chance: random.Random) -> str:
    """An HTML page: an article in paragraphs with page furniture around it, or a soup of tags."""
    if chance.random() < 0.4:
        return "".join(chance.choice(HTML + PROSE + MARKS) for _ in range(chance.choice((1, 5, 30, 80))))
    text = article(chance)
    inner = "".join(f"<p>{part if chance.random() < 0.2 else escape(part)}</p>" for part in text.split("\n"))
    around = [chance.choice(HTML + FURNITURE) for _ in range(chance.randrange(20))]
    head = "".join(chance.choice(HTML) for _ in range(chance.randrange(6)))
    return f"<html><head>{head}</head><body>{''.join(around)}<article>{inner}</article></body></html>"


def _article_bytes(chance: random.Random) -> bytes:
    if chance.random() < 0.1:
        return chance.randbytes(chance.choice((1, 10, 100, 1000)))
    return article(chance).encode(chance.choice(ENCODINGS), "replace")


def _page_bytes(chance: random.Random) -> bytes:
    return page(chance).encode(chance.choice(ENCODINGS), "replace")


def _declared_bytes(chance: random.Random) -> bytes:
    fields = [article(chance)] + [chance.choice(_declared(chance)) for _ in range(5)]
    return FIELD_MARK.join(field.encode() for field in fields)


def _declared(chance: random.Random) -> tuple[str, ...]:
    return (
        "",
        chance.choice(MARKS),
        chance.choice(FURNITURE),
        chance.choice(PROSE),
        "https://[::1/a",
        "http://a.org/2023/1/2/b",
    )


def _records(chance: random.Random) -> list[dict[str, object]]:
    return [
        {
            chance.choice(("text", "body", "content")): article(chance),
            "title": chance.choice((*FURNITURE, None, 3, [], "\ud800")),
            "url": chance.choice(("https://a.org/b", "", None, 5, {}, "//[")),
            "date": chance.choice(("2023-05-03", "", None, 1683072000, 1e308, "Wed, 03 May 2023 10:00:00 +9999")),
        }
        for _ in range(chance.randrange(5))
    ]


def _jsonl(chance: random.Random) -> bytes:
    lines = [json.dumps(record).encode() for record in _records(chance)]
    lines += chance.choices(
        (b"{", b"[]", b"null", b'"a"', b"\xff", b"", b'{"text": 1}', b"NaN", b"[" * 5000), k=chance.randrange(2)
    )
    chance.shuffle(lines)
    return b"\n".join(lines)


def _csv(chance: random.Random) -> bytes:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=chance.choice(",,,;\t"))
    writer.writerow(["title", chance.choice(("text", "body", "x")), "url"])
    for _ in range(chance.randrange(5)):
        writer.writerow([chance.choice(FURNITURE), article(chance), "https://a.org"][: chance.choice((3, 3, 3, 2, 4))])
    return written.getvalue().encode(chance.choice(ENCODINGS), "replace")


def _feed(chance: random.Random) -> bytes:
    items = "".join(
        f"<item><title>{escape(chance.choice(FURNITURE))}</title><description>{escape(article(chance))}</description>"
        f"<link>https://a.org/b</link><pubDate>{chance.choice(('Wed, 03 May 2023 10:00:00 GMT', 'x', ''))}</pubDate></item>"
        for _ in range(chance.randrange(4))
    )
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>A</title>{items}</channel></rss>".encode()


def _warc(chance: random.Random) -> bytes:
    records = b""
    for number in range(chance.randrange(4)):
        body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + _page_bytes(chance)
        length = len(body) if chance.random() < 0.8 else chance.randrange(10_000)
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number}>\r\nWARC-Target-URI: https://a.org/{number}"
            f"\r\nWARC-Date: 2023-05-03T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {length}"
        )
        records += head.encode() + b"\r\n\r\n" + body + b"\r\n\r\n"
    return records


def _mail(chance: random.Random) -> bytes:
    mail = EmailMessage()
    mail["Subject"] = chance.choice(PROSE).replace("\n", " ")
    mail["Date"] = chance.choice(("Wed, 03 May 2023 10:00:00 +0000", "x", "Wed, 99 May 2023"))
    mail["From"] = "Jane Doe <jane@a.org>"
    mail.set_content(article(chance))
    if chance.random() < 0.5:
        mail.add_alternative(page(chance), subtype="html")
    return mail.as_bytes()


def _gzip(chance: random.Random) -> bytes:
    data = _jsonl(chance)
    for _ in range(chance.choice((1, 1, 1, 2, 9))):
        data = gzip.compress(data, mtime=0)
    return data


def _zip(chance: random.Random) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(chance.randrange(4)):
            name = chance.choice(("a.txt", "b/c.html", "../d.txt", "/e.md", "f.jsonl", "g.gz", "h.bin", "\u0301.txt"))
            archive.writestr(f"{number}{name}", chance.choice((_article_bytes, _page_bytes, _jsonl, _gzip))(chance))
    return written.getvalue()


MAKERS: dict[Route, Callable[[random.Random], bytes]] = {
    Route.DECLARED: _declared_bytes,
    Route.PAGE: _page_bytes,
    Route.FILE_HTML: _page_bytes,
    Route.FILE_JSONL: _jsonl,
    Route.FILE_CSV: _csv,
    Route.FILE_RSS: _feed,
    Route.FILE_WARC: _warc,
    Route.FILE_EML: _mail,
    Route.FILE_GZ: _gzip,
    Route.FILE_ZIP: _zip,
}
