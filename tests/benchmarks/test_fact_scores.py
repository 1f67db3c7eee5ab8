"""The scorers of quotations, amounts, times and offices: what counts as right, wrong and nothing."""

import pytest

from assets.entities import Entities
from benchmarks import quote_scores, value_scores
from benchmarks.spans import Weights, paired
from benchmarks.value_scores import days, singular, status_of
from tests.benchmarks.told_text import (
    amount,
    day,
    document,
    gold_amount,
    gold_office,
    gold_quote,
    gold_time,
    mention,
    quote,
    span,
    time,
    titled,
)
from warehouse.tables.entities import RoleStatus

SPEECH = (
    'Ada Bell said: "We met twice this week.</p>\n<p>We shall meet again." '
    'Bo Lee called it "a good sign", and he added that talks go on in Oslo.\nQUESTION: "Will they?"'
)
FIRST, SECOND = "We met twice this week.", "We shall meet again."
WHOLE = SPEECH[SPEECH.index(FIRST) : SPEECH.index(SECOND) + len(SECOND)]
CHAINS = (("c1", "Ada Bell"), ("c2", "Bo Lee"))
PEOPLE = (mention(SPEECH, "Ada Bell", "ada"), mention(SPEECH, "Bo Lee", "bo"))


def figures(module, text, found, chains=(), **wanted):
    return dict(module.figures([document(text, chains, found, **wanted)]))


def quoted(wanted, found):
    entities = Entities(mentions=PEOPLE, quotes=tuple(quote(SPEECH, *each) for each in found))
    return figures(quote_scores, SPEECH, entities, CHAINS, quotes=[gold_quote(SPEECH, *each) for each in wanted])


@pytest.mark.parametrize(
    ("wanted", "found", "recall", "precision"),
    [
        ([(WHOLE, "direct")], [(WHOLE, "direct")], 1.0, 1.0),
        ([(WHOLE, "direct")], [(FIRST, "direct"), (SECOND, "direct")], 1.0, 1.0),
        ([(FIRST, "direct"), (SECOND, "direct")], [(WHOLE, "direct")], 1.0, 1.0),
        ([(WHOLE, "direct")], [(FIRST, "direct")], 0.0, 0.0),
        ([(FIRST, "direct")], [(WHOLE, "direct")], 0.0, 0.0),
        ([(FIRST, "direct")], [("We met twice this week", "mixed")], 1.0, None),
        ([(FIRST, "direct")], [(FIRST, "indirect")], 0.0, None),
        ([(FIRST, "direct")], [(FIRST, "direct"), ("a good sign", "direct")], 1.0, 0.5),
        ([(FIRST, "direct")], [(FIRST, "direct"), ("Will they?", "direct")], 1.0, 1.0),
    ],
    ids=[
        "whole",
        "in two paragraphs",
        "two in one",
        "half of it",
        "twice as much",
        "taken for words in a sentence",
        "taken for indirect speech",
        "one too many",
        "a question of somebody unnamed does not count",
    ],
)
def test_direct_quotations(wanted, found, recall, precision):
    scores = quoted(wanted, found)
    assert scores["quotes_direct_recall"] == recall
    assert scores.get("quotes_direct_precision") == precision


@pytest.mark.parametrize(
    ("wanted", "found", "f1"),
    [
        (("a good sign", "mixed"), ("good sign", "mixed"), 1.0),
        (("a good sign", "mixed"), ("a good sign", "indirect"), 0.0),
        (("talks go on in Oslo", "indirect"), ("talks go on", "indirect"), 1.0),
        (("talks go on in Oslo", "indirect"), ("talks", "indirect"), 0.0),
    ],
)
def test_other_quotations_are_found_when_half_of_each_is_in_the_other(wanted, found, f1):
    assert quoted([wanted], [found])[f"quotes_{wanted[1]}_f1"] == f1


