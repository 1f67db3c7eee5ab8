"""Reference data that ships with the project: the CSV files of seeds/reference."""

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

import polars as pl

FURNITURE_VARIABLE = "CHANCERY_FURNITURE"  # for lines learned where the project is installed read-only


@cache
def reference(name: str) -> pl.DataFrame:
    """Rows of ``seeds/reference/<name>.csv``, every column a string, empty fields null.

    Raises:
        FileNotFoundError: there is no such file.
    """
    path = files("seeds") / "reference" / f"{name}.csv"
    return pl.read_csv(path.read_bytes(), infer_schema=False)


def furniture_file() -> Path:
    """CSV of the lines learned from publishers' pages: the file CHANCERY_FURNITURE names, else the one that ships."""
    named = os.environ.get(FURNITURE_VARIABLE)
    return Path(named).expanduser().resolve() if named else Path(str(files("seeds") / "reference" / "furniture.csv"))
