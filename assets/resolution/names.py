"""Names folded to the form in which two spellings of one name are equal."""

import re
import unicodedata
from functools import cache, lru_cache

from warehouse.reference import reference

DOTTED = re.compile(r"\b(?:\w\.){2,}")  # U.S., U.N.
ACCENT = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
APOSTROPHES = "'’ʻʼ"  # the last two are letters of Polynesian names
LONGEST_NAME = 60  # letters; a sentence is folded once
NAMES_KEPT = 100_000  # a name stands in many documents; about 20 MB
WORD = re.compile(r"\w+")
# the same words name one body in every country; without its country such a name says nothing
SHARED_ORGANIZATION_NAME = re.compile(
    r"^(?:[\w ]+ ministry$|ministry|department|parliament|congress|senate|national assembly|supreme court|central bank|"
    r"embassy|cabinet|government|army|navy|police|chamber of deputies|house of representatives|"
    r"presidency|foreign office|national security council|council of ministers)\b|"
    r"^(?:armed forces|air force|coast guard|national guard|border guards?|general staff|prime ministers office|"
    r"presidential (?:office|administration)|office of the (?:president|prime minister)|constitutional court|high court|"
    r"(?:attorney|prosecutor) generals office|(?:central )?election commission|electoral commission|national bank|"
    r"federal assembly|legislative assembly|house of assembly|supreme council|state council|communist party|"
    r"socialist party|national police|federal police)$"
)

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
HONORIFICS = frozenset(
    {"sheikh", "shaikh", "sheikha", "hajji", "haji", "alhaji", "prince", "princess", "sir", "dame", "lord", "mian"}
    | {"sayyid", "sayyed", "seyed", "seyyed", "sayed", "syed", "samdech", "daw", "mullah", "maulana", "ayatollah"}
)
PARTICLES = frozenset(
    {"al", "el", "ul", "ibn", "bin", "ben", "bint", "de", "da", "do", "dos", "del", "di", "van", "von"}
)


def folded(name: str) -> str:
    """Lower case, without accents, punctuation and a leading article; words parted by one space."""
    return _folded_name(name) if len(name) <= LONGEST_NAME else _folded(name)


@lru_cache(maxsize=NAMES_KEPT)
def _folded_name(name: str) -> str:
    return _folded(name)


def _folded(name: str) -> str:
    plain = name if name.isascii() else ACCENT.sub("", unicodedata.normalize("NFKD", name))
    plain = DOTTED.sub(lambda letters: letters[0].replace(".", ""), plain)
    for apostrophe in APOSTROPHES:
        plain = plain.replace(apostrophe, "")
    words = WORD.findall(plain.lower())
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


MINISTRY = re.compile(
    r"(?:federal )?(?:ministry|department) (?:of|for) (?:the )?(?P<what>.+)|(?:federal )?(?P<other>.+) ministry"
)
STYLE = re.compile(r"(?:popular|peoples) power (?:of|for) (?:the )?|national (?=defence$)")  # of a portfolio
FOREIGN = re.compile(
    r"(?:foreign|external|exterior)|"
    r"(?!.*\beconomic\b)(?=.*\b(?:affairs|relations)\b)(?:.+ and )?(?:foreign|external|exterior)\b.*"
)
SAME_PORTFOLIO = {"internal affairs": "interior", "labour": "labor"}


def office_name(name: str) -> str:
    """A folded name of a ministry in one form: "foreign ministry" for "ministry of foreign affairs"."""
    found = MINISTRY.fullmatch(name)
    what = STYLE.sub("", (found["what"] or found["other"]).replace("defense", "defence")) if found else ""
    if name == "foreign office" or FOREIGN.fullmatch(what):
        return "foreign ministry"
    return f"{SAME_PORTFOLIO.get(what, what)} ministry" if what else name


@lru_cache(maxsize=NAMES_KEPT)
def name_tokens(name: str) -> tuple[str, ...]:
    """Folded words of a person's name, without initials and suffixes, its first name in full.

    'Antony J. Blinken' equals 'Antony Blinken', 'Joe Biden' equals 'Joseph R. Biden Jr.'.
    """
    words = folded(name).split()
    full = [word for word in words if len(word) > 1 and word not in SUFFIXES]
    if len(full) > 2 and full[0] in HONORIFICS:
        del full[0]
    if len(full) == 2 and full[0] in PARTICLES:  # Al-Sulaiti
        del full[0]
    if len(full) > 1:
        full[0] = _full_first_names().get(full[0], full[0])
    return tuple(full or words)


def initials_of(name: str) -> str:
    """The single letters among the words of a person's name: "s" of 'S. Jaishankar'."""
    return "".join(word for word in folded(name).split() if len(word) == 1)


@cache
def _full_first_names() -> dict[str, str]:
    return dict(reference("nicknames").iter_rows())


def is_part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether ``short`` is ``long`` with names left out: Andrés López Obrador, Andrés Manuel López Obrador."""
    remaining = iter(long)
    return 1 < len(short) < len(long) and all(word in remaining for word in short)


@cache
def country_names() -> dict[str, str]:
    """ISO alpha-3 code by each folded name of a country."""
    found: dict[str, str] = {}
    for row in reference("countries").iter_rows(named=True):
        for name in [row["name"], *(row["aliases"] or "").split("|")]:
            if name:
                found.setdefault(folded(name), row["country_id"])
    return found
