"""Names that the encoder sees, beside those that the rules know: which of them become entities, and under which name.

Where both mark the same words the rules are right far more often, for they know the name: of 20 cities and countries
of the dev split that the encoder calls something else they have 18 right. What they do not know the encoder adds, and
where they mark a known word inside a longer name ("Georgia" in "Georgia Institute of Technology") the longer name
holds. What the rules take for a name by its kind alone ("Flood Mitigation Program") must be one to the encoder too: of
23 such names in which it saw none, none was one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from assets.entities.extensions import FoundName
from assets.entities.names.abbreviations import abbreviated_things
from assets.entities.names.gazetteer import Entry, Gazetteer, Match
from assets.entities.names.names import name_key, parts_of
from assets.entities.names.title_words import titles
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

FoundSpan = tuple[int, int, FoundName]  # over words, not tokens

ARTICLES = frozenset({"the", "a", "an"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
COUNTRY_WORDS = frozenset({"GPE", "NORP"})  # labels of what says inside a name of which country its bearer is
# Confidence from which a found name becomes an entity. On the dev sets 0.4 is no better, nor 0.6 and 0.7 for bodies:
# what they gain on one set they lose on the others.
LEAST_CONFIDENCE = 0.5
LEAST_OF = {"EVENT": 0.4}
LEAST_OVER = {"ORG": 0.7, "EVENT": 0.7}  # over a shorter name that a rule knows in it, by the label of that
# A city of the lists is no sure thing ("Bush", "Laura"): the encoder says what the word is here when it is this sure.
CITY_CONFIDENCE, LEAST_OVER_CITY = 0.8, 0.8
# A name that is sure in one place is one in the others too, if the encoder sees it there at all.
SURE_ELSEWHERE, LEAST_AGAIN = 0.7, 0.25
NAMED = frozenset({"PERSON", "ORG"})
STYLES = word_set("H.E H.H H.R.H Hon Amb Mr Mrs Ms Dr Prof Gen Lt Col Maj Brig Sen Cde Engr Alh Dato Datuk Seri")
POSSESSIVES = word_set("his her their your our my excellency highness majesty eminence holiness")
SPACED = frozenset({("H", "E"), ("H", "H"), ("H", "M"), ("Tan", "Sri")})  # "H M Omar Sol"
HONOURS = word_set("SC KC QC MP MHA MLA OBE MBE CBE CMG OM OJ EGH CBS MGH DPhil PhD")  # behind a name
MINISTERS = ("minister", "ministers")
QUOTES = frozenset({'"', "“", "”", "'"})
DASHES = frozenset({"-", "–", "—"})
NO_ENDS = word_set("of for on in to and at by from with the a an , ; : 's ’s") | DASHES
GOVERNING = frozenset({"government", "governments", "administration", "administrations"})


def merged(
    words: Words, known: Sequence[Match], found: Iterable[FoundName], gazetteers: Sequence[Gazetteer]
) -> list[Match]:
    """The names of a document: those known by rule and those found, without overlaps between the two.

    Args:
        words: the words of the document.
        known: what the rules have marked.
        found: what the encoder takes for names.
        gazetteers: lists in which a found name may stand.
    """
    position = {token: index for index, token in enumerate(words.tokens)}
    spans = [(position[name.start], position[name.end - 1] + 1, name) for name in found]
    found_at = {index: span for span in spans for index in range(span[0], span[1])}
    beaten = set(_unseconded(words, known, found_at))
    by_word = {index: match for match in known if match not in beaten for index in range(match.start, match.end)}
    added: list[Match] = []
    surest, things = _surest(words, spans), abbreviated_things(words)
    for first, last, name in spans:
        start, end = trimmed(words, first, last, name.label)
        is_thing = name.label == "ORG" and words.text(start, end) in things
        if is_thing or (name.label in NAMED and not _has_letters(words, start, end)):
            continue
        inside = list(dict.fromkeys(by_word[index] for index in range(start, end) if index in by_word))
        least = LEAST_OF.get(name.label, LEAST_CONFIDENCE)
        if surest[words.text(start, end), name.label] >= SURE_ELSEWHERE:
            least = LEAST_AGAIN
        if name.confidence < least or _is_portfolio(words, start, end, name):
            continue
        if len(inside) == 1 and _goes_on(start, end, name, inside[0]):
            added.append(_longer(words, inside[0], end))
        elif all(_holds(start, end, name, match) for match in inside):
            added.append(Match(start, end, _entry(words, (start, end), name, gazetteers, inside)))
        else:
            continue
        beaten.update(inside)
    return list(with_fullest_names([*(match for match in known if match not in beaten), *added]))


def _surest(words: Words, spans: Iterable[FoundSpan]) -> dict[tuple[str, str], float]:
    """How sure the encoder is of each name where it is surest of it."""
    surest: dict[tuple[str, str], float] = {}
    for first, last, name in spans:
        start, end = trimmed(words, first, last, name.label)
        key = (words.text(start, end), name.label)
        surest[key] = max(name.confidence, surest.get(key, 0.0))
    return surest


def _unseconded(words: Words, known: Iterable[Match], found_at: Mapping[int, FoundSpan]) -> Iterator[Match]:
    """Guesses in which the encoder sees no name, and people without a title whom it sees nowhere in the document."""
    seen = {match.entry.name for match in known if _overlapping(match, found_at)}
    for match in known:
        is_lone = match.entry.label == "PERSON" and match.role is None and match.entry.name not in seen
        if is_lone or (match.entry.is_guess and not _is_seconded(words, match, found_at)):
            yield match


def _overlapping(match: Match, found_at: Mapping[int, FoundSpan]) -> list[FoundSpan]:
    return [found_at[index] for index in range(match.start, match.end) if index in found_at]


def _is_seconded(words: Words, guess: Match, found_at: Mapping[int, FoundSpan]) -> bool:
    """Whether the encoder sees a name where a rule guesses one, and not only that of a government's country or head."""
    is_governing = not GOVERNING.isdisjoint(words.texts[at].lower() for at in (guess.start, guess.end - 1))
    found = _overlapping(guess, found_at)
    return any(name.label == guess.entry.label or not is_governing for _, _, name in found)


