"""Indirect speech: whole propositions with a word of speech, "Gil said that ..." and "..., according to Gil"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from assets.entities.names.title_words import title_words
from assets.entities.quotes.clauses import Clauses
from assets.entities.quotes.speech_verbs import DENYING, STATING
from assets.entities.quotes.spoken import SpokenQuote
from assets.entities.quotes.who_speaks import PRONOUNS, speaker_of
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import DETERMINERS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import QuoteKind

_OPEN_QUESTIONS = word_set("whether if what how why where when who whom which whose")
_ASKING = word_set("ask asks asked asking query queries queried querying")
_NOBODY = word_set("i we you this that there these those which what one")
_DOUBTFUL = word_set(  # verbs that things have as subjects too: "the figures suggest that"
    "suggest suggests suggested suggesting indicate indicates indicated indicating reveal reveals revealed revealing "
    "hold holds held holding mean means conclude concludes estimate estimates agree agrees agreed signal signals"
)
_CIRCUMSTANCES = frozenset({"obl", "iobj", "advmod", "punct"})
_THAT_REACH = 6  # tokens between a verb and its "that"
_NO_SPEAKERS = word_set("plan plans schedule law laws needs rules agenda tradition protocol terms procedure article")
_BARE = word_set(  # "said Peru will wait"; of other verbs only "noted that Peru will wait" is speech
    "said say says saying told tell tells telling added adds adding believes believed believe thinks thought claims "
    "claimed insists insisted denied denies explained explains warned warns announced announces confirmed confirms "
    "wrote writes tweeted posted replied stressed noted argues argued estimates promised pledged vowed assured joked"
)
_EDGES = frozenset({",", ";", ":", ".", "that", "-", "–", "—", '"', "”", "“", "...", "…"})
_OPENERS = _EDGES | {"and", "but"}
_WORDS_AT_LEAST = 3
_OFFICE_REACH = 10  # tokens of an office set off before its holder's name


def indirect_quotes(view: DocumentView, clauses: Clauses, marked: Sequence[SpokenQuote]) -> list[SpokenQuote]:
    """Indirect quotations outside ``marked`` ones, in order; of two that overlap the outer one."""
    taken = _Taken(marked)
    found: list[SpokenQuote] = []
    candidates = sorted(_candidates(view, clauses, taken), key=lambda quote: (quote.start, -quote.end))
    for quote in candidates:
        is_new = not found or quote.start >= found[-1].end
        if is_new and not taken.touches(quote.start, quote.end):
            found.append(quote)
    return found


class _Taken:
    """Where marked quotations stand."""

    def __init__(self, marked: Sequence[SpokenQuote]) -> None:
        self._starts = [quote.start for quote in marked]
        self._ends = [quote.end for quote in marked]

    def touches(self, start: int, end: int) -> bool:
        """Whether a quotation shares characters with ``[start, end)``."""
        after = bisect_left(self._starts, end)
        return after > 0 and self._ends[after - 1] > start


def _candidates(view: DocumentView, clauses: Clauses, taken: _Taken) -> Iterator[SpokenQuote]:
    for at, word in enumerate(view.lower):
        if word == "according" and view.words(at, at + 2) == "according to":
            yield from _according(view, clauses, at, taken)
        elif word in STATING and word not in _ASKING:
            yield from _reported(view, clauses, at, taken)


def _reported(view: DocumentView, clauses: Clauses, verb: int, taken: _Taken) -> Iterator[SpokenQuote]:
    """What a verb of speech reports; clause by clause where a marked quotation stands in one of them."""
    if view.quotation_of(verb) is not None or not clauses.is_report(verb):
        return
    if verb == view.sentence_of(verb)[0] and not view.lower[verb].endswith(("ed", "ing")):
        return  # "Recall that Peru closed the border"
    subject = clauses.subject(verb)
    content = _content(view, clauses, verb)
    if subject is None or content is None or not _can_speak(view, clauses, verb, subject):
        return
    span = _span(view, clauses, verb, subject, content)
    yield from _whole_or_parts(view, clauses, content, span, (verb, verb + 1), subject, taken)


def _whole_or_parts(
    view: DocumentView,
    clauses: Clauses,
    content: int,
    span: tuple[int, int],
    cue: tuple[int, int],
    subject: int,
    taken: _Taken,
) -> Iterator[SpokenQuote]:
    """What is said in one, or clause by clause where a marked quotation stands in it."""
    whole = _quote(view, clauses, span, cue, subject)
    if whole is not None and not taken.touches(whole.start, whole.end):
        yield whole
    elif whole is not None:
        for part in _parts(view, clauses, content, span):
            quote = _quote(view, clauses, part, cue, subject)
            if quote is not None and not taken.touches(quote.start, quote.end):
                yield quote


def _parts(view: DocumentView, clauses: Clauses, content: int, span: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The clauses that are said, one after the other."""
    starts = [span[0]]
    for child in clauses.children[content]:
        start = clauses.edges[child][0]
        is_clause = clauses.relations[child] == "conj" and (
            child in clauses.subjects or "that" in view.lower[start : start + _THAT_REACH]
        )
        if is_clause and starts[-1] < start < span[1]:
            starts.append(start)
    yield from zip(starts, [*starts[1:], span[1]], strict=True) if len(starts) > 1 else ()


