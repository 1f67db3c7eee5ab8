"""Furniture learned from the pages of one publisher, and left out of its articles."""

import random
from dataclasses import dataclass

import pytest

from assets.documents import read_article
from assets.documents.batches import read_batch
from assets.documents.learned import Position, learned_lines, pattern, read_lines
from assets.documents.learning import Page, is_story, learned_from
from pipelines.cli import main
from warehouse import store
from warehouse.frames import frame
from warehouse.home import Home
from warehouse.keys import stable_id
from warehouse.reference import furniture_file
from warehouse.tables.documents import Document, Segment
from warehouse.tables.raw import Article
from warehouse.tables.resolution import Story
from warehouse.version import code_version

PEOPLE = "Ana Ruiz|Joao Prado|Lena Koch|Omar Saleh|Mei Tan|Ivo Hadar|Rosa Mendes|Piotr Wolski|Amina Diallo|Karl Brandt"
OFFICES = (
    "foreign minister|ambassador|trade envoy|deputy minister|president|head of the border commission|chief negotiator"
)
LANDS = "Peru|Chile|Norway|Ghana|Oman|Latvia|Fiji|Jordan|Uruguay|Malta|Kenya|Iceland|Nepal|Panama|Serbia|Estonia"
ACTS = "met|received|called|wrote to|thanked|visited|invited|briefed"
MATTERS = (
    "fishing rights|a new rail link|student exchanges|grain shipments|visas|the ceasefire|water from the river|debt"
)
WHENS = "on Monday|on Tuesday|last week|at dawn|after two days of talks|during the summit|in the capital|by telephone"
ENDS = "officials said|the ministry said|according to a statement|aides told reporters|the embassy confirmed|a spokesman added"


@dataclass(frozen=True)
class House:
    """A publisher that does not exist: what its pages repeat around and within their stories."""

    name: str
    domain: str
    head: tuple[str, ...]
    between: tuple[str, ...]
    tail: tuple[str, ...]
    prose: tuple[str, ...]  # recurs and is story all the same
    closing: tuple[str, ...] = ()  # likewise, as the last words


HOUSES = (
    House(
        "The Harbour Desk",
        "harbourdesk.example",
        ("The Harbour Desk brings you the day in brief", "{n} neighbours are aboard now"),
        ("Stand with our reporters on the quay",),
        ("Pier {n}, second floor, knock twice", "Tide tables courtesy of the lighthouse keepers"),
        ("Bilateral relations", "The two countries restored relations in 2019 after a break of eleven years."),
    ),
    House(
        "Valley Gazette",
        "valleygazette.example",
        ("Voices of the upper valley",),
        ("Have a tip? Whisper it to the editors by pigeon {n}", "Your kiosk keeps a printed copy until Friday."),
        ("Ferrocarril {n}, second floor", "The Valley Gazette has been printed on Ferrocarril street since 1911."),
        ("QUESTION: Thank you.", "MS. ORTEGA: Good afternoon, everyone.", "(Applause.)", "Background"),
        ("That is all for today.",),
    ),
    House(
        "Northern Wire",
        "northernwire.example",
        ("Snow report: roads {n} of 40 open",),
        ("Read on with a lantern: winter membership {n} kroner",),
        ("Set in Skolar by the night shift", "Never miss a thaw, get the ice letter"),
        (
            "We welcome the decision of our partners.",
            "The text of the joint statement follows:",
            "Good afternoon, everyone.",
        ),
        ("May God bless our two nations.", "Norway"),
    ),
    House(
        "Plaza Ledger",
        "plazaledger.example",
        ("Ledger of the central plaza", "Fountain side edition {n}"),
        (),
        ("Counter hours: nine until the bells", "{n} pages turned today"),
        (
            "“We will not comment on private talks.”",
            "Economic cooperation",
            "Officials of both sides declined to comment.",
        ),
    ),
)


def sentence(chance):
    who, office, land, act, matter, when, end = (
        chance.choice(words.split("|")) for words in (PEOPLE, OFFICES, LANDS, ACTS, MATTERS, WHENS, ENDS)
    )
    other, number = chance.choice(LANDS.split("|")), chance.randrange(3, 90)
    return f"{who}, the {office} of {land}, {act} {number} guests from {other} {when} over {matter}, {end}."


