"""Names among the entities of GUM, which marks everything that is spoken of, named or not.

A name is an entity whose first and last words are proper nouns with nothing but proper nouns, prepositions and the
like between; articles and titles before it are left out. The result says what is not known too: "B-?" is a proper noun
that belongs to no such entity, "B-A" a capitalised adjective, which may be a demonym.
"""

import re
from collections.abc import Iterator, Sequence

from assets.entities.word_sets import word_set

KINDS = frozenset({"person", "organization", "place", "event"})
BRACKETS = re.compile(r"\((\d+)-([^()]*)|(\d+)\)|\)")
ENTITY = re.compile(r"Entity=([^|]*)")
BEFORE_NAMES = frozenset({"DET", "PUNCT"})
IN_NAMES = frozenset({"PROPN", "ADP", "CCONJ", "DET", "NUM", "PUNCT"})
IN_PEOPLE = IN_NAMES - {"ADP", "CCONJ"}
AFTER_NAMES = frozenset({"'s", "’s", "'", "’"})
TITLES = word_set(
    "mr mrs ms dr president vice prime minister secretary foreign defense defence general gen sen senator rep home "
    "representative king queen prince princess pope chancellor ambassador chief justice judge governor mayor commander "
    "colonel col captain lieutenant sheikh ayatollah sultan emir former state deputy premier leader spokesman "
    "spokeswoman professor sir lord us interim acting secretary-general congressman sergeant major admiral archbishop "
    "cardinal bishop reverend rev"
)

Row = Sequence[str]  # ten columns of CoNLL-U


def gum_names(rows: Sequence[Row]) -> tuple[str, ...]:
    """BIO tags of the words of a sentence."""
    tags = [_unknown(row) for row in rows]
    taken: set[int] = set()
    for outer_start, outer_end, kind in sorted(_entities(rows), key=lambda entity: entity[0] - entity[1]):
        start, end = _trimmed(rows, outer_start, outer_end, kind)
        if _is_name(rows[start:end], kind) and taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            label = "group" if kind == "person" and _is_people(rows[start:end]) else kind
            tags[start:end] = [f"B-{label}", *[f"I-{label}"] * (end - start - 1)]
    return tuple(tags)


def _unknown(row: Row) -> str:
    if row[3] == "PROPN":
        return "B-?"
    return "B-A" if row[3] == "ADJ" and row[1][:1].isupper() else "O"


def _entities(rows: Sequence[Row]) -> Iterator[tuple[int, int, str]]:
    """Spans of words with the kind of what they speak of."""
    begun: list[tuple[str, str, int]] = []
    for position, row in enumerate(rows):
        field = ENTITY.search(row[9])
        for bracket in BRACKETS.finditer(field.group(1)) if field else ():
            if bracket.group(1):
                begun.append((bracket.group(1), bracket.group(2).split("-")[0], position))
                continue
            closed = [number for number, entity in enumerate(begun) if bracket.group(3) in {None, entity[0]}]
            if closed:
                _, kind, start = begun.pop(closed[-1])
                yield start, position + 1, kind


def _trimmed(rows: Sequence[Row], start: int, end: int, kind: str) -> tuple[int, int]:
    """The span without article and title before it, without possessive and punctuation after it."""
    while start < end and (rows[start][3] in BEFORE_NAMES or (kind == "person" and _is_title(rows[start][1]))):
        start += 1
    while end > start and (rows[end - 1][1] in AFTER_NAMES or rows[end - 1][3] == "PUNCT"):
        end -= 1
    return start, end


def _is_title(word: str) -> bool:
    return word.lower().strip(".") in TITLES


def _is_name(rows: Sequence[Row], kind: str) -> bool:
    if not rows or kind not in KINDS or {rows[0][3], rows[-1][3]} != {"PROPN"}:
        return False
    return {row[3] for row in rows} <= (IN_PEOPLE if kind == "person" else IN_NAMES)


def _is_people(rows: Sequence[Row]) -> bool:
    """Whether one word means several: "Bangladeshis"."""
    return len(rows) == 1 and "Number=Plur" in rows[0][5]
