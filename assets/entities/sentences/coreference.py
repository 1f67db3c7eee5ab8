"""Whom a pronoun or an unnamed part means: the person the text spoke of last."""

from collections.abc import Collection, Iterator

from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.lists import is_clause_start, is_possessor
from assets.entities.sentences.phrase_words import PREPOSITIONS, SAYING, word_set
from assets.entities.sentences.phrases import Phrase, PhraseKind, title_words
from assets.entities.sentences.subjects import noun_phrase_start

_SENTENCES_BACK = 8
_CLAUSE_LENGTH = 10
_FEMININE = frozenset({"she", "her", "hers"})
_FEMININE_TITLES = word_set(
    "ms mrs ms. mrs. miss madam lady queen princess chairwoman spokeswoman congresswoman businesswoman baroness sister"
)


def person_before(view: DocumentView, index: int, excluded: Collection[int] = ()) -> Phrase | None:
    """The person phrase that a singular pronoun at token ``index`` means, or None.

    The first person in subject position of the sentence, else of the sentences before it. Gender is not asked:
    translated text says "he" of a woman.
    """
    number = view.sentence_at[index]
    if _is_title_subject(view, view.sentences[number][0], index):
        return None
    is_woman = view.lower[index] in _FEMININE
    found = None
    for person in _people_before(view, index, number, excluded):
        found = found or person
        if not is_woman or person.chain in women(view):
            return person
    return found


def _people_before(view: DocumentView, index: int, number: int, excluded: Collection[int]) -> Iterator[Phrase]:
    """The subject persons of the sentence and of those before it, nearest first."""
    for sentence in range(number, max(-1, number - _SENTENCES_BACK - 1), -1):
        start, end = view.sentences[sentence]
        found = _subject_person(view, start, min(end, index), excluded)
        if found is not None:
            yield found


def women(view: DocumentView) -> frozenset[int]:
    """Chains that a sentence shows to be women: the only person before a "she" or "her" in it, or titled so."""
    if view.women is None:
        view.women = frozenset(_women(view))
    return view.women


def _women(view: DocumentView) -> Iterator[int]:
    for start, end in view.sentences:
        seen: list[int] = []
        for phrase in view.phrases:
            if not start <= phrase.start < end:
                continue
            if phrase.kind is PhraseKind.PERSON and phrase.chain is not None:
                seen.append(phrase.chain)
                if _FEMININE_TITLES.intersection(view.lower[phrase.start : phrase.end]):
                    yield phrase.chain
            elif view.lower[phrase.start] in _FEMININE and len(set(seen)) == 1:
                yield seen[0]


def _is_title_subject(view: DocumentView, start: int, end: int) -> bool:
    """True when somebody without a name is the subject: "The opposition leader said he would not attend"."""
    return any(
        view.lower[index] in title_words() and view.phrase_at(index) is None and view.lower[index + 1] in SAYING
        for index in range(start, max(start, end - 1))
    )


def chain_of(view: DocumentView, phrase: Phrase, excluded: Collection[int] = ()) -> tuple[int, Phrase] | None:
    """The chain that a phrase means and the phrase that names it, pronouns resolved; None when it is not known.

    "I" and "we" inside a quotation mean its speaker, whom only the caller knows: they are None here.
    """
    if phrase.kind not in (PhraseKind.PRONOUN, PhraseKind.POSSESSIVE):
        return (phrase.chain, phrase) if phrase.chain is not None else None
    if view.lower[phrase.start] not in ("he", "she", "his", "her"):
        return None
    person = _before_relative(view, phrase) or person_before(view, phrase.start, excluded)
    return (person.chain, person) if person is not None and person.chain is not None else None


def _before_relative(view: DocumentView, phrase: Phrase) -> Phrase | None:
    """The person of "Netanyahu, who cancelled his trip": the antecedent of the clause that the word stands in."""
    for index in range(phrase.start - 1, max(0, phrase.start - _CLAUSE_LENGTH), -1):
        if view.lower[index] == "who":
            antecedent = view.phrase_at(index - 1 - (view.lower[index - 1] == ","))
            return antecedent if antecedent is not None and antecedent.kind is PhraseKind.PERSON else None
        if view.lower[index] in (",", ";"):
            return None
    return None


def _subject_person(view: DocumentView, start: int, end: int, excluded: Collection[int]) -> Phrase | None:
    """The first person of a sentence where it can be the subject, else the first with its own verb.

    "The meeting was attended by the First Lady, Cilia Flores, and Minister Peña" has none.
    """
    people = [
        phrase
        for phrase in view.phrases
        if start <= phrase.start and phrase.end <= end and phrase.kind in (PhraseKind.PERSON, PhraseKind.TITLE)
    ]
    for number, phrase in enumerate(people):
        if phrase.chain is None or phrase.chain in excluded or not _is_subject_like(view, phrase, start):
            continue
        if (
            number == 0
            or is_clause_start(view, phrase.end)
            or view.lower[noun_phrase_start(view, phrase) - 1] in SAYING
        ):
            return phrase
    return None


def _is_subject_like(view: DocumentView, phrase: Phrase, start: int) -> bool:
    if view.quotation_of(phrase.start) is not None:
        return False
    if is_possessor(view, phrase.end):
        return False
    before = noun_phrase_start(view, phrase) - 1
    return before < start or view.lower[before] not in PREPOSITIONS
