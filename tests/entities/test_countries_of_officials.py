"""Whose officials a text means where their titles name no country."""

import pytest

from assets.entities import load_pipeline
from assets.entities.names.publishing import government_of, origin_of


def countries(text: str, government: str | None = None, origin: str | None = None) -> dict[str, str | None]:
    """Country that the title of each person represents, by name."""
    doc = load_pipeline().make_doc(text)
    doc._.government, doc._.origin = government, origin
    return {ent.text: ent._.role.country_id for ent in load_pipeline()(doc).ents if ent._.role}


SIDES = [
    (
        "They were joined on the Peruvian side by Foreign Minister Ana Ruiz and Ambassador Luis Rey. Chile thanked them.",
        {"Ana Ruiz": "PER", "Luis Rey": "PER"},
    ),
    (
        "The Peruvian delegation was headed by intelligence chief Ana Ruiz, while Chile sent Minister Luis Rey.",
        {"Ana Ruiz": "PER"},
    ),
    (
        "Chile received Peruvian Minister Eva Sol, accompanied by trade negotiator Ana Ruiz.",
        {"Eva Sol": "PER", "Ana Ruiz": "PER"},
    ),
    (
        "Chilean President Eva Sol met Peruvian President Luis Rey, who was accompanied by his Foreign Minister Ana Ruiz.",
        {"Ana Ruiz": "PER"},
    ),
    (
        "Chile was represented by Defence Minister Ana Ruiz and Ambassador to Unasur Luis Rey, and Peru sent nobody.",
        {"Ana Ruiz": "CHL", "Luis Rey": "CHL"},
    ),
    (
        "The talks were attended by the director for Africa, Eva Sol, and the Chilean chargé d'affaires in Lima, Ana Ruiz.",
        {"Ana Ruiz": "CHL"},
    ),
    (
        "Peruvian Prime Minister Eva Sol arrived in Chile. She leads a delegation made up of Trade Minister Ana Ruiz.",
        {"Eva Sol": "PER", "Ana Ruiz": "PER"},
    ),
    (
        "In Chile he is accompanied by Deputy Minister Ana Ruiz and the Peruvian ambassador to Chile, Luis Rey.",
        {"Ana Ruiz": "PER", "Luis Rey": "PER"},
    ),
]


@pytest.mark.parametrize(("text", "expected"), SIDES)
def test_the_side_that_a_list_is_said_to_be_on(text: str, expected: dict[str, str]) -> None:
    assert expected.items() <= countries(text).items()


AT_HOME = [
    # The text's own officials go without a country; the guests have theirs.
    (
        "Minister of Foreign Affairs Ana Ruiz met Chilean Foreign Minister Luis Rey in Lima. Peru thanked the guest.",
        None,
        None,
        {"Ana Ruiz": "PER", "Luis Rey": "CHL"},
    ),
    # Nobody whom a text introduces as the minister of a country makes it that country's.
    (
        "Chilean Foreign Minister Luis Rey spoke in Lima. Peru heard of it. Minister Ana Ruiz thanked Peru and Chile.",
        None,
        None,
        {"Luis Rey": "CHL", "Ana Ruiz": None},
    ),
    # The country named beside a minister's later mention is what is spoken of.
    (
        'Foreign Minister Ana Ruiz spoke. "Ghana\'s place is with us," Minister Ruiz stressed. Togo agreed.',
        None,
        None,
        {"Ana Ruiz": None},
    ),
    # Lima has a foreign minister of its own already, so that this one is of the country that writes.
    (
        "Peruvian Foreign Minister Luis Rey spoke. Lima protested over remarks by Foreign Minister Ana Ruiz. Chad knew.",
        None,
        "CHL",
        {"Ana Ruiz": "CHL"},
    ),
    # A guest's press, too, writes from Lima; Peruvians are called so there.
    (
        "The Crown Prince Luis Rey handed over a letter to Peruvian President Ana Ruiz. Chad knew.",
        None,
        "PER",
        {"Luis Rey": None, "Ana Ruiz": "PER"},
    ),
    (
        "Minister Eva Sol arrived in Lima and called on President Ana Ruiz and Prime Minister Luis Rey. Chile knew.",
        None,
        "CHL",
        {"Eva Sol": "CHL", "Ana Ruiz": "PER", "Luis Rey": "PER"},
    ),
    # Those of a list after the minister are the minister's, not the guest's.
    (
        "Peru's Crown Prince Luis Rey met Chilean Prime Minister Eva Sol in Peru. The Peruvian Ministry of Culture and the "
        "Peruvian Ministry of Trade spoke of ties to Chile. Present were Ana Ruiz, Minister of Foreign Affairs; and Ada "
        "Paz, Minister of Commerce.",
        None,
        None,
        {"Ada Paz": None},
    ),
    (
        "President Ana Ruiz met Peruvian President Luis Rey, joined by Secretary of Defense Eva Sol. Chile knew.",
        "USA",
        "USA",
        {"Ana Ruiz": "USA", "Luis Rey": "PER", "Eva Sol": "USA"},
    ),
]


