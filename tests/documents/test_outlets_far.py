"""Pages of outlets of Africa, the Gulf, the Pacific, the Caribbean, the Balkans: what stands around their stories."""

import pytest

from assets.documents import read_document
from assets.documents.closing import house_of_itself
from assets.documents.furniture import author, is_menu_run
from assets.documents.publisher import house_in_notice, publisher_at
from warehouse.tables.documents import SegmentKind

LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."
MORE = "They discussed trade and the situation at the border, according to the ministry."


@pytest.mark.parametrize(
    "tail",
    [
        "In the headlines\nRaila: Why I will not attend the talks\nThree dead in road crash",
        "Related Articles\nSamoa and Tonga to share patrol boat",
        "Previous Post\nRegion must remain a zone of peace\nNext Post\nCane farmers get new tractors",
        "Author:\nAdlet Seilkhanov\nRead also\nPresident receives ambassador of Japan",
        "Leave a Reply\nI do not think that the minister is right about the border at all, and nobody does.",
        "HOUSE RULES\nWe welcome reader comments on the top stories of the day. Some comments may be republished.",
        "Feedback: newsdesk@fijisun.com.fj\nADVERTISE WITH US\nSubscribe-to-Newspaper",
        "Tags Fiame Naomi Mata'afa, India",
        "Share on FacebookShare on Twitter",
        "Send us your stories, photos and videos through Viber, WhatsApp or Telegram at +382 67 000 000",
        "Follow Trend on Telegram. Only most interesting and important news",
        "Total views: 1 204\nBack to list\nOther news\nMeeting with the Ambassador of Türkiye",
        "This interview has been edited for length and clarity.",
        "The writer is a former ambassador and teaches at the university.",
        "Jane Doe is a senior fellow at the Institute of the Andes.",
        "Alborz News Agency is a non-governmental news agency that publishes in Persian, English and Arabic.",
        "Independent journalism is expensive. Support Red Sea Monitor from 5 dollars a month.",
        "To leave this list, send an empty message to leave@scb.example.",
        "[email protected]",
        "(end)\nnma.gb",
    ],
)
def test_what_stands_below_the_story_is_not_body(tail):
    assert read_document(f"{LEAD}\n\n{MORE}\n\n{tail}").document.body == f"{LEAD}\n\n{MORE}"


@pytest.mark.parametrize(
    "ending",
    [
        "• Peru;\n\n• Chile;\n\n• Bolivia",
        "Thank you.",
        "2012\n\nVenezuela joins; Paraguay is suspended for ten months.",
        "The minister is a former journalist.",
        "1. To hold the next meeting in Quito;\n\n2. To invite observers.",
        "Comments by the minister were not reported.",
    ],
)
def test_the_end_of_a_story_stays(ending):
    lines = [line.strip("• ") for line in ending.splitlines() if line]
    assert read_document(f"{LEAD}\n\n{MORE}\n\n{ending}").document.body.endswith("\n\n".join(lines))


@pytest.mark.parametrize(
    ("line", "is_run"),
    [
        ("Breaking News Local Business Cricket", True),
        ("Telegram Instagram google plus Print", True),
        ("Jornal da Baía • News • English desk", True),
        ("Read more news about Peru", False),
        ("Peru and Chile hold talks", False),
        ("news " * 60 + "x", False),
    ],
)
def test_rows_of_rubrics(line, is_run):
    assert is_menu_run(line) is is_run


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("BY KIMONE THOMPSON Associate editor — special assignment", "KIMONE THOMPSON"),
        ("By Jane Doe | Project Syndicate", "Jane Doe"),
        ("By Monday the talks had ended", None),
    ],
)
def test_authors_without_their_rank(line, name):
    assert author(line) == name


def test_a_title_stands_above_a_greeting():
    text = f"Press conference by Foreign Minister Park Jin\n\nGood afternoon, everyone.\n\n{LEAD}\n\n{MORE}"
    assert read_document(text).document.title == "Press conference by Foreign Minister Park Jin"


def test_every_story_of_a_round_up_has_its_dateline():
    text = f"World news in brief from our desks\n\nVIENNA – {LEAD}\n\nEnvoy recalled\n\nOTTAWA – {MORE}"
    found = read_document(text)
    assert found.document.body == f"{LEAD}\n\nEnvoy recalled\n\n{MORE}"


def test_a_second_printing_of_the_title_is_boilerplate():
    title = "Peru and Chile hold talks in Lima"
    found = read_document(f"{title}\n\nImage not found or type unknown\n\n{title}\n\n{LEAD}\n\n{MORE}")
    assert [part.kind for part in found.segments if part.kind is SegmentKind.TITLE] == [SegmentKind.TITLE]
    assert found.document.body == f"{LEAD}\n\n{MORE}"


def test_the_words_of_an_embedded_post_are_not_body():
    post = "The region speaks with one voice. #ECOWAS #Abuja\n— Amb. Ana Gómez (@ana) February 17, 2024"
    assert read_document(f"{LEAD}\n\n{post}\n\n{MORE}").document.body == f"{LEAD}\n\n{MORE}"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2023 Deccan Courier", "Deccan Courier"),
        ("site: Nordic Affairs", "Nordic Affairs"),
        ("Printable version | All prices in rupees | © Deccan Courier", "Deccan Courier"),
        ("© Jane Doe/TASS", None),
        ("© 2023 Jane Doe", None),
    ],
)
def test_houses_outside_the_table_sign_by_their_notice(line, name):
    assert house_in_notice(line) == name


def test_a_newsroom_tells_of_itself():
    assert (
        house_of_itself("Alborz News Agency is a non-governmental news agency that publishes in Persian.")
        == "Alborz News Agency"
    )
    assert house_of_itself("At Premium Times, we firmly believe in journalism.") == "Premium Times"
    assert house_of_itself("Dawn website contains only a portion of the stories.") == "Dawn"
    assert house_of_itself("At Geneva, the ministers met.") is None
    assert house_of_itself("The minister is a former editor of a newspaper.") is None


@pytest.mark.parametrize(
    ("domain", "name"),
    [
        ("fijisun.com.fj", "Fiji Sun"),
        ("english.alarabiya.net", "Al Arabiya"),
        ("en.trend.az", "Trend News Agency"),
        ("cdm.me", "CdM"),
        ("oecs.int", "Organisation of Eastern Caribbean States"),
        ("mfa.gov.rs", "Ministry of Foreign Affairs of Serbia"),
    ],
)
def test_sites_of_the_table(domain, name):
    assert publisher_at(domain).name == name
