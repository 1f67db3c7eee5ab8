"""No regular expression of the reader takes far longer on a text of twice the length."""

import re

import pytest

from assets.documents.html.markup import MAX_PARTED_CHARS
from assets.documents.parts import CREDIT_CHARS
from assets.documents.title import MAX_LONG_TITLE_CHARS, MAX_TITLE_CHARS
from assets.raw.charsets import HEAD_BYTES
from benchmarks.fuzz.growth import grows_too_fast, slow
from benchmarks.fuzz.patterns import CALLS, Found, found_patterns

# Patterns that grow faster and see no longer text than this.
BOUNDED = {
    "assets.documents.html.markup.PARTED": MAX_PARTED_CHARS,
    "assets.documents.parts.END_MARK": CREDIT_CHARS,
    "assets.documents.title.NO_TITLE": MAX_LONG_TITLE_CHARS,
    "assets.documents.title.PURPOSE": MAX_TITLE_CHARS,
    "assets.raw.charsets.META": HEAD_BYTES,
}


def test_no_pattern_is_slow():
    found = found_patterns()
    assert len(found) > 100  # else they were not found
    attacks = [str(attack) for one in found if (attack := slow(one, BOUNDED.get(one.name)))]
    assert not attacks, "\n".join(attacks)


@pytest.mark.parametrize(
    ("pattern", "is_slow"),
    [
        (r"\s+$", True),
        (r"(a|a)*b", True),
        (r"(\w+\s?)*:", True),
        (r"\w+@", True),
        (r".*x.*y", True),
        (rb"-*-*-*=", True),
        (r"\s+", False),
        (r"[a-z]{2,5}:", False),
        (r"(?:by|in) [A-Z]\w{1,20}", False),
        (r"(?<!\w)\w+@", False),
    ],
)
def test_an_attack_finds_what_is_slow_and_nothing_else(pattern, is_slow):
    assert (slow(Found("P", re.compile(pattern), CALLS)) is not None) == is_slow


@pytest.mark.parametrize(
    ("seconds", "too_fast"),
    [
        ((0.01, 0.02, 0.04), False),
        ((0.01, 0.04, 0.16), True),
        ((0.01, 0.02, 0.08), False),  # another program took the machine for a while
        ((0.0001, 0.0004, 0.0016), False),  # too short to tell
        ((0.5, 0.5, 0.5), True),
    ],
)
def test_growth_is_told_by_doubling(seconds, too_fast):
    assert grows_too_fast(seconds) == too_fast
