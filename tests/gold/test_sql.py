"""The questions of docs/sql, answered on the seeds."""

import datetime as dt
from pathlib import Path

import duckdb
import pytest

from warehouse.home import PROJECT

FOLDER = PROJECT / "docs" / "sql"
MONDAY = dt.date(2023, 10, 16)
ATTENDED = {"Nicolás Maduro", "Alicia Bárcena", "Cilia Flores", "Rander Peña", "Francisco Arias Cárdenas"}


def answer(seeds: duckdb.DuckDBPyConnection, name: str) -> list[tuple[object, ...]]:
    return seeds.cursor().execute((FOLDER / f"{name}.sql").read_text(encoding="utf-8")).fetchall()


def column(seeds: duckdb.DuckDBPyConnection, name: str, place: int = 0) -> set[object]:
    return {row[place] for row in answer(seeds, name)}


NAMED = {
    "seeds/01_who_attended_at_miraflores": ATTENDED,
    "seeds/02_whom_she_met_before": {"Delcy Rodríguez", "Rander Peña"},
    "seeds/04_with_whom_cai_wei_met": {
        "Nicolás Maduro",
        "Capaya Rodríguez",
        "Carlos Faría",
        "Venezuela-China Parliamentary Friendship Group",
    },
    "seeds/05_the_ambassador_present": {"Li Baorong"},
    "seeds/07_whom_else_she_met_in_washington": {"Amos Hochstein", "Deb Haaland"},
    "seeds/09_the_american_delegation": {
        "Antony Blinken",
        "Alejandro Mayorkas",
        "Elizabeth Sherwood-Randall",
        "Ken Salazar",
    },
    "seeds/10_the_mexican_participants": {
        "Alicia Bárcena",
        "Luis Crescencio Sandoval",
        "Rafael Ojeda Durán",
        "Rosa Icela Rodríguez",
        "Luisa María Alcalde",
        "Esteban Moctezuma",
    },
}


@pytest.mark.parametrize(("name", "people"), NAMED.items(), ids=list(NAMED))
def test_who(seeds, name, people):
    assert column(seeds, name) == people


def test_where_and_when_the_dialogue_resumes_and_who_facilitates_it(seeds):
    assert set(answer(seeds, "seeds/03_where_the_dialogue_resumes")) == {(dt.date(2023, 10, 17), "Barbados", "Norway")}


def test_what_was_thanked_for_and_what_was_not_asked(seeds):
    ((thanks,),) = answer(seeds, "seeds/06_what_faria_thanked_china_for")
    assert "unconditional support" in thanks
    assert "Covid-19" in thanks
    ((words,),) = answer(seeds, "seeds/11_was_anything_asked_of_mexico")
    assert "did not make any “particular” request" in words


def test_the_figure_of_trade(seeds):
    assert [row[1:] for row in answer(seeds, "seeds/08_the_trade_figure")] == [(800e9, "USD", True)]


def test_whom_lavrov_met_and_was_to_meet(seeds):
    assert set(answer(seeds, "seeds/12_the_tour_of_lavrov")) == {
        ("asserted", "Marcelo Ebrard", "MEX"),
        ("asserted", "Bruno Rodríguez", "CUB"),
        ("planned", "Jorge Arreaza", "VEN"),
    }


def test_whom_the_foreign_minister_met_in_a_year(seeds):
    rows = answer(seeds, "questions/whom_somebody_met_in_a_year")
    assert {row[0] for row in rows} == {MONDAY}
    assert any(str(row[1]).startswith("Miraflores") and all(name in str(row[2]) for name in ATTENDED) for row in rows)


def test_which_events_are_about_migration(seeds):
    sentences = column(seeds, "questions/which_events_are_about_a_topic", 2)
    assert any("the issue of migration was addressed" in str(sentence) for sentence in sentences)


def test_how_two_countries_got_on(seeds):
    rows = answer(seeds, "questions/cooperation_by_pair_and_month")
    assert (dt.date(2023, 10, 1), "MEX", "VEN") in {row[:3] for row in rows}


def test_what_foreign_ministers_said(seeds):
    assert column(seeds, "questions/quotes_of_sitting_foreign_ministers") >= {
        "Alicia Bárcena",
        "Sergey Lavrov",
        "Carlos Faría",
    }


def test_what_was_announced_and_never_reported_held(seeds):
    rows = {row[:3] for row in answer(seeds, "questions/announced_and_never_reported_held")}
    assert (dt.date(2023, 10, 17), "Barbados", "Unitary Platform; Venezuela") in rows


def test_what_rests_on_one_state_media_story(seeds):
    assert column(seeds, "questions/what_rests_on_one_state_media_story", 2) == {"Radio Habana Cuba"}


def test_one_account_disagrees_with_nothing(seeds):
    assert answer(seeds, "questions/where_accounts_disagree") == []


def test_where_somebody_was(seeds):
    places = column(seeds, "questions/itinerary_of_a_leader", 1)
    assert {"Miraflores Presidential Palace, Caracas", "National Palace, Mexico City", "Washington"} <= places


def test_sums_of_money(seeds):
    assert [row[:3] for row in answer(seeds, "questions/money_by_currency")] == [("USD", 2, 800e9)]


def test_a_delegation_with_its_offices(seeds):
    offices = {(row[0], row[3]) for row in answer(seeds, "questions/a_delegation_and_its_offices")}
    assert ("Alejandro Mayorkas", "Secretary of Homeland Security") in offices
    assert ("Ken Salazar", "US ambassador to Mexico") in offices


def test_the_sentences_of_a_meeting(seeds):
    rows = answer(seeds, "questions/show_the_sentence")
    text = next((PROJECT / "seeds" / "articles").glob("000_*.txt")).read_text(encoding="utf-8")
    assert rows
    assert all(" ".join(text[row[1] : row[2]].split()) == " ".join(str(row[4]).split()) for row in rows)


def test_every_question_is_tested():
    source = Path(__file__).read_text(encoding="utf-8")
    files = {str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.glob("*/*.sql")}
    assert {name for name in files if f'"{name}"' not in source} == set()
