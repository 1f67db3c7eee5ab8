"""Records of containers to batches: identity, growth, kills, sources of every kind."""

import datetime as dt
import gzip
import hashlib
import os
import tracemalloc

import fsspec
import polars as pl
import pytest

from assets.raw.articles import articles, landings, read_manifest
from assets.raw.containers.fields import FieldNames
from assets.raw.landing import land
from assets.raw.manifest import manifest_file
from assets.raw.progress import FILE_NAME
from assets.raw.sources import SourceNotFoundError
from tests.raw.containers import STORIES, csv_table, json_lines, mail, page, story_warc, warc, zipped
from warehouse.home import Home
from warehouse.keys import content_id, record_id
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


def counts(batches):
    return [(batch.new, batch.duplicate, batch.unreadable) for batch in batches]


def rows(home, batches):
    return [row for batch in batches for row in articles(read_manifest(home, batch.batch_id))]


def sightings(home, batches):
    found = [row for batch in batches for row in landings(read_manifest(home, batch.batch_id))]
    return [(row.source_uri.rpartition("/")[2], row.outcome) for row in found]


def test_a_record_is_an_article_with_what_its_container_declares(home, inbox):
    (inbox / "a.jsonl").write_bytes(json_lines())
    first, _, _ = rows(home, land(home, [inbox], NOON))
    title, text, url = STORIES[0]
    assert first.source_uri == f"{inbox.as_posix()}/a.jsonl#1"
    assert (first.text, first.media_type, first.encoding) == (text, "text/plain", "utf-8")
    assert (first.declared_title, first.declared_url, first.declared_publisher) == (title, url, "Example")
    assert (first.declared_published_at, first.declared_author) == ("2023-10-17T09:30:00Z", "Ann Lee")
    assert first.byte_size == len(text)
    assert first.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert first.article_id == record_id(first.sha256, (url, title, "2023-10-17T09:30:00Z", "Example", "Ann Lee"))


def test_the_same_text_under_two_urls_is_two_articles_and_without_fields_one(home, inbox):
    title, text, url = STORIES[0]
    (inbox / "a.jsonl").write_bytes(json_lines([STORIES[0], (title, text, url + "2"), STORIES[0]]))
    (inbox / "b.jsonl").write_bytes(b'{"text": "%b"}\n' % text.encode())
    (inbox / "c.txt").write_bytes(text.encode())
    batches = land(home, [inbox], NOON)
    assert counts(batches) == [(3, 2, 0)]
    assert {name for name, outcome in sightings(home, batches) if outcome is LandingOutcome.DUPLICATE} == {
        "a.jsonl#3",
        "c.txt",
    }
    assert rows(home, batches)[2].article_id == content_id(hashlib.sha256(text.encode()).hexdigest())


def test_a_page_is_landed_as_html_with_its_own_character_set(home, inbox):
    (inbox / "a.html").write_bytes(b"<meta charset=windows-1251>" + "<p>Министр Лавров</p>".encode("cp1251"))
    body = page("Министр Лавров встретился с послом.", "koi8-r")
    (inbox / "b.warc").write_bytes(warc([("https://example.org/b", "200 OK", "text/html; charset=KOI8-R", body)]))
    (inbox / "c.eml").write_bytes(mail())
    plain, crawled, sent = rows(home, land(home, [inbox], NOON))
    assert (plain.media_type, plain.encoding, plain.problem) == ("text/html", "windows-1251", None)
    assert plain.text.endswith("<p>Министр Лавров</p>")
    assert (crawled.encoding, "Министр Лавров встретился с послом." in crawled.text) == ("koi8-r", True)
    assert (sent.source_uri, sent.declared_title) == (f"{inbox.as_posix()}/c.eml", STORIES[0][0])


def test_an_unchanged_container_is_not_read_again(home, inbox):
    file = inbox / "a.jsonl"
    file.write_bytes(json_lines())
    land(home, [inbox], NOON)
    before = file.stat()
    file.write_bytes(json_lines().replace(b"Lima", b"Oslo"))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))  # the same size and time: it is taken for unchanged
    assert land(home, [inbox], later(1)) == []
    os.utime(file)
    assert counts(land(home, [inbox], later(2))) == [(1, 0, 0)]


