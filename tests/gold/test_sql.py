"""The questions of docs/sql, answered on the seeds."""

import datetime as dt
import shutil
from pathlib import Path

import duckdb
import pytest

from warehouse.connect import sealed
from warehouse.home import PROJECT, Home

FOLDER = PROJECT / "docs" / "sql"
MONDAY = dt.date(2023, 10, 16)
ATTENDED = {"Nicolás Maduro", "Alicia Bárcena", "Cilia Flores", "Rander Peña", "Francisco Arias Cárdenas"}


def question(name: str) -> str:
    return (FOLDER / f"{name}.sql").read_text(encoding="utf-8")


def answer(seeds: duckdb.DuckDBPyConnection, name: str) -> list[tuple[object, ...]]:
    return seeds.cursor().execute(question(name)).fetchall()


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


def test_who_raised_migration(seeds):
    rows = answer(seeds, "questions/who_raised_a_topic")
    raised = {
        (row[2], words) for row in rows for words in ("told reporters", "Regular migration") if words in str(row[3])
    }
    assert raised == {("Mexico", "told reporters"), ("United States", "Regular migration")}  # Bárcena, then Blinken
    assert not [row for row in rows if "migration was addressed" in str(row[3])]  # by both sides


def test_a_topic_of_all_has_no_country(seeds):
    query = (
        "select distinct bridge.raised_by_country_id from star.bridge_event_topic as bridge"
        " inner join star.dim_topic as topic on topic.topic_id = bridge.topic_id and topic.context = 'migration'"
        " inner join star.fact_event_mention as told on told.event_id = bridge.event_id"
        " where told.sentence_text like '%the issue of migration was addressed%'"
    )
    assert seeds.cursor().execute(query).fetchall() == [(None,)]


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
    assert places >= {
        "Miraflores Presidential Palace, Caracas",
        "National Palace, Mexico City",
        "State Department, Washington",
    }


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


def what_changed(home: Home) -> list[tuple[object, ...]]:
    with sealed(home, with_before=True) as connection:
        return connection.execute(question("questions/what_changed_between_two_builds")).fetchall()


def republished(folder: Path, *generations: Path) -> Home:
    """A home whose generations are copies of these files, the last one published."""
    home = Home(folder)
    home.warehouse.mkdir()
    for number, file in enumerate(generations):
        shutil.copy(file, home.warehouse / f"chancery-{number}.duckdb")
    home.published.symlink_to(f"chancery-{len(generations) - 1}.duckdb")
    return home


def test_one_article_more_and_a_name_that_was_decided_change_what_they_tell_and_nothing_else(grown):
    changes = what_changed(grown)
    meeting = "CONSULT meeting, asserted, 2023-10-16, Miraflores"
    assert [
        (kind, change, before, now) for kind, change, _, _, before, now in changes if kind in ("actor", "office")
    ] == [
        ("actor", "added", None, "Leopoldo Ruiz, person, MEX"),
        ("actor", "changed", "Cai Wei, person, CHN", "Wei Cai, person, CHN"),
        ("office", "added", None, "Leopoldo Ruiz: ambassador of MEX, from 2023-10-18, current"),
    ]
    ((_, _, document_id, _, _, document),) = [row for row in changes if row[0] == "document"]
    assert document.startswith("2023-10-18, Mexican foreign minister leaves Venezuela, ")
    ((_, change, event_id, former_id, before, now),) = [row for row in changes if row[0] == "event"]
    assert (change, former_id) == ("changed", None)
    assert before.startswith(meeting)
    assert before.endswith("(documents: 1, independent: 1)")
    assert now.startswith(meeting)
    assert now.endswith("(documents: 2, independent: 2)")
    ((_, change, of_event_id, _, _, part),) = [row for row in changes if row[0] == "participant"]
    assert (change, of_event_id) == ("added", event_id)
    assert part.startswith(f"Leopoldo Ruiz as attendee, ambassador of MEX in {meeting}")


def test_what_one_build_adds_the_way_back_removes(grown, tmp_path):
    current, before = grown.generations
    opposite = {"added": "removed", "removed": "added", "changed": "changed"}
    there = {(kind, change, key, was, now) for kind, change, key, _, was, now in what_changed(grown)}
    back = what_changed(republished(tmp_path, current, before))
    assert {(kind, opposite[change], key, now, was) for kind, change, key, _, was, now in back} == there


def test_two_builds_of_the_same_do_not_differ(built, tmp_path):
    published = built[0].published.resolve()
    assert what_changed(republished(tmp_path, published, published)) == []


AN_ACTOR = "(select actor_id from star.dim_actor where name = 'Cai Wei')"


@pytest.mark.parametrize(
    ("rewritten", "changes"),
    [
        (
            [
                f"update {table} set {column} = 'anew' where {column} = {AN_ACTOR}"
                for table, column in (
                    ("resolution.actor_mention", "actor_id"),
                    ("star.bridge_event_participant", "actor_id"),
                    ("star.dim_office", "actor_id"),
                    ("star.fact_quote", "speaker_actor_id"),
                    ("star.dim_actor", "actor_id"),
                )
            ],
            [("actor", "changed", True)],
        ),
        (
            [
                "create temp table meeting as select min(event_id) as event_id from marts.meeting",
                *(
                    f"update star.{table} set event_id = 'anew' where event_id in (from meeting)"
                    for table in (
                        "fact_event",
                        "fact_event_mention",
                        "bridge_event_participant",
                        "bridge_event_relation",
                    )
                ),
            ],
            [("event", "changed", True)],
        ),
        (
            ["delete from star.fact_quote where quote_id = (select min(quote_id) from star.fact_quote)"],
            [("quotation", "removed", False)],
        ),
        (
            [
                "insert into star.bridge_event_relation"
                " select min(event_id), max(event_id), 'realised_by' from marts.meeting"
            ],
            [("relation", "added", False)],
        ),
        (
            [
                "update star.bridge_event_participant set participation = 'mediator' where (event_id, actor_id) ="
                " (select min((event_id, actor_id)) from star.bridge_event_participant)"
            ],
            [("participant", "changed", False)],
        ),
        (
            [
                "update star.dim_document set is_current = false"
                " where document_id = (select min(document_id) from star.dim_document)"
            ],
            [("document", "changed", False)],
        ),
        (["alter table star.dim_actor add column wikidata_id varchar"], []),
    ],
    ids=["an actor's id", "an event's id", "a quotation", "a relation", "a part", "a version", "a column"],
)
def test_each_change_is_one_row(built, tmp_path, rewritten, changes):
    published = built[0].published.resolve()
    home = republished(tmp_path, published, published)
    with duckdb.connect(str(home.published.resolve())) as connection:
        for statement in rewritten:
            connection.execute(statement)
    assert [(kind, change, former_id is not None) for kind, change, _, former_id, _, _ in what_changed(home)] == changes


def test_every_question_is_tested():
    source = Path(__file__).read_text(encoding="utf-8")
    files = {str(path.relative_to(FOLDER).with_suffix("")) for path in FOLDER.glob("*/*.sql")}
    assert {name for name in files if f'"{name}"' not in source} == set()
