"""Lists of participants after a word: "with Prime Minister X of Libya, his counterpart Y, and the president, Z"."""

import re
from dataclasses import dataclass

from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    SAYING,
    TAKING_OBJECT,
)
from assets.entities.sentences.phrases import Phrase, PhraseKind, title_words
from assets.entities.word_sets import word_set

_STOPS = word_set(
    "who whom which that where when while because although as said says told is are was were has have had will"
)
_CONNECTORS = (
    ("as", "well", "as"),
    ("along", "with"),
    ("together", "with"),
    ("accompanied", "by"),
    ("led", "by"),
    ("headed", "by"),
    ("including",),
    ("and", "with"),
    ("and", "then", "with"),
    ("and", "also", "with"),
    ("and",),
    ("&",),
    ("plus",),
    (";", "and"),
    (";",),
)
_AFTER_NAME = word_set("and or as amid agreed plus but also accompanied led headed where resumed began ended")
_OPEN_ENDS = frozenset({",", ";"})
_DOUBTS = frozenset({"possibly", "perhaps", "maybe", "potentially"})
_PAST = re.compile(r"[a-z]{2,}ed$")
_TITLE_LENGTH = 30  # tokens a title phrase may run before its name
_PARENTHESIS = 12  # tokens a remark in parentheses may run
_PLAIN_WORDS = 2  # adjectives that no list holds: "visiting", "ruling party"


@dataclass(frozen=True)
class Item:
    """One member of a list: a phrase, or None for somebody whom the text leaves unnamed ("his counterpart")."""

    phrase: Phrase | None
    end: int  # token after it
    is_office_holder: bool = False  # unnamed, and the phrase is the country: "his Mexican counterpart"


@dataclass(frozen=True)
class Objects:
    """The list that follows a word."""

    items: tuple[Item, ...]
    end: int

    @property
    def phrases(self) -> list[Phrase]:
        """The members that the text names."""
        return [item.phrase for item in self.items if item.phrase is not None]


def objects_from(view: DocumentView, index: int, is_pair: bool = False) -> Objects:
    """The list of phrases that begins at token ``index``; empty when no phrase begins there.

    ``is_pair`` says that the list is the subject of what follows: "talks between Serbia and Kosovo resumed".
    """
    if index >= len(view.lower):
        return Objects((), index)
    end = view.sentence_of(max(0, index - 1))[1]
    item = item_at(view, index, end)
    if item is None or is_possessor(view, item.end):
        return Objects((), index)
    items, joints = [item], [""]
    while True:
        joint, following = _next_item(view, items[-1], end, is_pair)
        if following is None:
            break
        items.append(following)
        joints.append(joint)
    kept = _without_loose_ends(items, joints)
    return Objects(tuple(kept), kept[-1].end)


def item_at(view: DocumentView, index: int, end: int) -> Item | None:
    """The member of a list that begins at ``index``, after articles, adjectives and title words."""
    index = start = view.skip(index, end)
    has_title, plain, side = False, 0, None
    while index < end and index - start < _TITLE_LENGTH:
        phrase, word = view.phrase_at(index), view.lower[index]
        if phrase is not None:
            if _ends_item(view, phrase, has_title, plain):
                return Item(phrase, phrase.end)
            if phrase.kind is PhraseKind.PRONOUN:
                return None
            if _is_side(view, phrase, has_title):
                side = side or phrase
            index = _after_parenthesis(view, phrase.end, end)
            continue
        if word in title_words():
            has_title = True
        elif has_title and (
            word in _STOPS or word in ";:." or (word == "," and not _name_follows(view, index + 1, end))
        ):
            return _office_holder(start, index, side)
        elif not has_title and word not in DETERMINERS and word not in POSSESSIVE_MARKS:
            plain += 1
            if (
                plain > _PLAIN_WORDS
                or word in PREPOSITIONS
                or word in AUXILIARIES
                or word in _STOPS
                or not word.isalpha()
                or _is_verb(view, index)
            ):
                return None
        index += 1
    return _office_holder(start, index, side) if has_title else None


def _is_verb(view: DocumentView, index: int) -> bool:
    """True for a verb of its own, not for one that describes: "elected President Sol"."""
    token = view.doc[index]
    return token.pos_ == "VERB" and token.dep_ not in ("amod", "compound")


def _is_side(view: DocumentView, phrase: Phrase, has_title: bool) -> bool:
    """True for the country of an office: in front of the title or after "of", not "at the doors of the Palace"."""
    if phrase.chain is None or phrase.kind not in (PhraseKind.PLACE, PhraseKind.DEMONYM):
        return False
    is_country = view.doc[phrase.end - 1].ent_type_ in ("GPE", "NORP")
    before = view.lower[phrase.start - 2 : phrase.start]
    is_of = before[-1:] == ["of"] or before == ["of", "the"]
    return is_country and (not has_title or is_of)


def _office_holder(start: int, end: int, side: Phrase | None) -> Item:
    """Somebody unnamed, who stands for a country where one is told: "his Mexican counterpart"."""
    if side is None:
        return Item(None, end)
    return Item(Phrase(start, end, PhraseKind.GROUP, side.chain, side.mention), end, is_office_holder=True)


