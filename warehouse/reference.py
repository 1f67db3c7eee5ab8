"""Reference data that ships with the project: the CSV files of seeds/reference."""

from functools import cache
from importlib.resources import files

import polars as pl


@cache
def reference(name: str) -> pl.DataFrame:
    """Rows of ``seeds/reference/<name>.csv``, every column a string, empty fields null.

    Raises:
        FileNotFoundError: there is no such file.
    """
    path = files("seeds") / "reference" / f"{name}.csv"
    return pl.read_csv(path.read_bytes(), infer_schema=False)
