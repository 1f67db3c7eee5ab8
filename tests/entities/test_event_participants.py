"""Who takes part in events, and on whose word they are told, as the whole pipeline reads them."""

import pytest

from assets.entities.events.first_person import first_person
from assets.entities.reading import load_pipeline, read_text
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import PhraseKind, is_pair


def names_of(read):
    """Fullest name of each chain."""
    names = {}
    for mention in read.mentions:
        if len(mention.text) > len(names.get(mention.chain_id, "")):
            names[mention.chain_id] = mention.text
    return names


def told(text, trigger):
    """Participants of the event told by a word, and on whose word it is told."""
    read = read_text(text)
    names = names_of(read)
    event = next(one for one in read.event_mentions if trigger in one.trigger_text.split())
    parts = {
        (names[argument.chain_id], argument.participation.value)
        for argument in read.event_arguments
        if argument.event_mention_id == event.event_mention_id
    }
    return parts, names.get(event.attributed_to_chain_id)


MINISTERS = "Peruvian Foreign Minister Ana Rey met Chilean Foreign Minister Luis Sol in Geneva on Monday. "
SIDES = {("Ana Rey", "source"), ("Luis Sol", "source")}


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        (MINISTERS + "The two ministers discussed trade.", "discussed"),
        (MINISTERS + "They discussed trade.", "discussed"),
        (MINISTERS + "Both sides agreed to open the border.", "agreed"),
        (MINISTERS + "The ministers condemned the attack.", "condemned"),
    ],
)
def test_words_for_several_mean_the_sides_told_before(text, trigger):
    parts, _ = told(text, trigger)
    assert parts >= SIDES


def test_the_two_ministers_are_those_of_whom_most_is_told():
    text = (
        MINISTERS
        + "They discussed trade. Rey also met President Juan Campos on Friday. The two ministers agreed to meet again."
    )
    assert told(text, "agreed")[0] >= SIDES


def test_the_two_ministers_are_those_of_one_office():
    text = (
        "At the invitation of Ana Rey, Minister of Foreign Affairs of Peru, Luis Sol, Minister of Foreign Affairs of "
        "Chile, paid a visit to Peru on Monday. Sol also met the Minister of Planning of Peru, Juan Campos. "
        "The two ministers agreed to open the border."
    )
    assert told(text, "agreed")[0] == SIDES


def test_the_two_leaders_are_rather_those_of_one_office():
    text = (
        "Peruvian Prime Minister Ana Rey met with Chilean Prime Minister Luis Sol on Monday. Rey then met President Juan "
        "Campos of Chile. It rained all day. Talks between the two leaders focused on trade."
    )
    assert told(text, "Talks")[0] >= SIDES


def test_a_secretary_of_state_and_a_foreign_minister_hold_one_office():
    text = (
        "U.S. Secretary of State Victoria Bell and Peruvian Foreign Minister Ana Rey spoke in Lima. Bell also met "
        "Health Minister Juan Campos of Peru on Monday. The two ministers agreed to open the border."
    )
    assert told(text, "agreed")[0] == {("Victoria Bell", "source"), ("Ana Rey", "source")}


def test_a_country_that_its_officials_stand_for_is_named_by_its_own_mention():
    read = read_text("Peru lies north of Chile. Foreign Minister Ana Rey met with Chilean officials on Monday.")
    chains = {mention.mention_id: mention.chain_id for mention in read.mentions}
    assert read.event_arguments
    assert all(chains[argument.mention_id] == argument.chain_id for argument in read.event_arguments)


def test_the_two_countries_are_those_of_the_ministers():
    text = "Peru and Chile share a border. " + MINISTERS + "The two countries agreed to open it."
    assert {("Peru", "source"), ("Chile", "source")} <= told(text, "agreed")[0]


@pytest.mark.parametrize(
    ("words", "is_meant"),
    [
        (["the", "two", "leaders"], True),
        (["neither", "side"], True),
        (["the", "foreign", "ministers"], True),
        (["ministers"], False),
        (["european", "leaders"], False),
    ],
)
def test_words_that_mean_the_sides(words, is_meant):
    assert is_pair(words) is is_meant


def test_both_countries_are_one_phrase():
    view = DocumentView(load_pipeline()("Ana Rey met Luis Sol. Both countries agreed to open the border."))
    groups = [view.words(phrase.start, phrase.end) for phrase in view.phrases if phrase.kind is PhraseKind.GROUP]
    assert groups == ["both countries"]


