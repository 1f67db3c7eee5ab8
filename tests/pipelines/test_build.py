"""What a user sees of builds: new, changed, copied and broken files, and checks that fail."""

import datetime as dt
import json
import os
import shutil

import pytest
from rich.console import Console

from pipelines.cli import seed_articles
from pipelines.summary import print_summary
from tests.conftest import run_build
from warehouse.connect import published
from warehouse.home import Home

ARTICLE = """Foreign ministers of Peru and Chile meet in Lima

LIMA, March 3, 2022 (Andina) -- Peruvian Foreign Minister Rosa Quispe met with her Chilean counterpart, Jorge Salas,
in Lima on Thursday to discuss migration and trade between the two countries, officials said after the talks ended.
"""
PARAGRAPH = (
    "The foreign ministers of Peru and Chile met in Lima for round {number} of their talks on migration and trade, and"
    " agreed to speak again about fisheries, officials of both countries said after the session ended on Thursday."
)
NEWER = ARTICLE + "\nThe two ministers also spoke about the environment, the Peruvian ministry said in a statement.\n"


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    return folder


def rows(home, query):
    with published(home) as connection:
        return connection.execute(query).fetchall()


def test_the_seeds_pass_every_check_and_a_second_build_finds_nothing_new(built):
    home, first = built
    assert first.succeeded
    assert sum(batch.new for batch in first.landed) == 5
    assert [run.failed_checks for run in first.runs] == [(), ()]
    generation = home.published.resolve()
    second = run_build(home, seed_articles())
    assert second.landed == ()
    assert second.runs == ()
    assert home.published.resolve() == generation


def test_a_changed_file_is_a_new_version_and_going_back_makes_the_old_one_current_again(home, inbox):
    current = "select title, word_count, is_current from star.dim_document order by word_count"
    file = inbox / "lima.txt"
    for text, expected in ((ARTICLE, [True]), (NEWER, [False, True]), (ARTICLE, [True, False])):
        file.write_text(text)
        os.utime(file, (file.stat().st_mtime + len(expected), file.stat().st_mtime + len(text) + len(expected)))
        assert run_build(home, inbox).succeeded
        assert [row[2] for row in rows(home, current)] == expected
    assert rows(home, "select count(*) from raw.landing") == [(3,)]


