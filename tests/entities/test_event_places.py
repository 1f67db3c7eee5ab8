"""Where a meeting took place, as its sentence tells it around other places."""

import datetime as dt

import pytest

from assets.entities import read_text

PLACES = [
    # the place of the meeting, though the parser draws it into the clause that "where" opens
    (
        "Ana Ruiz met with Chilean Minister Luis Rey and Peruvian Minister Eva Sol in Seoul, where the three launched "
        "a team.",
        "met with",
        "Seoul",
    ),
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
]


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES)
def test_place_of_a_meeting(text: str, trigger: str, place: str | None) -> None:
    events = read_text(text, dt.date(2024, 6, 20)).event_mentions
    assert {event.place_text for event in events if event.trigger_text == trigger} == {place}
