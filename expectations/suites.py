"""The suite of each table: its structure, then what else must be true of it, each with the reason."""

import datetime as dt
from functools import cache

from expectations.expectation import Argument, Expectation, Severity
from expectations.structure import structure
from warehouse.model import Table, full_name
from warehouse.tables.entities import PloverType, TimeBasis

FIRST_DAY = dt.date(1900, 1, 1)  # news text on the web is younger; an older day is a misread number
LAST_DAY = dt.date(2100, 1, 1)
QUAD_CLASSES = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


@cache
def suite(table: Table) -> tuple[Expectation, ...]:
    """Every expectation of a table, the row count first."""
    return structure(table) + _spans(table) + _confidence(table) + FURTHER.get(full_name(table), ())


def _spans(table: Table) -> tuple[Expectation, ...]:
    pairs = (
        ("start_char", "end_char"),
        ("raw_start", "raw_end"),
        ("body_start", "body_end"),
        ("trigger_start", "trigger_end"),
        ("role_start", "role_end"),
        ("date_start", "date_end"),
    )
    return tuple(
        _less(start, end, "A span holds at least one character.", is_strict=True)
        for start, end in pairs
        if start in table.model_fields
    )


def _confidence(table: Table) -> tuple[Expectation, ...]:
    if "confidence" not in table.model_fields:
        return ()
    return (
        Expectation(
            name="confidence_varies",
            why="One value in every row would mean that the rules no longer weigh what they find.",
            severity=Severity.WARNING,
            kind="ExpectColumnUniqueValueCountToBeBetween",
            arguments={"column": "confidence", "min_value": 2},
            needs_rows=500,
        ),
    )


def _less(low: str, high: str, why: str, *, is_strict: bool = False) -> Expectation:
    """``low`` is before ``high`` wherever both are known."""
    return Expectation(
        name=f"{low}_is_before_{high}" if is_strict else f"{low}_is_not_after_{high}",
        why=why,
        severity=Severity.CRITICAL,
        kind="ExpectColumnPairValuesAToBeGreaterThanB",
        arguments={
            "column_A": high,
            "column_B": low,
            "or_equal": not is_strict,
            "ignore_row_if": "either_value_is_missing",
        },
    )


def _present(column: str, condition: str, name: str, why: str, severity: Severity = Severity.CRITICAL) -> Expectation:
    """``column`` is known in the rows of the condition."""
    arguments = _when(column, condition)
    return Expectation(name=name, why=why, severity=severity, kind="ExpectColumnValuesToNotBeNull", arguments=arguments)


def _absent(column: str, condition: str, name: str, why: str, severity: Severity = Severity.CRITICAL) -> Expectation:
    """``column`` is null in the rows of the condition."""
    arguments = _when(column, condition)
    return Expectation(name=name, why=why, severity=severity, kind="ExpectColumnValuesToBeNull", arguments=arguments)


def _when(column: str, condition: str) -> dict[str, Argument]:
    return {"column": column, "row_condition": condition, "condition_parser": "pandas"}


def _share(column: str, least: float, needs_rows: int, why: str) -> Expectation:
    """``column`` is known in at least this share of the rows."""
    return Expectation(
        name=f"{column}_is_mostly_known",
        why=why,
        severity=Severity.WARNING,
        # a share alone: naming the rows without a value would take longer than all else
        kind="ExpectColumnProportionOfNonNullValuesToBeBetween",
        arguments={"column": column, "min_value": least},
        needs_rows=needs_rows,
    )


def _has(column: str, values: tuple[str, ...], needs_rows: int, why: str) -> Expectation:
    """Each of the values occurs in ``column``."""
    return Expectation(
        name=f"{column}_has_its_common_values",
        why=why,
        severity=Severity.WARNING,
        kind="ExpectColumnDistinctValuesToContainSet",
        arguments={"column": column, "value_set": values},
        needs_rows=needs_rows,
    )


def _one_of(column: str, values: tuple[str, ...], why: str, severity: Severity = Severity.CRITICAL) -> Expectation:
    return Expectation(
        name=f"{column}_is_known",
        why=why,
        severity=severity,
        kind="ExpectColumnValuesToBeInSet",
        arguments={"column": column, "value_set": values},
    )


