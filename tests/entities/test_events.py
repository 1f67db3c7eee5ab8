"""Events: who met whom, in which part, when, where, and whether it happened."""

import datetime as dt

import pytest

from assets.entities import load_pipeline, read_text
from assets.entities.events.act_lexicon import ACTS, acts_of
from assets.entities.events.event_circumstances import is_country
from assets.entities.events.event_lexicon import PLACE, matches, triggers, verb_forms
from assets.entities.events.events import event_rows, place_told
from assets.entities.events.topics import topics_of
from assets.entities.sentences.document_view import DocumentView, view_of
from assets.entities.sentences.phrases import PhraseKind
from tests.entities.marked_text import context_of, marked_doc
from warehouse.reference import reference
from warehouse.tables.entities import PloverType

TUESDAY = dt.date(2023, 10, 17)


def told(marked, published_on=TUESDAY):
    """(mode, realis, participants, place, first day) of each event."""
    doc = marked_doc(marked)
    context = context_of(doc, published_on=published_on)
    names = {context.chain_id(chain, doc): chain.name for chain in doc._.chains}
    mentions, arguments = event_rows(doc, context)
    return [
        (
            mention.mode,
            mention.realis.value,
            {
                f"{names[argument.chain_id]}:{argument.participation.value}"
                for argument in arguments
                if argument.event_mention_id == mention.event_mention_id
            },
            mention.place_text,
            str(mention.start_on) if mention.start_on else None,
        )
        for mention in mentions
    ]


def participants(marked):
    return [people for _, _, people, _, _ in told(marked)]


def test_a_call_received_is_told():
    found = read_text(
        "Foreign Minister Juan Rey received a phone call from his Chilean counterpart Ana Sol."
    ).event_mentions
    assert [(event.plover_type, event.mode) for event in found] == [(PloverType.CONSULT, "phone")]


@pytest.mark.parametrize(
    ("marked", "mode", "people"),
    [
        (
            "[PERSON The President, |Maduro], received this Monday [PERSON the Secretary of Foreign Affairs, |Bárcena].",
            "meeting",
            {"Maduro:host", "Bárcena:visitor"},
        ),
        (
            "[PERSON Bárcena] spoke when she was received in [GPE Rome] by [PERSON the head of diplomacy, |Blinken].",
            "meeting",
            {"Bárcena:visitor", "Blinken:host"},
        ),
        (
            "[PERSON Lavrov] held a meeting with his [NORP Mexican] counterpart, [PERSON Ebrard], to strengthen trade.",
            "meeting",
            {"Lavrov:source", "Ebrard:source"},
        ),
        (
            "[PERSON Lavrov] met in [GPE Cuba] with his counterpart [PERSON Rodríguez].",
            "meeting",
            {"Lavrov:source", "Rodríguez:source"},
        ),
        ("[PERSON Wang] and [PERSON Lavrov] met in [GPE Beijing].", "meeting", {"Wang:source", "Lavrov:source"}),
        (
            "The meeting between [PERSON Maduro] and [PERSON Bárcena] takes place today.",
            "meeting",
            {"Maduro:source", "Bárcena:source"},
        ),
        ("Negotiations between [GPE Serbia] and [GPE Kosovo] resumed.", "meeting", {"Serbia:source", "Kosovo:source"}),
        ("[GPE China] and [GPE Brazil] held talks.", "meeting", {"China:source", "Brazil:source"}),
        ("[PERSON Raisi] met a delegation of the [ORG EU].", "meeting", {"Raisi:source", "EU:source"}),
        ("[PERSON Lavrov], who met with [PERSON Fidan] on Friday, left.", "meeting", {"Lavrov:source", "Fidan:source"}),
        (
            "During a meeting with [PERSON Rodríguez], [PERSON Lavrov] praised ties.",
            "meeting",
            {"Lavrov:source", "Rodríguez:source"},
        ),
        (
            "[PERSON Fidan] met with [PERSON Prime Minister |Dbeibeh] of [GPE Libya] and [PERSON President |Mohamud].",
            "meeting",
            {"Fidan:source", "Dbeibeh:source", "Mohamud:source"},
        ),
        (
            "[PERSON Blinken] spoke by phone today with [PERSON Minister |Cohen].",
            "phone",
            {"Blinken:source", "Cohen:source"},
        ),
        (
            "[PERSON Putin] and [PERSON Erdogan] held a telephone conversation.",
            "phone",
            {"Putin:source", "Erdogan:source"},
        ),
        (
            "[PERSON Amir] and his counterpart [PERSON Badr] discussed ties in a phone call.",
            "phone",
            {"Amir:source", "Badr:source"},
        ),
        (
            "[GPE Qatar] hosted talks between [ORG Hamas] and [GPE Israel].",
            "third_party",
            {"Qatar:mediator", "Hamas:source", "Israel:source"},
        ),
        (
            "[PERSON Biden] hosted [PERSON Kishida] at the [FAC White House].",
            "meeting",
            {"Biden:host", "Kishida:visitor"},
        ),
        ("[PERSON Bárcena] arrived in [GPE Venezuela] on Monday.", "visit", {"Bárcena:visitor", "Venezuela:host"}),
        ("[PERSON Lavrov] paid an official visit to [GPE Cuba].", "visit", {"Lavrov:visitor", "Cuba:host"}),
        ("The visit of [PERSON Xi] to [GPE Russia] ended.", "visit", {"Xi:visitor", "Russia:host"}),
        ("[PERSON Lula] attended the [EVENT G20 Summit] in [GPE Rome].", "multilateral", {"Lula:attendee"}),
    ],
)
def test_participants_and_their_parts(marked, mode, people):
    assert [(row[0], row[2]) for row in told(marked)] == [(mode, people)]


