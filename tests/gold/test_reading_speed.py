"""How fast the pipeline reads: texts are dealt out fairly, figures are counted rightly, and a small run measures all."""

import pytest

from benchmarks.reading_speed.__main__ import REPORT, SECTION, main
from benchmarks.reading_speed.measures import OURS, PLAIN, ROWS, Figures, Latency, Round, measured
from benchmarks.reading_speed.plain import padded
from benchmarks.reading_speed.report import tables
from benchmarks.reading_speed.texts import documents, groups, percentile, pieces
from benchmarks.reading_speed.worker import Load
from benchmarks.tables import filled

LOAD = Load(1.0, 2.0, 0.5, 300.0)
FIGURES = Figures(
    source="articles",
    words=3_000,
    components={"tokenizer": 0.25, "chancery_places": 0.75},
    loads={OURS: LOAD, ROWS: LOAD, PLAIN: Load(1.0, 0.5, 0.1, float("nan"))},
    peaks={OURS: 400.0, ROWS: 1_500.0, PLAIN: float("nan")},
    rounds=[
        Round(1_000, {OURS: 0.2, ROWS: 0.4, PLAIN: 0.3}),
        Round(2_000, {OURS: 0.4, ROWS: 1.0, PLAIN: 0.4}),
    ],
    latencies=[Latency("300 words", 600, {OURS: [0.05, 0.07], PLAIN: [0.06, 0.06]})],
    together={1: [5_000.0], 2: [4_500.0, 4_600.0]},
)


@pytest.mark.parametrize(
    ("items", "count", "expected"),
    [
        ("abcde", 2, [["a", "c", "e"], ["b", "d"]]),
        ("abc", 3, [["a"], ["b"], ["c"]]),
        ("ab", 5, [["a"], ["b"]]),
        ("", 5, []),
    ],
)
def test_every_text_is_read_in_one_round(items, count, expected):
    assert groups(items, count) == expected


@pytest.mark.parametrize(
    ("texts", "length", "at_most", "expected"),
    [
        (["The ministers met.", "They left."], 2, 9, ["The ministers", "met.\n\nThey"]),
        (["The ministers met.", "They left."], 2, 1, ["The ministers"]),
        (["They met."], 5, 9, ["They met.\n\nThey met.\n\nThey"]),
        ([" \n"], 5, 9, []),
    ],
)
def test_texts_of_a_length_do_not_overlap_and_fill_up_by_repeating(texts, length, at_most, expected):
    assert pieces(texts, length, at_most) == expected


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([3, 1, 2], 0.5, 2),
        (range(1, 101), 0.95, 95),
        ([4.0], 0.95, 4.0),
        ([2, 1], 0.95, 2),
        ([2, 1], 0.0, 1),
    ],
)
def test_percentile(values, share, expected):
    assert percentile(values, share) == expected


def test_there_is_no_percentile_of_nothing():
    with pytest.raises(ValueError, match="at least one document"):
        percentile([], 0.5)


@pytest.mark.parametrize(
    ("labels", "size", "expected"),
    [
        (["NN", "DT", "NN"], 4, ["DT", "NN", "label2", "label3"]),
        ([], 2, ["label0", "label1"]),
        (["c", "b", "a"], 2, ["a", "b"]),
    ],
)
def test_the_plain_pipeline_has_labels_of_a_realistic_number(labels, size, expected):
    assert padded(labels, size) == expected


@pytest.mark.parametrize("given", ["0", "-3", "many", "1.5"])
def test_fewer_than_one_document_is_refused(given, capsys):
    with pytest.raises(SystemExit):
        main([f"--documents={given}"])
    assert f"'{given}': give a whole number from 1" in capsys.readouterr().err


def test_no_documents_are_refused_from_python_too():
    with pytest.raises(ValueError, match="at least one"):
        documents(0)


@pytest.mark.parametrize(
    ("number", "row"),
    [
        (0, [OURS, "5,000", "5,000", "1.25", "1.00 to 1.50"]),
        (0, [ROWS, "2,143", "2,000 to 2,500", "0.57", "0.40 to 0.75"]),
        (1, ["`chancery_places`", "4,000", "75.0%"]),
        (1, ["`all`", "3,000", "100.0%"]),
        (2, ["300 words", "2", "60.0", "70.0", "60.0", "60.0", "5,000"]),
        (3, [ROWS, "1.0", "2.0", "0.5", "300", "1,500"]),
        (3, [PLAIN, "1.0", "0.5", "0.1", "", ""]),
        (4, ["2", "4,500 to 4,600", "9,100", "1.82"]),
    ],
)
def test_figures_are_counted_from_seconds_and_words(number, row):
    assert row in [list(found) for found in tables(FIGURES)[number].rows]


def test_the_document_has_a_place_for_the_tables():
    content = tables(FIGURES)[0].markdown()
    assert content in filled(REPORT.read_text(encoding="utf-8"), SECTION, content)


def test_one_article_is_measured_in_every_way():
    figures = measured(1, lengths={"headline": 10}, processes=(1,))
    assert figures.words > 0
    assert [set(one.seconds) for one in figures.rounds] == [{OURS, ROWS, PLAIN}]
    assert all(seconds > 0 for one in figures.rounds for seconds in one.seconds.values())
    assert next(iter(figures.components)) == "tokenizer"
    assert len(figures.components) > 1
    assert len(figures.together[1]) == 1
    assert [len(table.rows) for table in tables(figures)] == [3, len(figures.components) + 1, 1, 3, 1]