def story(chance, house):
    """Title and paragraphs of a story, among them prose that recurs."""
    land, other = chance.sample(LANDS.split("|"), 2)
    title = f"{land} and {other} open talks on {chance.choice(MATTERS.split('|'))} in round {chance.randrange(2, 99)}"
    paragraphs = [
        " ".join(sentence(chance) for _ in range(chance.randrange(1, 4))) for _ in range(chance.randrange(4, 9))
    ]
    paragraphs[0] = f"Envoys of {land} and {other} opened talks, {ENDS.split('|', maxsplit=1)[0]}. {paragraphs[0]}"
    for line in house.prose:
        if chance.random() < 0.5:
            paragraphs.insert(chance.randrange(1, len(paragraphs)), line)
    return title, [*paragraphs, *(line for line in house.closing if chance.random() < 0.5)]


def page(chance, house, title, paragraphs, rate):
    """Text of a page: the story with furniture of the house around and between its paragraphs."""
    lines = list(paragraphs)
    for line in house.between:
        if chance.random() < rate:
            lines.insert(chance.randrange(1, len(lines)), line)
    head, tail = ([line for line in part if chance.random() < rate] for part in (house.head, house.tail))
    return "\n\n".join(line.format(n=chance.randrange(2, 5000)) for line in [*head, title, *lines, *tail])


def corpus(count, copies=0, seed=7, rate=1.0):
    """Articles of every house and the paragraphs of each; the first stories are printed again with a new last sentence."""
    chance = random.Random(seed)
    found = []
    for house in HOUSES:
        stories = [story(chance, house) for _ in range(count)]
        again = [
            (title, [*lines[:-1], lines[-1] + " More follows."]) for title, lines in stories[:2] for _ in range(copies)
        ]
        for title, paragraphs in stories + again:
            number = len(found)
            found.append((article(house, number, page(chance, house, title, paragraphs, rate)), title, paragraphs))
    return found


def article(house, number, text):
    return Article.model_validate(
        {
            "article_id": f"{number:016x}",
            "sha256": f"{number:064x}",
            "batch_id": "20240101T000000-00000000",
            "source_uri": f"/news/{number}.txt",
            "media_type": "text/plain",
            "byte_size": len(text),
            "encoding": "utf-8",
            "text": text,
            "landed_at": "2024-01-01T00:00:00",
            "declared_url": f"https://www.{house.domain}/story/{number}" if house is not HOUSES[3] else None,
            "declared_title": None,
            "declared_published_at": None,
            "declared_publisher": house.name if house is HOUSES[3] else None,
            "declared_author": None,
            "problem": None,
        }
    )


def body_scores(articles):
    """Share of body characters that are story, share of story characters in the body, share of titles that are right."""
    kept = right = wanted = titles = 0
    for found, title, paragraphs in articles:
        document = read_article(found).document
        lines = document.body.split("\n\n")
        kept += sum(map(len, lines))
        wanted += sum(map(len, paragraphs))
        right += sum(len(line) for line in lines if line in paragraphs)
        titles += document.title == title
    return right / kept, right / wanted, titles / len(articles)