@pytest.mark.parametrize(
    "marked",
    [
        "The policy met the needs of [GPE China].",
        "[PERSON Xi] met the target set by [PERSON Li].",
        "[PERSON Xi] received a letter from [PERSON Putin].",
        "[GPE Iran] welcomed the decision of [PERSON Biden].",
        "[PERSON Blinken] welcomed [PERSON Cohen]'s statement.",
        "[PERSON Lula] visited the factory.",
        "Relations were established 48 years ago between the two nations.",
        "[PERSON Blinken], the first [NORP U.S.] official to visit [GPE China] since then, spoke.",
        "[PERSON Blinken] spoke to reporters.",
        "[GPE Cuba] hosted a conference on energy.",
        "[PERSON Xi] said the meeting was good.",
        "She visits [GPE Brussels], [GPE Belgium] to attend the summit.",
    ],
)
def test_what_is_no_meeting(marked):
    assert told(marked) == []


@pytest.mark.parametrize(
    ("marked", "realis"),
    [
        ("[PERSON Xi] met [PERSON Biden].", "asserted"),
        ("[PERSON Xi] will meet [PERSON Biden].", "planned"),
        ("[PERSON Xi] is expected to meet [PERSON Biden].", "planned"),
        ("[PERSON Lavrov] arrived for talks with [PERSON Fidan].", "planned"),
        ("[PERSON Borrell] spoke ahead of a meeting with [PERSON Stoltenberg].", "planned"),
        ("[PERSON Fidan] said he would meet [PERSON Grossi].", "planned"),
        ("[PERSON Xi] will be received by [PERSON Biden].", "planned"),
        ("[PERSON Xi] may meet [PERSON Biden].", "hypothetical"),
        ("He encouraged further talks between [GPE Armenia] and [GPE Azerbaijan].", "hypothetical"),
        ("If [PERSON Xi] meets [PERSON Biden], ties improve.", "hypothetical"),
        ("[PERSON Biden] hopes to meet [PERSON Xi].", "hypothetical"),
        ("[PERSON Xi] did not meet with [PERSON Biden].", "negated"),
        ("[PERSON Xi] refused to meet [PERSON Biden].", "negated"),
        ("[PERSON Xi] cancelled a meeting with [PERSON Biden].", "cancelled"),
        ("[PERSON Xi]'s meeting with [PERSON Biden] was postponed.", "cancelled"),
        ("[PERSON Xi] met [PERSON Biden] next Friday.", "planned"),
    ],
)
def test_realis(marked, realis):
    assert [row[1] for row in told(marked)] == [realis]


