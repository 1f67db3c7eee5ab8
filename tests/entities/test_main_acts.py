"""Which act a sentence is mainly about, of which type it is, and who stands on its sides."""

import pytest

from assets.entities import read_text
from assets.entities.events.event_kinds import planned_type
from assets.entities.events.event_lexicon import triggers
from warehouse.tables.entities import EventMention, PloverType, Realis


def main_event(text: str) -> EventMention:
    (event,) = [event for event in read_text(text).event_mentions if event.is_main]
    return event


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Peru rejected a request from Chile to extradite the general.", "rejected"),
        ("The Danish minister resigned on Friday as unions threatened to paralyse the ports.", "resigned"),
        ("Chad has released two French pilots whom its army arrested in March.", "released"),
        ("Students in Chile went on strike on Monday to demand the resignation of the minister.", "strike"),
        ("Norway defended Iceland on Friday against British criticism of its fishermen.", "defended"),
    ],
)
def test_a_sentence_is_about_its_main_clause(text: str, word: str) -> None:
    assert word in main_event(text).trigger_text


def test_every_sentence_that_tells_events_has_one_main_event() -> None:
    text = "Peru condemned Chile and thanked Cuba. Norway urged Chad to free the hostages. It rained in Lima."
    events = read_text(text).event_mentions
    sentences = {event.sentence_text for event in events}
    assert len(sentences) == 2
    assert sorted(event.sentence_text for event in events if event.is_main) == sorted(sentences)


def test_a_demand_of_one_modal_verb_is_told_once() -> None:
    events = read_text(
        "Angolan rebels said that President Dos Santos must agree to withdraw his troops."
    ).event_mentions
    assert [event.is_main for event in events if event.trigger_text == "must"] == [True]


@pytest.mark.parametrize(
    ("plover_type", "planned"),
    [
        (PloverType.CONSULT, PloverType.AGREE),
        (PloverType.AID, PloverType.AGREE),
        (PloverType.SANCTION, PloverType.THREATEN),
        (PloverType.PROTEST, PloverType.THREATEN),
        (PloverType.REQUEST, PloverType.REQUEST),
        (PloverType.THREATEN, PloverType.THREATEN),
    ],
)
def test_what_is_still_to_come_is_a_promise_or_a_threat(plover_type: PloverType, planned: PloverType) -> None:
    assert planned_type(plover_type) is planned


