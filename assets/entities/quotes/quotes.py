"""Quotations with their speakers: direct speech, fragments inside reporting sentences, turns of a transcript."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from assets.entities.coreference.antecedents import chain_of, person_before
from assets.entities.quotes.quotations import Quotation
from assets.entities.quotes.reporting import Report, reports, subject_start
from assets.entities.sentences.document_view import DocumentView, view_of
from assets.entities.sentences.phrase_words import AUXILIARIES, word_set
from assets.entities.sentences.phrases import Phrase, PhraseKind, title_words
from assets.entities.times.tense import sentence_bounds
from warehouse.keys import stable_id
from warehouse.tables.entities import Quote, QuoteKind

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from assets.entities.context import DocumentContext

_TURN = re.compile(r"(?P<speaker>[A-Z][A-Z.'’ \-]{2,60}?(?:\s\([A-Za-z ]+\))?):\s+(?=\S)")
_TURNS_AT_LEAST = 2
_SCARE_LENGTH = 2  # words; more are a fragment of speech
_CLAUSE_LENGTH = 5  # words that stand as direct speech without any cue
_NEAR = 6  # tokens between a quotation and the verb that reports it
_SMALL_WORDS = word_set("a an the of and for in on to with at by from as or")
_ONE_PERSON = word_set("official representative diplomat minister president source officer lawmaker aide ambassador")
_NO_OFFICE = word_set("diplomat official politician dignitary")  # '"...," said the diplomat': spoken of before
_POSTED = frozenset({"tweet", "post", "message", "text", "caption"})


@dataclass(frozen=True)
class SpokenQuote:
    """Words ``[start, end)`` of the body that somebody is quoted with."""

    start: int
    end: int
    kind: QuoteKind
    cue: str | None
    chain: int | None  # place of the speaker in doc._.chains
    confidence: float


def quote_rows(doc: "Doc", context: "DocumentContext") -> list[Quote]:
    """One row per quotation of a document, with its speaker where the text tells."""
    return [_row(doc, quote, context) for quote in spoken_quotes(view_of(doc))]


@lru_cache(maxsize=1)
def spoken_quotes(view: DocumentView) -> tuple[SpokenQuote, ...]:
    """Quotations of a document in order, read once for all who ask; scare quotes and titles of things are left out."""
    turns = _turns(view)
    starts = [turn.start for turn in turns]
    found: list[SpokenQuote] = []
    previous: tuple[Quotation, SpokenQuote] | None = None
    for number, quotation in enumerate(view.quotations.all):
        turn = bisect_right(starts, quotation.start) - 1
        if turn >= 0 and quotation.start < turns[turn].end:
            continue
        quote = _spoken(view, number, previous)
        if quote is not None:
            found.append(quote)
            previous = (quotation, quote)
    return tuple(sorted([*found, *turns], key=lambda quote: quote.start))


def _row(doc: "Doc", quote: SpokenQuote, context: "DocumentContext") -> Quote:
    raw_start, raw_end = context.raw_span(quote.start, quote.end)
    chain = doc._.chains[quote.chain] if quote.chain is not None else None
    return Quote(
        quote_id=stable_id(context.document_id, "quote", raw_start, raw_end),
        document_id=context.document_id,
        kind=quote.kind,
        text=doc.text[quote.start : quote.end],
        cue_text=quote.cue,
        speaker_chain_id=context.chain_id(chain, doc) if chain is not None else None,
        start_char=quote.start,
        end_char=quote.end,
        raw_start=raw_start,
        raw_end=raw_end,
        confidence=quote.confidence,
    )


def _spoken(view: DocumentView, number: int, previous: tuple[Quotation, SpokenQuote] | None) -> SpokenQuote | None:
    text, quotation = view.text, view.quotations.all[number]
    words = text[quotation.start : quotation.end].split()
    before, after = _windows(view, number)
    cue = _cue_after(view, quotation, after) or _cue_before(view, before) or _cue_above(view, quotation)
    is_near = cue is not None and _is_near(view, quotation, cue)
    sentence_start = view.tokens.offsets[before[0]] if before[0] < before[1] else quotation.outer_start
    begins = _begins_sentence(text, quotation, sentence_start)
    inherited = _inherited(view, quotation, previous, begins) if cue is None else None
    if _is_no_speech(words, is_near, cue is not None, begins and inherited is not None):
        return None
    if cue is None and inherited is None and not begins and len(words) <= _CLAUSE_LENGTH:
        return None
    kind = QuoteKind.DIRECT if begins and len(words) > _SCARE_LENGTH else QuoteKind.MIXED
    if inherited is not None:
        return SpokenQuote(quotation.start, quotation.end, kind, None, inherited, 0.6)
    chain = _speaker(view, cue) if cue else None
    if chain is None and cue is not None and previous is not None and _is_same_speaker(view, cue):
        chain = previous[1].chain
    return SpokenQuote(quotation.start, quotation.end, kind, _cue_text(view, cue), chain, _confidence(cue, chain))


def _confidence(cue: Report | None, chain: int | None) -> float:
    if cue is None:
        return 0.4
    return (0.9 if chain is not None else 0.6) - (0.0 if cue.is_saying else 0.2)


def _cue_text(view: DocumentView, cue: Report | None) -> str | None:
    return view.doc[cue.start : cue.end].text if cue else None


def _windows(view: DocumentView, number: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Tokens of the same sentence before and after a quotation, up to the quotations beside it."""
    text, others = view.text, view.quotations.all
    quotation = others[number]
    paragraph_start, paragraph_end = view.tokens.paragraph_of(quotation.outer_start)
    first = max(sentence_bounds(text, quotation.outer_start)[0] if quotation.outer_start else 0, paragraph_start)
    if number and others[number - 1].outer_end > first and _ends_sentence(text, others[number - 1]):
        first = others[number - 1].outer_end
    last = min(sentence_bounds(text, min(quotation.outer_end + 1, len(text) - 1))[1], paragraph_end)
    if number + 1 < len(others) and others[number + 1].outer_start < last:
        last = others[number + 1].outer_start
    if (
        text[quotation.end - 1 : quotation.end] in ".!?"
        and text[quotation.outer_end :].lstrip(" ")[:1].isupper()
        and not _cue_follows(view, quotation)
    ):
        last = quotation.outer_end
    return (_token(view, first), _token(view, quotation.outer_start)), (
        _token(view, quotation.outer_end),
        _token(view, last),
    )


