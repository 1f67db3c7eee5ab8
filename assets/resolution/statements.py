"""Statements: quotations, of one document or of several, that give the same words of the same speaker."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import polars as pl
from rapidfuzz import fuzz

from assets.resolution.clusters import representatives
from assets.resolution.names import folded
from warehouse.keys import stable_id
from warehouse.tables.resolution import Statement

SHINGLE = 3  # words: quotations are compared where they share a run of so many
LEAST_WORDS = 4  # of the shorter quotation; "very good" is said often
LEAST_ALIKE = 90.0  # rapidfuzz's partial ratio: the shorter stands in the longer but for a word
LARGEST_BLOCK = 50  # quotations that share a run of words; one more often said is a phrase of the speaker's


def statements(quotes: pl.DataFrame, actor_mentions: pl.DataFrame) -> list[Statement]:
    """Statement of each quotation of ``entities.quote``: like words, accents and punctuation aside, by one actor.

    A quotation that another has whole is the same statement. Without a known speaker a quotation is its document's own.
    """
    speakers = actor_mentions.select(pl.col("chain_id").alias("speaker_chain_id"), "actor_id")
    rows = quotes.join(speakers, on="speaker_chain_id", how="left").sort("quote_id")
    said = {
        quote_id: (document_id, actor_id or document_id, folded(text))
        for quote_id, document_id, actor_id, text in rows.select(
            "quote_id", "document_id", "actor_id", "text"
        ).iter_rows()
    }
    first = _first_of_each((speaker, words) for _, speaker, words in said.values())
    return [
        Statement(
            quote_id=quote_id,
            document_id=document_id,
            statement_id=stable_id("statement", speaker, first[speaker, words]),
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
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for text in texts:
        words = text.split()
        if len(words) >= LEAST_WORDS:
            for run in {tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}:
                blocks[run].append(text)
    pairs = {pair for block in blocks.values() for pair in combinations(block[:LARGEST_BLOCK], 2)}
    yield from (pair for pair in sorted(pairs) if fuzz.partial_ratio(*pair) >= LEAST_ALIKE)
