"""Heads of title phrases: where "minister of foreign affairs" stands in a text."""

from assets.entities.names.names import given_names
from assets.entities.names.title_parts import Entities
from assets.entities.names.title_words import Title, titles
from assets.entities.names.words import Words

# Prepositions of the tail: only "of" tells whom a person represents.
LINKS = frozenset({"of", "for", "to", "in", "at", "on", "with"})
STYLED = frozenset({"H", "HH", "His", "Sheikh"})  # "Amir H H Sheikh Omar"
OF_FATHERS = frozenset({"bin", "ibn", "bint", "Bin", "Ibn", "Al", "al"})


def head_at(words: Words, index: int, entities: Entities | None = None) -> tuple[int, Title, bool] | None:
    """Word after the longest title that begins at ``index``, the title, and whether it is in the plural.

    A title takes no part of an entity: "President of the Republic of Maldives" heads "Republic of Maldives".
    """
    for pattern, title in titles().get(words.lower[index], ()):
        end = index + len(pattern)
        if words.lower[index:end] != pattern:
            continue
        if len(pattern) == 1 and _is_given_name(words, index):
            continue
        if entities and any(
            place.end > end for at in range(index + 1, end) if (place := entities.by_start.get(at)) is not None
        ):
            continue
        if words.is_together(index, end - 1):
            return end, title, _is_plural(words.texts[index:end])
    return None


def _is_given_name(words: Words, index: int) -> bool:
    """Whether a dignity is a name: "Hossein Amir-Abdollahian" is no emir, "Sultan Al Nuri" no sultan."""
    word, after = words.texts[index], words.at(index + 1)
    if word == "Sultan":
        return after in OF_FATHERS
    return word in given_names() and after != "of" and after not in STYLED


def _is_plural(pattern: tuple[str, ...]) -> bool:
    head = next((index for index, word in enumerate(pattern) if word.lower() in LINKS), len(pattern)) - 1
    if pattern[max(head, 0)].isupper() and len(pattern) == 1:
        return False  # the COAS
    word = pattern[max(head, 0)].lower()
    return word.endswith(("men", "women")) or (word.endswith("s") and not word.endswith(("ss", "charge d'affaires")))
