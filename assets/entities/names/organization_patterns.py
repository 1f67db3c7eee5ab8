"""Organizations and events known by their kind: "Ministry of <Names>", "<Names> Council", "<Names> Summit"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assets.entities.names.gazetteer import Entry, Match
from assets.entities.names.names import given_names, is_name_word
from assets.entities.names.place_names import country_names
from assets.entities.names.title_tails import AFFAIRS, begins_name
from assets.entities.names.vocabulary import CALENDAR, FUNCTION_WORDS, is_capitalised
from assets.entities.names.words import Words
from assets.entities.word_sets import word_set

# "<Names> Council"
FINAL_HEADS = word_set(
    "Party Bank University Council Committee Commission Group Union Front Agency Organization Organisation "
    "Foundation Institute Parliament Congress Senate Assembly Court Army Movement Alliance Platform Ministry "
    "Department Secretariat Association Federation Confederation Academy Authority Bureau Office Fund Society "
    "League Coalition Corporation Corp Corp. Inc Inc. Ltd Ltd. Company Chamber Tribunal Command Corps Navy "
    "Guard Guards Police Brigade Service Services Board Trust Consortium Network Center Centre College School "
    "Government Administration Newspaper Television Taskforce Directorate Directorates Mission Cabinet "
    "Airlines Industries Holdings Times Post Tribune Herald Gazette Chancellery Chancellory Presidency "
    "Legislature Militia Battalion Regiment Diet Division Community Forum Partnership Club Observatory "
    "Laboratory Hospital Forces Program Programme"
)
# "Ministry of <Names>"
INITIAL_HEADS = word_set(
    "Ministry Ministries Department Bank University Council Committee Commission House Office Institute "
    "Academy Association Federation Organization Organisation Chamber Bureau Secretariat Union Court Board "
    "Agency Community League Group Movement Party Alliance Fund Center Centre School Society Directorate "
    "Confederation Assembly Congress Parliament Directorate-General Forum Division Front Foundation "
    "Government Authority Network Coalition"
)
EVENT_HEADS = word_set("Summit Conference Olympics Games Festival Expo War Plenary Summits Championship")
HEADS = FINAL_HEADS | INITIAL_HEADS | EVENT_HEADS
ORDINALS = frozenset({"I", "II", "III", "IV"})  # "World War II"
OF_ONLY = word_set("Party House Court Union Community University Bank Chamber Congress Parliament Government League")
LINKS = word_set("of for on")
JOINTS = word_set("and & , the de del da do des du la")
PEOPLES = word_set("People Workers Women Children Peasants Teachers Writers Students Citizens Veterans Nurses")
LONGEST = 12
LONGEST_BEFORE = 7
LONGEST_STATE = 6  # words
MAYBE_PLURAL = frozenset({"Governments", "Presidents"})


@dataclass(frozen=True)
class Surroundings:
    """What the patterns need to know beside the words: places found, and words that begin a title."""

    places: Mapping[int, tuple[int, str, str | None]]  # first word -> end, label, country
    title_words: frozenset[str]  # lower case

    def begins_other(self, words: Words, index: int) -> bool:
        """Whether a title phrase, a people or another body begins here, so that a name cannot run on."""
        word = words.at(index)
        is_people = index in self.places and self.places[index][1] == "NORP"
        return is_people or word.lower() in self.title_words or word in INITIAL_HEADS


def patterned_organizations(words: Words, around: Surroundings) -> Iterator[Match]:
    """Organizations and events named by their kind, longest first where they nest."""
    for index, word in enumerate(words.texts):
        if words.in_headline(index) or not is_capitalised(word):
            continue
        if word in INITIAL_HEADS and _starts_name(words, index):
            end = _end_of_name(words, index, around)
            if end > index + 1:
                yield _match(words, around, _start_before(words, index, around), end, "ORG", 0.85)
        if word in FINAL_HEADS | EVENT_HEADS and not _has_more(words, index):
            start = _start_before(words, index, around)
            if start < index and words.at(start - 1) != "plus" and _is_enough(words, start, index, around):
                end = index + 1 + (words.at(index + 1) in ORDINALS)
                yield _match(words, around, start, end, "EVENT" if word in EVENT_HEADS else "ORG", 0.8)


def _match(words: Words, around: Surroundings, start: int, end: int, label: str, confidence: float) -> Match:
    countries = {around.places[at][2] for at in range(start, end) if at in around.places} - {None}
    country = countries.pop() if len(countries) == 1 else None  # "Venezuela-China Friendship Group" is of both
    return Match(start, end, Entry(words.text(start, end), label, country, confidence, is_guess=True))


def _has_more(words: Words, index: int) -> bool:
    """Whether the capitalised words go on after ``index``: "Council President", "Group of"."""
    following = words.at(index + 1)
    is_office = words.at(index) == "Cabinet" and following in {"Secretary", "Secretaries", "Minister", "Ministers"}
    return words.is_together(index, index + 1) and (is_office or following in FINAL_HEADS | EVENT_HEADS)


def _starts_name(words: Words, index: int) -> bool:
    links = {"of"} if words.at(index) in OF_ONLY else LINKS
    if "Heads" in words.texts[max(index - 4, 0) : index] and words.at(index) == "Government":
        return False  # "Heads of State and Government of the Community"
    is_linked = words.at(index + 1) in links and words.is_together(index, index + 2)
    return is_linked and not (words.at(index + 1) == "on" and words.at(index + 2) in CALENDAR)


def _end_of_name(words: Words, index: int, around: Surroundings) -> int:
    """Word after the last of "Ministry of Foreign Affairs and Worship"."""
    end = index + 1
    position = end
    while position < len(words) and words.is_together(index, position) and position - index < LONGEST:
        if is_capitalised(words.at(position)):
            if position > index + 2 and _is_past(words, index, position, around):
                break
            position = end = max(position + 1, _place_end(words, position, around))
        elif (words.at(position) == "-" and words.glued[position]) or words.at(position) in JOINTS | LINKS:
            position += 1
        else:
            break
    return end


def _is_past(words: Words, index: int, position: int, around: Surroundings) -> bool:
    """Whether another name begins: "Secretary to the Ministry of Foreign Affairs Ana Rey"."""
    is_person = position not in around.places and _begins_person(words, index, position, around)
    return is_person or _breaks(words, position, around) or _is_before_name(words, position, around)


def _begins_person(words: Words, index: int, position: int, around: Surroundings) -> bool:
    """Whether somebody's name begins, right behind the body: not in "the Federal Reserve System", "the Ana Rey Fund"."""
    first, following = words.at(position), words.at(position + 1)
    if words.at(position - 1).lower() in AFFAIRS:
        return begins_name(words, index, position)
    is_name = is_capitalised(words.at(position - 1)) and is_name_word(first) and is_name_word(following)
    is_whole = words.at(position - 1) in FINAL_HEADS or _is_behind_state(words, position, around)
    is_known = first in given_names() or is_whole
    return is_name and is_known and not {following, words.at(position + 2)} & HEADS


