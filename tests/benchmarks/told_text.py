"""Small documents for the scorers: what is wanted and what was found, both told by the words they stand in."""

import datetime as dt

from assets.entities import Entities
from benchmarks.annotated_names import AnnotatedNames
from benchmarks.fact_gold import Compared, Facts, GoldAmount, GoldEvent, GoldOffice, GoldQuote, GoldTime, chains_meant
from warehouse.tables.amounts import Amount, AmountKind
from warehouse.tables.entities import (
    EventArgument,
    EventMention,
    Label,
    Mention,
    Participation,
    PloverType,
    Quote,
    QuoteKind,
    Realis,
    TimeBasis,
    TimeExpression,
)

NO_FACTS = dict.fromkeys(("events", "not_events", "quotes", "amounts", "times", "offices"), ())


def span(text, surface):
    """Where the words first stand."""
    return text.index(surface), text.index(surface) + len(surface)


def raw(text, surface):
    """The same as columns of a row."""
    start, end = span(text, surface)
    return {"raw_start": start, "raw_end": end, "text": surface}


def mention(text, surface, chain, **more):
    """A name found; its identifier is its words."""
    values = {"mention_id": surface, "label": Label.PERSON, "chain_id": chain, "country_id": None, "role_text": None}
    values |= {"role_title": None, "role_status": None, "role_start": None, "role_end": None}
    return Mention.model_construct(**{**values, **raw(text, surface), **more})


def titled(text, surface, chain, title, **more):
    """A name found with its title."""
    start, end = span(text, title)
    return mention(text, surface, chain, role_text=title, role_start=start, role_end=end, **more)


def quote(text, surface, kind, speaker=None, cue=None):
    """A quotation found."""
    return Quote.model_construct(
        quote_id=surface,
        kind=QuoteKind(kind),
        speaker_chain_id=speaker,
        cue_text=cue,
        confidence=0.9,
        **raw(text, surface),
    )


def amount(text, surface, kind, value, of, **more):
    """An amount found; ``of`` is its currency or its unit."""
    is_money = kind == "money"
    values = {"currency": of if is_money else None, "unit": None if is_money else of, "value_max": None}
    values |= {"is_approximate": False, "kind": AmountKind(kind), "value": value}
    return Amount.model_construct(**{**values, **raw(text, surface), **more})


def time(text, surface, start_on=None, end_on=None):
    """A time expression found."""
    basis = TimeBasis.EXPLICIT if start_on else TimeBasis.UNRESOLVED
    days = {"start_on": start_on, "end_on": end_on or start_on}
    return TimeExpression.model_construct(basis=basis, **days, **raw(text, surface))


def event(text, trigger, kind, sentence=None, **more):
    """An event found; its identifier is its trigger."""
    start, end = span(text, trigger)
    low, high = span(text, sentence or text)
    values = {"event_mention_id": trigger, "plover_type": PloverType(kind), "mode": None, "realis": Realis.ASSERTED}
    values |= {"trigger_text": trigger, "trigger_start": start, "trigger_end": end, "confidence": 0.9}
    values |= {"raw_start": low, "raw_end": high, "sentence_text": text[low:high], "place_text": None}
    values |= {"start_on": None, "end_on": None, "place_mention_id": None, "attributed_to_chain_id": None}
    values |= {"is_main": True}
    return EventMention.model_construct(**{**values, **more})


def argument(trigger, chain, participation, surface=""):
    """A participant found, of the event with that trigger."""
    return EventArgument.model_construct(
        event_mention_id=trigger, chain_id=chain, participation=Participation(participation), mention_id=surface
    )


def gold_quote(text, surface, kind, speaker=None, cue=None):
    """A quotation annotated."""
    cue_span = span(text, cue) if cue else None
    return GoldQuote(id=surface, kind=kind, span=span(text, surface), speaker=speaker, cue=cue_span)


def gold_amount(text, surface, kind, value, of, **more):
    """An amount annotated; ``of`` is its currency or its unit."""
    is_money = kind == "money"
    values = {"currency": of if is_money else None, "unit": None if is_money else of, "value_max": None}
    values |= {"is_approximate": False, "kind": kind, "value": value, "span": span(text, surface)}
    return GoldAmount(**{**values, **more})


def gold_time(text, surface, start_on=None, end_on=None):
    """A time expression annotated."""
    basis = "explicit" if start_on else "unresolved"
    return GoldTime(span=span(text, surface), start_on=start_on, end_on=end_on or start_on, basis=basis)


def gold_office(text, person, title, role, country=None, status="current"):
    """An office annotated."""
    return GoldOffice(person=person, title=span(text, title), role=role, country=country, status=status)


def gold_event(text, trigger, kind, sentence=None, **more):
    """An event annotated; its identifier is its trigger, its participants are (chain, words, part)."""
    values = {"id": trigger, "type": kind, "mode": None, "alt_types": (), "realis": "asserted", "arguments": ()}
    values |= {"trigger": span(text, trigger), "sentence": span(text, sentence or text), "start_on": None}
    values |= {"end_on": None, "place": None, "attributed_to": None, "main": False, "same_as": None}
    people = [
        {"chain": chain, "text": span(text, words), "participation": part}
        for chain, words, part in more.pop("people", ())
    ]
    return GoldEvent(**{**values, "arguments": people, **more})


def document(text, chains=(), found=None, split="dev", **wanted):
    """A document whose annotated chains are (chain, words); ``wanted`` are its facts by their kind."""
    found = found or Entities()
    names = AnnotatedNames(
        sha256="0" * 64,
        until=None,
        mentions=[(*span(text, words), "PERSON", chain, None) for chain, words in chains],
        chains={chain: {"name": words, "kind": "person"} for chain, words in reversed(chains)},
    )
    return Compared(
        source="written",
        split=split,
        key="a.txt",
        text=text,
        wanted=Facts(sha256="0" * 64, until=None, **{**NO_FACTS, **wanted}),
        found=found,
        mentions={each.mention_id: each for each in found.mentions},
        meant=chains_meant(names, found.mentions),
        names={chain: value.name for chain, value in names.chains.items()},
    )


def day(text):
    """A day from YYYY-MM-DD."""
    return dt.date.fromisoformat(text)