@pytest.mark.parametrize(
    ("name", "pack"),
    [("a.jsonl", bytes), ("a.jsonl.gz", gzip.compress), ("a.zip", lambda content: zipped({"a.jsonl": content}))],
)
def test_a_grown_container_lands_only_what_is_new(home, inbox, name, pack):
    (inbox / name).write_bytes(pack(json_lines(STORIES[:2])))
    assert counts(land(home, [inbox], NOON)) == [(2, 0, 0)]
    (inbox / name).write_bytes(pack(json_lines()))
    batches = land(home, [inbox], later(1))
    assert counts(batches) == [(1, 0, 0)]
    assert [uri.rpartition("#")[2] for uri, _ in sightings(home, batches)] == ["3"]
    assert land(home, [inbox], later(2)) == []


def test_records_that_move_along_are_seen_in_their_new_places(home, inbox):
    (inbox / "a.jsonl").write_bytes(json_lines(STORIES[1:]))
    land(home, [inbox], NOON)
    (inbox / "a.jsonl").write_bytes(json_lines())
    batches = land(home, [inbox], later(1))
    assert dict(sightings(home, batches)) == {
        "a.jsonl#1": LandingOutcome.NEW,
        "a.jsonl#2": LandingOutcome.DUPLICATE,
        "a.jsonl#3": LandingOutcome.DUPLICATE,
    }


def test_a_landing_that_was_killed_in_the_middle_goes_on(home, inbox):
    stories = [(f"Title {n}", f"Story number {n} is told here.", f"https://example.org/{n}") for n in range(10)]
    (inbox / "a.jsonl").write_bytes(json_lines(stories))
    whole = land(home, [inbox], NOON, max_files=3)
    assert counts(whole) == [(3, 0, 0), (3, 0, 0), (3, 0, 0), (1, 0, 0)]
    for batch in whole[2:]:  # a kill leaves the batches before it, and no note that the container was read
        manifest_file(home, batch.batch_id).unlink()
    (home.landing / FILE_NAME).unlink()
    rest = land(home, [inbox], later(1), max_files=3)
    assert counts(rest) == [(3, 0, 0), (1, 0, 0)]
    assert len({row.article_id for row in rows(home, [*whole[:2], *rest])}) == 10
    assert land(home, [inbox], later(2)) == []


def test_a_half_written_note_of_what_was_read_only_costs_a_second_reading(home, inbox):
    (inbox / "a.jsonl").write_bytes(json_lines())
    land(home, [inbox], NOON)
    note = home.landing / FILE_NAME
    note.write_bytes(note.read_bytes()[:-20])
    assert land(home, [inbox], later(1)) == []
    assert land(home, [inbox], later(2)) == []


def test_a_repaired_record_lands_and_a_broken_one_is_told_once(home, inbox):
    file = inbox / "a.jsonl"
    file.write_bytes(json_lines(STORIES[:1]) + b'{"text": \n')
    batches = land(home, [inbox], NOON)
    assert counts(batches) == [(1, 0, 1)]
    broken = rows(home, batches)[1]
    assert broken.source_uri.endswith("a.jsonl#2")
    assert broken.problem.startswith("unreadable: line 2 is not JSON")
    assert (broken.sha256, broken.text) == (None, None)
    file.write_bytes(json_lines(STORIES[:1]) + b'{"text": \n\n\n')
    assert land(home, [inbox], later(1)) == []
    file.write_bytes(json_lines(STORIES[:2]))
    assert sightings(home, land(home, [inbox], later(2))) == [("a.jsonl#2", LandingOutcome.NEW)]


def test_a_rejected_record_takes_no_article_with_it(home, inbox):
    (inbox / "a.jsonl").write_bytes(b"The ministers met.")
    (inbox / "b.dat").write_bytes(b"The envoys spoke.")
    assert counts(land(home, [inbox], NOON)) == [(0, 0, 2)]
    (inbox / "a.jsonl").rename(inbox / "a.txt")
    (inbox / "b.dat").rename(inbox / "b.txt")
    assert counts(land(home, [inbox], later(1))) == [(2, 0, 0)]


def test_other_field_names_have_a_container_read_again(home, inbox):
    (inbox / "a.csv").write_bytes(b"story_body,where\r\nThey met in Lima.,https://example.org/a\r\n")
    assert counts(land(home, [inbox], NOON)) == [(0, 0, 1)]
    names = FieldNames((("text", "story_body"), ("url", "where")))
    [row] = rows(home, land(home, [inbox], later(1), names=names))
    assert (row.text, row.declared_url) == ("They met in Lima.", "https://example.org/a")


