"""Rows of the events that a document tells, and of who takes part."""

from functools import lru_cache
from typing import TYPE_CHECKING

from assets.entities.coreference.unnamed_offices import office_chain_id
from assets.entities.events.event_dates import date_of, with_own_days
from assets.entities.events.event_kinds import is_mode_of
from assets.entities.events.event_lexicon import Match
from assets.entities.events.event_parts import Event, Part
from assets.entities.events.event_reading import events_of
from assets.entities.events.office_sides import office_of
from assets.entities.events.sentence_times import SPEECH
from assets.entities.events.topics import topics_of
from assets.entities.sentences.document_view import DocumentView, view_of
from assets.entities.sentences.phrases import PLACES, Phrase, PhraseKind
from assets.entities.times.times import Resolution
from assets.entities.word_sets import word_set
from warehouse.keys import stable_id
from warehouse.tables.entities import EventArgument, EventMention, Realis

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from assets.entities.context import DocumentContext

_TOWNS = word_set("capital city")  # behind the name of a land


def event_rows(doc: "Doc", context: "DocumentContext") -> tuple[list[EventMention], list[EventArgument]]:
    """One row per event as one sentence tells it, and one per participant of each."""
    told = told_events(doc, context)
    arguments: dict[tuple[str, str], EventArgument] = {}
    for event, mention in told:
        for part in event.parts:
            argument = _argument(view_of(doc), (event, mention), part, context)
            arguments.setdefault((argument.event_mention_id, argument.chain_id), argument)
    return [mention for _, mention in told], list(arguments.values())


@lru_cache(maxsize=1)
def told_events(doc: "Doc", context: "DocumentContext") -> tuple[tuple[Event, EventMention], ...]:
    """The events of a document with their rows, read once; of two on the same words with the same type the first."""
    view = view_of(doc)
    told = with_own_days(view, events_of(view), context)
    rows: dict[str, tuple[Event, EventMention]] = {}
    for event in told:
        mention = _mention(view, event, told, context)
        rows.setdefault(mention.event_mention_id, (event, mention))
    return tuple(rows.values())


def _mention(view: DocumentView, event: Event, told: list[Event], context: "DocumentContext") -> EventMention:
    doc, match = view.doc, event.match
    sentence = _sentence_span(view, match)
    trigger = doc[match.start : match.end]
    trigger_start, trigger_end = context.raw_span(trigger.start_char, trigger.end_char)
    raw_start, raw_end = context.raw_span(*sentence)
    resolution, words = date_of(view, event, told, context)
    date_start, date_end = context.raw_span(*words) if words is not None else (None, None)
    attributed = doc._.chains[event.attributed_to] if event.attributed_to is not None else None
    place_text, place = place_told(view, event.place)
    return EventMention(
        event_mention_id=stable_id(context.document_id, "event", trigger_start, trigger_end, match.trigger.plover_type),
        document_id=context.document_id,
        plover_type=match.trigger.plover_type,
        mode=event.mode if is_mode_of(match.trigger.plover_type, event.mode) else None,
        realis=_realis(event, resolution, context),
        trigger_text=trigger.text,
        trigger_start=trigger_start,
        trigger_end=trigger_end,
        sentence_text=view.text[sentence[0] : sentence[1]],
        start_char=sentence[0],
        end_char=sentence[1],
        raw_start=raw_start,
        raw_end=raw_end,
        start_on=resolution.start_on,
        end_on=resolution.end_on,
        date_basis=resolution.basis,
        date_start=date_start,
        date_end=date_end,
        place_text=place_text,
        place_mention_id=context.mention_id(place) if place is not None else None,
        topics=sorted(topics_of(view.text[sentence[0] : sentence[1]])),
        attributed_to_chain_id=context.chain_id(attributed, doc) if attributed is not None else None,
        is_main=event.is_main,
        confidence=round(event.confidence, 2),
    )


def _realis(event: Event, resolution: Resolution, context: "DocumentContext") -> Realis:
    """An event told as held on a day still to come is planned: "Xi meets Biden next Wednesday".

    Of what is said, promised or asked for the day is often that of what is to come: "called for a march on Monday".
    """
    if event.plover_type in SPEECH:
        return event.realis
    reference = context.dateline_on or context.published_on
    if event.realis is Realis.ASSERTED and reference and resolution.start_on and resolution.start_on > reference:
        return Realis.PLANNED
    return event.realis


def _sentence_span(view: DocumentView, match: Match) -> tuple[int, int]:
    """Characters of the sentence without the white space around it."""
    start, end = view.sentence_of(match.start)
    while start < end - 1 and view.doc[start].is_space:
        start += 1
    while end > start + 1 and view.doc[end - 1].is_space:
        end -= 1
    return view.doc[start].idx, view.doc[end - 1].idx + len(view.doc[end - 1])


def place_told(view: DocumentView, place: Phrase | None) -> tuple[str | None, "Span | None"]:
    """The words of a place where something is told to happen, and its name where that is a mention.

    None where the words mean people: "representatives from Mexico".
    """
    if place is None or place.kind not in PLACES:
        return None, None
    place = _town_behind(view, place) or place
    name = view.ents.get(place.mention) if place.mention is not None else None
    return (name or view.doc[place.start : place.end]).text, name


def _town_behind(view: DocumentView, place: Phrase) -> Phrase | None:
    """Lima in "the Peruvian capital, Lima", "the Peruvian capital Lima" and "the Pacific city of Lima"."""
    kind, *following = view.lower[place.end : place.end + 2] or [""]
    is_of_land = view.doc[place.start].ent_type_ == "NORP"
    if kind not in _TOWNS or not following or not (is_of_land or following[0] == "of"):
        return None
    start = place.end + (2 if following[0] in ("of", ",") else 1)
    town = view.phrase_at(min(start, len(view.lower) - 1))
    return town if town is not None and town.kind is PhraseKind.PLACE else None


def _argument(
    view: DocumentView, told: tuple[Event, EventMention], part: Part, context: "DocumentContext"
) -> EventArgument:
    doc, (event, mention) = view.doc, told
    office = office_of(view, event, part)
    return EventArgument(
        event_mention_id=mention.event_mention_id,
        chain_id=context.chain_id(doc._.chains[part.chain], doc),
        participation=part.participation,
        mention_id=_ent_mention_id(view, part.mention, context),
        office_chain_id=office_chain_id(doc, office, context) if office is not None else None,
        confidence=round(part.confidence, 2),
    )


def _ent_mention_id(view: DocumentView, mention: tuple[int, int], context: "DocumentContext") -> str:
    ent = view.ents.get(mention)
    if ent is None:
        raise ValueError(f"chain mention at tokens {mention} is no entity of the document: chains must span doc.ents")
    return context.mention_id(ent)
