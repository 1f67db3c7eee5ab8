"""The command that learns furniture: pages of a home, what they would change in the table, and the table written."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

import polars as pl

from assets.documents.body import PARAGRAPH_BREAK
from assets.documents.clean import clean
from assets.documents.learned import COLUMNS, Learned, pattern, publisher_key, read_lines
from assets.documents.learning import MAX_CHARS, Finding, Page, learned_from
from pipelines.errors import UsageError
from pipelines.query import markdown
from warehouse import store
from warehouse.home import Home
from warehouse.reference import furniture_file
from warehouse.tables.documents import Document, Segment, SegmentKind
from warehouse.tables.raw import Article
from warehouse.tables.resolution import Story

MAX_PAGES = 4_000  # of one publisher, the first by identifier; identifiers are hashes, so that is a fair sample
OTHER_KINDS = ("title", "navigation", "boilerplate", "attribution", "byline", "caption")
KEY_COLUMNS = ("document_id", "domain", "publisher", "url")


class Status(StrEnum):
    """What learning makes of a line of the table."""

    ADDED = "added"
    KEPT = "kept"
    UNSEEN = "no longer seen"


@dataclass(frozen=True)
class Change:
    """A line, what learning makes of it, and a document that has it."""

    status: Status
    line: Learned
    example: str


@dataclass(frozen=True)
class Outside:
    """A line that the rules found to be no part of the body."""

    document_id: str
    kind: SegmentKind
    text: str


def learned(
    home: Home, publisher: str | None, min_documents: int, min_share: float, *, target: Path | None, is_written: bool
) -> str:
    """Changes for a reviewer, and the table written when that is asked for.

    Raises:
        UsageError: the home has no such documents, or the table cannot be read or written.
    """
    path = target.expanduser().resolve() if target else furniture_file()
    present = present_lines(path)
    found = changes(home, present, publisher, min_documents, min_share)
    if is_written:
        write(merged(present, found), path)
    added = sum(change.status is Status.ADDED for change in found)
    done = f"{added} lines added to {path}: review them, then run 'chancery build --refresh'"
    proposed = f"{added} lines to add to {path}: give --write to add them"
    return "\n\n".join([*([table(found)] if found else []), done if is_written else proposed])


def changes(
    home: Home, present: Sequence[Learned], publisher: str | None, min_documents: int, min_share: float
) -> list[Change]:
    """What the pages of a home would change in the present table.

    Raises:
        UsageError: the home has no documents, or none of this publisher.
    """
    sample = _sample(home, publisher)
    pages, outside = _pages(home, sample)
    found: list[Change] = []
    for (key,), documents in sample.group_by("key", maintain_order=True):
        ids = documents["document_id"].to_list()
        group = [pages[document] for document in ids]
        names = [name for name in documents["publisher"].unique().sort() if name]
        findings = learned_from(str(key), group, min_documents, min_share, names)
        mine = [line for line in present if line.publisher.casefold() == str(key).casefold()]
        beside = [line for document in ids for line in outside.get(document, ())] if mine else []
        found += _compared(mine, findings, group, beside)
    return found


def merged(present: Sequence[Learned], found: Sequence[Change]) -> list[Learned]:
    """The table with added lines and fresh counts; kind and position stay as a reviewer left them, and so do unseen lines."""
    lines = {_identity(line): line for line in present}
    lines |= {_identity(change.line): change.line for change in found}
    return [lines[identity] for identity in sorted(lines)]


def write(lines: Sequence[Learned], path: Path) -> None:
    """Write the table.

    Raises:
        UsageError: the file cannot be written.
    """
    rows = {name: [getattr(line, name) for line in lines] for name in COLUMNS}
    data = pl.DataFrame(
        {name: list(map(str, values)) for name, values in rows.items()}, schema=dict.fromkeys(COLUMNS, pl.String)
    )
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        data.write_csv(path)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written ({error}): give --to FILE and set CHANCERY_FURNITURE to it"
        ) from error


def present_lines(path: Path) -> list[Learned]:
    """Lines of the table that learning changes; none when there is no file yet.

    Raises:
        UsageError: a row cannot be used.
    """
    try:
        return read_lines(path) if path.exists() else []
    except ValueError as error:
        raise UsageError(str(error)) from error


def table(found: Sequence[Change]) -> str:
    """The changes for a reviewer, as a Markdown table."""
    columns = ("change", "publisher", "kind", "position", "documents", "share", "line", "example")
    rows = [
        (
            change.status.value,
            change.line.publisher,
            change.line.kind.value,
            change.line.position.value,
            str(change.line.documents),
            f"{change.line.share:.2f}",
            change.line.line,
            change.example,
        )
        for change in found
    ]
    return markdown(pl.DataFrame(rows, schema=list(columns), orient="row"))


def _identity(line: Learned) -> tuple[str, str]:
    return line.publisher.casefold(), pattern(line.line)


def _compared(
    mine: Sequence[Learned], findings: Sequence[Finding], pages: Sequence[Page], outside: Sequence[Outside]
) -> Iterator[Change]:
    """Changes of one publisher's lines."""
    known = {pattern(line.line) for line in mine}
    for finding in findings:
        if finding.learned.line not in known:
            yield Change(Status.ADDED, finding.learned, finding.example)
    story_of = {page.document_id: page.story_id for page in pages}
    where = [(pattern(line), page.document_id) for page in pages for line in page.lines]
    where += [(pattern(line.text), line.document_id) for line in outside]
    for line in mine:
        if line.kind is not SegmentKind.BODY:  # a reviewer's note, and no furniture to count
            yield _counted(line, [document for found, document in where if found == pattern(line.line)], story_of)


