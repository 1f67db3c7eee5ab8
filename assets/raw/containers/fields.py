"""Which field of a record is its text, its title, its URL: common names, and those the user gives."""

import datetime as dt
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from assets.raw.containers.markup import has_markup
from assets.raw.containers.records import HTML, PLAIN, Declared, Record, article, one_line, rejected, text_bytes
from warehouse.tables.documents import RejectionReason

FIELDS_VARIABLE = "CHANCERY_FIELDS"
Fields = Mapping[str, object]

# In order: the first that a record has and that is not empty. "timestamp" and "crawled" tell of the crawl, not of
# publication, and stand nowhere.
NAMES_IN_ORDER = {
    "text": "text body content content.rendered article maintext main_text articlebody article_body article_text"
    " full_text fulltext body_text story html raw_html html_content content_html body_html",
    "title": "title title.rendered headline headline.main heading article_title webtitle",
    "url": "url link canonical_url article_url source_url permalink web_url weburl href uri",
    "published": "published published_at publishedat published_on published_date publisheddate publish_date publishdate"
    " date_publish date_published datepublished publication_date publicationdate pubdate pub_date published_time date"
    " webpublicationdate",
    "publisher": "publisher publisher.name source source.name source_name site_name sitename outlet newspaper"
    " publication provider",
    "author": "author author.name authors byline byline.original creator dc:creator writer",
}
COMMON_NAMES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {field: tuple(names.split()) for field, names in NAMES_IN_ORDER.items()}
)
MAX_NAMES_SHOWN = 20
EPOCH_SECONDS = range(10**9, 2 * 10**9)  # 2001 to 2033; "2023101712" is a day and an hour


class UnknownFieldError(Exception):
    """A field was mapped that no article has."""


@dataclass(frozen=True)
class FieldNames:
    """Where to look for each field of an article."""

    given: tuple[tuple[str, str], ...] = ()  # (field of ours, name in the container), as the user maps them

    def names(self, field: str) -> tuple[str, ...]:
        """Names under which a field may stand, in order of preference; what the user gives stands alone."""
        return tuple(name for key, name in self.given if key == field) or COMMON_NAMES[field]

    def fingerprint(self) -> str:
        """Text that differs where the mapping differs."""
        return ",".join(f"{key}={name}" for key, name in sorted(self.given))


def field_names(pairs: Iterable[str] = (), environment: Mapping[str, str] | None = None) -> FieldNames:
    """Mapping from "text=story_body" pairs and from CHANCERY_FIELDS="text=story_body,url=link"; pairs come first.

    Raises:
        UnknownFieldError: a pair is no pair, or names a field that no article has.
    """
    variable = (os.environ if environment is None else environment).get(FIELDS_VARIABLE, "")
    asked = [_pair(pair) for pair in pairs]
    settled = {key for key, _ in asked}
    standing = [_pair(pair) for pair in variable.split(",") if pair.strip()]
    return FieldNames((*asked, *(pair for pair in standing if pair[0] not in settled)))


def record_of(position: int, fields: Fields, names: FieldNames) -> Record:
    """Article in the fields of a record, or the rejection of a record without text."""
    found = _folded(fields)
    text = next((value for name in names.names("text") if (value := _content(_at(found, name)))), None)
    if text is None:
        return rejected(position, *_no_text(fields, found, names))
    return article(position, text, media_type(text), _declared(found, names))


def media_type(content: bytes) -> str:
    """Media type of a field's content."""
    return HTML if has_markup(content.decode("utf-8", "replace")) else PLAIN


def missing_text(columns: Sequence[str], names: FieldNames) -> str | None:
    """Why a table has no text column; None when it has one."""
    known = {column.casefold() for column in columns}
    wanted = (name.casefold() for name in names.names("text"))
    if any(name in known or name.partition(".")[0] in known for name in wanted):
        return None
    return _remedy(columns, names)


def _pair(text: str) -> tuple[str, str]:
    key, mark, name = (part.strip() for part in text.partition("="))
    if not mark or not name or key not in COMMON_NAMES:
        known = ", ".join(COMMON_NAMES)
        raise UnknownFieldError(f"'{text.strip()}' maps no field: write FIELD=NAME, where FIELD is one of {known}")
    return key, name


def _folded(fields: Fields) -> Fields:
    return {str(name).strip().casefold(): value for name, value in fields.items()}


def _at(fields: Fields, name: str) -> object:
    """Value under a name, which may lead inside by dots; a name that itself holds dots comes first."""
    key = name.casefold()
    if key in fields:
        return fields[key]
    head, mark, rest = key.partition(".")
    inner = fields.get(head) if mark else None
    return _at(_folded(inner), rest) if isinstance(inner, Mapping) else None


def _content(value: object) -> bytes | None:
    if isinstance(value, bytes):
        return value if value.strip() else None
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)  # paragraphs
    return text_bytes(value) if isinstance(value, str) and value.strip() else None


def _declared(found: Fields, names: FieldNames) -> Declared:
    def first(field: str) -> str | None:
        return next((value for name in names.names(field) if (value := _scalar(_at(found, name)))), None)

    publisher = first("publisher")
    return Declared(
        url=first("url"),
        title=first("title"),
        published_at=_moment(first("published")),
        # "source" often holds the address, which tells the publisher by itself
        publisher=None if publisher and publisher.startswith(("http://", "https://")) else publisher,
        author=first("author"),
    )


def _scalar(value: object) -> str | None:
    if isinstance(value, list):
        parts = [_scalar(part.get("name") if isinstance(part, dict) else part) for part in value]
        return ", ".join(part for part in parts if part) or None
    if isinstance(value, bytes):
        value = value.decode("utf-8", "surrogateescape")
    if isinstance(value, dt.date):  # also a moment
        return value.isoformat()
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return one_line(value) if isinstance(value, str) else None


def _moment(value: str | None) -> str | None:
    """Seconds or milliseconds since 1970 as ISO 8601; all else as it is written."""
    if value is None or not value.removesuffix(".0").isdigit() or not value.isascii():
        return value
    number = int(value.removesuffix(".0"))
    seconds = number if number in EPOCH_SECONDS else number // 1000
    if seconds not in EPOCH_SECONDS:  # 20231017 is a day as it is written
        return value
    return dt.datetime.fromtimestamp(seconds, dt.UTC).isoformat()


def _no_text(fields: Fields, found: Fields, names: FieldNames) -> tuple[RejectionReason, str]:
    held = [name for name in names.names("text") if _at(found, name) is not None]
    if held:
        return RejectionReason.EMPTY, f"the field '{held[0]}' holds no text: supply the article again"
    return RejectionReason.NOT_TEXT, _remedy([str(name) for name in fields], names)


def _remedy(columns: Sequence[str], names: FieldNames) -> str:
    shown = ", ".join(columns[:MAX_NAMES_SHOWN]) + (", ..." if len(columns) > MAX_NAMES_SHOWN else "")
    wanted = names.names("text")
    missing = f"no field '{wanted[0]}'" if names.given and wanted != COMMON_NAMES["text"] else "no field of text"
    return f"{missing} among: {shown or 'none'}; name the field that holds the article with --field text=NAME"
