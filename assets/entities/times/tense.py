"""Whether the words around a point of a sentence speak of the past or of what is to come, without a parser."""

import re
from enum import StrEnum


class Tense(StrEnum):
    """Time of the verb that governs a point of a text."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


_BREAK = re.compile(r"\n\s*\n|[.!?][\"”’»)]*\s+(?=[\"“«(]?[A-Z])|;\s")
# not a break: "Oct. 16", "Mr. Price", "U.S. Embassy"
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.$"
)

_ADVERBS = r"(?:\s+(?:also|not|then|jointly|be|have|been|\w{2,12}ly))*"
_FUTURE = (
    rf"\b(?:will|shall|won't|won’t)\b{_ADVERBS}(?:\s+[a-z]+)?"
    rf"|\b(?:is|are|was|were|be|been|being)(?:\s+\w{{2,12}}ly)?\s+(?:expected|scheduled|due|set|slated|billed|tipped|planned|going|about|poised|supposed|to)"
    rf"\b(?:\s+(?:for|to))?{_ADVERBS}(?:\s+[a-z]+)?"
    rf"|\b(?:expects?|plans?|intends?|hopes?|prepar(?:es?|ing)|planning|wants?|agreed|pledged|promised|expected|scheduled|due|set|slated|billed|planned)"
    rf"\s+(?:to|for)\b{_ADVERBS}(?:\s+[a-z]+)?"
    r"|\b(?:expected|scheduled|slated|billed|planned|upcoming|forthcoming|ahead of)\b"
    r"|\b\w+['’]ll\b(?:\s+[a-z]+)?"
)
_ABANDONED = r"\bhad\s+(?:been\s+)?(?:planned|scheduled|expected|hoped|intended|wanted)\b(?:\s+to\s+[a-z]+)?"
_PAST = (
    r"\b(?:was|were|had|did|said|told|met|held|spoke|took|went|came|made|began|gave|paid|sat|saw|wrote|left|led|"
    r"became|has|have|got|won|lost|sent|brought|thought|ran|flew|broke|rose|fell|grew)\b"
    r"|\b(?!need|speed|succeed|proceed|hundred|united|indeed|armed|limited|advanced|detailed)[a-z]{2,14}ed\b"
)
_VERB = re.compile(rf"(?P<past>{_ABANDONED})|(?P<future>{_FUTURE})|{_PAST}")

# verbs whose time is still to come, though they are not in the future: "may be held in March", "flies on Thursday"
_FORMERLY = (
    r"\b(?:originally|initially|previously|earlier)\s+(?:planned|scheduled|set|due|expected|announced)\b"
    r"(?:\s+(?:for|to))?"
)
_MODAL = rf"\b(?:may|might|could|would|should|must)\b(?!\s+(?:\w+ly\s+)?have\b){_ADVERBS}(?:\s+[a-z]+)?"
_INVITED = r"\binvit(?:ed|es|ing)\b[^.;\n]{0,80}?\bto\s+[a-z]+"
_CALLED_FOR = (
    r"\bcall(?:ed|s|ing)\s+for\s+(?:an?|new|early|fresh)\s+(?:[a-z]+\s+){0,2}?(?:demonstration|meeting|summit|strike|protest|"
    r"rally|session|vote|election|conference|referendum|march|mobilization|mobilisation|walkout|round)s?\b"
)
_PRESENT = (
    r"\b(?:flies|departs|arrives|travels|heads|begins|starts|resumes|convenes|expires|opens|takes\s+place|kicks\s+off|"
    r"gets\s+underway|gets\s+under\s+way|takes\s+office)\b"
    r"|\b(?:is|are)\s+(?:\w{2,12}ly\s+)?(?:visiting|meeting|hosting|holding|travell?ing|arriving|leaving|flying|heading|"
    r"going|receiving|coming|returning|planned|announced|called)\b"
)
_VERB_OF_TIME = re.compile(
    rf"(?P<past>{_ABANDONED}|{_FORMERLY})|(?P<future>{_FUTURE}|{_MODAL}|{_INVITED}|{_CALLED_FOR}|{_PRESENT})|{_PAST}"
)
# "discussed the visit of Sol in August": the verb tells no time of what it was about
_ABOUT = re.compile(
    r"(?:discussed|reviewed|considered|exchanged|noted|stressed|underlined|underscored|emphasi[sz]ed|highlighted|confirmed|"
    r"agreed|mentioned|touched|prepared|talked|spoke|focused|welcomed|addressed|concerned|expressed|attached|announced|said)"
)
_TIMED_OTHERWISE = r"\b(?:during|at|after|following|since|in|when|while|as|before)\b"
_TOPIC = re.compile(
    rf"(?:(?!{_TIMED_OTHERWISE})[^.;]){{0,160}}\b(?:visits?|trips?|tours?|summits?|meetings?|talks|sessions?|conferences?|"
    rf"forums?|rounds?|consultations|elections?|exercises?)\b(?:(?!{_TIMED_OTHERWISE})[^.;]){{0,80}}"
    r"(?:\b(?:in|on|of|for|from|early|late|mid|this|the)\s+){0,3}"
)
_PLEDGED = re.compile(r"(?:agreed|pledged|promised|vowed|decided)\b")
_SINCE = re.compile(r"\bsince\s+(?:the\s+)?$")
_UNTIL = re.compile(r"\b(?:by|before|until|till)\s+(?:the\s+)?$")
_LASTED = re.compile(r"(?:had|served|lasted|remained|stayed|ruled|worked|held|lived|kept|was|were|did|reigned)\b")
_CALLED_OFF = re.compile(
    r"\b(?:was|were|been|is|are)\s+(?:\w{2,12}ly\s+)?(?:cancell?ed|postponed|suspended|put\s+off|called\s+off|scrapped|delayed)\b"
    r"|\bnever\s+(?:took\s+place|happened)\b"
)


def sentence_bounds(text: str, position: int) -> tuple[int, int]:
    """Rough bounds of the sentence around ``position``: enough to look for its verb."""
    start = max(0, position - 600)
    for match in _BREAK.finditer(text, start, position):
        if not _ABBREVIATION.search(text, max(0, match.start() - 6), match.start() + 1):
            start = match.end()
    following = _BREAK.search(text, position)
    while following and _ABBREVIATION.search(text, max(0, following.start() - 6), following.start() + 1):
        following = _BREAK.search(text, following.end())
    end = following.start() + 1 if following else len(text)
    return start, min(end, position + 600)


def tense_at(text: str, start: int, end: int) -> Tense:
    """Tense of the verb nearest before ``[start, end)`` in its sentence, else of the first one after it.

    "will visit Cuba next week, the ministry said on Tuesday": Tuesday is governed by "said", next week by "will".
    """
    first, last = sentence_bounds(text, start)
    verb = _last_verb(_VERB, text, first, start) or _VERB.search(text, end, max(last, end))
    if verb is None:
        return Tense.UNKNOWN
    return Tense.FUTURE if verb.group("future") else Tense.PAST


def tense_of_time(text: str, start: int, end: int) -> Tense:
    """Which way to look for the days of the time expression ``[start, end)``: back, ahead, or unknown.

    Beside the verb a preposition tells: "since September" looks back, "gave them until the end of June" ahead.
    """
    first, last = sentence_bounds(text, start)
    before = _last_verb(_VERB_OF_TIME, text, first, start)
    if _SINCE.search(text, max(first, start - 12), start):
        return Tense.PAST
    if _UNTIL.search(text, max(first, start - 12), start):
        return Tense.PAST if before and _LASTED.match(before.group()) else Tense.FUTURE
    if before and _ABOUT.fullmatch(before.group()) and _TOPIC.fullmatch(text, before.end(), start):
        return Tense.UNKNOWN
    if before:
        return Tense.FUTURE if before.group("future") else Tense.PAST
    after = _VERB_OF_TIME.search(text, end, max(last, end))
    if after is None:
        return Tense.UNKNOWN
    return Tense.FUTURE if after.group("future") and not _PLEDGED.match(after.group()) else Tense.PAST


def is_called_off(text: str, start: int, end: int) -> bool:
    """True when what was to take place at ``[start, end)`` was cancelled: "the visit, planned for March, was put off"."""
    return bool(_CALLED_OFF.search(text, end, max(end, sentence_bounds(text, start)[1])))


def _last_verb(verbs: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    last = None
    for match in verbs.finditer(text, start, end):
        last = match
    return last