def _counted(line: Learned, documents: Sequence[str], story_of: dict[str, str]) -> Change:
    if not documents:
        return Change(Status.UNSEEN, line, "")
    count = len({story_of[document] for document in documents})
    share = round(count / len(set(story_of.values())), 2)
    return Change(Status.KEPT, replace(line, documents=count, share=share), min(documents))


def _sample(home: Home, publisher: str | None) -> pl.DataFrame:
    """Current documents with their publisher's key and their story, at most MAX_PAGES of each publisher."""
    batches = [_keyed(home, batch) for batch in _batches(home)]
    if not batches:
        raise UsageError(f"no documents in {home.path}: run 'chancery build' first")
    current = _current(pl.concat(batches)).drop_nulls("key")
    if publisher:
        wanted = (pl.col("key").str.to_lowercase() == publisher.lower()) | (
            pl.col("publisher").str.to_lowercase() == publisher.lower()
        )
        current = current.filter(wanted)
        if current.is_empty():
            raise UsageError(
                f"no documents of {publisher!r} in {home.path}: give a domain or a name as dim_publisher has it"
            )
    first = current.sort("key", "document_id").group_by("key", maintain_order=True).head(MAX_PAGES)
    story = store.read_all(home, Story).select("document_id", "story_id")
    return first.join(story, on="document_id", how="left", maintain_order="left")


def _batches(home: Home) -> list[str]:
    return [file.stem.removeprefix("batch=") for file in store.batch_files(home, Document)]


def _keyed(home: Home, batch: str) -> pl.DataFrame:
    articles = store.read(home, Article, batch).select("source_uri", "landed_at", document_id="article_id")
    documents = store.read(home, Document, batch).select(KEY_COLUMNS)
    keys = [publisher_key(domain, name) for domain, name in documents.select("domain", "publisher").iter_rows()]
    return documents.with_columns(pl.Series("key", keys, dtype=pl.String)).join(articles, on="document_id", how="left")


def _current(documents: pl.DataFrame) -> pl.DataFrame:
    """The newest version of each source and of each address."""
    newest = documents.sort("landed_at", "document_id").unique("source_uri", keep="last", maintain_order=True)
    addressed = newest.filter(pl.col("url").is_not_null()).unique("url", keep="last", maintain_order=True)
    return pl.concat([newest.filter(pl.col("url").is_null()), addressed])


def _pages(home: Home, sample: pl.DataFrame) -> tuple[dict[str, Page], dict[str, list[Outside]]]:
    """Pages of the sample, and the lines that stand outside their bodies, by document.

    Documents not resolved yet are copies when their longest paragraph is the same.
    """
    story = dict(sample.select("document_id", "story_id").iter_rows())
    pages: dict[str, Page] = {}
    outside: dict[str, list[Outside]] = {}
    for batch in _batches(home):
        documents = store.read(home, Document, batch).filter(pl.col("document_id").is_in(list(story)))
        for line in _outside(home, batch, documents["document_id"]):
            outside.setdefault(line.document_id, []).append(line)
        for document, body in documents.select("document_id", "body").iter_rows():
            lines = outside.get(document, [])
            title = next((line.text for line in lines if line.kind is SegmentKind.TITLE), None)
            paragraphs = tuple(body.split(PARAGRAPH_BREAK))
            pages[document] = Page(document, story[document] or max(paragraphs, key=len), title, paragraphs)
    return pages, outside


def _outside(home: Home, batch: str, ids: pl.Series) -> list[Outside]:
    raw = store.read(home, Article, batch).select("text", document_id="article_id")
    length = pl.col("raw_end") - pl.col("raw_start")
    segments = (
        store.read(home, Segment, batch)
        .filter(pl.col("document_id").is_in(ids.to_list()), pl.col("kind").is_in(OTHER_KINDS), length <= MAX_CHARS)
        .join(raw, on="document_id")
        .with_columns(pl.col("text").str.slice(pl.col("raw_start"), length))
        .sort("document_id", "raw_start")
    )
    return [
        Outside(document_id, SegmentKind(kind), clean(text, 0, len(text)).text)
        for document_id, kind, text in segments.select("document_id", "kind", "text").iter_rows()
    ]
