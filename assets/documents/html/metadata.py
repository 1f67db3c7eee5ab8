"""What a page declares of its article in its head and its attributes; a date is declared or it is null."""

import re
from collections.abc import Iterator, Sequence

from assets.documents.clean import clean
from assets.documents.dates import declared_date
from assets.documents.facts import NOBODY, Declared
from assets.documents.head_lines import is_name
from assets.documents.headline import title_text
from assets.documents.html.ending import is_heading
from assets.documents.html.linked_data import LinkedArticle, linked_article
from assets.documents.html.markup import Block, Page
from assets.documents.html.sizes import is_prose
from assets.documents.html.tree import Element
from assets.documents.publisher import domain_of, publisher_at, publisher_named
from assets.documents.title import WORD, ends_sentence, same_title, word_count

PUBLISHED_META_LIST = (
    "article:published_time article:published og:article:published_time og:published_time datepublished "
    "dc.date.issued dcterms.issued dc.date.published dcterms.created dc.date.created dc.date dcterms.date dc:date "
    "sailthru.date parsely-pub-date publishdate publish-date publish_date publication_date pubdate publication- "
    "date article.published article:create_at cxenseparse:recs:publishtime citation_publication_date "
    "citation_date citation_online_date bt:pubdate ptime apub:time dc.terms.date release_date date_published "
    "originalpublicationdate displaydate rnews:datepublished date"
)
PUBLISHED_META = PUBLISHED_META_LIST.split()
TITLE_META_LIST = (
    "og:title twitter:title dc.title dcterms.title sailthru.title parsely-title citation_title headline title"
)
TITLE_META = TITLE_META_LIST.split()
PUBLISHER_META = [
    "og:site_name",
    "article:publisher_name",
    "dc.publisher",
    "dcterms.publisher",
    "publisher",
    "application-name",
]
AUTHOR_META_LIST = (
    "author article:author og:article:author dc.creator dcterms.creator parsely-author sailthru.author byl "
    "citation_author dc.author article:author_name dable:author"
)
AUTHOR_META = AUTHOR_META_LIST.split()
URL_META = ("og:url", "twitter:url", "parsely-link")
SEPARATOR = re.compile(r"\s[|–—·•:»«~-]{1,2}\s|\s?[|»]\s?")
URL = re.compile(r"https?://[^\s<>\"\x00-\x1f\ud800-\udfff]{3,2000}")
MAX_TITLE_CHARS, MAX_NAME_CHARS = 500, 150
MAX_SITE_WORDS = 6
MIN_TITLE_WORDS = 3
MAX_AUTHOR_CHARS = 120
MAX_TITLES = 12
MAX_TITLE_LEVEL = 3
MAX_FOOTER_CHARS = 3_000  # Blogger names the author below the story
AUTHOR_PAGE = re.compile(r"[/?&](?:authors?|profiles?|contributors?|people|staff|journalists?|reporters?)[/=]")
WRITTEN_BY = re.compile(r"^\s*(?:(?:written|posted|reported|published|story|words|text)\s)?by:?\s+", re.IGNORECASE)
NO_AUTHOR = re.compile(
    r"https?:|www\.|@|\d{3}|^(?:super user|admin|administrator|webmaster|editor|root|user|guest|author|news)$"
    r"|\b(?:staff|desk|editors|newsroom|team|agency|agencies|service|correspondents?|reporters?|bureau)$",
    re.IGNORECASE,
)
PUBLISHED_CLASS = re.compile(
    r"(?:^|[\s_-])(?:published|pub-?date|entry-date|post-date|date-published|dt-published)", re.I
)
MASTHEAD = re.compile(  # the title of pages that an old program wrote: all have the name of the house
    r"(?:the )?(?:[\w&.'’-]+ ){1,5}(?:times|news|post|herald|gazette|journal|tribune|chronicle|mail|courier|echo|mercury"
    r"|observer|standard|telegraph|review|online|press|agency|ministry|embassy|university|website)|(?:(?:welcome|untitled"
    r"|home|index|news|article|new page|main)\b ?){1,3}(?:document|page|to .{2,60}|\d+)?|(?:ministry|embassy) of .{2,60}",
    re.IGNORECASE,
)
TIME_TAGS = frozenset({"time", "abbr", "span"})
UPDATED_CLASS = re.compile(r"updat|modif", re.IGNORECASE)


