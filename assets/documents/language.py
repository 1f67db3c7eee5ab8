"""Which language a body is in, with doubt counted as English."""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
SAMPLE_CHARS = 20_000
MIN_WORDS = 5  # fewer words tell nothing
MIN_SHOUTED_WORDS = 20  # a list of acronyms is in no language
MAX_ENGLISH = 0.05  # Norwegian is Danish to one half, but English to no part
# Four in ten of the lower-case words of English prose are among these, hardly one in other languages.
COMMON_ENGLISH = (
    "the of and to in that is was for on with as by at from his her their they it its be are were has have had not "
    "this which who will would said but or an he she we after between also been during"
)
FUNCTION_WORDS = frozenset(COMMON_ENGLISH.split())
MIN_ENGLISH_SHARE, SURE_ENGLISH_SHARE = 0.12, 0.2
NO_ENGLISH = 1e-6
ENGLISH_CREOLES = frozenset({"pcm", "jam", "sco", "bi", "tpi"})
MAX_FOREIGN_SHARE = 0.02
WORD = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
MIN_LATIN_SHARE = 0.5


def foreign_language(body: str) -> str | None:
    """ISO 639 code of the body's language when that is surely not English, else None."""
    sample = body[:SAMPLE_CHARS]
    words = WORD.findall(sample.lower() if sample.isupper() else sample)
    if sample.isupper() and len(words) < MIN_SHOUTED_WORDS and LATIN.search(sample):
        return None  # "EU, NATO, UN, AU"
    latin_share = len(LATIN.findall(sample)) / max(sum(map(len, words)), 1)
    if words and latin_share < MIN_LATIN_SHARE:
        return _identified(sample)[0]
    common = [word for word in words if word[0].islower()]  # names say nothing of the language around them
    english_share = sum(word in FUNCTION_WORDS for word in common) / max(len(common), 1)
    if len(common) < MIN_WORDS or english_share >= SURE_ENGLISH_SHARE:
        return None
    language, english = _identified(sample)
    if english_share >= MIN_ENGLISH_SHARE:  # "for", "to" and "at" are Norwegian as well
        return language if english <= NO_ENGLISH and language not in ENGLISH_CREOLES else None
    sure = english_share <= MAX_FOREIGN_SHARE or english <= MAX_ENGLISH
    return language if language != ENGLISH and sure else None


def _identified(text: str) -> tuple[str, float]:
    """Likeliest language, and how likely English is."""
    ranked = _identifier().rank(text)
    return str(ranked[0][0]), float(dict(ranked).get(ENGLISH, 0.0))


@cache
def _identifier() -> "LanguageIdentifier":
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
