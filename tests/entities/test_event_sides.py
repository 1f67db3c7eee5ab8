"""Who takes part in an event whose sentence does not name them, as the whole pipeline reads it."""

import pytest

from assets.entities.events.event_reading import events_of
from assets.entities.reading import load_pipeline
from assets.entities.sentences.document_view import DocumentView
from tests.entities.test_event_participants import MINISTERS, SIDES, told

JOINT = "We, the Foreign Ministers of Norway and Denmark, met today in Oslo. We condemn the attack."
NEIGHBOURS = "Peru and Chile share a border. "
CALL = "Peruvian Foreign Minister Ana Rey spoke by phone with Chilean Foreign Minister Luis Sol on Monday. "
FLOODS = "Floods hit Chile on Monday. People in Chile lost their homes. "
SIDES_NOT_NAMED = [
    (
        "Peruvian Foreign Minister Ana Rey accepted the plan. Chilean Foreign Minister Luis Sol rejected it. "
        "The two ministers did not meet.",
        "meet",
        SIDES,
    ),
    (
        "Peruvian Foreign Minister Ana Rey thanked Chilean Foreign Minister Luis Sol. The two ministers agreed.",
        "agreed",
        SIDES,
    ),
    ("Both ministers agreed to open the border.\n\n" + MINISTERS, "agreed", SIDES),
    (NEIGHBOURS + MINISTERS + "The parties agreed to open it.", "agreed", {("Peru", "source"), ("Chile", "source")}),
    (NEIGHBOURS + MINISTERS + "Neither side has accepted.", "accepted", {("Peru", "source"), ("Chile", "source")}),
    (
        MINISTERS + "The two ministers exchanged views. "
        "Rey then met Danish Foreign Minister Eva Lund. They reviewed fishing quotas.",
        "reviewed",
        {("Ana Rey", "source"), ("Eva Lund", "source")},
    ),
    (MINISTERS + "They discussed trade, and later both sides condemned the attack.", "condemned", SIDES),
    (CALL + "The conversation lasted an hour.", "conversation", SIDES),
    (
        "Peruvian President Ana Rey had telephone conversations with Chilean President Luis Sol and Brazilian President "
        "Eva Gil. During the talks with Chilean President Luis Sol, the parties noted the growth of trade.",
        "talks",
        SIDES,
    ),
    (MINISTERS + "The previous meeting was cancelled.", "meeting", SIDES),
    (MINISTERS + "Rey and the minister reiterated their commitment to peace.", "commitment", SIDES),
    (JOINT, "condemn", {("Norway", "source"), ("Denmark", "source")}),
    (MINISTERS + "Rey asked for more time.", "asked", {("Ana Rey", "source"), ("Luis Sol", "target")}),
    (FLOODS + "Peru provided $5 million in aid.", "provided", {("Peru", "source"), ("Chile", "target")}),
    (FLOODS + "Peru has imposed sanctions.", "imposed", {("Peru", "source"), ("Chile", "target")}),
]


@pytest.mark.parametrize(("text", "trigger", "parts"), SIDES_NOT_NAMED)
def test_sides_that_a_sentence_does_not_name(text, trigger, parts):
    assert told(text, trigger)[0] == parts


BY_GRAMMAR = [
    (
        "Peruvian Foreign Minister Ana Rey praised her consultations with Chilean Foreign Minister Luis Sol.",
        "consultations",
        SIDES,
    ),
    (
        "Peruvian Foreign Minister Ana Rey hosted her Chilean and Brazilian counterparts on Monday.",
        "hosted",
        {("Ana Rey", "host"), ("Chilean", "visitor"), ("Brazilian", "visitor")},
    ),
    (
        "At the invitation of Peruvian Foreign Minister Ana Rey, Chilean Foreign Minister Luis Sol paid a visit to Peru.",
        "invitation",
        {("Ana Rey", "source"), ("Luis Sol", "target")},
    ),
    ("Peru and Chile are alarmed by the arrests.", "alarmed", {("Peru", "source"), ("Chile", "source")}),
    ("Peruvian Foreign Minister Ana Rey called for elections in Lima on Monday.", "called", {("Ana Rey", "source")}),
    (
        "The missile test by Chile on Monday was condemned by Peru and Brazil.",
        "condemned",
        {("Peru", "source"), ("Brazil", "source"), ("Chile", "target")},
    ),
    (
        "Peru carried out strikes inside Chile. Brazil urged both sides to exercise restraint.",
        "urged",
        {("Peru", "target"), ("Chile", "target"), ("Brazil", "source")},
    ),
]


@pytest.mark.parametrize(("text", "trigger", "parts"), BY_GRAMMAR)
def test_sides_by_the_grammar(text, trigger, parts):
    assert told(text, trigger)[0] == parts


@pytest.mark.parametrize(("government", "expected"), [("PER", {"Luis Sol", "Peru"}), (None, {"Luis Sol"})])
def test_what_a_government_tells_of_as_done_by_nobody_is_its_own(government, expected):
    doc = load_pipeline().make_doc("Peru is safe. Luis Sol was designated for sanctions on Monday.")
    doc._.government = government
    doc = load_pipeline()(doc)
    parts = [part for event in events_of(DocumentView(doc)) for part in event.parts]
    assert {doc._.chains[part.chain].name for part in parts} == expected
