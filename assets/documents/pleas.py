"""Paragraphs in which the site speaks to its reader: told by whom they address and of what, wherever they stand."""

import re
from collections.abc import Sequence

from assets.documents.paragraphs import Paragraph
from assets.documents.title import SPEAKER, word_count
from warehouse.tables.documents import SegmentKind

MAX_WORDS = 60
MAX_CHARS = 500
MAX_ADDRESSED_SHARE = 0.2  # letters and speeches say "you" all the time
TAIL_PARAGRAPHS = 6
QUOTED = re.compile(r"[\"“”„«»]|(?:^|\s)[‘'](?=\w)")
READER = re.compile(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
HOUSE = re.compile(r"\b(?:we|us|our|ours)\b", re.IGNORECASE)
ASK = re.compile(
    r"(?:^|[.!?:–—-] )(?:please |kindly |now |then |also |to [\w ,]{3,60}, )?(?:subscribe|sign up|join"
    r"|follow|support|donate|click"
    r"|tap|read|download|get|become|register|contact|send|write|e-?mail|visit|share|help|consider|log in|sign in|select"
    r"|press|enter|leave|tell|stay|don['’]?t miss|check|see|find|listen|watch|like|report|call|upgrade"
    r"|scan|try|give)\b",
    re.IGNORECASE,
)
SITE = re.compile(
    r"\b(?:subscri\w+|newsletters?|inbox|e-?mails?|members?(?:hip)?|patrons?|donat\w+|contribut(?:e|ion"
    r"|ions)|journalism"
    r"|reporting|readers?|paywall|app|apps|account|website|web ?site|page|article|articles|story|stories"
    r"|channel|telegram"
    r"|whatsapp|facebook|twitter|instagram|youtube|podcasts?|print edition|newsroom|editors?|comments?"
    r"|feedback|corrections?"
    r"|typo|mistake|error|link|button|browser|javascript|cookies?|privacy|terms|copyright|syndicat\w+|republish\w*"
    r"|advert\w+|sponsor\w*|free trial|coffee|issue|edition|magazine|alerts?|notifications?|updates|breaking news)\b",
    re.IGNORECASE,
)
NOTICE = re.compile(  # said of the text itself, in no voice of the story
    r"\b(?:this|the) (?:article|story|report|post|text|piece|interview|content|item|translation|page"
    r"|newsletter|edition|column"
    r"|version|material|feed|despatch|dispatch)\b[^.]{0,80}\b(?:was|is|are|were|has been|have been|may"
    r"|appeared|appears|first|does"
    r" not|do not)\b[^.]{0,80}\b(?:published|appeared|appears|republished|reproduced|generated|syndicated"
    r"|translated|edited"
    r"|licensed|corrected|updated|produced|provided|supported|funded|sponsored|written|copied|reprinted"
    r"|original|feed|print"
    r"|views|opinion|opinions)\b",
    re.IGNORECASE,
)


def pleas(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None]) -> list[SegmentKind | None]:
    """Kinds with what the site says to its reader, and of the text itself below the story."""
    result = list(found)
    open_ones = [index for index, kind in enumerate(found) if kind is None]
    addressed = [index for index in open_ones if READER.search(_plain(paragraphs[index].text))]
    is_speech = len(addressed) > max(MAX_ADDRESSED_SHARE * len(open_ones), 2)
    if is_speech or not open_ones:
        return result
    first, tail = open_ones[0], open_ones[-TAIL_PARAGRAPHS:]
    for index in open_ones:
        text = paragraphs[index].text
        if not _may_be_plea(paragraphs[index]) or (index == first and len(open_ones) > 1 and not READER.search(text)):
            continue
        if _is_plea(text) or (index in tail[1:] and NOTICE.search(text)):
            result[index] = SegmentKind.BOILERPLATE
    return result if any(kind is None for kind in result) else list(found)


def _may_be_plea(paragraph: Paragraph) -> bool:
    text = paragraph.text
    is_short = len(text) <= MAX_CHARS and word_count(text) <= MAX_WORDS
    return is_short and not QUOTED.search(text) and not SPEAKER.match(text) and not paragraph.heading


def _is_plea(text: str) -> bool:
    """Whether a text speaks to the reader of the site, or asks something of him, and tells of the site."""
    if len(SITE.findall(text)) == 0:
        return False
    asks, reader, own = (pattern.search(text) is not None for pattern in (ASK, READER, HOUSE))
    return (asks and (reader or own)) or (reader and own) or (reader and len(SITE.findall(text)) > 1)


def _plain(text: str) -> str:
    return text[:MAX_CHARS]
