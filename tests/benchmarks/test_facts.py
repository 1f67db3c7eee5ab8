"""The facts of the gold set, read and scored: the gate, its tables, and what a run may not do."""

import pytest

from assets.entities import Entities
from benchmarks import accuracy, documents, fact_gold, facts
from benchmarks.annotated_names import SOURCES, AnnotatedNames
from benchmarks.fact_gold import Facts, comparison
from benchmarks.gold import Annotation, GoldDocument
from benchmarks.tables import filled
from tests.benchmarks.told_text import NO_FACTS, amount, gold_amount, span
from warehouse.tables.documents import SegmentKind
from warehouse.tables.raw import Article


@pytest.fixture(scope="module")
def scores():
    return accuracy.all_scores(("facts",))


@pytest.mark.parametrize("source", [*SOURCES, fact_gold.EVERY, facts.TYPES])
def test_no_figure_falls_below_the_baseline(scores, source):
    prefix = f"facts/{source}/"
    reason = accuracy.unavailable(("facts",)).get(prefix.rstrip("/"))
    if reason:
        pytest.skip(reason)
    baseline = {name: value for name, value in accuracy.read_baseline().items() if name.startswith(prefix)}
    assert accuracy.fallen(scores, baseline, skipped=()) == []
    assert any(name.startswith(prefix) for name in scores)


@pytest.mark.parametrize("figure", ["times_f1", "amounts_f1", "quotes_mixed_f1", "offices_recall"])
def test_what_is_read_well_stays_so(scores, figure):
    assert scores[f"facts/written/dev/{figure}"] > 0.7


def test_the_report_has_a_place_for_what_is_never_gated():
    report = accuracy.REPORT.read_text("utf-8")
    for section, table in facts.tables().items():
        assert filled(report, section, table), section


def test_no_error_of_the_test_split_is_told():
    hidden = {document.key for document in fact_gold.compared() if document.split == "test"}
    told = "\n".join(facts.errors())
    assert hidden
    assert not [key for key in hidden if key in told]


TITLE, CAPTION = "Bell meets Lee", "Photo: Bell and Lee, 2 km from Oslo"
BODY = "Ada Bell met Bo Lee for 3 hours. They meet again in 4 days."
TEXT = f"{TITLE}\n\n{BODY}\n\n{CAPTION}\n"
SEGMENTS = tuple(
    (*span(TEXT, words), kind)
    for words, kind in ((TITLE, SegmentKind.TITLE), (BODY, SegmentKind.BODY), (CAPTION, SegmentKind.CAPTION))
)
SHA256 = "0" * 64


@pytest.fixture
def article():
    values = dict.fromkeys(Annotation.model_fields) | {"file": "a.txt", "media_type": "text/plain", "language": "en"}
    values |= {"published_basis": "unknown", "segments": SEGMENTS, "also_right": {}, "sha256": SHA256}
    return GoldDocument(Annotation(**values), Article.model_construct(text=TEXT))


def compared_with(article, until=None, sha256=SHA256):
    marked = [gold_amount(TEXT, words, "duration", 3, "hour") for words in ("3 hours", "4 days")]
    wanted = Facts(sha256=sha256, until=until, **{**NO_FACTS, "amounts": marked, "not_events": [span(TEXT, TITLE)]})
    amounts = [amount(TEXT, words, "duration", 3, "hour") for words in ("2 km", "3 hours", "4 days")]
    names = AnnotatedNames(sha256=sha256, until=until, mentions=())
    return comparison("written", article, wanted, names, Entities(amounts=tuple(amounts)))


@pytest.mark.parametrize(("until", "scored"), [(None, ["3 hours", "4 days"]), (TEXT.index("They"), ["3 hours"])])
def test_titles_captions_and_what_stands_behind_the_annotated_part_are_not_scored(article, until, scored):
    compared = compared_with(article, until)
    assert [each.text for each in compared.found.amounts] == scored
    assert [compared.words(each.span) for each in compared.wanted.amounts] == scored
    assert compared.wanted.not_events == ()


def test_facts_of_another_text_are_refused(article):
    with pytest.raises(ValueError, match=r"a\.txt: the facts are of another text"):
        compared_with(article, sha256="1" * 64)


def test_without_the_corpus_figures_of_press_releases_are_skipped_with_a_reason(tmp_path, monkeypatch):
    monkeypatch.setenv("CHANCERY_SHARED", str(tmp_path))
    documents._sources.cache_clear()
    reasons = facts.unavailable()
    documents._sources.cache_clear()
    assert set(reasons) == {"press_releases", "own", "types"}
    assert all("CHANCERY_SHARED" in reason for reason in reasons.values())
