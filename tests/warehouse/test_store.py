import pytest

from warehouse import store
from warehouse.frames import frame
from warehouse.home import Home
from warehouse.tables.documents import Rejected, RejectionReason

ROW = Rejected(article_id="0" * 16, reason=RejectionReason.EMPTY, detail="a.txt is empty: remove it")
OTHER = ROW.model_copy(update={"article_id": "1" * 16})


def test_a_batch_written_again_replaces_what_it_held(tmp_path):
    home = Home(tmp_path)
    store.write(home, Rejected, frame(Rejected, [ROW, OTHER]), "b1")
    store.write(home, Rejected, frame(Rejected, [OTHER]), "b1")
    assert store.read(home, Rejected, "b1")["article_id"].to_list() == ["1" * 16]


def test_all_batches_are_read_together_and_rows_lie_in_key_order(tmp_path):
    home = Home(tmp_path)
    store.write(home, Rejected, frame(Rejected, [OTHER, ROW]), "b2")
    assert store.read(home, Rejected, "b2")["article_id"].to_list() == ["0" * 16, "1" * 16]
    store.write(home, Rejected, frame(Rejected, []), "b1")
    assert store.read_all(home, Rejected).height == 2


def test_a_file_remembers_what_it_was_made_by(tmp_path):
    home = Home(tmp_path)
    told = store.write(home, Rejected, frame(Rejected, [ROW]), "b1", made_by="model 1")
    untold = store.write(home, Rejected, frame(Rejected, [ROW]), "b2")
    assert (store.made_by(told), store.made_by(untold)) == ("model 1", None)


def test_reading_a_batch_that_was_never_written_names_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="materialise documents/rejected for batch b9 first"):
        store.read(Home(tmp_path), Rejected, "b9")


def test_a_failed_write_leaves_the_old_file_and_no_scrap(tmp_path, monkeypatch):
    home = Home(tmp_path)
    store.write(home, Rejected, frame(Rejected, [ROW]), "b1")
    broken = frame(Rejected, [OTHER]).drop("detail")
    with pytest.raises(Exception, match="detail"):
        store.write(home, Rejected, broken, "b1")
    assert store.read(home, Rejected, "b1").height == 1
    assert [path.name for path in home.table("documents", "rejected").iterdir()] == ["batch=b1.parquet"]


def test_no_file_means_no_rows_but_typed_columns(tmp_path):
    assert store.read_all(Home(tmp_path), Rejected).columns == ["article_id", "reason", "detail"]


def test_home_paths_follow_the_environment(tmp_path, monkeypatch):
    from warehouse.home import default_home

    monkeypatch.setenv("CHANCERY_HOME", str(tmp_path / "x"))
    assert default_home().path == tmp_path / "x"
    monkeypatch.delenv("CHANCERY_HOME")
    assert default_home().path.name == "data"
