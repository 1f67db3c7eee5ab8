"""Names in the sentence of an event that take no part in it, and the side of those who do."""

import pytest

from tests.entities.test_event_participants import MINISTERS, SIDES, told

PERU = "Peru and Chile share a border. "
OUTSIDE = [
    (
        "Foreign Minister Ana Rey conveyed her concern about developments in the Persian Gulf.",
        "concern",
        {("Ana Rey", "source")},
    ),
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
    (
        "Envoys from Peru and Chile were summoned to the Foreign Ministry, sources told Reuters on Monday.",
        "summoned",
        {("Foreign Ministry", "source"), ("Peru", "target"), ("Chile", "target")},
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
    ("Norway condemned the Danish sanctions against Peru.", "condemned", {("Norway", "source"), ("Danish", "target")}),
    ("Norway condemned the strikes in Chile and Peru.", "condemned", {("Norway", "source")}),
    ("Norway summoned Chile's ambassador in Oslo on Monday.", "summoned", {("Norway", "source"), ("Chile", "target")}),
    ("Norway condemned the Danish sanctions against Peru.", "sanctions", {("Danish", "source"), ("Peru", "target")}),
    (
        "Norway and Sweden censured Denmark over its latest anti-Peru sanctions.",
        "censured",
        {("Norway", "source"), ("Sweden", "source"), ("Denmark", "target")},
    ),
    (
        "Norway and Denmark signed a memorandum to deepen cooperation on the path to the summit, according to Peru Today.",
        "signed",
        {("Norway", "source"), ("Denmark", "source")},
    ),
    (
        "Norway imposed economic sanctions in response to the coup that ousted President Ana Rey of Peru.",
        "imposed",
        {("Norway", "source"), ("Peru", "target")},
    ),
    (
        "Norway rebuked Denmark, hours after the detention of former President Ana Rey.",
        "rebuked",
        {("Norway", "source"), ("Denmark", "target")},
    ),
]


@pytest.mark.parametrize(("text", "trigger", "parts"), OUTSIDE)
def test_names_beside_an_event_take_no_part(text, trigger, parts):
    assert _told_or_nothing(text, trigger) == parts


ON_THEIR_SIDE = [
    ("Ana Rey extended an invitation from King Omar to Luis Sol.", "invitation", ("Luis Sol", "target")),
    ("President Ana Rey received an invitation from President Luis Sol.", "invitation", ("Ana Rey", "target")),
    ("President Ana Rey received an invitation from President Luis Sol.", "invitation", ("Luis Sol", "source")),
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
    ("Peru recalled its ambassador to Chile, Ana Rey, for consultations.", "recalled", ("Chile", "target")),
    ("The ministry condemned Chilean airstrikes in Peru.", "airstrikes", ("Chilean", "source")),
    (
        "President Ana Rey spoke with Chilean President Luis Sol urging him to use his influence.",
        "urging",
        ("Luis Sol", "target"),
    ),
    ("The visit follows Peruvian President Ana Rey's earlier trips to Chile.", "trips", ("Ana Rey", "visitor")),
    (
        "Peruvian Ambassador Luis Sol was summoned to the Chilean Foreign Ministry, where he was handed a note.",
        "summoned",
        ("Chilean Foreign Ministry", "source"),
    ),
    ("Prime Minister Ana Rey received a courtesy call from Minister Luis Sol.", "courtesy", ("Luis Sol", "visitor")),
    ("Mali faced suspension from ECOWAS.", "suspension", ("Mali", "target")),
    ("Mali faced suspension from ECOWAS.", "suspension", ("ECOWAS", "source")),
    ("Russia should not detain Brittney Griner.", "detain", ("Russia", "target")),
    ("We welcome the ruling by the United Nations that Chile must release the sailors.", "must", ("Chile", "target")),
    ("He said Peru hoped to confer with neighbouring countries.", "confer", ("Peru", "source")),
    (
        "The protocol was signed by the heads of the border guards of Peru Ana Rey and Chile Luis Sol.",
        "signed",
        ("Ana Rey", "source"),
    ),
    (
        "Peru summoned Chilean envoy Luis Sol on Monday to lodge a protest over shelling by the Chilean army.",
        "lodge",
        ("Peru", "source"),
    ),
    (
        "The Foreign Ministry expressed concern. The foreign ministry summoned the Chilean envoy on Monday.",
        "summoned",
        ("Foreign Ministry", "source"),
    ),
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
