"""Quotations: their words, kind and speaker."""

import pytest

from assets.entities import load_pipeline
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
        ("‘We don’t know,’ he said. ‘It isn’t over.’", ["We don’t know,", "It isn’t over."]),
        ("'We don't know the ministers' plans,' he said.", ["We don't know the ministers' plans,"]),
        ("The ministers' meeting didn't end in the '90s, the farmers' union said.", []),
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


def read(text):
    """The quotations of a text as the whole pipeline reads them."""
    doc = load_pipeline()(text)
    context = context_of(doc)
    names = {context.chain_id(chain, doc): chain.name for chain in doc._.chains}
    return [
        (row.text, row.kind.value, row.cue_text, names.get(row.speaker_chain_id)) for row in quote_rows(doc, context)
    ]


@pytest.mark.parametrize(
    ("text", "said", "cue", "speaker"),
    [
        (
            "Foreign Minister Ana Gil said on Monday that Peru would reopen its embassy in Quito.",
            "Peru would reopen its embassy in Quito",
            "said",
            "Ana Gil",
        ),
        (
            "Peru will reopen its embassy in Quito, Foreign Minister Ana Gil said.",
            "Peru will reopen its embassy in Quito",
            "said",
            "Ana Gil",
        ),
        (
            "According to Foreign Minister Ana Gil, the talks will resume in Lima next week.",
            "the talks will resume in Lima next week",
            "According to",
            "Ana Gil",
        ),
        (
            "The talks will resume in Lima next week, according to Foreign Minister Ana Gil.",
            "The talks will resume in Lima next week",
            "according to",
            "Ana Gil",
        ),
        (
            "Foreign Minister Ana Gil told reporters that the talks had ended without a result.",
            "the talks had ended without a result",
            "told",
            "Ana Gil",
        ),
    ],
)
def test_indirect_speech(text, said, cue, speaker):
    assert read(text) == [(said, "indirect", cue, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Ana Gil will say that Peru is ready to talk.",
        "Foreign Minister Ana Gil did not say whether Peru would reopen its embassy.",
        "Foreign Minister Ana Gil asked whether Peru would reopen its embassy.",
        "Foreign Minister Ana Gil arrived to say that Peru is ready to talk.",
        "Foreign Minister Ana Gil met her counterpart in Lima on Monday.",
        "I said that we would be back soon.",
    ],
)
def test_what_was_not_said_is_no_indirect_speech(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "quoted", "cue", "speaker"),
    [
        (
            'Foreign Minister Ana Gil called the talks "frank and useful" and said that they would go on.',
            "frank and useful",
            "called",
            "Ana Gil",
        ),
        (
            'Foreign Minister Ana Gil, speaking in Lima, said Peru would "open the gate on the day of the vote."',
            "open the gate on the day of the vote.",
            "said",
            "Ana Gil",
        ),
        (
            'Foreign Minister Ana Gil was quoted by local media as saying that the plan was "still under consideration".',
            "still under consideration",
            "saying",
            "Ana Gil",
        ),
        (
            'Foreign Minister Ana Gil affirmed that Peru "regards Chile as a friend." Minister Luis Sol stated that he agreed.',
            "regards Chile as a friend.",
            "affirmed",
            "Ana Gil",
        ),
    ],
)
def test_fragments_have_the_speaker_of_the_verb_they_hang_on(text, quoted, cue, speaker):
    assert (quoted, "mixed", cue, speaker) in read(text)


def test_a_clause_with_a_fragment_is_no_indirect_speech_but_the_next_one_is():
    text = 'Minister Ana Gil said that the talks were "frank and useful" and that a new round would be held in May.'
    assert [(said, kind) for said, kind, *_ in read(text)] == [
        ("frank and useful", "mixed"),
        ("a new round would be held in May", "indirect"),
    ]


def test_speech_that_goes_on_after_its_cue_has_none():
    rows = read('"They needed an envoy," Minister Ana Gil said. "Today they did it themselves."')
    assert [(cue, speaker) for *_, cue, speaker in rows] == [("said", "Ana Gil"), (None, "Ana Gil")]


def test_a_cue_within_an_unclosed_quotation_ends_it():
    rows = read('Minister Ana Gil met the press. "The Alliance cannot wait for us, stressed the minister.')
    assert [(text, kind) for text, kind, *_ in rows] == [("The Alliance cannot wait for us,", "direct")]


@pytest.mark.parametrize(
    ("marked", "turns"),
    [
        (
            "MR. PRICE: Good afternoon to all.\n\nSecond, we welcome the vote.\n\nQUESTION: And Peru?\n\nIt is late.\n\n"
            "MR. PRICE: No. (Laughter.)",
            [
                ("Good afternoon to all.", "MR. PRICE"),
                ("Second, we welcome the vote.", None),
                ("No. (Laughter.)", "MR. PRICE"),
            ],
        ),
        (
            "MR PRICE: Good day.\n\nQ Will you go to Peru?\n\nMR PRICE: No.",
            [("Good day.", "MR PRICE"), ("No.", "MR PRICE")],
        ),
        (
            "MODERATOR: Welcome to the call.\n\nSENIOR OFFICIAL: Thanks.\n\n# # #\n\nThis call was recorded in full.",
            [("Welcome to the call.", "MODERATOR"), ("Thanks.", "SENIOR OFFICIAL")],
        ),
        (
            "Question (Radio Lima): Will you open the border?\n\n[PERSON Ana Gil]: «Tomorrow is Saturday.»",
            [("Tomorrow is Saturday.", "Ana Gil")],
        ),
        ("SECRETARY GIL: Thank you all for coming today.", [("Thank you all for coming today.", "SECRETARY GIL")]),
        (
            "Ana Gil, Secretary of State\n\nLima\n\nSECRETARY GIL: Thank you all for coming today.\n\nThe talks went on late.",
            [("Thank you all for coming today.", "SECRETARY GIL"), ("The talks went on late.", None)],
        ),
        ("SUMMARY: The talks went on.\n\nBACKGROUND: They began in May.", []),
        ("WASHINGTON: The talks went on without a result.", []),
        ("READ MORE: The talks went on.\n\nREAD MORE: They began in May.", []),
    ],
)
def test_turns_paragraph_by_paragraph(marked, turns):
    doc = marked_doc(marked)
    assert [(row.text, row.cue_text) for row in quote_rows(doc, context_of(doc))] == turns


def test_an_article_goes_on_after_the_answers_in_it():
    story = "[PERSON Luis Sol] took questions in Lima after the talks with his guests had ended without a result. " * 6
    doc = marked_doc(f"{story}\n\nQUESTION: Why?\n\nSOL: We were late.\n\nThe talks began in July.")
    assert [row.text for row in quote_rows(doc, context_of(doc))] == ["We were late."]


def test_speech_without_a_cue_goes_on_from_what_was_told_before_it():
    rows = read('Peru is ready for talks on the border, said Foreign Minister Ana Gil. "We hope for an early answer."')
    assert ("We hope for an early answer.", "direct", None, "Ana Gil") in rows


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        (
            'He said. "We are at work on it now.\n\nIt is done by the envoys," Gil said.',
            ["We are at work on it now.", "It is done by the envoys,"],
        ),
        ('We are at work on it," Gil said on Monday.', []),
        ("He said it was “a matter of days’’, and left.", ["a matter of days"]),
    ],
)
def test_a_mark_behind_a_comma_only_closes(text, quoted):
    assert [text[one.start : one.end] for one in quotations(text)] == quoted
