"""Amounts with values, units and currencies."""

import pytest

from assets.entities.amounts.amounts import amount_rows, amount_spans
from assets.entities.amounts.numbers import number_value
from tests.entities.marked_text import context_of, marked_doc
from warehouse.tables.amounts import AmountKind


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("three", 3),
        ("twenty-five", 25),
        ("two hundred and fifty", 250),
        ("half a billion", 5e8),
        ("a hundred", 100),
        ("a couple of thousand", 2000),
        ("2.4 billion", 2.4e9),
        ("10,000", 10_000),
        ("2, 2 million", 2.2e6),
        ("32.7 million", 32_700_000),
        ("8.2 million", 8_200_000),
        ("1,5 million", 1.5e6),
        ("two and a half", 2.5),
        ("two and a half million", 2.5e6),
        ("three-quarters of a billion", 7.5e8),
    ],
)
def test_number_values(text, value):
    assert number_value(text) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "words", "value", "value_max", "currency"),
    [
        ("more than $800 billion between", "$800 billion", 8e11, None, "USD"),
        ("more than \\$800 billion between", "\\$800 billion", 8e11, None, "USD"),
        ("reached 2.4 billion dollars,", "2.4 billion dollars", 2.4e9, None, "USD"),
        ("US$5.5 million in aid", "US$5.5 million", 5.5e6, None, "USD"),
        ("€300m in grants", "€300m", 3e8, None, "EUR"),
        ("100 million euros", "100 million euros", 1e8, None, "EUR"),
        ("5 billion yuan", "5 billion yuan", 5e9, None, "CNY"),
        ("500 rubles", "500 rubles", 500, None, "RUB"),
        ("10 million Mexican pesos", "10 million Mexican pesos", 1e7, None, "MXN"),
        ("10 million pesos", "10 million pesos", 1e7, None, None),
        ("$3 to $5 billion", "$3 to $5 billion", 3e9, 5e9, "USD"),
        ("half a billion dollars", "half a billion dollars", 5e8, None, "USD"),
        ("over N2.5 billion for", "N2.5 billion", 2.5e9, None, "NGN"),
        ("about R12 million", "R12 million", 1.2e7, None, "ZAR"),
        ("KSh 4 billion", "KSh 4 billion", 4e9, None, "KES"),
        ("GH¢3 million", "GH¢3 million", 3e6, None, "GHS"),
    ],
)
def test_money(text, words, value, value_max, currency):
    (span,) = amount_spans(text)
    assert (span.kind, span.text) == (AmountKind.MONEY, words)
    assert (span.value, span.value_max, span.currency) == (pytest.approx(value), value_max, currency)


@pytest.mark.parametrize(
    ("text", "kind", "value", "value_max", "unit"),
    [
        ("some 4,800 French troops", AmountKind.PEOPLE, 4800, None, "French troops"),
        ("lasted an hour and a half", AmountKind.DURATION, 1.5, None, "hours"),
        ("almost 10,000 people", AmountKind.PEOPLE, 1e4, None, "people"),
        ("2, 2 million migrants from", AmountKind.PEOPLE, 2.2e6, None, "migrants"),
        ("twenty-five Cuban doctors", AmountKind.PEOPLE, 25, None, "Cuban doctors"),
        ("between 3 and 5 million refugees", AmountKind.PEOPLE, 3e6, 5e6, "refugees"),
        ("a hundred Palestinians", AmountKind.PEOPLE, 100, None, "people"),
        ("20 percent", AmountKind.PERCENT, 20, None, "percent"),
        ("3-5%", AmountKind.PERCENT, 3, 5, "percent"),
        ("by 2.5 percentage points", AmountKind.PERCENT, 2.5, None, "percentage points"),
        ("almost three hours of talks", AmountKind.DURATION, 3, None, "hours"),
        ("on the 75th anniversary of relations", AmountKind.DURATION, 75, None, "years"),
        ("a two-day visit", AmountKind.DURATION, 2, None, "days"),
        ("for two-plus years", AmountKind.DURATION, 2, None, "years"),
        ("a team of four senior officials", AmountKind.PEOPLE, 4, None, "senior officials"),
        ("a committee of ten members", AmountKind.PEOPLE, 10, None, "members"),
        (
            "to 22,000 criminal justice sector officials",
            AmountKind.PEOPLE,
            22_000,
            None,
            "criminal justice sector officials",
        ),
        ("3.5 million Americans", AmountKind.PEOPLE, 3.5e6, None, "people"),
        ("more than 11,300 firefighters received", AmountKind.PEOPLE, 11_300, None, "firefighters"),
        ("1,500 civil servants", AmountKind.PEOPLE, 1500, None, "civil servants"),
        ("left at least 60 dead.", AmountKind.PEOPLE, 60, None, "dead"),
        ("40,000 tonnes of urea", AmountKind.COUNT, 40_000, None, "tonne"),
        ("500 megawatts", AmountKind.COUNT, 500, None, "megawatt"),
        ("3 tons of aid", AmountKind.COUNT, 3, None, "ton"),
        ("13 other countries", AmountKind.COUNT, 13, None, "other countries"),
        ("120,000 barrels of oil", AmountKind.COUNT, 120_000, None, "barrel"),
        ("the 27 member states", AmountKind.COUNT, 27, None, "member states"),
        ("300 km away", AmountKind.COUNT, 300, None, "kilometer"),
    ],
)
def test_other_amounts(text, kind, value, value_max, unit):
    (span,) = amount_spans(text)
    assert (span.kind, span.value, span.value_max, span.unit) == (kind, pytest.approx(value), value_max, unit)


