"""Containers to records: what each holds, and what is left of it when it is damaged."""

import gzip
import io
import json
import random
import zipfile

import pytest

from assets.raw.containers import compressed
from assets.raw.containers.fields import UnknownFieldError, field_names
from assets.raw.containers.kinds import EXTENSIONS
from assets.raw.decoding import MAX_ARTICLE_BYTES
from tests.raw.containers import (
    CONTAINERS,
    DAY,
    STORIES,
    atom,
    csv_table,
    json_lines,
    json_list,
    mail,
    mailbox,
    page,
    parquet,
    problems,
    read,
    rss,
    story_texts,
    story_warc,
    texts,
    warc,
    zipped,
    zstd,
)

ZEROS = b"\x00" * (80 << 20)


@pytest.mark.parametrize("name", CONTAINERS)
def test_each_record_is_an_article_with_what_the_container_declares(name):
    content, is_html = CONTAINERS[name]
    found = read(name, content)
    assert texts(found) == story_texts(is_html=is_html)
    assert {record.media_type for record in found} == {"text/html" if is_html else "text/plain"}
    assert [(record.declared.title, record.declared.url) for record in found] == [(t, u) for t, _, u in STORIES]
    assert all(record.declared.published_at.startswith(("2023-10-17", "Tue, 17 Oct 2023")) for record in found)
    assert [record.suffix for record in found] == ["#1", "#2", "#3"]


@pytest.mark.parametrize(
    ("name", "content", "media_type"),
    [
        ("a.txt", b"They met.", "text/plain"),
        ("a.text", b"They met.", "text/plain"),
        ("a.md", b"# They met\n", "text/markdown"),
        ("a.markdown", b"<p align=center>They met</p>", "text/markdown"),
        ("a.html", b"<p>They met.</p>", "text/html"),
        ("a.HTM", b"They met.", "text/html"),
        ("a.xhtml", b"<html><body/></html>", "text/html"),
        ("page.txt", page("They met."), "text/html"),
        ("fragment.txt", b"<div class='a'><p>They met.</p></div>", "text/html"),
        ("wide.txt", "\ufeff<html><p>They met.".encode("utf-16"), "text/html"),
        ("view.php", page("They met."), "text/html"),
        ("page.xml", b"<?xml version='1.0'?>\n<!DOCTYPE html>\n<html></html>", "text/html"),
        ("noname", b"They met.", "text/plain"),
        ("noname", page("They met."), "text/html"),
        ("quote.txt", b"<Unclear> said the minister, <b", "text/plain"),
        ("p.txt", b"PAR1 is how the report begins.", "text/plain"),
    ],
)
def test_a_file_that_is_one_article_keeps_its_path(name, content, media_type):
    for data, called in ((content, name), (gzip.compress(content), f"{name}.gz"), (zstd(content), f"{name}.zst")):
        [record] = read(called, data)
        assert (record.suffix, record.content, record.media_type, record.problem) == ("", content, media_type, None)


@pytest.mark.parametrize(
    ("name", "content", "count"),
    [
        ("lies.txt", gzip.compress(json_lines()), 1),
        ("lies.html", zipped({"a.txt": b"They met."}), 1),
        ("lies.csv", parquet(), 3),
        ("lies.html", rss(), 3),
        ("records", story_warc(), 3),
        ("records.dat", story_warc(is_gzip=True), 3),
        ("already expanded.jsonl.gz", json_lines(), 3),
        ("box", mailbox(), 3),
        ("message", mail(), 1),
    ],
)
def test_content_tells_the_type_where_the_name_lies_or_says_nothing(name, content, count):
    found = read(name, content)
    assert problems(found) == []
    assert len(found) == count


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "a.jpg", "a.py", "a.tar", "a.xml"])
def test_other_types_are_refused_with_those_that_are_read(name):
    [(suffix, problem)] = problems(read(name, b"<sitemap/>" if name == "a.xml" else b"something"))
    assert problem.startswith(f"unsupported_type: .{name[2:]}: supply the article as one of .txt")
    assert all(extension in problem for extension in EXTENSIONS)


BROKEN_LINE = json_lines(STORIES[:1]) + b'{"text": "cut o\n\n' + b"[1]\nnull\n" + json_lines(STORIES[1:])


