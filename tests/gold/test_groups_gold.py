"""The groups of articles fit their gold: places that are there, stories for all, and each group in one split."""

import re
from collections import Counter

import pytest

from assets.documents.reading import read_document
from benchmarks.group_gold import EVENT, GOLD_FILE, GROUPS, KINDS, PERSON, STATEMENT, group_in, groups

FOLDERS = sorted(GROUPS.iterdir())


@pytest.fixture(params=groups(), ids=lambda group: group.name)
def group(request):
    return request.param


def test_every_folder_is_a_group_of_one_split():
    assert [one.name for one in groups()] == [folder.name for folder in FOLDERS]
    assert {one.split for one in groups()} == {"dev", "test"}
    assert len(groups()) == 15


def test_folders_hold_articles_and_gold_alone():
    for folder in FOLDERS:
        names = {path.name for path in folder.iterdir()} - {GOLD_FILE}
        assert all(re.fullmatch(r"\d_\w+\.txt", name) for name in names), folder
        assert len({name[0] for name in names}) == len(names), folder


def test_words_stand_where_they_are_marked(group):
    for same in group.same:
        for member in same.members:
            text, (start, end) = group.texts[member.article], member.span
            assert text[start:end] == member.words
            assert not re.match(r"\w", text[end:])
            assert not re.search(r"\w\Z", text[:start])


def test_every_article_belongs_to_a_story(group):
    assert group.stories.keys() == group.texts.keys()


def test_no_place_is_marked_for_two_things(group):
    for kind in KINDS:
        places = Counter((member.article, member.span) for same in group.of_kind(kind) for member in same.members)
        assert max(places.values(), default=1) == 1


def test_names_are_of_one_thing_each(group):
    assert max(Counter((same.kind, same.name) for same in group.same).values()) == 1


def test_people_and_statements_are_marked_in_articles(group):
    assert group.of_kind(PERSON)
    assert all({m.article for m in same.members} > {same.members[0].article} for same in group.of_kind(STATEMENT))


def test_events_have_a_nature_and_relations_have_events(group):
    events = {same.name: same.event for same in group.of_kind(EVENT)}
    assert all(events.values())
    assert {end for one, _, other in group.relations for end in (one, other)} <= events.keys()


def test_articles_are_read_under_identifiers_of_their_own():
    read = [read_document(text).document for one in groups() for text in one.texts.values()]
    assert None not in read
    assert len({document.document_id for document in read}) == len(read)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("person Nobody | 1: not there", "stands 0 times"),
        ("person Nobody | 1: Lima#3", "stands 2 times"),
        ("person Nobody | 2: Lima", "'2'"),
        ("person Nobody", "no members"),
        ("people Nobody | 1: Lima", "no kind"),
        ("event E1 CONSULT.meeting done 2023-03-14 Lima | 1: met", "done"),
        ("event E1 CONSULT.meeting asserted 14 March | 1: met", "no event"),
        ("relation E1 before E2", "no relation"),
    ],
)
def test_a_line_that_cannot_be_understood_is_named(tmp_path, line, says):
    (tmp_path / "1_wire.txt").write_text(
        "Ministers meet\n\nLIMA - They met in Lima. Lima was warm.\n", encoding="utf-8"
    )
    (tmp_path / GOLD_FILE).write_text(f"story 1 s1\n{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"line 2: ") as error:
        group_in(tmp_path)
    assert says in str(error.value)
