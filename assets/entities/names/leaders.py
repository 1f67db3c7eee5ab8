"""Which country a leader known by name leads: seeds/reference/leaders.csv, for people of whom a text does not say it.

A full name is enough, unless many people have it. A surname needs a leader's title before it ("President Clinton"), and
stands for a country only when no other country's leader of that kind has it.
"""

from collections.abc import Iterable, Iterator
from functools import cache

from assets.entities.coreference.name_forms import PARTICLE_KEYS, Form, can_be, deletions, form_of, keys_of
from assets.entities.names.gazetteer import alternatives
from assets.entities.word_sets import word_set
from warehouse.reference import reference

# Names of leaders that many people have, and names of one word: they need the title too.
COMMON = frozenset(
    form_of(name)
    for name in (
        "John Lee", "David Levy", "Eli Cohen", "James Jones", "William Clark", "Stephen Smith", "Mark Brown",
        "Abdul Sattar", "Gordon Brown", "John Howard", "John Major", "Tom King", "Robert Gates", "James Baker",
    )
)  # fmt: skip
HEADS = word_set("president king queen emir sultan emperor leader chancellor prince pope general chairman")
HEADS_OF_GOVERNMENT = frozenset({"prime minister", "chancellor", "chief executive"})
STATE = frozenset({*HEADS, "vice president", "crown prince", "supreme leader", "chairman of the presidency"})
KINDS = {
    **dict.fromkeys(STATE, "state"),
    **dict.fromkeys(HEADS_OF_GOVERNMENT, "government"),
    **dict.fromkeys(("foreign minister", "foreign secretary", "secretary of state"), "foreign"),
    **dict.fromkeys(("rebel leader", "party leader", "opposition leader"), "rebel"),
}

HEAD_KINDS = frozenset({"state", "government"})
LEAST_MISSPELLED = 5  # letters of a surname in which one may be wrong


def country_of_leader(name: str, titles: Iterable[str]) -> str | None:
    """ISO 3166-1 alpha-3 of the country whose leader has the name; None when it is nobody's or of two countries.

    Args:
        name: the fullest name that a document has for the person.
        titles: the titles, as seeds/reference/roles.csv has them, that the document gives the person.
    """
    form = form_of(name)
    kinds = {KINDS.get(title, title) for title in titles}
    if len(form) > 1 and (kinds or form not in COMMON):
        return _only(_bearers(form, kinds)) or _only(_misspelled(form, kinds)) or _by_title(form, kinds)
    return _by_title(form, kinds) if form else None


def leads(name: str, title: str) -> str | None:
    """ISO 3166-1 alpha-3 of the country of which somebody with this full name has held the office; None when nobody has."""
    form = form_of(name)
    known = _by_surname().get((form[-1], KINDS.get(title, title)), set()) if len(form) > 1 else set()
    return _only(country for other in known if _is_near(form, other) for country in _by_name()[other])


def is_other_leader(form: Form, surname: str, title: str, country_id: str) -> bool:
    """Whether those of a surname who have led a country are all others: "President Marcos" is not Imee Marcos.

    Args:
        form: the full name, as ``form_of`` gives it.
        surname: the word by which the leader is called, as ``form_of`` gives it.
        title: the title in seeds/reference/roles.csv.
        country_id: ISO 3166-1 alpha-3.
    """
    known = _by_surname().get((surname, KINDS.get(title, title)), set())
    leaders = [other for other in known if len(other) > 1 and country_id in _by_name()[other]]
    return bool(leaders) and not any(can_be(form, other) or can_be(other, form) for other in leaders)


def _bearers(form: Form, kinds: set[str]) -> Iterator[str]:
    """Countries of the leaders whose full name it is, or nearly and with no office that is not theirs."""
    exact = _by_name().get(form)
    if exact:
        yield from exact
        return
    near = {other for key in keys_of(form) for other in _by_key().get(key, ())}
    for other in near:
        is_theirs = (
            not kinds or not kinds.isdisjoint(_kinds()[other]) or _is_fuller(form, other) or _is_fuller(other, form)
        )
        if len(other) > 1 and is_theirs and _is_near(form, other) and _is_whole(form, other):
            yield from _by_name()[other]


