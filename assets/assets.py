"""What every asset shares: its spec, derived from the table's row model, and what a materialisation reports."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import dagster as dg
import polars as pl

from warehouse import store
from warehouse.ddl import data_type, description
from warehouse.frames import frame
from warehouse.home import Home
from warehouse.model import Row, Table, columns, full_name
from warehouse.tables import BATCHED_LAYERS

# one partition per batch of landed articles; keys are added when a batch lands
BATCHES = dg.DynamicPartitionsDefinition(name="batch")
OWNER = "team:chancery"
PREVIEW_ROWS = 5
PREVIEW_CHARS = 80  # a body of ten thousand characters would drown the page
PUBLISHED_LAYERS = ("star", "marts")
FRESH_FOR = dt.timedelta(hours=36)  # a daily run may slip by half a day before somebody should look


def key(table: Table) -> dg.AssetKey:
    """Asset key of a table."""
    return dg.AssetKey([table.layer, table.table])


def spec(table: Table, *, deps: Iterable[Table], kinds: set[str], code_version: str | None = None) -> dg.AssetSpec:
    """Asset of a table: group, kinds, owner, description, column schema and partitions."""
    return dg.AssetSpec(
        key=key(table),
        deps=[_dependency(table, upstream) for upstream in deps],
        group_name=table.layer,
        kinds=kinds,
        owners=[OWNER],
        description=description(table),
        metadata={
            "dagster/column_schema": column_schema(table),
            "dagster/table_name": full_name(table),
            "primary key": ", ".join(table.primary_key),
        },
        code_version=code_version,
        partitions_def=BATCHES if table.layer in BATCHED_LAYERS else None,
        freshness_policy=dg.FreshnessPolicy.time_window(fail_window=FRESH_FOR)
        if table.layer in PUBLISHED_LAYERS
        else None,
    )


def column_schema(table: Table) -> dg.TableSchema:
    """Columns of a table as Dagster shows them."""
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                name=column.name,
                type=data_type(column),
                description=column.description,
                constraints=dg.TableColumnConstraints(
                    nullable=column.is_nullable, unique=table.primary_key == (column.name,)
                ),
            )
            for column in columns(table)
        ]
    )


def frames(rows: Mapping[Table, Iterable[Row]]) -> dict[Table, pl.DataFrame]:
    """Frame of each table from its rows."""
    return {table: frame(table, items) for table, items in rows.items()}


def stored(
    home: Home,
    rows: Mapping[Table, pl.DataFrame],
    batch: str = store.WHOLE,
    counts: Mapping[Table, Mapping[str, int]] | None = None,
    made_by: str | None = None,
) -> Iterator[dg.MaterializeResult[None]]:
    """Write each table's rows and report how many there are, further counts, a preview and where they lie."""
    for table, data in rows.items():
        path = store.write(home, table, data, batch, made_by)
        yield materialised(table, path, batch, (counts or {}).get(table, {}))


def reported(
    home: Home, tables: Iterable[Table], counts: Mapping[Table, Mapping[str, int]] | None = None
) -> Iterator[dg.MaterializeResult[None]]:
    """What is reported of tables that are written whole."""
    for table in tables:
        yield materialised(table, store.batch_file(home, table, store.WHOLE), counts=(counts or {}).get(table, {}))


def materialised(
    table: Table, path: Path, batch: str = store.WHOLE, counts: Mapping[str, int] | None = None
) -> dg.MaterializeResult[None]:
    """What is reported of a table's file: how many rows it has, further counts, a preview and where it lies."""
    rows = pl.scan_parquet(path, hive_partitioning=False)
    return dg.MaterializeResult(
        asset_key=key(table),
        metadata={
            "dagster/row_count" if batch == store.WHOLE else "dagster/partition_row_count": int(
                rows.select(pl.len()).collect().item()
            ),
            "preview": dg.MetadataValue.md(preview(rows.head(PREVIEW_ROWS).collect())),
            "path": dg.MetadataValue.path(str(path)),
            **(counts or {}),
        },
    )


def preview(data: pl.DataFrame) -> str:
    """The first rows as a Markdown table, long values cut."""
    head = data.head(PREVIEW_ROWS)
    lines = [head.columns, ["---"] * head.width, *([_cell(value) for value in row] for row in head.iter_rows())]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def home_of(context: dg.AssetExecutionContext) -> Home:
    """The home of a run, from its ``home`` resource."""
    home = context.resources.home.home()
    if not isinstance(home, Home):
        raise TypeError(f"the resource 'home' gives {type(home)}, not a Home: bind a ChanceryHome to it")
    return home


def _dependency(table: Table, upstream: Table) -> dg.AssetDep:
    crosses = upstream.layer in BATCHED_LAYERS and table.layer not in BATCHED_LAYERS
    mapping = dg.AllPartitionMapping() if crosses else None
    return dg.AssetDep(key(upstream), partition_mapping=mapping)


def _cell(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split()).replace("|", "\\|")
    return text if len(text) <= PREVIEW_CHARS else text[: PREVIEW_CHARS - 1] + "…"
