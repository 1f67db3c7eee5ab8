"""Groups of articles that tell the same events, and what a person marked as the same in them (tests/gold/GROUPS.md).

Everybody in the groups is invented, so nobody is in two of them; organizations are real and may be. What is marked in a
headline is left out of the scores: the product reads bodies alone.
"""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from assets.documents.offsets import OffsetMap
from assets.documents.reading import read_document
from assets.entities import Entities, entities_of
from benchmarks.copies import is_test
from benchmarks.event_pairs import trigger
from benchmarks.gold import GOLD_FOLDER
from benchmarks.spans import Span, overlap, paired
from warehouse.tables.documents import Document
from warehouse.tables.entities import EventMention, Mention, PloverType, Quote, Realis

GROUPS = GOLD_FOLDER / "groups"
GOLD_FILE = "gold.txt"
STORY, PERSON, ORGANIZATION, EVENT, STATEMENT = KINDS = ("story", "person", "organization", "event", "statement")
RELATIONS = ("realised_by", "part_of", "cancelled_by")
EVENT_HEAD = re.compile(r"(\S+) ([A-Z]+)(?:\.([\w-]+))? ([a-z]+) (\d{4}-\d\d-\d\d|-) (.+)")
MEMBER = re.compile(r"(\d+): (.+?)(?:#(\d+))?")
Found = TypeVar("Found", Mention, Quote)


@dataclass(frozen=True)
class GoldEvent:
    """What an event is, beside the places that tell it."""

    type: PloverType
    mode: str | None
    realis: Realis
    held_on: dt.date | None
    place: str | None


@dataclass(frozen=True)
class Member:
    """A place in an article, in raw code points."""

    article: str
    words: str
    span: Span


@dataclass(frozen=True)
class Same:
    """One person, organization, event or statement, with the places where articles of the group have it."""

    kind: str
    name: str
    members: tuple[Member, ...]
    event: GoldEvent | None = None  # of events


@dataclass(frozen=True, eq=False)
class Group:
    """Articles by their numbers, and what is the same in them."""

    name: str
    texts: Mapping[str, str]
    stories: Mapping[str, str]  # by article; copies of one text have one
    same: tuple[Same, ...]
    relations: tuple[tuple[str, str, str], ...]  # event, relation, event

    @property
    def split(self) -> str:
        """The part of the gold set: "test" or "dev"."""
        return "test" if is_test(self.name) else "dev"

    def of_kind(self, kind: str) -> list[Same]:
        """What is marked of a kind."""
        return [same for same in self.same if same.kind == kind]


@dataclass(frozen=True, eq=False)
class ReadArticle:
    """One article of a group with what the product finds in it."""

    group: Group
    number: str
    document: Document | None
    found: Entities

    @property
    def key(self) -> str:
        """What names the article."""
        return f"{self.group.name} {self.number}"

    def found_at(self, kind: str) -> Iterator[tuple[Same, Member, str | None]]:
        """Each marked place of the body with the chain, event mention or quotation found there."""
        marked = list(self._marked(kind))
        if kind == EVENT:
            told = event_pairs(marked, self.found.event_mentions)
            yield from ((same, member, told.get(at)) for at, (same, member) in enumerate(marked))
        for same, member in marked:
            if kind == STATEMENT:
                quote = _most_shared(member.span, self.found.quotes)
                yield same, member, quote.quote_id if quote else None
            elif kind != EVENT:
                mention = _most_shared(member.span, self.found.mentions)
                yield same, member, mention.chain_id if mention else None

    def _marked(self, kind: str) -> Iterator[tuple[Same, Member]]:
        headline = self.group.texts[self.number].index("\n")
        for same in self.group.of_kind(kind):
            for member in same.members:
                if member.article == self.number and member.span[0] > headline:
                    yield same, member


