"""Character sets as documents declare them, read as browsers read them (WHATWG Encoding Standard)."""

import codecs
import re
from types import MappingProxyType

HEAD_BYTES = 4096
OPENS_WITH_TAG = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
XML_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']([\w.:-]{1,40})[\"']", re.I)
META = re.compile(rb"<meta\b[^>]{0,500}?\bcharset\s{0,20}=[\s\"']{0,20}([\w.:-]{1,40})", re.IGNORECASE)

# Python's name of what a label says, and the larger set that pages with that label are written in.
READ_AS = MappingProxyType(
    {
        "ascii": "cp1252",
        "iso8859-1": "cp1252",
        "iso8859-9": "cp1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "big5": "big5hkscs",
        "shift_jis": "cp932",
        "euc_kr": "cp949",
        "utf-16": "utf-16-le",
        "utf_8_sig": "utf-8",
    }
)
# Others are not text (hex, zlib), or dangerous, or nowhere in use on pages (UTF-7, EBCDIC).
KNOWN = frozenset(
    {"utf-8", "utf-16-le", "utf-16-be", "cp866", "cp874", "cp932", "cp949", "gb18030", "big5hkscs", "euc_jp"}
    | {"iso2022_jp", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"}
    | {f"cp{number}" for number in range(1250, 1259)}
    | {f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
)
WINDOWS_1252 = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))


def encoding_named(label: str | None) -> str | None:
    """Python's name of the encoding in which documents with this label are written; None for an unknown label."""
    try:
        name = codecs.lookup((label or "").strip(" \t\r\n\"'")).name
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return None
    name = READ_AS.get(name, name)
    return name if name in KNOWN else None


def encoding_inside(content: bytes) -> str | None:
    """Encoding that a page declares of itself, in its XML declaration or a ``<meta>``."""
    head = content[:HEAD_BYTES]
    if not OPENS_WITH_TAG.match(head):
        return None
    declaration = XML_DECLARATION.match(head) or META.search(head)
    encoding = encoding_named(declaration.group(1).decode("ascii", "replace")) if declaration else None
    # the declaration itself could not be read if it were true
    return "utf-8" if encoding and encoding.startswith("utf-16") else encoding


def text_in(content: bytes, encoding: str) -> str | None:
    """Text of bytes in an encoding; None when they are not in it."""
    try:
        if encoding == "cp1252":  # five bytes that windows-1252 leaves open are control characters to a browser
            return codecs.charmap_decode(content, "strict", WINDOWS_1252)[0]
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
