"""How English news writes days, weeks, months and years: one pattern per form."""

import re

from assets.entities.number_words import SMALL

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NUMBERS = SMALL | {"a": 1, "an": 1, "couple": 2}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
WEEKS = ORDINALS | {"last": -1}
HOLIDAYS = {"christmas": (12, 25), "christmas eve": (12, 24), "new year's day": (1, 1), "new year's eve": (12, 31)}

_ABBREVIATED = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    rf"|{_ABBREVIATED})"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_NTH = r"(?:\s?(?:st|nd|rd|th))?"
_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_IRANIAN_YEAR = r"1[34]\d\d"
_NO_MORE = r"(?![\d:%]|[.,]\d)"  # "May 10,000 people", "in 2018.5"
_THROUGH = r"\s*(?:-|–|—|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s*"
_TO = rf"(?:{_THROUGH}|\s*\band\b\s*)"
_WHICH_YEAR = r"(?:of\s+)?(?P<which>this|last|next)\s+year"
_LAST_NEXT = r"(?:last|next|this|past|coming|upcoming|this\s+past|this\s+coming)"
_PART = (
    r"(?:(?:the\s+)?(?:very\s+)?(?:end|beginning|start|middle|close|(?:first|second|latter)\s+half)\s+of(?:\s+the)?\s+"
    r"|(?:[Ee]arly|[Ll]ate|[Mm]id)(?:\s+in)?[-\s]\s?)"
)
_PART_OF_MONTH = rf"(?:{_PART}|(?:the\s+)?(?:first|second|third|fourth|last)\s+week\s+of\s+)"
_UNIT = r"(?:day|week|month|year|decade)"
_COUNT_WORDS = "|".join(word for word in NUMBERS if len(word) > len("an") and word != "couple")
_COUNT = rf"(?:\d{{1,4}}|an?|a\s+couple\s+of|{_COUNT_WORDS})"
_OF_DAY = r"(?:\s+(?:morning|afternoon|evening|night|noon))?"
# days with a name of their own, and days that come again and again
_NAMED_DAYS = "".join(
    rf"(?<!{word}\s)"
    for word in [
        "Black",
        "Good",
        "Easter",
        "Bloody",
        "Super",
        "Palm",
        "Ash",
        "Cyber",
        "Holy",
        "every",
        "Every",
        "each",
        "Each",
    ]
)
_SINCE = r"(?i:in|since|until|till|by|from|before|after|during|throughout|through|year|FY|back\s+in|as\s+of|beyond|{fixed}\s+for)"
_FIXED = r"(?:planned|scheduled|set|slated|due|announced|expected|called|fixed|postponed|convened|foreseen)"
_COUNTED = (
    r"people|troops|soldiers|migrants|million|billion|km|kilo|miles|dollars|euros|times|percent|met(?:er|re)s|ton"
)
_NEAR_DAY = (
    r"the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|today|yesterday|tomorrow|tonight|last\s+night|"
    r"this\s+(?:morning|afternoon|evening)"
)

