"""What holds for any text whatever."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assets.documents import read_document
from benchmarks.fuzz.fragments import FURNITURE, HTML, MARKS, PROSE
from benchmarks.fuzz.inputs import Route, input_of, random_input
from benchmarks.fuzz.invariants import check
from benchmarks.fuzz.target import target

FRAGMENTS = (*PROSE, *FURNITURE, *MARKS)
SOUP = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30).map("".join)
TEXTS = st.one_of(st.text(), SOUP)
PAGES = st.lists(st.one_of(st.sampled_from(HTML), st.sampled_from(FRAGMENTS)), max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("BÃ¡rcena\r\nmet\x00 Mr\u00a0\n\nO\\'Neil.")
@example("**The minister, Peter**\n\n**Arias.**")
def test_segments_cover_the_text_and_the_body(raw: str) -> None:
    check(raw, read_document(raw))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_rejection(content: bytes) -> None:
    reading = read_document(content, source_uri="/inbox/a.txt")
    assert (reading.document is None) != (reading.rejected is None)
    if reading.rejected:
        assert reading.rejected.detail.startswith("/inbox/a.txt: ")


@settings(max_examples=200, deadline=None)
@given(PAGES)
def test_any_page_gives_a_document_or_a_rejection(page: str) -> None:
    check(page, read_document(page, media_type="text/html"))


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.lists(st.one_of(st.none(), TEXTS), min_size=5, max_size=5))
def test_whatever_is_declared_the_text_is_read(raw: str, declared: list[str | None]) -> None:
    names = ("declared_url", "declared_title", "declared_published_at", "declared_publisher", "declared_author")
    check(raw, read_document(raw, **dict(zip(names, declared, strict=True))))


@pytest.mark.parametrize("seed", range(20))
def test_any_file_is_read_whatever_is_in_it(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(10):
        data = random_input(chance, [route for route in Route if route.suffix])
        assert all((reading.document is None) != (reading.rejected is None) for reading in target(data))


@pytest.mark.parametrize(
    ("route", "payload"),
    [
        (Route.FILE_JSONL, b'{"text": "They met in Lima."}\n{"\x8d": ""}'),  # the rejection names the record's fields
        (Route.TEXT, b"\x82\xc2\xa0# dis"),  # "Â" misread stands for a space: one character for another
        (Route.PAGE, b"e&#2><y>"),  # a reference that stands for nothing
        (Route.PAGE, "\uff21m".encode()),  # a letter of double width
        (Route.DECLARED, "e\x1f\x1f\xe8\n".encode()),
        (Route.DECLARED, b"b\x1f\x1f\n"),
        (Route.DECLARED, "r\x1f\x1f\x1f\x1f\x85".encode()),
        (Route.FILE_HTML, b"><body>Title:<p>J"),  # a label and no title behind it
        (
            Route.FILE_JSONL,  # a sentence that goes on behind an embed, and the only white space between is the embed's
            b'{"content":"\\\\</h2>d y b 3 2<head>3\\rpic.twitter.com/<body>a<","":"","":null}',
        ),
    ],
)
def test_what_once_broke_is_read(route: Route, payload: bytes) -> None:
    assert sum(reading.document is not None for reading in target(input_of(route, payload))) == 1
