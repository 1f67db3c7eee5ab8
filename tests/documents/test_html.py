"""Markup read: fragments, broken pages, what is a page at all, and what a page declares."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assets.documents import read_article, read_document
from assets.documents.html.markup import page
from assets.documents.html.sniff import is_page
from tests.documents.test_property import check
from tests.growth import LINEAR, growth
from warehouse.tables.documents import RejectionReason, SegmentKind
from warehouse.tables.raw import Article

LEAD = "The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said."
MORE = "They discussed trade and the situation at the border, according to the ministry."
LAST = "The two sides agreed to meet again in Santiago before the end of the year."
STORY = f"<p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p>"
WORDS = f"{LEAD}\n\n{MORE}\n\n{LAST}"
TITLE = "Peru and Chile hold talks in Lima"

FRAGMENTS = (
    "<p>", "</p>", "<div class='share'>", "</div>", "<b>", "</b>", "<br>", "<br/>", "<a href='/x'>", "</a>", "<!--", "-->",
    "<script>", "</script>", "<style>", "<table><tr><td>", "</td></tr></table>", "<li>", "</ul>", "&amp;", "&#8217;", "&nbsp",
    "&notit;", "&NotEqualTilde;", "<", ">", '"', "'", "<p class=\"a", "<h1>", "</h1>", "<html>", "<body>", "<title>", "<svg>",
    "<time datetime='2023-05-03'>", "<article>", "</article>", "<aside>", "\x00", "\ud800", "BÃ¡rcena", "\u00ad", "\n", LEAD,
    MORE, "<script type='application/ld+json'>{\"@type\": \"NewsArticle\", \"articleBody\": \"", "\\u00e9\\n", "<!doctype html>",
    "<blockquote class='twitter-tweet'>", "<figcaption>", "<noscript>", "<p>" + LAST, "<![CDATA[", "<?xml version='1.0'?>",
)  # fmt: skip
MARKUP = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=4)), max_size=40).map("".join)


def whole(inner, head=""):
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body><h1>{TITLE}</h1>{inner}</body></html>"


def document(markup, **options):
    return read_document(markup, **options).document


def kinds_of(markup):
    found = read_document(markup)
    return {markup[part.raw_start : part.raw_end]: part.kind for part in found.segments}


@settings(max_examples=300, deadline=None)
@given(MARKUP, st.booleans())
@example("<p>a&NotEqualTilde;b", False)
@example("<p>Bÿ&#768;a", True)
@example("| |", False)
def test_any_markup_is_read_and_covered(inner, is_whole):
    raw = f"<html><body><p>{LEAD}</p>{inner}</body></html>" if is_whole else f"<p>{LEAD}</p>{inner}"
    check(raw, read_document(raw, media_type="text/html"))


@pytest.mark.parametrize(
    ("markup", "texts"),
    [
        ("<p><b>W</b>ashington said no.</p>", ["Washington said no."]),
        ("<p>one<br>two<br/>three</p>", ["one", "two", "three"]),
        ("<p>one<p>two<ul><li>three<li>four</ul>five", ["one", "two", "three", "four", "five"]),
        ("<td>one</td><td>two</td>", ["one", "two"]),
        ("Fr&shy;ee&nbsp;trade <wbr>zone &amp; port", ["Free trade zone & port"]),
        ("a < b and c > d", ["a < b and c > d"]),
        ("<p>one<!-- two --> three<script>four</script></p>", ["one three"]),
        ("<!-- never closed <p>one</p>", ["one"]),
        ("<p title='a > b'>one</p>", ["one"]),
        ("<p class=John's>one</p><p>it's</p>", ["one", "it's"]),
        ("<noscript>one</noscript><svg><text>two</text></svg><button>three</button>four", ["four"]),
        ("<div>Jane Doe |<time>3 May 2023</time></div>", ["Jane Doe", "3 May 2023"]),
        ("<div><span>ID: 8</span> <span>May 3, 2023</span></div>", ["ID: 8", "May 3, 2023"]),
        ("<p>They met on <time>3 May</time> in Lima.</p>", ["They met on 3 May in Lima."]),
    ],
)
def test_blocks(markup, texts):
    assert [block.text for block in page(markup).blocks] == texts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (whole(STORY), True),
        ("<?xml version='1.0'?><html xmlns='x'><body/></html>", True),
        ("\ufeff<!-- saved from a site --><HTML><body>", True),
        (STORY, True),
        ("<div><p>One.</p></div>", True),
        (f"# {TITLE}\n\n{LEAD}<br/>\n\n{MORE}", False),
        (f"{LEAD}\n\n{MORE}", False),
        (f"<b>{LEAD}</b> {MORE * 60}", False),
        ("<rss><channel><item/></channel></rss>", False),
        ('{"html": "<p>text</p>"}', False),
    ],
)
def test_what_is_a_page(text, expected):
    assert is_page(text) is expected


def test_the_media_type_decides_where_the_text_does_not():
    assert document(f"{LEAD}<br>{MORE}", media_type="text/html").body == f"{LEAD}\n\n{MORE}"


def test_a_row_of_html_is_read_as_a_page():
    row = Article(
        article_id="1" * 16, sha256="1" * 64, batch_id="b", source_uri="/inbox/a.html", media_type="text/html", byte_size=9,
        encoding="utf-8", text=STORY, landed_at="2023-10-17T12:00:00", declared_url=None, declared_title=TITLE,
        declared_published_at=None, declared_publisher=None, declared_author=None, problem=None,
    )  # fmt: skip
    found = read_article(row).document
    assert (found.title, found.body) == (TITLE, WORDS)


@pytest.mark.parametrize(
    "unit", ["<div>", '<a b="', '<a =">"', "<!--", "</p>", "<b><p>x ", "&amp;", "<script>", "<td>x", "<li>y"]
)
def test_time_grows_with_the_page_only(unit):
    assert growth(lambda size: page(unit * (size // len(unit))), 12_500) < LINEAR


@pytest.mark.parametrize(
    ("box", "kind"),
    [
        ('<div class="related-articles"><p>Storm closes passes in the north for a third day.</p></div>', SegmentKind.NAVIGATION),
        ('<div class="newsletter-box"><p>Get our five charts of the week in your mail.</p></div>', SegmentKind.BOILERPLATE),
        ("<figure><figcaption>The two ministers at the palace.</figcaption></figure>", SegmentKind.CAPTION),
        ('<blockquote class="twitter-tweet"><p>A good day for both of our countries.</p></blockquote>', SegmentKind.EMBED),
        ('<aside><p>The mayor of the town will open the new bridge in May.</p></aside>', SegmentKind.NAVIGATION),
    ],
)  # fmt: skip
@pytest.mark.parametrize("is_whole", [True, False])
def test_boxes_within_the_story_are_no_part_of_it(box, kind, is_whole):
    inner = f"<article><p>{LEAD}</p>{box}<p>{MORE}</p><p>{LAST}</p></article>"
    markup = whole(inner) if is_whole else inner
    assert document(markup).body == WORDS
    assert kind in set(kinds_of(markup).values())


@pytest.mark.parametrize(
    "name", ["single tag-newsletter category-related", "has-sidebar", "post-widget", "page comments-open"]
)
def test_names_of_the_whole_page_say_nothing_of_its_parts(name):
    assert (
        document(f'<html><body class="{name}"><div class="{name}"><h1>{TITLE}</h1>{STORY}</div></body></html>').body
        == WORDS
    )


@pytest.mark.parametrize(
    ("head", "inner", "published_on", "basis"),
    [
        ('<meta property="article:published_time" content="2023-05-03T23:10:00Z">', "", "2023-05-03", "declared"),
        ('<meta name="DC.date.issued" content="2023-05-03">', "", "2023-05-03", "declared"),
        ('<meta property="article:modified_time" content="2023-05-03">', "", "None", "unknown"),
        ("", '<time datetime="2023-05-03">Wednesday</time>', "2023-05-03", "declared"),
        ("", '<p class="updated">Updated <time datetime="2023-05-03">Wednesday</time></p>', "None", "unknown"),
        ("", "<p>Published: 3 May 2023</p>", "2023-05-03", "text"),
        ("", "<div>03/04/2023</div>", "None", "unknown"),
        ('<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2023-05-03", '
         '"dateModified": "2024-01-01"}]}</script>', "", "2023-05-03", "declared"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', "", "None", "unknown"),
        ('<script type="application/ld+json">{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", '
         '"datePublished": "2023-05-03"}]}</script>', "", "None", "unknown"),
    ],
)  # fmt: skip
def test_the_day_of_publication_is_declared_or_null(head, inner, published_on, basis):
    teasers = '<ul class="more"><li><a href="/1">Storm closes passes</a> <time datetime="2024-09-09">9 September</time></li></ul>'
    footer = "<footer>© 2025 Lima Courier. All rights reserved.</footer>"
    found = document(whole(f"{inner}<article>{STORY}</article>{teasers}{footer}", head))
    assert (str(found.published_on), found.published_basis) == (published_on, basis)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        ('<meta name="author" content="Jane Doe">', "Jane Doe"),
        ('<meta name="author" content="By Jane Doe">', "Jane Doe"),
        ('<meta name="author" content="admin">', None),
        ('<meta property="article:author" content="https://a.example/jane">', None),
        ('<meta name="author" content="Courier Staff">', None),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "author": [{"@type": "Person", "name": "Jane Doe"}, '
         '{"@type": "Person", "name": "Ali Can"}]}</script>', "Jane Doe and Ali Can"),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "X"}}</script>',
         None),
    ],
)  # fmt: skip
def test_authors(head, author):
    assert document(whole(STORY, head)).author == author


@pytest.mark.parametrize(
    "page_title", [f"{TITLE} | Lima Courier", f"Lima Courier - {TITLE}", f"{TITLE} – World – Lima Courier", TITLE]
)
def test_the_title_has_no_site_in_it(page_title):
    head = '<meta property="og:site_name" content="Lima Courier">'
    markup = f"<html><head><title>{page_title}</title>{head}</head><body><div>{STORY}</div></body></html>"
    found = document(markup)
    assert (found.title, found.publisher) == (TITLE, "Lima Courier")


@pytest.mark.parametrize(
    "heading", ["Next steps", "More than a game", "Discussion", "Top of the agenda", "Other countries"]
)
def test_headings_of_the_story_do_not_end_it(heading):
    longer = STORY + STORY.replace("Monday", "Tuesday")
    inner = f"<article>{longer}<h2>{heading}</h2><p>A decision is due in May of next year.</p></article>"
    assert document(whole(inner)).body.endswith(f"{heading}\n\nA decision is due in May of next year.")


@pytest.mark.parametrize(
    "label", ["Related stories", "More from World", "Recommended for you", "3 Comments", "About the author"]
)
def test_labels_behind_the_story_end_it(label):
    inner = f"<div>{STORY}<h3>{label}</h3><p>The mayor of the old town spoke about trams on Friday.</p></div>"
    assert document(whole(inner)).body == WORDS


def test_teasers_below_the_story_are_no_part_of_it():
    cards = "".join(
        f"<div class='c{n}'><h3><a href='/{n}'>Storm closes pass number {n}</a></h3>"
        f"<p>Lorries wait on road {n} for a third day.</p></div>"
        for n in range(4)
    )
    assert document(whole(f"<div>{STORY * 2}{cards}</div>")).body.endswith(LAST)


def test_a_second_printing_for_telephones_is_no_part_of_the_story():
    assert (
        document(whole(f"<div class='wide'>{STORY}</div><div class='narrow'><h1>{TITLE}</h1>{STORY}</div>")).body
        == WORDS
    )


def test_books_in_a_list_are_no_teasers():
    books = "".join(
        f"<div><h3><a href='https://shop{n}.example/b'>The bridge of Lima, part {n}</a></h3>"
        f"<p>It tells of the year {n}, at length.</p></div>"
        for n in range(4)
    )
    assert document(whole(f"<div>{STORY}{books}<p>{LAST}</p></div>")).body.count("at length") == 4


def test_cells_and_steps_of_a_story_are_kept_whatever_their_words():
    table = "<table><tr><th>Year<th>Talks</tr><tr><td>872<td>3</tr></table>"
    steps = "<ol><li>Heat the oven to 230 °C with two trays inside.<li>Share</ol>"
    body = document(
        whole(f"<article><p>{LEAD}</p>{table}<h2>Summary</h2><p>{MORE}</p>{steps}<p>{LAST}</p></article>")
    ).body
    assert all(part in body.split("\n\n") for part in ("872", "Summary", "Share"))


@pytest.mark.parametrize("heading", ["<button>Who pays?</button>", "<a href='#1'><b>Who pays?</b></a>", "Who pays?"])
def test_folded_parts_keep_their_headings(heading):
    inner = f"<article><p>{LEAD}</p><p>{MORE}</p><h2>{heading}</h2><p>{LAST}</p></article>"
    assert "Who pays?" in document(whole(inner)).body


@pytest.mark.parametrize(
    "tag",
    [
        "<button>",
        "<select>",
        "<noscript>",
        "<svg>",
        "<textarea>",
        "<iframe>",
        "<object>",
        "<map>",
        "<video>",
        "<option>",
        "</body>",
    ],
)
def test_an_element_without_an_end_swallows_no_story(tag):
    inner = f"<body>{tag}<div><h1>{TITLE}</h1>{STORY}</div></body>"
    assert document(f"<!doctype html><html><head><title>{TITLE}</title></head>{inner}</html>").body == WORDS


def test_tags_in_capitals_and_without_ends_are_read():
    links = "".join(
        f"<LI><A HREF=/{n}>Storm closes pass {n} - Lorries wait for a third day on the road" for n in range(9)
    )
    markup = (
        f"<TITLE>{TITLE}</TITLE><TABLE><TR><TD><UL>{links}</UL><TD><H1>{TITLE}</H1><P>{LEAD}<P>{MORE}<P>{LAST}</TABLE>"
    )
    found = document(markup)
    assert (found.title, found.body) == (TITLE, WORDS)


def test_a_release_keeps_its_list_of_linked_headlines():
    items = "".join(
        f"<li><a href='/{day}'>Courier: President signs law on bridges on day {day}</a></li>" for day in (1, 2, 3)
    )
    assert document(f"<p>{LEAD}</p><ul>{items}</ul><p>{MORE}</p>", declared_title=TITLE).body.count("Courier") == 3


def test_what_the_container_declares_beats_the_page():
    head = '<meta property="article:published_time" content="2023-05-03"><meta name="author" content="Jane Doe">'
    found = document(
        whole(STORY, head), declared_published_at="2023-05-04", declared_author="Ana Gil", declared_title="Talks"
    )
    assert (str(found.published_on), found.author, found.title) == ("2023-05-04", "Ana Gil", "Talks")


def test_a_transcript_has_its_room_its_hour_and_its_turns():
    markup = (
        "<p>East&nbsp;Room</p><p>1:16 P.M. EDT<br>&nbsp;<br>THE PRESIDENT:&nbsp; Thank you all for coming here today.<br>&nbsp;"
        "<br>Q&nbsp; Who pays for the bridge?<br>&nbsp;<br>THE PRESIDENT:&nbsp; The two countries share the cost.<br><br>"
        "END 1:30 P.M. EDT</p>"
    )
    found = read_document(markup, declared_title="Remarks by the President")
    assert found.document.body.split("\n\n") == [
        "THE PRESIDENT: Thank you all for coming here today.",
        "Q Who pays for the bridge?",
        "THE PRESIDENT: The two countries share the cost.",
    ]
    kinds = kinds_of(markup)
    assert kinds["1:16 P.M. EDT"] is SegmentKind.DATELINE
    assert kinds["END 1:30 P.M. EDT"] is SegmentKind.BOILERPLATE


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<html><frameset cols='9%,*'><frame src=a.html><frame src=b.html></frameset></html>", RejectionReason.BOILERPLATE_ONLY),
        ("<!doctype html><html><body><noscript>You need to enable JavaScript.</noscript><div id=root></div></body></html>",
         RejectionReason.BOILERPLATE_ONLY),
        ("<html><body><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></body></html>", RejectionReason.BOILERPLATE_ONLY),
        ("<rss version='2.0'><channel><title>News</title></channel></rss>", RejectionReason.NOT_TEXT),
        ('{"title": "Text"}', RejectionReason.NOT_TEXT),
        (f"<html lang=es><body>{'<p>El presidente recibió el martes a la canciller de México en Caracas.</p>' * 3}</body></html>",
         RejectionReason.LANGUAGE),
    ],
)  # fmt: skip
def test_pages_without_an_article_are_rejected_with_a_remedy(markup, reason):
    rejected = read_document(markup, source_uri="/inbox/a.html").rejected
    assert rejected.reason is reason
    assert rejected.detail.startswith("/inbox/a.html: ")


def test_a_story_that_only_a_script_shows_is_read_from_its_data():
    story = " ".join([LEAD] * 5) + "\\n\\nHe said \\u201cno\\u201d to it."
    data = f'{{"@type": "NewsArticle", "headline": "{TITLE}", "articleBody": "{story}"}}'
    markup = f'<html><body><script type="application/ld+json">{data}</script><div id=app></div></body></html>'
    found = read_document(markup)
    assert found.document.body.endswith("\n\nHe said “no” to it.")
    check(markup, found)


def test_a_heading_beats_a_page_title_that_cuts_it_short():
    story = "<p>The foreign minister of Peru met the ambassador of Chile in Lima on Monday, officials said.</p>" * 3
    head = "<html><head><title>Minister receives envoy in Lima - World - Andes Letter Online</title></head><body>"
    page = f"{head}<h1>Minister receives envoy in Lima, announces new talks</h1>{story}</body></html>"
    document = read_document(page).document
    assert document is not None
    assert document.title == "Minister receives envoy in Lima, announces new talks"
