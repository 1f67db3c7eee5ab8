"""A file's records, whatever container they are in: one door to all readers."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from mimetypes import guess_type
from pathlib import PurePosixPath
from types import MappingProxyType

from assets.raw.containers.articles import article_records
from assets.raw.containers.characters import head_of
from assets.raw.containers.compressed import BombError, Budget, ExhaustedError, confirm_end, gunzipped, unzstd
from assets.raw.containers.csv_rows import csv_records
from assets.raw.containers.feeds import feed_records
from assets.raw.containers.fields import FieldNames
from assets.raw.containers.json_lines import json_line_records
from assets.raw.containers.json_values import is_list, json_records
from assets.raw.containers.kinds import ARTICLES, COMPRESSED, SUPPORTED, Kind, inner_name, kind_of
from assets.raw.containers.mail import mail_records, mailbox_records
from assets.raw.containers.markup import HEAD_BYTES
from assets.raw.containers.parquet_rows import parquet_records
from assets.raw.containers.records import UNREAD, DamagedContainerError, Record, rejected
from assets.raw.containers.warc import warc_records
from assets.raw.containers.zipped import Member, seekable, zip_members
from warehouse.tables.documents import RejectionReason

Reader = Callable[[io.BufferedReader, FieldNames], Iterator[Record]]
READERS: Mapping[Kind, Reader] = MappingProxyType(
    {
        Kind.JSON: json_records,
        Kind.JSON_LINES: json_line_records,
        Kind.CSV: csv_records,
        Kind.PARQUET: lambda stream, names: parquet_records(seekable(stream), names),
        Kind.FEED: lambda stream, _: feed_records(stream),
        Kind.WARC: lambda stream, _: warc_records(stream),
        Kind.MAIL: lambda stream, _: mail_records(stream),
        Kind.MAILBOX: lambda stream, _: mailbox_records(stream),
    }
)


def records(name: str, stream: io.BufferedReader, byte_size: int, names: FieldNames) -> Iterator[Record]:
    """Articles and rejections in a file, in their order; never raises for what the file holds.

    A container that is damaged gives the records before the damage and one rejection for the rest; one without any
    article gives one rejection.
    """
    yield from _records(name, stream, Budget(max(byte_size, 1)), names)


def _records(name: str, stream: io.BufferedReader, budget: Budget, names: FieldNames) -> Iterator[Record]:
    last = 0
    is_empty = True
    try:
        for record in _opened(name, stream, budget, names):
            is_empty = False
            last = max(last, 0 if record.member else record.position or 0)
            yield record
        if is_empty:
            yield rejected(None, RejectionReason.EMPTY, "it holds no article: supply the article as text or HTML")
    except ExhaustedError as error:
        if budget.depth:
            raise
        yield _rest(last, RejectionReason.TOO_LONG, str(error))
    except BombError as error:
        yield _rest(last, RejectionReason.TOO_LONG, str(error))
    except DamagedContainerError as error:
        yield _rest(last, RejectionReason.UNREADABLE, str(error))
    except OSError as error:
        detail = f"{error.strerror or error}: make the file readable or remove it"
        yield replace(_rest(last, RejectionReason.UNREADABLE, detail), is_passing=True)
    except Exception as error:  # parsers of others raise anything on damaged input, and the other files must land
        detail = f"the reader failed ({type(error).__name__}: {error}): supply the file again, whole"
        yield _rest(last, RejectionReason.UNREADABLE, detail)


def _rest(last: int, reason: RejectionReason, detail: str) -> Record:
    """Rejection of what stands behind the last record that could be read."""
    where = f"from record {last + 1} on: " if last else ""
    return rejected(last + 1 if last else None, reason, where + detail)


def _opened(name: str, stream: io.BufferedReader, budget: Budget, names: FieldNames) -> Iterator[Record]:
    head = head_of(stream, HEAD_BYTES)
    kind = kind_of(name, head)
    if kind is None:
        yield unsupported(name)
    elif kind is Kind.ZIP:
        inner = budget.layer()
        for member in zip_members(stream, inner):
            yield from _of_member(member, names)
    elif kind in COMPRESSED:
        inner = budget.layer()
        content = gunzipped(stream, inner) if kind is Kind.GZIP else unzstd(stream, inner)
        yield from _opened(inner_name(name), content, inner, names)
    elif kind in ARTICLES:
        yield from article_records(stream, kind)
    else:
        reader = json_records if kind is Kind.JSON_LINES and is_list(head) else READERS[kind]
        yield from reader(stream, names)
        confirm_end(stream)


def _of_member(member: Member, names: FieldNames) -> Iterator[Record]:
    prefix = f"/{member.name}"
    if member.stream is None:
        yield replace(rejected(None, RejectionReason.UNREADABLE, member.problem or "no content"), member=prefix)
        return
    for record in _records(member.name, member.stream, member.budget, names):
        yield replace(record, member=prefix + record.member)


def unsupported(name: str) -> Record:
    """Rejection of a file of a type that is not read."""
    suffix = PurePosixPath(name).suffix or "no extension"
    detail = f"{suffix}: supply the article as one of {SUPPORTED}"
    return replace(rejected(None, RejectionReason.UNSUPPORTED_TYPE, detail), media_type=guess_type(name)[0] or UNREAD)
