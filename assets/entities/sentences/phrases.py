"""Who a text names, word by word: names with their titles, titles alone, countries, bodies, groups and pronouns."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from assets.entities.extensions import Chain
from assets.entities.sentences.phrase_words import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVE_MARKS,
    PREPOSITIONS,
    SAYING,
)
from assets.entities.sentences.token_lists import token_lists
from assets.entities.word_sets import word_set
from warehouse.reference import reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


class PhraseKind(StrEnum):
    """What kind of words a phrase is."""

    PERSON = "person"  # a name with its title: "Foreign Minister Lavrov"
    TITLE = "title"  # a title that means a person named elsewhere: "the Russian minister"
    PRONOUN = "pronoun"
    POSSESSIVE = "possessive"  # "her" in "her agenda"
    BODY = "body"  # organization
    PLACE = "place"
    DEMONYM = "demonym"
    GROUP = "group"  # "Chinese officials", "a delegation of the EU"
    OCCASION = "occasion"  # named event: "G20 Summit"


PLACES = (
    PhraseKind.PLACE,
    PhraseKind.BODY,
    PhraseKind.DEMONYM,
)  # where something may happen: "in the Georgian capital"


@dataclass(frozen=True)
class Phrase:
    """Tokens ``[start, end)`` that mean somebody or somewhere."""

    start: int
    end: int
    kind: PhraseKind
    chain: int | None = None  # place in doc._.chains
    mention: tuple[int, int] | None = None  # token span of the name itself

    @property
    def is_human(self) -> bool:
        """True for words that mean a single person."""
        return self.kind in (PhraseKind.PERSON, PhraseKind.TITLE, PhraseKind.PRONOUN, PhraseKind.POSSESSIVE)


GROUP_NOUNS = word_set(
    "officials official delegation delegations authorities representatives representative lawmakers legislators "
    "parliamentarians senators deputies diplomats ambassadors envoys ministers leaders businessmen entrepreneurs members "
    "side sides government governments officers negotiators counterparts colleagues investors businesspeople executives "
    "allies partners mediators team committee mission politicians activists students dissidents families relatives residents"
)
_COUNTERPART = frozenset(
    {"counterpart", "colleague", "opposite", "host", "guest", "successor", "predecessor", "wife", "husband"}
)
_PAIR_NOUNS = word_set(
    "sides leaders ministers presidents officials diplomats parties countries nations premiers counterparts "
    "delegations statesmen dignitaries chancellors secretaries side governments interlocutors states neighbours neighbors"
)
_OF_ITS_OWN = frozenset({"nsubj", "nsubj:pass", "nmod", "obl", "obj"})  # relations of "both" without a noun
_COUNTED = frozenset({"two", "both", "three", "neither", "either"})
_PLAIN = frozenset(
    {"the", "these", "foreign", "prime", "her", "his", "their"}
)  # "the foreign ministers", "her counterparts"
_PERSONAL_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "him"})
_POSSESSIVES = frozenset({"his", "her", "their", "my", "our"})
_KIND_OF_LABEL = {
    "ORG": PhraseKind.BODY,
    "GPE": PhraseKind.PLACE,
    "LOC": PhraseKind.PLACE,
    "FAC": PhraseKind.PLACE,
    "NORP": PhraseKind.DEMONYM,
    "EVENT": PhraseKind.OCCASION,
}


@cache
def title_words() -> frozenset[str]:
    """Single words that are titles: minister, president, ..., with the words for a person of equal rank."""
    patterns = reference("roles")["patterns"].drop_nulls().to_list()
    words = {title.lower() for cell in patterns for title in cell.split("|") if " " not in title}
    return frozenset(words | _COUNTERPART)


@cache
def country_names() -> frozenset[str]:
    """Names and other names of countries, lower case."""
    names: set[str] = set()
    for name, aliases in reference("countries").select("name", "aliases").iter_rows():
        names |= {name.lower(), *(alias.lower() for alias in (aliases or "").split("|") if alias)}
    return frozenset(names | {"u.s.", "us", "uk", "u.k.", "uae"})


def phrases(doc: "Doc") -> tuple[Phrase, ...]:
    """Phrases of a document in order; none overlaps another, longer ones win."""
    found = [*_named(doc), *_titles(doc), *_pronouns(doc)]
    found.sort(key=lambda phrase: (not phrase.is_human, phrase.start - phrase.end, phrase.start))
    kept = _with_groups(doc, _without_overlaps(found))
    covered = {index for phrase in kept for index in range(phrase.start, phrase.end)}
    pairs = [phrase for phrase in _pairs(doc) if covered.isdisjoint(range(phrase.start, phrase.end))]
    return tuple(sorted([*kept, *_without_overlaps(pairs)], key=lambda phrase: phrase.start))


def _without_overlaps(found: list[Phrase]) -> list[Phrase]:
    taken: set[int] = set()
    kept = []
    for phrase in found:
        tokens = range(phrase.start, phrase.end)
        if not taken.intersection(tokens):
            taken.update(tokens)
            kept.append(phrase)
    return sorted(kept, key=lambda phrase: phrase.start)


def _named(doc: "Doc") -> Iterator[Phrase]:
    chain_at = {mention: index for index, chain in enumerate(_chains(doc)) for mention in chain.mentions}
    before = -1  # first token of the person named before
    for ent in doc.ents:
        chain = chain_at.get((ent.start, ent.end))
        if ent.label_ == "PERSON":
            start, end = _with_title(doc, ent, before)
            before = ent.start
            yield Phrase(start, end, PhraseKind.PERSON, chain, (ent.start, ent.end))
        elif ent.label_ in _KIND_OF_LABEL:
            yield Phrase(ent.start, ent.end, _KIND_OF_LABEL[ent.label_], chain, (ent.start, ent.end))


def _with_title(doc: "Doc", ent: "Span", before: int) -> tuple[int, int]:
    """Token span of a name and the title attached to it, before or after, with its determiner.

    ``before`` is where the person named before begins.
    """
    role = ent._.role
    if role is None:
        return ent.start, ent.end
    title = doc.char_span(role.start_char, role.end_char, alignment_mode="expand")
    if title is None:
        return ent.start, ent.end
    start, end = min(title.start, ent.start), max(title.end, ent.end)
    if start <= before:  # "The foreign ministers of Peru and Chile, Ana Rey and Luis Sol": one title before two names
        return ent.start, end
    while start > 0 and doc[start - 1].lower_ in DETERMINERS:
        start -= 1
    return start, end


def _titles(doc: "Doc") -> Iterator[Phrase]:
    for index, chain in enumerate(_chains(doc)):
        kind = PhraseKind.TITLE if chain.label == "PERSON" else _KIND_OF_LABEL[chain.label]
        for start, end in chain.nominals:
            first = start
            while first > 0 and doc[first - 1].lower_ in DETERMINERS:
                first -= 1
            yield Phrase(first, end, kind, index)


def _pronouns(doc: "Doc") -> Iterator[Phrase]:
    for at, word in enumerate(token_lists(doc).lower):
        if word in _PERSONAL_PRONOUNS:
            yield Phrase(at, at + 1, PhraseKind.PRONOUN)
        elif word in _POSSESSIVES:
            yield Phrase(at, at + 1, PhraseKind.POSSESSIVE)


def _pairs(doc: "Doc") -> Iterator[Phrase]:
    """Words that mean the sides of an event told before: "the two", "both countries", "the parties"."""
    words = token_lists(doc).lower
    for end in range(1, len(words) + 1):
        first = end - 1
        is_of_pair = is_of_counted(words, end)
        while first > 0 and (words[first - 1] in _COUNTED | _PLAIN or (is_of_pair and words[first - 1] == "top")):
            first -= 1
        if words[end - 1] in _PAIR_NOUNS and first < end - 1 and (is_of_pair or is_pair(words[first:end])):
            yield Phrase(first, end, PhraseKind.GROUP)
        elif words[end - 2 : end] == ["the", "two"] and doc[end - 1].dep_ in _OF_ITS_OWN:
            yield Phrase(end - 2, end, PhraseKind.GROUP)
        elif words[end - 1] == "both" and words[end : end + 1] != ["of"] and doc[end - 1].dep_ in _OF_ITS_OWN:
            yield Phrase(end - 1, end, PhraseKind.GROUP)


def _with_groups(doc: "Doc", kept: list[Phrase]) -> list[Phrase]:
    """The phrases, with "Chinese officials" and "a delegation of the EU" made one phrase that means the whole side."""
    by_end = {phrase.end: phrase for phrase in kept}
    by_start = {phrase.start: phrase for phrase in kept}
    covered = {index for phrase in kept if phrase.is_human for index in range(phrase.start, phrase.end)}
    heads = [
        at
        for at, word in enumerate(token_lists(doc).lower)
        if word in GROUP_NOUNS and at not in covered and not _is_adjective(doc, at)
    ]
    groups = [_group(doc, head, by_start, by_end) for head in heads]
    inside = {index for group in groups for index in range(group.start, group.end)}
    rest = [phrase for phrase in kept if phrase.start not in inside]
    return sorted([*_without_overlaps(groups), *rest], key=lambda phrase: phrase.start)


def is_pair(words: list[str]) -> bool:
    """True for "the two leaders", "both ministers", "the ministers": those who took part in the event told before."""
    if words[-1] in ("two", "both", "three"):
        return True
    is_counted = bool(_COUNTED.intersection(words))
    is_plain = len(words) > 1 and set(words[:-1]) <= _PLAIN
    return words[-1] in _PAIR_NOUNS and (is_counted or is_plain)


def is_of_counted(words: list[str], end: int) -> bool:
    """True for the words before "of the two nations" and "of both countries"."""
    at = end + 1 + (words[end + 1 : end + 2] == ["the"])
    is_counted = words[end : end + 1] == ["of"] and not _COUNTED.isdisjoint(words[at : at + 1])
    return is_counted and not _PAIR_NOUNS.isdisjoint(words[at + 1 : at + 2])


def _is_adjective(doc: "Doc", index: int) -> bool:
    """True for "an official visit", "representative bodies", "the team leader": another noun follows."""
    if doc[index].lower_ not in ("official", "representative", "team", "committee", "mission", "government", "side"):
        return False
    following = doc[index + 1] if index + 1 < len(doc) else None
    if following is None or not following.is_alpha:
        return False
    word = following.lower_
    return word not in PREPOSITIONS | AUXILIARIES | SAYING | {"and", "or", "who", "met", "held", "agreed"}


def _group(doc: "Doc", head: int, by_start: dict[int, Phrase], by_end: dict[int, Phrase]) -> Phrase:
    start, side = head, None
    while start > 0:
        before = by_end.get(start)
        if side is None and before is not None and not before.is_human:
            side, start = before, before.start
        elif (
            doc[start - 1].lower_ in DETERMINERS | _COUNTED
            or doc[start - 1].text in POSSESSIVE_MARKS
            or _is_plain_adjective(doc, start - 1)
        ):
            start -= 1
        else:
            break
    if start > 1 and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ in ("group", "team", "number"):
        start -= 2  # "a group of Peruvian diplomats"
        start -= start > 0 and doc[start - 1].lower_ in DETERMINERS
    end = head + 1
    if side is None and end < len(doc) and doc[end].lower_ in ("of", "from"):
        after = end + 1 + (end + 1 < len(doc) and doc[end + 1].lower_ == "the")
        side = by_start.get(after)
        body = by_start.get(side.end) if side is not None and side.kind is PhraseKind.DEMONYM else None
        side = body if body is not None and body.kind is PhraseKind.BODY else side  # "of the German Bundestag"
        if side is not None and side.is_human:
            side = None
        end = side.end if side else end
    is_one = doc[head].lower_ in ("official", "representative") and doc[start].lower_ == "the"
    chain, mention = (side.chain, side.mention) if side and not is_one else (None, None)  # one known person, no side
    return Phrase(start, end, PhraseKind.GROUP, chain, mention)


def _is_plain_adjective(doc: "Doc", index: int) -> bool:
    return doc[index].lower_ in (
        "parliamentary",
        "congressional",
        "business",
        "military",
        "government",
        "security",
        "ministry",
        "opposition",
        "bipartisan",
        "interagency",
        "foreign",
    )


def _chains(doc: "Doc") -> tuple[Chain, ...]:
    chains: tuple[Chain, ...] = doc._.chains
    return chains