@pytest.mark.parametrize(
    ("text", "plover_type"),
    [
        ("Drivers in Chile flouted a decree of the governor on Monday.", "REJECT"),
        ("Peru lifted the night curfew in Ayacucho on Friday.", "CONCEDE"),
        ("A magistrate in Oslo ordered two Swedish bankers to testify about the loan.", "REQUEST"),
        ("Kenya threw two Swedish aid workers out of the country.", "SANCTION"),
        ("Hackers from Brazil defaced the website of the Chilean ministry.", "COERCE"),
        ("Gambia has sent three inspectors to Senegal on Monday to examine the bridge.", "ACCUSE"),
        ("Portugal mounted a long-feared invasion of Guinea on Sunday.", "ASSAULT"),
        ("The league said it will boycott Bolivian goods unless the embassy apologizes.", "THREATEN"),
        ("Egypt said it would expel all diplomats from Qatar if the broadcasts went on.", "THREATEN"),
        ("Croatia will not sign the border treaty with Slovenia, its minister said.", "REJECT"),
        ("Kenyan police opened fire on protesters in the town of Moyale.", "ASSAULT"),
        ("Thai and Cambodian troops traded fire along the border.", "ASSAULT"),
        ("Chad and Sudan exchanged forty prisoners on Friday.", "RETREAT"),
        ("Chad and Sudan carried out a new prisoner swap on Saturday.", "RETREAT"),
        ("President Novak wrapped up a two-day visit to Ghana.", "CONSULT"),
        ("Togo closed all but one of its border crossings with Ghana.", "SANCTION"),
        ("Togo gave twenty Ghanaian diplomats until Sunday to leave the country.", "SANCTION"),
        ("The visit to Togo was called off after talks with Ghanaian officials.", "CONSULT"),
        ("Togo vowed to respond in kind if Ghana raised its tariffs.", "THREATEN"),
        ("Togo denied entry to the speaker of the Ghanaian parliament.", "REJECT"),
        ("Rebels in Togo declared a unilateral cease-fire on Sunday.", "RETREAT"),
        ("Togo and Ghana have been trading accusations over the border.", "ACCUSE"),
        ("Togo calls back all its diplomats from Ghana.", "SANCTION"),
        ("The Maldivian envoy to Togo was summoned on Monday over the remarks.", "ACCUSE"),
        ("Ambassador Novak has presented letters of credence to President Sol of Togo.", "CONSULT"),
        ("Some opposition was voiced by Togo and Ghana.", "ACCUSE"),
        ("Togo lashed out at Ghana over the dam.", "ACCUSE"),
        ("Togo called in the Ghanaian ambassador on Monday.", "ACCUSE"),
        ("Togo took Ghana to the World Court over the dam.", "ACCUSE"),
        ("Togo took exception to the remarks of the Ghanaian minister.", "ACCUSE"),
        ("Togo assented to a request from Ghana for two new consulates.", "AGREE"),
        ("Togo shrugged off the warnings of Ghana.", "REJECT"),
        ("Togo shot down a proposal from Ghana on fishing.", "REJECT"),
        ("Togo called off the visit of the Ghanaian president.", "REJECT"),
        ("Togo backtracked on its decision about the Ghanaian traders.", "CONCEDE"),
        ("Togo and Ghana penned a memorandum on fishing on Monday.", "SUPPORT"),
        ("Togo has mended its ties with Ghana.", "SUPPORT"),
        ("Togo scrapped the tariffs on cement from Ghana.", "RETREAT"),
        ("Togo ordered twelve tanks from Ghana.", "COOPERATE"),
        ("Togo gifted ten buses to Ghana.", "AID"),
        ("Togo lobbied Ghana for a new loan.", "REQUEST"),
        ("Togo expelled hundreds of Ghanaian migrants.", "COERCE"),
        ("Togo rained missiles on the port of Tema.", "ASSAULT"),
    ],
)
def test_type_of_the_main_act(text: str, plover_type: str) -> None:
    assert main_event(text).plover_type == plover_type


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Peru continued to lend money to Bolivia in the spring.", Realis.ASSERTED),
        ("Gunmen tried to assassinate Colombian governor Luis Sol on Friday.", Realis.ASSERTED),
        ("Peru will lend money to Bolivia in the spring.", Realis.PLANNED),
        ("Peru said that it would close its embassy in Chile.", Realis.PLANNED),
        ("Croatia will not sign the border treaty with Slovenia, its minister said.", Realis.ASSERTED),
    ],
)
def test_realis_of_the_main_act(text: str, realis: Realis) -> None:
    assert main_event(text).realis is realis


def sides(text: str) -> set[tuple[str, str | None]]:
    """The country of each participant of the main event by its part."""
    found, event = read_text(text), main_event(text)
    country = {mention.mention_id: mention.country_id for mention in found.mentions}
    return {
        (str(one.participation), country[one.mention_id])
        for one in found.event_arguments
        if one.event_mention_id == event.event_mention_id
    }


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("The Vatican said that French and Italian ships must rescue the sailors.", ("target", "ITA")),
        ("Kenya threw two Swedish aid workers out of the country.", ("target", "SWE")),
        ("Kenya Friday imposed a curfew in the town of Lamu.", ("source", "KEN")),
        ("Thousands protested in Lima against the killing of farmers by Bolivian soldiers.", ("target", "BOL")),
        ("Peru complained to the United Nations over two Chilean raids.", ("target", "CHL")),
        ("Students went on hunger strike on Monday to demand the release of President Mugabe.", ("target", "ZWE")),
        ("Norway is willing to send ships to help defend Iceland.", ("target", "ISL")),
        ("Malta is pressing for Libya to accept the plan.", ("target", "LBY")),
        ("Conscripts in Peru mutinied at a barracks in Lima on Sunday.", ("source", "PER")),
        ("Serbian police were involved in the killing of Croatian villagers.", ("source", "SRB")),
    ],
)
def test_sides_of_the_main_act(text: str, part: tuple[str, str]) -> None:
    assert part in sides(text)


def test_a_sure_row_means_one_type_only() -> None:
    sure = {trigger.pattern for trigger in triggers() if trigger.is_sure}
    assert "<congratulate>" in sure
    assert "<support>" not in sure