def test_a_plan_holds_for_all_that_follows_in_the_sentence():
    marked = (
        "[PERSON Lavrov] expects to arrive in [GPE Caracas] on Thursday, to be received by [PERSON Minister |Arreaza], "
        "followed by an interview with [PERSON Vice President |Rodríguez] and finally a summit with [PERSON Maduro]."
    )
    assert told(marked) == [
        ("visit", "planned", {"Lavrov:visitor"}, "Caracas", "2023-10-19"),
        ("meeting", "planned", {"Lavrov:visitor", "Arreaza:host"}, "Caracas", "2023-10-19"),
        ("meeting", "planned", {"Lavrov:source", "Rodríguez:source"}, "Caracas", "2023-10-19"),
        ("meeting", "planned", {"Lavrov:source", "Maduro:source"}, "Caracas", "2023-10-19"),
    ]


@pytest.mark.parametrize(
    ("marked", "place", "day"),
    [
        (
            "[PERSON Xi] received [PERSON Biden] on Monday at the [FAC Palace], in [GPE Beijing].",
            "Palace",
            "2023-10-16",
        ),
        ("In [GPE Havana], [PERSON Xi] met [PERSON Biden].", "Havana", None),
        ("[PERSON Xi] met [PERSON Biden], who signed a law in [GPE Delaware] on Monday.", None, None),
        ("[PERSON Xi] met [PERSON Biden], the ministry said on Monday.", None, None),
        ("[PERSON Xi] met [PERSON Biden] to discuss the truce in [GPE Yemen].", None, None),
    ],
)
def test_place_and_day(marked, place, day):
    assert [(row[3], row[4]) for row in told(marked)] == [(place, day)]


def test_no_day_is_taken_from_the_publication_date():
    assert told("[PERSON Xi] met [PERSON Biden].")[0][4] is None


def test_two_triggers_with_their_own_days():
    rows = told("[PERSON Macron] telephoned [PERSON Putin] on Saturday and flew to [GPE Kiev] on Monday.")
    assert [(row[0], row[4]) for row in rows] == [("phone", "2023-10-14"), ("visit", "2023-10-16")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting was attended by [PERSON the First Lady, |Flores] and [PERSON Minister |Peña].",
        "[PERSON Flores] also participated in the meeting; that of Marina, [PERSON Peña].",
        "The [NORP Venezuelan] delegation included [PERSON Flores]; and [PERSON Peña], among others.",
        "[PERSON Flores] and [PERSON Peña] were also present.",
    ],
)
def test_those_present_join_the_meeting_told_before(sentence):
    people = participants(f"[PERSON Maduro] received [PERSON Bárcena]. {sentence}")
    assert people[1] == {"Maduro:host", "Bárcena:visitor", "Flores:attendee", "Peña:attendee"}


def test_a_discussion_of_the_same_two_is_the_call_told_before():
    marked = "[PERSON Blinken] spoke today with [PERSON Rau]. [PERSON Blinken] and [PERSON Rau] discussed the war."
    assert [row[0] for row in told(marked)] == ["phone", "phone"]


def test_nobody_joins_a_meeting_that_was_not_told():
    assert told("The meeting was attended by [PERSON Flores].") == []


def test_another_meeting_of_the_same_agenda():
    people = participants(
        "[PERSON Bárcena] spoke. Her agenda included a meeting with [PERSON Hochstein] and another with [PERSON Haaland]."
    )
    assert people == [{"Bárcena:source", "Hochstein:source"}, {"Bárcena:source", "Haaland:source"}]


def test_a_woman_known_as_such_is_meant_by_her():
    people = participants(
        "[PERSON Bárcena] said she was glad. [PERSON Blinken] agreed. Her agenda included a meeting with [PERSON Haaland]."
    )
    assert people == [{"Bárcena:source", "Haaland:source"}]


@pytest.mark.parametrize(
    ("marked", "people"),
    [
        (
            "[PERSON Blinken] met with the [GPE People's Republic of China] (PRC) Foreign Minister [PERSON Wang].",
            {"Blinken:source", "Wang:source"},
        ),
        (
            "[PERSON Blinken] met with [PERSON President |Marcos], Jr. and [PERSON Secretary |Manalo].",
            {"Blinken:source", "Marcos:source", "Manalo:source"},
        ),
        ("As close allies, [GPE Iceland] and [GPE Norway] held talks.", {"Iceland:source", "Norway:source"}),
        ("[PERSON Xi] met with [GPE U.S.] Treasury staff and [PERSON Biden].", set()),
    ],
)
def test_titles_and_modifiers_around_names(marked, people):
    assert participants(marked) == ([people] if people else [])


