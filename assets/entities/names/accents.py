"""Letters without their accents, for comparing names that texts write either way."""

import unicodedata

# Letters that do not decompose into a base letter and a mark.
PLAIN = str.maketrans(
    {
        "ʻ": "'",
        "ʼ": "'",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "Æ": "Ae",
    }
)


def without_accents(text: str) -> str:
    """The same text with plain letters: "Bárcena" becomes "Barcena"."""
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(PLAIN)
