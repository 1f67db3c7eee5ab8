import datetime as dt
import subprocess
import sys
import textwrap

import duckdb
import pytest

from warehouse import store
from warehouse.connect import WarehouseMissingError, published, sealed
from warehouse.frames import frame
from warehouse.home import Home
from warehouse.publish import KEPT_GENERATIONS, build_candidate, candidate_path, publish
from warehouse.tables.documents import Rejected, RejectionReason

NOON = dt.datetime(2026, 1, 1, 12)


def publish_generation(home: Home, minute: int, rows: int) -> None:
    data = [
        Rejected(article_id=f"{number:016x}", reason=RejectionReason.EMPTY, detail="empty") for number in range(rows)
    ]
    store.write(home, Rejected, frame(Rejected, data), "b1")
    candidate = candidate_path(home, f"run{minute}", NOON + dt.timedelta(minutes=minute))
    build_candidate(home, candidate)
    publish(home, candidate)


def rejected_count(connection: duckdb.DuckDBPyConnection, database: str = "") -> int:
    return connection.execute(f"select count(*) from {database}documents.rejected").fetchone()[0]


def test_nothing_published_says_what_to_run(tmp_path):
    with pytest.raises(WarehouseMissingError, match="chancery build"):
        published(Home(tmp_path))


def test_an_open_reader_keeps_its_generation_and_a_new_one_sees_the_next(tmp_path):
    home = Home(tmp_path)
    publish_generation(home, 1, rows=1)
    reader = published(home)
    publish_generation(home, 2, rows=2)
    assert rejected_count(reader) == 1
    assert rejected_count(published(home)) == 2


def test_a_candidate_is_not_seen_before_it_is_published(tmp_path):
    home = Home(tmp_path)
    publish_generation(home, 1, rows=1)
    store.write(home, Rejected, frame(Rejected, []), "b1")
    build_candidate(home, candidate_path(home, "later", NOON + dt.timedelta(minutes=9)))
    assert rejected_count(published(home)) == 1


def test_old_generations_and_orphans_are_swept_but_a_running_build_is_left_alone(tmp_path):
    home = Home(tmp_path)
    orphan = candidate_path(home, "killed", NOON - dt.timedelta(hours=1))
    orphan.parent.mkdir(parents=True)
    orphan.write_bytes(b"half a file")
    running = candidate_path(home, "running", NOON + dt.timedelta(hours=1))
    running.write_bytes(b"being written")
    for minute in range(KEPT_GENERATIONS + 2):
        publish_generation(home, minute, rows=minute)
    kept = [path.name for path in home.warehouse.glob("chancery-*")]
    assert len(kept) == KEPT_GENERATIONS + 1
    assert running.name in kept
    assert orphan.name not in kept


def test_the_published_warehouse_cannot_be_written_nor_reach_files(tmp_path):
    home = Home(tmp_path)
    publish_generation(home, 1, rows=1)
    connection = published(home)
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    for statement in (
        "delete from documents.rejected",
        f"select * from read_csv('{secret}')",
        f"copy documents.rejected to '{tmp_path / 'out.csv'}'",
        "set enable_external_access = true",
        "install httpfs",
    ):
        with pytest.raises(duckdb.Error):
            connection.execute(statement)


@pytest.fixture
def twice(tmp_path):
    """A home of two generations: of one rejected article, then of two."""
    home = Home(tmp_path / "it's a home")  # a path that SQL would have to quote
    publish_generation(home, 1, rows=1)
    publish_generation(home, 2, rows=2)
    return home


def test_the_generation_before_is_read_beside_the_current_one(twice):
    with sealed(twice, with_before=True) as connection:
        counts = [rejected_count(connection, name) for name in ("", "chancery.", "before.")]
    assert counts == [2, 2, 1]


def test_the_views_of_each_generation_read_its_own_tables(tmp_path):
    home = Home(tmp_path)
    for minute, title in enumerate(("foreign minister", "ambassador")):
        candidate = candidate_path(home, f"run{minute}", NOON + dt.timedelta(minutes=minute))
        build_candidate(home, candidate)
        with duckdb.connect(str(candidate)) as connection:
            connection.execute(
                "insert into star.dim_actor (actor_id, kind, name, aliases, document_count) values ('a', 'person', 'A', [], 1)"
            )
            connection.execute(
                "insert into star.dim_role (role_id, title, rank, sector) values ('r', ?, 1, 'GOV')", [title]
            )
            connection.execute(
                "insert into star.dim_office (office_id, actor_id, role_id, title_text, is_current, evidence_count, basis)"
                " values ('o', 'a', 'r', '', true, 1, 'observed')"
            )
        publish(home, candidate)
    with sealed(home, with_before=True) as connection:
        assert connection.sql("select title from marts.office_timeline").fetchall() == [("ambassador",)]
        assert connection.sql("select title from before.marts.office_timeline").fetchall() == [("foreign minister",)]


