import hashlib

from warehouse.connect import in_memory
from warehouse.keys import content_id, stable_id


def test_parts_do_not_run_into_each_other():
    assert stable_id("ab", "c") != stable_id("a", "bc")


def test_the_same_identifier_comes_from_python_and_from_sql():
    row = in_memory().execute("select substr(sha256(concat_ws(chr(31), 'role', 'président')), 1, 16)").fetchone()
    assert row == (stable_id("role", "président"),)


def test_an_article_is_named_by_its_bytes():
    digest = hashlib.sha256(b"x").hexdigest()
    assert digest.startswith(content_id(digest))
    assert len(content_id(digest)) == 16
