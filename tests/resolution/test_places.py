"""Places of one name: which of them a document means."""

import re
from collections.abc import Sequence

import polars as pl
import pytest

from assets.resolution.places import PlaceResolution, places
from tests.resolution.cases import document, mention, mentions
from warehouse.frames import frame
from warehouse.tables.documents import Document
from warehouse.tables.entities import Mention
from warehouse.tables.resolution import PlaceKind, ResolutionMethod

MARKED = re.compile(r"\[(?P<text>[^|\]]+)(?:\|(?P<country>\w*))?(?:\|(?P<label>\w+))?\]")


def told(text: str, name: str = "doc") -> list[Mention]:
    """Mentions of a text that marks them: ``[Tripoli]``, ``[Lebanon|LBN]``, ``[Lebanese|LBN|NORP]``."""
    found, plain = [], 0
    position = 0
    for mark in MARKED.finditer(text):
        plain += mark.start() - position
        position = mark.end()
        label, country = mark["label"] or "GPE", mark["country"] or None
        found.append(mention(name, mark["text"], mark["text"], label, country, start=plain))
        plain += len(mark["text"])
    return found


def resolved(rows: Sequence[Mention], dateline: str | None = None) -> PlaceResolution:
    known = [row.model_copy(update={"dateline_city": dateline}) for row in [document("doc")]]
    return places(mentions(*rows), frame(Document, known))


def meant(text: str, dateline: str | None = None) -> tuple[str, str | None, float] | None:
    """Name, country and confidence of the place that the first mention of a text is tied to."""
    rows = told(text)
    found = resolved(rows, dateline)
    tied = {each.mention_id: each for each in found.mentions}.get(rows[0].mention_id)
    by_id = {place.place_id: place for place in found.places}
    return (by_id[tied.place_id].name, by_id[tied.place_id].country_id, tied.confidence) if tied else None


LEBANESE = "[Tripoli|LBY] saw protests. [Lebanon|LBN] and the [Lebanese|LBN|NORP] army said so in [Beirut|LBN]."


@pytest.mark.parametrize(
    ("text", "country_id"),
    [
        # nothing but the name: the capital, then the larger
        ("talks in [Georgetown]", "GUY"),
        ("talks in [Cartagena]", "COL"),
        ("talks in [Tripoli]", "LBY"),
        ("talks in [Hyderabad]", "IND"),
        ("talks in [Santiago]", "CHL"),
        ("talks in [Kingston]", "JAM"),
        ("talks in [La Paz]", "BOL"),
        ("talks in [Geneva]", "CHE"),
        ("talks in [Vienna]", "AUT"),
        ("talks in [Moscow]", "RUS"),
        ("talks in [Mexico City|MEX]", "MEX"),
        ("talks in [Panama City|PAN]", "PAN"),
        ("talks in [Kuwait City|KWT]", "KWT"),
        ("talks in [St. Petersburg]", "RUS"),
        ("talks in [New Delhi]", "IND"),
        # told right behind the name
        ("talks in [Tripoli|LBY], [Lebanon|LBN]", "LBN"),
        ("talks in [Cartagena|COL] ([Spain|ESP])", "ESP"),
        ("talks in [Georgetown|GUY], [Malaysia|MYS]", "MYS"),
        ("talks in [London|GBR], [Ontario]", "CAN"),
        ("talks in [Paris|FRA], [Texas|USA]", "USA"),
        ("talks in [Moscow|RUS], [Idaho|USA]", "USA"),
        ("talks in [Athens|GRC], [Georgia|GEO]", "USA"),
        ("talks in [Vienna, Virginia|AUT]", "USA"),
        ("talks in [Cambridge, MA]", "USA"),
        ("talks in [Cambridge], [MA]", "USA"),
        ("talks in [New York|USA], [Texas|USA] and [Ohio|USA]", "USA"),
        ("talks in [Valencia|VEN], [Spain|ESP], ended. The [Venezuelan|VEN|NORP] side left.", "ESP"),
        # once for all of the document
        ("The mayor of [Tripoli|LBY] spoke. He has led [Tripoli|LBY], [Lebanon|LBN], for years.", "LBN"),
        # told by the rest of the document
        (LEBANESE, "LBN"),
        ("[Hyderabad|IND] mourned, and [Pakistan|PAK] and the [Pakistani|PAK|NORP] army with it", "PAK"),
        ("[Córdoba|ARG] is to host the [Spanish|ESP|NORP] minister, [Spain|ESP] said", "ESP"),
        ("[Granada] is to host [Nicaragua|NIC] and its [Nicaraguan|NIC|NORP] allies", "NIC"),
        ("[León] is to host [Nicaragua|NIC] and its [Nicaraguan|NIC|NORP] allies", "NIC"),
        ("[Guadalajara|MEX] is to host [Mexico|MEX]", "MEX"),
        ("[San José|CRI] is to host [Costa Rica|CRI] and the [United States|USA]", "CRI"),
        ("[San José|CRI] is a city of [California|USA], as the [United States|USA] know", "USA"),
        ("[Alexandria|EGY] hosts the [Egyptian|EGY|NORP] and [US|USA|NORP] fleets", "EGY"),
        ("[Cambridge|GBR] lies in [Massachusetts|USA], in the [United States|USA]", "USA"),
        ("[Birmingham|GBR] is to host the [British|GBR|NORP] minister, the [United States|USA] said", "GBR"),
        ("[Birmingham|GBR] is far from [Alabama|USA], wherever in [Alabama|USA] one is", "USA"),
        ("[Saint John's|ATG] is to host [Antigua and Barbuda|ATG]", "ATG"),
        ("[Bethlehem|ZAF] is near [Jerusalem], said the [Palestinian|PSE|NORP] side in [Palestine|PSE]", "PSE"),
        ("[Santiago de los Caballeros]", "DOM"),
        # the minister of a country that has a lesser namesake
        ("[Madrid|ESP] received the [Colombian|COL|NORP] minister of [Colombia|COL]", "ESP"),
        ("[Paris|FRA] received the [US|USA|NORP] envoy of the [United States|USA]", "FRA"),
        ("[Vienna|AUT] received the [US|USA|NORP] envoy of the [United States|USA]", "AUT"),
        ("[London|GBR] received the [Canadian|CAN|NORP] minister of [Canada|CAN]", "GBR"),
        # a list, no address
        ("in [Geneva], [Washington|USA] and [Moscow|RUS]", "CHE"),
        ("in [Geneva], [Iran|IRN] refused", "CHE"),
    ],
)
def test_place_meant(text: str, country_id: str) -> None:
    found = meant(text)
    assert found
    assert found[1] == country_id


