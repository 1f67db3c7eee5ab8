"""Countries with which each chain deals in the events that documents tell: the ministry summoned the Peruvian envoy."""

from collections import defaultdict
from collections.abc import Mapping, Set
from types import MappingProxyType

import polars as pl

from warehouse.tables.entities import Participation

NO_DEALINGS: Mapping[str, Set[str]] = MappingProxyType({})
ACROSS = {
    Participation.SOURCE: Participation.TARGET,
    Participation.TARGET: Participation.SOURCE,
    Participation.HOST: Participation.VISITOR,
    Participation.VISITOR: Participation.HOST,
}


def dealings(arguments: pl.DataFrame, mentions: pl.DataFrame) -> dict[str, set[str]]:
    """Countries on the other side of the events in which each chain takes part.

    Args:
        arguments: ``entities.event_argument``.
        mentions: ``entities.mention``.
    """
    parts = (
        arguments.select("event_mention_id", "mention_id", "participation")
        .filter(pl.col("participation").is_in(list(ACROSS)))
        .join(mentions.select("mention_id", "chain_id", "country_id"), on="mention_id")
    )
    others = parts.drop_nulls("country_id").with_columns(pl.col("participation").replace(ACROSS))
    across = parts.join(others, on=["event_mention_id", "participation"], suffix="_across")
    found: dict[str, set[str]] = defaultdict(set)
    for chain_id, other_id, country in across.select("chain_id", "chain_id_across", "country_id_across").iter_rows():
        if chain_id != other_id:
            found[chain_id].add(country)
    return dict(found)
