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
        (
            "Ana Sol met Juan Rey in Lima on Monday. After she landed in Lima on Sunday, Sol visited the old town.",
            "visited",
            None,
        ),
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


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("Leaders of Peru and Chile on Monday agreed to open the border.", "agreed", "2023-10-16"),
        ("A court in Lima on Monday sentenced Juan Rey to nine years in prison.", "sentenced", "2023-10-16"),
        ("At a rally in Lima on Sunday, Juan Rey thanked Chile for its support.", "thanked", "2023-10-15"),
        ("Peru's parliament approved a treaty with Chile on Monday that opens the border.", "approved", "2023-10-16"),
    ],
)
def test_a_time_that_stands_by_a_noun_dates_the_verb(text, trigger, day):
    assert day_of(events(text), trigger) == day


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peru expelled the ambassador of Chile on Monday after Juan Rey had criticized the government.", "criticized"),
        ("Peru expelled the ambassador of Chile on Monday after Chile condemned the election.", "condemned"),
        (
            "Peru summoned the ambassador of Chile on Monday to protest the expulsion of Peruvian diplomats.",
            "expulsion",
        ),
        ("A visit of Minister Juan Rey to Lima was announced on Monday.", "visit"),
        (
            "Minister Ana Sol of Peru met Minister Juan Rey of Chile on Friday. "
            "He was to have come with the president, but that visit was postponed on Wednesday.",
            "visit",
        ),
    ],
)
def test_the_day_of_the_governing_verb_is_not_that_of_what_it_tells_of(text, trigger):
    found = events(text)
    assert any(trigger in event.trigger_text for event in found)
    assert day_of(found, trigger) is None


def test_what_has_been_done_since_a_month_lasts_until_the_text():
    text = "Peru has supplied Chile with aid worth $3 million since May."
    event = next(event for event in events(text) if event.trigger_text == "supplied")
    assert (str(event.start_on), str(event.end_on)) == ("2023-05-01", "2023-10-17")
    undated = next(event for event in events(text, published_on=None) if event.trigger_text == "supplied")
    assert (undated.start_on, undated.end_on) == (None, None)


READOUT = "Minister Ana Sol of Peru met Minister Juan Rey of Chile in Lima on Monday. "


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (READOUT + "Sol thanked Chile for its support.", "thanked", "2023-10-16"),
        (READOUT + "They discussed trade.", "discussed", "2023-10-16"),
        (READOUT + "The two ministers condemned the attack on the embassy.", "condemned", "2023-10-16"),
        (READOUT + "Peru has condemned the attack on the embassy.", "condemned", None),
        (READOUT + "Egypt condemned the attack on the embassy.", "condemned", None),
        (READOUT + 'The sides "reaffirmed their commitment to open borders".', "reaffirmed", "2023-10-16"),
        (READOUT + "Participants discussed trade.", "discussed", "2023-10-16"),
        (
            READOUT + "Minister Sol and Minister Rey discussed the issues of trade in the region.",
            "discussed",
            "2023-10-16",
        ),
        (READOUT + "During the meeting, Bolivian envoys discussed trade.", "discussed", "2023-10-16"),
        ("Minister Ana Sol will travel to Chile on Friday. She will meet Juan Rey there.", "meet", "2023-10-20"),
    ],
)
def test_what_is_done_at_a_meeting_has_its_day(text, trigger, day):
    assert day_of(events(text), trigger) == day


def test_what_was_said_on_a_visit_has_the_day_of_the_meeting():
    text = (
        "Minister Ana Sol of Peru visited Chile from October 12 to 14. "
        "On October 13 Sol met Minister Juan Rey of Chile. Sol thanked Chile for its support."
    )
    event = next(event for event in events(text) if event.trigger_text == "thanked")
    assert (str(event.start_on), str(event.end_on)) == ("2023-10-13", "2023-10-13")


def test_what_took_place_has_no_day_to_come():
    text = (
        "The ministers of Peru and Chile agreed on Monday to open the border. The two met for two hours. "
        "A second round will be held on October 30."
    )
    assert day_of(events(text), "met") == "2023-10-16"


def test_a_meeting_at_which_something_was_proposed_has_the_day_of_the_proposal():
    text = READOUT + "Sol had proposed the talks during her meeting with President Max Mar of Bolivia on October 2."
    assert day_of(events(text), "meeting") == "2023-10-02"


def test_what_is_to_come_has_no_day_that_is_over():
    text = "Ana Sol visited Juan Rey in Chile on October 2. Ana Sol will meet Juan Rey of Chile again."
    assert day_of(events(text), "meet") is None


def test_other_talks_have_not_the_day_of_these():
    text = READOUT + "They discussed the war, three weeks after the last talks of Peru and Chile broke down."
    assert day_of(events(text), "talks") is None


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "President Ana Sol of Peru concluded a three-day visit to Chile on Monday. "
            "President Juan Rey of Chile received Sol at the palace.",
            "received",
            None,
        ),
        ("Minister Ana Sol of Peru arrived in Santiago on Monday to meet Minister Juan Rey.", "meet", None),
        (
            "Minister Ana Sol of Peru travelled to Santiago on Monday to attend the summit of the alliance.",
            "attend",
            None,
        ),
        (
            "Minister Ana Sol of Peru met Minister Juan Rey of Chile on October 14. Sol also met Minister Max Mar of Bolivia. "
            "Sol arrived in Lima on Sunday to attend a conference.",
            "also met",
            "2023-10-14",
        ),
        (
            "Peru and Chile signed a treaty on Monday. The treaty was signed by Minister Ana Sol of Peru "
            "and Minister Juan Rey of Chile.",
            "was signed",
            "2023-10-16",
        ),
        (
            "President Ana Sol of Peru met President Juan Rey of Chile on Monday. "
            "Ambassador Max Mar of Peru met Minister Eva Luz of Chile in Lima.",
            "met Minister",
            None,
        ),
    ],
)
def test_a_meeting_has_the_day_of_no_other(text, trigger, day):
    found = events(text)
    at = text.index(trigger)
    told = [event for event in found if text.find(event.trigger_text, event.start_char) <= at + len(trigger)]
    event = max(told, key=lambda event: text.find(event.trigger_text, event.start_char))
    assert (str(event.start_on) if event.start_on else None) == day