def test_the_speaker_is_meant_by_i():
    people = participants('[PERSON Maduro] wrote: "I received [PERSON Minister |Bárcena] at the palace."')
    assert people == [{"Maduro:host", "Bárcena:visitor"}]


def test_the_one_who_tells_is_kept_apart():
    doc = marked_doc("[PERSON Zakharova] said that [PERSON Lavrov] met [PERSON Fidan].")
    context = context_of(doc)
    mention = event_rows(doc, context)[0][0]
    assert mention.attributed_to_chain_id == context.chain_id(doc._.chains[0], doc)


def test_rows_point_at_the_raw_text():
    doc = marked_doc("It rained. [PERSON Xi] held talks on Monday with [PERSON Biden] in [GPE Bali].")
    (mention,), arguments = event_rows(doc, context_of(doc, published_on=TUESDAY))
    assert doc.text[mention.trigger_start : mention.trigger_end] == mention.trigger_text
    assert doc.text[mention.raw_start : mention.raw_end] == mention.sentence_text
    assert doc.text[mention.date_start : mention.date_end] == "Monday"
    assert len(arguments) == 2


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("receive", {"receive", "receives", "received", "receiving"}),
        ("deploy", {"deploy", "deploys", "deployed", "deploying"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("meet", {"meet", "meets", "met", "meeting"}),
        ("ban", {"ban", "bans", "banned", "banning", "baned", "baning"}),
    ],
)
def test_forms_of_verbs(base, forms):
    assert verb_forms(base) >= forms


def test_every_pattern_matches_its_example():
    unmatched = []
    for trigger, example in rows_of_the_lexicon(is_act=False):
        view = DocumentView(load_pipeline()(example) if PLACE in trigger.pattern else marked_doc(example))
        if trigger not in [match.trigger for match in matches(view, 0, len(view.doc))]:
            unmatched.append(example)
    assert unmatched == []


def test_every_act_matches_its_example():
    nlp = load_pipeline()
    rows = rows_of_the_lexicon(is_act=True)
    docs = nlp.pipe(example for _, example in rows)
    unmatched = [
        (trigger.pattern, example)
        for (trigger, example), doc in zip(rows, docs, strict=True)
        if trigger not in [match.trigger for found in acts_of(doc).values() for match in found]
    ]
    assert unmatched == []


def rows_of_the_lexicon(is_act):
    rows = zip(triggers(), reference("event_lexicon")["example"], strict=True)
    return [(trigger, example) for trigger, example in rows if (trigger.frame in ACTS) == is_act]


def test_every_lexicon_mode_is_an_event_type():
    types = set(reference("event_types").select("plover_type", "mode").iter_rows())
    assert {(trigger.plover_type.value, trigger.mode or None) for trigger in triggers()} <= types
    assert {(kind.value, None) for kind in PloverType} <= types


@pytest.mark.parametrize(
    ("sentence", "topics"),
    [
        ("the fight against fentanyl trafficking", ["illegal_drugs"]),
        ("orderly and safe migration", ["migration"]),
        ("ISIS fighters", ["terrorism"]),
        ("the crisis is over", []),
    ],
)
def test_topics(sentence, topics):
    assert topics_of(sentence) == topics


def days(marked):
    return [row[4] for row in told(marked)]


def test_tomorrow_in_a_quotation_counts_from_the_day_of_speaking():
    marked = (
        '[PERSON Gil] received [PERSON Moya] on Monday in [GPE Lima]. "Our agenda includes the dialogue that will take '
        'place tomorrow in [GPE Quito] between the Government and the [ORG Broad Front]," said [PERSON Gil].'
    )
    assert told(marked)[1] == ("meeting", "planned", {"Broad Front:source"}, "Quito", "2023-10-17")


def test_tomorrow_counts_from_the_day_told_with_the_cue():
    marked = '"I will meet [PERSON Sol] tomorrow," [PERSON Rey] said on Thursday.'
    assert days(marked) == ["2023-10-13"]


