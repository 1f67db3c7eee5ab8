"""A document as the event and quotation rules look at it: tokens, phrases, times, quotations, and words to step over."""

from bisect import bisect_left
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from assets.entities.quotes.quotations import Quotation
from assets.entities.sentences.phrase_words import DETERMINERS
from assets.entities.sentences.phrases import Phrase, PhraseKind, phrases
from assets.entities.sentences.token_lists import token_lists
from assets.entities.times.times import TimeSpan, time_spans
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from assets.entities.coreference.pronouns import Resolver

_TIME_PREPOSITIONS = word_set("on in at since during for by late early until from over throughout")
PLACE_PREPOSITIONS = word_set("in at inside near outside within")
_ADVERBS = word_set(
    "also then here there earlier later once again twice together first today tonight both just still already "
    "personally jointly virtually online face-to-face in-person one-on-one yesterday tomorrow"
)
_SIDELINES = frozenset({"sidelines", "margins", "occasion", "framework", "side-lines", "fringes"})
_SET_PHRASES = (
    ("for", "the", "first", "time"),
    ("behind", "closed", "doors"),
    ("in", "person"),
    ("by", "phone"),
    ("by", "telephone"),
    ("over", "the", "phone"),
    ("over", "the", "telephone"),
    ("on", "the", "phone"),
    ("by", "video", "call"),
    ("via", "video", "call"),
    ("over", "video", "call"),
    ("by", "video", "link"),
    ("by", "video"),
    ("via", "videoconference"),
    ("via", "video", "conference"),
    ("via", "video", "link"),
    ("by", "videoconference"),
    ("via", "teleconference"),
    ("via", "phone"),
    ("via", "telephone"),
    ("in", "private"),
    ("face", "to", "face"),
    ("one", "on", "one"),
    ("at", "length"),
)
_PLACE_LENGTH = 3  # tokens of a place that no gazetteer has
PLACE_NOUNS = word_set("capital city town state palace residence headquarters ministry building airport of province")


@lru_cache(maxsize=1)
def view_of(doc: "Doc") -> "DocumentView":
    """The view of a document; the rows of one document are read one table after the other and share it."""
    return DocumentView(doc)


