"""What stands at the edges of real pages: names of the house, credits glued to the last sentence, lists of other stories."""

import pytest

from assets.documents import read_document
from assets.documents.furniture import author
from assets.documents.title import is_unfinished
from warehouse.tables.documents import SegmentKind

LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."
MORE = "They discussed trade and the situation at the border, according to the ministry."


def read(text):
    return read_document(text).document


@pytest.mark.parametrize(
    ("tail", "wire"),
    [
        (" REUTERS", "Reuters"),
        (" (Yonhap News)", "Yonhap News Agency"),
        (" Agencies", None),
        (" \u2014 TGN", None),
        (" (Reporting by Ana Gil and Jo Sol, writing by Lu Tan; Editing by Max Roe)", None),
        (" Read more.", None),
        (
            "\n\nCheck Also\n\nThree hurt as storm hits Arica\n\nArica, May 3. Three people were hurt on Monday and \u2026",
            None,
        ),
        (
            "\n\nRecent Posts\n\nStorm closes port of Arica\n\nThe port of Arica was closed on Monday and it is\u2026",
            None,
        ),
        ("\n\nThis slideshow requires JavaScript.", None),
        ("\n\nen-GB1 ru-RU1", None),
        ("\n\n\u0412\u0438\u0434\u0435\u043e \u0434\u043d\u044f", None),
        ("\n\nCopyright NILEWIRE.", None),
        ("\n\nAna Gil\n\nAna Gil has worked as a reporter since 1998 and covers the ministry for the paper.", None),
    ],
)
def test_what_ends_a_page_is_not_body(tail, wire):
    found = read(f"{LEAD}\n\n{MORE}{tail}")
    assert found.body == f"{LEAD}\n\n{MORE}"
    assert found.wire_source == wire


@pytest.mark.parametrize(
    "ending",
    [
        "The ministry thanked the United Nations (UN).",
        "The talks were opened by the Peruvian ambassador, Jane Doe.",
        "The minister called it a step forward. Readers may learn more at the ministry.",
    ],
)
def test_a_last_sentence_keeps_its_end(ending):
    assert read(f"{LEAD}\n\n{ending}").body.endswith(ending)


def test_comments_below_a_digest_of_one_paragraph_are_no_story():
    digest = " ".join([LEAD, MORE] * 3)
    assert read(f"{digest}\n\nLeave a Reply\n\nNilePress.com Logo\n\nYou are commenting as a guest.").body == digest


@pytest.mark.parametrize(
    ("opening", "wire", "publisher"),
    [
        ("(MENAFN) ", "MENAFN", None),
        ("PanARMENIAN.Net - ", "PanARMENIAN", "PanARMENIAN"),
        ("Nile News \u2013 ", None, None),
        ("LIMA, May 3 (TGN-Andes) \u2014 ", "TGN-Andes", None),
    ],
)
def test_a_house_that_opens_a_story_is_not_body(opening, wire, publisher):
    found = read(f"{opening}{LEAD}\n\n{MORE}")
    assert found.body == f"{LEAD}\n\n{MORE}"
    assert (found.wire_source, found.publisher) == (wire, publisher)


def test_a_caption_glued_to_the_story_is_cut_off():
    found = read(f"Envoys meet in Lima\n\nThe ministers at the airport. (Photo: VNA)Lima (VNA) \u2013 {LEAD}\n\n{MORE}")
    assert found.body == f"{LEAD}\n\n{MORE}"
    assert found.dateline_city == "Lima"


def test_a_label_glued_to_a_paragraph_is_cut_off():
    assert read(f"{LEAD}\n\nHide Ad{MORE}").body == f"{LEAD}\n\n{MORE}"


@pytest.mark.parametrize(
    "line",
    [
        "Details added (first version posted on 12:26)",
        "The ministers arrive in Lima. Photo by the press office of the ministry.",
        "Jane Doe/PAP",
        "This article exists as part of the online archive of the paper, which closed in 2020.",
    ],
)
def test_lines_above_the_story_are_not_body(line):
    found = read(f"Peru and Chile hold talks in Lima\n\n{line}\n\n{LEAD}\n\n{MORE}")
    assert found.body == f"{LEAD}\n\n{MORE}"
    assert found.title == "Peru and Chile hold talks in Lima"


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Peru, Chile hold talks on border-Xinhua", "Peru, Chile hold talks on border"),
        ("New envoy of Peru calls on Foreign Minister", "New envoy of Peru calls on Foreign Minister"),
        ("(President Ana Gil and Jo Sol)\n\nPeru, Chile hold talks on border", "Peru, Chile hold talks on border"),
        ("Thursday, 09, May, 2024", None),
    ],
)
def test_titles(line, title):
    assert read(f"{line}\n\n{LEAD}\n\n{MORE}").title == title


