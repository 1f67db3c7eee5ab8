import pytest

from assets.resolution.names import folded, is_part, name_tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nicolás Maduro", "NICOLAS MADURO"),
        ("Capaya\u00a0Rodríguez", "Capaya Rodriguez"),
        ("The Hague", "the hague"),
        ("Xi Jin-ping", "Xi Jin ping"),
        ("the United Nations", "United Nations"),
    ],
)
def test_spellings_of_one_name_fold_to_one_form(one, other):
    assert folded(one) == folded(other)


def test_initials_do_not_count():
    assert name_tokens("Antony J. Blinken") == name_tokens("Antony Blinken")


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("Andrés López Obrador", "Andrés Manuel López Obrador", True),
        ("Nicolás Maduro", "Nicolás Maduro Guerra", True),
        ("Delcy Rodríguez", "Capaya Rodríguez", False),
        ("Maduro", "Nicolás Maduro", False),
        ("Joe Biden", "Joe Biden", False),
    ],
)
def test_a_part_of_a_name_leaves_names_out(short, long, same):
    assert is_part(name_tokens(short), name_tokens(long)) is same
