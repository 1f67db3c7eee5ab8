"""Words and sentences that a page broke or ran together: where a hyphen, a space or a word was lost or added."""

import re
from collections.abc import Set as AbstractSet

LETTER = r"[^\W\d_]"
# "minis-\nter": the hyphen at the end of a line and the break behind it
HYPHEN = rf"(?<={LETTER})[-\u2010][ \t]{{0,9}}\r?\n[ \t]{{0,9}}(?=[^\W_])|\u00ad[ \t]{{0,9}}\r?\n[ \t]{{0,9}}"
LITTLE_WORDS = "the|of|a|an|to|and|with|by|for|at|from"  # "had had" and "that that" are English
DOUBLED = rf"(?<=\s)(?P<little>{LITTLE_WORDS})[ \t]{{0,9}}\r?\n[ \t]{{0,9}}(?=(?P=little)\s)"
LOWER_OPENERS = "the|and|but|who|which|they|this|that|she|he|his|their|where|when|while|with|from|there"
GLUED = (
    r"(?:(?<=[a-z\u00df-\u00ff\d\u00ad\u200b][a-z\u00df-\u00ff\d)%\u00ad\u200b])"
    r"|(?<=[A-Z]\)))[.!?](?=[\"“‘]?[A-Z][a-z\u00df-\u00ff\u00ad\u200b]{0,20}(?:[\s,'’&-]|\Z))"
    rf"|(?<=[a-z][a-z])\.(?=(?:{LOWER_OPENERS})\s)"
    r"|(?<=[a-z][a-z]),(?=[^\W\d_]{2})"
    r"|(?<=[a-z][.!?,])”(?=[A-Z“])|(?<=[a-z][a-z][.!?])\)(?=[A-Z][a-z])"
)
ADDRESS = re.compile(r"://|www\.|[@/=\\_]")
DOMAIN_WORDS = (
    "com org net gov edu int info biz tv co io ai news ac uk us eu ru ua by kz kg tj tm uz ge am az ir iq sa ae "
    "qa kw jo lb sy ye eg ma dz tn ly sd ng gh ke ug tz rw et za zw zm na bw mz ao sn ci cm cn hk tw jp kr kp vn "
    "la kh th mm my sg id ph bn au nz fj pg ws ca mx gt hn sv ni cr pa cu jm ht bb tt gy ve ec pe bo cl ar uy py "
    "br es pt fr de nl ch dk se fi ee lv lt pl cz sk hu si hr ba rs mk bg ro md gr cy tr il ps va js"
)
DOMAINS = frozenset(
    DOMAIN_WORDS.split()
)  # without "it", "in", "is", "as", "at", "no", "so", "me", "my", "be", "do", "we": sentences begin with them
MAX_ADDRESS_CHARS = 100
MAX_SHOUTED_ACRONYM = 3  # "US-\nCHINA" is a compound, "MINIS-\nTER" is not
SPLITTERS = ("\u00ad", "\u200b")  # within "Th\u00adey" stands no ".th"
WORD_BEFORE = re.compile(rf"{LETTER}{{1,30}}(?:-{LETTER}{{1,30}})?$")
WORD_AFTER = re.compile(r"[^\W_]{1,30}")

PREFIX_WORDS = (
    "non self ex vice anti pro post all half cross mid well ill long short high low far near first second third "
    "one two three four five six seven eight nine ten multi semi quasi ultra then so much newly highly east west "
    "north south decision policy law peace state government foreign double single hard soft full part front face "
    "day year co"
)
PREFIXES = frozenset(PREFIX_WORDS.split())
ENDING_WORDS = (
    "based led backed year old term level day month week hour making maker makers building general elect wide "
    "sponsored run owned style time scale ranking range ranging speaking related held born controlled occupied "
    "brokered mediated fire off down up out in back by law chief president minister to long lasting going called "
    "free friendly funded made keeping member nation way sided party point class profile rate income haired "
    "fought known established being determination defense defence reliance sufficient sufficiency governmental "
    "proliferation aligned interference aggression intervention compliance"
)
ENDINGS = frozenset(ENDING_WORDS.split())
OPEN_PREFIXES = frozenset({"non", "self", "ex", "vice", "co", "anti", "pro"})
NEVER_JOINED = frozenset({"non", "self", "ex", "vice"})
VOCABULARY_WORD = re.compile(rf"{LETTER}+(?:-{LETTER}+)*")
LINE_END_HYPHEN = re.compile(HYPHEN)


def vocabulary(raw: str) -> AbstractSet[str]:
    """Words and hyphened compounds of a text in small letters; empty where no line ends in a hyphen."""
    if not LINE_END_HYPHEN.search(raw):
        return frozenset()
    return {word.lower() for word in VOCABULARY_WORD.findall(raw)}


def keeps_hyphen(text: str, start: int, end: int, words: AbstractSet[str]) -> bool:
    """Whether the hyphen ``text[start]`` before a line break belongs to its word, as in "Franco-German"."""
    before = WORD_BEFORE.search(text, max(start - 62, 0), start)
    after = WORD_AFTER.match(text, end)
    if text[start] == "\u00ad" or not before or not after:
        return False
    first, second = before.group().lower(), after.group().lower()
    is_shouted = before.group().isupper() and after.group().isupper() and len(first) > MAX_SHOUTED_ACRONYM
    if not second.isalpha() or (after.group()[0].isupper() and not is_shouted):
        return True
    if f"{first}-{second}" in words:
        return True
    if first + second in words:
        return False
    return _is_compound(first, second, words)


def is_address(text: str, position: int) -> bool:
    """Whether a mark stands in an address or a file name: "www.x.org", "Civil.Ge"."""
    before = text[max(position - MAX_ADDRESS_CHARS, 0) : position].rpartition(" ")[2].split()[-1:]
    behind = text[position : position + MAX_ADDRESS_CHARS].split(maxsplit=1)[:1]
    after = WORD_AFTER.match(text, position + 1)
    is_whole = after is not None and text[after.end() : after.end() + 1] not in SPLITTERS
    is_domain = text[position] == "." and after is not None and is_whole and after.group().lower() in DOMAINS
    return is_domain or ADDRESS.search("".join(before + behind)) is not None


def repeats_word(first: str, second: str) -> str:
    """Little word that ends one run of text and opens the next: "... of the" / "the ambassador"; empty without one."""
    match = re.search(rf"(?:^|\s)({LITTLE_WORDS})$", first[-12:])
    return match.group(1) if match and second.startswith(f"{match.group(1)} ") else ""


def _is_compound(first: str, second: str, words: AbstractSet[str]) -> bool:
    last = first.rpartition("-")[2]
    if "-" in first or last in NEVER_JOINED:  # "one-on-one": the word has hyphens already
        return True
    if second in ENDINGS and (first in PREFIXES or first in words):
        return True
    return first in PREFIXES and second in words and first in words | OPEN_PREFIXES
