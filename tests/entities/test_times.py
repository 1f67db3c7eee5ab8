"""Time expressions: found, resolved, and left alone when nothing tells the day."""

import datetime as dt

import pytest

from assets.entities.times.calendar_days import Part
from assets.entities.times.tense import Tense, tense_at
from assets.entities.times.times import resolve, time_rows, time_spans
from tests.entities.marked_text import context_of, marked_doc
from warehouse.tables.entities import Grain, TimeBasis

TUESDAY = dt.date(2023, 10, 17)


def resolved(text, published_on=None, dateline_on=None):
    return [
        (span.text, *(str(day) if day else None for day in resolve(span, published_on, dateline_on)[:2]))
        for span in time_spans(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("Published 6 February 2020", "6 February 2020", "2020-02-06", "2020-02-06"),
        ("Photo of Feb. 6, 2020.", "Feb. 6, 2020", "2020-02-06", "2020-02-06"),
        ("on February 6, 2020, in Mexico", "February 6, 2020", "2020-02-06", "2020-02-06"),
        ("on Thursday, February 6, 2020", "Thursday, February 6, 2020", "2020-02-06", "2020-02-06"),
        ("the 6th of February 2020", "6th of February 2020", "2020-02-06", "2020-02-06"),
        ("log of 2020-02-06 only", "2020-02-06", "2020-02-06", "2020-02-06"),
        ("dated 25/12/2020", "25/12/2020", "2020-12-25", "2020-12-25"),
        ("vom 06.02.2020", "06.02.2020", "2020-02-06", "2020-02-06"),
        ("held on July 17-18, 2024", "July 17-18, 2024", "2024-07-17", "2024-07-18"),
        ("from 28 June to 2 July 2024", "28 June to 2 July 2024", "2024-06-28", "2024-07-02"),
        ("in October 2023", "October 2023", "2023-10-01", "2023-10-31"),
        ("in late November 2022", "late November 2022", "2022-11-01", "2022-11-30"),
        ("a strategic nature in 2001, after", "2001", "2001-01-01", "2001-12-31"),
        ("In 2023 China exported", "2023", "2023-01-01", "2023-12-31"),
        ("between 2016 and 2018, trade", "2016 and 2018", "2016-01-01", "2018-12-31"),
        ("in the third quarter of 2023", "the third quarter of 2023", "2023-07-01", "2023-09-30"),
        ("in the 1990s", "the 1990s", "1990-01-01", "1999-12-31"),
        ("from January to November 2023", "January to November 2023", "2023-01-01", "2023-11-30"),
        ("dated 1396/03/24 only", "1396/03/24", "2017-06-14", "2017-06-14"),
        ("on 2023/05/14 in", "2023/05/14", "2023-05-14", "2023-05-14"),
        (
            "from December 13th through the 15th, 2023",
            "December 13th through the 15th, 2023",
            "2023-12-13",
            "2023-12-15",
        ),
        ("from 3 to 5 May 2023", "3 to 5 May 2023", "2023-05-03", "2023-05-05"),
        ("from 28 December to 3 January 2024", "28 December to 3 January 2024", "2023-12-28", "2024-01-03"),
        ("the first half of 2023", "the first half of 2023", "2023-01-01", "2023-06-30"),
        ("in the last week of March 2024", "the last week of March 2024", "2024-03-25", "2024-03-31"),
        ("in the summer of 2021", "summer of 2021", "2021-06-01", "2021-08-31"),
        ("its last session, planned for 2020, was", "2020", "2020-01-01", "2020-12-31"),
        ("the President's 2021 initiatives", "2021", "2021-01-01", "2021-12-31"),
    ],
)
def test_explicit_times_need_no_reference_day(text, words, start, end):
    assert resolved(text)[-1] == (words, start, end)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("He received this Monday the minister.", "this Monday", "2023-10-16", "2023-10-16"),
        ("She arrived on Monday morning and met him.", "Monday morning", "2023-10-16", "2023-10-16"),
        ("He is expected to arrive this Thursday in Caracas.", "this Thursday", "2023-10-19", "2023-10-19"),
        ("On Saturday, Lavrov will arrive in Tehran.", "Saturday", "2023-10-21", "2023-10-21"),
        ("On Saturday, Lavrov is billed to visit Tehran.", "Saturday", "2023-10-21", "2023-10-21"),
        ("The envoy met him Tuesday.", "Tuesday", "2023-10-17", "2023-10-17"),
        ("He will arrive on Tuesday.", "Tuesday", "2023-10-17", "2023-10-17"),
        ("They met last Friday.", "last Friday", "2023-10-13", "2023-10-13"),
        ("They met last Tuesday.", "last Tuesday", "2023-10-10", "2023-10-10"),
        ("They will meet next Thursday.", "next Thursday", "2023-10-19", "2023-10-19"),
        ("It takes place tomorrow.", "tomorrow", "2023-10-18", "2023-10-18"),
        ("He arrived the day before yesterday.", "the day before yesterday", "2023-10-15", "2023-10-15"),
        ("They met two days ago.", "two days ago", "2023-10-15", "2023-10-15"),
        ("relations established 48 years ago", "48 years ago", "1975-01-01", "1975-12-31"),
        ("It was agreed last year.", "last year", "2022-01-01", "2022-12-31"),
        ("They meet next week.", "next week", "2023-10-23", "2023-10-29"),
        ("at the end of next January", "the end of next January", "2024-01-01", "2024-01-31"),
        ("to attend next May the event", "next May", "2024-05-01", "2024-05-31"),
        ("numbers reached this December", "this December", "2023-12-01", "2023-12-31"),
        ("In May, he said so.", "May", "2023-05-01", "2023-05-31"),
        ("on October 12", "October 12", "2023-10-12", "2023-10-12"),
        ("on January 2", "January 2", "2024-01-02", "2024-01-02"),
        ("on Monday, October 16", "Monday, October 16", "2023-10-16", "2023-10-16"),
        ("on October 17 of last year", "October 17 of last year", "2022-10-17", "2022-10-17"),
        (
            "She invited him to visit Lima in the second half of January.",
            "the second half of January",
            "2024-01-16",
            "2024-01-31",
        ),
        ("The talks may be held in late March.", "late March", "2024-03-01", "2024-03-31"),
        ("They gave the rulers until the end of June to leave.", "the end of June", "2024-06-01", "2024-06-30"),
        ("Aid amounts to $4 billion since November.", "November", "2022-11-01", "2022-11-30"),
        ("The session, planned for September in Osaka, had been cancelled.", "September", "2023-09-01", "2023-09-30"),
        ("He said the aid would reach Port Sudan on Sunday.", "Sunday", "2023-10-22", "2023-10-22"),
        ("He called for a demonstration in Yerevan on Monday.", "Monday", "2023-10-23", "2023-10-23"),
        ("The minister flies to Bogota on Thursday.", "Thursday", "2023-10-19", "2023-10-19"),
        ("The two on Monday agreed to set up a body.", "Monday", "2023-10-16", "2023-10-16"),
        ("He came before Christmas.", "Christmas", "2023-12-25", "2023-12-25"),
        ("Five years ago today he stood there.", "Five years ago today", "2018-10-17", "2018-10-17"),
        ("before the end of this summer", "the end of this summer", "2023-06-01", "2023-08-31"),
        ("They met last weekend.", "last weekend", "2023-10-14", "2023-10-15"),
        ("A second round will be held on May 8.", "May 8", "2024-05-08", "2024-05-08"),
        ("They met on November 30 in Lima.", "November 30", "2023-11-30", "2023-11-30"),
        ("They met on February 20 in Lima.", "February 20", "2023-02-20", "2023-02-20"),
        ("in Tokyo in the autumn of this year", "autumn of this year", "2023-09-01", "2023-11-30"),
        ("in the second half of next year", "the second half of next year", "2024-07-01", "2024-12-31"),
    ],
)
def test_relative_times_are_told_from_the_reference_day(text, words, start, end):
    assert resolved(text, published_on=TUESDAY) == [(words, start, end)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tomorrow is Wednesday.", ["2023-10-18", "2023-10-18"]),
        (
            "He will travel on Monday, it said on Friday. He will return the next day.",
            ["2023-10-23", "2023-10-13", "2023-10-24"],
        ),
        ("He came on 3 May 2021. On the same day he left.", ["2021-05-03", "2021-05-03"]),
        (
            "Thank you for joining us today. She comes tomorrow, Tuesday, October 17, and left yesterday.",
            ["2023-10-16", "2023-10-17", "2023-10-17", "2023-10-15"],
        ),
        (
            'Yesterday, October 12, he said: "We leave today." He left today, October 16.',
            ["2023-10-12", "2023-10-12", "2023-10-17", "2023-10-16", "2023-10-16"],
        ),
    ],
)
def test_an_expression_that_leans_on_another_means_its_day(text, expected):
    assert [start for _, start, _ in resolved(text, published_on=TUESDAY)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We leave today," he said on Monday.', ["2023-10-16", "2023-10-16"]),
        ('"We leave tomorrow," he said.', ["2023-10-18"]),
        ('In a speech on May 3, 1963, he said: "Today we win."', ["1963-05-03", "None"]),
    ],
)
def test_today_in_a_quotation_counts_from_the_day_told_beside_it(text, expected):
    doc = marked_doc(text)
    rows = time_rows(doc, context_of(doc, published_on=TUESDAY))
    assert [str(row.start_on) for row in rows] == expected