class DocumentView:
    """Doc with what the rules ask of it again and again."""

    def __init__(self, doc: "Doc") -> None:
        """Read phrases, times and quotations of ``doc``."""
        self.doc = doc
        self.phrases = phrases(doc)
        self.tokens = token_lists(doc)
        self.text, self.lower = self.tokens.text, self.tokens.lower
        self.sentences, self.sentence_at = self.tokens.sentences, self.tokens.sentence_at
        self.quotations = self.tokens.quotations
        self.resolver: Resolver | None = None  # whom pronouns mean, once asked for
        self._phrase_at: dict[int, Phrase] = {
            index: phrase for phrase in self.phrases for index in range(phrase.start, phrase.end)
        }

    @cached_property
    def times(self) -> list[TimeSpan]:
        """The time expressions, in order."""
        return time_spans(self.text)

    @cached_property
    def time_tokens(self) -> list[tuple[int, int, TimeSpan]]:
        """Token spans of the time expressions."""
        spans = [(self.doc.char_span(time.start, time.end, alignment_mode="expand"), time) for time in self.times]
        return [(span.start, span.end, time) for span, time in spans if span is not None]

    @cached_property
    def adverbial(self) -> frozenset[int]:
        """Tokens that say when, where or how, over which the rules step."""
        unknown = [index for place in self.unknown_places for index in range(place.start - 1, place.end)]
        return frozenset([*self._time_words(), *self._place_words(), *self._manner_words(), *unknown])

    @cached_property
    def unknown_places(self) -> list[Phrase]:
        """Places that no gazetteer has: "received in AlUla today". A capitalised word after "in" or "at" is one."""
        dated = {index for start, end, _ in self.time_tokens for index in range(start, end)}
        found = []
        for index, word in enumerate(self.lower[:-1]):
            end = index + 1
            while end < min(len(self.lower), index + 1 + _PLACE_LENGTH) and self._is_capitalised(end, dated):
                end += 1
            if word in ("in", "at") and end > index + 1:
                found.append(Phrase(index + 1, end, PhraseKind.PLACE))
        return found

    def _is_capitalised(self, index: int, dated: set[int]) -> bool:
        text = self.tokens.texts[index]
        return text.isalpha() and text[0].isupper() and self.phrase_at(index) is None and index not in dated

    @cached_property
    def ents(self) -> dict[tuple[int, int], "Span"]:
        """The names by their tokens."""
        return {(ent.start, ent.end): ent for ent in self.doc.ents}

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Tokens of the sentence in which a token stands."""
        return self.sentences[self.sentence_at[index]]

    def times_between(self, start: int, end: int) -> list[tuple[int, int, TimeSpan]]:
        """The time expressions within tokens ``[start, end)``, in order."""
        first, last = (bisect_left(self.time_tokens, at, key=lambda entry: entry[0]) for at in (start, end))
        return [entry for entry in self.time_tokens[first:last] if entry[1] <= end]

    def phrases_between(self, start: int, end: int) -> list[Phrase]:
        """The phrases within tokens ``[start, end)``, in order."""
        first = bisect_left(self._phrase_starts, start)
        last = bisect_left(self._phrase_starts, end)
        return [phrase for phrase in self.phrases[first:last] if phrase.end <= end]

    @cached_property
    def _phrase_starts(self) -> list[int]:
        return [phrase.start for phrase in self.phrases]

    def phrase_at(self, index: int) -> Phrase | None:
        """The phrase that covers a token, or None."""
        return self._phrase_at.get(index)

    def quotation_of(self, index: int) -> Quotation | None:
        """The quotation a token stands in, or None."""
        return self.tokens.quotation_of(index)

    def skip(self, index: int, end: int) -> int:
        """First token from ``index`` that is neither adverbial nor white space."""
        while index < end and (index in self.adverbial or self.lower[index].isspace()):
            index += 1
        return index

    def skip_back(self, index: int, start: int) -> int:
        """Last token down from ``index`` that is neither adverbial nor white space."""
        while index >= start and (index in self.adverbial or self.lower[index].isspace()):
            index -= 1
        return index

    def words(self, start: int, end: int) -> str:
        """Lower-cased tokens joined by single spaces."""
        return " ".join(self.lower[start:end])

    def _time_words(self) -> list[int]:
        found: list[int] = []
        for first, end, _ in self.time_tokens:
            start = first
            while start > 0 and self.lower[start - 1] in _TIME_PREPOSITIONS | {"the", "this"}:
                start -= 1
            found += range(start, end)
        return found

    def _place_words(self) -> list[int]:
        found: list[int] = []
        for phrase in self.phrases:
            if phrase.kind is PhraseKind.PLACE or (phrase.kind is PhraseKind.BODY and self._follows_at(phrase)):
                start = self.place_start(phrase)
                found += range(start, phrase.end) if start is not None else ()
        return found

    def place_start(self, phrase: Phrase) -> int | None:
        """Token of the preposition that makes a phrase a place, or None: "in the capital, Caracas"."""
        if self.lower[phrase.end : phrase.end + 1] in (["-"], ["'s"], ["’s"]):  # "in Russia-controlled Donetsk"
            return None
        index = phrase.start - 1
        while index >= 0 and (
            self.lower[index] in PLACE_NOUNS
            or self.lower[index] in DETERMINERS
            or self.lower[index] in (",", "'s", "’s")
            or (self.lower[index] == "of" and self.lower[index - 1] in PLACE_NOUNS)
            or self._is_demonym(index)
        ):
            index -= 1
        if index >= 0 and self.lower[index] in PLACE_PREPOSITIONS:
            return index
        before = self.phrase_at(index)
        is_appended = index == phrase.start - 2 and self.lower[phrase.start - 1] == ","
        if is_appended and before is not None and before.kind is PhraseKind.PLACE:
            return self.place_start(before)
        return None

    def _is_demonym(self, index: int) -> bool:
        """True for "Spanish" in "in the Spanish city of Granada"."""
        phrase = self.phrase_at(index)
        is_of_place = self.lower[index + 1] in PLACE_NOUNS
        return phrase is not None and phrase.kind is PhraseKind.DEMONYM and is_of_place

    def _follows_at(self, phrase: Phrase) -> bool:
        index = phrase.start - 1
        return index > 0 and "at" in (self.lower[index], self.lower[index - 1])

    def _manner_words(self) -> list[int]:
        found: list[int] = []
        for index, word in enumerate(self.lower):
            if word in _ADVERBS or (
                word.endswith("ly") and self.tokens.texts[index].islower() and len(word) > len("only")
            ):
                found.append(index)
            elif word in _SIDELINES:
                found += self._sidelines(index)
            elif word in PLACE_NOUNS and self.phrase_at(index) is None:
                found += self._unnamed_place(index)
            for words in _SET_PHRASES:
                if word == words[0] and tuple(self.lower[index : index + len(words)]) == words:
                    found += range(index, index + len(words))
        return found

    def _unnamed_place(self, index: int) -> range:
        """Tokens of "at the airport", "in the presidential palace"."""
        start = index - 1
        while start >= 0 and (
            self.lower[start] in DETERMINERS or self.lower[start] in ("presidential", "government", "international")
        ):
            start -= 1
        is_place = start >= 0 and start < index - 1 and self.lower[start] in PLACE_PREPOSITIONS
        follows = index + 1 < len(self.lower) and self.lower[index + 1] in (",", "of")
        return range(start, index + 1) if is_place and not follows else range(0)

    def _sidelines(self, index: int) -> range:
        """Tokens of "on the sidelines of the Summit"."""
        end = index + 1
        if end < len(self.lower) and self.lower[end] == "of":
            end += 1
            while end < len(self.lower) and (self.lower[end] in DETERMINERS or self.lower[end].isdigit()):
                end += 1
            phrase = self.phrase_at(end)
            end = phrase.end if phrase else end + 1
        return range(max(0, index - 2), min(end, len(self.lower)))