def test_batches_are_bounded_within_a_container(home, inbox):
    (inbox / "a.csv").write_bytes(csv_table())
    (inbox / "b.warc").write_bytes(story_warc())
    assert counts(land(home, [inbox], NOON, max_files=2)) == [(2, 0, 0), (2, 0, 0), (2, 0, 0)]


def test_a_large_container_is_never_held_in_memory(home, inbox):
    with gzip.open(inbox / "a.jsonl.gz", "wb", 1) as stream:
        for number in range(400):
            stream.write(b'{"text": "%d %b"}\n' % (number, os.urandom(50_000).hex().encode()))
    tracemalloc.start()
    batches = land(home, [inbox], NOON, max_bytes=1 << 20)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert sum(batch.new for batch in batches) == 400
    assert peak < 15_000_000  # the file holds 40 million bytes


def test_a_manifest_of_before_is_still_read(home, inbox):
    (inbox / "a.txt").write_text("They met.")
    [batch] = land(home, [inbox], NOON)
    path = home.landing / f"{batch.batch_id}.parquet"
    whole = pl.read_parquet(path)
    whole.drop(
        "container_uri", "charset", *(name for name in whole.columns if name.startswith("declared"))
    ).write_parquet(path)
    assert [row.text for row in rows(home, [batch])] == ["They met."]
    assert land(home, [inbox], later(1)) == []


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("*.txt", ["a.txt"]),
        ("**/*.html", ["c.html", "d.html"]),
        ("news/?.html", ["c.html"]),
        ("[a].txt", ["a.txt"]),
    ],
)
def test_patterns_are_expanded(home, inbox, pattern, names):
    for path in ("a.txt", "news/c.html", "news/deep/d.html", ".hidden.txt", "news/.hidden.html"):
        (inbox / path).parent.mkdir(parents=True, exist_ok=True)
        (inbox / path).write_text(f"<p>{path}</p>")
    found = rows(home, land(home, [str(inbox / pattern)], NOON))
    assert [row.source_uri.rpartition("/")[2] for row in found] == names


def test_a_file_url_is_the_file_that_its_path_names(home, inbox):
    (inbox / "with space.jsonl").write_bytes(json_lines())
    [batch] = land(home, [f"file://{inbox.as_posix()}/with%20space.jsonl"], NOON)
    assert batch.new == 3
    assert land(home, [inbox], later(1)) == []


@pytest.fixture
def memory():
    filesystem = fsspec.filesystem("memory")
    filesystem.pipe({"/news/a.jsonl": json_lines(), "/news/deep/b.txt": b"They met.", "/news/.hidden.txt": b"x"})
    yield filesystem
    filesystem.rm("/news", recursive=True)


@pytest.mark.parametrize(
    ("url", "uris"),
    [
        ("memory://news/a.jsonl", ["memory://news/a.jsonl#1", "memory://news/a.jsonl#2", "memory://news/a.jsonl#3"]),
        ("memory://news/deep", ["memory://news/deep/b.txt"]),
        ("memory://news/**/*.txt", ["memory://news/deep/b.txt"]),
        ("memory://news/", [*(f"memory://news/a.jsonl#{number}" for number in (1, 2, 3)), "memory://news/deep/b.txt"]),
    ],
)
def test_a_url_names_a_file_a_folder_or_a_pattern(home, memory, url, uris):
    found = rows(home, land(home, [url], NOON))
    assert [row.source_uri for row in found] == uris
    assert land(home, [url], later(1)) == []


def test_a_file_in_an_archive_can_be_named_by_url(home, inbox):
    (inbox / "a.zip").write_bytes(zipped({"deep/a.txt": b"They met."}))
    url = f"zip://deep/*.txt::file://{inbox.as_posix()}/a.zip"
    [row] = rows(home, land(home, [url], NOON))
    assert row.source_uri == url.replace("*", "a")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("memory://nowhere/a.txt", "does not exist"),
        ("memory://nowhere/*.txt", "matches no file"),
        ("nowhere/*.txt", "matches no file"),
        ("gopher://example.org/a.txt", "cannot be reached"),
        ("s3://bucket/a.txt", "needs a package that is not installed: Install s3fs"),
    ],
)
def test_a_source_that_cannot_be_had_is_named_with_the_remedy(home, source, message):
    with pytest.raises(SourceNotFoundError, match=message):
        land(home, [source], NOON)


def test_a_password_in_a_url_is_not_told():
    from assets.raw.remote import remote_files

    with pytest.raises(SourceNotFoundError, match="gopher://example") as raised:
        list(remote_files("gopher://me:secret@example.org/a.txt"))
    assert "secret" not in str(raised.value)