_ISO = rf"(?<![\d/-])(?P<year>{_YEAR})(?P<mark>[-/])(?P<month>0[1-9]|1[0-2])(?P=mark)(?P<day>0[1-9]|[12]\d|3[01])(?![\d/-])"
_NUMERIC = rf"(?<![\d./-])(?P<first>{_DAY})(?P<mark>[/.])(?P<second>{_DAY})(?P=mark)(?P<year>{_YEAR})(?![\d/])"
_IRANIAN = (
    rf"(?<![\d/-])(?P<year>{_IRANIAN_YEAR})(?P<mark>[/-])(?P<month>0?[1-9]|1[0-2])(?P=mark)(?P<day>{_DAY})(?![\d/-])"
)
_DAY_FIRST = (
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s+\(?(?:the\s+)?)?(?<![\d.,:$€£-])\b(?P<day>{_DAY}){_NTH}"
    rf"(?:(?:\s+(?:of\s+)?(?P<first_month>{_MONTH}){_THROUGH}|{_TO})(?P<last_day>{_DAY}){_NTH})?"
    rf"\s+(?:of\s+|day\s+of\s+)?(?P<month>{_MONTH})"
    rf"(?:,?\s+(?P<year>{_YEAR}){_NO_MORE}|\s+{_WHICH_YEAR})?(?![a-z])"
)
_MONTH_FIRST = (
    rf"(?:(?P<weekday>{_WEEKDAY}),?\s+\(?)?\b(?P<month>{_MONTH})\s+(?P<day>{_DAY}){_NTH}"
    rf"(?:(?:{_THROUGH}(?P<last_month>{_MONTH})\s+|{_TO}(?:the\s+)?)(?P<last_day>{_DAY}){_NTH})?{_NO_MORE}"
    rf"(?:,?\s+(?P<year>{_YEAR}){_NO_MORE}|,?\s+{_WHICH_YEAR})?(?![a-z-])"
)
_MONTHS_IN_A_ROW = (
    rf"\b(?i:from|between)\s+(?P<words>(?P<month>{_MONTH}){_TO}(?P<last_month>{_MONTH})"
    rf"(?:,?\s+(?:of\s+)?(?P<year>{_YEAR}){_NO_MORE})?)(?!\w)(?!\s+\d)"
)
_MONTH_OF_YEAR = (
    rf"(?P<part>{_PART_OF_MONTH})?\b(?P<month>{_MONTH}),?\s+(?:(?:of\s+)?(?P<year>{_YEAR}){_NO_MORE}|{_WHICH_YEAR})"
)
_MONTH_NAMED = rf"(?P<part>{_PART_OF_MONTH})?\b(?P<which>{_LAST_NEXT})\s+(?P<month>{_MONTH})(?!\w)(?!\s+\d)"
_MONTH_BARE = (
    rf"\b(?i:in|since|until|till|by|from|of|to|and|during|between|throughout|through|into|after|before|{_FIXED}\s+for)\s+"
    rf"(?P<words>(?P<part>{_PART_OF_MONTH})?(?P<month>{_MONTH}))(?![\w-])(?!\s+(?:\d|[A-Z]))"
)
_MONTH_PART = rf"(?P<words>(?P<part>{_PART_OF_MONTH})(?P<month>{_MONTH}))(?![\w-])(?!\s+\d)"
_MONTH_MODIFYING = (
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur)\s+(?P<words>(?P<month>{_MONTH}))"
    r"(?=\s+(?!on\b|of\b|for\b|to\b|in\b)[a-z]{2})"
)
_SEASONS = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
_WHICH_SEASON = r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his\s+past|[Tt]his\s+coming|coming|past)"
_SEASON_OF = rf"(?P<part>{_PART})?\b{_SEASONS}\s+of\s+{_WHICH_YEAR}\b"
_SEASON_NAMED = rf"(?P<part>{_PART})?\b{_WHICH_SEASON}\s+{_SEASONS}\b(?!\s+months)"
_SEASON_OF_YEAR = (
    rf"(?P<part>{_PART})?(?<!Arab\s)(?<!Prague\s)\b{_SEASONS}(?:\s+of|,)?\s+(?P<year>{_YEAR})(?![\d%-]|[.,]\d)"
)
_WEEKEND = (
    r"\b(?:(?:at|over|on|during|for)\s+(?P<words>the\s+weekend)|(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Tt]his\s+past|[Tt]his\s+coming)"
    r"\s+weekend)\b(?!-)"
)
_HOLIDAY = (
    r"\b(?i:before|after|by|until|till|on|at|since|for|around)\s+"
    r"(?P<words>(?P<holiday>Christmas(?:\s+Eve|\s+Day)?|New\s+Year['’]s\s+(?:Eve|Day)))\b(?!['’-]|\s+[A-Za-z]+s\b|\s+[A-Z])"
)
_BESIDE = r"\b(?P<words>[Tt]h(?:e|at)\s+(?P<side>next|following|previous|preceding|same)\s+day)\b"
_FISCAL = r"\b(?P<words>(?:[Tt]his|[Ll]ast|[Nn]ext|the\s+current)\s+(?:fiscal|financial)\s+year)\b"
_QUARTER = (
    r"(?:the\s+)?(?P<quarter>first|second|third|fourth|last)\s+quarter\s+"
    rf"(?:of\s+(?P<year>{_YEAR})|{_WHICH_YEAR})"
)
_DECADE = r"(?:the\s+)?(?P<part>early|mid|late)?[-\s]?\b(?P<year>(?:1[6-9]|20)\d0)['’]?s\b"
_YEARS = (
    rf"\b(?i:between|from|in|of|during|since)\s+"
    rf"(?P<words>(?P<year>{_YEAR})\s*(?:-|–|—|to|and|until|through)\s*(?P<last_year>{_YEAR}))(?![\d%-]|[.,]\d)"
)
_AFTER_YEAR = rf"(?![\d%:/-]|[.,]\d|['’]?s\b)(?!\s+(?:{_COUNTED}))"
_YEAR_SINCE = (
    rf"\b{_SINCE.format(fixed=_FIXED)}\s+(?P<words>(?P<part>{_PART})?(?P<year>{_YEAR})){_AFTER_YEAR}"
    r"(?!\s+(?:Agenda|Olympic|World))"
)
_YEAR_OF = (
    rf"\b(?:of\s+|(?=early|late|mid|the\s))(?P<words>(?P<part>{_PART})?(?P<year>{_YEAR})){_AFTER_YEAR}(?!\s+[A-Z])"
)
_YEAR_MODIFYING = (
    rf"(?:\b(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Aa]n?|U\.S\.)|['’]s?)\s+(?P<words>(?P<year>{_YEAR})){_AFTER_YEAR}(?=\s+[a-z]{{3}})"
    r"(?!\s+(?:and|or|which|that|was|were|has|had|with|members?|square|meters?|more|other|new|local|foreign|[a-z]+ians?)\b)"
)
_YEAR_OF_NAME = (
    rf"(?:\b(?:its|his|her|their|our|U\.S\.)|['’]s)\s+(?P<words>(?P<year>{_YEAR})){_AFTER_YEAR}(?=\s+[A-Z])"
    r"(?!\s+(?:Agenda|Vision|World|Olympic|Strategy|Plan)\b)"
)
_WEEKDAY_NAMED = rf"{_NAMED_DAYS}(?:\b(?P<which>{_LAST_NEXT})\s+)?\b(?P<weekday>{_WEEKDAY})(?!s)\b{_OF_DAY}"
_PERIOD = (
    rf"(?P<part>{_PART})?\b(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|current|coming|the)\s+"
    r"(?P<unit>week|month|quarter|year|decade)\b(?!-)"
)
_AGO = (
    rf"\b(?P<words>(?P<count>(?i:{_COUNT}))\s+(?P<unit>{_UNIT})s?\s+(?P<side>ago|earlier|later|before|after|from\s+now)"
    rf"(?P<today>\s+today)?)\b"
)

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("iso", re.compile(_ISO)),
    ("iranian", re.compile(_IRANIAN)),
    ("numeric", re.compile(_NUMERIC)),
    ("day_first", re.compile(_DAY_FIRST)),
    ("month_first", re.compile(_MONTH_FIRST)),
    ("months", re.compile(_MONTHS_IN_A_ROW)),
    ("month_of_year", re.compile(_MONTH_OF_YEAR)),
    ("month_named", re.compile(_MONTH_NAMED)),
    ("month_bare", re.compile(_MONTH_BARE)),
    ("month_bare", re.compile(_MONTH_PART)),
    ("month_bare", re.compile(_MONTH_MODIFYING)),
    ("season_of", re.compile(_SEASON_OF)),
    ("season", re.compile(_SEASON_NAMED)),
    ("season", re.compile(_SEASON_OF_YEAR)),
    ("quarter", re.compile(_QUARTER)),
    ("decade", re.compile(_DECADE)),
    ("years", re.compile(_YEARS)),
    ("year", re.compile(_YEAR_SINCE)),
    ("year", re.compile(_YEAR_OF)),
    ("year", re.compile(_YEAR_MODIFYING)),
    ("year", re.compile(_YEAR_OF_NAME)),
    ("weekday", re.compile(_WEEKDAY_NAMED)),
    ("ago", re.compile(_AGO)),
    ("near_day", re.compile(rf"\b(?P<word>(?i:{_NEAR_DAY})){_OF_DAY}\b")),
    ("weekend", re.compile(_WEEKEND)),
    ("holiday", re.compile(_HOLIDAY)),
    ("beside", re.compile(_BESIDE)),
    ("fiscal", re.compile(_FISCAL)),
    ("period", re.compile(_PERIOD)),
)
