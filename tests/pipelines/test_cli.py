"""The command line as a user meets it."""

import json

import pytest

from pipelines.cli import main


@pytest.fixture
def chancery(monkeypatch, capsys):
    """Run the command line and return its exit code, output and errors."""

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["chancery", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        output = capsys.readouterr()
        return ended.value.code or 0, output.out, output.err

    return run


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "/no/such/folder"], "/no/such/folder"),
        (["build", "/no/such/*.html"], "/no/such/*.html"),
        (["build", "--field", "txt=story"], "text, title, url, published, publisher, author"),
        (["build", "s3://bucket/news"], "Install s3fs"),
        (["sql", "select 1"], "run 'chancery build' first"),
        (["show", "0123456789abcdef"], "run 'chancery build' first"),
        (["export", "/tmp/x"], "run 'chancery build' first"),
        (["evaluate", "/no/such/gold.jsonl"], "/no/such/gold.jsonl"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_one_line_with_the_remedy_and_exit_code_2(chancery, tmp_path, arguments, message):
    code, _, errors = chancery(*arguments, "--home", tmp_path)
    assert code == 2
    assert message in errors
    assert errors.strip().startswith("chancery: ")


def test_a_home_that_is_a_file_is_named(chancery, tmp_path):
    (tmp_path / "file").write_text("")
    code, _, errors = chancery("build", "--home", tmp_path / "file")
    assert code == 2
    assert "give a folder" in errors


@pytest.mark.parametrize(
    ("query", "remedy"),
    [
        ("select nothing from nowhere", "does not run"),
        ("delete from star.dim_actor", "does not run"),
        ("select * from read_text('/etc/hostname')", "does not run"),
        ("select name::int from star.dim_actor", "does not run"),
    ],
)
def test_a_query_that_cannot_run_says_why(chancery, built, query, remedy):
    code, _, errors = chancery("sql", query, "--home", built[0].path)
    assert code == 2
    assert remedy in errors


def test_a_home_of_one_generation_has_none_before_it(chancery, built):
    code, _, errors = chancery("sql", "--before", "select 1", "--home", built[0].path)
    assert code == 2
    assert "no generation before chancery-" in errors
    assert "run 'chancery build' again" in errors


@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_rows_come_in_every_format(chancery, built, form):
    code, output, _ = chancery(
        "sql",
        "select name, aliases from star.dim_actor where name = 'Alicia Bárcena'",
        "--format",
        form,
        "--home",
        built[0].path,
    )
    assert code == 0
    assert "Alicia Bárcena" in output
    if form == "json":
        assert isinstance(json.loads(output)[0]["aliases"], list)


def test_an_unknown_format_names_those_there_are(chancery, built):
    code, _, errors = chancery("sql", "select 1", "--format", "xml", "--home", built[0].path)
    assert code == 2
    assert "table, markdown, csv, json" in errors


def test_show_marks_the_words_in_the_raw_text(chancery, built, seeds):
    event_id = seeds.execute("select event_id from star.fact_event where start_on is not null limit 1").fetchone()[0]
    code, output, _ = chancery("show", event_id, "--home", built[0].path)
    assert code == 0
    assert "fact_event.start_on" in output
    assert ">>" in output


def test_export_writes_one_file_per_table_and_view(chancery, built, tmp_path):
    import polars as pl

    from warehouse.tables import TABLES

    for form, read in (("parquet", pl.read_parquet), ("csv", pl.read_csv)):
        code, _, _ = chancery("export", tmp_path / form, "--format", form, "--home", built[0].path)
        assert code == 0
        assert len(list((tmp_path / form).rglob(f"*.{form}"))) == len(TABLES)
        assert read(tmp_path / form / "star" / f"dim_country.{form}").height > 200


def test_doctor_is_content_with_a_built_home_and_not_with_an_empty_one(chancery, built, tmp_path):
    assert chancery("doctor", "--home", built[0].path)[0] == 0
    code, output, _ = chancery("doctor", "--home", tmp_path)
    assert code == 1
    assert "FAIL no warehouse is published: run 'chancery build'" in output


def test_a_model_that_is_not_installed_is_said_before_anything_is_read(chancery, built, tmp_path, monkeypatch):
    monkeypatch.setenv("CHANCERY_SPACY_MODEL", "en_core_web_none")
    remedy = "CHANCERY_SPACY_MODEL is 'en_core_web_none', which is no installed package and no folder: install it"
    code, _, errors = chancery("build", "--home", tmp_path / "home")
    assert code == 2
    assert remedy in errors
    code, output, _ = chancery("doctor", "--home", built[0].path)
    assert code == 1
    assert f"FAIL {remedy}" in output


def test_evaluate_scores_the_seeds(chancery, built):
    from tests.gold.test_seeds import GOLD_FILE

    code, output, _ = chancery("evaluate", GOLD_FILE, "--home", built[0].path)
    assert code == 0
    assert output.splitlines()[0].split() == ["precision", "recall", "right", "found", "wanted"]
    assert any(line.startswith("people") for line in output.splitlines())


def test_a_build_ends_with_the_summary(chancery, built):
    code, output, _ = chancery("build", "--home", built[0].path)
    assert code == 0
    assert "nothing new" in output
    assert "chancery.duckdb" in output
