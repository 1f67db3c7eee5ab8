"""Which time expression of its sentence dates an event: the one that hangs on its words, not on those of its topic."""

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from assets.entities.events.clause_forms import clause_of
from assets.entities.events.corrected_types import DEEDS
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.relations import SUBJECTS
from assets.entities.times.time_meanings import Floating
from assets.entities.times.times import TimeSpan
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Grain, PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

SPEECH = frozenset(
    {PloverType.AGREE, PloverType.CONCEDE, PloverType.SUPPORT, PloverType.REQUEST, PloverType.ACCUSE, PloverType.REJECT}
    | {PloverType.THREATEN}
)  # acts done by saying so
_ANSWERING = re.compile(
    r"(?:protest|condemn|denounc|deplor|critici[sz]|accus|blam|slam|regret|decri|welcom|hail|prais)\w*"
)
OWN, GOVERNING, BESIDE, OTHER = 3, 2, 1, 0  # how a time expression hangs on an event
_BEFORE_NOUN = frozenset({"compound", "nummod", "amod", "nmod:desc", "nmod:poss"})  # "the 6 February earthquakes"
_CLAUSES = frozenset({"acl:relcl", "advcl:relcl", "ccomp", "advcl", "csubj", "parataxis", "conj"})
_ARGUMENTS = frozenset({"obj", "obl", "nsubj", "nsubj:pass", "obl:unmarked", "nmod", "compound"})
_HOLDING = word_set(
    "held planned scheduled set fixed announced convened called expected arranged organized organised hosted due"
)
_SEEN, _SURELY_SEEN = 0.5, 0.9  # probabilities of the encoder that an expression is the event's
_OPEN = word_set("until till")
_SINCE = word_set("since")
_MOST_STEPS = 12
_RELATIVE = frozenset({"acl:relcl", "advcl:relcl"})
_NOMINAL = frozenset({"nmod", "nmod:unmarked", "obl", "obl:unmarked", "obj", "iobj", "nsubj", "nsubj:pass"})
_OPENING = word_set("at in during on")  # "At a rally on Sunday, they hailed": the rally is where they did
_FOLLOWED = word_set("after since")  # "left on Monday after he had been expelled"
_BEFORE = word_set("before until because though although")  # where they open a clause
ENDING = word_set(
    "conclude concludes concluded concluding complete completes completed end ends ended ending finish finishes finished"
)
SAYING = word_set(
    "say says said announce announces announced tell tells told report reports reported state states stated add adds added "
    "note notes noted confirm confirms confirmed reveal revealed inform informed declare declared"
)
_ARRIVING = word_set("arrive arrives arrived arriving landed flew leaves left departed travelled traveled")
_AIMING = word_set("to for ahead")
_ANOTHER = word_set("last previous earlier past former recent")
_ARRANGED = word_set(
    "cancelled canceled postponed suspended scrapped delayed rescheduled announced confirmed proposed"
)  # on a day before the event


def own_time(view: DocumentView, event: Event) -> TimeSpan | None:
    """The time expression that dates the event, its own unless that hangs on other words of the sentence."""
    start, end = view.sentence_of(event.match.start)
    quotation = view.quotation_of(event.match.start)
    times = view.times_between(start, end)
    near: list[tuple[int, bool, float, TimeSpan]] = []
    is_read = view.doc._.found_events is not None
    for first, last, time in times:
        if view.quotation_of(first) == quotation:
            seen = _seen(view, event, first, last)
            hold = _hold(view, event, (first, last), seen)
            if time.meaning.grain is Grain.YEAR and seen < _SEEN and is_read:
                hold = min(hold, BESIDE)  # "will review the progress in trade in 2022": the year is that of its topic
            if hold == OWN or not isinstance(time.meaning, Floating):  # "expelled him, a day after the attack"
                near.append((hold, time == event.time, seen, time))
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


def lasts(view: DocumentView, event: Event) -> bool:
    """True for what has been going on "since 2021", until the text is written."""
    first = view.tokens.token_from(event.time.start) if event.time is not None else 0
    return first > 0 and view.lower[first - 1] in _SINCE


def _seen(view: DocumentView, event: Event, first: int, last: int) -> float:
    """How likely the encoder holds the time expression to be the event's."""
    found = view.doc._.found_events or {}
    tokens = [token for token in range(event.match.start, event.match.end) if token in found]
    roles = [found[token].roles.get(index, {}) for token in tokens for index in range(first, last)]
    return max((role.get("date", 0.0) for role in roles), default=0.0)


