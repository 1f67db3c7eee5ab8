"""Articles of the genre, read as a whole."""

import pytest

from assets.documents import read_article, read_document
from assets.documents.language import foreign_language
from assets.documents.signature import signature
from tests.growth import LINEAR, growth
from warehouse.tables.documents import RejectionReason, SegmentKind
from warehouse.tables.raw import Article

LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."
MORE = "They discussed trade and the situation at the border, according to the ministry."


def lines_of(text, kind):
    found = read_document(text)
    return [text[part.raw_start : part.raw_end] for part in found.segments if part.kind is kind]


def body(text, **options):
    return read_document(text, **options).document.body


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("• google plus", SegmentKind.NAVIGATION),
        ("Share | Print | Email", SegmentKind.NAVIGATION),
        ("Home > News > World", SegmentKind.NAVIGATION),
        ("Read more: Lavrov arrives in Havana", SegmentKind.NAVIGATION),
        ("Follow us on Twitter @IrnaEnglish", SegmentKind.NAVIGATION),
        ("Tags: Peru, Chile", SegmentKind.NAVIGATION),
        ("Lavrov Starts Latin America Tour in Cuba", SegmentKind.NAVIGATION),
        ("Lavrov says Moscow ready for dialogue with Washington", SegmentKind.NAVIGATION),
        ("Image not found or type unknown", SegmentKind.BOILERPLATE),
        ("Post with no comments.", SegmentKind.BOILERPLATE),
        ("* * *", SegmentKind.BOILERPLATE),
        ("###", SegmentKind.BOILERPLATE),
        ("-30-", SegmentKind.BOILERPLATE),
        ("© 2023 Agency. All rights reserved.", SegmentKind.BOILERPLATE),
        ("Sign up for our newsletter", SegmentKind.BOILERPLATE),
        ("We use cookies to improve your experience.", SegmentKind.BOILERPLATE),
        ("ef/rgh/jpm/mem", SegmentKind.ATTRIBUTION),
        ("9417**2050", SegmentKind.BOILERPLATE),
        ("For further information, please contact press@mfa.no.", SegmentKind.BOILERPLATE),
        ("The two ministers in Lima. | Photo: X/@Cancilleria", SegmentKind.CAPTION),
        ("The two ministers in Lima on Monday. (Xinhua/Li Xueren)", SegmentKind.CAPTION),
        ("FILE - The minister speaks in Lima, March 2, 2023. (AP Photo/Andrew Harnik, File)", SegmentKind.CAPTION),
        ("The president welcomes his counterpart. (Photo by president.ir)", SegmentKind.CAPTION),
        ("The ministers in Beijing, October 16, 2023. /CFP", SegmentKind.CAPTION),
        ("(END)", SegmentKind.BOILERPLATE),
        ("324-15-02-2024", SegmentKind.BOILERPLATE),
        ("Read the full story", SegmentKind.NAVIGATION),
        ("File photo", SegmentKind.CAPTION),
        ("The minister in Lima. Photograph: Leah Millis/AP", SegmentKind.CAPTION),
        ("We met today. pic.twitter.com/QhiaDlAQGT — Ana (@ana) December 28, 2023", SegmentKind.EMBED),
        ("https://t.co/abc123", SegmentKind.EMBED),
        ("<https://a.org/news/1-story>", SegmentKind.URL),
        ("Source: https://a.org/news/1-story", SegmentKind.URL),
        ("By Jane Doe", SegmentKind.BYLINE),
        ("Edited by Ed Newman", SegmentKind.BYLINE),
        ("(Reporting by Marc Frank; Editing by Dan Grebler)", SegmentKind.BYLINE),
        ("(Source: Prensa Latina)", SegmentKind.ATTRIBUTION),
        ("**Radio Habana Cuba**", SegmentKind.ATTRIBUTION),
    ],
)
def test_furniture_between_paragraphs_is_not_body(line, kind):
    text = f"{LEAD}\n\n{line}\n\n{MORE}"
    assert body(text) == f"{LEAD}\n\n{MORE}"
    assert line.strip("• ") in " ".join(lines_of(text, kind))


