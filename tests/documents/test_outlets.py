"""Articles as the world's newsrooms print them, mess and all."""

import pytest

from assets.documents import read_document
from assets.documents.dateline import dateline
from assets.documents.published import stamp
from assets.documents.publisher import publisher_in_notice, publisher_of_address, signs
from assets.documents.title import is_kicker
from tests.growth import seconds
from warehouse.tables.documents import RejectionReason, SegmentKind

LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."
MORE = "They discussed trade and the situation at the border, according to the ministry."


@pytest.mark.parametrize(
    "line",
    [
        "list 1 of 4",
        "Explore more on these topics",
        "Read more from Cuba here on Havana Times.",
        "Back to Japan-Republic of Korea Relations",
        "Link to the video: https://audiovisual.ec.europa.eu/en/video/I-1",
        "[Japanese]",
        "2 min",
        "0:00 / 2:31",
        "#Cuba, #Belize",
        "ALSO READ: Explained | What is the Quad?",
        "Advertisement · Scroll to continue",
        "News ID: 85029876",
        "Journalist ID: 1842",
        "MP/5551043",
        "burs-par/jkb/fz",
        "WAM/Amjad Saleh/ Hazem Hussein",
        "+74956456601",
        "+32 (0) 2 29 88093",
        "Check against delivery!",
        "Our Standards: The Thomson Reuters Trust Principles.",
        "(ATTN: UPDATES with more details in paras 3-4; CHANGES headline)",
        "Follow AP’s coverage of the war in Ukraine at https://apnews.com/hub/russia-ukraine",
        "Support PREMIUM TIMES' journalism of integrity and credibility",
        "We’ve been working hard to bring you news. Become a member",
        "This story has been updated with a statement of the ministry.",
        "Editor's note: This is a developing story.",
        "(MENAFN- The Andean Daily) ADA",
        "Telephone 020 7008 3100",
        "Tehran 31°C",
        "See more",
        "Photo courtesy of the MFA",
        "SIGN ME UP",
        "(Web editor: Zhong Wenxing, Liang Jun)",
        "Reporting by Humeyra Pamuk in Beijing; Editing by Don Durfee and Nick Macfie",
        "by teleSUR/ ov-MS",
        "Written by Jane Doe",
        "Text: Jane Doe",
        "Por Ana Pérez",
        "Photo taken March 21, 2023, shows the minister in Kyiv. (Kyodo)",
        "File Photo: the minister in Cairo. Al-Ahram",
        "UN Photo/Manuel Elías",
        "Nicolas Maduro (R) and Sergey Lavrov (L) in Caracas, Venezuela, Feb. 7, 2020.",
        "Sergei Lavrov (left) with the president at State House, Nairobi.",
        "Published in Dawn, May 7th, 2023",
        "© 2023 Anadolu Agency",
    ],
)
def test_furniture_of_newsrooms_is_not_body(line):
    assert read_document(f"{LEAD}\n\n{line}\n\n{MORE}").document.body == f"{LEAD}\n\n{MORE}"


@pytest.mark.parametrize(
    "sentence",
    [
        "Photos released by state media showed the two leaders shaking hands.",
        "Support for independent journalism is key, the minister said.",
        "Ukraine will become a member of the alliance after the war.",
        "This report was amended by the parliament on Monday.",
        "Senator Marco Rubio (R) asked for a clause (C) to be added.",
        "Follow the money, the minister advised.",
        "Members pursuant to Section 212(a)(3)(C) of the law are (L) excluded.",
        "Geneva – and Vienna – declined to comment on the matter that day.",
        "Phone talks between the two sides went on for hours.",
        "From Lima he travelled to Santiago.",
        "What we need now is peace.",
    ],
)
def test_sentences_stay(sentence):
    assert sentence in read_document(f"{LEAD}\n\n{sentence}\n\n{MORE}").document.body


@pytest.mark.parametrize(
    ("text", "city", "source", "story"),
    [
        ("Geneva – The Special Envoy met the parties on Tuesday in the city.", "Geneva", None, "The Special"),
        ("Bogota - The president met the foreign minister of Panama there.", "Bogota", None, "The president"),
        ("Moscow. 6 February. INTERFAX.RU - The minister", "Moscow", "INTERFAX.RU", "The minister"),
        ("MOSCOW, February 6 - RIA Novosti. The minister", "Moscow", "RIA Novosti", "The minister"),
        ("HAVANA TIMES – The ministers met in Madrid.", None, "HAVANA TIMES", "The ministers"),
        ("La Habana, 18 jul (ACN) The minister", "La Habana", "ACN", "The minister"),
        ("TEHRAN, Aug. 02 (MNA) – The minister", "Tehran", "MNA", "The minister"),
    ],
)
def test_datelines_of_newsrooms(text, city, source, story):
    found = dateline(text)
    assert (found.city, found.source) == (city, source)
    assert text[found.end :].startswith(story)