@pytest.mark.parametrize(
    ("name", "content", "kept", "rejections"),
    [
        (
            "a.jsonl",
            BROKEN_LINE,
            3,
            [("#2", "unreadable: line 2 is not JSON"), ("#4", "unreadable: record 4 is no"), ("#5", "unreadable: ")],
        ),
        (
            "a.jsonl",
            b'{"id": 7, "lang": "en"}\n' + json_lines(),
            3,
            [("#1", "not_text: no field of text among: id, lang; name the field that holds the article with --field")],
        ),
        ("a.jsonl", b'{"text": " "}\n' + json_lines(), 3, [("#1", "empty: the field 'text' holds no text")]),
        ("a.jsonl", b'{"text": "' + b"[" * 100_000 + b"\n" + json_lines(), 3, [("#1", "unreadable: line 1 is not")]),
        ("a.jsonl", b"[" * 100_000 + b"\n{}\n", 0, None),
        ("a.jsonl", b"", 0, [("", "empty: it holds no article")]),
        ("a.json", json_list()[:-40], 2, [("#3", "unreadable: from record 3 on: what follows is not JSON")]),
        ("a.json", json_list()[:-2], 3, [("#4", "unreadable: from record 4 on: the list has no end")]),
        ("a.json", b"not json", 0, [("", "unreadable: what follows is not JSON")]),
        (
            "a.csv",
            csv_table() + b"too,few\r\n" + csv_table().partition(b"\n")[2],
            6,
            [("#4", "unreadable: row 4 has 2")],
        ),
        ("a.csv", b"id,lang\r\n1,en\r\n", 0, [("", "not_text: no field of text among: id, lang; name the field")]),
        ("a.csv", b"text\r\n", 0, [("", "empty: it holds no article")]),
        ("a.parquet", parquet()[:200], 0, [("", "unreadable: the Parquet file is damaged")]),
        ("a.rss", rss()[: rss().rindex(b"<content")], 2, [("#3", "unreadable: from record 3 on: the feed has no end")]),
        ("a.rss", rss().replace(b"<title>World", b"<title>A & B < World"), 3, []),
        ("a.warc", story_warc()[:-300], 2, None),
        ("a.warc", story_warc() + b"garbage\r\n\r\n", 3, None),
        ("a.warc.gz", story_warc(is_gzip=True)[:-300], 2, [("#5", "unreadable: from record 5 on: ")]),
        ("a.jsonl.gz", gzip.compress(json_lines())[:-12], None, None),
        ("a.jsonl.gz", gzip.compress(json_lines()) + b"\x00" * 512, 3, []),
        ("a.jsonl.gz", gzip.compress(json_lines()) + gzip.compress(json_lines()), 6, []),
        ("a.jsonl.gz", b"\x1f\x8b\x08garbage and more garbage", 0, [("", "unreadable: the gzip file is damaged")]),
        ("a.jsonl.zst", zstd(json_lines())[:-12], None, None),
        ("a.zip", b"PK\x03\x04garbage", 0, [("", "unreadable: the ZIP archive is damaged")]),
        ("a.eml", b"Subject: x\r\n\r\n", 0, [("", "empty: the message has no part of text")]),
        ("a.mbox", mailbox(STORIES[:1]) + b"\nFrom b\n\n", 1, [("#2", "empty: message 2 has no part of text")]),
    ],
)
def test_of_a_damaged_container_the_rest_is_read_and_the_damage_named(name, content, kept, rejections):
    found = read(name, content)
    if kept is not None:
        assert len(texts(found)) == kept
    assert problems(found) if rejections is None else len(problems(found)) == len([r for r in rejections if r]), found
    for (suffix, problem), wanted in zip(problems(found), rejections or (), strict=False):
        assert (suffix, problem[: len(wanted[1])]) == wanted
    assert len({record.suffix for record in found}) == len(found)


