"""Who receives whom: the country visited, and of those who meet the one at whose seat they do."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assets.entities.coreference.antecedents import mention_near
from assets.entities.events.act_frames import agents
from assets.entities.events.act_names import names_of
from assets.entities.events.country_chains import chain_of_visited
from assets.entities.events.event_lexicon import trigger_of
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.event_slots import MAIN
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.phrases import Phrase
from assets.entities.sentences.relations import ACTIVE_SUBJECTS, OBLIQUES, PASSIVE_SUBJECTS
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType, Realis

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURE_OF_HOST = 0.7
_SIDES = 2
_BEFORE = 60  # events told before among which the same visit or meeting is looked for
_RECEIVED = frozenset({"received", "welcomed", "hosted", "greeted"})
_HOSTING = word_set("host hosts hosted hosting")
_PAYING = word_set("pay pays paid paying make makes made")
_BY, _OF = frozenset({"by"}), frozenset({"of"})
_WELCOMES = word_set("welcome reception ceremony greeting honours honors salute")
_GIVEN = word_set("receive receives received receiving get gets got enjoyed")
_RELATIVE = frozenset({"acl", "acl:relcl"})
_RECEIVING = frozenset({Participation.HOST, Participation.ATTENDEE})
_SURENESS = 0.9
_MEETING, _VISIT = "meeting", "visit"


def with_hosts(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events of a document, in order, with hosts and visitors told apart where a place does so."""
    told: list[Event] = []
    for event in events:
        told.append(_with_host(view, event, told) if event.plover_type is PloverType.CONSULT else event)
    return told


def _with_host(view: DocumentView, event: Event, told: Sequence[Event]) -> Event:
    event = _with_callers(view, _with_hosting(view, _with_received(view, event)))
    event = _with_visitor(view, _with_guests(view, event))
    if event.mode == _VISIT:
        return _visit(view, event, told)
    if event.mode == _MEETING:
        return _meeting(view, event, told)
    return event


def _with_received(view: DocumentView, event: Event) -> Event:
    """Whoever was received as visitor: "the envoy, who was received in Lima"; in no passive does the subject receive."""
    trigger = trigger_of(view, event.match)
    is_passive = any(child.dep_ == "aux:pass" for child in trigger.children)
    received = [child for child in trigger.children if is_passive and child.dep_ in PASSIVE_SUBJECTS]
    received = received if trigger.lower_ in _RECEIVED else _welcomed(trigger)
    if not received:
        return event
    who = [trigger.head] if received[0].lower_ in ("who", "whom") and trigger.dep_ == "acl:relcl" else received
    guests = {phrase.chain for token in who for phrase in names_of(view, token)}
    parts = (
        replace(part, participation=Participation.VISITOR)
        if part.chain in guests and part.participation is Participation.HOST
        else part
        for part in event.parts
    )
    return replace(event, parts=tuple(parts))


def _welcomed(trigger: "Token") -> list["Token"]:
    """Who is the one received though in the active voice: "Sol received a warm welcome"."""
    verb = trigger.head if trigger.dep_ == "obj" else trigger
    is_welcome = any(child.dep_ == "obj" and child.lower_ in _WELCOMES for child in verb.children)
    is_given = is_welcome and verb.lower_ in _GIVEN
    return [child for child in verb.children if is_given and child.dep_ in ACTIVE_SUBJECTS]


def _with_callers(view: DocumentView, event: Event) -> Event:
    """Whoever comes as visitor: "a courtesy call on Rey by Sol"."""
    trigger = trigger_of(view, event.match)
    by = [child for child in trigger.children if trigger.tag_.startswith("N") and _is_led(child, _BY)]
    calling = {phrase.chain for child in by for phrase in names_of(view, child)}
    hosts = [part.chain for part in event.parts if part.participation is Participation.HOST]
    if not calling.intersection(hosts) or calling.issuperset(hosts):
        return event
    parts = (replace(one, participation=Participation.VISITOR) if one.chain in calling else one for one in event.parts)
    return replace(event, parts=tuple(parts))


def _with_hosting(view: DocumentView, event: Event) -> Event:
    """Whoever hosts what is told as host: "Peru, which hosted a conference"."""
    trigger = trigger_of(view, event.match)
    if trigger.dep_ != "obj" or trigger.head.lower_ not in _HOSTING:
        return event
    hosting = {phrase.chain for token in agents(trigger.head) for phrase in names_of(view, token)}
    parts = (replace(one, participation=Participation.HOST) if one.chain in hosting else one for one in event.parts)
    return replace(event, parts=tuple(parts))