def _cue_follows(view: DocumentView, quotation: Quotation) -> bool:
    """True for '...tension." Lavrov said': a cue after a full stop."""
    start = _token(view, quotation.outer_end)
    following = reports(view, start, min(start + _NEAR, len(view.lower)))
    return any(subject_start(view, report) <= start + 1 for report in following if report.is_saying)


def _ends_sentence(text: str, quotation: Quotation) -> bool:
    return text[quotation.end - 1] in ".!?" or text[quotation.outer_end : quotation.outer_end + 1] in ".!?"


def _token(view: DocumentView, position: int) -> int:
    """First token at or after a character."""
    return view.tokens.token_from(position)


def _cue_after(view: DocumentView, quotation: Quotation, window: tuple[int, int]) -> Report | None:
    """The reporting clause that follows a quotation directly: '..., Lavrov said', '..., as pointed out Chancellor Faría'."""
    for report in reports(view, *window):
        gap = view.lower[window[0] : subject_start(view, report)]
        if report.is_saying and _only_subject(gap, is_named=report.speaker is not None):
            return report
    return None


def _only_subject(gap: list[str], is_named: bool) -> bool:
    """True when nothing but a subject stands between a quotation and its verb: ', the Secretary of State stressed'."""
    words = [word for word in gap if word.isalpha() and word not in ("as", "and", "also")]
    if not words or is_named:
        return len(words) <= _NEAR // 2 and "," not in gap[1:]
    is_title = bool(title_words().intersection(words)) and not AUXILIARIES.intersection(words)
    return is_title and len(words) <= _NEAR and "," not in gap[1:]


def _cue_before(view: DocumentView, window: tuple[int, int]) -> Report | None:
    """The last saying verb before a quotation in its sentence, else the last weaker one."""
    found = reports(view, *window)
    saying = [report for report in found if report.is_saying]
    return saying[-1] if saying else (found[-1] if found else None)


def _cue_above(view: DocumentView, quotation: Quotation) -> Report | None:
    """The cue of the paragraph before, where it ends with a colon: "The Foreign Secretary said:"."""
    start = view.tokens.paragraph_of(quotation.outer_start)[0]
    end = next((at for at in range(start, 0, -1) if not view.text[at - 1].isspace()), 0)
    if start != quotation.outer_start or view.text[end - 1 : end] != ":":
        return None
    sentence = view.sentences[view.sentence_at[_token(view, end - 1)]]
    saying = [report for report in reports(view, *sentence) if report.is_saying]
    return saying[-1] if saying else None


def _is_near(view: DocumentView, quotation: Quotation, cue: Report) -> bool:
    if cue.start >= _token(view, quotation.outer_end):
        return True
    opening = _token(view, quotation.outer_start)
    return opening - cue.end <= 2 and view.lower[opening - 1] not in ("the", "any", "some", "its", "their", "these")