OPEN_ENDED = {
    "a.jsonl",
    "a.ndjson",
    "lines.json",
    "a.csv",
    "semicolon.csv",
    "a.tsv",
}  # a cut at a line's end is no sight


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_container_cut_anywhere_gives_whole_records_and_names_the_cut(name):
    content, is_html = CONTAINERS[name]
    whole = story_texts(is_html=is_html)
    for size in range(1, len(content) - 3, max(1, len(content) // 40)):
        found = read(name, content[:size])
        assert texts(found) == whole[: len(texts(found))]
        assert len(texts(found)) == 3 or problems(found) or name in OPEN_ENDED, size


@pytest.mark.parametrize(("name", "pack"), [("a.jsonl.gz", gzip.compress), ("a.jsonl.zst", zstd)])
def test_a_cut_stream_gives_the_records_before_the_cut_and_names_the_next(name, pack):
    rng = random.Random(7)
    stories = [(f"Title {n}", rng.randbytes(500).hex(), f"https://example.org/{n}") for n in range(500)]
    packed = pack(json_lines(stories))
    assert texts(read(name, packed + pack(json_lines(stories)))) == [text for _, text, _ in stories] * 2
    found = read(name, packed[: len(packed) // 2])
    kept = texts(found)
    assert 100 < len(kept) < 300
    assert kept == [text for _, text, _ in stories][: len(kept)]
    [(suffix, problem)] = problems(found)
    assert suffix == f"#{len(kept) + 1}"
    assert problem.startswith(f"unreadable: from record {len(kept) + 1} on: the ")


def test_a_cut_archive_gives_the_members_before_the_cut():
    archive = zipped({f"{number}.txt": text for number, text in enumerate(story_texts())} | {"a.jsonl": json_lines()})
    cut = archive[: archive.index(b"PK\x01\x02") - 100]
    found = read("a.zip", cut)
    assert texts(found)[:3] == story_texts()
    assert problems(found)[-1][1].startswith("unreadable: ")


def test_members_of_archives_are_named_by_their_path():
    inner = zipped({"deep/page.html.gz": gzip.compress(page("They met."))})
    archive = zipped(
        {"a.txt": b"One.", "b/": b"", "b/records.jsonl": json_lines(), ".hidden": b"x", "inner.zip": inner}
    )
    found = read("archive.zip", archive)
    assert [record.suffix for record in found] == [
        "/a.txt",
        "/b/records.jsonl#1",
        "/b/records.jsonl#2",
        "/b/records.jsonl#3",
        "/inner.zip/deep/page.html.gz",
    ]
    assert problems(found) == []


def test_a_bad_member_is_rejected_by_itself():
    archive = zipped(
        {"a.txt": b"One.", "b.pdf": b"%PDF-1.7", "c.jsonl": b"{", "d.docx": b"PK\x03\x04", "e.txt": b"Two."}
    )
    found = read("a.zip", archive)
    assert texts(found) == ["One.", "Two."]
    assert [(suffix, problem.partition(":")[0]) for suffix, problem in problems(found)] == [
        ("/b.pdf", "unsupported_type"),
        ("/c.jsonl#1", "unreadable"),
        ("/d.docx", "unsupported_type"),
    ]


def test_two_members_of_one_name_are_two_articles():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "One.")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.txt", "Two.")
    assert [record.suffix for record in read("a.zip", out.getvalue())] == ["/a.txt", "/a.txt~2"]


def test_an_office_document_is_no_archive_of_articles():
    document = zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    [(_, problem)] = problems(read("story.zip", document))
    assert "office document" in problem


def nested(levels):
    content, name = b"They met.", "a.txt"
    for _ in range(levels):
        content, name = zipped({name: content}), "a.zip"
    return content


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("zeros.txt.gz", gzip.compress(ZEROS, 1), "too_long: it expands to more than 200 times its size"),
        ("zeros.jsonl.zst", zstd(ZEROS), "too_long: it expands to more than 200 times its size"),
        ("zeros.parquet.zst", zstd(b"PAR1\x00" + ZEROS), "too_long: it expands to more than 200 times its size"),
        ("zeros.zip", zipped({"a.txt": ZEROS}), "too_long: it expands to more than 200 times its size"),
        ("deep.zip", nested(compressed.MAX_DEPTH + 1), "too_long: archives stand more than 4 deep in each other"),
    ],
)
def test_a_bomb_is_refused(name, content, problem):
    found = read(name, content)
    assert texts(found) == []
    assert [found_problem[: len(problem)] for _, found_problem in problems(found)] == [problem]


def test_an_archive_of_too_many_members_is_refused(monkeypatch):
    monkeypatch.setattr(compressed, "MAX_MEMBERS", 3)
    found = read("a.zip", zipped({f"{number}.txt": f"Story {number}." for number in range(9)}))
    assert len(texts(found)) == 3
    assert "more than 3 members" in problems(found)[0][1]


def test_a_bomb_beside_articles_takes_only_itself():
    found = read("a.zip", zipped({"a.txt": b"One.", "b.csv": ZEROS, "c.txt": b"Two."}))
    assert texts(found) == ["One.", "Two."]
    assert [suffix for suffix, _ in problems(found)] == ["/b.csv"]


def test_pages_of_a_crawl_are_articles_and_the_rest_of_it_is_passed_over():
    latin = page("Bárcena met Peña.", "latin-1")
    content = warc(
        [
            ("https://example.org/robots.txt", "200 OK", "text/plain", b"User-agent: *"),
            ("https://example.org/a", "200 OK", "text/html; charset=ISO-8859-1", latin),
            ("https://example.org/old", "301 Moved", "text/html", page("Moved")),
            ("https://example.org/gone", "404 Not Found", "text/html", page("Gone")),
            ("https://example.org/x.png", "200 OK", "image/png", b"\x89PNG"),
            ("https://example.org/b", "200 OK", "text/plain", b"They met."),
        ]
    )
    for data, name in ((content, "a.warc"), (gzip.compress(content), "a.warc.gz")):
        first, second = read(name, data)
        assert (first.suffix, first.media_type, first.charset) == ("#4", "text/html", "ISO-8859-1")
        assert first.content == latin
        assert first.declared.url == "https://example.org/a"
        assert first.declared.published_at is None
        assert (second.suffix, second.media_type, second.content) == ("#12", "text/plain", b"They met.")


def test_a_page_that_was_sent_compressed_and_in_chunks_is_read():
    body = gzip.compress(page("They met."))
    response = (
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
        + b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)
    )
    broken = b"garbage without a status\r\n\r\n"
    content = b"".join(
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nContent-Type: application/http\r\n"
        b"Content-Length: %d\r\n\r\n%b\r\n\r\n" % (len(block), block)
        for block in (broken, response)
    )
    found = read("a.warc", content)
    assert [record.content for record in found if record.problem is None] == [page("They met.")]


