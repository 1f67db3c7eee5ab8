from typing import Annotated, ClassVar

import pytest
from pydantic import Field

from warehouse.ddl import create_table
from warehouse.frames import frame, schema
from warehouse.home import Home
from warehouse.layers import connection
from warehouse.model import Row, columns, full_name
from warehouse.tables import BY_NAME, LAYERS, TABLES
from warehouse.tables.raw import Landing


class Undescribed(Row):
    """One row per test."""

    layer: ClassVar[str] = "raw"
    table: ClassVar[str] = "undescribed"
    primary_key: ClassVar[tuple[str, ...]] = ("a",)

    a: str


class Unstorable(Undescribed):
    """One row per test."""

    a: Annotated[dict[str, str], Field(description="A record.")]


@pytest.mark.parametrize("table", [Undescribed, Unstorable])
def test_a_column_without_description_or_with_an_unstorable_type_is_refused(table):
    with pytest.raises(TypeError):
        columns(table)


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_every_table_is_described_and_its_keys_and_references_are_columns(table):
    names = {column.name for column in columns(table)}
    assert table.__doc__.startswith("One row")
    assert set(table.primary_key) <= names
    assert set(table.references) <= names
    assert table.layer in LAYERS


@pytest.mark.parametrize("table", TABLES, ids=full_name)
def test_references_point_at_the_key_of_a_table_filled_before_or_itself(table):
    for target in table.references.values():
        layer, name, column = target.split(".")
        parent = BY_NAME[f"{layer}.{name}"]
        assert parent.primary_key == (column,)
        assert LAYERS.index(parent.layer) <= LAYERS.index(table.layer)


def test_nullable_columns_keep_the_description_and_pattern_of_their_type():
    sha256 = next(column for column in columns(BY_NAME["raw.article"]) if column.name == "sha256")
    assert sha256.is_nullable
    assert sha256.pattern


@pytest.mark.parametrize("table", [table for table in TABLES if not table.is_view], ids=full_name)
def test_ddl_frame_and_model_agree_on_the_columns(table, tmp_path):
    with connection(Home(tmp_path), [table]) as database:
        described = database.sql(f"describe {full_name(table)}").pl()
    assert described["column_name"].to_list() == schema(table).names()


def test_ddl_carries_comments_and_not_null():
    statement = create_table(Landing)
    assert "landing_id varchar not null" in statement
    assert "comment on column raw.landing.landing_id is 'Sighting: batch and source together.'" in statement
    assert "modified_at timestamp,\n" in statement


def test_a_frame_of_no_rows_has_the_schema():
    assert frame(Landing, []).schema == schema(Landing)
