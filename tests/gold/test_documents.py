"""Reading against the gold set: the baseline is held, the annotations fit their texts, and the scorer counts rightly."""

import datetime as dt
import json
import re

import pytest

from assets.documents.reading import Reading
from benchmarks import accuracy, documents
from benchmarks.characters import HTML_MARKUP, differences, tally
from benchmarks.gold import LANDED_AT, SHARED_VARIABLE, Annotation, GoldDocument, sources
from warehouse.tables.documents import Document, PublishedBasis, Rejected, RejectionReason, Segment, SegmentKind
from warehouse.tables.raw import Article

BODY, TITLE, CAPTION, BOILERPLATE = (
    SegmentKind.BODY,
    SegmentKind.TITLE,
    SegmentKind.CAPTION,
    SegmentKind.BOILERPLATE,
)
SOURCES = ("seeds", "written", "press_releases")
ARTICLE_ID = "0" * 16


@pytest.fixture(scope="module")
def scores():
    return accuracy.all_scores(("documents",))


@pytest.mark.parametrize("source", [*SOURCES, "all"])
def test_no_figure_falls_below_the_baseline(scores, source):
    prefix = f"documents/{source}/"
    reason = accuracy.unavailable(("documents",)).get(prefix.rstrip("/"))
    if reason:
        pytest.skip(reason)
    baseline = {name: value for name, value in accuracy.read_baseline().items() if name.startswith(prefix)}
    assert accuracy.fallen(scores, baseline, skipped=()) == []


@pytest.mark.parametrize("name", SOURCES)
def test_segments_are_in_order_and_leave_no_word_out(name):
    source = {each.name: each for each in sources()}[name]
    if source.skipped:
        pytest.skip(source.skipped)
    assert source.documents
    for gold in source.documents:
        runs = gold.annotation.segments
        borders = [0, *(offset for start, end, _ in runs for offset in (start, end)), len(gold.text)]
        assert borders == sorted(borders), gold.annotation.key
        gaps = [gold.text[end:start] for end, start in zip(borders[::2], borders[1::2], strict=True)]
        words = re.findall(r"\w{2,}", HTML_MARKUP.sub(" ", "".join(gaps)))
        assert words == [], gold.annotation.key


def test_a_third_is_test_and_errors_come_from_dev_alone():
    splits = [gold.annotation.split for source in sources() for gold in source.documents]
    assert 0.2 < splits.count("test") / len(splits) < 0.5 or len(splits) < 20
    assert {gold.annotation.split for _, gold in documents.gold_documents("dev")} == {"dev"}


def test_press_releases_are_skipped_with_a_reason_without_the_corpus(tmp_path):
    source = next(source for source in sources(shared=tmp_path) if source.name == "press_releases")
    assert source.documents == ()
    assert SHARED_VARIABLE in source.skipped


def test_an_annotation_of_another_text_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("Another text.", encoding="utf-8")
    line = annotation("Kuleba met Baerbock.", file="a.txt").model_dump_json()
    (tmp_path / "seeds_documents.jsonl").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt: the text is not the one annotated"):
        sources(tmp_path)


