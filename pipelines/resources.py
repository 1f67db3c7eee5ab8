"""Resources of a run."""

from pathlib import Path

import dagster as dg
from pydantic import Field

from warehouse.home import Home, default_home


class ChanceryHome(dg.ConfigurableResource):  # type: ignore[type-arg]
    """The folder that holds the data of every layer, the warehouse and Dagster's own storage."""

    path: str = Field(
        default="", description="Home folder; empty for CHANCERY_HOME, else data/ in the project or working folder."
    )

    def home(self) -> Home:
        """The home."""
        return Home(Path(self.path).expanduser().resolve()) if self.path else default_home()
