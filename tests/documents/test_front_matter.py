"""Front matter above an article: declared fields, no story."""

import pytest

from assets.documents import read_document
from assets.documents.facts import Declared
from assets.documents.front_matter import front_matter
from warehouse.tables.documents import PublishedBasis, SegmentKind

LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."
BLOCK = (
    '---\ntitle: "Peru and Chile: talks"\nauthor: Ana Gómez\ndate: 2022-11-22\nsite: Andes Letter\ntags: [peru]\n---\n'
)


def test_front_matter_declares_and_is_no_story():
    reading = read_document(f"{BLOCK}\n# Peru and Chile: talks\n\n{LEAD}")
    document = reading.document
    assert document is not None
    assert (document.title, document.author, document.publisher) == (
        "Peru and Chile: talks",
        "Ana Gómez",
        "Andes Letter",
    )
    assert (str(document.published_on), document.published_basis) == ("2022-11-22", PublishedBasis.DECLARED)
    assert document.body == LEAD
    assert reading.segments[0].kind is SegmentKind.BOILERPLATE


def test_what_the_container_declares_comes_first():
    document = read_document(f"{BLOCK}\n{LEAD}", declared_title="Talks in Lima").document
    assert document is not None
    assert (document.title, document.author) == ("Talks in Lima", "Ana Gómez")


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{LEAD}\n---\n{LEAD}",
        f"{LEAD}\n---\ntitle: a\n---\n",
        "---\ntitle: a\n",
        "---\ntags:\n  - peru\n---\n",
        "",
    ],
)
def test_other_dashes_are_no_front_matter(text):
    assert front_matter(text) == (Declared(), 0)
