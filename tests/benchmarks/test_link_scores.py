"""Scores of two groupings of the same things."""

import pytest

from benchmarks.link_scores import Links


@pytest.mark.parametrize(
    ("found", "precision", "recall"),
    [
        ({1: "x", 2: "x", 3: "x", 4: "y"}, 1.0, 1.0),
        ({1: "x", 2: "x", 3: "z", 4: "y"}, 1.0, 1 / 3),
        ({1: "x", 2: "x", 3: "x", 4: "x"}, 0.5, 1.0),
        ({1: "x", 2: "y", 3: "z", 4: "u"}, 1.0, 0.0),
        ({1: "x", 2: "x"}, 1.0, 1 / 3),
    ],
)
def test_pairs_of_one_group(found, precision, recall):
    pairs = Links({1: "a", 2: "a", 3: "a", 4: "b"}, found).pairs()
    assert (pairs.precision, pairs.recall) == pytest.approx((precision, recall))


def test_b_cubed_counts_what_was_not_found_as_missed():
    ratio = Links({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x"}).b_cubed()
    assert (ratio.precision, ratio.recall) == pytest.approx((1.0, 2 / 3))


@pytest.mark.parametrize(
    ("gold", "found", "lines"),
    [
        ({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "y"}, []),
        ({1: "a", 2: "a", 3: "a"}, {1: "x", 2: "y", 3: "x"}, ["torn apart: no. 1; no. 3 | no. 2"]),
        ({1: "a", 2: "b"}, {1: "x", 2: "x"}, ["run together: no. 1 | no. 2"]),
        ({1: "a", 2: "a"}, {1: "x", 3: "y"}, []),
    ],
)
def test_errors_name_what_is_torn_apart_and_run_together(gold, found, lines):
    assert list(Links(gold, found).errors(lambda number: f"no. {number}")) == lines
