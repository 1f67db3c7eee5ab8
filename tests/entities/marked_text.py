"""Docs made by hand from marked text, so that rules are tested without the whole pipeline.

``[PERSON The President of |Nicolás Maduro]`` is a person whose title stands before the bar; ``[TITLE=maduro the
president]`` means the chain ``maduro``; a chain is named by its key, else by the last word of its first mention.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from assets.documents.offsets import OffsetMap
from assets.entities.context import DocumentContext
from assets.entities.extensions import Chain, Role, register

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MARK = re.compile(r"\[(?P<label>[A-Z]+)(?:=(?P<key>\w+))? (?:(?P<title>[^\]|]+)\|)?(?P<name>[^\]]+)\]")


@dataclass
class Marked:
    label: str = ""
    name: str = ""
    mentions: list[tuple[int, int]] = field(default_factory=list)
    titles: list[tuple[int, int]] = field(default_factory=list)


@cache
def _blank() -> "Language":
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def marked_doc(marked: str) -> "Doc":
    """Doc of the text without its marks, with entities, titles and chains as marked."""
    from spacy.tokens import Span

    register()
    text, ents, chains = "", [], {}
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        title = match["title"] or ""
        start = len(text) + len(title)
        text += title + match["name"]
        key = match["key"] or match["name"].split()[-1].lower()
        ents.append((len(text) - len(match["name"]) - len(title), start, len(text), match["label"], key, title))
        last = match.end()
    text += marked[last:]
    doc = _blank()(text)
    spans = []
    for title_start, start, end, label, key, title in ents:
        chain = chains.setdefault(key, Marked())
        span = doc.char_span(start, end, label=label)
        assert span is not None, f"{text[start:end]!r} does not align with tokens"
        if label == "TITLE":
            chain.titles.append((span.start, span.end))
            continue
        chain.label, chain.name = label, max(chain.name, span.text, key=len)
        chain.mentions.append((span.start, span.end))
        if title:
            words = title.rstrip(" ,")
            span._.role = Role(words, title_start, title_start + len(words), "president", None)
        spans.append(Span(doc, span.start, span.end, label=label))
    doc.set_ents(spans)
    doc._.chains = tuple(
        Chain(chain.name, chain.label, tuple(chain.mentions), tuple(chain.titles))
        for chain in chains.values()
        if chain.mentions
    )
    return doc


def context_of(doc: "Doc", published_on=None, dateline_on=None) -> DocumentContext:
    """Context of a Doc whose text is its own raw text."""
    return DocumentContext("0" * 16, OffsetMap.identity(len(doc.text)), published_on, dateline_on)