@pytest.mark.parametrize(
    "text",
    [
        "talks in [Cambridge|GBR]",  # three of a size
        "talks in [Victoria]",  # a state, a capital and four cities
        "talks in [Bethlehem|ZAF]",
        "talks in [Springfield|USA]",
        "talks in [Santiago|CHL], [Ohio|USA]",  # a town too small to be known
        "talks in [Rise]",  # another name of a suburb of Singapore
        "talks in [KAN]",  # an airport
        "[Cartagena|COL] received [Spain|ESP], the [Spanish|ESP|NORP] minister of [Spain|ESP], and [Colombia|COL]",
    ],
)
def test_balanced_evidence_ties_a_name_to_no_place(text: str) -> None:
    assert meant(text) is None


@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("talks in [Tripoli|LBY], [Lebanon|LBN]", LEBANESE),
        ("talks in [Tokyo]", "talks in [Valencia]"),
        ("[Valencia] and [Spain|ESP]", "talks in [Valencia]"),
        ("[Cartagena] and [Colombia|COL]", "[Cartagena], with [Colombia|COL] and [Spain|ESP]"),
    ],
)
def test_confidence_follows_the_evidence(surer: str, less_sure: str) -> None:
    more, less = meant(surer), meant(less_sure)
    assert more
    assert less
    assert more[2] > less[2]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("talks in [Georgia|GEO]", ("Georgia", "GEO")),
        ("[Georgia|GEO] and the [Georgian|GEO|NORP] side, with [Texas|USA] and [Florida|USA]", ("Georgia", "GEO")),
        ("[Georgia|GEO], [Texas|USA] and [Florida|USA]", ("Georgia", "USA")),
        ("talks in [California|USA]", ("California", "USA")),
        ("talks in [CALIFORNIA|USA]", ("California", "USA")),
        ("talks in [Jalisco]", ("Jalisco", "MEX")),
        ("talks in [Wyoming|USA]", ("Wyoming", "USA")),
        ("talks in the [State of Chiapas|MEX]", ("Chiapas", "MEX")),
        ("talks in [Catalonia||LOC]", ("Catalonia", "ESP")),
        ("talks in [Crimea|UKR|LOC]", ("Crimea", "UKR")),
        ("talks in [Europe||LOC]", ("Europe", None)),
        ("talks in [Kunar Province|AFG]", ("Kunar Province", "AFG")),
        ("talks in [New York|USA]", ("New York City", "USA")),
        ("talks in [America|USA]", ("United States", "USA")),
        ("talks in [Aghanistan|AFG]", ("Afghanistan", "AFG")),
        ("talks in the [U.S|USA]", ("United States", "USA")),
        ("talks in [Washington|USA]", ("Washington", "USA")),
    ],
)
def test_states_and_regions_lie_in_their_country(text: str, place: tuple[str, str | None]) -> None:
    found = meant(text)
    assert found
    assert found[:2] == place


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("in [Seattle|USA], [Washington|USA]", PlaceKind.REGION),
        ("in [Buffalo|USA], [New York|USA]", PlaceKind.REGION),
        ("in [Atlanta|USA], [Georgia|GEO]", PlaceKind.REGION),
        ("in [Tbilisi|GEO], [Georgia|GEO]", PlaceKind.COUNTRY),
        ("in [London|GBR], [Washington|USA]", PlaceKind.CITY),
    ],
)
def test_what_stands_behind_a_city_may_be_its_state(text: str, kind: PlaceKind) -> None:
    rows = told(text)
    found = resolved(rows)
    kinds = {place.place_id: place.kind for place in found.places}
    assert [kinds[each.place_id] for each in found.mentions] == [PlaceKind.CITY, kind]


