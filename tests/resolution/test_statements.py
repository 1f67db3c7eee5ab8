"""Which quotations are one statement."""

import polars as pl
import pytest

from assets.resolution.statements import statements
from tests.resolution.cases import document, span
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.tables.documents import Document
from warehouse.tables.entities import Quote, QuoteKind
from warehouse.tables.resolution import EventMentionEvent


def statement_ids(*said: tuple[str, str | None], event: str | None = "one") -> list[str]:
    """Statement of each quotation: its words, and its speaker; each stands in a document of its own."""
    quotes = [
        Quote(
            quote_id=stable_id("quote", text, who or number),
            document_id=stable_id(str(number)),
            kind=QuoteKind.DIRECT,
            text=text,
            cue_text=None,
            speaker_chain_id=stable_id(number, who) if who else None,
            **span(text),
            confidence=0.9,
        )
        for number, (text, who) in enumerate(said)
    ]
    tied = {stable_id(number, who): stable_id(who) for number, (_, who) in enumerate(said) if who}
    actors = pl.DataFrame(
        {"chain_id": list(tied), "actor_id": list(tied.values())},
        schema=dict.fromkeys(("chain_id", "actor_id"), pl.String),
    )
    told = frame(
        EventMentionEvent,
        [
            EventMentionEvent(
                event_mention_id=stable_id("told", number),
                document_id=stable_id(str(number)),
                event_id=stable_id(event or str(number)),
                own_event_id=stable_id(event or str(number)),
            )
            for number in range(len(said))
        ],
    )
    documents = frame(Document, [document(str(number)) for number in range(len(said))])
    return statements(frame(Quote, quotes), actors, told, documents)["statement_id"].to_list()


WHOLE = "We come without conditions and without reproaches. Mexico and Peru are sisters."


@pytest.mark.parametrize(
    "other",
    [
        "We come without conditions and without reproaches,",
        "“we come without conditions, and without reproach”",
        WHOLE.upper(),
    ],
)
def test_the_same_words_of_one_speaker_are_one_statement(other):
    one, two = statement_ids((WHOLE, "Arizmendi"), (other, "Arizmendi"))
    assert one == two


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((WHOLE, "Arizmendi"), (WHOLE, "Olazábal")),
        ((WHOLE, None), (WHOLE, None)),
        (("very good", "Arizmendi"), ("It was a very good meeting of old friends", "Arizmendi")),
        (
            ("We will never leave the table of talks", "Paz"),
            ("We will never sign away the rights of the people", "Paz"),
        ),
    ],
)
def test_other_words_or_speakers_are_other_statements(first, second):
    one, two = statement_ids(first, second)
    assert one != two


def test_the_order_of_quotations_changes_nothing():
    said = [
        (WHOLE, "Arizmendi"),
        ("without conditions and without reproaches", "Arizmendi"),
        ("Thank you all for coming", "Paz"),
    ]
    assert sorted(statement_ids(*said)) == sorted(statement_ids(*reversed(said)))


def test_two_outlets_that_tell_one_event_translate_one_statement():
    said = (
        ("Our coast is not a gift that somebody else can wrap", "Guled"),
        ("our coast is no present for others to wrap as a gift", "Guled"),
    )
    one, two = statement_ids(*said)
    assert one == two


def test_what_is_said_of_other_events_stays_another_statement():
    said = (
        ("Our coast is not a gift that somebody else can wrap", "Guled"),
        ("our coast is no present for others to wrap as a gift", "Guled"),
    )
    one, two = statement_ids(*said, event=None)
    assert one != two


@pytest.mark.parametrize(
    ("others", "count"),
    [
        ([("All sides of our relations will be reviewed, and views be exchanged on the Sahel", "Sarr")], 1),
        (
            [
                (
                    "All sides of our relations will be reviewed. Nobody spoke of the fishing boats at Saint-Louis.",
                    "Sarr",
                )
            ],
            2,
        ),
        ([("On Monday all sides of our relations will be reviewed", None)], 2),
        (
            [
                ("All sides of our relations will be reviewed, and views will be exchanged", who)
                for who in ("Sarr", "Ba")
            ],
            3,
        ),
    ],
    ids=["as translated twice", "the beginning alone", "nobody is known to have said it", "told of two speakers"],
)
def test_a_statement_that_read_is_that_of_the_only_speaker_of_its_words(others, count):
    read = ("All sides of our relations will be reviewed, and views will be exchanged on the Sahel", None)
    assert len(set(statement_ids(read, *others))) == count
