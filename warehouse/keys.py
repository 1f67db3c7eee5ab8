"""Stable identifiers: hashes of natural keys, the same on any machine, in any order, in any batch."""

import hashlib
from collections.abc import Sequence

ID_LENGTH = 16  # 64 bits: about 3 chances in a million of one collision among ten million rows
SEPARATOR = "\x1f"  # ASCII unit separator: it stands in no name, so parts cannot run into each other


def stable_id(*parts: str | int) -> str:
    """Identifier of the row whose natural key is ``parts``: 16 hexadecimal characters of a SHA-256."""
    key = SEPARATOR.join(str(part) for part in parts)
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]


def content_id(sha256: str) -> str:
    """Identifier of the article whose bytes have this SHA-256 (64 hexadecimal characters)."""
    return sha256[:ID_LENGTH]


def record_id(sha256: str, declared: Sequence[str | None]) -> str:
    """Identifier of the article whose bytes have this SHA-256 and of which its container declares these fields.

    The same text under two URLs is two articles: who copied whom matters. Without declared fields the bytes alone name
    the article, so that a file and a bare record of the same text are one.
    """
    return stable_id(sha256, *(value or "" for value in declared)) if any(declared) else content_id(sha256)