def test_bad_files_are_rejected_with_a_reason_and_the_rest_is_kept(home, inbox):
    (inbox / "good.txt").write_text(ARTICLE)
    (inbox / "empty.txt").write_bytes(b"")
    (inbox / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    (inbox / "page.pdf").write_bytes(b"%PDF-1.7")
    (inbox / "dangling.txt").symlink_to(inbox / "nowhere")
    (inbox / "line.txt").write_bytes(b"a" * 50_000_000)
    shutil.copy(inbox / "good.txt", inbox / "same again.txt")
    assert run_build(home, inbox).succeeded
    found = rows(
        home,
        "select regexp_extract(source_uri, '[^/]+$'), reason, detail from documents.rejected "
        "inner join raw.article using (article_id) order by 1",
    )
    assert [(name, reason) for name, reason, _ in found] == [
        ("dangling.txt", "unreadable"),
        ("empty.txt", "empty"),
        ("line.txt", "too_long"),
        ("page.pdf", "unsupported_type"),
        ("picture.txt", "binary"),
    ]
    assert all(name in detail for name, _, detail in found)
    assert rows(home, "select source_uri like '%/good.txt' from star.dim_document") == [(True,)]


def feed(*numbers):
    items = "".join(
        f"<item><title>Ministers meet in Lima for round {number}</title><link>https://example.org/{number}</link>"
        f"<description>&lt;p&gt;{PARAGRAPH.format(number=number)}&lt;/p&gt;</description></item>"
        for number in numbers
    )
    return f"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>"


def test_an_entry_that_leaves_a_feed_stays_and_a_line_that_is_written_anew_is_superseded(home, inbox):
    records, news = inbox / "lines.jsonl", inbox / "news.rss"
    records.write_text(json.dumps({"text": PARAGRAPH.format(number=11)}) + "\n" + '{"id": 12}\n')
    news.write_text(feed(2, 1))
    assert run_build(home, inbox).succeeded
    records.write_text(json.dumps({"text": PARAGRAPH.format(number=13)}) + "\n" + '{"id": 12}\n')
    news.write_text(feed(3, 2))
    assert run_build(home, inbox).succeeded
    current = (
        "select coalesce(url, regexp_extract(source_uri, '[^/]+$')), is_current from star.dim_document order by all"
    )
    assert rows(home, current) == [
        ("https://example.org/1", True),
        ("https://example.org/2", True),
        ("https://example.org/3", True),
        ("lines.jsonl#1", False),
        ("lines.jsonl#1", True),
    ]
    [(detail,)] = rows(home, "select detail from documents.rejected")
    assert "lines.jsonl#2: no field of text among: id; name the field" in detail


def test_a_folder_of_nothing_but_bad_files_still_publishes(home, inbox):
    (inbox / "empty.txt").write_bytes(b"")
    done = run_build(home, inbox)
    assert done.succeeded, done.runs
    assert rows(home, "select count(*) from documents.rejected") == [(1,)]


def test_a_failed_check_keeps_the_published_warehouse_and_names_itself(home, inbox):
    import polars as pl

    from warehouse.store import batch_files
    from warehouse.tables.documents import Segment

    (inbox / "lima.txt").write_text(ARTICLE)
    assert run_build(home, inbox).succeeded
    before = home.published.resolve()
    file = batch_files(home, Segment)[0]
    pl.read_parquet(file).head(1).write_parquet(file)
    (inbox / "new.txt").write_text(NEWER)
    done = run_build(home, inbox)
    assert not done.succeeded
    assert any("segment" in name for run in done.runs for name in run.failed_checks)
    assert home.published.resolve() == before


def test_a_batch_that_another_model_has_read_is_read_anew(home, inbox, tmp_path, monkeypatch):
    import spacy

    from assets.entities.version import MODEL_VERSION

    (inbox / "lima.txt").write_text(ARTICLE)
    assert run_build(home, inbox).succeeded
    spacy.blank("en").to_disk(tmp_path / "model")
    monkeypatch.setenv("CHANCERY_SPACY_MODEL", str(tmp_path / "model"))
    done = run_build(home, inbox)
    assert done.landed == ()
    assert done.succeeded, done.runs
    assert len(done.runs) == 2
    ((version,),) = rows(home, "select model_version from star.dim_run order by started_at desc limit 1")
    assert version.startswith("en_pipeline 0.0.0+")
    assert version.endswith(f" with {MODEL_VERSION}")
    assert run_build(home, inbox).runs == ()


def test_a_batch_whose_run_was_killed_is_processed_by_the_next_build(home, inbox):
    from warehouse.store import batch_files
    from warehouse.tables.entities import EventArgument

    (inbox / "lima.txt").write_text(ARTICLE)
    assert run_build(home, inbox).succeeded
    batch_files(home, EventArgument)[0].unlink()
    done = run_build(home, inbox)
    assert done.landed == ()
    assert len(done.runs) == 2
    assert done.succeeded


def test_what_a_user_decides_is_followed_and_a_line_that_cannot_be_is_named(grown, tmp_path):
    home = Home(shutil.copytree(grown.path, tmp_path / "home", symlinks=True))
    with published(home) as connection:
        assert connection.execute("select count(*) from star.dim_actor where name = 'Wei Cai'").fetchall() == [(1,)]
    home.overrides.write_text("rule,name,other\nequal,Cai Wei,Wei Cai\n", encoding="utf-8")
    (run,) = run_build(home).runs
    assert f"{home.overrides}, line 2: give same, different, name and two names" in run.error


def test_a_list_of_office_holders_is_followed_and_a_line_that_cannot_be_used_is_named(grown, tmp_path):
    home = Home(shutil.copytree(grown.path, tmp_path / "home", symlinks=True))
    lines = ("name,title,country,start_on", "Cai Wei,President,CHN,2020-01-01", "Cai Wei,Vizier,CHN,2020-01-01")
    home.office_holders.write_text("\n".join(lines), encoding="utf-8")
    done = run_build(home)
    assert done.succeeded
    with published(home) as connection:
        listed = connection.execute(
            "select actor, title, valid_from, evidence_count from marts.office_timeline where basis = 'listed'"
        )
        assert listed.fetchall() == [("Wei Cai", "president", dt.date(2020, 1, 1), 0)]
    console = Console(record=True, width=500)
    print_summary(home, done, console)
    assert f"{home.office_holders}, line 3: the title 'Vizier' is unknown" in console.export_text()
