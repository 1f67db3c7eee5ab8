"""One article read: its document row and segments, or why it was not kept."""

import hashlib
import re
from dataclasses import dataclass, replace

from assets.documents.body import Body, body, segments
from assets.documents.facts import Declared, Facts, facts
from assets.documents.front_matter import front_matter, joined
from assets.documents.html.sniff import is_page, is_whole_page
from assets.documents.html.story import Story, story
from assets.documents.language import ENGLISH, foreign_language
from assets.documents.layout import kinds
from assets.documents.learned import Lines, lines_of
from assets.documents.paragraphs import paragraphs
from assets.documents.parts import Cut, cut
from assets.documents.signature import signature
from assets.documents.title import word_count
from assets.raw.decoding import MAX_ARTICLE_BYTES, Problem, decode, too_long
from warehouse.keys import content_id
from warehouse.tables.documents import Document, Rejected, RejectionReason, Segment, SegmentKind
from warehouse.tables.raw import Article

UNNAMED_SOURCE = "this text"
DATA = re.compile(r"[\s\ufeff]*(?:<\?xml\b|<rss\b|<feed\b|\{\s*\"|\[\s*\{\s*\")", re.IGNORECASE)
MIN_LETTER_SHARE = 0.5  # prose has four letters in five marks; tables, code and base64 have fewer words than that
LETTER = re.compile(r"[^\W\d_]")
VISIBLE = re.compile(r"[^\s\x00-\x1f\u200b-\u200f\u2060\ufeff]")
SAMPLE_CHARS = 100_000
LINE_ENDS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
MAX_LINES = 100_000  # a book has fewer; a column of millions of letters would hold up its whole batch
MAX_PIECES = 200_000  # a book has fewer; a NUL behind each letter of 5 MB would take the memory of a whole machine


@dataclass(frozen=True)
class Reading:
    """What reading an article gave: a document with its segments, or a rejection, never both."""

    document: Document | None
    segments: tuple[Segment, ...]
    rejected: Rejected | None


def read_document(  # noqa: PLR0913 -- what a container may say of its record
    article: bytes | str,
    *,
    source_uri: str = "",
    declared_url: str | None = None,
    declared_title: str | None = None,
    declared_published_at: str | None = None,
    declared_publisher: str | None = None,
    declared_author: str | None = None,
    article_id: str | None = None,
    media_type: str = "",
) -> Reading:
    """Read the bytes or the text of one article, or of a web page that holds one.

    Without ``article_id`` the content names the article; without ``media_type`` it tells whether it is a page. Raises
    for no content.
    """
    declared = Declared(declared_url, declared_title, declared_published_at, declared_publisher, declared_author)
    content = article.encode("utf-8", "surrogatepass") if isinstance(article, str) else article
    identity = article_id or content_id(hashlib.sha256(content).hexdigest())
    if isinstance(article, str):
        return _read(article, media_type, len(content), identity, source_uri, declared)
    decoded = decode(content)
    if isinstance(decoded, Problem):
        return _rejected(identity, source_uri, decoded)
    return _read(decoded.text, media_type, len(content), identity, source_uri, declared)


def read_article(article: Article) -> Reading:
    """Read one row of raw.article."""
    if article.text is None:
        return _rejected(article.article_id, article.source_uri, _problem(article.problem))
    declared = Declared(
        url=article.declared_url,
        title=article.declared_title,
        published_at=article.declared_published_at,
        publisher=article.declared_publisher,
        author=article.declared_author,
    )
    identity, source_uri = article.article_id, article.source_uri
    return _read(article.text, article.media_type, article.byte_size, identity, source_uri, declared)


def _read(raw: str, media_type: str, byte_size: int, article_id: str, source_uri: str, container: Declared) -> Reading:
    is_markup, container = is_page(raw, media_type), container.on_one_line()
    problem = _unread_problem(raw, byte_size, is_markup)
    if problem:
        return _rejected(article_id, source_uri, problem)
    source = story(raw, container, is_whole_page(raw)) if is_markup else _text(raw, container)
    parts, text = _parts(raw, source)
    problem = _body_problem(text)
    if problem:
        return _rejected(article_id, source_uri, problem)
    known = facts(raw, parts, source.declared, source_uri)
    if learned := lines_of(known.domain, known.publisher):  # the page had to be read to know whose it is
        parts, text = _parts(raw, source, learned)
        problem = _body_problem(text)
        if problem:
            return _rejected(article_id, source_uri, problem)
        known = _with_publisher(facts(raw, parts, source.declared, source_uri), known)
    document = _document(article_id, text, known)
    return Reading(document, segments(raw, article_id, parts.parts, text), None)


