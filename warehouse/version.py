"""What a run is, and which version of the code it runs."""

import datetime as dt
import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

import polars as pl

from warehouse.home import PROJECT
from warehouse.reference import furniture_file

PACKAGES = ("assets", "expectations", "pipelines", "seeds/reference", "warehouse")
SUFFIXES = {".py", ".sql", ".csv", ".cfg", ".onnx", ".json"}


@dataclass(frozen=True)
class Run:
    """One pipeline run."""

    run_id: str
    code_version: str
    model_version: str
    started_at: dt.datetime  # UTC, naive

    def frame(self) -> pl.DataFrame:
        """The run as a frame of one row."""
        return pl.DataFrame([self])


def code_version() -> str:
    """Version of the package and a hash over its code, SQL and reference data: '0.1.0+3f2a9c1e'.

    Reference data is what CHANCERY_FURNITURE names, too.
    """
    return _code_version(furniture_file())


@cache
def _code_version(furniture: Path) -> str:
    digest = hashlib.sha256()
    for package in PACKAGES:
        for path in sorted((PROJECT / package).rglob("*")):
            if path.suffix in SUFFIXES:
                digest.update(path.relative_to(PROJECT).as_posix().encode())
                digest.update(path.read_bytes())
    if furniture.is_file():
        digest.update(furniture.read_bytes())
    return f"{version('chancery')}+{digest.hexdigest()[:8]}"
