import pytest

from warehouse.dictionary import data_dictionary, generated
from warehouse.model import columns, full_name
from warehouse.tables import TABLES


@pytest.mark.parametrize("path", generated(), ids=lambda path: path.name)
def test_generated_files_are_fresh(path):
    assert path.read_text(encoding="utf-8") == generated()[path], "run 'make docs' and commit the result"


def test_every_table_and_column_stands_in_the_dictionary():
    text = data_dictionary()
    for table in TABLES:
        assert f"### {full_name(table)}\n" in text
        for column in columns(table):
            assert f"| `{column.name}` |" in text


def test_the_diagram_shows_the_star():
    assert "fact_event ||--o{ bridge_event_participant : event_id" in data_dictionary()