@pytest.mark.parametrize(
    ("text", "is_approximate"),
    [("almost 10,000 people", True), ("up to 20 percent", True), ("about $5", True), ("exactly 10 people", False)],
)
def test_approximation(text, is_approximate):
    assert amount_spans(text)[0].is_approximate is is_approximate


@pytest.mark.parametrize(
    "text",
    [
        "the two countries",
        "one of the leaders",
        "relations established 48 years ago",
        "a 30-year-old man",
        "on 3 May 2023",
        "at 10:30 a.m.",
        "Article 5 says",
        "resolution 2231",
        "the Group of 77 plus China",
        "Covid-19 cases",
        "the sixty-second anniversary",
        "Three items were agreed",
        "two diplomats said",
        "the President's 2021 initiatives",
    ],
)
def test_what_is_no_amount(text):
    assert amount_spans(text) == []


@pytest.mark.parametrize(
    ("text", "is_approximate"),
    [
        ("talks that lasted over three hours", [True]),
        ("28 million euros over two years", [False, False]),
        ("an estimated cost of 28 million euros", [True]),
        ("trade exceeded US$ 2,6 billion", [True]),
    ],
)
def test_what_over_and_estimated_say_of_an_amount(text, is_approximate):
    assert [span.is_approximate for span in amount_spans(text)] == is_approximate


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("Norway has set aside 60 million kroner.", "NOK"),
        ("Oslo pays. The sum includes 12 million kroner.", "NOK"),
        ("Mexico gave 10 million pesos.", "MXN"),
        ("Mexico and Colombia share 10 million pesos.", None),
        ("They paid 10 million pesos.", None),
        ("It costs 480 million zloty.", "PLN"),
    ],
)
def test_a_currency_of_many_countries_is_that_of_the_only_one_named(text, currency):
    assert [span.currency for span in amount_spans(text)] == [currency]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("from $9.7 billion to $15 billion", [9.7e9, 1.5e10]),
        ("the lesser of $20,000 or 50% of pay", [20_000, 50]),
    ],
)
def test_two_amounts_are_no_range(text, values):
    assert [(span.value, span.value_max) for span in amount_spans(text)] == [(value, None) for value in values]


def test_and_joins_no_two_sums():
    assert [span.text for span in amount_spans("€300m and £2bn")] == ["€300m", "£2bn"]


def test_rows_have_raw_offsets():
    doc = marked_doc("Trade reached 2.4 billion dollars in three years.")
    rows = amount_rows(doc, context_of(doc))
    assert [doc.text[row.raw_start : row.raw_end] for row in rows] == ["2.4 billion dollars", "three years"]


def test_long_hostile_text_is_read_in_linear_time():
    for piece in ("1,", "two hundred and ", "$", " " * 50):
        amount_spans(piece * (20_000 // len(piece)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They pledged 500,000 US dollars.", [("500,000 US dollars", "MONEY")]),
        ("Peru gave 20 million U.S. dollars.", [("Peru", "GPE"), ("20 million U.S. dollars", "MONEY")]),
    ],
)
def test_the_country_of_a_currency_is_part_of_the_amount(text, expected):
    from assets.entities import load_pipeline

    assert [(ent.text, ent.label_) for ent in load_pipeline()(text).ents] == expected


def test_a_letter_before_a_number_is_no_currency():
    assert amount_spans("N95 masks on the R12 road") == []