@pytest.mark.parametrize(
    ("text", "trigger", "parts"),
    [
        (
            "Peruvian Foreign Minister Ana Rey and Chilean Foreign Minister Luis Sol met in Lima on Monday.",
            "met",
            {("Ana Rey", "host"), ("Luis Sol", "visitor")},
        ),
        (
            "Peru is a neighbour. Chilean Foreign Minister Luis Sol will travel to Lima on Monday.",
            "travel",
            {("Luis Sol", "visitor"), ("Peru", "host")},
        ),
        (MINISTERS, "met", SIDES),
        (
            "Peruvian envoy Ana Rey called on Chilean Foreign Minister Luis Sol on Monday.",
            "called",
            {("Ana Rey", "visitor"), ("Luis Sol", "host")},
        ),
        (
            "A Peruvian delegation led by Ana Rey called on Chilean Foreign Minister Luis Sol on Monday.",
            "called",
            {("Ana Rey", "visitor"), ("Luis Sol", "host")},
        ),
        (
            "Peru postponed the visit of Chilean Foreign Minister Luis Sol until July.",
            "visit",
            {("Luis Sol", "visitor"), ("Peru", "host")},
        ),
        (
            "The visit that President Luis Sol paid to Peru last month opened a new chapter.",
            "visit",
            {("Luis Sol", "visitor"), ("Peru", "host")},
        ),
        (
            "President Ana Rey left Lima this morning for Beijing.",
            "left",
            {("Ana Rey", "visitor"), ("Beijing", "host")},
        ),
    ],
)
def test_who_receives_whom(text, trigger, parts):
    assert told(text, trigger)[0] == parts


def test_a_meeting_told_again_keeps_its_parts():
    text = "Peruvian Foreign Minister Ana Rey and Chilean Foreign Minister Luis Sol met in Lima. They discussed trade."
    assert told(text, "discussed")[0] == {("Ana Rey", "host"), ("Luis Sol", "visitor")}


@pytest.mark.parametrize(
    ("government", "text", "expected"),
    [
        ("PER", "Peru is a friend of Chile. We condemn the attack in Chile.", "Peru"),
        ("PER", "Joint statement of Peru and Chile. We condemn the attack in Lima.", None),
        (None, "Peru is a friend of Chile. We condemn the attack in Chile.", None),
        (None, "Ana Rey, Peruvian Foreign Minister\n\nI condemn the attack in Chile.", "Ana Rey"),
        (None, "Ana Rey, Peruvian Foreign Minister\n\nOn behalf of Peru, I condemn the attack in Chile.", "Peru"),
        (None, "Ana Rey in Lima\n\nI condemn the attack in Chile.", None),
    ],
)
def test_we_of_a_government(government, text, expected):
    doc = load_pipeline().make_doc(text)
    doc._.government = government
    view = DocumentView(load_pipeline()(doc))
    phrase = next(phrase for phrase in view.phrases if phrase.kind is PhraseKind.PRONOUN)
    chain = first_person(view, phrase, speaker=None)
    assert (view.doc._.chains[chain].name if chain is not None else None) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "teller"),
    [
        ("Ana Rey said that Luis Sol had met Juan Mar in Geneva on Monday.", "met", "Ana Rey"),
        ("Luis Sol met Juan Mar in Geneva on Monday.", "met", None),
        ("Luis Sol met Juan Mar in Geneva on Monday, Ana Rey said.", "met", "Ana Rey"),
        ("According to Ana Rey, Peru signed a pact with “our dear friends” in Chile.", "signed", "Ana Rey"),
        ("Ana Rey noted that Peru “reaffirmed trust” and signed a pact.", "signed", "Ana Rey"),
        (
            "Peru lost, the Chadian Army said in a statement. “Chile condemned the raid,” the document reads.",
            "condemned",
            "Chadian Army",
        ),
    ],
)
def test_on_whose_word(text, trigger, teller):
    assert told(text, trigger)[1] == teller


def test_one_act_is_told_once():
    read = read_text("Peruvian Foreign Minister Ana Rey held talks with Chilean Foreign Minister Luis Sol on Monday.")
    assert len(read.event_mentions) == 1


def test_the_label_of_a_turn_takes_no_part():
    text = "MR BELL: Good afternoon.\n\nMR BELL: Ambassador Luis Sol spoke with Minister Ana Rey on Monday.\n"
    assert told(text, "spoke")[0] == {("Luis Sol", "source"), ("Ana Rey", "source")}