@pytest.mark.parametrize(
    "paragraph",
    [
        "Respect for the sovereignty of Venezuela",
        "Bilateral talks and official visits",
        "By Monday, the two sides had agreed on a text.",
        "Support for the deal grew in parliament today.",
        "Partner with industry and allies to address shortages",
        "They agreed to raise the matter at the United Nations (UN).",
        "He spoke to the broadcaster Deutsche Welle (DW)",
        "Background: the two countries broke off relations in 1999.",
        "This report was presented by the minister.",
        "QUESTION: Who pays for them while they are in Lima?",
        "Reported by state media, the visit was a surprise for all.",
        "The self-image of the party changed after the visit.",
        "He launched the programme on Facebook and on television.",
        "May 3, 2022 was the day on which the embassy opened.",
        "Copyright talks between the two sides began.",
        "Trade rose by 5 - 6 percent, and the deficit fell to 1/3.",
    ],
)
def test_prose_stays(paragraph):
    assert body(f"{LEAD}\n\n{paragraph}\n\n{MORE}") == f"{LEAD}\n\n{paragraph}\n\n{MORE}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("attended by the Ambassador to Mexico, Francisco Arias\n\nCárdenas.", "to Mexico, Francisco Arias Cárdenas."),
        ("was received in Bogotá that day by the\n\nambassador of Germany.", "that day by the ambassador of Germany."),
        ("met the Foreign Minister of Nicaragua,\n\nDenis Moncada, in Lima.", "of Nicaragua, Denis Moncada, in Lima."),
        ("met with the Deputy Foreign Minister **Peter**\n\n**Arias.**", "Deputy Foreign Minister Peter Arias."),
        ("paid 2,000 dollars and more than\n\\$800 billion.", "more than $800 billion."),
        ("of the Caribbean\u00a0States (CELAC).", "of the Caribbean States (CELAC)."),
        ("for the minister&#8217;s visit &amp; talks.", "the minister’s visit & talks."),
        ("with Alicia BÃ¡rcena in Venezuelaâ€™s capital.", "Alicia Bárcena in Venezuela’s capital."),
        ("with Nicola\u0301s Maduro.", "Nicolás Maduro."),
        ("with Nico\u00adlás\u200b Maduro\x00.", "Nicolás Maduro."),
        ("on *energy*, __trade__ and [ports](https://a.org/b).", "on energy, trade and ports."),
        ("  with   many\tspaces.  ", "with many spaces."),
    ],
)
def test_broken_text_is_mended(text, expected):
    opening = "The President of the Republic and the First Lady of the country "
    assert body(opening + text).endswith(expected)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Respect for the sovereignty of Venezuela", "The diplomat reiterated his position on the matter."),
        ("The meeting ended in Lima.", "Cárdenas."),
        ("During the meeting, the two sides discussed:", "- trade and investment;"),
        ("Agenda of the visit of the minister to Lima and Callao", "- trade and investment;"),
    ],
)
def test_headings_and_lists_are_not_joined(first, second):
    assert f"{first}\n\n" in body(f"{LEAD}\n\n{first}\n\n{second}\n\n{MORE}")


def test_hard_wrapped_lines_are_one_paragraph():
    wrapped = """HAVANA, Feb. 5 (Reuters) - Russian Foreign Minister Sergei Lavrov arrived
in Havana on Wednesday for talks with his Cuban counterpart, Bruno
Rodriguez, and was expected to travel to Mexico and Venezuela later in the
week, officials said.
   Lavrov told reporters that Russia would support Cuba. "We will not leave
our friends alone," he said.
"""
    assert "Bruno Rodriguez, and was" in body(wrapped)