def _is_behind_state(words: Words, position: int, around: Surroundings) -> bool:
    """As in "the State Committee for Security of Peru Amaru Sol"."""
    starts = (at for at in range(position - 1, max(position - LONGEST_STATE, 0), -1) if at in around.places)
    state = next(starts, position)
    return words.text(state, position) in country_names() and around.places[state][0] == position


def _place_end(words: Words, position: int, around: Surroundings) -> int:
    place = around.places.get(position)
    return place[0] if place and words.is_together(position, place[0] - 1) else 0


def _breaks(words: Words, position: int, around: Surroundings) -> bool:
    """Whether a joint word before ``position`` joins another name instead of going on with this one."""
    joints = _joints(words, position)
    if words.at(position) in CALENDAR and "of" not in joints:  # "the Office of Sol on Wednesday"
        return True
    if not joints:
        return False
    if words.at(position) in FUNCTION_WORDS or around.begins_other(words, position):
        return True
    if "," in joints:
        return not _is_list_in_name(words, position)
    if "and" in joints:
        is_after_place = _place_before(words, position - len(joints), around)
        return is_after_place != (position in around.places) or ("the" in joints and not is_after_place)
    return False


def _is_before_name(words: Words, position: int, around: Surroundings) -> bool:
    """Whether a title and a name begin here: "Department of State Counselor Derek Chollet", "Secretary-General Sol"."""
    following = words.at(position + 1)
    is_name = is_name_word(following) and position + 1 not in around.places
    return words.at(position).lower() in around.title_words and (is_name or following == "-")


def _joints(words: Words, position: int) -> tuple[str, ...]:
    """The joint words right before ``position``."""
    start = position
    while words.at(start - 1) in JOINTS | LINKS:
        start -= 1
    return words.texts[start:position]


def _place_before(words: Words, position: int, around: Surroundings) -> bool:
    """Whether a place ends at ``position``."""
    return any(around.places[at][0] == position for at in range(position - 5, position) if at in around.places)


def _is_list_in_name(words: Words, position: int) -> bool:
    """As in "Ministry of Economy, Trade and Industry": one capitalised word, then "and" and another."""
    following = words.at(position + 1)
    return (following == "and" and is_capitalised(words.at(position + 2))) or (
        following == "," and is_capitalised(words.at(position + 2)) and words.at(position + 3) == "and"
    )


def _start_before(words: Words, index: int, around: Surroundings) -> int:
    """First of the capitalised words that lead up to the head at ``index``."""
    start = index
    while (
        index - start < LONGEST_BEFORE and words.is_together(start - 1, index) and _leads_up(words, start - 1, around)
    ):
        start -= 1
    while start < index and not _may_open(words, start):
        start += 1
    return start


def _leads_up(words: Words, index: int, around: Surroundings) -> bool:
    word = words.at(index)
    if word == "'s":
        return words.at(index - 1) in PEOPLES
    if word in {"-", "&"}:
        return is_capitalised(words.at(index - 1)) and is_capitalised(words.at(index + 1))
    if word == "and":  # "Latin American and Caribbean Council", "Food and Agriculture Organization"
        return index - 1 not in around.places and is_capitalised(words.at(index - 1)) and _is_pair(words, index)
    is_title = word.lower() in around.title_words and not word.isupper()
    return is_capitalised(word) and word not in FUNCTION_WORDS | CALENDAR | MAYBE_PLURAL | {"THE"} and not is_title


def _is_pair(words: Words, index: int) -> bool:
    """Whether "and" joins two single words before the head: "Justice and Development Party"."""
    before = words.at(index - 2)
    return words.at(index + 2) in FINAL_HEADS and (not is_capitalised(before) or before == "The")


def _may_open(words: Words, index: int) -> bool:
    word = words.at(index)
    return (is_capitalised(word) and word not in FUNCTION_WORDS) or word[:1].isdigit()


def _is_enough(words: Words, start: int, index: int, around: Surroundings) -> bool:
    """Whether the words before the head name something: a lone first word of a sentence may be no name."""
    return not (index - start == 1 and words.starts_sentence(start) and start not in around.places) or words.at(
        index
    ) not in {"Group", "Program", "Service", "Services", "Office", "Mission", "Board", "Times", "Community"}
