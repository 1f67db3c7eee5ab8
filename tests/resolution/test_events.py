import datetime as dt
import random

import polars as pl
import pytest

from assets.resolution.events import events
from tests.resolution.cases import account, argument, document, known_actors, tied
from warehouse.frames import frame
from warehouse.keys import stable_id
from warehouse.tables.documents import Document
from warehouse.tables.entities import EventArgument, EventMention, Participation, PloverType

MONDAY, TUESDAY, WEDNESDAY = dt.date(2023, 10, 16), dt.date(2023, 10, 17), dt.date(2023, 10, 18)
NO_CITIES = pl.DataFrame(schema={"mention_id": pl.String, "city_id": pl.String})


def event_count(told, people, cities=NO_CITIES, published=TUESDAY, seed=0):
    """Number of events among accounts; ``people`` are the names in each."""
    order = random.Random(seed).sample(range(len(told)), len(told))
    arguments = [argument(told[index], name) for index in order for name in people[index]]
    document_ids = sorted({one.document_id for one in told})
    names = {stable_id(name): name for name in ("a", "b", "c")}
    documents = [document(names[key], published) for key in document_ids]
    everybody = sorted({name for group in people for name in group})
    rows = events(
        frame(EventMention, [told[index] for index in order]),
        frame(EventArgument, arguments),
        tied(arguments, everybody, document_ids),
        known_actors(everybody, COUNTRIES),
        cities,
        frame(Document, documents),
    )
    assert rows["event_mention_id"].to_list() == sorted(one.event_mention_id for one in told)
    return rows["event_id"].n_unique()


