"""Big and hostile inputs: each is read or rejected in time that grows with its length."""

import sys

import pytest

from assets.documents import read_document
from assets.documents.limits import seconds_for, within
from assets.documents.reading import MAX_PIECES
from assets.raw.decoding import MAX_ARTICLE_BYTES
from benchmarks.fuzz.invariants import check
from tests.growth import LINEAR, TIMES, growth
from warehouse.tables.documents import RejectionReason

MEGABYTE, LONG = 1_000_000, 100_000
SENTENCE = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said. "
BASE64 = "TG9yZW0gaXBzdW0gZG9sb3Igc2l0IGFtZXQ="


def filled(unit, size):
    return unit * (size // len(unit))


def read_and_checked(text):
    check(text, read_document(text))


@pytest.mark.parametrize(
    "unit",
    [
        SENTENCE + "\n\n",
        "\r\n",
        "\u00a0",
        "a\n",
        "A, ",
        "A. ",
        "<",
        "[",
        "[a](",
        "**",
        "_a",
        "\\",
        "&amp;",
        "&#x41;",
        "Ã",
        "â€",
        "e\u0301",
        "\u0301",
        "\u202e",
        "\x00",
        "\ud800",
        "\ud83d\ude00",
        "\U0001f600",
        "> ",
        "- ",
        "# ",
        "|",
        "(",
        '"',
        "1",
        "/",
        "http://a.org/",
        "Jane Doe ",
        "wine-\n",
        BASE64 * 2 + "\n",
        "<p ",
        "<div>",
        "<b>",
        "<p>" + SENTENCE + "</p>",
        "<!--",
        "<script>",
        "<table><tr><td>",
        "<![CDATA[",
        "<a href='",
    ],
)
def test_a_long_run_of_anything_costs_what_its_length_does(unit):
    assert growth(lambda size: read_and_checked(filled(unit, size)), LONG // TIMES) < LINEAR


@pytest.mark.parametrize("unit", [SENTENCE, " ", "\n", BASE64])
def test_the_largest_article_of_one_line_is_read_within_the_limit(unit):
    text = filled(unit, 5 * MEGABYTE)
    assert len(text) <= MAX_ARTICLE_BYTES
    check(text, within(seconds_for(len(text)), lambda: read_document(text)))


def test_a_text_mended_at_every_character_does_not_fill_the_memory():
    rejected = read_document(filled("a\x00", 4 * MAX_PIECES + 4)).rejected
    assert rejected.reason is RejectionReason.NOT_TEXT
    assert "200,000 places" in rejected.detail


PAGE = "<!DOCTYPE html><html><head><title>Lima</title></head><body>{}</body></html>"


@pytest.mark.parametrize(
    ("opening", "text", "closing", "depth"),
    [
        ("<div>", SENTENCE, "</div>", 100_000),
        ("<div>", SENTENCE, "", 50_000),
        ("<b>", SENTENCE, "</b>", 20_000),
        ("<table><tr><td>", SENTENCE, "</td></tr></table>", 20_000),
        ("<ul><li>", SENTENCE, "", 20_000),
        ("<blockquote>", SENTENCE, "</blockquote>", 20_000),
        ("<p>", SENTENCE, "", 20_000),
        ("<a", SENTENCE, ">", 50_000),
        ("<p a='", SENTENCE, "", 50_000),
        ("<!--", SENTENCE, "", 50_000),
        ("<script>", SENTENCE, "", 20_000),
        ("&lt;", SENTENCE, "&gt;", 20_000),
        ("<svg><g>", SENTENCE, "", 20_000),
        ("<span ", SENTENCE, "/>", 20_000),
    ],
)
def test_a_page_however_nested_costs_what_its_length_does(opening, text, closing, depth):
    def read(depth: int) -> None:
        read_and_checked(PAGE.format(opening * depth + text + closing * depth))

    assert growth(read, depth // TIMES) < LINEAR


@pytest.mark.parametrize(
    "number", [*range(0x20), 0x7F, *range(0x80, 0xA0), 0xFFFE, 0xFFFF, 0xD800, 0xDFFF, sys.maxunicode]
)
def test_every_control_character_may_stand_in_prose(number):
    text = f"{SENTENCE[:20]}{chr(number)}{SENTENCE[20:]}\n\n{chr(number) * 3}\n\n{SENTENCE}{chr(number)}"
    reading = read_document(text)
    check(text, reading)
    assert reading.document is not None
    reading.document.body.encode("utf-8")
