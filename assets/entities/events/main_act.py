"""Which act a sentence is about, and what its modal verbs make of it.

The main clause tells the act; what is planned, demanded, refused or told beside it stands deeper in the tree, and is
the less likely to be the news the deeper it stands. "Said that Chad must withdraw" is a request, "will withdraw unless"
a threat.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.events.act_frames import acting, agents
from assets.entities.events.act_lexicon import words_of
from assets.entities.events.act_names import names_of
from assets.entities.events.act_sides import SURENESS, with_sides_by_grammar
from assets.entities.events.clause_forms import is_conditional
from assets.entities.events.clause_sides import with_clause_sides
from assets.entities.events.event_confidence import Evidence
from assets.entities.events.event_kinds import planned_type
from assets.entities.events.event_lexicon import Frame, Match, Trigger, forms_of, trigger_of
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.mutual_acts import with_partners
from assets.entities.events.outside_parts import on_their_sides, without_outsiders
from assets.entities.quotes.speech_verbs import REPORTING
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase
from assets.entities.sentences.relations import SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

# What each step from a word to the one it hangs on takes from its standing.
STEPS = {
    "conj": 0.3, "parataxis": 0.3, "xcomp": 0.7, "ccomp": 0.7, "advcl": 1.0, "acl": 1.0, "acl:relcl": 1.2,
    "nmod": 1.0, "obl": 0.8, "obj": 0.5, "nsubj": 0.5, "nsubj:pass": 0.5, "appos": 1.0, "compound": 1.0, "amod": 1.0,
}  # fmt: skip
OTHER_STEP = 0.5
MOST = 3.0
LIGHT = word_set(
    "stage hold launch begin start continue make issue impose declare conduct carry have give express mount open end "
    "resume call take announce complete undertake put resort engage reimpose"
)
MUST = word_set("must should")
WILL = word_set("will would shall 'll ’ll")
MODALS = MUST | WILL | word_set("might may could")
YIELDING = frozenset(
    {
        PloverType.AGREE, PloverType.AID, PloverType.SUPPORT, PloverType.COOPERATE, PloverType.RETREAT,
        PloverType.CONCEDE,
    }
)  # fmt: skip
PROMISED = frozenset({PloverType.RETREAT, PloverType.CONCEDE})
RESIGNING = word_set("resign quit abdicate step stand")  # "will resign" yields already
HOSTILE = frozenset(
    {PloverType.SANCTION, PloverType.COERCE, PloverType.ASSAULT, PloverType.PROTEST, PloverType.RETREAT}
)
HARMING = word_set(
    "impose ban bar expel attack arrest punish retaliate invade bomb sever seize jail blockade strike detain deport "
    "prosecute outlaw boycott sanction annex execute destroy shoot kill crush besiege shell"
)
ANSWERING = word_set("respond retaliate reciprocate answer hit fight")
BEGINNING = word_set("decide complete begin continue start resume")  # the act is what is decided or begun
OF_REQUEST = 0.6
INSIDE_ANOTHER = 1.5  # steps more for what another act is about: the request that is rejected


def main_acts(view: DocumentView, sentence: tuple[int, int], events: list[Event]) -> list[Event]:
    """The events of a sentence with the types their modal verbs give them, and confidence by where they stand."""
    own = [without_outsiders(view, _by_modal(view, event)) for event in events]
    sided = [on_their_sides(view, _with_sides(view, event)) for event in own]
    read = [with_clause_sides(view, event) for event in sided]
    read += _demands(view, sentence, read)
    read = [_with_addressed(view, event, read) for event in _told_once(read)]
    anchors = [_anchors(trigger_of(view, event.match)) for event in read]
    standing = [_with_standing(view, event, _inside(view, event, read, anchors)) for event in read]
    return sorted(standing, key=lambda event: event.match.start)


def _told_once(events: list[Event]) -> list[Event]:
    """The events, of those that one modal verb makes of two the first: "must agree to withdraw"."""
    kept: dict[tuple[int, int, PloverType], Event] = {}
    for event in events:
        kept.setdefault((event.match.start, event.match.end, event.plover_type), event)
    return list(kept.values())


def _with_addressed(view: DocumentView, event: Event, events: list[Event]) -> Event:
    """A protest against whomever its demand is put to: "went on strike to demand the resignation of Sol"."""
    is_aimed = any(part.participation is Participation.TARGET for part in event.parts)
    if event.plover_type is not PloverType.PROTEST or is_aimed:
        return event
    above = _anchors(trigger_of(view, event.match))
    known = {part.chain for part in event.parts}
    for other in events:
        below = trigger_of(view, other.match)
        is_demand = other.plover_type in (PloverType.REQUEST, PloverType.ACCUSE) and below.head.i in above
        parts = [part for part in other.parts if part.participation is Participation.TARGET and part.chain not in known]
        if is_demand and parts:
            return replace(event, parts=(*event.parts, *parts))
    return event


def with_main(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events, those marked that stand highest in their sentence, of equals the likeliest.

    The main event of a sentence changes its confidence with the surest one: whoever reads the surest reads the main act.
    """
    by_sentence: dict[int, list[Event]] = {}
    for event in events:
        by_sentence.setdefault(view.sentence_at[event.match.start], []).append(event)
    return [event for told in by_sentence.values() for event in _ranked(told)]


