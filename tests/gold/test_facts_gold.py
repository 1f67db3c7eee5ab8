"""The annotated facts fit the texts they are of: spans in range, closed sets kept, chains and tellings that exist."""

import json
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.gold import sources
from warehouse.tables.documents import SegmentKind

FOLDER = Path(__file__).parent
LEAST = {"written": 30, "press_releases": 80}
ANNOTATED_KINDS = {SegmentKind.TITLE, SegmentKind.BODY}
MODES = {
    "AGREE": {"promise", "invitation", "accord"},
    "CONSULT": {"visit", "meeting", "phone", "third_party", "multilateral"},
    "SUPPORT": {"statement", "signature", "ratification", "recognition"},
    "CONCEDE": set(),
    "COOPERATE": {"economic", "military", "technical"},
    "AID": {"economic", "humanitarian", "military", "asylum"},
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {"seize", "restrict", "arrest"},
    "ASSAULT": {"beat", "torture", "aerial", "firearms"},
}
REALIS = {"asserted", "planned", "cancelled", "negated", "hypothetical"}
PARTICIPATIONS = {"CONSULT": {"source", "host", "visitor", "attendee", "mediator"}}
OTHER_PARTICIPATIONS = {"source", "target", "mediator"}
AMOUNT_KINDS = {"money", "people", "percent", "count", "duration"}
GRAINS = {"day", "week", "month", "quarter", "season", "year", "range"}
BASES = {"explicit", "relative_to_publication", "relative_to_dateline", "unresolved"}
STATUSES = {"current", "former", "acting", "elect"}
DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def lines(name):
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def spans(facts):
    """Every span of a document, with what it is of."""
    for event in facts.events:
        yield from ((kind, event[kind]) for kind in ("trigger", "sentence", "place") if event[kind])
        yield from (("argument", argument["text"]) for argument in event["arguments"])
    yield from (("not_event", span) for span in facts.not_events)
    for quote in facts.quotes:
        yield from ((kind, quote[kind]) for kind in ("span", "cue") if quote[kind])
    yield from (("amount or time", each["span"]) for each in [*facts.amounts, *facts.times])
    yield from (("title", office["title"]) for office in facts.offices)


def chains(facts):
    """Every chain a document's facts name."""
    yield from (argument["chain"] for event in facts.events for argument in event["arguments"])
    yield from (event["attributed_to"] for event in facts.events)
    yield from (quote["speaker"] for quote in facts.quotes)
    yield from (office[part] for office in facts.offices for part in ("person", "organization"))


@pytest.fixture(scope="module")
def texts():
    return {source.name: source for source in sources()}


@pytest.fixture(params=sorted(LEAST))
def documents(request, texts):
    """Facts of each document with its names and the gold document they are of."""
    source = texts[request.param]
    if source.skipped:
        pytest.skip(source.skipped)
    by_key = {gold.annotation.key: gold for gold in source.documents}
    names = {each.get("file") or each["url"]: each for each in lines(f"names_{request.param}.jsonl")}
    found = []
    for line in lines(f"facts_{request.param}.jsonl"):
        key = line.get("file") or line["url"]
        found.append((SimpleNamespace(key=key, **line), names[key], by_key[key]))
    return found


def test_documents_are_annotated_once_in_the_order_of_their_names(request, documents):
    part = request.node.callspec.params["documents"]
    keys = [facts.key for facts, _, _ in documents]
    assert len(keys) >= LEAST[part]
    assert keys == [each.get("file") or each["url"] for each in lines(f"names_{part}.jsonl")][: len(keys)]


def test_facts_are_of_the_text_that_is_there(documents):
    stale = [facts.key for facts, names, gold in documents if facts.sha256 != gold.annotation.sha256]
    assert stale == []
    assert all(facts.until == names["until"] for facts, names, _ in documents)


def test_spans_lie_in_the_title_or_the_body_before_the_end_of_what_is_annotated(documents):
    for facts, _, gold in documents:
        runs = [(low, high) for low, high, kind in gold.annotation.segments if kind in ANNOTATED_KINDS]
        for kind, (start, end) in spans(facts):
            assert start < end <= (facts.until or len(gold.text)), (facts.key, kind)
            for offset in (start, end - 1):
                assert any(low <= offset < high for low, high in runs), (facts.key, kind, gold.text[start:end])


def test_no_span_starts_or_ends_in_white_space_or_within_a_word(documents):
    for facts, _, gold in documents:
        for kind, (start, end) in spans(facts):
            surface, before, after = gold.text[start:end], gold.text[start - 1 : start], gold.text[end : end + 1]
            assert surface == surface.strip(), (facts.key, kind, surface)
            if not is_mojibake(gold.text, start, end):
                assert not (before.isalpha() and surface[0].isalpha()), (facts.key, kind, surface)
                assert not (after.isalpha() and surface[-1].isalpha()), (facts.key, kind, surface)