def declared_by(page: Page, container: Declared) -> Declared:
    """What is declared of the article: by its container first, then by the page."""
    linked, meta = linked_article(page.data), _meta(page.elements)
    url = container.url or _url(page, meta, linked)
    publisher = container.publisher or one_line(_publisher(meta, linked, url), MAX_NAME_CHARS)
    published = next(
        (text for text in (container.published_at, *_dates(meta, linked)) if declared_date(text or "")), None
    )
    return Declared(
        url=url,
        title=container.title or one_line(_title(page, meta, linked, publisher), MAX_TITLE_CHARS),
        published_at=published or container.published_at,
        publisher=publisher,
        author=container.author or one_line(_author(meta, linked, publisher), MAX_NAME_CHARS),
    )


def one_line(text: str | None, max_chars: int) -> str | None:
    """Text as it can stand in a row: clean, on one line; None when nothing is left or a broken tag swallowed the page."""
    line = " ".join(clean(text, 0, len(text)).text.split()) if text and len(text) <= max_chars else ""
    return line if line and "<" not in line else None


def title_block(blocks: Sequence[Block], title: str | None) -> int | None:
    """Which block prints the title: the first heading that says the same."""
    if not title:
        return None
    headings = [index for index, block in enumerate(blocks) if is_heading(block) or _is_marked_title(block)]
    same = [index for index in headings if same_title(blocks[index].text, title)]
    return min(same, key=lambda index: blocks[index].heading or 3, default=None)


def _is_marked_title(block: Block) -> bool:
    marks = block.element.marks.lower()
    return "title" in marks or "headline" in marks


def _meta(elements: Sequence[Element]) -> dict[str, list[str]]:
    """Contents of meta elements by their names in small letters."""
    found: dict[str, list[str]] = {}
    for element in elements:
        attributes = element.attributes
        content = " ".join(attributes.get("content", "").split())
        if element.tag == "meta" and content:
            for key in ("property", "name", "itemprop"):
                if name := attributes.get(key, "").lower():
                    found.setdefault(name, []).append(content)
    return found


def _first(meta: dict[str, list[str]], names: Sequence[str]) -> Iterator[str]:
    yield from (meta[name][0] for name in names if name in meta)


def _dates(meta: dict[str, list[str]], linked: LinkedArticle) -> Iterator[str]:
    """Publication times that the page declares, the best witness first."""
    yield linked.published
    yield from _first(meta, PUBLISHED_META)


def marked_date(page: Page, start: int, story: int, end: int) -> str | None:
    """Publication time that an element between the headline and the end of the story declares.

    ``story`` is where the story begins: a bare time element counts only above it.
    """
    found = [element for element in page.elements if start <= element.start < end and element.tag != "meta"]
    marked = [element for element in found if _is_published(element)]
    bare = [element for element in found if element.tag == "time" and element.start < story]
    open_ones = (element for element in (*marked, *bare) if not UPDATED_CLASS.search(_around(element)))
    return next((text for element in open_ones if declared_date(text := _time(element))), None)


def _is_published(element: Element) -> bool:
    attributes = element.attributes
    is_named = attributes.get("itemprop", "").lower() == "datepublished" or "pubdate" in attributes
    return is_named or (element.tag in TIME_TAGS and PUBLISHED_CLASS.search(attributes.get("class", "")) is not None)


def _time(element: Element) -> str:
    attributes = element.attributes
    values = (attributes.get("datetime"), attributes.get("content"), attributes.get("title"))
    return next((value for value in values if value), "".join(element.texts or ()))


def _around(element: Element) -> str:
    """Words that tell what a time is: "Updated <time>"."""
    parent = element.parent
    return f"{element.marks} {parent.marks if parent and parent.tag != 'body' else ''} {''.join(element.texts or ())}"


def _url(page: Page, meta: dict[str, list[str]], linked: LinkedArticle) -> str | None:
    canonical = (
        element.attributes.get("href", "")
        for element in page.elements
        if element.tag == "link" and "canonical" in element.attributes.get("rel", "").lower().split()
    )
    urls = (*canonical, *_first(meta, URL_META), linked.url)
    return next((url.strip() for url in urls if URL.fullmatch(url.strip())), None)


def _publisher(meta: dict[str, list[str]], linked: LinkedArticle, url: str | None) -> str | None:
    """Name of the house; where the page's own name is unknown and its domain is not, the domain tells."""
    names = [name for name in (linked.publisher, *_first(meta, PUBLISHER_META)) if name and "//" not in name]
    domain = domain_of(url) if url else None
    known = next((house.name for name in names if (house := publisher_named(name))), None)
    site = publisher_at(domain) if domain else None
    return known or (site.name if site else None) or (names[0] if names else None)


