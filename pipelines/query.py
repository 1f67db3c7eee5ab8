"""Reading the published warehouse: queries, facts with their evidence, exports."""

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import duckdb
import polars as pl

from pipelines.errors import UsageError
from warehouse.connect import WarehouseMissingError, published, sealed
from warehouse.home import Home
from warehouse.model import full_name
from warehouse.tables import TABLES

CONTEXT_CHARS = 160  # raw text shown on either side of an evidence span
EVIDENCE = """
select
    evidence.fact_table, evidence.field, evidence.method, evidence.confidence, document.title, document.source_uri,
    evidence.raw_start, evidence.raw_end, article.text as raw_text
from star.evidence as evidence
inner join star.dim_document as document on document.document_id = evidence.document_id
inner join raw.article as article on article.article_id = evidence.document_id
where evidence.fact_id = $id or evidence.fact_id like $id || ':%'
order by evidence.document_id, evidence.raw_start, evidence.raw_end, evidence.field
"""


def opened(home: Home, connect: Callable[[Home], duckdb.DuckDBPyConnection] = published) -> duckdb.DuckDBPyConnection:
    """The published warehouse, read-only.

    Raises:
        UsageError: what is to be opened was not published in this home.
    """
    try:
        return connect(home)
    except WarehouseMissingError as error:
        raise UsageError(str(error)) from error


def answer(home: Home, query: str, output: str, *, with_before: bool = False) -> str:
    """Rows of a query as text; ``with_before`` lets it read the generation before the published one too.

    Raises:
        UsageError: the query does not run, or the format is none of those known.
    """
    if output not in FORMATS:
        raise UsageError(f"unknown format {output!r}: give one of {', '.join(FORMATS)}")
    with opened(home, partial(sealed, with_before=with_before)) as connection:
        try:
            result = connection.sql(query)
            rows = result.pl() if result is not None else None  # what is wrong with a value shows only here
        except duckdb.Error as error:
            raise UsageError(f"the query does not run: {error}") from error
    return FORMATS[output](rows) if rows is not None else ""


def shown(home: Home, identifier: str) -> str:
    """Each span of raw text that supports a fact, in context.

    Raises:
        UsageError: no fact has this identifier.
    """
    with opened(home) as connection:
        rows = connection.sql(EVIDENCE, params={"id": identifier}).pl()
    if rows.is_empty():
        raise UsageError(f"no fact has the identifier {identifier!r}: give one from a column such as event_id")
    return "\n\n".join(_span(row) for row in rows.iter_rows(named=True))


def exported(home: Home, folder: Path, output: str) -> list[Path]:
    """Write every table and view as ``<layer>/<table>.<format>`` and return the files.

    Raises:
        UsageError: the format is none of parquet and csv.
    """
    if output not in ("parquet", "csv"):
        raise UsageError(f"unknown format {output!r}: give parquet or csv")
    files = []
    with opened(home) as connection:
        for table in TABLES:
            data = connection.sql(f"select * from {full_name(table)}").pl()  # noqa: S608 - names come from the row models
            files.append(folder / table.layer / f"{table.table}.{output}")
            files[-1].parent.mkdir(parents=True, exist_ok=True)
            _write(data, files[-1])
    return files


def _write(data: pl.DataFrame, path: Path) -> None:
    if path.suffix == ".parquet":
        data.write_parquet(path)
        return
    lists = [name for name, kind in data.schema.items() if isinstance(kind, pl.List)]
    flat = data.with_columns(pl.col(name).cast(pl.List(pl.String)).list.join("|") for name in lists)
    flat.write_csv(path)


def _span(row: dict[str, str | int | float]) -> str:
    text, start, end = str(row["raw_text"]), int(row["raw_start"]), int(row["raw_end"])
    before, after = text[max(start - CONTEXT_CHARS, 0) : start], text[end : end + CONTEXT_CHARS]
    return (
        f"{row['fact_table']}.{row['field']} ({row['method']}, confidence {row['confidence']:.2f})\n"
        f"{row['title'] or 'untitled'} - {row['source_uri']} [{start}:{end}]\n"
        f"  …{' '.join(before.split())} >>{' '.join(text[start:end].split())}<< {' '.join(after.split())}…"
    )


def _table(data: pl.DataFrame) -> str:
    with pl.Config(
        tbl_rows=-1,
        tbl_cols=-1,
        fmt_str_lengths=60,
        tbl_width_chars=200,
        tbl_hide_dataframe_shape=True,
        tbl_hide_column_data_types=True,
        fmt_table_cell_list_len=-1,
    ):
        return f"{data}\n{data.height} rows"


def markdown(data: pl.DataFrame) -> str:
    """The rows as a Markdown table."""
    lines: list[Sequence[str]] = [data.columns, ["---"] * data.width]
    lines += [[_cell(value) for value in row] for row in data.iter_rows()]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(value: object) -> str:
    text = "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)
    return " ".join(text.split()).replace("|", "\\|")


def _json(data: pl.DataFrame) -> str:
    return json.dumps(data.to_dicts(), ensure_ascii=False, indent=2, default=str)


def _csv(data: pl.DataFrame) -> str:
    lists = [name for name, kind in data.schema.items() if isinstance(kind, pl.List)]
    return (
        data.with_columns(pl.col(name).cast(pl.List(pl.String)).list.join("|") for name in lists).write_csv().rstrip()
    )


FORMATS: dict[str, Callable[[pl.DataFrame], str]] = {
    "table": _table,
    "markdown": markdown,
    "csv": _csv,
    "json": _json,
}
