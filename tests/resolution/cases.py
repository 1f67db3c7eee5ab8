"""Small corpora for resolution: mentions, accounts and documents in a few words."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence, Set

import polars as pl

from assets.resolution.actors import actors
from assets.resolution.dealings import NO_DEALINGS
from assets.resolution.overrides import NO_OVERRIDES, Overrides
from assets.resolution.stand_ins import NO_STAND_INS
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.tables.documents import Document, PublishedBasis
from warehouse.tables.entities import (
    EventArgument,
    EventMention,
    Label,
    Mention,
    Participation,
    PloverType,
    Realis,
    TimeBasis,
)
from warehouse.tables.resolution import Actor, ActorKind, ActorMention

DAY = dt.date(2023, 10, 16)


def document(
    name: str, published_on: dt.date | None = DAY, words: int = 100, signature: Sequence[int] = ()
) -> Document:
    return Document(
        document_id=stable_id(name),
        title=name,
        body="Body.",
        publisher=None,
        domain=None,
        author=None,
        url=None,
        language="en",
        published_on=published_on,
        published_basis=PublishedBasis.TEXT if published_on else PublishedBasis.UNKNOWN,
        dateline_city=None,
        dateline_on=None,
        wire_source=None,
        word_count=words,
        signature=list(signature) or [0] * 128,
    )


def span(text: str, start: int = 0) -> dict[str, int]:
    """Where a text stands, in a body that is the raw text."""
    end = start + len(text)
    return {"start_char": start, "end_char": end, "raw_start": start, "raw_end": end}


def mention(
    document_name: str,
    chain: str,
    text: str,
    label: str = "PERSON",
    country_id: str | None = None,
    start: int = 0,
    role_title: str | None = None,
    role_text: str | None = None,
    is_former: bool = False,
) -> Mention:
    return Mention(
        mention_id=stable_id(document_name, chain, text, start),
        document_id=stable_id(document_name),
        label=Label(label),
        text=text,
        **span(text, start),
        chain_id=stable_id(document_name, chain),
        role_text=role_text or role_title,
        role_title=role_title,
        role_is_former=is_former,
        country_id=country_id,
        confidence=0.9,
    )


def mentions(*rows: Mention) -> pl.DataFrame:
    return frame(Mention, rows)


def resolved(
    rows: Iterable[Mention],
    overrides: Overrides = NO_OVERRIDES,
    days: Mapping[str, dt.date | None] | None = None,
    texts: Iterable[Document] = (),
    stand_ins: Mapping[str, str] = NO_STAND_INS,
    dealings: Mapping[str, Set[str]] = NO_DEALINGS,
) -> tuple[list[Actor], list[ActorMention]]:
    """Actors of mentions; of the documents named in ``days`` the day of publication, others as ``texts`` has them."""
    found = list(rows)
    known = {stable_id(name): document(name, day) for name, day in (days or {}).items()}
    known |= {text.document_id: text for text in texts}
    documents = {row.document_id: known.get(row.document_id) for row in found}
    plain = document("")
    read = [text or plain.model_copy(update={"document_id": key}) for key, text in documents.items()]
    actor, tied = actors(mentions(*found), frame(Document, read), overrides, stand_ins, dealings)
    return (
        [Actor.model_validate(row) for row in actor.iter_rows(named=True)],
        [ActorMention.model_validate(row) for row in tied.iter_rows(named=True)],
    )


def account(
    document_name: str,
    number: int = 0,
    start_on: dt.date | None = None,
    mode: str | None = "meeting",
    realis: str = "asserted",
    place_mention_id: str | None = None,
    trigger: str = "met",
    sentence: str = "They met.",
    plover_type: PloverType = PloverType.CONSULT,
) -> EventMention:
    return EventMention(
        event_mention_id=stable_id(document_name, "event", number),
        document_id=stable_id(document_name),
        plover_type=plover_type,
        mode=mode,
        realis=Realis(realis),
        trigger_text=trigger,
        trigger_start=10 * number,
        trigger_end=10 * number + 3,
        sentence_text=sentence,
        start_char=0,
        end_char=9,
        raw_start=0,
        raw_end=9,
        start_on=start_on,
        end_on=start_on,
        date_basis=TimeBasis.EXPLICIT if start_on else TimeBasis.UNRESOLVED,
        date_start=None,
        date_end=None,
        place_text=None,
        place_mention_id=place_mention_id,
        attributed_to_chain_id=None,
        is_main=True,
        confidence=0.9,
    )


def argument(event: EventMention, who: str, part: Participation = Participation.SOURCE) -> EventArgument:
    return EventArgument(
        event_mention_id=event.event_mention_id,
        chain_id=stable_id(event.document_id, who),
        participation=part,
        mention_id=stable_id("mention", who),
        confidence=0.9,
    )


def tied(arguments: Sequence[EventArgument], names: Sequence[str], document_ids: Sequence[str]) -> pl.DataFrame:
    """Actor of each chain: one actor per name."""
    rows = {stable_id(document_id, name): name for name in names for document_id in document_ids}
    used = {argument.chain_id for argument in arguments}
    chosen = {chain: name for chain, name in rows.items() if chain in used}
    return pl.DataFrame({"chain_id": list(chosen), "actor_id": [stable_id(name) for name in chosen.values()]})


def known_actors(names: Sequence[str], countries: Mapping[str, str]) -> pl.DataFrame:
    """Actors by name, of the country that ``countries`` gives; one of three capitals is the country itself."""
    return frame(
        Actor,
        [
            Actor(
                actor_id=stable_id(name),
                kind=ActorKind.COUNTRY if name.isupper() else ActorKind.PERSON,
                name=name,
                aliases=[],
                country_id=name if name.isupper() else countries.get(name),
            )
            for name in names
        ],
    )
