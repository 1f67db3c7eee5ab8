"""ISO 4217 codes of the symbols and words that name currencies."""

import re
from functools import cache

from assets.entities.amounts.numbers import SCALE
from warehouse.reference import reference


@cache
def currency_symbols() -> str:
    """Pattern of the symbols, longest first."""
    names = sorted(_names("symbols"), key=len, reverse=True)
    return "|".join(_symbol(name) for name in names)


def _symbol(name: str) -> str:
    """Pattern of a symbol; a letter alone is one before a sum in millions only: "N2.5 billion", not "N95"."""
    if not name[0].isalpha():
        return re.escape(name)
    is_letter = len(name) == 1
    return rf"\b{re.escape(name)}" + (rf"(?=\d[\d.,]*(?:[\s-]{SCALE}|bn|tn|m)\b)" if is_letter else "")


@cache
def currency_words() -> str:
    """Pattern of the words and codes, longest first."""
    names = sorted(_names("words"), key=len, reverse=True)
    codes = [code for code in reference("currencies")["code"].drop_nulls().to_list() if len(code) == 3]
    return "|".join([re.escape(name).replace(r"\ ", r"\s+") + "s?" for name in names] + codes)


def currency_code(name: str, text: str, start: int, end: int) -> str | None:
    """Code of a symbol or word; one that many countries use is that of the only such country named.

    "60 million kroner" in an article on Norway are Norwegian; where Mexico and Colombia are both named a peso stays open.
    """
    word = " ".join(name.lower().split())
    codes = _codes()
    code = codes.get(word) or codes.get(word.removesuffix("s"))
    if code:
        return code
    sentence = text[max(text.rfind("\n", 0, start), text.rfind(". ", 0, start), 0) : end]
    rivals = _rivals(word) or _rivals(word.removesuffix("s"))
    for part in (sentence, text):
        named = [rival for rival in rivals if re.search(_country_names(rival[:2]), part)] if rivals else []
        if named:
            return named[0] if len(named) == 1 else None
    return None


def _names(column: str) -> set[str]:
    return {name for names in reference("currencies")[column].drop_nulls().to_list() for name in names.split("|")}


@cache
def _codes() -> dict[str, str | None]:
    """Code by symbol or word; None for words that many countries use, such as peso."""
    codes: dict[str, str | None] = {}
    for code, symbols, words in reference("currencies").select("code", "symbols", "words").iter_rows():
        for name in (symbols or "").split("|") + (words or "").split("|"):
            if name:
                codes[name.lower()] = code
    return codes


@cache
def _rivals(word: str) -> tuple[str, ...]:
    """Codes of the currencies that are called by a word and a country's adjective: MXN, ARS, ... for peso."""
    return tuple(sorted({code for name, code in _codes().items() if code and name.endswith(f" {word}")}))


@cache
def _country_names(alpha_2: str) -> str:
    """Pattern of the names of the country to which a currency belongs: the first letters of its code are the country's."""
    rows = reference("countries").select("alpha_2", "name", "demonym", "demonyms", "capital").iter_rows()
    names = [
        name
        for code, *columns in rows
        if code == alpha_2
        for column in columns
        for name in (column or "").split("|")
        if name
    ]
    return rf"\b(?:{'|'.join(map(re.escape, names))})\b" if names else r"(?!)"