DELEGATION = (
    "Peruvian President Ana Rey received a delegation of the German Bundestag led by its vice president, Eva Blum. "
)
VISIT = "Peruvian President Ana Rey visited Chile on Monday. "
MET_AGAIN = [
    (MINISTERS + "Both agreed to meet again.", "agreed", SIDES),
    (MINISTERS + "The interlocutors discussed trade.", "discussed", SIDES),
    (MINISTERS + "Rey invited him to a summit.", "invited", {("Ana Rey", "source"), ("Luis Sol", "target")}),
    (MINISTERS + "The Chilean minister condemned the attack.", "condemned", {("Luis Sol", "source")}),
    (MINISTERS + "Rey also met with refugees.", "met", SIDES),
    (DELEGATION, "received", {("Ana Rey", "host"), ("Bundestag", "visitor"), ("Eva Blum", "visitor")}),
    ("Peruvian President Ana Rey arrived in Amman on Monday.", "arrived", {("Ana Rey", "visitor"), ("Amman", "host")}),
    ("Peruvian President Ana Rey arrived in Zarqa on Monday.", "arrived", {("Ana Rey", "visitor")}),
    (VISIT + "The trip was a success.", "trip", {("Ana Rey", "visitor"), ("Chile", "host")}),
    (VISIT + "She liked the Pope's visit to Chile.", "visit", set()),
]


@pytest.mark.parametrize(("text", "trigger", "parts"), MET_AGAIN)
def test_who_is_meant_by_common_words(text, trigger, parts):
    assert told(text, trigger)[0] == parts


def test_the_delegation_is_whoever_came_with_it():
    parts, _ = told(DELEGATION.replace("received", "hosted") + "The delegation also met with Mayor Luis Sol.", "met")
    assert parts == {("Bundestag", "source"), ("Eva Blum", "source"), ("Luis Sol", "source")}


def test_who_meets_others_does_not_meet_those_of_before_again():
    read = read_text(MINISTERS + "Rey met with refugees on Tuesday.")
    second = max(read.event_mentions, key=lambda event: event.trigger_start)
    parts = [each for each in read.event_arguments if each.event_mention_id == second.event_mention_id]
    assert [names_of(read)[each.chain_id] for each in parts] == ["Ana Rey"]


@pytest.mark.parametrize(
    ("text", "trigger", "parts"),
    [
        (
            "Chinese President Li Wei told visiting U.S. Secretary of State Ana Bell in Beijing that much remained open.",
            "visiting",
            {("Ana Bell", "visitor"), ("Chinese", "host")},
        ),
        (
            "Peruvian President Ana Rey spoke today with Luis Sol of Chile. She expressed condolences on behalf of the "
            "people of Peru over the deaths in Chile.",
            "expressed",
            {("Ana Rey", "source"), ("Chile", "target")},
        ),
        (
            "Peru is a neighbour of Chile. Peruvian President Ana Rey reaffirmed Peru's commitment to Chile.",
            "commitment",
            {("Ana Rey", "source"), ("Chile", "target")},
        ),
        (
            "Peru is a neighbour of Chile. Peruvian President Ana Rey promised that Peru would defend every inch of it.",
            "promised",
            {("Ana Rey", "source")},
        ),
        (
            "Minister Ana Rey met with Karin Berg, State Secretary for Foreign Affairs to the Prime Minister of Sweden.",
            "met",
            {("Ana Rey", "source"), ("Karin Berg", "source")},
        ),
        (
            "Under Secretary for Political Affairs Victoria Bell will travel to Chile on Monday. There the Under "
            "Secretary will meet with President Luis Sol.",
            "meet",
            {("Victoria Bell", "source"), ("Luis Sol", "source")},
        ),
    ],
)
def test_who_takes_no_part(text, trigger, parts):
    assert told(text, trigger)[0] == parts


ONCE = [
    "At the summit, Peruvian President Ana Rey met with President Luis Sol.",
    "On the sidelines of the summit Peruvian President Ana Rey met with President Luis Sol.",
    "Peruvian President Ana Rey arrived in Chile on Monday on her first visit.",
    "U.S. Assistant Secretary of State Denise Bell announced $47 million in aid on Tuesday.",
    "Peruvian President Ana Rey joined President Luis Sol for a trilateral summit.",
]


@pytest.mark.parametrize("text", ONCE)
def test_an_occasion_and_what_is_done_there_are_one(text):
    assert len(read_text(text).event_mentions) == 1


NONE = [
    "The two leaders spoke at a joint news conference.",
    "Peru warned that further escalation would be met with severe costs.",
]


@pytest.mark.parametrize("text", NONE)
def test_words_that_tell_no_meeting(text):
    assert all(event.trigger_text not in ("conference", "met") for event in read_text(text).event_mentions)


def test_a_welcome_and_what_is_welcomed_are_two():
    read = read_text("Peruvian President Ana Rey welcomed the signing of a treaty between Chile and Brazil.")
    assert [event.mode for event in read.event_mentions] == ["statement", "signature"]


def test_a_journey_home_is_no_visit():
    text = VISIT + "She will return to Peru on Friday. The trip was a success."
    assert told(text, "trip")[0] == {("Ana Rey", "visitor"), ("Chile", "host")}