PAIR = ["Maduro", "Bárcena"]
COUNTRIES = {"Maduro": "VEN", "Bárcena": "MEX", "Rodríguez": "VEN"}
THE_MEETING = {"trigger": "meeting", "sentence": "The meeting lasted an hour."}
WELCOMED = {"plover_type": PloverType.SUPPORT, "mode": "statement", "trigger": "welcomed"}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize(
    ("told", "people", "count"),
    [
        pytest.param([account("a", 0, MONDAY), account("a", 1)], [PAIR, PAIR], 1, id="two sentences of one document"),
        pytest.param([account("a", 0, MONDAY), account("b", 0, MONDAY)], [PAIR, PAIR], 1, id="two documents, one day"),
        pytest.param([account("a", 0, MONDAY), account("b", 0, TUESDAY)], [PAIR, PAIR], 2, id="two days, two meetings"),
        pytest.param([account("a", 0, MONDAY), account("b", 0)], [PAIR, PAIR], 1, id="an undated account near in time"),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, MONDAY)],
            [PAIR, ["Bárcena", "Rodríguez"]],
            2,
            id="one person, two meetings",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, MONDAY, mode="phone")], [PAIR, PAIR], 2, id="a call and a meeting"
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("b", 0, TUESDAY, mode="visit"), account("c", 0, MONDAY, mode="visit")],
            [PAIR, PAIR, PAIR],
            2,
            id="a visit dated by its arrival and by its talks",
        ),
        pytest.param(
            [account("a", 0, MONDAY, mode="visit"), account("b", 0, TUESDAY, mode="visit"), account("c")],
            [PAIR, ["Bárcena", "Rodríguez"], ["MEX", "VEN"]],
            3,
            id="visits to two people of a country, and what their countries did",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, MONDAY, trigger="met", sentence="They also met the envoy.")],
            [PAIR, [*PAIR, "Rodríguez"]],
            2,
            id="the same two with another, in another meeting",
        ),
        pytest.param(
            [account("a", 0), account("a", 1, trigger="discussed", sentence="They also discussed the envoy's plan.")],
            [PAIR, [*PAIR, "Rodríguez"]],
            1,
            id="what the same two also discussed",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("b", 0, MONDAY, realis="planned")],
            [PAIR, PAIR],
            2,
            id="announced and held are related, not one",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("b", 0, MONDAY, realis="negated")],
            [PAIR, PAIR],
            2,
            id="denied and held contradict each other",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, TUESDAY), account("b", 0)],
            [PAIR, PAIR, PAIR],
            3,
            id="an undated account joins neither of two",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1)], [PAIR, ["Bárcena"]], 1, id="one side named of the only meeting"
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, MONDAY), account("a", 2)],
            [PAIR, ["Bárcena", "Rodríguez"], ["Bárcena"]],
            3,
            id="one side named of one of two meetings",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1)],
            [[*PAIR, "Flores"], PAIR],
            1,
            id="attendees of the one are left out in the other",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, **THE_MEETING)], [PAIR, []], 1, id="the meeting, nobody named"
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, trigger="meeting", sentence="A meeting was held.")],
            [PAIR, []],
            2,
            id="a meeting, nobody named",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, trigger="meeting", sentence="Another meeting was held.")],
            [PAIR, []],
            2,
            id="another meeting, nobody named",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1)], [PAIR, ["VEN", "MEX"]], 1, id="the countries of those who met"
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1)], [PAIR, ["VEN", "COL"]], 2, id="another country met one of them"
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, MONDAY), account("a", 2)],
            [PAIR, ["Bárcena", "Rodríguez"], ["VEN"]],
            2,
            id="we discussed trade: the meeting told last",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, TUESDAY), account("a", 2)],
            [PAIR, PAIR, PAIR],
            2,
            id="an undated retelling is of the meeting told last",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("b", 0, MONDAY)],
            [PAIR, ["VEN", "MEX"]],
            1,
            id="people in one outlet, countries in another",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("b", 0, MONDAY)],
            [PAIR, ["VEN", "MEX", "COL"]],
            2,
            id="a summit of the same day is another meeting",
        ),
        pytest.param(
            [
                account("a", 0, MONDAY, **WELCOMED, sentence="They welcomed the release of nine prisoners."),
                account("a", 1, MONDAY, **WELCOMED, sentence="They welcomed the opening of the border bridge."),
            ],
            [PAIR, PAIR],
            2,
            id="two things welcomed",
        ),
        pytest.param(
            [
                account("a", 0, MONDAY, **WELCOMED, sentence="They welcomed the release of nine prisoners."),
                account("b", 0, MONDAY, **WELCOMED, sentence="Both welcomed that prisoners had been released."),
            ],
            [PAIR, PAIR],
            1,
            id="one thing welcomed in other words",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1), account("b", 0, MONDAY), account("b", 1, mode="phone")],
            [PAIR, ["Rodríguez", "Bárcena"], PAIR, ["Rodríguez", "Bárcena"]],
            3,
            id="a call is no meeting of the same news",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, MONDAY), account("b", 0, MONDAY), account("b", 1)],
            [PAIR, ["Rodríguez", "Bárcena"], PAIR, ["Rodríguez", "VEN"]],
            2,
            id="of the same news a meeting that each tells once, by fewer sides",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("a", 1, MONDAY), account("b", 0, MONDAY), account("b", 1)],
            [PAIR, ["Rodríguez", "Bárcena"], PAIR, ["Rodríguez", "COL"]],
            3,
            id="of the same news two meetings, each with somebody else",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("b", 0, WEDNESDAY), account("c", 0)],
            [PAIR, ["Maduro", "Rodríguez"], [*PAIR, "Rodríguez"]],
            2,
            id="an undated account does not bring two days together",
        ),
        pytest.param(
            [account("a", 0, MONDAY), account("b", 0, MONDAY), account("a", 1), account("b", 1), account("b", 2)],
            [PAIR, PAIR, ["Rodríguez"], ["Rodríguez", "PER"], ["Rodríguez", "CHL"]],
            4,
            id="of the same news one of two meetings that may be meant",
        ),
    ],
)
def test_accounts_are_one_event_or_several(told, people, count, seed):
    assert event_count(told, people, seed=seed) == count


def test_an_undated_account_published_long_after_is_another_meeting():
    told, published = [account("a", 0, MONDAY), account("b", 0)], [("a", TUESDAY), ("b", dt.date(2024, 5, 1))]
    assert joined(told, [PAIR, PAIR], published)["event_id"].n_unique() == 2


def test_a_meeting_told_as_held_is_not_one_of_days_later():
    told, published = (
        [account("a", 0), account("b", 0, dt.date(2023, 10, 20))],
        [("a", TUESDAY), ("b", dt.date(2023, 10, 20))],
    )
    assert joined(told, [PAIR, PAIR], published)["event_id"].n_unique() == 2


PRISONERS = account("a", 0, **WELCOMED, sentence="They welcomed the release of nine prisoners.")
BRIDGE = account("b", 0, **WELCOMED, sentence="They welcomed the opening of the border bridge.")
RELEASED = account("c", 0, **WELCOMED, sentence="Both welcomed that prisoners had been released.")
RECALLED = "Caracas recalled its ambassador to Lima on account of the vote in the Organization."


