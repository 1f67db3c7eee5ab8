"""Assets of the entities layer: what each document says."""

from collections.abc import Iterator

import dagster as dg

from assets.assets import frames, home_of, spec, stored
from assets.entities.batches import read_batch
from assets.entities.version import model_version
from warehouse import store
from warehouse.tables.amounts import Amount
from warehouse.tables.documents import Document, Segment
from warehouse.tables.entities import EventArgument, EventMention, Mention, Quote, TimeExpression
from warehouse.tables.office_mentions import OfficeMention
from warehouse.tables.raised_topics import RaisedTopic

TABLES = (Mention, Quote, Amount, TimeExpression, EventMention, EventArgument, RaisedTopic, OfficeMention)


@dg.multi_asset(
    name="entities",
    specs=[spec(table, deps=[Document, Segment], kinds={"spacy", "parquet"}) for table in TABLES],
    required_resource_keys={"home"},
)
def entities(context: dg.AssetExecutionContext) -> Iterator[dg.MaterializeResult[None]]:
    """Run the language pipeline over the documents of a batch."""
    home, batch = home_of(context), context.partition_key
    rows = read_batch(store.read(home, Document, batch), store.read(home, Segment, batch))
    yield from stored(home, frames(rows), batch, made_by=model_version())
