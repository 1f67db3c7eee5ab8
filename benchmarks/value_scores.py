"""Scores of amounts, time expressions and offices.

An amount is right when kind, value and currency or unit are those annotated at an overlapping span; units are compared by
their last word in the singular. The days of a time expression are right when the first and the last are; an expression
that the text leaves open must stay open. An office is found when the person's title stands where it is annotated; its role is
right when it has the annotated name, or the same portfolio and rank (a Secretary of State is a foreign minister).
"""

import calendar
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from benchmarks.documents import Ratio
from benchmarks.fact_gold import Compared, GoldAmount, GoldOffice, GoldTime
from benchmarks.measures import count_case, measures, share
from benchmarks.spans import Span, overlap, paired
from warehouse.reference import reference
from warehouse.tables.amounts import Amount, AmountKind
from warehouse.tables.entities import Mention, RoleStatus, TimeExpression

PEOPLE = frozenset({"person", "persons", "people"})

Days = tuple[dt.date | None, dt.date | None]


def days(start_on: str | None, end_on: str | None) -> Days:
    """First and last day of a span annotated as YYYY, YYYY-MM or YYYY-MM-DD."""
    return (_day(start_on, is_last=False) if start_on else None, _day(end_on, is_last=True) if end_on else None)


def _day(text: str, is_last: bool) -> dt.date:
    year, month, day = [*(int(part) for part in text.split("-")), 0, 0][:3]
    month = month or (12 if is_last else 1)
    return dt.date(year, month, day or (calendar.monthrange(year, month)[1] if is_last else 1))


def singular(unit: str | None) -> str:
    """The last word of a unit, in the singular and lower case."""
    words = (unit or "").casefold().split()
    if not words or words[-1] in PEOPLE:
        return "people" if words else ""
    word = words[-1]
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def is_amount_right(one: GoldAmount, other: Amount) -> bool:
    """Whether kind, value and currency or unit are those annotated."""
    is_same = one.kind == other.kind and _is_equal(one.value, other.value)
    if other.kind is AmountKind.MONEY:
        return is_same and one.currency == other.currency
    return is_same and singular(one.unit) == singular(other.unit)


