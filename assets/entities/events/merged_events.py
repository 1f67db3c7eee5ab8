"""One event of two readings: what the lexicon's words tell of it, and what the encoder sees."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assets.entities.coreference.antecedents import mention_near
from assets.entities.events.attendance import MEETINGS, MULTILATERAL, NEAR, meeting_meant
from assets.entities.events.event_confidence import Evidence
from assets.entities.events.event_kinds import planned_type
from assets.entities.events.event_lexicon import ACTS
from assets.entities.events.event_parts import Event, Known, Part, as_parts
from assets.entities.events.event_slots import MAIN
from assets.entities.events.first_person import FIRST_PERSON
from assets.entities.events.seen_events import Seen, is_named, match_of
from assets.entities.events.seen_sides import roles_of, without_own
from assets.entities.events.told_as import joined_realis
from assets.entities.events.told_sides import other_side
from assets.entities.events.told_twice import TALKING
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase, title_words
from assets.entities.sentences.relations import OBLIQUES
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType, Realis

WEIGHT_OF_LEXICON = 0.3  # of a row's confidence, against the probability of the encoder's type
SURE_OF_SIDES = 0.6
BOTH = 2
PHONE = "phone"
IN_PERSON = word_set("meeting meetings meet met session sessions round")
BACK = word_set("the this that their these both two previous last next earlier")
BACK_TO_VISIT = frozenset({"the", "this", "that", "his", "her", "their"})


def event_of(view: DocumentView, seen: Seen, known: Known) -> Event:
    """The event that only the encoder sees."""
    parts = _parts(view, seen, known)
    return Event(
        match=match_of(seen),
        parts=parts,
        realis=seen.realis,
        mode=seen.mode or "",
        time=seen.time,
        place=seen.place,
        attributed_to=None,
        evidence=Evidence(seen=seen.probability),
    )


def _parts(view: DocumentView, seen: Seen, known: Known) -> tuple[Part, ...]:
    """Participants, those with a name before those without: "his" counterpart is never himself."""
    ordered = sorted(roles_of(view, seen), key=lambda entry: not is_named(entry[0]))
    parts: dict[int, Part] = {}
    for phrase, participation, probability in ordered:
        for part in as_parts(view, [phrase], participation, known, parts):
            is_own = view.lower[phrase.start] in FIRST_PERSON and participation is not Participation.TARGET
            if part.chain not in parts or is_own:  # "We value the U.S.-Benin relationship"
                parts[part.chain] = replace(part, confidence=round(part.confidence * probability, 3))
    for phrase, participation, _ in ordered:
        for part in _joined_by_title(view, phrase, participation, known):
            parts.setdefault(part.chain, part)
    kept = without_own(view, list(parts.values()), view.doc[seen.token], seen.plover_type)
    return tuple(sorted(kept, key=lambda part: part.mention))


def _joined_by_title(view: DocumentView, phrase: Phrase, participation: Participation, known: Known) -> Iterator[Part]:
    """Whoever is joined to somebody by a title alone: "the Secretary and the minister reaffirmed"."""
    for token in view.doc[phrase.start : phrase.end].root.conjuncts:
        if phrase.chain is None or token.lower_ not in title_words() or view.phrase_at(token.i) is not None:
            continue
        other = other_side(view, phrase.chain, token.lower_, known.told)
        if other is not None:
            yield Part(other, participation, mention_near(view, other, token.i), SURE_OF_SIDES)


def merged(view: DocumentView, told: Event, seen: Seen, known: Known) -> Event:
    """The event that the lexicon tells, with what the encoder sees of it.

    Its type is the encoder's unless that holds the lexicon's for nearly as likely, or the row is sure. Of acts the
    encoder knows better who takes part, of meetings the lexicon's frames do.
    """
    listed = told.plover_type
    if not told.match.trigger.is_sure and _score(seen, listed, told) < seen.probability:
        return replace(event_of(view, seen, known), evidence=Evidence(seen.probability, is_disputed=True))
    agreeing = _agreeing(seen, told)
    is_disputed = seen.plover_type not in agreeing
    probability = sum(seen.found.types.get(kind.value, 0.0) for kind in agreeing)
    seen = seen.as_type(view, listed)
    other = event_of(view, seen, known)
    is_act = told.match.trigger.frame in ACTS
    return replace(
        told,
        parts=_act_parts(told.parts, other.parts) if is_act else _meeting_parts(told.parts, other.parts),
        realis=_realis(told, seen, is_act),
        mode=other.mode if is_act and other.mode and not (told.mode and told.match.trigger.is_sure) else told.mode,
        time=told.time or other.time,
        place=told.place or other.place,
        evidence=Evidence(probability, told.evidence.listed, is_disputed),
    )


def _agreeing(seen: Seen, told: Event) -> frozenset[PloverType]:
    """The types of the encoder that speak for the lexicon's: of a sure row all, as any says that it is an event.

    "Will boycott" is a threat to the one and a planned protest to the other.
    """
    listed = told.plover_type
    if told.match.trigger.is_sure:
        return frozenset(PloverType)
    return frozenset({listed, planned_type(listed)}) if told.realis is Realis.PLANNED else frozenset({listed})


def _realis(told: Event, seen: Seen, is_act: bool) -> Realis:
    """Of acts the encoder's where it is sure; of meetings the rules know what is still to come: "to be received by"."""
    if not is_act and told.realis is not Realis.ASSERTED:
        return told.realis
    if seen.realis is Realis.NEGATED and told.realis is not Realis.ASSERTED:  # what is denied the words tell
        return told.realis
    return joined_realis(told.realis, seen.realis, seen.realis_probability)