def _with_publisher(known: Facts, first: Facts) -> Facts:
    """Facts with the publisher of the first reading, who may have been named in a line that is now furniture."""
    return replace(known, publisher=known.publisher or first.publisher, domain=known.domain or first.domain)


def _text(raw: str, declared: Declared) -> Story:
    """A text without markup, as the paragraphs below its front matter, which is boilerplate."""
    matter, end = front_matter(raw)
    known = joined(declared, matter.on_one_line())
    found = paragraphs(raw)
    below = [paragraph for paragraph in found if paragraph.start >= end]
    above = [SegmentKind.BOILERPLATE] * (len(found) - len(below))
    return Story(found, known, lambda has_title, learned: above + kinds(below, known.title, has_title, learned))


def _parts(raw: str, source: Story, learned: Lines | None = None) -> tuple[Cut, Body]:
    """Parts and body; a text that is a headline and no more is read as its own body."""
    parts = cut(raw, source.paragraphs, source.kinds(True, learned))
    text = body(raw, parts.parts)
    if word_count(text.text[:SAMPLE_CHARS]) == 0:
        parts = cut(raw, source.paragraphs, source.kinds(False, learned))
        text = body(raw, parts.parts)
    return parts, text


def _document(article_id: str, text: Body, known: Facts) -> Document:
    return Document(
        document_id=article_id,
        title=known.title,
        body=text.text,
        publisher=known.publisher,
        domain=known.domain,
        author=known.author,
        url=known.url,
        language=ENGLISH,
        published_on=known.published_on,
        published_basis=known.published_basis,
        dateline_city=known.dateline_city,
        dateline_on=known.dateline_on,
        wire_source=known.wire_source,
        word_count=word_count(text.text),
        signature=signature(text.text),
    )


def _unread_problem(raw: str, byte_size: int, is_markup: bool) -> Problem | None:
    if byte_size > MAX_ARTICLE_BYTES:
        return too_long(byte_size)
    if not VISIBLE.search(raw):
        return Problem(RejectionReason.EMPTY, "nothing but white space: supply the article again")
    if sum(map(raw.count, LINE_ENDS)) > 2 * MAX_LINES:  # "\r\n" ends one line
        detail = f"more than {MAX_LINES:,} lines, which no article has: supply the article's text"
        return Problem(RejectionReason.NOT_TEXT, detail)
    if not is_markup and DATA.match(raw):
        return Problem(RejectionReason.NOT_TEXT, "data, not prose: supply the article's text, or its records in a file")
    return None


def _body_problem(found: Body) -> Problem | None:
    text, sample = found.text, found.text[:SAMPLE_CHARS]
    if len(found.pieces) > MAX_PIECES:
        detail = f"text mended in more than {MAX_PIECES:,} places, which is none: supply the article's text in UTF-8"
        return Problem(RejectionReason.NOT_TEXT, detail)
    letters, marks = len(LETTER.findall(sample)), len(VISIBLE.findall(sample))
    if word_count(text[:SAMPLE_CHARS]) == 0:
        detail = "nothing but page furniture (menus, captions, links): supply the article's own text"
        return Problem(RejectionReason.BOILERPLATE_ONLY, detail)
    if letters < marks * MIN_LETTER_SHARE:
        return Problem(RejectionReason.NOT_TEXT, "numbers and symbols, not prose: supply the article's text")
    language = foreign_language(text)
    if language:
        return Problem(RejectionReason.LANGUAGE, f"the text is in '{language}', not English: supply a translation")
    return None


def _problem(text: str | None) -> Problem:
    """Problem that landing or decoding wrote down as 'reason: detail'."""
    reason, _, detail = (text or "").partition(": ")
    if reason in set(RejectionReason):
        return Problem(RejectionReason(reason), detail or reason)
    return Problem(RejectionReason.UNDECODABLE, text or "no text could be read: supply the article again")


def _rejected(article_id: str, source_uri: str, problem: Problem) -> Reading:
    detail = f"{source_uri or UNNAMED_SOURCE}: {problem.detail}"
    return Reading(None, (), Rejected(article_id=article_id, reason=problem.reason, detail=detail))
