"""SQL files: one per table of the star and per view of the marts, named after it; checks in a folder of their own."""

from importlib.resources import files

from warehouse.model import Table


def query(table: Table) -> str:
    """The select statement that yields the rows of a star table or mart.

    Raises:
        FileNotFoundError: the table is not made by SQL.
    """
    return (files("warehouse") / "sql" / table.layer / f"{table.table}.sql").read_text(encoding="utf-8")
