"""What is the same across articles of the gold set, set beside what resolution finds."""

import dataclasses
from collections.abc import Iterator

import pytest

from benchmarks import documents, fact_gold, group_gold, identities
from benchmarks.group_gold import EVENT, ORGANIZATION, PERSON, STATEMENT, STORY, GoldEvent, Member, Same
from benchmarks.link_scores import Links
from tests.benchmarks.told_text import event, span
from warehouse.tables.entities import PloverType, Realis

GROUP, OF_TEST_SPLIT = "g02_blantyre_nacala", "g01_montevideo_minsk"
COPIES, OWN_ACCOUNT = ("1", "2", "4"), "3"  # articles of the group
MEETING = ("written/karadeniz_cairo_held.txt", "written/karadeniz_cairo_nile.html")  # two outlets tell it


@pytest.fixture(scope="module")
def two_accounts() -> Iterator[None]:
    """The gold set as if it had two articles."""
    with pytest.MonkeyPatch.context() as patch:
        every = documents.gold_documents
        patch.setattr(
            documents,
            "gold_documents",
            lambda split: [(source, gold) for source, gold in every(split) if gold.annotation.key in MEETING],
        )
        read = fact_gold.compared.__wrapped__()
        patch.setattr(identities, "compared", lambda: read)
        identities._resolved.cache_clear()
        yield
    identities._resolved.cache_clear()


def clear_groups() -> None:
    for read in (identities._group_articles, identities._resolved_groups, identities._group_stories):
        read.cache_clear()


@pytest.fixture(scope="module")
def one_group() -> Iterator[None]:
    """The gold set as if it had one group."""
    with pytest.MonkeyPatch.context() as patch:
        group = group_gold.group_in(group_gold.GROUPS / GROUP)
        patch.setattr(group_gold, "groups", lambda: (group,))
        clear_groups()
        yield
    clear_groups()


@pytest.mark.usefixtures("two_accounts")
def test_people_of_two_articles_are_one_group_each():
    links = identities._links("person", identities.EVERY)
    minister = [
        links.gold["written/karadeniz_cairo_held.txt", "c5"],
        links.gold["written/karadeniz_cairo_nile.html", "c1"],
    ]
    assert minister == ["Sherif El-Mansoury"] * 2
    assert links.gold.keys() == {
        (key, chain)
        for key in MEETING
        for chain, value in identities._names()[key].chains.items()
        if value.kind == "person"
    }


@pytest.mark.usefixtures("two_accounts", "one_group")
def test_every_kind_has_its_figures():
    names = identities.scores()
    assert {f"{kind}/all/b_cubed_f1" for kind in identities.KINDS} <= names.keys()
    assert {f"groups_{kind}/dev/b_cubed_f1" for kind in group_gold.KINDS} <= names.keys()
    assert 0 <= names["groups_person/dev/wrong_merges_free"] <= 1
    assert not [name for name in names if name.startswith("groups_") and "/test/" in name]
    assert names["person/all/things"] == len(identities._links("person", identities.EVERY).gold)


@pytest.mark.usefixtures("two_accounts")
def test_planned_and_held_are_two_groups():
    groups = set(identities._links("event", identities.EVERY).gold.values())
    assert {group.rpartition("ahead")[1] or group.rpartition("done")[1] for group in groups} <= {"ahead", "done"}
    assert any(group.endswith("done") for group in groups)


@pytest.mark.usefixtures("one_group")
def test_copies_of_one_text_are_one_story():
    links = identities._group_links(STORY, "dev")
    stories = {thing[0].rpartition(" ")[2]: story for thing, story in links.gold.items()}
    assert len({stories[number] for number in COPIES}) == 1
    assert stories[OWN_ACCOUNT] not in {stories[number] for number in COPIES}
    assert links.found.keys() == links.gold.keys()


@pytest.mark.usefixtures("one_group")
def test_everybody_marked_is_scored_found_or_not():
    (group,) = group_gold.groups()
    links = identities._group_links(PERSON, "dev")
    assert len(links.gold) == sum(len(same.members) for same in group.of_kind(PERSON))
    assert set(links.gold.values()) == {f"{GROUP} {same.name}" for same in group.of_kind(PERSON)}


