"""Lists of known names, found in text by their words."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assets.entities.extensions import Role
from assets.entities.names.accents import without_accents
from assets.entities.names.words import STRAIGHT, Words

if TYPE_CHECKING:
    from assets.entities.components.tokenizer import ChanceryTokenizer

Tokenize = Callable[[str], list[str]]
UPPER_CASE_LENGTH = 4  # "CHINA" is China, "US" stays apart from "us"


@dataclass(frozen=True)
class Entry:
    """What a known name means."""

    name: str  # canonical name: "United Nations" for "U.N."
    label: str
    country_id: str | None = None
    confidence: float = 0.9
    is_guess: bool = False  # taken for a name by its kind alone: "Flood Mitigation Program"
    needs_context: bool = False  # a place only after "in", before ", Country": "Nice", "Santiago"


@dataclass(frozen=True)
class Match:
    """An entry found at the words ``[start, end)``, with the title phrase attached when it is a person."""

    start: int
    end: int
    entry: Entry
    role: Role | None = None


def name_tokenizer(tokenizer: "ChanceryTokenizer") -> Tokenize:
    """The words of a name as the tokenizer has them, without asking it where spaces alone divide them.

    It was asked for 140,000 names of cities: ten of the eleven seconds that loading took.
    """
    exceptions = frozenset(tokenizer.exceptions)

    def words(name: str) -> list[str]:
        parts = name.split(" ")
        if all(part.isalpha() and part not in exceptions for part in parts):
            return parts
        return [token.text for token in tokenizer(name)]

    return words


@dataclass
class Gazetteer:
    """Names by their first word; of several names at one place the longest is found."""

    tokenize: Tokenize
    _names: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=dict)
    _known: set[tuple[str, ...]] = field(default_factory=set)

    def add(self, text: str, entry: Entry) -> None:
        """Add a name, its form without accents and its form in capitals; the first entry of a name stays."""
        plain = text.translate(STRAIGHT)
        forms = [plain, without_accents(plain)]
        if len(plain) >= UPPER_CASE_LENGTH:
            forms += [form.upper() for form in forms]
        for form in dict.fromkeys(forms):
            self._add_words(tuple(self.tokenize(form)), entry)

    def _add_words(self, words: tuple[str, ...], entry: Entry) -> None:
        if not words or words in self._known:
            return
        self._known.add(words)
        names = self._names.setdefault(words[0], [])
        names.append((words, entry))
        names.sort(key=lambda name: -len(name[0]))

    def at(self, words: Words, start: int) -> Match | None:
        """The longest name that begins at the word ``start`` and stays in its sentence."""
        for name, entry in self._names.get(words.texts[start], ()):
            end = start + len(name)
            if words.texts[start:end] == name and words.is_together(start, end - 1):
                return Match(start, end, entry)
        return None

    def matches(self, words: Words) -> Iterator[Match]:
        """Names from left to right without overlaps."""
        start = 0
        while start < len(words):
            match = self.at(words, start)
            if match:
                yield match
            start = match.end if match else start + 1


def alternatives(value: str | None) -> Iterable[str]:
    """Parts of a field that lists alternatives: ``"UK|U.K."``."""
    return value.split("|") if value else ()
