"""Statements: quotations, of one document or of several, that give the same words of the same speaker."""

import datetime as dt
import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import polars as pl
from rapidfuzz import fuzz

from assets.resolution.clusters import representatives
from assets.resolution.names import folded
from assets.resolution.told_on import NEVER, days
from warehouse.keys import stable_id
from warehouse.tables.resolution import Statement

Run = tuple[str, str, str]  # quotations are compared where they share three words in a row

LEAST_WORDS = 4  # of the shorter quotation; "very good" is said often
LEAST_ALIKE = 90.0  # rapidfuzz's partial ratio: the shorter stands in the longer but for a word
LEAST_SHARED = 0.5  # of the runs of the shorter: one changed word takes three of them away
LONG = 400  # letters: beyond, comparing letters takes long and half of the runs are proof enough
RAREST = 12  # runs of a quotation by which others are found
LARGEST_BLOCK = 50  # quotations that share a run of words; one more often said is a phrase of the speaker's


def statements(quotes: pl.DataFrame, actor_mentions: pl.DataFrame, documents: pl.DataFrame) -> list[Statement]:
    """Statement of each quotation of ``entities.quote``: like words, accents and punctuation aside, by one actor.

    A quotation that another has whole is the same statement. Without a known speaker a quotation is its document's own.
    The first published quotation identifies the statement.
    """
    known = days(documents)
    speakers = actor_mentions.select(pl.col("chain_id").alias("speaker_chain_id"), "actor_id")
    rows = quotes.join(speakers, on="speaker_chain_id", how="left").sort("quote_id")
    said = {
        quote_id: (document_id, actor_id or document_id, folded(text))
        for quote_id, document_id, actor_id, text in rows.select(
            "quote_id", "document_id", "actor_id", "text"
        ).iter_rows()
    }
    cluster = _first_of_each((speaker, words) for _, speaker, words in said.values())
    members: dict[tuple[str, str], list[tuple[dt.date, str]]] = defaultdict(list)
    for quote_id, (document_id, speaker, words) in said.items():
        members[speaker, cluster[speaker, words]].append((known.get(document_id, NEVER), quote_id))
    first = {key: min(group)[1] for key, group in members.items()}
    return [
        Statement(
            quote_id=quote_id,
            document_id=document_id,
            statement_id=stable_id("statement", first[speaker, cluster[speaker, words]]),
        )
        for quote_id, (document_id, speaker, words) in said.items()
    ]


def _first_of_each(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """The words, first in the alphabet, that stand for the words of each speaker."""
    by_speaker: dict[str, set[str]] = defaultdict(set)
    for speaker, words in keys:
        by_speaker[speaker].add(words)
    return {
        (speaker, words): first
        for speaker, texts in by_speaker.items()
        for words, first in representatives(texts, _alike(sorted(texts))).items()
    }


def _alike(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of texts of which one holds the other."""
    runs = {text: _runs(text) for text in texts}
    blocks: dict[Run, list[str]] = defaultdict(list)
    for text in texts:
        for run in runs[text]:
            blocks[run].append(text)
    pairs = {
        (min(text, other), max(text, other))
        for text in texts
        for run in _rarest(runs[text], blocks)
        for other in blocks[run]
        if other != text
    }
    yield from (pair for pair in sorted(pairs) if _holds(*pair, runs))


def _rarest(runs: Iterable[Run], blocks: Mapping[Run, Sequence[str]]) -> list[Run]:
    """Of the runs that a text shares with others, those that the fewest have: one that another holds has them too."""
    shared = ((len(blocks[run]), run) for run in runs if 1 < len(blocks[run]) <= LARGEST_BLOCK)
    return [run for _, run in heapq.nsmallest(RAREST, shared)]


def _runs(text: str) -> frozenset[Run]:
    """Every run of words in a text that is long enough to say something."""
    words = text.split()
    is_enough = len(words) >= LEAST_WORDS
    return frozenset(zip(words, words[1:], words[2:], strict=False)) if is_enough else frozenset()


def _holds(one: str, other: str, runs: Mapping[str, frozenset[Run]]) -> bool:
    """Whether the longer text holds the shorter: letter by letter where that is short, else by its runs of words."""
    short, long = sorted((one, other), key=len)
    shared = len(runs[short] & runs[long]) / len(runs[short])
    if shared < LEAST_SHARED:
        return False
    return len(short) > LONG or fuzz.partial_ratio(short, long) >= LEAST_ALIKE