def _with_visitor(view: DocumentView, event: Event) -> Event:
    """A visit with whoever makes it as visitor: "postponed the visit of Minister Sol"."""
    trigger = trigger_of(view, event.match)
    paying = next((child for child in trigger.children if child.lower_ in _PAYING and child.dep_ in _RELATIVE), None)
    if event.mode == _VISIT and paying is not None:
        return _paid(view, event, paying)
    has_visitor = any(part.participation is Participation.VISITOR for part in event.parts)
    if event.mode != _VISIT or has_visitor or not trigger.tag_.startswith("N"):
        return event
    making = {
        phrase.chain for child in trigger.children if _is_led(child, _BY | _OF) for phrase in names_of(view, child)
    }
    people = {chain for chain in making if chain is not None and view.doc._.chains[chain].label == "PERSON"}
    parts = tuple(replace(part, participation=_of_visit(part, people)) for part in event.parts)
    return replace(event, parts=parts)


def _of_visit(part: Part, people: set[int]) -> Participation:
    """What somebody is in the visit of those people: "Peru postponed the visit of Minister Sol" as its host."""
    if part.chain in people:
        return Participation.VISITOR
    return Participation.HOST if people and part.participation is Participation.SOURCE else part.participation


def _paid(view: DocumentView, event: Event, verb: "Token") -> Event:
    """A visit with whoever pays it as its only visitor: "praised the visit that Sol paid to Lima", "is to pay"."""
    subjects = [child for child in verb.children if child.dep_ in ACTIVE_SUBJECTS]
    named = {phrase.chain: phrase for token in subjects for phrase in names_of(view, token) if phrase.chain is not None}
    if not named:
        return event
    others = (part for part in event.parts if part.chain not in named and part.participation in _RECEIVING)
    visitors = (
        Part(chain, Participation.VISITOR, phrase.mention or mention_near(view, chain, phrase.start), _SURENESS)
        for chain, phrase in named.items()
    )
    is_due = any(child.dep_ == "mark" for child in verb.children) and any(
        child.dep_ == "cop" for child in verb.children
    )
    return replace(event, parts=(*visitors, *others), realis=Realis.PLANNED if is_due else event.realis)


def _is_led(child: "Token", words: frozenset[str]) -> bool:
    return child.dep_ == "nmod" and any(one.dep_ == "case" and one.lower_ in words for one in child.children)


def _with_guests(view: DocumentView, event: Event) -> Event:
    """A reception with those for whom it is given: "hosted a reception in Lima for Ambassador Sol"."""
    given = {part.participation for part in event.parts}
    if Participation.HOST not in given or given & {Participation.VISITOR, Participation.SOURCE}:
        return event
    trigger = trigger_of(view, event.match)
    words = [trigger, *(child for child in trigger.children if child.dep_ == "obj")]
    words = [trigger.head, *words] if trigger.dep_ == "obj" else words
    guests = [
        child
        for word in words
        for child in word.children
        if child.dep_ in OBLIQUES and any(case.dep_ == "case" and case.lower_ == "for" for case in child.children)
    ]
    known = {part.chain for part in event.parts}
    found = {phrase.chain: phrase for guest in guests for phrase in names_of(view, guest) if phrase.is_human}
    more = tuple(
        Part(chain, Participation.VISITOR, phrase.mention, _SURE_OF_HOST)
        for chain, phrase in found.items()
        if chain is not None and phrase.mention is not None and chain not in known
    )
    return replace(event, parts=(*event.parts, *more))


def _visit(view: DocumentView, event: Event, told: Sequence[Event]) -> Event:
    """A visit with the country that receives the visitor: that of the place, else that of the visit told before."""
    event = _without_receivers(view, _with_travellers(view, event))
    visitors = {part.chain for part in event.parts if part.participation is Participation.VISITOR}
    if visitors:  # "During the visit, Sol will meet Rey": whom the visitor meets does not visit
        event = replace(event, parts=tuple(p for p in event.parts if p.participation is not Participation.SOURCE))
    if not visitors or any(part.participation is Participation.HOST for part in event.parts):
        return event
    country = _country(view, event.place) if event.place is not None else _visited(view, visitors, told)
    host = chain_of_visited(view, event.place, country) if country is not None else None
    if host is None or host in visitors or country in {view.doc._.chains[chain].country_id for chain in visitors}:
        return event
    mention = mention_near(view, host, event.match.start)
    others = tuple(part for part in event.parts if part.chain != host)
    return replace(event, parts=(*others, Part(host, Participation.HOST, mention, _SURE_OF_HOST, is_place=True)))