def test_a_visit_is_told_once_it_is_accepted():
    invited = read_text("Peruvian President Ana Rey invited Chilean President Luis Sol to visit Lima.")
    assert [event.trigger_text for event in invited.event_mentions] == ["invited"]


@pytest.mark.parametrize(
    ("text", "trigger", "parts"),
    [
        (
            "Ana Rey, flanked by Pedro Paz and Juan Gil, met Foreign Minister Luis Sol in Oslo.",
            "met",
            {*SIDES, ("Pedro Paz", "attendee"), ("Juan Gil", "attendee")},
        ),
        (
            "Accompanied by Pedro Paz, Ana Rey met Foreign Minister Luis Sol in Oslo.",
            "met",
            {*SIDES, ("Pedro Paz", "attendee")},
        ),
        (
            "Ana Rey received Foreign Minister Luis Sol, in the presence of Pedro Paz and Juan Gil.",
            "received",
            {("Ana Rey", "host"), ("Luis Sol", "visitor"), ("Pedro Paz", "attendee"), ("Juan Gil", "attendee")},
        ),
        (
            "Peru and Chile reached a peace deal, mediated by Brazil and Spain.",
            "reached",
            {("Peru", "source"), ("Chile", "source"), ("Brazil", "mediator"), ("Spain", "mediator")},
        ),
        (
            "Presidents Ana Rey and Luis Sol met on Thursday in Oslo, brokered by Prime Minister Pedro Paz.",
            "met",
            {*SIDES, ("Pedro Paz", "mediator")},
        ),
    ],
)
def test_who_comes_with_a_side_or_mediates(text, trigger, parts):
    assert told(text, trigger)[0] == parts


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Peru signed an agreement on mining with Chile on Monday.", "signed"),
        ("Peru agreed with Chile on a new border post.", "agreed"),
        ("Peru swapped prisoners with Chile on Monday.", "swapped"),
        ("Peru established diplomatic relations with Chile on Monday.", "established"),
    ],
)
def test_both_sign_agree_and_exchange(text, trigger):
    assert told(text, trigger)[0] == {("Peru", "source"), ("Chile", "source")}


def test_whose_clause_is_over_meets_nobody_in_the_next():
    text = "Foreign Minister Ana Rey resigned after party officials met in Lima with Foreign Minister Luis Sol."
    assert ("Ana Rey", "source") not in told(text, "met")[0]


@pytest.mark.parametrize(
    ("words", "trigger"),
    [
        ("The top diplomats of the two nations held a second meeting on Friday.", "meeting"),
        ("The foreign ministers of both countries agreed to cooperate.", "agreed"),
    ],
)
def test_those_of_both_countries_are_those_who_met(words, trigger):
    text = f"Foreign Minister Ana Rey and her Chilean counterpart, Luis Sol, held talks in Lima. {words}"
    assert told(text, trigger)[0] == {("Ana Rey", "source"), ("Luis Sol", "source")}


@pytest.mark.parametrize(
    ("text", "trigger", "parts"),
    [
        ("Pro-Peruvian separatists shelled Iquique on Sunday.", "shelled", {("Iquique", "target")}),
        (
            "Peru-backed rebels attacked Chile on Monday.",
            "attacked",
            {("Chile", "target")},
        ),
        ("Anti-Peru protests began in Lima on Sunday.", "protests", {("Peru", "target")}),
        (
            "The state visit by President Luis Sol of Peru to Chile was a success.",
            "visit",
            {("Luis Sol", "visitor"), ("Chile", "host")},
        ),
        (
            "Peru and Chile signed a treaty in the Brazilian capital of Brasilia.",
            "signed",
            {("Peru", "source"), ("Chile", "source")},
        ),
        ("President Luis Sol will receive a warm welcome in Lima on Friday.", "welcome", {("Luis Sol", "visitor")}),
        (
            "Wang voiced China's firm opposition to the sale.",
            "voiced",
            {("Wang", "source")},
        ),
    ],
)
def test_who_only_describes_others_takes_no_part(text, trigger, parts):
    assert told(text, trigger)[0] == parts


def test_who_discloses_a_meeting_takes_no_part_in_it():
    text = "Presidents Ana Rey and Luis Sol met in Lima on Monday. The White House announced the meeting on Tuesday."
    assert ("White House", "source") not in told(text, "meeting")[0]


def test_nobody_mediates_where_no_word_says_so():
    text = "Nigerian Foreign Minister Luis Sol, who chaired the ministerial session, spoke in Abuja."
    assert ("Luis Sol", "mediator") not in told(text, "session")[0]


def test_help_with_another_act_is_no_aid():
    read = read_text("Russia drew up the plan with the help of Turkey and Iran.")
    assert not [one for one in read.event_mentions if one.plover_type == "AID"]
