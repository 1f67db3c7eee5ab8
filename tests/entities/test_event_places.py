"""Where a meeting took place, as its sentence tells it around other places."""

import datetime as dt

import pytest

from assets.entities import load_pipeline, read_text
from assets.entities.events.seen_events import seen_at
from assets.entities.extensions import FoundEvent
from assets.entities.sentences.document_view import view_of

PLACES = [
    # the place of the meeting, though the parser draws it into the clause that "where" opens
    (
        "Ana Ruiz met with Chilean Minister Luis Rey and Peruvian Minister Eva Sol in Seoul, where the three launched "
        "a team.",
        "met with",
        "Seoul",
    ),
    # the town rather than the land it stands in
    ("Minister Ana Ruiz met Minister Luis Rey in the Ugandan capital, Kampala, on Monday.", "met", "Kampala"),
    ("Minister Ana Ruiz will meet Minister Luis Rey on Monday in the Amazon city of Iquitos.", "meet", "Iquitos"),
    # closer than the country before "where"
    (
        "Ana Ruiz will leave for Malaysia, where she is to hold talks with Prime Minister Luis Rey on Sunday in Putrajaya.",
        "hold talks with",
        "Putrajaya",
    ),
    ("Peruvian Foreign Minister Ana Ruiz visited Riyadh last month and met Crown Prince Luis Rey.", "met", "Riyadh"),
    ("Ana Ruiz, who arrived in Colombo on a visit, also called on President Luis Rey.", "called on", "Colombo"),
    ("Ana Ruiz arrived in Colombo, and Eva Sol called on President Luis Rey.", "called on", None),
    # where the guest has come
    ("President Ana Ruiz met Minister Luis Rey of Chile, who arrived in Muscat for a visit.", "met", "Muscat"),
    (
        "President Ana Ruiz received Minister Luis Rey, who is on a two-day official visit to Ankara.",
        "received",
        "Ankara",
    ),
    ("President Ana Ruiz received Minister Luis Rey, who will visit Ankara in June.", "received", None),
    (
        "President Ana Ruiz on Monday held talks with President Luis Rey, who paid her a courtesy call at State House.",
        "held talks with",
        "State House",
    ),
    (
        "President Luis Rey and Minister Ana Ruiz held a meeting at the gates of the National Palace.",
        "held a meeting",
        "National Palace",
    ),
    # not where somebody comes from, says so, or what they speak about
    ("Foreign Minister Ana Ruiz arrived by night train from Lviv.", "arrived", None),
    ("Ana Ruiz is back from Luanda, Angola, where she met President Luis Rey.", "met", "Luanda"),
    (
        "Minister Ana Ruiz said in a statement at Lima Airport that President Eva Sol will hold talks with Luis Rey.",
        "hold talks with",
        None,
    ),
    ("Ambassador Ana Ruiz briefed Minister Luis Rey about the new building of the council in Lima.", "briefed", None),
    ("Ambassador Ana Ruiz briefed Minister Luis Rey about his upcoming visit to Japan.", "briefed", None),
    ("The meeting of Ana Ruiz and Luis Rey on Monday focused on support of projects in Peru.", "meeting", None),
    ("Ana Ruiz expressed her pleasure to visit Lima and thanked Chile.", "pleasure", None),
]


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_place_of_a_meeting(text: str, trigger: str, place: str | None) -> None:
    events = read_text(text, dt.date(2024, 6, 20)).event_mentions
    assert {event.place_text for event in events if event.trigger_text == trigger} == {place}


def test_of_places_and_days_about_as_likely_the_nearest_behind_is_meant():
    view = view_of(
        load_pipeline()(
            "They recalled the visit of Ana Sol to Ankara in May 2021 and the visit of Juan Rey to Quito in June 2022."
        )
    )
    words = list(view.lower)
    place, day = {"place": 0.95}, {"date": 0.95}
    roles = {words.index("ankara"): place, words.index("quito"): {"place": 0.97}}
    roles |= {words.index("2021"): day, words.index("2022"): {"date": 0.97}}
    for token, where, when in (
        (words.index("visit"), "Ankara", "May 2021"),
        (words.index("juan") - 2, "Quito", "June 2022"),
    ):
        seen = seen_at(view, token, FoundEvent({"CONSULT": 1.0}, {}, {"asserted": 1.0}, roles))
        assert seen.place is not None
        assert seen.time is not None
        assert (view.doc[seen.place.start : seen.place.end].text, seen.time.text) == (where, when)