def test_a_postponed_plan_looks_back():
    text = "He had planned to travel to Beijing in February but postponed the trip."
    assert resolved(text, published_on=dt.date(2023, 6, 19)) == [("February", "2023-02-01", "2023-02-28")]


def test_the_dateline_goes_before_the_day_of_publication():
    span = time_spans("He arrived on Monday.")[0]
    resolution = resolve(span, published_on=dt.date(2023, 10, 20), dateline_on=TUESDAY)
    assert (resolution.start_on, resolution.basis) == (dt.date(2023, 10, 16), TimeBasis.RELATIVE_TO_DATELINE)


@pytest.mark.parametrize(
    ("text", "grain"),
    [("He received him on Tuesday.", Grain.DAY), ("as of last year", Grain.YEAR), ("in next May", Grain.MONTH)],
)
def test_without_a_reference_day_nothing_is_guessed(text, grain):
    assert resolve(time_spans(text)[0], None, None) == (None, None, grain, TimeBasis.UNRESOLVED)


@pytest.mark.parametrize(
    "text", ["one month after the summit", "this fiscal year", "two weeks later", "dated 06/02/2020", "Feb. 30, 2020"]
)
def test_what_cannot_be_known_stays_unresolved(text):
    assert resolve(time_spans(text)[0], TUESDAY, None).start_on is None


