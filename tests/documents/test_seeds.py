"""The articles that ship with the project, read."""

import datetime as dt
from importlib.resources import files

import pytest

from assets.documents import read_document
from assets.documents.offsets import OffsetMap
from warehouse.tables.documents import PublishedBasis, SegmentKind

ARTICLES = sorted(path for path in (files("seeds") / "articles").iterdir() if path.name.endswith(".txt"))


def reading(number):
    content = ARTICLES[number].read_bytes()
    found = read_document(content, source_uri=ARTICLES[number].name)
    assert found.document is not None
    return content.decode(), found


@pytest.mark.parametrize(
    ("number", "title", "publisher", "published_on", "basis", "city", "wire_source"),
    [
        (
            0,
            "Venezuelan president receives Mexican foreign minister in Caracas",
            "Radio Habana Cuba",
            dt.date(2023, 10, 17),  # the year stands in the caption only
            PublishedBasis.DATELINE,
            "Caracas",
            None,
        ),
        (1, "President Maduro receives representative of the Chinese Chancellory", None, None, "unknown", None, None),
        (
            2,
            "Mexican foreign minister highlights positive moment in U.S.-Mexico relations",
            "Radio Habana Cuba",
            None,  # "July 18", and no year anywhere
            PublishedBasis.UNKNOWN,
            "Havana",
            "Prensa Latina",
        ),
        (3, None, None, None, "unknown", None, None),
        (
            4,
            "Russian Foreign Minister Bolsters Diplomatic Ties With Mexico",
            None,
            dt.date(2020, 2, 6),
            PublishedBasis.TEXT,
            None,
            None,
        ),
    ],
)
def test_facts(number, title, publisher, published_on, basis, city, wire_source):
    _, found = reading(number)
    document = found.document
    assert document.title == title
    assert document.publisher == publisher
    assert document.published_on == published_on
    assert document.published_basis == basis
    assert document.dateline_city == city
    assert document.wire_source == wire_source


@pytest.mark.parametrize(
    ("number", "absent"),
    [
        (0, ["---", "Photo", "https://", "Radio Habana Cuba", "(RHC)", "*", "Oct. 16, 2023"]),
        (
            2,
            [
                "---",
                "Image not found",
                "https://",
                "Radio Habana",
                "(RHC)",
                "*",
                "#",
                "\\",
                "(Source",
                "highlights positive",
            ],
        ),
        (3, ["pic.twitter.com", "They achieved", "(@lopezobrador_)", "December 28, 2023"]),
        (
            4,
            [
                "Live",
                "Audio",
                "google",
                "facebook",
                "twitter",
                "News > Russia",
                "Photo",
                "Published",
                "•",
                "\xa0",
                "Starts Latin America Tour",
                "Post with no comments",
                "is expected to arrive this Thursday",
            ],
        ),
    ],
)
def test_furniture_is_not_in_the_body(number, absent):
    _, found = reading(number)
    assert [text for text in absent if text in found.document.body] == []


@pytest.mark.parametrize(
    ("number", "present"),
    [
        (
            0,
            [
                "Venezuelan Ambassador to Mexico, Francisco Arias Cárdenas.",
                "The President of Venezuela, Nicolás Maduro, received",
            ],
        ),
        (1, ["High-Level Joint Commission as a mechanism"]),
        (2, ["more than $800 billion between", "Interior Secretary Deb Haaland, among others."]),
        (3, ["2, 2 million migrants", "Ken Salazar, among others."]),
        (
            4,
            [
                "Latin American and Caribbean States (CELAC)",
                "Respect for the sovereignty of Venezuela",
                "Marcelo Ebrard, to",
            ],
        ),
    ],
)
def test_the_story_is_in_the_body(number, present):
    _, found = reading(number)
    assert [text for text in present if text not in found.document.body] == []
    assert not found.document.body.startswith((" ", "\n"))


@pytest.mark.parametrize("number", range(5))
def test_every_word_of_the_body_is_the_same_in_the_raw_text(number):
    raw, found = reading(number)
    offsets = OffsetMap.of_segments(found.segments)
    start = 0
    for word in found.document.body.split():
        start = found.document.body.index(word, start)
        low, high = offsets.raw_span(start, start + len(word))
        assert raw[low:high].replace("\\", "") == word
        start += len(word)


def test_a_name_over_a_paragraph_break_covers_the_break():
    raw, found = reading(0)
    name = "Francisco Arias Cárdenas"
    start = found.document.body.index(name)
    low, high = OffsetMap.of_segments(found.segments).raw_span(start, start + len(name))
    assert raw[low:high] == "Francisco Arias\n\nCárdenas"


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (0, SegmentKind.DATELINE, "Caracas, October 17 (RHC)--"),
        (2, SegmentKind.ATTRIBUTION, "(Source: Prensa Latina)"),
        (2, SegmentKind.BOILERPLATE, "## **Foreign Minister highlights positive moment in US-Mexico relations**"),
        (4, SegmentKind.NAVIGATION, "Russian FM Lavrov Starts Latin America Tour in Cuba"),
        (4, SegmentKind.BYLINE, "Published 6 February 2020"),
    ],
)
def test_segments_have_their_kind(number, kind, text):
    raw, found = reading(number)
    assert text in [raw[part.raw_start : part.raw_end].strip() for part in found.segments if part.kind is kind]