def test_before_is_what_was_published_before_and_not_what_a_killed_build_left(twice):
    with sealed(twice) as connection:
        assert rejected_count(connection) == 2
        with pytest.raises(duckdb.CatalogException):
            rejected_count(connection, "before.")
    build_candidate(twice, candidate_path(twice, "killed", NOON + dt.timedelta(minutes=3)))
    publish_generation(twice, 4, rows=4)
    with sealed(twice, with_before=True) as connection:
        assert rejected_count(connection, "before.") == 2


def test_who_goes_back_to_the_first_generation_has_none_before_it(twice):
    first = min(twice.warehouse.glob("chancery-*.duckdb"))
    twice.published.unlink()
    twice.published.symlink_to(first.name)
    with pytest.raises(WarehouseMissingError, match=f"no generation before {first.name}.*run 'chancery build'"):
        sealed(twice, with_before=True)


@pytest.fixture(scope="module")
def thrice(tmp_path_factory):
    """A home of three generations, and a file that is none of its own."""
    home = Home(tmp_path_factory.mktemp("thrice"))
    for minute in range(3):
        publish_generation(home, minute, rows=minute)
    (home.path / "secret.csv").write_text("a\n1\n")
    return home


@pytest.mark.parametrize(
    "statement",
    [
        "delete from before.documents.rejected",
        "create table before.documents.x as select 1",
        "copy (select 1) to '{current}' (format csv, use_tmp_file false)",
        "with written as (copy (select 1) to '{before}' (format csv, use_tmp_file false)) from written",
        "copy (select 1) to '{before}.wal' (format csv)",
        "detach before; attach '{before}' as before",
        "attach '{current}' as again (read_only)",
        "attach '{other}' as other (read_only)",
        "attach '{new}' as new",
        "select * from read_text('{secret}')",
        "select * from read_blob('{before}')",
        "select * from glob('{home}/*')",
        "export database '{new}'",
        "set disabled_filesystems = ''",
        "reset enable_external_access",
        "install httpfs",
    ],
)
def test_a_query_reaches_no_file_and_writes_over_none(thrice, statement):
    paths = dict(zip(("current", "before", "other"), thrice.generations, strict=True))
    paths |= {"home": thrice.path, "secret": thrice.path / "secret.csv", "new": thrice.path / "new"}
    quoted = {name: str(path).replace("'", "''") for name, path in paths.items()}
    files = {path: path.read_bytes() for path in thrice.path.rglob("*") if path.is_file()}
    for with_before in (False, True):
        with sealed(thrice, with_before=with_before) as connection, pytest.raises(duckdb.Error):
            connection.sql(statement.format(**quoted)).fetchall()
    assert {path: path.read_bytes() for path in thrice.path.rglob("*") if path.is_file()} == files


def test_tables_carry_their_comments(tmp_path):
    home = Home(tmp_path)
    publish_generation(home, 1, rows=0)
    comments = published(home).execute(
        "select comment from duckdb_columns() where schema_name = 'star' and comment is null"
    )
    assert comments.fetchall() == []


def test_readers_never_fail_nor_see_half_a_file_while_generations_are_swapped_and_builds_killed(tmp_path):
    """Readers in another process query all the time while this one publishes and a third is killed mid-build."""
    home = Home(tmp_path)
    publish_generation(home, 0, rows=3)
    reader = subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(f"""
            import time
            from pathlib import Path
            from warehouse.connect import published
            from warehouse.home import Home
            home, reads, end = Home(Path({str(tmp_path)!r})), 0, time.monotonic() + 6
            while time.monotonic() < end:
                with published(home) as connection:
                    count = connection.execute("select count(*) from documents.rejected").fetchone()[0]
                assert count == 3, count
                reads += 1
            print(reads)
        """),
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    killed = """
        import datetime as dt
        from pathlib import Path
        from warehouse.home import Home
        from warehouse.publish import build_candidate, candidate_path
        home = Home(Path({home!r}))
        print("building", flush=True)
        build_candidate(home, candidate_path(home, "killed", dt.datetime(2026, 1, 1, 11)))
    """
    for minute in range(1, 4):
        builder = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(killed.format(home=str(tmp_path)))], stdout=subprocess.PIPE
        )
        builder.stdout.readline()
        builder.kill()
        builder.wait()
        publish_generation(home, minute, rows=3)
    output, _ = reader.communicate(timeout=60)
    assert reader.returncode == 0
    assert int(output) > 0
