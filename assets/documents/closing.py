"""What stands below the last paragraph of a story: lists of links, comments, who the author is."""

import re
from collections.abc import Sequence

from assets.documents.furniture import NAMES, author
from assets.documents.head_lines import is_name
from assets.documents.paragraphs import Paragraph
from assets.documents.pleas import pleas
from assets.documents.title import MIN_TITLE_WORDS, SPEAKER, ends_sentence, word_count
from warehouse.tables.documents import SegmentKind

MIN_PROSE_WORDS = 8
MIN_STORY_PARAGRAPHS = 2  # a page that begins with its comments has no story
LONG_WORDS = 80
MAX_HEADING_CHARS = 120
TAIL_BODIES = 3  # the author is told of in the last paragraphs
MAX_ABOUT_CHARS, MAX_HOUSE_WORDS = 700, 6
MAX_LEFT_OVER_WORDS = 8  # a last sentence that lost its full stop is longer
MAX_LEFT_OVER_LINES = 6  # statements end with lists of names
SPEAKERS_AWAY = 6
LIST_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]\s")
LINKS = (SegmentKind.NAVIGATION, SegmentKind.BOILERPLATE, SegmentKind.URL)
COMMENTS = re.compile(
    r"(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.{0,40}|(?:reader )?comments?(?: ?\(\d+\)| section)?:?"
    r"|(?:\d+|one) (?:comments?|thoughts? on\b.{0,200}|repl(?:y|ies))|join the (?:conversation|discussion)\b.{0,40}"
    r"|(?:show|view|hide|load|read) (?:all )?(?:\d+ )?comments?|what do you think\?.{0,60}|house rules|comments? policy"
    r"|(?:most|top|latest|newest|oldest) (?:recent )?comments?",
    re.IGNORECASE,
)
NAME_LABEL = re.compile(
    r"(?:authors?|by|writers?|editors?|reporters?|written by|posted by|translators?)\s?:?", re.IGNORECASE
)
WRITER = re.compile(
    r"(?:the|our) (?:writer|author|columnist|contributor|reporter)s? (?:is|are|was|were|has|have|can|may|works?"
    r"|teach|heads?)\b"
    r"|(?:about|meet) the (?:author|writer)s?\b"
    r"|the (?:views|opinions) (?:expressed|in this)\b|(?:follow|reach|contact|e-?mail) (?:him|her|them"
    r"|the (?:author|writer))\b",
    re.IGNORECASE,
)
JOBS = (
    r"(?:professor|lecturer|fellow|scholar|columnist|journalist|reporter|editor|correspondent|analyst|researcher"
    r"|commentator"
    r"|writer|author|contributor"
    r"|specialist|expert|co-founder|strategist|historian|economist|political scientist"
    r"|freelancer|blogger|adviser|advisor|consultant"
    r"|ph\.?d\.? candidate|student|ambassador|diplomat|minister|director|chair|president|founder|lawyer)"
)
HONORIFIC = r"(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs|Sir|Amb|Ambassador|Gen|H\.E)\.? ?)?"
ABOUT = re.compile(
    rf"{HONORIFIC}(?P<name>{NAMES})(?:, [^.]{{3,120}},)? (?:is|was|are|works as|serves as|has worked as"
    rf"|has been) (?:an?\b|the\b|currently|also|now|(?=[A-Z]))[^.]{{0,160}}\b(?i:{JOBS})s?\b.*"
)
HOUSE = re.compile(
    r"(?:about us\b|(?P<house>(?:The )?[A-Z][^.,]{1,60}?)(?:, [^.,]{2,40},)? (?:is|was) (?:an?"
    r"|the)\b)[^.]{0,100}\b(?:news (?:agency|service|outlet|site|website|portal"
    r"|organi[sz]ation|platform)|newspaper|broadcaster|magazine|media (?:outlet|organi[sz]ation|company|house)"
    r"|press agency|think[ -]tank)\b"
    r"(?=.{0,300}\b(?:independent|non-?governmental|non-?profit|founded|established|launched|based in|publishes"
    r"|headquartered|covering|leading"
    r"|owned|funded|readers)\b)|(?P<provider>(?:The )?[A-Z][^.,]{1,60}?) (?:publishes"
    r"|provides) (?:here )?(?:a selection|news"
    r"|independent)\b.{0,200}"
)
# "At Premium Times, we believe", "Support PREMIUM TIMES' journalism", "Anadolu Agency website contains only a portion"
SPEAKING = re.compile(
    r"(?:At (?P<we>[A-Z][^.,]{1,40}), we\b|Support (?P<supported>[A-Z][^.,]{1,40}?)['’]s? journalism\b"
    r"|(?P<site>[A-Z][^.,]{1,40}?) (?:web)?site contains only\b).{0,300}"
)
WRITES = re.compile(  # "Ines Maurer-Bloch writes about multilateral affairs from Geneva."
    rf"{HONORIFIC}(?P<name>{NAMES}) (?:writes (?:about|on|for|from|a)|covers|reports (?:on|from|for)|blogs"
    rf"|teaches)\b[^\"“”]{{3,250}}"
)
TITLE_OF_ADDRESS = re.compile(r"^(?:dr|prof|professor|mr|ms|mrs|sir|amb|gen)\.? ", re.IGNORECASE)
PRESENT_JOB = re.compile(
    r"\b(?i:fellow|professor|lecturer|columnist|journalist|correspondent|contributor|researcher)\b"
)


