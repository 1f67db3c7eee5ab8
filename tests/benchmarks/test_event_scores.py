"""The scorers of events: which found event tells which annotated one, and what of it is right."""

import pytest

from assets.entities import Entities
from benchmarks import event_scores
from benchmarks.event_pairs import main_events, pairs
from benchmarks.measures import reliability
from tests.benchmarks.told_text import argument, day, document, event, gold_event, mention, span
from warehouse.tables.entities import Realis

LEAD = "Ada Bell met Bo Lee in Oslo on Monday and agreed to open the border."
AFTER = "The talks were the first meeting since May, Cy Noor said."
TEXT = f"{LEAD} {AFTER}"
CHAINS = (("c1", "Ada Bell"), ("c2", "Bo Lee"), ("c3", "Cy Noor"))
MENTIONS = (
    mention(TEXT, "Ada Bell", "ada"),
    mention(TEXT, "Bo Lee", "bo"),
    mention(TEXT, "Cy Noor", "cy"),
    mention(TEXT, "Oslo", "oslo"),
)
MET = (LEAD, "met", "CONSULT")


def told(*events, arguments=(), wanted=(), not_events=()):
    found = Entities(mentions=MENTIONS, event_mentions=events, event_arguments=tuple(arguments))
    return document(TEXT, CHAINS, found, events=wanted, not_events=[span(TEXT, each) for each in not_events])


def gold(trigger, kind, sentence=LEAD, **more):
    return gold_event(TEXT, trigger, kind, sentence, **more)


def found(trigger, kind, sentence=LEAD, **more):
    return event(TEXT, trigger, kind, sentence, **more)


def figures(*args, **more):
    return dict(event_scores.figures([told(*args, **more)]))


@pytest.mark.parametrize(
    ("wanted", "events", "typed", "untyped"),
    [
        ([gold("met Bo Lee", "CONSULT")], [found("met", "CONSULT")], {0: 0}, {0: 0}),
        ([gold("agreed", "AGREE", alt_types=("COOPERATE",))], [found("agreed", "COOPERATE")], {0: 0}, {0: 0}),
        ([gold("agreed", "AGREE")], [found("agreed", "SUPPORT")], {}, {0: 0}),
        ([gold("agreed", "AGREE")], [found("open the border", "AGREE")], {0: 0}, {0: 0}),
        ([gold("agreed", "AGREE")], [found("talks", "AGREE", AFTER)], {}, {}),
        ([gold("met", "CONSULT")], [found("open", "CONSULT"), found("met", "CONSULT")], {1: 0}, {1: 0}),
        ([gold("met", "CONSULT"), gold("talks", "CONSULT", AFTER)], [found("met", "CONSULT")], {0: 0}, {0: 0}),
    ],
    ids=[
        "triggers overlap",
        "another type is right too",
        "another type",
        "elsewhere in the sentence",
        "in another sentence",
        "the trigger wins over the sentence",
        "one telling of two",
    ],
)
def test_which_event_tells_which(wanted, events, typed, untyped):
    matched = pairs(told(*events, wanted=wanted))
    assert dict(matched.typed) == typed
    assert dict(matched.untyped) == untyped


def test_a_phrase_that_is_no_event_is_right_for_no_other():
    wanted = [gold("talks", "CONSULT", AFTER)]
    matched = pairs(told(found("first meeting", "CONSULT", AFTER), wanted=wanted, not_events=["meeting since May"]))
    assert (dict(matched.typed), matched.telling) == ({}, frozenset())


def test_an_event_told_twice_is_right_once_but_tells_something():
    scores = figures(found("met", "CONSULT"), found("open", "CONSULT"), wanted=[gold("met", "CONSULT")])
    assert (scores["events_precision"], scores["events_recall"], scores["events_told_precision"]) == (0.5, 1.0, 1.0)


@pytest.mark.parametrize("where", [("met", LEAD), ("talks", AFTER)])
def test_a_main_event_is_found_in_any_telling(where):
    wanted = [gold("met", "CONSULT", main=True), gold("talks", "CONSULT", AFTER, same_as="met", main=True)]
    wanted.append(gold("agreed", "AGREE", main=True))
    trigger, sentence = where
    assert main_events(told(found(trigger, "CONSULT", sentence), wanted=wanted)) == {"agreed": False, "met": True}


PEOPLE = [("c1", "Ada Bell", "visitor"), ("c2", "Bo Lee", "host")]


