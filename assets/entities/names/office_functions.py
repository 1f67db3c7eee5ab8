"""What an office is by its function, which its tail, its modifiers and its country tell beside its head."""

from dataclasses import replace

from assets.entities.names.title_parts import Entities, TitlePhrase
from assets.entities.names.title_tails import Tail
from assets.entities.names.title_words import titles
from assets.entities.names.vocabulary import is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

GOVERNMENT_HEADS = frozenset({"DEU", "AUT"})  # where a chancellor leads the government
FOREIGN_CHANCELLORS = word_set(
    "ARG BOL BRA CHL COL CRI CUB DOM ECU ESP GTM HND MEX NIC PAN PER PRY SLV URY VEN"
)  # where a chancellor is the foreign minister
OFFICIAL_SECRETARIES = word_set("IND LKA PAK BGD NPL")  # where a foreign secretary is the ministry's first official
SHARE_OF_REGION = 1 / 3  # of the countries a text names
DEPUTY = frozenset({"deputy", "vice", "assistant"})
TOP = frozenset({"top", "chief"})  # "the top U.S. diplomat"
FOREIGN_AFFAIRS = "foreign affairs"
AGENCIES = ("agency", "administration", "authority", "service", "bureau", "institute")
# What assistant secretaries of a department of foreign affairs are for, beside regions.
BUREAUS = word_set(
    "political-military consular educational international diplomatic arms democracy population refugees migration "
    "hemisphere hemispheric eastern european eurasian african asian asia pacific oceans counterterrorism narcotics "
    "nonproliferation disarmament global"
)
BUSINESS = word_set("marketing sales operations engineering communications product finance strategy development")
SECRETARIES = {
    "assistant secretary": "assistant secretary of state",
    "deputy assistant secretary": "deputy assistant secretary of state",
}
HEADS = frozenset({"director", "head", "director general"})


def by_function(words: Words, entities: Entities, phrase: TitlePhrase, tail: Tail) -> TitlePhrase:
    """The phrase with the title that its tail, its country and the words before its head make of it."""
    for rule in (_ruling, _presiding, _foreign, _heading, _sent, _secretarial, _represents):
        changed = rule(words, entities, phrase, tail)
        if changed is not None:
            phrase = changed
            break
    return _with_portfolio(words, _modified(words, phrase))


def _ruling(words: Words, entities: Entities, phrase: TitlePhrase, tail: Tail) -> TitlePhrase | None:
    if tail.kind == "chancellor" and _heads_government(phrase, entities):
        return replace(phrase, title="chancellor", portfolio=None)
    if phrase.title == "vice president" and words.at(phrase.head_end + 1).lower() in BUSINESS:
        return replace(phrase, title="executive", country_id=None, is_explicit=False)
    return None


def _heads_government(phrase: TitlePhrase, entities: Entities) -> bool:
    """Whether a chancellor leads a government, as in Germany; in texts on Latin America it is a foreign minister."""
    if phrase.country_id:
        return phrase.country_id in GOVERNMENT_HEADS
    return not entities.is_about(FOREIGN_CHANCELLORS, SHARE_OF_REGION)


def _presiding(words: Words, entities: Entities, phrase: TitlePhrase, tail: Tail) -> TitlePhrase | None:
    """Presidents and chairs of bodies: "European Council President", "Chairman of the House Foreign Affairs Committee"."""
    body = entities.by_end.get(phrase.head_start)
    is_of_body = (body and body.label == "ORG" and not body.country_id) or (body is None and _is_acronym(words, phrase))
    if phrase.title == "president" and is_of_body:
        return replace(phrase, title="president of organization", country_id=None, is_explicit=False)
    if phrase.title == "president" and tail.kind == "of a body":
        return replace(phrase, title="president of organization", country_id=None, is_explicit=False)
    if phrase.title == "president" and tail.kind == "of a parliament":
        return replace(phrase, title="speaker of parliament")
    of_committee = phrase.body and "committee" in words.text(*phrase.body).lower()
    return replace(phrase, title="committee chair") if phrase.title == "chairman" and of_committee else None


def _is_acronym(words: Words, phrase: TitlePhrase) -> bool:
    """Whether an abbreviation that is no country stands before the head: "ESPN President"."""
    before = words.at(phrase.head_start - 1)
    is_modifier = phrase.start < phrase.head_start and words.at(phrase.head_start).istitle()
    return is_modifier and before.isalpha() and before.isupper() and len(before) > 1


