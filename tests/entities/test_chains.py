"""Chains: who is the same as whom, and which phrases mean them."""

import pytest

from assets.entities import load_pipeline
from assets.entities.extensions import Chain


def chains(text: str, label: str) -> dict[str, Chain]:
    return {chain.name: chain for chain in load_pipeline()(text)._.chains if chain.label == label}


def nominals(text: str) -> dict[str, list[str]]:
    doc = load_pipeline()(text)
    return {
        chain.name: [doc[start:end].text for start, end in chain.nominals] for chain in doc._.chains if chain.nominals
    }


SAME = [
    ("President Andrés López Obrador spoke. Lopez Obrador left.", "Andrés López Obrador", 2),
    ("Francisco Arias Gil spoke. Arias left.", "Francisco Arias Gil", 2),
    ("Egyptian President Abdel Fattah el-Sisi spoke. Sisi left.", "Abdel Fattah el-Sisi", 2),
    ("Lavrov said so. Russian Foreign Minister Sergey Lavrov left.", "Sergey Lavrov", 2),
    ("Opposition leader Lee Jae-myung spoke. Lee left. Matthew Lee reported.", "Lee Jae-myung", 2),
    ("President (Joe) Biden spoke. Biden left.", "Joe Biden", 2),
    # of several of one surname whoever is in office, and called so before
    ("First Lady Ana Kos left. President Ivan Kos spoke. Leo Kos was absent. Kos agreed.", "Ivan Kos", 2),
    ("Secretary of State Ana Kos left. Former President Ivan Kos spoke. Kos agreed.", "Ana Kos", 2),
    ("Raul Sol left. Sol spoke. Fidel Sol stayed. Sol agreed.", "Raul Sol", 3),
    ("Lech Kos spoke. Jarek Kos, his twin brother, left. Kos agreed.", "Lech Kos", 2),
    ("President Nawaz Sharif spoke. Maryam Nawaz Sharif left.", "Maryam Nawaz Sharif", 1),
    ("Javad Zarif visits Oslo. Mohammad Javad Zarif left.", "Mohammad Javad Zarif", 2),
    ("Philippine President Marcos spoke. Imee Marcos left.", "Imee Marcos", 1),
]


@pytest.mark.parametrize(("text", "name", "count"), SAME)
def test_short_names_join_the_fuller_one(text: str, name: str, count: int) -> None:
    assert len(chains(text, "PERSON")[name].mentions) == count


def test_father_and_son_stay_apart() -> None:
    text = "President Luis Gil spoke. The president of the association, Luis Gil Paz, agreed. Gil left."
    assert {name: len(chain.mentions) for name, chain in chains(text, "PERSON").items()} == {
        "Luis Gil": 2,
        "Luis Gil Paz": 1,
    }


def test_names_of_a_country_are_one_chain() -> None:
    found = chains("The United States and Cuba spoke. The U.S. agreed with the USA.", "GPE")
    assert {name: len(chain.mentions) for name, chain in found.items()} == {"United States": 3, "Cuba": 1}
    assert found["United States"].country_id == "USA"


NOMINALS = [
    (
        "Mexican Foreign Minister Ana Gil met President Luis Paz. The Mexican foreign minister left.",
        {"Ana Gil": ["The Mexican foreign minister"]},
    ),
    ("Russian Foreign Minister Sergey Gil came. The Russian diplomat spoke.", {"Sergey Gil": ["The Russian diplomat"]}),
    ("President Luis Paz met Foreign Minister Ana Gil. The president spoke.", {"Luis Paz": ["The president"]}),
    ("Foreign Minister Ana Gil spoke. A foreign minister must travel.", {}),
    ("Secretary Luis Paz met Assistant Secretary Ana Gil. The Secretary spoke.", {"Luis Paz": ["The Secretary"]}),
    ("Assistant Secretary Ana Gil came. The Secretary spoke.", {}),
    ("Deputy Minister Ana Gil came. The Minister spoke.", {}),
    ("President Luis Paz met President Ana Gil. The president spoke.", {}),
    ("President Luis Paz came. The President of the United States spoke.", {}),
    ("Peruvian Foreign Minister Ana Gil spoke. The Russian foreign minister listened.", {}),
    (
        "Foreign Minister Ana Gil came. “I met Foreign Minister Luis Paz in Lima,” the foreign minister said.",
        {"Ana Gil": ["the foreign minister"]},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NOMINALS)
def test_title_phrases_mean_the_holder(text: str, expected: dict[str, list[str]]) -> None:
    assert nominals(text) == expected


def test_a_title_phrase_tells_the_country_of_its_holder() -> None:
    found = chains("Foreign Minister Ana Gil spoke. The Mexican foreign minister left.", "PERSON")
    assert found["Ana Gil"].country_id == "MEX"


def test_a_possessive_tells_the_country() -> None:
    assert chains("Spain's Pedro Gil and Vivian Paz of Singapore joined.", "PERSON")["Pedro Gil"].country_id == "ESP"
