"""Streams of text whose bytes can be had back: what is not UTF-8 stays as half characters until it is decoded."""

import codecs
import io
from collections.abc import Iterator

WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Characters(io.TextIOWrapper):
    """Text over a stream that stays open when the text is done with."""

    def close(self) -> None:
        """Leave the stream to its owner."""


def characters(stream: io.BufferedReader) -> Characters:
    """Characters of a stream, line ends kept; UTF-16 is told by its mark, all else is read as UTF-8."""
    is_wide = stream.peek(2).startswith(WIDE_MARKS)
    encoding, errors = ("utf-16", "replace") if is_wide else ("utf-8-sig", "surrogateescape")
    return Characters(stream, encoding, errors=errors, newline="")


def lines(text: io.TextIOWrapper, limit: int) -> Iterator[str]:
    """Lines with their ends, those above ``limit`` in parts; a last line without an end only if it is whole."""
    while line := text.readline(limit):
        if len(line) < limit and not line.endswith("\n"):
            text.readline()  # raises where the end is damage
        yield line
    text.readline()


def head_of(stream: io.BufferedReader, size: int) -> bytes:
    """First bytes of a stream, which stay to be read."""
    return stream.peek(size)[:size]
