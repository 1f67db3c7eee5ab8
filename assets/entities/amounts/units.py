"""What amounts count: people by what they are, measures, and nouns that a number before them does not count."""

DURATION = "second|minute|hour|day|night|week|month|year|decade"
_PERSONS = (
    "people persons person individuals citizens nationals residents inhabitants civilians adults men women children boys "
    "girls babies students pupils workers employees migrants immigrants emigrants refugees returnees evacuees deportees "
    "passengers tourists travelers travellers visitors guests soldiers troops servicemen servicewomen sailors airmen marines "
    "pilots personnel policemen officers commanders generals guards firefighters rescuers medics prisoners inmates hostages "
    "detainees captives victims survivors patients doctors physicians nurses journalists reporters correspondents diplomats "
    "delegates participants attendees members voters candidates protesters protestors demonstrators "
    "activists fighters militants rebels terrorists insurgents gunmen mercenaries peacekeepers observers monitors inspectors "
    "lawmakers legislators parliamentarians deputies senators congressmen ministers ambassadors presidents officials leaders "
    "experts specialists scientists researchers engineers technicians trainers instructors advisers advisors consultants "
    "lawyers judges prosecutors athletes players teachers professors lecturers scholars academics graduates interns trainees "
    "farmers fishermen fishers miners drivers traders businessmen businesspeople entrepreneurs investors owners volunteers "
    "compatriots expatriates pilgrims worshippers casualties deaths fatalities souls orphans widows veterans pensioners "
    "retirees taxpayers customers users subscribers beneficiaries recipients applicants servants staffers colleagues "
    "peasants laborers labourers professionals representatives envoys negotiators mediators authorities suspects smugglers "
    "traffickers criminals oligarchs operatives agents spies settlers nomads youths teenagers minors infants newborns "
    "spectators fans artists musicians writers authors editors bloggers nominees appointees councillors councilors mayors "
    "governors princes kings relatives parents mothers fathers spouses Dreamers"
)
_SEVERAL_WORDS = (
    r"asylum[\s-]seekers|job[\s-]seekers|displaced|military\s+personnel|police\s+officers|"
    r"heads\s+of\s+(?:state|government|mission)"
)
DEMONYM = (
    r"(?:[A-Z][a-z]+(?:ians|eans|icans|ans|is)|Turks|Greeks|Poles|Serbs|Croats|Kurds|Arabs|Czechs|Slovaks|Uzbeks|Kazakhs|"
    r"Tajiks|Swedes|Danes|Finns|Dutch|Filipinos|Cypriots|Argentines)"
)
# Adjectives of peoples by their endings, and those without one: "4,800 French troops".
OF_PEOPLE = (
    r"(?:[A-Z][a-z]+(?:ese|ian|an|ish|i)|U\.?S\.?|French|Dutch|Greek|Czech|Slovak|Swiss|Thai|Arab|Serb|Croat|Uzbek|Kazakh|"
    r"Tajik|Kyrgyz|Turkmen|Filipino|Philippine|Argentine|Cypriot|Lao|Welsh|NATO|UN|EU)"
)
PEOPLE = "|".join([_SEVERAL_WORDS, *_PERSONS.split(), DEMONYM])
# what harm makes of people; the noun is left out: "at least 60 dead"
HARMED = "dead|killed|wounded|injured|missing|homeless|displaced|arrested|detained|hospitalized|hospitalised|unaccounted\\s+for"
# offices that a small number before them seldom tells as news: "two ministers", "according to two diplomats"
ROLES = frozenset(
    [
        "ministers",
        "presidents",
        "leaders",
        "diplomats",
        "delegates",
        "sources",
        "ambassadors",
        "envoys",
        "representatives",
        "participants",
        "reporters",
        "negotiators",
        "mediators",
        "deputies",
        "governors",
        "heads",
        "men",
        "women",
    ]
)
MEASURES = (
    "km|kilometers?|kilometres?|meters?|metres?|miles?|feet|acres?|hectares?|square\\s+(?:kilometers?|kilometres?|miles?|meters?|"
    "metres?)|cubic\\s+(?:meters?|metres?|feet)|kg|kilograms?|kilos?|grams?|tons?|tonnes?|metric\\s+tons?|megatons?|liters?|litres?|"
    "gallons?|barrels?|bushels?|MW|GW|kW|megawatts?|gigawatts?|kilowatts?|GWh|MWh|kWh|megawatt[\\s-]hours?|gigawatt[\\s-]hours?|"
    "degrees?|knots?|bcm"
)
NOT_COUNTED = (
    "the|a|an|my|our|your|their|his|her|these|those|of|in|on|at|to|for|and|or|from|by|with|as|is|are|was|were|has|had|have|"
    "that|which|who|be|been|a\\.m|p\\.m|million|billion|trillion|thousand|percent|per|points?|others|more|times|this|his|its|across|"
    "always|less|does|plus|us|series|process|address|access|success|progress|business|news|politics|minus|versus|class|press|"
    "cross|focus|status|consensus|crisis|basis|congress|says|adds|calls|seeks|includes|aims|remains|provides|requires|goes|"
    "comes|hours|years|days"
)

_ALREADY_SINGULAR = ("ss", "us", "is")
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "persons": "person",
    "people": "people",
    "lives": "life",
    "wives": "wife",
    "feet": "foot",
    "servicemen": "serviceman",
    "policemen": "policeman",
    "gunmen": "gunman",
    "congressmen": "congressman",
    "fishermen": "fisherman",
    "businessmen": "businessman",
    "km": "kilometer",
    "kg": "kilogram",
    "mw": "megawatt",
    "gw": "gigawatt",
}


def singular(unit: str) -> str:
    """A unit with its last word in the singular: "member states" is "member state", "tonnes" is "tonne"."""
    *first, last = unit.split()
    return " ".join([*first, _singular(last)])


def _singular(word: str) -> str:
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower.endswith("ies") and len(lower) > len("ties"):
        return f"{word[:-3]}y"
    if lower.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if lower.endswith("s") and not lower.endswith(_ALREADY_SINGULAR) else word
