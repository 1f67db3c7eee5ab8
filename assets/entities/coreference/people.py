"""Which mentions of people are the same person: short names resolve to the fullest form the document has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assets.entities.coreference.name_forms import Form, can_be, form_of, keys_of
from assets.entities.names.leaders import is_other_leader
from assets.entities.names.names import eastern_surnames, given_names
from assets.entities.word_sets import word_set
from warehouse.tables.entities import RoleStatus

if TYPE_CHECKING:
    from spacy.tokens import Span

# After these a name is a relative's, who has the surname too: "his son Nicolás Maduro Guerra".
KIN = word_set("son daughter brother sister wife husband father mother cousin nephew niece uncle aunt spouse widow")
SPOUSES = frozenset({"first lady", "first gentleman", "queen consort"})  # titles that nobody has beside an office
THRONES = frozenset({"king", "queen", "pope", "emir", "sultan"})  # with these goes the given name
KIN_REACH = 2  # words between "wife" and the name: "his wife, Cilia Flores"
KIN_BEHIND = 4  # words between the name and "brother": "Lazar Kos, the president's younger brother,"
CALLED = word_set(", his her the their whose ' 's ’s elder older younger twin eldest late former president king")
# Given names that are left out as a habit: Mohammad Javad Zarif is Javad Zarif.
LEFT_OUT = word_set(
    "mohammed mohammad muhammad mohamed muhammed mohamad mohd md abdul syed sayed seyed sayyed sheikh mian haji "
    "jose juan luis luiz jean maria marie joao ali u"
)
MOST_BEARERS = 40  # of one surname that are compared; a list of a thousand people named Kim stays linear


@dataclass
class Person:
    """A person while the mentions are gathered."""

    full: Form
    name: str
    titles: set[str]
    spans: list["Span"] = field(default_factory=list)
    last: int = -1  # number of the mention met last
    is_in_office: bool = False
    is_called: bool = False  # by the surname alone

    def comes_first(self, form: Form) -> bool:
        """Whether a lone word is the surname of somebody whose surname stands first."""
        word = form[0].capitalize()
        return self.full[:1] == form and word in eastern_surnames() and word not in given_names()


@dataclass
class _Form:
    """The mentions of one form of a name."""

    text: str
    first: int  # number of the mention met first
    titles: set[str] = field(default_factory=set)
    is_in_office: bool = False
    is_kin: bool = False


def people_among(spans: Sequence["Span"]) -> list[Person]:
    """The people whom the spans name, each with all mentions in the order of the text."""
    forms = [form_of(span.text) for span in spans]
    known = _forms(spans, forms)
    bearers: dict[str, list[Person]] = {}
    people: dict[Form, Person] = {}
    for form in sorted((form for form in known if len(form) > 1), key=lambda form: -len(form)):
        people[form] = _person_of(form, known, bearers)
    for at, (span, form) in enumerate(zip(spans, forms, strict=True)):
        person = people.get(form) or _bearer(span, form, bearers, people, known)
        person.is_called = person.is_called or len(form) == 1
        person.spans.append(span)
        person.last = at
    return list({id(person): person for person in people.values() if person.spans}.values())


def _forms(spans: Iterable["Span"], forms: Iterable[Form]) -> dict[Form, _Form]:
    """Forms of names with their best spelling, the offices they are named with, and whether a relative is meant."""
    known: dict[Form, _Form] = {}
    for at, (span, form) in enumerate(zip(spans, forms, strict=True)):
        text = plain(span.text)
        entry = known.setdefault(form, _Form(text, at))
        if entry.text.isupper() and not text.isupper():
            entry.text = text  # "PRICE:" is Price
        if span._.role is not None:
            entry.titles.add(span._.role.title)
            is_current = span._.role.status is RoleStatus.CURRENT and span._.role.title not in SPOUSES
            entry.is_in_office = entry.is_in_office or is_current
        entry.is_kin = entry.is_kin or _follows_kin(span) or _is_called_kin(span)
    return known


def plain(name: str) -> str:
    """The name on one line, without an editor's brackets: "(Joe) Biden"."""
    return " ".join(name.replace("(", "").replace(")", "").split())


def _follows_kin(span: "Span") -> bool:
    before = [token.lower_ for token in span.doc[max(0, span.start - KIN_REACH) : span.start]]
    return any(word in KIN for word in before) and all(word in KIN or word == "," for word in before[-1:])