@pytest.fixture
def chancery(monkeypatch, capsys):
    """Run the command line and return its exit code and what it said."""

    def run(*arguments):
        monkeypatch.setattr("sys.argv", ["chancery", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            main()
        output = capsys.readouterr()
        return ended.value.code or 0, output.out + output.err

    return run


def home_of(path, articles):
    """A home that holds articles in two batches, read with the table in use."""
    home = Home(path)
    for batch, part in (("one", articles[::2]), ("two", articles[1::2])):
        readings = [read_article(found) for found, _, _ in part]
        store.write(home, Article, frame(Article, [found for found, _, _ in part]), batch)
        store.write(home, Document, frame(Document, [reading.document for reading in readings]), batch)
        segments = [segment for reading in readings for segment in reading.segments]
        store.write(home, Segment, frame(Segment, segments), batch)
    told = [(found.article_id, stable_id("story", title)) for found, title, _ in articles]
    rows = [Story(document_id=document, story_id=same, is_story_lead=True) for document, same in told]
    store.write(home, Story, frame(Story, rows))
    return home


def furniture_of(house):
    return {pattern(line.format(n=7)) for line in (*house.head, *house.between, *house.tail)}


def test_furniture_is_learned_and_leaves_bodies_and_titles_while_recurring_prose_stays(tmp_path, monkeypatch, chancery):
    articles = corpus(14, copies=8)
    before = body_scores(articles)
    home = home_of(tmp_path / "home", articles)
    table = tmp_path / "learned.csv"
    code, shown = chancery("furniture", "--home", home.path, "--to", table)
    assert (code, table.exists()) == (0, False)
    assert "| added | valleygazette.example | navigation | tail | 14 | 1.00 | Ferrocarril #, second floor |" in shown

    assert chancery("furniture", "--home", home.path, "--to", table, "--write")[0] == 0
    learned = read_lines(table)
    keys = {house.domain: house for house in HOUSES[:3]} | {HOUSES[3].name: HOUSES[3]}
    assert [line for line in learned if line.line not in furniture_of(keys[line.publisher])] == []
    assert len(learned) >= 4  # the others are known by their form

    monkeypatch.setenv("CHANCERY_FURNITURE", str(table))
    unseen = corpus(6, seed=23)
    assert before[0] < 0.98
    after = body_scores(articles)
    assert after[0] > 0.995
    assert after[1] >= before[1]
    assert body_scores(unseen)[0] > 0.99


def test_learning_again_adds_nothing_and_keeps_what_a_reviewer_wrote(tmp_path, monkeypatch, chancery):
    articles = corpus(8)
    first, table = tmp_path / "first.csv", tmp_path / "learned.csv"
    chancery("furniture", "--home", home_of(tmp_path / "home", articles).path, "--to", first, "--write")
    rows = first.read_text().splitlines()
    reviewed = [row.replace("Ferrocarril street since #", "FERRY street no longer") for row in rows]
    reviewed = [row.replace("boilerplate,Stand with our", "body,Stand with our") for row in reviewed]
    reviewed = [row.replace('navigation,"Ferrocarril #', 'attribution,"Ferrocarril 12') for row in reviewed]
    table.write_text("\n".join(reviewed) + "\n")
    monkeypatch.setenv("CHANCERY_FURNITURE", str(table))
    home = home_of(tmp_path / "again", articles)
    _, shown = chancery("furniture", "--home", home.path)
    assert [line for line in shown.splitlines() if line.startswith("| added")] == [
        line for line in shown.splitlines() if "Ferrocarril street since" in line
    ]
    assert (
        "| no longer seen | valleygazette.example | boilerplate | tail | 8 | 1.00"
        " | The Valley Gazette has been printed on FERRY street no longer. |" in shown
    )
    assert "| kept | valleygazette.example | attribution | tail | 8 | 1.00 | Ferrocarril 12, second floor |" in shown
    assert "Stand with our" not in shown
    assert chancery("furniture", "--home", home.path, "--write")[0] == 0
    written = table.read_text()
    assert chancery("furniture", "--home", home.path, "--write")[0] == 0
    assert table.read_text() == written
    assert "harbourdesk.example,body,Stand with our reporters on the quay," in written
    assert "FERRY street no longer" in written


STORY = [f"{sentence(random.Random(seed))}" for seed in range(3)]


def read_with(tmp_path, monkeypatch, rows, lines, house=HOUSES[0]):
    table = tmp_path / "learned.csv"
    table.write_text("publisher,kind,line,documents,share,position\n" + rows + "\n")
    monkeypatch.setenv("CHANCERY_FURNITURE", str(table))
    return read_article(article(house, 1, "\n\n".join(lines)))


@pytest.mark.parametrize(
    ("row", "line", "place", "is_body"),
    [
        ("harbourdesk.example,boilerplate,Salt and paper,9,0.9,anywhere", "Salt and paper", 2, False),
        ("HarbourDesk.example,navigation,Salt and paper,,,", "Salt and paper", 2, False),
        ("harbourdesk.example,navigation,# gulls counted,9,0.9,head", "1,204 gulls counted", 1, False),
        ("harbourdesk.example,navigation,12 gulls counted,9,0.9,tail", "7 gulls counted", 4, False),
        ("harbourdesk.example,boilerplate,The gulls' own paper,9,0.9,tail", "The gulls’ own paper", 4, False),
        ("harbourdesk.example,navigation,Salt and paper,9,0.9,head", "Salt and paper", 2, True),
        ("harbourdesk.example,navigation,Salt and paper,9,0.9,tail", "Salt and paper", 2, True),
        ("harbourdesk.example,body,Salt and paper,9,0.9,anywhere", "Salt and paper", 2, True),
        ("northernwire.example,boilerplate,Salt and paper,9,0.9,anywhere", "Salt and paper", 2, True),
    ],
)
def test_a_line_of_the_table_is_furniture_where_it_was_learned_to_stand(
    tmp_path, monkeypatch, row, line, place, is_body
):
    lines = ["Peru and Chile open talks on fishing rights", *STORY]
    lines.insert(place, line)
    reading = read_with(tmp_path, monkeypatch, row, lines)
    assert (line in reading.document.body.split("\n\n")) is is_body
    assert reading.document.title == lines[0]
    kinds = {segment.kind.value for segment in reading.segments}
    assert is_body or row.split(",")[1] in kinds


def test_a_publisher_named_only_by_a_learned_line_stays_known(tmp_path, monkeypatch):
    site, title = "The world from the South | teleSUR English", "Peru and Chile open talks on fishing rights"
    table = tmp_path / "learned.csv"
    table.write_text(f"publisher,kind,line,documents,share,position\nteleSUR English,navigation,{site},9,1,head\n")
    monkeypatch.setenv("CHANCERY_FURNITURE", str(table))
    found = article(HOUSES[0], 1, "\n\n".join([site, title, *STORY])).model_copy(update={"declared_url": None})
    document = read_article(found).document
    assert (document.title, document.publisher) == (title, "teleSUR English")
    assert document.body.split("\n\n") == STORY


def test_copies_of_one_story_are_one_document():
    line = "Write to your harbour master about the canal"
    copies = [Page(f"{number:016x}", "one story", "Canal closed", (STORY[0], line)) for number in range(9)]
    assert learned_from("harbourdesk.example", copies) == []
    stories = [Page(f"{number:016x}", f"{number}", "Canal closed", (STORY[number % 3], line)) for number in range(9)]
    (finding,) = learned_from("harbourdesk.example", stories)
    assert (finding.learned.line, finding.learned.documents, finding.learned.position) == (line, 9, Position.TAIL)


@pytest.mark.parametrize(
    "line",
    [
        "QUESTION: Thank you.",
        "MR. PRICE: Good afternoon, everyone.",
        "Good afternoon, everyone.",
        "Thank you all very much.",
        "(Applause.)",
        "Go ahead.",
        "Have a good day, everyone.",
        "I will take your questions now.",
        "May God bless our two nations.",
        "The text of the joint statement follows:",
        "“We will not comment on private talks.”",
        "Background",
        "Bilateral relations",
        "Norway",
        "Geneva",
        "Washington, D.C.",
        "the Ministry said.",
    ],
)
def test_what_recurs_and_is_story_is_never_learned(line):
    assert is_story(line)
    pages = [
        Page(
            f"{number:016x}",
            f"{number}",
            None,
            (sentence(random.Random(number)), line, sentence(random.Random(-number))),
        )
        for number in range(20)
    ]
    assert learned_from("harbourdesk.example", pages) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Jane Doe", "byline"),
        ("Jane Doe, Secretary of State", "byline"),
        ("Via Teleconference", "navigation"),
        ("Office of the Spokesperson", "attribution"),
        ("The quay in the morning | Photo: harbour archive", "caption"),
        ("Snow report: roads 12 of 40 open", "navigation"),
        ("Write to your harbour master.", "boilerplate"),
    ],
)
def test_a_learned_line_is_of_the_kind_its_words_tell(line, kind):
    pages = [Page(f"{number:016x}", f"{number}", None, (line, sentence(random.Random(number)))) for number in range(9)]
    (finding,) = learned_from("harbourdesk.example", pages)
    assert (finding.learned.kind.value, finding.learned.position) == (kind, Position.HEAD)


