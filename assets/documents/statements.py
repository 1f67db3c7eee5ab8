"""Lines that offices print around statements, remarks and transcripts: who speaks, where, at what hour, of what text."""

import re
from collections.abc import Sequence

from assets.documents.furniture import NAMES
from assets.documents.head_lines import is_name
from assets.documents.paragraphs import Paragraph
from assets.documents.title import OFFICE, SPEAKER, ends_sentence, is_title_case, word_count
from warehouse.tables.documents import SegmentKind

MAX_HEAD_LINES = 12  # lines of a release above its first words
MAX_TAIL_LINES = 6
MAX_LINE_CHARS = 120
MAX_FORMULA_CHARS = 900  # it may name forty governments
MAX_VENUE_WORDS = 10
MAX_TURNS_AWAY = 8  # remarks open with a turn of a speaker within so many paragraphs
TEXT = (
    r"(?:joint |official |full |press |written |media |unofficial |final |complete |prepared )*(?:text"
    r"|statement|transcript"
    r"|communiqu[eé]|declaration|press release|release|readout|remarks|summary|resolution|message)s?"
)
GIVEN = (
    r"(?:(?:jointly )?(?:released|issued|adopted|signed|made|published|delivered|agreed|approved|endorsed)\b"
    r"|by\b|from\b|on\b)"
)
FORMULA = re.compile(
    rf"the (?:full )?text of the following {TEXT} (?:was|were|has been|is) {GIVEN}.*"
    rf"|(?:the )?(?:following|below) (?:is|are|was) (?:the |a |an )?(?:{TEXT} of )?(?:the |a "
    rf"|an )?{TEXT}\b[^.!?]{{0,40}}\b{GIVEN}.*"
    rf"|(?:the )?(?:following|below) (?:is|are) (?:the |a |an )?{TEXT}(?: of .{{2,300}})?:"
    rf"|(?:the )?(?:following|below) {TEXT} (?:was|were|is being|has been) {GIVEN}.*"
    r"|(?:the |this )?(?:below|following)(?: is| statement is| readout is)? attributable to\b.*"
    r"|(?:the )?following is being (?:jointly )?(?:released|issued)\b.*",
    re.IGNORECASE,
)
TEXT_BEHIND = re.compile(r":\s*[\"“«„]")  # the text that the formula announces stands in its own paragraph
TEXT_MARK = re.compile(
    r"\W{0,3}(?:begin|end|start)s?(?: of)? (?:the )?(?:text|statement|transcript|quote|readout|communiqu[eé])\W{0,3}",
    re.IGNORECASE,
)
HOUR = re.compile(
    r"(?:END\s)?\d{1,2}[:.]\d{2} ?[AaPp]\.?[Mm]\.?(?: \(?[A-Z]{2,5}\)?)?(?: \(?[Ll]ocal(?: [Tt]ime)?\)?)?\.?"
)
REMOTE = re.compile(
    r"(?:via|by) (?:tele|video|audio)-?conference(?: call)?|via (?:teleconference|video|zoom|webex|telephone)"
    r"|(?:virtual|online)(?: event| meeting| press briefing)?|(?:aboard|en route) [A-Z].{2,60}",
    re.IGNORECASE,
)
VENUE_WORD = re.compile(
    r"\b(?:room|hall|auditorium|palace|house|garden|theat(?:er|re)|cent(?:er|re)|hotel|airport|building|castle|library"
    r"|university|museum|residence|base|headquarters|office|embassy|lawn|ballroom|hub|pavilion|stadium|plaza|square"
    r"|chamber|studio|ministry|terminal|mission|court)s?\b",
    re.IGNORECASE,
)
# "Antony J. Blinken, Secretary of State": a name, a comma, an office
HOLDER = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Dr|Amb|Sen|Gen|H\.E)\.? )?(?P<name>{NAMES}(?:,? (?:Jr|Sr|II|III)\.?)?) ?, "
    rf"(?=(?i:.{{0,80}}\b(?:{OFFICE}|officer|coordinator|advis[eo]r|commissioner|chief|head|member"
    rf"|adviser)))[A-Z].{{3,110}}"
)
SIGNATURE = re.compile(
    r"(?:[A-Z][A-Z'’-]+|[A-Z]\.)(?: (?:[A-Z][A-Z'’-]+|[A-Z]\.|DE|OF)){1,4}(?:,? (?:JR|SR|II|III)\.?)?"
)

