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


RUSSIAN = "Министр встретился с послом."
PAGE = "<html><head><meta {}></head><body><p>{}</p></body></html>"


@pytest.mark.parametrize(
    ("content", "declared", "text", "encoding"),
    [
        (RUSSIAN.encode("koi8-r"), "KOI8-R", RUSSIAN, "koi8-r"),
        (RUSSIAN.encode("cp1251"), ' "windows-1251" ', RUSSIAN, "windows-1251"),
        (QUOTED.encode("cp1252"), "iso-8859-1", QUOTED, "windows-1252"),
        (QUOTED.encode("cp1252"), "us-ascii", QUOTED, "windows-1252"),
        (b"one\x81 \x93two\x94", "latin1", "one\x81 “two”", "windows-1252"),
        ("İstanbul’da".encode("cp1254"), "iso-8859-9", "İstanbul’da", "windows-1254"),
        ("外交部".encode("gb18030"), "gb2312", "外交部", "gb18030"),
        ("外務省".encode("cp932"), "shift_jis", "外務省", "cp932"),
        ("外務省".encode("iso2022_jp"), "iso-2022-jp", "外務省", "iso2022_jp"),
        # servers declare by default what the page is not
        (SENTENCE.encode(), "iso-8859-1", SENTENCE, "utf-8"),
        (RUSSIAN.encode(), "windows-1251", RUSSIAN, "utf-8"),
        (b"\xef\xbb\xbf" + SENTENCE.encode(), "koi8-r", SENTENCE, "utf-8"),
        ("Bárcena met Peña.".encode("cp1252"), "utf-8", "Bárcena met Peña.", "windows-1252"),
        *(
            ("Bárcena met Peña.".encode("cp1252"), label, "Bárcena met Peña.", "windows-1252")
            for label in ("no-such-set", "hex", "utf-7", "a\x00b", "", "unicode_escape")
        ),
    ],
)
def test_a_declared_character_set_is_honoured_where_it_fits(content, declared, text, encoding):
    assert decode(content, declared) == Decoded(text, encoding)


@pytest.mark.parametrize(
    ("meta", "encoding"),
    [
        ('charset="windows-1251"', "cp1251"),
        ("charset=koi8-r", "koi8-r"),
        ('http-equiv="Content-Type" content="text/html; charset=windows-1251"', "cp1251"),
    ],
)
def test_a_page_declares_its_own_character_set(meta, encoding):
    text = PAGE.format(meta, RUSSIAN)
    decoded = decode(text.encode(encoding))
    assert isinstance(decoded, Decoded)
    assert decoded.text == text


def test_an_xml_declaration_is_honoured_and_a_server_before_it():
    text = f"<?xml version='1.0' encoding='windows-1251'?><html><p>{RUSSIAN}</p></html>"
    assert decode(text.encode("cp1251")) == Decoded(text, "windows-1251")
    assert decode(text.encode("koi8-r"), "koi8-r") == Decoded(text, "koi8-r")


def test_prose_about_a_page_declares_nothing():
    text = "Bárcena wrote <meta charset=koi8-r> on the page."
    assert decode(text.encode("cp1252")) == Decoded(text, "windows-1252")


def test_random_bytes_are_binary():
    assert isinstance(decode(os.urandom(4096)), Problem)


def test_fifty_megabytes_on_one_line_are_refused_at_once():
    line = b"a " * 25_000_000
    start = time.process_time()
    problem = decode(line)
    assert time.process_time() - start < 1  # a look at the length takes no time, decoding takes several seconds
    assert isinstance(problem, Problem)
    assert problem.reason is RejectionReason.TOO_LONG
    assert f"{MAX_ARTICLE_BYTES:,}" in problem.detail
