"""Who else takes part by "by": comes with a side, "Rubio, accompanied by Waltz", or mediates, "a deal brokered by Oman"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assets.entities.coreference.antecedents import mention_near
from assets.entities.events.event_parts import Event, Part
from assets.entities.sentences.document_view import DocumentView
from assets.entities.sentences.lists import objects_from
from assets.entities.sentences.phrases import PhraseKind
from assets.entities.word_sets import word_set
from warehouse.tables.entities import Participation, PloverType

_COMING = word_set("accompanied flanked escorted assisted")
_MEDIATED = word_set("mediated brokered facilitated moderated")
_PARTS = {**dict.fromkeys(_COMING, Participation.ATTENDEE), **dict.fromkeys(_MEDIATED, Participation.MEDIATOR)}
_PRESENCE = ["in", "the", "presence", "of"]
_MODES = frozenset({"meeting", "visit", "third_party", "multilateral"})
_MEDIATED_TYPES = frozenset({PloverType.CONSULT, PloverType.AGREE, PloverType.RETREAT})
_REACH = 3  # tokens between a side and who comes with it: ", who was accompanied by"
_FAR = 12  # tokens between an act and who mediated it: "met on Thursday in Kingstown, brokered by"
_BY_NAME = frozenset({PhraseKind.PERSON, PhraseKind.TITLE})
_SURE = 0.9


@dataclass(frozen=True)
class _Company:
    """Those whom one "accompanied by" names."""

    at: int
    participation: Participation
    parts: tuple[Part, ...]

    @property
    def chains(self) -> frozenset[int]:
        return frozenset(part.chain for part in self.parts)


def with_company(view: DocumentView, events: Sequence[Event]) -> list[Event]:
    """The events, those who come with a side told as attendees and those who mediate as mediators."""
    company = [one for at in range(len(view.lower) - 1) if (one := _company(view, at)) is not None]
    if not company:
        return list(events)
    read = [_with_company(view, event, company) for event in events]
    return [event for event in read if not _is_told(view, event, company, read)]


def _company(view: DocumentView, at: int) -> _Company | None:
    if view.lower[at : at + len(_PRESENCE)] == _PRESENCE:
        return _Company(at, Participation.ATTENDEE, tuple(_named(view, at + len(_PRESENCE), Participation.ATTENDEE)))
    part = _PARTS.get(view.lower[at])
    if part is None or view.lower[at + 1] != "by":
        return None
    return _Company(at, part, tuple(_named(view, at + 2, part)))


def _named(view: DocumentView, at: int, participation: Participation) -> Iterator[Part]:
    """Whom a list names: people come with somebody, mediators are countries and bodies too."""
    for phrase in objects_from(view, at).phrases:
        is_able = participation is Participation.MEDIATOR or phrase.kind in _BY_NAME
        if is_able and phrase.chain is not None:
            mention = phrase.mention or mention_near(view, phrase.chain, phrase.start)
            yield Part(phrase.chain, participation, mention, _SURE)


def _with_company(view: DocumentView, event: Event, company: Sequence[_Company]) -> Event:
    sentence = view.sentence_at[event.match.start]
    for one in company:
        if view.sentence_at[one.at] == sentence and _is_of(view, event, one):
            sides = tuple(part for part in event.parts if part.chain not in one.chains)
            event = replace(event, parts=(*sides, *one.parts)) if sides else event
    return event


def _is_of(view: DocumentView, event: Event, one: _Company) -> bool:
    """Whether an event may have the company: a side stands right before, or the words open or follow the act."""
    if one.participation is Participation.MEDIATOR:
        word = view.doc[one.at]
        is_own = (
            word.dep_ != "acl" or event.match.start <= word.head.i < event.match.end
        )  # no "talk of the truce brokered by"
        return event.plover_type in _MEDIATED_TYPES and is_own and 0 <= one.at - event.match.end <= _FAR
    if event.plover_type is not PloverType.CONSULT or event.mode not in _MODES:
        return False
    opens = one.at <= view.sentence_of(one.at)[0] + 1 or view.lower[one.at] == _PRESENCE[0]
    return opens or any(0 <= one.at - part.mention[1] <= _REACH for part in event.parts)


def _is_told(view: DocumentView, event: Event, company: Sequence[_Company], events: Sequence[Event]) -> bool:
    """Whether "accompanied" itself was read as an event, and the company is told of another in its sentence."""
    chains = next((one.chains for one in company if one.at == event.match.start), frozenset[int]())
    sentence = view.sentence_at[event.match.start]
    others = (other for other in events if other is not event and view.sentence_at[other.match.start] == sentence)
    return bool(chains) and any(chains <= {part.chain for part in other.parts} for other in others)
