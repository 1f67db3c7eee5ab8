"""Organizations, their abbreviations and named events."""

import pytest

from assets.entities import load_pipeline


def organizations(text: str) -> list[str]:
    return [ent.text for ent in load_pipeline()(text).ents if ent.label_ == "ORG"]


CASES = [
    (
        "Secretary to the Ministry of Foreign Relations Ana Ruiz and Additional Secretary Eva Sol spoke.",
        ["Ministry of Foreign Relations"],
    ),
    (
        "Chairman of the State Committee for Border Security of Peru Amaru Quilla signed it.",
        ["State Committee for Border Security of Peru"],
    ),
    ("the head of the Border Control Agency Zulmay Qodir said", ["Border Control Agency"]),
    ("the head of the High Council for Reconciliation Maria Maria said", ["High Council for Reconciliation"]),
    ("members of the Office of Public Engagement met", ["Office of Public Engagement"]),
    ("the Board of Trustees of the Maria Sol Foundation met", ["Board of Trustees of the Maria Sol Foundation"]),
    ("the Ministry of Foreign Affairs and Worship said", ["Ministry of Foreign Affairs and Worship"]),
    ("the Ministry of Economy, Trade and Industry", ["Ministry of Economy, Trade and Industry"]),
    ("the Ministry of Finance and the Central Bank", ["Ministry of Finance", "Central Bank"]),
    ("the Ministry of Defense and President Ruto", ["Ministry of Defense"]),
    ("the Venezuelan National Assembly voted", ["Venezuelan National Assembly"]),
    ("the Chinese Ministry of Foreign Affairs", ["Chinese Ministry of Foreign Affairs"]),
    ("the Chinese Foreign Ministry said", ["Chinese Foreign Ministry"]),
    (
        "the Department for Latin America and the Caribbean of the Chinese Ministry of Foreign Affairs",
        ["Department for Latin America and the Caribbean", "Chinese Ministry of Foreign Affairs"],
    ),
    ("the Heads of State and Government of the Caribbean Community met", ["Caribbean Community"]),
    ("THE Caribbean Community met in Roseau on Monday.", ["Caribbean Community"]),
    ("the Foreign Office on Wednesday evening", ["Foreign Office"]),
    ("Organization of American States Secretary-General Luis Ruiz", ["Organization of American States"]),
    ("the U.N. and the World Trade Organization", ["U.N.", "World Trade Organization"]),
    ("the Group of 77 (G77) met", ["Group of 77", "G77"]),
    ("on the social network X that", ["X"]),
    ("the X-ray of the economy", []),
    ("the Justice and Development Party", ["Justice and Development Party"]),
    ("President Ruto and European Council members", ["European Council"]),
    ("the American Rescue Plan (ARP) and ARP funds", []),
    ("the Andean Development Forum (ADF) met. ADF said", ["Andean Development Forum", "ADF", "ADF"]),
    ("Members of the Party.", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_organizations(text: str, expected: list[str]) -> None:
    assert organizations(text) == expected


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("the end of World War II in Europe", "World War II"),
        ("the Munich Security Conference opened", "Munich Security Conference"),
        ("at the Group of 77 plus China Summit in Havana", "Group of 77 plus China Summit"),
    ],
)
def test_events(text: str, event: str) -> None:
    assert [ent.text for ent in load_pipeline()(text).ents if ent.label_ == "EVENT"] == [event]


def test_an_abbreviation_shares_the_chain_of_its_name() -> None:
    doc = load_pipeline()("The Andean Development Forum (ADF) met. The ADF agreed.")
    chain = next(chain for chain in doc._.chains if chain.label == "ORG")
    assert chain.name == "Andean Development Forum"
    assert len(chain.mentions) == 3
