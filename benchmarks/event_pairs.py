"""Events of a document beside those found: which found one tells which annotated one, and their participants.

A found event tells an annotated one when its type is right and their triggers overlap, or the trigger annotated stands in
the sentence found; one to one, those whose triggers overlap first. What stands on a phrase that is annotated as no event is
right only where the triggers overlap.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from benchmarks.fact_gold import Compared, GoldArgument, GoldEvent
from benchmarks.spans import Span, overlap, paired, touches
from warehouse.tables.entities import EventArgument, EventMention

# Who comes, who receives and who merely meets is told less clearly than who takes part.
FAMILY: Mapping[str, str] = {"host": "source", "visitor": "source", "attendee": "source"}


@dataclass(frozen=True)
class EventPairs:
    """Place in ``wanted`` of each place in ``found`` that tells it."""

    wanted: tuple[GoldEvent, ...]
    found: tuple[EventMention, ...]
    typed: Mapping[int, int]
    untyped: Mapping[int, int]
    telling: frozenset[int]  # places in ``found`` of whatever tells an annotated event, a second time too

    def matched(self) -> Iterator[tuple[GoldEvent, EventMention]]:
        """Events found with their type."""
        yield from ((self.wanted[at], self.found[place]) for place, at in sorted(self.typed.items()))


@cache
def pairs(document: Compared) -> EventPairs:
    """The events of a document, matched."""
    wanted, found = document.wanted.events, document.found.event_mentions

    def rank(one: GoldEvent, other: EventMention) -> tuple[float, ...] | None:
        return _rank(one, other, document.wanted.not_events)

    def typed_rank(one: GoldEvent, other: EventMention) -> tuple[float, ...] | None:
        return rank(one, other) if other.plover_type in one.types else None

    telling = {place for place, other in enumerate(found) if any(typed_rank(one, other) is not None for one in wanted)}
    return EventPairs(wanted, found, paired(wanted, found, typed_rank), paired(wanted, found, rank), frozenset(telling))


def trigger(event: EventMention) -> Span:
    """Span of the words that tell an event found."""
    return event.trigger_start, event.trigger_end


def _rank(one: GoldEvent, other: EventMention, not_events: Sequence[Span]) -> tuple[float, ...] | None:
    """How well an event found fits an annotated one, best highest: triggers, type, realis, distance; None for not."""
    shared = overlap(one.trigger, trigger(other))
    sentence = (other.raw_start, other.raw_end)
    is_there = sentence[0] <= one.trigger[0] and one.trigger[1] <= sentence[1]
    if not shared and (not is_there or touches(trigger(other), not_events)):
        return None
    distance = abs(one.trigger[0] - other.trigger_start)
    return (
        shared > 0,
        other.plover_type in one.types,
        other.plover_type == one.type,
        one.realis == other.realis,
        -distance,
    )


def is_argument(document: Compared, one: GoldArgument, other: EventArgument) -> bool:
    """Whether a participant found is the annotated one, by its chain or by the words it stands in."""
    mention = document.mentions.get(other.mention_id)
    is_text = mention is not None and overlap(one.text, (mention.raw_start, mention.raw_end)) > 0
    return is_text or (one.chain is not None and document.is_meant(other.chain_id, one.chain))


def arguments_of(document: Compared, event: EventMention) -> list[EventArgument]:
    """Participants of an event found."""
    return [each for each in document.found.event_arguments if each.event_mention_id == event.event_mention_id]


def argument_pairs(
    document: Compared, wanted: Sequence[GoldArgument], found: Sequence[EventArgument]
) -> dict[int, int]:
    """Place in ``wanted`` of each participant found, one to one, those of the same part first."""

    def rank(one: GoldArgument, other: EventArgument) -> tuple[float, ...] | None:
        if not is_argument(document, one, other):
            return None
        return (
            one.participation == other.participation,
            is_kin(one, other),
            document.is_meant(other.chain_id, one.chain),
        )

    return paired(wanted, found, rank)


def is_kin(one: GoldArgument, other: EventArgument) -> bool:
    """Whether both take part on the same side: host, visitor and attendee are sources."""
    return family(one.participation) == family(other.participation)


def family(participation: str) -> str:
    """The side of a part."""
    return FAMILY.get(participation, str(participation))


def is_place_right(document: Compared, one: GoldEvent, other: EventMention) -> bool:
    """Whether the place found overlaps the one annotated; without a mention, whether its words are there."""
    if one.place is None or other.place_text is None:
        return one.place is None and other.place_text is None
    mention = document.mentions.get(other.place_mention_id or "")
    if mention is not None:
        return overlap(one.place, (mention.raw_start, mention.raw_end)) > 0
    return bool(set(other.place_text.casefold().split()) & set(document.words(one.place).casefold().split()))


def main_events(document: Compared) -> dict[str, bool]:
    """Whether each event that the document reports as news was found in any of its tellings."""
    events, told = document.wanted.events, set(pairs(document).typed.values())
    main = {event.same_as or event.id for event in events if event.main}
    return {
        name: any(at in told for at, event in enumerate(events) if (event.same_as or event.id) == name)
        for name in sorted(main)
    }