@pytest.mark.parametrize(("text", "government", "origin", "expected"), AT_HOME)
def test_the_country_that_goes_without_saying(
    text: str, government: str | None, origin: str | None, expected: dict[str, str | None]
) -> None:
    assert expected.items() <= countries(text, government, origin).items()


def test_the_counterpart_of_a_foreign_secretary_is_not_of_the_same_country() -> None:
    text = "Foreign Secretary Ana Ruiz will go to Chad. She will meet her counterpart, Foreign Secretary Eva Sol."
    assert countries(text, origin="LKA") == {"Ana Ruiz": "LKA", "Eva Sol": "TCD"}


COUNTERPARTS = [
    "German Foreign Minister Eva Blum will meet Peruvian President Luis Rey and her Peruvian counterpart Ana Ruiz.",
    "The German foreign minister, Eva Blum, received her Peruvian peer Ana Ruiz.",
]


@pytest.mark.parametrize("text", COUNTERPARTS)
def test_a_counterpart_is_of_another_country_than_the_official_named_beside(text: str) -> None:
    titles = {ent.text: ent._.role for ent in load_pipeline()(text).ents if ent._.role}
    assert (titles["Ana Ruiz"].title, titles["Ana Ruiz"].country_id) == ("foreign minister", "PER")


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Rey of Chile met her Peruvian counterpart, President Luis Sol.",
        "President Ana Rey of Chile thanked her Peruvian host, President Luis Sol.",
        "President Ana Rey of Chile met her Peruvian colleague Prime Minister Luis Sol.",
    ],
)
def test_a_title_behind_a_counterpart_is_of_that_country(text: str) -> None:
    titles = {ent.text: ent._.role for ent in load_pipeline()(text).ents if ent._.role}
    assert titles["Luis Sol"].country_id == "PER"


@pytest.mark.parametrize(
    ("publisher", "country"), [("The White House", "USA"), ("Reuters", None), ("The Unheard-of Times", None)]
)
def test_government_that_publishes_under_its_name(publisher: str, country: str | None) -> None:
    assert government_of(None, publisher) == country


ORIGINS = [
    (None, "Seoul", "Yonhap News Agency", "KOR"),
    (None, "Tokyo", "Yonhap News Agency", None),
    (None, None, "Yonhap News Agency", None),
    ("Al Jazeera", None, None, None),
    ("Agence France-Presse", "Paris", None, "FRA"),
]


@pytest.mark.parametrize(("publisher", "city", "agency", "country"), ORIGINS)
def test_an_agency_at_home(publisher: str | None, city: str | None, agency: str | None, country: str | None) -> None:
    assert origin_of(publisher, None, city, agency) == country
