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
    ("Luis Rey met Ana Ruiz. Luis Rey said,“Our duty is to help them.”", ("Our duty is to help them.", "Luis Rey")),
    (
        "The truce was brokered by Peru, said the Chadian spokesman Luis Rey.",
        ("The truce was brokered by Peru", "Luis Rey"),
    ),
    ("The truce was brokered by Peru, said the Chadian presidency.", ("The truce was brokered by Peru", None)),
    (
        "The Peruvian Foreign Ministry said it was sad. The Chadian Foreign Ministry published a note. “We regret the "
        "words of the Chadian Foreign Ministry,” the ministry added.",
        ("We regret the words of the Chadian Foreign Ministry,", "Peruvian Foreign Ministry"),
    ),
    (
        "“Peru is ready to work with Chad on trade,” Xinhua quoted Luis Rey as saying.",
        ("Peru is ready to work with Chad on trade,", "Luis Rey"),
    ),
    (
        "Xinhua quoted Luis Rey as saying that Peru was ready to work with Chad.",
        ("Peru was ready to work with Chad", "Luis Rey"),
    ),
    (
        "Iran's Foreign Minister Luis Rey met Ana Ruiz. “They must leave the country,” the Iranian FM said.",
        ("They must leave the country,", "Luis Rey"),
    ),
    (
        "The minister and his guest spent eight hours together, including a meeting on Wednesday, Ana Ruiz, the "
        "spokesperson for the Peruvian Foreign Ministry, said on Thursday.",
        (
            "The minister and his guest spent eight hours together, including a meeting on Wednesday",
            "Ana Ruiz",
        ),
    ),
    (
        "Admiral Luis Rey called on President Eva Sol and discussed security, the Inter-Services Public Relations "
        "(ISPR) said.",
        ("Admiral Luis Rey called on President Eva Sol and discussed security", "Inter-Services Public Relations"),
    ),
    (
        "Chief of Army Staff General Luis Rey met the guest. Peru gives great importance to its ties, the COAS said.",
        ("Peru gives great importance to its ties", "Luis Rey"),
    ),
    (
        "Chief of Army Staff General Luis Rey met the guest. The Army Chief added that both countries share a history.",
        ("both countries share a history", "Luis Rey"),
    ),
    (
        "The AU's Peace and Security Council “demands the soldiers to immediately return”, it said in a communique.",
        ("demands the soldiers to immediately return", "AU's Peace and Security Council"),
    ),
    (
        "The High Negotiations Committee did not attend. The group later said it would send “about thirty people”.",
        ("about thirty people", "High Negotiations Committee"),
    ),
    (
        "Foreign Minister Luis Rey left on Friday. “I hope that my meeting with Foreign Minister Ana Sol will be "
        "beneficial,” the foreign minister said.",
        ("I hope that my meeting with Foreign Minister Ana Sol will be beneficial,", "Luis Rey"),
    ),
    (
        "Talks between the two sides dwelt on trade with Ghana, Indonesian news agency Antara reported.",
        ("Talks between the two sides dwelt on trade with Ghana", "Antara"),
    ),
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


def test_a_paragraph_left_open_is_said_by_whoever_says_the_next() -> None:
    text = "“We met twice in the capital to speak of trade.\n\n“We also spoke of fishing and ports,” Luis Rey said."
    assert [speaker for _, speaker in quoted(text)] == ["Luis Rey", "Luis Rey"]


def test_what_a_reader_is_asked_to_recall_nobody_says() -> None:
    assert quoted("Recall that President Luis Rey would host a meeting on Sunday in Lima.") == []


@pytest.mark.parametrize(
    "text",
    [
        'Ana Gil said, "The border will stay open," adding that Peru had agreed to the plan.',
        'Ana Gil said on Monday: "The border will stay open," noting that Luis Sol had agreed.',
        '"The border will stay open," Ana Gil said, adding that Peru had agreed to the plan.',
    ],
)
def test_what_is_added_is_by_whoever_said_the_rest(text: str) -> None:
    assert ("The border will stay open,", "Ana Gil") in quoted(text)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "The Ministry of Foreign Affairs of Peru, in an official statement, said that talks had ended. "
            '"We are glad of the result," the statement added.',
            "Ministry of Foreign Affairs of Peru",
        ),
        (
            "The visit will bring the countries closer, a statement released by the Foreign Office said.\n\n"
            '"We are glad of the result," the statement added.',
            "Foreign Office",
        ),
        (
            'Spokesman Luis Rey tweeted, "The ministers met in Lima today."\n\n"We are glad of the result," the tweet added.',
            "Luis Rey",
        ),
        (
            "President Luis Rey arrived in Lima on Friday. A copy of his arrival speech read: "
            "“We are glad of the result,”",
            "Luis Rey",
        ),
        (
            "The European Commission rejected the plan on Sunday. “We are glad of the result,” it said in a statement.",
            "European Commission",
        ),
    ],
)
def test_a_text_is_by_whoever_issued_it(text: str, speaker: str) -> None:
    assert ("We are glad of the result,", speaker) in quoted(text)


@pytest.mark.parametrize(("text", "expected"), SPEAKERS)
def test_who_is_quoted(text: str, expected: tuple[str, str]) -> None:
    assert expected in quoted(text)
