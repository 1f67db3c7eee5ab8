"""The model of lines: what it is told, what it says, what is made of it."""

import pytest

from assets.documents import read_document
from assets.documents.lines.features import line_features, page_of
from assets.documents.lines.model import LineOdds, line_odds
from assets.documents.lines.verdicts import furniture_by_form, likeliest_title
from assets.documents.paragraphs import paragraphs
from warehouse.tables.documents import SegmentKind

PAGE = """Valley Courier

Weather 21

Ministers of Both Valleys Agree on Ferry Timetable

The ministers of transport of the two valleys met in Port Ellery on Tuesday and agreed on a timetable for the ferry.

"The boats will run twice a day," Minister Anselm Okoro told reporters after the talks.

Among the points agreed:

- two boats a day;

- one fare for residents.

The next meeting will be held in June, the ministry said.

Ten recipes for a rainy Sunday

Mayor opens swimming pool

Sign up here for our evening letter"""


def features_of(text):
    return line_features(page_of(paragraphs(text)))


@pytest.mark.parametrize(
    ("index", "feature"),
    [
        (0, "above"),
        (0, "first line"),
        (2, "next to the story above"),
        (3, "prose"),
        (3, "within"),
        (4, "opens with a quotation"),
        (4, "reports"),
        (5, "ends in a colon"),
        (6, "ends in a colon before"),
        (6, "item"),
        (9, "below"),
        (11, "page words"),
    ],
)
def test_features_say_what_a_line_is_and_where_it_stands(index, feature):
    assert features_of(PAGE)[index][feature] > 0


def test_a_title_shares_its_words_with_the_story_and_a_headline_below_does_not():
    found = features_of(PAGE)
    assert found[2]["words of the story"] > 0.6
    assert "words of the story" not in found[10]


def test_a_long_paragraph_is_read_by_its_ends():
    found = features_of("The ministers met in the capital and agreed. " * 50_000)
    assert found[0]["prose"] == 1
    assert found[0]["ends a sentence"] == 1


def test_odds_sum_to_one_and_tell_story_from_furniture():
    odds = line_odds(paragraphs(PAGE))
    assert all(abs(line.body + line.title + line.other - 1) < 1e-9 for line in odds)
    assert max(range(len(odds)), key=lambda index: odds[index].title) == 2
    assert min(odds[3].body, odds[4].body, odds[8].body) > 0.9
    assert max(odds[10].body, odds[11].body) < 0.2


def test_lines_no_rule_knows_leave_the_body():
    document = read_document(PAGE).document
    assert document is not None
    assert document.title == "Ministers of Both Valleys Agree on Ferry Timetable"
    assert document.body.startswith("The ministers of transport")
    assert "one fare for residents." in document.body
    assert "swimming pool" not in document.body
    assert "evening letter" not in document.body


def test_a_text_longer_than_any_page_has_no_odds():
    assert line_odds(paragraphs("Ministers meet\n\n" * 3_001)) == []


def odds(*body):
    return [LineOdds(body=share, title=0.0, other=1 - share) for share in body]


@pytest.mark.parametrize(
    ("titles", "by_rule", "best"),
    [
        ((0.9, 0.1), 0, 0),
        ((0.1, 0.9), 0, 1),
        ((0.5, 0.9), 0, 0),
        ((0.01, 0.1), 0, None),
        ((0.03, 0.02), 0, 0),
        ((0.1, 0.1), None, None),
        ((0.1, 0.8), None, 1),
    ],
)
def test_a_title_by_rule_stands_unless_another_line_is_far_likelier(titles, by_rule, best):
    every = [LineOdds(body=1 - share, title=share, other=0.0) for share in titles]
    assert likeliest_title(paragraphs("Ministers meet\n\nTalks open"), every, [0, 1], by_rule) == best


def test_a_name_split_over_a_break_stays_whatever_its_odds():
    lines = paragraphs(
        "The ministers met in the palace and agreed on a timetable for the ferry.\n\n"
        "The talks were attended by the ambassador to Mexico, Francisco Arias\n\nCárdenas.\n\nSwimming pools"
    )
    kinds = furniture_by_form(lines, [None] * 4, odds(0.9, 0.9, 0.1, 0.1))
    assert kinds == [None, None, None, SegmentKind.NAVIGATION]


def test_a_page_without_prose_keeps_its_lines():
    lines = paragraphs("Ministers meet\n\nTalks in the capital")
    assert furniture_by_form(lines, [None, None], odds(0.1, 0.1)) == [None, None]


def test_what_a_rule_decided_stays():
    lines = paragraphs("Photo: AP\n\nThe ministers met in the capital and agreed on a timetable for the ferry.")
    assert furniture_by_form(lines, [SegmentKind.CAPTION, None], odds(0.9, 0.9)) == [SegmentKind.CAPTION, None]
