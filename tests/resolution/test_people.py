"""Which names of several documents are one person's, and which must stay apart."""

import datetime as dt

import pytest

from tests.resolution.cases import mention, resolved

FM, PRESIDENT, DEPUTY = "foreign minister", "president", "member of parliament"


def persons(*named: tuple[str, str | None, str | None], together: bool = False) -> int:
    """Number of people among names, each with its country and office; in a document each, or all in one."""
    rows = [
        mention(
            "a" if together else f"d{number}",
            f"c{number}",
            name,
            country_id=country,
            role_title=role,
            start=100 * number,
        )
        for number, (name, country, role) in enumerate(named)
    ]
    found, _ = resolved(rows)
    return len(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Sherif El-Mansoury", "EGY", FM), ("Sharif Al-Mansouri", "EGY", FM)),
        (("Gennady Chernyakov", "RUS", FM), ("Guennadi Cherniakov", "RUS", FM)),
        (("Khaled bin Nasser al-Sulaiti", "QAT", None), ("Khalid bin Nasser Al-Sulaiti", "QAT", FM)),
        (("HIROSAWA Kenji", "JPN", FM), ("Kenji Hirosawa", None, None)),
        (("Shen Guoliang", "CHN", None), ("Shen Guo-liang", None, "special envoy")),
        (("Aïssata Diabaté Koné", "CIV", None), ("Aissata Kone Diabate", None, None)),
        (("Mercedes Olazábal", "PER", FM), ("Mercedes Olazábal Tirado", "PER", FM)),
        (("Andrés López Obrador", "MEX", None), ("Andrés Manuel López Obrador", None, None)),
        (("Fetu Mata’ele", "WSM", FM), ("Fetū Mataʻele", None, None)),
        (("Al-Sulaiti", None, None), ("Khaled bin Nasser al-Sulaiti", "QAT", None)),
        (("Tamara Dobreva", "BGR", FM), ("Tamara Dorbeva", "BGR", FM)),
        (("Tamara Dobreva", "BGR", FM), ("Tamara Dobrewa", "BGR", FM)),
        (("Uladzimir Chernyakov", "BLR", FM), ("Vladimir Cherniakov", "BLR", FM)),
        (("Abdulfattah el-Mansouri", "EGY", FM), ("Abdel Fattah Al Mansoury", "EGY", FM)),
        (("Sayyid Omar bin Saleh Al Busaidi", "OMN", FM), ("Omar Albusaidi", "OMN", FM)),
        (("Bakhtiyor Saidov", "UZB", FM), ("Baxtiyor Saidov", "UZB", FM)),
        (("Ceyhun Aghazade", "AZE", FM), ("Jeyhun Aqazade", "AZE", FM)),
        (("Nacer Bourras", "DZA", FM), ("Nasser Bourras", "DZA", FM)),
        (("Q Sol", None, None), ("Ana Sol", "PER", FM)),
        (("K. Raghunandan", "IND", FM), ("K Raghunandan", "LKA", FM)),
        (("K. Raghunandan", "IND", FM), ("Kamala Raghunandan", "IND", FM)),
        (("K. Raghunandan", "IND", FM), ("Raghunandan", "IND", None)),
        (("Zafar", "SAU", "king"), ("Zafar bin Omar Al Nuri", "SAU", "king")),
        (("Mohammed bin Zafar", "ARE", None), ("Mohammed bin Zafar Al Nuri", "ARE", PRESIDENT)),
    ],
)
def test_one_person_under_two_names(one, other):
    assert persons(one, other) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Nicolás Maduro", "VEN", PRESIDENT), ("Nicolás Maduro Guerra", "VEN", DEPUTY)),
        (("Delcy Rodríguez", "VEN", None), ("Capaya Rodríguez", "VEN", None)),
        (("Zafar", "SAU", "king"), ("Omar bin Zafar", "SAU", "crown prince")),
        (("Zafar", "SAU", "king"), ("Omar Zafar", None, None)),
        (("Zafar bin Omar Al Nuri", "SAU", None), ("Omar bin Zafar Al Nuri", "SAU", None)),
        (("Francis", "VAT", "pope"), ("Francis Sol", None, None)),
        (("Marcos", "PHL", PRESIDENT), ("Imee Marcos", None, None)),
        (("Salman bin Zafar", "ARE", None), ("Omar bin Salman bin Zafar", "ARE", None)),
        (("Tamara Dobreva", None, None), ("Tamara Dorbeva", None, None)),
        (("K. Raghunandan", "IND", FM), ("P. Raghunandan", "LKA", FM)),
        (("K. Raghunandan", "IND", FM), ("P. Raghunandan", "IND", FM)),
        (("K. Raghunandan", "IND", FM), ("Prem Raghunandan", "IND", FM)),
        (("K. Raghunandan", "IND", FM), ("K. Raghunandan", "LKA", PRESIDENT)),
        (("K. Raghunandan", "IND", FM), ("Raghunandan", "LKA", FM)),
        (("Jorge Rodríguez", "VEN", None), ("Jorge Rodrigues", "BRA", None)),
        (("Juan Marín", "ESP", FM), ("Juan Moreno", "ESP", FM)),
        (("Juan Marín", "ESP", FM), ("Juan Martín", "ESP", FM)),
        (("Juan Rodríguez", "ESP", FM), ("Juan Rodriquez", "PER", FM)),
        (("Juan Rodríguez", None, None), ("Juan Rodriquez", None, None)),
        (("Boris Petrov", "BGR", DEPUTY), ("Boris Petrova", "BGR", DEPUTY)),
        (("George W.", None, None), ("George Wells", None, None)),
        (("Hassan Ali", "SDN", FM), ("Hussein Ali", "SDN", FM)),
        (("Kim Jong Un", "PRK", None), ("Kim Jong Nam", "PRK", None)),
        (("George Bush", "USA", PRESIDENT), ("Barbara Bush", "USA", None)),
        (("Mohamed Salah", "EGY", FM), ("Mahmoud Saleh", "EGY", DEPUTY)),
    ],
)
def test_two_people_of_like_names(one, other):
    assert persons(one, other) == 2


