"""People named in a text, each found by a stated kind of evidence."""

from collections.abc import Iterator
from dataclasses import replace

from assets.entities.names.counterparts import COLLEAGUES, counterparts
from assets.entities.names.name_lists import each_of_its_country, in_turn, listed
from assets.entities.names.names import LONGEST, given_names, has_given_name, is_eastern_name, is_name_word, name_end
from assets.entities.names.scenes import Named, Scene
from assets.entities.names.styles import EXCELLENCY, after_styles, is_retired
from assets.entities.names.title_parts import TitlePhrase
from assets.entities.names.title_tails import SERVING
from assets.entities.names.title_words import WEAK
from assets.entities.names.titles import title_of
from assets.entities.names.untitled_people import SPEECH, goes_back, untitled_people
from assets.entities.names.vocabulary import is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

COURTESY = word_set(
    "dr dr. mr mr. mrs mrs. ms ms. messrs messrs. madame señor comrade lord baroness dame h.e. shri smt smt. hon."
)
DIGNITIES = frozenset({"sheikh", "prince"})  # no office, where one stands behind
HEADS_OF_STATE = frozenset({"president", "prime minister"})  # "President Sol of the Palestinian Authority"
EQUALS = COLLEAGUES | {"counterpart", "host", "guest"}  # "her Chilean host, President Luis Sol"
REACH = 3
DASHES = frozenset({"-", "–", "—"})
APPOSITIVE_END = SPEECH | word_set(", . ; ) who and : has had was is will also received met")


def named_people(scene: Scene) -> Iterator[Named]:
    """People by evidence, the strongest first; the same words can come more than once."""
    for phrase in scene.phrases:
        yield from _titled(scene, phrase)
    yield from _that_of(scene)
    yield from counterparts(scene)
    yield from _courtesy(scene)
    yield from untitled_people(scene)


def _titled(scene: Scene, phrase: TitlePhrase) -> Iterator[Named]:
    """The name or names that a title phrase belongs to."""
    direct = _direct(scene, phrase) or _after_comma(scene, phrase)
    before = _before_comma(scene, phrase)
    if before is not None and direct is not None and _is_office_first(scene, before):
        before = None  # "by Minister of Trade, Dr Ana Rey, Minister of Health, Mr Luis Sol"
    is_less = before is not None or phrase.title in DIGNITIES
    if is_less and direct is not None and _has_title_behind(scene, direct):
        direct = None  # "Ana Rey, Minister, H.E. Luis Sol, Ambassador to Peru", "Prince Omar, Minister of Trade"
    yield from in_turn(scene, phrase, direct)
    if direct is not None:
        yield from each_of_its_country(scene, phrase, [direct, *listed(scene, phrase, direct.end)])
        return
    if before is not None:
        yield before


def _is_office_first(scene: Scene, named: Named) -> bool:
    """Whether a person stands in a list in which every office stands before its holder."""
    words, at = scene.words, named.start
    while True:
        comma = next((comma for comma in range(at - 1, max(at - REACH, 0) - 1, -1) if words.at(comma) == ","), -1)
        office = next((phrase for phrase in scene.phrases if phrase.end == comma), None)
        if office is None or after_styles(words, comma + 1) != at:
            return False
        before = _before_comma(scene, office)
        if before is None:
            return words.at(office.start - 1) != ","
        at = before.start


def _has_title_behind(scene: Scene, named: Named) -> bool:
    """Whether another title follows a name behind a comma."""
    starts = {
        phrase.start - phrase.has_determiner * (scene.words.at(phrase.start - 1) != "'s") for phrase in scene.phrases
    }
    return scene.words.at(named.end) == "," and named.end + 1 in starts


def _begins_item(scene: Scene, phrase: TitlePhrase, end: int) -> bool:
    """Whether an office ends one item of a list, so that the name behind its comma begins the next with its own office."""
    is_item = "," in scene.words.texts[max(phrase.start - REACH, 0) : phrase.start] and not phrase.has_determiner
    return is_item and _before_comma(scene, phrase) is None and _has_title_behind(scene, Named(phrase.end, end, 0.0))