def test_tomorrow_in_a_quotation_of_an_unknown_day_stays_open():
    assert days('"I will meet [PERSON Sol] tomorrow," [PERSON Rey] said.') == [None]


def test_whoever_says_we_of_the_meeting_was_there():
    marked = (
        '[PERSON Rey] met with [PERSON Sol]. "The meeting was excellent, a meeting where we reaffirmed friendship," '
        "said [PERSON Minister |Luna]."
    )
    assert participants(marked)[1:] == [{"Rey:source", "Sol:source", "Luna:attendee"}]


def test_whoever_was_named_at_a_meeting_is_not_added_to_another():
    marked = (
        '[PERSON Rey] met [PERSON Sol]. [PERSON Luna] met [PERSON Vega]. "The meeting gave us hope," said [PERSON Rey].'
    )
    assert len(told(marked)) == 2


@pytest.mark.parametrize(
    ("marked", "realis"),
    [
        ("[PERSON Rey] travelled to [GPE Kyiv] to meet [PERSON Sol].", ["asserted", "asserted"]),
        ("[PERSON Rey] will travel to [GPE Kyiv] to meet [PERSON Sol].", ["planned", "planned"]),
        ("[PERSON Rey] left [GPE Lima] on Sunday for an official visit to [GPE Chile].", ["asserted"]),
        ("[PERSON Rey] and [PERSON Sol] agreed to meet again in [GPE Quito].", ["planned"]),
        ('"I am delighted to welcome [PERSON Minister |Sol]," [PERSON Rey] said.', ["asserted"]),
    ],
)
def test_what_a_journey_was_for_took_place(marked, realis):
    assert [row[1] for row in told(marked)] == realis


@pytest.mark.parametrize(
    ("marked", "mode", "people"),
    [
        ("[PERSON Rey] received a telephone call from [PERSON Sol].", "phone", {"Rey:source", "Sol:source"}),
        (
            "[PERSON Rey] and [PERSON Sol] vowed peace after talks in [GPE Lima].",
            "meeting",
            {"Rey:source", "Sol:source"},
        ),
        ("[PERSON Rey] and [PERSON Sol] stressed peace during a phone call.", "phone", {"Rey:source", "Sol:source"}),
        (
            "LIMA, Jan. 22 – In a meeting with [PERSON Minister |Rey], [PERSON Sol] spoke.",
            "meeting",
            {"Sol:source", "Rey:source"},
        ),
        ("[PERSON Rey] paid a courtesy call on [PERSON President |Sol].", "meeting", {"Rey:visitor", "Sol:host"}),
        ("[PERSON Rey] landed in [GPE Lima] on Monday.", "visit", {"Rey:visitor"}),
        ("[PERSON Rey]'s three-day trip to [GPE Peru] began.", "visit", {"Rey:visitor", "Peru:host"}),
        ("[PERSON Rey] wrapped up a visit to [GPE Peru].", "visit", {"Rey:visitor", "Peru:host"}),
        ("[PERSON Rey] met with his [NORP Peruvian] counterpart.", "meeting", {"Rey:source", "Peruvian:source"}),
        ("[PERSON Rey] is due in [GPE Lima] on Friday.", "visit", {"Rey:visitor"}),
        (
            "[PERSON Rey] will hold talks with [PERSON Sol], and possibly [PERSON Luna].",
            "meeting",
            {"Rey:source", "Sol:source"},
        ),
        (
            "A group of [NORP Peruvian] diplomats held a meeting with [PERSON Sol].",
            "meeting",
            {"Peruvian:source", "Sol:source"},
        ),
    ],
)
def test_leads_of_the_press(marked, mode, people):
    assert [(row[0], row[2]) for row in told(marked)] == [(mode, people)]


@pytest.mark.parametrize(
    "marked",
    [
        "[PERSON Rey] met with senior officials.",
        "[PERSON Rey] and [PERSON Sol] stand ready to meet new challenges.",
        "[PERSON Rey] will speak at the forum co-hosted by the Governments of [GPE Kenya] and [GPE Peru].",
        "[PERSON Rey] called on [PERSON President |Sol] to resign.",
        "[PERSON Rey] addressed a joint press conference.",
        "[PERSON Rey] summoned the ambassador, [PERSON Sol].",
        "[PERSON Rey] and [PERSON Luna] were glad to welcome our colleagues.",
    ],
)
def test_one_side_makes_no_meeting(marked):
    assert told(marked) == []


