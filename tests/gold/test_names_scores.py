"""The scorer of names: what counts as right, wrong and nothing, on our own articles and on corpora."""

import pytest

from benchmarks import accuracy, name_gold, names
from benchmarks.annotated_names import SOURCES
from benchmarks.documents import Ratio
from benchmarks.figure_tables import LABELS, label_table
from benchmarks.gold import LANDED_AT, Annotation, GoldDocument
from benchmarks.name_gold import Compared, Marked, Names, comparison, marked_names
from benchmarks.tables import filled
from warehouse.tables.documents import SegmentKind
from warehouse.tables.raw import Article

TITLE, CAPTION = "Envoys meet", "Photo: Kemal Aydin in Oslo"
BODY = (
    "Norwegian Foreign Minister Ine Berg met Chile's ambassador, Rosa Vidal, in Oslo on Monday. "
    "They signed nothing.\n\nFrance was not there, the ministry said, and talks go on next week in Lima."
)
TEXT = f"{TITLE}\n\n{BODY}\n\n{CAPTION}\n"
BODY_START = TEXT.index(BODY)
SEGMENTS = (
    (0, len(TITLE), SegmentKind.TITLE),
    (BODY_START, BODY_START + len(BODY), SegmentKind.BODY),
    (TEXT.index(CAPTION), len(TEXT) - 1, SegmentKind.CAPTION),
)


def span(surface, label=None):
    start = TEXT.index(surface)
    return (start, start + len(surface), label) if label else (start, start + len(surface))


WANTED = frozenset(
    {
        span("Norwegian", "NORP"),
        span("Ine Berg", "PERSON"),
        span("Chile", "GPE"),
        span("Rosa Vidal", "PERSON"),
        (TEXT.index("Oslo on"), TEXT.index("Oslo on") + 4, "GPE"),
        span("France", "GPE"),
    }
)
ROLES = frozenset(
    {(span("Ine Berg"), span("Foreign Minister")), (span("Rosa Vidal"), span("ambassador"))},
)


@pytest.fixture
def article():
    values = dict.fromkeys(Annotation.model_fields)
    values |= {"file": "a.txt", "media_type": "text/plain", "language": "en", "published_basis": "unknown"}
    values |= {"segments": SEGMENTS, "also_right": {}, "sha256": "0" * 64}
    declared = dict.fromkeys(Article.model_fields)
    declared |= {"article_id": "0" * 16, "batch_id": "gold", "source_uri": "a.txt", "byte_size": len(TEXT)}
    declared |= {"landed_at": LANDED_AT, "media_type": "text/plain", "text": TEXT}
    return GoldDocument(Annotation(**values), Article(**declared))


def marked(until=None, spans=WANTED, sha256="0" * 64):
    return Marked("a.txt", sha256, until, Names(spans, ROLES))


def test_an_article_is_read_and_compared(article):
    found = comparison("written", article, marked(until=TEXT.index(" and talks")))
    assert found.wanted.spans == WANTED
    assert {each for each in found.found.spans if each[2] != "DATE"} == WANTED
    assert found.found.roles == ROLES


def test_captions_and_what_stands_behind_the_annotated_part_are_not_scored(article):
    found = comparison("written", article, marked(until=BODY_START + 40))
    assert span("France", "GPE") not in found.wanted.spans | found.found.spans
    assert not any(TEXT[start:end] in {"Kemal Aydin", "Lima"} for start, end, _ in found.found.spans)


def test_labels_that_are_not_marked_in_press_releases_are_not_scored_there(article):
    dates = {
        source: {label for *_, label in comparison(source, article, marked()).found.spans} & {"DATE"}
        for source in SOURCES
    }
    assert dates == {"written": {"DATE"}, "press_releases": set()}


def test_names_of_another_text_are_refused(article):
    with pytest.raises(ValueError, match=r"a\.txt: the names are of another text"):
        comparison("written", article, marked(sha256="1" * 64))


def test_errors_tell_what_is_missed_and_invented(article):
    lima = span("Lima", "ORG")
    found = Compared("written", article, name_gold.LABELS, Names(WANTED, ROLES), Names(WANTED | {lima}, ROLES))
    assert found.errors() == ["invented ORG: 'Lima'"]
    missed = Compared("written", article, name_gold.LABELS, Names(WANTED, ROLES), Names(frozenset(), frozenset()))
    assert missed.errors()[0] == "missed NORP: 'Norwegian'"
    assert len(missed.errors()) == len(WANTED)


def test_a_file_of_names_is_read_with_its_roles(tmp_path):
    path = tmp_path / "names.jsonl"
    path.write_text(
        '{"url": "https://x.org/a", "sha256": "0", "until": 9, "mentions": [[1, 4, "PERSON", "c1", [5, 8]], '
        '[6, 8, "NORP", null, null]]}\n'
    )
    assert list(marked_names(path)) == [
        Marked(
            "https://x.org/a",
            "0",
            9,
            Names(frozenset({(1, 4, "PERSON"), (6, 8, "NORP")}), frozenset({((1, 4), (5, 8))})),
        )
    ]


