"""Countries that take part in an event under another name: "Riyadh severed ties", "Russian diplomats were expelled".

Only who takes part is asked: most capitals are named as places, and of most people something else is told. At talks a
capital may be where they are held, or their name: "the Vienna talks", "the Astana guarantors".
"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import polars as pl

from assets.entities.events.country_chains import capitals
from assets.resolution.names import country_names, folded
from warehouse.reference import reference
from warehouse.tables.entities import Participation, PloverType

NO_STAND_INS: Mapping[str, str] = MappingProxyType({})
CAPITAL, ADJECTIVE = "GPE", "NORP"  # labels


def stand_ins(told: pl.DataFrame, arguments: pl.DataFrame, mentions: pl.DataFrame) -> dict[str, str]:
    """Country of each chain that takes part in an event by the name of a capital or by a country's adjective.

    Args:
        told: ``entities.event_mention``.
        arguments: ``entities.event_argument``.
        mentions: ``entities.mention``.
    """
    columns = ["mention_id", "document_id", "chain_id", "label", "text", "country_id"]
    parts = (
        arguments.select("event_mention_id", "mention_id", "participation")
        .join(told.select("event_mention_id", "plover_type", "mode"), on="event_mention_id")
        .join(mentions.select(columns), on="mention_id")
        .with_columns(
            (pl.len().over("event_mention_id") > 1).alias("has_sides"),
            ((pl.col("label") == CAPITAL).sum().over("event_mention_id") > 1).alias("has_countries"),
            ((pl.col("mode") == "visit") & (pl.col("participation") == Participation.HOST)).alias("is_visited"),
        )
        .filter(pl.col("label").is_in([CAPITAL, ADJECTIVE]), pl.col("country_id").is_not_null())
    )
    is_capital = pl.col("label") == CAPITAL
    is_sure = (pl.col("plover_type") != PloverType.CONSULT) | pl.when(is_capital).then(
        pl.col("has_countries") | pl.col("is_visited")
    ).otherwise("has_sides")
    spoken_of = _spoken_of(parts, mentions)
    return {
        chain_id: country_id
        for document_id, chain_id, label, text, country_id, is_visited in parts.filter(is_sure.all().over("chain_id"))
        .select("document_id", "chain_id", "label", "text", "country_id", "is_visited")
        .iter_rows()
        if (label == ADJECTIVE and (folded(text), country_id) in _adjectives())
        or (
            label == CAPITAL
            and (folded(text), country_id) in _capitals()
            and (is_visited or (document_id, country_id) in spoken_of)
        )
    }


def _spoken_of(parts: pl.DataFrame, mentions: pl.DataFrame) -> set[tuple[str, str]]:
    """Documents of the capitals among ``parts`` with each country of which they name more than cities."""
    of_capitals = parts.filter(pl.col("label") == CAPITAL).select("document_id", "country_id").unique()
    rows = (
        mentions.filter(pl.col("label").is_in(["GPE", "NORP", "PERSON"]))
        .join(of_capitals, on=["document_id", "country_id"], how="semi")
        .select("document_id", "country_id", "label", "text")
    )
    return {
        (document_id, country_id)
        for document_id, country_id, label, text in rows.iter_rows()
        if label != "GPE" or folded(text) in country_names()
    }


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    """Each capital with its country."""
    return frozenset((folded(capital), country) for capital, country in capitals())


@cache
def _adjectives() -> frozenset[tuple[str, str]]:
    """Each country's adjective with the country; "Russians" are people and not their state."""
    rows = reference("countries").select("demonym", "country_id").drop_nulls().iter_rows()
    return frozenset((folded(demonym), country) for demonym, country in rows)