@pytest.mark.parametrize(
    ("text", "publisher", "wire"),
    [
        (f"Peru, Chile hold talks on border-Xinhua\n\n{LEAD}\n\n{MORE}", "Xinhua", None),
        (f"{LEAD[:-1]}, News.az reports citing TASS.\n\n{MORE}", "News.az", None),
        (f"{LEAD[:-1]}, Trend reports citing Daily Sabah.\n\n{MORE}", "Trend News Agency", None),
        (f"{LEAD[:-1]}, Reuters reports, citing officials.\n\n{MORE}", None, None),
        (f"Peru and Chile hold talks\n\nBy AP Published Date - 11:05 PM\n\n{LEAD}\n\n{MORE}", None, "Associated Press"),
        (
            f"Peru and Chile hold talks\n\nPTI | Lima | Updated: 24-05-2021 10:02 IST\n\n{LEAD}\n\n{MORE}\n\n"
            "(This story has not been edited by Nilediscourse staff and is auto-generated from a syndicated feed.)",
            "Nilediscourse",
            "Press Trust of India",
        ),
    ],
)
def test_whose_page_it_is(text, publisher, wire):
    found = read(text)
    assert (found.publisher, found.wire_source) == (publisher, wire)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe Published Date - 3 May", "Jane Doe"),
        ("By Ana al-Jazeeri", "Ana al-Jazeeri"),
        ("By Jane Doe", "Jane Doe"),
    ],
)
def test_authors(line, name):
    assert author(line) == name


def test_a_heading_of_the_text_is_no_author():
    text = f"Leaders adopt plan for the border\n\nFINAL COMMUNIQUE\n\nJun 5, 2022\n\n{LEAD}\n\n{MORE}"
    assert read(text).author is None


def test_the_house_named_between_dateline_and_story_is_credited():
    found = read_document(f"Peru and Chile hold talks\n\nBAKU, Azerbaijan, Dec. 3\n\nTrend:\n\n{LEAD}\n\n{MORE}")
    assert found.document.body == f"{LEAD}\n\n{MORE}"
    assert SegmentKind.ATTRIBUTION in [part.kind for part in found.segments]


@pytest.mark.parametrize(
    ("line", "is_broken"),
    [
        ("Envoy of Peru calls on Foreign Minister", False),
        ("New Peru Envoy Meets Foreign Minister", False),
        ("Ambassador of Peru lauds outgoing President", False),
        ("In the evening the delegation was received by the President", True),
        ("The talks were held in the", True),
    ],
)
def test_lines_that_break_off(line, is_broken):
    assert is_unfinished(line) is is_broken


@pytest.mark.parametrize(
    "head",
    [
        "There were 1,204 press releases posted in the last 24 hours and 4,210 in the last 365 days.",
        "An official website of the United States Government Here's how you know",
        "A .gov website belongs to an official government organization in the United States.",
        "The ministers in Lima. 21 May 2025 Photo: Andes Herald / Ana Gil",
        "Imagen foto_00000003",
        "HomeWorldPeru and Chile agree on a line between the ports",
        "Press Releases Peru and Chile agree on a line between the ports",
        "HomeThe WorldPeru and Chile agree on a line...",
        "From Ana Gil, Lima",
    ],
)
def test_what_stands_above_a_headline_is_neither_title_nor_body(head):
    title = "Peru and Chile agree on a line between the ports"
    found = read(f"{head}\n\n{title}\n\n{LEAD}\n\n{MORE}")
    assert (found.title, found.body) == (title, f"{LEAD}\n\n{MORE}")


def test_a_correspondent_sends_from_a_city():
    assert [author(f"From Ana Gil, {place}") for place in ("Lima", "Peruvian Congress")] == ["Ana Gil", None]


def test_a_headline_printed_again_below_the_story_is_the_title_above_its_dateline():
    title = "Ana Gil meets with Prime Minister of Chile and President of Andean Parliament"
    found = read(
        f"Submit Release\nNews Search\n\n{title}\n\nPERU, June 10 - {LEAD}\n\n{MORE}\n\nYou just read:\n\n{title}"
    )
    assert (found.title, found.body, found.dateline_city) == (title, f"{LEAD}\n\n{MORE}", None)


def test_who_welcomes_in_a_headline_is_no_house():
    assert read(f"President Gil Welcomes Four New Ambassadors\nBy Jo Sol\n\n{LEAD}\n\n{MORE}").publisher is None


def test_initials_above_a_story_are_no_agency():
    assert read(f"Peru and Chile agree on a line\n\nTT\n\n{LEAD}\n\n{MORE}").publisher is None


def test_a_label_alone_is_no_city_of_that_name():
    assert read(f"Peru and Chile meet\nDate\n8/14/2024 2:00:18 PM\n\n{LEAD}\n\n{MORE}").dateline_city is None


def test_a_turn_keeps_its_speaker_with_the_time():
    turns = "Spokesperson (00:00):\n\nGood afternoon, everybody.\n\nJo (00:08):\n\nIt is a new record, and I am happy to take it."
    assert "Jo (00:08):" in read(f"{LEAD}\n\n{MORE}\n\n{turns}\n\n{MORE} They met again.").body