@pytest.mark.parametrize(
    ("extra", "title", "published_at", "publisher"),
    [
        ("", "Ministers meet in Lima", "Tue, 17 Oct 2023 09:30:00 +0000", None),
        ("List-Unsubscribe: <x>\r\n", "Ministers meet in Lima", "Tue, 17 Oct 2023 09:30:00 +0000", "Example Press"),
        ("In-Reply-To: <x@y>\r\n", "Ministers meet in Lima", None, None),
    ],
)
def test_a_message_is_an_article_whose_sender_is_not_its_author(extra, title, published_at, publisher):
    [record] = read("a.eml", mail(extra=extra))
    assert record.media_type == "text/html"
    assert record.content.strip() == f"<p>{STORIES[0][1]}</p>".encode()
    declared = record.declared
    assert (declared.title, declared.published_at, declared.publisher) == (title, published_at, publisher)
    assert (record.suffix, record.charset, declared.author) == ("", "utf-8", None)


def test_the_day_of_a_message_passed_on_is_not_that_of_the_article():
    [record] = read("a.eml", mail().replace(b"Subject: ", b"Subject: Fwd: RE: "))
    assert (record.declared.title, record.declared.published_at) == ("Ministers meet in Lima", None)


def test_a_mailbox_has_one_article_per_message():
    found = read("a.mbox", mailbox())
    assert [(record.suffix, record.declared.title) for record in found] == [
        (f"#{number}", title) for number, (title, _, _) in enumerate(STORIES, start=1)
    ]


def test_a_feed_gives_full_content_before_a_summary_and_an_update_is_no_publication():
    [entry] = read("a.atom", atom(STORIES[:1]).replace(f"<published>{DAY}</published>".encode(), b""))
    assert entry.declared.published_at is None
    assert entry.declared.author == "Ann Lee"
    short = rss(STORIES[:1]).replace(b"content:encoded", b"other")
    assert texts(read("a.rss", short)) == ["Short."]


def test_a_feed_whose_entities_explode_stays_small():
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    content = f'<!DOCTYPE rss [<!ENTITY l0 "lol">{entities}]><rss version="2.0"><channel><item><description>&l9;'
    found = read("a.rss", f"{content}</description></item></channel></rss>".encode())
    assert sum(len(record.content or b"") for record in found) < 1_000_000


