"""Dagster's own storage of a home: one instance for the command line and the UI."""

import os
from pathlib import Path

import dagster as dg

from warehouse.home import HOME_VARIABLE, Home

# one run at a time: a home is one folder, and a batch run must end before the run that reads all batches
INSTANCE = """# Written by Chancery; edits are kept.
telemetry:
  enabled: false
nux:
  enabled: false
concurrency:
  runs:
    max_concurrent_runs: 1
freshness:
  enabled: true
event_log_storage:
  module: pipelines.event_log
  class: EventLog
  config:
    base_dir:
      env: DAGSTER_HOME
"""


def dagster_home(home: Home) -> Path:
    """Folder of the instance, with its configuration written on first use."""
    home.dagster.mkdir(parents=True, exist_ok=True)
    config = home.dagster / "dagster.yaml"
    if not config.exists():
        config.write_text(INSTANCE, encoding="utf-8")
    return home.dagster


def instance_of(home: Home) -> dg.DagsterInstance:
    """The instance of a home."""
    return dg.DagsterInstance.from_config(str(dagster_home(home)))


def environment(home: Home) -> dict[str, str]:
    """Environment of a process that works on a home: the same home, instance and silence for every child."""
    return os.environ | {
        HOME_VARIABLE: str(home.path),
        "DAGSTER_HOME": str(dagster_home(home)),
        "GX_ANALYTICS_ENABLED": "false",
    }