@pytest.mark.usefixtures("one_group")
@pytest.mark.parametrize("kind", [EVENT, STATEMENT])
def test_tellings_are_scored_where_they_are_found(kind):
    links = identities._group_links(kind, "dev")
    assert links.gold.keys() == links.found.keys() != set()


@pytest.mark.usefixtures("one_group")
@pytest.mark.parametrize("kind", [PERSON, ORGANIZATION, EVENT, STATEMENT])
def test_headlines_are_not_scored(kind):
    (group,) = group_gold.groups()
    for article, place in identities._group_links(kind, "dev").gold:
        assert int(place.partition(" ")[0]) > group.texts[article.rpartition(" ")[2]].index("\n")


@pytest.mark.usefixtures("one_group")
def test_organizations_are_the_same_in_all_groups():
    assert "UNHCR" in identities._group_links(ORGANIZATION, "dev").gold.values()


@pytest.mark.usefixtures("two_accounts", "one_group")
def test_errors_are_those_of_dev_groups(monkeypatch):
    (group,) = group_gold.groups()
    of_test_split = dataclasses.replace(group, name=OF_TEST_SPLIT)
    monkeypatch.setattr(group_gold, "groups", lambda: (of_test_split,))
    clear_groups()
    assert identities._group_links(STORY, "test").gold
    assert not [line for line in identities.errors() if line.startswith("groups_")]
    clear_groups()


LEAD = "Ada Bell met Bo Lee in Oslo and agreed to open the border."
AFTER = "The talks took an hour."
TOLD = f"{LEAD} {AFTER}"


@pytest.mark.parametrize(
    ("marked", "found", "pairs"),
    [
        (("met",), [("met", LEAD, "CONSULT")], {0: "met"}),
        (("met",), [("met", LEAD, "AGREE")], {}),
        (("met",), [("agreed", LEAD, "CONSULT")], {0: "agreed"}),  # in its sentence
        (("met",), [("agreed", LEAD, "CONSULT"), ("met", LEAD, "CONSULT")], {0: "met"}),
        (("met",), [("talks", AFTER, "CONSULT")], {}),
        (("met", "agreed"), [("met", LEAD, "CONSULT")], {0: "met"}),
        (("met", "talks"), [("talks", AFTER, "CONSULT"), ("met", LEAD, "CONSULT")], {0: "met", 1: "talks"}),
    ],
)
def test_events_found_tell_the_marked_ones_one_to_one(marked, found, pairs):
    nature = GoldEvent(PloverType.CONSULT, "meeting", Realis.ASSERTED, None, "Oslo")
    members = [Member("1", words, span(TOLD, words)) for words in marked]
    same = [(Same(EVENT, f"E{at}", (member,), nature), member) for at, member in enumerate(members)]
    events = [event(TOLD, trigger, kind, sentence, event_mention_id=trigger) for trigger, sentence, kind in found]
    assert group_gold.event_pairs(same, events) == pairs


@pytest.mark.parametrize(
    ("found", "merged"),
    [
        ({"Anna": "x", "Anna again": "x", "Hanna": "y", "Bo": "z"}, set()),
        ({"Anna": "x", "Anna again": "y", "Hanna": "y", "Bo": "z"}, {"g1"}),
        ({"Anna": "x", "Anna again": "x", "Hanna": "y", "Bo": "x"}, set()),  # of another group
        ({"Anna": "x"}, set()),
    ],
)
def test_two_people_of_a_group_have_two_actors(found, merged):
    things = {
        "Anna": ("g1 1", "0 Anna"),
        "Anna again": ("g1 2", "0 A."),
        "Hanna": ("g1 2", "9 H."),
        "Bo": ("g2 1", "0 Bo"),
    }
    people = {"Anna": "g1 Anna", "Anna again": "g1 Anna", "Hanna": "g1 Hanna", "Bo": "g2 Bo"}
    links = Links(
        {things[name]: person for name, person in people.items()},
        {things[name]: actor for name, actor in found.items()},
    )
    assert identities._wrong_merges(links) == merged
