"""Reporting words ("said", "according to") and who stands as their speaker."""

from dataclasses import dataclass

from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.lists import item_at
from assets.entities.sentences.phrase_words import SAYING, WEAK_SAYING
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.sentences.subjects import noun_phrase_start, subjects_between

_QUOTING = frozenset({"quoted", "quotes", "quoting", "cited", "cites", "citing"})
_DETERMINERS = frozenset({"the", "a", "an", "his", "her", "its", "their"})
_CLOSING = frozenset({",", ".", ";", "in", "on", "at"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_LONGEST_SUBJECT = 8  # tokens: "the spokesman of the Peruvian presidency"
_FILLERS = frozenset({"as", "thus", "also", "so", "then", "and", "but", ",", "-", "–", "—"})


@dataclass(frozen=True)
class Report:
    """A reporting word at tokens ``[start, end)`` and the phrase that speaks, when there is one."""

    start: int
    end: int
    speaker: Phrase | None
    is_saying: bool  # False for words that report only beside a quotation, such as "praised"


def reports(view: DocumentView, start: int, end: int) -> list[Report]:
    """Reporting words outside quotations among tokens ``[start, end)``, in order."""
    found = []
    for index in range(start, end):
        if view.quotation_of(index) is not None:
            continue
        word = view.lower[index]
        if word == "according" and view.words(index, index + 2) == "according to":
            found.append(_according_to(view, index, end))
        elif index > start and view.lower[index - 1] == "-":  # "so-called"
            continue
        elif (word in SAYING or word in WEAK_SAYING) and _is_verb(view, index, start):
            found.append(_report(view, index, start, end))
    return found


def _is_verb(view: DocumentView, index: int, start: int) -> bool:
    """False for "states", "points", "reports" and "notes" used as nouns: after an article, adjective or number."""
    if view.lower[index] not in (
        "states",
        "points",
        "reports",
        "notes",
        "claims",
        "comments",
        "read",
        "remarks",
        "calls",
        "writing",
    ):
        return True
    before = view.skip_back(index - 1, start)
    phrase = view.phrase_at(before) if before >= start else None
    return (phrase is not None and phrase.kind is not PhraseKind.DEMONYM) or view.lower[before] in (
        "tweet",
        "statement",
        "message",
        "post",
        "text",
        "letter",
    )


def _according_to(view: DocumentView, index: int, end: int) -> Report:
    item = item_at(view, index + 2, end)
    return Report(index, index + 2, item.phrase if item and not item.is_office_holder else None, is_saying=True)


def _report(view: DocumentView, index: int, start: int, end: int) -> Report:
    is_saying = view.lower[index] in SAYING
    stop = (
        index + 1 + (index + 1 < end and view.lower[index] in ("pointed", "points") and view.lower[index + 1] == "out")
    )
    quoted = view.phrase_at(index + 1) if view.lower[index] in _QUOTING and index + 1 < end else None
    if quoted is not None and quoted.kind is PhraseKind.PERSON and view.lower[quoted.end : quoted.end + 1] == ["as"]:
        return Report(index, stop, quoted, is_saying)  # "the agency quoted Gil as saying"
    if _is_inverted(view, index, start):
        item = item_at(view, stop, end)
        if item is not None and item.phrase is not None and not item.is_office_holder:
            return Report(index, stop, item.phrase, is_saying)
        if inverted_end(view, stop) is not None:
            return Report(index, stop, None, is_saying)
    subjects = subjects_between(view, start, index)
    return Report(index, stop, subjects[0] if subjects else None, is_saying)


def _is_inverted(view: DocumentView, index: int, start: int) -> bool:
    """True when nothing that could be the subject stands right before the verb, which is none that another carries."""
    if view.lower[index].endswith("ing"):  # '"...," adding that Peru would'
        return False
    before = index - 1
    while before >= start and (
        view.lower[before] in _FILLERS or view.doc[before].is_space or view.lower[before] in ('"', "”", "»", "''")
    ):
        before -= 1
    return before < start or view.quotation_of(before) is not None or view.lower[index - 1] in (",", "as")


def inverted_end(view: DocumentView, start: int) -> int | None:
    """Token after whoever a sentence ends with, behind its verb of saying: "..., said the Peruvian presidency"."""
    last = view.sentence_of(start)[1] if start < len(view.lower) else start
    closing = next((at for at in range(start, last) if view.lower[at] in _CLOSING), last)
    is_noun = start < closing <= start + _LONGEST_SUBJECT and view.lower[start] in _DETERMINERS
    is_last = not any(view.doc[at].tag_ in _FINITE for at in range(start, last))
    return closing if is_noun and is_last else None


def subject_start(view: DocumentView, report: Report) -> int:
    """First token of the reporting clause: of its subject or of its verb, whichever comes first."""
    if report.speaker is None:
        return report.start
    return min(report.start, noun_phrase_start(view, report.speaker))