def _begins_sentence(text: str, quotation: Quotation, sentence_start: int) -> bool:
    """True for direct speech: nothing before it in the sentence, or a comma or colon right before it."""
    before = text[max(0, quotation.outer_start - 3) : quotation.outer_start].rstrip()
    if (
        not before
        or sentence_start >= quotation.outer_start
        or text[sentence_start : quotation.outer_start].strip(" \n-–—•") == ""
    ):
        return True
    return before[-1] in ":," or (
        before[-1] in ".!?\n" or "\n" in text[max(0, quotation.outer_start - 2) : quotation.outer_start]
    )


def _inherited(
    view: DocumentView, quotation: Quotation, previous: tuple[Quotation, SpokenQuote] | None, begins: bool
) -> int | None:
    """Speaker of the quotation before, where this one goes on with it: same paragraph, or the one before was left open."""
    if not begins or previous is None:
        return None
    last, quote = previous
    same_paragraph = last.paragraph == quotation.paragraph
    goes_on = last.paragraph + 1 == quotation.paragraph and not last.is_closed
    return quote.chain if same_paragraph or goes_on else None


def _is_no_speech(words: list[str], is_near: bool, has_cue: bool, goes_on: bool) -> bool:
    """Scare quotes: one or two words that no cue stands beside; titles: every word that counts is capitalised."""
    if goes_on:
        return False
    if len(words) <= _SCARE_LENGTH and not is_near:
        return True
    content = [word.strip(".,;:!?()") for word in words]
    content = [word for word in content if word and word.lower() not in _SMALL_WORDS]
    is_title = len(content) > 1 and all(word[0].isupper() or word[0].isdigit() for word in content)
    return is_title and not (is_near and has_cue and len(content) > _SCARE_LENGTH and words[-1][-1] in ".!?,")


def _speaker(view: DocumentView, cue: Report) -> int | None:
    """Chain of whoever speaks; "The tweet reads" speaks for the person spoken of last."""
    phrase = cue.speaker
    if phrase is None:
        is_post = any(word in _POSTED for word in view.lower[max(0, cue.start - 3) : cue.start])
        phrase = person_before(view, cue.start) if is_post else None
    if phrase is None or _is_facility(view, phrase) or _is_anonymous(view, phrase):
        return None
    found = chain_of(view, phrase)
    return found[0] if found is not None else None


def _turns(view: DocumentView) -> list[SpokenQuote]:
    """Turns of a transcript ("FOREIGN MINISTER LAVROV: ..."), each to the end of its paragraph."""
    found = []
    for start, end in view.tokens.paragraphs:
        match = _TURN.match(view.text, start, end)
        if match is not None:
            found.append((match, end))
    if len(found) < _TURNS_AT_LEAST:
        return []
    spoken = [(match, end) for match, end in found if not match["speaker"].startswith(("QUESTION", "Q", "MODERATOR"))]
    bearers = _by_surname(view)
    return [
        SpokenQuote(match.end(), end, QuoteKind.DIRECT, match["speaker"], bearers.get(_surname(match["speaker"])), 0.8)
        for match, end in spoken
    ]


def _surname(speaker: str) -> str:
    return speaker.split("(", maxsplit=1)[0].rsplit(maxsplit=1)[-1].casefold()


def _by_surname(view: DocumentView) -> dict[str, int]:
    """The only person of each surname, or the only one with a full name, called as in "FOREIGN MINISTER LAVROV"."""
    chains = view.doc._.chains
    named: dict[str, list[int]] = {}
    for index, chain in enumerate(chains):
        if chain.label == "PERSON":
            named.setdefault(chain.name.split()[-1].casefold(), []).append(index)
    full = {surname: [at for at in found if " " in chains[at].name] for surname, found in named.items()}
    return {surname: only[0] for one in (full, named) for surname, only in one.items() if len(only) == 1}


def _is_same_speaker(view: DocumentView, cue: Report) -> bool:
    """True for '"...," said the diplomat': whoever was quoted before."""
    following = view.lower[cue.end : cue.end + 2]
    return following[:1] == ["the"] and following[-1] in _NO_OFFICE


def _is_facility(view: DocumentView, phrase: Phrase) -> bool:
    """True for a place that does not speak: a palace; "Washington said" stands for a country."""
    return phrase.kind is PhraseKind.PLACE and (phrase.chain is None or view.doc[phrase.end - 1].ent_type_ == "FAC")


def _is_anonymous(view: DocumentView, phrase: Phrase) -> bool:
    """True for "a U.S. official": one person, who is not the country."""
    words = view.lower[phrase.start : phrase.end]
    return phrase.kind is PhraseKind.GROUP and words[-1] in _ONE_PERSON
