"""Names folded to the form in which two spellings of one name are equal."""

import re
import unicodedata

NOT_LETTER = re.compile(r"[^\w]+", re.UNICODE)
# the same words name one body in every country; without its country such a name says nothing
SHARED_ORGANIZATION_NAME = re.compile(
    r"^(?:ministry|department|foreign ministry|parliament|congress|senate|national assembly|supreme court|central bank|"
    r"embassy|cabinet|government|army|navy|police|state department|chamber of deputies|house of representatives|"
    r"presidency|foreign office|national security council|council of ministers)\b"
)


def folded(name: str) -> str:
    """Lower case, without accents, punctuation and a leading article; words parted by one space."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    words = NOT_LETTER.sub(" ", plain.replace("'", "").replace("’", "").lower()).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def name_tokens(name: str) -> tuple[str, ...]:
    """Folded words of a person's name, initials left out: 'Antony J. Blinken' equals 'Antony Blinken'."""
    words = folded(name).split()
    full = tuple(word for word in words if len(word) > 1)
    return full or tuple(words)


def is_shorter_form(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``short`` is ``long`` with middle names left out: Andrés López Obrador, Andrés Manuel López Obrador."""
    if len(short) < 2 or len(short) >= len(long) or short[0] != long[0] or short[-1] != long[-1]:
        return False
    remaining = iter(long)
    return all(word in remaining for word in short)
