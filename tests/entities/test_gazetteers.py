"""The reference lists that names are looked up in."""

import polars as pl
import pytest

from warehouse.reference import reference
from warehouse.tables.entities import Label

FILES = ["countries", "metonyms", "roles", "organizations", "given_names", "venues", "regions"]


@pytest.mark.parametrize("name", FILES)
def test_names_are_given_and_clean(name: str) -> None:
    rows = reference(name)
    first = rows[rows.columns[0]]
    assert first.null_count() == 0
    assert all(value == value.strip() for column in rows for value in column.drop_nulls())


def test_every_country_of_the_standard_is_there_once() -> None:
    import pycountry

    rows = reference("countries")
    assert rows["country_id"].is_unique().all()
    assert {country.alpha_3 for country in pycountry.countries} | {"XKX"} == set(rows["country_id"])
    assert rows["demonym"].null_count() == rows["region"].null_count() == 0


@pytest.mark.parametrize("name", ["metonyms", "organizations", "venues", "roles", "absent_offices", "national_bodies"])
def test_countries_are_known(name: str) -> None:
    known = set(reference("countries")["country_id"])
    assert set(reference(name)["country_id"].drop_nulls()) <= known


@pytest.mark.parametrize("name", ["absent_offices", "denial_verbs", "generic_nouns", "national_bodies"])
def test_no_line_stands_twice(name: str) -> None:
    assert not reference(name).is_duplicated().any()


def test_offices_that_a_country_has_not_are_offices() -> None:
    assert set(reference("absent_offices")["title"]) <= set(reference("roles")["title"])


def test_publishers_that_write_for_the_world_are_publishers() -> None:
    assert set(reference("worldwide_publishers")["name"]) <= set(reference("publishers")["name"])


def test_a_title_pattern_means_one_title() -> None:
    rows = reference("roles").with_columns(pl.col("patterns").str.split("|")).explode("patterns")
    assert rows["patterns"].is_unique().all()
    assert reference("roles")["title"].is_unique().all()


def test_seats_have_labels_of_the_schema() -> None:
    assert set(reference("metonyms")["kind"]) <= {label.value for label in Label}