@pytest.mark.parametrize(
    ("turns", "is_learned"), [(("MR. HADAR: ", "QUESTION: ", "MR. HADAR: "), False), (("",) * 3, True)]
)
def test_a_sentence_of_transcripts_alone_is_speech(turns, is_learned):
    pages = []
    for number in range(9):
        told = [turn + sentence(random.Random(9 * number + place)) for place, turn in enumerate(turns)]
        pages.append(
            Page(f"{number:016x}", f"{number}", None, (*told, "You heard it here by the quay.", told[0][::-1]))
        )
    assert (learned_from("harbourdesk.example", pages) != []) is is_learned


@pytest.mark.parametrize(
    ("titles", "is_learned"),
    [(["The harbour and the world"] * 9, True), (["Daily press briefing"] * 9, False)],
)
def test_a_title_that_recurs_is_the_name_of_the_site_when_a_headline_follows(titles, is_learned):
    chance = random.Random(3)
    told = [story(chance, HOUSES[0]) for _ in titles]
    pages = [
        Page(f"{number:016x}", f"{number}", title, (*([headline] if is_learned else []), *lines))
        for number, (title, (headline, lines)) in enumerate(zip(titles, told, strict=True))
    ]
    found = [finding.learned for finding in learned_from("harbourdesk.example", pages)]
    assert [(line.line, line.position) for line in found] == ([(titles[0], Position.HEAD)] if is_learned else [])


