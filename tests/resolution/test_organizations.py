"""Organizations: names of one body, and whose body is meant where a name does not say."""

import pytest

from assets.resolution.dealings import NO_DEALINGS, dealings
from tests.resolution.cases import DAY, account, argument, document, mention, mentions, resolved
from warehouse.frames import frame
from warehouse.tables.entities import EventArgument, Participation


def countries_of(rows, dealings=NO_DEALINGS, **written):
    """Country of the organization of each document, by the document's name; ``written`` says where and by whom."""
    texts = [document("a").model_copy(update=written)] if written else []
    found, tied = resolved(rows, texts=texts, dealings=dealings)
    countries = {actor.actor_id: actor.country_id for actor in found if actor.kind == "organization"}
    return [countries[row.actor_id] for row in tied if row.actor_id in countries]


@pytest.mark.parametrize(
    ("one", "other", "country_id", "same"),
    [
        ("Ministry of Foreign and European Affairs", "Slovenian Foreign Ministry", "SVN", True),
        ("Ministry for Europe and Foreign Affairs", "French Foreign Ministry", "FRA", True),
        ("Foreign Ministry of the Republic of Azerbaijan", "Azerbaijani Foreign Ministry", "AZE", True),
        ("Ministry of Popular Power for Foreign Affairs", "Foreign Ministry", "VEN", True),
        ("Foreign Office", "Pakistani Foreign Ministry", "PAK", True),
        ("Federal Foreign Office", "German Foreign Ministry", "DEU", True),
        ("Foreign, Commonwealth and Development Office", "British Foreign Office", "GBR", True),
        ("Itamaraty", "Brazilian Foreign Ministry", "BRA", True),
        ("Federal Ministry of Defence", "German Defense Ministry", "DEU", True),
        ("Ministry of National Defence", "Polish Defence Ministry", "POL", True),
        ("Ministry of Internal Affairs", "Ukrainian Interior Ministry", "UKR", True),
        ("Verkhovna Rada", "Ukrainian Parliament", "UKR", True),
        ("Israeli Knesset", "Knesset", "ISR", True),
        ("Duma", "Russian State Duma", "RUS", True),
        ("German Bundestag", "Bundestag", "DEU", True),
        ("Armed Forces of Ukraine", "Ukrainian Armed Forces", "UKR", True),
        ("KGB", "State Security Committee of Belarus", "BLR", True),
        ("Bundestag", "Bundesrat", "DEU", False),
        ("Ministry of Foreign Trade", "Foreign Ministry", "CUB", False),
        ("Ministry of Foreign Economic Relations", "Foreign Ministry", "UZB", False),
        ("Ministry of Defence", "Foreign Ministry", "UKR", False),
        ("Ministry of Finance", "Ministry of Economy and Finance", "FRA", False),
    ],
)
def test_names_of_one_body_of_a_country(one, other, country_id, same):
    rows = [mention(name, "1", text, "ORG", country_id) for name, text in (("a", one), ("b", other))]
    assert (len(resolved(rows)[0]) == 1) is same


@pytest.mark.parametrize("name", ["Prime Minister's Office", "Labour Party", "Armed Forces", "Constitutional Court"])
def test_what_every_country_has_is_not_one(name):
    rows = [
        mention("a", "1", name, "ORG", "GRC"),
        mention("b", "1", name, "ORG", "NOR"),
        mention("c", "1", name, "ORG"),
    ]
    assert len(resolved(rows)[0]) >= 2


def told(*named, body="Parliament", at=100, **beside):
    """A document that names a body without its country, among people and places at offsets."""
    rows = [mention("a", text, text, label, country_id, start) for text, label, country_id, start in named]
    return [*rows, mention("a", body, body, "ORG", start=at, **beside)]