def _ranked(told: Sequence[Event]) -> list[Event]:
    numbers = range(len(told))
    main = min(numbers, key=lambda number: (told[number].evidence.depth, -told[number].confidence))
    surest = max(numbers, key=lambda number: told[number].confidence)
    marked = [replace(one, is_main=number == main) for number, one in enumerate(told)]
    if main != surest:
        marked[main] = replace(marked[main], ranked=told[surest].confidence)
        marked[surest] = replace(marked[surest], ranked=told[main].confidence)
    return marked


def _anchors(trigger: "Token") -> frozenset[int]:
    """Tokens at which an act stands: its trigger, and the light verb that carries it."""
    is_carried = trigger.dep_ in ("obj", "xcomp", "nsubj:pass") and trigger.head.lower_ in forms_of(LIGHT)
    return frozenset({trigger.i, trigger.head.i} if is_carried else {trigger.i})


def _inside(view: DocumentView, event: Event, events: list[Event], anchors: list[frozenset[int]]) -> float:
    """Steps more for an act inside another, and for the verb that only begins another."""
    trigger = trigger_of(view, event.match)
    above = {token.i for token in trigger.ancestors} - _anchors(trigger)
    others = [
        other for other, at in zip(events, anchors, strict=True) if other is not event and not at.isdisjoint(above)
    ]
    is_inside = any(trigger_of(view, other.match).lower_ not in forms_of(BEGINNING) for other in others)
    is_bare = event.match.end == event.match.start + 1  # "began", not "began a strike"
    is_beginning = (
        is_bare
        and trigger.lower_ in forms_of(BEGINNING)
        and any(trigger_of(view, other.match).head == trigger for other in events if other is not event)
    )
    return INSIDE_ANOTHER * (is_inside + 2 * is_beginning)


def _with_standing(view: DocumentView, event: Event, more: float) -> Event:
    trigger = trigger_of(view, event.match)
    depth = min(steps_down(trigger), MOST) + more
    return replace(event, evidence=replace(event.evidence, depth=round(depth, 2), is_odd=_is_odd(event, trigger)))


def _is_odd(event: Event, trigger: "Token") -> bool:
    """True for a verb that tells no act of its type elsewhere; of meetings many a verb tells, of promises any may."""
    if not trigger.tag_.startswith(("V", "J")) or event.plover_type is PloverType.CONSULT:
        return False
    is_ahead = any(child.dep_ == "aux" and child.lower_ in MODALS for child in trigger.children)
    kinds = (kind for kind in PloverType if event.plover_type in (kind, planned_type(kind) if is_ahead else kind))
    return not any(trigger.lower_ in words_of(kind) for kind in kinds)


def _demands(view: DocumentView, sentence: tuple[int, int], events: list[Event]) -> Iterator[Event]:
    """Requests that only a modal verb tells: "Sol said that Chad must keep the peace"."""
    told = {token for event in events for token in range(event.match.start, event.match.end)}
    for token in view.doc[sentence[0] : sentence[1]]:
        if token.lower_ in MUST and token.dep_ == "aux" and not {token.i, token.head.i} & told:
            match = Match(_trigger(PloverType.REQUEST), token.i, token.i + 1)
            blank = Event(match, (), Realis.ASSERTED, "", evidence=Evidence(listed=OF_REQUEST, seen=OF_REQUEST))
            event = _demand(view, blank, token.head, token)
            if event.parts:
                yield event


def steps_down(token: "Token") -> float:
    """How deep below the main clause a word stands: 0 for its verb, and for what is said to be so."""
    total = 0.0
    while token.head != token:
        total += _step(token)
        token = token.head
    return min(total, MOST)


def _step(token: "Token") -> float:
    head = token.head
    if token.dep_ in ("ccomp", "parataxis", "acl") and head.lower_ in REPORTING:
        return 0.0
    if token.dep_ in ("obj", "xcomp", "nsubj:pass") and head.lower_ in forms_of(LIGHT):
        return 0.0
    return 0.0 if token.dep_ == "aux" else STEPS.get(token.dep_, OTHER_STEP)


