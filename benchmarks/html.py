"""HTML articles: the words of the body that the product reads, and those that trafilatura alone extracts."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from assets.documents.batches import outcome
from benchmarks import documents
from benchmarks.characters import HTML_MARKUP
from benchmarks.documents import Ratio
from benchmarks.gold import GoldDocument
from warehouse.tables.documents import SegmentKind

HTML = "text/html"
WORD = re.compile(r"\w+")
SPLITS = ("dev", "test")

Words = Counter[str]


def scores() -> dict[str, float]:
    """Word F1 of the body, mean over documents, and by how much it is above that of trafilatura alone."""
    found: dict[str, float] = {}
    for group, pages in _groups().items():
        ours = _mean(_f1(_ours(page), _wanted(page)) for page in pages)
        alone = _mean(_f1(_alone(page), _wanted(page)) for page in pages)
        found |= {f"{group}/word_f1": ours, f"{group}/above_trafilatura": ours - alone}
    return found


def unavailable() -> dict[str, str]:
    """Why figures cannot be had here, by the first part of their names."""
    return documents.unavailable()


def _groups() -> dict[str, list[GoldDocument]]:
    found: dict[str, list[GoldDocument]] = {}
    for split in SPLITS:
        for source, gold in documents.gold_documents(split):
            if gold.annotation.media_type == HTML and gold.annotation.language == documents.ENGLISH:
                found.setdefault(f"{source}/{split}", []).append(gold)
    return found


def _wanted(page: GoldDocument) -> Words:
    runs = (page.text[start:end] for start, end, kind in page.annotation.segments if kind is SegmentKind.BODY)
    return _words(_plain(" ".join(runs)))


def _ours(page: GoldDocument) -> Words:
    document = outcome(page.article).document
    return _words(document.body if document else "")


def _alone(page: GoldDocument) -> Words:
    """What trafilatura extracts; it reads no fragment without the page around it."""
    text = page.text if "<body" in page.text.lower() else f"<html><body><article>{page.text}</article></body></html>"
    return _words(_extracted(text))


@cache
def _extracted(page: str) -> str:
    from trafilatura import extract

    return str(extract(page, include_comments=False) or "")


def _plain(markup: str) -> str:
    from html import unescape

    return unescape(HTML_MARKUP.sub(" ", markup))


def _words(text: str) -> Words:
    return Counter(WORD.findall(text.casefold()))


def _f1(found: Words, wanted: Words) -> float:
    return Ratio(right=(found & wanted).total(), found=found.total(), wanted=wanted.total()).f1


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return sum(known) / len(known) if known else 1.0