def _hold(view: DocumentView, event: Event, bounds: tuple[int, int], seen: float) -> int:
    """How firmly the time expression in the tokens ``bounds`` hangs on an event."""
    first, last = bounds
    trigger, time = trigger_of(view, event.match), view.doc[first:last].root
    own = set(range(event.match.start, event.match.end))
    steps = steps_to(time, own)
    is_beside = steps is not None and len(steps) <= 1
    if view.lower[first - 1] in _OPEN | _SINCE:  # "who has been deputy since 2021, arrived": not the day of the arrival
        return OWN if view.lower[first - 1] in _SINCE and is_beside else OTHER
    verb = _verb_dated(view, time, last)
    if is_beside or verb.i in own:
        return OWN
    if event.mode == "visit" and event.realis is Realis.PLANNED and verb.pos_ == "VERB" and verb.lower_ in ENDING:
        return OTHER  # "the visit that will end on Friday"
    if steps is not None:
        return (
            OTHER
            if _is_of_earlier(time, trigger)
            else _within(event, steps) or (BESIDE if _is_misplaced(steps, seen) else OTHER)
        )
    return _hold_above(event, trigger, time, verb)


def _hold_above(event: Event, trigger: "Token", time: "Token", verb: "Token") -> int:
    """The same of a time that dates another word, ``verb``, and hangs on no word of the event."""
    is_answered = event.plover_type in DEEDS and _is_answered(trigger)  # "summoned him on Monday to protest the raid"
    if is_answered or time.dep_ in _BEFORE_NOUN or _is_of_earlier(time, trigger):
        return OTHER
    if verb.lower_ in SAYING and _is_told_by(verb, trigger):
        return OTHER  # "Sol will meet Gil, his office said on Monday"
    if _is_planned_then(time.head, trigger):
        return OWN
    is_next = event.realis is Realis.PLANNED and _is_next_plan(time, verb, trigger)
    if is_next or (event.mode != "visit" and is_aim(verb, trigger)):
        return OTHER
    if verb in governors(trigger):
        is_held = event.plover_type is PloverType.CONSULT
        is_arranged = trigger.dep_ != "obl" and verb.lower_ in _ARRANGED  # not "proposed at the meeting on Monday"
        is_earlier = is_arranged if is_held else _is_asked_before(trigger)
        return OTHER if is_earlier else GOVERNING
    return OTHER if are_apart(time, trigger) or _is_of_other_day(time, trigger) else BESIDE


def _is_answered(noun: "Token") -> bool:
    """True for a deed that somebody protests, condemns or blames on another."""
    is_object = noun.tag_.startswith("N") and noun.dep_ in ("obj", "obl", "nsubj:pass")
    return is_object and _ANSWERING.fullmatch(noun.head.lower_) is not None


def _is_planned_for(steps: list["Token"]) -> bool:
    """True for a time that hangs by ``steps`` on a noun as in "a meeting of the two that had been planned for March"."""
    _, *below = steps
    plan = next((number for number, step in enumerate(below) if step.dep_ in ("acl", "acl:relcl")), None)
    return plan is not None and is_planning(below[plan]) and all(step.dep_ == "nmod" for step in below[plan + 1 :])


def is_aim(verb: "Token", trigger: "Token") -> bool:
    """True in "arrived on Monday to attend the summit": it may be held on a later day."""
    path = _until(_to_root(trigger), verb.i)
    if verb.lower_ not in _ARRIVING or not path or path[-1].head != verb:
        return False
    return any(child.dep_ in ("mark", "case") and child.lower_ in _AIMING for child in path[-1].children)


def _is_next_plan(time: "Token", verb: "Token", trigger: "Token") -> bool:
    """True in "will meet Sol on Monday and will go to Lima", whose second verb has an auxiliary of its own."""
    second = clause_of(trigger)
    is_after = second.dep_ == "conj" and verb.i < time.i < second.i and verb not in (trigger, second)
    return is_after and any(child.dep_ in ("aux", "aux:pass", *SUBJECTS) for child in second.children)


def _is_told_by(verb: "Token", trigger: "Token") -> bool:
    """True where a verb of saying has the event in what is said: not "declared a disaster and ordered aid"."""
    path = _until(_to_root(trigger), verb.i)
    return verb in path[-1].ancestors and any(step.dep_ in ("ccomp", "parataxis") for step in path)


def _is_asked_before(noun: "Token") -> bool:
    """True in "met on Monday at the request of Sol"."""
    return noun.dep_ == "obl" and any(child.dep_ == "case" and child.lower_ == "at" for child in noun.children)


