"""The scorer of single sentences: whose type counts, which countries are right, and which codes are corrected."""

import pytest

from assets.entities import Entities
from benchmarks import accuracy, plover
from benchmarks.plover import Coded, Record
from tests.benchmarks.told_text import argument, event, mention
from warehouse.tables.entities import PloverType, Realis

TEXT = "Norway condemned Chile and met envoys of the Arctic Council in Lima."
MENTIONS = (
    mention(TEXT, "Norway", "norway", country_id="NOR"),
    mention(TEXT, "Chile", "chile", country_id="CHL"),
    mention(TEXT, "Arctic Council", "council"),
    mention(TEXT, "Lima", "lima", country_id="PER"),
)


def record(kind="ACCUSE", sources=(("Norway", "NOR"),), targets=(("Chile", "CHL"),), is_reciprocal=False):
    def actors(group):
        starts = [(name, code, TEXT.index(name)) for name, code in group]
        return [{"actorText": name, "code": code, "span": [at, at + len(name)]} for name, code, at in starts]

    return Record.model_validate(
        {
            **{"id": "one", "event_plover2": kind, "text": TEXT, "reciprocal": is_reciprocal},
            **{"eventText": "condemned", "sources": actors(sources), "targets": actors(targets)},
        }
    )


def coded(*events, arguments=(("condemned", "norway", "source", "Norway"),), main=None, realis="asserted", **more):
    found = tuple(
        event(TEXT, trigger, kind, confidence=sure, is_main=main in (None, trigger), realis=Realis(realis))
        for trigger, kind, sure in events
    )
    return Coded(
        record(**more), Entities(MENTIONS, event_mentions=found, event_arguments=tuple(arguments_of(arguments)))
    )


def arguments_of(arguments):
    return [argument(*each) for each in arguments]


@pytest.mark.parametrize(
    ("events", "is_right", "is_any_right"),
    [
        ([("condemned", "ACCUSE", 0.9), ("met", "CONSULT", 0.8)], True, True),
        ([("condemned", "ACCUSE", 0.7), ("met", "CONSULT", 0.8)], False, True),
        ([("condemned", "ACCUSE", 0.8), ("met", "CONSULT", 0.8)], True, True),
        ([("met", "CONSULT", 0.8)], False, False),
        ([], False, False),
    ],
)
def test_the_surest_event_counts_and_the_first_of_equals(events, is_right, is_any_right):
    each = coded(*events)
    assert (each.is_right, each.is_any_right) == (is_right, is_any_right)


def test_the_main_event_counts_however_sure_another_is():
    assert coded(("condemned", "ACCUSE", 0.6), ("met", "CONSULT", 0.9), main="condemned").is_right


@pytest.mark.parametrize(("kind", "coded_as"), [("CONSULT", "AGREE"), ("SANCTION", "THREATEN"), ("ACCUSE", "ACCUSE")])
def test_what_is_planned_counts_as_a_promise_or_a_threat(kind, coded_as):
    each = coded(("met", kind, 0.9), realis="planned", kind=coded_as)
    assert (each.is_right, each.is_any_right) == (True, True)


CONDEMNED = ("condemned", "ACCUSE", 0.9)
BOTH = (("condemned", "norway", "source", "Norway"), ("condemned", "chile", "target", "Chile"))
TURNED = (("condemned", "norway", "target", "Norway"), ("condemned", "chile", "source", "Chile"))


@pytest.mark.parametrize(
    ("events", "arguments", "more", "found"),
    [
        ([CONDEMNED], BOTH, {}, [True, True]),
        ([CONDEMNED], TURNED, {}, [False, False]),
        ([CONDEMNED], TURNED, {"is_reciprocal": True}, [True, True]),
        ([("condemned", "CONSULT", 0.9)], TURNED, {}, [True, True]),
        ([CONDEMNED, ("met", "CONSULT", 0.95)], BOTH, {}, [False, False]),
        ([], (), {}, [False, False]),
        (
            [CONDEMNED],
            (("condemned", "council", "target", "Arctic Council"),),
            {"targets": [("Arctic Council", "IGO")], "sources": [("Lima", "PER")]},
            [False, True],
        ),
    ],
    ids=["both", "sides changed", "reciprocal", "who meets whom", "of another event", "nothing", "an organization"],
)
def test_actors_are_found_by_country_on_their_side(events, arguments, more, found):
    each = coded(*events, arguments=arguments, **more)
    assert [each.is_actor_found(side, actor) for side, actor in each.record.actors()] == found


def test_a_chain_has_the_country_of_any_of_its_mentions():
    capital = mention(TEXT, "Chile", "norway")
    each = coded(CONDEMNED, arguments=(("condemned", "norway", "source", "Chile"),))
    found = Entities((capital, MENTIONS[0]), event_mentions=each.found.event_mentions)
    found = Entities(found.mentions, (), (), (), found.event_mentions, each.found.event_arguments)
    assert [taking.country_id for taking in Coded(each.record, found).takings()] == ["NOR"]


@pytest.mark.parametrize(
    ("code", "country"), [("JAP", "JPN"), ("VTN", "VNM"), ("ITL", "ITA"), ("USA", "USA"), ("IGO", None)]
)
def test_codes_are_corrected(code, country):
    (actor,) = record(sources=[("Norway", code)]).sources
    assert actor.country_id == country


def test_figures():
    scores = dict(plover.metrics([coded(CONDEMNED, arguments=BOTH), coded(CONDEMNED, kind="REQUEST")]))
    assert scores["records"] == 2
    assert scores["type_macro_f1"] == pytest.approx((2 / 3 + 0.0) / 2)
    assert (scores["type_accuracy"], scores["any_type_accuracy"]) == (0.5, 0.5)
    assert (scores["source_country_accuracy"], scores["target_country_accuracy"]) == (1.0, 0.5)
    assert (scores["countries_precision"], scores["countries_recall"]) == (1.0, 0.75)
    assert plover.types([coded(CONDEMNED)])[PloverType.ACCUSE].right == 1


def test_no_figure_falls_below_the_baseline():
    if plover.unavailable():
        pytest.skip(plover.unavailable()["gsr"])
    scores = accuracy.all_scores(("plover",))
    baseline = {name: value for name, value in accuracy.read_baseline().items() if name.startswith("plover/")}
    assert accuracy.fallen(scores, baseline, skipped=()) == []
    assert scores["plover/gsr/dev/records"] >= 175


def test_without_the_records_figures_are_skipped_with_a_reason(tmp_path, monkeypatch):
    monkeypatch.setenv("CHANCERY_SHARED", str(tmp_path))
    assert plover.scores() == {}
    assert "CHANCERY_SHARED" in accuracy.unavailable(("plover",))["plover/gsr"]
