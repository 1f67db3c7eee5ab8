"""Quotations: their words, kind and speaker."""

import pytest

from assets.entities.quotes.quotations import quotations
from assets.entities.quotes.quotes import quote_rows
from tests.entities.marked_text import context_of, marked_doc
from warehouse.tables.entities import QuoteKind


def spoken(marked):
    doc = marked_doc(marked)
    context = context_of(doc)
    names = {context.chain_id(chain, doc): chain.name for chain in doc._.chains}
    return [(row.text, row.kind.value, names.get(row.speaker_chain_id)) for row in quote_rows(doc, context)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "one two three".', ["one two three"]),
        ("He said “one two three”.", ["one two three"]),
        ("He said «one two three».", ["one two three"]),
        ('It was "left open\n\nNext paragraph.', ["left open"]),
        ('"one, two, "he added. "three four"', ["one, two,", "three four"]),
        ('He said "one two. "Three four," he added.', ["one two.", "Three four,"]),
        ('It is 5 feet 10" tall.', []),
    ],
)
def test_quotation_marks(text, quoted):
    assert [text[quotation.start : quotation.end] for quotation in quotations(text)] == quoted


@pytest.mark.parametrize(
    ("marked", "text", "kind", "speaker"),
    [
        (
            '"We reached an agreement on trade," said [PERSON Sergey Lavrov].',
            "We reached an agreement on trade,",
            "direct",
            "Sergey Lavrov",
        ),
        (
            '"We reached an agreement on trade," [PERSON Lavrov] said.',
            "We reached an agreement on trade,",
            "direct",
            "Lavrov",
        ),
        (
            '[PERSON Lavrov] came. "We reached an agreement," said [TITLE=lavrov the Russian minister].',
            "We reached an agreement,",
            "direct",
            "Lavrov",
        ),
        ('[PERSON Lavrov] told reporters: "We reached an agreement."', "We reached an agreement.", "direct", "Lavrov"),
        (
            "“We remain in defense of peace!” as pointed out [PERSON Chancellor |Faría].",
            "We remain in defense of peace!",
            "direct",
            "Faría",
        ),
        (
            'According to [PERSON Peskov], "it is impossible without preparation."',
            "it is impossible without preparation.",
            "direct",
            "Peskov",
        ),
        ('[PERSON Maduro] said that he held "a fruitful meeting" with him.', "a fruitful meeting", "mixed", "Maduro"),
        ("The meeting was “excellent,” according to [PERSON Minister |Bárcena].", "excellent,", "mixed", "Bárcena"),
        (
            "[PERSON Bárcena] spoke to the press. “For us it is a priority,” he said.",
            "For us it is a priority,",
            "direct",
            "Bárcena",
        ),
        (
            'The ministry announced its decision to "resume the dialogue and negotiation".',
            "resume the dialogue and negotiation",
            "mixed",
            None,
        ),
        (
            '[PERSON Maduro] spoke. The tweet reads: "I received the minister at the palace."',
            "I received the minister at the palace.",
            "direct",
            "Maduro",
        ),
        (
            '[PERSON Lavrov] said the situation worries him, "it won\'t be resolved with force, "he added.',
            "it won't be resolved with force,",
            "direct",
            "Lavrov",
        ),
    ],
)
def test_speakers(marked, text, kind, speaker):
    assert spoken(marked) == [(text, kind, speaker)]


@pytest.mark.parametrize(
    "marked",
    [
        'The so-called "axis" met in Berlin.',
        'The report titled "The Ocean on the World Stage" was read.',
        '[PERSON Lavrov] said the "particular" request of the delegation was noted.',
    ],
)
def test_scare_quotes_and_titles_are_no_quotations(marked):
    assert spoken(marked) == []


def test_speech_that_goes_on_keeps_its_speaker():
    marked = '"We have a good plan," [PERSON Lavrov] said. "It will be carried out soon."'
    assert [speaker for *_, speaker in spoken(marked)] == ["Lavrov", "Lavrov"]


def test_speech_over_paragraphs_keeps_its_speaker():
    marked = '[PERSON Lavrov] said: "We have a good plan.\n\n"It will be carried out soon and well."'
    assert [speaker for *_, speaker in spoken(marked)] == ["Lavrov", "Lavrov"]


def test_turns_of_a_transcript():
    marked = "[PERSON Ned Price] spoke.\n\nMR. PRICE: Good afternoon to all.\n\nQUESTION: Can you tell us more?\n\nMR. PRICE: No."
    assert spoken(marked) == [
        ("Good afternoon to all.", QuoteKind.DIRECT.value, "Ned Price"),
        ("No.", QuoteKind.DIRECT.value, "Ned Price"),
    ]


@pytest.mark.parametrize(
    ("marked", "speaker"),
    [
        ('[PERSON Minister |Rey] said:\n\n"We will stand with [GPE Peru] for as long as it takes."', "Rey"),
        ('"We have a deal with the ministry," said one [GPE U.S.] official.', None),
    ],
)
def test_who_speaks(marked, speaker):
    doc = marked_doc(marked)
    context = context_of(doc)
    names = {context.chain_id(chain, doc): chain.name for chain in doc._.chains}
    assert [names.get(row.speaker_chain_id) for row in quote_rows(doc, context)] == [speaker]


def test_the_diplomat_is_whoever_was_quoted_before():
    doc = marked_doc(
        'The talks were "excellent," according to [PERSON Minister |Rey]. '
        '"We spoke of trade for hours," said the diplomat at the doors of the [FAC Palace].'
    )
    context = context_of(doc)
    assert {row.speaker_chain_id for row in quote_rows(doc, context)} == {context.chain_id(doc._.chains[0], doc)}