def closing(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None]) -> list[SegmentKind | None]:
    """Kinds with those of the lines below the story: comments, lists of links, the author's name and career."""
    result = _names_under_labels(paragraphs, found)
    result = _comments(paragraphs, result)
    result = _houses(paragraphs, _about(paragraphs, result))
    return _links(paragraphs, pleas(paragraphs, result))


def _names_under_labels(
    paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None]
) -> list[SegmentKind | None]:
    """A label such as "Author:" and the name on the line below it."""
    result = list(found)
    for index in range(1, len(paragraphs)):
        is_label = NAME_LABEL.fullmatch(paragraphs[index - 1].text) is not None
        if is_label and result[index] is None and is_name(paragraphs[index].text):
            result[index - 1 : index + 1] = [SegmentKind.BYLINE, SegmentKind.BYLINE]
    return result


def _comments(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None]) -> list[SegmentKind | None]:
    """Everything below the heading of the comments."""
    result = list(found)
    prose = 0
    for index, paragraph in enumerate(paragraphs):
        if (
            prose >= MIN_STORY_PARAGRAPHS
            and len(paragraph.text) <= MAX_HEADING_CHARS
            and COMMENTS.fullmatch(paragraph.text.strip(" :|•-–—"))
        ):
            rest = range(index, len(paragraphs))
            result[index:] = [result[other] or SegmentKind.BOILERPLATE for other in rest]
            break
        if result[index] is None and is_prose(paragraph.text):  # a digest is one long paragraph
            prose += MIN_STORY_PARAGRAPHS if word_count(paragraph.text) >= LONG_WORDS else 1
    return result


def _about(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None]) -> list[SegmentKind | None]:
    """The paragraph that tells who the author is, under the story."""
    result = list(found)
    names = {
        TITLE_OF_ADDRESS.sub("", name.casefold())
        for paragraph in paragraphs
        if len(paragraph.text) <= MAX_HEADING_CHARS and (name := author(paragraph.text) or _named(paragraph.text))
    }
    open_ones = [index for index, kind in enumerate(found) if kind is None]
    for index in open_ones[MIN_STORY_PARAGRAPHS:][-TAIL_BODIES:]:
        text = paragraphs[index].text
        about = ABOUT.match(text) if len(text) <= MAX_ABOUT_CHARS else None
        is_author = about is not None and about["name"].casefold() in names
        is_last = index == open_ones[-1] and about is not None and '"' not in text and "“" not in text
        is_writing = index == open_ones[-1] and writer_of_itself(text) is not None
        if len(text) <= MAX_ABOUT_CHARS and (
            is_writing or WRITER.match(text) or is_author or (is_last and not names and PRESENT_JOB.search(text))
        ):
            result[index] = SegmentKind.BOILERPLATE
    return result


