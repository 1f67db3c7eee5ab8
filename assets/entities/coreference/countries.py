"""The country of what a text names without it: leaders whom everybody knows, courts of a country, parts of countries."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from assets.entities.coreference.name_forms import deletions
from assets.entities.extensions import Chain
from assets.entities.names.accents import without_accents
from assets.entities.names.counterparts import OF_NO_COUNTRY
from assets.entities.names.gazetteer import alternatives
from assets.entities.names.leaders import country_of_leader
from assets.entities.sentences.phrase_words import POSSESSIVE_MARKS
from assets.entities.word_sets import word_set
from warehouse.reference import reference

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

PLACES = frozenset({"GPE", "LOC", "FAC"})
PEOPLES = frozenset({"GPE", "NORP"})
LEAST_MISSPELLED = 6  # letters of a country's name in which one may be wrong: "Afganistan"
OF_STATE = word_set(
    "ministry parliament congress senate assembly cabinet court government army navy police supreme constitutional high "
    "council commission national federal central bank house party front movement union academy university press"
)
OF_BODIES = OF_NO_COUNTRY | {"president of organization", "managing director", "executive secretary"}
AT_HOME = frozenset({"Foreign Office", "Foreign Ministry", "Ministry of Foreign Affairs"})
MINISTRIES = frozenset({"ministry", "office", "department", "presidency"})
REACH = 2
WATERS = word_set("sea ocean gulf strait straits lake river bay channel peninsula canal")
ELSEWHERE = frozenset({"British Columbia", "New England", "New South Wales", "Columbia", "British Virgin Islands"})


def with_countries(doc: "Doc", chains: Sequence[Chain]) -> tuple[Chain, ...]:
    """The chains, those without a country given the one that their names or the words beside them tell."""
    by_end = {ent.end: ent for ent in doc.ents if ent._.country and ent.label_ in PEOPLES}
    by_start = {ent.start: ent for ent in doc.ents if ent._.country and ent.label_ in PEOPLES}
    served = {
        role.body[0]: role.country_id for chain in chains for role in chain.roles if role.body and role.country_id
    }
    return tuple(
        chain
        if chain.country_id
        else replace(chain, country_id=_country(doc, chain, by_start, by_end) or _of_official(doc, chain, served))
        for chain in chains
    )


def _of_official(doc: "Doc", chain: Chain, served: Mapping[int, str]) -> str | None:
    """The country of a ministry whose official's country is told; of one named so at home that of the text."""
    if chain.label != "ORG" or MINISTRIES.isdisjoint(chain.name.lower().split()):
        return None
    told = next((country for start, _ in chain.mentions if (country := served.get(doc[start].idx))), None)
    return told or (doc._.origin if chain.name in AT_HOME and doc._.origin != "USA" else None)


def _country(doc: "Doc", chain: Chain, by_start: dict[int, "Span"], by_end: dict[int, "Span"]) -> str | None:
    if chain.label == "PERSON":
        titles = {role.title for role in chain.roles}
        if titles & OF_BODIES and any(role.body and not role.is_former for role in chain.roles):
            return None  # the Secretary-General of the UN speaks for no country that he led before
        return country_of_leader(chain.name, titles) or next(_called(doc, chain, by_end), None)
    if chain.label == "ORG" and chain.name not in _international():
        return next(_named_in(chain.name), None) or next(_owners(doc, chain, by_start, by_end), None)
    if chain.name in _regions():  # the Gulf of Mexico lies in no country
        return None
    if chain.label in PLACES or chain.label == "NORP":
        return next(_named_in(chain.name), None) or _misspelled(chain.name)
    return None


def _called(doc: "Doc", chain: Chain, by_end: dict[int, "Span"]) -> Iterator[str]:
    """Countries of peoples named right before a person: "Israeli right-winger Gil", "US singer Sol"."""
    for start, _ in chain.mentions:
        for at in range(start, max(start - REACH - 1, 0), -1):
            if at in by_end and by_end[at].label_ == "NORP" and all(doc[index].is_alpha for index in range(at, start)):
                yield by_end[at]._.country


def _owners(doc: "Doc", chain: Chain, by_start: dict[int, "Span"], by_end: dict[int, "Span"]) -> Iterator[str]:
    """Countries that own a body where it is named: "Chad's Supreme Court", "the Constitutional Court of Chad"."""
    if OF_STATE.isdisjoint(chain.name.lower().split()):
        return
    for start, end in chain.mentions:
        owner = by_end.get(start) or (by_end.get(start - 1) if doc[start - 1].text in POSSESSIVE_MARKS else None)
        if owner is None and end + 1 < len(doc) and doc[end].lower_ in {"of", "in"}:
            owner = by_start.get(end + 1 + (doc[end + 1].lower_ == "the"))
        if owner is not None:
            yield owner._.country


def _named_in(name: str) -> Iterator[str]:
    """Countries named inside a longer name, the longest name first: "south Lebanon", "Bosnian Serbs".

    "British Columbia" and "Indian Ocean" are named after a country and do not lie in it.
    """
    words = name.split()
    if not WATERS.isdisjoint(name.lower().split()) or name in ELSEWHERE:
        return
    of_regions: set[int] = set()  # the South American Common Market is no body of the United States
    for length in range(min(len(words) - 1, 4), 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            country = _countries().get(part)
            if country and of_regions.isdisjoint(range(start, start + length)):
                yield country
            elif part in _regions():
                of_regions.update(range(start, start + length))


def _misspelled(name: str) -> str | None:
    """The country whose name or people differs from a name in one letter."""
    plain = without_accents(name)
    if len(plain) < LEAST_MISSPELLED or name in ELSEWHERE:
        return None
    found = {country for form in deletions(plain) for country in _by_deletion().get(form, ())}
    return found.pop() if len(found) == 1 else None


@cache
def _regions() -> frozenset[str]:
    """Names and peoples of the regions that lie in no one country."""
    rows = reference("regions").filter(reference("regions")["country_id"].is_null())
    names = rows.select("name", "aliases", "demonyms").iter_rows()
    return frozenset(
        each
        for name, *others in names
        for each in (name, *(other for listed in others for other in alternatives(listed)))
    )


@cache
def _international() -> frozenset[str]:
    """Names of the bodies that are of no one country."""
    rows = reference("organizations")
    return frozenset(rows.filter((rows["kind"] == "igo") & rows["country_id"].is_null())["name"].to_list())


@cache
def _countries() -> dict[str, str]:
    """Countries by their names, capitals and peoples, and those of regions that lie in one."""
    found: dict[str, str] = {}
    for row in reference("countries").iter_rows(named=True):
        for name in (row["name"], row["demonym"], *alternatives(row["aliases"]), *alternatives(row["demonyms"])):
            found.setdefault(name, row["country_id"])
        found.setdefault(row["capital"] or row["name"], row["country_id"])
    for row in reference("regions").iter_rows(named=True):
        for name in (row["name"], *alternatives(row["aliases"]), *alternatives(row["demonyms"])):
            if row["country_id"]:
                found.setdefault(name, row["country_id"])
    return found


@cache
def _by_deletion() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for name, country in _countries().items():
        if len(name) >= LEAST_MISSPELLED:
            for form in deletions(without_accents(name)):
                found.setdefault(form, set()).add(country)
    return found
