"""Who speaks, where a text names the speaker by an office, a statement or a clause of its own."""

import datetime as dt

import pytest

from assets.entities import read_text


def quoted(text: str) -> list[tuple[str, str | None]]:
    """Words and speaker of each quotation."""
    rows = read_text(text, dt.date(2024, 6, 20))
    names: dict[str, str] = {}
    for mention in rows.mentions:
        names.setdefault(mention.chain_id, mention.text)
    return [(row.text, names.get(row.speaker_chain_id or "")) for row in rows.quotes]


SPEAKERS = [
    (
        "Indian External Affairs Minister Asha Rao met her Omani counterpart Ali Said.\n\n"
        '"We spoke with Foreign Minister Ali Said of trade," the external affairs minister said.',
        ("We spoke with Foreign Minister Ali Said of trade,", "Asha Rao"),
    ),
    (
        "The two ministers met, the Russian Foreign Ministry said in a statement.\n\n"
        '"The sides exchanged views on exports," the statement reads.',
        ("The sides exchanged views on exports,", "Russian Foreign Ministry"),
    ),
    (
        'Ana Ruiz said the commitment to Peru is "ironclad," while Luis Rey stressed the importance of trade.',
        ("ironclad,", "Ana Ruiz"),
    ),
    (
        "The minister was asked to travel to Lima to mediate, a presidential spokesperson, Ana Ruiz, said.",
        ("The minister was asked to travel to Lima to mediate", "Ana Ruiz"),
    ),
    (
        "Ana Ruiz and Eva Sol agreed.\n\n“We cannot wait another twenty years”, Ruiz said, adding that president Luis Rey "
        "would raise the matter with his Brazilian peer during next month's summit.",
        (
            "president Luis Rey would raise the matter with his Brazilian peer during next month's summit",
            "Ana Ruiz",
        ),
    ),
]


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_who_is_quoted(text: str, expected: tuple[str, str]) -> None:
    assert expected in quoted(text)
