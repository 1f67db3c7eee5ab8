"""Numbers as English news writes them, in digits or in words, and their values."""

import re

from assets.entities.number_words import SMALL

_LARGE: dict[str, float] = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "k": 1e3,
    "m": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "trillion": 1e12,
    "tn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
_DECIMALS_AT_MOST = 2

SCALE = r"(?:thousand|million|billion|trillion|mln|bln|mn|bn|tn|lakh|crore)s?"
# grouped, plain, or the comma before a space that machine translation leaves: "2, 2 million"
DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,3}},\s\d{{1,2}}(?=\s{SCALE}\b)|\d+(?:[.,]\d+)?)"
_WORD = "|".join(
    [*sorted(SMALL, key=len, reverse=True), "hundred", "thousand", "million", "billion", "trillion", "dozen"]
)
_GLUED = r"(?:mn|bn|tn|m|k)"  # "€300m"
SPELLED = (
    rf"(?:(?:half\s+an?|an?|a\s+couple\s+of)\s+(?:hundred|thousand|million|billion|trillion|dozen)"
    rf"|(?:a\s+quarter|three[\s-]quarters|half)\s+of\s+an?\s+(?:million|billion|trillion)"
    rf"|(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})\s+and\s+a\s+half(?:\s+(?:thousand|million|billion|trillion))?"
    rf"|(?:{'|'.join(sorted(SMALL, key=len, reverse=True))})(?:(?:\s+and\s+|[\s-])(?:{_WORD})\b){{0,5}})"
)
NUMBER = rf"(?:{DIGITS}(?:[\s-]{SCALE}\b|{_GLUED}\b)?|\b(?i:{SPELLED})\b)"

_PARTS = {"half": 0.5, "a quarter": 0.25, "three-quarters": 0.75, "three quarters": 0.75}
DECIMALS = 4  # 32.7 times a million is 32,700,000, not a fraction of a person more
_DIGITS = re.compile(rf"({DIGITS})(?:[\s-]?({SCALE}|{_GLUED}))?", re.IGNORECASE)


def number_value(text: str) -> float | None:
    """Value of a number matched by NUMBER; None when the words do not make one."""
    match = _DIGITS.fullmatch(text)
    if match:
        return round(_digits_value(match[1]) * _scale(match[2]), DECIMALS)
    return _spelled_value(text.lower())


def scale_of(text: str) -> str | None:
    """The word for thousands, millions, ... that ends a number in digits, if there is one."""
    match = _DIGITS.fullmatch(text)
    return match[2] if match else None


def _digits_value(digits: str) -> float:
    whole, comma, rest = digits.partition(",")
    if comma and " " in rest:  # "2, 2 million"
        return float(f"{whole}.{rest.strip()}")
    if comma and "," not in rest and len(rest) <= _DECIMALS_AT_MOST:  # "1,5 million"
        return float(f"{whole}.{rest}")
    return float(digits.replace(",", ""))


def _scale(word: str | None) -> float:
    return _LARGE[word.lower().removesuffix("s")] if word else 1.0


def _spelled_value(text: str) -> float | None:
    if text in ("half a", "half an"):
        return 0.5
    part = next((value for words, value in _PARTS.items() if text.startswith(words)), None)
    if part is not None:
        return _LARGE[text.rsplit(maxsplit=1)[-1]] * part
    whole, half, scale = text.partition(" and a half")
    if half:
        return (SMALL.get(whole, 1.0) + 0.5) * _LARGE.get(scale.strip(), 1.0)  # "an hour and a half"
    total, current = 0.0, 0.0
    for word in re.split(r"[\s-]+", text.replace("couple of", "two")):
        if word in SMALL:
            current += SMALL[word]
        elif word in ("hundred", "dozen"):
            current = max(current, 1.0) * _LARGE[word]
        elif word in _LARGE:
            total, current = total + max(current, 1.0) * _LARGE[word], 0.0
        elif word == "two":
            current = 2.0
    return total + current or None
