"""The words around a quotation that may report it: those of its own sentence, up to the quotations beside it."""

from assets.entities.quotes.clauses import clauses_of
from assets.entities.quotes.quotations import Quotation
from assets.entities.quotes.reporting import reports, subject_start
from assets.entities.sentences.document_view import DocumentView
from assets.entities.times.tense import sentence_bounds

_NEAR = 6  # tokens between a quotation and the verb that reports it


def windows(view: DocumentView, number: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Tokens of the same sentence before and after a quotation, up to the quotations beside it."""
    text, others = view.text, view.quotations.all
    quotation = others[number]
    paragraph_start, paragraph_end = view.tokens.paragraph_of(quotation.outer_start)
    first = max(sentence_bounds(text, quotation.outer_start)[0] if quotation.outer_start else 0, paragraph_start)
    if number and others[number - 1].outer_end > first and _ends_sentence(text, others[number - 1]):
        first = others[number - 1].outer_end
    if _starts_sentence(text, quotation):
        first = quotation.outer_start
    last = min(sentence_bounds(text, min(quotation.outer_end + 1, len(text) - 1))[1], paragraph_end)
    if number + 1 < len(others) and others[number + 1].outer_start < last:
        last = others[number + 1].outer_start
    is_listed = text[quotation.outer_end : quotation.outer_end + 3].lstrip()[:1].isdigit()
    if _ends_there(text, quotation) and (is_listed or not _cue_follows(view, quotation)):
        last = quotation.outer_end
    return (view.tokens.token_from(first), view.tokens.token_from(quotation.outer_start)), (
        view.tokens.token_from(quotation.outer_end),
        view.tokens.token_from(last),
    )


def _starts_sentence(text: str, quotation: Quotation) -> bool:
    """True where the sentence before is over: 'he said. "Today they did it."'."""
    before = text[max(0, quotation.outer_start - 20) : quotation.outer_start].rstrip()
    return before[-1:] in (".", "!", "?") and text[quotation.start].isupper()


def _ends_there(text: str, quotation: Quotation) -> bool:
    """True where the sentence ends with the quotation, as far as its marks and the next words tell."""
    if text[quotation.outer_end : quotation.outer_end + 1] in (".", "!", "?"):
        return True
    following = text[quotation.outer_end : quotation.outer_end + 3]
    is_new = following.lstrip()[:1].isupper() or following.lstrip()[:1].isdigit()
    return text[quotation.end - 1 : quotation.end] in ".!?" and is_new


def _cue_follows(view: DocumentView, quotation: Quotation) -> bool:
    """True for '...tension." Lavrov said': a cue after a full stop."""
    start = view.tokens.token_from(quotation.outer_end)
    following = reports(view, start, min(start + _NEAR, len(view.lower)))
    clauses = clauses_of(view)
    return any(
        subject_start(view, report) <= start + 1 and (clauses is None or not clauses.says_more(report.start))
        for report in following
        if report.is_saying
    )


def _ends_sentence(text: str, quotation: Quotation) -> bool:
    return text[quotation.end - 1] in ".!?" or text[quotation.outer_end : quotation.outer_end + 1] in ".!?"
