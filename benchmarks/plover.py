"""Types and actors of single sentences that others coded: part of the PLOVER gold standard records, where they lie.

Each sentence is read as a text of its own. Its type is that of its main event, of several sentences that of the highest
confidence; the records have no realis, and code what is planned as a promise or a threat.
An actor is right when its country is among those that the participants of that event on the same side stand for, or, for
an organization of no country, when a participant stands in its words. Of a reciprocal event, and of a consultation (who
meets whom has no target), either side is right.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from assets.entities import Entities, read_text
from assets.entities.events.event_kinds import planned_type
from benchmarks.documents import Ratio
from benchmarks.gold import SHARED_VARIABLE, shared_folder
from benchmarks.measures import count_case, measures, share
from benchmarks.spans import overlap
from warehouse.reference import reference
from warehouse.tables.entities import EventArgument, EventMention, Mention, Participation, PloverType, Realis

RECORDS = Path("benchmarks") / "plover_gsr_dev.jsonl"
GROUP, TYPES = "gsr/dev", "types/dev"
CORRECTED = {"JAP": "JPN", "ITL": "ITA", "VTN": "VNM"}  # codes that the records have and ISO 3166-1 has not


class Actor(BaseModel):
    """Who acts or is acted upon; some have no place in the text."""

    model_config = ConfigDict(frozen=True)

    text: str = Field(alias="actorText")
    code: str | None = None
    span: tuple[int, int] | None = None

    @property
    def country_id(self) -> str | None:
        """ISO 3166-1 alpha-3 code; None for what is no country."""
        code = CORRECTED.get(self.code or "", self.code)
        return code if code in _countries() else None


class Record(BaseModel):
    """One sentence with the event that it was coded as."""

    model_config = ConfigDict(frozen=True)

    id: str
    type: PloverType = Field(alias="event_plover2")
    text: str
    sources: tuple[Actor, ...]
    targets: tuple[Actor, ...]
    is_reciprocal: bool = Field(alias="reciprocal")
    trigger: str | None = Field(alias="eventText")

    def actors(self) -> Iterator[tuple[str, Actor]]:
        """Each actor with its side."""
        yield from (("source", actor) for actor in self.sources)
        yield from (("target", actor) for actor in self.targets)


@dataclass(frozen=True)
class Taking:
    """A participant found: its side, its country and where it stands."""

    side: str
    country_id: str | None
    span: tuple[int, int]


@dataclass(frozen=True, eq=False)
class Coded:
    """A record with what the product reads in its sentence."""

    record: Record
    found: Entities

    @property
    def event(self) -> EventMention | None:
        """The main event, of several the one of the highest confidence, the first of equals."""
        main = (event for event in self.found.event_mentions if event.is_main)
        return max(main, key=lambda event: event.confidence, default=None)

    @property
    def type(self) -> PloverType | None:
        """The type of the event that counts."""
        return type_of(self.event) if self.event is not None else None

    @property
    def is_any_right(self) -> bool:
        """Whether any event found has the right type."""
        return any(type_of(event) is self.record.type for event in self.found.event_mentions)

    @property
    def is_right(self) -> bool:
        """Whether the event that counts has the right type."""
        return self.type is self.record.type

    @property
    def has_sides(self) -> bool:
        """Whether it counts on which side somebody takes part."""
        is_meeting = self.event is not None and self.event.plover_type is PloverType.CONSULT
        return not (self.record.is_reciprocal or is_meeting)

    def takings(self) -> list[Taking]:
        """The participants of the event that counts."""
        event = self.event
        by_id = {mention.mention_id: mention for mention in self.found.mentions}
        return [
            self._taking(argument, by_id[argument.mention_id])
            for argument in self.found.event_arguments
            if event is not None and argument.event_mention_id == event.event_mention_id
        ]

    def _taking(self, argument: EventArgument, mention: Mention) -> Taking:
        side = "target" if argument.participation is Participation.TARGET else "source"
        same = [other.country_id for other in self.found.mentions if other.chain_id == argument.chain_id]
        country = mention.country_id or next(filter(None, same), None)
        return Taking(side, country, (mention.raw_start, mention.raw_end))

    def is_actor_found(self, side: str, actor: Actor) -> bool:
        """Whether a participant on the actor's side has its country, or stands in its words where it has none."""
        country = actor.country_id
        return any(
            taking.country_id == country if country else actor.span is not None and overlap(actor.span, taking.span) > 0
            for taking in self.takings()
            if not self.has_sides or taking.side == side
        )

    def countries(self) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
        """Side and country of each actor coded and found; one side for all where sides do not count."""
        coded = {(side, actor.country_id) for side, actor in self.record.actors()}
        found = {(taking.side, taking.country_id) for taking in self.takings()}
        wanted, given = (
            {(side if self.has_sides else "", country) for side, country in pairs if country}
            for pairs in (coded, found)
        )
        return wanted, given


