"""Where sentences end, and where they do not."""

import pytest

from assets.entities import load_pipeline

CASES = [
    ("He met Gen. Li Shangfu. They spoke.", ["He met Gen. Li Shangfu.", "They spoke."]),
    ("The U.S. Congress met. It voted.", ["The U.S. Congress met.", "It voted."]),
    ("It happened in the U.S. The delegation left.", ["It happened in the U.S.", "The delegation left."]),
    ('"We agree." He left.', ['"We agree."', "He left."]),
    ('"We agree," she said. "We sign."', ['"We agree," she said.', '"We sign."']),
    ("“We agree!” said the minister.", ["“We agree!” said the minister."]),
    (
        "No. 5 was signed on Jan. 3. He said no. She agreed.",
        ["No. 5 was signed on Jan. 3.", "He said no.", "She agreed."],
    ),
    ("Antony J. Blinken spoke. St. Petersburg hosts.", ["Antony J. Blinken spoke.", "St. Petersburg hosts."]),
    ("The first woman ... to lead. Next.", ["The first woman ... to lead.", "Next."]),
    ("A heading without a stop\n\nThe text starts.", ["A heading without a stop", "The text starts."]),
    ("A line that is\nwrapped ends here. Next.", ["A line that is\nwrapped ends here.", "Next."]),
    ("at the end of the meeting. pointed out that", ["at the end of the meeting. pointed out that"]),
    ("talks with the U.N. and Mr. Grossi.", ["talks with the U.N. and Mr. Grossi."]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    found = [sentence.text.strip() for sentence in load_pipeline()(text).sents]
    assert found == expected


def test_a_long_run_of_marks_is_read_in_linear_time() -> None:
    text = ". " * 5_000
    assert len(load_pipeline()(text)) == 5_000


@pytest.mark.parametrize("text", ['"' * 20_000, "a," * 10_000, "(" * 20_000, 'x "' + '"' * 900 + " y."])
def test_a_stretch_without_spaces_keeps_its_text(text: str) -> None:
    assert load_pipeline().tokenizer(text).text == text


def test_texts_of_several_megabytes_are_taken() -> None:
    assert load_pipeline().max_length > 5_000_000