def writer_of_itself(text: str) -> str | None:
    """Author whom the last line tells of: "Jane Doe writes about trade."."""
    match = WRITES.fullmatch(text) if len(text) <= MAX_HEADING_CHARS else None
    return match["name"] if match and is_name(match["name"]) else None


def _houses(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None]) -> list[SegmentKind | None]:
    """What a newsroom says of itself under the story."""
    result = list(found)
    open_ones = [index for index, kind in enumerate(found) if kind is None]
    for index in open_ones[MIN_STORY_PARAGRAPHS:][-TAIL_BODIES:]:
        text = paragraphs[index].text
        if len(text) <= MAX_ABOUT_CHARS and HOUSE.match(text):
            result[index] = SegmentKind.BOILERPLATE
    return result


def _named(line: str) -> str | None:
    """Name of a line that holds nothing else, as bylines do."""
    return line if is_name(TITLE_OF_ADDRESS.sub("", line)) else None


def house_of_itself(text: str) -> str | None:
    """Newsroom that tells of itself: "Alborz News Agency is a non-governmental news agency that ..."."""
    match = (HOUSE.match(text) or SPEAKING.fullmatch(text)) if len(text) <= MAX_ABOUT_CHARS else None
    name = next((name for name in match.groups() if name), None) if match else None
    return name if name and 1 <= word_count(name) <= MAX_HOUSE_WORDS else None


def _links(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None]) -> list[SegmentKind | None]:
    """Short lines below the story and below the first link or notice there: headlines and rubrics of the site."""
    result = list(found)
    end = _story_end(paragraphs, found)
    is_below_link = False
    for index in range(end, len(paragraphs)):
        paragraph = paragraphs[index]
        if result[index] in LINKS and not paragraph.is_rule:
            is_below_link = True
        elif result[index] is None and not _goes_on(paragraph.text):
            is_furniture = is_below_link or _is_left_over(paragraphs, found, end, index)
            result[index] = SegmentKind.NAVIGATION if is_furniture else None
    return result


def _is_left_over(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None], end: int, index: int) -> bool:
    """Whether a line stands below the last sentence of a story and belongs to no list that the story opens."""
    paragraph, last = paragraphs[index], paragraphs[end - 1].text
    is_listed = paragraph.is_item or last.endswith((":", ";")) or LIST_ITEM.match(paragraph.text) is not None
    is_told = any(SPEAKER.match(other.text) for other in paragraphs[max(end - SPEAKERS_AWAY, 0) : end])
    is_short = word_count(paragraph.text) <= MAX_LEFT_OVER_WORDS and not paragraph.heading
    is_part = "," in paragraph.text or paragraph.text.startswith("(")  # "Jane Doe, Deputy Director"
    return is_short and not (is_listed or is_told or is_part) and found[end:].count(None) <= MAX_LEFT_OVER_LINES


def _goes_on(text: str) -> bool:
    """Whether a line can be the last of a story: a turn of a transcript, "Thank you."."""
    return SPEAKER.match(text) is not None or ends_sentence(text)


def _story_end(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None]) -> int:
    """Index behind the last paragraph of prose; the number of paragraphs where there is none."""
    prose = [index for index, kind in enumerate(found) if kind is None and is_prose(paragraphs[index].text)]
    return prose[-1] + 1 if len(prose) >= MIN_STORY_PARAGRAPHS else len(paragraphs)


def is_prose(text: str) -> bool:
    """Whether a paragraph is a sentence or more."""
    is_ended = ends_sentence(text) or text[-1:] in '"”!?' or len(text) > 300
    return is_ended and word_count(text[:400]) >= max(MIN_PROSE_WORDS, MIN_TITLE_WORDS)
