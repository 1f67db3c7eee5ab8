"""Short lines between the headline and the story: who wrote, where, under which heading of the site."""

import re

from assets.documents.cities import is_city
from assets.documents.furniture import NAMES, REPORTER
from assets.documents.publisher import publisher_named
from assets.documents.title import ends_sentence, is_institution, is_place_or_office, word_count
from warehouse.tables.documents import SegmentKind

MAX_HEAD_LINE_CHARS = 300  # no furniture is longer, and no pattern should see more
MAX_LABEL_WORDS = 3
MAX_CAPTION_WORDS = 25
MAX_TAG_WORDS = 6
PLACE_WITH_COUNTRY = re.compile(r"(?P<city>[A-Z][\w'’.-]*(?: [\w'’.-]+){0,3}), [A-Z][\w'’.-]*(?: [\w'’.-]+){0,4}")
SALUTATION = re.compile(
    r"(?:mr|mrs|ms|madam|dear|ladies|gentlemen|excellenc|distinguished|your|good|thank|friends|colleagues|honou?rable)",
    re.IGNORECASE,
)
BODY_OR_BUILDING = re.compile(
    r"\b(?:building|group|team|committee|council|force|agency|initiative|program(?:me)?|center|centre|castle|office|house"
    r"|room|palace|library|university|museum|base|airport|affairs|staff|writer|reporter|correspondents?|bureau|agenc(?:y|ies)|desk|news|report|media"
    r"|photos?|file|e-?paper|paper|week|communiqu[eé]|statement|declaration|release|remarks|speech|interview|english|daily|share\w*|facebook|twitter|telegram|whatsapp|print|video|today|font|size"
    r"|language|home|menu|search|edition|page|section)\b|^The |correspondent|\w\.(?:com|net|org)\b",
    re.IGNORECASE,
)
HONOURED = re.compile(  # "Senator the Hon Penny Wong", "The Rt Hon James Cleverly MP"
    r"(?i:(?:senator|the|rt|right|hon(?:ou?rable)?|dr|h\.?e|his|her|excellency|mr|mrs|ms|sir|dame|minister"
    r"|ambassador|prof)\.? ){1,6}"
    rf"{NAMES}(?:,? (?:MP|MLA|KC|QC|CBE|KCMG))?"
)
REGION = re.compile(  # two capitals that are no name: "Latin America", "Human Rights"
    r"\b(?:east|west|north|south|central|latin|middle|america|americas|africa|asia|europe|pacific|caribbean|balkans"
    r"|united|union|world"
    r"|global|republic|states?|island|gulf|human|rights|foreign|policy|security|peace|press|national|international"
    r"|public|black|sea"
    r"|law|climate|crisis|war|talks|summit|day|special|top|big|long|key|new|latest|trade|defen[cs]e|economic"
    r"|political|joint)\b",
    re.IGNORECASE,
)
TAG_LABEL = re.compile(
    r"(?:(?:related )?(?:tags?|topics?)|key ?words?|categor(?:y|ies)|filed under|in this story"
    r"|explore more on these topics)\s?:?",
    re.IGNORECASE,
)


def head_line(text: str, is_below_title: bool, is_beside_stamp: bool) -> SegmentKind | None:
    """What a line above the story is by its form, or None when it may belong to the story."""
    if len(text) > MAX_HEAD_LINE_CHARS:
        return None
    if is_institution(text) or (
        is_below_title and not ends_sentence(text) and is_place_or_office(text) and not _place(text)
    ):
        return SegmentKind.ATTRIBUTION
    if REPORTER.fullmatch(text) and is_name(text.partition(" in ")[0]):
        return SegmentKind.BYLINE
    if not is_below_title or ends_sentence(text):
        return None
    if _place(text):
        return SegmentKind.DATELINE
    is_honoured = is_beside_stamp and HONOURED.fullmatch(text) is not None
    is_person = is_name(text) and (is_beside_stamp or not REGION.search(text))
    return SegmentKind.BYLINE if is_honoured or is_person else None


def _place(text: str) -> bool:
    """Whether a line is a city with its country: "Beijing, People's Republic of China" above remarks."""
    place = PLACE_WITH_COUNTRY.fullmatch(text)
    return place is not None and is_city(place["city"])


def is_label(text: str) -> bool:
    """Whether a line is short enough for a heading of the site: "Peace and Security"."""
    return word_count(text) <= MAX_LABEL_WORDS and not ends_sentence(text) and not SALUTATION.match(text)


def is_name(text: str) -> bool:
    """Whether a line is a person's name and no more."""
    is_long_enough = 2 <= word_count(text) <= 4
    if BODY_OR_BUILDING.search(text):
        return False
    return is_long_enough and re.fullmatch(NAMES, text) is not None and not publisher_named(text) and not is_city(text)


def is_tag(text: str) -> bool:
    """Whether a line under a label such as "Tags" is one of them."""
    return word_count(text) <= MAX_TAG_WORDS and not ends_sentence(text)


def is_tag_label(text: str) -> bool:
    """Whether a line announces the tags of an article."""
    return TAG_LABEL.fullmatch(text) is not None


def is_short_caption(text: str) -> bool:
    """Whether a line could be the caption between a picture's credit and the time stamp."""
    return word_count(text) <= MAX_CAPTION_WORDS