def type_of(event: EventMention) -> PloverType:
    """The type of an event as PLOVER codes what has not happened yet."""
    return planned_type(event.plover_type) if event.realis is Realis.PLANNED else event.plover_type


@cache
def coded() -> tuple[Coded, ...]:
    """Every record, read."""
    lines = (shared_folder() / RECORDS).read_text(encoding="utf-8").splitlines()
    records = [Record.model_validate(json.loads(line)) for line in lines]
    return tuple(Coded(record, read_text(record.text)) for record in records)


@cache
def _countries() -> frozenset[str]:
    return frozenset(reference("countries")["country_id"].to_list())


def scores() -> dict[str, float]:
    """Figures by "gsr/dev/metric", and those of each type."""
    if unavailable():
        return {}
    figures = {f"{GROUP}/{name}": value for name, value in metrics(coded())}
    return figures | {
        f"{TYPES}/{name}": value
        for kind, ratio in types(coded()).items()
        if ratio.wanted
        for name, value in measures(kind.lower(), ratio)
    }


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    path = shared_folder() / RECORDS
    if path.exists():
        return {}
    reason = f"there is no {path}: {SHARED_VARIABLE} names the folder of the benchmarks"
    return {name.partition("/")[0]: reason for name in (GROUP, TYPES)}


def metrics(records: Sequence[Coded]) -> Iterator[tuple[str, float]]:
    """Name and value of each figure."""
    by_type = [ratio.f1 for ratio in types(records).values() if ratio.wanted]
    yield "records", len(records)
    yield "type_macro_f1", sum(by_type) / len(by_type) if by_type else 0.0
    counts = {name: Ratio() for name in ("type", "any_type", "source_country", "target_country")}
    countries = Ratio()
    for each in records:
        count_case(counts["type"], each.is_right)
        count_case(counts["any_type"], each.is_any_right)
        for side, actor in each.record.actors():
            count_case(counts[f"{side}_country"], each.is_actor_found(side, actor))
        wanted, given = each.countries()
        countries.wanted += len(wanted)
        countries.found += len(given)
        countries.right += len(wanted & given)
    for name, ratio in counts.items():
        yield from share(f"{name}_accuracy", ratio)
    yield from measures("countries", countries)


def types(records: Sequence[Coded]) -> dict[PloverType, Ratio]:
    """Counts of each type: coded, found, and both."""
    counts = {kind: Ratio() for kind in PloverType}
    for each in records:
        counts[each.record.type].wanted += 1
        if each.type is not None:
            counts[each.type].found += 1
            counts[each.type].right += each.is_right
    return counts


def errors() -> Iterator[str]:
    """What is wrong, a line each."""
    for each in () if unavailable() else coded():
        if not each.is_right:
            yield _type_error(each)
        if each.event is not None:
            yield from _actor_errors(each)


def _type_error(each: Coded) -> str:
    record, event = each.record, each.event
    found = f"{each.type} {event.trigger_text!r} ({event.confidence:.2f})" if event else "nothing"
    also = ", the right type elsewhere" if each.is_any_right else ""
    return f"type: wanted {record.type} {record.trigger!r}, found {found}{also}: {record.text}"


def _actor_errors(each: Coded) -> Iterator[str]:
    text = each.record.text
    found = [f"{taking.side} {text[slice(*taking.span)]} {taking.country_id}" for taking in each.takings()]
    for side, actor in each.record.actors():
        if not each.is_actor_found(side, actor):
            yield f"{side}: wanted {actor.text.strip()} {actor.code}, found {', '.join(found) or 'nobody'}: {text}"
