"""Countries that chains stand for where the text does not put it into words, and which act a sentence is about."""

import pytest

from assets.entities import read_text
from assets.entities.names.leaders import country_of_leader


@pytest.mark.parametrize(
    ("name", "titles", "country"),
    [
        ("Bill Clinton", [], "USA"),
        ("Clinton", ["president"], "USA"),
        ("Clinton", [], None),
        ("Mugabe", ["president"], "ZWE"),
        ("Mugabe", ["prime minister"], "ZWE"),
        ("Omar al-Bashir", [], "SDN"),
        ("Francois Mitterand", [], "FRA"),
        ("John Lee", [], None),
        ("Suharto", ["president"], "IDN"),
        ("Ana Quirk", ["president"], None),
        ("Xenia Clinton", ["president"], None),
        ("Lula", ["president"], "BRA"),
        ("Hassan Sheikh Quirk", [], None),
        ("Hosni Mubarek", ["president"], "EGY"),
        ("Hosni Mubarek", ["ambassador"], None),
        ("Hosni bin Quirk Mubarek", [], None),
    ],
)
def test_a_leader_is_known_by_the_full_name_or_by_surname_and_title(
    name: str, titles: list[str], country: str | None
) -> None:
    assert country_of_leader(name, titles) == country


def countries(text: str) -> dict[str, str | None]:
    return {text[mention.raw_start : mention.raw_end]: mention.country_id for mention in read_text(text).mentions}


@pytest.mark.parametrize(
    ("text", "words", "country"),
    [
        ("President Clinton flew home on Friday.", "Clinton", "USA"),
        ("Sol met Foreign Minister Ana Quirk. He informed Quirk of Peru's views and left Chile.", "Ana Quirk", None),
        ("The court in Chile accused Ana Quirk of Peru of fraud.", "Ana Quirk", None),
        ("Ana Quirk of Peru and Luis Sol of Chile won.", "Ana Quirk", "PER"),
        ("President Bill Clinton spoke. The Peruvian President left Chile.", "Bill Clinton", "USA"),
        ("Fighting went on in Chechnya on Monday.", "Chechnya", "RUS"),
        ("Aid is on its way to Darfur.", "Darfur", "SDN"),
        ("The talks broke down in the West Bank.", "West Bank", "PSE"),
        ("The Supreme Court of Chad freed two ministers.", "Supreme Court", "TCD"),
        ("Sailors died in the South China Sea.", "South China Sea", None),
        ("They met on the Gulf of Mexico.", "Gulf of Mexico", None),
        ("Peru's Foreign Office spokesperson Ana Ruiz spoke.", "Foreign Office", "PER"),
        ("UN Secretary-General Antonio Guterres spoke.", "Guterres", None),
        ("The Latin American governments agreed.", "Latin American", None),
        ("The Organization of American States agreed.", "American States", None),
        ("The South American Common Fund was founded.", "American", None),
    ],
)
def test_what_lies_in_one_country_stands_for_it(text: str, words: str, country: str | None) -> None:
    found = [each for name, each in countries(text).items() if words in name]
    assert found == [country]


def sides(text: str) -> tuple[str, set[tuple[str, str | None]]]:
    """Type of the surest event, with the country of each participant by its part."""
    found = read_text(text)
    event = max(found.event_mentions, key=lambda each: each.confidence)
    named = {mention.mention_id: mention.country_id for mention in found.mentions}
    taken = {
        (str(argument.participation), named[argument.mention_id])
        for argument in found.event_arguments
        if argument.event_mention_id == event.event_mention_id
    }
    return str(event.plover_type), taken


@pytest.mark.parametrize(
    ("text", "plover_type", "part"),
    [
        ("Rebels in Chad attacked Sudan on Monday.", "ASSAULT", ("source", "TCD")),
        ("President Mugabe condemned Zambia on Friday.", "ACCUSE", ("source", "ZWE")),
        ("Peru rejected a request from Chile to extradite the general.", "REJECT", ("target", "CHL")),
        ("Peru said on Monday that Chile must withdraw its troops.", "REQUEST", ("target", "CHL")),
        ("Egyptian police arrested forty Sudanese workers on Sunday.", "COERCE", ("target", "SDN")),
    ],
)
def test_the_main_act_has_its_sides(text: str, plover_type: str, part: tuple[str, str]) -> None:
    kind, taken = sides(text)
    assert (kind, part in taken) == (plover_type, True)