Kinds = list[SegmentKind | None]


def office_holder(text: str) -> str | None:
    """Name in "Ned Price, Department Spokesperson"; None for a line of another form."""
    match = HOLDER.fullmatch(text) if len(text) <= MAX_LINE_CHARS and not ends_sentence(text) else None
    return match["name"] if match and is_name(match["name"]) else None


def is_formula(text: str) -> bool:
    """Whether a paragraph only announces the text below it: "The following is the text of a joint statement by ..."."""
    return len(text) <= MAX_FORMULA_CHARS and FORMULA.fullmatch(text) is not None and not TEXT_BEHIND.search(text)


def statements(paragraphs: Sequence[Paragraph], found: Kinds, declared_title: str | None) -> Kinds:
    """Kinds with what offices print above and below a text of theirs."""
    result = _framed(paragraphs, found)
    result = _hours(paragraphs, result)
    return _signed(paragraphs, result)


def _framed(paragraphs: Sequence[Paragraph], found: Kinds) -> Kinds:
    """Formulas above the text, and the marks of its beginning and end."""
    result = list(found)
    for index, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if index < MAX_HEAD_LINES and is_formula(text) and found[index] in (None, SegmentKind.BOILERPLATE):
            result[index] = SegmentKind.ATTRIBUTION
        elif found[index] is None and len(text) <= MAX_LINE_CHARS and TEXT_MARK.fullmatch(text):
            result[index] = SegmentKind.BOILERPLATE
    return result


def _hours(paragraphs: Sequence[Paragraph], found: Kinds) -> Kinds:
    """The room and the hour above a transcript, the hour below it: "East Room" / "1:16 P.M. EDT"."""
    result = list(found)
    hours = [index for index, paragraph in enumerate(paragraphs) if _is_hour(paragraph.text)]
    above = next((index for index in hours if index < MAX_HEAD_LINES), None)
    for index in hours:
        if index >= len(paragraphs) - MAX_TAIL_LINES:
            result[index] = SegmentKind.BOILERPLATE
    if above is None or not _opens_transcript(paragraphs[above + 1 : above + 1 + MAX_TURNS_AWAY]):
        return result
    result[above] = SegmentKind.DATELINE
    top = found.index(SegmentKind.TITLE) + 1 if SegmentKind.TITLE in found[:above] else 0
    for index in range(top, above):
        if found[index] is None and _may_be_venue(paragraphs[index]) and office_holder(paragraphs[index].text) is None:
            result[index] = SegmentKind.DATELINE
    return result


def _opens_transcript(paragraphs: Sequence[Paragraph]) -> bool:
    return any(SPEAKER.match(paragraph.text) for paragraph in paragraphs)


def _is_hour(text: str) -> bool:
    return len(text) <= MAX_LINE_CHARS and HOUR.fullmatch(text) is not None


def is_venue(paragraph: Paragraph) -> bool:
    """Whether a line beside a place tells the building or the room: "The Hotel", "United Nations Headquarters"."""
    return _may_be_venue(paragraph) and (
        VENUE_WORD.search(paragraph.text) is not None or is_remote(paragraph.text) or is_title_case(paragraph.text)
    )


def is_remote(text: str) -> bool:
    """Whether a line tells that nobody met anywhere: "Via Teleconference"."""
    return len(text) <= MAX_LINE_CHARS and REMOTE.fullmatch(text) is not None


def _may_be_venue(paragraph: Paragraph) -> bool:
    text = paragraph.text
    is_short = len(text) <= MAX_LINE_CHARS and 0 < word_count(text) <= MAX_VENUE_WORDS
    is_line = not (paragraph.heading or paragraph.is_item or text.endswith(":"))
    return is_short and is_line and not ends_sentence(text) and not SPEAKER.match(text)


def _signed(paragraphs: Sequence[Paragraph], found: Kinds) -> Kinds:
    """Names of signatories in capitals below a text: "JOSEPH R. BIDEN JR."."""
    result = list(found)
    for index in range(len(found) - 1, MAX_TAIL_LINES // 2, -1):
        text = paragraphs[index].text
        is_name_line = len(text) <= MAX_LINE_CHARS and SIGNATURE.fullmatch(text) is not None
        if found[index] is None and (not is_name_line or paragraphs[index].heading):
            break
        result[index] = found[index] or SegmentKind.ATTRIBUTION
    return result