@pytest.mark.parametrize(
    ("speaker", "found", "accuracy", "precision"),
    [
        ("c1", "ada", 1.0, 1.0),
        ("c1", "bo", 0.0, 0.0),
        ("c1", None, 0.0, None),
        (None, "ada", None, 0.0),
        (None, None, None, None),
    ],
)
def test_the_speaker_is_the_annotated_chain(speaker, found, accuracy, precision):
    scores = quoted([(FIRST, "direct", speaker)], [(FIRST, "direct", found)])
    assert scores.get("quotes_direct_speaker_accuracy") == accuracy
    assert scores.get("quotes_direct_speaker_precision") == precision


@pytest.mark.parametrize(
    ("cue", "found", "is_right"),
    [
        ("said", "said", 1.0),
        ("he added", "added", 1.0),
        ("said", "called", 0.0),
        (None, None, 1.0),
        (None, "said", 0.0),
    ],
)
def test_the_cue_shares_a_word(cue, found, is_right):
    assert quoted([(FIRST, "direct", None, cue)], [(FIRST, "direct", None, found)])["quotes_cue_accuracy"] == is_right


def test_what_is_wrong_with_quotations_can_be_read():
    entities = Entities(mentions=PEOPLE, quotes=(quote(SPEECH, FIRST, "direct", "bo", "said"),))
    wanted = [gold_quote(SPEECH, FIRST, "direct", "c1", "said"), gold_quote(SPEECH, "a good sign", "mixed", "c2")]
    lines = [line for _, line in quote_scores.errors(document(SPEECH, CHAINS, entities, quotes=wanted))]
    assert lines == [
        "quote missed, mixed, by Bo Lee: 'a good sign'",
        f"speaker wrong, direct: wanted 'Ada Bell', found ['Bo Lee']: {FIRST!r}",
    ]


@pytest.mark.parametrize(
    ("label", "is_scored"),
    [
        ("QUESTION:", False),
        ("<p>Q&nbsp;&nbsp;", False),
        ("JORNALISTA (TV Zimbo):", False),
        ("MINISTER BELL:", True),
        ("QUESTION: Why?\nMINISTER BELL (laughs):", True),
        ("Questions remain:", True),
    ],
)
def test_turns_of_unnamed_questioners_are_not_scored(label, is_scored):
    text = f"{label} We meet in Oslo."
    found = Entities(quotes=(quote(text, "We meet in Oslo.", "direct"),))
    assert ("quotes_direct_precision" in figures(quote_scores, text, found)) is is_scored


def test_markup_and_space_weigh_nothing():
    text = "one <b>two</b>&nbsp;three"
    assert Weights.of(text).of_span((0, len(text))) == len("onetwothree")
    assert Weights.of(text).is_alike(span(text, "two"), span(text, "<b>two</b>"), 1.0)


def test_the_best_pairs_are_taken_first():
    ranks = {("a", "x"): 1, ("a", "y"): 2, ("b", "y"): 3}
    pairs = paired(["a", "b"], ["x", "y"], lambda one, other: (ranks[one, other],) if (one, other) in ranks else None)
    assert pairs == {1: 1, 0: 0}


@pytest.mark.parametrize(
    ("unit", "one"),
    [
        ("migrants", "migrant"),
        ("Persons", "people"),
        ("countries", "country"),
        ("doses", "dose"),
        ("boxes", "box"),
        ("Peace Corps volunteers", "volunteer"),
        ("glass", "glass"),
        (None, ""),
    ],
)
def test_units_are_singular(unit, one):
    assert singular(unit) == one


@pytest.mark.parametrize(
    ("start", "end", "wanted"),
    [
        ("2023", "2023", ("2023-01-01", "2023-12-31")),
        ("2024-02", "2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-12-04", "2023-12-10", ("2023-12-04", "2023-12-10")),
        ("2019", "2021-06", ("2019-01-01", "2021-06-30")),
    ],
)
def test_years_and_months_are_all_their_days(start, end, wanted):
    assert days(start, end) == tuple(day(each) for each in wanted)
    assert days(None, None) == (None, None)


COUNTS = "About 28 million euros went to 40 villages over two years."