@pytest.mark.parametrize(("days", "count"), [((TUESDAY,) * 3, 2), ((TUESDAY, TUESDAY, dt.date(2023, 10, 24)), 3)])
def test_an_undated_act_is_the_one_that_is_alike_in_a_document_of_the_same_days(days, count):
    told = [PRISONERS, BRIDGE, RELEASED]
    assert joined(told, [PAIR] * 3, zip("abc", days, strict=True))["event_id"].n_unique() == count


@pytest.mark.parametrize(
    ("days", "stories", "count"),
    [
        ((TUESDAY, WEDNESDAY), {}, 1),
        ((TUESDAY, dt.date(2023, 12, 1)), {}, 2),
        ((TUESDAY, None), {}, 2),
        ((None, None), {"a": "one", "b": "one"}, 1),
        ((None, None), {"a": "one", "b": "two"}, 2),
    ],
)
def test_one_sentence_in_two_papers_tells_one_event(days, stories, count):
    told = [account(name, 0, trigger="recalled", sentence=RECALLED, plover_type=PloverType.SANCTION) for name in "ab"]
    rows = joined(told, [["VEN"], []], zip("ab", days, strict=True), stories)
    assert rows["event_id"].n_unique() == count


def joined(told, people, published, stories=None):
    """``resolution.event_mention`` of accounts, by the people in each, the days and the stories of their documents."""
    arguments = [argument(one, name) for one, names in zip(told, people, strict=True) for name in names]
    everybody = sorted({name for names in people for name in names})
    copies = [(stable_id(name), stable_id(story)) for name, story in (stories or {}).items()]
    return events(
        frame(EventMention, told),
        frame(EventArgument, arguments),
        tied(arguments, everybody, [one.document_id for one in told]),
        known_actors(everybody, COUNTRIES),
        NO_CITIES,
        frame(Document, [document(name, day) for name, day in published]),
        pl.DataFrame(copies, schema={"document_id": pl.String, "story_id": pl.String}, orient="row"),
    )


@pytest.mark.parametrize(
    ("published", "count"), [(TUESDAY, 1), (MONDAY, 2)], ids=["told after both days", "told before the second"]
)
def test_neighbouring_days_of_one_meeting_are_contested(published, count):
    told = [account("a", 0, MONDAY), account("b", 0, TUESDAY)]
    cities = pl.DataFrame({"mention_id": [stable_id("m1")], "city_id": ["caracas"]})
    told = [one.model_copy(update={"place_mention_id": stable_id("m1")}) for one in told]
    assert event_count(told, [PAIR, PAIR], cities, published=published) == count


def test_calls_of_different_people_of_two_countries_on_neighbouring_days_are_two():
    told = [account("a", 0, MONDAY, mode="phone", sentence="They spoke about the border and the electoral calendar.")]
    told += [account("b", 0, TUESDAY, mode="phone", sentence="They spoke about the border and the election.")]
    told += [account("c", 0)]
    assert event_count(told, [PAIR, ["Bárcena", "Rodríguez"], ["MEX", "VEN"]]) == 3


def test_a_document_that_tells_two_days_has_two_meetings():
    told = [account("a", 0, MONDAY), account("b", 0, TUESDAY), account("b", 1, MONDAY)]
    assert event_count(told, [PAIR] * 3) == 2


def test_the_same_day_in_two_cities_is_one_contested_event_and_undated_cities_are_two():
    cities = pl.DataFrame({"mention_id": [stable_id("m1"), stable_id("m2")], "city_id": ["caracas", "havana"]})
    assert (
        event_count(
            [
                account("a", 0, MONDAY, place_mention_id=stable_id("m1")),
                account("b", 0, MONDAY, place_mention_id=stable_id("m2")),
            ],
            [PAIR, PAIR],
            cities,
        )
        == 1
    )
    assert (
        event_count(
            [account("a", 0, place_mention_id=stable_id("m1")), account("b", 0, place_mention_id=stable_id("m2"))],
            [PAIR, PAIR],
            cities,
        )
        == 2
    )


def test_somebody_present_at_one_meeting_can_have_another_with_its_guest():
    told = [account("a", 0, MONDAY), account("a", 1, MONDAY)]
    arguments = [
        *(argument(told[0], name) for name in PAIR),
        argument(told[0], "Peña", Participation.ATTENDEE),
        argument(told[1], "Bárcena"),
        argument(told[1], "Peña"),
    ]
    rows = events(
        frame(EventMention, told),
        frame(EventArgument, arguments),
        tied(arguments, [*PAIR, "Peña"], [told[0].document_id]),
        known_actors([*PAIR, "Peña"], COUNTRIES),
        NO_CITIES,
        frame(Document, [document("a")]),
    )
    assert rows["event_id"].n_unique() == 2