def _foreign(words: Words, entities: Entities, phrase: TitlePhrase, tail: Tail) -> TitlePhrase | None:
    """Offices of a ministry of foreign affairs: "head of diplomacy", "Vice Minister for Asia", "Foreign Secretary"."""
    head = words.at(phrase.head_end - 1).lower()
    is_regional = tail.is_regional and head in {"minister", "viceminister"}
    if phrase.title == "deputy minister" and ("foreign" in tail.kind or is_regional):
        return replace(phrase, title="deputy foreign minister", portfolio=FOREIGN_AFFAIRS)
    if phrase.title == "head" and "diplomacy" in tail.kind:
        return replace(phrase, title="foreign minister", portfolio=FOREIGN_AFFAIRS)
    if phrase.title == "foreign secretary" and not _is_official(phrase, entities):
        return replace(phrase, title="foreign minister", portfolio=FOREIGN_AFFAIRS)
    return None


def _is_official(phrase: TitlePhrase, entities: Entities) -> bool:
    if phrase.country_id:
        return phrase.country_id in OFFICIAL_SECRETARIES
    return entities.is_about(OFFICIAL_SECRETARIES, SHARE_OF_REGION)


def _heading(words: Words, entities: Entities, phrase: TitlePhrase, tail: Tail) -> TitlePhrase | None:
    """Heads of agencies and of departments: "director of the development agency", "Director for North America"."""
    if phrase.title not in HEADS or phrase.head_end - phrase.head_start > 1:
        return None
    end = words.at(phrase.end - 1).lower() if phrase.end > phrase.head_end else ""
    if end in AGENCIES:
        return replace(phrase, title="head of agency")
    is_division = end in {"department", "division", "directorate", "desk", "affairs"} or tail.is_regional
    return replace(phrase, title="head of department") if is_division else None


def _sent(words: Words, entities: Entities, phrase: TitlePhrase, tail: Tail) -> TitlePhrase | None:
    """Those sent abroad: a country's high commissioner is its ambassador, a representative for a matter an envoy."""
    link = words.at(phrase.head_end) if phrase.end > phrase.head_end else ""
    if phrase.title == "high commissioner" and phrase.country_id and link != "for":
        return replace(phrase, title="ambassador", portfolio=FOREIGN_AFFAIRS)
    if phrase.title != "representative":
        return None
    if link in {"for", "to"}:
        return replace(phrase, title="special representative" if link == "for" else "permanent representative")
    is_bare = is_capitalised(words.at(phrase.head_start)) and phrase.end == phrase.head_end and phrase.body is None
    return replace(phrase, title="member of parliament", portfolio="legislature") if is_bare else None


def _secretarial(words: Words, entities: Entities, phrase: TitlePhrase, tail: Tail) -> TitlePhrase | None:
    """As in "Assistant Secretary for Near Eastern Affairs": of the Department of State, as regions are its business."""
    tail_words = {word.lower() for word in words.texts[phrase.head_end : phrase.end]}
    if phrase.title not in SECRETARIES or phrase.country_id not in {None, "USA"}:
        return None
    if not (tail.is_regional or BUREAUS & tail_words):
        return None
    return replace(phrase, title=SECRETARIES[phrase.title], portfolio=FOREIGN_AFFAIRS, country_id="USA")


def _represents(words: Words, entities: Entities, phrase: TitlePhrase, tail: Tail) -> TitlePhrase | None:
    """Envoys of organizations represent no country: "the EU Special Representative for Kosovo"."""
    if phrase.title not in {"special representative", "special envoy"} or phrase.is_explicit:
        return None
    return replace(phrase, country_id=None) if phrase.body else None


def _modified(words: Words, phrase: TitlePhrase) -> TitlePhrase:
    """The phrase with the title that words before its head make of it: "top U.S. diplomat", "Iranian Deputy FM"."""
    modifiers = {word.lower() for word in words.texts[phrase.start : phrase.head_start]}
    if phrase.title == "diplomat" and not TOP.isdisjoint(modifiers):
        return replace(phrase, title="foreign minister", portfolio=FOREIGN_AFFAIRS)
    if modifiers.isdisjoint(DEPUTY):
        return phrase
    if phrase.title == "high representative":
        return replace(phrase, title="diplomat")
    is_known = title_named(f"deputy {phrase.title}")
    return replace(phrase, title=f"deputy {phrase.title}") if is_known else phrase


def title_named(name: str) -> bool:
    """Whether there is a title of this name."""
    return any(title.name == name for _, title in titles().get(name.split(maxsplit=1)[0], ()))


def _with_portfolio(words: Words, phrase: TitlePhrase) -> TitlePhrase:
    """The phrase with the portfolio that its words name: "Minister of State for Foreign Affairs"."""
    if phrase.portfolio:
        return phrase
    texts = words.lower[phrase.head_start : phrase.end]
    links = (at for at, word in enumerate(texts) if word in {"for", "of"} and texts[at + 1 : at + 2] != ("state",))
    at = next(links, 0)
    if not at:
        return phrase
    pattern = ("minister", "of", *texts[at + 1 :])
    known = (
        title for found, title in titles().get("minister", ()) if found == pattern[: len(found)] and title.portfolio
    )
    named = next(known, None)
    return replace(phrase, portfolio=named.portfolio) if named else phrase