def _within(column: str, why: str, severity: Severity = Severity.WARNING, **bounds: Argument) -> Expectation:
    return Expectation(
        name=f"{column}_is_plausible",
        why=why,
        severity=severity,
        kind="ExpectColumnValuesToBeBetween",
        arguments={"column": column, **bounds},
    )


def _rows(least: int, why: str) -> Expectation:
    return Expectation(
        name="row_count_is_plausible",
        why=why,
        severity=Severity.WARNING,
        kind="ExpectTableRowCountToBeBetween",
        arguments={"min_value": least},
    )


PUBLICATION = (
    _absent(
        "published_on", 'published_basis == "unknown"', "unknown_publication_has_no_day", "Null rather than guessed."
    ),
    _present(
        "published_on", 'published_basis != "unknown"', "known_publication_has_a_day", "A basis stands for a day."
    ),
    _within("published_on", "An older or later day is a misread number.", min_value=FIRST_DAY, max_value=LAST_DAY),
)


def _dates(basis: str) -> tuple[Expectation, ...]:
    """Resolved days: in order, both or none, and none exactly when the basis says so."""
    unresolved = f'{basis} == "{TimeBasis.UNRESOLVED}"'
    resolved = f'{basis} != "{TimeBasis.UNRESOLVED}"'
    return (
        _less("start_on", "end_on", "An event or time ends on or after the day it starts."),
        _present("end_on", "start_on.notnull()", "end_on_is_known_with_start_on", "A resolved time has both ends."),
        _present("start_on", "end_on.notnull()", "start_on_is_known_with_end_on", "A resolved time has both ends."),
        _absent("start_on", unresolved, "unresolved_has_no_day", "Never fall back silently to the publication date."),
        _present("start_on", resolved, "resolved_has_a_day", "A basis stands for a day.", Severity.WARNING),
    )


AMOUNTS = (
    _less("value", "value_max", "The upper end of a range is not below the lower."),
    _absent("currency", 'kind != "money"', "only_money_has_a_currency", "Five migrants have no currency."),
    Expectation(
        name="money_is_more_than_nothing",
        why="Zero dollars is a number that was not read, as in '$ 2, 2 million' cut at the comma.",
        severity=Severity.WARNING,
        kind="ExpectColumnValuesToBeBetween",
        arguments={
            "column": "value",
            "min_value": 0,
            "strict_min": True,
            "row_condition": 'kind == "money"',
            "condition_parser": "pandas",
        },
    ),
)

COORDINATES = (
    _present("longitude", "latitude.notnull()", "latitude_comes_with_longitude", "Half a coordinate is no place."),
    _present("latitude", "longitude.notnull()", "longitude_comes_with_latitude", "Half a coordinate is no place."),
)

SEGMENT_SPANS = (
    _present(
        "body_start", 'kind == "body"', "body_segment_has_a_body_span", "The map from body to raw text needs both ends."
    ),
    _present("body_end", "body_start.notnull()", "body_end_is_known_with_body_start", "A span has two ends."),
    _absent("body_start", 'kind != "body"', "furniture_has_no_body_span", "Only body text stands in the body."),
)

