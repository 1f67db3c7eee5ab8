"""Assets of the raw layer: what a batch landed."""

from collections.abc import Iterator

import dagster as dg

from assets.assets import frames, home_of, spec, stored
from assets.raw.articles import articles, landings, read_manifest
from warehouse.tables.raw import Article, Landing


@dg.multi_asset(
    name="raw",
    specs=[spec(Landing, deps=[], kinds={"polars", "parquet"}), spec(Article, deps=[], kinds={"polars", "parquet"})],
    required_resource_keys={"home"},
)
def raw(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Decode the articles of a batch and record each sighting of a source."""
    home = home_of(context)
    manifest = read_manifest(home, context.partition_key)
    yield from stored(home, frames({Landing: landings(manifest), Article: articles(manifest)}), context.partition_key)
