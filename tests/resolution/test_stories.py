import datetime as dt
import random

from assets.resolution.stories import stories
from tests.resolution.cases import document
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.tables.documents import Document

BASE = [random.Random(1).randrange(2**32) for _ in range(128)]


def changed(values: list[int], share: float, seed: int) -> list[int]:
    """A signature that differs from ``values`` in this share of places."""
    chance = random.Random(seed)
    places = set(chance.sample(range(128), int(128 * share)))
    return [chance.randrange(2**32) if place in places else value for place, value in enumerate(values)]


def clusters(*documents):
    return {row.document_id: row for row in stories(frame(Document, documents))}


def test_a_copy_with_small_changes_is_the_same_story_and_another_text_is_not():
    found = clusters(
        document("original", signature=BASE),
        document("copy", signature=changed(BASE, 0.15, 2)),
        document("other", signature=changed(BASE, 0.9, 3)),
    )
    assert found[stable_id("original")].story_id == found[stable_id("copy")].story_id
    assert found[stable_id("original")].story_id != found[stable_id("other")].story_id


def test_the_earliest_published_document_leads():
    found = clusters(
        document("late", dt.date(2023, 1, 2), signature=BASE),
        document("early", dt.date(2023, 1, 1), signature=BASE),
        document("undated", None, words=900, signature=BASE),
    )
    assert [row.document_id for row in found.values() if row.is_story_lead] == [stable_id("early")]


def test_one_document_and_none_are_no_trouble():
    assert len(clusters(document("alone", signature=BASE))) == 1
    assert clusters() == {}
