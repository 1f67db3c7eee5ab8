"""Offices that a text names without their holders, and the events in which they take part."""

import pytest

from assets.entities import read_text

# text, offices without a name as it has them, with their titles and countries
OFFICES = [
    (
        "Sol met with the Peruvian Foreign Minister in Lima on Tuesday.",
        [("the Peruvian Foreign Minister", "foreign minister", "PER")],
    ),
    ("Sol thanked the President of Peru in Lima.", [("the President of Peru", "president", "PER")]),
    ("Peru's president received Ana Sol.", [("Peru's president", "president", "PER")]),
    (
        "The Prime Minister of India and the President of France discussed trade.",
        [("The Prime Minister of India", "prime minister", "IND"), ("the President of France", "president", "FRA")],
    ),
    (
        "Foreign Minister Lavrov of Russia met the Iranian Foreign Minister.",
        [("the Iranian Foreign Minister", "foreign minister", "IRN")],
    ),
    ("Sol spoke with the NATO Secretary General.", [("the NATO Secretary General", "secretary-general", None)]),
    ("Ana Sol, the Peruvian Foreign Minister, left.", []),
    ("Peruvian Foreign Minister Ana Sol left. The Peruvian Foreign Minister was late.", []),
    ("Foreign Minister Ana Sol left. The Peruvian Foreign Minister was late.", []),
    ("The former Peruvian Foreign Minister left.", []),
    ("The Peruvian president-elect left.", []),
    ("The Peruvian and Chilean foreign ministers left.", []),
    ("A Peruvian minister left. The Minister left.", []),
    ("The next President of Peru and the new Peruvian Foreign Minister left.", []),
    ("Sol met the President of Mexico and Guatemala.", []),
    ("Sol was a special assistant to the Peruvian Foreign Minister.", []),
    ("Sol welcomed the President of Peru to Lima.", [("the President of Peru", "president", "PER")]),
    ("Sol was elected the President of Peru. The office of the President of Peru is open.", []),
]


@pytest.mark.parametrize(("text", "offices"), OFFICES)
def test_offices_without_a_name(text, offices):
    found = read_text(text).office_mentions
    assert [(row.text, row.role_title, row.country_id) for row in found] == offices
    assert all(text[row.start_char : row.end_char] == row.text for row in found)


# text, words that fill each part of its events, with the office in whose place they do
PARTS = [
    (
        "Secretary Antony Blinken met with the Ukrainian Foreign Minister in Kyiv.",
        {("Antony Blinken", None), ("Ukrainian", "the Ukrainian Foreign Minister")},
    ),
    (
        "Ukraine is far. Secretary Antony Blinken met with the Ukrainian Foreign Minister.",
        {("Antony Blinken", None), ("Ukraine", "the Ukrainian Foreign Minister")},
    ),
    (
        "Secretary Antony Blinken thanked the Foreign Minister of Japan.",
        {("Antony Blinken", None), ("Japan", "the Foreign Minister of Japan")},
    ),
    (
        "Secretary Antony Blinken met with the wife of the Mexican president.",
        {("Antony Blinken", None), ("Mexican", None)},
    ),
    ("Secretary Antony Blinken met with Ukrainian officials.", {("Antony Blinken", None), ("Ukrainian", None)}),
]


@pytest.mark.parametrize(("text", "parts"), PARTS)
def test_in_whose_place_a_country_takes_part(text, parts):
    found = read_text(text)
    words = {row.mention_id: row.text for row in found.mentions}
    offices = {row.chain_id: row.text for row in found.office_mentions}
    told = {(words[row.mention_id], offices.get(row.office_chain_id or "")) for row in found.event_arguments}
    assert told == parts


def test_the_earliest_year_that_the_sentence_names():
    found = read_text("In 1998 and 2001 Sol met the President of Peru. Sol met the President of Chile.").office_mentions
    assert [row.earliest_year for row in found] == [1998, None]


def test_the_institution_of_an_office_is_a_chain():
    found = read_text("Sol spoke with the NATO Secretary General.")
    (office,) = found.office_mentions
    (body,) = [row for row in found.mentions if row.label == "ORG"]
    assert office.role_organization_chain_id == body.chain_id