@pytest.mark.parametrize(
    ("rows", "written", "country_id"),
    [
        (told(("Angelovski", "PERSON", "MKD", 70)), {}, "MKD"),
        (told(("Bulgaria", "GPE", "BGR", 0)), {"dateline_city": "Skopje"}, "MKD"),
        (told(("Oslo", "GPE", "NOR", 60)), {"dateline_city": "Colombo", "body": "." * 55 + "with Oslo"}, "LKA"),
        (told(("Oslo", "GPE", "NOR", 60)), {"dateline_city": "Colombo", "body": "." * 55 + "from Oslo"}, None),
        (told(("Radkov", "PERSON", "BGR", 70), ("Angelovski", "PERSON", "MKD", 40)), {}, None),
        (told(("Ukraine", "GPE", "UKR", 130), body="Congress"), {"publisher": "The White House"}, "USA"),
        (told(("Warsaw", "GPE", "POL", 80)), {"publisher": "The White House"}, "POL"),
        (told(("Kyiv", "GPE", "UKR", 80), body="Congress"), {}, None),
        (
            told(("Lanka", "GPE", "LKA", 80), ("India", "GPE", "IND", 0), body="Ministry of External Affairs"),
            {"dateline_city": "Colombo"},
            "IND",
        ),
        (told(body="Department of Chemistry"), {"publisher": "The White House"}, None),
        (told(body="Department of Education"), {"publisher": "The White House"}, "USA"),
        (told(("Russia", "GPE", "RUS", 0), body="KGB"), {"publisher": "The White House"}, "RUS"),
        (told(body="Communist Party"), {"publisher": "The White House"}, None),
        (told(("Manila", "GPE", "PHL", 20), body="Embassy"), {}, None),
        (told(), {}, None),
    ],
)
def test_whose_body_is_meant(rows, written, country_id):
    assert countries_of(rows, **written) == [country_id]


def test_an_ambassador_is_not_the_officer_of_the_ministry_that_summons_him():
    ambassador = mention("a", "2", "Plamen Stoichev", country_id="BGR", start=60, role_title="ambassador")
    assert countries_of([ambassador, *told(body="Foreign Ministry")], dateline_city="Moscow") == ["RUS"]
    assert countries_of([ambassador, *told(body="Foreign Ministry")]) == [None]


def test_a_foreign_ministry_deals_with_other_countries():
    rows = told(("Norland", "GPE", "NOR", 70), ("Peru", "GPE", "PER", 120), body="Foreign Office")
    assert countries_of(rows) == [None]
    summoned = argument(account("a"), "Foreign Office").model_copy(update={"mention_id": rows[-1].mention_id})
    envoy = argument(account("a"), "Peru").model_copy(
        update={"mention_id": rows[1].mention_id, "participation": Participation.TARGET}
    )
    found = dealings(frame(EventArgument, [summoned, envoy]), mentions(*rows))
    assert found == {rows[-1].chain_id: {"PER"}}
    assert countries_of(rows, dealings=found) == ["NOR"]


def test_an_officer_known_from_other_documents_tells_whose_body_it_is():
    rows = told(("Kuwait", "GPE", "KWT", 80), body="Foreign Ministry", at=100)
    officer = mention("a", "2", "Muthanna al-Jubouri", start=120).model_copy(
        update={"role_organization_chain_id": rows[-1].chain_id}
    )
    known = mention("b", "2", "Muthanna al-Jubouri", country_id="IRQ")
    ministry = mention("b", "1", "Iraqi Foreign Ministry", "ORG", "IRQ", start=60)
    assert countries_of([*rows, officer, known, ministry]) == ["IRQ", "IRQ"]
    assert countries_of([*rows, officer]) != ["IRQ"]


def test_the_country_told_later_changes_no_identifier():
    bare = mention("a", "1", "Parliament", "ORG", start=40)
    angelovski = mention("a", "2", "Zhivko Angelovski", start=10)
    (before, *_), _ = resolved([bare], days={"a": DAY})
    known = mention("b", "2", "Zhivko Angelovski", country_id="MKD")
    _, tied = resolved([bare, angelovski, known], days={"a": DAY})
    assert before.actor_id in {row.actor_id for row in tied}
