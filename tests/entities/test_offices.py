"""Offices: what they are by function, whether they are held, and which government or institution they are of."""

import pytest

from assets.entities import load_pipeline, read_text
from assets.entities.names.publishing import government_of, origin_of


def holders(text: str, government: str | None = None, origin: str | None = None) -> list[tuple[str, str | None]]:
    """Office and country of each person whose title is found, in order."""
    doc = load_pipeline().make_doc(text)
    doc._.government, doc._.origin = government, origin
    return [(ent._.role.title, ent._.role.country_id) for ent in load_pipeline()(doc).ents if ent._.role]


FUNCTIONS = [
    ("The Indian Foreign Secretary, Ana Ruiz, spoke.", "foreign secretary"),
    ("British Foreign Secretary David Ruiz spoke.", "foreign minister"),
    ("The Indian High Commissioner, Ana Ruiz, spoke.", "ambassador"),
    ("U.N. High Commissioner for Refugees Ana Ruiz spoke.", "high commissioner"),
    ("Qatar's Minister of State for Foreign Affairs, Ana Ruiz, spoke.", "minister of state"),
    ("Ethiopian State Minister Ana Ruiz spoke.", "minister of state"),
    ("The Egyptian Assistant Foreign Minister, Ana Ruiz, spoke.", "assistant foreign minister"),
    ("Assistant Secretary for Near Eastern Affairs Ana Ruiz spoke.", "assistant secretary of state"),
    ("The Turkish chargé d'affaires, Ana Ruiz, spoke.", "chargé d'affaires"),
    ("EU Special Representative Ana Ruiz spoke.", "special representative"),
    ("The director for North America, Ana Ruiz, spoke.", "head of department"),
    ("Angola's chief of the General Staff, General Luis Ruiz, spoke.", "chief of general staff"),
    ("Joint Secretary Ana Ruiz spoke.", "joint secretary"),
    ("Deputy spokesperson Ana Ruiz spoke.", "deputy spokesperson"),
    ("President-elect Ana Ruiz spoke.", "president"),
    ("Thank you to Representative Ana Ruiz.", "member of parliament"),
]


@pytest.mark.parametrize(("text", "title"), FUNCTIONS)
def test_function_of_an_office(text: str, title: str) -> None:
    assert [found for found, _ in holders(text)] == [title]


STATUSES = [
    ("Peruvian Foreign Minister Ana Ruiz spoke.", "current"),
    ("Peru's acting foreign minister, Ana Ruiz, spoke.", "acting"),
    ("Caretaker Prime Minister Ana Ruiz spoke.", "acting"),
    ("Peru's President-elect Ana Ruiz spoke.", "elect"),
    ("Prime Minister-designate Ana Ruiz spoke.", "elect"),
    ("Former President Ana Ruiz spoke.", "former"),
    ("The then-president Ana Ruiz spoke.", "former"),
]


@pytest.mark.parametrize(("text", "status"), STATUSES)
def test_status_of_an_office(text: str, status: str) -> None:
    found = next(row for row in read_text(text).mentions if row.role_title)
    assert (found.role_status, found.role_is_former) == (status, status == "former")


INSTITUTIONS = [
    ("OAS Secretary General Luis Ruiz spoke.", "OAS"),
    ("Luis Ruiz, Secretary-General of the OAS, spoke.", "OAS"),
    ("Luis Ruiz, Administrator, Federal Emergency Management Agency, spoke.", "Federal Emergency Management Agency"),
    ("Peruvian President Luis Ruiz spoke.", None),
]


@pytest.mark.parametrize(("text", "organization"), INSTITUTIONS)
def test_institution_of_an_office(text: str, organization: str | None) -> None:
    rows = read_text(text).mentions
    found = next(row for row in rows if row.role_title)
    chains = {row.chain_id for row in rows if row.text == organization}
    assert found.role_organization == organization
    assert {found.role_organization_chain_id} - {None} == chains


PORTFOLIOS = [
    ("Peruvian Minister of Trade Ana Ruiz spoke.", "trade"),
    ("Qatar's Minister of State for Foreign Affairs, Ana Ruiz, spoke.", "foreign affairs"),
    ("Peruvian President Ana Ruiz spoke.", None),
]


@pytest.mark.parametrize(("text", "portfolio"), PORTFOLIOS)
def test_portfolio_of_an_office(text: str, portfolio: str | None) -> None:
    assert next(row.role_portfolio for row in read_text(text).mentions if row.role_title) == portfolio


UNTOLD = [
    ("President Ana Ruiz spoke with Peruvian President Luis Paz.", "USA", ["USA", "PER"]),
    ("Secretary Luis Paz visits Morocco, where he will meet Foreign Minister Ana Ruiz.", "USA", ["USA", "MAR"]),
    ("Secretary Luis Paz visits Morocco and Algeria to meet Foreign Minister Ana Ruiz.", "USA", ["USA", None]),
    ("We thank Senators Ana Ruiz and Luis Paz.", "USA", ["USA", "USA"]),
    ("Peru is represented by its foreign minister, Ana Ruiz.", None, ["PER"]),
    ("Ukraine thanked President Ana Ruiz.", None, [None]),
    ("Ukraine thanked Senator Ana Ruiz.", None, [None]),
    ("ESPN President Luis Paz spoke in Peru.", "USA", [None]),
]


@pytest.mark.parametrize(("text", "government", "countries"), UNTOLD)
def test_country_that_no_title_names(text: str, government: str | None, countries: list[str | None]) -> None:
    assert [country for _, country in holders(text, government)] == countries


AT_HOME = [
    ("Foreign Minister Ana Ruiz spoke.", "foreign minister", "LKA"),
    ("In Ghana, Foreign Minister Ana Ruiz spoke.", "foreign minister", "GHA"),
    ("India and Ghana thanked Foreign Minister Ana Ruiz.", "foreign minister", None),
    ("President Ana Ruiz spoke of India.", "president", None),
    ("Chief of Army Staff Ana Ruiz met the guests from India.", "chief of general staff", "LKA"),
    ("Joint Secretary Ana Ruiz spoke.", "joint secretary", "LKA"),
    ("Foreign Office spokesperson Ana Ruiz spoke.", "spokesperson", "LKA"),
    ("In Ghana, Special Adviser Ana Ruiz spoke.", "adviser", None),
]


@pytest.mark.parametrize(("text", "title", "country"), AT_HOME)
def test_a_minister_of_the_country_in_which_it_is_written(text: str, title: str, country: str | None) -> None:
    assert holders(text, origin="LKA") == [(title, country)]


DOMAINS = [
    ("state.gov", "USA"),
    ("travel.state.gov", "USA"),
    ("foreign.gov.lk", "LKA"),
    ("gob.mx", "MEX"),
    ("www.gov.uk", "GBR"),
    ("abcnews.go.com", None),
    ("example.org", None),
    (None, None),
]


@pytest.mark.parametrize(("domain", "country"), DOMAINS)
def test_government_that_publishes_on_a_domain(domain: str | None, country: str | None) -> None:
    assert government_of(domain) == country


ORIGINS = [
    (None, "news.example.lk", "Colombo", "LKA"),
    (None, "news.example.lk", None, "LKA"),
    ("Xinhua", None, "Cairo", None),
    (None, "example.com", "Cairo", None),
]


@pytest.mark.parametrize(("publisher", "domain", "city", "country"), ORIGINS)
def test_country_in_which_a_document_is_written(
    publisher: str | None, domain: str | None, city: str | None, country: str | None
) -> None:
    assert origin_of(publisher, domain, city) == country