def _goes_on(start: int, end: int, name: FoundName, match: Match) -> bool:
    """Whether a found name is a person known by rule and more: "Joseph R. Biden, Jr."."""
    is_person = name.label == match.entry.label == "PERSON"
    return is_person and start == match.start and match.end < end


def _longer(words: Words, match: Match, end: int) -> Match:
    """The person with the rest of the name; title and country stay."""
    name = words.text(match.start, end)
    return replace(match, end=end, entry=replace(match.entry, name=name))


def _is_portfolio(words: Words, start: int, end: int, name: FoundName) -> bool:
    """Whether it is the portfolio of an office: "Minister for Rural Roads", "that of Marina, Rafael Ojeda Durán"."""
    before = [word.lower() for word in words.texts[max(0, start - 2) : start]]
    if name.label == "ORG" and before in ([head, link] for head in MINISTERS for link in ("of", "for")):
        return True
    return name.label == "PERSON" and before == ["that", "of"] and words.at(end) == ","


def _holds(start: int, end: int, name: FoundName, match: Match) -> bool:
    """Whether a found name holds a shorter one, surely enough; a name with its title is never part of another."""
    is_inside = start <= match.start and match.end <= end
    if (start, end) == (match.start, match.end):
        is_city = match.entry.label == "GPE" and match.entry.confidence <= CITY_CONFIDENCE
        return is_city and name.label not in PLACES and name.confidence >= LEAST_OVER_CITY
    least = LEAST_CONFIDENCE if match.entry.is_guess else LEAST_OVER.get(match.entry.label, LEAST_CONFIDENCE)
    return is_inside and match.role is None and name.confidence >= least


def trimmed(words: Words, start: int, end: int, label: str) -> tuple[int, int]:
    """The name without its article and what ends no name; a person's without styles and a nickname cut off behind it."""
    end = end if label in PLACES else _last(words, start, end)
    if label == "PERSON":
        return _without_styles(words, start, end)
    return (start + 1 if end - start > 1 and words.texts[start].lower() in ARTICLES else start), end


def _last(words: Words, start: int, end: int) -> int:
    """The word after a name that may be cut off: of "Moon Jae-in" at its hyphen, of "University of Texas at Austin"."""
    if words.texts[end - 1] == "-" and words.glued[end - 1] and end - start > 1 and words.glued[end - 2]:
        return end + 1
    while end - start > 1 and words.texts[end - 1].lower() in NO_ENDS:
        end -= 1
    return end


