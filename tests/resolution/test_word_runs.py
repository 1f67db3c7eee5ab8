import polars as pl
import pytest

from assets.resolution.word_runs import word_runs

CASES = [
    (["a b c d", "b c d"], 3, {(0, "a b c"), (0, "b c d"), (1, "b c d")}),
    (["a b", "", "c d e"], 3, {(2, "c d e")}),
    (["a a a a"], 3, {(0, "a a a")}),
    ([], 3, set()),
]


@pytest.mark.parametrize(("texts", "length", "expected"), CASES)
def test_each_run_of_a_text_stands_once_and_crosses_no_text(texts, length, expected):
    found = word_runs(pl.DataFrame({"words": texts}, schema={"words": pl.String}).with_row_index("text_id"), length)
    assert set(found.iter_rows()) == expected
    assert found.height == len(expected)
