"""Files to batches."""

import datetime as dt
import hashlib
import os

import polars as pl
import pytest

from assets.raw.articles import articles, landings, read_manifest
from assets.raw.decoding import MAX_ARTICLE_BYTES
from assets.raw.landing import LandedBatch, land
from assets.raw.manifest import manifest_file
from assets.raw.sources import SourceNotFoundError
from warehouse.home import Home
from warehouse.keys import content_id, stable_id
from warehouse.tables.raw import LandingOutcome

NOON = dt.datetime(2023, 10, 17, 12, tzinfo=dt.UTC)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


def later(hours):
    return NOON + dt.timedelta(hours=hours)


def outcomes(home, batch):
    rows = landings(read_manifest(home, batch.batch_id))
    return {row.source_uri.rsplit("/", 1)[-1]: row.outcome for row in rows}


def counts(batches):
    return [(batch.new, batch.duplicate, batch.unreadable) for batch in batches]


def test_new_files_land_with_their_bytes(home, inbox):
    (inbox / "b.txt").write_bytes("Bárcena met Maduro.".encode("cp1252"))
    (inbox / "a.md").write_text("# Title\n")
    (inbox / "sub").mkdir()
    (inbox / "sub" / "c.text").write_text("Third.")
    [batch] = land(home, [inbox], NOON)
    assert (batch.new, batch.duplicate, batch.unreadable) == (3, 0, 0)
    assert batch.batch_id.startswith("20231017T120000Z-")
    rows = articles(read_manifest(home, batch.batch_id))
    assert [row.source_uri.removeprefix(inbox.as_posix()) for row in rows] == ["/a.md", "/b.txt", "/sub/c.text"]
    assert [row.encoding for row in rows] == ["utf-8", "windows-1252", "utf-8"]
    assert [row.media_type for row in rows] == ["text/markdown", "text/plain", "text/plain"]
    assert rows[1].text == "Bárcena met Maduro."
    assert rows[1].article_id == content_id(hashlib.sha256("Bárcena met Maduro.".encode("cp1252")).hexdigest())
    assert rows[1].landed_at == dt.datetime(2023, 10, 17, 12)


def test_a_second_landing_finds_nothing_new(home, inbox):
    (inbox / "a.txt").write_text("One.")
    land(home, [inbox], NOON)
    assert land(home, [inbox, inbox / "a.txt"], later(1)) == []
    os.utime(inbox / "a.txt", (1, 1))  # touched, not changed
    assert land(home, [inbox], later(2)) == []


def test_a_changed_file_is_new_and_changed_back_a_duplicate(home, inbox):
    file = inbox / "a.txt"
    file.write_text("First version.")
    land(home, [inbox], NOON)
    file.write_text("Second version, longer.")
    assert counts(land(home, [inbox], later(1))) == [(1, 0, 0)]
    file.write_text("First version.")
    [batch] = land(home, [inbox], later(2))
    assert counts([batch]) == [(0, 1, 0)]
    assert articles(read_manifest(home, batch.batch_id)) == []
    assert land(home, [inbox], later(3)) == []


def test_of_two_copies_the_first_by_name_is_new(home, inbox):
    for name in ("b.txt", "a.txt", "c.txt"):
        (inbox / name).write_text("Same text.")
    [batch] = land(home, [inbox], NOON)
    assert outcomes(home, batch) == {
        "a.txt": LandingOutcome.NEW,
        "b.txt": LandingOutcome.DUPLICATE,
        "c.txt": LandingOutcome.DUPLICATE,
    }
    ids = {row.article_id for row in landings(read_manifest(home, batch.batch_id))}
    assert len(ids) == 1


def test_unreadable_sources_are_recorded_once_and_never_block(home, inbox):
    (inbox / "dangling.txt").symlink_to(inbox / "gone.txt")
    os.mkfifo(inbox / "pipe.txt")
    [batch] = land(home, [inbox], NOON)
    assert counts([batch]) == [(0, 0, 2)]
    rows = articles(read_manifest(home, batch.batch_id))
    assert [row.problem.partition(":")[0] for row in rows] == ["unreadable", "unreadable"]
    assert {row.article_id for row in rows} == {stable_id("unreadable", row.source_uri) for row in rows}
    assert all(row.sha256 is None and row.text is None for row in rows)
    assert land(home, [inbox], later(1)) == []
    (inbox / "gone.txt").write_text("Now there is a text.")
    [batch] = land(home, [inbox], later(2))
    assert outcomes(home, batch) == {"dangling.txt": LandingOutcome.NEW, "gone.txt": LandingOutcome.DUPLICATE}