def _can_speak(view: DocumentView, clauses: Clauses, verb: int, subject: int) -> bool:
    is_passive = clauses.relations[subject] == "nsubj:pass" and clauses.heads[subject] == verb
    if view.lower[subject] in _NOBODY or (is_passive and clauses.subjects.get(verb) == subject):
        return False
    return view.lower[verb] not in _DOUBTFUL or view.phrase_at(subject) is not None


def _content(view: DocumentView, clauses: Clauses, verb: int) -> int | None:
    """The verb of the clause that is said; what "whether" opens is not said."""
    said = [child for child in clauses.children[verb] if clauses.relations[child] == "ccomp"]
    if said and view.lower[verb] not in _BARE and _has_object(view, clauses, verb, said[0]):
        return None
    said = said or _after_that(view, clauses, verb)
    if not said and view.lower[verb] in DENYING:
        said = [child for child in clauses.children[verb] if clauses.relations[child] == "xcomp"]
    if not said and clauses.relations[verb] in ("parataxis", "dep") and clauses.has_subject(verb):
        head = clauses.heads[verb]
        said = [head] if head < verb else []
    if not said:
        return None
    opening = clauses.edges[said[0]][0]
    is_question = said[0] > verb and not _OPEN_QUESTIONS.isdisjoint(view.lower[opening : opening + 2])
    is_bare = said[0] > verb and said[0] not in clauses.subjects and "that" not in view.lower[verb : said[0]]
    return None if is_question or (is_bare and view.lower[verb] not in DENYING) else said[0]


def _has_object(view: DocumentView, clauses: Clauses, verb: int, content: int) -> bool:
    """True for "highlighted the difference they can make": a thing is meant, not words."""
    between = [child for child in clauses.children[verb] if verb < child < content]
    return "that" not in view.lower[verb:content] and any(clauses.relations[child] == "obj" for child in between)


def _after_that(view: DocumentView, clauses: Clauses, verb: int) -> list[int]:
    """The verb of the clause that "that" opens near by, where the parser hangs it elsewhere: "noted with joy that"."""
    for at in range(verb + 1, min(verb + _THAT_REACH, len(view.lower))):
        if view.lower[at] == "that" and clauses.relations[at] == "mark" and clauses.heads[at] > at:
            return [clauses.heads[at]]
    return []


def _span(view: DocumentView, clauses: Clauses, verb: int, subject: int, content: int) -> tuple[int, int]:
    """Tokens of what is said, before or after its verb."""
    if content < verb:
        start = view.sentence_of(content)[0]
        left = _speaker_start(view, clauses, subject)
        return start, left if content < left < verb else verb
    end = _end(view, clauses, content)
    that = next((at for at in range(verb + 1, content) if view.lower[at] == "that" and _opens(clauses, at)), None)
    return (that + 1 if that is not None else _after_circumstances(clauses, verb, content)), end


