"""Day of publication, dateline and title of short pages as many publishers lay them out: right, or not given."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from assets.documents import read_document

PAGES = Path(__file__).with_name("days.txt")
START = "=== "  # opens a page: its name, published_on, dateline_city, dateline_on and title, "-" for none
TEST_SHARE = 3  # one page in three, by the hash of its name, is scored and never read for errors


@dataclass(frozen=True)
class Page:
    """Raw text of a page and what it says."""

    name: str
    published_on: str | None
    dateline_city: str | None
    dateline_on: str | None
    title: str | None
    text: str

    @property
    def split(self) -> str:
        """The part of the set: "test" or "dev"."""
        return "dev" if int(hashlib.sha256(self.name.encode()).hexdigest()[:8], 16) % TEST_SHARE else "test"


@dataclass(frozen=True)
class Found:
    """A field of a page: what is wanted and what was read."""

    page: Page
    field: str
    wanted: str | None
    found: str | None

    @property
    def verdict(self) -> str:
        """ "right", "null" where something is wanted and nothing was read, or "wrong"."""
        if self.found == self.wanted:
            return "right"
        return "wrong" if self.found else "null"


FIELDS = ("published_on", "dateline_city", "dateline_on", "title")


def pages() -> Iterator[Page]:
    for block in PAGES.read_text(encoding="utf-8").removeprefix(START).split(f"\n{START}"):
        head, _, text = block.partition("\n")
        name, *values = (None if part in {"-", "null"} else part for part in head.split(" | ", 4))
        yield Page(name or "", *values, text)


def found(page: Page) -> list[Found]:
    document = read_document(page.text).document
    return [Found(page, field, getattr(page, field), _text(getattr(document, field))) for field in FIELDS]


@cache
def everything() -> tuple[Found, ...]:
    return tuple(each for page in pages() for each in found(page))


def share_right(field: str, split: str) -> float:
    verdicts = [each.verdict for each in everything() if each.field == field and each.page.split == split]
    return verdicts.count("right") / len(verdicts)


@pytest.mark.parametrize("field", ["published_on", "dateline_on"])
def test_a_day_is_never_wrong(field):
    wrong = [(each.page.name, each.wanted, each.found) for each in everything() if each.field == field]
    assert len(wrong) == len({name for name, _, _ in wrong}) >= 100
    assert [each for each in wrong if each[2] not in (None, each[1])] == []


@pytest.mark.parametrize(
    ("field", "split", "least"),
    [
        ("published_on", "dev", 0.95),
        ("published_on", "test", 0.84),
        ("dateline_on", "dev", 0.98),
        ("dateline_on", "test", 0.9),
        ("dateline_city", "dev", 0.98),
        ("dateline_city", "test", 0.93),
        ("title", "dev", 0.97),
        ("title", "test", 0.93),
    ],
)
def test_most_pages_are_read(field, split, least):
    assert share_right(field, split) >= least


def _text(value: str | dt.date | None) -> str | None:
    return None if value is None else str(value)
