"""Whom a user lists as holders of offices, and lines that cannot be used."""

import datetime as dt

import pytest

from assets.resolution.holder_table import HolderTable

HEADER = "name,title,country,institution,start_on,end_on,source,note"
GOOD = "Ana Sol,Foreign Minister,PER,,2020-01-01,,gazette,"


def read(path, *lines: str) -> HolderTable:
    file = path / "office_holders.csv"
    file.write_text("\n".join(lines), encoding="utf-8")
    return HolderTable.read(file)


def test_without_a_file_nobody_is_listed(tmp_path):
    assert HolderTable.read(tmp_path / "office_holders.csv") == HolderTable()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (GOOD, ("foreign minister", "PER", None)),
        ("Ana Sol,minister of foreign affairs,pe,,2020-01-01,,,", ("foreign minister", "PER", None)),
        ("Ana Sol,Secretary-General,,OAS,2020-01-01,,,", ("secretary-general", None, "OAS")),
        ('"Sol, Ana" , President ,PER,,2020-01-01,,,', ("president", "PER", None)),
    ],
)
def test_what_a_line_says(tmp_path, line, told):
    found = read(tmp_path, HEADER, line)
    assert found.problems == ()
    assert [(row.role_title, row.country_id, row.institution) for row in found.rows] == [told]


def test_columns_may_be_called_otherwise_and_stand_in_any_order(tmp_path):
    (row,) = read(tmp_path, "role,Country_ID,start_on,name,end_on", "President,MEX,2018-12-01,Ana Sol,2024-09-30").rows
    assert (row.name, row.country_id, row.end_on, row.source) == ("Ana Sol", "MEX", dt.date(2024, 9, 30), None)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (",President,PER,,2020-01-01,,,", "no name: give the full name"),
        ("Ana Sol,Grand Vizier,PER,,2020-01-01,,,", "the title 'Grand Vizier' is unknown: write it as in"),
        ("Ana Sol,President,PERU,,2020-01-01,,,", "the country 'PERU' is unknown: write its ISO 3166-1 code"),
        ("Ana Sol,President,,,2020-01-01,,,", "no country and no institution: give one"),
        ("Ana Sol,President,PER,,,,,", "no start_on: give the first day"),
        ("Ana Sol,President,PER,,1/2/2020,,,", "start_on '1/2/2020' is no day: write it as YYYY-MM-DD"),
        (
            "Ana Sol,President,PER,,2020-01-01,2019-01-01,,",
            "end_on 2019-01-01 lies before start_on 2020-01-01: correct",
        ),
        ("Ana Sol,President", "no country and no institution: give one"),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_stops_no_other(tmp_path, line, message):
    found = read(tmp_path, HEADER, GOOD, line, "", GOOD)
    assert [row.line for row in found.rows] == [2, 5]
    (problem,) = found.problems
    assert problem.startswith(f"{tmp_path / 'office_holders.csv'}, line 3: {message}")
    assert problem.endswith("the other lines are used")


def test_a_file_that_cannot_be_read_is_named_with_the_remedy(tmp_path):
    assert (
        "has no column country, start_on: name the columns"
        in read(tmp_path, "name,title", "Ana Sol,President").problems[0]
    )
    file = tmp_path / "office_holders.csv"
    file.write_bytes(HEADER.encode() + b"\nAna Sol,Pr\xe9sident,PER,,2020-01-01,,,")
    found = HolderTable.read(file)
    assert (found.rows, "is not UTF-8: save it as UTF-8" in found.problems[0]) == ((), True)
