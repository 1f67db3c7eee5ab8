"""On which days events took place, and where: from their own words, else from what the document settles."""

import datetime as dt

import pytest

from assets.documents.offsets import OffsetMap
from assets.entities import read_text
from assets.entities.context import DocumentContext
from assets.entities.events.events import event_rows
from assets.entities.pipeline import load_pipeline
from warehouse.tables.entities import TimeBasis

TUESDAY = dt.date(2023, 10, 17)


def events(text, government=None, published_on=TUESDAY):
    doc = load_pipeline().make_doc(text)
    doc._.government = government
    context = DocumentContext("0" * 16, OffsetMap.identity(len(text)), published_on)
    return event_rows(load_pipeline()(doc), context)[0]


def day_of(found, trigger):
    """The first day of the first event told by a word, as text."""
    event = next(event for event in found if trigger in event.trigger_text)
    return str(event.start_on) if event.start_on else None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Minister Ana Sol met Minister Juan Rey in Lima on Monday.", "met", "2023-10-16"),
        ("Ana Sol and Juan Rey discussed the cancelled September 14 meeting in Lima.", "discussed", None),
        ("Ana Sol thanked Turkey for its help after the 6 February earthquakes.", "thanked", None),
        ("Peru and Chile agreed to hold a third round of talks in November 2023.", "agreed", None),
        ("Ana Sol invited Juan Rey to visit Lima next month.", "invited", None),
        (
            "A meeting between Ana Sol and Juan Rey, scheduled for March 5, 2023, was cancelled.",
            "meeting",
            "2023-03-05",
        ),
    ],
)
def test_the_day_of_a_topic_is_not_that_of_the_event(text, trigger, day):
    assert day_of(events(text), trigger) == day


READOUT = "Minister Ana Sol of Peru met Minister Juan Rey of Chile in Lima on Monday. "


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (READOUT + "Sol thanked Chile for its support.", "thanked", "2023-10-16"),
        (READOUT + "They discussed trade.", "discussed", "2023-10-16"),
        (READOUT + "The two ministers condemned the attack on the embassy.", "condemned", "2023-10-16"),
        (READOUT + "Peru has condemned the attack on the embassy.", "condemned", None),
        (READOUT + "Egypt condemned the attack on the embassy.", "condemned", None),
        ("Minister Ana Sol will travel to Chile on Friday. She will meet Juan Rey there.", "meet", "2023-10-20"),
    ],
)
def test_what_is_done_at_a_meeting_has_its_day(text, trigger, day):
    assert day_of(events(text), trigger) == day


@pytest.mark.parametrize(
    ("text", "government", "day"),
    [
        ("We condemn the attack on the embassy of Peru.", None, "2023-10-17"),
        ("The United States condemns the attack on the embassy of Peru.", "USA", "2023-10-17"),
        ("The United States condemns the attack on the embassy of Peru.", None, None),
        ("The United States condemned the attack on the embassy of Peru.", "USA", None),
        ("The United States has condemned the attack on the embassy of Peru.", "USA", None),
    ],
)
def test_a_statement_acts_on_the_day_of_its_issue(text, government, day):
    assert day_of(events(text, government), "condemn") == day


def test_a_day_of_issue_says_so_and_has_words():
    text = "We condemn the attack on the embassy of Peru."
    event = next(event for event in events(text) if event.trigger_text.startswith("condemn"))
    assert event.date_basis is TimeBasis.RELATIVE_TO_PUBLICATION
    assert text[event.date_start : event.date_end] == event.trigger_text


def test_without_a_day_of_publication_a_statement_has_none():
    found = read_text("We condemn the attack on the embassy of Peru.").event_mentions
    assert [event.start_on for event in found if event.trigger_text.startswith("condemn")] == [None]


def test_today_in_a_transcript_is_the_day_of_the_transcript():
    text = "MR. PRICE: Good afternoon.\n\nMR. PRICE: Secretary Ana Sol met Minister Juan Rey of Chile today.\n"
    assert day_of(events(text, "USA"), "met") == "2023-10-17"


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        ("Ana Sol met Juan Rey in Lima on Monday.", "met", "Lima"),
        ("Officials in Lima have asked Chile for help.", "asked", None),
        ("Ana Sol spoke by telephone with Juan Rey before travelling to Lima.", "spoke", None),
        ("Peru and Chile agreed to hold talks in Lima.", "agreed", None),
    ],
)
def test_the_place_of_a_topic_is_not_that_of_the_event(text, trigger, place):
    event = next(event for event in events(text) if trigger in event.trigger_text)
    assert event.place_text == place
