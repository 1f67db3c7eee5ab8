"""Documents recombined from the paragraphs of the articles written for the gold set, with other people in them.

What the product finds in each article is read once. A generated document is a few paragraphs of several articles, one after
the other, with what is found in them; the names of its people are exchanged for others of the same lengths, so that every
span holds, and their days are moved. People, outlets and days are as many as the documents ask for, a few of them named
often.
"""

import datetime as dt
import hashlib
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from assets.documents.signature import VALUES
from assets.entities import Entities
from benchmarks.group_gold import groups, read_articles
from warehouse.frames import frame
from warehouse.home import Home
from warehouse.keys import content_id, stable_id
from warehouse.model import Table
from warehouse.store import write
from warehouse.tables.documents import Document, PublishedBasis, Segment, SegmentKind
from warehouse.tables.entities import EventArgument, EventMention, Mention, Quote
from warehouse.tables.raw import Article, Landing, LandingOutcome

Row = dict[str, Any]  # of a row model
PARAGRAPHS = 6  # of a generated document
DOCUMENTS_OF_A_BATCH = 2_000
DOCUMENTS_OF_A_DAY = 100
OUTLETS = 200
DOCUMENTS_OF_A_NAMESAKE = 600  # for so many documents one more bearer of each person's part
FEW = 3  # power: the first of the people are named far more often than the last
FIRST_DAY = dt.date(2020, 1, 1)
LANDED = dt.datetime(2026, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
WORD = re.compile(r"\w+")
BREAK = "\n\n"
VOWELS, CONSONANTS = "aeiou", "bdfgklmnprstvz"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of an article with the rows of what stands in it, their offsets counted from its beginning."""

    text: str
    published_on: dt.date | None
    mentions: tuple[Row, ...]
    told: tuple[Row, ...]
    arguments: tuple[Row, ...]
    quotes: tuple[Row, ...]


def paragraphs() -> list[Paragraph]:
    """Every paragraph of the articles in which an event is told."""
    return [
        paragraph
        for group in groups()
        for article in read_articles(group)
        if article.document is not None
        for paragraph in _paragraphs(article.document, article.found)
        if paragraph.told
    ]


def generate(home: Home, count: int) -> None:
    """Write the layers raw, documents and entities of ``count`` documents."""
    source = paragraphs()
    for start in range(0, count, DOCUMENTS_OF_A_BATCH):
        rows: dict[Table, list[Row]] = {
            table: [] for table in (Landing, Article, Document, Segment, Mention, EventMention, EventArgument, Quote)
        }
        for number in range(start, min(start + DOCUMENTS_OF_A_BATCH, count)):
            for table, made in _document(number, count, source).items():
                rows[table] += made
        for table, made in rows.items():
            write(home, table, frame(table, [table.model_construct(**row) for row in made]), f"{start:09}")


def _paragraphs(document: Document, found: Entities) -> Iterator[Paragraph]:
    for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", document.body):
        start, end = match.span()
        mentions = _inside([row.model_dump() for row in found.mentions], start, end)
        told = [
            row for row in _inside([row.model_dump() for row in found.event_mentions], start, end) if _has_trigger(row)
        ]
        known, events = {row["mention_id"] for row in mentions}, {row["event_mention_id"] for row in told}
        arguments = [row.model_dump() for row in found.event_arguments]
        yield Paragraph(
            text=match[0],
            published_on=document.published_on,
            mentions=tuple(mentions),
            told=tuple(told),
            arguments=tuple(
                row for row in arguments if row["event_mention_id"] in events and row["mention_id"] in known
            ),
            quotes=tuple(_inside([row.model_dump() for row in found.quotes], start, end)),
        )


def _inside(rows: Sequence[Row], start: int, end: int) -> list[Row]:
    return [
        row | {"start_char": row["start_char"] - start, "end_char": row["end_char"] - start}
        for row in rows
        if start <= row["start_char"] and row["end_char"] <= end
    ]


def _has_trigger(row: Row) -> bool:
    return row["trigger_text"] in row["sentence_text"]


def _document(number: int, count: int, source: Sequence[Paragraph]) -> dict[Table, list[Row]]:
    """All rows of one document."""
    chance = random.Random(number)  # noqa: S311 - no secret
    published_on = FIRST_DAY + dt.timedelta(days=chance.randrange(count // DOCUMENTS_OF_A_DAY + 1))
    chosen = chance.sample(source, PARAGRAPHS)
    namesakes = count // DOCUMENTS_OF_A_NAMESAKE + 1
    texts = [f"Number {number}.", *(_with_names(each, _bearers(each, chance, namesakes)) for each in chosen)]
    body = BREAK.join(texts)
    document_id = content_id(hashlib.sha256(body.encode()).hexdigest())
    made: dict[Table, list[Row]] = {Mention: [], EventMention: [], EventArgument: [], Quote: []}
    at = len(texts[0]) + len(BREAK)
    for place, (paragraph, text) in enumerate(zip(chosen, texts[1:], strict=True)):
        moved = published_on - paragraph.published_on if paragraph.published_on else None
        _add(made, paragraph, text, at, (document_id, place), moved)
        at += len(text) + len(BREAK)
    return made | _shell(number, document_id, body, published_on, chance)


def _bearers(paragraph: Paragraph, chance: random.Random, namesakes: int) -> dict[str, int]:
    """Number of the person who has each part, of those who may."""
    chains = sorted({row["chain_id"] for row in paragraph.mentions if row["label"] == "PERSON"})
    return {chain: int(namesakes * chance.random() ** FEW) for chain in chains}


def _with_names(paragraph: Paragraph, bearers: Mapping[str, int]) -> str:
    text = paragraph.text
    for row in paragraph.mentions:
        if row["label"] == "PERSON":
            start, end, bearer = row["start_char"], row["end_char"], bearers[row["chain_id"]]
            text = text[:start] + WORD.sub(partial(_other_word, bearer=bearer), text[start:end]) + text[end:]
    return text


def _other_word(found: re.Match[str], bearer: int) -> str:
    """A word of the same length, the same for the same word and bearer; the first bearer keeps the name."""
    word = found[0]
    if bearer == 0 or len(word) < 2:
        return word
    digest = hashlib.blake2b(f"{word.lower()} {bearer}".encode(), digest_size=len(word)).digest()
    letters = "".join(
        (VOWELS if at % 2 else CONSONANTS)[byte % (5 if at % 2 else 14)] for at, byte in enumerate(digest)
    )
    return letters.title() if word[0].isupper() else letters


def _add(
    made: dict[Table, list[Row]],
    paragraph: Paragraph,
    text: str,
    at: int,
    key: tuple[str, int],
    moved: dt.timedelta | None,
) -> None:
    """Add the rows of a paragraph that begins ``at`` a code point of the body."""
    document_id = key[0]

    def own(identifier: str | None) -> str | None:
        return stable_id(*key, identifier) if identifier else None

    kept = {row["mention_id"] for row in paragraph.mentions}
    speakers = {row["chain_id"] for row in paragraph.mentions}
    for row in paragraph.mentions:
        made[Mention].append(
            _at(row, at)
            | {
                "mention_id": own(row["mention_id"]),
                "document_id": document_id,
                "text": text[row["start_char"] : row["end_char"]],
                "chain_id": own(row["chain_id"]),
                "role_start": None,
                "role_end": None,
                "role_organization_chain_id": None,
            }
        )
    for row in paragraph.told:
        sentence = text[row["start_char"] : row["end_char"]]
        trigger = at + row["start_char"] + row["sentence_text"].index(row["trigger_text"])
        has_place = row["place_mention_id"] in kept
        made[EventMention].append(
            _at(row, at)
            | {
                "event_mention_id": own(row["event_mention_id"]),
                "document_id": document_id,
                "sentence_text": sentence,
                "trigger_text": sentence[trigger - at - row["start_char"] :][: len(row["trigger_text"])],
                "trigger_start": trigger,
                "trigger_end": trigger + len(row["trigger_text"]),
                "start_on": row["start_on"] + moved if row["start_on"] and moved is not None else None,
                "end_on": row["end_on"] + moved if row["end_on"] and moved is not None else None,
                "date_start": trigger if row["start_on"] and moved is not None else None,
                "date_end": trigger + len(row["trigger_text"]) if row["start_on"] and moved is not None else None,
                "place_text": row["place_text"] if has_place else None,
                "place_mention_id": own(row["place_mention_id"]) if has_place else None,
                "attributed_to_chain_id": None,
            }
        )
    made[EventArgument] += [
        row
        | {name: own(row[name]) for name in ("event_mention_id", "chain_id", "mention_id")}
        | {"office_chain_id": None}
        for row in paragraph.arguments
    ]
    made[Quote] += [
        _at(row, at)
        | {
            "quote_id": own(row["quote_id"]),
            "document_id": document_id,
            "text": text[row["start_char"] : row["end_char"]],
            "speaker_chain_id": own(row["speaker_chain_id"]) if row["speaker_chain_id"] in speakers else None,
        }
        for row in paragraph.quotes
    ]


def _at(row: Row, at: int) -> Row:
    """A row whose body is its raw text."""
    start, end = row["start_char"] + at, row["end_char"] + at
    return row | {"start_char": start, "end_char": end, "raw_start": start, "raw_end": end}


def _shell(
    number: int, document_id: str, body: str, published_on: dt.date, chance: random.Random
) -> dict[Table, list[Row]]:
    """The rows of the layers raw and documents."""
    landed = {"batch_id": "20260101T000000Z-00000000", "source_uri": f"recombined/{number}.txt", "landed_at": LANDED}
    size = len(body.encode())
    article = dict.fromkeys(Article.model_fields) | landed
    article |= {
        "article_id": document_id,
        "sha256": hashlib.sha256(body.encode()).hexdigest(),
        "media_type": "text/plain",
        "byte_size": size,
        "encoding": "utf-8",
        "text": body,
    }
    landing = dict.fromkeys(Landing.model_fields) | landed
    landing |= {
        "landing_id": stable_id("landing", number),
        "article_id": document_id,
        "outcome": LandingOutcome.NEW,
        "byte_size": size,
    }
    document = dict.fromkeys(Document.model_fields) | {
        "document_id": document_id,
        "title": f"Article {number}",
        "body": body,
        "publisher": f"Outlet {chance.randrange(OUTLETS)}",
        "language": "en",
        "published_on": published_on,
        "published_basis": PublishedBasis.TEXT,
        "word_count": len(body.split()),
        "signature": [chance.getrandbits(32) for _ in range(VALUES)],
    }
    segment = {
        "document_id": document_id,
        "raw_start": 0,
        "raw_end": len(body),
        "kind": SegmentKind.BODY,
        "body_start": 0,
        "body_end": len(body),
    }
    return {Article: [article], Landing: [landing], Document: [document], Segment: [segment]}
