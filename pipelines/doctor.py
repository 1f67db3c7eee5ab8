"""What can be wrong with an installation or a home, each with its remedy."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from assets.entities.chosen_model import chosen_model, model_problem
from assets.entities.version import model_version
from pipelines.landing import pending_batches
from warehouse.connect import published
from warehouse.home import Home

SUPPORTED = ((3, 11), (3, 14))
NEEDED_BYTES = 1 << 30
PACKAGES = ("dagster", "duckdb", "great-expectations", "polars", "spacy")


@dataclass(frozen=True)
class Finding:
    """One thing looked at."""

    is_good: bool
    text: str


def findings(home: Home) -> list[Finding]:
    """Everything looked at, in the order in which it should be put right."""
    checks: list[Callable[[Home], Finding]] = [_python, _packages, _model, _writable, _space, _pending, _warehouse]
    return [check(home) for check in checks]


def _python(home: Home) -> Finding:
    low, high = SUPPORTED
    good = low <= sys.version_info[:2] < high
    return Finding(good, f"Python {sys.version.split()[0]}" + ("" if good else ": use 3.11, 3.12 or 3.13"))


def _packages(home: Home) -> Finding:
    try:
        return Finding(True, ", ".join(f"{name} {version(name)}" for name in PACKAGES))
    except PackageNotFoundError as error:
        return Finding(False, f"{error}: run 'make install'")


def _model(home: Home) -> Finding:
    chosen = chosen_model()
    problem = model_problem(chosen) if chosen else None
    return Finding(problem is None, problem or f"language model {model_version()}")


def _writable(home: Home) -> Finding:
    probe = home.path / ".doctor"
    try:
        home.path.mkdir(parents=True, exist_ok=True)
        probe.write_text("", encoding="utf-8")
        probe.unlink()
    except OSError as error:
        return Finding(False, f"home {home.path} cannot be written ({error.strerror}): give another with --home")
    return Finding(True, f"home {home.path} can be written")


def _space(home: Home) -> Finding:
    free = shutil.disk_usage(home.path if home.path.exists() else home.path.anchor).free
    remedy = "" if free >= NEEDED_BYTES else ": free at least 1 GB"
    return Finding(free >= NEEDED_BYTES, f"{free / 1e9:.1f} GB free{remedy}")


def _pending(home: Home) -> Finding:
    waiting = pending_batches(home)
    return Finding(not waiting, f"{len(waiting)} batches wait" + (": run 'chancery build'" if waiting else ""))


def _warehouse(home: Home) -> Finding:
    if not home.published.exists():
        return Finding(False, "no warehouse is published: run 'chancery build'")
    with published(home) as connection:
        row = connection.execute("select count(*) from star.dim_document").fetchone()
    return Finding(True, f"warehouse {home.published.resolve().name} with {row[0] if row else 0} documents")
