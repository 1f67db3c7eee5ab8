"""Names in the sentence of an event that take no part in it, and the side of those who do."""

import pytest

from tests.entities.test_event_participants import MINISTERS, SIDES, told

PERU = "Peru and Chile share a border. "
OUTSIDE = [
    (
        "Ambassador Ana Rey made a statement, and Foreign Minister Luis Sol condemned it.",
        "condemned",
        {("Luis Sol", "source")},
    ),
    (
        "The official, who asked for anonymity, said Peruvian Foreign Minister Ana Rey will travel to Lima.",
        "asked",
        set(),
    ),
    ("President Ana Rey met President Luis Sol in Cusco and Arequipa on Monday.", "met", SIDES),
    (
        "Peru executed Juan Campos, the once influential uncle of President Luis Sol, in early May.",
        "executed",
        {("Peru", "source"), ("Juan Campos", "target")},
    ),
    (
        "France on Tuesday summoned the Peruvian ambassador to Paris over the arrests.",
        "summoned",
        {("France", "source"), ("Peruvian", "target")},
    ),
    (
        "Foreign Minister Ana Rey offered President Luis Sol her condolences on the passing of Juan Campos.",
        "offered",
        {("Ana Rey", "source"), ("Luis Sol", "target")},
    ),
    (
        "Foreign Minister Ana Rey conveyed President Juan Campos's greetings to Foreign Minister Luis Sol.",
        "conveyed",
        {("Ana Rey", "source"), ("Luis Sol", "target")},
    ),
    (
        "Foreign Minister Ana Rey urged Chile to thank Brazil for its help.",
        "urged",
        {("Ana Rey", "source"), ("Chile", "target")},
    ),
    ("Norway condemned the attack on Peruvian bases.", "condemned", {("Norway", "source")}),
    (
        "Foreign Minister Juan Campos praised the talks between Peru and Chile.",
        "talks",
        {("Peru", "source"), ("Chile", "source")},
    ),
    ("Ana Rey and Luis Sol discussed Peru-Chile relations on Monday.", "discussed", SIDES),
    (
        "President Luis Sol summoned the ambassador of Norway to Peru over the arrests.",
        "summoned",
        {("Luis Sol", "source"), ("Norway", "target")},
    ),
    (
        MINISTERS + "According to spokesman Juan Campos, the Peruvian foreign minister asked Chile to open the border.",
        "asked",
        {("Ana Rey", "source"), ("Chile", "target")},
    ),
    (
        "The expulsion of two Peruvian diplomats came after Foreign Minister Ana Rey met Luis Sol.",
        "expulsion",
        {("Peruvian", "target")},
    ),
    ("Peru complained to the United Nations about Chile.", "complained", {("Peru", "source"), ("Chile", "target")}),
    (
        "In a meeting with Ambassador Luis Sol, Foreign Minister Ana Rey praised Norway.",
        "praised",
        {("Ana Rey", "source"), ("Norway", "target")},
    ),
    (
        "Foreign Minister Ana Rey met Luis Sol on Monday and they discussed the fight against Hamas.",
        "met",
        SIDES,
    ),
    ("Norway witnessed a Chilean attack on Peru.", "attack", {("Chilean", "source"), ("Peru", "target")}),
]


@pytest.mark.parametrize(("text", "trigger", "parts"), OUTSIDE)
def test_names_beside_an_event_take_no_part(text, trigger, parts):
    assert _told_or_nothing(text, trigger) == parts


ON_THEIR_SIDE = [
    (
        MINISTERS + "The call was arranged at Sol's request.",
        "request",
        ("Luis Sol", "source"),
    ),
    (
        "Chilean Foreign Minister Luis Sol will visit Peru at the invitation of the foreign minister, Ana Rey.",
        "invitation",
        ("Ana Rey", "source"),
    ),
    (
        "Foreign Minister Ana Rey said that Chile's actions were unacceptable.",
        "unacceptable",
        ("Chile", "target"),
    ),
    (
        "Norway condemned Denmark, Sweden, Peru, Chile and Brazil over the arrests.",
        "condemned",
        ("Brazil", "target"),
    ),
    ("Foreign Minister Ana Rey demanded an immediate ceasefire by Chile.", "demanded", ("Chile", "target")),
    (
        "Prime Minister Ana Rey hosted a reception in Lima on Monday for outgoing Chilean Ambassador Luis Sol.",
        "hosted",
        ("Luis Sol", "visitor"),
    ),
    (
        "President Ana Rey thanked Chilean Ambassador Luis Sol, who was received in Lima on Monday.",
        "received",
        ("Luis Sol", "visitor"),
    ),
    ("Peru accused Chile of attacking a village in Brazil.", "attacking", ("Chile", "source")),
    ("Peru closed its border with Chile. It accused Chile of raids.", "accused", ("Peru", "source")),
    ("In her talks with Luis Sol, Foreign Minister Ana Rey said trade was growing.", "talks", ("Ana Rey", "source")),
    ("Peru consulted with several states, including Chile.", "consulted", ("Chile", "source")),
    (
        "President Ana Rey on Monday discussed trade with a delegation headed by Chilean Senator Luis Sol.",
        "discussed",
        ("Luis Sol", "source"),
    ),
    (MINISTERS + "It was their first face-to-face meeting.", "meeting", ("Luis Sol", "source")),
]


@pytest.mark.parametrize(("text", "trigger", "part"), ON_THEIR_SIDE)
def test_a_participant_is_on_the_side_that_the_grammar_gives_it(text, trigger, part):
    assert part in told(text, trigger)[0]


def test_police_who_say_that_they_arrested_somebody_are_not_the_sides_told_before():
    assert not told(MINISTERS + "Police said they arrested forty people.", "arrested")[0] & SIDES


def test_of_one_who_says_that_they_talked_they_are_he_and_whom_he_met():
    text = (
        MINISTERS
        + "President Juan Campos praised Prime Minister Eva Luna. He thanked Luna. Rey said they discussed trade."
    )
    assert told(text, "discussed")[0] == SIDES


def test_who_talked_over_dinner_are_those_who_met():
    text = MINISTERS + "Sol offered Rey his condolences. Sol praised President Juan Campos. They discussed trade."
    assert told(text, "discussed")[0] == SIDES


def test_two_sides_may_be_three_people_of_two_countries():
    text = (
        PERU
        + "Peruvian Foreign Minister Ana Rey held talks with Chilean Foreign Minister Luis Sol and Chilean envoy Juan Vega."
        + " Both sides agreed to open it."
    )
    assert told(text, "agreed")[0] == {("Peru", "source"), ("Chile", "source")}


def test_a_country_written_with_its_accents_receives_visitors():
    assert ("Việt Nam", "host") in told(
        "Peruvian President Ana Rey paid a state visit to Việt Nam on Monday.", "visit"
    )[0]


def _told_or_nothing(text, trigger):
    """Participants of an event, nobody where it is not told at all."""
    try:
        return told(text, trigger)[0]
    except StopIteration:
        return set()
