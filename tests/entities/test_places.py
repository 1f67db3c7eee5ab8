"""Places, peoples and venues in text."""

import pytest

from assets.entities import load_pipeline

PLACES = frozenset({"GPE", "LOC", "FAC", "NORP"})


def places(text: str) -> list[tuple[str, str, str | None]]:
    return [(ent.text, ent.label_, ent._.country) for ent in load_pipeline()(text).ents if ent.label_ in PLACES]


CASES = [
    ("Ties between Russia and China grow.", [("Russia", "GPE", "RUS"), ("China", "GPE", "CHN")]),
    ("the United Mexican States signed", [("United Mexican States", "GPE", "MEX")]),
    ("U.S.-Mexico relations", [("U.S.", "GPE", "USA"), ("Mexico", "GPE", "MEX")]),
    ("help us in the US", [("US", "GPE", "USA")]),
    ("the People’s Republic of China thanked", [("People’s Republic of China", "GPE", "CHN")]),
    ("Cuban officials in the Aztec country", [("Cuban", "NORP", "CUB"), ("Aztec country", "GPE", "MEX")]),
    ("Latin America and the Caribbean agree", [("Latin America and the Caribbean", "LOC", None)]),
    ("He flew to Mexico City.", [("Mexico City", "GPE", "MEX")]),
    ("A visit to the Republic of Korea ended.", [("Republic of Korea", "GPE", "KOR")]),
    ("talks in St. Petersburg failed", [("St. Petersburg", "GPE", "RUS")]),
    ("at Miraflores Palace, in Caracas,", [("Miraflores Palace", "FAC", "VEN"), ("Caracas", "GPE", "VEN")]),
    ("landed at Ben Gurion Airport", [("Ben Gurion Airport", "FAC", "ISR")]),
    ("talks at Dulles International Airport", [("Dulles International Airport", "FAC", None)]),
    ("a summit in Nice", [("Nice", "GPE", "FRA")]),
    ("Nice words were said.", []),
    ("It will end in March.", []),
    ("the community of Caribbean\xa0states", [("Caribbean", "LOC", None)]),
    ("BEIJING, May 3 (Xinhua) --", [("BEIJING", "GPE", "CHN")]),
    # names that two countries share
    ("A Congolese minister flew to Brazzaville.", [("Congolese", "NORP", "COG"), ("Brazzaville", "GPE", "COG")]),
    ("A Congolese minister flew to Kigali.", [("Congolese", "NORP", "COD"), ("Kigali", "GPE", "RWA")]),
    ("The DPRK thanked the Korean envoys.", [("DPRK", "GPE", "PRK"), ("Korean", "NORP", "PRK")]),
    ("The ROK thanked the Korean envoys.", [("ROK", "GPE", "KOR"), ("Korean", "NORP", "KOR")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_places(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert places(text) == expected


@pytest.mark.parametrize(
    "text", ["John Bolton said so.", "Ali Bagheri Kani arrived.", "Michael Jordan spoke.", "Secretary Austin left."]
)
def test_a_surname_is_no_city(text: str) -> None:
    assert places(text) == []