@pytest.mark.parametrize(
    ("given", "exact", "kin"),
    [
        ([("ada", "visitor"), ("bo", "host")], 1.0, 1.0),
        ([("ada", "source"), ("bo", "source")], 0.0, 1.0),
        ([("ada", "host"), ("bo", "attendee")], 0.0, 1.0),
        ([("ada", "visitor"), ("bo", "target")], 0.5, 0.5),
        ([("ada", "visitor")], 2 / 3, 2 / 3),
        ([("ada", "visitor"), ("bo", "host"), ("cy", "attendee")], 0.8, 0.8),
        ([], 0.0, 0.0),
    ],
)
def test_participants(given, exact, kin):
    arguments = [argument("met", chain, part) for chain, part in given]
    scores = figures(found("met", "CONSULT"), arguments=arguments, wanted=[gold("met", "CONSULT", people=PEOPLE)])
    assert scores["events_participants_exact_f1"] == pytest.approx(exact)
    assert scores["events_participants_f1"] == pytest.approx(kin)


def test_a_participant_without_a_chain_is_right_by_its_words():
    people = [(None, "Bo Lee in Oslo", "source")]
    wanted = [gold("met", "CONSULT", people=people)]
    scores = figures(found("met", "CONSULT"), arguments=[argument("met", "oslo", "source", "Oslo")], wanted=wanted)
    assert scores["events_participants_exact_f1"] == 1.0


@pytest.mark.parametrize(
    ("wanted", "given", "scores"),
    [
        ("2023-05-01", "2023-05-01", {"events_dates_accuracy": 1.0, "events_dates_precision": 1.0}),
        ("2023-05-01", None, {"events_dates_accuracy": 0.0}),
        ("2023-05-01", "2023-05-02", {"events_dates_accuracy": 0.0, "events_dates_precision": 0.0}),
        (None, "2023-05-01", {"events_dates_precision": 0.0, "events_left_undated_accuracy": 0.0}),
        (None, None, {"events_left_undated_accuracy": 1.0}),
    ],
)
def test_dates(wanted, given, scores):
    on = day(given) if given else None
    have = figures(
        found("met", "CONSULT", start_on=on, end_on=on), wanted=[gold("met", "CONSULT", start_on=wanted, end_on=wanted)]
    )
    names = ("events_dates_accuracy", "events_dates_precision", "events_left_undated_accuracy")
    assert {name: have[name] for name in names if name in have} == scores


def test_place_attribution_mode_and_realis():
    wanted = [
        gold("met", "CONSULT", mode="meeting", place=span(TEXT, "in Oslo"), attributed_to="c3"),
        gold("agreed", "AGREE", realis="planned"),
    ]
    place = {"place_text": "Oslo", "place_mention_id": "Oslo"}
    scores = figures(
        found("met", "CONSULT", mode="visit", attributed_to_chain_id="cy", **place),
        found("agreed", "AGREE", realis=Realis.NEGATED, **place),
        wanted=wanted,
    )
    assert (scores["events_place_precision"], scores["events_place_recall"]) == (0.5, 1.0)
    assert (scores["events_attribution_f1"], scores["events_mode_accuracy"]) == (1.0, 0.0)
    assert (scores["events_realis_accuracy"], scores["events_realis_other_f1"]) == (0.5, 0.0)


def test_each_type_has_its_figures():
    wanted = [gold("met", "CONSULT"), gold("agreed", "AGREE")]
    document = told(found("met", "CONSULT"), found("talks", "SUPPORT", AFTER), wanted=wanted)
    scores = dict(event_scores.type_figures([document]))
    assert scores == {
        **{"consult_precision": 1.0, "consult_recall": 1.0, "consult_f1": 1.0},
        **{"agree_recall": 0.0, "agree_f1": 0.0, "support_precision": 0.0},
    }


def test_what_is_wrong_with_events_can_be_read():
    wanted = [
        gold("met", "CONSULT", people=PEOPLE, start_on="2023-05-01", end_on="2023-05-01"),
        gold("agreed", "AGREE", main=True),
    ]
    events = (found("met", "CONSULT", realis=Realis.PLANNED), found("talks", "SUPPORT", AFTER))
    arguments = [argument("met", "ada", "visitor"), argument("met", "cy", "host")]
    lines = [line for _, line in event_scores.errors(told(*events, arguments=arguments, wanted=wanted))]
    assert lines == [
        f"main event missed AGREE asserted 'agreed': {LEAD}",
        f"event invented SUPPORT asserted (0.90) 'talks': {AFTER}",
        f"realis wrong, CONSULT 'met': wanted asserted, found planned: {LEAD}",
        f"event date missed, CONSULT 'met': wanted 2023-05-01 to 2023-05-01, found None to None: {LEAD}",
        "participants wrong, CONSULT 'met': wanted visitor Ada Bell, host Bo Lee; "
        f"found visitor Ada Bell, host Cy Noor: {LEAD}",
    ]


def test_confidences_by_tenths():
    assert reliability([(0.9, True), (0.94, False), (1.0, True), (0.3, False)]) == [
        ["0.3 to 0.4", "1", "0.300", "0.000"],
        ["0.9 to 1.0", "3", "0.947", "0.667"],
    ]
