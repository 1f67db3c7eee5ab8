import pytest

from assets.documents.offsets import OffsetMap

# body "Francisco Arias Cárdenas." from "Francisco Arias\n\nCárdenas.", then a blank line, then "R&D" from "R&amp;D"
MAP = OffsetMap(
    ((0, 15, 4, 19), (15, 16, 19, 20), (16, 25, 21, 30), (27, 28, 34, 35), (28, 29, 35, 40), (29, 30, 40, 41))
)


@pytest.mark.parametrize(
    ("body", "raw"),
    [
        ((0, 9), (4, 13)),
        ((10, 24), (14, 29)),
        ((15, 16), (19, 20)),
        ((16, 25), (21, 30)),
        ((20, 28), (25, 35)),
        ((27, 30), (34, 41)),
        ((28, 29), (35, 40)),
    ],
)
def test_a_body_span_maps_to_the_raw_text_that_covers_it(body, raw):
    assert MAP.raw_span(*body) == raw


@pytest.mark.parametrize("body", [(5, 5), (25, 27), (30, 31), (9, 3)])
def test_a_span_without_raw_text_behind_it_is_an_error(body):
    with pytest.raises(ValueError, match="no raw text"):
        MAP.raw_span(*body)


def test_a_text_that_is_its_own_raw_text():
    assert OffsetMap.identity(5).raw_span(1, 3) == (1, 3)


@pytest.mark.parametrize(
    ("raw", "body"),
    [
        ((4, 13), (0, 9)),
        ((14, 29), (10, 24)),
        ((19, 21), (15, 16)),  # the second line break stands for nothing
        ((25, 35), (20, 28)),
        ((36, 38), (28, 29)),  # part of "&amp;"
        ((0, 50), (0, 30)),
    ],
)
def test_a_raw_span_maps_to_the_body_span_it_stands_behind(raw, body):
    assert MAP.body_span(*raw) == body


@pytest.mark.parametrize("raw", [(5, 5), (30, 34), (0, 4), (41, 50)])
def test_a_raw_span_outside_the_body_is_an_error(raw):
    with pytest.raises(ValueError, match="no text of the body"):
        MAP.body_span(*raw)