def _is_planned_then(verb: "Token", noun: "Token") -> bool:
    """True in "looked forward to the summit, to be held in March", where the parser joins the verbs."""
    is_open = is_planning(verb) and not any(child.dep_ in SUBJECTS for child in verb.children)
    return noun.pos_ == "NOUN" and is_open and noun.i < verb.i and verb.head in (noun, *governors(noun))


def _is_misplaced(steps: list["Token"], seen: float) -> bool:
    """True where the encoder takes for the event's a time that the parser hangs deeper: "freed them at a camp on Monday"."""
    if any(step.dep_ in _BEFORE_NOUN or step.dep_ in _RELATIVE for step in steps):
        return False
    return seen >= (_SEEN if all(step.dep_ in _NOMINAL for step in steps) else _SURELY_SEEN)


def _verb_dated(view: DocumentView, time: "Token", last: int) -> "Token":
    """The word that a time expression dates; the verb of "leaders on Saturday agreed" and "At a rally on Sunday, they met".

    The parser hangs such a time on the noun before it.
    """
    noun = time.head
    while noun.dep_ in ("nmod", "appos") and noun.pos_ == "PROPN" and noun.head.i < noun.i:  # the place of the noun
        noun = noun.head
    if time.dep_ not in ("nmod", "nmod:unmarked") or noun.dep_ not in _NOMINAL or not noun.i < time.i < noun.head.i:
        return time.head
    verb, between = noun.head, view.doc[last : noun.head.i]
    is_beside = all(
        token.head == verb and token.dep_ in ("aux", "aux:pass", "cop", "advmod", "punct") for token in between
    )
    cases = {child.lower_ for child in noun.children if child.dep_ == "case"}
    is_opening = noun.dep_ == "obl" and bool(cases) and cases <= _OPENING
    return verb if verb.pos_ in ("VERB", "AUX") and (is_beside or is_opening) else time.head


def _is_of_other_day(time: "Token", trigger: "Token") -> bool:
    """True in "left on Monday after they met", "as it had promised" and "since the last talks", whose day is another."""
    if any(child.lower_ in _ANOTHER or (child.lower_ == "had" and child.dep_ == "aux") for child in trigger.children):
        return True
    above = {token.i for token in _to_root(time)}
    for token in takewhile(lambda token: token.i not in above, _to_root(trigger)):
        marks = {child.lower_ for child in token.children if child.dep_ == "mark"}
        cases = {child.lower_ for child in token.children if child.dep_ == "case"}
        has_subject = any(child.dep_ in SUBJECTS for child in token.children)
        if (marks | cases) & _FOLLOWED or (has_subject and marks & _BEFORE) or "ahead" in cases:
            return True
    return False


def _is_of_earlier(time: "Token", trigger: "Token") -> bool:
    """True in "arrived after Lima had joined the council in January": the day is that of the clause below."""
    above = {token.i for token in _to_root(trigger)}
    below = takewhile(lambda token: token.i not in above, _to_root(time))
    return any(child.dep_ == "mark" and child.lower_ in _FOLLOWED for token in below for child in token.children)


def are_apart(one: "Token", other: "Token") -> bool:
    """True where one of two words stands in a relative clause and the other does not: "Sol, who left on Monday, met"."""
    path, others = _to_root(one), _to_root(other)
    shared = {token.i for token in others}
    common = next((token.i for token in path if token.i in shared), None)
    below = [*_until(path, common), *_until(others, common)]
    return any(token.dep_ in _RELATIVE for token in below)


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
    if is_held and _is_planned_for(steps):
        return OWN  # "a meeting planned for March", "which was to be held in March"
    if steps[0].dep_ in _BEFORE_NOUN or any(step.dep_ in _CLAUSES for step in below):
        return OTHER
    if last.dep_ in ("acl", "acl:relcl"):  # "the sanctions that it adopted in October"
        return OTHER if any(child.lower_ == "who" for child in last.children) else BESIDE
    if last.dep_ in _CLAUSES or last.dep_ == "xcomp" or any(step.dep_ in ("acl", "xcomp") for step in below):
        return OTHER
    # "met Sol of Peru on Monday" is the parser's slip, "during the Pacific War of 1879" is none
    is_name = all(step.pos_ == "PROPN" for step in steps[1:]) and not _is_year(steps[0])
    return OWN if is_name else BESIDE if is_held else OTHER


def _is_year(token: "Token") -> bool:
    return token.text.isdigit() and len(token) == len("2001")


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
