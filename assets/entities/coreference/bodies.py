"""Long and short names of one body or country: "Ministry of External Affairs" and "MEA", "Joint Commission"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from assets.entities.names.names import name_key
from assets.entities.word_sets import word_set

# Kinds of bodies that stand alone for the one named before: "the Commission". Not "House": the White House is another.
HEADS = word_set(
    "ministry commission council committee department agency bank court party union organization organisation bureau "
    "office group assembly parliament embassy fund alliance authority forum movement foundation institute university "
    "company front federation association league secretariat chamber bloc community mission"
)
COMPANY_WORDS = word_set("company group corporation corp inc ltd limited co holding holdings plc bank oil")
SMALL = word_set("of and the for in on de del la y & to")
LEAST_ACRONYM = 2
LONGEST_ACRONYM = 8
MOST_ALIKE = 100  # bodies with one first word that are compared; a list of a thousand ministries stays linear
LEAST_TAIL = 3  # letters of an acronym that leaves out how the name begins: "ECA" of a Bureau


@dataclass(frozen=True)
class Body:
    """A body as the text names it one way."""

    name: str
    is_known: bool  # a list has it under this name
    country_id: str | None
    starts: tuple[int, ...]  # first tokens of its mentions
    written: tuple[str, ...] = ()  # how the text writes it, where a list has another name for it

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Words for comparing."""
        return words_of_name(self.name)


def words_of_name(name: str) -> tuple[str, ...]:
    """Words of a body's name for comparing, without the article."""
    return tuple(word for word in name_key(name.replace("’", "'").replace("-", " ")) if word != "the")


def short_names(bodies: Sequence[Body]) -> dict[int, int]:
    """The body of the fuller name that each short one stands for, by number."""
    by_word: dict[str, list[int]] = {}
    by_initials: dict[str, list[int]] = {}
    for number, body in enumerate(bodies):
        for end in {body.words[:1], body.words[-1:]} - {()}:
            by_word.setdefault(end[0], []).append(number)
        for initials in set(_initials(body)):
            by_initials.setdefault(initials, []).append(number)
    found: dict[int, int] = {}
    for number, body in enumerate(bodies):
        longer = [at for at in by_initials.get(_acronym(body), ()) if at != number]
        is_certain = len(longer) == 1
        longer = longer if is_certain else [at for at in _sharing(body, by_word) if _is_short(body, bodies[at])]
        meant = _nearest(body, [at for at in longer if at != number], bodies, is_certain)
        if meant is not None:
            found[number] = meant
    return {number: _last(found, number) for number in found}


def _last(found: dict[int, int], number: int) -> int:
    """The fullest name at the end of a row of ever fuller ones."""
    seen = set()
    while number in found and number not in seen:
        seen.add(number)
        number = found[number]
    return number


def _acronym(body: Body) -> str:
    name = body.name.replace(".", "")
    is_short = LEAST_ACRONYM <= len(name) <= LONGEST_ACRONYM and name.isalpha() and name.isupper()
    return name.lower() if is_short else ""


def _initials(body: Body) -> Iterator[str]:
    """Initials of a long name, with and without its small words and what kind of body it is."""
    for words in map(words_of_name, dict.fromkeys((body.name, *body.written))):
        large = [word for word in words if word not in SMALL]
        if len(large) >= LEAST_ACRONYM:
            yield "".join(word[0] for word in words)
            yield "".join(word[0] for word in large)
            if len(large) > LEAST_TAIL:
                yield "".join(word[0] for word in large[1:])


def _sharing(body: Body, by_word: dict[str, list[int]]) -> list[int]:
    ends = {*body.words[:1], *body.words[-1:]}
    return sorted({number for end in ends for number in by_word.get(end, ())[-MOST_ALIKE:]})


def _is_short(short: Body, full: Body) -> bool:
    """Whether a name is the end or the beginning of a fuller one: "Joint Commission", "Htoo Group"."""
    words, whole = short.words, full.words
    if short.is_known or not words or len(words) >= len(whole) or _are_of_two_countries(short, full):
        return False
    if whole[-len(words) :] == words:
        return len(words) > 1 or words[0] in HEADS
    following = whole[len(words)]
    is_first = whole[: len(words)] == words
    return is_first and (following in COMPANY_WORDS or (following in {"of", "for"} and words[-1] in HEADS))


def _are_of_two_countries(one: Body, other: Body) -> bool:
    return bool(one.country_id and other.country_id) and one.country_id != other.country_id


def _nearest(body: Body, longer: Sequence[int], bodies: Sequence[Body], is_certain: bool) -> int | None:
    """Of the fuller names the one that stands last before the short one; a lone word needs one before it."""
    first = body.starts[0]
    told = [(at, [start for start in bodies[at].starts if start < first]) for at in longer]
    before = [(starts[-1], at) for at, starts in told if starts]
    if before:
        return max(before)[1]
    is_name = is_certain or len(body.words) > 1
    return longer[0] if len(longer) == 1 and is_name else None