def test_lines_without_blank_lines_are_paragraphs():
    assert body(f"Peru and Chile hold talks in Lima\n{LEAD}\n{MORE}") == f"{LEAD}\n\n{MORE}"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Peru and Chile hold talks in Lima\n\n{LEAD}", "Peru and Chile hold talks in Lima"),
        (f"# *Peru and Chile hold talks*\n\n{LEAD}", "Peru and Chile hold talks"),
        (f"Title: Peru and Chile hold talks\nDate: 2023-05-03\n\n{LEAD}", "Peru and Chile hold talks"),
        (f"World\n\nPeru and Chile hold talks in Lima\n\n{LEAD}", "Peru and Chile hold talks in Lima"),
        (f"Peru and Chile hold talks | News | Al Jazeera\n\n{LEAD}", "Peru and Chile hold talks"),
        (
            f"Press release\n3 May 2023\n\nPeru and Chile hold talks in Lima\n\n{LEAD}",
            "Peru and Chile hold talks in Lima",
        ),
        (f"Peru's minister is in Chile.\n\nSANTIAGO, May 3 (EFE).- {LEAD}", "Peru's minister is in Chile."),
        (
            f"Ministry of Foreign Affairs\n\nPeru and Chile hold talks in Lima\n\n{LEAD}",
            "Peru and Chile hold talks in Lima",
        ),
        (f"{LEAD}\n\n{MORE}", None),
        (f"The minister of Peru, Ana Gómez, received in Lima the\n\nambassador of Chile.\n\n{LEAD}", None),
        (f"Antony J. Blinken, Secretary of State\n\n{LEAD}", None),
    ],
)
def test_titles(text, title):
    document = read_document(text).document
    assert document.title == title
    assert title is None or title not in document.body


def test_a_city_beside_the_date_is_the_dateline():
    document = read_document(f"Peru and Chile hold talks\n\nOctober 22, 2024\nKazan\n\n{LEAD}").document
    assert (document.dateline_city, document.body) == ("Kazan", LEAD)


def test_a_declared_title_is_kept_and_its_line_left_out():
    document = read_document(
        f"Peru, Chile hold talks in Lima\n\n{LEAD}", declared_title="Peru, Chile hold talks in Lima"
    ).document
    assert (document.title, document.body) == ("Peru, Chile hold talks in Lima", LEAD)


def test_a_caption_printed_twice_is_a_caption_twice():
    text = f"{LEAD}\n\n• The two ministers in Lima.\n\nThe two ministers in Lima. | Photo: @Cancilleria\n\n{MORE}"
    assert len(lines_of(text, SegmentKind.CAPTION)) == 2


def test_a_headline_alone_is_its_own_body():
    document = read_document("Blinken met Lavrov in Geneva").document
    assert (document.title, document.body) == (None, "Blinken met Lavrov in Geneva")


@pytest.mark.parametrize(
    ("text", "options", "publisher", "domain", "wire_source", "author"),
    [
        (f"{LEAD}\n\n**Radio Habana Cuba**", {}, "Radio Habana Cuba", None, None, None),
        (f"{LEAD}\n\nhttps://www.telesurenglish.net/news/a.html", {}, "teleSUR English", "telesurenglish.net", None, None),
        (f"{LEAD}\n\nhttps://news.un.org/en/story/1", {}, "UN News", "news.un.org", None, None),
        (f"LIMA, May 3 (Xinhua) -- {LEAD}", {}, None, None, "Xinhua", None),
        (f"Lima, May 3 (RHC)-- {LEAD} (Source: PL)", {}, "Radio Habana Cuba", None, "Prensa Latina", None),
        (f"{LEAD}\n\n(With inputs from PTI)", {}, None, None, "Press Trust of India", None),
        (f"{LEAD} (AFP)", {}, None, None, "Agence France-Presse", None),
        (f"By Jane Doe\n\n{LEAD}\n\nReuters", {"declared_url": "https://www.straitstimes.com/a/b"}, "The Straits Times",
         "straitstimes.com", "Reuters", "Jane Doe"),
        (LEAD, {"declared_publisher": "RHC", "declared_author": "A. B."}, "Radio Habana Cuba", None, None, "A. B."),
        (LEAD, {"declared_publisher": "Lima Courier"}, "Lima Courier", None, None, None),
        (LEAD, {"declared_url": "https://unknown.example/a"}, None, "unknown.example", None, None),
        (f"{LEAD}\n\nhttps://www.state.gov/", {}, None, None, None, None),  # a home page is not the article
    ],
)  # fmt: skip
def test_who_published_and_who_wrote(text, options, publisher, domain, wire_source, author):
    document = read_document(text, **options).document
    assert (document.publisher, document.domain, document.wire_source, document.author) == (
        publisher,
        domain,
        wire_source,
        author,
    )


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        (b"", RejectionReason.EMPTY),
        ("\n \n", RejectionReason.EMPTY),
        (b"\x89PNG\r\n\x1a\n\x00", RejectionReason.BINARY),
        ("a" * 5_000_001, RejectionReason.TOO_LONG),
        ("<!DOCTYPE html><html><body>Text</body></html>", RejectionReason.BOILERPLATE_ONLY),
        ('{"title": "Text"}', RejectionReason.NOT_TEXT),
        ("1, 2, 3, 4, 5; 6 7 8 9 10 11 12 13 14 x", RejectionReason.NOT_TEXT),
        ("• facebook\n• twitter\n\nPost with no comments.", RejectionReason.BOILERPLATE_ONLY),
        ("El presidente recibió el martes a la canciller de México en la ciudad de Caracas.", RejectionReason.LANGUAGE),
        ("Министр иностранных дел встретился с президентом.", RejectionReason.LANGUAGE),
        ("外交部长会见了总统。", RejectionReason.LANGUAGE),
    ],
)
def test_rejections_name_source_and_remedy(article, reason):
    rejected = read_document(article, source_uri="/inbox/a.txt").rejected
    assert rejected.reason is reason
    assert rejected.detail.startswith("/inbox/a.txt: ")
    assert ":" in rejected.detail.removeprefix("/inbox/a.txt: ")


