"""Scores of events: found with their type, how surely told, by whom, when and where (matching: see event_pairs)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.documents import Ratio
from benchmarks.event_pairs import (
    EventPairs,
    argument_pairs,
    arguments_of,
    is_kin,
    is_place_right,
    main_events,
    pairs,
    trigger,
)
from benchmarks.fact_gold import Compared, GoldArgument, GoldEvent
from benchmarks.measures import count_case, measures, share
from benchmarks.spans import touches
from benchmarks.value_scores import days
from warehouse.tables.entities import EventArgument, EventMention, PloverType, Realis


@dataclass
class _Counts:
    """Counts of each figure."""

    ratios: dict[str, Ratio] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Ratio:
        return self.ratios.setdefault(name, Ratio())

    def case(self, name: str, is_right: bool) -> None:
        """Count one case of a share."""
        count_case(self[name], is_right)

    def given(self, name: str, wanted: bool, found: bool, is_right: bool) -> None:
        """Count a value that may be wanted and may be found."""
        ratio = self[name]
        ratio.wanted += wanted
        ratio.found += found
        ratio.right += wanted and found and is_right


def figures(scored: Sequence[Compared]) -> Iterator[tuple[str, float]]:
    """Name and value of each figure."""
    counts = _counts(scored)
    for name in ("events", "events_untyped"):
        yield from measures(name, counts[name])
    for name in ("events_told_precision", "events_main_found", "events_realis_accuracy", "events_mode_accuracy"):
        yield from share(name, counts[name])
    for name in ("events_realis_other", "events_participants", "events_participants_exact"):
        yield from measures(name, counts[name])
    for name in ("events_dates_accuracy", "events_dates_precision", "events_left_undated_accuracy"):
        yield from share(name, counts[name])
    for name in ("events_place", "events_attribution"):
        yield from measures(name, counts[name])


def _counts(scored: Sequence[Compared]) -> _Counts:
    counts = _Counts()
    for document in scored:
        matched = pairs(document)
        _count_found(counts, matched)
        for is_found in main_events(document).values():
            counts.case("events_main_found", is_found)
        for one, other in matched.matched():
            _count_telling(counts, one, other)
            _count_dates(counts, one, other)
            _count_circumstances(counts, document, one, other)
            _count_participants(counts, document, one, other)
    return counts


def _count_found(counts: _Counts, matched: EventPairs) -> None:
    for name, found in (("events", matched.typed), ("events_untyped", matched.untyped)):
        counts[name].wanted += len(matched.wanted)
        counts[name].found += len(matched.found)
        counts[name].right += len(found)
    for place in range(len(matched.found)):
        counts.case("events_told_precision", place in matched.telling)


def _count_telling(counts: _Counts, one: GoldEvent, other: EventMention) -> None:
    """Realis, that of events which have not simply happened by itself, and mode."""
    is_same = one.realis == other.realis
    counts.case("events_realis_accuracy", is_same)
    is_other = (one.realis != Realis.ASSERTED, other.realis is not Realis.ASSERTED)
    counts.given("events_realis_other", *is_other, is_same)
    if one.mode and one.type == other.plover_type:
        counts.case("events_mode_accuracy", one.mode == other.mode)


def _count_dates(counts: _Counts, one: GoldEvent, other: EventMention) -> None:
    is_right = are_days_right(one, other)
    if one.start_on:
        counts.case("events_dates_accuracy", is_right)
    else:
        counts.case("events_left_undated_accuracy", is_right)
    if other.start_on:
        counts.case("events_dates_precision", is_right)


def are_days_right(one: GoldEvent, other: EventMention) -> bool:
    """Whether first and last day are those annotated; none where none is."""
    return days(one.start_on, one.end_on) == (other.start_on, other.end_on)


def _count_circumstances(counts: _Counts, document: Compared, one: GoldEvent, other: EventMention) -> None:
    has_place = (one.place is not None, other.place_text is not None)
    counts.given("events_place", *has_place, is_place_right(document, one, other))
    is_said = (one.attributed_to is not None, other.attributed_to_chain_id is not None)
    is_right = document.is_meant(other.attributed_to_chain_id, one.attributed_to)
    counts.given("events_attribution", *is_said, is_right)


def _count_participants(counts: _Counts, document: Compared, one: GoldEvent, other: EventMention) -> None:
    found = arguments_of(document, other)
    matched = argument_pairs(document, one.arguments, found)
    both = [(one.arguments[at], found[place]) for place, at in matched.items()]
    for name, right in (
        ("events_participants", sum(is_kin(*each) for each in both)),
        ("events_participants_exact", sum(wanted.participation == given.participation for wanted, given in both)),
    ):
        counts[name].wanted += len(one.arguments)
        counts[name].found += len(found)
        counts[name].right += right


def type_figures(scored: Sequence[Compared]) -> Iterator[tuple[str, float]]:
    """Precision, recall and F1 of each type of event that is annotated."""
    wanted, found = _types(scored)
    for each in PloverType:
        name = each.value.lower()
        if wanted[each].cases:
            recall, precision = wanted[each].accuracy, found[each].accuracy if found[each].cases else 0.0
            yield f"{name}_recall", recall
            yield f"{name}_f1", 2 * recall * precision / (recall + precision) if recall and precision else 0.0
        yield from share(f"{name}_precision", found[each])


def _types(scored: Sequence[Compared]) -> tuple[Mapping[PloverType, Ratio], Mapping[PloverType, Ratio]]:
    """How many events annotated with each type were found, and how many found with each type are right."""
    wanted, found = {each: Ratio() for each in PloverType}, {each: Ratio() for each in PloverType}
    for document in scored:
        matched = pairs(document)
        named = set(matched.typed.values())
        for at, one in enumerate(matched.wanted):
            count_case(wanted[PloverType(one.type)], at in named)
        for place, other in enumerate(matched.found):
            count_case(found[other.plover_type], place in matched.typed)
    return wanted, found


def confidences(document: Compared) -> Iterator[tuple[float, bool]]:
    """Confidence of each event found, and whether it tells one that is annotated."""
    matched = pairs(document)
    yield from ((other.confidence, place in matched.telling) for place, other in enumerate(matched.found))


def errors(document: Compared) -> Iterator[tuple[int, str]]:
    """Place and line of each error."""
    matched = pairs(document)
    named = set(matched.typed.values())
    other_type = {at: place for place, at in matched.untyped.items() if at not in named and place not in matched.typed}
    for at, one in enumerate(matched.wanted):
        if at not in named:
            kind = f"{'main ' if one.main else ''}event missed"
            if at in other_type:
                kind = f"event type wrong, found {matched.found[other_type[at]].plover_type}, wanted"
            words, sentence = document.words(one.trigger), document.words(one.sentence)
            yield one.trigger[0], f"{kind} {_kind(one.type, one.mode)} {one.realis} {words!r}: {sentence}"
    for place, other in enumerate(matched.found):
        if place not in matched.typed and place not in other_type.values():
            yield other.trigger_start, _invented(document, place, other)
    for one, other in matched.matched():
        yield from ((other.trigger_start, f"{line}: {_sentence(other)}") for line in _wrong(document, one, other))


def _kind(of: str, mode: str | None) -> str:
    return f"{of} {mode}" if mode else of


def _sentence(event: EventMention) -> str:
    return " ".join(event.sentence_text.split())


def _invented(document: Compared, place: int, event: EventMention) -> str:
    is_again = place in pairs(document).telling
    is_marked = touches(trigger(event), document.wanted.not_events)
    kind = "event told twice" if is_again else "event invented, annotated as none" if is_marked else "event invented"
    says = f"{_kind(event.plover_type, event.mode)} {event.realis} ({event.confidence:.2f})"
    return f"{kind} {says} {event.trigger_text!r}: {_sentence(event)}"


def _wrong(document: Compared, one: GoldEvent, other: EventMention) -> Iterator[str]:
    """What is wrong about an event that was found."""
    what = f"{other.plover_type} {other.trigger_text!r}"
    if one.realis != other.realis:
        yield f"realis wrong, {what}: wanted {one.realis}, found {other.realis}"
    if one.mode and one.type == other.plover_type and one.mode != other.mode:
        yield f"mode wrong, {what}: wanted {one.mode}, found {other.mode}"
    if not are_days_right(one, other):
        start, end = days(one.start_on, one.end_on)
        kind = (
            "event date invented"
            if start is None
            else "event date missed"
            if other.start_on is None
            else "event date wrong"
        )
        yield f"{kind}, {what}: wanted {start} to {end}, found {other.start_on} to {other.end_on}"
    if not is_place_right(document, one, other):
        place = document.words(one.place) if one.place else None
        yield f"place wrong, {what}: wanted {place!r}, found {other.place_text!r}"
    if not document.is_meant(other.attributed_to_chain_id, one.attributed_to):
        wanted = document.names.get(one.attributed_to or "")
        yield f"attribution wrong, {what}: wanted {wanted!r}, found {document.name_of(other.attributed_to_chain_id)!r}"
    yield from _wrong_participants(document, one, arguments_of(document, other), what)


def _wrong_participants(document: Compared, one: GoldEvent, found: Sequence[EventArgument], what: str) -> Iterator[str]:
    matched = argument_pairs(document, one.arguments, found)
    right = {
        place: at for place, at in matched.items() if one.arguments[at].participation == found[place].participation
    }
    if len(right) < max(len(one.arguments), len(found)):
        wanted = [_wanted_name(document, each) for each in one.arguments]
        given = [f"{each.participation} {document.name_of(each.chain_id)}" for each in found]
        only_part = len(matched) == len(one.arguments) == len(found)
        kind = "part wrong" if only_part else "participants wrong"
        yield f"{kind}, {what}: wanted {', '.join(wanted) or 'nobody'}; found {', '.join(given) or 'nobody'}"


def _wanted_name(document: Compared, argument: GoldArgument) -> str:
    name = document.names.get(argument.chain or "") or repr(document.words(argument.text))
    return f"{argument.participation} {name}"