@pytest.mark.parametrize(
    "text",
    [
        "He may visit Cuba. May I?",
        "the March on Washington",
        "the 2030 Agenda",
        "2016 people were there",
        "every Friday",
        "the Good Friday Agreement",
        "10,000 people",
        "in 2019.5 units",
        "three weeks after the talks",
        "the Immigration and Nationality Act of 1952",
        "over the next decade",
        "over the past year",
        "to guide us through the next decade",
        "the week was long",
    ],
)
def test_what_is_no_time(text):
    assert time_spans(text) == []


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("He will visit Cuba next week, the ministry said on Wednesday.", "next week", Tense.FUTURE),
        ("He will visit Cuba next week, the ministry said on Wednesday.", "Wednesday", Tense.PAST),
        ("Xi met Tuesday with Blinken, who plans to leave Thursday.", "Thursday", Tense.FUTURE),
        ("He will be received on Thursday by the president.", "Thursday", Tense.FUTURE),
    ],
)
def test_the_nearest_verb_gives_the_tense(text, word, tense):
    start = text.index(word)
    assert tense_at(text, start, start + len(word)) is tense


def test_rows_have_raw_offsets_and_stable_ids():
    doc = marked_doc("They met on Monday and again on 18 October 2023.")
    rows = time_rows(doc, context_of(doc, published_on=TUESDAY))
    assert [doc.text[row.raw_start : row.raw_end] for row in rows] == ["Monday", "18 October 2023"]
    assert rows == time_rows(doc, context_of(doc, published_on=TUESDAY))
    assert len({row.time_id for row in rows}) == 2


def test_parts_of_a_year():
    assert time_spans("the second half of next year")[0].meaning.part is Part.SECOND_HALF


def test_long_hostile_text_is_read_in_linear_time():
    for piece in ("May ", "Monday, ", "in early ", "11", "will "):
        time_spans(piece * (20_000 // len(piece)))
