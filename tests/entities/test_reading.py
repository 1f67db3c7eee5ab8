"""From text to rows."""

import pytest

from assets.entities import Entities, read_text
from warehouse.tables.entities import Label

TEXT = "Caracas, October 17, 2023 -- The President of Peru, Dina Gil, received Cuban Ambassador Luis Paz. Gil spoke."


def test_spans_give_the_text_back() -> None:
    rows = read_text(TEXT).mentions
    assert rows
    assert all(TEXT[row.raw_start : row.raw_end] == row.text == TEXT[row.start_char : row.end_char] for row in rows)
    assert all(TEXT[row.role_start : row.role_end] == row.role_text for row in rows if row.role_text)


def test_mention_ids_are_unique_and_stable() -> None:
    first, second = read_text(TEXT).mentions, read_text(TEXT).mentions
    assert first == second
    assert len({row.mention_id for row in first}) == len(first)


def test_mentions_of_one_person_share_a_chain() -> None:
    people = [row for row in read_text(TEXT).mentions if row.label is Label.PERSON]
    assert [row.text for row in people] == ["Dina Gil", "Luis Paz", "Gil"]
    assert people[0].chain_id == people[2].chain_id != people[1].chain_id
    assert [row.country_id for row in people] == ["PER", "CUB", "PER"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "x", "…", '"', "The", "\ud800", "🙂 President", "A" * 5_000])
def test_any_text_can_be_read(text: str) -> None:
    assert isinstance(read_text(text), Entities)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Senior Advisor Amos Hochstein will travel to Lebanon on June 13 to discuss energy.", ["CONSULT"]),
        ("Both sides underscored the importance of cybersecurity.", []),
        ("The ambassadors condemned the arrests and detentions of activists in Sudan.", ["ACCUSE", "COERCE"]),
    ],
)
def test_one_act_is_told_once_and_emphasis_is_no_act(text, told):
    assert [event.plover_type.value for event in read_text(text).event_mentions] == told


def test_the_first_word_of_a_text_can_be_who_says_it():
    (quote,) = read_text("Traders said that the port would open again on Monday.").quotes
    assert quote.text == "the port would open again on Monday"