def test_two_spellings_in_one_document_are_two_people():
    assert persons(("Idris Hamdan", "SDN", FM), ("Idriss Hamdan", "SDN", FM), together=True) == 2


def test_a_name_that_father_and_son_may_bear_joins_neither():
    named = ("Rubén Escalona", "Rubén Darío Escalona", "Rubén Escalona Brito")
    known, father, son = ((name, "PRY", None) for name in named)
    assert persons(known, father, son) == 3
    assert persons(known, father) == 1


INDIAN, LANKAN = ("IND", "Indian Foreign Minister"), ("LKA", "foreign minister of Sri Lanka")


def titled(*said: tuple[str, str | None]) -> list[str]:
    """Actor of each document's Kamala Raghunandan, whom it gives a country and a title."""
    rows = [
        mention(f"d{number}", "c", "Kamala Raghunandan", country_id=country, role_title=FM, role_text=title)
        for number, (country, title) in enumerate(said)
    ]
    days = {f"d{number}": dt.date(2023, 3, 1 + number) for number in range(len(said))}
    _, tied = resolved(rows, days=days)
    actors = {tie.chain_id: tie.actor_id for tie in tied}
    return [actors[row.chain_id] for row in rows]


def test_two_of_one_name_whose_titles_name_two_countries():
    indian, lankan, other, untold = titled(INDIAN, LANKAN, LANKAN, (None, None))
    assert indian != lankan == other == untold
    assert titled(INDIAN) == [indian]  # who came later changes no identifier


def test_of_one_name_a_country_that_no_title_names_is_a_slip():
    assert len(set(titled(INDIAN, ("LKA", "Foreign Minister")))) == 1


def test_of_one_name_a_country_that_few_titles_name_is_a_slip():
    assert len(set(titled(*[INDIAN] * 5, LANKAN))) == 1


def test_one_of_initials_is_one_person_with_an_office_or_without():
    named = [("K. Raghunandan", "IND", FM), ("K Raghunandan", "LKA", FM), ("K. Raghunandan", "IND", None)]
    rows = [
        mention(f"d{number}", "c", name, country_id=country, role_title=role)
        for number, (name, country, role) in enumerate(named)
    ]
    found, _ = resolved(rows, days={f"d{number}": dt.date(2023, 3, 1 + number) for number in range(len(rows))})
    assert len({actor.actor_id for actor in found}) == len(found) == 1


def test_a_third_of_no_known_country_joins_no_two():
    one, other = ("Mohammad Rahman", "BGD", FM), ("Mohamed Rahman", "MDV", "interior minister")
    assert persons(one, other, ("Mohammed Rahman", None, None)) == 2


def test_a_name_cut_behind_a_particle_stops_nothing():
    assert persons(("Mohamed Ali del", "EGY", FM), ("Mohamed Hasan Ali", "EGY", FM)) == 1


@pytest.mark.parametrize(
    ("company", "count"), [(("Ngo Thi Khanh", "Ngo Thi Khanh"), 1), (("Ngo Thi Khanh", "Goh Siew Lian"), 2)]
)
def test_a_shortened_name_in_the_same_company_is_the_same_person(company, count):
    names = ("Hugo Benítez", "Hugo Benítez Ocampos")
    rows = [mention(f"d{number}", "c", name) for number, name in enumerate(names)]
    rows += [mention(f"d{number}", "o", name, start=50) for number, name in enumerate(company)]
    found, _ = resolved(rows)
    assert sum("Hugo" in actor.name for actor in found) == count


def test_company_joins_nobody_of_another_office():
    rows = [mention("a", "c", "Hugo Benítez", role_title="bishop"), mention("a", "o", "Ngo Thi Khanh", start=50)]
    rows += [mention("b", "c", "Hugo Benítez Ocampos", role_title=FM), mention("b", "o", "Ngo Thi Khanh", start=50)]
    found, _ = resolved(rows)
    assert sum("Hugo" in actor.name for actor in found) == 2


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [("minister", FM, 1), ("deputy minister", FM, 2), ("deputy foreign minister", "deputy minister", 1)],
)
def test_a_title_that_says_less_may_be_the_same_office(one, other, count):
    assert persons(("Hugo Benítez", "PRY", one), ("Hugo Benítez Ocampos", None, other)) == count