def test_to_thank_for_a_treaty_is_not_to_sign_it():
    text = "Peru and Chile signed a treaty on October 12. Ana Sol said Peru appreciates the support of Chile."
    assert day_of(events(text), "appreciates") is None


@pytest.mark.parametrize(
    ("text", "government", "day"),
    [
        ("We condemn the attack on the embassy of Peru.", None, "2023-10-17"),
        ("The United States condemns the attack on the embassy of Peru.", "USA", "2023-10-17"),
        ("The United States condemns the attack on the embassy of Peru.", None, None),
        ("The United States condemned the attack on the embassy of Peru.", "USA", None),
        ("The United States has condemned the attack on the embassy of Peru.", "USA", None),
        ("While the United States condemns the attack, Peru left the talks.", "USA", None),
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


def test_what_is_said_now_is_no_retelling_of_what_was_said_before():
    text = "On Friday the minister of Peru thanked Chile. We thank Chile for its support."
    days = {event.trigger_text: str(event.start_on) for event in events(text)}
    assert (days["thanked"], days["thank"]) == ("2023-10-13", "2023-10-17")


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


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        (
            "Ana Sol arrived on Sunday on her first visit to Peru after Lima had joined the council in June.",
            "visit",
            "2023-10-15",
        ),
        ("Ana Sol is to have two meetings with Juan Rey, the Foreign Ministry said on Monday.", "meetings", None),
        ("Ana Sol met Juan Rey in Lima to discuss trade, the Foreign Ministry said on Monday.", "met", None),
        ("During her visit to Peru that will end on October 20, Ana Sol will meet Juan Rey.", "meet", None),
        (
            "Ana Sol of Peru will meet Juan Rey of Chile on Thursday and will visit Ankara for the summit.",
            "visit",
            None,
        ),
        ("Ana Sol met Juan Rey on Monday. She recalled her meetings with President Eva Gil.", "meetings", None),
        ("Ana Sol met Juan Rey on Monday. Nobody discussed it during the recent visit of Eva Gil.", "visit", None),
        (
            "Minister Ana Sol met with Minister Juan Rey of Chile to discuss trade. "
            "Ana Sol, who arrived in Chile on Monday, is here on her first visit.",
            "met",
            None,
        ),
        (
            "The meeting between Ana Sol and Juan Rey lasted an hour. Ana Sol and Juan Rey last met in May.",
            "meeting",
            None,
        ),
        (
            "President Ana Sol of Peru arrived in Chile on Monday on a two-day visit. "
            "Ana Sol will hold talks with President Juan Rey.",
            "talks",
            None,
        ),
        ("The two sides will review the achievements in bilateral ties in 2022 and discuss measures.", "review", None),
    ],
)
def test_the_day_of_another_act_is_not_that_of_the_event(text, trigger, day):
    assert day_of(events(text), trigger) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministers discussed preparations for the visit of President Sol to Lima in December.", "2023-12-01"),
        ("The ministers noted the importance of the visit of President Sol to Lima in December.", "2023-12-01"),
        ("The ministers praised the visit of President Sol to Lima in December.", "2022-12-01"),
        ("The ministers discussed trade during the visit of President Sol to Lima in December.", "2022-12-01"),
    ],
)
def test_a_visit_that_is_discussed_is_of_the_nearest_month(text, day):
    assert day_of(events(text), "visit") == day


def test_the_end_of_a_month_is_no_end_of_a_visit():
    text = "Ana Sol is set to visit France at the end of November, where she will meet President Gil."
    assert day_of(events(text), "visit") == "2023-11-01"


def test_what_is_agreed_for_this_year_is_not_agreed_all_year():
    found = events("Peru and Chile agreed on Monday. Both sides agreed to hold a vote this year.")
    assert {str(event.start_on) for event in found if event.trigger_text.startswith("agreed")} <= {"2023-10-16", "None"}


def test_what_was_discussed_has_not_the_month_to_come_of_its_topic():
    text = "The ministers discussed preparations for the visit of President Sol to Lima in December."
    assert day_of(events(text), "discussed") is None


def test_visits_to_two_countries_have_not_one_day():
    text = "Ana Sol arrived in Canberra on Monday. Ana Sol reached Canberra after a visit to New Zealand."
    assert day_of(events(text), "arrived") == "2023-10-16"
    assert day_of(events(text), "visit") is None


def test_today_in_a_quotation_is_told_from_the_day_that_the_document_has():
    text = "Ana Sol spoke in Lima on Monday. “In talks today Chile requested a meeting,” Ana Sol said on Monday."
    found = [event for event in events(text) if event.date_basis is not TimeBasis.UNRESOLVED]
    assert {event.date_basis for event in found} == {TimeBasis.RELATIVE_TO_PUBLICATION}