@pytest.mark.parametrize(
    "text",
    [
        "Moscow – Beijing relations are strong.",
        "Washington-based experts say that the talks will go on for years.",
        "Reading – The habit of reading is in decline, the ministry reported.",
        "Biden – The president of the republic met the foreign minister there.",
    ],
)
def test_headings_are_no_datelines(text):
    assert dateline(text) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("June 19, 2023 6:41 PM GMT+1 · Updated 3 months ago", "2023-06-19"),
        ("Published: 02 Aug 2022 - 10:55 GMT", "2022-08-02"),
        ("August 2, 2022 5:30 PM EDT", "2022-08-02"),
        ("Tue, 02 Aug 2022", "2022-08-02"),
        ("2 August 2022, 14:03", "2022-08-02"),
        ("Updated at 12:05 pm on Aug 2, 2022", "2022-08-02"),
        ("2022-08-02T10:55+0000", "2022-08-02"),
        ("(Xinhua) 09:31, August 02, 2022", "2022-08-02"),
        ("Jane Doe Published May 6, 2023 Updated May 7, 2023 10:31am", "2023-05-06"),
        ("KYODO NEWS - Mar 21, 2023 - 23:55 | All, World, Japan", "2023-03-21"),
        ("Press note | 14 November 2023 at 19h42", "2023-11-14"),
        ("Published: Wednesday, May 15, 2024  09:40 | Reads: 1,204", "2024-05-15"),
        ("El Litoral Herald (English edition) — Friday, August 19, 2022", "2022-08-19"),
        ("LIMA, May 2, 2023 (AP) — The minister met the ambassador in Lima, officials said.", "None"),
    ],
)
def test_stamps_of_newsrooms(line, date):
    found = stamp(line)
    assert str(found.date if found else None) == date


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("News\n\nHuman Rights Council\n\nSyria: envoy urges parties to return to talks",
         "Syria: envoy urges parties to return to talks"),
        ("Xi meets Ruto in Beijing - Xinhua | English.news.cn", "Xi meets Ruto in Beijing"),
        ("Tusk arrives in Kyiv for talks\nby Jane Doe\nJanuary 22, 2024 10:05 AM", "Tusk arrives in Kyiv for talks"),
        ("21 Apr, 06:42\nLavrov thanks Cuba for its understanding", "Lavrov thanks Cuba for its understanding"),
        ("Bastille Day\n\nPress Statement\n\nJuly 14, 2022", "Bastille Day"),
    ],
)  # fmt: skip
def test_titles_among_rubrics(head, title):
    document = read_document(f"{head}\n\n{LEAD}\n\n{MORE}").document
    assert (document.title, document.body) == (title, f"{LEAD}\n\n{MORE}")


def test_speaker_and_venue_above_remarks_are_not_body():
    head = (
        "Secretary Blinken’s Press Availability\nRemarks\nAntony J. Blinken, Secretary of State\n"
        "Beijing American Center\nBeijing, People’s Republic of China\nJune 19, 2023"
    )
    document = read_document(f"{head}\n\n{LEAD}").document
    assert (document.body, document.dateline_city, document.author) == (LEAD, "Beijing", "Antony J. Blinken")


def test_a_rubric_needs_a_headline_behind_it():
    assert is_kicker("Human Rights Council", "Syria: envoy urges parties to return")
    assert not is_kicker("Lavrov in Havana", "Russian foreign minister meets president")


def test_tags_under_their_label_are_not_body():
    text = f"{LEAD}\n\n{MORE}\n\nTags\nIran\nOman\nAmir-Abdollahian"
    assert read_document(text).document.body == f"{LEAD}\n\n{MORE}"


@pytest.mark.parametrize(
    ("notice", "publisher"),
    [
        ("© 2023 Anadolu Agency", "Anadolu Agency"),
        ("© TASS, 21 April 2023", "TASS"),
        ("Copyright © 2022 The Japan Times. All Rights Reserved.", "The Japan Times"),
        ("Copyright talks began", None),
    ],
)
def test_notices_name_publishers(notice, publisher):
    assert publisher_in_notice(notice) == publisher


def test_publishers_of_addresses_and_signatures():
    assert publisher_of_address("ejkim@yna.co.kr") == "Yonhap News Agency"
    assert publisher_of_address("jane@example.org") is None
    assert signs("Radio Habana Cuba")
    assert signs("teleSUR")
    assert not signs("Foreign policy")


@pytest.mark.parametrize(
    ("text", "author"),
    [
        (f"Peru and Chile hold talks\n\nJane Doe\n3 May 2023\n\n{LEAD}", "Jane Doe"),
        (f"Peru and Chile hold talks\n\nJane Doe in Havana\n3 May 2023\n\n{LEAD}", "Jane Doe"),
    ],
)
def test_authors_beside_the_stamp(text, author):
    document = read_document(text).document
    assert (document.author, document.body) == (author, LEAD)


def test_a_working_group_is_no_author():
    assert (
        read_document(f"Peru and Chile hold talks\n\nEquitable Data Group\n3 May 2023\n\n{LEAD}").document.author
        is None
    )


def test_an_agency_in_parentheses_is_credited_and_is_not_the_publisher():
    document = read_document(f"{LEAD}\n\n{MORE}\n\n(NAN)").document
    assert (document.publisher, document.wire_source) == (None, "News Agency of Nigeria")


def test_a_column_of_letters_is_no_article_and_is_refused_unread():
    def refused() -> None:
        assert read_document("a\n" * 2_400_000).rejected.reason is RejectionReason.NOT_TEXT

    assert seconds(refused) < seconds(lambda: read_document("a\n" * 20_000))


def test_a_caption_between_credit_and_stamp_is_a_caption():
    text = f"Guterres welcomes agreement\nUN Photo/Ana Gómez\nThe chief at headquarters.\n16 March 2023\n\n{LEAD}"
    reading = read_document(text)
    assert reading.document.body == LEAD
    assert sum(part.kind is SegmentKind.CAPTION for part in reading.segments) == 2
