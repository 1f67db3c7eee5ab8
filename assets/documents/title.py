"""Headlines: the article's own, and those of others that stand in its way."""

import re

MAX_TITLE_CHARS = 250
MIN_TITLE_WORDS, MAX_TITLE_WORDS = 3, 30
MAX_LEAD_WORDS = 30
MAX_LONG_TITLE_WORDS, MAX_LONG_TITLE_CHARS = 60, 400  # briefings name everyone who takes part
SAME_TITLE_SHARE = 0.8
MIN_HEADLINE_WORDS, MAX_HEADLINE_WORDS = 4, 22
TITLE_CASE_SHARE = 0.8
MAX_KICKER_WORDS = 4
KICKER_NO = frozenset({"in", "to", "for", "with", "on", "at", "from", "over", "as", "after"})  # headlines have them
SMALL_WORD_LETTERS = 4  # "with" and "from" stay small in some houses, capitals in others

MAX_QUOTED_HEADLINE_CHARS = 130
QUOTED_END = re.compile(r"[.!?…,][\"”’]$")
WEEKDAY_LINE = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? [\w,. ]{1,20}\d{4}", re.IGNORECASE)
BRACKETED = re.compile(r"\([^()]+\)")
INNER_END = re.compile(r"[a-z\d][.!?][\"”’]? [A-Z\"“]")

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*")
ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.){2,5}[\"'”’)]*$|\b(?:Jr|Sr|Inc|Ltd|Co|St|Dr|Mr|Ms)\.$")
TERMINAL = re.compile(r"[.:;,…][\"'”’»)\]]*(?:\[\d{1,3}\])*$")  # "... prices.[29]" ends a sentence too
SENTENCE_END = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
INSTITUTION = re.compile(
    r"(?:the )?(?:(?:republic|kingdom|state|federation|sultanate|principality|commonwealth) of (?:the )?(?:[\w'’-]+ ){1,3})?"
    r"(?:(?:press |media |spokesperson'?s? )?(?:office|service|department|ministry|bureau|embassy|delegation"
    r"|secretariat|directorate|permanent mission|presidency|government|council|commission|consulate(?: general)?)"
    r" (?:of|for|to|on)\b|press (?:office|service|secretary)|white house|prime minister['’]s office"
    r"|the presidency)[^.]{0,80}",
    re.IGNORECASE,
)
OFFICE = (
    r"(?:secretary|minister|president|ambassador|spokes(?:person|man|woman)|director|representative|chair|envoy"
    r"|administrator)"
)
NO_TITLE = re.compile(
    rf"{INSTITUTION.pattern}"
    rf"|[^,]{{3,60}}, (?:[\w’'.-]+ ){{0,6}}{OFFICE}"  # "Antony J. Blinken, Secretary of State"
    r"(?: (?:of|for|to) [^,]{2,60})?"
    r"|(?:[\w.’'-]+ ){0,5}(?:room|hall|auditorium|palace|house|garden|theater|theatre|center|centre|hotel|airport"
    r"|building|castle|library|university|museum|residence|base)"
    r"|(?:[\w.-]+ ){0,3}[\w.-]+, (?:[A-Z][\w.]+ ?){1,2}",  # "Los Angeles, California"
    re.IGNORECASE,
)
TIMED_SPEAKER = re.compile(r"[A-Z][\w .'’-]{0,60}\(\d{1,2}:\d{2}(?::\d{2})?\)\s?:")  # "Speaker 1 (00:07):"
SPEAKER = re.compile(rf"(?:[A-Z][A-Z .'’-]{{0,60}}|Q|A)\s?:|Q\s|(?:QUESTION|MODERATOR)\b|{TIMED_SPEAKER.pattern}")
SENTENCE_WORDS = (
    "the a an will would was were is are has have had be been said told announced could should can may might must"
)
ARTICLE_OR_AUXILIARY = frozenset(SENTENCE_WORDS.split())
PURPOSE = re.compile(  # "Putin to meet with Turkish president"
    r"\b(?:[A-Z][\w'’-]*|(?:president|minister|premier|envoy|delegation|leader|official)s?) to"
    r" (?:meet|visit|hold|discuss|attend|host|receive|address|sign|travel|arrive|open|resume|join|send)\b"
)
UNFINISHED = re.compile(
    r"(?:,|\b(?:of|the|a|an|and|or|with|to|in|at|by|for|from|on|as|than|that|which|who|between|into|against|during|was|is|were|are|its|his|her|their|Mr|Mrs|Ms|Dr"
    r"|Mr\.|Mrs\.|Ms\.|Dr\.))$"
)
OFFICE_END = re.compile(r"\b(?:President|Minister|Ambassador|Secretary)$")  # a name follows, but not behind a headline
SPEAKER_BEHIND = re.compile(
    r"\s[–—-]\s(?:[A-Z][\w-]* ){0,2}(?:President|Minister|Ambassador|Secretary)$"
)  # "... – Minister"
# Verbs of headlines in the present tense: a lone line with one among the paragraphs of an article is another article's.
PRESENT_TENSE = (
    "accuses accepts addresses advances agrees aims announces appoints approves arrives asks attends backs bans "
    "begins blames blasts blocks bolsters boosts breaks brings calls cancels celebrates chairs claims concludes "
    "condemns confirms congratulates considers continues criticizes criticises cuts declares defends delivers "
    "demands denies denounces deploys deports discusses ends endorses ensures enters expands expels expresses "
    "extends faces finds gets gives hails heads highlights hits holds hosts imposes inaugurates invites joins kicks "
    "kills launches lauds lays leads leaves lifts loses makes marks meets names offers opens opposes orders passes "
    "pays pledges plans postpones praises presents proposes protests pushes ratifies reaches reaffirms reassures "
    "receives recognizes recognises rejects releases reiterates remains resumes returns reveals says seeks sees "
    "sends sets shows signs slams speaks starts stresses strengthens suggests summons supports suspends takes talks "
    "tells thanks threatens travels turns unveils urges vetoes visits voices vows wants warns welcomes wins "
    "withdraws worries"
)
HEADLINE_VERBS = frozenset(PRESENT_TENSE.split())
PLURALS = (
    "talks visits calls names signs heads plans claims demands orders offers returns cuts aims ends faces supports"
    " protests pledges marks voices worries travels leads views links moves"
)
PLURAL_NOUNS = frozenset(PLURALS.split())


