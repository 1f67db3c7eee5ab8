"""Which capitals and adjectives stand for a country that takes part in an event."""

import pytest

from assets.resolution.stand_ins import stand_ins
from tests.resolution.cases import account, argument, mention, mentions, resolved
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.tables.entities import EventArgument, EventMention, Participation, PloverType
from warehouse.tables.resolution import ActorKind

SEVERED = {"plover_type": PloverType.SANCTION, "mode": "discontinue", "trigger": "severed ties with"}
RABAT, ALGIERS = ("Rabat", "GPE", "MAR"), ("Algiers", "GPE", "DZA")
MOROCCAN, ALGERIA = ("Moroccan", "NORP", "MAR"), ("Algeria", "GPE", "DZA")
LAMAMRA = ("Ramtane Lamamra", "PERSON", "DZA")


def standing(parts, named=(), **told):
    """Texts of the parts of an event that stand for a country; ``named`` are others that the document names.

    The last part of a visit is who receives it.
    """
    event = account("a", 0, **told)
    rows = [
        mention("a", text, text, label=label, country_id=country, start=100 * number)
        for number, (text, label, country) in enumerate([*parts, *named])
    ]
    arguments = [
        argument(event, row.text).model_copy(update={"mention_id": row.mention_id}) for row in rows[: len(parts)]
    ]
    if event.mode == "visit":
        arguments[-1] = arguments[-1].model_copy(update={"participation": Participation.HOST})
    found = stand_ins(frame(EventMention, [event]), frame(EventArgument, arguments), mentions(*rows))
    return {row.text: found[row.chain_id] for row in rows if row.chain_id in found}


@pytest.mark.parametrize(
    ("parts", "named", "told", "expected"),
    [
        pytest.param([ALGIERS, RABAT], [MOROCCAN, ALGERIA], SEVERED, {"Rabat": "MAR", "Algiers": "DZA"}, id="an act"),
        pytest.param([ALGIERS, RABAT], [MOROCCAN, ALGERIA], {}, {"Rabat": "MAR", "Algiers": "DZA"}, id="talks of two"),
        pytest.param([LAMAMRA, MOROCCAN], [], {}, {"Moroccan": "MAR"}, id="his Moroccan counterpart"),
        pytest.param([LAMAMRA, RABAT], [MOROCCAN], {}, {}, id="talks held in a capital"),
        pytest.param([LAMAMRA, RABAT], [], {"mode": "visit"}, {"Rabat": "MAR"}, id="a visit to a capital"),
        pytest.param([RABAT], [], SEVERED, {}, id="a capital whose country is not spoken of"),
        pytest.param([MOROCCAN], [], {}, {}, id="sixteen Moroccan citizens whom a conversation was about"),
        pytest.param([("Moroccans", "NORP", "MAR")], [], SEVERED, {}, id="people are not their state"),
        pytest.param([("Tangier", "GPE", "MAR")], [MOROCCAN], SEVERED, {}, id="a city that is no capital"),
        pytest.param([("Brussels", "GPE", "BEL")], [("Belgium", "GPE", "BEL")], SEVERED, {}, id="the Union's seat"),
    ],
)
def test_who_stands_for_a_country(parts, named, told, expected):
    assert standing(parts, named, **told) == expected


def test_a_stand_in_is_its_country():
    rows = [mention("a", "c1", "Rabat", label="GPE", country_id="MAR"), mention("b", "c1", "Morocco", label="GPE")]
    (actor,), tied = resolved(rows, stand_ins={stable_id("a", "c1"): "MAR"})
    assert (actor.kind, actor.name, actor.aliases) == (ActorKind.COUNTRY, "Morocco", [])
    assert {row.chain_id for row in tied} == {stable_id("a", "c1"), stable_id("b", "c1")}