def _without_styles(words: Words, start: int, end: int) -> tuple[int, int]:
    """The person of "HE Ana Rey", of "the Hon. Ana Rey", of "Ana Rey 'Nita" where the mark is not closed."""
    start += end - start > 1 and words.texts[start].lower() in ARTICLES
    if end - start > 2 and tuple(words.texts[start : start + 2]) in SPACED:
        start += 2
    while end - start > 1 and (words.texts[start] == "HE" or words.texts[start].rstrip(".") in STYLES):
        start += 1
        start += words.texts[start] == "." and end - start > 1
    while end - start > 1 and words.texts[end - 1] in HONOURS:
        end -= 1
    dash = next((at for at in range(start + 1, end) if words.texts[at] in DASHES and not words.glued[at]), end)
    end = dash if not words.glued[dash - 1] else end  # "Ana Rey - High" Commissioner
    quotes = [at for at in range(start + 1, end) if words.texts[at] in QUOTES]
    return start, quotes[0] if len(quotes) == 1 and quotes[0] < end - 1 else end


def _is_office(words: Words, start: int, end: int) -> bool:
    """Whether the words are an office: "the COAS", "the Iranian FM", "the Dean"."""
    last = words.texts[end - 1]
    is_bare = end - start == 1 and words.at(start - 1).lower() in {"the", "deputy"}
    is_short = end - start <= 2 and last.isupper()
    return (is_bare or is_short) and any(known == (last.lower(),) for known, _ in titles().get(last.lower(), ()))


def _has_letters(words: Words, start: int, end: int) -> bool:
    """Whether the words can be a name at all: a capital, more than one letter, not a style or office alone: "the COAS"."""
    text = words.text(start, end)
    return (
        text.rstrip(".").replace(" ", ".") not in STYLES
        and tuple(words.texts[max(end - 2, start) : end]) not in SPACED  # "Amir H H"
        and not _is_office(words, start, end)
        and text.lower() not in POSSESSIVES  # of "His Highness"
        and any(letter.isupper() for letter in text)
        and sum(letter.isalpha() for letter in text) > 1
    )


def _entry(
    words: Words, place: tuple[int, int], name: FoundName, gazetteers: Sequence[Gazetteer], inside: Sequence[Match]
) -> Entry:
    """What a found name means: what a list says of it where it has its kind; else the country named in it is its own."""
    start, end = place
    for gazetteer in gazetteers:
        match = gazetteer.at(words, start)
        if match is not None and match.end == end and _is_of_kind(match.entry.label, name.label):
            return replace(match.entry, confidence=name.confidence, needs_context=False)
    countries = (match.entry.country_id for match in inside if match.entry.label in COUNTRY_WORDS)
    country_id = next(countries, None) if name.label == "ORG" else None
    return Entry(words.text(start, end), name.label, country_id, name.confidence)


def _is_of_kind(listed: str, found: str) -> bool:
    return listed == found or (listed in PLACES and found in PLACES)


def with_fullest_names(matches: Iterable[Match]) -> Iterator[Match]:
    """The matches, people under the fullest name that the document has for them: "Fox" is "Liam Fox"."""
    matches = list(matches)
    names = {match.entry.name for match in matches if match.entry.label == "PERSON"}
    fullest = _fullest(names)
    for match in matches:
        name = fullest.get(match.entry.name, match.entry.name) if match.entry.label == "PERSON" else match.entry.name
        yield match if name == match.entry.name else replace(match, entry=replace(match.entry, name=name))


def _fullest(names: Iterable[str]) -> dict[str, str]:
    """The fullest name of which each name is the end; no entry for one that is the end of several."""
    keys = {name: name_key(name) for name in names}
    longer: dict[tuple[str, ...], list[str]] = {}
    for name, key in keys.items():
        for part in parts_of(key):
            if len(part) < len(key) and key[-len(part) :] == part:
                longer.setdefault(part, []).append(name)
    fullest = {}
    for name, key in keys.items():
        bearers = [other for other in longer.get(key, ()) if keys[other] not in longer]
        if len({keys[other] for other in bearers}) == 1:
            fullest[name] = bearers[0]
    return fullest
