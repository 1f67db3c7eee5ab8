"""The data dictionary and its entity-relationship diagram, generated from the row models.

``python -m warehouse.dictionary`` writes docs/DATA_DICTIONARY.md and docs/schema.sql; a test shows that both are fresh.
"""

from pathlib import Path

from warehouse.ddl import create_table, data_type, description
from warehouse.home import PROJECT
from warehouse.model import Column, Table, columns, full_name
from warehouse.tables import LAYERS, TABLES

HEAD = """# Data dictionary

Generated from the row models in `warehouse/tables/` by `python -m warehouse.dictionary`; do not edit.

Identifiers are 16 hexadecimal characters of a SHA-256 over the natural key: the same input gives the same identifier
on any machine, in any order, in any batch. Offsets count Unicode code points, half-open `[start, end)`. Times are UTC.

"""


def data_dictionary() -> str:
    """The whole document, Markdown."""
    parts = [HEAD, "## The star\n\n", diagram("star"), "\n"]
    for layer in LAYERS:
        parts.append(f"## Layer {layer}\n\n")
        parts += [section(table) for table in TABLES if table.layer == layer]
    return "".join(parts).rstrip() + "\n"


def section(table: Table) -> str:
    """One table: what a row is, its key, its columns."""
    key = ", ".join(f"`{name}`" for name in table.primary_key)
    kind = "View" if table.is_view else "Table"
    rows = "".join(_row(table, column) for column in columns(table))
    return (
        f"### {full_name(table)}\n\n{description(table)}\n\n{kind}; key {key}.\n\n"
        f"| column | type | null | description |\n| --- | --- | --- | --- |\n{rows}\n"
    )


def diagram(layer: str) -> str:
    """Entity-relationship diagram of a layer, Mermaid."""
    tables = [table for table in TABLES if table.layer == layer]
    boxes = "".join(_box(table) for table in tables)
    lines = "".join(_relations(table, layer) for table in tables)
    return f"```mermaid\nerDiagram\n{boxes}{lines}```\n"


def schema_sql() -> str:
    """DDL of every stored table, in the order in which they can be filled."""
    schemas = "".join(f"create schema if not exists {layer};\n" for layer in LAYERS)
    tables = (create_table(table) for table in TABLES if not table.is_view)
    return "-- Generated from warehouse/tables/ by python -m warehouse.dictionary; do not edit.\n" + "\n".join(
        [schemas, *tables]
    )


def generated() -> dict[Path, str]:
    """Every generated file and what it must hold."""
    docs = PROJECT / "docs"
    return {docs / "DATA_DICTIONARY.md": data_dictionary(), docs / "schema.sql": schema_sql()}


def _row(table: Table, column: Column) -> str:
    notes = [column.description]
    if column.values:
        notes.append("One of " + ", ".join(f"`{value}`" for value in column.values) + ".")
    if column.name in table.references:
        notes.append(f"References `{table.references[column.name]}`.")
    return f"| `{column.name}` | {data_type(column)} | {'yes' if column.is_nullable else 'no'} | {' '.join(notes)} |\n"


def _box(table: Table) -> str:
    fields = "".join(
        f"        {data_type(column).replace('[]', '_list')} {column.name}{_marks(table, column)}\n"
        for column in columns(table)
    )
    return f"    {table.table} {{\n{fields}    }}\n"


def _marks(table: Table, column: Column) -> str:
    marks = ["PK"] * (column.name in table.primary_key) + ["FK"] * (column.name in table.references)
    return " " + ", ".join(marks) if marks else ""


def _relations(table: Table, layer: str) -> str:
    targets = ((name, target.split(".")) for name, target in table.references.items())
    return "".join(
        f"    {parent} ||--o{{ {table.table} : {name}\n" for name, (schema, parent, _) in targets if schema == layer
    )


def main() -> None:
    """Write every generated file."""
    for path, text in generated().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
