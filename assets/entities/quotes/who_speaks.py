"""Whom the subject of a reporting verb means."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from assets.entities.coreference.antecedents import chain_of, resolver_of
from assets.entities.quotes.clauses import Clauses
from assets.entities.quotes.reporting import reports
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrase_words import POSSESSIVE_MARKS
from assets.entities.sentences.phrases import Phrase, PhraseKind
from assets.entities.word_sets import word_set

PRONOUNS = frozenset({"he", "she", "him", "her"})
_SPEAKING_SIDES = word_set("government governments authorities side sides delegation delegations")
_TEXTS = word_set(
    "statement communique communiqué report document release readout figures data figure source sources note letter "
    "message post tweet account website results survey study tally estimate estimates office numbers press-release statistics "
    "speech address remarks copy"
)
_ISSUED_TEXTS = frozenset({"statement", "communique", "communiqué", "document", "release", "text"})
_ISSUED = 120  # tokens between "said in a statement" and "the statement reads"
_KINDS = word_set("group organization organisation body bloc agency")
_GOING_ON = frozenset({"added", "adds", "continued", "also"})
_REACH = 6  # sentences back to the words that "the ministry added" goes on with
_OPENING = 4  # tokens in which a sentence names what it begins with: "The AU's Council"
_BESIDE = frozenset({"appos", "flat", "nmod:desc", "compound"})
_OWNERS = frozenset({"nmod", "nmod:poss", "compound", "acl", "obl:agent", "obl"})
_NAMED, _PRONOUN, _SHORT, _NOBODY = 0.9, 0.8, 0.7, 0.6
Speaker = tuple[int | None, float]


def speaker_of(view: DocumentView, clauses: Clauses, subject: int) -> Speaker:
    """Chain of whoever a subject means, None for somebody unnamed, and how sure that is."""
    if view.lower[subject] in PRONOUNS:
        chain = resolver_of(view).resolved.get(subject)
        return chain, _PRONOUN if chain is not None else 0.5
    if view.lower[subject] == "it":
        return _body_before(view, subject), _SHORT
    if _is_several(view, clauses, subject):
        return None, 0.6
    phrase = _phrase_of(view, clauses, subject)
    if phrase is not None:
        return _chain_of_phrase(view, phrase, subject)
    if view.lower[subject] in _TEXTS:
        return _owner(view, clauses, subject)
    body = _body_called(view, subject)
    return (body, _SHORT) if body is not None else (None, _NOBODY)


def _is_several(view: DocumentView, clauses: Clauses, subject: int) -> bool:
    """True for "Gil and Sol said"."""
    others = [child for child in clauses.children[subject] if clauses.relations[child] == "conj"]
    return any(view.phrase_at(child) is not None for child in others)


def _phrase_of(view: DocumentView, clauses: Clauses, subject: int) -> Phrase | None:
    """The phrase that a word belongs to; the name beside it where there is one: "her colleague, Dr. Ana Gil"."""
    own = view.phrase_at(subject)
    if own is not None and own.kind is PhraseKind.PERSON:
        return own
    beside = [child for child in clauses.children[subject] if clauses.relations[child] in _BESIDE]
    deeper = [child for one in beside for child in clauses.children[one] if clauses.relations[child] in _BESIDE]
    for child in (*beside, *deeper):
        phrase = view.phrase_at(child)
        if phrase is not None and phrase.kind is PhraseKind.PERSON:
            return phrase
    named = (view.phrase_at(child) for child in beside if clauses.relations[child] in ("appos", "flat"))
    bodies = (phrase for phrase in named if phrase is not None and phrase.kind is PhraseKind.BODY)
    return own or next(bodies, None)  # "the news agency Antara said"


def _chain_of_phrase(view: DocumentView, phrase: Phrase, subject: int) -> Speaker:
    if phrase.kind is PhraseKind.GROUP:
        is_side = bool(_SPEAKING_SIDES.intersection(view.lower[phrase.start : phrase.end]))
        return (phrase.chain if is_side else None), _SHORT
    is_place = phrase.kind is PhraseKind.PLACE and view.doc[phrase.end - 1].ent_type_ == "FAC"
    if phrase.kind is PhraseKind.DEMONYM:
        is_people = view.lower[subject].endswith("s")
        return (phrase.chain, _SHORT) if is_people else (None, _SHORT)
    if is_place or phrase.kind is PhraseKind.OCCASION:
        return None, _SHORT
    sureness = {PhraseKind.PERSON: _NAMED, PhraseKind.BODY: _NAMED, PhraseKind.PLACE: _PRONOUN}
    return phrase.chain, sureness.get(phrase.kind, _PRONOUN) if phrase.chain is not None else 0.6


def _owner(view: DocumentView, clauses: Clauses, text: int) -> Speaker:
    """Whose statement or figures they are: "figures from the Ministry", "his office"."""
    if view.lower[text - 1] in ("his", "her"):
        return resolver_of(view).resolved.get(text - 1), _SHORT
    owner = _named_owner(view, clauses, text)
    if owner is None and view.lower[text - 1] == "the":
        owner = _issuer(view, clauses, text)
    return owner, _SHORT


def _named_owner(view: DocumentView, clauses: Clauses, text: int) -> int | None:
    """Whoever is named as the one whose statement it is: "figures from the Ministry", "a statement by Gil"."""
    for child in clauses.children[text]:
        if clauses.relations[child] in _OWNERS:
            inner = [one for one in clauses.children[child] if clauses.relations[one] in _OWNERS]
            for at in (child, *inner):
                if view.lower[at] in ("his", "her"):
                    return resolver_of(view).resolved.get(at)
                phrase = view.phrase_at(at)
                if phrase is not None and phrase.kind in (PhraseKind.BODY, PhraseKind.PERSON):
                    return phrase.chain
    return None


def _issuer(view: DocumentView, clauses: Clauses, text: int) -> int | None:
    """Who issued "a statement", or said something "in a statement", before "the statement reads" or "added"."""
    meant = _ISSUED_TEXTS if view.lower[text] in _ISSUED_TEXTS else {view.lower[text]}
    for at in range(text - 1, max(text - _ISSUED, 0), -1):
        if view.lower[at] not in meant:
            continue
        owner = _named_owner(view, clauses, at)
        if owner is not None:
            return owner
        said = [report for report in reports(view, *view.sentence_of(at)) if report.is_saying]
        if not said:
            return None
        found = chain_of(view, said[-1].speaker) if said[-1].speaker else None
        subject = clauses.subject(said[-1].start) if found is None else None
        is_other = subject is not None and subject != at
        return (
            found[0] if found else speaker_of(view, clauses, subject)[0] if subject is not None and is_other else None
        )
    return None


def _body_before(view: DocumentView, pronoun: int) -> int | None:
    """The body or government that spoke last, in the sentence of "it" or the one before: "It added that".

    Where none did, the one that either sentence begins with: 'The Council "demands the release", it said'.
    """
    first, _ = view.sentence_of(pronoun)
    start = view.sentence_of(first - 1)[0] if first else first
    said = [report for report in reports(view, start, pronoun) if report.is_saying and report.speaker]
    named = (one for begin in dict.fromkeys((first, start)) for one in _opening(view, begin, pronoun))
    phrase = said[-1].speaker if said else next(named, None)
    found = (
        chain_of(view, phrase) if phrase is not None and phrase.kind in (PhraseKind.BODY, PhraseKind.PLACE) else None
    )
    return found[0] if found else None


def _opening(view: DocumentView, start: int, end: int) -> Iterator[Phrase]:
    """The phrases with which a sentence begins, before ``end`` and unquoted; "Peru's minister" is none of Peru."""
    first = (at for at in range(start, min(start + _OPENING, end)) if view.quotation_of(at) is None)
    phrases = (view.phrase_at(at) for at in first)
    return (one for one in phrases if one is not None and view.lower[one.end] not in POSSESSIVE_MARKS)


def _body_called(view: DocumentView, subject: int) -> int | None:
    """The body last named that "the ministry" or "the union" is short for."""
    word = view.lower[subject]
    if word in _TEXTS or view.lower[max(0, subject - 1)] != "the":
        return None
    if word in _KINDS:
        return _only_body_before(view, subject)
    mentions = _bodies_called(view).get(word, [])
    if view.lower[subject + 1 : subject + 2] and view.lower[subject + 1] in _GOING_ON:
        speaking = _speaking_before(view, subject, {number for _, number in mentions})
        if speaking is not None:
            return speaking
    place = bisect_left(mentions, (subject, 0))
    if place:
        return mentions[place - 1][1]
    return mentions[0][1] if len({number for _, number in mentions}) == 1 else None


def _speaking_before(view: DocumentView, subject: int, chains: set[int]) -> int | None:
    """The one of some bodies that spoke last: "the ministry added" goes on with it, whatever other was named since."""
    first = max(view.sentence_at[subject] - _REACH, 0)
    start = next(at for at in range(subject, -1, -1) if at == 0 or view.sentence_at[at - 1] < first)
    said = [report for report in reports(view, start, subject) if report.is_saying and report.speaker]
    found = [chain_of(view, report.speaker) for report in said if report.speaker]
    return next((one[0] for one in reversed(found) if one is not None and one[0] in chains), None)


def _only_body_before(view: DocumentView, subject: int) -> int | None:
    """The one body named in the sentence of "the group" or the one before."""
    first, _ = view.sentence_of(subject)
    named = (view.phrase_at(at) for at in range(view.sentence_of(first - 1)[0] if first else 0, subject))
    chains = {one.chain for one in named if one is not None and one.kind is PhraseKind.BODY}
    return chains.pop() if len(chains) == 1 else None


@lru_cache(maxsize=1)
def _bodies_called(view: DocumentView) -> dict[str, list[tuple[int, int]]]:
    """Mentions of the bodies with their chains, in order, by the first and last words of their names.

    Not those that somebody's words name: "the ministry said" behind a quotation is none of which it speaks.
    """
    found: dict[str, list[tuple[int, int]]] = {}
    for number, chain in enumerate(view.doc._.chains):
        words = chain.name.casefold().split()
        for word in {words[0], words[-1], *words[1:2]} if chain.label == "ORG" and len(words) > 1 else ():
            own = (start for start, _ in chain.mentions if view.quotation_of(start) is None)
            found.setdefault(word, []).extend((start, number) for start in own)
    return {word: sorted(mentions) for word, mentions in found.items()}