@pytest.mark.parametrize(
    ("city", "text", "country_id"),
    [
        ("Tripoli", "", "LBY"),
        ("Tripoli", "The [Lebanese|LBN|NORP] army of [Lebanon|LBN] said", "LBN"),
        ("San Jose", "[Costa Rica|CRI] received the [United States|USA]", "CRI"),
        ("San Jose", "At the [Pentagon||FAC] they thanked [California|USA]", "USA"),
        ("Santa Fe", "[New Mexico|USA] is in the [United States|USA]", "USA"),
        ("Georgetown", "The envoy came to [Georgetown|GUY], [Malaysia|MYS]", "MYS"),
        ("Singapore", "", "SGP"),
        ("Guatemala", "", "GTM"),
        ("Lebanon", "", None),
        ("Cambridge", "", None),
    ],
)
def test_dateline_is_decided_like_a_mention(city: str, text: str, country_id: str | None) -> None:
    found = resolved(told(text), city)
    countries = {place.place_id: place.country_id for place in found.places}
    assert [countries[line.place_id] for line in found.datelines] == ([country_id] if country_id else [])


def test_dateline_tells_the_country_of_a_name_in_the_text() -> None:
    assert meant("[Georgetown|GUY] is on an island") != meant("[Georgetown|GUY] is on an island", "Kuala Lumpur")
    assert meant("[Hyderabad|IND] is to host a summit", "Islamabad") == (
        "Hyderabad",
        "PAK",
        pytest.approx(0.9, abs=0.1),
    )


def test_venue_lies_in_the_city_that_its_document_means() -> None:
    rows = told("at the [Grand Hotel||FAC], in [Tripoli|LBY], [Lebanon|LBN]")
    found = resolved(rows)
    venue = next(place for place in found.places if place.kind == PlaceKind.VENUE)
    city = next(place for place in found.places if place.kind == PlaceKind.CITY)
    assert (venue.parent_place_id, venue.country_id, city.country_id) == (city.place_id, "LBN", "LBN")


def test_a_body_where_an_event_took_place_is_a_venue() -> None:
    rows = told("met at the [White House|USA|ORG] in [Paris|FRA]; the [Senate|USA|ORG] voted")
    found = places(mentions(*rows), frame(Document, [document("doc")]), {rows[0].mention_id})
    venues = {place.place_id: place.name for place in found.places if place.kind == PlaceKind.VENUE}
    tied = {each.mention_id: venues.get(each.place_id) for each in found.mentions}
    assert tied[rows[0].mention_id] == "White House"
    assert rows[2].mention_id not in tied


def test_a_seat_of_government_lies_in_the_capital() -> None:
    rows = told("met at the [State Department|USA|ORG]")
    found = places(mentions(*rows), frame(Document, [document("doc")]), {rows[0].mention_id})
    names = {place.place_id: place.name for place in found.places}
    (venue,) = [place for place in found.places if place.kind == PlaceKind.VENUE]
    assert names[venue.parent_place_id or ""] == "Washington"


def test_method_says_whether_the_document_decided() -> None:
    methods = [
        resolved(told(text)).mentions[0].method for text in ("[Tripoli]", "[Tripoli], [Lebanon|LBN]", "[Chad|TCD]")
    ]
    assert methods == [ResolutionMethod.GAZETTEER, ResolutionMethod.DOCUMENT_CONTEXT, ResolutionMethod.COUNTRY_NAME]


def test_documents_do_not_tell_of_one_another() -> None:
    rows = [*told("talks in [Tripoli]", "one"), *told("[Tripoli], [Lebanon|LBN]", "two")]
    found = places(mentions(*rows), frame(Document, [document("one"), document("two")]))
    countries = {place.place_id: place.country_id for place in found.places}
    assert [countries[each.place_id] for each in found.mentions if each.mention_id == rows[0].mention_id] == ["LBY"]


def test_nothing_named_gives_nothing() -> None:
    found = places(frame(Mention, []), frame(Document, []))
    assert (found.places, found.mentions, found.datelines) == ([], [], [])


def test_order_of_rows_does_not_matter() -> None:
    rows = [*told("[Athens|GRC], [Georgia|GEO], and [Valencia]", "one"), *told(LEBANESE, "two")]
    documents = frame(Document, [document("one"), document("two")])
    forward, backward = places(mentions(*rows), documents), places(mentions(*rows[::-1]), pl.DataFrame(documents[::-1]))
    assert forward == backward
