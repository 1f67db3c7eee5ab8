"""Statements: quotations, of one document or of several, that give the same words of the same speaker."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import polars as pl
from rapidfuzz import fuzz

from assets.resolution.clusters import representatives
from assets.resolution.names import folded
from assets.resolution.paraphrases import Said, paraphrases
from assets.resolution.told_on import NEVER, told_on
from assets.resolution.verbatim import verbatim
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.tables.resolution import Statement

Run = tuple[str, str, str]  # quotations are compared where they share three words in a row

LEAST_WORDS = 4  # of the shorter quotation; "very good" is said often
LEAST_ALIKE = 90.0  # rapidfuzz's partial ratio: the shorter stands in the longer but for a word
LEAST_SHARED = 0.5  # of the runs of the shorter: one changed word takes three of them away
LONG = 400  # letters: beyond, comparing letters takes long and half of the runs are proof enough
RAREST = 6  # runs of a quotation by which others are found
LARGEST_BLOCK = 20  # quotations that share a run of words; one more often said is a phrase of the speaker's


def statements(
    quotes: pl.DataFrame, actor_mentions: pl.DataFrame, event_mentions: pl.DataFrame, documents: pl.DataFrame
) -> pl.DataFrame:
    """Statement of each quotation of ``entities.quote``: like words, accents and punctuation aside, by one actor.

    A quotation that another has whole is the same statement, and one that another outlet translates in other words
    where it tells the same event. Without a known speaker a quotation is its document's own, unless another document
    has it word for word.
    The first published quotation identifies the statement.

    Args:
        quotes: ``entities.quote``.
        actor_mentions: ``resolution.actor_mention``.
        event_mentions: ``resolution.event_mention``.
        documents: ``documents.document``.

    Returns:
        ``resolution.statement``, sorted by its key.
    """
    said = _said(quotes, actor_mentions, event_mentions, documents)
    alike = [*paraphrases(said), *verbatim(said)]
    same = [*_repetitions(said), *((one.quote_id, other.quote_id) for one, other in alike)]
    cluster = representatives((one.quote_id for one in said), same)
    first: dict[str, tuple[dt.date, str]] = {}
    for one in said:
        root, own = cluster[one.quote_id], (one.told_on or NEVER, one.quote_id)
        first[root] = min(first.get(root, own), own)
    rows = (
        Statement(
            quote_id=one.quote_id,
            document_id=one.document_id,
            statement_id=stable_id("statement", first[cluster[one.quote_id]][1]),
        )
        for one in said
    )
    return frame(Statement, rows)


def _said(
    quotes: pl.DataFrame, actor_mentions: pl.DataFrame, event_mentions: pl.DataFrame, documents: pl.DataFrame
) -> list[Said]:
    """Quotations sorted by quote_id."""
    speakers = actor_mentions.select(pl.col("chain_id").alias("speaker_chain_id"), "actor_id")
    told = event_mentions.group_by("document_id").agg("event_id")
    rows = (
        quotes.join(speakers, on="speaker_chain_id", how="left")
        .join(documents.select("document_id", "publisher").join(told_on(documents), on="document_id"), on="document_id")
        .sort("quote_id")
        .select("quote_id", "document_id", "actor_id", "text", "told_on", "publisher")
    )
    events = {document_id: frozenset(found) for document_id, found in told.iter_rows()}
    return [
        Said(
            quote_id,
            document_id,
            actor_id or document_id,
            folded(text),
            day,
            publisher,
            events.get(document_id, frozenset()),
        )
        for quote_id, document_id, actor_id, text, day, publisher in rows.iter_rows()
    ]


def _repetitions(said: Sequence[Said]) -> Iterator[tuple[str, str]]:
    """Pairs of one speaker's quotations in the same words, or of which one holds the other."""
    by_words: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in said:
        by_words[one.speaker][one.words].append(one.quote_id)
    for texts in by_words.values():
        for same in texts.values():
            yield from ((same[0], other) for other in same[1:])
        yield from ((texts[one][0], texts[other][0]) for one, other in _alike(sorted(texts)))


def _alike(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of texts of which one holds the other."""
    runs = {text: _runs(text) for text in texts}
    repeated = _repeated(runs.values())
    shared = {text: found & repeated for text, found in runs.items()}
    blocks: dict[Run, list[str]] = defaultdict(list)
    for text, found in shared.items():
        for run in found:
            blocks[run].append(text)
    pairs = {
        (min(text, other), max(text, other))
        for text, found in shared.items()
        for run in _rarest(found, blocks)
        for other in blocks[run]
        if other != text
    }
    yield from (pair for pair in sorted(pairs) if _holds(*pair, runs, shared))


def _repeated(runs: Iterable[frozenset[Run]]) -> set[Run]:
    """Runs that more than one text has; most have one."""
    seen: set[Run] = set()
    repeated: set[Run] = set()
    for each in runs:
        repeated |= seen & each
        seen |= each
    return repeated


def _rarest(runs: Iterable[Run], blocks: Mapping[Run, Sequence[str]]) -> list[Run]:
    """Of the runs that a text shares with others, those that the fewest have: one that another holds has them too."""
    found = sorted((len(blocks[run]), run) for run in runs if len(blocks[run]) <= LARGEST_BLOCK)
    return [run for _, run in found[:RAREST]]


def _runs(text: str) -> frozenset[Run]:
    """Every run of words in a text that is long enough to say something."""
    words = text.split()
    is_enough = len(words) >= LEAST_WORDS
    return frozenset(zip(words, words[1:], words[2:], strict=False)) if is_enough else frozenset()


def _holds(one: str, other: str, runs: Mapping[str, frozenset[Run]], shared: Mapping[str, frozenset[Run]]) -> bool:
    """Whether the longer text holds the shorter: letter by letter where that is short, else by its runs of words."""
    short, long = sorted((one, other), key=len)
    if len(shared[short] & shared[long]) < LEAST_SHARED * len(runs[short]):
        return False
    return len(short) > LONG or fuzz.partial_ratio(short, long) >= LEAST_ALIKE