@pytest.mark.parametrize(
    ("marked", "place"),
    [
        ("[PERSON Rey] received in AlUla today [PERSON Minister |Sol].", "AlUla"),
        ("[PERSON Rey] welcomed [PERSON Minister |Sol] to [GPE Lima].", "Lima"),
        ("[PERSON Rey] received at [ORG Casa Rosada] [PERSON Minister |Sol].", "Casa Rosada"),
        ("[PERSON Rey] met [PERSON Sol] in the [NORP Spanish] city of [GPE Granada].", "Granada"),
        ("[PERSON Rey] held talks with [PERSON Sol], who is visiting, at the [FAC Great Hall].", "Great Hall"),
    ],
)
def test_places(marked, place):
    assert told(marked)[0][3] == place


def test_a_description_of_a_country_is_a_country():
    view = DocumentView(
        marked_doc("[GPE=cuba Cuba] hosts [PERSON Sol] in [GPE Havana]. She likes [TITLE=cuba the nation].")
    )
    places = [phrase for phrase in view.phrases if phrase.kind is PhraseKind.PLACE]
    assert [is_country(view, place) for place in places] == [True, False, True]


def test_the_two_leaders_are_the_sides_told_before():
    marked = "[PERSON Rey] met [PERSON Sol]. [PERSON Sol] visited [GPE Peru]. The two leaders will hold talks with [PERSON Luna]."
    assert participants(marked)[-1] == {"Rey:source", "Sol:source", "Luna:source"}


def test_a_call_has_no_place():
    marked = "[PERSON Rey] met [PERSON Sol] in [GPE Lima] and later held a video call with [PERSON Luna]."
    assert [(row[0], row[3]) for row in told(marked)] == [("meeting", "Lima"), ("phone", None)]


def test_a_sentence_without_end_is_read_in_linear_time():
    doc = marked_doc("[PERSON Rey] went to meet [PERSON Sol] and " * 600)
    assert event_rows(doc, context_of(doc))[0]


def test_the_same_day_is_the_day_told_before():
    assert (
        days("[PERSON Rey] met [PERSON Sol] on Monday. On the same day, [PERSON Luna] met [PERSON Sol].")
        == ["2023-10-16"] * 2
    )


def test_topics_of_the_sentence():
    doc = marked_doc("[PERSON Rey] met [PERSON Sol] to discuss safe migration.")
    assert event_rows(doc, context_of(doc))[0][0].topics == ["migration"]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("In Geneva", "Geneva"),
        ("At the White House", "White House"),
        ("Several Chilean officials", None),
        ("Ana Rey", None),
    ],
)
def test_people_are_no_place(words, place):
    view = view_of(load_pipeline()(f"{words} welcomed the decision of the foreign ministers on Monday."))
    phrase = next(phrase for phrase in view.phrases if phrase.start <= 2)
    text, name = place_told(view, phrase)
    assert (text.removeprefix("the ") if text else None) == place
    assert (name.text if name is not None else None) == text


def test_a_discussion_takes_no_mode_of_an_act_of_the_same_people():
    text = (
        "Peruvian Foreign Minister Ana Rey thanked Chilean Foreign Minister Luis Sol for his support. "
        "Rey and Sol also discussed trade and the situation in the region."
    )
    modes = {(row.plover_type, row.mode) for row in read_text(text).event_mentions if row.mode}
    assert modes
    assert modes <= set(reference("event_types").select("plover_type", "mode").iter_rows())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("President Ana Rey arrived in Lima on Friday for a state visit to Peru.", [("CONSULT", "visit")]),
        (
            "President Ana Rey had a telephone conversation with President Luis Sol. In the talks with Sol, Rey was "
            "pleased.",
            [("CONSULT", "phone"), ("CONSULT", "phone")],
        ),
        ("President Ana Rey received an invitation from President Luis Sol.", [("REQUEST", "meet")]),
        ("Peru and Chile on Monday inked a Memorandum of Understanding (MoU) on visas.", [("SUPPORT", "signature")]),
    ],
)
def test_one_act_is_of_one_kind(text, expected):
    assert [(event.plover_type, event.mode) for event in read_text(text).event_mentions] == expected