def test_the_table_is_part_of_the_code_version(tmp_path, monkeypatch):
    monkeypatch.delenv("CHANCERY_FURNITURE", raising=False)
    shipped = code_version()
    table = tmp_path / "learned.csv"
    table.write_text("publisher,kind,line,documents,share,position\na.example,navigation,Salt and paper,9,1,head\n")
    monkeypatch.setenv("CHANCERY_FURNITURE", str(table))
    assert code_version() != shipped
    monkeypatch.delenv("CHANCERY_FURNITURE")
    assert code_version() == shipped


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("a.example,advert,Salt,9,1,head", "row 2: 'advert' is not a valid SegmentKind"),
        ("a.example,title,Salt,9,1,head", "row 2: publisher 'a.example', kind 'title'"),
        ("a.example,caption,Salt,9,1,middle", "row 2: 'middle' is not a valid Position"),
        (",caption,Salt,9,1,head", "row 2: publisher None"),
        ("a.example,caption,Salt,many,1,head", "row 2: invalid literal"),
    ],
)
def test_a_row_that_cannot_be_used_is_named(tmp_path, chancery, rows, message):
    table = tmp_path / "learned.csv"
    table.write_text("publisher,kind,line,documents,share,position\n" + rows + "\n")
    with pytest.raises(ValueError, match="give publisher, line, a kind"):
        learned_lines(table)
    code, said = chancery("furniture", "--home", tmp_path, "--to", table)
    assert code == 2
    assert message in said


@pytest.mark.parametrize(
    ("publisher", "message"),
    [(None, "run 'chancery build' first"), ("nobody.example", "no documents of 'nobody.example'")],
)
def test_a_home_without_such_documents_is_bad_usage(tmp_path, chancery, publisher, message):
    home = home_of(tmp_path, corpus(1)[:2]) if publisher else Home(tmp_path)
    code, said = chancery("furniture", "--home", home.path, *(["--publisher", publisher] if publisher else []))
    assert code == 2
    assert message in said


def test_a_table_that_cannot_be_read_stops_the_batch_and_rejects_no_article(tmp_path, monkeypatch):
    articles = frame(Article, [found for found, _, _ in corpus(1)])
    monkeypatch.setenv("CHANCERY_FURNITURE", str(tmp_path / "missing.csv"))
    with pytest.raises(ValueError, match=r"missing\.csv does not exist: unset CHANCERY_FURNITURE or"):
        read_batch(articles)


def test_the_shipped_table_can_be_read(monkeypatch):
    monkeypatch.delenv("CHANCERY_FURNITURE", raising=False)
    header, *rows = furniture_file().read_text(encoding="utf-8").splitlines()
    assert header == "publisher,kind,line,documents,share,position"
    assert len(read_lines(furniture_file())) == len(rows)


def test_copies_that_are_not_resolved_yet_are_known_by_their_longest_paragraph(tmp_path, chancery):
    title, paragraphs = story(random.Random(5), HOUSES[0])
    text = "\n\n".join([title, *paragraphs, "Write to your harbour master about the canal"])
    copies = [(article(HOUSES[0], number, text + " " * number), title, paragraphs) for number in range(9)]
    home = home_of(tmp_path, copies)
    (tmp_path / "resolution" / "story" / "batch=all.parquet").unlink()
    assert "0 lines to add" in chancery("furniture", "--home", home.path)[1]


def test_a_table_that_cannot_be_written_is_bad_usage(tmp_path, chancery):
    home = home_of(tmp_path / "home", corpus(1)[:2])
    (tmp_path / "file").write_text("")
    code, said = chancery("furniture", "--home", home.path, "--to", tmp_path / "file" / "learned.csv", "--write")
    assert code == 2
    assert "give --to FILE and set CHANCERY_FURNITURE to it" in said
