"""What each paragraph of an article is: a sequence of passes, each deciding what the ones before it left open."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from assets.documents.captions import captions, embeds
from assets.documents.cities import is_city
from assets.documents.closing import closing
from assets.documents.date_lines import HEAD_PARAGRAPHS, TAIL_PARAGRAPHS, date_lines
from assets.documents.dateline import dateline
from assets.documents.furniture import kind_alone
from assets.documents.head_lines import head_line, is_label, is_tag, is_tag_label
from assets.documents.headline import TITLE_LABEL, best_headline, is_off_topic, is_repeated_in, title_text
from assets.documents.learned import Lines, marked
from assets.documents.lines.model import LineOdds, line_odds
from assets.documents.lines.verdicts import furniture_by_form, likeliest_title
from assets.documents.paragraphs import Paragraph
from assets.documents.publisher import signs
from assets.documents.statements import is_remote, is_venue, office_holder, statements
from assets.documents.title import (
    MAX_LEAD_WORDS,
    ends_sentence,
    is_ended,
    is_institution,
    is_kicker,
    is_other_headline,
    is_title_case,
    is_title_like,
    is_unusual_title,
    same_title,
    word_count,
)
from warehouse.tables.documents import SegmentKind

REPEAT_PARAGRAPHS = 12  # a second title stands this close to the first
MIN_STORY_WORDS = 8
MIN_REPEATED_WORDS = 12  # shorter ones recur in lists and transcripts
MAX_SIGN_OFF_CHARS = 80
MAX_FRAGMENT_WORDS = 4
RELATED_LABEL = re.compile(
    r"(?:related|recommended|more|most|read|keep|see|check|also|you may|you might|latest|recent|trending|popular|editor)\b.{0,40}"
    r"|list (?:of )?\d.{0,12}",
    re.IGNORECASE,
)
TEASER_END = re.compile(r"(?:…|\.\.\.|[(\[](?:…|\.\.\.)[)\]])$")
Kinds = list[SegmentKind | None]
Pass = Callable[[Sequence[Paragraph], Kinds, str | None], Kinds]


def kinds(
    paragraphs: Sequence[Paragraph],
    declared_title: str | None,
    has_title: bool = True,
    learned: Lines | None = None,
    by_form: bool = True,
) -> list[SegmentKind]:
    """Kind of each paragraph; without ``has_title`` no line is a title, without ``by_form`` rules alone decide."""
    odds = line_odds(paragraphs) if by_form else None
    found: Kinds = [_alone(paragraph) for paragraph in paragraphs]
    found = marked([paragraph.text for paragraph in paragraphs], found, learned) if learned else found
    for step in (
        _trails,
        _stamps,
        _datelines,
        partial(_title, odds=odds) if has_title else _as_is,
        statements,
        embeds,
        captions,
        _head,
        _repeats,
        _other_headlines,
        _closing,
    ):
        found = step(paragraphs, found, declared_title)
    found = furniture_by_form(paragraphs, found, odds) if odds else found
    return [kind or SegmentKind.BODY for kind in found]


def _alone(paragraph: Paragraph) -> SegmentKind | None:
    text = paragraph.text
    if paragraph.is_rule or not text:
        return SegmentKind.BOILERPLATE
    if TITLE_LABEL.match(text) and len(text) < MAX_SIGN_OFF_CHARS * 4:
        return SegmentKind.TITLE
    if len(text) <= MAX_SIGN_OFF_CHARS and signs(text):
        return SegmentKind.ATTRIBUTION
    return kind_alone(text)


def _as_is(_paragraphs: Sequence[Paragraph], found: Kinds, _declared_title: str | None) -> Kinds:
    return found


def _trails(paragraphs: Sequence[Paragraph], found: Kinds, _declared_title: str | None) -> Kinds:
    """Lines that are the way to the page, each ending with the headline that stands alone below."""
    result = list(found)
    for index, paragraph in enumerate(paragraphs[:HEAD_PARAGRAPHS]):
        below = paragraphs[index + 1 : index + 1 + REPEAT_PARAGRAPHS]
        if found[index] is None and any(is_repeated_in(other.text, paragraph.text) for other in below):
            result[index] = SegmentKind.NAVIGATION
    return result


def _stamps(paragraphs: Sequence[Paragraph], found: Kinds, _declared_title: str | None) -> Kinds:
    stamps = date_lines(paragraphs, found, _story_start(paragraphs, found))
    return [SegmentKind.BYLINE if index in stamps else kind for index, kind in enumerate(found)]


def _datelines(paragraphs: Sequence[Paragraph], found: Kinds, _declared_title: str | None) -> Kinds:
    """Lines that hold a dateline and no more, at the head or the tail."""
    story = _story_start(paragraphs, found)
    result = list(found)
    for index, paragraph in enumerate(paragraphs):
        is_at_end = index <= story or index >= len(paragraphs) - TAIL_PARAGRAPHS
        if found[index] is None and is_at_end and len(paragraph.text) <= MAX_SIGN_OFF_CHARS:
            line = dateline(paragraph.text)
            # the Kremlin: "October 22, 2024" / "Kazan"
            is_beside_date = SegmentKind.BYLINE in found[max(index - 1, 0) : index + 2] and is_city(paragraph.text)
            if is_beside_date or (line and line.end == len(paragraph.text)):
                result[index] = SegmentKind.DATELINE
        is_below = index > 0 and result[index - 1] is SegmentKind.DATELINE
        if found[index] is None and is_below and paragraph.text.endswith(":") and signs(paragraph.text[:-1]):
            result[index] = SegmentKind.ATTRIBUTION  # Trend names itself between dateline and story
    return result


def _title(
    paragraphs: Sequence[Paragraph], found: Kinds, declared_title: str | None, odds: Sequence[LineOdds] | None = None
) -> Kinds:
    if SegmentKind.TITLE in found:
        return found
    story = _story_start(paragraphs, found)
    open_ones = [index for index in range(min(len(paragraphs), HEAD_PARAGRAPHS)) if found[index] is None]
    if declared_title:
        index = next((index for index in open_ones if same_title(paragraphs[index].text, declared_title)), None)
    else:
        index = _title_index(paragraphs, found, [index for index in open_ones if index <= story], story)
        is_above_dateline = index == story - 1 and story < len(paragraphs) and dateline(paragraphs[story].text)
        is_marked = index is not None and (paragraphs[index].heading > 0 or is_above_dateline)
        heads = [index for index in open_ones if office_holder(paragraphs[index].text) is None]
        index = likeliest_title(paragraphs, odds, heads, index) if odds and not is_marked else index
    has_story = any(kind is None for other, kind in enumerate(found) if other != index)
    return _with(found, index, SegmentKind.TITLE) if index is not None and has_story else found


def _title_index(paragraphs: Sequence[Paragraph], found: Kinds, head: list[int], story: int) -> int | None:
    """First heading, else first line above the story that reads as a headline."""
    above = [index for index in head if index < story]
    headings = [index for index in above if paragraphs[index].heading]
    if headings:
        return min(headings, key=lambda index: (paragraphs[index].heading, index))
    is_odd = bool(above) and above[0] + 1 < len(found) and is_unusual_title(paragraphs[above[0]].text)
    odd = above[:1] if is_odd and found[above[0] + 1] is not None else []  # a label or stamp of the page follows it
    if odd and word_count(paragraphs[odd[0]].text) >= MAX_LEAD_WORDS:
        return odd[0]
    headlines = [index for index in above if _is_headline(paragraphs, found, index)]
    if headlines:
        is_rubric = len(headlines) > 1 and is_kicker(paragraphs[headlines[0]].text, paragraphs[headlines[1]].text)
        return best_headline(paragraphs, headlines[1:] if is_rubric else headlines, story)
    # some houses end headlines with a full stop: a short line above a dateline is one all the same
    opens_with_dateline = story < len(paragraphs) and dateline(paragraphs[story].text) is not None
    short = [index for index in above if 3 <= word_count(paragraphs[index].text) <= MAX_LEAD_WORDS]
    candidates = short if opens_with_dateline and short else odd  # "Bastille Day" above a date
    return candidates[0] if candidates else None


def _is_headline(paragraphs: Sequence[Paragraph], found: Kinds, index: int) -> bool:
    """Whether a line reads as a headline and no sentence runs on from it into the next paragraph."""
    text = paragraphs[index].text
    is_last = index + 1 >= len(paragraphs) or found[index + 1] is not None  # "by Jane Doe" runs on from no sentence
    after = "" if is_last else paragraphs[index + 1].text
    is_fragment = word_count(after[:100]) <= MAX_FRAGMENT_WORDS and after.endswith(".")
    is_broken = after[:1].islower() or (is_fragment and word_count(text) >= MIN_STORY_WORDS)
    return is_title_like(text) and not paragraphs[index].is_item and not (is_broken and after)


def _head(paragraphs: Sequence[Paragraph], found: Kinds, declared_title: str | None) -> Kinds:
    """Lines above the story that are no part of it: kickers above the title, the office that issues a statement."""
    title = found.index(SegmentKind.TITLE) if SegmentKind.TITLE in found else -1
    top = -1 if title < 0 and declared_title else title  # a declared title that the text lacks stands above it
    has_title = title >= 0 or declared_title is not None
    story = _story_start(paragraphs, found)
    result = list(found)
    for index in range(min(story, HEAD_PARAGRAPHS)):
        if found[index] is None:
            is_below = has_title and top < index and story < len(paragraphs)
            around = (result[index - 1] if index else None, *found[index + 1 : index + 2])
            result[index] = _head_kind(paragraphs[index], is_below, around)
            is_rubric = index < title and not ends_sentence(paragraphs[index].text)
            is_other = is_below and title >= 0 and index + 1 < story and is_off_topic(paragraphs, index, story)
            if result[index] is None and (is_rubric or is_other):
                result[index] = SegmentKind.NAVIGATION
    return _signed_off(paragraphs, result)


def _head_kind(paragraph: Paragraph, is_below: bool, around: Sequence[SegmentKind | None]) -> SegmentKind | None:
    """Kind of a line above the story by its form and by the lines ``around`` it: the one before, the one behind."""
    text = paragraph.text
    if is_below and office_holder(text):
        return SegmentKind.BYLINE
    if is_below and (is_remote(text) or (around[0] is SegmentKind.DATELINE and is_venue(paragraph))):
        return SegmentKind.DATELINE
    kind = head_line(text, is_below, SegmentKind.BYLINE in around)
    is_among_furniture = is_below and around[0] not in (None, SegmentKind.TITLE) and not paragraph.heading
    return SegmentKind.NAVIGATION if kind is None and is_among_furniture and is_label(text) else kind


def _signed_off(paragraphs: Sequence[Paragraph], found: Kinds) -> Kinds:
    """The office that issues a statement, named under it."""
    result = list(found)
    for index in range(max(len(found) - TAIL_PARAGRAPHS, 1), len(found)):
        if found[index] is None and is_institution(paragraphs[index].text):
            result[index] = SegmentKind.ATTRIBUTION
    return result


def _repeats(paragraphs: Sequence[Paragraph], found: Kinds, declared_title: str | None) -> Kinds:
    """The title printed again, and long paragraphs printed twice."""
    titles = [paragraphs[index].text for index, kind in enumerate(found) if kind is SegmentKind.TITLE]
    titles += [declared_title] if declared_title else []
    result = list(found)
    seen: set[str] = set()
    for index, paragraph in enumerate(paragraphs):
        if found[index] is not None:
            continue
        if index < REPEAT_PARAGRAPHS and _is_one_of(titles, paragraph.text):
            result[index] = SegmentKind.BOILERPLATE if SegmentKind.TITLE in result else SegmentKind.TITLE
        elif (
            paragraph.text in seen
            and word_count(paragraph.text) >= MIN_REPEATED_WORDS
            and ends_sentence(paragraph.text)
        ):
            result[index] = SegmentKind.BOILERPLATE
        seen.add(paragraph.text)
    return result


def _is_one_of(titles: Sequence[str], text: str) -> bool:
    return not ends_sentence(text) and any(same_title(title_text(title), text) for title in titles)


def _other_headlines(paragraphs: Sequence[Paragraph], found: Kinds, _declared_title: str | None) -> Kinds:
    """Headlines of other articles, between paragraphs or in a list under a label such as "Related news"."""
    story = _story_start(paragraphs, found)
    result = list(found)
    is_listed = is_tagged = False
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if found[index] is SegmentKind.NAVIGATION:
            label = text.strip(" :")  # "ALSO READ: What is the Quad?" holds its link and announces no list
            is_listed = RELATED_LABEL.fullmatch(label) is not None and ": " not in label
            is_tagged = index > story and is_tag_label(text)
        elif found[index] is None and is_tagged and is_tag(text):
            result[index] = SegmentKind.NAVIGATION
        elif found[index] is None:
            is_tagged = False
            is_open = is_title_like(text) and not paragraph.heading and ". (" not in text
            is_linked = is_other_headline(text) and (not paragraph.is_item or is_title_case(text))
            is_teaser = is_listed and TEASER_END.search(text) is not None
            is_listed = is_listed and (is_open or is_teaser)
            if is_listed or (is_open and is_linked and index > story):
                result[index] = SegmentKind.NAVIGATION
    return result


def _closing(paragraphs: Sequence[Paragraph], found: Kinds, _declared_title: str | None) -> Kinds:
    return closing(paragraphs, found)


def _story_start(paragraphs: Sequence[Paragraph], found: Kinds) -> int:
    """First paragraph that begins with a dateline or ends as sentences end; the number of paragraphs without one."""
    for index, paragraph in enumerate(paragraphs):
        if found[index] is not None:
            continue
        text = paragraph.text
        opening = dateline(text)
        if opening and opening.end < len(text):
            return index
        if not paragraph.heading and word_count(text[:300]) >= MIN_STORY_WORDS and is_ended(text):
            return index
    return len(paragraphs)


def _with(found: Kinds, index: int, kind: SegmentKind) -> Kinds:
    return [*found[:index], kind, *found[index + 1 :]]
