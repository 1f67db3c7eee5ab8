"""A batch of articles read into the rows of the documents layer."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import polars as pl

from assets.documents.learned import learned_lines
from assets.documents.limits import TooSlowError, seconds_for, within
from assets.documents.reading import UNNAMED_SOURCE, Reading, read_article
from warehouse.model import Row, Table
from warehouse.reference import furniture_file
from warehouse.tables.documents import Document, Rejected, RejectionReason, Segment
from warehouse.tables.raw import Article

MAX_MESSAGE_CHARS = 300  # some libraries put the whole input into the message
REPORT = "a fault of the reader, not of the article: report it with the file"


def read_batch(articles: pl.DataFrame) -> Mapping[Table, Sequence[Row]]:
    """Documents, segments and rejections of ``raw.article`` rows; every article gives a document or a rejection."""
    learned_lines(furniture_file())  # a table that cannot be read stops the run: it must not reject every article
    readings = [outcome(Article.model_validate(row)) for row in articles.iter_rows(named=True)]
    return {
        Document: [reading.document for reading in readings if reading.document],
        Segment: [segment for reading in readings for segment in reading.segments],
        Rejected: [reading.rejected for reading in readings if reading.rejected],
    }


def outcome(
    article: Article,
    read: Callable[[Article], Reading] = read_article,
    seconds: float | None = None,
) -> Reading:
    """Reading of an article, whatever it does to the reader: too slow or failed, it is rejected and the rest goes on."""
    limit = seconds or seconds_for(article.byte_size)
    try:
        return within(limit, lambda: _storable(read(article)))
    except TooSlowError:
        detail = f"not read within {limit:.3g} seconds: supply the article's text without the page around it"
        return _rejected(article, RejectionReason.TOO_SLOW, detail)
    except Exception as error:
        return _rejected(article, RejectionReason.FAILED, f"{_message(error)}: {REPORT}")


def reasons(rejected: Sequence[Row]) -> Mapping[str, int]:
    """Number of rejected articles by reason; none is a number too, so that a run can be compared with the one before."""
    counts = Counter(row.reason for row in rejected if isinstance(row, Rejected))
    return {f"rejected as {reason.value}": counts[reason] for reason in RejectionReason}


def _storable(reading: Reading) -> Reading:
    """The reading itself; half a character in one title would otherwise keep the whole batch from being stored.

    Raises:
        pydantic_core.PydanticSerializationError: a text of it is no Unicode text.
    """
    if reading.document:
        reading.document.model_dump_json()
    return reading


def _message(error: Exception) -> str:
    text = " ".join(str(error).split()).encode("utf-8", "backslashreplace").decode()
    return f"{type(error).__name__}: {text[:MAX_MESSAGE_CHARS]}" if text else type(error).__name__


def _rejected(article: Article, reason: RejectionReason, detail: str) -> Reading:
    source = article.source_uri or UNNAMED_SOURCE
    return Reading(None, (), Rejected(article_id=article.article_id, reason=reason, detail=f"{source}: {detail}"))
