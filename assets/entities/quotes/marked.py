"""Quotations in marks with their speakers: direct speech, and fragments inside reporting sentences."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assets.entities.coreference.antecedents import chain_of, person_before
from assets.entities.quotes.clauses import clauses_of
from assets.entities.quotes.quotations import Quotation
from assets.entities.quotes.reporting import Report, reports, subject_start
from assets.entities.quotes.spoken import SpokenQuote
from assets.entities.quotes.who_speaks import PRONOUNS, speaker_of
from assets.entities.quotes.windows import windows
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import AUXILIARIES, SAYING
from assets.entities.sentences.phrases import Phrase, PhraseKind, title_words
from assets.entities.word_sets import word_set
from warehouse.tables.entities import QuoteKind

_SCARE_LENGTH = 2  # words; more are a fragment of speech
_CLAUSE_LENGTH = 5  # words that stand as direct speech without any cue
_INHERITED = 0.85  # confidence of speech that goes on
_NEAR = 6  # tokens between a quotation and the verb that reports it
_SMALL_WORDS = word_set("a an the of and for in on to with at by from as or")
_ONE_PERSON = word_set("official representative diplomat minister president source officer lawmaker aide ambassador")
_NO_OFFICE = word_set("diplomat official politician dignitary")  # '"...," said the diplomat': spoken of before
_POSTED = frozenset({"tweet", "post", "message", "text", "caption"})


def marked_quotes(view: DocumentView, turns: Sequence[SpokenQuote]) -> list[SpokenQuote]:
    """Quotations in marks outside the turns of a transcript; scare quotes and titles of things are left out."""
    starts = [turn.start for turn in turns]
    found: list[SpokenQuote] = []
    previous: tuple[Quotation, SpokenQuote] | None = None
    for number, quotation in enumerate(view.quotations.all):
        turn = bisect_right(starts, quotation.start) - 1
        if turn >= 0 and quotation.start < turns[turn].end:
            continue
        quote = _quote(view, number, previous)
        if quote is not None:
            if previous is not None and _is_begun(*previous, quotation, quote):
                found[-1] = replace(found[-1], chain=quote.chain, confidence=min(_INHERITED, quote.confidence))
            found.append(quote)
            previous = (quotation, quote)
    return found


def _is_begun(last: Quotation, begun: SpokenQuote, quotation: Quotation, quote: SpokenQuote) -> bool:
    """Whether a paragraph left open, of which nothing tells the speaker, goes on in one whose speaker is told."""
    is_next = last.paragraph + 1 == quotation.paragraph and not last.is_closed
    return is_next and quote.kind is QuoteKind.DIRECT and begun.cue is None and begun.chain is None


def _quote(view: DocumentView, number: int, previous: tuple[Quotation, SpokenQuote] | None) -> SpokenQuote | None:
    text, quotation = view.text, view.quotations.all[number]
    words = text[quotation.start : quotation.end].split()
    before, after = windows(view, number)
    sentence_start = view.tokens.offsets[before[0]] if before[0] < before[1] else quotation.outer_start
    begins = _begins_sentence(text, quotation, sentence_start)
    cue = _cue(view, quotation, before, after, begins)
    inherited = _inherited(quotation, previous, begins) if cue is None else None
    if _is_no_speech(words, cue is not None and cue.is_near, begins and inherited is not None):
        return None
    if cue is None and inherited is None and not begins and len(words) <= _CLAUSE_LENGTH:
        return None
    kind = QuoteKind.DIRECT if begins and len(words) > _SCARE_LENGTH else QuoteKind.MIXED
    if inherited is not None:
        confidence = min(_INHERITED, previous[1].confidence) if previous is not None else _INHERITED
        return SpokenQuote(quotation.start, quotation.end, kind, None, inherited, confidence)
    if cue is None:
        return SpokenQuote(quotation.start, quotation.end, kind, None, None, 0.4)
    is_again = cue.chain is None and cue.is_again
    return SpokenQuote(quotation.start, quotation.end, kind, cue.text, cue.chain, cue.confidence, is_again)


@dataclass(frozen=True)
class _Cue:
    """Words that report a quotation, with who is their subject."""

    text: str
    chain: int | None
    confidence: float
    is_near: bool  # right beside the quotation, or the verb that it hangs on
    is_again: bool = False  # whoever was quoted before: '"...," said the diplomat'


def _cue(
    view: DocumentView, quotation: Quotation, before: tuple[int, int], after: tuple[int, int], begins: bool
) -> _Cue | None:
    """What reports a quotation: the words beside it, else what it hangs on where it is part of a sentence."""
    report = _cue_after(view, after)
    if report is not None and view.lower[report.start].endswith("ing"):  # 'Gil said, "...," adding that Peru would'
        report = _cue_before(view, before) or report
    found = None if begins else _cue_in_tree(view, quotation)
    is_told = found is not None and found.text.lower() in SAYING
    if report is not None and not (is_told and view.lower[report.start] == "according"):
        return _of_report(view, quotation, report)
    if is_told:
        return found
    report = _cue_before(view, before) or _cue_above(view, quotation)
    if report is not None and (begins or found is None or report.is_saying):
        return _of_report(view, quotation, report)
    return found or _cue_in_words_of(view, after) or (_cue_in_tree(view, quotation) if begins else None)


def _cue_in_words_of(view: DocumentView, after: tuple[int, int]) -> _Cue | None:
    """The speaker of '"...", in the words of Gil'."""
    start = after[0] + (view.lower[after[0] : after[0] + 1] == [","])
    clauses = clauses_of(view)
    if clauses is None or view.words(start, start + 4) != "in the words of":
        return None
    named = [child for child in clauses.children[start + 2] if clauses.relations[child] == "nmod"]
    chain, confidence = speaker_of(view, clauses, named[0]) if named else (None, 0.5)
    return _Cue(view.doc[start : start + 4].text, chain, confidence, is_near=True)


def _of_report(view: DocumentView, quotation: Quotation, report: Report) -> _Cue:
    chain = _speaker(view, report)
    confidence = (0.9 if chain is not None else 0.6) - (0.0 if report.is_saying else 0.2)
    clauses = clauses_of(view)
    is_again = _is_same_speaker(view, report)
    if chain is None and clauses is not None:
        is_according = view.lower[report.start] == "according"
        subject = clauses.heads[report.start] if is_according else clauses.subject(report.start)
        if subject is not None:
            chain, confidence = speaker_of(view, clauses, subject)
            is_again = is_again or view.lower[subject] in PRONOUNS
    text = view.doc[report.start : report.end].text
    return _Cue(text, chain, confidence, _is_near(view, quotation, report), is_again)


def _cue_in_tree(view: DocumentView, quotation: Quotation) -> _Cue | None:
    """The verb that a quotation hangs on, with its subject."""
    clauses = clauses_of(view)
    if clauses is None:
        return None
    start, end = view.tokens.token_from(quotation.start), view.tokens.token_from(quotation.end)
    first_end = view.sentence_of(min(start, len(view.lower) - 1))[1]
    last_start = view.sentence_of(max(start, end - 1))[0] if end > start else start
    found = clauses.reporting_verb(start, min(end, first_end)) if start < end else None
    if found is None and start < last_start:
        found = clauses.reporting_verb(last_start, end)
    if found is None:
        return None
    verb, is_near = found
    subject = clauses.subject(verb)
    chain, confidence = speaker_of(view, clauses, subject) if subject is not None else (None, 0.5)
    is_again = subject is not None and view.lower[subject] in PRONOUNS | _POSTED
    return _Cue(view.tokens.texts[verb], chain, confidence, is_near, is_again)


def _reports(view: DocumentView, window: tuple[int, int]) -> list[Report]:
    """Reporting words among tokens that are verbs, as far as the parser tells."""
    clauses = clauses_of(view)
    found = reports(view, *window)
    return [report for report in found if clauses is None or not clauses.is_noun(report.start)]


def _cue_after(view: DocumentView, window: tuple[int, int]) -> Report | None:
    """The reporting clause that follows a quotation directly: '..., Lavrov said', '..., as pointed out Chancellor Faría'."""
    for report in _reports(view, window):
        gap = view.lower[window[0] : subject_start(view, report)]
        if gap[:1] in (["and"], ["&"], ["but"]) and subject_start(view, report) == report.start:
            return None  # '... called it "useful" and said that ...'
        if gap[:1] in (["while"], ["whereas"]):
            return None
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
    found = _reports(view, window)
    saying = [report for report in found if report.is_saying]
    return saying[-1] if saying else (found[-1] if found else None)


def _cue_above(view: DocumentView, quotation: Quotation) -> Report | None:
    """The cue of the paragraph before, where it ends with a colon: "The Foreign Secretary said:"."""
    start = view.tokens.paragraph_of(quotation.outer_start)[0]
    end = next((at for at in range(start, 0, -1) if not view.text[at - 1].isspace()), 0)
    if start != quotation.outer_start or view.text[end - 1 : end] != ":":
        return None
    sentence = view.sentence_of(view.tokens.token_from(end - 1))
    saying = [report for report in reports(view, *sentence) if report.is_saying]
    return saying[-1] if saying else None


def _is_near(view: DocumentView, quotation: Quotation, cue: Report) -> bool:
    if cue.start >= view.tokens.token_from(quotation.outer_end):
        return True
    opening = view.tokens.token_from(quotation.outer_start)
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


def _inherited(quotation: Quotation, previous: tuple[Quotation, SpokenQuote] | None, begins: bool) -> int | None:
    """Speaker of the quotation before, where this one goes on with it: same paragraph, or the one before was left open."""
    if not begins or previous is None:
        return None
    last, quote = previous
    same_paragraph = last.paragraph == quotation.paragraph
    goes_on = last.paragraph + 1 == quotation.paragraph and not last.is_closed
    return quote.chain if same_paragraph or goes_on else None


def _is_no_speech(words: list[str], is_near: bool, goes_on: bool) -> bool:
    """Scare quotes: one or two words that no cue stands beside; titles: every word that counts is capitalised."""
    if goes_on:
        return False
    if len(words) <= _SCARE_LENGTH and not is_near:
        return True
    content = [word.strip(".,;:!?()") for word in words]
    content = [word for word in content if word and word.lower() not in _SMALL_WORDS]
    is_title = len(content) > 1 and all(word[0].isupper() or word[0].isdigit() for word in content)
    return is_title and not (is_near and len(content) > _SCARE_LENGTH and words[-1][-1] in ".!?,")


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


def _is_same_speaker(view: DocumentView, cue: Report) -> bool:
    """True for '"...," said the diplomat', "the diplomat said" and "the tweet added": whoever was quoted before."""
    beside = (view.lower[cue.end : cue.end + 2], view.lower[max(cue.start - 2, 0) : cue.start])
    return any(words[:1] == ["the"] and words[-1] in _NO_OFFICE | _POSTED for words in beside)


def _is_facility(view: DocumentView, phrase: Phrase) -> bool:
    """True for a place that does not speak: a palace; "Washington said" stands for a country."""
    return phrase.kind is PhraseKind.PLACE and (phrase.chain is None or view.doc[phrase.end - 1].ent_type_ == "FAC")


def _is_anonymous(view: DocumentView, phrase: Phrase) -> bool:
    """True for "a U.S. official": one person, who is not the country."""
    words = view.lower[phrase.start : phrase.end]
    return phrase.kind is PhraseKind.GROUP and words[-1] in _ONE_PERSON
