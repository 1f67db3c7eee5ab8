"""The house of an article that the reference table lacks, from what its page says of itself in several places."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence

from assets.documents.cities import is_city
from assets.documents.furniture import MENU, RUN_RUBRIC
from assets.documents.head_lines import REGION
from assets.documents.parts import Part
from assets.documents.publisher import ADDRESS, AGENCY, HOUSE_NAME, publisher_named
from warehouse.reference import reference
from warehouse.tables.documents import SegmentKind

HEAD_LINES = 4  # a masthead stands among the first lines
MAX_LINE_CHARS, MAX_TEXT_CHARS = 600, 60_000
ENOUGH = 2  # one strong place, or two
SMALL = r"(?:of|and|the|for|de|da|do|del|la|di|des|du|et|in)"
HOUSE = rf"(?-i:(?:The )?[A-Z][\w'’-]*(?: (?:{SMALL} ){{0,2}}(?:& )?[A-Z\d][\w'’-]*){{0,5}})"
BAR = re.compile(r"(?:[|•·»›>/:]{1,2}|--)\s|\s[–—-]\s")
COMPANY = re.compile(
    r"(?:,? (?:Newspapers?|Media|Publish(?:ing|ers)|Publications|Holdings?|Group|Communications?|Company"
    r"|Corporation|Corp|Co"
    r"|Ltd|Limited|Inc|LLC|LLP|plc|PLC|GmbH|AG|SA|S\.A|ASBL|Pvt|Private|Establishment|Trust|Institution"
    r"|Organi[sz]ation)\.?){1,5}$"
)
CLAIM = re.compile(
    rf"(?:©|\(c\)|copyright|\ball rights reserved by\b)[\s©\d,–-]{{0,20}}(?:by )?(?P<name>{HOUSE})", re.IGNORECASE
)
# phrases in which a page speaks of its own house
OWN = re.compile(
    rf"not been edited by (?:(?-i:the) )?(?P<name_1>{HOUSE})(?: staff|,|\.| and)"
    rf"|appeared in (?:(?-i:the) )?(?P<name_2>{HOUSE}?)(?:['’]s)? (?:print|printed|online|weekend|sunday) "
    rf"|(?:permission (?:of|from)|unless|without crediting|courtesy of|credit to) (?:(?-i:the) )?(?P<name_3>{HOUSE})"
    rf"|(?:those of|reflect the (?:views|position|policy|opinion)s? of|views of"
    rf"|\bnot of) (?:(?-i:the) )?(?P<name_4>{HOUSE})"
    rf"|\b(?:support|join|follow|subscribe to|sign up (?:for|to)|download|donate to|welcome to"
    rf"|about) (?:(?-i:the) )?(?P<name_5>{HOUSE})"
    r"(?=['’]s (?:whatsapp|telegram|channel|newsletter)| (?:from|on|for|newsletter|app\b|today|via|now)|[.!]?$)"
    rf"|^(?P<name_6>{HOUSE}) (?:is on (?:telegram|whatsapp|x\b|twitter|facebook)|is an? (?:reader|listener"
    rf"|independent|non-?profit|non-?gov)"
    r"|website (?:contains|publishes|uses)|publishes (?:here|a selection)"
    r"|welcomes (?:your|readers?|comments?|contributions?|letters?|feedback)\b|relies on|app\b|newsletter)"
    rf"|(?:from|by|at|of) (?:(?-i:the) )?(?P<name_7>{HOUSE})['’]s? (?:newsroom|news ?desk|editors"
    rf"|reporters|journalists)",
    re.IGNORECASE,
)
INITIALS = re.compile(r"[A-Z]{2,6}(?= (?:is|was|publishes|reports)\b)")
TOLD = re.compile(
    rf"\b(?:told|spoke (?:to|with)|speaking to|in an interview with|seen by|obtained by|interview (?:to"
    rf"|with)) (?:(?-i:the) )?(?P<name>{HOUSE})"
)
IMPRINT = re.compile(r"\b(?:contacts?|e-?mail|tel|editor|director|directeur|publisher)\b", re.IGNORECASE)
OUR_HOST = re.compile(r"https?://(?:[\w-]+\.){0,2}(?P<label>[\w-]{4,40})\.[a-z]{2,10}(?:\.[a-z]{2})?(?=[/\s)\"]|$)")
FURNITURE = (
    SegmentKind.BOILERPLATE,
    SegmentKind.NAVIGATION,
    SegmentKind.ATTRIBUTION,
    SegmentKind.CAPTION,
    SegmentKind.BYLINE,
)


def house(parts: Sequence[Part], raw: str, url_domain: str | None, names: Sequence[str | None]) -> str | None:
    """Name of the house; None where fewer than two places, or one that leaves no doubt, tell it.

    ``names`` are no houses: the author's.
    """
    points: defaultdict[str, dict[str, int]] = defaultdict(dict)
    forms: defaultdict[str, list[str]] = defaultdict(list)
    persons = {_key(name) for name in names if name}
    labels = _labels(raw, url_domain)
    for place, strength, name in _named(parts):
        plain = COMPANY.sub("", name).strip(" .,'’-") or name
        key = _key(plain)
        if key in persons or not _may_be_house(plain):
            continue
        points[key][place] = max(points[key].get(place, 0), strength)
        forms[key].append(plain)
        if key in labels:
            points[key]["address"] = 1
    _add_initials(points, forms, parts)
    sure = [
        key for key, places in points.items() if sum(places.values()) >= ENOUGH and set(places) != {"told", "address"}
    ]
    sure = [key for key in sure if " " in forms[key][0] or points[key].keys() & {"claim", "address", "edited"}]
    best = max(sure, key=lambda key: (sum(points[key].values()), len(key)), default=None)
    return _form(forms[best]) if best else None


def _add_initials(points: dict[str, dict[str, int]], forms: dict[str, list[str]], parts: Sequence[Part]) -> None:
    """Count what a page says of its house by its initials: "SCB is an independent news service"."""
    lines = (part.clean.text for part in parts if part.kind is not SegmentKind.BODY)
    told = {match.group() for line in lines if len(line) <= MAX_LINE_CHARS and (match := INITIALS.match(line))}
    for key, names in forms.items():
        if "".join(word[0] for word in names[0].split() if word[0].isupper()) in told:
            points[key]["initials"] = 1


def _named(parts: Sequence[Part]) -> Iterator[tuple[str, int, str]]:
    """Place, strength and name of each mention that may be the house's."""
    heads = [part for part in parts if part.kind is not SegmentKind.BODY][:HEAD_LINES]
    for index, part in enumerate(heads):
        yield from _of_masthead(part, is_first=index == 0 and part is parts[0])
    for part in parts:
        text = part.clean.text
        if part.kind is SegmentKind.BODY:
            for match in TOLD.finditer(text[:MAX_TEXT_CHARS]):
                yield "told", 1, match["name"]
        elif len(text) <= MAX_LINE_CHARS:
            yield from _of_notice(text)