@pytest.mark.parametrize(
    ("given", "record", "text", "url"),
    [
        ((), {"Body": "They met.", "Link": "u"}, "They met.", "u"),
        ((), {"maintext": "They met.", "source": {"name": "Example"}}, "They met.", None),
        ((), {"text": "", "content": {"rendered": "They met."}}, "They met.", None),
        ((), {"body": ["One.", "Two."]}, "One.\n\nTwo.", None),
        ((("text", "story.main"), ("url", "Where")), {"story": {"Main": "They met."}, "where": "u"}, "They met.", "u"),
        ((("text", "a.b"),), {"a.b": "They met."}, "They met.", None),
        ((), {"text": "half a pair \ud83d"}, "half a pair \ufffd", None),
    ],
)
def test_fields_are_found_by_common_names_and_by_those_given(given, record, text, url):
    [found] = read("a.jsonl", json.dumps(record).encode(), *given)
    assert found.problem is None
    assert (found.content.decode(), found.declared.url) == (text, url)


def test_a_name_that_is_given_stands_alone():
    [(_, problem)] = problems(read("a.jsonl", b'{"text": "x", "id": 1}', ("text", "story")))
    assert problem.startswith("not_text: no field 'story' among: text, id")


@pytest.mark.parametrize(
    ("value", "declared"),
    [
        (1697535000, "2023-10-17T09:30:00+00:00"),
        (1697535000000, "2023-10-17T09:30:00+00:00"),
        ("20231017", "20231017"),
        (20231017, "20231017"),
        ("202310170930", "202310170930"),
        (None, None),
        (" 17  October\n2023 ", "17 October 2023"),
    ],
)
def test_times_are_kept_as_written_but_for_seconds_since_1970(value, declared):
    [record] = read("a.jsonl", json.dumps({"text": "x", "date": value}).encode())
    assert record.declared.published_at == declared


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("<p>They met.</p>", "text/html"),
        ("They met.<br/>They spoke.", "text/html"),
        ("They <b>met</b>.", "text/html"),
        ("They met, 3 < 4 and 5 > 2.", "text/plain"),
        ("<unclear> said the minister", "text/plain"),
    ],
)
def test_the_media_type_of_a_field_is_what_it_holds(text, media_type):
    [record] = read("a.jsonl", json.dumps({"text": text}).encode())
    assert record.media_type == media_type


def test_bytes_that_are_not_utf8_come_through_as_they_are():
    old = "Bárcena met Peña.".encode("cp1252")
    for name, content in (("a.jsonl", b'{"text": "' + old + b'"}'), ("a.csv", b"text,url\r\n" + old + b",u\r\n")):
        [record] = read(name, content)
        assert record.content == old
    wide = csv_table().decode().encode("utf-16")
    assert texts(read("a.csv", wide)) == story_texts()


def test_a_parquet_string_that_is_not_utf8_takes_no_other_row_with_it():
    import pyarrow as pa
    from pyarrow import parquet as files

    out = io.BytesIO()
    values = pa.array([b"They met.", "Bárcena met Peña.".encode("cp1252")])
    strings = pa.StringArray.from_buffers(2, *values.buffers()[1:])
    files.write_table(pa.table({"text": strings}), out)
    assert [record.content for record in read("a.parquet", out.getvalue())] == [
        b"They met.",
        "Bárcena met Peña.".encode("cp1252"),
    ]


def test_a_record_that_is_too_long_is_refused_alone():
    long = json.dumps({"text": "a" * (MAX_ARTICLE_BYTES + 1)}).encode() + b"\n"
    endless = b'{"text": "' + b"a" * (5 * MAX_ARTICLE_BYTES) + b'"}\n'
    found = read("a.jsonl", long + endless + json_lines())
    assert texts(found) == story_texts()
    assert [(suffix, problem.partition(":")[0]) for suffix, problem in problems(found)] == [
        ("#1", "too_long"),
        ("#2", "too_long"),
    ]


def test_the_mapping_comes_from_the_command_line_before_the_environment():
    names = field_names(["text=story"], {"CHANCERY_FIELDS": "text=other, url = link"})
    assert (names.names("text"), names.names("url")) == (("story",), ("link",))
    assert "headline" in names.names("title")


@pytest.mark.parametrize("pair", ["txt=story", "text", "text=", "=story"])
def test_a_mapping_of_nothing_names_the_fields_there_are(pair):
    with pytest.raises(UnknownFieldError, match="text, title, url, published, publisher, author"):
        field_names([pair], {})