def _is_called_kin(span: "Span") -> bool:
    """Whether the name is explained as a relative's: "Fidel Sol, his elder brother,"."""
    behind = [token.lower_ for token in span.doc[span.end : span.end + KIN_BEHIND + 1]]
    kin = next((at for at, word in enumerate(behind) if word in KIN), 0)
    return kin > 1 and behind[0] == "," and all(word in CALLED for word in behind[:kin])


def _person_of(form: Form, known: dict[Form, _Form], bearers: dict[str, list[Person]]) -> Person:
    """The person whose fuller name a name of several words is part of, else a new one."""
    entry = known[form]
    for person in _sharing(form, bearers):
        if can_be(form, person.full) and not _is_other(form, person, known):
            person.titles |= entry.titles
            person.is_in_office = person.is_in_office or entry.is_in_office
            if len(form) == len(person.full) and person.name.isupper():
                person.name = entry.text
            return person
    person = Person(form, entry.text, set(entry.titles), is_in_office=entry.is_in_office)
    for key in keys_of(form):
        bearers.setdefault(key, []).append(person)
    return person


def _is_other(form: Form, person: Person, known: dict[Form, _Form]) -> bool:
    """Whether a name of several words that stands in a longer one is somebody else's, a father's or son's.

    A father and son share "Nicolás Maduro": whose office differs, or who is called somebody's son, is another. A
    daughter has the father's name behind hers: of "Nawaz Sharif" Maryam Nawaz Sharif, named after him, is another.
    """
    entry = known[form]
    if form == person.full[1:] and person.full[0] not in LEFT_OUT and entry.first < known[person.full].first:
        return all(word.capitalize() in given_names() for word in (person.full[0], form[0]))
    differs = bool(entry.titles) and bool(person.titles) and entry.titles.isdisjoint(person.titles)
    begins_alike = form[0] == person.full[0] and len(form) < len(person.full)
    return begins_alike and (differs or entry.is_kin)


def _sharing(form: Form, bearers: dict[str, list[Person]]) -> list[Person]:
    """People with a word of the name, those first who share it letter for letter."""
    exact = [person for word in form for person in bearers.get(word, ())[-MOST_BEARERS:]]
    alike = [person for key in sorted(keys_of(form)) for person in bearers.get(key, ())[-MOST_BEARERS:]]
    return list({id(person): person for person in (*exact, *alike)}.values())


def _bearer(
    span: "Span",
    form: Form,
    bearers: dict[str, list[Person]],
    people: dict[Form, Person],
    known: dict[Form, _Form],
) -> Person:
    """Whom a lone word means: somebody named before, by the surname, of several whoever is called so or in office."""
    title = span._.role.title if span._.role is not None else None
    fitting = [person for person in _sharing(form, bearers) if can_be(form, person.full)]
    exact = [person for person in fitting if form[0] in person.full] or fitting
    able = [person for person in exact if not (title and person.titles and person.titles <= SPOUSES)]
    if title in THRONES:  # "King Salman" is not Mohammed bin Salman
        able = [person for person in able if person.full[0] == form[0]]
    able = [person for person in able if not _is_of_other_leader(span, form, person)]
    if form and able:
        return max(able, key=lambda person: _rank(person, form, title, is_kin=known[person.full].is_kin))
    person = Person(form, known[form].text, set(known[form].titles))
    people[form] = person
    return person


def _is_of_other_leader(span: "Span", form: Form, person: Person) -> bool:
    """Whether the leader of a country who is called by the surname is not this person: "President Marcos", of Imee."""
    role = span._.role
    if role is None or role.country_id is None or role.title in person.titles or role.status is not RoleStatus.CURRENT:
        return False
    return is_other_leader(person.full, form[0], role.title, role.country_id)


def _rank(person: Person, form: Form, title: str | None, *, is_kin: bool) -> tuple[bool | int, ...]:
    """How well a lone word fits a person: by office, named before, nobody's brother, surname, called so, named last."""
    is_surname = person.full[-1:] == form or person.comes_first(form)
    has_office = title is not None and title in person.titles
    is_meant = (person.is_called, person.is_in_office)
    return (has_office, person.last >= 0, not is_kin, is_surname, *is_meant, person.last, -len(person.full))
