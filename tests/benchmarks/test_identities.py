"""What is the same across articles of the gold set, set beside what resolution finds."""

from collections.abc import Iterator

import pytest

from benchmarks import documents, fact_gold, identities

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


@pytest.mark.usefixtures("two_accounts")
def test_every_kind_has_its_figures():
    names = identities.scores()
    assert {f"{kind}/all/b_cubed_f1" for kind in identities.KINDS} <= names.keys()
    assert names["person/all/things"] == len(identities._links("person", identities.EVERY).gold)


@pytest.mark.usefixtures("two_accounts")
def test_planned_and_held_are_two_groups():
    groups = set(identities._links("event", identities.EVERY).gold.values())
    assert {group.rpartition("ahead")[1] or group.rpartition("done")[1] for group in groups} <= {"ahead", "done"}
    assert any(group.endswith("done") for group in groups)