FURTHER: dict[str, tuple[Expectation, ...]] = {
    "raw.article": (
        _present("problem", "text.isnull()", "missing_text_has_a_reason", "Rejected with a reason, never dropped."),
        _absent("problem", "text.notnull()", "readable_text_has_no_problem", "A problem would have the text rejected."),
        _present("encoding", "text.notnull()", "text_has_an_encoding", "The text was decoded from something."),
    ),
    "documents.document": (
        *PUBLICATION,
        _share("title", 0.5, 50, "Below half, headlines are no longer recognised."),
        _share("published_on", 0.3, 50, "Below a third, date lines and URLs are no longer read."),
        _within("dateline_on", "An older or later day is a misread number.", min_value=FIRST_DAY, max_value=LAST_DAY),
        _one_of("language", ("en",), "Other languages are rejected: every rule here reads English.", Severity.WARNING),
    ),
    "documents.segment": SEGMENT_SPANS,
    "entities.mention": (
        _has("label", ("PERSON", "ORG", "GPE"), 1000, "A common label missing: a component or gazetteer did not load."),
        _share("country_id", 0.02, 1000, "Below this the gazetteer of countries did not load."),
        _present("role_start", "role_text.notnull()", "role_has_a_span", "A title without its place has no evidence."),
        _present("role_text", "role_start.notnull()", "role_span_has_a_text", "A title without its words is none."),
        _absent("role_title", "role_text.isnull()", "office_is_read_from_a_role", "An office nobody wrote is a guess."),
        _absent("role_text", 'label != "PERSON"', "only_a_person_has_a_role", "A title belongs to a person."),
    ),
    "entities.quote": (
        _share("speaker_chain_id", 0.3, 100, "Below a third, speakers are no longer found."),
        _present(
            "cue_text", 'kind == "indirect"', "indirect_quote_has_a_cue", "Without 'said that' nothing was quoted."
        ),
    ),
    "entities.amount": AMOUNTS,
    "entities.time_expression": _dates("basis"),
    "entities.event_mention": (
        *_dates("date_basis"),
        _present("place_text", "place_mention_id.notnull()", "place_mention_has_a_text", "The mention is place_text."),
        _present("date_start", "start_on.notnull()", "dated_event_has_date_words", "A day without words is a guess."),
        _present("date_end", "date_start.notnull()", "date_end_is_known_with_date_start", "A span has two ends."),
        _has(
            "realis",
            ("asserted", "planned"),
            1000,
            "Announced meetings are common; none means they are all read as held.",
        ),
    ),
    "resolution.place": COORDINATES,
    "star.dim_date": (_within("year", "A day of no news is a misread number.", min_value=1000, max_value=2200),),
    "star.dim_country": (
        _rows(240, "ISO 3166-1 has 249 countries: fewer means that the reference file was cut."),
        _share("capital", 0.9, 1, "Capitals stand for governments in the news."),
    ),
    "star.dim_place": COORDINATES,
    "star.dim_document": (
        *PUBLICATION,
        _share("publisher_id", 0.3, 50, "Below a third, publishers are no longer read."),
    ),
    "star.dim_actor": (
        _less("first_seen_on", "last_seen_on", "An actor is seen first before it is seen last."),
        _has("kind", ("person", "country"), 500, "Diplomatic news without persons or countries was not read."),
    ),
    "star.dim_role": (_rows(10, "Fewer offices means that the reference file was cut."),),
    "star.dim_office": (
        _less("valid_from", "valid_to", "An office ends after it begins."),
        _absent("valid_to", "is_current == True", "current_office_has_no_end", "valid_to is null while current."),
    ),
    "star.dim_event_type": (
        _one_of("quad_class", QUAD_CLASSES, "The marts count events by these four."),
        _has("plover_type", tuple(PloverType), 1, "An event of a missing type would not reach the star."),
    ),
    "star.dim_topic": (_rows(10, "PLOVER lists more than thirty contexts: fewer means that the file was cut."),),
    "star.fact_mention": (
        _share("actor_id", 0.05, 1000, "Below this, mentions are no longer tied to actors."),
        _share("place_id", 0.02, 1000, "Below this, the gazetteer of places did not load."),
    ),
    "star.fact_event_mention": _dates("date_basis"),
    "star.fact_event": (
        *_dates("date_basis"),
        _less("source_count", "document_count", "Independent stories are told by at least one document each."),
        _present(
            "date_id", "start_on.notnull()", "dated_event_has_a_calendar_day", "Joins on the calendar would lose it."
        ),
        _absent("date_id", "start_on.isnull()", "undated_event_has_no_calendar_day", "The calendar would claim a day."),
        _share("start_on", 0.1, 200, "Below this, dates are no longer resolved."),
    ),
    "star.fact_quote": (_share("speaker_actor_id", 0.2, 200, "Below this, speakers are no longer tied to actors."),),
    "star.fact_amount": AMOUNTS,
    "star.evidence": (
        _one_of(
            "fact_table",
            (
                "fact_mention",
                "fact_event_mention",
                "fact_event",
                "fact_quote",
                "fact_amount",
                "bridge_event_participant",
                "bridge_event_topic",
                "dim_office",
            ),
            "A fact table unknown here is one that no check looks up.",
        ),
    ),
    "marts.office_timeline": (_less("valid_from", "valid_to", "An office ends after it begins."),),
    "marts.dyad_month": (
        _within("cooperation_score", "The scale runs from -10 to 10.", Severity.CRITICAL, min_value=-10, max_value=10),
    ),
}