def test_a_broken_line_is_named(tmp_path):
    (tmp_path / "seeds_documents.jsonl").write_text('{"file": "a.txt"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="line 1"):
        sources(tmp_path)


@pytest.mark.parametrize(
    ("media_type", "text", "scored"),
    [
        ("text/plain", "Talks in Oslo", 11),
        ("text/plain", "a\u200bb\u00a0c", 3),
        ("text/html", "<p class='x'>Talks <b>in</b> Oslo</p>", 11),
        ("text/html", "<!-- <p>menu</p> -->Talks&nbsp;in", 7),
        ("text/html", "* * *", 3),
        ("text/html", "<head><title>Talks - The Fjord</title></head><header>Oslo</header>", 4),
        ("text/html", "<script>var talks = 1;</script><style>p {}</style>Oslo", 4),
        ("text/markdown", "## **Talks** in [Oslo](https://x.org/a)", 12),
        ("text/markdown", "<https://x.org>", 15),
        ("text/markdown", "Talks\n\n---\n\n###", 11),
        ("text/plain", "over \\$800 billion", 15),
        ("text/plain", "• Talks\n- in\n2. Oslo\n•", 12),
        ("text/html", "<p>- Talks</p>", 6),
    ],
)
def test_white_space_and_markup_are_not_scored(media_type, text, scored):
    assert tally(text, media_type, (), ()).total() == scored


@pytest.mark.parametrize(
    ("wanted", "found", "precision", "recall"),
    [
        ([(0, 10, BODY)], [(0, 10, BODY)], 1.0, 1.0),
        ([(0, 5, BODY)], [(0, 10, BODY)], 0.5, 1.0),
        ([(0, 10, BODY)], [(0, 5, BODY)], 1.0, 0.5),
        ([(0, 6, BODY)], [(3, 9, BODY)], 0.5, 0.5),
        ([(0, 10, BODY)], [], 1.0, 0.0),
        ([(0, 5, TITLE), (5, 10, BODY)], [(0, 10, TITLE)], 1.0, 0.0),
        ([(0, 10, CAPTION)], [], 1.0, 1.0),
    ],
)
def test_body_characters(wanted, found, precision, recall):
    body = documents.summary([scored(characters=tally("abcdefghij", "text/plain", wanted, found))]).body
    assert (body.precision, body.recall) == (precision, recall)


def test_the_mean_weighs_documents_and_the_sum_weighs_characters():
    long = tally("a" * 90, "text/plain", [(0, 90, BODY)], [(0, 90, BODY)])
    short = tally("a" * 10, "text/plain", [(0, 10, BODY)], [])
    summary = documents.summary([scored(characters=long), scored(characters=short)])
    assert summary.body.recall == 0.9
    assert summary.body_f1_mean == 0.5
    assert summary.character_accuracy == 0.9


def test_what_no_segment_covers_is_boilerplate():
    characters = tally("abcd", "text/plain", [(0, 2, BODY)], [(0, 4, BODY)])
    assert characters == {(BODY, BODY): 2, (BOILERPLATE, BODY): 2}


def test_differences_name_both_kinds_and_the_text():
    runs = list(differences("Talks. Photo: X", "text/plain", [(0, 6, BODY), (7, 15, CAPTION)], [(0, 15, BODY)]))
    assert runs == [(CAPTION, BODY, "Photo: X")]


@pytest.mark.parametrize(
    ("wanted", "found", "is_right", "precision", "recall", "accuracy"),
    [
        ("Oslo", "Oslo", True, 1.0, 1.0, 1.0),
        ("Oslo", "OSLO", True, 1.0, 1.0, 1.0),
        ("Oslo", "Bergen", False, 0.0, 0.0, 0.0),
        ("Oslo", None, False, 1.0, 0.0, 0.0),
        (None, "Oslo", False, 0.0, 1.0, 0.0),
        (None, None, True, 1.0, 1.0, 1.0),
    ],
)
def test_one_field(wanted, found, is_right, precision, recall, accuracy):
    result = read(annotation("Kuleba met Baerbock.", dateline_city=wanted), dateline_city=found)
    ratio = documents.summary([result]).fields["dateline_city"]
    assert result.values["dateline_city"].is_right is is_right
    assert (ratio.precision, ratio.recall, ratio.accuracy) == (precision, recall, accuracy)


@pytest.mark.parametrize(
    "title", ["“Talks” – Kuleba’s week", '"Talks" - Kuleba\'s  week', "\u2060“Talks” — Kuleba’s week"]
)
def test_typography_is_no_error(title):
    assert read(annotation("a", title="“Talks” – Kuleba’s week"), title=title).values["title"].is_right


@pytest.mark.parametrize("found", [None, dt.date(2023, 12, 28)])
def test_what_is_known_from_elsewhere_is_right_and_so_is_none(found):
    gold = annotation("a", also_right={"published_on": ("2023-12-28",)})
    assert read(gold, published_on=found).values["published_on"].is_right


def test_a_wrong_date_is_silently_wrong_and_a_missing_one_is_not():
    gold = annotation("a", published_on=dt.date(2023, 12, 28), dateline_on=dt.date(2023, 12, 28))
    assert documents.silently_wrong([read(gold, published_on=dt.date(2024, 12, 28))]) == [
        f"{gold.key}: published_on wanted 2023-12-28, found 2024-12-28"
    ]


def test_a_rejected_article_has_found_nothing():
    result = documents.compared("seeds", gold_document(annotation("Kuleba met.", title="Talks")), rejection("failed"))
    summary = documents.summary([result])
    assert (summary.rejected, summary.body.recall, summary.body_f1_mean) == (1, 0.0, 0.0)
    assert summary.fields["title"].accuracy == 0.0


@pytest.mark.parametrize(("detail", "is_right"), [("the text is in 'es'", True), ("the text is in 'fr'", False)])
def test_an_article_in_another_language_is_rightly_rejected(detail, is_right):
    gold = annotation("Kuleba se reunió.", language="es")
    result = documents.compared("seeds", gold_document(gold), rejection("language", detail))
    assert result.values["language"].is_right is is_right
    assert documents.summary([result]).body_f1_mean == 1.0


@pytest.mark.parametrize(
    ("now", "skipped", "lines"),
    [
        ({"documents/seeds/f1": 0.95}, (), []),
        ({"documents/seeds/f1": 0.949}, (), []),
        ({"documents/seeds/f1": 0.9}, (), ["documents/seeds/f1: 0.9500 before, 0.9000 now"]),
        ({}, (), ["documents/seeds/f1: 0.9500 before, gone now"]),
        ({}, ("documents/seeds",), []),
        ({"documents/seeds/f1": 1.0, "documents/written/f1": 0.1}, (), []),
    ],
)
def test_the_gate_names_what_fell(now, skipped, lines):
    assert accuracy.fallen(now, {"documents/seeds/f1": 0.95}, skipped) == lines


def test_a_renewed_baseline_keeps_what_cannot_be_measured_here():
    before = {"documents/all/f1": 0.8, "documents/seeds/f1": 0.8, "documents/seeds/old": 0.8}
    now = {"documents/all/f1": 0.9, "documents/seeds/f1": 0.9}
    assert accuracy.renewed(now, before, ("documents/all",)) == {"documents/all/f1": 0.8, "documents/seeds/f1": 0.9}


def test_the_document_shows_the_baseline():
    assert accuracy.table(accuracy.read_baseline(), accuracy.SCORE_COLUMNS) in accuracy.REPORT.read_text("utf-8")


def test_the_baseline_is_sorted_so_that_its_changes_can_be_read():
    names = list(json.loads(accuracy.BASELINE.read_text("utf-8")))
    assert names == sorted(names)


def annotation(text, **fields):
    values = dict.fromkeys(Annotation.model_fields)
    values |= {"file": "a.txt", "media_type": "text/plain", "language": "en", "published_basis": "unknown"}
    values |= {"segments": ((0, len(text), BODY),), "also_right": {}, "notes": text, "sha256": "0" * 64}
    return Annotation(**values | fields)


def gold_document(gold):
    values = dict.fromkeys(Article.model_fields)
    values |= {"article_id": ARTICLE_ID, "batch_id": "gold", "source_uri": gold.key, "byte_size": 0}
    values |= {"landed_at": LANDED_AT, "media_type": gold.media_type, "text": gold.notes}
    return GoldDocument(gold, Article(**values))


def read(gold, **fields):
    values = dict.fromkeys(Document.model_fields)
    values |= {"document_id": ARTICLE_ID, "body": gold.notes, "language": "en", "word_count": 1, "signature": []}
    values |= {"published_basis": PublishedBasis.UNKNOWN}
    segment = Segment(
        document_id=ARTICLE_ID, raw_start=0, raw_end=len(gold.notes), kind=BODY, body_start=0, body_end=len(gold.notes)
    )
    return documents.compared("seeds", gold_document(gold), Reading(Document(**values | fields), (segment,), None))


def rejection(reason, detail="a fault"):
    rejected = Rejected(article_id=ARTICLE_ID, reason=RejectionReason(reason), detail=detail)
    return Reading(None, (), rejected)


def scored(characters):
    return documents.Scored("seeds", "a.txt", "dev", characters, {}, None)