def _meeting_parts(listed: Sequence[Part], seen: Sequence[Part]) -> tuple[Part, ...]:
    """Who takes part in a meeting as the frame has it; where it has one side only, with whom the encoder sees beside."""
    chains = {part.chain for part in listed}
    if len(chains) >= BOTH:
        return tuple(listed)
    return (*listed, *(part for part in seen if part.chain not in chains))


def _act_parts(listed: Sequence[Part], seen: Sequence[Part]) -> tuple[Part, ...]:
    """Who takes part in an act as the encoder sees it; on a side where it sees nobody, as the lexicon's frame does."""
    known = {part.chain for part in seen}
    has_target = any(part.participation is Participation.TARGET for part in seen)
    has_source = any(part.participation is not Participation.TARGET for part in seen)
    more = (
        part
        for part in listed
        if not (has_target if part.participation is Participation.TARGET else has_source) and part.chain not in known
    )
    return (*seen, *more)


def _score(seen: Seen, listed: PloverType, told: Event) -> float:
    """How likely the lexicon's type is, the encoder's view of it raised by the row's confidence."""
    return seen.found.types.get(listed.value, 0.0) + WEIGHT_OF_LEXICON * told.match.trigger.confidence


def with_sides(view: DocumentView, event: Event, told: Sequence[Event]) -> Event:
    """A meeting told again with the sides that it does not name once more."""
    if event.plover_type is not PloverType.CONSULT:
        return event
    if event.mode == "visit":
        return _with_visitors(view, event, told)
    sides = {part.chain for part in event.parts if part.participation in MAIN}
    if len(sides) >= BOTH or not _is_of_before(view, event):
        return event
    meeting = meeting_meant(view, told, sides, event, _modes(view, event))
    if meeting is None:
        return event
    more = [part for part in meeting.parts if part.participation in MAIN and part.chain not in sides]
    known = {part.chain for part in meeting.parts}
    own = [part for part in event.parts if part.chain in known or part.chain not in sides]
    index = event.match.start
    again = (Part(one.chain, one.participation, mention_near(view, one.chain, index), SURE_OF_SIDES) for one in more)
    return replace(event, parts=(*own, *again))


def _modes(view: DocumentView, event: Event) -> Sequence[str]:
    """How those met whom an event tells of again: at a summit, by phone for "the call", either way for "discussed"."""
    if event.mode == MULTILATERAL:
        return (MULTILATERAL,)
    if event.mode == PHONE:
        return (PHONE,)
    return MEETINGS if view.lower[event.match.start] in IN_PERSON else (*MEETINGS, PHONE)


def _is_return(view: DocumentView, event: Event) -> bool:
    """True for a journey home: the visitor is of the country that receives."""
    countries: dict[bool, set[str | None]] = {True: set(), False: set()}
    for part in event.parts:
        countries[part.participation is Participation.HOST].add(view.doc._.chains[part.chain].country_id)
    return bool((countries[True] & countries[False]) - {None})


def _is_of_before(view: DocumentView, event: Event) -> bool:
    """True for "the meeting", "their talks", "discussed": words that go on about a meeting told before.

    Who "met with refugees" met others.
    """
    at = event.match.start
    token, start = view.doc[at], view.sentence_of(at)[0]
    if token.pos_ != "VERB":
        opens = at == start and token.tag_ in ("NNS", "NNPS")  # "Talks have been scheduled"
        is_theirs = any(child.lower_ == "their" for child in token.children)  # "their first face-to-face meeting"
        return opens or is_theirs or bool(BACK.intersection(view.lower[max(start, at - 3) : at]))
    return token.lower_ in TALKING and not any(
        child.dep_ in OBLIQUES and any(one.lower_ == "with" for one in child.children) for child in token.children
    )


def _with_visitors(view: DocumentView, event: Event, told: Sequence[Event]) -> Event:
    """A visit spoken of again, "the trip", "his visit", with whoever paid the one told last, and whoever received."""
    at = event.match.start
    start = view.sentence_of(at)[0]
    parts = {part.participation for part in event.parts}
    if Participation.VISITOR in parts or not BACK_TO_VISIT.intersection(view.lower[max(start, at - 3) : at]):
        return event
    token = view.doc[at]
    is_owned = any(child.dep_ == "nmod:poss" and child.lower_ not in BACK_TO_VISIT for child in token.children)
    visit = _visit_told_most(view, told, at)
    if visit is None or token.pos_ == "VERB" or is_owned:
        return event
    is_elsewhere = event.place is not None and event.place.chain not in {part.chain for part in visit.parts}
    known = {part.chain for part in event.parts}
    again = (
        Part(one.chain, one.participation, mention_near(view, one.chain, at), SURE_OF_SIDES, one.is_place)
        for one in visit.parts
        if one.chain not in known
        and (one.participation is Participation.VISITOR or (one.is_place and not is_elsewhere and not event.parts))
    )
    return replace(event, parts=(*event.parts, *again))


def _visit_told_most(view: DocumentView, told: Sequence[Event], at: int) -> Event | None:
    """The visit before a token of those visitors of whose visits most is told, in the sentence before above all."""
    weights: dict[frozenset[int], float] = {}
    last: dict[frozenset[int], Event] = {}
    for event in told:
        visitors = frozenset(part.chain for part in event.parts if part.participation is Participation.VISITOR)
        if event.mode == "visit" and visitors and not _is_return(view, event):
            is_near = view.sentence_at[at] - view.sentence_at[event.match.start] <= 1
            weights[visitors] = weights.get(visitors, 0.0) + (NEAR if is_near else 1.0)
            last[visitors] = event
    best = max(weights, key=lambda key: (weights[key], last[key].match.start), default=None)
    return last[best] if best is not None else None
