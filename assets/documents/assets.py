"""Assets of the documents layer: articles read into documents, segments and rejections."""

from collections.abc import Iterator

import dagster as dg

from assets.assets import frames, home_of, spec, stored
from assets.documents.batches import read_batch, reasons
from warehouse import store
from warehouse.tables.documents import Document, Rejected, Segment
from warehouse.tables.raw import Article


@dg.multi_asset(
    name="documents",
    specs=[spec(table, deps=[Article], kinds={"polars", "parquet"}) for table in (Document, Segment, Rejected)],
    required_resource_keys={"home"},
)
def documents(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Read each article of a batch: a document with its segments, or a rejection with its reason."""
    home = home_of(context)
    rows = read_batch(store.read(home, Article, context.partition_key))
    yield from stored(home, frames(rows), context.partition_key, {Rejected: reasons(rows[Rejected])})