def _of_masthead(part: Part, is_first: bool) -> Iterator[tuple[str, int, str]]:
    text = part.clean.text if len(part.clean.text) <= MAX_LINE_CHARS else ""
    pieces = [piece.strip() for piece in BAR.split(text) if piece and piece.strip()]
    if not pieces:
        return
    is_row = " " in pieces[0] and any(_is_rubric(piece) for piece in pieces[1:])
    if part.kind is not SegmentKind.TITLE or len(pieces) > 1:
        yield "masthead", 2 if is_first and is_row else 1, pieces[0]
    if len(pieces) > 1:
        yield "masthead", 1, pieces[-1]


def _of_notice(text: str) -> Iterator[tuple[str, int, str]]:
    for match in CLAIM.finditer(text):
        yield "claim", 2 if HOUSE_NAME.fullmatch(match["name"]) else 1, match["name"]
    for match in OWN.finditer(text):
        name = next(group for group in match.groups() if group)
        is_sure = match["name_1"] is not None or (" " in name and match["name_5"] is None)  # "Join Our Community"
        yield "edited" if match["name_1"] else "phrase", 2 if is_sure else 1, name
    if IMPRINT.match(text) and ", " in text:
        yield "imprint", 1, text.rpartition(", ")[2]
    first = BAR.split(text)[0].strip()
    if len(text) > len(first) and IMPRINT.search(text):
        yield "imprint", 1, first


def _is_rubric(text: str) -> bool:
    return MENU.fullmatch(text) is not None or RUN_RUBRIC.fullmatch(text) is not None


def _may_be_house(name: str) -> bool:
    """Whether a name can be a house's: a menu's words, a place and a news agency are none."""
    known = publisher_named(name)
    if (known and known.kind == AGENCY) or _is_rubric(name) or is_city(name):
        return False
    if all(word.islower() or REGION.fullmatch(word) for word in name.split()):  # "Human Rights" heads a page
        return False
    return len(name) > 3 and re.fullmatch(HOUSE, name) is not None and not _is_country(name)


def _is_country(name: str) -> bool:
    return name.casefold().removeprefix("the ") in {
        str(country).casefold() for country in reference("countries")["name"]
    }


def _labels(raw: str, url_domain: str | None) -> set[str]:
    """Names in the addresses of a page: "nilegazette" of "desk@nilegazette.example"."""
    hosts = [match["host"] for match in ADDRESS.finditer(raw)] + ([url_domain] if url_domain else [])
    labels = {label for host in hosts for label in host.split(".")[:-1]}
    labels |= {match["label"] for match in OUR_HOST.finditer(raw)}
    return {_key(label) for label in labels if len(label) > 3}


def _key(name: str) -> str:
    """Letters of a name, however it is written: "The Nile Gazette", "nile-gazette"."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", "et").replace(" and ", "et"))
    return "".join(filter(str.isalnum, plain)).removeprefix("the")


def _form(forms: Sequence[str]) -> str:
    """The name as it is best written: with its article where a sentence has it, not in capitals alone."""
    mixed = [form for form in forms if not form.isupper()]
    article = [form for form in mixed if form.startswith("The ")]
    return (article or mixed or [forms[0].title()])[0]
