import datetime as dt
import subprocess
import sys
import textwrap

import duckdb
import pytest

from warehouse import store
from warehouse.connect import WarehouseMissingError, published
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


def rejected_count(connection: duckdb.DuckDBPyConnection) -> int:
    return connection.execute("select count(*) from documents.rejected").fetchone()[0]


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
    kept = sorted(path.name for path in home.warehouse.glob("chancery-*.duckdb"))
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