def _title(page: Page, meta: dict[str, list[str]], linked: LinkedArticle, publisher: str | None) -> str | None:
    """Headline as the page prints it, else as it declares it, without the name of the site."""
    declared = [_without_site(text, publisher) for text in (linked.headline, *_first(meta, TITLE_META)) if text]
    own = _without_site(page.title, publisher, is_page_title=True) if page.title else ""
    headings = (block for block in page.blocks if 0 < block.heading <= MAX_TITLE_LEVEL or _is_marked_title(block))
    printed = [block.text for block in headings][:MAX_TITLES]
    same = (text for text in printed if any(same_title(text, other) for other in (*declared, own) if other))
    opening = (text for text in printed if not declared and (_opens(page.title, text) or _is_cut(own, text)))
    told = [text for text in (*declared, own) if text]
    long = (text for text in told if word_count(text) > 1)
    bold = _bold_title(page.blocks) if not declared and not printed and MASTHEAD.fullmatch(own) else None
    return next((text for text in (*same, *opening, *([bold] if bold else []), *long, *told)), None)


def _bold_title(blocks: Sequence[Block]) -> str | None:
    """First line in bold above a paragraph of the story, on pages without headings."""
    for index, block in enumerate(blocks):
        is_line = word_count(block.text) > MIN_TITLE_WORDS and not ends_sentence(block.text) and not block.link_chars
        if is_line and is_heading(block) and any(map(is_prose, blocks[index + 1 : index + 4])):
            return block.text
    return None


def _opens(page_title: str, text: str) -> bool:
    """Whether the page's title is this heading with the site's name before or behind it."""
    whole, part = page_title.casefold(), text.casefold()
    is_long = word_count(text) >= MIN_TITLE_WORDS and 2 * word_count(text) >= word_count(page_title)
    return is_long and whole != part and (whole.startswith(part) or whole.endswith(part))


def _is_cut(own: str, text: str) -> bool:
    """Whether the page's title is this heading cut short: "Minister in Cairo" of "Minister in Cairo, to meet president"."""
    return word_count(own) >= MIN_TITLE_WORDS and text.casefold().startswith(own.casefold())


def _without_site(title: str, publisher: str | None, is_page_title: bool = False) -> str:
    """Title without the site's name before or behind it: "Lavrov in Havana | World | Prensa Latina"."""
    text = title_text(title)
    while marks := list(SEPARATOR.finditer(text)):
        before, after = text[: marks[-1].start()], text[marks[-1].end() :]
        is_long = word_count(before) >= MIN_TITLE_WORDS and word_count(after) <= MAX_SITE_WORDS
        is_rubric = is_page_title and is_long and word_count(before) > word_count(after)
        if not _is_site(after, publisher) and not is_rubric:
            break
        text = before
    first = SEPARATOR.search(text)
    if first and _is_site(text[: first.start()], publisher):
        text = text[first.end() :]
    return text.strip()


def _is_site(name: str, publisher: str | None) -> bool:
    plain = "".join(WORD.findall(name.casefold()))
    house = "".join(WORD.findall((publisher or "").casefold()))
    return publisher_named(name) is not None or bool(plain and plain == house)


def _author(meta: dict[str, list[str]], linked: LinkedArticle, publisher: str | None) -> str | None:
    names = [name for name in linked.authors if _is_author(name, publisher)]
    return _listed(
        names or [name for key in AUTHOR_META for name in meta.get(key, []) if _is_author(name, publisher)][:1]
    )


def marked_author(page: Page, start: int, story: int, end: int, publisher: str | None) -> str | None:
    """Names marked as the author's near the story; a link to an author's page counts only above it."""
    names = []
    for element in page.elements:
        attributes = element.attributes
        is_marked = "author" in attributes.get("rel", "").lower().split() or attributes.get("itemprop") == "author"
        is_linked = element.start < story and AUTHOR_PAGE.search(attributes.get("href", "")) is not None
        if start <= element.start < end + MAX_FOOTER_CHARS and element.tag != "link" and (is_marked or is_linked):
            names.append(" ".join("".join(element.texts or ()).split()))
    return one_line(
        _listed([name for name in names if _is_author(name, publisher) and is_name(WRITTEN_BY.sub("", name))][:3]),
        MAX_NAME_CHARS,
    )


def _listed(names: Sequence[str]) -> str | None:
    unique = list(dict.fromkeys(WRITTEN_BY.sub("", name).strip(" ,|") for name in names))
    return f"{', '.join(unique[:-1])} and {unique[-1]}" if len(unique) > 1 else next(iter(unique), None)


def _is_author(name: str, publisher: str | None) -> bool:
    plain = WRITTEN_BY.sub("", name).strip()
    is_house = publisher_named(plain) is not None or plain.casefold() == (publisher or "").casefold()
    is_name = 3 <= len(plain) <= MAX_AUTHOR_CHARS and not NO_AUTHOR.search(plain)
    return is_name and not is_house and plain not in NOBODY and not plain.islower()