def _is_whole(form: Form, other: Form) -> bool:
    """Whether of two names that are spelled differently neither has a word more: Hussein bin Abdullah II is not Hassan II."""
    one, two = (set(words) - PARTICLE_KEYS for words in (form, other))
    return len(one) == len(two) or one <= two or two <= one


def _is_fuller(form: Form, other: Form) -> bool:
    """Whether a name has all words of another and further ones in full: "Anwar bin Mohammed Gargash", of Anwar Gargash."""
    is_longer = set(other) < set(form) and form[0] == other[0]
    return is_longer and all(len(word) > 1 for word in (*other, *(set(form) - set(other))))


def _is_near(form: Form, other: Form) -> bool:
    """Whether two full names are one: spelled in two ways, or with a middle name more."""
    if len(form) != len(other) and form[0] != other[0] and form[-1] != other[-1]:
        return False  # Hassan Sheikh Nur is not Hussein al-Sheikh
    return can_be(form, other) or can_be(other, form)


def _misspelled(form: Form, kinds: set[str]) -> Iterator[str]:
    """Countries of the leaders whose title goes with the name and whose surname differs in one letter: "Gbago"."""
    for (surname, kind), leaders in _by_surname().items() if kinds else ():
        if kind in kinds and len(surname) >= LEAST_MISSPELLED and surname[0] == form[-1][:1]:
            given = {other for other in leaders if other[0] == form[0]}
            if given and not deletions(surname).isdisjoint(deletions(form[-1])):
                yield from (country for other in given for country in _by_name()[other])


def _by_title(form: Form, kinds: set[str]) -> str | None:
    """The country whose leader of one of the kinds has the surname; of heads of state or government either is."""
    same = _only(_of_kind(form, kinds))
    return same or (_only(_of_kind(form, HEAD_KINDS)) if kinds & HEAD_KINDS else None)


def _of_kind(form: Form, kinds: Iterable[str]) -> Iterator[str]:
    """Countries of the leaders of a surname; beside another given name it is not theirs: no Kamina Smith is Stephen."""
    for kind in kinds:
        for other in _by_surname().get((form[-1], kind), ()):
            if len(form) == 1 or len(other) == 1 or form[0][0] == other[0][0]:
                yield from _by_name()[other]


def _only(countries: Iterable[str]) -> str | None:
    found = set(countries)
    return found.pop() if len(found) == 1 else None


@cache
def _by_name() -> dict[Form, set[str]]:
    """Countries of leaders by each form of their full names."""
    found: dict[Form, set[str]] = {}
    for name, aliases, country in _rows():
        for form in map(form_of, (name, *alternatives(aliases))):
            found.setdefault(form, set()).add(country)
    return found


@cache
def _by_key() -> dict[str, set[Form]]:
    """Forms of names by what near ones share with them."""
    found: dict[str, set[Form]] = {}
    for form in _by_name():
        for key in keys_of(form):
            found.setdefault(key, set()).add(form)
    return found


@cache
def _by_surname() -> dict[tuple[str, str], set[Form]]:
    """Full names by surname and kind of office."""
    found: dict[tuple[str, str], set[Form]] = {}
    for name, aliases, role in reference("leaders").select("name", "aliases", "role").iter_rows():
        for form in map(form_of, (name, *alternatives(aliases))):
            found.setdefault((form[-1], KINDS.get(role, role)), set()).add(form)
    return found


@cache
def _kinds() -> dict[Form, set[str]]:
    """Kinds of office of leaders by each form of their full names."""
    found: dict[Form, set[str]] = {}
    for (_, kind), forms in _by_surname().items():
        for form in forms:
            found.setdefault(form, set()).add(kind)
    return found


def _rows() -> Iterator[tuple[str, str | None, str]]:
    yield from reference("leaders").select("name", "aliases", "country_id").iter_rows()
