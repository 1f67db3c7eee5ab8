import datetime as dt
import random

import pytest

from tests.resolution.cases import DAY, mention, resolved


def actor_names(*rows):
    """Name of the actor of each chain, by document and chain."""
    found, tied = resolved(rows)
    names = {actor.actor_id: actor.name for actor in found}
    by_chain = {item.chain_id: names[item.actor_id] for item in tied}
    return [by_chain.get(row.chain_id) for row in rows]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("Nicolás Maduro", "VEN"), ("NICOLAS MADURO", None), True),
        (("Antony J. Blinken", "USA"), ("Antony Blinken", "USA"), True),
        (("Andrés Manuel López Obrador", "MEX"), ("Andrés López Obrador", None), True),
        (("Nicolás Maduro", "VEN"), ("Nicolás Maduro Guerra", "VEN"), False),
        (("Delcy Rodríguez", "VEN"), ("Capaya Rodríguez", "VEN"), False),
        (("Joe Biden", "USA"), ("Biden", "USA"), True),
        (("Joe Biden", "USA"), ("Joseph R. Biden Jr.", None), True),
        (("Joe Biden", "USA"), ("James Biden", "USA"), False),
        (("Jen Psaki", None), ("PSAKI", None), True),
        (("Joe Biden", "USA"), ("Biden", None), True),
        (("Sergey Lavrov", "RUS"), ("Lavrov", "BLR"), False),
        (("Zelenskyy", "UKR"), ("Zelenskyy", None), True),
        (("Kim", "PRK"), ("Kim", "KOR"), False),
    ],
)
def test_people_of_two_documents_are_one_or_two(one, other, same):
    found, _ = resolved(
        [mention("a", "1", one[0], country_id=one[1]), mention("b", "1", other[0], country_id=other[1])]
    )
    assert (len(found) == 1) is same


def test_a_surname_that_two_people_bear_stays_by_itself():
    names = actor_names(
        mention("a", "1", "Delcy Rodríguez", country_id="VEN"),
        mention("b", "1", "Capaya Rodríguez", country_id="VEN"),
        mention("c", "1", "Rodríguez", country_id="VEN"),
    )
    assert names == ["Delcy Rodríguez", "Capaya Rodríguez", "Rodríguez"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the World Trade Organization", "WTO", True),
        ("U.N.", "United Nations", True),
        ("UN High Commissioner for Refugees", "UNHCR", True),
        ("World Seed Agency (WSA)", "World Seed Agency", True),
        ("U.S. Department of State", "State Department", True),
        ("Venezuelan National Assembly", "National Assembly", False),
        ("Ministry of Foreign Affairs", "Ministry of Foreign Affairs", False),
    ],
)
def test_organizations_of_two_documents_are_one_or_two(one, other, same):
    found, tied = resolved([mention("a", "1", one, "ORG"), mention("b", "1", other, "ORG")])
    assert (len(found) == 1) is same


def test_a_ministry_is_one_with_its_namesake_of_the_same_country_only():
    rows = [
        mention("a", "1", "Ministry of Foreign Affairs", "ORG", country_id="VEN"),
        mention("b", "1", "Ministry of Foreign Affairs", "ORG", country_id="VEN"),
        mention("c", "1", "Ministry of Foreign Affairs", "ORG", country_id="CHN"),
    ]
    found, _ = resolved(rows)
    assert sorted(actor.country_id for actor in found) == ["CHN", "VEN"]


def test_a_body_named_with_its_country_is_one_with_its_namesake_there():
    found, _ = resolved(
        [
            mention("a", "1", "Venezuelan National Assembly", "ORG", country_id="VEN"),
            mention("b", "1", "National Assembly", "ORG", country_id="VEN"),
            mention("c", "1", "National Assembly", "ORG", country_id="FRA"),
        ]
    )
    assert sorted(actor.country_id for actor in found) == ["FRA", "VEN"]


def test_a_surname_means_the_bearer_in_the_same_office_or_the_one_most_written_about():
    rows = [
        mention("a", "1", "Nicolás Maduro", role_title="president"),
        mention("b", "1", "Nicolás Maduro Guerra", role_title="member of parliament"),
        mention("c", "1", "Maduro", role_title="president"),
        *(mention(f"d{number}", "1", "Jill Stone") for number in range(5)),
        mention("e", "1", "Harry Stone"),
        mention("f", "1", "Stone"),
    ]
    names = actor_names(*rows)
    assert names[2] == "Nicolás Maduro"
    assert names[-1] == "Jill Stone"


def test_a_name_in_capitals_is_written_as_other_texts_write_it():
    found, _ = resolved([mention("a", "1", "PSAKI"), mention("b", "1", "ROBERT MALLEY")])
    assert sorted(actor.name for actor in found) == ["Psaki", "Robert Malley"]


