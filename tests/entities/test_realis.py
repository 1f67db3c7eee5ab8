"""What kind of act a sentence tells, in which mode, and whether it was held, planned, cancelled, denied or possible."""

import pytest

from assets.entities import load_pipeline
from assets.entities.events.event_reading import events_of
from assets.entities.events.told_as import joined_realis
from assets.entities.sentences.document_view import view_of
from warehouse.tables.entities import Realis


def told(text):
    """Type, mode and realis by the words of the trigger."""
    view = view_of(load_pipeline()(text))
    return {
        view.doc[event.match.start : event.match.end].text: (event.plover_type.value, event.mode, event.realis.value)
        for event in events_of(view)
    }


def kinds(text, word):
    """Type, mode and realis of the event that a word tells; None where it tells none."""
    return next((kind for trigger, kind in told(text).items() if word in trigger), None)


@pytest.mark.parametrize(
    ("text", "word", "realis"),
    [
        ("President Boric met President Lula in Brasilia on Tuesday.", "met", "asserted"),
        ("President Boric will meet President Lula in Brasilia.", "meet", "planned"),
        ("Peru called on Chile to open talks next week.", "called", "asserted"),
        ("Foreign Minister Rau has invited his Czech counterpart to visit Warsaw in May.", "invited", "asserted"),
        ("Chile has not accepted the invitation of Peru.", "accepted", "negated"),
        ("Neither side has accepted the proposal of the United Nations.", "accepted", "negated"),
        (
            "The meeting between Foreign Minister Fidan and Foreign Minister Lavrov was cancelled.",
            "meeting",
            "cancelled",
        ),
        ("The visit of President Petro to Caracas has been postponed.", "visit", "cancelled"),
        ("President Petro was to meet President Maduro, but the meeting was called off.", "meet", "cancelled"),
        (
            "The talks between Foreign Minister Fidan and Foreign Minister Dendias did not take place.",
            "talks",
            "negated",
        ),
        ("If President Xi meets President Biden, tensions will ease.", "meets", "hypothetical"),
        ("President Xi may meet President Biden in November.", "meet", "hypothetical"),
        ("Did Kenya condemn the attack on the embassy of Sudan?", "condemn", "hypothetical"),
    ],
)
def test_realis_of_an_event(text, word, realis):
    kind = kinds(text, word)
    assert kind is not None
    assert kind[2] == realis


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        ("Peru and Chile agreed to reopen the border crossing.", "agreed", "accord"),
        ("Foreign Minister Dendias accepted an invitation to visit Ankara.", "accepted", "invitation"),
        ("Japan invited the President of Kenya to Tokyo.", "invited", "meet"),
        ("Brazil called on Venezuela to release the prisoners.", "called", "yield"),
        ("Sudan asked Egypt for financial assistance.", "asked", "assist"),
        ("Secretary Blinken spoke by phone with Foreign Minister Kuleba.", "spoke", "phone"),
        ("Japan donated vaccines to Viet Nam in a shipment of humanitarian relief.", "donated", "humanitarian"),
        ("The United States delivered missiles and ammunition to Ukraine.", "delivered", "military"),
        ("France and Senegal signed a memorandum on fishing.", "signed", "signature"),
    ],
)
def test_mode_of_an_event(text, word, mode):
    kind = kinds(text, word)
    assert kind is not None
    assert kind[1] == mode


@pytest.mark.parametrize(
    ("text", "word", "plover_type"),
    [
        ("The ministers reaffirmed their support for the sovereignty of Ukraine.", "reaffirmed", "SUPPORT"),
        ("The ministers reaffirmed their commitment to the defense of Japan.", "reaffirmed", "AGREE"),
        ("The Treasury designated three companies of Myanmar for their role in the coup.", "designated", "SANCTION"),
    ],
)
def test_type_of_an_event(text, word, plover_type):
    kind = kinds(text, word)
    assert kind is not None
    assert kind[0] == plover_type


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Have you talked to President Putin?", "talked"),
        ("You would have to ask Secretary Blinken.", "ask"),
        ("The policy met the needs of the people of Kenya.", "met"),
        ("The spokesman denied being a candidate of the government.", "denied"),
        ("President Biden signed into law the bill on water.", "signed"),
        ("The President will speak to reporters in Rome.", "speak"),
        ("The minister called the talks useful.", "called"),
        ("Jane Roe, of Ohio, to be a Member of the Board, vice John Doe, resigned.", "resigned"),
        ("The treaty sets out the deepening cooperation between Croatia and Slovenia.", "cooperation"),
    ],
)
def test_words_that_tell_no_event(text, word):
    assert kinds(text, word) is None


@pytest.mark.parametrize(
    ("probability", "realis"), [(0.95, Realis.PLANNED), (0.7, Realis.PLANNED), (0.5, Realis.ASSERTED)]
)
def test_the_encoder_decides_where_it_is_sure(probability, realis):
    assert joined_realis(Realis.ASSERTED, Realis.PLANNED, probability) is realis