def _is_equal(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= 1e-6 * max(abs(one), abs(other))


@cache
def amount_pairs(document: Compared) -> Mapping[int, int]:
    """Place of the annotated amount by the place of the amount found at it."""

    def rank(one: GoldAmount, other: Amount) -> tuple[float, ...] | None:
        shared = overlap(one.span, (other.raw_start, other.raw_end))
        return (is_amount_right(one, other), shared) if shared else None

    return paired(document.wanted.amounts, document.found.amounts, rank)


@cache
def time_pairs(document: Compared) -> Mapping[int, int]:
    """Place of the annotated time expression by the place of the one found at it."""

    def rank(one: GoldTime, other: TimeExpression) -> tuple[float, ...] | None:
        shared = overlap(one.span, (other.raw_start, other.raw_end))
        return (shared,) if shared else None

    return paired(document.wanted.times, document.found.time_expressions, rank)


def titles_found(document: Compared, office: GoldOffice) -> list[Mention]:
    """Mentions of the office's person that carry the title where it is annotated."""
    return [
        mention
        for mention in document.found.mentions
        if mention.role_start is not None
        and mention.role_end is not None
        and overlap(office.title, (mention.role_start, mention.role_end))
        and document.is_meant(mention.chain_id, office.person)
    ]


def status_of(mention: Mention) -> str:
    """Status of an office as the mention tells it."""
    return mention.role_status or RoleStatus.CURRENT


def figures(scored: Sequence[Compared]) -> Iterator[tuple[str, float]]:
    """Name and value of each figure."""
    yield from _amount_figures(scored)
    yield from _time_figures(scored)
    yield from _office_figures(scored)


def _amount_figures(scored: Sequence[Compared]) -> Iterator[tuple[str, float]]:
    exact, upper, approximate = Ratio(), Ratio(), Ratio()
    for document in scored:
        wanted, found = document.wanted.amounts, document.found.amounts
        exact.wanted += len(wanted)
        exact.found += len(found)
        for place, at in amount_pairs(document).items():
            one, other = wanted[at], found[place]
            exact.right += is_amount_right(one, other)
            count_case(upper, _is_equal(one.value_max, other.value_max))
            count_case(approximate, one.is_approximate == other.is_approximate)
    yield from measures("amounts", exact)
    yield from share("amounts_value_max_accuracy", upper)
    yield from share("amounts_approximate_accuracy", approximate)


def _time_figures(scored: Sequence[Compared]) -> Iterator[tuple[str, float]]:
    spans, dates, given, left_open, basis = (Ratio() for _ in range(5))
    for document in scored:
        wanted, found = document.wanted.times, document.found.time_expressions
        matched = time_pairs(document)
        spans.wanted += len(wanted)
        spans.found += len(found)
        spans.right += len(matched)
        for place, at in matched.items():
            one, other = wanted[at], found[place]
            is_right = days(one.start_on, one.end_on) == (other.start_on, other.end_on)
            count_case(dates, is_right)
            if other.start_on is not None:
                count_case(given, is_right)
            count_case(basis, one.basis == other.basis)
            if one.start_on is None:
                count_case(left_open, other.start_on is None)
    yield from measures("times", spans)
    yield from share("times_dates_accuracy", dates)
    yield from share("times_dates_precision", given)  # of the dates given: a wrong day is worse than none
    yield from share("times_basis_accuracy", basis)
    yield from share("times_left_open_accuracy", left_open)


def _office_figures(scored: Sequence[Compared]) -> Iterator[tuple[str, float]]:
    found, held = Ratio(), Ratio()
    parts = {"role": Ratio(), "country": Ratio(), "status": Ratio()}
    for document in scored:
        for office in document.wanted.offices:
            titles = titles_found(document, office)
            found.wanted += 1
            found.right += bool(titles)
            for part, is_right in office_parts(office, titles).items():
                count_case(parts[part], is_right)
        wanted, given = _held(document)
        held.wanted, held.found = held.wanted + len(wanted), held.found + len(given)
        held.right += len(wanted & given)
    if found.wanted:
        yield "offices_recall", found.recall
    yield from measures("offices_person_role", held)
    for part, ratio in parts.items():
        yield from share(f"offices_{part}_accuracy", ratio)


def office_parts(office: GoldOffice, titles: Sequence[Mention]) -> dict[str, bool]:
    """Whether role, country and status are right; nothing where the title was not found."""
    if not titles:
        return {}
    return {
        "role": any(is_role(title.role_title, office.role) for title in titles),
        "country": any(title.country_id == office.country for title in titles),
        "status": any(status_of(title) == office.status for title in titles),
    }


def is_role(found: str | None, wanted: str) -> bool:
    """Whether an office of the reference table is the annotated one, by name or by function."""
    title, wanted = (found or "").casefold(), _titles().get(wanted, wanted)
    return title == wanted or (title in _functions() and _functions()[title] == _functions().get(wanted))


@cache
def _titles() -> dict[str, str]:
    """Title of the reference table by its names there: "undersecretary" is a deputy minister."""
    rows = [(row["title"].casefold(), row["patterns"].casefold()) for row in reference("roles").iter_rows(named=True)]
    return {name: title for title, patterns in rows for name in patterns.split("|")} | {
        title: title for title, _ in rows
    }


@cache
def _functions() -> dict[str, tuple[str, int]]:
    """Portfolio and rank of each office of the reference table that has a portfolio."""
    rows = reference("roles").iter_rows(named=True)
    return {row["title"].casefold(): (row["portfolio"], row["rank"]) for row in rows if row["portfolio"]}


def _held(document: Compared) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Annotated chain and role of each office: those annotated, and those found of people whose chain is annotated."""
    wanted = {(office.person, office.role) for office in document.wanted.offices}
    given = {
        (chain, next((role for person, role in wanted if person == chain and is_role(title, role)), title))
        for mention in document.found.mentions
        if (title := (mention.role_title or "").casefold())
        for chain in document.meant.get(mention.chain_id, ())
    }
    return wanted, given


def errors(document: Compared) -> Iterator[tuple[int, str]]:
    """Place and line of each error."""
    yield from _amount_errors(document)
    yield from _time_errors(document)
    yield from _office_errors(document)


def _amount_errors(document: Compared) -> Iterator[tuple[int, str]]:
    wanted, found, matched = document.wanted.amounts, document.found.amounts, amount_pairs(document)
    for at in sorted(set(range(len(wanted))) - set(matched.values())):
        yield wanted[at].span[0], f"amount missed: {_amount(wanted[at])} in {_around(document, wanted[at].span)}"
    for place, other in enumerate(found):
        where = _around(document, (other.raw_start, other.raw_end))
        if place not in matched:
            yield other.raw_start, f"amount invented: {_amount(other)} in {where}"
            continue
        one = wanted[matched[place]]
        is_whole = _is_equal(one.value_max, other.value_max) and one.is_approximate == other.is_approximate
        if not (is_amount_right(one, other) and is_whole):
            yield other.raw_start, f"amount wrong: wanted {_amount(one)}, found {_amount(other)} in {where}"


def _amount(amount: GoldAmount | Amount) -> str:
    parts = [f"{amount.value:g}", f"to {amount.value_max:g}" if amount.value_max is not None else ""]
    about = "about" if amount.is_approximate else ""
    return " ".join(part for part in (amount.kind, about, *parts, amount.currency or amount.unit or "?") if part)


def _time_errors(document: Compared) -> Iterator[tuple[int, str]]:
    wanted, found, matched = document.wanted.times, document.found.time_expressions, time_pairs(document)
    for at in sorted(set(range(len(wanted))) - set(matched.values())):
        yield wanted[at].span[0], f"time missed: {_around(document, wanted[at].span)}"
    for place, other in enumerate(found):
        where = _around(document, (other.raw_start, other.raw_end))
        if place not in matched:
            yield other.raw_start, f"time invented, {other.start_on} to {other.end_on}: {where}"
            continue
        one = wanted[matched[place]]
        start, end = days(one.start_on, one.end_on)
        if (start, end) != (other.start_on, other.end_on):
            says = f"wanted {start} to {end} ({one.basis}), found {other.start_on} to {other.end_on} ({other.basis})"
            yield other.raw_start, f"date wrong: {says}: {where}"


def _around(document: Compared, span: Span, middle: int = 40) -> str:
    before, after = (max(0, span[0] - middle), span[0]), (span[1], span[1] + middle)
    return f"{document.words(before)} [{document.words(span)}] {document.words(after)}"


def _office_errors(document: Compared) -> Iterator[tuple[int, str]]:
    for office in document.wanted.offices:
        titles = titles_found(document, office)
        name, title = document.names[office.person], document.words(office.title)
        if not titles:
            yield office.title[0], f"office missed: {name}, {title!r} ({office.role}, {office.country})"
        for part, is_right in office_parts(office, titles).items():
            if not is_right:
                given = [{"role": t.role_title, "country": t.country_id, "status": status_of(t)}[part] for t in titles]
                wanted = {"role": office.role, "country": office.country, "status": office.status}[part]
                yield office.title[0], f"office {part} wrong: {name}, {title!r}: wanted {wanted!r}, found {given}"