def test_brackets_within_a_quotation_are_no_part_of_a_name():
    (found,), _ = resolved([mention("a", "c", "(Joe) Biden")])
    assert found.name == "Joe Biden"


def test_an_abbreviation_that_one_document_introduces_is_known_in_others():
    rows = [
        mention("a", "1", "Alliance for Blue Rivers", "ORG"),
        mention("a", "1", "ABR", "ORG", start=30),
        mention("b", "1", "ABR", "ORG"),
    ]
    found, _ = resolved(rows)
    assert [actor.name for actor in found] == ["Alliance for Blue Rivers"]


def test_countries_by_any_name_are_one_actor_and_cities_none():
    found, tied = resolved(
        [
            mention("a", "1", "United Mexican States", "GPE", country_id="MEX"),
            mention("b", "1", "Mexico", "GPE", country_id="MEX"),
            mention("b", "2", "Puebla", "GPE", country_id="MEX"),
        ]
    )
    assert [(actor.kind, actor.name, actor.country_id) for actor in found] == [("country", "Mexico", "MEX")]
    assert len(tied) == 2


def test_the_result_does_not_depend_on_the_order_of_rows():
    rows = [
        mention("a", "1", "Joe Biden", country_id="USA"),
        mention("b", "1", "Biden", country_id="USA"),
        mention("c", "1", "Andrés López Obrador"),
        mention("d", "1", "Andrés Manuel López Obrador", country_id="MEX"),
        mention("e", "1", "United Nations", "ORG"),
    ]
    expected = resolved(rows)
    for seed in range(5):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert resolved(shuffled) == expected


EARLIER, LATER = DAY - dt.timedelta(days=400), DAY + dt.timedelta(days=400)


@pytest.mark.parametrize(
    ("label", "first", "added"),
    [
        ("PERSON", "Nicolás Maduro", "Nicolás Maduro Moros"),
        ("PERSON", "Joe Biden", "Biden"),
        ("PERSON", "Sergey Lavrov", "Sergei Viktorovich Lavrov"),
        ("PERSON", "Zelenskyy", "Zelenskyy"),
        ("ORG", "the World Trade Organization", "WTO"),
    ],
)
def test_a_later_document_changes_no_identifier(label, first, added):
    known = mention("a", "1", first, label, role_title="president", country_id="VEN")
    new = mention("b", "1", added, label, role_title="president", country_id="VEN")
    (before,), _ = resolved([known], days={"a": DAY})
    (after,), _ = resolved([known, new], days={"a": DAY, "b": LATER})
    assert after.actor_id == before.actor_id


def test_the_identifier_of_what_was_merged_leads_to_the_actor():
    late = mention("b", "1", "Nicolás Maduro Moros", country_id="VEN", role_title="president")
    (before,), _ = resolved([late], days={"b": DAY})
    early = mention("a", "1", "Nicolás Maduro", country_id="VEN", role_title="president")
    (after,), tied = resolved([late, early], days={"a": EARLIER, "b": DAY})
    assert before.actor_id != after.actor_id
    assert {row.own_actor_id: row.actor_id for row in tied}[before.actor_id] == after.actor_id


def test_every_identifier_of_fewer_documents_leads_to_an_actor_of_more():
    names = [
        "Nicolás Maduro",
        "Maduro",
        "Nicolás Maduro Moros",
        "Nicolás Maduro Guerra",
        "Zelenskyy",
        "Volodymyr Zelenskyy",
    ]
    rows = [mention(f"d{number}", "1", name, country_id="VEN") for number, name in enumerate(names)]
    rows += [mention("o1", "1", "World Food Agency", "ORG"), mention("o1", "1", "WFA", "ORG", start=40)]
    rows += [mention("o2", "1", "WFA", "ORG")]
    days = {f"d{number}": DAY - dt.timedelta(days=number) for number in range(len(names))} | {
        "o1": EARLIER,
        "o2": LATER,
    }
    found, tied = resolved(rows, days=days)
    leads = {row.own_actor_id for row in tied} | {actor.actor_id for actor in found}
    random.seed(7)
    for _ in range(30):
        some = random.sample(rows, 4)
        assert {actor.actor_id for actor in resolved(some, days=days)[0]} <= leads


def test_an_abbreviation_that_one_document_introduces_is_known_in_all():
    rows = [mention("a", "1", "State Seed Agency (SSA)", "ORG"), mention("b", "1", "SSA", "ORG")]
    (found,), _ = resolved(rows)
    assert (found.name, found.aliases) == ("State Seed Agency", ["SSA"])