def _direct(scene: Scene, phrase: TitlePhrase) -> Named | None:
    """As in "President Nicolás Maduro", "President (Joe) Biden", "FOREIGN MINISTER LAVROV:"."""
    words = scene.words
    if words.at(phrase.end) == "(" and not is_retired(words, phrase.end):
        return _bracketed(scene, phrase)
    is_capitals = words.at(phrase.head_start).isupper() and len(words.at(phrase.head_start)) > 3
    start = after_styles(words, phrase.end)
    end = name_end(words, start, scene.free_stops, is_capitals or _is_set_off(words, start), is_titled=True)
    if end == start or not words.is_together(phrase.start, end - 1):
        return None
    if not _is_plausible(scene, phrase, start, end, is_capitals):
        return None
    return Named(start, end, 0.95, _with_country_beside(scene, phrase, end))


def _is_set_off(words: Words, start: int) -> bool:
    """Whether the surname comes first, in capitals: "Prime Minister KISHIDA Fumio"."""
    surname, given = words.at(start), words.at(start + 1)
    return len(surname) > 2 and surname.isupper() and surname.isalpha() and is_name_word(given) and not given.isupper()


def _is_plausible(scene: Scene, phrase: TitlePhrase, start: int, end: int, is_capitals: bool) -> bool:
    """Whether the words after a title are a name, not the next words of a headline or of a body's name."""
    words = scene.words
    title = words.text(phrase.head_start, phrase.head_end)
    has_evidence = has_given_name(words, start, end) or is_eastern_name(words, start, end)
    if words.in_headline(start):
        return has_evidence and end - start == 2
    if not has_evidence and (title.lower() in WEAK or (end - start == 1 and words.at(start - 1).lower() in WEAK)):
        return False  # "Assistant Secretary Major Cities program"
    if not is_capitalised(words.at(phrase.head_end - 1)) and end - start == 1 and not phrase.country_id:
        return words.at(start) in given_names() or title in {
            "president",
            "prime minister",
            "king",
            "queen",
            "minister",
            "senator",
        }
    if is_capitals and words.at(start).isupper():
        return ":" in words.texts[end : end + 1]
    return True


def _with_country_beside(scene: Scene, phrase: TitlePhrase, end: int) -> TitlePhrase:
    """The phrase with the country of "President Xi Jinping of China", "his Chilean host, President Sol"."""
    if phrase.country_id:
        return phrase
    equal = phrase.start - 1 - (scene.words.at(phrase.start - 1) == ",")
    owner = scene.entities.by_end.get(equal) if scene.words.at(equal).lower() in EQUALS else None
    if owner is not None and owner.country_id:
        return replace(phrase, country_id=owner.country_id, is_explicit=True)
    if scene.words.at(end) != "of":
        return phrase
    following = end + 2 if scene.words.at(end + 1) == "the" else end + 1
    place = scene.entities.by_start.get(following)
    is_state = place is not None and place.country_id and (place.label == "GPE" or phrase.title in HEADS_OF_STATE)
    return replace(phrase, country_id=place.country_id, is_explicit=True) if place and is_state else phrase


def _bracketed(scene: Scene, phrase: TitlePhrase) -> Named | None:
    """As in "(Andres Manuel) Lopez Obrador": an editor's addition to the name."""
    words, start = scene.words, phrase.end
    close = next((at for at in range(start + 2, start + 5) if words.at(at) == ")"), None)
    if close is None or not all(is_name_word(word) for word in words.texts[start + 1 : close]):
        return None
    if words.at(start + 1).isupper():  # "Head of the Atomic Energy Organization (AEOI) Mohammad Eslami"
        start = after_styles(words, close + 1)
    first = max(start, close + 1)
    end = scene.name_end(first)
    return Named(start, end, 0.95, phrase) if end > first else None


def _after_comma(scene: Scene, phrase: TitlePhrase) -> Named | None:
    """As in "the Foreign Minister of Mexico, Alicia Bárcena,"."""
    words, start = scene.words, after_styles(scene.words, phrase.end + 1)
    if words.at(phrase.end) != "," or not words.is_together(phrase.start, start):
        return None
    is_honoured = start > phrase.end + 1  # "Foreign Minister, Dr. Ana Sol, received"
    start += is_honoured and words.at(start) == ","  # "Foreign Minister, His Excellency, Omar Sol"
    end = scene.name_end(start)
    is_headed = is_capitalised(words.at(phrase.start)) and phrase.title.endswith(("minister", "president"))
    is_defined = phrase.has_determiner or phrase.country_id or phrase.end > phrase.head_end or is_honoured or is_headed
    if end - start < 2 or not is_defined or words.in_headline(start) or scene.is_subject(phrase.end, end):
        return None
    if is_honoured and not phrase.is_explicit and _begins_item(scene, phrase, end):
        return None  # "Amb. Ana Rey, Diplomatic Secretary, H.E. Luis Sol, Ambassador to Peru"
    has_evidence = has_given_name(words, start, end) or is_eastern_name(words, start, end)
    is_closed = words.at(end) in APPOSITIVE_END or end == len(words)
    is_name = has_evidence or is_closed or is_honoured
    return Named(start, end, 0.95 if has_evidence else 0.85, phrase) if is_name else None


