"""Who brings a topic up: whoever does the verb, or speaks the words, in which its keyword stands.

From the keyword up the tree of its sentence the first word that decides does: a verb of seeds/reference/topic_verbs.csv
or the trigger of a verbal act ("thanked", "urged"), else the edge of a quotation. "They discussed migration" decides that
nobody did.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from assets.entities.events.act_frames import agents
from assets.entities.events.denials import NEGATIONS
from assets.entities.events.event_lexicon import ACTS, forms_of
from assets.entities.events.event_parts import Event
from assets.entities.events.first_person import FIRST_PERSON
from assets.entities.quotes.clauses import Clauses
from assets.entities.quotes.spoken import SpokenQuote
from assets.entities.quotes.who_speaks import speaker_of
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import PASSIVE_SUBJECTS, SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.reference import reference
from warehouse.tables.entities import Participation, PloverType, QuoteKind, Realis

_STEPS = 16  # words climbed through
_CONTENT = frozenset({"obj", "xcomp", "ccomp", "iobj", "dep"})
_OBLIQUES = frozenset({"obl", "obl:arg"})
_FRAMES = word_set(  # "at the climate conference Sol praised": where, when and with whom, not what
    "at in during after before from since with by ahead following amid between within among under via through throughout"
)
_REASONS = word_set("for about on against of over to")  # "thanked Peru for hosting migrants"
_CUTS = frozenset({"acl:relcl", "parataxis", "vocative"})  # "thanked Sol, who had fled the war"
_CARRYING = word_set(
    "spoke speaks met meets called calls phoned telephoned wrote used uses went goes continued continues"
)
_VERBAL = frozenset({PloverType.REQUEST, PloverType.ACCUSE, PloverType.SUPPORT, PloverType.REJECT, PloverType.THREATEN})
_DEEDS = frozenset({"signature", "ratification", "recognition"})  # of SUPPORT, done and not said
_BY_VERB = 0.9  # how sure it is that the object of a verb of raising is brought up


@dataclass(frozen=True)
class Raising:
    """Who brings a topic up, and the word that says so: none for the words of a quotation."""

    chain: int
    confidence: float
    verb: int | None = None
    quote: SpokenQuote | None = None

    def cue(self, view: DocumentView) -> str | None:
        """The word or words that report it, as the text has them."""
        return view.tokens.texts[self.verb] if self.verb is not None else self.quote.cue if self.quote else None


def acts_by_word(told: Sequence[Event]) -> dict[int, Event]:
    """The verbal acts of a document by the tokens of their triggers; of those on one word the first."""
    found: dict[int, Event] = {}
    for event in told:
        is_said = event.plover_type in _VERBAL and event.mode not in _DEEDS and event.match.trigger.frame in ACTS
        if is_said and event.realis is Realis.ASSERTED:
            for at in range(event.match.start, event.match.end):
                found.setdefault(at, event)
    return found


def raising_of(
    view: DocumentView, clauses: Clauses, at: int, quote: SpokenQuote | None, acts: Mapping[int, Event]
) -> Raising | None:
    """Who brings up the topic whose keyword is token ``at``; None where nobody does, or all do.

    ``quote`` is the innermost quotation around it; ``acts`` are those of ``acts_by_word``.
    """
    is_noun_of_raising = False  # "did not make any request regarding migration"
    for verb, is_content in _over(clauses, at, quote):
        if is_noun_of_raising and _is_negated(clauses, verb):
            return None
        if clauses.is_noun(verb):
            is_noun_of_raising |= clauses.lower[verb] in _forms("one")
            continue
        if not _is_decisive(clauses, verb, is_content, acts):
            continue
        if is_shared(clauses.lower[verb]) or _is_negated(clauses, verb):
            return None
        chain, confidence = _doer(view, clauses, verb, acts)
        if chain is not None:
            return Raising(chain, round(confidence * _BY_VERB, 2), verb)
        if quote is None or not _is_first_person(view, clauses, verb):
            return None
    if quote is None or quote.chain is None or _is_shared_cue(quote):
        return None
    return Raising(quote.chain, quote.confidence, None, quote)


def _over(clauses: Clauses, token: int, quote: SpokenQuote | None) -> Iterator[tuple[int, bool]]:
    """The words over a token, and whether each has the token among what it is about.

    They end where its quotation does; quoted fragments belong to the sentence: 'they talked "about trade"'.
    """
    whole = quote if quote is not None and quote.kind is not QuoteKind.MIXED else None
    offsets, at = clauses.view.tokens.offsets, token
    for _ in range(_STEPS):
        head, relation = clauses.heads[at], clauses.relations[at]
        is_outside = whole is not None and not whole.start <= offsets[head] < whole.end
        if head == at or is_outside or relation in _CUTS:
            return
        yield head, _is_content(clauses, at, relation)
        at = head


def _is_content(clauses: Clauses, at: int, relation: str) -> bool:
    marks = {clauses.lower[child] for child in clauses.children[at] if clauses.relations[child] in ("case", "mark")}
    if relation in _OBLIQUES:
        return bool(marks) and marks.isdisjoint(_FRAMES)
    if relation == "advcl":
        return not marks.isdisjoint(_REASONS)
    return relation in _CONTENT or relation in PASSIVE_SUBJECTS


def _is_decisive(clauses: Clauses, verb: int, is_content: bool, acts: Mapping[int, Event]) -> bool:
    """Whether a verb says who brings a topic up, one, all or nobody; "will raise" and "asked to raise" do not."""
    is_of_one = is_content and (verb in acts or clauses.lower[verb] in _forms("one"))
    if not is_of_one and not (is_content and is_shared(clauses.lower[verb])):
        return False
    return clauses.is_said(verb) or _is_negated(clauses, verb) or _is_carried(clauses, verb)


def _is_carried(clauses: Clauses, verb: int) -> bool:
    """True for "spoke with Sol to thank him" and "went on to stress": what for is what was said."""
    head = clauses.heads[verb]
    is_purpose = any(clauses.lower[child] == "to" for child in clauses.children[verb] if child < verb)
    is_under = clauses.relations[verb] in ("advcl", "xcomp") and clauses.lower[head] in _CARRYING
    return is_purpose and is_under and clauses.is_said(head)


def _is_negated(clauses: Clauses, verb: int) -> bool:
    return any(clauses.lower[child] in NEGATIONS for child in clauses.children[verb])


def _doer(view: DocumentView, clauses: Clauses, verb: int, acts: Mapping[int, Event]) -> tuple[int | None, float]:
    """Chain of the one who does a verb, and how sure that is."""
    act = acts.get(verb)
    sources = [part for part in act.parts if part.participation is Participation.SOURCE] if act is not None else []
    subject = _subject(view, clauses, verb)
    if len(sources) > 1 or (subject is not None and _is_joint(view, clauses, subject)):
        return None, 0.0
    if sources:
        return sources[0].chain, sources[0].confidence
    return speaker_of(view, clauses, subject) if subject is not None else (None, 0.0)


def _is_joint(view: DocumentView, clauses: Clauses, subject: int) -> bool:
    """True for "the Secretary and Prime Minister": also where nothing says who the second is."""
    phrase = view.phrase_at(subject)
    words = range(phrase.start, phrase.end) if phrase is not None else (subject,)
    joined = [child for at in words for child in clauses.children[at] if child not in words]
    others = [at for at in words if clauses.heads[at] not in words] + joined
    is_listed = any(clauses.relations[at] == "conj" and clauses.is_noun(at) for at in others)
    return is_listed or any(clauses.relations[at] == "cc" for at in joined)


def _subject(view: DocumentView, clauses: Clauses, verb: int) -> int | None:
    """The word for whoever does a verb; of "was raised" who stands after "by", if anybody."""
    is_passive = any(clauses.relations[child] in ("nsubj:pass", "aux:pass") for child in clauses.children[verb])
    if is_passive:
        return next((token.i for token in agents(view.doc[verb])), None)
    return clauses.subject(verb)


def _is_first_person(view: DocumentView, clauses: Clauses, verb: int) -> bool:
    """True for "we thank" and "let me stress", which a speaker says."""
    subject = next((child for child in clauses.children[verb] if clauses.relations[child] in SUBJECTS), None)
    return subject is None or view.lower[subject] in FIRST_PERSON


def _is_shared_cue(quote: SpokenQuote) -> bool:
    """True for "agreed that": both sides say so."""
    return quote.cue is not None and any(is_shared(word) for word in quote.cue.lower().split())


def is_shared(word: str) -> bool:
    """Whether a lower-case word is a form of a verb that all do together: "discussed", "agreed"."""
    return word in _forms("all")


@cache
def _forms(brings_up: str) -> frozenset[str]:
    """Forms of the verbs by which ``one`` side brings a topic up, or ``all`` do."""
    rows = reference("topic_verbs").iter_rows()
    return forms_of(frozenset(verb for verb, who in rows if who == brings_up))
