"""Furniture learned from many pages of one publisher: lines that recur around its stories and are none of them."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from assets.documents.caption_lines import is_caption
from assets.documents.cities import is_city
from assets.documents.dateline import dateline
from assets.documents.head_lines import is_name
from assets.documents.learned import Learned, Position, is_prose, pattern
from assets.documents.title import SPEAKER, ends_sentence, is_institution, is_title_like, word_count
from warehouse.reference import reference
from warehouse.tables.documents import SegmentKind

MIN_DOCUMENTS = 5
MIN_SHARE = 0.2
MAX_CHARS = 500  # longer paragraphs that recur are legal notices of ministries, which are part of what they say
MIN_PLACED = 0.9  # share of its pages on which a line stands at the head or the tail
# A plain sentence or a line between paragraphs may be the background of a running story: it must stand on nearly all pages.
MIN_PLAIN_SHARE, MIN_PLAIN_DOCUMENTS = 0.8, 10
MAX_PLAIN_CHARS = 200
MIN_HEADING_WORDS = 5  # shorter lines between paragraphs are headings: "Bilateral relations"
MIN_NAME_LETTERS = 6  # shorter names of sites are words: "state" of state.gov
MIN_TURNS = 3  # speakers named on a page that is a transcript
MAX_PER_PAGE = 4  # "(Applause.)" and "Yes." recur on one page, furniture hardly

READER_NOUNS = (
    r"(?:reporters?|journalis\w+|newsrooms?|newsletters?|coverage|readers?|stor(?:y|ies)|correspondents?|apps?|channels?"
    r"|podcasts?|sites?|websites?|subscribers?|supporters|bulletins?|briefings?|archives?|editors?|desk|offices?|mailing)"
)
READER = re.compile(  # "you" and "our reporters" speak to the reader; "our partners" is a government's
    rf"\b(?:you|your|yours)\b|\b(?:our|us at)(?: \w+){{0,2}} {READER_NOUNS}\b|\b(?:e-?mail|inbox|subscri\w+|donat\w+|advertis\w+"
    r"|copyright|cookies?|newsletters?|podcasts?|paywall|membership|hotline|@|©)\b",
    re.IGNORECASE,
)
APPEAL = re.compile(
    r"(?:stand|support|follow|join|read|get|sign|send|write|call|visit|click|tap|watch|listen|subscribe|donate|share|see"
    r"|browse|discover|explore|find|download|become|give|keep|stay|tell|submit|advertise|buy|order|tune|never miss"
    r"|have (?:a|an|you)|got (?:a|an))\b(?! (?:for|of|from|between|among|on)\b)",
    re.IGNORECASE,
)
SPEECH = re.compile(
    r"\b(?:I|I'm|I'll|I've|my|me)\b|(?i:^\W*(?:good (?:morning|afternoon|evening|day)|thank|thanks|many thanks|hello|hi\b"
    r"|hey|welcome|mr\.?|ms\.?|mrs\.?|madam|sir\b|ladies|excellenc|your (?:excellenc|majest|highness|holiness)|dear"
    r"|distinguished|all right|okay|ok\b|yes\b|yeah|no\b|sure\b|right\b|well\b|so\b|with that|god bless|may god|long live"
    r"|go ahead|how are|nice to|good to|see you|have a (?:good|great|nice|safe)|let(?:'s| me)|please (?:go|sit|be|have)"
    r"|next question|question|answer|any other|that's|and\b|but\b)|\bthank you\b"
    r"|\((?:applause|laughter|inaudible|crosstalk|off-?mi[ck]\w*)\b)"
)
QUOTED = re.compile(r"^[\"'«]|[\"»]$")
HEADING = re.compile(
    r"(?:executive )?summary|highlights?|key (?:points?|takeaways?|facts|findings|outcomes)|background|overview|introduction"
    r"|preamble|conclusions?|(?:opening|closing) (?:remarks|statements?)|(?:questions? (?:and|&) answers?|q ?& ?a)|participants?"
    r"|agenda|annex(?: \w+)?|context|next steps|economic\b.*|security\b.*|bilateral\b.*|regional\b.*|outcomes?\b.*|part #"
    r"|chapter #",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Page:
    """What learning looks at of a document; copies of one story have one ``story_id``."""

    document_id: str
    story_id: str
    title: str | None  # as the text has it
    lines: tuple[str, ...]  # paragraphs of the body


@dataclass(frozen=True)
class Finding:
    """A line that was learned and a document that has it."""

    learned: Learned
    example: str


@dataclass
class _Seen:
    """Where a line stands on the pages that have it."""

    text: str
    example: str
    pages: int = 0
    at_head: int = 0
    at_tail: int = 0
    times: int = 0
    as_title: int = 0
    above_headline: int = 0
    in_transcripts: int = 0


@dataclass(frozen=True)
class _Evidence:
    """What is known of a line when its kind is decided."""

    text: str
    position: Position
    documents: int
    share: float
    names_publisher: bool


def learned_from(
    publisher: str,
    pages: Sequence[Page],
    min_documents: int = MIN_DOCUMENTS,
    min_share: float = MIN_SHARE,
    names: Sequence[str] = (),
) -> list[Finding]:
    """Furniture that the pages of one publisher share; ``names`` are other names by which it calls itself."""
    stories = list(
        {page.story_id: page for page in sorted(pages, key=lambda page: page.document_id, reverse=True)}.values()
    )
    needed = max(min_documents, math.ceil(min_share * len(stories)))
    counts = Counter(line for page in stories for line in _patterns(page))
    known = {line for line, count in counts.items() if count >= needed and len(line) <= MAX_CHARS}
    recurring = {line for line in known if any(map(str.isalpha, line))}  # "#" alone is every number
    own_names = [_squeezed(name) for name in (publisher.partition(".")[0], publisher, *names)]
    found = (
        _finding(publisher, line, seen, len(stories), own_names)
        for line, seen in _seen(sorted(stories, key=lambda page: page.document_id), recurring).items()
    )
    return sorted(filter(None, found), key=lambda finding: (finding.learned.kind, finding.learned.line))


def _patterns(page: Page) -> set[str]:
    return {pattern(line) for line in (*page.lines, page.title or "") if line}


def _seen(pages: Sequence[Page], recurring: AbstractSet[str]) -> dict[str, _Seen]:
    """Where each recurring line stands, relative to the first and the last prose that does not recur."""
    found: dict[str, _Seen] = {}
    for page in pages:
        lines = [pattern(line) for line in page.lines]
        story = [i for i, line in enumerate(lines) if line not in recurring and is_prose(page.lines[i])]
        first, last = (story[0], story[-1]) if story else (len(lines), -1)
        is_transcript = sum(SPEAKER.match(line) is not None for line in page.lines) >= MIN_TURNS
        places: dict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            if line in recurring:
                places[line].append(index)
        for line, indexes in places.items():
            seen = found.setdefault(line, _Seen(page.lines[indexes[0]], page.document_id))
            seen.pages += 1
            seen.times += len(indexes)
            seen.at_head += indexes[-1] < first
            seen.at_tail += indexes[0] > last
            seen.in_transcripts += is_transcript
        _add_title(found, page, lines, recurring)
    return found


def _add_title(found: dict[str, _Seen], page: Page, lines: Sequence[str], recurring: AbstractSet[str]) -> None:
    """Count a title that recurs, and whether a headline follows: then the title is the name of the site."""
    title = pattern(page.title or "")
    if title not in recurring:
        return
    seen = found.setdefault(title, _Seen(page.title or "", page.document_id))
    seen.pages += title not in lines
    seen.times += 1
    seen.at_head += title not in lines
    seen.as_title += 1
    headline = next((text for text, line in zip(page.lines, lines, strict=True) if line not in recurring), "")
    seen.above_headline += is_title_like(headline) and not SPEAKER.match(headline)


def _finding(publisher: str, line: str, seen: _Seen, stories: int, names: Sequence[str]) -> Finding | None:
    names_publisher = any(len(name) >= MIN_NAME_LETTERS and name in _squeezed(line) for name in names)
    share = round(seen.pages / stories, 2)
    evidence = _Evidence(seen.text, _position(seen), seen.pages, share, names_publisher)
    if _is_speech(seen) or not _is_no_title(seen) or is_story(seen.text) or not _is_furniture(evidence):
        return None
    return Finding(Learned(publisher, _kind(evidence), line, seen.pages, share, evidence.position), seen.example)


def _position(seen: _Seen) -> Position:
    if seen.at_head >= MIN_PLACED * seen.pages:
        return Position.HEAD
    return Position.TAIL if seen.at_tail >= MIN_PLACED * seen.pages else Position.ANYWHERE


def _is_speech(seen: _Seen) -> bool:
    """Whether a line recurs on one page as "(Applause.)" does, or is a sentence of transcripts alone: "How are you?"."""
    is_spoken = seen.in_transcripts >= MIN_PLACED * seen.pages and _is_closed(seen.text)
    return seen.times > MAX_PER_PAGE * seen.pages or is_spoken


def _is_closed(text: str) -> bool:
    return ends_sentence(text) or text[-1:] in "?!"  # "What happens next?" is a heading or a question


def _is_no_title(seen: _Seen) -> bool:
    """Whether a line was never taken for a title, or a headline follows where it was: none follows "Press Briefing"."""
    return seen.as_title == 0 or seen.above_headline >= MIN_PLAIN_SHARE * seen.as_title


def is_story(text: str) -> bool:
    """Whether a line belongs to what it is printed with however often it recurs: speech, quotations, headings, places."""
    line = " ".join(text.translate(str.maketrans("‘’“”", "''\"\"")).split())
    is_spoken = SPEAKER.match(line) is not None or SPEECH.search(line) is not None
    is_part = QUOTED.search(line) is not None or line.endswith((":", ",", ";")) or line[:1].islower()
    return is_spoken or is_part or HEADING.fullmatch(line) is not None or _is_place(line) or dateline(line) is not None


def _is_furniture(evidence: _Evidence) -> bool:
    """Whether the words or the place of a line on nearly every page tell that it is furniture."""
    text = evidence.text
    if READER.search(text) or APPEAL.match(text) or evidence.names_publisher:
        return True
    is_everywhere = evidence.share >= MIN_PLAIN_SHARE and evidence.documents >= MIN_PLAIN_DOCUMENTS
    is_short = len(text) <= MAX_PLAIN_CHARS
    if evidence.position is Position.ANYWHERE:
        return is_everywhere and is_short and not is_prose(text) and word_count(text) >= MIN_HEADING_WORDS
    return is_short and (is_everywhere or not _is_closed(text))


def _kind(evidence: _Evidence) -> SegmentKind:
    text = evidence.text
    if is_caption(text):
        return SegmentKind.CAPTION
    if is_institution(text):
        return SegmentKind.ATTRIBUTION
    if _is_person(text.partition(",")[0]):  # "Jane Doe", "Jane Doe, Secretary of State"
        return SegmentKind.BYLINE
    is_label = not ends_sentence(text) and (evidence.position is Position.HEAD or word_count(text) < MIN_HEADING_WORDS)
    return SegmentKind.NAVIGATION if is_label else SegmentKind.BOILERPLATE


def _is_person(text: str) -> bool:
    """Whether a text is a person's name; "Via Teleconference" has the form of one and would be read as the author."""
    names = reference("given_names")
    given = {name.casefold() for name in names.filter(names["kind"] == "given")["name"]}
    return is_name(text) and text.split(maxsplit=1)[0].casefold() in given


def _is_place(line: str) -> bool:
    """Whether a line is a country or a city, as under a joint statement, or a city with its region, as above remarks."""
    countries = reference("countries")
    names = {name.casefold() for name in countries["name"]} | {
        name.casefold() for names in countries["aliases"].drop_nulls() for name in names.split("|")
    }
    return is_city(line.partition(",")[0]) or line.casefold().removeprefix("the ") in names


def _squeezed(text: str) -> str:
    """Letters and digits alone: "The Harbour Desk" and "harbourdesk" meet."""
    return "".join(filter(str.isalnum, text.casefold()))
