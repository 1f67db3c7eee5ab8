"""What holds for any text whatever."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from assets.documents import Reading, read_document
from assets.documents.offsets import OffsetMap
from warehouse.tables.documents import SegmentKind

FRAGMENTS = (
    "\n", "\n\n", "\r\n", " ", "\u00a0", "\t", "\x00", "\ufeff", "\u200b", "\u2028", "\x85", "\x93", "\ud800", "e\u0301",
    "# ", "**", "*", "_", "> ", "• ", "- ", "---", "\\$", "&amp;", "&#8217;", "&nbsp;", "<br/>", "<p>", "[a](https://b.org/c)",
    "Ã¡", "â€™", "Caracas, October 17 (RHC)-- ", "HAVANA, July 18 (Xinhua) -- ", "The president met the minister on Monday.",
    "Francisco Arias", "Cárdenas.", "The meeting was attended by the ambassador and the deputy minister of the country, Peter",
    "(Source: Prensa Latina)", "| Photo: AP", "By Jane Doe", "Published 6 February 2020", "Read more:", "https://a.org/b/c",
    "pic.twitter.com/abc", "Radio Habana Cuba", "News > Russia", "Lavrov Starts Latin America Tour in Cuba", "2022-03-03",
    "Tags", "list 1 of 4", "© 2023 Anadolu Agency", "Editor's note: corrected.", "Beijing, China", "Jane Doe", "MP/5551043",
    "Geneva – The envoy met the parties in the city on Tuesday.", "MOSCOW, May 6 - RIA Novosti. The", "UN Photo/Jane Doe",
    "Maduro (L) and Lavrov (R)", "Jane Doe Published May 6, 2023", "(NAN)", "HAVANA TIMES – ", "Text: Jane Doe", "2 min",
)  # fmt: skip
TEXTS = st.one_of(
    st.text(), st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=30).map("".join)
)


def check(raw: str, reading: Reading) -> None:
    assert (reading.document is None) != (reading.rejected is None)
    if reading.document is None:
        assert reading.segments == ()
        return
    ends = [0, *(segment.raw_end for segment in reading.segments)]
    assert [segment.raw_start for segment in reading.segments] == ends[:-1]
    assert ends[-1] == len(raw)
    assert all(segment.raw_start < segment.raw_end for segment in reading.segments)
    pieces = [segment for segment in reading.segments if segment.kind is SegmentKind.BODY]
    assert all((segment.body_start is None) == (segment.kind is not SegmentKind.BODY) for segment in reading.segments)
    covered, last = [], 0
    for piece in pieces:
        assert piece.body_start is not None
        assert piece.body_end is not None
        assert piece.body_start >= last
        covered.append(reading.document.body[last : piece.body_start])
        last = piece.body_end
    assert last == len(reading.document.body)
    assert set(covered) <= {"", "\n\n"}
    reading.document.body.encode("utf-8")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
@example("BÃ¡rcena\r\nmet\x00 Mr\u00a0\n\nO\\'Neil.")
@example("**The minister, Peter**\n\n**Arias.**")
def test_segments_cover_the_text_and_the_body(raw: str) -> None:
    check(raw, read_document(raw))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_rejection(content: bytes) -> None:
    reading = read_document(content, source_uri="/inbox/a.txt")
    assert (reading.document is None) != (reading.rejected is None)
    if reading.rejected:
        assert reading.rejected.detail.startswith("/inbox/a.txt: ")


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_words_of_the_body_stand_in_the_raw_text(raw: str) -> None:
    reading = read_document(raw)
    if reading.document is None:
        return
    offsets = OffsetMap.of_segments(reading.segments)
    body = reading.document.body
    start = 0
    for word in body.split():
        start = body.index(word, start)
        low, high = offsets.raw_span(start, start + len(word))
        assert 0 <= low < high <= len(raw)
        start += len(word)
