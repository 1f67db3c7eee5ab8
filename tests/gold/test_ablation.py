"""Rules switched off one at a time: each is really off, and on again afterwards."""

import re

import pytest

from assets.documents import read_document
from benchmarks.ablation import METRICS, Worth, report
from benchmarks.switches import switched_off, switches

ARTICLE = """Home | World | Politics

Ministers meet in Oslo

By Ana Gómez

OSLO, May 3 -- The **foreign ministers** of Norway and Chile met on Monday in Oslo to speak about fishing in the southern seas.

Leave a comment on this story

They agreed to meet again in spring, and both said that they were content with what had been reached so far.
"""
SWITCHES = {switch.name: switch for switch in switches()}


def test_each_rule_has_one_name():
    assert len(SWITCHES) == len(switches())


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("facts._author", lambda document: document.author is None),
        ("dateline.dateline", lambda document: document.dateline_city is None),
        ("clean.ODDITY: emphasis", lambda document: "**foreign ministers**" in document.body),
    ],
)
def test_without_a_rule_the_article_is_read_worse(name, wrong):
    assert not wrong(read_document(ARTICLE).document)
    with switched_off(SWITCHES[name]):
        assert wrong(read_document(ARTICLE).document)
    assert not wrong(read_document(ARTICLE).document)


def test_a_rule_is_on_again_after_a_fault():
    with pytest.raises(RuntimeError, match="a fault"), switched_off(SWITCHES["furniture.kind_alone"]):
        raise RuntimeError("a fault")
    assert read_document(ARTICLE).document.title == "Ministers meet in Oslo"


def test_the_report_puts_the_most_valuable_rule_first_and_leaves_out_what_only_breaks():
    def worth(name, loss, rejected=0.0):
        return Worth(name, dict.fromkeys(METRICS.values(), loss), rejected)

    text = report([worth("a", 0.1), worth("b", 0.2), worth("idle", 0.0), worth("broken", 0.9, rejected=1.0)])
    assert re.findall(r"^\| `(\w+)`", text, re.MULTILINE) == ["b", "a"]
    assert "each of: `idle`." in text
    assert "broken" not in text
