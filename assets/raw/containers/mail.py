"""Mail: a message is one article; a mailbox has one per message."""

import io
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage

from assets.raw.containers.compressed import confirm_end
from assets.raw.containers.records import HTML, PLAIN, Declared, Record, article, one_line, rejected
from warehouse.tables.documents import RejectionReason

MAX_MESSAGE_BYTES = 50_000_000  # most mail servers refuse half of that; attachments are in it
MAX_MULTIPARTS = 200  # a long thread nests a dozen; the parser takes a minute for ten thousand
MULTIPART = re.compile(rb"multipart/", re.IGNORECASE)
PASSED_ON = re.compile(r"\A(?:\s*(?:fwd?|re|aw|wg|tr|rv)\s*:)+\s*", re.IGNORECASE)
BULK = ("List-Id", "List-Unsubscribe", "List-Post")
QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
# what opens and never closes reaches to the end: looking for the end from each opening would take forever
UNSEEN = re.compile(rb"<(style|script|head)\b(?:(?!</\1).)*|<[^<>]*>|&nbsp;", re.IGNORECASE | re.DOTALL)


def mail_records(stream: io.BufferedReader) -> Iterator[Record]:
    """The one article of a message."""
    source = stream.read(MAX_MESSAGE_BYTES + 1)
    if len(source) <= MAX_MESSAGE_BYTES:
        confirm_end(stream)
    yield _message(None, source)


def mailbox_records(stream: io.BufferedReader) -> Iterator[Record]:
    """A record per message of a mailbox."""
    for position, message in enumerate(_messages(stream), start=1):
        yield _message(position, message)


def _messages(stream: io.BufferedReader) -> Iterator[bytes]:
    """Messages between lines that begin with "From " behind a blank line; of one too long only its beginning."""
    lines: list[bytes] = []
    size, is_blank = 0, True
    while line := stream.readline(MAX_MESSAGE_BYTES):
        if is_blank and line.startswith(b"From "):
            if lines:
                yield QUOTED_FROM.sub(rb"\1", b"".join(lines))
            lines, size = [], 0
        elif size <= MAX_MESSAGE_BYTES:
            lines.append(line)
            size += len(line)
        is_blank = not line.strip()
    if lines:
        confirm_end(stream)
        yield QUOTED_FROM.sub(rb"\1", b"".join(lines))


def _message(position: int | None, source: bytes) -> Record:
    what = f"message {position}" if position else "the message"
    if len(source) > MAX_MESSAGE_BYTES:
        detail = f"{what} has more than {MAX_MESSAGE_BYTES:,} bytes: supply it without its attachments"
        return rejected(position, RejectionReason.TOO_LONG, detail)
    if len(MULTIPART.findall(source)) > MAX_MULTIPARTS:
        detail = f"{what} nests more than {MAX_MULTIPARTS} parts: supply the article as text or HTML"
        return rejected(position, RejectionReason.TOO_LONG, detail)
    message = message_from_bytes(source, policy=policy.default)
    part = _best_part(message)
    content = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(content, bytes) or not content.strip():
        detail = f"{what} has no part of text: supply the article as text or HTML"
        return rejected(position, RejectionReason.EMPTY, detail)
    kind = HTML if part.get_content_type() == HTML else PLAIN
    return article(position, content, kind, _declared(message), part.get_content_charset())


def _best_part(message: EmailMessage) -> EmailMessage | None:
    """HTML, which keeps paragraphs whole, unless it shows nothing but pictures; else plain text."""
    for kind in ("html", "plain"):
        part = message.get_body(preferencelist=(kind,))
        content = part.get_payload(decode=True) if part else None
        if isinstance(content, bytes) and (kind == "plain" or UNSEEN.sub(b"", content).strip()):
            return part if isinstance(part, EmailMessage) else None
    return None


def _declared(message: EmailMessage) -> Declared:
    """Subject and day; of a message passed on the day is not that of the article and stays out.

    The sender is no author: who sends a press release or a newsletter is its publisher, and a list or a bulk mailer
    says so in its headers. Any other sender may be a reader who passes an article on.
    """
    subject = _header(message, "Subject")
    title = PASSED_ON.sub("", subject) if subject else None
    is_passed_on = title != subject or message["In-Reply-To"] is not None
    is_bulk = any(message[name] is not None for name in BULK)
    return Declared(
        url=_header(message, "Archived-At", strip="<> "),
        title=title or None,
        published_at=None if is_passed_on else _header(message, "Date"),
        publisher=_sender(message) if is_bulk and not is_passed_on else None,
    )


def _header(message: EmailMessage, name: str, strip: str = " ") -> str | None:
    value = message[name]
    return one_line(str(value).strip(strip)) if value is not None else None


def _sender(message: EmailMessage) -> str | None:
    addresses = getattr(message["From"], "addresses", ())
    return one_line(addresses[0].display_name) if addresses else None