def _by_modal(view: DocumentView, event: Event) -> Event:
    """The event as its modal verb has it: a demand, a threat, a promise."""
    trigger = trigger_of(view, event.match)
    if trigger.dep_ == "aux" and trigger.lower_ in MUST and event.plover_type is PloverType.REQUEST:
        return _demand(view, event, trigger.head, trigger)
    modal = _modal(trigger)
    if modal is not None and modal.lower_ in MUST and event.plover_type in {*YIELDING, PloverType.REQUEST}:
        return _demand(view, event, trigger, modal)
    if event.plover_type is PloverType.AGREE and _promises_harm(trigger):
        return _as_type(event, PloverType.THREATEN)
    if modal is None or event.realis not in (Realis.PLANNED, Realis.HYPOTHETICAL):
        return event
    if event.plover_type in HOSTILE and _is_conditional(trigger):
        return replace(_as_type(event, PloverType.THREATEN), realis=Realis.ASSERTED)
    is_promise = event.plover_type in PROMISED and trigger.lower_ not in forms_of(RESIGNING)
    return _as_type(event, PloverType.AGREE) if is_promise and event.realis is Realis.PLANNED else event


def _modal(verb: "Token") -> "Token | None":
    """The modal of a verb, also the one that it shares: "must end the raids and release them"."""
    own = next((child for child in verb.children if child.dep_ == "aux" and child.lower_ in MODALS), None)
    is_bare = verb.dep_ == "conj" and verb.tag_ == "VB" and not any(child.dep_ in SUBJECTS for child in verb.children)
    return own if own is not None or not is_bare else _modal(verb.head)


def _with_sides(view: DocumentView, event: Event) -> Event:
    """The event with the sides of the grammar; who must do something is the target of the demand, not its source.

    What else hangs on the verb is what they are asked to do: "Chad must release the Sudanese sailors".
    """
    verb = trigger_of(view, event.match)
    is_demand = event.plover_type is PloverType.REQUEST and verb.lower_ not in MUST
    if not is_demand or (_modal(verb) or verb).lower_ not in MUST:
        return with_partners(view, with_sides_by_grammar(view, event))
    asked = {phrase.chain for token in agents(verb, 0) for phrase in names_of(view, token)}
    inside = {part for part in event.parts if verb.is_ancestor(view.doc[part.mention[0] : part.mention[1]].root)}
    kept = (part for part in event.parts if part.chain in asked or not asked or part not in inside)
    sides = {True: Participation.TARGET}
    parts = (replace(part, participation=sides.get(part.chain in asked, part.participation)) for part in kept)
    return replace(event, parts=tuple(parts))


def _demand(view: DocumentView, event: Event, verb: "Token", modal: "Token") -> Event:
    """What a speaker says that somebody must do, as the speaker's request; without a speaker the event as it is."""
    asked = [phrase for token in agents(verb, 0) for phrase in names_of(view, token)]
    asking = [phrase for phrase in _speakers(view, verb) if phrase.chain not in {one.chain for one in asked}]
    if not asked or not asking:
        return event
    parts = {one.chain: one for one in _parts(asking, Participation.SOURCE)}
    parts |= {one.chain: one for one in _parts(asked, Participation.TARGET)}
    match = Match(_trigger(PloverType.REQUEST), modal.i, modal.i + 1)
    return replace(event, match=match, parts=tuple(parts.values()), realis=Realis.ASSERTED, mode="")


def _speakers(view: DocumentView, verb: "Token") -> list[Phrase]:
    """Who says that it must be: the subject of the verb of saying over it, whose the view is that it must."""
    if verb.dep_ == "acl" and verb.head.pos_ == "NOUN" and any(child.lower_ == "that" for child in verb.lefts):
        return acting(view, verb.head)
    while verb.dep_ in ("ccomp", "xcomp", "conj", "parataxis"):
        verb = verb.head
        if verb.lower_ in REPORTING:
            return [phrase for token in agents(verb) for phrase in names_of(view, token)]
    return []


def _parts(phrases: list[Phrase], participation: Participation) -> Iterator[Part]:
    for phrase in phrases:
        if phrase.chain is not None and phrase.mention is not None:
            yield Part(phrase.chain, participation, phrase.mention, SURENESS)


def _promises_harm(trigger: "Token") -> bool:
    """True for "is prepared to impose martial law", "decided to ban", "vowed to respond": a hostile act is promised."""
    is_vowed = trigger.lower_.startswith("vow")
    aims = [child for child in trigger.children if child.dep_ == "xcomp"]
    return any(aim.lower_ in HARMING or (is_vowed and aim.lower_ in ANSWERING) for aim in aims)


def _is_conditional(trigger: "Token") -> bool:
    clauses = (child for child in trigger.children if child.dep_ == "advcl")
    return any(is_conditional(clause) for clause in clauses)


def _as_type(event: Event, plover_type: PloverType) -> Event:
    match = replace(event.match, trigger=replace(event.match.trigger, plover_type=plover_type))
    return replace(event, match=match, mode="")


def _trigger(plover_type: PloverType) -> Trigger:
    return Trigger("", (), Frame.SEEN, plover_type, "", host=None, is_noun=False, confidence=OF_REQUEST)
