"""What offices print around statements, what sites say to their readers, and which line is the headline."""

import pytest

from assets.documents import read_document
from assets.documents.furniture import kind_alone
from assets.documents.statements import is_formula, office_holder
from warehouse.tables.documents import SegmentKind

LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."
MORE = "They discussed trade and the situation at the border, according to the ministry."


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ana B. Ortega, Secretary of State", "Ana B. Ortega"),
        ("Karl Brandt, Department Spokesperson", "Karl Brandt"),
        ("Lena Koch, Principal Deputy Spokesperson", "Lena Koch"),
        ("Lima, Peru", None),
        ("Ana Ortega said the secretary, who was ill, stayed away.", None),
    ],
)
def test_the_holder_of_an_office_is_the_author(line, name):
    assert office_holder(line) == name


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The text of the following statement was released by the Governments of Peru and Chile.", True),
        ("The following is the text of a joint statement by the Republic of Peru and the Republic of Chile:", True),
        ("The below is attributable to Spokesperson Karl Brandt:", True),
        ("The following Monday the ministers signed the treaty in Lima.", False),
        ("Following a meeting in Lima, the two sides released a statement.", False),
    ],
)
def test_a_formula_announces_a_text(text, is_one):
    assert is_formula(text) == is_one


def test_a_declared_title_stands_above_the_head_of_a_release():
    raw = f"<p>Ana B. Ortega, Secretary of State</p><p>Lima, Peru</p><p>The Hotel</p><p>{LEAD}</p><p>{MORE}</p>"
    found = read_document(raw, media_type="text/html", declared_title="Remarks at the Border Forum").document
    assert (found.author, found.dateline_city, found.body) == ("Ana B. Ortega", "Lima", f"{LEAD}\n\n{MORE}")


def test_the_hour_above_a_transcript_is_no_city():
    text = f"Background Press Call\n\nVia Teleconference\n\n5:09 P.M. EST\n\nMR. BRANDT: {LEAD}\n\nQ: {MORE}\n\n5:20 P.M. EST"
    found = read_document(text)
    assert found.document.dateline_city is None
    assert found.document.body == f"MR. BRANDT: {LEAD}\n\nQ: {MORE}"


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("For more information on the visit, please see the ministry's press release.", SegmentKind.NAVIGATION),
        ("For media inquiries, please contact press@mfa.example.", SegmentKind.BOILERPLATE),
        ("Media who plan to attend must register at press@mfa.example by noon.", SegmentKind.BOILERPLATE),
        ("Share Tweet Print E-mail", SegmentKind.NAVIGATION),
        ("← Previous: A bridge too late", SegmentKind.NAVIGATION),
        ("The ministry's newsletters were banned by the court, Ortega said.", None),
        ("To leave the country, Brandt needed a visa, the embassy said.", None),
        ("The views expressed by Ortega at the talks drew criticism.", None),
        ("You are here to represent them, Ortega told the delegates.", None),
        ("The text was translated into five languages before the summit, Brandt said.", None),
        ("The European Union will support Moldova with grants from 40 million a year.", None),
        ("Press contacts with the ministry resumed last month, Brandt said.", None),
        ("A photo by the agency showed the ministers shaking hands in Lima.", None),
        ("For further details of the plan, reporters had to wait a week.", None),
        ("This report was published on Monday and accused the ministry of delay.", None),
    ],
)
def test_a_notice_needs_a_stronger_mark_than_a_word(sentence, kind):
    assert kind_alone(sentence) == kind


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Harbour Gazette :: Latest :: National\n\nPeru and Chile ministers discuss border trade", None),
        ("This Week in the South\n\nPeru and Chile ministers discuss border trade in Lima", None),
        (
            "News/ Peru/ Ministers discuss new border trade\n\nMinisters discuss new border trade",
            None,
        ),
        (
            'Ambassador of Chile: "We do not choose between rivers"',
            'Ambassador of Chile: "We do not choose between rivers"',
        ),
    ],
)
def test_the_headline_is_about_the_story(head, title):
    document = read_document(f"{head}\n\n{LEAD}\n\n{MORE}").document
    assert document.title == (title or head.rpartition("\n")[2])


@pytest.mark.parametrize(
    ("dateline", "city", "day", "wire"),
    [
        ("DILI, 4 June 2021 (Rio Press) –", "Dili", "2021-06-04", "Rio Press"),
        ("Nouakchott, 13/04/2022 (SMI) -", "Nouakchott", "2022-04-13", "SMI"),
        ("BANGKOK |", "Bangkok", None, None),
        ("N'Djamena (Chad) (AFP) –", "N'Djamena", None, "Agence France-Presse"),
    ],
)
def test_datelines_of_agencies_outside_the_table(dateline, city, day, wire):
    document = read_document(f"{dateline} {LEAD}\n\n{MORE}").document
    assert (document.dateline_city, document.wire_source, document.body) == (city, wire, f"{LEAD}\n\n{MORE}")
    assert (document.dateline_on.isoformat() if document.dateline_on else None) == day


@pytest.mark.parametrize(
    ("head", "tail", "publisher"),
    [
        (
            "Harbour Gazette | Politics | World",
            "© 2023 Harbour Gazette Media Ltd. All rights reserved.",
            "Harbour Gazette",
        ),
        ("Telediario Austral | News", "", "Telediario Austral"),
        ("", "(This story has not been edited by Harbour Chronicle staff.)", "Harbour Chronicle"),
        ("", "Join Our Community", None),
        ("Egypt | News", "", None),
    ],
)
def test_a_house_outside_the_table_is_told_by_its_page(head, tail, publisher):
    title = "Peru and Chile ministers discuss border trade"
    assert read_document(f"{head}\n\n{title}\n\n{LEAD}\n\n{MORE}\n\n{tail}").document.publisher == publisher


def test_the_clock_of_the_visitor_is_not_the_day_of_publication():
    head = "Wednesday, 8 February 2017, 11:06\n\nPeru and Chile ministers discuss trade\n\nSaturday, 4 February 2017, 08:30"
    document = read_document(f"{head}\n\n{LEAD}\n\n{MORE}").document
    assert str(document.published_on) == "2017-02-04"


def test_a_text_announced_in_its_own_paragraph_is_kept():
    text = f"{LEAD}\n\nThe following remarks were made by Minister Ana Gil: “We met to speak of the border.”\n\n{MORE}"
    assert "We met to speak of the border." in read_document(text).document.body
