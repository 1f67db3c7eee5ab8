"""Who brings a topic up, and at which event."""

import pytest

from assets.entities.reading import read_text

MET = "Mexican Foreign Minister Ana Rey met Spanish Foreign Minister Luis Sol in Lima. "


def raised(text):
    """(topic, country of whoever raises it) at the meetings of a text."""
    return {(context, country) for context, country, kind in _raised(text) if kind == "CONSULT"}


def _raised(text):
    found = read_text(text)
    countries = {mention.chain_id: mention.country_id for mention in found.mentions if mention.country_id}
    kinds = {event.event_mention_id: event.plover_type.value for event in found.event_mentions}
    return {
        (row.context, countries.get(row.raised_by_chain_id), kinds[row.event_mention_id]) for row in found.raised_topics
    }


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        (
            "Mexican Foreign Minister Ana Rey met Spanish Foreign Minister Luis Sol in Lima and raised migration.",
            {("migration", "MEX")},
        ),
        (MET + "Rey stressed the need to address fentanyl trafficking.", {("illegal_drugs", "MEX")}),
        (MET + "The Spanish side underlined the importance of tourism.", {("economic", "ESP")}),
        (MET + "The Mexican minister expressed concern over arms trafficking.", {("trafficking", "MEX")}),
        (MET + "Sol thanked Mexico for hosting refugees.", {("migration", "ESP")}),
        (MET + "Sol praised Mexico's efforts on migration and trade.", {("migration", "ESP"), ("economic", "ESP")}),
        (MET + "Rey asked Sol to support sanctions against Chad.", {("sanctions", "MEX")}),
        (MET + "The issue of migration was raised by Sol.", {("migration", "ESP")}),
        (MET + "Rey said that migration would remain a priority.", {("migration", "MEX")}),
        (MET + '"We want orderly migration," Rey said after the meeting.', {("migration", "MEX")}),
        (MET + "Sol said that Rey had raised the fight against corruption.", {("corruption", "MEX")}),
        (
            MET + "Rey raised migration. Sol stressed the importance of trade.",
            {("migration", "MEX"), ("economic", "ESP")},
        ),
        (
            "U.S. Secretary of State Ada Roe spoke with Mexican Foreign Minister Ana Rey to thank Mexico for vaccines.",
            {("health", "USA")},
        ),
    ],
)
def test_one_side_raises(text, topics):
    assert raised(text) == topics


@pytest.mark.parametrize(
    "text",
    [
        MET + "They discussed migration and trade.",
        MET + "The two sides agreed on cooperation in energy.",
        MET + "Both ministers stressed the importance of migration.",
        MET + "Rey and Sol underlined the importance of trade.",
        MET + "The issue of migration was raised.",
        MET + "Rey did not raise human rights.",
        MET + "Sol said that Rey did not make any request regarding migration.",
        MET + "Rey is expected to raise human rights.",
        MET + '"We discussed migration," Rey said.',
        MET + 'Rey said they talked "about migration and trade."',
        MET + "At the climate conference, Sol praised the hosts.",
        "Mexican Foreign Minister Ana Rey met Secretary of Energy Luis Sol in Lima. Rey thanked the Secretary of Energy.",
    ],
)
def test_nobody_alone_raises(text):
    assert raised(text) == set()


def test_an_act_of_its_own_has_the_topic_too():
    found = _raised(MET + "Rey urged Spain to accept refugees.")
    assert found == {("migration", "MEX", "REQUEST"), ("migration", "MEX", "CONSULT")}


def test_whoever_was_not_there_raises_nothing_at_the_meeting():
    assert raised(MET + "Chadian President Idris Bey said that migration was a challenge.") == set()


def test_a_meeting_told_long_before_is_over():
    between = "The weather was fine. " * 6
    assert raised(MET + between + "Rey said that migration was a challenge.") == set()


def test_a_planned_meeting_has_nothing_raised():
    text = "Mexican Foreign Minister Ana Rey will meet Spanish Foreign Minister Luis Sol on Friday. Rey stressed migration."
    assert raised(text) == set()


def test_the_row_says_where():
    (row,) = read_text(MET + "Rey raised illegal migration with her guest.").raised_topics
    assert (row.topic_text, row.cue_text) == ("migration", "raised")
    assert row.sentence_text == "Rey raised illegal migration with her guest."
    assert (row.start_char, row.end_char) == (len(MET), len(MET) + len(row.sentence_text))