def event_pairs(marked: Sequence[tuple[Same, Member]], found: Sequence[EventMention]) -> dict[int, str]:
    """The event mention found for each marked one: of its type, at its words or else in its sentence, one to one."""

    def rank(one: tuple[Same, Member], other: EventMention) -> tuple[float, ...] | None:
        (same, member), shared = one, overlap(one[1].span, trigger(other))
        is_there = other.raw_start <= member.span[0] and member.span[1] <= other.raw_end
        if same.event is None or other.plover_type != same.event.type or not (shared or is_there):
            return None
        return shared > 0, other.realis == same.event.realis, -abs(member.span[0] - other.trigger_start)

    return {at: found[place].event_mention_id for place, at in paired(marked, found, rank).items()}


def _most_shared(span: Span, found: Sequence[Found]) -> Found | None:
    """What has most of a span, of several the first."""
    shared = {at: overlap(span, (one.raw_start, one.raw_end)) for at, one in enumerate(found)}
    most = max(shared, key=lambda at: (shared[at], -at), default=None)
    return found[most] if most is not None and shared[most] else None


@cache
def groups() -> tuple[Group, ...]:
    """Every group, by name."""
    return tuple(group_in(folder) for folder in sorted(GROUPS.iterdir()) if folder.is_dir())


@cache
def read_articles(group: Group) -> tuple[ReadArticle, ...]:
    """The articles of a group, read as the product reads them."""
    return tuple(_read_article(group, number) for number in group.texts)


def group_in(folder: Path) -> Group:
    """The group of a folder.

    Raises:
        ValueError: a line of its gold cannot be understood; the message names it.
    """
    files = sorted(folder.glob("[0-9]*_*.txt"))
    texts = {file.name.partition("_")[0]: file.read_bytes().decode("utf-8") for file in files}
    stories: dict[str, str] = {}
    same: list[Same] = []
    relations: list[tuple[str, str, str]] = []
    for number, line in enumerate((folder / GOLD_FILE).read_text(encoding="utf-8").splitlines(), start=1):
        kind, _, rest = line.partition(" ")
        try:
            if kind == STORY:
                article, story = rest.split()
                stories[article] = story
            elif kind == "relation":
                relations.append(_relation(rest))
            else:
                same.append(_same(kind, rest, texts))
        except (ValueError, KeyError) as error:
            raise ValueError(f"{folder / GOLD_FILE}, line {number}: {error}; see tests/gold/GROUPS.md") from error
    return Group(folder.name, texts, stories, tuple(same), tuple(relations))


def _relation(text: str) -> tuple[str, str, str]:
    one, relation, other = text.split()
    if relation not in RELATIONS:
        raise ValueError(f"no relation {relation!r}")
    return one, relation, other


def _same(kind: str, text: str, texts: Mapping[str, str]) -> Same:
    if kind not in KINDS:
        raise ValueError(f"no kind {kind!r}")
    head, *parts = (part.strip() for part in text.split(" | "))
    if not parts:
        raise ValueError(f"{head!r} has no members")
    members = tuple(_member(part, texts) for part in parts)
    if kind != EVENT:
        return Same(kind, head, members)
    name, event = _event(head)
    return Same(kind, name, members, event)


def _event(head: str) -> tuple[str, GoldEvent]:
    """Name and nature of an event: ``E1 CONSULT.meeting asserted 2023-03-14 Lima``; a dash for what is not known."""
    found = EVENT_HEAD.fullmatch(head)
    if not found:
        raise ValueError(f"{head!r} is no event")
    name, kind, mode, realis, day, place = found.groups()
    held_on = None if day == "-" else dt.date.fromisoformat(day)
    return name, GoldEvent(PloverType(kind), mode, Realis(realis), held_on, None if place == "-" else place)


def _member(text: str, texts: Mapping[str, str]) -> Member:
    """The place of ``2: words`` or, of their third occurrence, ``2: words#3``."""
    found = MEMBER.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no member")
    article, words, nth = found.groups()
    places = [each.span() for each in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", texts[article])]
    if len(places) < int(nth or 1):
        raise ValueError(f"{words!r} stands {len(places)} times in article {article}")
    return Member(article, words, places[int(nth or 1) - 1])


def _read_article(group: Group, number: str) -> ReadArticle:
    read = read_document(group.texts[number])
    if read.document is None:
        return ReadArticle(group, number, None, Entities())
    return ReadArticle(group, number, read.document, entities_of(read.document, OffsetMap.of_segments(read.segments)))
