"""Paragraphs cut into parts of one kind each: the dateline from the story it opens, a credit from the words before it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assets.documents.clean import Clean
from assets.documents.dateline import NEWSROOMS, Dateline, city_alone, dateline
from assets.documents.paragraphs import Paragraph
from assets.documents.publisher import publisher_named
from warehouse.tables.documents import SegmentKind

DATELINE_PARAGRAPHS = 3  # a dateline opens the story, or stands under a lead and a strapline
CREDIT_CHARS = 120
SENTENCE_ENDS = tuple('.!?"”’')
CREDIT = re.compile(
    r"\s?[(\[](?:(?:with )?(?:sources?|information from|inputs? from|courtesy(?: of)?"
    r"|credit)\s?[:–—-]?\s)(?P<source>[^()\[\]]{2,80})[)\]]\.?$",
    re.IGNORECASE,
)
SIGNATURE = re.compile(
    r"\s?(?:[(\[](?P<bracketed>[A-Z][^()\[\]]{1,40})[)\]]\.?|/(?P<slashed>[A-Z][\w ]{1,30})/\.?"
    r"|[\u2013\u2014-]{1,2} ?(?P<dashed>[A-Z][\w ]{1,30})"
    r"|(?<=[.!?\"”’] )(?P<bare>[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20}){0,3}))$"  # "... said on Monday. REUTERS"
)
ACRONYM = re.compile(r"[A-Z]{2,8}")
NO_ONE_NAMED = re.compile(r"(?<=[.!?\"”’]) ?(?:[\u2013\u2014-]{1,2} ?)?[(\[]?(?:News )?Agenc(?:y|ies)[)\]]?\.?$")
WRITERS = re.compile(
    r"\s?\((?:additional |with )?(?:reporting|writing|editing|compiled|edited|translated|written) by\b[^()]{2,280}\)\.?$",
    re.IGNORECASE,
)
WRITERS_CHARS = 300
END_MARK = re.compile(
    r"\s?(?:[■□◼◾▪●♦]+|\((?i:ends?|pickup previous|more|to be continued)\)|(?<=[.”\"]) ?(?:ENDS?|-30-|###|#ENDS#?"
    r"|(?:Read|See|Learn) [Mm]ore\.{0,3}|Continue [Rr]eading(?:…|\.{1,3})?|/end|[a-z]{2,4}(?:/[a-z]{2,4}){1,3}/?))\.?$"
)  # Xinhua closes stories with one
LATER_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]{2,20}(?: [A-Z'’.-]{2,20}){0,3}(?:, [^:–—]{2,60})?(?: \([^()]{2,20}\))? ?(?:--|[–—])"
)
GLUED_LABEL = re.compile(r"(?:Hide Ad|Advertisement|ADVERTISEMENT)(?=[A-Z‘“\"]\w)")  # "Hide AdThe minister ..."
# "... at the airport. (Photo: VNA)Hanoi (VNA) – The minister ..."
GLUED_CAPTION = re.compile(
    r"[^()\n]{0,300}(?:\([A-Z]\)[^()\n]{0,300})?\((?:[Pp]hoto|[Ii]mage)s?\s?[:/][^()\n]{1,60}\)(?=[A-Z\"“])"
)
PICTURE = re.compile(
    r"\s?[(\[](?:photo|image|picture|foto)s?\s?(?:[:/|]|by|credit|courtesy)[^()\[\]]{0,80}[)\]]\.?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Part:
    """A run of one kind; ``start`` and ``end`` are raw offsets."""

    kind: SegmentKind
    start: int
    end: int
    clean: Clean
    paragraph: Paragraph


@dataclass(frozen=True)
class Cut:
    """The parts of an article and what was read on the way."""

    parts: tuple[Part, ...]
    dateline: Dateline | None
    sources: tuple[str, ...]  # names credited, as written


def cut(raw: str, paragraphs: Sequence[Paragraph], kinds: Sequence[SegmentKind]) -> Cut:
    """Parts of an article in order."""
    parts: list[Part] = []
    sources: list[str] = []
    opening: Dateline | None = None
    is_lone = False  # the dateline stands on a line of its own
    bodies = [index for index, kind in enumerate(kinds) if kind is SegmentKind.BODY]
    for index, (paragraph, kind) in enumerate(zip(paragraphs, kinds, strict=True)):
        if kind is not SegmentKind.BODY:
            if kind is SegmentKind.DATELINE:
                is_lone |= opening is None
                opening = opening or dateline(paragraph.text) or city_alone(paragraph.text)
            parts.append(_whole(raw, paragraph, kind))
            continue
        may_open = (opening is None or is_lone) and index in bodies[:DATELINE_PARAGRAPHS]
        glued = GLUED_LABEL.match(paragraph.text) or GLUED_CAPTION.match(paragraph.text)
        first = glued.end() if glued else 0
        text = paragraph.text[first:]
        found = dateline(text) if may_open or _is_shouted(text) else None
        if may_open and found and (opening is None or found.day is not None):
            opening, is_lone = found, False  # the story's own day, not that of the bulletin it is printed in
        end, endings = _endings(paragraph.text, is_last=index in bodies[-2:])
        sources += [ending.source for ending in endings if ending.source]
        if glued:
            parts += _part(
                paragraph, SegmentKind.CAPTION if glued.re is GLUED_CAPTION else SegmentKind.BOILERPLATE, 0, first
            )
        parts += _cut(paragraph, first, first + found.end if found else first, end, endings)
    return Cut(tuple(parts), opening, tuple(sources))


def _is_shouted(text: str) -> bool:
    """Whether a paragraph opens with a place in capitals and a dash, as each story of a round-up does."""
    return LATER_DATELINE.match(text) is not None


@dataclass(frozen=True)
class _Ending:
    """A credit at the end of a paragraph."""

    start: int
    end: int
    kind: SegmentKind
    source: str | None


def _endings(text: str, is_last: bool) -> tuple[int, list[_Ending]]:
    """Where the prose of a paragraph ends, and the credits behind it."""
    end = len(text)
    endings: list[_Ending] = []
    while ending := _ending(text[:end], is_last):
        endings.insert(0, ending)
        end = ending.start
    return end, endings


def _ending(text: str, is_last: bool) -> _Ending | None:
    start = max(len(text) - CREDIT_CHARS, 0)
    if match := CREDIT.search(text, start):
        return _Ending(match.start(), len(text), SegmentKind.ATTRIBUTION, match["source"])
    if match := PICTURE.search(text, start):
        return _Ending(match.start(), len(text), SegmentKind.CAPTION, None)
    if match := WRITERS.search(text, max(len(text) - WRITERS_CHARS, 0)):
        return _Ending(match.start(), len(text), SegmentKind.BYLINE, None)
    if match := END_MARK.search(text, start):
        return _Ending(match.start(), len(text), SegmentKind.BOILERPLATE, None)
    return _signature(text, start) if is_last else None


def _signature(text: str, start: int) -> _Ending | None:
    """House, or nobody in particular, named behind the last sentence."""
    if match := NO_ONE_NAMED.search(text, start):
        return _Ending(match.start(), len(text), SegmentKind.ATTRIBUTION, None)
    if match := SIGNATURE.search(text, start):
        name = match["bracketed"] or match["slashed"] or match["dashed"] or match["bare"]
        publisher = publisher_named(name)
        is_house = publisher is not None and publisher.kind in NEWSROOMS
        is_house |= match["dashed"] is not None and ACRONYM.fullmatch(name) is not None  # "... in Tunis. — TGN"
        # behind a full stop, else "of the United Nations (UN)." would lose its end
        if is_house and text[: match.start()].rstrip()[-1:] in SENTENCE_ENDS:
            return _Ending(match.start(), len(text), SegmentKind.ATTRIBUTION, name)
    return None


def _cut(paragraph: Paragraph, first: int, start: int, end: int, endings: Sequence[_Ending]) -> Iterator[Part]:
    """Parts of a paragraph from ``first``: its dateline up to ``start``, its prose up to ``end``, and the credits."""
    if first < start:
        yield from _part(paragraph, SegmentKind.DATELINE, first, start)
    yield from _part(paragraph, SegmentKind.BODY, start, end)
    for ending in endings:
        yield from _part(paragraph, ending.kind, ending.start, ending.end)


def _part(paragraph: Paragraph, kind: SegmentKind, start: int, end: int) -> Iterator[Part]:
    text = paragraph.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
    if start < end:
        piece = paragraph.clean.part(start, end)
        yield Part(kind, piece.raw_start, piece.raw_end, piece, paragraph)


def _whole(raw: str, paragraph: Paragraph, kind: SegmentKind) -> Part:
    text = raw[paragraph.start : paragraph.end]
    start = paragraph.start + len(text) - len(text.lstrip())
    return Part(kind, start, start + len(text.strip()), paragraph.clean, paragraph)
