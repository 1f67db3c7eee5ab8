"""People whose names stand without a title: their words, a verb of speech or a person beside them shows them."""

from collections.abc import Iterator

from assets.entities.names.names import has_given_name, is_eastern_name, is_name_word
from assets.entities.names.organization_patterns import FINAL_HEADS
from assets.entities.names.scenes import Named, Scene
from assets.entities.names.vocabulary import PARTICLES
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

SPEECH = word_set(
    "said told added stressed reiterated emphasized emphasised tweeted noted replied insisted thanked congratulated "
    "recalled lamented remarked"
)
NAMED_AFTER = FINAL_HEADS | word_set(
    "Act Rights Award Awards Prize Airport Initiative Fellowship Law Bill Memorial Street Day Amendment Scholarship"
)
NOT_PERSONAL = word_set(  # last words of companies, media and programmes that speak like people
    "Sachs Dome Monde Welle Fargo Tinto Motors Electric Heavy Lanka Lumpur Sea Street Journal Today Online Reuters "
    "Novosti Latina Jazeera Arabiya Airways Airlines Aerospace Dynamics Energy Oil Gas Steel Stanley Chase Lynch"
)
LONGEST_UNKNOWN = 3  # words of a name that only a verb of speech shows to be one


def untitled_people(scene: Scene) -> Iterator[Named]:
    """Names that nothing but their words, a verb of speech or a person beside them shows."""
    words, index = scene.words, 0
    before: Named | None = None
    while index < len(words):
        end = scene.name_end(index) if _may_begin(scene, index) else index
        confidence = _confidence(scene, index, end) if end - index > 1 else 0.0
        if not confidence and end - index > 1 and before and _is_coordinated(scene, before, index, end):
            confidence = 0.7
        if confidence:
            before = Named(index, end, confidence)
            yield before
        index = end if confidence else index + 1


def _is_coordinated(scene: Scene, before: Named, start: int, end: int) -> bool:
    """Whether "and" or a comma joins the words to a name that is surely a person's: "Oby Eze and Aisha Yesufu"."""
    words = scene.words
    joint = words.texts[before.end : start]
    is_joined = joint in {("and",), (",", "and")} or (joint == (",",) and words.at(end) in {",", "and"})
    is_name = end - start <= LONGEST_UNKNOWN and not words.in_headline(start) and words.at(end) not in {"-", "/", "'s"}
    return is_joined and is_name and before.confidence >= 0.8 and _may_be_personal(words, start, end)


def _may_be_personal(words: Words, start: int, end: int) -> bool:
    return FINAL_HEADS.isdisjoint(words.texts[start:end]) and words.at(end - 1) not in NOT_PERSONAL


def _may_begin(scene: Scene, index: int) -> bool:
    word = scene.words.texts[index]
    is_name = is_name_word(word) or word == "He"  # He Lifeng
    return is_name and index not in scene.stops and not goes_back(scene, index)


def _confidence(scene: Scene, start: int, end: int) -> float:
    """How sure the words are a person's name; 0 when nothing says so."""
    words = scene.words
    if words.in_headline(start) and end - start > 2 and "." not in words.at(start + 1):
        return 0.0
    if words.at(end) in NAMED_AFTER and words.is_together(start, end):
        return 0.0  # "John Lewis Voting Rights Act"
    if has_given_name(words, start, end):
        return 0.85
    if is_eastern_name(words, start, end):
        return 0.8
    if words.in_headline(start) or words.at(end) in {"-", "/"}:
        return 0.0
    return 0.65 if _speaks(words, start, end) else 0.0


def _speaks(words: Words, start: int, end: int) -> bool:
    """Whether verbs or prepositions around say that the words name a person."""
    before, before_that = words.at(start - 1), words.at(start - 2)
    if words.at(end) in SPEECH and _may_be_personal(words, start, end):
        return end - start <= LONGEST_UNKNOWN and words.is_together(start, end)
    if before in {"said", "told", "added", "stressed"} and words.is_together(start - 1, start):
        return words.at(end) in {".", ",", ";"} or end == len(words)
    if before == "counterpart" or (before == "," and before_that == "counterpart"):
        return True
    return before == "with" and before_that in {"met", "meeting"} and words.at(end) in {",", ".", "in", "on", "and"}


def goes_back(scene: Scene, start: int) -> bool:
    """Whether the word before belongs to the same name."""
    before = scene.words.at(start - 1)
    return (
        start > 0
        and start - 1 not in scene.stops
        and (is_name_word(before) or before in PARTICLES - {"e", "y", "la", "al", "do", "of"} or before == "-")
    )
