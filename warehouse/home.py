"""Where data lives: the layout of a Chancery home folder."""

import os
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
HOME_VARIABLE = "CHANCERY_HOME"
STEM = "chancery-"  # of a generation's name


@dataclass(frozen=True)
class Home:
    """A home folder; every path inside it is named here and nowhere else."""

    path: Path

    @property
    def landing(self) -> Path:
        """Folder of batch manifests, one Parquet file each, with the bytes of new articles."""
        return self.path / "landing"

    @property
    def warehouse(self) -> Path:
        """Folder of published generations and the link to the current one."""
        return self.path / "warehouse"

    @property
    def published(self) -> Path:
        """Link to the current generation."""
        return self.warehouse / "chancery.duckdb"

    @property
    def generations(self) -> list[Path]:
        """Published generations: the current one, then those before it, newest first. Their names sort by time."""
        if not self.published.exists():
            return []
        current = self.published.resolve()
        # the user may have gone back from a newer one
        earlier = (path for path in self.warehouse.glob(f"{STEM}*.duckdb") if path.name < current.name)
        return [current, *sorted(earlier, reverse=True)]

    @property
    def docs(self) -> Path:
        """Folder of the built Data Docs."""
        return self.path / "docs"

    @property
    def overrides(self) -> Path:
        """What the user decides of actors; kept whatever is built."""
        return self.path / "overrides.csv"

    @property
    def office_holders(self) -> Path:
        """Whom the user lists as holders of offices; kept whatever is built."""
        return self.path / "office_holders.csv"

    @property
    def dagster(self) -> Path:
        """Dagster's own storage, shared by the command line and the UI."""
        return self.path / "dagster"

    @property
    def inbox(self) -> Path:
        """Folder the sensor and the schedule watch, unless CHANCERY_INBOX names another."""
        return Path(os.environ.get("CHANCERY_INBOX", self.path / "inbox"))

    def table(self, layer: str, table: str) -> Path:
        """Folder of one table's Parquet files."""
        return self.path / layer / table


def default_home() -> Home:
    """The home that CHANCERY_HOME names, else ``data/`` in the project, else in the working folder."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Home(Path(named).expanduser().resolve())
    root = PROJECT if (PROJECT / "pyproject.toml").is_file() else Path.cwd()
    return Home(root / "data")
