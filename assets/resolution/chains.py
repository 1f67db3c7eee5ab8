"""Coreference chains as resolution sees them: one record per chain with its names and country."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

import polars as pl

QUESTION = "Q "  # "Q Blinken", where a transcript's mark of a question is read as a name's
NO_BRACKETS = str.maketrans("", "", "()[]")  # "President (Joe) Biden", as an editor completes a quotation

COLUMNS = ["chain_id", "raw_start", "document_id", "label", "text", "country_id", "role_title"]  # of mentions
WITH_ABBREVIATION = re.compile(r"(?P<name>.+\w) ?\((?P<short>[A-Z][A-Z&-]{1,9})\)")  # "World Food Programme (WFP)"


Value = TypeVar("Value")


class Sharing:
    """Gives the first of equal values for each: of millions of values few differ."""

    def __init__(self) -> None:
        """Nothing is given yet."""
        self._known: dict[Any, Any] = {}

    def __call__(self, value: Value) -> Value:
        """The value, or an equal one that was given before."""
        known: Value = self._known.setdefault(value, value)
        return known


@dataclass(frozen=True, slots=True)
class ChainNames:
    """One chain of one document."""

    document_id: str
    chain_id: str
    label: str
    names: tuple[str, ...]  # distinct mention texts, longest first
    country_id: str | None  # country most of its mentions give
    roles: frozenset[str] = frozenset()  # offices its mentions are named with, as the reference table calls them


def chains(mentions: pl.DataFrame) -> list[ChainNames]:
    """Chains of ``entities.mention``, sorted by chain_id."""
    grouped = (
        mentions.select(COLUMNS)
        .sort("chain_id", "raw_start")
        .group_by("chain_id", maintain_order=True)
        .agg(
            pl.col("document_id").first(),
            pl.col("label").first(),
            pl.col("text"),
            pl.col("country_id").drop_nulls(),
            pl.col("role_title").drop_nulls(),
        )
    )
    same, names, country, offices = Sharing(), cache(_distinct_names), cache(most_frequent), cache(frozenset[str])
    return [
        ChainNames(
            document_id=same(document_id),
            chain_id=chain_id,
            label=same(label),
            names=names(tuple(texts)),
            country_id=country(tuple(countries)),
            roles=offices(tuple(roles)),
        )
        for chain_id, document_id, label, texts, countries, roles in grouped.iter_rows()
    ]


def most_frequent(values: Iterable[str]) -> str | None:
    """Most frequent value, the first in alphabetical order of several; None of none."""
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value)) if counts else None


def _distinct_names(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Names in texts of mentions, longest first."""
    return tuple(sorted({name for text in texts for name in _names(text)}, key=lambda name: (-len(name), name)))


def _names(text: str) -> list[str]:
    """A mention in one line; a name and its abbreviation that stand in it together are two."""
    line = " ".join(text.split()).removeprefix(QUESTION)
    found = WITH_ABBREVIATION.fullmatch(line)
    return [found["name"], found["short"]] if found else [line.translate(NO_BRACKETS)]