@pytest.mark.parametrize(
    ("found", "f1"),
    [
        (amount(COUNTS, "28 million euros", "money", 28e6, "EUR"), 1.0),
        (amount(COUNTS, "28 million", "money", 28e6, "EUR"), 1.0),
        (amount(COUNTS, "28 million euros", "money", 28e6, "USD"), 0.0),
        (amount(COUNTS, "28 million euros", "money", 28, "EUR"), 0.0),
        (amount(COUNTS, "28 million euros", "count", 28e6, "euros"), 0.0),
        (amount(COUNTS, "two years", "money", 28e6, "EUR"), 0.0),
    ],
)
def test_amounts_are_right_in_kind_value_and_currency(found, f1):
    wanted = [gold_amount(COUNTS, "28 million euros", "money", 28e6, "EUR")]
    assert figures(value_scores, COUNTS, Entities(amounts=(found,)), amounts=wanted)["amounts_f1"] == f1


def test_about_and_the_end_of_a_range_are_scored_apart():
    wanted = [gold_amount(COUNTS, "40 villages", "count", 40, "village", is_approximate=True, value_max=50)]
    found = Entities(amounts=(amount(COUNTS, "40 villages", "count", 40, "villages", value_max=50),))
    scores = figures(value_scores, COUNTS, found, amounts=wanted)
    assert (scores["amounts_f1"], scores["amounts_value_max_accuracy"]) == (1.0, 1.0)
    assert scores["amounts_approximate_accuracy"] == 0.0


DATES = "They met on Monday and in May 2023."


@pytest.mark.parametrize(
    ("wanted", "found", "accuracy", "precision", "left_open"),
    [
        (("in May 2023", "2023-05"), ("May 2023", day("2023-05-01"), day("2023-05-31")), 1.0, 1.0, None),
        (("in May 2023", "2023-05"), ("May 2023", day("2023-05-01")), 0.0, 0.0, None),
        (("in May 2023", "2023-05"), ("May 2023",), 0.0, None, None),
        (("Monday",), ("Monday",), 1.0, None, 1.0),
        (("Monday",), ("Monday", day("2023-05-01")), 0.0, 0.0, 0.0),
    ],
)
def test_days_are_right_or_left_open(wanted, found, accuracy, precision, left_open):
    entities = Entities(time_expressions=(time(DATES, *found),))
    scores = figures(value_scores, DATES, entities, times=[gold_time(DATES, *wanted)])
    assert scores["times_f1"] == 1.0
    assert scores["times_dates_accuracy"] == accuracy
    assert scores.get("times_dates_precision") == precision
    assert scores.get("times_left_open_accuracy") == left_open


HELD = "Secretary of State Ada Bell met Acting Foreign Minister Bo Lee."
BOTH = (("c1", "Ada Bell"), ("c2", "Bo Lee"))


@pytest.mark.parametrize(
    ("found", "recall", "parts"),
    [
        (
            titled(HELD, "Ada Bell", "ada", "Secretary of State", role_title="foreign minister", country_id="USA"),
            1.0,
            1,
        ),
        (
            titled(HELD, "Ada Bell", "ada", "Secretary of State", role_title="secretary of state", country_id="USA"),
            1.0,
            1,
        ),
        (titled(HELD, "Ada Bell", "ada", "Secretary of State", role_title="president", country_id="FRA"), 1.0, 0),
        (titled(HELD, "Bo Lee", "bo", "Secretary of State", role_title="foreign minister"), 0.0, None),
        (mention(HELD, "Ada Bell", "ada"), 0.0, None),
    ],
    ids=["by name", "by portfolio and rank", "another office", "another person", "no title"],
)
def test_offices(found, recall, parts):
    wanted = [gold_office(HELD, "c1", "Secretary of State", "foreign minister", "USA")]
    scores = figures(value_scores, HELD, Entities(mentions=(found,)), BOTH, offices=wanted)
    assert scores["offices_recall"] == recall
    assert scores.get("offices_role_accuracy") == parts
    assert scores.get("offices_country_accuracy") == parts
    assert scores["offices_person_role_recall"] == (parts or 0.0)


@pytest.mark.parametrize(
    ("given", "status"),
    [(RoleStatus.ACTING, "acting"), (RoleStatus.FORMER, "former"), (RoleStatus.CURRENT, "current"), (None, "current")],
)
def test_status_of_an_office(given, status):
    assert status_of(mention(HELD, "Bo Lee", "bo", role_status=given)) == status