def _speaker_start(view: DocumentView, clauses: Clauses, subject: int) -> int:
    """First token of the speaker, with the office set off before the name: ", a spokesperson, Ana Sol, said"."""
    phrase = view.phrase_at(subject)
    left = min(clauses.edges[subject][0], phrase.start if phrase is not None else subject)
    left -= view.lower[left - 1] in DETERMINERS
    comma = next((at for at in range(left - 2, max(left - _OFFICE_REACH, 0), -1) if view.lower[at] == ","), None)
    if comma is None:
        return left
    has_verb = any(view.doc[at].pos_ in ("VERB", "AUX") for at in range(comma, left))
    if view.lower[left - 1] != ",":  # "..., Peru's state news agency Andina reported"
        return comma + 1 if not has_verb and "and" not in view.lower[comma:left] else left
    return comma + 1 if not has_verb and title_words() & set(view.lower[comma:left]) else left


def _opens(clauses: Clauses, that: int) -> bool:
    return clauses.relations[that] == "mark"


def _after_circumstances(clauses: Clauses, verb: int, content: int) -> int:
    """First token after a verb that says neither to whom, nor when or where it was said: "told reporters on Monday"."""
    at = verb + 1
    for child in clauses.children[verb]:
        start, end = clauses.edges[child]
        is_circumstance = clauses.relations[child].split(":")[0] in _CIRCUMSTANCES
        if start == at and is_circumstance and end <= content:
            at = end
    return at


def _end(view: DocumentView, clauses: Clauses, content: int) -> int:
    """Token after what is said: before ", and the protests have cost" and ", following a meeting"."""
    end = clauses.edges[content][1]
    for child in clauses.children[content]:
        start = clauses.edges[child][0]
        before = view.lower[start - 1 : start + 1]
        is_clause = clauses.relations[child] == "conj" and child in clauses.subjects
        is_own = is_clause and "that" not in view.lower[start : start + 3] and view.lower[start : start + 1] == [","]
        is_frame = before[-1:] == [","] and view.lower[start + 1 : start + 2] in (["following"], ["after"])
        if start > content and (is_own or is_frame):
            end = min(end, start)
    return end


def _according(view: DocumentView, clauses: Clauses, at: int, taken: _Taken) -> Iterator[SpokenQuote]:
    """What stands before ", according to Gil", or after "According to Gil,"."""
    speaker = clauses.heads[at]
    if view.quotation_of(at) is not None or speaker <= at or view.lower[speaker] in _NO_SPEAKERS:
        return
    first, last = view.sentence_of(at)
    end = min(clauses.edges[speaker][1], last)
    start = first
    if not any(word.isalnum() for word in view.lower[first:at]):
        start = next((index for index in range(max(speaker, end - 1), last) if view.lower[index] == ","), end)
    elif not any(word.isalpha() for word in view.lower[end:last]) or view.lower[at - 1] != ",":
        last = at
    if any(view.doc[index].pos_ in ("VERB", "AUX") for index in range(start, last)):
        content = clauses.heads[speaker]
        yield from _whole_or_parts(view, clauses, content, (start, last), (at, at + 2), speaker, taken)


def _quote(
    view: DocumentView, clauses: Clauses, span: tuple[int, int], cue: tuple[int, int], subject: int
) -> SpokenQuote | None:
    start, end = span
    while start < end and (view.lower[start] in _OPENERS or view.lower[start].isspace()):
        start += 1
    while end > start and (view.lower[end - 1] in _EDGES or view.lower[end - 1].isspace()):
        end -= 1
    if end - start < _WORDS_AT_LEAST or (start <= cue[0] < end and view.lower[cue[0]] != "according"):
        return None
    chain, confidence = speaker_of(view, clauses, subject)
    first, last = view.tokens.offsets[start], view.tokens.offsets[end - 1] + len(view.tokens.texts[end - 1])
    is_again = chain is None and view.lower[subject] in PRONOUNS
    return SpokenQuote(first, last, QuoteKind.INDIRECT, view.doc[cue[0] : cue[1]].text, chain, confidence, is_again)