@pytest.mark.parametrize(
    ("text", "inner"),
    [("<b>Oslo</b>", "Oslo"), ("\n Oslo", "Oslo"), ("\\$2 million", "$2 million"), ("Os<br>lo", "Os<br>lo")],
)
def test_markup_at_the_borders_is_no_part_of_a_name(text, inner):
    start, end = name_gold._trimmed(f"--{text}--", 2, 2 + len(text))
    assert f"--{text}--"[start:end] == inner


PHRASE = "Qatar&#8217;s acting foreign minister of trade"


@pytest.mark.parametrize(
    ("found", "is_right"),
    [
        ("acting foreign minister", True),
        ("Qatar&#8217;s acting foreign minister", True),
        ("foreign minister", False),
        ("acting foreign minister of trade", False),
        ("&#8217;s acting foreign minister", False),
    ],
)
def test_the_country_before_a_title_is_no_error(found, is_right):
    def at(text):
        return PHRASE.index(text), PHRASE.index(text) + len(text)

    person = (90, 99)
    wanted = frozenset({(person, at("acting foreign minister"))})
    names_marked = Names(frozenset({(*at("Qatar"), "GPE"), (*person, "PERSON")}), wanted)
    assert (name_gold._without_owners([(person, at(found))], names_marked) == wanted) is is_right


@pytest.mark.parametrize(
    ("gold", "system", "right", "found", "wanted"),
    [
        ([(0, 2, "PER")], [(0, 2, "PERSON")], 1, 1, 1),
        ([(0, 2, "PER")], [(1, 2, "PERSON")], 0, 1, 1),
        ([(0, 2, "PER")], [(0, 2, "ORG")], 0, 1, 1),
        ([(0, 1, "country")], [(0, 1, "GPE")], 1, 1, 1),
        ([(0, 1, "location")], [(0, 1, "FAC")], 1, 1, 1),
        ([(0, 4, "election")], [(1, 3, "ORG")], 0, 0, 0),
        ([(0, 4, "misc")], [(3, 5, "ORG")], 0, 0, 0),
        ([(0, 4, "misc"), (4, 5, "politician")], [(3, 5, "PERSON")], 0, 1, 1),
        ([], [(0, 1, "NORP"), (2, 3, "EVENT"), (4, 5, "DATE")], 0, 0, 0),
        ([], [(0, 1, "LOC")], 0, 1, 0),
    ],
)
def test_spans_of_a_corpus(gold, system, right, found, wanted):
    counts = {}
    names.count_text(counts, gold, system)
    ratio = counts["names"]
    assert (ratio.right, ratio.found, ratio.wanted) == (right, found, wanted)


def test_places_are_one_label_among_all_names(article):
    wanted, found = Names(frozenset({(0, 4, "GPE")}), frozenset()), Names(frozenset({(0, 4, "FAC")}), frozenset())
    counts = {}
    names.count_document(counts, Compared("written", article, name_gold.LABELS, wanted, found))
    assert (counts["gpe"].recall, counts["fac"].precision, counts["names"].f1) == (0.0, 0.0, 1.0)


def test_of_nothing_found_there_is_no_precision():
    assert dict(names._metrics(Ratio(wanted=2))) == {"recall": 0.0, "f1": 0.0}


def test_the_table_shows_what_is_scored():
    scores = {
        "names/own/dev/org_precision": 0.5,
        "names/own/dev/org_recall": 0.25,
        "names/own/dev/org_f1": 1 / 3,
        "names/own/test/fac_recall": 0.0,
        "names/own/test/fac_f1": 0.0,
        "names/ewt/dev/org_f1": 1.0,
    }
    table = [
        [cell.strip() for cell in line.split("|")[1:-1]]
        for line in label_table(scores, "names", ["own"], LABELS).split("\n")
    ]
    assert table[0] == ["P / R / F1", "own/dev", "own/test"]
    assert table[2:] == [["org", "50.0 / 25.0 / 33.3", ""], ["fac", "", "- / 0.0 / 0.0"]]


def test_the_report_has_a_place_for_every_table():
    report = accuracy.REPORT.read_text("utf-8")
    for section, table in accuracy.sections(accuracy.read_baseline()).items():
        assert filled(report, section, table), section


def test_some_scorers_can_be_run_alone(capsys):
    with pytest.raises(SystemExit):
        accuracy.main(["--only", "names,nouns"])
    assert "no scorer 'nouns': there are documents, html" in capsys.readouterr().err
    assert accuracy.all_scores(()) == {}


@pytest.fixture(scope="module")
def scores():
    return accuracy.all_scores(("names",))


@pytest.mark.parametrize("source", ["written", "press_releases", "own", "ewt", "politics"])
def test_no_figure_falls_below_the_baseline(scores, source):
    prefix = f"names/{source}/"
    reason = accuracy.unavailable(("names",)).get(prefix.rstrip("/"))
    if reason:
        pytest.skip(reason)
    baseline = {name: value for name, value in accuracy.read_baseline().items() if name.startswith(prefix)}
    assert accuracy.fallen(scores, baseline, skipped=()) == []
    assert scores[f"{prefix}dev/names_f1"] > 0.3


def test_without_the_corpora_figures_are_skipped_with_a_reason(tmp_path, monkeypatch):
    monkeypatch.setenv("CHANCERY_SHARED", str(tmp_path))
    assert "CHANCERY_SHARED" in names.unavailable()["ewt"]
    assert "CHANCERY_SHARED" in names.unavailable()["politics"]
