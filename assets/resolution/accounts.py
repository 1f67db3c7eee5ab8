"""Accounts of events: what each sentence tells of one, as resolution compares them."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce

import polars as pl

from assets.resolution.chains import Sharing
from assets.resolution.names import folded
from assets.resolution.told_on import told_on
from warehouse.tables.entities import PloverType

HELD = "asserted"  # what is denied is another event, which contradicts the one told
DENIED = "negated"
FAMILIES = {"visit": "visit", "phone": "phone"}  # other modes of one type may name the same event
ACT_WORDS = 14  # from the trigger on: what the act is about
STEM = 5  # letters
SHORTEST = 4  # letters of a word that says something
POINTING = re.compile(  # "the meeting", "the long meeting"
    r"\b(?:the|this|that|these|those|their|its|his|her|both)(?: \w+)? $", re.IGNORECASE
)
# "They also held a meeting with the mediator" tells another, "They also discussed the treaty" tells more of the last
ANOTHER = re.compile(r"\b(?:also|separately)(?: \w+)? $", re.IGNORECASE)
MEETS = re.compile(r"(?:had|held|hold|met|meet|receiv)")

COLUMNS = [
    "event_mention_id",
    "document_id",
    "plover_type",
    "mode",
    "realis",
    "start_on",
    "end_on",
    "place_mention_id",
    "sentence_text",
    "trigger_text",
    "trigger_start",
]  # of event mentions, read here
Family = tuple[str, str, str]  # type, kind of mode, whether it is told as done, as not done, or as still to come
VISIT: Family = (PloverType.CONSULT, "visit", HELD)


@dataclass(frozen=True, slots=True)
class Account:
    """One event as one sentence tells it, or as several of one document do together."""

    event_mention_id: str
    document_id: str
    family: Family
    start_on: dt.date | None
    end_on: dt.date | None
    city_id: str | None
    published_on: dt.date | None
    actors: frozenset[str]  # main participants; of fewer than two also those present
    represented: frozenset[str] = frozenset()  # countries of the main participants, as actors
    delegates: frozenset[tuple[str, str]] = frozenset()  # each of these countries with a person who represents it
    position: int = 0  # in the raw text
    sentence: str = ""
    about: tuple[str, ...] = ()  # beginnings of the words of the act, each once, sorted: a set takes six times the room
    is_pointing: bool = False  # "the meeting": of something told elsewhere
    is_another: bool = False  # "they also met": not what was told before

    @property
    def is_meeting(self) -> bool:
        """Whether people meet, visit or speak: the same people do so but once a day."""
        return self.family[0] == PloverType.CONSULT

    @property
    def is_of_one_day(self) -> bool:
        """Whether the day is known."""
        return self.start_on is not None and self.start_on == self.end_on


def accounts(
    told: pl.DataFrame,
    arguments: pl.DataFrame,
    actor_mentions: pl.DataFrame,
    actors: pl.DataFrame,
    place_cities: pl.DataFrame,
    documents: pl.DataFrame,
) -> list[Account]:
    """Accounts of ``entities.event_mention``, sorted by event_mention_id; the frames are those of ``events``."""
    days = told_on(documents).rename({"told_on": "published_on"})
    cities = place_cities.rename({"mention_id": "place_mention_id"})
    rows = (
        told.select(COLUMNS)
        .join(_takers(arguments, actor_mentions, actors), on="event_mention_id", how="left")
        .join(days, on="document_id", how="left")
        .join(cities, on="place_mention_id", how="left")
        .sort("event_mention_id")
    )
    same = Sharing()
    return [
        Account(
            event_mention_id=row["event_mention_id"],
            document_id=same(row["document_id"]),
            family=same((row["plover_type"], FAMILIES.get(row["mode"], ""), _status(row["realis"]))),
            start_on=row["start_on"],
            end_on=row["end_on"],
            city_id=same(row["city_id"]),
            published_on=same(row["published_on"]),
            actors=same(frozenset(map(same, row["actor_id"] or ()))),
            represented=same(frozenset(map(same, row["represented"] or ()))),
            delegates=same(frozenset((one["represented"], one["actor_id"]) for one in row["delegates"] or ())),
            position=row["trigger_start"],
            sentence=same(row["sentence_text"]),
            about=same(tuple(map(same, _about(row["sentence_text"], row["trigger_text"])))),
            is_pointing=_is_led_by(POINTING, row["sentence_text"], row["trigger_text"]),
            is_another=_is_another(row["sentence_text"], row["trigger_text"]),
        )
        for row in rows.iter_rows(named=True)
    ]


def _status(realis: str) -> str:
    return realis if realis in (HELD, DENIED) else "ahead"


def together(members: Iterable[Account]) -> Account:
    """What accounts of one event in one document tell together: everybody, the narrowest days, any city."""
    return reduce(_joined, sorted(members, key=lambda one: (one.position, one.event_mention_id)))


def _joined(one: Account, other: Account) -> Account:
    dated = min((one, other), key=_width)
    return Account(
        event_mention_id=min(one.event_mention_id, other.event_mention_id),
        document_id=one.document_id,
        family=one.family,
        start_on=dated.start_on,
        end_on=dated.end_on,
        city_id=one.city_id or other.city_id,
        published_on=one.published_on,
        actors=one.actors | other.actors,
        represented=one.represented | other.represented,
        delegates=one.delegates | other.delegates,
        position=one.position,
        sentence=one.sentence,
        about=tuple(sorted({*one.about, *other.about})),
    )


def _width(one: Account) -> int:
    """Days that a date leaves open; many where there is none."""
    return (one.end_on - one.start_on).days if one.start_on and one.end_on else dt.date.max.toordinal()


def _takers(arguments: pl.DataFrame, actor_mentions: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    """By event_mention_id who takes part, and the countries they represent, as actors."""
    # who was merely present at one meeting may have had another with one of its principals
    is_main = pl.col("participation") != "attendee"
    countries = actors.filter(pl.col("kind") == "country").select("country_id", pl.col("actor_id").alias("represented"))
    known = actors.select("actor_id", "kind", "country_id").join(countries, on="country_id", how="left")
    is_delegate = is_main & (pl.col("kind") == "person") & pl.col("represented").is_not_null()
    return (
        arguments.join(actor_mentions.select("chain_id", "actor_id"), on="chain_id")
        .join(known.select("actor_id", "kind", "represented"), on="actor_id", how="left")
        .group_by("event_mention_id")
        .agg(
            pl.col("actor_id").filter(is_main).unique().alias("main"),
            pl.col("actor_id").unique().alias("all"),
            pl.struct("represented", "actor_id").filter(is_delegate).unique().alias("delegates"),
            pl.col("represented").filter(is_main).drop_nulls().unique(),
        )
        .with_columns(pl.when(pl.col("main").list.len() > 1).then("main").otherwise("all").alias("actor_id"))
    )


def shared_words(one: Account, other: Account) -> int:
    """How many beginnings of words two acts share."""
    return len(set(one.about).intersection(other.about))


def _about(sentence: str, trigger: str) -> list[str]:
    start = next(_places(sentence, trigger), 0)
    words = folded(sentence[start:]).split()[:ACT_WORDS]
    return sorted({word[:STEM] for word in words if len(word) >= SHORTEST})


def _is_another(sentence: str, trigger: str) -> bool:
    return MEETS.match(trigger) is not None and _is_led_by(ANOTHER, sentence, trigger)


def _is_led_by(words: re.Pattern[str], sentence: str, trigger: str) -> bool:
    return any(words.search(sentence, 0, start) for start in _places(sentence, trigger))


def _places(sentence: str, trigger: str) -> Iterator[int]:
    """Where a trigger begins in its sentence, as whole words."""
    start = sentence.find(trigger)
    while start >= 0:
        before, after = sentence[max(start - 1, 0) : start], sentence[start + len(trigger) :][:1]
        if not _is_in_word(before) and not _is_in_word(after):
            yield start
        start = sentence.find(trigger, start + 1)


def _is_in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