def is_mojibake(text, start, end):
    """Whether quotation marks read in the wrong encoding touch the span: their letters are no part of a word."""
    return "â€" in text[max(0, start - 3) : start] or text.startswith("â€", end)


def test_facts_are_in_order(documents):
    for facts, _, _ in documents:
        for found in (
            [event["trigger"] for event in facts.events],
            facts.not_events,
            [quote["span"] for quote in facts.quotes],
            [amount["span"] for amount in facts.amounts],
            [time["span"] for time in facts.times],
            [office["title"] for office in facts.offices],
        ):
            assert found == sorted(found), facts.key


def test_amounts_and_times_stand_apart(documents):
    for facts, _, _ in documents:
        for found in (facts.amounts, facts.times):
            borders = [offset for each in found for offset in each["span"]]
            assert borders == sorted(borders), facts.key


def test_a_trigger_stands_in_the_sentence_of_its_event(documents):
    for facts, _, _ in documents:
        for event in facts.events:
            assert event["sentence"][0] <= event["trigger"][0], (facts.key, event["id"])
            assert event["trigger"][1] <= event["sentence"][1], (facts.key, event["id"])


def test_events_keep_to_the_closed_sets(documents):
    for facts, _, _ in documents:
        for event in facts.events:
            where = (facts.key, event["id"])
            assert event["mode"] in {None, *MODES[event["type"]]}, where
            assert set(event["alt_types"]) <= set(MODES) - {event["type"]}, where
            assert event["realis"] in REALIS, where
            allowed = PARTICIPATIONS.get(event["type"], OTHER_PARTICIPATIONS)
            assert {argument["participation"] for argument in event["arguments"]} <= allowed, where
            assert not (event["main"] and event["background"]), where


def test_quotes_amounts_times_and_offices_keep_to_the_closed_sets(documents):
    for facts, _, _ in documents:
        assert {quote["kind"] for quote in facts.quotes} <= {"direct", "mixed", "indirect"}, facts.key
        assert {amount["kind"] for amount in facts.amounts} <= AMOUNT_KINDS, facts.key
        assert {time["grain"] for time in facts.times} <= GRAINS, facts.key
        assert {time["basis"] for time in facts.times} <= BASES, facts.key
        assert {office["status"] for office in facts.offices} <= STATUSES, facts.key
        for office in facts.offices:
            assert re.fullmatch("[A-Z]{3}", office["country"] or "AAA"), (facts.key, office)


def test_money_has_a_currency_and_the_rest_a_unit(documents):
    for facts, _, _ in documents:
        for amount in facts.amounts:
            is_money = amount["kind"] == "money"
            assert bool(re.fullmatch("[A-Z]{3}", amount["currency"] or "")) == is_money, (facts.key, amount)
            assert (amount["unit"] is None) == is_money, (facts.key, amount)


def test_dates_are_days_months_or_years_and_end_after_they_start(documents):
    for facts, _, _ in documents:
        for dated in [*facts.events, *facts.times]:
            start, end = dated["start_on"], dated["end_on"]
            assert all(DAY.fullmatch(each) for each in (start, end) if each), (facts.key, dated)
            assert not (start and end) or start <= end, (facts.key, dated)
        for time in facts.times:
            assert (time["basis"] == "unresolved") == (time["start_on"] is None), (facts.key, time)


def test_chains_are_those_of_the_names(documents):
    for facts, names, _ in documents:
        assert {chain for chain in chains(facts) if chain} <= set(names["chains"]), facts.key
        kinds = {names["chains"][office["person"]]["kind"] for office in facts.offices}
        assert kinds <= {"person"}, facts.key


def test_another_telling_names_a_first_telling_of_the_same_type(documents):
    for facts, _, _ in documents:
        by_id = {event["id"]: event for event in facts.events}
        assert len(by_id) == len(facts.events), facts.key
        for event in facts.events:
            if event["same_as"]:
                first = by_id[event["same_as"]]
                assert first["same_as"] is None, (facts.key, event["id"])
                assert first["type"] == event["type"], (facts.key, event["id"])


@pytest.fixture(scope="module")
def identities():
    return lines("identities_written.jsonl")


def test_identities_join_several_documents_and_none_twice(identities):
    members = Counter((each["kind"], *member) for each in identities for member in each["members"])
    assert set(members.values()) == {1}
    for each in identities:
        files = [file for file, _ in each["members"]]
        assert len(files) == len(set(files)) >= 2, each["name"]


def test_identities_name_first_tellings_quotes_and_chains_that_exist(identities):
    facts = {line["file"]: line for line in lines("facts_written.jsonl")}
    named = {line["file"]: line["chains"] for line in lines("names_written.jsonl")}
    for each in identities:
        for file, member in each["members"]:
            known = {
                "event": {event["id"] for event in facts[file]["events"] if event["same_as"] is None},
                "statement": {quote["id"] for quote in facts[file]["quotes"]},
            }
            kinds = {chain for chain, value in named[file].items() if value["kind"] == each["kind"]}
            assert member in known.get(each["kind"], kinds), (each["name"], file, member)