def test_hidden_files_links_in_a_circle_and_our_own_home_are_passed_over(inbox):
    home = Home(inbox / "data")
    (inbox / "a.txt").write_text("One.")
    (inbox / ".hidden.txt").write_text("Hidden.")
    (inbox / ".git").mkdir()
    (inbox / ".git" / "x.txt").write_text("Hidden too.")
    (inbox / "sub").mkdir()
    (inbox / "sub" / "up").symlink_to(inbox)
    assert counts(land(home, [inbox], NOON)) == [(1, 0, 0)]
    assert land(home, [inbox], later(1)) == []


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("scan.pdf", b"%PDF-1.7 \x00", "unsupported_type: .pdf: supply the article as one of .txt"),
        ("tool.py", b"import os", "unsupported_type: .py: "),
        ("report.docx", b"PK\x03\x04\x14\x00\x06\x00", "unsupported_type: .docx: "),
        ("long.txt", b"a" * (MAX_ARTICLE_BYTES + 1), "too_long: 5,000,001 bytes"),
        ("photo.txt", b"\x89PNG\r\n\x1a\n\x00", "binary: "),
        ("blank.txt", b" \n", "empty: "),
        ("none.txt", b"", "empty: "),
    ],
)
def test_a_file_that_gives_no_text_lands_with_its_problem(home, inbox, name, content, problem):
    (inbox / name).write_bytes(content)
    [batch] = land(home, [inbox], NOON)
    [row] = articles(read_manifest(home, batch.batch_id))
    assert row.problem.startswith(problem)
    assert row.text is None
    is_read = not problem.startswith("unsupported_type")
    assert row.sha256 == (hashlib.sha256(content).hexdigest() if is_read else None)
    assert row.byte_size == len(content)


def test_batches_are_bounded_by_files_and_bytes(home, inbox):
    for number in range(5):
        (inbox / f"{number}.txt").write_text(f"{number}" * 100)
    batches = land(home, [inbox], NOON, max_files=2)
    assert [batch.new for batch in batches] == [2, 2, 1]
    for number in range(3):
        (inbox / f"more{number}.txt").write_text(f"x{number}" * 50)
    assert [batch.new for batch in land(home, [inbox], later(1), max_bytes=250)] == [2, 1]


def test_batch_ids_depend_on_time_and_content_only(tmp_path, inbox):
    (inbox / "a.txt").write_text("One.")
    [first], [second] = land(Home(tmp_path / "one"), [inbox], NOON), land(Home(tmp_path / "two"), [inbox], NOON)
    assert first == second == LandedBatch(first.batch_id, 1, 0, 0)


def test_the_same_change_within_a_second_gets_another_batch_id(home, inbox):
    file = inbox / "a.txt"
    for number, text in enumerate(("One.", "Two!!", "One.", "Two!!")):
        file.write_text(text)
        assert len(land(home, [inbox], NOON + dt.timedelta(milliseconds=number))) == 1
    assert len(list(home.landing.glob("*.parquet"))) == 4


def test_a_source_that_does_not_exist_is_named(home, tmp_path):
    with pytest.raises(SourceNotFoundError, match=r"nowhere does not exist: name a file or a folder"):
        land(home, [tmp_path / "nowhere"], NOON)
    assert list(home.landing.glob("*")) == []


def test_names_that_are_not_utf8_are_escaped(home, inbox):
    (inbox / os.fsdecode(b"caf\xe9.txt")).write_text("One.")
    [batch] = land(home, [inbox], NOON)
    [row] = landings(read_manifest(home, batch.batch_id))
    assert row.source_uri.endswith("caf\\xe9.txt")


def test_duplicates_carry_no_bytes(home, inbox):
    (inbox / "a.txt").write_text("Same.")
    (inbox / "b.txt").write_text("Same.")
    [batch] = land(home, [inbox], NOON)
    manifest = pl.read_parquet(manifest_file(home, batch.batch_id)).sort("source_uri")
    assert manifest["content"].to_list() == [b"Same.", None]


def test_an_unknown_batch_is_named(home):
    with pytest.raises(FileNotFoundError, match="batch x was never landed"):
        read_manifest(home, "x")


def test_an_empty_folder_is_no_trouble_once_something_has_landed(home, inbox, tmp_path):
    (inbox / "a.txt").write_text("Somebody met somebody.")
    land(home, [inbox], NOON)
    empty = tmp_path / "empty"
    empty.mkdir()
    assert land(home, [empty], later(1)) == []
