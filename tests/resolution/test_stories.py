import datetime as dt
import itertools
import random

import polars as pl
import pytest

from assets.documents.signature import signature
from assets.resolution.candidates import candidates
from assets.resolution.comparisons import stories_of
from assets.resolution.copying import Text, is_copy
from assets.resolution.stories import signature_rows
from benchmarks.copies import Told, gold_texts, is_test, made_copies
from tests.resolution.cases import document
from warehouse.frames import frame
from warehouse.home import Home
from warehouse.keys import stable_id
from warehouse.store import batch_files, write
from warehouse.tables.documents import Document

ADDED = ("With material from our own desk.", "The report was shortened.", "")
READABLE = [told for told in gold_texts() if not is_test(told.group)]
DAY = dt.date(2023, 1, 2)
TALKS = (
    "Foreign Minister Ana Petrova of Bulgaria met her Omani colleague Said al-Harthy in Varna on Monday and agreed to "
    "build a ferry terminal worth 40 million euros. Petrova said that work would begin in May and that 300 people would "
    "find employment. Al-Harthy invited her to Salalah for the meeting of the joint commission in October."
)


def row(name: str, body: str, published_on: dt.date | None = DAY) -> Document:
    plain = document(name, published_on, len(body.split()), signature(body))
    return plain.model_copy(update={"body": body})


def found(home: Home, *batches: list[Document]) -> pl.DataFrame:
    """Stories after landing the batches one by one, each batch followed by a run."""
    known = len(batch_files(home, Document))
    for number, batch in enumerate(batches, start=known):
        write(home, Document, frame(Document, batch), f"b{number}")
        rows = stories_of(home)
    return rows


def stories_by_name(rows: pl.DataFrame, *names: str) -> list[str]:
    story = dict(rows.select("document_id", "story_id").iter_rows())
    return [story[stable_id(name)] for name in names]


def gold_rows(groups: int = 6) -> list[Document]:
    names = sorted({told.group for told in READABLE})[:groups]
    texts = [told for told in READABLE if told.group in names]
    made = [copy for told in texts if told.kind == "original" for copy in made_copies(told)]
    return [row(f"{place} {told.group}", told.body, told.published_on) for place, told in enumerate([*texts, *made])]


@pytest.mark.parametrize("group", sorted({told.group for told in READABLE}))
def test_copies_of_a_text_are_one_story_and_other_texts_are_not(group, tmp_path):
    texts = [told for told in READABLE if told.group == group]
    rows = found(Home(tmp_path), [row(str(place), told.body, told.published_on) for place, told in enumerate(texts)])
    story = stories_by_name(rows, *map(str, range(len(texts))))
    for (one, told), (other, also) in itertools.combinations(enumerate(texts), 2):
        assert (story[one] == story[other]) == (told.story == also.story), (told.kind, also.kind)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text, True),
        (lambda text: text.upper(), True),
        (lambda text: text.replace("Harthy", "Harthi"), True),
        (lambda text: text.replace("Petrova said", "Petrova told Xinhua"), True),
        (lambda text: "Handshake in Varna. Photo: Ministry\n\n" + text, True),
        (lambda text: text.replace("Omani", "Qatari").replace("Said al-Harthy", "Nasser al-Kuwari"), False),
        (lambda text: text.replace("Monday", "Friday").replace("40", "75").replace("May", "July"), False),
        (lambda text: "", False),
    ],
)
def test_names_and_numbers_decide(change, expected):
    assert is_copy(Text.of(TALKS, DAY), Text.of(change(TALKS), DAY)) is expected
    assert is_copy(Text.of(change(TALKS), DAY), Text.of(TALKS, DAY)) is expected


def test_a_copy_may_name_another_agency():
    told = TALKS.replace("Petrova said", "Petrova told {} on the ferry")
    assert is_copy(Text.of(told.format("Reuters"), DAY), Text.of(told.format("AFP"), DAY))
    assert not is_copy(Text.of(told.format("Reuters"), DAY), Text.of(told.format("Borisov"), DAY))


def test_a_paper_names_the_weekday_where_the_office_names_the_date():
    told = "On {}, " + TALKS
    assert is_copy(Text.of(told.format("Saturday"), DAY), Text.of(told.format("July 21"), DAY))
    assert not is_copy(Text.of(told.format("June 14"), DAY), Text.of(told.format("July 21"), DAY))


