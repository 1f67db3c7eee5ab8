"""Which time expression of its sentence dates an event: the one that hangs on its words, not on those of its topic."""

from itertools import takewhile
from typing import TYPE_CHECKING

from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.sentences.document_view import DocumentView
from assets.entities.times.times import TimeSpan
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Grain, PloverType

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH = frozenset(
    {
        PloverType.AGREE,
        PloverType.CONCEDE,
        PloverType.SUPPORT,
        PloverType.REQUEST,
        PloverType.ACCUSE,
        PloverType.REJECT,
        PloverType.THREATEN,
    }
)  # acts done by saying so
OWN, GOVERNING, BESIDE, OTHER = 3, 2, 1, 0  # how a time expression hangs on an event
_BEFORE_NOUN = frozenset({"compound", "nummod", "amod", "nmod:desc", "nmod:poss"})  # "the 6 February earthquakes"
_CLAUSES = frozenset({"acl:relcl", "advcl:relcl", "ccomp", "advcl", "csubj", "parataxis", "conj"})
_ARGUMENTS = frozenset({"obj", "obl", "nsubj", "nsubj:pass", "obl:unmarked", "nmod", "compound"})
_HOLDING = word_set(
    "held planned scheduled set fixed announced convened called expected arranged organized organised hosted due"
)
_SEEN, _SURELY_SEEN = 0.5, 0.9  # probabilities of the encoder that an expression is the event's
_OPEN = word_set("since until till")  # "who has been deputy since 2021, arrived": not the day of the arrival
_MOST_STEPS = 12


def own_time(view: DocumentView, event: Event) -> TimeSpan | None:
    """The time expression that dates the event, its own unless that hangs on other words of the sentence."""
    start, end = view.sentence_of(event.match.start)
    quotation = view.quotation_of(event.match.start)
    times = view.times_between(start, end)
    near = [
        (_hold(view, event, first, last), time == event.time, _seen(view, event, first, last), time)
        for first, last, time in times
        if view.quotation_of(first) == quotation
    ]
    near = [entry for entry in near if entry[0] > BESIDE or entry[3].meaning.grain is not Grain.YEAR]
    given = next((entry for entry in near if entry[1]), None)
    if event.time is not None and all(event.time != time for *_, time in times):
        return event.time  # of another sentence
    best = max(near, key=lambda entry: (entry[0], entry[1], entry[2]), default=None)
    if best is None or best is given or (given is not None and given[0] > OTHER and best[0] < OWN):
        return given[3] if given is not None and given[0] > OTHER else None
    hold, _, seen, time = best
    is_sure = hold == OWN or (hold == GOVERNING and seen >= _SEEN) or (hold == BESIDE and seen >= _SURELY_SEEN)
    return time if is_sure else None


def _seen(view: DocumentView, event: Event, first: int, last: int) -> float:
    """How likely the encoder holds the time expression to be the event's."""
    found = view.doc._.found_events or {}
    tokens = [token for token in range(event.match.start, event.match.end) if token in found]
    roles = [found[token].roles.get(index, {}) for token in tokens for index in range(first, last)]
    return max((role.get("date", 0.0) for role in roles), default=0.0)


def _hold(view: DocumentView, event: Event, first: int, last: int) -> int:
    """How firmly the time expression ``[first, last)`` hangs on an event."""
    trigger, time = trigger_of(view, event.match), view.doc[first:last].root
    own = set(range(event.match.start, event.match.end))
    if view.lower[first - 1] in _OPEN:
        return OTHER
    steps = steps_to(time, own)
    if steps is not None:
        return _within(event, steps)
    if time.dep_ in _BEFORE_NOUN:
        return OTHER
    if time.head in governors(trigger):
        return GOVERNING
    return OTHER if are_apart(time, trigger) else BESIDE


def are_apart(one: "Token", other: "Token") -> bool:
    """True where one of two words stands in a relative clause and the other does not: "Sol, who left on Monday, met"."""
    path, others = _to_root(one), _to_root(other)
    shared = {token.i for token in others}
    common = next((token.i for token in path if token.i in shared), None)
    below = [*_until(path, common), *_until(others, common)]
    return any(token.dep_ in ("acl:relcl", "advcl:relcl") for token in below)


def _to_root(token: "Token") -> list["Token"]:
    return [token, *token.ancestors]


def _until(path: list["Token"], index: int | None) -> list["Token"]:
    """The words of a path before the one at ``index``."""
    return list(takewhile(lambda token: token.i != index, path))


def steps_to(token: "Token", own: set[int]) -> list["Token"] | None:
    """The words from a time or place up to the event's own words; None where it does not hang on them."""
    steps: list[Token] = []
    while token.i not in own and len(steps) < _MOST_STEPS:
        steps.append(token)
        if token.head == token:
            return None
        token = token.head
    return steps


def _within(event: Event, steps: list["Token"]) -> int:
    """Rank of a time that hangs on the event's words by ``steps``: "discussed the September meeting" has another's."""
    if len(steps) <= 1:
        return OWN
    is_held = event.plover_type is PloverType.CONSULT
    *below, last = steps[1:]
    if is_held and any(step.dep_ in ("acl", "acl:relcl") and is_planning(step) for step in steps[1:]):
        return OWN  # "a meeting planned for March", "which was to be held in March"
    if steps[0].dep_ in _BEFORE_NOUN or any(step.dep_ in _CLAUSES for step in below):
        return OTHER
    if last.dep_ in ("acl", "acl:relcl"):  # "the sanctions that it adopted in October"
        return OTHER if any(child.lower_ == "who" for child in last.children) else BESIDE
    if last.dep_ in _CLAUSES or last.dep_ == "xcomp" or any(step.dep_ in ("acl", "xcomp") for step in below):
        return OTHER
    is_name = all(step.pos_ == "PROPN" for step in steps[1:])  # "met Sol of Peru on Monday": the parser's slip
    return OWN if is_name else BESIDE if is_held else OTHER


def is_planning(verb: "Token") -> bool:
    """True for the verb of "a meeting planned for March" and "which was to be held in Lima"."""
    return verb.lower_ in _HOLDING and all(child.lower_ != "who" for child in verb.children)


def governors(trigger: "Token") -> list["Token"]:
    """The verbs that carry a noun, and the first of verbs in a row: "on Monday met Sol and thanked her"."""
    found: list[Token] = []
    token = trigger
    while token.head != token and (token.dep_ in _ARGUMENTS or token.dep_ in ("conj", "xcomp", "cop", "aux")):
        token = token.head
        found.append(token)
    return found
