"""Who is meant by an office without a name."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from assets.resolution.holder_table import NO_HOLDERS, HolderTable
from assets.resolution.holders import NEAR_DAYS, SPELL_DAYS, actors_and_holders, with_holders
from assets.resolution.people import name_key
from tests.resolution.cases import DAY, document, mention, mentions, span
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.tables.documents import Document
from warehouse.tables.entities import EventArgument, Mention, Participation, RoleStatus
from warehouse.tables.office_mentions import OfficeMention
from warehouse.tables.resolution import Actor, ActorMention, ListedOffice

OFFICE = "the Ruritanian Foreign Minister"
HEADER = "name,title,country,institution,start_on,end_on,source"


def office(
    document: str,
    title: str = "foreign minister",
    country_id: str | None = "UKR",
    text: str = OFFICE,
    status: RoleStatus = RoleStatus.CURRENT,
    body: str | None = None,
    year: int | None = None,
) -> OfficeMention:
    return OfficeMention(
        chain_id=stable_id(document, "office"),
        document_id=stable_id(document),
        text=text,
        **span(text),
        role_title=title,
        country_id=country_id,
        role_organization_chain_id=stable_id(document, body) if body else None,
        role_status=status,
        earliest_year=year,
        confidence=0.8,
    )


def named(
    document: str, name: str, title: str = "foreign minister", country_id: str = "UKR", former: bool = False
) -> Mention:
    return mention(document, name, name, country_id=country_id, role_title=title, is_former=former)


@dataclass(frozen=True)
class Rows:
    """What is resolved, row by row."""

    actors: list[Actor]
    mentions: list[ActorMention]
    listed: list[ListedOffice]


def resolved(
    offices: Sequence[OfficeMention],
    rows: Sequence[Mention],
    days: dict[str, int | None],
    table: HolderTable = NO_HOLDERS,
) -> Rows:
    """What is resolved, of documents published so many days after ``DAY``."""
    told = {name: None if after is None else DAY + dt.timedelta(days=after) for name, after in days.items()}
    documents = frame(Document, [document(name, day) for name, day in told.items()])
    found = actors_and_holders(mentions(*rows), frame(OfficeMention, offices), documents, table=table)
    return Rows(
        [Actor.model_validate(row) for row in found.actors.iter_rows(named=True)],
        [ActorMention.model_validate(row) for row in found.mentions.iter_rows(named=True)],
        [ListedOffice.model_validate(row) for row in found.listed.iter_rows(named=True)],
    )


def holder(found: Rows, document: str = "d") -> tuple[str, str] | None:
    """Name of the actor and method of the office of a document."""
    names = {actor.actor_id: actor.name for actor in found.actors}
    tied = {row.chain_id: (names[row.actor_id], row.method.value) for row in found.mentions}
    return tied.get(stable_id(document, "office"))


def table(path, *lines: str) -> HolderTable:
    file = path / "office_holders.csv"
    file.write_text("\n".join([HEADER, *lines]), encoding="utf-8")
    return HolderTable.read(file)


KULEBA, SYBIHA = "Dmytro Kuleba", "Andrii Sybiha"

# days of documents that name Kuleba and Sybiha as ministers, day of the one that names nobody, who is meant
SPELLS = [
    ([-3], [], 0, KULEBA),
    ([3], [], 0, KULEBA),
    ([-NEAR_DAYS], [], 0, KULEBA),
    ([-NEAR_DAYS - 1], [], 0, None),
    ([-100, 100], [], 0, KULEBA),
    ([-SPELL_DAYS, 1 + NEAR_DAYS], [], 0, None),
    ([-100], [100], 0, None),
    ([-10], [10], 0, None),
    ([-10], [100], 0, KULEBA),
    ([-100], [10], 0, SYBIHA),
    ([-10, 10], [5], 0, None),
    ([0], [0], 0, None),
    ([], [], 0, None),
    ([0], [], None, None),
    ([None], [], 0, None),
]


@pytest.mark.parametrize(("first", "second", "day", "meant"), SPELLS)
def test_who_held_the_office_that_day(first, second, day, meant):
    days = {f"{name} {after}": after for name, told in ((KULEBA, first), (SYBIHA, second)) for after in told}
    rows = [named(document, document.rsplit(" ", 1)[0]) for document in days]
    found = holder(resolved([office("d")], rows, {**days, "d": day}))
    assert found == ((meant, "office_holder") if meant else None)


OTHERS = [
    ({"former": True}, {}),
    ({"title": "president"}, {}),
    ({"country_id": "POL"}, {}),
    ({"title": "deputy foreign minister"}, {"title": "deputy foreign minister"}),
    ({"title": "ambassador"}, {"title": "ambassador"}),
    ({}, {"status": RoleStatus.ACTING}),
    ({}, {"country_id": None}),
]


@pytest.mark.parametrize(("of_person", "of_office"), OTHERS)
def test_nobody_is_meant_by_another_office(of_person, of_office):
    assert holder(resolved([office("d", **of_office)], [named("k", KULEBA, **of_person)], {"k": 0, "d": 0})) is None


@pytest.mark.parametrize(
    ("text", "meant"), [("the Energy Minister of Peru", "Ana Sol"), ("Peru's Minister of Mines", None)]
)
def test_ministers_of_other_matters_are_others(text, meant):
    row = named("k", "Ana Sol", "energy minister", "PER").model_copy(update={"role_text": "Minister of Energy"})
    found = holder(resolved([office("d", "energy minister", "PER", text)], [row], {"k": 0, "d": 0}))
    assert found == ((meant, "office_holder") if meant else None)


@pytest.mark.parametrize(("year", "meant"), [(DAY.year, KULEBA), (DAY.year + 5, KULEBA), (DAY.year - 1, None)])
def test_what_is_told_of_an_earlier_year_is_of_whoever_held_the_office_then(year, meant):
    found = holder(resolved([office("d", year=year)], [named("k", KULEBA)], {"k": 0, "d": 0}))
    assert found == ((meant, "office_holder") if meant else None)


def test_a_surname_alone_may_be_somebody_elses():
    rows = [named("k", "Kuleba"), mention("m", "c", "Mykola Kuleba", country_id="UKR", role_title="moderator")]
    days = {"k": 0, "m": 0, "d": 0, "f": 900}
    assert holder(resolved([office("d")], rows, days)) is None
    assert holder(resolved([office("d")], [*rows, named("f", "Mykola Kuleba")], days)) == (
        "Mykola Kuleba",
        "office_holder",
    )


def test_a_body_has_a_head_too():
    rows = [mention(name, "NATO", "NATO", label="ORG") for name in ("k", "d")]
    head = named("k", "Jens Stoltenberg", "secretary-general", "NOR")
    rows.append(head.model_copy(update={"role_organization_chain_id": rows[0].chain_id}))
    found = resolved([office("d", "secretary-general", None, "the NATO chief", body="NATO")], rows, {"k": 0, "d": 0})
    assert holder(found) == ("Jens Stoltenberg", "office_holder")


def test_the_order_of_documents_changes_nothing():
    rows = [named("a", KULEBA), named("b", SYBIHA), named("c", KULEBA)]
    offices = [office("d"), office("e")]
    days = {"a": 0, "b": 200, "c": 40, "d": 20, "e": 190}
    found = resolved(offices, rows, days)
    assert found == resolved(offices[::-1], rows[::-1], dict(reversed(days.items())))
    assert [holder(found, name) for name in "de"] == [(KULEBA, "office_holder"), (SYBIHA, "office_holder")]


def test_an_identifier_leads_to_its_actor():
    rows = [named("a", "Dmitro Kuleba"), named("b", KULEBA)]
    found = resolved([office("d")], rows, {"a": 5, "b": 0, "d": 0})
    assert {row.actor_id for row in found.mentions} == {
        row.actor_id for row in found.mentions if row.chain_id == stable_id("d", "office")
    }
    assert len({row.own_actor_id for row in found.mentions}) == 2


def test_a_list_tells_who_held_an_office(tmp_path):
    lines = (
        f"{KULEBA},Foreign Minister,UKR,,2020-03-04,2024-09-05,rada",
        f"{SYBIHA},Foreign Minister,UA,,2024-09-05,,rada",
    )
    found = resolved(
        [office("d"), office("e"), office("f")], [], {"d": 0, "e": 400, "f": -9999}, table(tmp_path, *lines)
    )
    assert [holder(found, name) for name in "def"] == [(KULEBA, "listed_holder"), (SYBIHA, "listed_holder"), None]
    assert [(row.line, row.country_id, row.source) for row in found.listed] == [(2, "UKR", "rada"), (3, "UKR", "rada")]


def test_a_list_names_the_people_of_documents(tmp_path):
    listed = table(tmp_path, "Dmitro Kuleba,Minister of Foreign Affairs,UKR,,2020-03-04,,")
    found = resolved([office("d")], [named("a", KULEBA, "minister")], {"a": 0, "d": 9000}, listed)
    (actor,) = found.actors
    assert actor.actor_id == stable_id("actor", "person", name_key(KULEBA))
    assert holder(found) == (actor.name, "listed_holder")


def test_a_list_decides_between_those_whom_documents_name_but_not_against_them(tmp_path):
    listed = table(tmp_path, f"{KULEBA},Foreign Minister,UKR,,2020-03-04,,")
    rows = [named("a", KULEBA), named("b", SYBIHA)]
    assert holder(resolved([office("d")], rows, {"a": 0, "b": 0, "d": 0}, listed)) == (KULEBA, "listed_holder")
    assert holder(resolved([office("d")], rows[1:], {"b": 0, "d": 0}, listed)) is None


def test_two_listed_for_one_day_are_nobody(tmp_path):
    lines = (f"{KULEBA},Foreign Minister,UKR,,2020-03-04,,", f"{SYBIHA},Foreign Minister,UKR,,2020-03-04,,")
    assert holder(resolved([office("d")], [], {"d": 0}, table(tmp_path, *lines))) is None


def test_the_head_of_a_body_can_be_listed(tmp_path):
    listed = table(
        tmp_path, "Jens Stoltenberg,Secretary General,,North Atlantic Treaty Organization,2014-10-01,2024-10-01,"
    )
    rows = [mention("d", "NATO", "NATO", label="ORG")]
    found = resolved([office("d", "secretary-general", None, "the NATO chief", body="NATO")], rows, {"d": 0}, listed)
    assert holder(found) == ("Jens Stoltenberg", "listed_holder")


def test_whom_no_document_means_a_list_does_not_bring_in(tmp_path):
    found = resolved(
        [], [named("a", "Ana Sol")], {"a": 0}, table(tmp_path, f"{KULEBA},Foreign Minister,UKR,,2020-03-04,,")
    )
    assert ([actor.name for actor in found.actors], found.listed) == (["Ana Sol"], [])


def test_the_holder_takes_part_where_the_office_did():
    rows = [
        EventArgument(
            event_mention_id=stable_id("event"),
            chain_id=stable_id(chain),
            participation=Participation.SOURCE,
            mention_id=stable_id(chain, "mention"),
            office_chain_id=stable_id("office") if chain == "Ukraine" else None,
            confidence=0.9,
        )
        for chain in ("Ukraine", "Sol")
    ]
    arguments = frame(EventArgument, rows)
    (tied,) = resolved([office("d")], [named("k", KULEBA)], {"k": 0, "d": 0}).mentions[-1:]
    meant = frame(ActorMention, [tied.model_copy(update={"chain_id": stable_id("office")})])
    assert with_holders(arguments, meant)["chain_id"].to_list() == [stable_id("office"), stable_id("Sol")]
    assert with_holders(arguments, meant.clear())["chain_id"].to_list() == [stable_id("Ukraine"), stable_id("Sol")]
