"""A span read from a text in pieces is what counting the characters from the beginning gives."""

import pytest

from warehouse.connect import in_memory

LONG = "“Sí”, said the minister – twice.\n" * 300  # 9,900 characters, five pieces


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (0, 0),
        (0, 7),
        (1_990, 2_010),  # over the beginning of a piece
        (2_000, 2_500),
        (1_999, 2_500),  # longer than a piece reaches
        (100, 6_100),
        (9_890, 9_900),
        (9_890, 9_999),  # beyond the end
        (9_999, 10_003),
        (40, 30),  # an end before its beginning
    ],
)
def test_a_span_is_the_substring(first, last):
    with in_memory() as connection:
        connection.execute("create table article as select ?::varchar as text", [LONG])
        row = connection.execute(
            "select span_text(in_pieces(text), $first, $last), substring(text, $first + 1, $last - $first) from article",
            {"first": first, "last": last},
        ).fetchone()
    assert row[0] == row[1]


def test_a_text_that_is_missing_has_no_span():
    with in_memory() as connection:
        assert connection.execute("select span_text(in_pieces(null::varchar), 0, 4)").fetchone() == (None,)
