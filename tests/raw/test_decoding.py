"""Bytes to text: encodings, and what is no text."""

import os
import time

import pytest

from assets.raw.decoding import MAX_ARTICLE_BYTES, Decoded, Problem, decode
from warehouse.tables.documents import RejectionReason

SENTENCE = "The President of Venezuela, Nicolás Maduro, received Alicia Bárcena."
QUOTED = "“We met,” said Peña – the minister’s deputy."


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (SENTENCE.encode(), SENTENCE, "utf-8"),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), SENTENCE, "utf-8"),
        (SENTENCE.encode("cp1252"), SENTENCE, "windows-1252"),
        (QUOTED.encode("cp1252"), QUOTED, "windows-1252"),
        ("Bárcena".encode("latin-1"), "Bárcena", "windows-1252"),
        ("Peña".encode("cp1252"), "Peña", "windows-1252"),
        ("\ufeff".encode("utf-16-le") + SENTENCE.encode("utf-16-le"), SENTENCE, "utf-16-le"),
        ("\ufeff".encode("utf-16-be") + SENTENCE.encode("utf-16-be"), SENTENCE, "utf-16-be"),
        ("\ufeff".encode("utf-32-le") + SENTENCE.encode("utf-32-le"), SENTENCE, "utf-32-le"),
        (SENTENCE.encode("utf-16-le"), SENTENCE, "utf-16-le"),
        (SENTENCE.encode("utf-16-be"), SENTENCE, "utf-16-be"),
        (SENTENCE.encode("utf-32-be"), SENTENCE, "utf-32-be"),
        (b"The minister\x00 met the ambassador.", "The minister\x00 met the ambassador.", "utf-8"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n", "utf-8"),
        (b"PAR1 is how the report on Paris begins.", "PAR1 is how the report on Paris begins.", "utf-8"),
        # a page pasted together from two sources
        (SENTENCE.encode() + b" It was \x93fruitful\x94.", SENTENCE + " It was “fruitful”.", "utf-8"),
    ],
)
def test_text_comes_out_as_it_was_written(content, text, encoding):
    assert decode(content) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Министр иностранных дел Сергей Лавров встретился с президентом Николасом Мадуро в Каракасе.", "cp1251"),
        ("Prezydent Lech Wałęsa spotkał się z ministrem spraw zagranicznych w Łodzi, żeby rozmawiać.", "cp1250"),
    ],
)
def test_other_alphabets_are_not_read_as_western(text, encoding):
    decoded = decode(text.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", RejectionReason.EMPTY),
        (b" \n\t\r\n", RejectionReason.EMPTY),
        (b"\xef\xbb\xbf\n", RejectionReason.EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", RejectionReason.BINARY),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", RejectionReason.BINARY),
        (b"PK\x03\x04\x14\x00\x06\x00", RejectionReason.BINARY),
        (b"\x00" * 100, RejectionReason.BINARY),
        (bytes(range(256)) * 10, RejectionReason.BINARY),
    ],
)
def test_what_is_no_text_is_named(content, reason):
    problem = decode(content)
    assert isinstance(problem, Problem)
    assert problem.reason is reason
    assert str(problem).startswith(f"{reason.value}: ")


def test_random_bytes_are_binary():
    assert isinstance(decode(os.urandom(4096)), Problem)


def test_fifty_megabytes_on_one_line_are_refused_at_once():
    start = time.monotonic()
    problem = decode(b"a " * 25_000_000)
    assert time.monotonic() - start < 1
    assert isinstance(problem, Problem)
    assert problem.reason is RejectionReason.TOO_LONG
    assert f"{MAX_ARTICLE_BYTES:,}" in problem.detail