def _before_comma(scene: Scene, phrase: TitlePhrase) -> Named | None:
    """As in "Alicia Bárcena, the Mexican foreign minister,": the name ends at the comma."""
    words = scene.words
    first = phrase.start - 1 if phrase.has_determiner and words.at(phrase.start - 1) != "'s" else phrase.start
    comma = first - 1
    is_item = words.at(comma) in DASHES and is_capitalised(words.at(phrase.head_start))  # "Ana Rey - Minister of Trade"
    if not (words.at(comma) == "," or is_item) or not words.is_together(comma - 1, first):
        return None
    is_serving = phrase.title in SERVING and words.at(phrase.end) in {"to", "for"}  # "an aide to President Sol"
    is_closed = is_serving or words.at(phrase.end) in APPOSITIVE_END
    if not is_closed and words.is_together(phrase.start, phrase.end):
        return None
    for start in range(max(comma - LONGEST, 0), comma - 1):
        if words.at(start) in EXCELLENCY:
            continue  # "H.E Ana Rey, Ambassador of Peru"
        ends = {scene.name_end(start), _formal_end(scene, start)}
        if comma in ends and words.is_together(start, comma) and not goes_back(scene, start):
            has_evidence = has_given_name(words, start, comma) or is_eastern_name(words, start, comma)
            return Named(start, comma, 0.9 if has_evidence else 0.75, phrase)
    return None


def _that_of(scene: Scene) -> Iterator[Named]:
    """As in "the Secretary of Defense, Luis Sandoval; that of Security, Rosa Icela Rodríguez": the title carries over."""
    words = scene.words
    for index in range(len(words) - 4):
        if words.texts[index] != "that" or words.texts[index + 1] != "of":
            continue
        comma = next((at for at in range(index + 3, index + 8) if words.at(at) == ","), None)
        carried = next(
            (
                phrase
                for phrase in reversed(scene.phrases)
                if phrase.end <= index and words.is_together(phrase.start, index)
            ),
            None,
        )
        if comma is None or carried is None or not is_capitalised(words.at(index + 2)):
            continue
        end = scene.name_end(comma + 1)
        if end - comma > 2:
            yield Named(comma + 1, end, 0.9, _carried(words, carried, index, comma))


def _carried(words: Words, phrase: TitlePhrase, start: int, end: int) -> TitlePhrase:
    generic = words.at(phrase.head_start).lower()
    named = title_of(f"{generic} of {words.text(start + 2, end)}") or title_of(generic)
    title, portfolio = (named.name, named.portfolio) if named else (phrase.title, None)
    return replace(phrase, start=start, end=end, head_start=start, head_end=end, title=title, portfolio=portfolio)


def _formal_end(scene: Scene, start: int) -> int:
    """Word after a name whose surname is set in capitals behind a style: "H.E. Ana Lucia REY, President of Peru"."""
    words = scene.words
    if words.at(start - 1).lower() not in COURTESY and words.at(start - 1) != ".":
        return start
    end = scene.name_end(start, may_be_capitals=True)
    is_mixed = end - start > 1 and not words.at(start).isupper() and words.at(end - 1).isupper()
    return end if is_mixed and words.at(end) in APPOSITIVE_END else start


def _courtesy(scene: Scene) -> Iterator[Named]:
    """As in "Mr. Guterres", "Mrs Clinton"."""
    for index, word in enumerate(scene.words.texts):
        if word.lower() in COURTESY and is_capitalised(word):
            start = after_styles(scene.words, index + 1 + (scene.words.at(index + 1) == "."))
            is_transcript = (word.isupper() and len(word) > 1) or _is_set_off(scene.words, start)
            end = scene.name_end(start, may_be_capitals=is_transcript)
            end = max(end, _formal_end(scene, start))
            if end > start and scene.words.is_together(index, end - 1) and word.lower() != "messrs":
                yield Named(start, end, 0.9)
