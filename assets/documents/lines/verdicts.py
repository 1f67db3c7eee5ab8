"""What the odds of lines decide where the rules of layout left a line open."""

from collections.abc import Sequence

from assets.documents.lines.features import Page, page_of
from assets.documents.lines.model import LineOdds
from assets.documents.lines.words import words_of
from assets.documents.paragraphs import Paragraph
from assets.documents.title import TIMED_SPEAKER, is_complete, is_unfinished, word_count
from warehouse.tables.documents import SegmentKind

# Of messy pages the model was not trained on these keep 98.4 % of the story, and 94.8 % of what is kept is story; of clean
# texts they keep 99.0 %. 0.05 within the story gives 98.6, 93.6 and 99.9; 0.3 gives 98.0, 95.5 and 99.0.
LEAST_STORY_WITHIN = 0.15
LEAST_STORY = 0.3  # above the first and below the last sentence, where pages put their furniture
LEAST_TITLE = 0.3
LEAST_TITLE_BY_RULE = 0.02
LEAST_SHARE = 0.35  # a title found by rule stands when it is a third as likely as the likeliest line
MIN_RUNNING_WORDS = 5
MAX_FRAGMENT_WORDS = 4


def likeliest_title(
    paragraphs: Sequence[Paragraph], odds: Sequence[LineOdds], candidates: Sequence[int], by_rule: int | None
) -> int | None:
    """Index of the title: the one found by rule unless another line is far likelier; None when no line is likely."""
    whole = [index for index in candidates if not _runs_into(paragraphs, index)]
    best = max(whole, key=lambda index: odds[index].title, default=None)
    if best is None:
        return by_rule
    if by_rule is not None and odds[by_rule].title > max(LEAST_TITLE_BY_RULE, LEAST_SHARE * odds[best].title):
        return by_rule
    return best if odds[best].title > LEAST_TITLE else None


def furniture_by_form(
    paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None], odds: Sequence[LineOdds]
) -> list[SegmentKind | None]:
    """Kinds with the open lines that are hardly story marked; a page with no other line left keeps all."""
    page = page_of(paragraphs)
    result = [_kind(page, found, index, odds[index]) for index in range(len(found))]
    has_story = any(kind is None and is_prose for kind, is_prose in zip(result, page.is_prose, strict=True))
    return result if has_story else list(found)


def _kind(page: Page, found: Sequence[SegmentKind | None], index: int, odds: LineOdds) -> SegmentKind | None:
    least = LEAST_STORY_WITHIN if page.zone(index) == "within" else LEAST_STORY
    is_kept = odds.body >= least or TIMED_SPEAKER.match(page.paragraphs[index].text) is not None
    if found[index] is not None or is_kept or _is_broken_off(page.paragraphs, found, index):
        return found[index]
    return SegmentKind.BOILERPLATE if page.is_prose[index] else SegmentKind.NAVIGATION


def _is_broken_off(paragraphs: Sequence[Paragraph], found: Sequence[SegmentKind | None], index: int) -> bool:
    """Whether a line and an open neighbour are one sentence: "... Francisco Arias" / "Cárdenas."."""
    goes_on = index > 0 and found[index - 1] is None and _runs_into(paragraphs, index - 1)
    return goes_on or (_runs_into(paragraphs, index) and found[index + 1] is None)


def _runs_into(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether the sentence of a line goes on in the next."""
    if index + 1 >= len(paragraphs) or paragraphs[index + 1].is_item or paragraphs[index].heading:
        return False
    text, after = paragraphs[index].text, paragraphs[index + 1].text
    words = words_of(text[-200:])
    if is_complete(text) or words.count < MIN_RUNNING_WORDS or words.function_share == 0:
        return False
    is_end = after.endswith(".") and word_count(after[:100]) <= MAX_FRAGMENT_WORDS
    return is_unfinished(text) or after[:1].islower() or is_end
