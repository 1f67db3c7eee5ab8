"""What analysts ask of the five seed articles, answered from the rows of the entities tables alone."""

import datetime as dt
from functools import cache

import pytest

from assets.documents import read_document
from assets.documents.offsets import OffsetMap
from assets.entities import entities_of
from warehouse.home import PROJECT
from warehouse.tables.entities import Participation, PloverType, QuoteKind, Realis

MADURO, CAI_WEI, WASHINGTON, PALACE, TOUR = sorted((PROJECT / "seeds" / "articles").glob("*.txt"))


@cache
def rows(path):
    reading = read_document(path.read_bytes())
    return entities_of(reading.document, OffsetMap.of_segments(reading.segments))


def name_of(path, chain_id):
    names = [mention.text for mention in rows(path).mentions if mention.chain_id == chain_id]
    return " ".join(max(names, key=len).split())


def events(path, *people, kind=PloverType.CONSULT, realis=Realis.ASSERTED):
    """(event, its participants by name) of the events of a kind in which all of some people take part."""
    for event in rows(path).event_mentions:
        taking = {
            name_of(path, one.chain_id): one.participation
            for one in rows(path).event_arguments
            if one.event_mention_id == event.event_mention_id
        }
        are_there = all(any(person in name for name in taking) for person in people)
        if event.plover_type is kind and event.realis is realis and are_there:
            yield event, taking


def met(path, *people, realis=Realis.ASSERTED):
    return {name for _, taking in events(path, *people, realis=realis) for name in taking}


def says(path, speaker, words, kinds=tuple(QuoteKind)):
    return any(
        words in " ".join(quote.text.split()) and speaker in name_of(path, quote.speaker_chain_id)
        for quote in rows(path).quotes
        if quote.speaker_chain_id and quote.kind in kinds
    )


def test_who_attended_the_meeting_at_miraflores():
    attended = met(MADURO, "Maduro", "Bárcena")
    assert attended >= {"Nicolás Maduro", "Alicia Bárcena", "Cilia Flores", "Rander Peña", "Francisco Arias Cárdenas"}
    days = {event.start_on for event, _ in events(MADURO, "Maduro", "Bárcena")}
    assert days - {None} == {dt.date(2023, 10, 16)}


def test_whom_she_met_before():
    (taking,) = (taking for _, taking in events(MADURO, "Bárcena", "Delcy Rodríguez"))
    assert set(taking) == {"Alicia Bárcena", "Rander Peña", "Delcy Rodríguez"}


def test_where_and_when_the_dialogue_was_to_resume():
    ((event, taking),) = events(MADURO, "Unitary Platform", realis=Realis.PLANNED)
    assert (event.place_text, event.start_on) == ("Barbados", dt.date(2023, 10, 17))
    assert any("facilitated by Norway" in quote.text for quote in rows(MADURO).quotes)


def test_with_whom_cai_wei_met():
    wanted = {"Nicolás Maduro", "Capaya Rodríguez", "Carlos Faría", "Venezuela-China Parliamentary Friendship Group"}
    assert met(CAI_WEI, "Cai Wei") >= wanted


def test_which_ambassador_was_present():
    present = {name for _, taking in events(CAI_WEI) for name, part in taking.items() if part is Participation.ATTENDEE}
    assert present == {"Li Baorong"}
    roles = {mention.role_title for mention in rows(CAI_WEI).mentions if mention.text == "Li Baorong"}
    assert "ambassador" in roles


def test_for_what_china_was_thanked():
    told = [(event, taking) for event, taking in events(CAI_WEI, kind=PloverType.SUPPORT)]
    thanks = [event.sentence_text for event, taking in told if any("China" in name for name in taking)]
    assert any("unconditional support" in text for text in thanks)
    assert says(CAI_WEI, "Faría", "unconditional support")


def test_whom_she_met_in_washington():
    assert met(WASHINGTON, "Bárcena") >= {"Antony Blinken", "Amos Hochstein", "Deb Haaland"}


def test_the_trade_figure():
    (trade,) = (amount for amount in rows(WASHINGTON).amounts if amount.kind == "money")
    assert (trade.value, trade.currency, trade.is_approximate) == (800e9, "USD", True)


def test_the_delegations_at_the_national_palace():
    attended = met(PALACE, "Antony Blinken")
    assert attended >= {"Alejandro Mayorkas", "Elizabeth Sherwood-Randall", "Ken Salazar", "Alicia Bárcena"}
    assert attended >= {"Luis Crescencio Sandoval", "Rafael Ojeda Durán", "Rosa Icela Rodríguez", "Luisa María Alcalde"}
    assert any("Moctezuma" in name for name in attended)


def test_whether_something_was_asked_of_mexico():
    assert says(PALACE, "Bárcena", "did not make any", (QuoteKind.INDIRECT, QuoteKind.MIXED))


@pytest.mark.parametrize(
    ("minister", "realis"),
    [("Ebrard", Realis.ASSERTED), ("Bruno Rodríguez", Realis.ASSERTED), ("Arreaza", Realis.PLANNED)],
)
def test_whom_lavrov_met_and_whom_he_was_to_meet(minister, realis):
    assert list(events(TOUR, "Lavrov", minister, realis=realis))
