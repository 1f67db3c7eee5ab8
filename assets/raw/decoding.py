"""From the bytes of an article to its text, or to the reason why there is none."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from assets.raw.charsets import encoding_inside, encoding_named, text_in
from warehouse.tables.documents import RejectionReason

# A book of 800,000 words fits; larger files are archives or dumps, and one of them would hold up its whole batch.
MAX_ARTICLE_BYTES = 5_000_000

BYTE_ORDER_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
)
BINARY_REMEDY = "supply the article as plain text, UTF-8 if possible"
SAMPLE_BYTES = 65_536  # enough to tell an encoding; guessing over megabytes takes seconds
# Prose has hardly any control characters; random bytes have one in ten.
MAX_CONTROL_SHARE = 0.02
MAX_NUL_SHARE = 0.3  # above it the bytes are not text with stray NULs but another format
# Accented letters and typographic quotes in Western European languages; Greek or Cyrillic text is mostly high bytes.
MAX_WESTERN_HIGH_SHARE = 0.2
MIN_PARITY_SHARE = 0.4  # Latin text in UTF-16: almost every second byte is NUL

CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
HIGH = re.compile(rb"[\x80-\xff]")
LETTER_OR_HIGH = re.compile(rb"[A-Za-z\x80-\xff]")
MULTI_BYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]")
SYMBOL_IN_WORD = re.compile(
    r"[A-Za-z][\u00a1-\u00a8\u00ac\u00af\u00b1\u00b3\u00b5\u00b6\u00b8\u00b9\u00bc-\u00bf\u0192\u2020\u2021\u2030]"
)
NOTHING_VISIBLE = re.compile(r"[\s\x00-\x1f\u200b-\u200f\u2060\ufeff]*")
ESCAPE = b"\x1b"  # ISO-2022-JP is ASCII to the eye, but for its escapes
SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Decoded:
    """Text of an article and the encoding it was in."""

    text: str
    encoding: str


@dataclass(frozen=True)
class Problem:
    """Why bytes gave no text, and what to do about it."""

    reason: RejectionReason
    detail: str

    def __str__(self) -> str:
        return f"{self.reason.value}: {self.detail}"


def decode(content: bytes, declared: str | None = None) -> Decoded | Problem:
    """Text of an article, unaltered but for a leading byte order mark, which is left out; or the problem.

    Args:
        content: the bytes.
        declared: character set that a HTTP header or a mail part gives; a page may declare another in its head.
    """
    problem = _size_problem(len(content)) or _signature_problem(content)
    if problem:
        return problem
    decoded = _marked(content) or _wide(content) or _binary_problem(content) or _narrow(content, declared)
    return _checked(decoded)


def too_long(byte_size: int) -> Problem:
    """Problem of a file above the largest size an article may have."""
    detail = f"{byte_size:,} bytes; the limit is {MAX_ARTICLE_BYTES:,}: split the file into one file per article"
    return Problem(RejectionReason.TOO_LONG, detail)


def _size_problem(byte_size: int) -> Problem | None:
    if byte_size == 0:
        return Problem(RejectionReason.EMPTY, "the file has no bytes: supply the article again")
    return too_long(byte_size) if byte_size > MAX_ARTICLE_BYTES else None


def _signature_problem(content: bytes) -> Problem | None:
    kind = next((name for start, name in SIGNATURES if content.startswith(start)), None)
    # "PAR1" or "ID3" may begin a sentence, a recording or a table has control bytes or high bytes close behind
    if kind is None or not re.search(rb"[\x00-\x08\x0e-\x1a\x80-\xff]|%PDF", content[:1024]):
        return None
    return Problem(RejectionReason.BINARY, f"the bytes are {kind}: {BINARY_REMEDY}")


def _marked(content: bytes) -> Decoded | None:
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return _strict(content[len(mark) :], encoding)
    return None


def _wide(content: bytes) -> Decoded | None:
    """Latin text in UTF-16 or UTF-32 without a byte order mark, told by where its NUL bytes stand."""
    sample = content[:SAMPLE_BYTES]
    quarter = [_nul_share(sample[start::4]) for start in range(4)]
    if min(quarter[1:]) > MIN_PARITY_SHARE > quarter[0]:
        return _strict(content, "utf-32-le")
    if min(quarter[:3]) > MIN_PARITY_SHARE > quarter[3]:
        return _strict(content, "utf-32-be")
    even, odd = _nul_share(sample[::2]), _nul_share(sample[1::2])
    if odd > MIN_PARITY_SHARE and even < odd / 4:
        return _strict(content, "utf-16-le")
    if even > MIN_PARITY_SHARE and odd < even / 4:
        return _strict(content, "utf-16-be")
    return None


def _nul_share(part: bytes) -> float:
    return part.count(0) / max(len(part), 1)


def _strict(content: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError:
        return None


def _binary_problem(content: bytes) -> Problem | None:
    sample = content[:SAMPLE_BYTES]
    control_share = len(CONTROL.findall(sample)) / len(sample)
    if control_share <= MAX_CONTROL_SHARE and _nul_share(sample) <= MAX_NUL_SHARE:
        return None
    return Problem(RejectionReason.BINARY, f"too many control bytes for text: {BINARY_REMEDY}")


def _narrow(content: bytes, declared: str | None) -> Decoded | Problem:
    encodings = (encoding_named(declared), encoding_inside(content))
    return (
        # what is UTF-8 is hardly ever anything else, whatever a server's default header says
        (None if ESCAPE in content else _strict(content, "utf-8"))
        or next((text for name in encodings if name and (text := _declared(content, name))), None)
        or _strict(content, "utf-8")
        or _mixed(content)
        or _western(content)
        or _guessed(content)
    )


def _declared(content: bytes, encoding: str) -> Decoded | None:
    text = text_in(content, encoding)
    return Decoded(text, re.sub(r"^cp(125\d)$", r"windows-\1", encoding)) if text is not None else None


def _mixed(content: bytes) -> Decoded | None:
    """UTF-8 with a few windows-1252 bytes in it, as pages pasted together from two sources have."""
    text = content.decode("utf-8", "surrogateescape")
    broken = len(SURROGATE.findall(text))
    if broken > len(MULTI_BYTE.findall(content)):
        return None
    windows = {0xDC00 + byte: bytes([byte]).decode("cp1252", "replace") for byte in range(0x80, 0x100)}
    return Decoded(text.translate(windows), "utf-8")


def _western(content: bytes) -> Decoded | None:
    """Western European text: windows-1252, of which Latin-1 text is a part."""
    high = len(HIGH.findall(content))
    if high > max(1, len(LETTER_OR_HIGH.findall(content)) * MAX_WESTERN_HIGH_SHARE):  # "Peña" is one in four
        return None
    decoded = _strict(content, "cp1252")
    if decoded is None or SYMBOL_IN_WORD.search(decoded.text):  # "Wa³esa": Central European read as Western
        return None
    return Decoded(decoded.text, "windows-1252")


def _guessed(content: bytes) -> Decoded | Problem:
    guesses = list(from_bytes(content[:SAMPLE_BYTES], cp_exclusion=["utf_7"]))
    plain = [guess for guess in guesses if not SYMBOL_IN_WORD.search(str(guess))]
    decoded = next((text for guess in plain + guesses if (text := _strict(content, guess.encoding))), None)
    detail = f"no known character encoding fits the bytes: {BINARY_REMEDY}"
    return decoded or Problem(RejectionReason.UNDECODABLE, detail)


def _checked(decoded: Decoded | Problem) -> Decoded | Problem:
    if isinstance(decoded, Problem):
        return decoded
    if NOTHING_VISIBLE.fullmatch(decoded.text):
        return Problem(RejectionReason.EMPTY, "the file holds nothing but white space: supply the article again")
    if SURROGATE.search(decoded.text):
        return Problem(RejectionReason.UNDECODABLE, f"the text holds half characters: {BINARY_REMEDY}")
    return decoded
