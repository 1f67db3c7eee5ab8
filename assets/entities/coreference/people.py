"""Which mentions of people are the same person: short names resolve to the fullest form the document has."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assets.entities.coreference.name_forms import Form, can_be, form_of, keys_of
from assets.entities.names.names import eastern_surnames, given_names
from assets.entities.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Span

# After these a name is a relative's, who has the surname too: "his son Nicolás Maduro Guerra".
KIN = word_set("son daughter brother sister wife husband father mother cousin nephew niece uncle aunt spouse widow")
SPOUSES = frozenset({"first lady", "first gentleman", "queen consort"})  # titles that nobody has beside an office
THRONES = frozenset({"king", "queen", "pope", "emir", "sultan"})  # with these goes the given name
KIN_REACH = 2  # words between "wife" and the name: "his wife, Cilia Flores"
MOST_BEARERS = 40  # of one surname that are compared; a list of a thousand people named Kim stays linear


@dataclass
class Person:
    """A person while the mentions are gathered."""

    full: Form
    name: str
    titles: set[str]
    spans: list["Span"] = field(default_factory=list)
    last: int = -1  # number of the mention met last

    def comes_first(self, form: Form) -> bool:
        """Whether a lone word is the surname of somebody whose surname stands first."""
        word = form[0].capitalize()
        return self.full[:1] == form and word in eastern_surnames() and word not in given_names()


@dataclass
class _Form:
    """The mentions of one form of a name."""

    text: str
    titles: set[str] = field(default_factory=set)
    is_kin: bool = False


def people_among(spans: Sequence["Span"]) -> list[Person]:
    """The people whom the spans name, each with all mentions in the order of the text."""
    forms = [form_of(span.text) for span in spans]
    known = _forms(spans, forms)
    bearers: dict[str, list[Person]] = {}
    people: dict[Form, Person] = {}
    for form in sorted((form for form in known if len(form) > 1), key=lambda form: -len(form)):
        people[form] = _person_of(form, known[form], bearers)
    for at, (span, form) in enumerate(zip(spans, forms, strict=True)):
        person = people.get(form) or _bearer(span, form, bearers, people, known)
        person.spans.append(span)
        person.last = at
    return list({id(person): person for person in people.values() if person.spans}.values())


def _forms(spans: Iterable["Span"], forms: Iterable[Form]) -> dict[Form, _Form]:
    """Forms of names with their best spelling, the offices they are named with, and whether a relative is meant."""
    known: dict[Form, _Form] = {}
    for span, form in zip(spans, forms, strict=True):
        text = plain(span.text)
        entry = known.setdefault(form, _Form(text))
        if entry.text.isupper() and not text.isupper():
            entry.text = text  # "PRICE:" is Price
        if span._.role is not None:
            entry.titles.add(span._.role.title)
        entry.is_kin = entry.is_kin or _follows_kin(span)
    return known


def plain(name: str) -> str:
    """The name on one line, without an editor's brackets: "(Joe) Biden"."""
    return " ".join(name.replace("(", "").replace(")", "").split())


def _follows_kin(span: "Span") -> bool:
    before = [token.lower_ for token in span.doc[max(0, span.start - KIN_REACH) : span.start]]
    return any(word in KIN for word in before) and all(word in KIN or word == "," for word in before[-1:])


def _person_of(form: Form, entry: _Form, bearers: dict[str, list[Person]]) -> Person:
    """The person whose fuller name a name of several words is part of, else a new one."""
    for person in _sharing(form, bearers):
        if can_be(form, person.full) and not _is_other(form, entry, person):
            person.titles |= entry.titles
            if len(form) == len(person.full) and person.name.isupper():
                person.name = entry.text
            return person
    person = Person(form, entry.text, set(entry.titles))
    for key in keys_of(form):
        bearers.setdefault(key, []).append(person)
    return person


def _is_other(form: Form, entry: _Form, person: Person) -> bool:
    """Whether a name of several words that stands in a longer one is somebody else's, a father's or son's.

    A father and son share "Nicolás Maduro": whose office differs, or who is called somebody's son, is another.
    """
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
    """Whom a lone word means: somebody named before, by the surname, and of several the one named last."""
    title = span._.role.title if span._.role is not None else None
    fitting = [person for person in _sharing(form, bearers) if can_be(form, person.full)]
    exact = [person for person in fitting if form[0] in person.full] or fitting
    able = [person for person in exact if not (title and person.titles and person.titles <= SPOUSES)]
    if title in THRONES:  # "King Salman" is not Mohammed bin Salman
        able = [person for person in able if person.full[0] == form[0]]
    if form and able:
        return max(able, key=lambda person: _rank(person, form, title, is_kin=known[person.full].is_kin))
    person = Person(form, known[form].text, set(known[form].titles))
    people[form] = person
    return person


def _rank(person: Person, form: Form, title: str | None, *, is_kin: bool) -> tuple[bool, bool, bool, bool, int, int]:
    """How well a lone word fits a person: by office, named before, nobody's brother or wife, surname, named last."""
    is_surname = person.full[-1:] == form or person.comes_first(form)
    has_office = title is not None and title in person.titles
    return (has_office, person.last >= 0, not is_kin, is_surname, person.last, -len(person.full))