def word_count(text: str) -> int:
    """Number of words."""
    return sum(1 for _ in WORD.finditer(text))


def is_title_like(text: str) -> bool:
    """Whether a line reads as a headline: some words, no end of a sentence."""
    if len(text) > MAX_TITLE_CHARS or not MIN_TITLE_WORDS <= word_count(text) <= MAX_TITLE_WORDS:
        return False
    is_broken = is_unfinished(text) and not SPEAKER_BEHIND.search(text[-24:])
    if (NO_TITLE.fullmatch(text) and not _has_headline_verb(text)) or is_broken:
        return False
    if BRACKETED.fullmatch(text) or WEEKDAY_LINE.fullmatch(text):  # a caption, "Thursday, 09, May, 2024"
        return False
    starts_well = text.lstrip("\"'“‘«(¿¡[")[:1]
    return bool(starts_well) and not starts_well.islower() and not ends_sentence(text)


def is_unfinished(text: str) -> bool:
    """Whether a line breaks off within its sentence: "... met President", but not "Envoy calls on Foreign Minister"."""
    if UNFINISHED.search(text[-12:]):
        return True
    is_headline = len(text) <= MAX_TITLE_CHARS and (is_title_case(text) or _has_headline_verb(text))
    return OFFICE_END.search(text[-12:]) is not None and not is_headline


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences end; "U.S." ends none."""
    return bool(TERMINAL.search(text)) and not ABBREVIATION_END.search(text)


def is_ended(text: str) -> bool:
    """Whether a line ends as prose does; headlines are questions too and end with a quotation: "... between rivers"."""
    if ends_sentence(text) or len(text) > 300:
        return True
    is_long = len(text) > MAX_QUOTED_HEADLINE_CHARS or INNER_END.search(text) is not None
    return QUOTED_END.search(text[-4:]) is not None or (text[-1:] in '"”!?' and is_long)


def is_complete(text: str) -> bool:
    """Whether a paragraph ends with a mark that ends a sentence or opens a quotation or list."""
    return bool(SENTENCE_END.search(text)) or text[-1:] in '"”»)’'


def same_title(first: str, second: str) -> bool:
    """Whether two headlines say the same, but for a word or the punctuation."""
    words, others = _word_set(first), _word_set(second)
    if not words or not others or min(len(words), len(others)) < MIN_TITLE_WORDS:
        return " ".join(first.casefold().split()) == " ".join(second.casefold().split())
    return len(words & others) >= SAME_TITLE_SHARE * len(words | others)


def is_other_headline(text: str) -> bool:
    """Whether a lone line is the headline of another article, as links between paragraphs are."""
    words = WORD.findall(text)
    if not MIN_HEADLINE_WORDS <= len(words) <= MAX_HEADLINE_WORDS or not is_title_like(text):
        return False
    if SPEAKER.match(text) or text.endswith("?"):
        return False
    lower = [word.lower() for word in words]
    if not is_title_case(text) and ARTICLE_OR_AUXILIARY.intersection(
        lower
    ):  # headlines leave them out, sentences do not
        return False
    verbs = HEADLINE_VERBS - PLURAL_NOUNS  # "Bilateral talks and official visits" is a heading
    return any(word in verbs for word in lower[1:]) or PURPOSE.search(text) is not None


def is_institution(text: str) -> bool:
    """Whether a line names the office that issues a statement and says nothing more."""
    is_short = len(text) <= MAX_LONG_TITLE_CHARS
    return is_short and INSTITUTION.fullmatch(text) is not None and not _has_headline_verb(text)


def is_place_or_office(text: str) -> bool:
    """Whether a line names an office-holder or a venue: "Antony J. Blinken, Secretary of State"."""
    is_short = len(text) <= MAX_LONG_TITLE_CHARS
    return is_short and NO_TITLE.fullmatch(text) is not None and not _has_headline_verb(text)


def is_unusual_title(text: str) -> bool:
    """Whether the first line of a text is a headline by its capitals, though of two words or very long."""
    if len(text) > MAX_LONG_TITLE_CHARS:
        return False
    if len(text) > MAX_LONG_TITLE_CHARS:
        return False
    words = word_count(text)
    is_odd = (
        words == MIN_TITLE_WORDS - 1 or MAX_TITLE_WORDS < words <= MAX_LONG_TITLE_WORDS or len(text) > MAX_TITLE_CHARS
    )
    is_plain = not ends_sentence(text) and not SPEAKER.match(text) and not NO_TITLE.fullmatch(text)
    return is_odd and is_plain and is_title_case(text)


def is_kicker(text: str, after: str) -> bool:
    """Whether a line is the rubric of the headline after it: "Human Rights Council" above "Syria: envoy urges ..."."""
    words = WORD.findall(text)
    is_bare = len(words) <= MAX_KICKER_WORDS and ":" not in text and not KICKER_NO.intersection(map(str.lower, words))
    return is_bare and not _has_headline_verb(text) and _has_headline_verb(after) and len(after) > len(text)


def is_title_case(text: str) -> bool:
    """Whether nearly all longer words begin with a capital."""
    longer = [word for word in WORD.findall(text) if len(word) > SMALL_WORD_LETTERS or not word.islower()]
    return bool(longer) and sum(not word[0].islower() for word in longer) >= TITLE_CASE_SHARE * len(longer)


def _has_headline_verb(text: str) -> bool:
    return any(word.lower() in HEADLINE_VERBS for word in WORD.findall(text)[1:])


def _word_set(text: str) -> set[str]:
    return set(WORD.findall(text.casefold().replace(".", "")))
