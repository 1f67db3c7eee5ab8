"""Data Docs: a local site of what each table must be and how its last batches did.

Great Expectations builds a page per suite and per validation. Its pages load styles and scripts from content delivery
networks and a logo that carries an identifier of the project; these are taken out, and the index is our own, so that
the site opens offline and tells nobody. The results shown are those that the checks of the pipeline kept.
"""

import datetime as dt
import json
import os
import re
import shutil
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from expectations.suites import suite
from expectations.validation import Validation, great_expectations, gx_suite
from warehouse.home import Home
from warehouse.model import Table, full_name
from warehouse.tables import BY_NAME

if TYPE_CHECKING:
    from great_expectations.data_context.data_context.file_data_context import FileDataContext

SHOWN_BATCHES = 5  # newest results of each table that get a page
SITE = "local_site"
TIME_FORMAT = "%Y%m%dT%H%M%S.%fZ"
OUTSIDE = re.compile(
    r"<script[^>]*\bsrc=\"https?:[^>]*>\s*</script>|<link[^>]*\bhref=\"https?:[^>]*>|<img[^>]*\bsrc=\"https?:[^>]*>"
    r"|url\('https?:[^')]*'\)",
)
STYLE = """<style>
body { font-family: sans-serif; margin: 1.5rem auto; max-width: 75rem; padding: 0 1rem; line-height: 1.4; }
table { border-collapse: collapse; width: 100%; } td, th { border: 1px solid #8888; padding: .3rem .5rem; text-align: left; }
.failed { color: #b00020; font-weight: bold; } .ge-section { border-top: 1px solid #8888; }
footer, #ge-cta-footer, .modal, .cooltip .top { display: none; } nav { position: static; }
</style>"""


@dataclass(frozen=True)
class Kept:
    """The kept result of one batch of a table."""

    table: Table
    batch: str
    validated_at: dt.datetime
    checked: int  # expectations judged
    failed: int
    result: str  # JSON as Great Expectations writes it


def index_page(home: Home) -> Path:
    """The page that the site opens with."""
    return home.docs / "index.html"


def keep(home: Home, table: Table, batch: str, validation: Validation, now: dt.datetime) -> Path:
    """Store the result of a validation for the site, in the place of the batch's last one."""
    folder = home.docs / "validations" / full_name(table)
    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".tmp")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump({"validated_at": now.isoformat(), "result": json.loads(validation.result)}, file)
    return Path(temporary).replace(folder / f"{batch}.json")


def kept_results(home: Home) -> list[Kept]:
    """The newest kept results of each table, in the order of the tables, newest first."""
    found: list[Kept] = []
    for name, table in BY_NAME.items():
        files = (home.docs / "validations" / name).glob("[!.]*.json")
        of_table = sorted((_read(table, path) for path in files), key=lambda one: one.validated_at, reverse=True)
        found += of_table[:SHOWN_BATCHES]
    return found


def build_data_docs(home: Home) -> Path:
    """Build the site from the kept results and return its index page."""
    kept = kept_results(home)
    for folder in ("gx", "site"):
        shutil.rmtree(home.docs / folder, ignore_errors=True)
    home.docs.mkdir(parents=True, exist_ok=True)
    context = _context(home)
    for table in dict.fromkeys(one.table for one in kept):
        context.suites.add(gx_suite(table, suite(table)))
    for one in kept:
        _add(context, one)
    context.build_data_docs(site_names=[SITE])
    site = home.docs / "site"
    for page in (*site.rglob("*.html"), *site.rglob("*.css")):
        page.write_text(offline(page.read_text(encoding="utf-8")), encoding="utf-8")
    index_page(home).write_text(_index(kept), encoding="utf-8")
    return index_page(home)


def offline(page: str) -> str:
    """The page without anything that a browser would fetch from elsewhere, and readable without it."""
    return OUTSIDE.sub("", page).replace("</head>", f"{STYLE}\n</head>", 1)


def _read(table: Table, path: Path) -> Kept:
    written = json.loads(path.read_text(encoding="utf-8"))
    parts = written["result"]["results"]
    return Kept(
        table=table,
        batch=path.stem,
        validated_at=dt.datetime.fromisoformat(written["validated_at"]),
        checked=len(parts),
        failed=sum(not part["success"] for part in parts),
        result=json.dumps(written["result"]),
    )


def _context(home: Home) -> "FileDataContext":
    from great_expectations.data_context.types.base import ProgressBarsConfig

    context: FileDataContext = great_expectations().get_context(mode="file", project_root_dir=home.docs)
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    context.update_data_docs_site(
        SITE,
        {
            "class_name": "SiteBuilder",
            "store_backend": {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(home.docs / "site")},
            "site_index_builder": {"class_name": "DefaultSiteIndexBuilder"},
        },
    )
    return context


def _add(context: "FileDataContext", kept: Kept) -> None:
    from great_expectations.core.expectation_validation_result import expectationSuiteValidationResultSchema
    from great_expectations.core.run_identifier import RunIdentifier
    from great_expectations.data_context.types.resource_identifiers import (
        ExpectationSuiteIdentifier,
        ValidationResultIdentifier,
    )

    context.validation_results_store.add(
        ValidationResultIdentifier(
            expectation_suite_identifier=ExpectationSuiteIdentifier(full_name(kept.table)),
            run_id=RunIdentifier(run_name=kept.batch, run_time=kept.validated_at),
            batch_identifier=kept.batch,
        ),
        expectationSuiteValidationResultSchema.loads(kept.result),
    )


def _index(kept: list[Kept]) -> str:
    lines = "\n".join(_line(one) for one in kept)
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Data Docs</title>{STYLE}</head>
<body><h1>Data Docs</h1>
<p>What each table must be, and how its last batches did.</p>
<table><tr><th>table</th><th>batch</th><th>validated</th><th>expectations</th><th>failed</th></tr>
{lines}
</table></body></html>
"""


def _line(kept: Kept) -> str:
    name = full_name(kept.table)
    suite_page = f"site/expectations/{kept.table.layer}/{kept.table.table}.html"
    time = kept.validated_at.astimezone(dt.UTC)
    page = f"site/validations/{kept.table.layer}/{kept.table.table}/{kept.batch}/{time.strftime(TIME_FORMAT)}/{kept.batch}.html"
    return (
        f'<tr id="{name}"><td><a href="{suite_page}">{name}</a></td><td><a href="{escape(page)}">{escape(kept.batch)}</a></td>'
        f"<td>{time:%Y-%m-%d %H:%M:%S}</td><td>{kept.checked}</td>"
        f"<td{' class=failed' if kept.failed else ''}>{kept.failed}</td></tr>"
    )