def is_clause_start(view: DocumentView, end: int) -> bool:
    """True when the phrase that ends at ``end`` is followed by its own verb, so that it begins a clause."""
    index = view.skip(end, len(view.lower))
    if index >= len(view.lower):
        return False
    word = view.lower[index]
    if word in SAYING or (word in AUXILIARIES and word != "to") or word in TAKING_OBJECT:
        return True
    follows_by = index + 1 < len(view.lower) and view.lower[index + 1] in ("by", "to", "in")
    return bool(_PAST.match(word)) and not follows_by


def _ends_item(view: DocumentView, phrase: Phrase, has_title: bool, plain: int) -> bool:
    """True when a phrase is the member itself, and not a country or body in front of a title."""
    following = phrase.end
    if is_possessor(view, following):
        return False
    if phrase.kind in (PhraseKind.PERSON, PhraseKind.TITLE, PhraseKind.GROUP):
        return True
    if phrase.kind in (PhraseKind.DEMONYM, PhraseKind.POSSESSIVE, PhraseKind.PRONOUN):
        return False
    following = _after_parenthesis(view, following, len(view.lower))  # "China (PRC) Foreign Minister Wang Yi"
    next_phrase = view.phrase_at(following)
    before_title = following < len(view.lower) and (
        view.lower[following] in title_words() or (next_phrase is not None and next_phrase.is_human)
    )
    return not has_title and not before_title and not plain and not _modifies(view, following)


def _modifies(view: DocumentView, index: int) -> bool:
    """True when a noun goes on at ``index``: "U.S. Allies", "EU membership"; then the country or body is no member."""
    if index >= len(view.lower) or index in view.adverbial:
        return False
    word = view.lower[index]
    ends = word in PREPOSITIONS or word in AUXILIARIES or word in _STOPS or word in _AFTER_NAME or word in SAYING
    return word.isalpha() and not ends and not is_clause_start(view, index)


def is_possessor(view: DocumentView, end: int) -> bool:
    """True when the phrase that ends at ``end`` owns what follows: "Blinken's"."""
    return end < len(view.lower) and view.lower[end] in POSSESSIVE_MARKS


def _name_follows(view: DocumentView, index: int, end: int) -> bool:
    phrase = view.phrase_at(view.skip(index, end))
    return phrase is not None and phrase.kind is PhraseKind.PERSON


def _next_item(view: DocumentView, item: Item, end: int, is_pair: bool) -> tuple[str, Item | None]:
    """The joint after a member and the member after it; None where the list ends."""
    index = _after_affiliation(view, item.end, end)
    joint, after = _joint(view, index, end)
    if not joint:
        joint, after = _joint(view, view.skip(index, end), end)
    if not joint:
        return "", None
    if view.lower[after : after + 1] and view.lower[after] in _DOUBTS:
        return "", None
    following = item_at(view, after, end)
    if following is None or is_possessor(view, following.end):
        return "", None
    if is_clause_start(view, following.end) and not is_pair:
        return "", None
    return joint, following


def _after_affiliation(view: DocumentView, index: int, end: int) -> int:
    """Token after "(left)", "of Cuba" and "from the EU" that may follow a name."""
    if index + 1 < end and view.lower[index] == "," and view.lower[index + 1] in ("jr.", "jr", "sr.", "sr"):
        index += 2 + (index + 2 < end and view.lower[index + 2] == ".")
    index = _after_parenthesis(view, index, end)
    if index < end and view.lower[index] in ("of", "from"):
        after = index + 1 + (index + 1 < end and view.lower[index + 1] == "the")
        phrase = view.phrase_at(after)
        if phrase is not None and not phrase.is_human:
            return phrase.end
    return index


def _after_parenthesis(view: DocumentView, index: int, end: int) -> int:
    if index >= end or view.lower[index] != "(":
        return index
    closing = next((at for at in range(index, min(end, index + _PARENTHESIS)) if view.lower[at] == ")"), None)
    return closing + 1 if closing else index


def _joint(view: DocumentView, index: int, end: int) -> tuple[str, int]:
    """The connecting words at ``index`` and the token after them."""
    at = index
    comma = at < end and view.lower[at] == ","
    at += comma
    at = view.skip(at, end) if comma and view.phrase_at(at) is None else at
    for words in _CONNECTORS:
        if tuple(view.lower[at : at + len(words)]) == words:
            return words[0], at + len(words)
    return (",", index + 1) if comma else ("", index)


def _is_person(item: Item) -> bool:
    return item.phrase is not None and item.phrase.kind is PhraseKind.PERSON


def _without_loose_ends(items: list[Item], joints: list[str]) -> list[Item]:
    """The list without places and bodies that only commas tie to its end: "met Lavrov in Sochi, Russia".

    An office that only a comma ties to a name is of its bearer: "met Sol, secretary to the president of Peru".
    """
    last = len(items)
    while last > 1 and joints[last - 1] == "," and items[last - 1].is_office_holder and _is_person(items[last - 2]):
        last -= 1
    while last > 1 and joints[last - 1] in _OPEN_ENDS:
        phrase = items[last - 1].phrase
        if phrase is not None and (phrase.is_human or phrase.kind is PhraseKind.GROUP):
            break
        last -= 1
    return items[:last]
