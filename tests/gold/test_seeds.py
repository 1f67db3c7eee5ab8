"""The five seeds against their gold: what the product must get right."""

from pathlib import Path

import pytest

from pipelines.evaluation import MEETINGS, evaluate, matched, read_gold, words_of

GOLD_FILE = Path(__file__).parent / "seeds.jsonl"
GOLD = read_gold(GOLD_FILE)


def main_meeting(article):
    """The first meeting of the article's gold, and who takes part."""
    event = next(event for event in article["events"] if event["type"] == "CONSULT" and not event.get("background"))
    return event, {words_of(actor["actor"]) for actor in [*event["sources"], *event["targets"]]}


@pytest.mark.parametrize("article", GOLD, ids=lambda article: article["file"][:3])
def test_the_main_meeting_is_told_with_its_participants_and_day(seeds, article):
    event, people = main_meeting(article)
    everyone = {words_of(person["name"]) for person in article["people"]}
    document_id = seeds.execute(
        "select document_id from star.dim_document where ends_with(source_uri, ?)", [article["file"]]
    ).fetchone()[0]
    told = seeds.execute(MEETINGS, [document_id]).fetchall()
    right = [row for row in told if people <= {matched(words_of(name), everyone) for name in row[2]}]
    assert right, f"{people} in none of {told}"
    days = {day for _, day, _ in right}
    if event["date_text"]:
        assert event["date"] in days or event["date"] is None
    else:
        assert days <= {event["date"], None}, "a day the article does not tell"


def test_no_person_is_invented_and_hardly_one_is_missed(seeds):
    score = evaluate(seeds, GOLD)["people"]
    assert [line for line in score.wrong if "invented" in line] == []
    assert score.recall >= 0.95  # the tweet is no part of the body, and it alone names one


@pytest.mark.parametrize("name", ["title", "published_on", "publisher", "dateline_city"])
def test_metadata_is_right_or_null(seeds, name):
    assert [line for line in evaluate(seeds, GOLD)[name].wrong if "invented" in line] == []


@pytest.mark.parametrize("article", GOLD, ids=lambda article: article["file"][:3])
def test_furniture_is_not_in_the_body(seeds, article):
    body = seeds.execute(
        "select document.body from documents.document as document inner join star.dim_document as known "
        "using (document_id) where ends_with(known.source_uri, ?)",
        [article["file"]],
    ).fetchone()[0]
    furniture = [line.strip("* \n<>•") for line in article["boilerplate_lines"]]
    assert [line for line in furniture if len(line) >= len("google plus") and line in body] == []


def test_meetings_are_part_of_the_visit_on_which_they_were_held(seeds):
    rows = (
        seeds.cursor()
        .execute("""
        select visit.participants, list(meeting.participants)
        from star.bridge_event_relation as relation
        inner join marts.meeting as meeting on meeting.event_id = relation.event_id
        inner join marts.meeting as visit on visit.event_id = relation.related_event_id
        where relation.relation = 'part_of' and meeting.realis = 'asserted'
        group by all
    """)
        .fetchall()
    )
    ((visit, meetings),) = rows
    assert set(visit.split("; ")) == {"Venezuela", "Alicia Bárcena"}
    assert len(meetings) == 2
    assert all("Alicia Bárcena" in each and "Rander Peña" in each for each in meetings)


def test_an_office_names_its_organization(seeds):
    rows = (
        seeds.cursor()
        .execute("""
        select actor.name, organization.name
        from star.dim_office as office
        inner join star.dim_actor as actor on actor.actor_id = office.actor_id
        inner join star.dim_actor as organization on organization.actor_id = office.organization_actor_id
    """)
        .fetchall()
    )
    assert ("Rander Peña", "Ministry of Foreign Affairs") in rows
