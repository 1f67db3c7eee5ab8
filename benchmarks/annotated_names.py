"""The names that a person marked: names_written.jsonl and names_press_releases.jsonl of the gold set."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from benchmarks.gold import GOLD_FOLDER

SOURCES = ("written", "press_releases")

Span = tuple[int, int]


class GoldChain(BaseModel):
    """A chain of the gold set."""

    model_config = ConfigDict(frozen=True)

    name: str
    kind: str


class AnnotatedNames(BaseModel):
    """The annotated names of one document."""

    model_config = ConfigDict(frozen=True)

    file: str | None = None
    url: str | None = None
    sha256: str
    until: int | None
    mentions: tuple[tuple[int, int, str, str | None, Span | None], ...]  # start, end, label, chain, role
    chains: Mapping[str, GoldChain] = {}
    nominal: tuple[tuple[int, int, str], ...] = ()

    @property
    def key(self) -> str:
        """What names the article: its file, or the URL of a press release."""
        return self.file or self.url or self.sha256


def names_in(path: Path) -> Iterator[AnnotatedNames]:
    """The annotated names of each document of a file, in order."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield AnnotatedNames.model_validate_json(line)


def annotated_names(source: str) -> dict[str, AnnotatedNames]:
    """The annotated names of each document of a source, by its key."""
    return {names.key: names for names in names_in(GOLD_FOLDER / f"names_{source}.jsonl")}
