"""To whom an act is done that does not say it: "Sol asked for more time" after a meeting, "announced $5 million in aid"."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assets.entities.coreference.antecedents import mention_near
from assets.entities.events.attendance import stands_for
from assets.entities.events.country_chains import chain_of_country
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.event_slots import MAIN
from assets.entities.sentences.document_view import DocumentView
from warehouse.tables.entities import Participation, PloverType, Realis

_SENT = (PloverType.AID, PloverType.SANCTION)
_ON_SOMEBODY = (*_SENT, PloverType.REQUEST)  # nobody asks, helps or punishes nobody
_HELD = (Realis.ASSERTED, Realis.PLANNED)
_INVITATION, _VISIT = "meet", "visit"
_REACH = 3  # sentences in which those who met are who deal with each other
_CLEARLY = 2  # times as many mentions as any other country
_SURENESS = 0.4


def with_implied_targets(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events of a document, acts on nobody named with whom they are meant for as far as that is clear."""
    return [_with_target(view, event, events) for event in events]


def _with_target(view: DocumentView, event: Event, events: Sequence[Event]) -> Event:
    sources = [part.chain for part in event.parts if part.participation in MAIN]
    is_whole = any(part.participation is Participation.TARGET for part in event.parts)
    if event.plover_type not in _ON_SOMEBODY or event.mode == _INVITATION or is_whole or not sources:
        return _by_government(view, event)
    if _is_put_to_somebody(view, event):
        return event
    target = _main_country(view, sources) if event.plover_type in _SENT else None
    if target is None and event.plover_type is not PloverType.SANCTION:  # nobody sanctions whom they meet
        target = _counterpart(view, event, sources, events)
    if target is None:
        return event
    mention = mention_near(view, target, event.match.start)
    return replace(event, parts=(*event.parts, Part(target, Participation.TARGET, mention, _SURENESS)))


def _is_put_to_somebody(view: DocumentView, event: Event) -> bool:
    """True for "encouraged the legislators to act": those have no name."""
    relations = {child.dep_ for child in trigger_of(view, event.match).children}
    return bool(relations & {"obj", "iobj"}) and "xcomp" in relations


def _by_government(view: DocumentView, event: Event) -> Event:
    """What a government's own text tells of as done by nobody is its own: "Action to impose restrictions"."""
    country = view.doc._.government
    is_told = any(part.participation is not Participation.TARGET for part in event.parts)
    chain = chain_of_country(view, country) if country is not None else None
    if event.plover_type not in _SENT or is_told or chain is None or chain in {part.chain for part in event.parts}:
        return event
    mention = mention_near(view, chain, event.match.start)
    return replace(event, parts=(*event.parts, Part(chain, Participation.SOURCE, mention, _SURENESS)))


def _counterpart(view: DocumentView, event: Event, sources: Sequence[int], events: Sequence[Event]) -> int | None:
    """With whom whoever acts met: the person for a person, for a government the country."""
    at = view.sentence_at[event.match.start]
    is_person = _is_person(view, sources[0]) and event.plover_type not in _SENT
    near = [
        one
        for one in events
        if one.plover_type is PloverType.CONSULT
        and one.mode != _VISIT
        and one.realis in _HELD
        and 0 <= at - view.sentence_at[one.match.start] <= _REACH
    ]
    for meeting in sorted(near, key=lambda one: abs(one.match.start - event.match.start)):
        sides = [part.chain for part in meeting.parts if part.participation in MAIN]
        others = [side for side in sides if not any(stands_for(view, side, source) for source in sources)]
        met = [side for side in others if _is_person(view, side) or not is_person]
        if len(met) == 1 and len(others) < len(sides):
            return met[0] if is_person else _country_of(view, met[0])
    return None


def _is_person(view: DocumentView, chain: int) -> bool:
    return bool(view.doc._.chains[chain].label == "PERSON")


def _country_of(view: DocumentView, chain: int) -> int | None:
    country = view.doc._.chains[chain].country_id
    return chain_of_country(view, country) if country is not None else None


def _main_country(view: DocumentView, sources: Sequence[int]) -> int | None:
    """The country of which a text speaks most, but for that of whoever acts."""
    chains = view.doc._.chains
    own = {chains[source].country_id for source in sources}
    if None in own:
        return None
    counts = Counter[str]()
    for chain in chains:
        if chain.country_id is not None and chain.country_id not in own:
            counts[chain.country_id] += len(chain.mentions)
    most = counts.most_common(2)
    is_clear = len(most) == 1 or (len(most) > 1 and most[0][1] >= _CLEARLY * most[1][1])
    return chain_of_country(view, most[0][0]) if is_clear else None
