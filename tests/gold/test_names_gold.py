"""The annotated names fit the texts they are of: right text, spans in range and in order, known labels, whole chains."""

import hashlib
import json
import re
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from benchmarks.gold import sources
from warehouse.tables.documents import SegmentKind

FOLDER = Path(__file__).parent
FILES = {"written": "names_written.jsonl", "press_releases": "names_press_releases.jsonl"}
LABELS = {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "DATE", "MONEY", "QUANTITY"}
KIND_LABELS = {
    "person": {"PERSON"},
    "organization": {"ORG"},
    "place": {"GPE", "LOC", "FAC"},
    "group": {"NORP"},
}
WRITTEN_ONLY = {"DATE", "MONEY", "QUANTITY"}  # press releases carry names alone
ANNOTATED_KINDS = {SegmentKind.TITLE, SegmentKind.BODY}
MARKUP = re.compile(r"<[^>]*>|&nbsp;|\s")


def annotated(name):
    lines = (FOLDER / FILES[name]).read_text(encoding="utf-8").splitlines()
    return [SimpleNamespace(**{"nominal": [], "file": None, "url": None, **json.loads(line)}) for line in lines]


@pytest.fixture(scope="module")
def texts():
    return {source.name: source for source in sources()}


@pytest.fixture(params=sorted(FILES))
def documents(request, texts):
    """Names of each document with the gold document they are of."""
    source = texts[request.param]
    if source.skipped:
        pytest.skip(source.skipped)
    by_key = {gold.annotation.key: gold for gold in source.documents}
    return [(names, by_key[names.file or names.url]) for names in annotated(request.param)]


def test_every_document_of_the_gold_set_is_annotated_once(documents, texts):
    keys = [gold.annotation.key for _, gold in documents]
    assert len(keys) == len(set(keys))
    assert set(keys) in [{gold.annotation.key for gold in source.documents} for source in texts.values()]


def test_names_are_of_the_text_that_is_there(documents):
    stale = [gold.annotation.key for names, gold in documents if names.sha256 != gold.annotation.sha256]
    assert stale == []


def test_spans_are_in_range_in_order_and_apart(documents):
    for names, gold in documents:
        borders = [offset for start, end, *_ in names.mentions for offset in (start, end)]
        assert borders == sorted(borders), gold.annotation.key
        assert all(start < end for start, end, *_ in [*names.mentions, *names.nominal]), gold.annotation.key
        assert max([0, *borders]) <= (names.until or len(gold.text)), gold.annotation.key


def test_spans_cover_the_words_that_were_read(documents):
    for names, gold in documents:
        surfaces = "\n".join(gold.text[start:end] for start, end, *_ in names.mentions)
        assert hashlib.sha256(surfaces.encode()).hexdigest() == names.surfaces, gold.annotation.key


def test_no_span_starts_or_ends_in_white_space_or_within_a_word(documents):
    for names, gold in documents:
        for start, end, *_ in names.mentions:
            surface, before, after = gold.text[start:end], gold.text[start - 1 : start], gold.text[end : end + 1]
            assert surface == surface.strip(), (gold.annotation.key, surface)
            assert not (before.isalpha() and surface[0].isalpha()) or is_mojibake(gold.text, start - 1)
            assert not (after.isalpha() and surface[-1].isalpha()) or is_mojibake(gold.text, end)


def is_mojibake(text, offset):
    """Whether the letter belongs to quotation marks read in the wrong encoding."""
    return "â€" in text[max(0, offset - 2) : offset + 2]


def test_names_lie_in_the_title_or_the_body(documents):
    for names, gold in documents:
        runs = [(start, end) for start, end, kind in gold.annotation.segments if kind in ANNOTATED_KINDS]
        for start, end, *_ in [*names.mentions, *names.nominal]:
            for offset in (start, end - 1):
                assert any(low <= offset < high for low, high in runs), (gold.annotation.key, gold.text[start:end])


def test_labels_are_known(documents):
    for names, gold in documents:
        allowed = LABELS if names.file else LABELS - WRITTEN_ONLY
        assert {label for _, _, label, *_ in names.mentions} <= allowed, gold.annotation.key


def test_chains_are_whole_and_of_one_kind(documents):
    for names, gold in documents:
        used = Counter(chain for *_, chain, _ in names.mentions if chain) + Counter(each[2] for each in names.nominal)
        assert set(used) == set(names.chains), gold.annotation.key
        for start, end, label, chain, _ in names.mentions:
            if chain:
                assert label in KIND_LABELS[names.chains[chain]["kind"]], (gold.annotation.key, gold.text[start:end])
            else:
                assert label in {"NORP", "EVENT", *WRITTEN_ONLY}, (gold.annotation.key, gold.text[start:end])


def test_pronouns_and_titles_stand_for_persons(documents):
    for names, gold in documents:
        kinds = {names.chains[chain]["kind"] for _, _, chain in names.nominal}
        assert kinds <= {"person"}, gold.annotation.key


def test_a_role_belongs_to_a_person_and_stands_beside_the_name(documents):
    for names, gold in documents:
        for start, end, label, _, role in names.mentions:
            if role is None:
                continue
            assert label == "PERSON", gold.annotation.key
            low, high = role
            between = gold.text[high:start] if high <= start else gold.text[end:low]
            assert low >= end or high <= start, gold.annotation.key
            assert len(MARKUP.sub("", between)) <= 80, (gold.annotation.key, gold.text[low:high])