def _with_travellers(view: DocumentView, event: Event) -> Event:
    """A visit of people who are told to act in it: "upon the arrival of Sol" she is the visitor."""
    if any(part.participation in (Participation.VISITOR, Participation.HOST) for part in event.parts):
        return event
    chains = view.doc._.chains
    return replace(
        event,
        parts=tuple(
            replace(part, participation=Participation.VISITOR)
            if part.participation is Participation.SOURCE and chains[part.chain].label == "PERSON"
            else part
            for part in event.parts
        ),
    )


def _without_receivers(view: DocumentView, event: Event) -> Event:
    """A visit without the minister of the country visited, whom the visitor is to meet there."""
    country = _country(view, event.place) if event.place is not None else None
    visitors = [part for part in event.parts if part.participation is Participation.VISITOR]
    own = {part.chain for part in visitors if _country_of(view, part.chain) == country is not None}
    if not own or len(own) == len(visitors):
        return event
    return replace(event, parts=tuple(part for part in event.parts if part.chain not in own))


def _visited(view: DocumentView, visitors: set[int], told: Sequence[Event]) -> str | None:
    """The country of the visit told last of the same visitors."""
    for event in reversed(told[-_BEFORE:]):
        own = {part.chain for part in event.parts if part.participation is Participation.VISITOR}
        hosts = [part.chain for part in event.parts if part.participation is Participation.HOST]
        if event.mode == _VISIT and own & visitors and hosts:
            return _country_of(view, hosts[0])
    return None


def _meeting(view: DocumentView, event: Event, told: Sequence[Event]) -> Event:
    """A meeting of several with the one at home as host; one told again keeps the parts it had."""
    event = _of_one_kind(event)
    mains = [part for part in event.parts if part.participation in MAIN]
    if len(mains) < _SIDES or {Participation.HOST, Participation.VISITOR} <= {part.participation for part in mains}:
        return event
    before = _same_before(event, told)
    country = _country(view, event.place) if event.place is not None else None
    if country is None and before is not None:
        return _as_before(event, before)
    if country is None:
        country = _visited(view, {part.chain for part in mains}, told)
    return _at_home(view, event, country) if country is not None else event


def _of_one_kind(event: Event) -> Event:
    """A meeting of two in which nobody receives a visitor, with both alike: a lone "visitor" beside one who met."""
    kinds = [part.participation for part in event.parts if part.participation in MAIN]
    if len(kinds) != _SIDES or Participation.SOURCE not in kinds:
        return event
    parts = (
        replace(one, participation=Participation.SOURCE) if one.participation in MAIN else one for one in event.parts
    )
    return replace(event, parts=tuple(parts))


def _at_home(view: DocumentView, event: Event, country: str) -> Event:
    """Parts of a meeting in a country: whoever is of it receives the others."""
    of = {part.chain: _country_of(view, part.chain) for part in event.parts}
    mains = [part.chain for part in event.parts if part.participation in MAIN]
    if not {country} < {of[chain] for chain in mains} or None in {of[chain] for chain in mains}:
        return event
    parts = tuple(
        replace(part, participation=Participation.HOST if of[part.chain] == country else Participation.VISITOR)
        if part.chain in mains
        else part
        for part in event.parts
    )
    return replace(event, parts=parts)


def _same_before(event: Event, told: Sequence[Event]) -> Event | None:
    """The event told last in which the same met: a call or a meeting."""
    chains = {part.chain for part in event.parts if part.participation in MAIN}
    for one in reversed(told[-_BEFORE:]):
        is_meeting = one.plover_type is PloverType.CONSULT and one.mode != _VISIT
        if is_meeting and chains == {part.chain for part in one.parts if part.participation in MAIN}:
            return one
    return None


def _as_before(event: Event, before: Event) -> Event:
    known = {part.chain: part.participation for part in before.parts}
    parts = tuple(
        replace(part, participation=known[part.chain]) if part.participation in MAIN else part for part in event.parts
    )
    return replace(event, parts=parts)


def _country(view: DocumentView, place: Phrase) -> str | None:
    return _country_of(view, place.chain) if place.chain is not None else None


def _country_of(view: DocumentView, chain: int) -> str | None:
    country: str | None = view.doc._.chains[chain].country_id
    return country