@pytest.mark.parametrize(
    "text",
    [
        LEAD,
        "Blinken meets Lavrov",
        "Nicolás Maduro, Alicia Bárcena, Cilia Flores, Rander Peña, Francisco Arias Cárdenas",
        "PRESIDENT MADURO RECEIVED THE FOREIGN MINISTER OF MEXICO AT THE PALACE IN CARACAS",
    ],
)
def test_english_and_doubt_are_kept(text):
    assert foreign_language(text) is None


def test_signatures_compare_texts():
    words = LEAD + " " + MORE
    first, same, other = (
        signature(words),
        signature(words.replace(",", "").replace(" and ", " AND ")),
        signature(MORE[::-1]),
    )
    assert first == same
    assert len(first) == 128
    assert all(0 <= value < 2**32 for value in first)
    assert sum(a == b for a, b in zip(first, other, strict=True)) < 5


def test_an_article_with_a_problem_is_rejected_for_it():
    row = Article(
        article_id="0" * 16, sha256=None, batch_id="b", source_uri="/inbox/a.txt", media_type="text/plain", byte_size=0,
        encoding=None, text=None, landed_at="2023-10-17T12:00:00", declared_url=None, declared_title=None,
        declared_published_at=None, declared_publisher=None, declared_author=None,
        problem="unreadable: Permission denied: make the file readable or remove it",
    )  # fmt: skip
    rejected = read_article(row).rejected
    assert (rejected.article_id, rejected.reason) == ("0" * 16, RejectionReason.UNREADABLE)
    assert rejected.detail == "/inbox/a.txt: Permission denied: make the file readable or remove it"


def test_an_article_is_read_as_its_text_and_its_declared_facts():
    row = Article(
        article_id="1" * 16, sha256="1" * 64, batch_id="b", source_uri="/inbox/a.txt", media_type="text/plain", byte_size=9,
        encoding="utf-8", text=LEAD, landed_at="2023-10-17T12:00:00", declared_url="https://www.un.org/a", declared_title="T",
        declared_published_at="2023-05-03", declared_publisher=None, declared_author=None, problem=None,
    )  # fmt: skip
    document = read_article(row).document
    assert (document.document_id, document.title, document.publisher) == ("1" * 16, "T", "United Nations")


@pytest.mark.parametrize(
    "unit", ["a ", "*a", "<p ", "A, ", "> - ", "Lavrov Starts Tour in Cuba\n\n", "(a", "[a](", "\n\u00a0"]
)
def test_time_grows_with_length_only(unit):
    assert growth(lambda size: read_document(unit * (size // len(unit))), 3_000) < LINEAR
