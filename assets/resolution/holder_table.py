"""Who held which office, as a user lists it.

The file ``office_holders.csv`` of a home has the columns ``name``, ``title`` (as a text may have it: "Foreign Minister"),
``country`` (ISO 3166-1, two or three letters), ``institution`` (in place of a country: NATO), ``start_on``, ``end_on`` (empty:
still in office) and ``source``, and any others for notes.
"""

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assets.entities.names.titles import title_of
from warehouse.reference import reference

REQUIRED = ("name", "title", "country", "start_on")
OTHER_NAMES = {"role": "title", "country_id": "country"}  # of columns


class LineError(ValueError):
    """A line that says nothing certain; the message says what is wrong and the remedy."""


@dataclass(frozen=True)
class ListedHolder:
    """One person in one office, from the first day to the last."""

    line: int  # of the file
    name: str
    title_text: str  # as the user writes it
    role_title: str  # as seeds/reference/roles.csv calls it
    country_id: str | None
    institution: str | None
    start_on: dt.date
    end_on: dt.date | None  # None: still in office
    source: str | None


@dataclass(frozen=True)
class HolderTable:
    """The holders that a user lists, and what cannot be used of the file; none by default."""

    rows: tuple[ListedHolder, ...] = ()
    problems: tuple[str, ...] = ()  # each names the file, the line and the remedy

    @classmethod
    def read(cls, path: Path) -> "HolderTable":
        """The holders of a file; none where there is no file. A line that cannot be used stops none of the others."""
        if not path.is_file():
            return cls()
        try:
            lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
        except UnicodeDecodeError:
            return cls(problems=(f"{path} is not UTF-8: save it as UTF-8; nothing of it is used",))
        reader = csv.DictReader(lines)
        named = [_column(column) for column in reader.fieldnames or ()]
        if missing := [column for column in REQUIRED if column not in named]:
            told = (
                f"{path} has no column {', '.join(missing)}: name the columns in its first line; nothing of it is used"
            )
            return cls(problems=(told,))
        rows, problems = [], []
        for fields in reader:
            values = {_column(column): value.strip() for column, value in fields.items() if isinstance(value, str)}
            if not any(values.values()):
                continue
            try:
                rows.append(_holder(reader.line_num, values))
            except LineError as error:
                problems.append(f"{path}, line {reader.line_num}: {error}; the other lines are used")
        return cls(tuple(rows), tuple(problems))


NO_HOLDERS = HolderTable()


def _column(name: str | None) -> str:
    told = (name or "").strip().lower()
    return OTHER_NAMES.get(told, told)


def _holder(line: int, values: dict[str, str]) -> ListedHolder:
    name, title, institution = (values.get(column, "") for column in ("name", "title", "institution"))
    if not name:
        raise LineError("no name: give the full name, or delete the line")
    found = title_of(" ".join(title.replace("-", " - ").split()))
    if found is None:
        raise LineError(f"the title {title!r} is unknown: write it as in the patterns of seeds/reference/roles.csv")
    country_id = _country(values.get("country", ""))
    if country_id is None and not institution:
        raise LineError("no country and no institution: give one of the two")
    start_on, end_on = _day(values, "start_on"), _day(values, "end_on")
    if start_on is None:
        raise LineError("no start_on: give the first day in office as YYYY-MM-DD")
    if end_on is not None and end_on < start_on:
        raise LineError(f"end_on {end_on} lies before start_on {start_on}: correct one of the two")
    return ListedHolder(
        line, name, title, found.name, country_id, institution or None, start_on, end_on, values.get("source") or None
    )


def _day(values: dict[str, str], column: str) -> dt.date | None:
    text = values.get(column, "")
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        raise LineError(f"{column} {text!r} is no day: write it as YYYY-MM-DD") from None


def _country(code: str) -> str | None:
    found = _codes().get(code.upper())
    if code and found is None:
        raise LineError(f"the country {code!r} is unknown: write its ISO 3166-1 code, as MEX or MX")
    return found


@cache
def _codes() -> dict[str, str]:
    """Alpha-3 code of each country by its two codes."""
    return dict(_of_codes())


def _of_codes() -> Iterator[tuple[str, str]]:
    for country_id, alpha_2 in reference("countries").select("country_id", "alpha_2").iter_rows():
        yield country_id, country_id
        if alpha_2:
            yield alpha_2, country_id