def test_the_same_words_weeks_later_with_another_sum_are_other_news():
    later = Text.of(TALKS.replace("40 million", "41 million"), DAY + dt.timedelta(days=40))
    assert not is_copy(Text.of(TALKS, DAY), later)
    assert is_copy(Text.of(TALKS, DAY), Text.of(TALKS, DAY + dt.timedelta(days=40)))


def test_the_earliest_published_document_leads_then_the_longest(tmp_path):
    rows = found(
        Home(tmp_path),
        [
            row("late", TALKS, DAY + dt.timedelta(days=1)),
            row("cut", TALKS.partition(" Al-Harthy")[0], DAY),
            row("early", TALKS, DAY),
            row("undated", TALKS + " More soon.", None),
        ],
    )
    assert rows["story_id"].n_unique() == 1
    assert rows.filter("is_story_lead")["document_id"].to_list() == [stable_id("early")]


@pytest.mark.parametrize("seed", range(3))
def test_any_order_and_any_split_of_batches_gives_the_same_stories(seed, tmp_path):
    rows = gold_rows()
    whole = found(Home(tmp_path / "whole"), rows)
    chance = random.Random(seed)
    chance.shuffle(rows)
    cuts = sorted(chance.sample(range(1, len(rows)), 4))
    split = [rows[start:end] for start, end in itertools.pairwise([0, *cuts, len(rows)])]
    assert found(Home(tmp_path / "split"), *split).equals(whole)


def test_a_run_reads_only_bodies_that_were_never_compared(tmp_path):
    home, rows = Home(tmp_path), gold_rows(3)
    before = found(home, rows)
    gone = [known.model_copy(update={"body": "Gone."}) for known in rows]
    after = found(home, [row("new", TALKS), row("newer", TALKS + " More soon.")])
    write(home, Document, frame(Document, gone), "b0")
    assert stories_of(home).equals(after)
    assert after.filter(pl.col("document_id").is_in(before["document_id"].implode())).equals(before)
    assert len(set(stories_by_name(after, "new", "newer"))) == 1


def test_a_changed_document_is_compared_again(tmp_path):
    home = Home(tmp_path)
    found(home, [row("one", TALKS)], [row("other", TALKS)])
    write(
        home,
        Document,
        frame(Document, [row("other", TALKS.replace("Omani", "Thai").replace("Said al-Harthy", "Somchai"))]),
        "b1",
    )
    one, other = stories_by_name(stories_of(home), "one", "other")
    assert one != other


def test_verdicts_of_other_rules_are_dropped(tmp_path):
    home = Home(tmp_path)
    found(home, [row("one", TALKS), row("other", TALKS)])
    (kept,) = (tmp_path / "resolution" / "story_comparison").iterdir()
    old = kept.rename(kept.with_name("rules=0.parquet"))
    stories_of(home)
    assert not old.exists()
    assert kept.is_file()


def test_a_flood_of_one_template_is_not_compared_all_with_all():
    texts = [f"{TALKS} Note {number}." for number in range(400)]
    documents = frame(Document, [row(str(number), text) for number, text in enumerate(texts)])
    assert len(candidates(signature_rows(documents))) < 400 * 60


def test_a_wire_report_that_hundreds_print_is_one_story(tmp_path):
    (wire,) = [told.body for told in READABLE if told.group == "muscat_truce_talks" and told.kind == "original"]
    chance = random.Random(5)
    prints = []
    for number in range(200):
        paragraphs = wire.split("\n\n")[: chance.randint(4, 7)]
        words = " ".join(word for word in "\n\n".join(paragraphs).split(" ") if chance.random() > 0.02)
        prints.append(row(f"print {number}", f"{words}\n\n{chance.choice(ADDED)}", DAY))
    assert found(Home(tmp_path), prints)["story_id"].n_unique() == 1


def test_one_document_and_none_are_no_trouble(tmp_path):
    assert stories_of(Home(tmp_path / "none")).is_empty()
    assert found(Home(tmp_path / "one"), [row("alone", TALKS)])["is_story_lead"].to_list() == [True]


def test_made_copies_are_the_same_every_time():
    told = Told("group", "a", "original", DAY, "Talks", TALKS)
    assert made_copies(told) == made_copies(told)
    assert len({copy.kind for copy in made_copies(told)}) == len(made_copies(told))
